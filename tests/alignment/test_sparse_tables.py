"""Small sparse tables: the same to the last bit as SciPy's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hexapla.alignment import align
from hexapla.alignment import context as context_module
from hexapla.alignment import ngrams as ngrams_module
from hexapla.alignment.sparse_tables import (
    Counts,
    SmallTable,
    is_small,
    list_cells,
    make_table,
    make_table_of_cells,
    stack_tables,
)
from whole_texts import SPECIMENS, segment_text

Dense = NDArray[np.float32]


def make_both(dense: Dense) -> tuple[Counts, Counts]:
    row, column = np.nonzero(dense)
    indptr = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=len(dense)))]).astype(np.int32)
    given = dense[row, column], column.astype(np.int32), indptr, (dense.shape[0], dense.shape[1])
    return make_table(*given, small=True), make_table(*given, small=False)


def hold_same(small: Counts, large: Counts) -> None:
    assert isinstance(small, SmallTable)
    assert tuple(small.shape) == tuple(large.shape)
    large = large.tocsr()
    large.sort_indices()
    assert [each.tobytes() for each in (small.data, small.indices, small.indptr)] == [
        np.asarray(each, kind).tobytes()
        for each, kind in ((large.data, np.float32), (large.indices, np.int32), (large.indptr, np.int32))
    ]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Dense, Dense]:
    height, width = draw(st.integers(1, 9)), draw(st.integers(1, 30))
    chance = np.random.default_rng(draw(st.integers(0, 1 << 30)))
    shape = height, width
    made = [(chance.random(shape) * (chance.random(shape) < 0.4)).astype(np.float32) for _ in range(2)]
    return made[0], made[1]


@given(tables())
def test_every_operation_gives_what_scipy_gives(given_tables: tuple[Dense, Dense]) -> None:
    (small, large), (other, others) = map(make_both, given_tables)
    height, width = given_tables[0].shape
    vector = np.linspace(0.3, 1.7, width).astype(np.float32)
    rows = np.arange(height)[::-1].repeat(2)
    assert (small @ vector).tobytes() == (large @ vector).tobytes()
    assert np.asarray(small.sum(axis=1)).tobytes() == np.asarray(large.sum(axis=1)).tobytes()
    hold_same(small[rows], large[rows])
    hold_same(small[:2], large[:2])
    hold_same(small[:, np.arange(0, width, 2)], large[:, np.arange(0, width, 2)])
    hold_same(small.T.tocsr(), large.T.tocsr())
    hold_same(small.multiply(other), large.multiply(others))
    hold_same(small @ other.T, large @ others.T)
    hold_same(
        stack_tables([small, other], width, small=True), stack_tables([large, others], width, small=False)
    )
    assert [each.tolist() for each in list_cells(small)] == [each.tolist() for each in list_cells(large)]


def test_cells_may_be_given_in_any_order() -> None:
    given_cells = np.array([2, 0, 2]), np.array([1, 3, 0]), (3, 4)
    hold_same(make_table_of_cells(*given_cells, small=True), make_table_of_cells(*given_cells, small=False))


def test_a_copy_is_changed_alone_and_rows_are_sorted() -> None:
    small, _ = make_both(np.array([[1, 0, 2]], np.float32))
    other = small.copy()
    other.data = np.zeros_like(other.data)
    assert small.data.tolist() == [1, 2]
    entries = np.array([3, 4], np.float32), np.array([2, 0], np.int32), np.array([0, 2], np.int32)
    turned = make_table(*entries, (1, 3), small=True)
    turned.sort_indices()
    assert (turned.indices.tolist(), turned.data.tolist()) == ([0, 2], [4, 3])
    with pytest.raises(ValueError, match="rows"):
        turned.sum(axis=0)
    assert is_small(turned)
    assert turned.nnz == 2


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_document_is_aligned_alike_with_either_kind(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = segment_text(name)
    found = []
    for most in (0, 1 << 40):
        monkeypatch.setattr(ngrams_module, "SMALL", most)
        monkeypatch.setattr(context_module, "FEW_UNITS", most)
        found.append(align(document))
    assert found[0] == found[1]
