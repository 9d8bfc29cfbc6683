"""From the passages of a collection to its families, and to what each document shares with each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.reuse.candidates import find_candidates
from hexapla.reuse.document_passages import DocumentPassages
from hexapla.reuse.families import ReuseFamily, TextLinks, form_families
from hexapla.reuse.held_texts import HeldText, collect_held_texts
from hexapla.reuse.likeness import CommonText, ReuseWeights, link_texts, measure_common_text
from hexapla.reuse.shingles import ShingleIndex, index_shingles

LEAST_SHARE = 0.005
"""share of a document below which it is not told"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentShare:
    """How much of a document stands in another one."""

    document: str
    """the other"""
    share: float
    """of the characters of the document's latest version, 0 to 1; formulae count for nothing"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReuse:
    """What a document shares with others."""

    document: str
    title: str
    characters: int
    """folded, of the latest version"""
    shares: tuple[DocumentShare, ...]
    """the largest first"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionReuse:
    """Which clauses of a collection stand in several of its documents."""

    families: tuple[ReuseFamily, ...]
    documents: tuple[DocumentReuse, ...]
    """by id"""


def find_reuse(documents: Sequence[DocumentPassages], weights: ReuseWeights | None = None) -> CollectionReuse:
    """Find the clauses that stand in several documents, word for word, nearly, or in part.

    Args:
        documents: in any order.
        weights: the thresholds; None: the usual ones.

    Post-conditions:
        1. The result does not depend on the order of `documents`.
        2. No family lies within one document.
    """
    texts = collect_held_texts(documents)
    index = index_shingles(texts)
    links = dict(find_links(texts, index, weights or ReuseWeights()))

    def compare(a: int, b: int) -> CommonText:
        return measure_common_text(index, (a, texts[a].key), (b, texts[b].key))

    families = form_families(texts, links, compare, total=len(documents))
    return CollectionReuse(
        families=families,
        documents=tuple(sum_shares(documents, texts, links, families)),
    )


def find_links(
    texts: Sequence[HeldText], index: ShingleIndex, weights: ReuseWeights
) -> Iterator[tuple[tuple[int, int], CommonText]]:
    """Yield the pairs of texts of which one stands in the other, wholly or in part, ascending."""
    (earlier, later), common_weights = find_candidates(texts, index)
    for a, b, weight in zip(earlier.tolist(), later.tolist(), common_weights.tolist(), strict=True):
        common = link_texts(index, (a, texts[a].key), (b, texts[b].key), weight, weights)
        if common is not None:
            yield (a, b), common


def sum_shares(
    documents: Sequence[DocumentPassages],
    texts: Sequence[HeldText],
    links: TextLinks,
    families: Sequence[ReuseFamily],
) -> Iterator[DocumentReuse]:
    """Yield what each document shares with others, by id."""
    number = {text.key: place for place, text in enumerate(texts)}
    formulae = {
        (member.document, member.version, member.clause)
        for family in families
        if family.formula
        for member in family.members
    }
    shared_with = make_share_finder(texts, links)
    for each in sorted(documents, key=lambda document: document.document):
        latest = [passage for passage in each.passages if each.latest in passage.versions]
        size = sum(len(passage.key) for passage in latest)
        totals: defaultdict[str, float] = defaultdict(float)
        for passage in latest:
            if (each.document, passage.versions[0], passage.clause) in formulae:
                continue
            for other, share in shared_with(number[passage.key], each.document).items():
                totals[other] += share * len(passage.key)
        shares = [DocumentShare(document=other, share=total / size) for other, total in totals.items()]
        shares.sort(key=lambda share: (-round(share.share, 9), share.document))
        yield DocumentReuse(
            document=each.document,
            title=each.title,
            characters=size,
            shares=tuple(share for share in shares if share.share >= LEAST_SHARE),
        )


def make_share_finder(
    texts: Sequence[HeldText], links: TextLinks
) -> Callable[[int, str], Mapping[str, float]]:
    """Return what tells, of a text of a document, which share of it stands in each other document."""
    linked: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for (a, b), common in links.items():
        linked[a].append((b, common.share_a))
        linked[b].append((a, common.share_b))

    def find(text: int, own: str) -> Mapping[str, float]:
        best: dict[str, float] = {}
        for other, share in ((text, 1.0), *linked[text]):
            for holder in texts[other].holders:
                if holder.document != own:
                    best[holder.document] = max(share, best.get(holder.document, 0.0))
        return best

    return find
