"""The grammar of commands: phrases with slots, one table a language (`languages/amending/`)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import regex

from hexapla.amending.instrument import Verb
from hexapla.amending.places import PlaceWords, make_place_words
from hexapla.languages.instrument_tables import load_instrument_table

TITLE = "«"
"""begins the index of a place that is a title; of others it begins with ‹"""
QUOTED = r"“[0-9]+”"
WHOLE = r"(?=[，；。：,;\n]|$|(?<=”))"
"""where a phrase may end: before a mark of punctuation, or after a quotation"""


@dataclass(frozen=True, slots=True)
class CommandPhrase:
    """One row of a grammar: a pattern, and what command its words are."""

    verb: Verb | None
    """None: it only names the place that what follows is about"""
    pattern: "regex.Pattern[str]"
    position: str = ""
    everywhere: bool = False
    restates: bool = False
    announces: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The grammar of one language."""

    language: str
    places: PlaceWords
    lines: tuple["regex.Pattern[str]", ...]
    """lines that order nothing"""
    targets: tuple["regex.Pattern[str]", ...]
    phrases: tuple[CommandPhrase, ...]
    examples: Mapping[str, tuple[str, ...]]
    """of lines, targets and titles, in the order of their patterns"""
    forms: Mapping[str, str]
    """templates in which commands are written"""
    begins: "regex.Pattern[str]"
    """with what a command begins that follows an item's number"""
    connector: "regex.Pattern[str]"
    """what stands between two commands"""
    purpose: "regex.Pattern[str]"
    """why an instrument was made, before its first command"""
    titles: tuple["regex.Pattern[str]", ...]
    """titles of instruments that name the text they amend"""


def make_slots(places: PlaceWords) -> dict[str, str]:
    """Return what stands for each slot of a phrase; places and quotations stand as indices in it."""
    named = f"(?:‹|{TITLE})[0-9]+›"
    return {
        "{place}": f"(?P<place>{named})",
        "{new_place}": f"(?P<new_place>{named})",
        "{covered}": f"(?P<covered>{named})",
        "{destination}": f"(?P<destination>{named})",
        "{title}": f"(?P<place>{TITLE}[0-9]+›)",
        "{old}": f"(?P<old>{QUOTED}(?:、?{QUOTED})*+)",
        "{new}": f"(?P<new>{QUOTED}(?:、?{QUOTED})*+)",
        "{law}": f"(?P<law>{places.law})",
        "{count}": "(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})",
        "{take}": "[将把對]?",
        "{:}": "[：:，,]?",
        "{,}": "[，,]?",
    }


def compile_phrase(
    pattern: str, slots: Mapping[str, str], end: str = "", flags: int = 0
) -> "regex.Pattern[str]":
    """Compile a pattern with slots."""
    for slot, meaning in slots.items():
        pattern = pattern.replace(slot, meaning)
    return regex.compile(pattern + end, flags)


def read_phrases(
    rows: Iterable[Mapping[str, Any]], compile_row: Callable[[str], "regex.Pattern[str]"]
) -> tuple[CommandPhrase, ...]:
    """Read the rows of commands of a language's table."""
    return tuple(
        CommandPhrase(
            None if row["verb"] == "context" else Verb(row["verb"]),
            compile_row(row["phrase"]),
            row.get("position", ""),
            row.get("everywhere", False),
            row.get("restates", False),
            row.get("announces", False),
            row["example"],
        )
        for row in rows
    )


def read_grammar(table: Mapping[str, Any]) -> Grammar:
    """Read the table of a language."""
    words = table["words"]
    places = make_place_words(words)
    slots = make_slots(places)
    return Grammar(
        language=table["language"],
        places=places,
        lines=tuple(compile_phrase(row["pattern"], slots) for row in table["line"]),
        targets=tuple(compile_phrase(row["pattern"], slots) for row in table["target"]),
        phrases=read_phrases(table["command"], lambda phrase: compile_phrase(phrase, slots, WHOLE)),
        examples=MappingProxyType(
            {
                name: tuple(row["example"] for row in table[name])
                for name in ("line", "target", "instrument_title")
            }
        ),
        forms=MappingProxyType(dict(table["write"])),
        begins=regex.compile(words["begins"]),
        connector=regex.compile(words["connector"]),
        purpose=regex.compile(words["purpose"]),
        titles=tuple(compile_phrase(row["pattern"], slots) for row in table["instrument_title"]),
    )


def is_explicit(language: str) -> bool:
    """Tell whether the instruments of a language say everything, so that nothing follows unsaid."""
    try:
        return load_instrument_table(language).get("rules") == "explicit"
    except KeyError:
        return False


@cache
def load_grammar(language: str) -> Grammar:
    """Load the grammar of a language by its tag's first part.

    Raises:
        KeyError: there is none.
    """
    return read_grammar(load_instrument_table(language))
