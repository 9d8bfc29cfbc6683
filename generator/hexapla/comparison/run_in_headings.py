"""Headings that one version prints on the line of their text, and the other on a line of their own.

`"Keeper" means …` in one line, or `"Keeper"` as a heading above `means …`: the words are the same, and layout
is no difference. Where words of a heading stand in the text of the other version, heading and text are
compared as one string. Where both divide a clause alike nothing of this applies: a heading that was reworded,
or put above a text that stayed as it was, is compared apart.
"""

from collections.abc import Sequence

from hexapla.comparison.diff import DiffOptions, diff_texts
from hexapla.model import Edit, Op
from hexapla.text import make_key
from hexapla.units import Unit, join_cell_text


def diff_run_in_headings(
    cells: tuple[Sequence[Unit], Sequence[Unit]], apart: Sequence[Edit], how: DiffOptions
) -> tuple[Edit, ...] | None:
    """Compare headings and texts as one string; None where they are better compared apart.

    One string it is if at least half the letters by which the headings differ stand in the other version's
    text, and fewer letters are marked so.

    Args:
        cells: the units of base and target in a row.
        apart: edits of the headings and of the texts, compared apart.
        how: how words are compared.
    """
    titles = ["\n".join(unit.heading or "" for unit in cell) for cell in cells]
    if make_key(titles[0]) == make_key(titles[1]):
        return None
    found = diff_texts(join_cell_text(cells[0], headed=True), join_cell_text(cells[1], headed=True), *how)
    crossing, staying = count_shared_letters(found, *map(mark_heading_characters, cells))
    if 2 * crossing < sum(map(count_letters, titles)) - 2 * staying or not crossing:
        return None
    return found if count_changed_letters(found) < count_changed_letters(apart) else None


def mark_heading_characters(cell: Sequence[Unit]) -> bytes:
    """Tell of each character of a cell, headings before texts, whether it stands in a heading."""
    out = bytearray()
    for unit in cell:
        size = len(unit.heading or "")
        out += b"\x01" * size + bytes(len(unit.headed_text) - size + 1)
    return bytes(out)


def count_shared_letters(found: Sequence[Edit], base: bytes, target: bytes) -> tuple[int, int]:
    """Count the common letters that stand in a heading on one side only, and those in headings on both."""
    here = there = crossing = staying = 0
    for edit in found:
        size = len(edit.text)
        if edit.op is Op.EQUAL:
            pairs = zip(edit.text, base[here : here + size], target[there : there + size], strict=True)
            for char, one, other in pairs:
                crossing += one != other and char.isalnum()
                staying += bool(one and other) and char.isalnum()
        here += size * (edit.op is not Op.INSERT)
        there += size * (edit.op is not Op.DELETE)
    return crossing, staying


def count_letters(text: str) -> int:
    """Count letters and figures."""
    return sum(map(str.isalnum, text))


def count_changed_letters(found: Sequence[Edit]) -> int:
    """Count the letters and figures that are marked."""
    return sum(count_letters(edit.text) for edit in found if edit.op is not Op.EQUAL)
