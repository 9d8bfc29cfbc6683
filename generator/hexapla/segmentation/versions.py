"""The versions of a document: made of what was cut, put in their order, and given sigla and labels."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath

from hexapla.findings import Finding, Span, make_finding
from hexapla.language import UNKNOWN, guess_version_language
from hexapla.model import (
    Clause,
    Completeness,
    MarkupKind,
    Order,
    Provenance,
    SetAside,
    Source,
    Version,
    is_order_known,
)
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation.compilations import VersionPart
from hexapla.segmentation.completeness import MOST_VERSIONS, Judgement, find_continuing_version
from hexapla.segmentation.dates import find_stated_date
from hexapla.segmentation.names_and_dates import report_names_and_dates
from hexapla.segmentation.table_cells import StatedRows, place_cells, read_rows_once
from hexapla.segmentation.version_names import VersionNames, assign_labels

ALPHABET = 26
REPORTED_KINDS = (
    "furniture",
    "page_header",
    "page_number",
    "line_number",
    "contents",
    "footnote",
    "signature",
)
"""kinds of set-aside text that a finding tells of; the others (a title, white space) go without saying"""


@dataclass(frozen=True, slots=True)
class SegmentedVersion:
    """What was found in one version's stretch of a source."""

    title: str | None
    issued: str | None
    clauses: tuple[Clause, ...]
    set_aside: tuple[SetAside, ...]
    judgement: Judgement
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class VersionDraft:
    """A version on its way: a part of a source, what was found in it, and what the editor says of it."""

    source: Source
    part: VersionPart
    cut: SegmentedVersion
    plan: VersionPlan
    breaks: tuple[int, ...]
    """where the source's lines end"""
    exact: bool = False
    """whether the note of adoption is asked for the month and day where title or file name has the year"""

    @property
    def issued(self) -> str | None:
        """The date by the editor, the part's title, the file's data, its name or the note of adoption."""
        if self.plan.issued:
            return self.plan.issued
        named = self.part.issued or self.stated(MarkupKind.DATE) or find_stated_date(self.stem)
        noted = self.cut.issued
        finer = self.exact and named and noted and noted.startswith(f"{named}-")
        return noted if finer else named or noted

    def stated(self, kind: MarkupKind) -> str | None:
        """Return what the file says of itself in its data; nothing of one version in a file of several."""
        if self.part.number is not None:
            return None
        return next((one.value for one in self.source.markup if one.kind is kind), None)

    @property
    def stem(self) -> str:
        """The file's name without its suffix."""
        return PurePosixPath(self.source.path).stem


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


def build_versions(
    plan: Plan, witnesses: Sequence[VersionDraft], common: str | None
) -> tuple[list[Version], list[str]]:
    """Make the versions in their order: the plan's, else that of time if the dates tell it.

    Returns the versions, and their sigla in the order in which they were given.

    Post-conditions:
        1. Sigla are unique. The plan's stay, each with the first version that has it; the others are A, B …
           by position or the next free one. Position is that of time where time orders the versions, so that
           a version that is added later, wherever it is listed, takes no letter from an older one.
        2. Labels are unique, but for those that the plan repeats; of each of these a finding tells.
    """
    given = sort_as_planned(plan, refine_ambiguous_dates(witnesses))
    ordered = sort_by_date(plan, given)
    sigla = assign_sigla([witness.plan.siglum for witness in ordered])
    named = assign_labels(
        [collect_names(witness, siglum) for witness, siglum in zip(ordered, sigla, strict=True)]
    )
    versions: list[Version] = []
    rows = read_rows_once(witness.source for witness in ordered)
    for witness, siglum, label in zip(ordered, sigla, named, strict=True):
        version = build_version(witness, siglum, label, common, rows[id(witness.source)])
        doubts = [*report_repeated_siglum(witness.plan, siglum), *report_repeated_label(version, versions)]
        versions.append(replace(version, findings=(*version.findings, *doubts)))
    by_witness = {id(witness): siglum for witness, siglum in zip(ordered, sigla, strict=True)}
    return [mark_if_cut_off(version, versions) for version in versions], [
        by_witness[id(one)] for one in given
    ]


def build_version(
    witness: VersionDraft, siglum: str, label: str, common: str | None, rows: StatedRows
) -> Version:
    """Make a version; what the plan says goes before what the text tells."""
    plan, part, cut = witness.plan, witness.part, witness.cut
    findings = [*cut.findings, *report_set_aside(cut.set_aside)]
    return Version(
        siglum=siglum,
        label=label,
        title=plan.title
        or part.title
        or cut.title
        or witness.stated(MarkupKind.TITLE)
        or common
        or witness.stem,
        issued=witness.issued,
        source=witness.source,
        part=part.number,
        extent=part.extent,
        clauses=place_cells(cut.clauses, witness.source, rows),
        set_aside=cut.set_aside,
        completeness=plan.completeness or cut.judgement.completeness,
        findings=tuple(locate_finding(one, siglum, witness.breaks) for one in findings),
        provenance=plan.provenance or Provenance(),
        language=plan.language or UNKNOWN,
    )


def report_set_aside(set_aside: Sequence[SetAside]) -> list[Finding]:
    """Tell of text that was set aside, one finding for each kind."""
    found = []
    for kind in REPORTED_KINDS:
        spans: tuple[Span, ...] = tuple(
            span for aside in set_aside if aside.kind == kind for span in aside.spans
        )
        if spans:
            count = sum(end - start for start, end in spans)
            outside = any(aside.file for aside in set_aside)
            found.append(make_finding("set_aside", spans=None if outside else spans, count=count, kind=kind))
    return found


def locate_finding(one: Finding, siglum: str, breaks: Sequence[int]) -> Finding:
    """Give a finding its version and its line."""
    line = bisect_left(breaks, one.spans[0][0]) + 1 if one.spans else None
    return replace(one, version=siglum, line=line)


def mark_if_cut_off(version: Version, versions: Sequence[Version]) -> Version:
    """Call a version cut off that stops in the middle of another one's clause."""
    if version.completeness is not Completeness.WHOLE:
        return version
    others = [one for one in versions[: MOST_VERSIONS + 1] if one is not version]
    name = find_continuing_version(version.clauses, [(one.label, one.clauses) for one in others])
    if name is None:
        return version
    evidence = make_finding(
        "cut_off", version=version.siglum, evidence=f"the text is the beginning of {name}"
    )
    known = (one for one in version.findings if one.code != "full_stop_missing")
    return replace(version, completeness=Completeness.CUT_OFF, findings=(*known, evidence))


def mark_torn_part(versions: Sequence[Version]) -> list[Version]:
    """Call the last part of a compilation cut off that has no full stop, where a further one is announced.

    The file breaks off there: neither sign alone would show it.
    """
    last = max((version.part for version in versions if version.part is not None), default=None)
    evidence = "it ends without a full stop, and a part that is announced after it is missing"
    marked = []
    for version in versions:
        torn = version.part == last and any(one.code == "full_stop_missing" for one in version.findings)
        if last is not None and torn and version.completeness is Completeness.WHOLE:
            known = (one for one in version.findings if one.code != "full_stop_missing")
            finding = make_finding("cut_off", version=version.siglum, evidence=evidence)
            marked.append(replace(version, completeness=Completeness.CUT_OFF, findings=(*known, finding)))
            continue
        marked.append(version)
    return marked


def refine_ambiguous_dates(witnesses: Sequence[VersionDraft]) -> list[VersionDraft]:
    """Let texts say their dates where file names do not tell the versions apart: 2022-a, 2022-b."""
    dated = [witness for witness in witnesses if witness.issued]
    alike = {id(dated[at]) for at in find_undecided_dates([witness.issued or "" for witness in dated])}
    return [replace(one, exact=True) if id(one) in alike else one for one in witnesses]


def sort_as_planned(plan: Plan, witnesses: Sequence[VersionDraft]) -> list[VersionDraft]:
    """Order the witnesses as the plan lists them, else as they come."""
    place = {id(one): n for n, one in enumerate(plan.versions)}
    return sorted(witnesses, key=lambda witness: place.get(id(witness.plan), len(place)))


def sort_by_date(plan: Plan, given: Sequence[VersionDraft]) -> list[VersionDraft]:
    """Order the witnesses by time, unless the plan or doubtful dates forbid it; the order of equals is kept.

    A list in a plan is obeyed where the plan says what its order means. A mere list is not: most are written
    newest first, as web sites have them, and what was added would be told as removed.
    """
    dates = [witness.issued for witness in given if witness.issued]
    said = plan.order in (Order.PARALLEL, Order.LEVELS) or (plan.versions and plan.order is not None)
    if said or len(dates) < len(given) or (plan.versions and find_undecided_dates(dates)):
        return list(given)
    return sorted(given, key=lambda witness: witness.issued or "")


def find_undecided_dates(dates: Sequence[str]) -> frozenset[int]:
    """Return the places of dates that do not say whether another one is earlier.

    A date that leaves something open begins all those that it cannot be told from, so in the order of letters
    they follow it at once.
    """
    found: set[int] = set()
    opens: int | None = None
    for at in sorted(range(len(dates)), key=lambda at: (dates[at], at)):
        if opens is None or is_order_known(dates[opens], dates[at]):
            opens = at
        else:
            found |= {opens, at}
    return frozenset(found)


def derive_order(plan: Plan, versions: Sequence[Version]) -> tuple[Order, str]:
    """Return the order and why: chronological if every version is dated and the dates say which is older."""
    if plan.order is not None:
        return plan.order, "as the editor says"
    if are_old_and_new(versions):
        return Order.CHRONOLOGICAL, "the heads of their columns say which is older"
    dates = [version.issued for version in versions if version.issued]
    if len(versions) < 2 or len(dates) < len(versions):  # noqa: PLR2004 - one version is in no order
        return Order.PARALLEL, "not every version is dated"
    if doubtful := sorted(find_undecided_dates(dates), key=lambda at: (dates[at], at)):
        one, other = (versions[at] for at in doubtful[:2])
        same = one.issued == other.issued
        why = "two versions bear the same date: " if same else "two dates are not exact enough: "
        return Order.PARALLEL, why + format_dated_sigla(one, other)
    return Order.CHRONOLOGICAL, "every version is dated"


def are_old_and_new(versions: Sequence[Version]) -> bool:
    """Tell whether two versions are the old and the new wording of one table."""
    sources = {version.source.path for version in versions}
    if len(versions) != 2 or len(sources) > 1:  # noqa: PLR2004 - of several new wordings none is older
        return False
    return sum(one.kind is MarkupKind.VERSION for one in versions[0].source.markup) == len(versions)


def report_order(plan: Plan, versions: Sequence[Version], given: Sequence[str]) -> Iterator[Finding]:
    """Tell how the order was derived, and where dates contradict it.

    Args:
        plan: what the editor says.
        versions: in their order.
        given: their sigla in the order in which they were given.
    """
    order, reason = derive_order(plan, versions)
    if plan.order is None and len(versions) > 1:
        yield make_finding("order_derived", order=order.value, reason=reason)
        places = find_undecided_dates([version.issued or "" for version in versions])
        if places and all(version.issued for version in versions):
            sigla = ", ".join(versions[at].siglum for at in sorted(places))
            yield make_finding("order_undecided", versions=sigla)
    if [version.siglum for version in versions] != list(given):
        yield make_finding("order_by_date", versions=format_dated_sigla(*versions))
    if plan.order is None and order is Order.CHRONOLOGICAL:
        yield from report_names_and_dates(versions)
    if order is Order.CHRONOLOGICAL:
        for before, after in pairwise(version for version in versions if version.issued):
            earlier, later = before.issued or "", after.issued or ""
            if earlier > later and is_order_known(earlier, later):
                yield make_finding(
                    "order_contradicted", before=format_dated_sigla(before), after=format_dated_sigla(after)
                )


def format_dated_sigla(*versions: Version) -> str:
    """Name versions with their dates, in words of no language: `A 2018 / B 2024-06`."""
    return " / ".join(f"{version.siglum} {version.issued}" for version in versions)


def assign_sigla(wanted: Sequence[str | None]) -> list[str]:
    """Give each version its siglum: the one wanted, if no earlier version has it, else a free letter."""
    taken = {siglum for siglum in wanted if siglum}
    given: list[str] = []
    free = 0
    for n, siglum in enumerate(wanted):
        if siglum is not None and siglum not in given:
            given.append(siglum)
            continue
        free = max(free, n)
        while format_siglum(free) in taken:
            free += 1
        given.append(format_siglum(free))
        taken.add(given[-1])
    return given


def format_siglum(n: int) -> str:
    """Return A … Z, A1 … Z1, A2 … for the n-th version."""
    turn, letter = divmod(n, ALPHABET)
    return chr(ord("A") + letter) + (str(turn) if turn else "")


def report_repeated_siglum(plan: VersionPlan, siglum: str) -> list[Finding]:
    """Tell that a version could not have the siglum that the plan gives it."""
    if plan.siglum in (None, siglum):
        return []
    return [make_finding("siglum_repeated", version=siglum, siglum=plan.siglum, given=siglum)]


def report_repeated_label(version: Version, before: Sequence[Version]) -> list[Finding]:
    """Tell that an earlier version bears the same label, as only the plan can have it."""
    other = next((one.siglum for one in before if one.label == version.label), None)
    if other is None:
        return []
    return [make_finding("label_repeated", version=version.siglum, label=version.label, other=other)]


def collect_names(witness: VersionDraft, siglum: str) -> VersionNames:
    """Gather what a version can be called."""
    return VersionNames(
        siglum=siglum,
        own=witness.plan.label,
        part=witness.part.label or witness.stated(MarkupKind.LABEL),
        issued=witness.issued,
        title=witness.plan.title
        or witness.part.title
        or witness.cut.title
        or witness.stated(MarkupKind.TITLE),
        path=witness.source.path,
    )


def assign_language(version: Version, language: str) -> Version:
    """Give a version its language, unless the editor gave it: a translation has another than the document."""
    if version.language != UNKNOWN:
        return version
    return replace(version, language=guess_version_language(version.text, language))
