"""Cut one version into clauses: holes, marks, drafts, roles, ids, doubts, in this order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.findings import Finding, Span
from hexapla.languages.schemes import SCHEMES
from hexapla.model import Clause, SetAside
from hexapla.plan import Plan
from hexapla.segmentation.back_matter import find_signature
from hexapla.segmentation.beam_search import ChosenMark, choose_marks
from hexapla.segmentation.clauses import build_clauses
from hexapla.segmentation.compilations import VersionPart
from hexapla.segmentation.completeness import (
    Judgement,
    judge_completeness,
    report_missing_ends,
)
from hexapla.segmentation.contents_list import find_contents_lists
from hexapla.segmentation.draft_clauses import (
    build_drafts,
    find_separators,
    include_captions,
)
from hexapla.segmentation.excluded_spans import (
    ExcludedSpan,
    ExcludedSpans,
    find_markup_signs,
    mask_excluded,
)
from hexapla.segmentation.footnotes import find_footnotes
from hexapla.segmentation.front_matter import read_front_matter
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights
from hexapla.segmentation.marks import find_marks
from hexapla.segmentation.numbering_checks import check_numbering
from hexapla.segmentation.quotations import find_quotations
from hexapla.segmentation.roles import assign_roles
from hexapla.segmentation.running_headers import find_page_lines
from hexapla.segmentation.text_lines import detect_wrap_width


@dataclass(frozen=True, slots=True)
class SegmentedVersion:
    """What was found in one version's stretch of a source."""

    title: str | None
    issued: str | None
    clauses: tuple[Clause, ...]
    set_aside: tuple[SetAside, ...]
    judgement: Judgement
    findings: tuple[Finding, ...]


def segment_version(
    text: str, view: str, part: VersionPart, plan: Plan, weights: MarkWeights = DEFAULT
) -> SegmentedVersion:
    """Cut one version.

    Works on the version's own stretch, so that a source of many parts is not copied for each of them.

    Post-conditions:
        1. Spans of clauses and set-aside text tile the part's extent.
    """
    base, end = part.extent
    own = tuple(ExcludedSpan(hole.start - base, hole.end - base, hole.kind) for hole in part.holes)
    cut = segment_stretch(text[base:end], view[base:end], part.body - base, own, plan, weights)
    return shift_spans(cut, base) if base else cut


def segment_stretch(
    text: str, view: str, start: int, own: Sequence[ExcludedSpan], plan: Plan, weights: MarkWeights
) -> SegmentedVersion:
    """Cut a stretch that begins with its own title and mark; its text begins at `start`."""
    end = len(view)
    schemes = [one for one in SCHEMES if plan.schemes is None or {one.name, one.alias} & set(plan.schemes)]
    noted = find_footnotes(text, start, end)
    inner = unite_layers(noted, find_page_lines(text, mask_excluded(view, noted, ()), start, end)).all
    seen = mask_excluded(view, inner, find_quotations(view, start, end))
    marks = find_marks(seen, start, end, schemes, weights)
    lists = ExcludedSpans(find_contents_lists(seen, start, end, marks))
    if lists.all:
        seen = mask_excluded(seen, lists.all, ())
        marks = [mark for mark in marks if not lists.covers(mark.pos)]
    chosen = include_captions(seen, start, choose_marks(seen, start, end, marks, weights))
    top = read_front_matter(text, seen, start, chosen[0].mark.start if chosen else end, marked=bool(chosen))
    below = find_signature(seen, find_last_line_end(seen, chosen, top.end), end, marked=bool(chosen))
    stop = below.start if below else end
    every = build_drafts(seen, top.end, stop, chosen, detect_wrap_width(seen, start, end))
    assign_roles(every, seen, plan.unit)
    loose = [
        *top.holes,
        ExcludedSpan(top.end, every[0].start if every else stop, "blank"),
        *([below] if below else []),
    ]
    apart = [ExcludedSpan(*span, "ornament") for draft in every for span in find_separators(seen, draft)]
    # signs of a markup language are none of a title's characters: `# Rules` is entitled Rules
    holes = unite_layers(own, lists.all, inner, find_markup_signs(text, view), loose, apart)
    made = build_clauses(text, seen, every, holes)
    judgement = judge_completeness(made, every, signed=below is not None)
    found = [
        *check_numbering(text, seen, every),
        *report_missing_ends(judgement, made, signed=below is not None),
    ]
    aside = tuple(SetAside(kind=hole.kind, spans=((hole.start, hole.end),)) for hole in holes.all)
    return SegmentedVersion(top.title, top.issued, made, aside, judgement, tuple(found))


def shift_spans(cut: SegmentedVersion, base: int) -> SegmentedVersion:
    """Move what was found in a stretch to its place in the source."""

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((start + base, end + base) for start, end in spans)

    return replace(
        cut,
        clauses=tuple(replace(clause, spans=moved(clause.spans)) for clause in cut.clauses),
        set_aside=tuple(replace(aside, spans=moved(aside.spans)) for aside in cut.set_aside),
        findings=tuple(replace(one, spans=moved(one.spans)) if one.spans else one for one in cut.findings),
    )


def unite_layers(*layers: Sequence[ExcludedSpan]) -> ExcludedSpans:
    """Unite holes; where they overlap, those of an earlier layer go before."""
    holes = ExcludedSpans(())
    for layer in layers:
        left = [
            ExcludedSpan(*span, hole.kind) for hole in layer for span in holes.outside(hole.start, hole.end)
        ]
        holes = ExcludedSpans([*holes.all, *left])
    return holes


def find_last_line_end(view: str, chosen: Sequence[ChosenMark], start: int) -> int:
    """Return where the line of the last mark ends; without marks, where the text begins."""
    if not chosen:
        return start
    stop = view.find("\n", chosen[-1].mark.stop)
    return len(view) if stop < 0 else stop + 1
