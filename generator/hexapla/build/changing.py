"""What a new or edited source text changed, in clauses and rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from hexapla.align import align
from hexapla.build.cache import Cache
from hexapla.build.means import Means
from hexapla.build.product import guarded
from hexapla.build.revisions import at_revision, touched
from hexapla.build.stages import analyse_material
from hexapla.build.values import Built
from hexapla.build.work import Signed, in_order, own, sign
from hexapla.collection import Failure, Material, Survey, gather, survey
from hexapla.compare import breaker, compare
from hexapla.errors import UsageError
from hexapla.model import Comparison, Document, Order, Version
from hexapla.reading import Status, counted_as, facts_by_change
from hexapla.render import uris

__all__ = ["ChangedDocument", "ChangedVersion", "Event", "changes", "total"]

Key = tuple[str, int | None]
"""a source's path, and the part in it: what stays of a version when its text is edited"""


class Event(StrEnum):
    """What happened to a document or a version."""

    NEW = "new"
    EDITED = "edited"
    REMOVED = "removed"
    RENAMED = "renamed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedVersion:
    """A version that is new, was edited or is gone."""

    event: Event
    label: str
    path: str
    against: str | None
    """label of what it was compared with: its neighbour if it is new, else its earlier text"""
    counts: tuple[tuple[Status, int], ...]
    """fact → rows of which it holds"""
    outside: int = 0
    """titles, notes and signatures that differ: text outside the clauses"""
    date: str = ""
    """of the version: a year, a month or a day; empty: none is known"""
    since: str = ""
    """of what it was compared with, if that is another version"""
    uri: str = uris.HOME
    """of the page that shows it, in the site"""
    sha256: str = ""
    """of its source's bytes"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDocument:
    """A document of which something changed."""

    event: Event
    id: str
    title: str
    versions: tuple[ChangedVersion, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A document as it was and as it is."""

    name: str
    before: Material | Failure | None
    now: Material | Failure | None
    words: str | None
    """what breaks Han text into words"""
    cache: Cache | None


def changes(
    root: Path, revision: str, means: Means, *, words: str | None = None
) -> Iterator[ChangedDocument]:
    """Yield what changed in a collection since a commit, documents in order, those that are gone last.

    Args:
        root: the collection as it is now.
        revision: the commit.
        means: what may be used.
        words: as for `build`.

    Raises:
        UsageError: this is no git checkout, there is no such commit, or git is not installed; and as `build`
            does.
    """
    breaker(words)
    names = touched(root, revision)
    cache = means.cache if means.near else None
    with at_revision(root, revision, names) as place:
        old, new = known(place, names), known(root, names)

        def begin(name: str) -> Future[Signed[ChangedDocument | None]]:
            task = Task(name=name, before=taken(name, old), now=taken(name, new), words=words, cache=cache)
            return means.executor.submit(sign, change_of, task)

        order = dict.fromkeys([*ids(new), *ids(old)])
        for signed in in_order(map(begin, order), ahead=means.ahead):
            if (each := own(signed)) is not None:
                yield each


def known(root: Path, names: frozenset[str]) -> Survey:
    """Look at those documents of a collection that lie under one of these names."""
    try:
        seen = survey(root)
    except UsageError:
        return Survey(root=root, places=(), failures=(), ignored=())  # no collection yet, or no more
    return replace(
        seen,
        places=tuple(place for place in seen.places if place.path.name in names),
        failures=tuple(failure for failure in seen.failures if Path(failure.path).name in names),
    )


def ids(seen: Survey) -> Iterator[str]:
    """Yield the ids of a collection's documents."""
    yield from (place.id for place in seen.places)
    yield from (failure.id for failure in seen.failures)


def taken(name: str, seen: Survey) -> Material | Failure | None:
    """Return a document's files; None where it is not there."""
    for place in seen.places:
        if place.id == name:
            return gather(place, seen)
    return next((failure for failure in seen.failures if failure.id == name), None)


def change_of(task: Task) -> ChangedDocument | None:
    """Say what changed in one document."""
    before, now = (made(each, task) for each in (task.before, task.now))
    return changed(task.name, before, now, task.words)


def made(given: Material | Failure | None, task: Task) -> Built | Failure | None:
    """Take a document to its comparisons."""
    if isinstance(given, Material):
        return guarded(given, lambda: analyse_material(given, task.cache, task.words))
    return given


def changed(
    name: str, before: Built | Failure | None, now: Built | Failure | None, words: str | None
) -> ChangedDocument | None:
    """Say what changed in a document; None where nothing did that a reader would see."""
    if isinstance(now, Failure):
        return ChangedDocument(
            event=Event.FAILED, id=name, title=name, problems=tuple(map(str, now.problems))
        )
    if isinstance(before, Failure):
        before = None
    if now is None:
        title = before.document.title if before else name
        return ChangedDocument(event=Event.REMOVED, id=name, title=title)
    versions = tuple(changed_versions(before, now, words))
    if before is not None and not versions:
        return None
    event = Event.EDITED if before else Event.NEW
    return ChangedDocument(event=event, id=name, title=now.document.title, versions=versions)


def changed_versions(before: Built | None, now: Built, words: str | None) -> Iterator[ChangedVersion]:
    """Yield versions that are new, edited or gone."""
    old = {key(version): version for version in before.document.versions} if before else {}
    new = {key(version): version for version in now.document.versions}
    renamed = dict(renamings(old, new))
    for place, version in new.items():
        if place in renamed:
            was = renamed[place]
            yield ChangedVersion(
                event=Event.RENAMED,
                label=version.label,
                path=version.source.path,
                against=old.pop(was).source.path,
                counts=(),
                date=version.date,
                uri=page(now.document, version, None),
                sha256=version.source.sha256,
            )
        elif place not in old:
            yield added(now, version, old)
        elif old[place].text != version.text:
            yield edited(now.document, old[place], version, words)
    for place, version in old.items():
        if place not in new:
            yield ChangedVersion(
                event=Event.REMOVED, label=version.label, path=place[0], against=None, counts=()
            )


def renamings(old: Mapping[Key, Version], new: Mapping[Key, Version]) -> Iterator[tuple[Key, Key]]:
    """Yield where a version stands and where the same text stood, if that place is empty now."""
    gone = {version.text: place for place, version in old.items() if place not in new}
    for place, version in new.items():
        if place not in old and version.text in gone:
            yield place, gone.pop(version.text)


def key(version: Version) -> Key:
    """Name a version across commits."""
    return version.source.path, version.part


def added(now: Built, version: Version, old: Mapping[Key, Version]) -> ChangedVersion:
    """Compare a new version with the one before it, the first one with the one after if that is old."""
    document = now.document
    at = document.versions.index(version)
    after = [each for each in document.versions[1:2] if key(each) in old]
    pair = (document.versions[at - 1], version) if at else (version, *after)
    comparison = next(
        (each for each in now.comparisons if (each.base, each.target) == tuple(v.siglum for v in pair)), None
    )
    other = next((each for each in pair if each is not version), None)
    return ChangedVersion(
        event=Event.NEW,
        label=version.label,
        path=version.source.path,
        against=other.label if comparison and other else None,
        counts=counts(comparison) if comparison else (),
        outside=len(comparison.set_aside_changes) if comparison else 0,
        date=version.date,
        since=other.date if comparison and other else "",
        uri=page(document, version, comparison),
        sha256=version.source.sha256,
    )


def page(document: Document, version: Version, comparison: Comparison | None) -> str:
    """Return where a reader sees what is new: the comparison, or the version where there is none."""
    if comparison:
        return uris.compare_uri(document.id, comparison.base, comparison.target)
    return uris.read_uri(document.id, version.siglum)


def edited(document: Document, old: Version, new: Version, words: str | None) -> ChangedVersion:
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
    comparison = compare(align(both), "A", "B", breaker(words))
    return ChangedVersion(
        event=Event.EDITED,
        label=new.label,
        path=new.source.path,
        against=old.label,
        counts=counts(comparison),
        outside=len(comparison.set_aside_changes),
        date=new.date,
        uri=page(document, new, None),
        sha256=new.source.sha256,
    )


COUNTED = (
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


def counts(comparison: Comparison) -> tuple[tuple[Status, int], ...]:
    """Count rows by what holds of them; of a row several things may, of one that stayed nothing does."""
    return ordered(Counter(fact for of in facts_by_change(comparison).values() for fact in counted_as(of)))


def total(documents: Iterable[ChangedDocument]) -> tuple[tuple[Status, int], ...]:
    """Add the counts of all versions."""
    summed: Counter[Status] = Counter()
    for document in documents:
        for version in document.versions:
            summed.update(dict(version.counts))
    return ordered(summed)


def ordered(counted: Mapping[Status, int]) -> tuple[tuple[Status, int], ...]:
    """Return the counts that are told, in their order, those that occur."""
    return tuple((fact, counted[fact]) for fact in COUNTED if counted.get(fact))
