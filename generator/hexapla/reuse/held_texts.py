"""All passages of a collection, each text once, with the documents that hold it word for word."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.reuse.document_passages import DocumentPassages, ReusePassage

UNRANKED = 1 << 30
"""sorts what nobody ranked after what somebody did"""
UNDATED = "9999"
"""sorts what bears no date after what does"""


@dataclass(frozen=True, slots=True)
class Holder:
    """A document that holds a text."""

    document: str
    passage: ReusePassage
    rank: int | None = None

    @property
    def order(self) -> tuple[int, str, str]:
        """By which holders stand: the higher rank first, then the earlier date, then the document's id."""
        return make_order(self.rank, self.passage.date, self.document)


@dataclass(frozen=True, slots=True)
class HeldText:
    """Words that one document or several hold."""

    key: str
    """as `ReusePassage.key`"""
    document: int
    """number of the first document that holds it, in the order of documents"""
    holders: tuple[Holder, ...]
    """in their order; each document once"""


def make_order(rank: int | None, date: str, document: str) -> tuple[int, str, str]:
    """Return by what documents and holders are sorted."""
    return UNRANKED if rank is None else rank, date or UNDATED, document


def collect_held_texts(documents: Sequence[DocumentPassages]) -> tuple[HeldText, ...]:
    """Return each text once: document by document, the higher in rank and the earlier first.

    Post-conditions:
        1. The result does not depend on the order of `documents`.
        2. `HeldText.document` ascends.
    """
    number_of: dict[str, int] = {}
    first: dict[str, Holder] = {}
    further: defaultdict[str, list[Holder]] = defaultdict(list)
    for number, each in enumerate(sorted(documents, key=order_document)):
        number_of[each.document] = number
        for passage in each.passages:
            holder = Holder(each.document, passage, each.rank)
            if first.setdefault(passage.key, holder) is not holder:
                further[passage.key].append(holder)
    return tuple(
        HeldText(key, number_of[holder.document], order_holders(holder, further.get(key)))
        for key, holder in first.items()
    )


def order_holders(one: Holder, more: Sequence[Holder] | None) -> tuple[Holder, ...]:
    """Return holders in their order; most are one."""
    return tuple(sorted((one, *more), key=lambda holder: holder.order)) if more else (one,)


def name_documents(documents: Sequence[DocumentPassages]) -> list[str]:
    """Return the ids of the documents that `HeldText.document` numbers."""
    return [each.document for each in sorted(documents, key=order_document)]


def order_document(document: DocumentPassages) -> tuple[int, str, str]:
    """Return by what a document is sorted: its rank, its earliest date, its id."""
    dates = [passage.date for passage in document.passages if passage.date]
    return make_order(document.rank, min(dates, default=""), document.document)
