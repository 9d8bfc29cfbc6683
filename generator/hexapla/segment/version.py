"""Cut one version into clauses: holes, marks, drafts, roles, ids, doubts, in this order."""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.findings import Finding, finding
from hexapla.model import Clause, Completeness, SetAside
from hexapla.plan import Plan
from hexapla.segment.clauses import clauses
from hexapla.segment.completeness import Judgement, judge
from hexapla.segment.contents import contents
from hexapla.segment.doubts import doubts
from hexapla.segment.drafts import drafts
from hexapla.segment.endings import signature
from hexapla.segment.furniture import page_lines
from hexapla.segment.lines import wrap_width
from hexapla.segment.marks import find
from hexapla.segment.masks import Hole, outside, without
from hexapla.segment.parts import Part
from hexapla.segment.quotes import quotations
from hexapla.segment.reading import Chosen, choose
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
    start, end = part.body, part.extent[1]
    schemes = [one for one in SCHEMES if plan.schemes is None or {one.name, one.alias} & set(plan.schemes)]
    inner = page_lines(view, start, end)
    seen = without(view[:end], inner, quotations(view, start, end))
    marks = find(seen, start, end, schemes)
    lists = contents(seen, start, end, marks)
    if lists:
        seen = without(seen, lists, ())
        marks = [mark for mark in marks if not any(hole.start <= mark.pos < hole.end for hole in lists)]
    chosen = choose(seen, start, end, marks)
    top = head(text, seen, start, chosen[0].mark.start if chosen else end, marked=bool(chosen))
    below = signature(seen, last_line_end(seen, chosen, top.end), end, marked=bool(chosen))
    stop = below.start if below else end
    every = drafts(seen, top.end, stop, chosen, wrap_width(seen, start, end))
    assign(every, seen, plan.unit)
    firm = sorted([*(hole for hole in inner if not covered(hole, lists)), *lists], key=lambda hole: hole.start)
    begin = every[0].start if every else stop
    loose = [*top.holes, Hole(top.end, begin, "blank"), *([below] if below else [])]
    holes = sorted([*part.holes, *firm, *around(loose, firm)], key=lambda hole: hole.start)
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


def covered(hole: Hole, others: Sequence[Hole]) -> bool:
    """Tell whether a hole lies in one of the others."""
    return any(other.start <= hole.start and hole.end <= other.end for other in others)


def around(holes: Sequence[Hole], firm: Sequence[Hole]) -> list[Hole]:
    """Return what is left of holes beside those that stand firm."""
    return [Hole(*span, hole.kind) for hole in holes for span in outside(hole.start, hole.end, firm)]


def last_line_end(view: str, chosen: Sequence[Chosen], start: int) -> int:
    """Return where the line of the last mark ends; without marks, where the text begins."""
    if not chosen:
        return start
    stop = view.find("\n", chosen[-1].mark.stop)
    return len(view) if stop < 0 else stop + 1
