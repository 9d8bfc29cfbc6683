"""What the cache keeps of a search for reuse: it saves work, and never changes what is found."""

import sys
from pathlib import Path

import pytest

from hexapla.pipeline.cache import Cache, hash_key
from hexapla.pipeline.remembered_reuse import KNOWN, find_reuse_again
from hexapla.reuse import DocumentPassages, RememberedLinks, find_reuse
from hexapla.reuse.likeness import CommonText
from reuse.made_texts import clause, copy, passages_of

KEY = hash_key("reuse-found", "links")


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

    for name in ("have_in_common", "measure_common_text"):
        monkeypatch.setattr(sys.modules["hexapla.reuse.find_reuse"], name, refuse)
    assert find_reuse_again(documents(8), cache) == found


def test_places_that_there_are_not_are_ignored(tmp_path: Path) -> None:
    cache, common = Cache(tmp_path), CommonText(1.0, 1.0, 1.0)
    cache.put(KEY, KNOWN.dump(RememberedLinks(texts=("a",), links=((0, 7, common), (-1, 0, common)))))
    assert find_reuse_again(documents(6), cache) == find_reuse(documents(6))


@pytest.mark.parametrize(
    "kept", [b"", b"{}", b'{"texts": ["a"], "links": [[0, 7, 1]], "compared": []}', b"\xff"]
)
def test_what_somebody_else_left_in_the_cache_is_made_anew(tmp_path: Path, kept: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, kept)
    assert find_reuse_again(documents(6), cache) == find_reuse(documents(6))
