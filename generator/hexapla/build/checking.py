"""All that can be known of a collection without building its site: remarks, each at a line of a file."""

import os
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from hexapla.build.cache import Cache
from hexapla.build.dangling import dangling
from hexapla.build.means import Means
from hexapla.build.product import guarded
from hexapla.build.stages import analyse_material
from hexapla.build.values import Built
from hexapla.build.work import Signed, in_order, own, sign
from hexapla.collection import Failure, Material, Place, Survey, failures_in_order, gather
from hexapla.compare import breaker
from hexapla.errors import Problem
from hexapla.findings import Finding, Severity
from hexapla.model import Version

__all__ = ["FAILED", "Remark", "check"]

FAILED = "document_failed"
"""code of what keeps a document from being read at all"""
IGNORED = "file_ignored"
"""code of what lies in a collection and is no document"""
LINED = frozenset(["text/plain", "text/markdown"])
"""media types whose lines are the lines that a reader of the file sees"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
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
class Task:
    """A document to be checked."""

    material: Material
    words: str | None
    """what breaks Han text into words"""
    cache: Cache | None


def check(survey: Survey, means: Means, *, words: str | None = None) -> Iterator[Remark]:
    """Yield what is to be said of a collection: what failed as a whole, what is no document, each document.

    Raises:
        UsageError: as `build` does.
    """
    breaker(words)
    for failure in failures_in_order(survey.failures):
        yield from failed(failure)
    for problem in survey.ignored:
        yield at_problem(problem, "", severity=Severity.NOTE, code=IGNORED)

    def begin(place: Place) -> Future[Signed[tuple[Remark, ...]]]:
        cache = means.cache if means.near else None
        task = Task(material=gather(place, survey), words=words, cache=cache)
        return means.executor.submit(sign, check_document, task)

    for signed in in_order(map(begin, survey.places), ahead=means.ahead):
        yield from own(signed)


def check_document(task: Task) -> tuple[Remark, ...]:
    """Say what is to be said of one document."""
    built = guarded(task.material, lambda: analyse_material(task.material, task.cache, task.words))
    return tuple(failed(built) if isinstance(built, Failure) else remarks(built, task.material))


def failed(failure: Failure) -> Iterator[Remark]:
    """Say why nothing could be made of a document."""
    for problem in failure.problems:
        yield at_problem(problem, failure.id)


def at_problem(
    problem: Problem, document: str, *, severity: Severity = Severity.ERROR, code: str = FAILED
) -> Remark:
    """Make a remark of a problem."""
    return Remark(
        path=relative(problem.path),
        line=problem.line,
        severity=severity,
        code=code,
        message=problem.message,
        document=document,
    )


def remarks(built: Built, material: Material) -> Iterator[Remark]:
    """Yield a document's findings, each once, at their places."""
    beginnings = dict(row_beginnings(built))
    versions = {version.siglum: version for version in built.document.versions}
    shown = {raw.path: raw.shown for raw in (*material.texts, *filter(None, [material.decisions]))}
    for finding in dict.fromkeys((*built.findings, *dangling(built))):
        start = finding.spans[0][0] if finding.spans else beginnings.get((finding.version, finding.row))
        path, line = place(finding, versions.get(finding.version or ""), start)
        yield Remark(
            path=relative(shown.get(path or "", material.path)),
            line=line,
            severity=finding.severity,
            code=finding.code,
            message=finding.message,
            document=built.document.id,
        )


def row_beginnings(built: Built) -> Iterator[tuple[tuple[str | None, str | None], int]]:
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


def place(finding: Finding, version: Version | None, start: int | None) -> tuple[str | None, int | None]:
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
    if source.media_type not in LINED:
        return source.path, None
    if finding.line is None and start is not None:
        return source.path, source.text.count("\n", 0, start) + 1
    return source.path, finding.line


def relative(path: str) -> str:
    """Write a path below the current folder as relative to it: reviews know files by such paths."""
    below = os.path.relpath(path)
    return path if below.startswith(os.pardir) else Path(below).as_posix()
