"""References after a renumbering: what cites a clause by its old number cites it by the new one.

Only the law's own words are rewritten, never those that the instrument wrote: its authors had the new
numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from hexapla.amending.draft_law import DraftLaw, Entry
from hexapla.amending.edit_structure import write_number
from hexapla.amending.law_passages import Passage, mark_value, renumber_mark
from hexapla.model import Version
from hexapla.references import Citation, ClauseIndex, Outcome, find_citations, index_clauses, resolve_citation
from hexapla.references.citations import ARTICLE as ARTICLE_PATTERN
from hexapla.units import map_clauses_to_units

TOP = regex.compile(ARTICLE_PATTERN)
STEP = regex.compile(r"[第（(]{1,2}[^第款项項目号號（()）]{1,14}[）)]?[款项項目号號]")
STEP_KINDS = {"款": "paragraph", "项": "item", "項": "item", "目": "subitem"}


@dataclass(frozen=True, slots=True)
class RewrittenReference:
    """A reference that was rewritten since what it cites has another number."""

    clause: str
    """the number of the clause in which it stands, in the amended text"""
    before: str
    after: str
    """empty where the clause that was cited is gone: nothing was rewritten then"""


@dataclass(frozen=True, slots=True)
class NewNumbers:
    """What the numbers of the base became."""

    removed: frozenset[str]
    """ids of the articles that are no longer there"""
    entries: Mapping[str, Entry]
    """by the id of the unit or division"""
    passages: Mapping[tuple[str, tuple[tuple[str, str], ...]], tuple[str, ...]]
    """(unit, steps below it in the base) → the numbers of these steps now"""


def list_steps(entry: Entry) -> Iterator[tuple[tuple[tuple[str, str], ...], tuple[str, ...]]]:
    """Yield the steps by which passages were cited in the base, and their numbers now."""
    paragraph = 0
    for passage in entry.passages:
        paragraph += not passage.number
        if passage.number:
            continue
        old, new = (("paragraph", passage.label),), (str(paragraph),)
        if passage.label:
            yield old, new
        for item in passage.children:
            if item.label and passage.label:
                yield (*old, ("item", item.label)), (*new, str(mark_value(item.number)))
                if sum(bool(each.children) for each in entry.passages) == 1:
                    yield (("item", item.label),), (str(mark_value(item.number)),)


def collect_numbers(law: DraftLaw, units: frozenset[str]) -> NewNumbers:
    """Write down what every number of the base became, where it changed.

    Args:
        law: as amended.
        units: ids of all units of the base.
    """
    entries = {
        entry.id: entry
        for entry in law.entries
        if entry.id and entry.label and (entry.new_label != entry.label or entry.rearranged)
    }
    passages = {
        (entry.id, old): new
        for entry in entries.values()
        if entry.rearranged and not entry.restated
        for old, new in list_steps(entry)
        if tuple(number for _, number in old) != new
    }
    left = {entry.id for entry in law.entries}
    return NewNumbers(frozenset(units - left), entries, passages)


def rewrite_steps(printed: str, old: tuple[tuple[str, str], ...], new: tuple[str, ...]) -> str:
    """Rewrite the numbers of the last steps of a reference."""
    found = list(STEP.finditer(printed))
    wanted = list(zip(old, new, strict=True))[-len(found) :] if found else []
    if len(found) < len(wanted):
        return printed
    out, at = [], 0
    for match, (_, number) in zip(found, wanted, strict=False):
        out += [printed[at : match.start()], renumber_mark(match[0], int(number))]
        at = match.end()
    return "".join([*out, printed[at:]])


def rewrite_below(citation: Citation, aim: str, now: NewNumbers) -> str:
    """Write the steps of a reference below its article with their numbers now."""
    printed, below = citation.printed, citation.below
    steps = now.passages.get((aim, below)) if below else None
    if steps is None and len(below) > 1:
        first = now.passages.get((aim, below[:1]))
        steps = (*first, *(number for _, number in below[1:])) if first else None
    if not steps or not all(number.isdecimal() for number in steps):
        return printed
    top = TOP.match(printed)
    cut = top.end() if top else 0
    return printed[:cut] + rewrite_steps(printed[cut:], below, steps)


def rewrite_citation(
    citation: Citation, unit: str, index: ClauseIndex, owner: Mapping[str, str], now: NewNumbers
) -> str | None:
    """Write a reference with the numbers that its aim has now; None if that is gone."""
    printed = citation.printed
    resolution = resolve_citation(citation, unit, index)
    aim = owner.get(resolution.clause or "", resolution.clause or "")
    if resolution.outcome is not Outcome.FOUND or citation.kind in ("above", "before"):
        return printed
    if aim in now.removed and citation.kind == "unit":
        return None
    entry = now.entries.get(aim)
    if entry is None:
        return printed
    printed = rewrite_below(citation, aim, now)
    if entry.new_label == entry.label or not entry.new_label:
        return printed
    if entry.kind == "division":
        return renumber_mark(printed, int(entry.new_label)) if entry.new_label.isdecimal() else printed
    top = TOP.match(printed)
    return write_number(top[0], entry.new_label) + printed[top.end() :] if top else printed


def grown(passage: Passage, place: int) -> int:
    """Return by how much exchanges before a place of the base's words have moved it."""
    return sum(len(new) - (end - start) for start, end, new in passage.traces if start < place)


def rewrite_passage(
    passage: Passage, citations: Iterator[tuple[Citation, str | None]]
) -> list[tuple[str, str]]:
    """Put rewritten references into a passage.

    Returns:
        what was rewritten, before and after; nothing after where the aim is gone.
    """
    told, noted = [], []
    gone: list[str] = []
    out: list[str] = []
    at = shift = 0
    fresh = list(passage.fresh)
    for citation, after in citations:
        if after == citation.printed or citation.start < at:
            continue
        if any(start < citation.end and citation.start < end for start, end in passage.fresh):
            continue
        if after is None:
            gone.append(citation.printed)
            continue
        out += [passage.text[at : citation.start], after]
        at = citation.end
        difference = len(after) - len(citation.printed)
        fresh = [
            (start + difference, end + difference) if start >= citation.end + shift else (start, end)
            for start, end in fresh
        ]
        shift += difference
        told.append((citation.printed, after))
        before = sum(
            len(new) - (end - start)
            for start, end, new in passage.traces
            if start + grown(passage, start) < citation.start
        )
        noted.append((citation.start - before, citation.end - before, after))
    if told:
        passage.text, passage.fresh = "".join([*out, passage.text[at:]]), fresh
        passage.traces = sorted([*passage.traces, *noted])
    return [*told, *((printed, "") for printed in gone)]


def rewrite_references(law: DraftLaw, version: Version) -> tuple[RewrittenReference, ...]:
    """Rewrite the references of a law whose clauses have new numbers.

    Args:
        law: after the commands, with its new numbers.
        version: the base.

    Returns:
        what was rewritten, in the order of the amended text.
    """
    index, owner = index_clauses(version), map_clauses_to_units(version)
    now = collect_numbers(law, frozenset(owner.values()))
    if not now.entries and not now.removed:
        return ()
    told = []
    for entry in law.entries:
        if entry.kind not in ("article", "other") or not entry.id:
            continue
        for passage in entry.walk():
            if passage.fresh == [(0, len(passage.text))]:
                continue
            citations = (
                (citation, rewrite_citation(citation, entry.id, index, owner, now))
                for citation in find_citations(passage.text)
            )
            told += [
                RewrittenReference(entry.number, before, after)
                for before, after in rewrite_passage(passage, citations)
            ]
    return tuple(told)
