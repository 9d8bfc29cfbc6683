"""What is remembered between two searches: which pairs of texts were measured, and which of them are linked.

Whether two texts are linked depends on their words, on what each of their shingles weighs, on the documents
they stand in, and on the first text of each common shingle. A text's signature is the digest of all this. Two
texts whose signatures were known together were measured, and what was found holds; pairs in which either
is new are measured. A further document changes the weight of few shingles, so that few other texts are new.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.held_texts import HeldText
from hexapla.reuse.likeness import CommonText
from hexapla.reuse.shingles import Bools, ShingleIndex
from hexapla.text.window_hashes import MIX

SIGNATURE_BYTES, KEY_BYTES = 16, 8
Measured = dict[tuple[int, int], CommonText]
"""what pairs of texts have in common"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedLinks:
    """All links between some texts."""

    texts: tuple[str, ...]
    """signatures"""
    links: tuple[tuple[int, int, CommonText], ...]
    """places of two texts, and what they have in common"""
    compared: tuple[tuple[int, int, CommonText], ...] = ()
    """the same of texts that are in one family though they are not linked"""


def sign_texts(
    texts: Sequence[HeldText], indexes: tuple[ShingleIndex, ShingleIndex], names: Sequence[str]
) -> list[str]:
    """Return per text the digest of all that decides with which it is linked.

    Args:
        texts: of the collection.
        indexes: their shingles, and the longer ones.
        names: the thresholds, then the ids of the documents that texts number.
    """
    index, longer = indexes
    keys = [each.key.encode("utf-8", "surrogatepass") for each in texts]
    firsts = sum_firsts(longer, [blake2b(key, digest_size=KEY_BYTES).digest() for key in keys])
    begin = blake2b(f"{index.top}\0{names[0]}\0".encode(), digest_size=SIGNATURE_BYTES)
    signatures = []
    for number, key in enumerate(keys):
        digest = begin.copy()
        stretch = slice(int(index.starts[number]), int(index.starts[number + 1]))
        digest.update(index.level_at[stretch].tobytes())
        digest.update(firsts[number].tobytes())
        digest.update(f"{names[1 + texts[number].document]}\0".encode())
        digest.update(key)
        signatures.append(digest.hexdigest())
    return signatures


def sum_firsts(longer: ShingleIndex, keys: Sequence[bytes]) -> NDArray[np.uint64]:
    """Return per text a number that tells which texts are the first to have its common shingles.

    Args:
        longer: the common shingles.
        keys: digest of each text.
    """
    sums = np.zeros(len(keys), np.uint64)
    heads = np.flatnonzero(np.diff(longer.group, prepend=-1))
    sizes = np.diff(np.append(heads, len(longer.group)))
    first = np.repeat(longer.owner[heads], sizes)
    mixed = np.frombuffer(b"".join(keys), np.uint64) * MIX
    mixed ^= mixed >> np.uint64(31)
    np.add.at(sums, longer.owner, mixed[first])
    return sums


def recall_links(
    known: RememberedLinks | None, signatures: Sequence[str]
) -> tuple[Measured, Measured, Bools | None]:
    """Return the links that hold still, and which texts are new.

    Args:
        known: from an earlier search; None: nothing.
        signatures: of the texts there are.

    Returns:
        Links between the earlier and the later text; what else was measured, from the one to the other; per
        text whether its pairs are to be measured, None where all are.
    """
    if known is None:
        return {}, {}, None
    number_of = {signature: number for number, signature in enumerate(signatures)}
    now = {at: number_of[each] for at, each in enumerate(known.texts) if each in number_of}
    links, compared = (
        {(now[one], now[other]): common for one, other, common in pairs if one in now and other in now}
        for pairs in (known.links, known.compared)
    )
    ordered = {
        (min(a, b), max(a, b)): common if a < b else common.reversed() for (a, b), common in links.items()
    }
    wanted = np.ones(len(signatures), np.bool_)
    wanted[list(now.values())] = False
    return ordered, compared, wanted


def keep_links(signatures: Sequence[str], links: Measured, compared: Measured) -> RememberedLinks:
    """Return what a later search may know."""
    return RememberedLinks(
        texts=tuple(signatures),
        links=tuple((one, other, common) for (one, other), common in sorted(links.items())),
        compared=tuple((one, other, common) for (one, other), common in sorted(compared.items())),
    )
