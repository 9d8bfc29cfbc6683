"""Order the rows of the table so that each version's column is as near to its own order as possible."""

from collections.abc import Sequence

from hexapla.sequences import longest_increasing

RowCells = dict[int, list[int]]
"""positions of the units of a row, per version that has some"""


def order_rows(rows: Sequence[RowCells], versions: int) -> list[RowCells]:
    """Put rows in order, version by version.

    Post-conditions:
        1. The first version's column is in its own order (a row is placed by its first unit).
        2. Of each further version, as many of the rows already placed as possible are in its own order; the
           others count as moved. A new row follows the row that precedes it in that version.
    """
    order: list[int] = []
    for version in range(versions):
        column = sorted((row[version][0], at) for at, row in enumerate(rows) if version in row)
        order = insert_column(order, [at for _, at in column])
    return [rows[at] for at in order]


def insert_column(order: list[int], column: list[int]) -> list[int]:
    """Merge the rows of a further version into the order of rows.

    Args:
        order: positions of the rows placed so far, in order.
        column: positions of the rows of the further version, in its own order.

    Returns:
        The new order. Each new row follows the nearest row before it in `column` that is already in order.
    """
    place = {at: position for position, at in enumerate(order)}
    known = [at for at in column if at in place]
    in_order = {known[position] for position in longest_increasing([place[at] for at in known])}
    following: dict[int, list[int]] = {}
    last = -1 if in_order or not order else order[-1]  # rows that share no version with others go to the end
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
