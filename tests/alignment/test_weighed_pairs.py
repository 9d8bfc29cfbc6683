"""Pairs that cannot be linked are not weighed; what is linked is the same as if all were."""

import numpy as np
import pytest
from benchmarks.alignment_speed import make_document

from alignment.specimens import document
from hexapla.alignment import align, prominence, splits
from hexapla.alignment.sparse_tables import Counts, make_table_of_cells
from hexapla.alignment.tfidf import select_best_entries
from hexapla.model import Document

MADE = make_document(200, 2)
"""two versions with splits, merges, moves, and clauses reworded at several rates"""


def weigh_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every bound for one that nothing stays below."""
    monkeypatch.setattr(prominence, "ROUNDING", 1e6)
    monkeypatch.setattr(splits, "SINGLE_PRECISION", 1e6)


def count_weighed(monkeypatch: pytest.MonkeyPatch, made: Document) -> int:
    """Align, and count the pairs that are weighed against their rivals."""
    counted = []
    for module, name in ((prominence, "soften_won"), (splits, "cover_units")):
        weigh = getattr(module, name)

        def count(evidence: object, pairs: object, rivals: object, weigh: object = weigh) -> object:
            counted.append(len(pairs[0]))  # type: ignore[index]
            return weigh(evidence, pairs, rivals)  # type: ignore[operator]

        monkeypatch.setattr(module, name, count)
    align(made)
    return sum(counted)


def test_the_same_is_linked_as_if_every_pair_were_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = align(MADE)
    assert any(len(cell) > 1 for row in found.rows for cell in row.cells)
    weigh_all(monkeypatch)
    assert align(MADE).rows == found.rows


def test_most_pairs_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    few = count_weighed(monkeypatch, MADE)
    weigh_all(monkeypatch)
    assert 0 < 3 * few < count_weighed(monkeypatch, MADE)


def rank_all(table: Counts, worth: np.ndarray, most: int, near: float) -> list[tuple[int, int]]:
    """Select the best entries by looking at each row: pairs of row and column."""
    out = []
    for row in range(table.shape[0]):
        own = range(table.indptr[row], table.indptr[row + 1])
        ranked = sorted(own, key=lambda at: (-worth[at], table.indices[at]))
        out += [(row, int(table.indices[at])) for at in ranked[:most] if worth[at] >= near * worth[ranked[0]]]
    return out


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("most", [1, 2, 4])
def test_the_best_of_each_row_are_selected_and_of_equals_the_first(seed: int, most: int) -> None:
    chance = np.random.default_rng(seed)
    held = chance.random((12, 30)) < 0.4
    held[chance.random(12) < 0.2] = False
    row, column = np.nonzero(held)
    table = make_table_of_cells(row, column, (12, 30), small=bool(seed % 2))
    table.data = (np.round(chance.random(len(table.data)), 1) + 0.1).astype(np.float32)
    factor = np.round(chance.random(30) * 3) + 1
    for given in (None, factor):
        worth = table.data.astype(np.float64) * (1 if given is None else given[table.indices])
        row, at = select_best_entries(table, given, most, 0.2)
        found = list(zip(row.tolist(), table.indices[at].tolist(), strict=True))
        assert found == rank_all(table, worth, most, 0.2)


def test_of_nothing_nothing_is_selected() -> None:
    none = np.zeros(0, np.int64)
    for size in (0, 3):
        row, at = select_best_entries(make_table_of_cells(none, none, (size, 3), small=True), None, 2, 0.2)
        assert not len(row)
        assert not len(at)


def test_twins_beside_a_split_keep_their_links(monkeypatch: pytest.MonkeyPatch) -> None:
    old = ["划桨手应当穿救生衣。码头每日清扫一次，不得堆放杂物。", "船库钥匙由管理员保管，借用须登记。"]
    new = ["划桨手应当穿救生衣。", "码头每日清扫一次，不得堆放杂物。", "船库钥匙由管理员保管，借用须登记。"]
    found = align(document(old, new)).rows
    assert [tuple(map(len, row.cells)) for row in found] == [(1, 2), (1, 1)]
    weigh_all(monkeypatch)
    assert align(document(old, new)).rows == found
