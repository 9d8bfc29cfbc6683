"""The grammar of commands: phrases with slots, one table a language (`languages/amending/`)."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import regex

from hexapla.amending.instrument import Verb
from hexapla.amending.places import PlaceWords, make_place_words

FOLDER = files("hexapla.languages") / "amending"
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
    """of lines and of targets, in the order of their patterns"""
    forms: Mapping[str, str]
    """templates in which commands are written"""


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
    places = make_place_words(words["laws"], words["prefix"], words["named"], words["numbered"])
    slots = make_slots(places)
    return Grammar(
        language=table["language"],
        places=places,
        lines=tuple(compile_phrase(row["pattern"], slots) for row in table["line"]),
        targets=tuple(compile_phrase(row["pattern"], slots) for row in table["target"]),
        phrases=read_phrases(table["command"], lambda phrase: compile_phrase(phrase, slots, WHOLE)),
        examples=MappingProxyType(
            {name: tuple(row["example"] for row in table[name]) for name in ("line", "target")}
        ),
        forms=MappingProxyType(dict(table["write"])),
    )


def find_grammars() -> tuple[str, ...]:
    """Return the languages whose instruments can be read, in order."""
    return tuple(
        sorted(one.name.removesuffix(".toml") for one in FOLDER.iterdir() if one.name.endswith(".toml"))
    )


@cache
def load_table(language: str) -> Mapping[str, Any]:
    """Load the table of a language by its tag's first part.

    Raises:
        KeyError: there is none.
    """
    file = FOLDER / f"{language.partition('-')[0]}.toml"
    if not file.is_file():
        raise KeyError(language)
    return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")))


def is_explicit(language: str) -> bool:
    """Tell whether the instruments of a language say everything, so that nothing follows unsaid."""
    try:
        return load_table(language).get("rules") == "explicit"
    except KeyError:
        return False


@cache
def load_grammar(language: str) -> Grammar:
    """Load the grammar of a language by its tag's first part.

    Raises:
        KeyError: there is none.
    """
    return read_grammar(load_table(language))
