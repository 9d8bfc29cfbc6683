"""What clauses are called on screen: by their printed numbers, with the division's where need be."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

import regex

from hexapla.render.flow import plain
from hexapla.text import joined
from hexapla.units import Unit

__all__ = ["brief", "named", "repeated", "unrepeated"]

PUNCTUATION = ".．、,，:：。"
"""what closes a printed number (`3.`, `一、`) and reads oddly where the number is named"""
ORDINAL = regex.compile(r"^第(.+)\p{Han}$")
"""a number with its word, of which a picture has room for the numeral only"""


def repeated(units: Sequence[Unit]) -> frozenset[tuple[str, str]]:
    """Return the numbers that stand in a version more than once, each with its division's number."""
    often = Counter(bare(unit.number) for unit in units if unit.number)
    return frozenset(place(unit) for unit in units if often[bare(unit.number)] > 1 and unit.divisions)


def place(unit: Unit) -> tuple[str, str]:
    """Return a unit's number with that of its division."""
    return bare(unit.divisions[-1].number) if unit.divisions else "", bare(unit.number)


def named(
    units: Sequence[Unit], unnumbered: str, elsewhere: Container[tuple[str, str]] = ()
) -> Mapping[str, str]:
    """Name the units of a version, by id.

    A number that stands in several divisions is told with its division's: `(二)3`, `Part II 4`. So is one
    that another version must tell so (`elsewhere`), lest one clause bear two names. Units without a number
    share one name.
    """
    own = repeated(units)
    return {
        unit.id: (
            joined(*place(unit)) if place(unit) in own or place(unit) in elsewhere else bare(unit.number)
        )
        or unnumbered
        for unit in units
    }


def bare(number: str | None) -> str:
    """Return a printed number without what closes it."""
    return plain(number or "").strip(PUNCTUATION).strip()


def unrepeated(names: Iterable[str]) -> list[str]:
    """Say a word that all names begin with only once: “Section 4, 5”."""
    every = list(dict.fromkeys(names))
    word, space, _ = every[0].partition(" ") if every else ("", "", "")
    if not space or not all(name.startswith(word + space) and len(name) > len(word) + 1 for name in every):
        return every
    return [every[0], *(name.removeprefix(word + space) for name in every[1:])]


def brief(name: str) -> str:
    """Return what a picture has room for: of `第四十条` or `Section 4` the numeral."""
    return ORDINAL.sub(r"\1", name).split(" ")[-1]
