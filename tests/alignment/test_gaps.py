"""The heaviest chain of pairs between two links."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from hexapla.alignment.gaps import find_gap_chain
from hexapla.alignment.link_weights import DEFAULT
from hexapla.alignment.links import PairLinks
from hexapla.alignment.prominence import Gaps, ProminenceContest

LEFT, RIGHT = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
"""two units of either side, each with each"""


def chain(prominence: list[float], *, likeness: float = 0.2, clash: int | None = None) -> list[int]:
    """Return which of the four pairs are linked, if each has such a prominence."""
    clashes = np.arange(4) == (-1 if clash is None else clash)
    evidence = cast("Any", SimpleNamespace(weights=DEFAULT))
    contest = ProminenceContest(
        evidence, LEFT, RIGHT, np.ones(4), np.array(prominence) ** (2 / 3), clashes, np.ones(4)
    )
    gaps = Gaps(np.zeros(4, bool), np.full(4, 4.0))
    found = find_gap_chain(
        contest, (LEFT, RIGHT), np.ones(4, bool), gaps, np.full(4, likeness), PairLinks.empty(2, 2)
    )
    return sorted(found.tolist())


def test_two_pairs_in_order_go_before_a_better_one_that_crosses_both() -> None:
    assert chain([0.65, 0.70, 0.0, 0.65]) == [0, 3]


def test_a_pair_that_exceeds_what_is_asked_by_more_than_two_others_is_linked() -> None:
    assert chain([0.56, 0.95, 0.0, 0.56]) == [1]


def test_nothing_is_linked_below_what_is_asked_or_with_too_little_in_common() -> None:
    assert chain([0.5, 0.5, 0.5, 0.5]) == []
    assert chain([0.65, 0.0, 0.0, 0.65], likeness=0.05) == []


def test_units_for_different_things_are_left_out() -> None:
    assert chain([0.65, 0.0, 0.0, 0.65], clash=0) == [3]
