"""From what was cut to versions and a document: sigla, labels, order, titles, and what is derived of them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from hexapla.findings import Finding, Span, finding
from hexapla.language import UNKNOWN
from hexapla.model import Completeness, Order, Provenance, SetAside, Source, Version
from hexapla.plan import Plan, VersionPlan
from hexapla.segment.completeness import MOST, prefix_of
from hexapla.segment.parts import Part
from hexapla.segment.titles import stated_date
from hexapla.segment.version import Cut

__all__ = ["Witness", "aside_findings", "order_of", "title_of", "versions_of"]

ALPHABET = 26
TOLD = ("furniture", "page_header", "page_number", "contents", "footnote", "signature")
"""kinds of set-aside text that a finding tells of; the others (a title, white space) go without saying"""


@dataclass(frozen=True, slots=True)
class Witness:
    """A version on its way: a part of a source, what was found in it, and what the editor says of it."""

    source: Source
    part: Part
    cut: Cut
    plan: VersionPlan
    breaks: tuple[int, ...]
    """where the source's lines end"""

    @property
    def issued(self) -> str | None:
        """The date: the editor's, the part's title's, the file name's, or that of the note of adoption."""
        stem = stated_date(PurePosixPath(self.source.path).stem)
        return self.plan.issued or self.part.issued or stem or self.cut.issued


def versions_of(plan: Plan, witnesses: Sequence[Witness], common: str | None) -> list[Version]:
    """Make the versions in their order: the plan's, else that of time if all are dated.

    Post-conditions:
        1. Sigla are unique. The plan's stay, each with the first version that has it; the others are A, B …
           by position or the next free one.
    """
    ordered = in_order(plan, witnesses)
    taken = {witness.plan.siglum for witness in ordered if witness.plan.siglum}
    given: set[str] = set()
    versions = []
    free = 0
    for n, witness in enumerate(ordered):
        wanted = witness.plan.siglum
        siglum = wanted
        if siglum is None or siglum in given:
            free = max(free, n)
            while siglum_of(free) in taken:
                free += 1
            siglum = siglum_of(free)
            taken.add(siglum)
        given.add(siglum)
        version = version_of(witness, siglum, common)
        if wanted not in (None, siglum):
            doubt = finding("siglum_repeated", version=siglum, siglum=wanted, given=siglum)
            version = replace(version, findings=(*version.findings, doubt))
        versions.append(version)
    return [judged(version, versions) for version in versions]


def in_order(plan: Plan, witnesses: Sequence[Witness]) -> list[Witness]:
    """Order the witnesses; the order of equals is kept."""
    if plan.versions:
        place = {id(one): n for n, one in enumerate(plan.versions)}
        return sorted(witnesses, key=lambda witness: place.get(id(witness.plan), len(place)))
    if plan.order is not Order.PARALLEL and all(witness.issued for witness in witnesses):
        return sorted(witnesses, key=lambda witness: witness.issued or "")
    return list(witnesses)


def siglum_of(n: int) -> str:
    """Return A … Z, A1 … Z1, A2 … for the n-th version."""
    turn, letter = divmod(n, ALPHABET)
    return chr(ord("A") + letter) + (str(turn) if turn else "")


def version_of(witness: Witness, siglum: str, common: str | None) -> Version:
    """Make a version; what the plan says goes before what the text tells."""
    plan, part, cut = witness.plan, witness.part, witness.cut
    stem = PurePosixPath(witness.source.path).stem
    issued = witness.issued
    findings = [*cut.findings, *aside_findings(cut.set_aside)]
    return Version(
        siglum=siglum,
        label=plan.label or part.label or (issued[:4] if issued else None) or stem,
        title=plan.title or part.title or cut.title or common or stem,
        issued=issued,
        source=witness.source,
        part=part.number,
        extent=part.extent,
        clauses=cut.clauses,
        set_aside=cut.set_aside,
        completeness=plan.completeness or cut.judgement.completeness,
        findings=tuple(placed(one, siglum, witness.breaks) for one in findings),
        provenance=plan.provenance or Provenance(),
        language=plan.language or UNKNOWN,
    )


def aside_findings(set_aside: Sequence[SetAside]) -> list[Finding]:
    """Tell of text that was set aside, one finding for each kind."""
    found = []
    for kind in TOLD:
        spans: tuple[Span, ...] = tuple(
            span for aside in set_aside if aside.kind == kind for span in aside.spans
        )
        if spans:
            count = sum(end - start for start, end in spans)
            outside = any(aside.file for aside in set_aside)
            found.append(finding("set_aside", spans=None if outside else spans, count=count, kind=kind))
    return found


def placed(one: Finding, siglum: str, breaks: Sequence[int]) -> Finding:
    """Give a finding its version and its line."""
    line = bisect_left(breaks, one.spans[0][0]) + 1 if one.spans else None
    return replace(one, version=siglum, line=line)


def judged(version: Version, versions: Sequence[Version]) -> Version:
    """Call a version cut off that stops in the middle of another one's clause."""
    if version.completeness is not Completeness.WHOLE:
        return version
    others = [one for one in versions[: MOST + 1] if one is not version]
    name = prefix_of(version.clauses, [(one.label, one.clauses) for one in others])
    if name is None:
        return version
    evidence = finding("cut_off", version=version.siglum, evidence=f"the text is the beginning of {name}")
    kept = (one for one in version.findings if one.code != "full_stop_missing")
    return replace(version, completeness=Completeness.CUT_OFF, findings=(*kept, evidence))


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
    # a version without a title of its own bears its file's name, which names one version, not the document
    named = [one for one in versions if one.title != PurePosixPath(one.source.path).stem]
    if named:
        return named[0].title, f"version {named[0].siglum}"
    return plan.id, "the file name"
