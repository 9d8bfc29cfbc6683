"""The grammar of explicit commands: a table a language, its phrases with slots for places and quotations."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import regex

from hexapla.amending.explicit.explicit_places import PlaceGrammar, make_place_grammar
from hexapla.amending.grammar import CommandPhrase, compile_phrase, read_phrases
from hexapla.languages.instrument_tables import load_instrument_table

PLACE_OPENS, PLACE_CLOSES = "\x03", "\x04"
PLACED = rf"{PLACE_OPENS}[0-9]+{PLACE_CLOSES}"
QUOTED = "\x01[0-9]+\x02"


@dataclass(frozen=True, slots=True)
class ExplicitGrammar:
    """The grammar of one language."""

    language: str
    spaced: bool
    """words are parted by spaces"""
    pairs: tuple[tuple[str, str], ...]
    """signs of quotation"""
    places: PlaceGrammar
    marks: "regex.Pattern[str]"
    """what an item of the instrument begins with"""
    connector: "regex.Pattern[str]"
    """what stands between two commands"""
    lines: tuple["regex.Pattern[str]", ...]
    targets: tuple["regex.Pattern[str]", ...]
    phrases: tuple[CommandPhrase, ...]
    words: Mapping[str, str]
    forms: Mapping[str, str]
    signs: Mapping[str, str]
    """what marks of punctuation are called, with what they are"""
    caption: "regex.Pattern[str] | None"
    """what an item of the instrument may be headed with"""
    unquoted: "tuple[regex.Pattern[str], regex.Pattern[str]] | None"
    """the end of a line after which new text stands without signs, and the beginning of one that orders"""


def make_compiler(words: Mapping[str, Any]) -> "Callable[[str], regex.Pattern[str]]":
    """Return what compiles a pattern with slots."""
    slots = {
        "{place}": f"(?P<place>{PLACED})",
        "{new_place}": f"(?P<new_place>{PLACED})",
        "{anchor}": f"(?P<anchor>{PLACED})",
        "{old}": f"(?P<old>{QUOTED})",
        "{new}": f"(?P<new>{QUOTED})",
        "{law}": "(?P<law>.{1,160}?)",
        "{sign}": f"(?:the |a )?(?P<sign>{'|'.join(words.get('signs', ())) or chr(0)})",
        "{noun}": f"(?:{'|'.join(words.get('nouns', '').split())})",
        "{:}": words.get("colon", "[:：—–-]{0,2}") + " ?",
    }

    return lambda pattern: compile_phrase(pattern, slots, flags=regex.IGNORECASE)


def read_explicit_grammar(table: Mapping[str, Any]) -> ExplicitGrammar:
    """Read the table of a language."""
    words = table["words"]
    compile_row = make_compiler(words)
    return ExplicitGrammar(
        language=table["language"],
        spaced=words["spaced"],
        pairs=tuple((one, other) for one, other in words["quotes"]),
        places=make_place_grammar(table["places"]),
        marks=regex.compile(words["marks"]),
        connector=compile_row(words["connector"]),
        lines=tuple(compile_row(row["pattern"]) for row in table.get("line", ())),
        targets=tuple(compile_row(row["pattern"]) for row in table.get("target", ())),
        phrases=read_phrases(table["command"], compile_row),
        words=MappingProxyType({key: value for key, value in words.items() if isinstance(value, str)}),
        forms=MappingProxyType(dict(table["write"])),
        signs=MappingProxyType(dict(words.get("signs", {}))),
        caption=regex.compile(words["caption"]) if "caption" in words else None,
        unquoted=(regex.compile(words["announces"]), regex.compile(words["orders"]))
        if "orders" in words
        else None,
    )


@cache
def load_explicit_grammar(language: str) -> ExplicitGrammar:
    """Load the grammar of a language by its tag's first part.

    Raises:
        KeyError: there is none.
    """
    return read_explicit_grammar(load_instrument_table(language))
