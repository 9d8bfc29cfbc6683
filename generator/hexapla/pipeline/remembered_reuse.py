"""Reuse in a collection, remembered from one run to the next: only what is new is measured."""

from collections.abc import Sequence
from contextlib import suppress

from hexapla.pipeline.cache import Cache, Codec, hash_key
from hexapla.reuse import CollectionReuse, DocumentPassages, RememberedLinks, find_reuse_since

KNOWN = Codec(RememberedLinks)


def find_reuse_again(documents: Sequence[DocumentPassages], cache: Cache | None) -> CollectionReuse:
    """Find what documents share; pairs of clauses that the last run measured are not measured again.

    The cache holds the links of the last run, under one name: what of them holds is told by their texts'
    signatures, so that it does not matter of which documents they are.

    Args:
        documents: in any order.
        cache: None: everything is measured.
    """
    key = hash_key("reuse-found", "links")
    known = load_known(cache, key)
    found, fresh = find_reuse_since(known, documents)
    if cache and fresh != known:
        cache.put(key, KNOWN.dump(fresh))
    return found


def load_known(cache: Cache | None, key: str) -> RememberedLinks | None:
    """Return what the last run left, if it can be trusted."""
    data = cache.get(key) if cache else None
    if data is None:
        return None
    with suppress(ValueError):
        return KNOWN.load(data)
    return None
