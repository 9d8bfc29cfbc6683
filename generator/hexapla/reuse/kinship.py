"""Which documents of a collection belong together: an order in which they stand side by side, and groups.

Average linkage (Sokal and Michener 1958) over the mean of the shares both ways; single linkage would chain
documents whose ends have nothing in common. Of a large collection only documents that are joined by some
chain are compared, so that its cost grows with what is shared and not with all pairs.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from hexapla.reuse.find_reuse import DocumentReuse

GROUP_SHARE = 0.25
"""mean share of the documents of a group in each other"""
FEWEST_COMPARED, MOST_COMPARED = 3, 2_000
"""documents of a chain that are compared all with all; a longer one stays as it is"""
Kinship = tuple[float, str, str]
"""the mean share of two documents in each other, and their ids, ascending"""


def list_kin(documents: Sequence[DocumentReuse]) -> list[Kinship]:
    """Return the pairs of documents that share anything, those that share most first."""
    known = {each.document for each in documents}
    shared: dict[tuple[str, str], float] = {}
    for each in documents:
        for share in each.shares:
            if share.document in known:
                pair = (min(each.document, share.document), max(each.document, share.document))
                shared[pair] = shared.get(pair, 0.0) + share.share / 2
    return sorted(
        ((share, *pair) for pair, share in shared.items()),
        key=lambda kin: (-round(kin[0], 9), kin[1], kin[2]),
    )


def order_by_kinship(documents: Sequence[DocumentReuse]) -> tuple[str, ...]:
    """Order documents so that those that share much stand together.

    Args:
        documents: in any order.

    Returns:
        Their ids; those that are joined by the longest chain first, those that share nothing last.
    """
    kin = list_kin(documents)
    return tuple(name for chain in find_chains(documents, kin, 0.0) for name in order_chain(chain, kin))


def group_by_kinship(documents: Sequence[DocumentReuse]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of documents that share a good part of their words, the largest first."""
    kin = list_kin(documents)
    chains = (chain for chain in find_chains(documents, kin, GROUP_SHARE) if len(chain) > 1)
    groups = (group for chain in chains for group in part_chain(chain, kin) if len(group) > 1)
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def find_chains(
    documents: Sequence[DocumentReuse], kin: Sequence[Kinship], least: float
) -> list[tuple[str, ...]]:
    """Return the documents that are joined by pairs which share at least so much, the longest chain first."""
    chain_of = {each.document: [each.document] for each in documents}
    for share, one, other in kin:
        if share >= least and (a := chain_of[one]) is not (b := chain_of[other]):
            larger, smaller = (a, b) if len(a) >= len(b) else (b, a)
            larger += smaller
            for name in smaller:
                chain_of[name] = larger
    chains = {id(chain): chain for chain in chain_of.values()}
    return sorted((tuple(sorted(chain)) for chain in chains.values()), key=lambda chain: (-len(chain), chain))


def join_chain(
    chain: Sequence[str], kin: Sequence[Kinship]
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Return how the documents of a chain are joined, as `scipy.cluster.hierarchy.linkage` has it."""
    place = {name: at for at, name in enumerate(chain)}
    apart = np.ones((len(chain), len(chain)))
    np.fill_diagonal(apart, 0.0)
    for share, one, other in kin:
        if one in place and other in place:
            apart[place[one], place[other]] = apart[place[other], place[one]] = 1.0 - min(1.0, share)
    from scipy.cluster.hierarchy import linkage  # noqa: PLC0415 - most sites ask for no kinship
    from scipy.spatial.distance import squareform  # noqa: PLC0415 - as above

    return linkage(squareform(apart, checks=False), "average", optimal_ordering=True)


def order_chain(chain: tuple[str, ...], kin: Sequence[Kinship]) -> Iterator[str]:
    """Yield the documents of a chain, those that share much beside each other."""
    if not FEWEST_COMPARED <= len(chain) <= MOST_COMPARED:
        yield from chain
    else:
        from scipy.cluster.hierarchy import leaves_list  # noqa: PLC0415 - as above

        yield from (chain[at] for at in leaves_list(join_chain(chain, kin)).tolist())


def part_chain(chain: tuple[str, ...], kin: Sequence[Kinship]) -> list[tuple[str, ...]]:
    """Part a chain into groups that share enough on the mean."""
    if not FEWEST_COMPARED <= len(chain) <= MOST_COMPARED:
        return [chain]
    from scipy.cluster.hierarchy import fcluster  # noqa: PLC0415 - as above

    parts: dict[int, list[str]] = {}
    marks = fcluster(join_chain(chain, kin), 1.0 - GROUP_SHARE, "distance").tolist()
    for name, mark in zip(chain, marks, strict=True):
        parts.setdefault(mark, []).append(name)
    return [tuple(part) for part in parts.values()]
