"""Prepare a version for alignment: its units as folded characters, with keys, references and headings.

The characters of all units are in one array, so that numpy can process them at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.cited_numbers import find_references
from hexapla.alignment.lookalikes import LOOKALIKES
from hexapla.language import guess_language
from hexapla.model import Version
from hexapla.text import fold_case, make_key, number_label, simplify_character
from hexapla.units import Unit, build_units

Codes = NDArray[np.uint32]
BREAK, UNIT_END = "\x1d", "\x1e"
"""BREAK separates the heading, the text and the parts of a unit; UNIT_END ends a unit"""
RESERVED = str.maketrans({BREAK: " ", UNIT_END: " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedVersion:
    """A version with folded texts; the tuples have one entry per unit."""

    version: Version
    units: tuple[Unit, ...]
    language: str
    """guessed from this version's own text, so that no other version changes it"""
    keys: tuple[bytes, ...]
    """folded heading, text and parts in UTF-32, without cross-references and punctuation"""
    loose: tuple[bytes, ...]
    """the same with look-alikes folded"""
    headings: tuple[str, ...]
    """keys of the headings; empty where there is none"""
    labels: tuple[str, ...]
    """the units' numbers in one spelling; empty for unnumbered ones"""
    references: tuple[tuple[str, ...], ...]
    """labels of the clauses of this text to which each unit refers"""
    codes: Codes
    """the folded characters of all units, look-alikes folded, with BREAK and UNIT_END"""
    starts: NDArray[np.int64]
    """where each unit begins in `codes`, and the end"""

    @property
    def size(self) -> int:
        """Number of units."""
        return len(self.units)


def prepare_version(version: Version) -> PreparedVersion:
    """Fold a version's units.

    Post-conditions:
        1. Units with equal keys have the same text, apart from cross-references, punctuation, case and width.
        2. The result depends on this version only.
    """
    cited = build_units(version)
    language = guess_language(version.text)
    text = fold_units(cited)
    codes: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if language == "zh-Hant":
        codes = map_characters(codes, simplify_character)
    starts = np.concatenate([[0], np.flatnonzero(codes == ord(UNIT_END)) + 1]).astype(np.int64)
    found = sorted(find_references(text))
    kept = mark_key_characters(codes, starts, found)
    alike = map_characters(codes, fold_lookalike)
    return PreparedVersion(
        version=version,
        units=cited,
        language=language,
        keys=slice_keys(codes, kept, starts),
        loose=slice_keys(alike, kept, starts),
        headings=tuple(make_key(unit.heading) if unit.heading else "" for unit in cited),
        labels=tuple(number_label(unit.number) for unit in cited),
        references=group_references_by_unit(found, starts),
        codes=alike,
        starts=starts,
    )


def map_characters(codes: Codes, function: Callable[[int], int]) -> Codes:
    """Apply a function of one code point to every character, calling it once per distinct one."""
    seen = np.zeros(int(codes.max(initial=0)) + 1, bool)
    seen[codes] = True
    table = np.zeros(len(seen), np.uint32)
    for code in np.flatnonzero(seen).tolist():
        table[code] = function(code)
    return table[codes]


def fold_units(cited: Sequence[Unit]) -> str:
    """Join the folded texts of all units, with BREAK between the lines of a unit and UNIT_END after each."""
    return fold_case("".join(_headed(unit) + UNIT_END for unit in cited))


def _headed(unit: Unit) -> str:
    return BREAK.join(line.translate(RESERVED) for line in (unit.heading, *unit.lines) if line)


def mark_key_characters(
    codes: Codes, starts: NDArray[np.int64], found: Sequence[tuple[int, int, str]]
) -> NDArray[np.bool_]:
    """Mark the characters that belong to a key: those outside references.

    A unit that consists of references only keeps them.
    """
    counting = map_characters(codes, is_key_character).astype(bool)
    kept = counting.copy()
    for start, end, _ in found:
        kept[start:end] = False
    if len(starts) > 1:
        left = np.add.reduceat(kept, starts[:-1], dtype=np.int64)
        for unit in np.flatnonzero(left == 0):
            kept[starts[unit] : starts[unit + 1]] = counting[starts[unit] : starts[unit + 1]]
    return kept


def slice_keys(codes: Codes, kept: NDArray[np.bool_], starts: NDArray[np.int64]) -> tuple[bytes, ...]:
    """Cut the kept characters into one key per unit.

    Args:
        codes: code points, shape (characters,).
        kept: whether a character belongs to a key, same shape.
        starts: where each unit begins in `codes`, and the end, shape (units + 1,).

    Returns:
        Per unit its key, in UTF-32.
    """
    held = codes[kept].tobytes()
    ends = np.concatenate([[0], np.cumsum(kept)])[starts] * codes.itemsize
    bounds = ends.tolist()
    return tuple(held[start:end] for start, end in pairwise(bounds))


def group_references_by_unit(
    found: Sequence[tuple[int, int, str]], starts: NDArray[np.int64]
) -> tuple[tuple[str, ...], ...]:
    """Return per unit the labels that it cites, in order, each once.

    Args:
        found: references as `find_references` yields them, sorted.
        starts: where each unit begins in the text, and the end, shape (units + 1,).
    """
    led = [(start, target) for start, _, target in found if target]
    where = np.searchsorted(starts, [start for start, _ in led], side="right") - 1
    out: list[list[str]] = [[] for _ in range(len(starts) - 1)]
    for unit, (_, target) in zip(where.tolist(), led, strict=True):
        out[unit].append(target)
    return tuple(tuple(dict.fromkeys(targets)) for targets in out)


def is_key_character(code: int) -> int:
    """Return 1 if a code point is kept by `key`, else 0."""
    return int(bool(make_key(chr(code))))


def fold_lookalike(code: int) -> int:
    """Return the first character of a look-alike group for its other members, else the code point itself."""
    return LOOKALIKES.get(code, code)
