"""Cut one version into clauses: holes, marks, drafts, roles, ids, doubts, in this order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.findings import Finding, Span
from hexapla.model import Clause, SetAside
from hexapla.plan import Plan
from hexapla.segment.clauses import clauses
from hexapla.segment.completeness import Judgement, end_findings, judge
from hexapla.segment.contents import contents
from hexapla.segment.doubts import doubts
from hexapla.segment.drafts import between, drafts, with_captions
from hexapla.segment.endings import signature
from hexapla.segment.lines import wrap_width
from hexapla.segment.marks import find
from hexapla.segment.masks import Hole, Holes, signs, without
from hexapla.segment.notes import notes
from hexapla.segment.pages import page_lines
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

    Works on the version's own stretch, so that a source of many parts is not copied for each of them.

    Post-conditions:
        1. Spans of clauses and set-aside text tile the part's extent.
    """
    base, end = part.extent
    own = tuple(Hole(hole.start - base, hole.end - base, hole.kind) for hole in part.holes)
    cut = cut_stretch(text[base:end], view[base:end], part.body - base, own, plan)
    return shifted(cut, base) if base else cut


def cut_stretch(text: str, view: str, start: int, own: Sequence[Hole], plan: Plan) -> Cut:
    """Cut a stretch that begins with its own title and mark; its text begins at `start`."""
    end = len(view)
    schemes = [one for one in SCHEMES if plan.schemes is None or {one.name, one.alias} & set(plan.schemes)]
    noted = notes(text, start, end)
    inner = layered(noted, page_lines(text, without(view, noted, ()), start, end)).all
    seen = without(view, inner, quotations(view, start, end))
    marks = find(seen, start, end, schemes)
    lists = Holes(contents(seen, start, end, marks))
    if lists.all:
        seen = without(seen, lists.all, ())
        marks = [mark for mark in marks if not lists.covers(mark.pos)]
    chosen = with_captions(seen, start, choose(seen, start, end, marks))
    top = head(text, seen, start, chosen[0].mark.start if chosen else end, marked=bool(chosen))
    below = signature(seen, last_line_end(seen, chosen, top.end), end, marked=bool(chosen))
    stop = below.start if below else end
    every = drafts(seen, top.end, stop, chosen, wrap_width(seen, start, end))
    assign(every, seen, plan.unit)
    loose = [
        *top.holes,
        Hole(top.end, every[0].start if every else stop, "blank"),
        *([below] if below else []),
    ]
    apart = [Hole(*span, "ornament") for draft in every for span in between(seen, draft)]
    # signs of a markup language are none of a title's characters: `# Rules` is entitled Rules
    holes = layered(own, lists.all, inner, signs(text, view), loose, apart)
    made = clauses(text, seen, every, holes)
    judgement = judge(made, every, signed=below is not None)
    found = [*doubts(text, seen, every), *end_findings(judgement, made, signed=below is not None)]
    aside = tuple(SetAside(kind=hole.kind, spans=((hole.start, hole.end),)) for hole in holes.all)
    return Cut(top.title, top.issued, made, aside, judgement, tuple(found))


def shifted(cut: Cut, base: int) -> Cut:
    """Move what was found in a stretch to its place in the source."""

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((start + base, end + base) for start, end in spans)

    return replace(
        cut,
        clauses=tuple(replace(clause, spans=moved(clause.spans)) for clause in cut.clauses),
        set_aside=tuple(replace(aside, spans=moved(aside.spans)) for aside in cut.set_aside),
        findings=tuple(replace(one, spans=moved(one.spans)) if one.spans else one for one in cut.findings),
    )


def layered(*layers: Sequence[Hole]) -> Holes:
    """Unite holes; where they overlap, those of an earlier layer go before."""
    holes = Holes(())
    for layer in layers:
        left = [Hole(*span, hole.kind) for hole in layer for span in holes.outside(hole.start, hole.end)]
        holes = Holes([*holes.all, *left])
    return holes


def last_line_end(view: str, chosen: Sequence[Chosen], start: int) -> int:
    """Return where the line of the last mark ends; without marks, where the text begins."""
    if not chosen:
        return start
    stop = view.find("\n", chosen[-1].mark.stop)
    return len(view) if stop < 0 else stop + 1
