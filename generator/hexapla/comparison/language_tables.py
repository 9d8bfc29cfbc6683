"""Word lists and units per language: data in `tables/`, read once.

A text is read with its own language's table and those that are commonly mixed into it; so a Chinese statute
may quote an English term. A new language is a new file; a word missing from a list is a line in that file.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from hexapla.text import fold_script

__all__ = ["LanguageTables", "is_modal", "tables_for"]

FOLDER = files("hexapla.comparison") / "tables"
MIXED = {
    "zh": ("zh", "en"),
    "ja": ("ja", "zh", "en"),
    "en": ("en", "zh"),
    "de": ("de", "zh", "en"),
    "fr": ("fr", "zh", "en"),
}
UNKNOWN = ("en", "de", "fr", "zh")
"""for languages without a table of their own"""
MEASURES = ("period", "money", "percentage")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTables:
    """What the comparison knows about words, for one mixture of languages; all forms folded, lower case."""

    modal: Mapping[str, str]
    """form → class: obligation, permission, prohibition, discretion"""
    links: frozenset[str]
    """words light in reading: articles, conjunctions, particles"""
    suffixes: frozenset[str]
    """Han characters that make one word with the word before them"""
    words: frozenset[str]
    """Han words"""
    endings: Mapping[str, tuple[int, ...]]
    """last character → lengths of the Han words that end so, longest first"""
    units: Mapping[str, Mapping[str, str]]
    """period, money, percentage → form → canonical unit"""
    counts: tuple[str, ...]
    """measure words, units that are neither of time nor of money"""
    lookalikes: tuple[str, ...]
    """Han words that begin like a number with its unit and count nothing: 八角, 万年青"""
    nouns_after: tuple[str, ...]
    """words after which a modal word is a noun: the will, a must"""
    ordinals: tuple[str, ...]
    """units and fractions that are ordinals before a noun: a third party, a second notice"""
    fractions: Mapping[str, tuple[int, int]]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    """number words of alphabetic scripts"""
    powers: Mapping[str, int]
    """number words that multiply what stands before them"""
    joints: frozenset[str]
    """what may stand between number words: one hundred and twenty"""
    articles: frozenset[str]
    """number words that alone are no count: one, ein, une"""
    cited: tuple[str, ...]
    """what stands before a cited number: section, Artikel, 附件"""
    standards: tuple[str, ...]
    """bodies whose standards are cited by number, in capitals: GB, ISO"""
    dated: tuple[str, ...]
    """words after which a month alone is a date: in, until, im"""


def split_forms(text: str) -> list[str]:
    """Read a list: words parted by spaces, or phrases parted by semicolons."""
    return [part.strip() for part in text.split(";" if ";" in text else None)]


@cache
def load_language_file(language: str) -> Mapping[str, Any]:
    """Read a language's file."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def load_han_words() -> frozenset[str]:
    """Read the list of Han words."""
    lines = (FOLDER / "zh-words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in fold_script(line).split())


def collect_entries(languages: Sequence[str], section: str) -> Iterator[tuple[str, str]]:
    """Yield (form, name of its list) of one section, the first language's word being the last."""
    for language in reversed(languages):
        for name, listed in load_language_file(language).get(section, {}).items():
            for form in split_forms(listed):
                yield fold_script(form).lower(), name


def collect_number_words(languages: Sequence[str]) -> dict[str, int]:
    """Gather number words: units, tens, tens joined with units."""
    out: dict[str, int] = {}
    for section in [load_language_file(name).get("numbers", {}) for name in reversed(languages)]:
        units, tens = section.get("units", "").split(), section.get("tens", "").split()
        out |= {word.lower(): value for value, word in enumerate(units)}
        for value, ten in enumerate(tens):
            if ten == "-":
                continue
            out[ten.lower()] = value * 10
            out |= {f"{ten}-{unit}".lower(): value * 10 + n for n, unit in enumerate(units[1:10], 1)}
        out |= {word.lower(): value for word, value in section.get("also", {}).items()}
    return out


def merge_sections(languages: Sequence[str], section: str, name: str | None = None) -> dict[str, Any]:
    """Unite dictionaries of several languages, keys in lower case; the first language wins."""
    out: dict[str, Any] = {}
    for language in reversed(languages):
        found = load_language_file(language).get(section, {})
        out |= {key.lower(): value for key, value in (found.get(name, {}) if name else found).items()}
    return out


def collect_list(languages: Sequence[str], section: str, name: str) -> tuple[str, ...]:
    """Gather one list over the languages, in lower case, in order, without repetition."""
    found = (load_language_file(language).get(section, {}).get(name, "") for language in languages)
    return tuple(dict.fromkeys(word for text in found for word in fold_script(text).lower().split()))


def index_endings(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Tell for each last character how long the words are that end so."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[-1], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


@cache
def tables_for(language: str) -> LanguageTables:
    """Return the tables for a BCP 47 tag; a mixture of the commonest ones where it has none of its own."""
    languages = MIXED.get(language.split("-", maxsplit=1)[0].lower(), UNKNOWN)
    months = {
        word.strip("."): number
        for part in ("names", "short")
        for name in reversed(languages)
        for number, word in enumerate(
            load_language_file(name).get("months", {}).get(part, "").lower().split(), 1
        )
    }
    modal = dict(collect_entries(languages, "modal"))
    lookalikes = collect_list(languages, "count", "lookalike")
    words = (
        load_han_words() | {word for word in modal if len(word) > 1 and not word.isascii()} | {*lookalikes}
    )
    return LanguageTables(
        modal=modal,
        links=frozenset(collect_list(languages, "words", "link")),
        suffixes=frozenset(collect_list(languages, "words", "suffix")),
        words=words,
        endings=index_endings(words),
        units={measure: dict(collect_entries(languages, measure)) for measure in MEASURES},
        counts=collect_list(languages, "count", "units"),
        lookalikes=lookalikes,
        nouns_after=collect_list(languages, "words", "before_noun"),
        ordinals=collect_list(languages, "words", "ordinal"),
        fractions={word: (a, b) for word, (a, b) in merge_sections(languages, "fraction").items()},
        months=months,
        numbers=collect_number_words(languages),
        powers=merge_sections(languages, "numbers", "powers"),
        joints=frozenset(collect_list(languages, "numbers", "joint")),
        articles=frozenset(collect_list(languages, "numbers", "alone")),
        cited=collect_list(languages, "references", "words"),
        standards=collect_list(languages, "references", "standards"),
        dated=collect_list(languages, "months", "after"),
    )


def is_modal(text: str, language: str) -> bool:
    """Tell whether a text is a word of duty, leave or ban and nothing else, in a language (BCP 47)."""
    return fold_script(text).lower() in tables_for(language).modal
