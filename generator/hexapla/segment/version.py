"""Cut one version into clauses: holes, marks, drafts, roles, ids, doubts, in this order."""

from dataclasses import dataclass

from hexapla.findings import Finding, finding
from hexapla.model import Clause, Completeness, SetAside
from hexapla.plan import Plan
from hexapla.segment.clauses import clauses
from hexapla.segment.completeness import Judgement, judge
from hexapla.segment.doubts import doubts
from hexapla.segment.drafts import drafts
from hexapla.segment.furniture import page_lines
from hexapla.segment.lines import wrap_width
from hexapla.segment.marks import find
from hexapla.segment.masks import Hole, outside, without
from hexapla.segment.parts import Part
from hexapla.segment.quotes import quotations
from hexapla.segment.reading import choose
from hexapla.segment.roles import assign
from hexapla.segment.schemes import SCHEMES
from hexapla.segment.titles import head

__all__ = ["Cut", "cut_version"]


@dataclass(frozen=True, slots=True)
class Cut:
    """What was found in one version's stretch of a source."""

    title: str | None
    issued: str | None
    clauses: tuple[Clause, ...]
    set_aside: tuple[SetAside, ...]
    judgement: Judgement
    findings: tuple[Finding, ...]


def cut_version(text: str, view: str, part: Part, plan: Plan) -> Cut:
    """Cut one version.

    Post-conditions:
        1. Spans of clauses and set-aside text tile the part's extent.
    """
    end = part.extent[1]
    inner = page_lines(view, part.body, end)
    seen = without(view[:end], inner, quotations(view, part.body, end))
    schemes = [
        one
        for one in SCHEMES
        if plan.schemes is None or one.name in plan.schemes or one.alias in plan.schemes
    ]
    chosen = choose(seen, part.body, end, find(seen, part.body, end, schemes))
    first = chosen[0].mark.start if chosen else end
    top = head(text, seen, part.body, first, marked=bool(chosen))
    every = drafts(seen, top.end, end, chosen, wrap_width(seen, part.body, end))
    assign(every, seen, plan.unit)
    inside = [hole for hole in inner if hole.start >= top.end]
    begin = every[0].start if every else end
    holes = sorted([*part.holes, *top.holes, *blank(top.end, begin, inside), *inside], key=lambda hole: hole.start)
    made = clauses(text, seen, every, holes)
    judgement = judge(made, every)
    found = list(doubts(text, seen, every, ""))
    if judgement.completeness is not Completeness.WHOLE:
        found.append(finding(judgement.completeness.value, evidence=judgement.evidence))
    return Cut(
        title=top.title,
        issued=top.issued,
        clauses=made,
        set_aside=tuple(
            SetAside(kind=hole.kind, spans=((hole.start, hole.end),))
            for hole in holes
            if hole.start < hole.end
        ),
        judgement=judgement,
        findings=tuple(found),
    )


def blank(start: int, end: int, holes: list[Hole]) -> list[Hole]:
    """Return holes for the white space before the first clause."""
    return [Hole(*span, "blank") for span in outside(start, end, holes)]
