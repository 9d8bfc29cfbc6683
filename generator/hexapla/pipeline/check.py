"""All that can be known of a collection without building its site: remarks, each at a line of a file."""

import os
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

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
from hexapla.findings import Finding, Severity
from hexapla.model import Version
from hexapla.pipeline.build_context import BuildContext
from hexapla.pipeline.cache import Cache
from hexapla.pipeline.dangling_references import find_dangling_references
from hexapla.pipeline.document_product import catch_failure
from hexapla.pipeline.executors import (
    SignedResult,
    run_signed,
    unwrap_result,
    yield_in_order,
)
from hexapla.pipeline.results import AnalysedDocument
from hexapla.pipeline.stages import analyse_files

FAILED = "document_failed"
"""code of what keeps a document from being read at all"""
IGNORED = "file_ignored"
"""code of what lies in a collection and is no document"""
LINE_NUMBERED = frozenset(["text/plain", "text/markdown"])
"""media types whose lines are the lines that a reader of the file sees"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTask:
    """A document to be checked."""

    material: DocumentFiles
    words: str | None
    """what breaks Han text into words"""
    cache: Cache | None


def check_collection(
    survey: CollectionSurvey, means: BuildContext, *, words: str | None = None
) -> Iterator[CheckRemark]:
    """Yield what is to be said of a collection: what failed as a whole, what is no document, each document.

    Raises:
        UsageError: as `build` does.
    """
    load_word_segmenter(words)
    for failure in sort_failures(survey.failures):
        yield from report_failure(failure)
    for problem in survey.ignored:
        yield report_problem(problem, "", severity=Severity.NOTE, code=IGNORED)

    def begin(place: DocumentLocation) -> Future[SignedResult[tuple[CheckRemark, ...]]]:
        cache = means.cache if means.near else None
        task = CheckTask(material=read_document_files(place, survey), words=words, cache=cache)
        return means.executor.submit(run_signed, check_document, task)

    for signed in yield_in_order(map(begin, survey.places), ahead=means.ahead):
        yield from unwrap_result(signed)


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
    beginnings = dict(find_row_starts(built))
    versions = {version.siglum: version for version in built.document.versions}
    shown = {raw.path: raw.shown for raw in (*material.texts, *filter(None, [material.decisions]))}
    for finding in dict.fromkeys((*built.findings, *find_dangling_references(built))):
        start = finding.spans[0][0] if finding.spans else beginnings.get((finding.version, finding.row))
        path, line = locate_finding(finding, versions.get(finding.version or ""), start)
        yield CheckRemark(
            path=relative_path(shown.get(path or "", material.path)),
            line=line,
            severity=finding.severity,
            code=finding.code,
            message=finding.message,
            document=built.document.id,
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
    if finding.code == "decision_stale":
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
