"""Versions that are not whole: where their silence proves nothing.

A row that a cut-off version lacks lies before or after the cut; the versions that have the row tell which:
it lies before if, in one of them, something stands after it that the cut-off version has too. Where none
can tell, the row counts as not in the text: a claim of deletion needs evidence.
"""

from collections.abc import Sequence

from hexapla.alignment.row_order import RowCells
from hexapla.model import Completeness, Version
from hexapla.sequences import longest_increasing

__all__ = ["find_versions_not_in_text"]


def find_versions_not_in_text(rows: Sequence[RowCells], versions: Sequence[Version]) -> list[list[int]]:
    """Per row the versions whose silence there proves nothing."""
    out: list[list[int]] = [[] for _ in rows]
    for at, version in enumerate(versions):
        if version.completeness is Completeness.WHOLE:
            continue
        for row in find_rows_beyond_cut(
            rows, at, len(versions), ends=version.completeness is Completeness.CUT_OFF
        ):
            out[row].append(at)
    return out


def find_rows_beyond_cut(rows: Sequence[RowCells], cut: int, versions: int, *, ends: bool) -> list[int]:
    """Rows without the cut version that no version places on the near side of the cut."""
    lacking = {row for row, cells in enumerate(rows) if cut not in cells}
    near: set[int] = set()
    far: set[int] = set()
    for witness in range(versions):
        if witness == cut:
            continue
        column = sorted((cells[witness][0], row) for row, cells in enumerate(rows) if witness in cells)
        sequence = [row for _, row in column]
        common = [place for place, row in enumerate(sequence) if row not in lacking]
        if not common:
            continue
        order = longest_increasing([rows[sequence[place]][cut][0] for place in common])
        edge = common[order[-1]] if ends else common[order[0]]
        before, after = set(sequence[:edge]), set(sequence[edge + 1 :])
        near |= before if ends else after
        far |= after if ends else before
    return sorted(row for row in lacking if row not in near or row in far)
