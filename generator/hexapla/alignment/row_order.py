"""The order of the table: reading down one version's column is as near to its own order as possible."""

from collections.abc import Sequence

from hexapla.sequences import longest_increasing

__all__ = ["RowCells", "order_rows"]

RowCells = dict[int, list[int]]
"""the units of a row, per version that has some"""


def order_rows(rows: Sequence[RowCells], versions: int) -> list[RowCells]:
    """Put rows in order, version by version.

    Post-conditions:
        1. The first version's column is in its own order (a row stands at its first unit).
        2. Of each further version as many rows as possible stand in its own order between the rows already
           placed; the rest moved. A row that is new with it follows the row that precedes it there.
    """
    order: list[int] = []
    for version in range(versions):
        column = sorted((row[version][0], at) for at, row in enumerate(rows) if version in row)
        order = insert_column(order, [at for _, at in column])
    return [rows[at] for at in order]


def insert_column(order: list[int], column: list[int]) -> list[int]:
    place = {at: position for position, at in enumerate(order)}
    known = [at for at in column if at in place]
    in_order = {known[position] for position in longest_increasing([place[at] for at in known])}
    following: dict[int, list[int]] = {}
    last = -1 if in_order or not order else order[-1]  # what touches nothing stands at the end
    for at in column:
        if at in in_order:
            last = at
        elif at not in place:
            following.setdefault(last, []).append(at)
    out = following.get(-1, [])
    for at in order:
        out.append(at)
        out.extend(following.get(at, ()))
    return out
