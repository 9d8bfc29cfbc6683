"""References after a renumbering: what cites a clause by its old number cites it by the new one.

Only the law's own words are rewritten, never those that the instrument wrote: its authors had the new
numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from hexapla.amending.draft_law import DraftLaw, Entry
from hexapla.amending.edit_structure import write_number
from hexapla.amending.law_passages import Passage, mark_value, renumber_mark
from hexapla.model import Version
from hexapla.references import Citation, ClauseIndex, Outcome, find_citations, index_clauses, resolve_citation
from hexapla.references.citations import ARTICLE as ARTICLE_PATTERN
from hexapla.text.numerals import make_number_key
from hexapla.units import map_clauses_to_units

TOP = regex.compile(ARTICLE_PATTERN)
STEP = regex.compile(r"[第（(]{1,2}[^第款项項目号號（()）]{1,14}[）)]?[款项項目号號]")
STEP_KINDS = {"款": "paragraph", "项": "item", "項": "item", "目": "subitem"}
THROUGH = regex.compile("[至到]")
"""what stands between the ends of a range"""
JOINT = regex.compile("[、，,]|以及|或者|[和与與及或至到]")
"""what stands between two references of a list"""


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
    """by the id of the unit or division; of an article that was merged, that of which it became part"""
    merged: frozenset[str]
    """ids of the articles that became part of another"""
    order: tuple[str, ...]
    """ids of all articles of the base, in order"""
    living: Mapping[str, Entry]
    """of these the articles that are left, by their ids"""
    passages: Mapping[tuple[str, tuple[tuple[str, str], ...]], tuple[str, ...]]
    """(unit, steps below it in the base) → the numbers of these steps now"""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A stretch of a text, and what stands there then."""

    start: int
    end: int
    before: str
    after: str | None
    """None: what is cited is gone"""
    aim: str = ""
    """the id of the article that is cited; empty where none is"""
    top: bool = False
    """an article is cited, and nothing below it"""
    ends: bool = False
    """it is the end of a range, in place of one that is gone; told also where both numbers are equal"""


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


def collect_numbers(law: DraftLaw, units: tuple[str, ...]) -> NewNumbers:
    """Write down what every number of the base became, where it changed.

    Args:
        law: as amended.
        units: ids of all units of the base, in order.
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
    left = {entry.id: entry for entry in law.entries if entry.id}
    merged = {gone: host for gone, host in law.merged.items() if host.id in left}
    removed = frozenset(units) - set(left) - set(merged)
    return NewNumbers(removed, entries | merged, frozenset(merged), units, left, passages)


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
) -> Rewriting:
    """Write a reference with the numbers that its aim has now."""
    printed = citation.printed
    same = Rewriting(citation.start, citation.end, printed, printed)
    resolution = resolve_citation(citation, unit, index)
    aim = owner.get(resolution.clause or "", resolution.clause or "")
    if resolution.outcome is not Outcome.FOUND or citation.kind in ("above", "before"):
        return same
    if citation.kind == "unit":
        same = replace(same, aim=aim, top=not citation.below)
    if citation.kind == "unit" and (aim in now.removed or (aim in now.merged and citation.below)):
        return replace(same, after=None)
    entry = now.entries.get(aim)
    if entry is None:
        return same
    printed = rewrite_below(citation, aim, now)
    if not entry.new_label or (entry.new_label == entry.label and aim not in now.merged):
        return replace(same, after=printed)
    if entry.kind == "division":
        new = renumber_mark(printed, int(entry.new_label)) if entry.new_label.isdecimal() else printed
        return replace(same, after=new)
    top = TOP.match(printed)
    return replace(
        same, after=write_number(top[0], entry.new_label) + printed[top.end() :] if top else printed
    )


def find_survivor(first: str, last: str, now: NewNumbers, *, highest: bool) -> Entry | None:
    """Find of a range of articles of the base the one left whose number is now the lowest, or the highest."""
    held = now.order[now.order.index(first) : now.order.index(last) + 1]
    left = [now.living[each] for each in held if each in now.living]
    if not left:
        return None
    return (max if highest else min)(left, key=lambda entry: make_number_key(entry.new_label))


def narrow_ranges(found: Sequence[Rewriting], text: str, now: NewNumbers) -> list[Rewriting]:
    """Let a range an end of which is gone end with what is left of it: 第二条至第四条 without 第四条."""
    out = list(found)
    for k in range(len(found) - 1):
        one, other = found[k], found[k + 1]
        if not (one.top and other.top and THROUGH.fullmatch(text[one.end : other.start])):
            continue
        for index, end, highest in ((k, one, False), (k + 1, other, True)):
            entry = find_survivor(one.aim, other.aim, now, highest=highest) if end.after is None else None
            if entry is not None:
                out[index] = replace(
                    end, after=write_number(end.before, entry.new_label), aim=entry.id, ends=True
                )
    return out


def join_equal(found: Sequence[Rewriting], text: str, now: NewNumbers) -> list[Rewriting]:
    """Cite once what a list cites twice since the articles were merged: 第二条、第三条 that became 第二条."""
    out: list[Rewriting] = []
    for each in found:
        last = out[-1] if out else None
        if (
            last
            and last.top
            and each.top
            and each.after
            and each.after == last.after
            and (each.before != last.before)
            and ({each.aim, last.aim} & now.merged or each.aim == last.aim)
            and JOINT.fullmatch(text[last.end : each.start])
        ):
            out[-1] = replace(last, end=each.end, before=text[last.start : each.end])
        else:
            out.append(each)
    return out


def grown(passage: Passage, place: int) -> int:
    """Return by how much exchanges before a place of the base's words have moved it."""
    return sum(len(new) - (end - start) for start, end, new in passage.traces if start < place)


def rewrite_passage(passage: Passage, rewritings: Sequence[Rewriting]) -> list[tuple[str, str]]:
    """Put rewritten references into a passage.

    Returns:
        what was rewritten, before and after; nothing after where the aim is gone.
    """
    told, noted = [], []
    gone: list[str] = []
    out: list[str] = []
    at = shift = 0
    fresh = list(passage.fresh)
    for each in rewritings:
        if (each.after == each.before and not each.ends) or each.start < at:
            continue
        if any(start < each.end and each.start < end for start, end in passage.fresh):
            continue
        if each.after is None:
            gone.append(each.before)
            continue
        out += [passage.text[at : each.start], each.after]
        at = each.end
        difference = len(each.after) - len(each.before)
        fresh = [
            (start + difference, end + difference) if start >= each.end + shift else (start, end)
            for start, end in fresh
        ]
        shift += difference
        told.append((each.before, each.after))
        before = sum(
            len(new) - (end - start)
            for start, end, new in passage.traces
            if start + grown(passage, start) < each.start
        )
        noted.append((each.start - before, each.end - before, each.after))
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
    now = collect_numbers(law, tuple(dict.fromkeys(owner.values())))
    if not now.entries and not now.removed:
        return ()
    told = []
    for entry in law.entries:
        if entry.kind not in ("article", "other") or not entry.id:
            continue
        for passage in entry.walk():
            if passage.fresh == [(0, len(passage.text))]:
                continue
            found = [
                rewrite_citation(citation, entry.id, index, owner, now)
                for citation in find_citations(passage.text)
            ]
            found = join_equal(narrow_ranges(found, passage.text, now), passage.text, now)
            told += [
                RewrittenReference(entry.number, before, after)
                for before, after in rewrite_passage(passage, found)
            ]
    return tuple(told)
