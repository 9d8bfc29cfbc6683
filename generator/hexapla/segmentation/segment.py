"""Segmentation as a whole: sources in, one document out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.findings import Finding, make_finding
from hexapla.language import UNKNOWN, guess_language, guess_version_language
from hexapla.model import Document, SetAside, Source, Version
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation.assembly import VersionDraft, build_versions, report_set_aside
from hexapla.segmentation.boilerplate import find_boilerplate
from hexapla.segmentation.chronology import derive_order, report_order
from hexapla.segmentation.common_title import derive_title
from hexapla.segmentation.compilations import Compilation, VersionPart, split_compilation
from hexapla.segmentation.excluded_spans import ExcludedSpan, mask_spans
from hexapla.segmentation.folded_view import HIDDEN
from hexapla.segmentation.folded_view import build_folded_view as view_of
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights
from hexapla.segmentation.segment_version import segment_version

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
    if promised is not None and promised > len(versions):
        found.append(make_finding("promised_version_missing", promised=promised, found=len(versions)))
    found += report_set_aside(outside)
    return build_document(sources, plan, versions, outside, found, DocumentFacts(title, promised, given))


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
    return Document(
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


def assign_language(version: Version, language: str) -> Version:
    """Give a version its language, unless the editor gave it: a translation has another than the document."""
    if version.language != UNKNOWN:
        return version
    return replace(version, language=guess_version_language(version.text, language))


def split_source(source: Source) -> tuple[str, Compilation, tuple[ExcludedSpan, ...]] | None:
    """Return the view, the parts and what stands outside them; None for a source without text."""
    text = source.text
    view = view_of(source)
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
    compilation = split_compilation(text, view, start, end)
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
    return [
        VersionDraft(
            source,
            part,
            segment_version(source.text, view, part, plan, weights),
            find_version_plan(plan, source, part),
            breaks,
        )
        for part in compilation.parts
    ]


def find_version_plan(plan: Plan, source: Source, part: VersionPart) -> VersionPlan:
    """Return what the editor says of a part, else of its whole source; an empty plan if nothing."""
    own = [one for one in plan.versions if one.file == source.path]
    of_part = next((one for one in own if one.part == part.number), None)
    of_source = next((one for one in own if one.part is None), None)
    return of_part or of_source or VersionPlan(file=source.path)
