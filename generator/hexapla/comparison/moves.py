"""Find what moved: rows between two versions, and phrases inside a row.

Between two orders of the same rows there is no single truth about which moved; the reader's is that the
bulk of the text stayed. So the heaviest chain of rows that rise in both versions stands still, weight being
length of text, and all other rows moved.

A phrase that moved inside a row is deleted here and inserted there; an edit has no fourth kind. Where what
was deleted is exactly what was inserted, and too long for chance, the two edits can be shown as one move.
Common terms change places all the time and are left alone.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hexapla.comparison.remembered import remember_short_texts
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Edit, Op
from hexapla.sequences import heaviest_increasing
from hexapla.text import HAN, make_key

HAN_CHARACTERS = 8
"""Han characters from which a phrase is unmistakable"""
WORDS = 4
"""words of other scripts"""
WORD = compile_lazily_with_properties(r"\p{L}+")


class RowPosition(NamedTuple):
    """Where a row stands in both versions, and its weight."""

    row: str
    base: int
    """ordinal of its first unit in the base"""
    target: int
    weight: int
    """characters on both sides; above 0"""


def find_moved_rows(places: Sequence[RowPosition]) -> set[str]:
    """Return the rows that moved between base and target."""
    ordered = sorted(places, key=lambda place: (place.base, place.target))
    chain = heaviest_increasing([(place.base, place.target, place.weight) for place in ordered])
    return {place.row for place in ordered} - {ordered[at].row for at in chain}


def group_moved_rows(places: Sequence[RowPosition], rows: set[str]) -> dict[str, str]:
    """Map a moved row to the first row of the run it moved with: neighbours in the base and in the target."""
    leaders: dict[str, str] = {}
    ordered = sorted(places, key=lambda place: (place.base, place.target))
    rank = {place.row: index for index, place in enumerate(sorted(places, key=lambda place: place.target))}
    for left, right in pairwise(ordered):
        if left.row in rows and right.row in rows and rank[right.row] == rank[left.row] + 1:
            leaders[right.row] = leaders.get(left.row, left.row)
    return leaders


def is_distinctive(folded: str, text: str) -> bool:
    """Tell whether a phrase is too long to recur by chance."""
    han = len(HAN.findall(folded))
    return han >= HAN_CHARACTERS or (not han and len(WORD.findall(text)) >= WORDS)


@remember_short_texts
def find_moved_phrases(edits: tuple[Edit, ...]) -> tuple[tuple[int, int], ...]:
    """Return (index of the deletion, index of the insertion) of each phrase that moved.

    Compared on the folded key, so a comma that was added at the new place does not hide a move. A phrase that
    is deleted or inserted twice is not unmistakable.
    """
    places: dict[str, dict[Op, list[int]]] = defaultdict(lambda: {Op.DELETE: [], Op.INSERT: []})
    for index, edit in enumerate(edits):
        if edit.op is Op.EQUAL:
            continue
        folded = make_key(edit.text)
        if is_distinctive(folded, edit.text):
            places[folded][edit.op].append(index)
    found = ((sides[Op.DELETE], sides[Op.INSERT]) for sides in places.values())
    return tuple(sorted((gone[0], new[0]) for gone, new in found if len(gone) == 1 == len(new)))
