"""From the passages of a collection to its families, and to what each document shares with each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.reuse.document_passages import DocumentPassages, ReusePassage
from hexapla.reuse.families import ReuseFamily, TextLinks, form_families
from hexapla.reuse.held_texts import HeldText, collect_held_texts, name_documents
from hexapla.reuse.likeness import ReuseWeights
from hexapla.reuse.linked_texts import link_collection
from hexapla.reuse.remembered_search import NO_SEARCH, RememberedSearch

FoundShares = Mapping[int, Mapping[str, tuple[float, ReusePassage]]]
"""per passage, by its place, which share of it stands in which document, and in which passage there"""
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
class ClosestClause:
    """Where most of a clause stands outside of its document."""

    place: int
    """of the clause's passage among those of its document"""
    document: str
    version: str
    clause: str
    share: float
    """of the clause that stands there, 0 to 1"""
    formula: bool
    """it stands in so many documents that it counts in no share"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReuse:
    """What a document shares with others."""

    document: str
    title: str
    characters: int
    """folded, of the latest version"""
    rank: int | None = None
    """1 is the highest; None: nobody says"""
    shares: tuple[DocumentShare, ...]
    """the largest first"""
    closest: tuple[ClosestClause, ...] = ()
    """of the passages of the latest version that stand elsewhere, in their order; of documents that have as
    much of a clause the one that has most of the whole text"""
    families: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """per passage of any version that is in families its place, and theirs in the collection"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionReuse:
    """Which clauses of a collection stand in several of its documents."""

    families: tuple[ReuseFamily, ...]
    documents: tuple[DocumentReuse, ...]
    """by id"""


def find_reuse(
    documents: Sequence[DocumentPassages],
    weights: ReuseWeights | None = None,
) -> CollectionReuse:
    """Find the clauses that stand in several documents, word for word, nearly, or in part.

    Args:
        documents: in any order.
        weights: the thresholds; None: the usual ones.

    Post-conditions:
        1. The result does not depend on the order of `documents`.
        2. No family lies within one document.
    """
    found, _ = find_reuse_since(None, documents, weights)
    return found


def find_reuse_since(
    known: RememberedSearch | None,
    documents: Sequence[DocumentPassages],
    weights: ReuseWeights | None = None,
) -> tuple[CollectionReuse, RememberedSearch]:
    """Do the same as `find_reuse`, and measure only what an earlier search has not.

    Args:
        known: what any earlier search returned; None: nothing.
        documents: in any order.
        weights: the thresholds; None: the usual ones.

    Returns:
        what is found, the same whatever is known, and what a later search may know.
    """
    texts = collect_held_texts(documents)
    linked = link_collection(known or NO_SEARCH, texts, name_documents(documents), weights or ReuseWeights())
    families, held_by = form_families(texts, linked.links, linked.compare, total=len(documents))
    found = CollectionReuse(
        families=families,
        documents=tuple(sum_shares(documents, texts, linked.links, families, held_by)),
    )
    return found, linked.remember()


def sum_shares(
    documents: Sequence[DocumentPassages],
    texts: Sequence[HeldText],
    links: TextLinks,
    families: Sequence[ReuseFamily],
    held_by: Mapping[int, tuple[int, ...]],
) -> Iterator[DocumentReuse]:
    """Yield what each document shares with others, by id."""
    number = {text.key: place for place, text in enumerate(texts)}
    formulae = {
        (member.document, member.version, member.clause)
        for family in families
        if family.formula
        for member in family.members
    }
    find_shares = make_share_finder(texts, links)
    for each in sorted(documents, key=lambda document: document.document):
        found = {
            place: find_shares(number[passage.key], each.document)
            for place, passage in enumerate(each.passages)
            if each.latest in passage.versions
        }
        formal = frozenset(
            place
            for place in found
            for passage in [each.passages[place]]
            if (each.document, passage.versions[0], passage.clause) in formulae
        )
        belongs = (
            (place, held_by.get(number[passage.key], ())) for place, passage in enumerate(each.passages)
        )
        yield DocumentReuse(
            document=each.document,
            title=each.title,
            rank=each.rank,
            characters=sum(len(each.passages[place].key) for place in found),
            shares=tuple(order_shares(each, found, formal)),
            closest=tuple(choose_closest_clauses(each, found, formal)),
            families=tuple((place, own) for place, own in belongs if own),
        )


def sum_totals(each: DocumentPassages, found: FoundShares, formal: frozenset[int]) -> Mapping[str, float]:
    """Return how many characters of a document stand in each other one; formulae aside."""
    totals: defaultdict[str, float] = defaultdict(float)
    for place in found.keys() - formal:
        for other, (share, _) in found[place].items():
            totals[other] += share * len(each.passages[place].key)
    return totals


def order_shares(
    each: DocumentPassages, found: FoundShares, formal: frozenset[int]
) -> Iterator[DocumentShare]:
    """Yield what a document shares with others, the largest share first; the smallest are not told."""
    size = sum(len(each.passages[place].key) for place in found)
    totals = sum_totals(each, found, formal)
    shares = [DocumentShare(document=other, share=total / size) for other, total in totals.items()]
    shares.sort(key=lambda share: (-round(share.share, 9), share.document))
    yield from (share for share in shares if share.share >= LEAST_SHARE)


def choose_closest_clauses(
    each: DocumentPassages, found: FoundShares, formal: frozenset[int]
) -> Iterator[ClosestClause]:
    """Yield of each passage the document that has most of it; of equals the one that has most of the text."""
    totals = sum_totals(each, found, formal)
    for place, held in found.items():
        if not held:
            continue
        best = min(
            held, key=lambda other: (-round(held[other][0], 2), -round(totals.get(other, 0.0), 9), other)
        )
        share, passage = held[best]
        yield ClosestClause(
            place=place,
            document=best,
            version=passage.versions[0],
            clause=passage.clause,
            share=share,
            formula=place in formal,
        )


def make_share_finder(
    texts: Sequence[HeldText], links: TextLinks
) -> Callable[[int, str], Mapping[str, tuple[float, ReusePassage]]]:
    """Return what tells, of a text of a document, which share of it stands in each other one, and where."""
    linked: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for (a, b), common in links.items():
        linked[a].append((b, common.share_a))
        linked[b].append((a, common.share_b))

    def find(text: int, own: str) -> Mapping[str, tuple[float, ReusePassage]]:
        best: dict[str, tuple[float, ReusePassage]] = {}
        if text not in linked and len(texts[text].holders) == 1:
            return best
        for other, share in ((text, 1.0), *linked.get(text, ())):
            for holder in texts[other].holders:
                if holder.document != own and share > best.get(holder.document, (0.0, None))[0]:
                    best[holder.document] = (share, holder.passage)
        return best

    return find
