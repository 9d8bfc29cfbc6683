"""Which documents of a collection belong together: an order in which they stand side by side, and groups.

Single linkage (Sneath 1957) over the mean of the shares both ways: the two that share most are joined first.
Its cost grows with the pairs that share anything, not with all pairs.
"""

from collections.abc import Iterator, Sequence

from hexapla.reuse.find_reuse import DocumentReuse

GROUP_SHARE = 0.25
"""mean share of two documents in each other from which on they are of one group"""
Kinship = tuple[float, str, str]
"""the mean share of two documents in each other, and their ids, ascending"""


def list_kin(documents: Sequence[DocumentReuse]) -> list[Kinship]:
    """Return the pairs of documents that share anything, those that share most first."""
    shared: dict[tuple[str, str], float] = {}
    for each in documents:
        for share in each.shares:
            pair = (min(each.document, share.document), max(each.document, share.document))
            shared[pair] = shared.get(pair, 0.0) + share.share / 2
    return sorted(
        ((share, *pair) for pair, share in shared.items()),
        key=lambda kin: (-round(kin[0], 9), kin[1], kin[2]),
    )


def order_by_kinship(documents: Sequence[DocumentReuse]) -> tuple[str, ...]:
    """Order documents so that those that share much stand together; those that share nothing come last.

    Args:
        documents: in any order.

    Returns:
        Their ids; the largest group first.
    """
    return tuple(name for group in join_kin(documents, 0.0) for name in group)


def group_by_kinship(documents: Sequence[DocumentReuse]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of documents that share a good part of their words, the largest first."""
    return tuple(group for group in join_kin(documents, GROUP_SHARE) if len(group) > 1)


def join_kin(documents: Sequence[DocumentReuse], least: float) -> Iterator[tuple[str, ...]]:
    """Join documents that share at least so much, and yield the groups in the order of their joining."""
    groups = {each.document: [each.document] for each in sorted(documents, key=lambda each: each.document)}
    for share, one, other in list_kin(documents):
        if share >= least and (a := groups[one]) is not (b := groups[other]):
            # the ends that are nearer to each other meet
            if a[0] == one and len(a) > 1:
                a.reverse()
            if b[-1] == other and len(b) > 1:
                b.reverse()
            a += b
            for name in b:
                groups[name] = a
    seen: dict[int, list[str]] = {id(group): group for group in groups.values()}
    yield from sorted(map(tuple, seen.values()), key=lambda group: (-len(group), group))
