"""The catalogue of all shards, and which of them can hold a query."""

import base64
import zlib
from collections.abc import Iterable, Sequence

import numpy as np

from hexapla.model import File
from hexapla.reading import SEARCHED
from hexapla.search.data_script import write_data_script
from hexapla.search.folded_ngrams import BITS, simplified_pairs
from hexapla.search.shards import FOLDER, ShardListing

SMALL = 4 * 1024 * 1024
"""bytes of shards up to which it is quicker to load all of them than to ask which"""
GROUP = 256 * 1024
"""bytes of shards that answer as one; more where there would be more than MOST groups"""
NamedDocument = tuple[str, str, str, str]
"""folder, title, language, and what else a document is found by: labels of its versions, dates"""
MOST = 512
PARTS = 64
"""files of the filter; a pair of characters needs one of them"""


def write_catalogue(
    listings: Iterable[ShardListing], documents: Iterable[NamedDocument] = (), *, elsewhere: bool = False
) -> tuple[File, ...]:
    """Write the catalogue and, for a large collection, the filter.

    The filter is turned on its side: a row for each of 65,536 hashes, in it a bit for each group of shards. A
    query reads the few rows it needs. At most 64 bytes a row, 4 MiB in all, however large the collection.

    Args:
        listings: of all shards.
        documents: what is found by its title, its labels and its dates.
        elsewhere: it is known which clauses stand in several documents.
    """
    own = tuple(listings)
    groups = group_shards(own) if sum(each.size for each in own) > SMALL else []
    value = {
        "shards": [each.uri for each in own],
        "size": sum(each.size for each in own),
        "pairs": list_simplified_pairs(own),
        "groups": groups,
        "kinds": SEARCHED,
        "documents": list(documents),
        "elsewhere": int(elsewhere),
    }
    uri = f"{FOLDER}/catalogue.js"
    return (File(uri=uri, data=write_data_script(uri, value)), *write_filter(own, groups))


def group_shards(listings: Sequence[ShardListing]) -> list[int]:
    """Return after how many shards each group ends."""
    most = max(GROUP, -(-sum(each.size for each in listings) // (MOST - 1)))
    ends: list[int] = []
    size = 0
    for at, each in enumerate(listings):
        if size and size + each.size > most:
            ends.append(at)
            size = 0
        size += each.size
    # Groups that are closed before they are full can be more than wanted; then two and two answer as one.
    ends.append(len(listings))
    while len(ends) > MOST:
        ends = [*ends[1::2], *([] if len(ends) % 2 == 0 else ends[-1:])]
    return ends


def write_filter(listings: Sequence[ShardListing], groups: Sequence[int]) -> list[File]:
    """Write the filter's files."""
    if not groups:
        return []
    bits = np.zeros((len(groups), 1 << BITS), np.bool_)
    for at, (start, end) in enumerate(zip([0, *groups], groups, strict=False)):
        for each in listings[start:end]:
            own = np.frombuffer(zlib.decompress(base64.b64decode(each.grams)), np.uint8)
            bits[at] |= np.unpackbits(own).astype(np.bool_)
    rows = np.packbits(bits.T, axis=1)
    size = len(rows) // PARTS
    files = []
    for part in range(PARTS):
        uri = f"{FOLDER}/pairs-{part}.js"
        data = base64.b64encode(rows[part * size : (part + 1) * size].tobytes()).decode()
        files.append(File(uri=uri, data=write_data_script(uri, data)))
    return files


def list_simplified_pairs(listings: Iterable[ShardListing]) -> str:
    """Return traditional characters each with its simplified one, where either stands in some text."""
    there = set().union(*(each.characters for each in listings))
    return "".join(a + b for a, b in simplified_pairs() if a in there or b in there)
