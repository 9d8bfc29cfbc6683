"""Reuse in a collection, remembered from one run to the next: only what is new is measured."""

from collections.abc import Sequence
from contextlib import suppress

from hexapla.pipeline.cache import Cache, hash_key
from hexapla.reuse import (
    CollectionReuse,
    DocumentPassages,
    RememberedSearch,
    dump_search,
    find_reuse_since,
    load_search,
)


def find_reuse_again(documents: Sequence[DocumentPassages], cache: Cache | None) -> CollectionReuse:
    """Find what documents share; pairs of clauses that the last run measured are not measured again.

    The cache holds what the last run measured, under one name: what of it holds is told by the texts
    themselves, so that it does not matter of which documents they are.

    Args:
        documents: in any order.
        cache: None: everything is measured.
    """
    key = hash_key("reuse-found", "search")
    known = load_known(cache, key)
    found, fresh = find_reuse_since(known, documents)
    if cache:
        cache.put(key, dump_search(fresh))
    return found


def load_known(cache: Cache | None, key: str) -> RememberedSearch | None:
    """Return what the last run left, if it can be trusted."""
    data = cache.get(key) if cache else None
    if data is None:
        return None
    with suppress(ValueError):
        return load_search(data)
    return None
