"""Segmentation as a whole: sources in, one document out; each part of a source in, one version out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.findings import Finding, Span, make_finding
from hexapla.language import guess_language
from hexapla.languages.schemes import SCHEMES
from hexapla.model import Clause, Document, MarkupKind, Role, SetAside, Source, Version
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation.amending_acts import find_amending_text
from hexapla.segmentation.back_matter import (
    find_last_line_end,
    find_signature,
    find_signatures_before_annexes,
)
from hexapla.segmentation.boilerplate import find_boilerplate
from hexapla.segmentation.clauses import build_clauses
from hexapla.segmentation.common_title import derive_title
from hexapla.segmentation.compilations import Compilation, VersionPart, split_by_format, split_compilation
from hexapla.segmentation.completeness import WHOLE, Judgement, judge_completeness, report_missing_ends
from hexapla.segmentation.contents_lists import find_contents_lists
from hexapla.segmentation.draft_clauses import (
    ClauseDraft,
    assign_roles,
    build_drafts,
    find_separators,
    include_captions,
)
from hexapla.segmentation.enactment_history import find_enactment_history, find_history_date
from hexapla.segmentation.folded_view import (
    ExcludedSpan,
    ExcludedSpans,
    build_folded_view,
    detect_wrap_width,
    iterate_lines,
    mask_excluded,
    mask_spans,
    unite_layers,
)
from hexapla.segmentation.margin_numbers import find_line_numbers
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights
from hexapla.segmentation.marks import Mark, find_marks
from hexapla.segmentation.masked_passages import (
    FOOTNOTE_KIND,
    FOOTNOTE_MARK_KIND,
    find_book_titles,
    find_bullets_before_marks,
    find_footnotes,
    find_quotations,
    find_table_rows,
    merge_spans,
)
from hexapla.segmentation.note_blocks import find_note_blocks
from hexapla.segmentation.notes import find_chapter_end
from hexapla.segmentation.numbering_checks import check_numbering
from hexapla.segmentation.open_ends import find_more_elsewhere
from hexapla.segmentation.other_occurrences import weigh_occurrences
from hexapla.segmentation.periods_in_force import assign_periods
from hexapla.segmentation.running_heads import find_page_lines
from hexapla.segmentation.sections import find_sections, insert_sections
from hexapla.segmentation.single_units import step_down
from hexapla.segmentation.stated_provisions import choose_among_provisions
from hexapla.segmentation.text_structure import Heading, TextStructure, cut_structures
from hexapla.segmentation.title_page import FrontMatter, read_front_matter
from hexapla.segmentation.torn_paragraphs import report_torn_paragraphs
from hexapla.segmentation.versions import (
    SegmentedVersion,
    VersionDraft,
    assign_language,
    build_versions,
    derive_order,
    mark_torn_part,
    report_order,
    report_set_aside,
    shift_spans,
)
from hexapla.text import HIDDEN

TITLE = "title"
"""as what a title is set aside"""
GAPS = frozenset({"number_skipped", "fragment", "cut_off", "full_stop_missing"})
"""findings about what is not there"""
SAMPLE = 5000
"""characters of each source from which the language is guessed"""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the sources say of the document as a whole."""

    common: str | None
    """the title of a compilation"""
    promised: int | None
    """how many versions it announces"""
    given: Sequence[str]
    """sigla of the versions in the order in which they were given"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a version is cut from."""

    text: str
    view: str
    """folded, as long as the text"""
    structure: TextStructure


def segment(sources: Sequence[Source], plan: Plan, *, weights: MarkWeights = DEFAULT) -> Document:
    """Cut sources into versions and clauses.

    Never refuses a text: what cannot be understood stands as unnumbered paragraphs, and doubts are findings.

    Post-conditions:
        1. Every character of every source lies in the spans of exactly one clause or one set-aside text: its
           version's, or, outside every version, the document's with `file`. White space between clauses
           belongs to the clause before it; before the first clause it goes with what is set aside there (kind
           `blank` if nothing is).
        2. Clauses stand in the order of the text; ids are unique in a version; no part stands before a unit.
        3. `Clause.text` is the source's own characters without outer white space.
        4. What the plan says holds; the rest is derived, and derived titles, languages, orders are findings.
        5. Versions have the sigla A, B, C … in their order unless the plan names them.
    """
    witnesses: list[VersionDraft] = []
    outside: list[SetAside] = []
    found: list[Finding] = []
    promised: int | None = None
    title: str | None = None
    for source in sources:
        compilation = split_source(source)
        found += source.findings
        if compilation is None:
            found.append(make_finding("empty_source", file=source.path))
            outside += [SetAside(kind="blank", spans=((0, len(source.text)),), file=source.path)] * bool(
                source.text
            )
            continue
        view, parts, holes = compilation
        outside += [
            SetAside(kind=hole.kind, spans=((hole.start, hole.end),), file=source.path) for hole in holes
        ]
        promised = parts.promised if parts.promised is not None else promised
        title = title or parts.title
        witnesses += draft_versions(source, view, parts, plan, weights)
    versions, given = build_versions(plan, witnesses, title)
    versions = versions if plan.unit else step_down(versions)
    if promised is not None and promised > len(versions):
        versions = mark_torn_part(versions)
        found.append(make_finding("promised_version_missing", promised=promised, found=len(versions)))
    found += report_set_aside(outside)
    return build_document(sources, plan, versions, outside, found, DocumentFacts(title, promised, given))


def split_source(source: Source) -> tuple[str, Compilation, tuple[ExcludedSpan, ...]] | None:
    """Return the view, the parts and what stands outside them; None for a source without text."""
    text = source.text
    view = build_folded_view(source)
    if not view.strip(" \n\x1f"):
        return None
    trimmed = find_boilerplate(view, 0, len(text), web=source.media_type == "text/html")
    leading = [hole for hole in trimmed if not view[: hole.start].strip(" \n\x1f")]
    trailing = [hole for hole in trimmed if hole.end == len(text) and hole not in leading]
    inside = tuple(hole for hole in trimmed if hole not in (*leading, *trailing))
    start = leading[-1].end if leading else 0
    end = trailing[0].start if trailing else len(text)
    view = mask_spans(view, ((hole.start, hole.end) for hole in inside), HIDDEN)
    edges = (*(ExcludedSpan(*span, "furniture") for span in ((0, start), (end, len(text)))),)
    compilation = split_by_format(source, view, start, end) or split_compilation(text, view, start, end)
    if compilation is None:
        compilation = Compilation(
            (VersionPart((start, end), start, None, None, None, None, inside),), (start, start), None, None
        )
        return view, compilation, tuple(hole for hole in edges if hole.start < hole.end)
    front = ExcludedSpan(*compilation.front, "furniture")
    return view, compilation, tuple(hole for hole in (*edges, front) if hole.start < hole.end)


def draft_versions(
    source: Source, view: str, compilation: Compilation, plan: Plan, weights: MarkWeights
) -> list[VersionDraft]:
    """Cut the parts of a source."""
    breaks = tuple(found.start() for found in re.finditer("\n", source.text))
    structures = cut_structures(source.markup, [part.extent for part in compilation.parts])
    return [
        VersionDraft(
            source,
            part,
            segment_version(source, view, part, structure, plan, weights),
            find_version_plan(plan, source, part),
            breaks,
        )
        for part, structure in zip(compilation.parts, structures, strict=True)
    ]


def find_version_plan(plan: Plan, source: Source, part: VersionPart) -> VersionPlan:
    """Return what the editor says of a part, else of its whole source; an empty plan if nothing."""
    own = [one for one in plan.versions if one.file == source.path]
    of_part = next((one for one in own if one.part == part.number), None)
    of_source = next((one for one in own if one.part is None), None)
    return of_part or of_source or VersionPlan(file=source.path)


def segment_version(
    source: Source, view: str, part: VersionPart, structure: TextStructure, plan: Plan, weights: MarkWeights
) -> SegmentedVersion:
    """Cut one version, of whose stretch the format says what `structure` holds.

    Works on the version's own stretch, so that a source of many parts is not copied for each of them.

    Post-conditions:
        1. Spans of clauses and set-aside text tile the part's extent.
    """
    base, end = part.extent
    own = tuple(ExcludedSpan(hole.start - base, hole.end - base, hole.kind) for hole in part.holes)
    stretch = Stretch(source.text[base:end], view[base:end], structure)
    cut = segment_stretch(stretch, part.body - base, own, plan, weights)
    cut = pass_over_gaps(cut) if part.extract else cut
    return shift_spans(cut, base) if base else cut


def pass_over_gaps(cut: SegmentedVersion) -> SegmentedVersion:
    """Take an extract for whole: what it leaves out is the same in all versions, and nothing is missing."""
    return replace(
        cut,
        judgement=WHOLE,
        findings=tuple(one for one in cut.findings if one.code not in GAPS),
    )


def segment_stretch(
    stretch: Stretch, start: int, own: Sequence[ExcludedSpan], plan: Plan, weights: MarkWeights
) -> SegmentedVersion:
    """Cut a stretch that begins with its own title and mark; its text begins at `start`."""
    text, structure = stretch.text, stretch.structure
    end = len(stretch.view)
    inner, glued = find_page_matter(stretch, start)
    seen, marks, lists = find_candidates(stretch, start, inner, glued, plan, weights)
    chosen = include_captions(
        seen, start, choose_among_provisions(seen, start, end, marks, weights, structure)
    )
    signed = find_signatures_before_annexes(seen, chosen)
    seen = mask_excluded(seen, signed, ())
    title, sections = find_sections(seen, structure, chosen, ExcludedSpans(own))
    every_mark = insert_sections(seen, sections, chosen, structure)
    first = every_mark[0].mark.start if every_mark else end
    top = read_top(stretch, seen, (start, first), title, marked=bool(every_mark))
    below = find_signature(seen, find_last_line_end(seen, every_mark, top.end), end, marked=bool(chosen))
    stop = below.start if below else end
    below_title = mask_excluded(seen, top.holes, ())
    every = build_drafts(
        below_title, top.end, stop, every_mark, detect_wrap_width(seen, start, end), structure
    )
    assign_roles(every, seen, plan.unit)
    loose = [
        *top.holes,
        ExcludedSpan(top.end, every[0].start if every else stop, "blank"),
        *([below] if below else []),
        *signed,
    ]
    apart = [ExcludedSpan(*span, "ornament") for draft in every for span in find_separators(seen, draft)]
    holes = unite_layers(own, structure.unseen, lists.all, inner, loose, apart)
    made = build_clauses(text, seen, every, holes)
    judgement = judge_ends(stretch, start, made, every, (below is not None, top.title is not None))
    found = [
        *check_numbering(text, seen, every),
        *report_torn_paragraphs(seen, every),
        *report_missing_ends(judgement, made, signed=below is not None),
    ]
    aside = tuple(name_set_aside(hole, made) for hole in holes.all)
    return SegmentedVersion(top.title, top.issued, made, aside, judgement, tuple(found))


def judge_ends(
    stretch: Stretch, start: int, made: Sequence[Clause], every: Sequence[ClauseDraft], known: Sequence[bool]
) -> Judgement:
    """Judge whether a version is all there; `known` says whether it is signed and has a title."""
    promised = bool(find_more_elsewhere(stretch.view, start, len(stretch.view)))
    return judge_completeness(made, every, signed=known[0], titled=known[1], promised=promised)


def read_top(
    stretch: Stretch, seen: str, before: Span, title: Heading | None, *, marked: bool
) -> FrontMatter:
    """Read what stands before the first mark, as far as the format does not say what it is."""
    start, first = before
    front = read_front_matter(
        stretch.text,
        seen,
        start,
        first,
        marked=marked,
        titled=title.start if title else None,
        known=is_title_stated(seen, start, first, stretch.structure),
        apart=any(hole.kind == TITLE for hole in stretch.structure.unseen),
    )
    told = find_history_date(stretch.view, find_enactment_history(stretch.view, start, len(stretch.view)))
    return replace(front, issued=max(filter(None, (front.issued, told)), default=None))


def is_title_stated(view: str, start: int, end: int, structure: TextStructure) -> bool:
    """Tell whether the title is stated apart from a text that begins with other words."""
    line = next((line.text for line in iterate_lines(view, start, end) if line.text), "")
    return not structure.names_title(line)


def find_page_matter(stretch: Stretch, start: int) -> tuple[Sequence[ExcludedSpan], Sequence[Span]]:
    """Return what a format hides, what belongs to pages (notes, heads), and numbers that lead to notes."""
    text, view, end = stretch.text, stretch.view, len(stretch.view)
    noted = [*find_footnotes(text, start, end), *find_line_numbers(view, start, end)]
    noted += find_more_elsewhere(view, start, end)
    noted += find_bullets_before_marks(view, start, end)
    blocks = find_note_blocks(mask_excluded(view, noted, ()), start, end)
    noted += [ExcludedSpan(*span, FOOTNOTE_KIND) for span in blocks.notes]
    noted += [ExcludedSpan(*span, FOOTNOTE_MARK_KIND) for span in blocks.before]
    history = find_enactment_history(view, start, end)
    noted = list(unite_layers(noted, [ExcludedSpan(*history, "note")] if history else []).all)
    running = find_page_lines(text, mask_excluded(view, noted, ()), start, end)
    return unite_layers(stretch.structure.unseen, noted, running).all, blocks.glued


def name_set_aside(hole: ExcludedSpan, clauses: Sequence[Clause]) -> SetAside:
    """Make the set-aside text of a hole; a note that the format marks is about the clause before it."""
    about = None
    if hole.kind == MarkupKind.NOTE and hole.noted:
        n = bisect_right(clauses, hole.start, key=lambda clause: clause.spans[0][0]) - 1
        while n > 0 and clauses[n].role is Role.PART:
            n -= 1
        about = clauses[n].id if n >= 0 else None
    return SetAside(kind=hole.kind, spans=((hole.start, hole.end),), clause=about)


def find_candidates(
    stretch: Stretch,
    start: int,
    inner: Sequence[ExcludedSpan],
    glued: Sequence[Span],
    plan: Plan,
    weights: MarkWeights,
) -> tuple[str, list[Mark], ExcludedSpans]:
    """Return the view in which marks are looked for, the marks that could be, and the lists of contents."""
    view, end = stretch.view, len(stretch.view)
    schemes = [one for one in SCHEMES if plan.schemes is None or {one.name, one.alias} & set(plan.schemes)]
    rows = find_table_rows(stretch.text, start, end)
    quotations = find_quotations(view, start, end)
    quoted = merge_spans(
        merge_spans([*quotations, *find_book_titles(view, start, end), *glued], rows),
        find_amending_text(view, start, end),
    )
    seen = mask_excluded(view, inner, quoted)
    marks = find_marks(seen, start, end, schemes, weights, stretch.structure)
    marks = weigh_occurrences(seen, start, end, marks, weights)
    first = find_chapter_end(seen, start)
    marks = [mark for mark in marks if mark.pos >= first]
    lists = ExcludedSpans(find_contents_lists(seen, start, end, marks))
    if lists.all:
        seen = mask_excluded(seen, lists.all, ())
        marks = [mark for mark in marks if not lists.covers(mark.pos)]
    return seen, marks, lists


def build_document(
    sources: Sequence[Source],
    plan: Plan,
    versions: Sequence[Version],
    outside: Sequence[SetAside],
    found: list[Finding],
    said: DocumentFacts,
) -> Document:
    """Make the document and report what was derived."""
    language = plan.language or guess_language("\n".join(source.text[:SAMPLE] for source in sources))
    order, _ = derive_order(plan, versions)
    title, origin = derive_title(plan, versions, said.common)
    if plan.language is None and versions:
        found.append(make_finding("language_guessed", language=language))
    found += report_order(plan, versions, said.given)
    known = plan.base is None or any(version.siglum == plan.base for version in versions)
    if not known and versions:
        found.append(make_finding("base_unknown", base=plan.base))
    if plan.title is None and versions:
        found.append(make_finding("title_derived", title=title, origin=origin))
    document = Document(
        id=plan.id,
        title=title,
        language=language,
        order=order,
        base=plan.base if known else None,
        promised=said.promised,
        sources=tuple(sources),
        versions=tuple(assign_language(version, language) for version in versions),
        set_aside=tuple(outside),
        findings=tuple(found),
    )
    return assign_periods(document, plan)
