"""Sparse tables of counts: SciPy's, and for two short texts small ones that need no SciPy.

To load SciPy takes longer than to align two short texts. A small table has those of its operations that
alignment asks for, and sums in the same order, so that the results are the same to the last bit; a test holds
the two together. Rejected: small tables for all texts, which take several times as long and more memory.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.arrays import Floats, Ints

if TYPE_CHECKING:
    import scipy.sparse as sp

    Counts = sp.csr_array[np.float32]
else:
    Counts = Any

Weights = NDArray[np.float32]
Places = NDArray[np.integer]
SMALL: Final = 1 << 15
"""n-grams of two texts whose tables are small ones: some twelve thousand characters"""


class Shape(NamedTuple):
    """How large a table is."""

    height: int
    width: int


def make_table(
    data: Weights, indices: Places, indptr: Places, shape: tuple[int, int], *, small: bool
) -> Counts:
    """Make a table of its rows.

    Args:
        data: the entries, row by row, shape (entries,).
        indices: the column of each, same shape.
        indptr: where each row begins, and the number of entries at the end, shape (rows + 1,).
        shape: rows and columns.
        small: as `SmallTable`.
    """
    if small:
        return cast("Counts", SmallTable(data, indices, indptr, Shape(*shape)))
    import scipy.sparse as sp  # noqa: PLC0415 - see above

    return sp.csr_array((data, indices, indptr), shape=shape)


def make_table_of_cells(row: Ints, column: Ints, shape: tuple[int, int], *, small: bool) -> Counts:
    """Make a table with a 1 in each of some cells, of which none is given twice."""
    ones = np.ones(len(row), np.float32)
    if not small:
        import scipy.sparse as sp  # noqa: PLC0415 - see above

        return sp.csr_array((ones, (row, column)), shape=shape)
    order = np.lexsort((column, row))
    return make_table(ones, column[order], count_before(row, shape[0]), shape, small=True)


def stack_tables(tables: Sequence[Counts], width: int, *, small: bool) -> Counts:
    """Put tables of one width below each other."""
    nothing = make_table(
        np.zeros(0, np.float32), np.zeros(0, np.int32), np.zeros(1, np.int32), (0, width), small=small
    )
    if not small:
        import scipy.sparse as sp  # noqa: PLC0415 - see above

        return cast("Counts", sp.vstack([*tables, nothing], format="csr"))
    parts = [*tables, nothing]
    counts = np.concatenate([np.diff(each.indptr) for each in parts])
    indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    data, indices = (np.concatenate([getattr(each, name) for each in parts]) for name in ("data", "indices"))
    return make_table(data, indices, indptr, (len(counts), width), small=True)


def is_small(table: Counts) -> bool:
    """Tell whether a table is a small one."""
    return isinstance(table, SmallTable)


def list_cells(table: Counts) -> tuple[Ints, Ints, Weights]:
    """Return row, column and value of each stored entry."""
    row = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    return row, table.indices.astype(np.int64), table.data


def count_before(row: Places, height: int) -> NDArray[np.int32]:
    """Return how many entries stand before each row, and at the end how many there are."""
    return np.concatenate([[0], np.cumsum(np.bincount(row, minlength=height))]).astype(np.int32)


class SmallTable:
    """A sparse table, as `scipy.sparse.csr_array`, of which it has what alignment asks for."""

    def __init__(self, data: Weights, indices: Places, indptr: Places, shape: Shape) -> None:
        """Take the entries as `make_table` does."""
        self.data = data
        self.indices = indices.astype(np.int32, copy=False)
        self.indptr = indptr.astype(np.int32, copy=False)
        self.shape = shape

    @property
    def nnz(self) -> int:
        """How many entries are stored."""
        return len(self.data)

    @property
    def T(self) -> "SmallTable":  # noqa: N802 - as SciPy calls it
        """The table with rows for columns."""
        order = np.argsort(self.indices, kind="stable")
        return SmallTable(
            self.data[order],
            self._rows()[order],
            count_before(self.indices, self.shape.width),
            Shape(self.shape.width, self.shape.height),
        )

    def tocsr(self) -> "SmallTable":
        """Return the table itself."""
        return self

    def copy(self) -> "SmallTable":
        """Return a table whose entries can be set without a change to this one."""
        return SmallTable(self.data.copy(), self.indices, self.indptr, self.shape)

    def sort_indices(self) -> None:
        """Sort the entries of each row by their columns."""
        order = np.lexsort((self.indices, self._rows()))
        self.data, self.indices = self.data[order], self.indices[order]

    def __getitem__(self, asked: slice | Places | tuple[slice, Ints]) -> "SmallTable":
        """Return some rows, in the order asked for; of a pair, some columns, which ascend."""
        if isinstance(asked, tuple):
            return self._select_columns(asked[1])
        rows = np.arange(self.shape.height)[asked]
        width = np.diff(self.indptr)[rows]
        ends = np.concatenate([[0], np.cumsum(width)])
        at = np.arange(ends[-1]) + np.repeat(self.indptr[rows] - ends[:-1], width)
        return SmallTable(self.data[at], self.indices[at], ends, Shape(len(rows), self.shape.width))

    def __matmul__(self, other: Any) -> Any:  # noqa: ANN401 - of a table a table, of a vector a vector
        """Multiply; what is summed up is summed in the order of the entries of a row."""
        if isinstance(other, np.ndarray):
            out = np.zeros(self.shape.height, np.float32)
            np.add.at(out, self._rows(), self.data * other[self.indices])
            return out
        picked = other[self.indices]
        owner = np.repeat(self._rows(), np.diff(picked.indptr))
        worth = np.repeat(self.data, np.diff(picked.indptr)) * picked.data
        width = other.shape.width
        cells, which = np.unique(owner * max(width, 1) + picked.indices, return_inverse=True)
        total = np.zeros(len(cells), np.float32)
        np.add.at(total, which, worth)
        shape = Shape(self.shape.height, width)
        row = cells // max(width, 1)
        return SmallTable(total, cells % max(width, 1), count_before(row, shape.height), shape)

    def multiply(self, other: "SmallTable") -> "SmallTable":
        """Multiply entry by entry; the entries of both ascend in every row."""
        mine, yours = (each._rows() * self.shape.width + each.indices for each in (self, other))  # noqa: SLF001 - its own
        _, at, there = np.intersect1d(mine, yours, assume_unique=True, return_indices=True)
        row = self._rows()[at]
        begins = count_before(row, self.shape.height)
        return SmallTable(self.data[at] * other.data[there], self.indices[at], begins, self.shape)

    def sum(self, axis: int) -> Floats:
        """Return the sum of each row (`axis` is 1), added up as SciPy adds."""
        if axis != 1:
            raise ValueError("of rows alone")
        filled = np.flatnonzero(np.diff(self.indptr))
        total = np.zeros(self.shape.height, np.float32)
        if len(filled):
            total[filled] = np.add.reduceat(self.data, self.indptr[filled])
        return cast("Floats", total)

    def _rows(self) -> Ints:
        return np.repeat(np.arange(self.shape.height), np.diff(self.indptr))

    def _select_columns(self, columns: Ints) -> "SmallTable":
        place = np.full(self.shape.width, -1, np.int32)
        place[columns] = np.arange(len(columns))
        kept = np.flatnonzero(place[self.indices] >= 0)
        begins = count_before(self._rows()[kept], self.shape.height)
        shape = Shape(self.shape.height, len(columns))
        return SmallTable(self.data[kept], place[self.indices[kept]], begins, shape)
