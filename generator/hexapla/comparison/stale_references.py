"""References across versions: whether what is cited moved along with its number.

A clause cites 第四十二条. The clause that had this number stands in some row of the alignment, and so does
the one that the other version cites at this place. One row: all is well, and where the number changed it
was a quiet update. Two rows although nobody changed the reference, or after a renumbering: stale.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from hexapla.comparison.remembered import remember_short_texts
from hexapla.findings import Finding, Span, make_finding
from hexapla.model import Edit, Op, Row
from hexapla.references import (
    Citation,
    ClauseIndex,
    Outcome,
    Resolution,
    find_citations,
    resolve_citation,
)
from hexapla.text import shorten, strip_closing_signs, unwrap
from hexapla.units import Unit

OPENING = 24
"""characters of a clause without a heading that name it"""


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """A reference at its place in a row's text, and where it leads."""

    citation: Citation
    start: int
    """in the row's text"""
    resolution: Resolution

    @property
    def span(self) -> Span:
        """Its place in the row's text."""
        return self.start, self.start + self.citation.end - self.citation.start


@dataclass(frozen=True, slots=True)
class CitingVersion:
    """A version as references see it."""

    siglum: str
    column: int
    whole: bool
    units: Mapping[str, Unit]
    owner: Mapping[str, str]
    """clause id → id of its unit"""
    rows: Mapping[str, Row]
    """unit id → row, as it is between the two versions that are compared"""
    register: ClauseIndex
    resolved: dict[tuple[tuple[str, ...], bool], tuple[ResolvedCitation, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """by the ids of units, and whether their texts begin with headings: against each version the same"""

    def named(self, clause: str) -> str:
        """Name a clause to the reader: version, number, and its heading or first words.

        A stale reference often leads from a number to the same number; only the words tell them apart.
        """
        unit = self.units[self.owner[clause]]
        number = strip_closing_signs(unwrap(unit.number or ""))
        short = shorten(strip_closing_signs(" ".join((unit.heading or unit.text).split())), OPENING)
        return " ".join(filter(None, (self.siglum, number, f"“{short}”")))


find_citations_once = remember_short_texts(find_citations)


def resolve_citations(row: Row, side: CitingVersion, *, headed: bool = False) -> Sequence[ResolvedCitation]:
    """Find and resolve the references in a row's cell; `headed` where its texts begin with their headings."""
    names = row.cells[side.column]
    found = side.resolved.get((names, headed))
    if found is None:
        found = side.resolved[names, headed] = tuple(list_resolved_citations(names, side, headed=headed))
    return found


def list_resolved_citations(
    names: Sequence[str], side: CitingVersion, *, headed: bool
) -> Iterator[ResolvedCitation]:
    """Yield the references in the texts of some units, as `resolve_citations` finds them."""
    at = 0
    for name in names:
        unit = side.units[name]
        text, whole = unit.text, unit.headed_text if headed else unit.text
        at += len(whole) - len(text)
        for found in find_citations_once(text):
            yield ResolvedCitation(found, at + found.start, resolve_citation(found, name, side.register))
        at += len(text) + 1


def pair_citations(
    edits: Sequence[Edit], base: Sequence[ResolvedCitation], target: Sequence[ResolvedCitation]
) -> list[tuple[ResolvedCitation, ResolvedCitation]]:
    """Pair the references that stand at one place: in kept text, or in order within one replacement."""
    starts = list(accumulate((len(edit.text) for edit in edits if edit.op is not Op.INSERT), initial=0))
    ends = list(accumulate((len(edit.text) for edit in edits if edit.op is not Op.DELETE), initial=0))
    left, right = list(pairwise(starts)), list(pairwise(ends))
    out: list[tuple[ResolvedCitation, ResolvedCitation]] = []
    i = j = 0
    for before, edit in zip([None, *edits], edits, strict=False):
        if edit.op is Op.EQUAL:
            shift = right[j][0] - left[i][0]
            there = {found.start: found for found in select_citations(target, right[j])}
            here = select_citations(base, left[i])
            out += [(found, there[found.start + shift]) for found in here if found.start + shift in there]
        elif edit.op is Op.INSERT and before and before.op is Op.DELETE:
            out += zip(select_citations(base, left[i - 1]), select_citations(target, right[j]), strict=False)
        i += edit.op is not Op.INSERT
        j += edit.op is not Op.DELETE
    return out


def select_citations(found: Sequence[ResolvedCitation], span: tuple[int, int]) -> list[ResolvedCitation]:
    """Return the references that begin in a span."""
    first = bisect_left(found, span[0], key=lambda one: one.start)
    return list(found[first : bisect_left(found, span[1], lo=first, key=lambda one: one.start)])


class ReferenceCheck(NamedTuple):
    """What became of the references of a row."""

    findings: tuple[Finding, ...] = ()
    followed: tuple[tuple[Span, Span], ...] = ()
    """places, in the row's texts of base and target, of references that only follow their clause's number"""


def check_references(
    row: Row, edits: Sequence[Edit], base: CitingVersion, target: CitingVersion, *, headed: bool = False
) -> ReferenceCheck:
    """Tell what became of the references of a row that both versions have; `headed` as for `cited`.

    Findings: `reference_updated` (the number changed with its clause), `reference_stale`, and in the target
    `reference_dangling`. Nothing is said of references into other texts or into what a version has lost.
    """
    followed = []
    old, new = (resolve_citations(row, side, headed=headed) for side in (base, target))
    out = [
        make_reference_finding("reference_dangling", row, target, found)
        for found in new
        if target.whole and found.resolution.outcome is Outcome.MISSING
    ]
    for before, after in pair_citations(edits, old, new) if old and new else ():
        code = classify_reference(before, after, base, target)
        if code == "reference_updated":
            followed.append((before.span, after.span))
        if code:
            led, leads = before.resolution.clause or "", after.resolution.clause or ""
            out.append(
                make_reference_finding(
                    code, row, target, after, before=base.named(led), after=target.named(leads)
                )
            )
    return ReferenceCheck(tuple(out), tuple(followed))


def make_reference_finding(
    code: str, row: Row, target: CitingVersion, found: ResolvedCitation, **values: str
) -> Finding:
    """Make a finding about a reference in the target."""
    made = {"reference": found.citation.printed, **values}
    return make_finding(code, version=target.siglum, spans=None, line=None, row=row.id, pair=None, **made)


def classify_reference(
    before: ResolvedCitation, after: ResolvedCitation, base: CitingVersion, target: CitingVersion
) -> str | None:
    """Compare where a reference led with where it leads."""
    left, right = before.resolution.clause or "", after.resolution.clause or ""
    if before.resolution.outcome is not Outcome.FOUND or after.resolution.outcome is not Outcome.FOUND:
        return None
    if left not in base.owner or right not in target.owner:
        return None  # a division: these are no rows
    led, leads = base.rows[base.owner[left]], target.rows[target.owner[right]]
    same_label = before.citation.label == after.citation.label and before.citation.kind == after.citation.kind
    if led == leads:
        return None if same_label else "reference_updated"
    units = led.cells[target.column]
    if not units and target.siglum in led.not_in_text:
        return None
    numbers = {target.units[name].number for name in units}
    renumbered = bool(units) and base.units[base.owner[left]].number not in numbers
    return "reference_stale" if same_label or renumbered else None
