"""What a new or edited source text changed, in clauses and rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from hexapla.alignment import align
from hexapla.collection import (
    CollectionSurvey,
    DocumentFailure,
    DocumentFiles,
    read_document_files,
    survey_collection,
)
from hexapla.comparison import compare, load_word_segmenter
from hexapla.errors import UsageError
from hexapla.git import check_out_revision, find_touched
from hexapla.model import Comparison, Document, Order, Version
from hexapla.pages import uris
from hexapla.pipeline.build_context import BuildContext
from hexapla.pipeline.cache import Cache
from hexapla.pipeline.document_product import catch_failure
from hexapla.pipeline.executors import (
    SignedResult,
    run_signed,
    unwrap_result,
    yield_in_order,
)
from hexapla.pipeline.renamed_documents import match_renamed, rename_files
from hexapla.pipeline.stages import AnalysedDocument, analyse_files
from hexapla.reading import Status, counted_statuses, statuses_by_change
from hexapla.reading.affected_reasons import is_affected
from hexapla.reading.captions import Wording
from hexapla.reading.summary import tell_comparison

REPORTED = Wording("en")
"""reports for reviews, and data, are in English"""
VersionKey = tuple[str, int | None]
"""a source's path, and the part in it: what stays of a version when its text is edited"""


class ChangeEvent(StrEnum):
    """What happened to a document or a version."""

    NEW = "new"
    EDITED = "edited"
    REMOVED = "removed"
    RENAMED = "renamed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedVersion:
    """A version that is new, was edited or is gone."""

    event: ChangeEvent
    label: str
    path: str
    against: str | None
    """label of what it was compared with: its neighbour if it is new, else its earlier text"""
    counts: tuple[tuple[Status, int], ...]
    """fact → rows of which it holds"""
    outside: int = 0
    """titles, notes and signatures that differ: text outside the clauses"""
    affected: int = 0
    """clauses whose words stay while what they lean on changed"""
    date: str = ""
    """of the version: a year, a month or a day; empty: none is known"""
    since: str = ""
    """of what it was compared with, if that is another version"""
    uri: str = uris.HOME
    """of the page that shows it, in the site"""
    sha256: str = ""
    """of its source's bytes"""
    told: str = ""
    """what changed, in words: English, as all reports of changes"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDocument:
    """A document of which something changed."""

    event: ChangeEvent
    id: str
    title: str
    formerly: str | None = None
    """the id that it had, if it bears another one now"""
    versions: tuple[ChangedVersion, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesTask:
    """A document as it was and as it is."""

    name: str
    formerly: str | None = None
    """the id that it had, if it was another one"""
    before: DocumentFiles | DocumentFailure | None
    now: DocumentFiles | DocumentFailure | None
    words: str | None
    """name of the Chinese word segmenter"""
    cache: Cache | None


def find_changes(
    root: Path, revision: str, context: BuildContext, *, words: str | None = None
) -> Iterator[ChangedDocument]:
    """Yield what changed in a collection since a commit, documents in order, those that are gone last.

    Args:
        root: the collection as it is now.
        revision: the commit.
        context: store, cache and executor.
        words: as for `build`.

    Raises:
        UsageError: this is no git checkout, there is no such commit, or git is not installed; and as `build`
            does.
    """
    load_word_segmenter(words)
    names = find_touched(root, revision)
    cache = context.cache if context.cache_shared else None
    with check_out_revision(root, revision, names) as place:
        old, new = survey_names(place, names), survey_names(root, names)
        renamed = find_renamed_documents(old, new)

        def begin(name: str) -> Future[SignedResult[ChangedDocument | None]]:
            now, was = find_files(name, new), renamed.get(name)
            before = rename_files(find_files(was, old), now) if was else find_files(name, old)
            task = ChangesTask(name=name, formerly=was, before=before, now=now, words=words, cache=cache)
            return context.executor.submit(run_signed, find_document_change, task)

        there = [*document_ids(new), *document_ids(old)]
        order = dict.fromkeys(name for name in there if name not in renamed.values())
        for signed in yield_in_order(map(begin, order), ahead=context.ahead):
            if (each := unwrap_result(signed)) is not None:
                yield each


def find_renamed_documents(old: CollectionSurvey, new: CollectionSurvey) -> dict[str, str]:
    """Return for ids of now which ids those documents had, where they had others."""
    before, now = dict.fromkeys(document_ids(old)), dict.fromkeys(document_ids(new))
    gone = {name: find_files(name, old) for name in before if name not in now}
    return match_renamed(
        gone, {name: find_files(name, new) for name in now if name not in before} if gone else {}
    )


def survey_names(root: Path, names: frozenset[str]) -> CollectionSurvey:
    """Look at those documents of a collection that lie under one of these names."""
    try:
        seen = survey_collection(root)
    except UsageError:
        return CollectionSurvey(
            root=root, places=(), failures=(), ignored=()
        )  # no collection yet, or no more
    return keep_names(seen, names)


def keep_names(seen: CollectionSurvey, names: frozenset[str]) -> CollectionSurvey:
    """Return those documents of a collection that lie under one of these names."""
    return replace(
        seen,
        places=tuple(place for place in seen.places if place.path.name in names),
        failures=tuple(failure for failure in seen.failures if Path(failure.path).name in names),
        ignored=tuple(problem for problem in seen.ignored if Path(problem.path).name in names),
    )


def select_touched(seen: CollectionSurvey, revision: str) -> CollectionSurvey:
    """Return those documents of a collection of which a file differs from a commit, or is new.

    Raises:
        UsageError: this is no git checkout, there is no such commit, or git is not installed.
    """
    return keep_names(seen, find_touched(seen.root, revision))


def document_ids(seen: CollectionSurvey) -> Iterator[str]:
    """Yield the ids of a collection's documents."""
    yield from (place.id for place in seen.places)
    yield from (failure.id for failure in seen.failures)


def find_files(name: str, seen: CollectionSurvey) -> DocumentFiles | DocumentFailure | None:
    """Return a document's files; None where it is not there."""
    for place in seen.places:
        if place.id == name:
            return read_document_files(place, seen)
    return next((failure for failure in seen.failures if failure.id == name), None)


def find_document_change(task: ChangesTask) -> ChangedDocument | None:
    """Say what changed in one document."""
    before, now = (analyse_document(each, task) for each in (task.before, task.now))
    found = compare_states(task.name, before, now, task.words)
    if task.formerly is None or isinstance(now, DocumentFailure) or now is None:
        return found
    return ChangedDocument(
        event=ChangeEvent.RENAMED,
        id=task.name,
        title=now.document.title,
        formerly=task.formerly,
        versions=found.versions if found else (),
    )


def analyse_document(
    given: DocumentFiles | DocumentFailure | None, task: ChangesTask
) -> AnalysedDocument | DocumentFailure | None:
    """Take a document to its comparisons."""
    if isinstance(given, DocumentFiles):
        return catch_failure(given, lambda: analyse_files(given, task.cache, task.words))
    return given


def compare_states(
    name: str,
    before: AnalysedDocument | DocumentFailure | None,
    now: AnalysedDocument | DocumentFailure | None,
    words: str | None,
) -> ChangedDocument | None:
    """Say what changed in a document; None where nothing did that a reader would see."""
    if isinstance(now, DocumentFailure):
        return ChangedDocument(
            event=ChangeEvent.FAILED, id=name, title=name, problems=tuple(map(str, now.problems))
        )
    if isinstance(before, DocumentFailure):
        before = None
    if now is None:
        title = before.document.title if before else name
        return ChangedDocument(event=ChangeEvent.REMOVED, id=name, title=title)
    versions = tuple(find_changed_versions(before, now, words))
    if before is not None and not versions:
        return None
    event = ChangeEvent.EDITED if before else ChangeEvent.NEW
    return ChangedDocument(event=event, id=name, title=now.document.title, versions=versions)


def find_changed_versions(
    before: AnalysedDocument | None, now: AnalysedDocument, words: str | None
) -> Iterator[ChangedVersion]:
    """Yield versions that are new, edited or gone."""
    old = {version_key(version): version for version in before.document.versions} if before else {}
    new = {version_key(version): version for version in now.document.versions}
    renamed = dict(find_renamings(old, new))
    for place, version in new.items():
        if place in renamed:
            was = renamed[place]
            yield ChangedVersion(
                event=ChangeEvent.RENAMED,
                label=version.label,
                path=version.source.path,
                against=old.pop(was).source.path,
                counts=(),
                date=version.date,
                uri=find_page(now.document, version, None),
                sha256=version.source.sha256,
            )
        elif place not in old:
            yield describe_added(now, version, old)
        elif old[place].text != version.text:
            yield describe_edited(now.document, old[place], version, words)
    for place, version in old.items():
        if place not in new:
            yield ChangedVersion(
                event=ChangeEvent.REMOVED, label=version.label, path=place[0], against=None, counts=()
            )


def find_renamings(
    old: Mapping[VersionKey, Version], new: Mapping[VersionKey, Version]
) -> Iterator[tuple[VersionKey, VersionKey]]:
    """Yield where a version stands and where the same text stood, if that place is empty now."""
    gone = {version.text: place for place, version in old.items() if place not in new}
    for place, version in new.items():
        if place not in old and version.text in gone:
            yield place, gone.pop(version.text)


def version_key(version: Version) -> VersionKey:
    """Name a version across commits."""
    return version.source.path, version.part


def describe_added(
    now: AnalysedDocument, version: Version, old: Mapping[VersionKey, Version]
) -> ChangedVersion:
    """Compare a new version with the one before it, the first one with the one after if that is old."""
    document = now.document
    at = document.versions.index(version)
    after = [each for each in document.versions[1:2] if version_key(each) in old]
    pair = (document.versions[at - 1], version) if at else (version, *after)
    comparison = next(
        (each for each in now.comparisons if (each.base, each.target) == tuple(v.siglum for v in pair)), None
    )
    other = next((each for each in pair if each is not version), None)
    return ChangedVersion(
        event=ChangeEvent.NEW,
        label=version.label,
        path=version.source.path,
        against=other.label if comparison and other else None,
        counts=count_statuses(comparison) if comparison else (),
        outside=len(comparison.set_aside_changes) if comparison else 0,
        affected=sum(map(is_affected, comparison.changes)) if comparison else 0,
        date=version.date,
        since=other.date if comparison and other else "",
        uri=find_page(document, version, comparison),
        sha256=version.source.sha256,
        told=tell_comparison(comparison, REPORTED) if comparison else "",
    )


def find_page(document: Document, version: Version, comparison: Comparison | None) -> str:
    """Return where a reader sees what is new: the comparison, or the version where there is none."""
    if comparison:
        return uris.compare_uri(document.id, comparison.base, comparison.target)
    return uris.read_uri(document.id, version.siglum)


def describe_edited(document: Document, old: Version, new: Version, words: str | None) -> ChangedVersion:
    """Compare the earlier text of a version with its text now."""
    pair = (replace(old, siglum="A"), replace(new, siglum="B"))
    both = replace(
        document,
        versions=pair,
        sources=(old.source, new.source),
        order=Order.CHRONOLOGICAL,
        base=None,
        set_aside=(),
        findings=(),
    )
    comparison = compare(align(both), "A", "B", load_word_segmenter(words))
    return ChangedVersion(
        event=ChangeEvent.EDITED,
        label=new.label,
        path=new.source.path,
        against=old.label,
        counts=count_statuses(comparison),
        outside=len(comparison.set_aside_changes),
        affected=sum(map(is_affected, comparison.changes)),
        date=new.date,
        uri=find_page(document, new, None),
        sha256=new.source.sha256,
        told=tell_comparison(comparison, REPORTED),
    )


COUNTED_STATUSES = (
    Status.REWORDED,
    Status.FORM_ONLY,
    Status.ONLY_TARGET,
    Status.ONLY_BASE,
    Status.SPLIT,
    Status.MERGED,
    Status.REGROUPED,
    Status.MOVED,
    Status.RENUMBERED,
    Status.STALE_REFERENCE,
)
"""what is told of a text that is new or was edited, in this order"""


def count_statuses(comparison: Comparison) -> tuple[tuple[Status, int], ...]:
    """Count rows by what holds of them; of a row several things may, of one that stayed nothing does."""
    return order_counts(
        Counter(fact for of in statuses_by_change(comparison).values() for fact in counted_statuses(of))
    )


def add_counts(documents: Iterable[ChangedDocument]) -> tuple[tuple[Status, int], ...]:
    """Add the counts of all versions."""
    summed: Counter[Status] = Counter()
    for document in documents:
        for version in document.versions:
            summed.update(dict(version.counts))
    return order_counts(summed)


def order_counts(counted: Mapping[Status, int]) -> tuple[tuple[Status, int], ...]:
    """Return the counts that are told, in their order, those that occur."""
    return tuple((fact, counted[fact]) for fact in COUNTED_STATUSES if counted.get(fact))
