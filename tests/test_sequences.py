"""The chains that two orders have in common, held against every chain there is."""

import doctest
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import hexapla.sequences
from hexapla.sequences import heaviest_increasing, longest_increasing

Pair = tuple[int, int, int]

values = st.lists(st.integers(0, 8), max_size=9)
pairs = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 5)), max_size=8).map(sorted)


def chains(size: int) -> Iterator[list[int]]:
    """Yield every choice of positions."""
    for mask in range(1 << size):
        yield [at for at in range(size) if mask >> at & 1]


def rises(numbers: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(numbers))


def rises_on_both_sides(some: Sequence[Pair]) -> bool:
    return rises([left for left, _, _ in some]) and rises([right for _, right, _ in some])


def test_the_examples_in_the_module_hold() -> None:
    done = doctest.testmod(hexapla.sequences)
    assert done.attempted > 0
    assert done.failed == 0


@given(values)
def test_no_increasing_subsequence_is_longer(numbers: list[int]) -> None:
    found = longest_increasing(numbers)
    assert rises(found)
    assert rises([numbers[at] for at in found])
    rising = [chain for chain in chains(len(numbers)) if rises([numbers[at] for at in chain])]
    assert len(found) == max(map(len, rising))


@given(values)
def test_of_equally_long_ones_the_last_values_are_the_least(numbers: list[int]) -> None:
    found = longest_increasing(numbers)
    rising = [chain for chain in chains(len(numbers)) if rises([numbers[at] for at in chain])]
    least = min([numbers[at] for at in reversed(chain)] for chain in rising if len(chain) == len(found))
    assert [numbers[at] for at in reversed(found)] == least


@given(pairs)
def test_no_chain_is_heavier(some: list[Pair]) -> None:
    found = heaviest_increasing(some)
    assert rises(found)
    assert rises_on_both_sides([some[at] for at in found])
    best = max(
        sum(some[at][2] for at in chain)
        for chain in chains(len(some))
        if rises_on_both_sides([some[at] for at in chain])
    )
    assert sum(some[at][2] for at in found) == best


def chain_by_definition(some: Sequence[Pair]) -> list[int]:
    """Look at every pair before each; of equally heavy beginnings take the one that is given first."""
    total: list[int] = []
    chain: list[list[int]] = []
    for left, right, weight in some:
        before = [at for at in range(len(total)) if some[at][0] < left and some[at][1] < right]
        best = max(before, key=lambda at: total[at], default=None)
        total.append(weight + (0 if best is None else total[best]))
        chain.append([*([] if best is None else chain[best]), len(chain)])
    return chain[max(range(len(some)), key=lambda at: total[at])] if some else []


@given(pairs)
def test_of_equally_heavy_chains_the_first_given_is_taken(some: list[Pair]) -> None:
    some.sort(key=lambda pair: (pair[0], -pair[1]))
    assert heaviest_increasing(some) == chain_by_definition(some)


@given(pairs, st.lists(st.integers(0, 3), min_size=9, max_size=9))
def test_gaps_between_the_places_change_nothing(some: list[Pair], gaps: list[int]) -> None:
    some.sort(key=lambda pair: (pair[0], -pair[1]))
    apart = [at + sum(gaps[: at + 1]) for at in range(9)]
    spread = [(left, apart[right], weight) for left, right, weight in some]
    assert heaviest_increasing(spread) == heaviest_increasing(some)


def test_a_long_order_keeps_one_of_every_two_that_changed_places() -> None:
    size = 20_000
    turned = [at ^ 1 for at in range(size)]
    assert len(longest_increasing(turned)) == size // 2
    assert len(heaviest_increasing([(at, place, 1) for at, place in enumerate(turned)])) == size // 2
