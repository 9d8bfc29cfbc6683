"""Phrases with values of their own, inside a finding's values: the reason of a doubt, with what it names.

Each is written in English by its code; an interface in another language knows it by its code again.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties

PHRASES: Mapping[str, str] = MappingProxyType(
    {
        "no_place": "there is no {name} in the text",
        "no_place_in": "there is no {name} in {place}",
        "no_place_here": "there is no {name} in this place",
        "no_sentence": "there is no {name}",
        "many_places": "{name} stands {number} times in the text",
        "many_places_in": "{name} stands {number} times in {place}: in which paragraph?",
        "place_taken": "{name} stands in the text already",
        "no_heading": "{place} has no heading",
        "words_absent": "“{words}” does not stand there",
        "words_often": "“{words}” stands there {number} times",
        "words_other": "“{words}” is not what stands there",
        "words_in_clauses": "the words stand in {number} clauses",
        "articles_against_numbers": "{pieces} articles stand against {labels} numbers",
        "quotations_against": "{olds} quotations stand against {news}",
        "begins_with_number": "the new words begin with {number}",
        "no_new_number": "the number {number} cannot be written anew",
        "applied_before": "the words of most commands, as of line {line}, stand in the text already: it was "
        "applied before",
    }
)
SLOT = compile_lazily_with_properties(r"\\\{([a-z]+)\\\}")
LONGEST = 400
"""characters of a phrase that is known again"""


def write_phrase(code: str, **values: object) -> str:
    """Write a phrase in English.

    >>> write_phrase("words_often", words="灯笼", number=2)
    '“灯笼” stands there 2 times'
    """
    return PHRASES[code].format(**values)


@cache
def compile_phrases() -> Mapping[str, "regex.Pattern[str]"]:
    """Return the pattern of each phrase, those with more words of their own first."""
    ordered = sorted(PHRASES, key=lambda code: -len(regex.sub(r"\{[a-z]+\}", "", PHRASES[code])))
    return {code: regex.compile(SLOT.sub(r"(?P<\1>.+?)", regex.escape(PHRASES[code]))) for code in ordered}


def read_phrase(text: str) -> tuple[str, Mapping[str, str]] | None:
    """Know a phrase again.

    Returns:
        its code and values; None where it is none of ours.

    >>> read_phrase("there is no 第三条 in the text")
    ('no_place', {'name': '第三条'})
    """
    if len(text) > LONGEST:
        return None
    for code, pattern in compile_phrases().items():
        found = pattern.fullmatch(text)
        if found:
            return code, found.groupdict()
    return None
