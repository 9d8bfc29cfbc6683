"""Check a collection without building its site: remarks, each at a line of a file.

A comparison tells of references that lead nowhere where both versions have the clause. A document of one
version has no comparison, and what is new in a version, or old in the first, stands in none of those rows: so
references are looked up in every clause of every version.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from hexapla.collection import (
    CollectionSurvey,
    DocumentFailure,
    DocumentFiles,
    DocumentLocation,
    read_document_files,
    sort_failures,
)
from hexapla.comparison import load_word_segmenter
from hexapla.errors import Problem
from hexapla.findings import FINDING_KINDS, Finding, Severity, make_finding
from hexapla.model import Completeness, Document, Version
from hexapla.pairs import select_steps
from hexapla.pipeline.build_context import BuildContext
from hexapla.pipeline.cache import Cache
from hexapla.pipeline.document_product import catch_failure
from hexapla.pipeline.executors import (
    SignedResult,
    run_signed,
    unwrap_result,
    yield_in_order,
)
from hexapla.pipeline.repeated_law import find_repeated_law
from hexapla.pipeline.stages import AnalysedDocument, analyse_files
from hexapla.reading.affected_reasons import list_reasons
from hexapla.references import Outcome, find_citations, index_clauses, resolve_citation
from hexapla.units import build_units
from hexapla.version import VERSION

ABOUT_ENTRIES = frozenset(
    "decision_stale note_orphan mapping_lost mapping_stale mapping_contradicted".split()
)
"""codes of findings about an entry of a file of settings, which they name with its line"""
FAILED = "document_failed"
"""code of what keeps a document from being read at all"""
IGNORED = "file_ignored"
"""code of what lies in a collection and is no document"""
LINE_NUMBERED = frozenset(["text/plain", "text/markdown"])
"""media types whose lines are the lines that a reader of the file sees"""
GITHUB = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
MOST_ANNOTATIONS = 5
"""remarks of one kind that become annotations"""
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRemark:
    """Something to know, at its place in a file."""

    path: str
    """as the user would type it"""
    line: int | None
    """counted from 1"""
    severity: Severity
    code: str
    message: str
    document: str
    """id; empty for what is no document"""
    finding: Finding | None = None
    """by which the message can be said in another language; None: a file or its settings cannot be read"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTask:
    """A document to be checked."""

    material: DocumentFiles
    words: str | None
    """name of the Chinese word segmenter"""
    cache: Cache | None


def check_collection(
    survey: CollectionSurvey,
    context: BuildContext,
    *,
    words: str | None = None,
    whole: CollectionSurvey | None = None,
) -> Iterator[CheckRemark]:
    """Yield what is to be said of a collection: what failed as a whole, what is no document, each document.

    Args:
        survey: documents to be checked.
        context: what the work may use.
        words: name of the Chinese word segmenter; None: the built-in word list.
        whole: the collection in which clauses of higher law are sought that documents repeat; None: none are.

    Raises:
        UsageError: as `build` does.
    """
    load_word_segmenter(words)
    for failure in sort_failures(survey.failures):
        yield from report_failure(failure)
    for problem in survey.ignored:
        yield report_problem(problem, "", severity=Severity.NOTE, code=IGNORED)

    def begin(place: DocumentLocation) -> Future[SignedResult[tuple[CheckRemark, ...]]]:
        cache = context.cache if context.cache_shared else None
        task = CheckTask(material=read_document_files(place, survey), words=words, cache=cache)
        return context.executor.submit(run_signed, check_document, task)

    for signed in yield_in_order(map(begin, survey.places), ahead=context.ahead):
        yield from unwrap_result(signed)
    chosen = {place.id for place in survey.places}
    for each in find_repeated_law(whole, context) if whole else ():
        if each.document.id in chosen:
            yield from place_findings(each.findings, each.document, each.material)


def check_document(task: CheckTask) -> tuple[CheckRemark, ...]:
    """Say what is to be said of one document."""
    built = catch_failure(task.material, lambda: analyse_files(task.material, task.cache, task.words))
    return tuple(
        report_failure(built) if isinstance(built, DocumentFailure) else report_findings(built, task.material)
    )


def report_failure(failure: DocumentFailure) -> Iterator[CheckRemark]:
    """Say why nothing could be made of a document."""
    for problem in failure.problems:
        yield report_problem(problem, failure.id)


def report_problem(
    problem: Problem, document: str, *, severity: Severity = Severity.ERROR, code: str = FAILED
) -> CheckRemark:
    """Make a remark of a problem."""
    return CheckRemark(
        path=relative_path(problem.path),
        line=problem.line,
        severity=severity,
        code=code,
        message=problem.message,
        document=document,
    )


def report_findings(built: AnalysedDocument, material: DocumentFiles) -> Iterator[CheckRemark]:
    """Yield a document's findings, each once, at their places."""
    found = dict.fromkeys((*built.findings, *find_dangling_references(built), *find_affected_clauses(built)))
    yield from place_findings(found, built.document, material, dict(find_row_starts(built)))


def place_findings(
    findings: Iterable[Finding],
    document: Document,
    material: DocumentFiles,
    beginnings: Mapping[tuple[str | None, str | None], int] = MappingProxyType({}),
) -> Iterator[CheckRemark]:
    """Make remarks of findings, at their places.

    Args:
        findings: about the document.
        document: with its versions.
        material: its files.
        beginnings: by siglum and row, where the row's first clause begins in that version's source.
    """
    versions = {version.siglum: version for version in document.versions}
    shown = {
        raw.path: raw.shown
        for raw in (*material.texts, *filter(None, [material.decisions, material.notes, material.mapping]))
    }
    for finding in findings:
        start = finding.spans[0][0] if finding.spans else beginnings.get((finding.version, finding.row))
        path, line = locate_finding(finding, versions.get(finding.version or ""), start)
        yield CheckRemark(
            path=relative_path(shown.get(path or "", material.path)),
            line=line,
            severity=finding.severity,
            code=finding.code,
            message=finding.message,
            document=document.id,
            finding=finding,
        )


def find_row_starts(built: AnalysedDocument) -> Iterator[tuple[tuple[str | None, str | None], int]]:
    """Yield for each siglum and row where the row's first clause begins in that version's source."""
    starts = {
        (version.siglum, clause.id): clause.spans[0][0]
        for version in built.document.versions
        for clause in version.clauses
        if clause.spans
    }
    for row in built.alignment.rows:
        for siglum, cell in zip(built.document.sigla, row.cells, strict=True):
            if cell and (siglum, cell[0]) in starts:
                yield (siglum, row.id), starts[siglum, cell[0]]


def locate_finding(
    finding: Finding, version: Version | None, start: int | None
) -> tuple[str | None, int | None]:
    """Return the source's path and the line that a finding is about, as far as it says.

    Args:
        finding: the finding.
        version: the one that it is about.
        start: the offset in the version's source at which what it is about begins.
    """
    values = dict(finding.values)
    if finding.code in ABOUT_ENTRIES:
        return values["file"], int(values["entry"])
    if version is None:
        return values.get("file"), None
    source = version.source
    if source.media_type not in LINE_NUMBERED:
        return source.path, None
    if finding.line is None and start is not None:
        return source.path, source.text.count("\n", 0, start) + 1
    return source.path, finding.line


def relative_path(path: str) -> str:
    """Write a path below the current folder as relative to it: reviews know files by such paths."""
    below = os.path.relpath(path)
    return path if below.startswith(os.pardir) else Path(below).as_posix()


def find_affected_clauses(built: AnalysedDocument) -> Iterator[Finding]:
    """Yield what a clause leans on that changed, of clauses whose words stayed in a step of a chronology."""
    for step in select_steps(built.document, built.comparisons):
        for change in step.changes:
            for each in list_reasons(change):
                yield make_finding(
                    "clause_affected",
                    version=step.target,
                    row=change.row,
                    words=each.words,
                    reason=each.reason.removeprefix("cited_"),
                )


def find_dangling_references(built: AnalysedDocument) -> Iterator[Finding]:
    """Yield a finding for each reference that leads to no clause of its version, in the order of clauses.

    Of versions that break off nothing is said: what is cited may stand in what is lost.

    Post-conditions:
        1. Where a comparison has told the same, the findings are equal.
    """
    for column, version in enumerate(built.document.versions):
        if version.completeness is Completeness.WHOLE:
            rows = {name: row.id for row in built.alignment.rows for name in row.cells[column]}
            yield from find_in_version(version, rows)


def find_in_version(version: Version, rows: dict[str, str]) -> Iterator[Finding]:
    """Yield the findings of one version; `rows` leads from units to their rows."""
    known = index_clauses(version)
    for unit in build_units(version):
        for found in find_citations(unit.text):
            if unit.id in rows and resolve_citation(found, unit.id, known).outcome is Outcome.MISSING:
                yield make_finding(
                    "reference_dangling",
                    version=version.siglum,
                    spans=None,
                    line=None,
                    row=rows[unit.id],
                    reference=found.printed,
                )


def format_text(remarks: Iterable[CheckRemark]) -> str:
    """One line a remark, in the form that editors and terminals turn into a link."""
    return "".join(
        f"{format_place(each)}: {each.severity}: {each.message} [{each.code}]\n"
        for each in order_by_gravity(remarks)
    )


def order_by_gravity(remarks: Iterable[CheckRemark]) -> list[CheckRemark]:
    """Put the gravest first, and remarks of one kind together; else as they come."""
    return sorted(remarks, key=lambda each: (-each.severity.rank, each.code))


def format_place(remark: CheckRemark) -> str:
    """Name a file and the line in it."""
    return remark.path if remark.line is None else f"{remark.path}:{remark.line}"


def format_json(remarks: Iterable[CheckRemark]) -> str:
    """An object with a list of remarks."""
    record = {
        "schema": "hexapla-check/1",
        "remarks": [
            {
                "document": each.document,
                "path": each.path,
                "line": each.line,
                "severity": str(each.severity),
                "code": each.code,
                "message": each.message,
            }
            for each in remarks
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def format_github(remarks: Iterable[CheckRemark]) -> str:
    """Workflow commands, which GitHub shows as annotations; no text and no name can end a command.

    GitHub shows ten of a severity for each step and drops the others in silence, so of a kind a few stand for
    all, and the last says how many were left out.
    """
    out = []
    for (severity, code), kind in groupby(order_by_gravity(remarks), lambda each: (each.severity, each.code)):
        own = list(kind)
        out += [write_workflow_command(each) for each in own[:MOST_ANNOTATIONS]]
        if (left := len(own) - MOST_ANNOTATIONS) > 0:
            more = f"{left} more of this kind; hexapla check lists them all"
            out.append(f"::{GITHUB[severity]} title={code}::{more}\n")
    return "".join(out)


def write_workflow_command(remark: CheckRemark) -> str:
    """Write one workflow command."""
    properties = {"file": remark.path, "title": remark.code}
    if remark.line is not None:
        properties["line"] = str(remark.line)
    told = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in properties.items())
    return f"::{GITHUB[remark.severity]} {told}::{remark.message.translate(DATA)}\n"


def format_sarif(remarks: Sequence[CheckRemark]) -> str:
    """A log in SARIF 2.1.0, which code hosts and editors read."""
    codes = sorted({each.code for each in remarks})
    run = {
        "tool": {
            "driver": {
                "name": "hexapla",
                "semanticVersion": VERSION,
                "rules": [describe_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [describe_result(each, codes.index(each.code)) for each in remarks],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def describe_rule(code: str) -> dict[str, object]:
    """Describe a code."""
    kind = FINDING_KINDS.get(code)
    template = kind.template if kind else "A document or its settings cannot be read."
    level = kind.severity if kind else Severity.ERROR
    return {
        "id": code,
        "shortDescription": {"text": template},
        "defaultConfiguration": {"level": str(level)},
    }


def describe_result(remark: CheckRemark, index: int) -> dict[str, object]:
    """Write a remark as a result; its path as the part of an address that it is."""
    location: dict[str, object] = {"artifactLocation": {"uri": quote(remark.path)}}
    if remark.line is not None:
        location["region"] = {"startLine": remark.line}
    return {
        "ruleId": remark.code,
        "ruleIndex": index,
        "level": str(remark.severity),
        "message": {"text": remark.message},
        "locations": [{"physicalLocation": location}],
    }


FORMS = {"text": format_text, "json": format_json, "github": format_github, "sarif": format_sarif}
