"""Take from a document what may stand in other documents too: its clauses, folded, once each.

All versions of a document hold a text together: a clause that stands unchanged in five of them is one passage
with five sigla, and never “reuse”. A very long clause is several passages, so that two clauses are compared
in bounded time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.model import Document, Version
from hexapla.text import fold_script, make_key
from hexapla.text.scripts import count_unspaced
from hexapla.units import Unit, build_units

SHORTEST_HAN, SHORTEST_WORDS = 10, 30
"""folded characters below which a passage says too little to be anybody's: “Definitions”, 附则"""
LONGEST = 3_000
"""folded characters of a passage; two of them are aligned in about half a millisecond"""
SAMPLE = 200
"""characters from which it is told whether a passage is written without spaces"""

Codes = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusePassage:
    """Words of a document: a clause, or a stretch of a very long one, in all versions that have it so."""

    key: str
    """folded as texts are compared, in simplified characters"""
    clause: str
    """id of the unit in the first of the versions"""
    number: str | None
    """as printed there"""
    versions: tuple[str, ...]
    """sigla, in order"""
    date: str
    """ISO 8601, of the first of them; empty: not known"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPassages:
    """All passages of a document."""

    document: str
    """id"""
    title: str
    passages: tuple[ReusePassage, ...]
    """in the order of the versions and of the text; no key twice"""
    latest: str = ""
    """siglum of the version that stands for the document where its shares are told"""
    rank: int | None = None
    """1 is the highest; None: nobody says"""


def extract_passages(document: Document, *, rank: int | None = None) -> DocumentPassages:
    """Take the passages of all versions of a document.

    Args:
        document: as it was segmented.
        rank: its rank among others (a law's is above a rule's); 1 is the highest.
    """
    first: dict[str, tuple[Version, Unit]] = {}
    sigla: dict[str, list[str]] = {}
    for version in document.versions:
        for unit in build_units(version):
            for key in make_passage_keys(unit):
                first.setdefault(key, (version, unit))
                held = sigla.setdefault(key, [])
                if version.siglum not in held:
                    held.append(version.siglum)
    return DocumentPassages(
        document=document.id,
        title=document.title,
        rank=rank,
        latest=document.base or (document.sigla[-1] if document.sigla else ""),
        passages=tuple(
            ReusePassage(
                key=key,
                clause=unit.id,
                number=unit.number,
                versions=tuple(sigla[key]),
                date=version.issued or "",
            )
            for key, (version, unit) in first.items()
        ),
    )


def make_passage_keys(unit: Unit) -> tuple[str, ...]:
    """Return the keys of a unit's passages; none where it was repealed or says too little."""
    if unit.is_repealed:
        return ()
    return tuple(key for key in cut_long_key(make_passage_key(unit)) if len(key) >= shortest_length(key))


def make_passage_key(unit: Unit) -> str:
    """Fold a unit's heading and text, as clauses are compared; a traditional text as a simplified one."""
    return fold_script(make_key(unit.headed_text))


def cut_long_key(key: str) -> Iterator[str]:
    """Cut a key into stretches of at most `LONGEST` characters, of about equal length.

    >>> [len(piece) for piece in cut_long_key("a" * 7000)]
    [2334, 2333, 2333]
    """
    count = max(1, -(-len(key) // LONGEST))
    size, more = divmod(len(key), count)
    start = 0
    for place in range(count):
        end = start + size + (place < more)
        yield key[start:end]
        start = end


def lacks_spaces(key: str) -> bool:
    """Tell whether a key is mostly of scripts that are written without spaces.

    >>> lacks_spaces("归还工具"), lacks_spaces("returnofthetools")
    (True, False)
    """
    head = key[:SAMPLE]
    return 2 * count_unspaced(head) >= len(head)


def shortest_length(key: str) -> int:
    """Return how long a passage must be to count."""
    return SHORTEST_HAN if lacks_spaces(key) else SHORTEST_WORDS


def join_codes(keys: Sequence[str]) -> Codes:
    """Return the code points of all keys, one after another."""
    return np.frombuffer("".join(keys).encode("utf-32-le", "surrogatepass"), np.uint32)
