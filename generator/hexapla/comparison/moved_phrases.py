"""Phrases that moved inside a clause: read off the edits, not stored with them.

An edit has no fourth kind for “moved”: the phrase is deleted here and inserted there, and the two texts are
spelled as always. Where what was deleted is exactly what was inserted, and too long for chance, the two
edits can be shown as one move. Common terms change places all the time and are left alone.
"""

from collections import defaultdict
from collections.abc import Sequence

import regex

from hexapla.model import Edit, Op
from hexapla.text import HAN, make_key

HAN_CHARACTERS = 8
"""Han characters from which a phrase is unmistakable"""
WORDS = 4
"""words of other scripts"""
WORD = regex.compile(r"\p{L}+")


def is_distinctive(folded: str, text: str) -> bool:
    """Tell whether a phrase is too long to recur by chance."""
    han = len(HAN.findall(folded))
    return han >= HAN_CHARACTERS or (not han and len(WORD.findall(text)) >= WORDS)


def find_moved_phrases(edits: Sequence[Edit]) -> tuple[tuple[int, int], ...]:
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
