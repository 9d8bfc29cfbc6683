"""What the parts of a compilation share: how many clauses of the one stand in which other."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hexapla.model import Document, Order
from hexapla.reuse import DocumentPassages, ReusePassage, extract_passages, find_reuse
from hexapla.units import Unit, build_units

FEWEST, MOST = 3, 24
"""texts of a document of which it is told: two have a comparison, and of more nobody reads a sentence"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCount:
    """How many clauses of a text stand in the other one that has most of them."""

    version: str
    clauses: int
    """of the text, those with a number if any has one"""
    shared: int
    other: str
    """siglum; empty: it shares nothing with any"""


def count_shared_clauses(document: Document) -> tuple[SharedCount, ...]:
    """Say what parallel texts of a document share, each pair once; empty where they share nothing.

    Each text is told with the other in which most of its clauses stand, wholly or in part.
    """
    if document.order is not Order.PARALLEL or not FEWEST <= len(document.versions) <= MOST:
        return ()
    own = [take_part(document, siglum) for siglum in document.sigla]
    counts = {
        each.document: Counter(closest.document for closest in each.closest)
        for each in find_reuse(own).documents
    }
    return tuple(list_counts(document, counts)) if any(counts.values()) else ()


def take_part(document: Document, siglum: str) -> DocumentPassages:
    """Return the passages of one text of a document, as a document of its own."""
    alone = replace(document, id=siglum, base=None, versions=(document.version(siglum),))
    passages = extract_passages(alone)
    counted = {unit.id for unit in list_counted_units(document, siglum)}
    clauses: dict[str, ReusePassage] = {}
    for passage in (each for each in passages.passages if each.clause in counted):
        clauses.setdefault(passage.clause, passage)
    return replace(passages, passages=tuple(clauses.values()))


def list_counted_units(document: Document, siglum: str) -> tuple[Unit, ...]:
    """Return the units of a text that a reader counts: those with a number, or all where none has one."""
    units = build_units(document.version(siglum))
    return tuple(unit for unit in units if unit.number) or units


def list_counts(document: Document, counts: dict[str, "Counter[str]"]) -> Iterator[SharedCount]:
    """Yield a count per text, in their order, but for the second of a pair."""
    told: set[tuple[str, str]] = set()
    for siglum in document.sigla:
        clauses = len(list_counted_units(document, siglum))
        most = max(counts[siglum].items(), key=lambda each: each[1], default=("", 0))
        if (most[0], siglum) in told or (not most[0] and any(siglum in pair for pair in told)):
            continue
        told.add((siglum, most[0]))
        yield SharedCount(version=siglum, clauses=clauses, shared=most[1], other=most[0])
