"""What clauses are called on screen: by their printed numbers, with the division's where need be."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

import regex

from hexapla.pages.inline_html import flatten_text
from hexapla.text import joined, without_closing
from hexapla.units import Unit

__all__ = ["drop_repeated_word", "find_repeated_numbers", "label_units", "shorten_label"]

ORDINAL = regex.compile(r"^第(.+)\p{Han}$")
"""a number with its word, of which a picture has room for the numeral only"""


def find_repeated_numbers(units: Sequence[Unit]) -> frozenset[tuple[str, str]]:
    """Return the numbers that stand in a version more than once, each with its division's number."""
    often = Counter(strip_number(unit.number) for unit in units if unit.number)
    return frozenset(
        number_in_division(unit) for unit in units if often[strip_number(unit.number)] > 1 and unit.divisions
    )


def number_in_division(unit: Unit) -> tuple[str, str]:
    """Return a unit's number with that of its division."""
    return strip_number(unit.divisions[-1].number) if unit.divisions else "", strip_number(unit.number)


def label_units(
    units: Sequence[Unit], unnumbered: str, elsewhere: Container[tuple[str, str]] = ()
) -> Mapping[str, str]:
    """Name the units of a version, by id.

    A number that stands in several divisions is told with its division's: `(二)3`, `Part II 4`. So is one
    that another version must tell so (`elsewhere`), lest one clause bear two names. Units without a number
    share one name.
    """
    own = find_repeated_numbers(units)
    return {
        unit.id: (
            joined(*number_in_division(unit))
            if number_in_division(unit) in own or number_in_division(unit) in elsewhere
            else strip_number(unit.number)
        )
        or unnumbered
        for unit in units
    }


def strip_number(number: str | None) -> str:
    """Return a printed number without what closes it."""
    return without_closing(flatten_text(number or ""))


def drop_repeated_word(names: Iterable[str]) -> list[str]:
    """Say a word that all names begin with only once: “Section 4, 5”."""
    every = list(dict.fromkeys(names))
    word, space, _ = every[0].partition(" ") if every else ("", "", "")
    if not space or not all(name.startswith(word + space) and len(name) > len(word) + 1 for name in every):
        return every
    return [every[0], *(name.removeprefix(word + space) for name in every[1:])]


def shorten_label(name: str) -> str:
    """Return what a picture has room for: of `第四十条` or `Section 4` the numeral."""
    return ORDINAL.sub(r"\1", name).split(" ")[-1]
