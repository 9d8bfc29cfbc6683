"""What the cache keeps of a search for reuse: it saves work, and never changes what is found."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hexapla.pipeline.cache import Cache, hash_key
from hexapla.pipeline.remembered_reuse import find_reuse_again
from hexapla.reuse import (
    DocumentPassages,
    RememberedSearch,
    dump_search,
    find_reuse,
    find_reuse_since,
    load_search,
)
from reuse.made_texts import clause, copy, passages_of

KEY = hash_key("reuse-found", "search")


def documents(count: int) -> list[DocumentPassages]:
    return [
        passages_of(f"d{number}", [copy(clause(number % 3), 0.1, seed=number), clause(100 + number)])
        for number in range(count)
    ]


def test_the_same_is_found_with_a_cache_and_without_whatever_was_searched_before(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for some in (documents(6), documents(9), documents(9)[2:], documents(12)):
        assert find_reuse_again(some, cache) == find_reuse(some) == find_reuse_again(some, None)


def test_nothing_is_measured_again_for_the_same_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    found = find_reuse_again(documents(8), cache)

    def refuse(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(sys.modules["hexapla.reuse.candidate_pairs"], "count_common_characters", refuse)
    for name in ("link_texts", "measure_common_text"):
        monkeypatch.setattr(sys.modules["hexapla.reuse.linked_texts"], name, refuse)
    assert find_reuse_again(documents(8), cache) == found


def put_spoiled(cache: Cache, spoil: Callable[[bytes], bytes]) -> None:
    """Put what a search leaves into a cache, spoiled."""
    _, known = find_reuse_since(None, documents(6))
    cache.put(KEY, spoil(dump_search(known)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"\0",
        lambda _: b"{}\n",
        lambda _: b"[]",
        lambda _: b"\xff",
        lambda data: b'["", [1, -1]]\n' + data,
        lambda data: data.partition(b"\n")[0] + b"\n" + b"\xff" * len(data.partition(b"\n")[2]),
        lambda data: data.partition(b"\n")[0] + b"\n" + bytes(len(data.partition(b"\n")[2])),
    ],
)
def test_what_was_torn_or_somebody_else_left_in_the_cache_is_made_anew(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    cache = Cache(tmp_path)
    put_spoiled(cache, spoil)
    assert find_reuse_again(documents(6), cache) == find_reuse(documents(6))
    assert find_reuse_again(documents(7), cache) == find_reuse(documents(7))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda search: replace(search, lengths=search.lengths[1:]),
        lambda search: replace(search, lengths=search.lengths + 1),
        lambda search: replace(search, sizes=search.sizes * 0),
        lambda search: replace(search, firsts=search.firsts[:-1]),
        lambda search: replace(search, links=replace(search.links, codes=search.links.codes + (7 << 40))),
        lambda search: replace(search, links=replace(search.links, near=search.links.near[1:])),
        lambda search: replace(search, compared=replace(search.links, codes=search.links.codes * 0)),
        lambda search: replace(
            search, shingles=replace(search.shingles, levels=search.shingles.levels * 0 + 200)
        ),
    ],
)
def test_numbers_that_lead_nowhere_are_refused(spoil: Callable[[RememberedSearch], RememberedSearch]) -> None:
    _, known = find_reuse_since(None, documents(6))
    assert len(known.links.codes)
    with pytest.raises(ValueError, match="remembered search"):
        load_search(dump_search(spoil(known)))
