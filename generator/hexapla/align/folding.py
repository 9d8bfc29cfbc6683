"""A version made ready for comparing: its units as folded characters, with keys, references and headings.

The characters of all units stand in one array, so that nothing below runs character by character.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import opencc
from numpy.typing import NDArray

from hexapla.align.citing import citations, label
from hexapla.align.lookalikes import LOOKALIKES
from hexapla.language import guess
from hexapla.model import Version
from hexapla.text import joined, key
from hexapla.units import Unit, units

__all__ = ["BREAK", "UNIT_END", "Codes", "Side", "fold", "mapped"]

Codes = NDArray[np.uint32]
BREAK, UNIT_END = "\x1d", "\x1e"
"""between the heading, the text and the parts of a unit; after a unit"""
RESERVED = str.maketrans({BREAK: " ", UNIT_END: " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A version, folded."""

    version: Version
    units: tuple[Unit, ...]
    language: str
    """guessed from this version's own text, so that no other version changes it"""
    keys: tuple[bytes, ...]
    """of heading, text and parts; cross-references, punctuation, case and width apart"""
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
        """How many units."""
        return len(self.units)


def fold(version: Version) -> Side:
    """Fold a version's units.

    Post-conditions:
        1. Units with equal keys say the same, but for numbers of cross-references.
        2. The result depends on nothing but this version.
    """
    cited = units(version)
    language = guess(version.text)
    text = _folded_text(cited)
    codes: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if language == "zh-Hant":
        codes = mapped(codes, _simplified)
    starts = np.concatenate([[0], np.flatnonzero(codes == ord(UNIT_END)) + 1]).astype(np.int64)
    found = sorted(citations(text))
    kept = _kept(codes, starts, found)
    alike = mapped(codes, _alike)
    return Side(
        version=version,
        units=cited,
        language=language,
        keys=_slices(codes, kept, starts),
        loose=_slices(alike, kept, starts),
        headings=tuple(key(unit.heading) if unit.heading else "" for unit in cited),
        labels=tuple(label(unit.number) for unit in cited),
        references=_by_unit(found, starts),
        codes=alike,
        starts=starts,
    )


def mapped(codes: Codes, function: Callable[[int], int]) -> Codes:
    """Apply a function of one code point to every character, calling it once per distinct one."""
    seen = np.zeros(int(codes.max(initial=0)) + 1, bool)
    seen[codes] = True
    table = np.zeros(len(seen), np.uint32)
    for code in np.flatnonzero(seen).tolist():
        table[code] = function(code)
    return table[codes]


def _folded_text(cited: Sequence[Unit]) -> str:
    text = unicodedata.normalize("NFKC", "".join(_lines(unit) + UNIT_END for unit in cited)).casefold()
    return unicodedata.normalize("NFKC", text)


def _lines(unit: Unit) -> str:
    lines = [unit.heading, unit.clause.text]
    lines += [joined(part.number, part.heading, part.text) for part in unit.parts]
    return BREAK.join(line.translate(RESERVED) for line in lines if line)


def _kept(
    codes: Codes, starts: NDArray[np.int64], found: Sequence[tuple[int, int, str]]
) -> NDArray[np.bool_]:
    """Mark the characters that a key holds; a unit that is nothing but references keeps them."""
    counting = mapped(codes, _counts).astype(bool)
    kept = counting.copy()
    for start, end, _ in found:
        kept[start:end] = False
    if len(starts) > 1:
        left = np.add.reduceat(kept, starts[:-1], dtype=np.int64)
        for unit in np.flatnonzero(left == 0):
            kept[starts[unit] : starts[unit + 1]] = counting[starts[unit] : starts[unit + 1]]
    return kept


def _slices(codes: Codes, kept: NDArray[np.bool_], starts: NDArray[np.int64]) -> tuple[bytes, ...]:
    held = codes[kept].tobytes()
    ends = np.concatenate([[0], np.cumsum(kept)])[starts] * codes.itemsize
    bounds = ends.tolist()
    return tuple(held[start:end] for start, end in pairwise(bounds))


def _by_unit(found: Sequence[tuple[int, int, str]], starts: NDArray[np.int64]) -> tuple[tuple[str, ...], ...]:
    led = [(start, target) for start, _, target in found if target]
    where = np.searchsorted(starts, [start for start, _ in led], side="right") - 1
    out: list[list[str]] = [[] for _ in range(len(starts) - 1)]
    for unit, (_, target) in zip(where.tolist(), led, strict=True):
        out[unit].append(target)
    return tuple(tuple(dict.fromkeys(targets)) for targets in out)


def _counts(code: int) -> int:
    return int(bool(key(chr(code))))


def _alike(code: int) -> int:
    return LOOKALIKES.get(code, code)


def _simplified(code: int) -> int:
    return ord(_script().convert(chr(code))[0])


@lru_cache(maxsize=1)
def _script() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
