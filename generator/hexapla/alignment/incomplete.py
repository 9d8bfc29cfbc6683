"""Incomplete versions: rows whose absence is not evidence of deletion.

A row that a cut-off version lacks lies before or after the cut. The versions that have the row decide: it
lies before the cut if, in one of them, a later row exists that the cut-off version also has. If no version
decides, the row counts as beyond the cut, since a claim of deletion needs evidence. Fragments are treated the
same way in the opposite direction.
"""

from collections.abc import Sequence

from hexapla.alignment.row_order import RowCells
from hexapla.model import Completeness, Version
from hexapla.sequences import longest_increasing


def find_versions_not_in_text(rows: Sequence[RowCells], versions: Sequence[Version]) -> list[list[int]]:
    """Return per row the incomplete versions whose absence from it is not evidence of deletion."""
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
    """Find the rows that lie, or may lie, in the missing text of an incomplete version.

    Args:
        rows: all rows, as positions of units per version.
        cut: position of the incomplete version.
        versions: number of versions.
        ends: True if the end of the version is missing, False if its beginning is.
    """
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
