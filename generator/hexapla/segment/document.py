"""Segmentation as a whole: sources in, one document out."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from hexapla.findings import Finding, finding
from hexapla.language import guess
from hexapla.model import Completeness, Document, Order, Provenance, SetAside, Source, Version
from hexapla.plan import Plan, VersionPlan
from hexapla.segment.completeness import MOST, prefix_of
from hexapla.segment.folding import HIDDEN
from hexapla.segment.folding import view as view_of
from hexapla.segment.furniture import ends
from hexapla.segment.masks import Hole, blotted
from hexapla.segment.parts import Compilation, Part, take_apart
from hexapla.segment.version import Cut, cut_version

__all__ = ["segment"]

SAMPLE = 5000
"""characters of each source from which the language is guessed"""


@dataclass(frozen=True, slots=True)
class Witness:
    """A version on its way: a part of a source with what the editor says of it."""

    source: Source
    view: str
    part: Part
    plan: VersionPlan
    breaks: tuple[int, ...]
    """where the source's lines end"""


def segment(sources: Sequence[Source], plan: Plan) -> Document:
    """Cut sources into versions and clauses.

    Never refuses a text: what cannot be understood stands as unnumbered paragraphs, and doubts are findings.

    Post-conditions:
        1. Every character of every source lies in the spans of exactly one clause or one set-aside text: its
           version's, or, outside every version, the document's with `file`. White space between clauses
           belongs to the clause before it; before the first clause it goes with what is set aside there (kind
           `blank` if nothing is).
        2. Clauses stand in the order of the text; ids are unique in a version; a part never stands before a
        unit.
        3. `Clause.text` is the source's own characters without outer white space.
        4. What the plan says of titles, labels, dates, order, unit and schemes holds; the rest is derived,
        and
           derived titles, languages and orders are findings.
        5. Versions have the sigla A, B, C … in their order unless the plan names them.
    """
    witnesses: list[Witness] = []
    outside: list[SetAside] = []
    found: list[Finding] = []
    promised: int | None = None
    title: str | None = None
    for source in sources:
        compilation = whole(source)
        found += source.findings
        if compilation is None:
            found.append(finding("empty_source", file=source.path))
            outside += (
                [SetAside(kind="blank", spans=((0, len(source.text)),), file=source.path)]
                if source.text
                else []
            )
            continue
        view, parts, holes = compilation
        breaks = tuple(n for n, char in enumerate(source.text) if char == "\n")
        outside += [
            SetAside(kind=hole.kind, spans=((hole.start, hole.end),), file=source.path) for hole in holes
        ]
        promised = parts.promised if parts.promised is not None else promised
        title = title or parts.title
        witnesses += [
            Witness(source, view, part, planned(plan, source, part), breaks) for part in parts.parts
        ]
    return assemble(plan, sources, witnesses, outside, found, promised, title)


def whole(source: Source) -> tuple[str, Compilation, tuple[Hole, ...]] | None:
    """Return the view, the parts and what stands outside them; None for a source without text."""
    text = source.text
    view = view_of(source)
    if not view.strip(" \n\x1f"):
        return None
    trimmed = ends(view, 0, len(text))
    leading = [hole for hole in trimmed if not view[: hole.start].strip(" \n\x1f")]
    trailing = [hole for hole in trimmed if hole.end == len(text)]
    inside = tuple(hole for hole in trimmed if hole not in (*leading, *trailing))
    start = leading[-1].end if leading else 0
    end = trailing[0].start if trailing else len(text)
    view = blotted(view, ((hole.start, hole.end) for hole in inside), HIDDEN)
    edges = (*(Hole(*span, "furniture") for span in ((0, start), (end, len(text)))),)
    compilation = take_apart(text, view, start, end)
    if compilation is None:
        compilation = Compilation(
            (Part((start, end), start, None, None, None, None, inside),), (start, start), None, None
        )
        return view, compilation, tuple(hole for hole in edges if hole.start < hole.end)
    front = Hole(*compilation.front, "furniture")
    return view, compilation, tuple(hole for hole in (*edges, front) if hole.start < hole.end)


def planned(plan: Plan, source: Source, part: Part) -> VersionPlan:
    """Return what the editor says of a part; an empty plan if nothing."""
    for one in plan.versions:
        if one.file == source.path and one.part in (None, part.number):
            return one
    return VersionPlan(file=source.path)


def siglum_of(n: int) -> str:
    """Return A … Z, A1 … Z1, A2 … for the n-th version."""
    return chr(ord("A") + n % 26) + (str(n // 26) if n >= 26 else "")  # noqa: PLR2004 - letters


def assemble(
    plan: Plan,
    sources: Sequence[Source],
    witnesses: list[Witness],
    outside: list[SetAside],
    found: list[Finding],
    promised: int | None,
    title: str | None,
) -> Document:
    """Make the document of its witnesses."""
    language = plan.language or guess("\n".join(source.text[:SAMPLE] for source in sources))
    if plan.language is None and witnesses:
        found.append(finding("language_guessed", language=language))
    cuts = [cut_version(w.source.text, w.view, w.part, plan) for w in witnesses]
    versions = [version_of(n, w, cut, title) for n, (w, cut) in enumerate(zip(witnesses, cuts, strict=True))]
    versions = [judged(version, versions) for version in versions]
    if promised is not None and promised > len(versions):
        found.append(finding("promised_version_missing", promised=promised, found=len(versions)))
    order, reason = order_of(plan, versions)
    if plan.order is None and len(versions) > 1:
        found.append(finding("order_derived", order=order.value, reason=reason))
    name, origin = title_of(plan, versions, title)
    if plan.title is None and witnesses:
        found.append(finding("title_derived", title=name, origin=origin))
    return Document(
        id=plan.id,
        title=name,
        language=language,
        order=order,
        base=plan.base,
        promised=promised,
        sources=tuple(sources),
        versions=tuple(versions),
        set_aside=tuple(outside),
        findings=tuple(found),
    )


def version_of(n: int, witness: Witness, cut: Cut, common: str | None) -> Version:
    """Make a version; what the plan says goes before what the text tells."""
    plan, part = witness.plan, witness.part
    siglum = plan.siglum or siglum_of(n)
    issued = plan.issued or part.issued or cut.issued
    stem = PurePosixPath(witness.source.path).stem
    title = plan.title or part.title or cut.title or common or stem
    label = plan.label or part.label or (issued[:4] if issued else None) or stem
    return Version(
        siglum=siglum,
        label=label,
        title=title,
        issued=issued,
        source=witness.source,
        part=part.number,
        extent=part.extent,
        clauses=cut.clauses,
        set_aside=cut.set_aside,
        completeness=plan.completeness or cut.judgement.completeness,
        findings=tuple(placed(one, siglum, witness.breaks) for one in cut.findings),
        provenance=plan.provenance or Provenance(),
    )


def placed(one: Finding, siglum: str, breaks: Sequence[int]) -> Finding:
    """Give a finding its version and its line."""
    line = bisect_left(breaks, one.spans[0][0]) + 1 if one.spans else None
    return replace(one, version=siglum, line=line)


def judged(version: Version, versions: Sequence[Version]) -> Version:
    """Call a version cut off that is the beginning of another one."""
    if version.completeness is not Completeness.WHOLE:
        return version
    others = [one for one in versions[: MOST + 1] if one is not version]
    name = prefix_of(version.clauses, [(one.label, one.clauses) for one in others])
    if name is None:
        return version
    evidence = finding("cut_off", version=version.siglum, evidence=f"the text is the beginning of {name}")
    return replace(version, completeness=Completeness.CUT_OFF, findings=(*version.findings, evidence))


def order_of(plan: Plan, versions: Sequence[Version]) -> tuple[Order, str]:
    """Return the order and why: chronological if every version is dated."""
    if plan.order is not None:
        return plan.order, "as the editor says"
    if len(versions) > 1 and all(version.issued for version in versions):
        return Order.CHRONOLOGICAL, "every version is dated"
    return Order.PARALLEL, "not every version is dated"


def title_of(plan: Plan, versions: Sequence[Version], common: str | None) -> tuple[str, str]:
    """Return the document's title and where it was found."""
    if plan.title is not None:
        return plan.title, "the editor"
    if common:
        return common, "the title that the versions share"
    if versions:
        return versions[0].title, f"version {versions[0].siglum}"
    return plan.id, "the file name"
