"""No cyclic garbage is collected while a stage makes its values; after it as before."""

import gc
from collections.abc import Iterator

import pytest

from alignment.specimens import DUTY, FINE, document
from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.cycle_collection import pause_cycle_collection


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Leave the collector as it was, whatever a test does."""
    running = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if running else gc.disable)()


def test_it_is_paused_within_and_runs_again_after_it() -> None:
    with pause_cycle_collection():
        assert not gc.isenabled()
        with pause_cycle_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="torn"), pause_cycle_collection():
        raise ValueError("torn")
    assert gc.isenabled()


def test_where_it_does_not_run_it_is_not_started() -> None:
    gc.disable()
    with pause_cycle_collection():
        pass
    assert not gc.isenabled()


def test_alignment_and_comparison_let_it_run_again() -> None:
    compare_all(align(document([DUTY, FINE], [FINE])))
    assert gc.isenabled()


def test_alignment_and_comparison_collect_nothing() -> None:
    made = document([DUTY, FINE] * 40, [FINE, DUTY] * 40)
    before = [each["collections"] for each in gc.get_stats()]
    gc.set_threshold(1)
    try:
        compare_all(align(made))
        assert sum(each["collections"] for each in gc.get_stats()) - sum(before) < 100
    finally:
        gc.set_threshold(700, 10, 10)
