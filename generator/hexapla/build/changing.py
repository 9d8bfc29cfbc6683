"""What a new or edited source text changed, in clauses and rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from hexapla.align import align
from hexapla.build.product import guarded
from hexapla.build.revisions import at_revision, touched
from hexapla.build.stages import analyse_material
from hexapla.build.values import Built
from hexapla.collection import Failure, Survey, gather, survey
from hexapla.compare import compare
from hexapla.errors import UsageError
from hexapla.model import Change, Comparison, Document, Flag, Order, Relation, Version

__all__ = ["ChangedDocument", "ChangedVersion", "Event", "changes", "facts"]

Key = tuple[str, int | None]
"""a source's path, and the part in it: what stays of a version when its text is edited"""


class Event(StrEnum):
    """What happened to a document or a version."""

    NEW = "new"
    EDITED = "edited"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedVersion:
    """A version that is new, was edited or is gone."""

    event: Event
    label: str
    path: str
    against: str | None
    """label of what it was compared with: its neighbour if it is new, else its earlier text"""
    counts: tuple[tuple[str, int], ...]
    """fact → rows of which it holds"""
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDocument:
    """A document of which something changed."""

    event: Event
    id: str
    title: str
    versions: tuple[ChangedVersion, ...] = ()
    problems: tuple[str, ...] = ()


def changes(root: Path, revision: str) -> tuple[ChangedDocument, ...]:
    """Say what changed in a collection since a commit, documents in order.

    Raises:
        UsageError: this is no git checkout, there is no such commit, or git is not installed.
    """
    names = touched(root, revision)
    now = known(root, names)
    with at_revision(root, revision, names) as place:
        before = known(place, names)
    order = [*now, *(name for name in before if name not in now)]
    return tuple(
        each for name in order if (each := changed(name, before.get(name), now.get(name))) is not None
    )


def known(root: Path, names: frozenset[str]) -> dict[str, Built | Failure]:
    """Take those documents of a collection to their comparisons that lie under one of these names."""
    try:
        seen = survey(root)
    except UsageError:
        return {}  # no collection yet, or no more
    return dict(each for each in built(seen, names))


def built(seen: Survey, names: frozenset[str]) -> Iterator[tuple[str, Built | Failure]]:
    """Yield documents by id."""
    for place in seen.places:
        if place.path.name in names:
            material = gather(place, seen)
            yield place.id, guarded(material, lambda material=material: analyse_material(material))  # type: ignore[misc]  # mypy cannot infer a lambda with a default


def changed(name: str, before: Built | Failure | None, now: Built | Failure | None) -> ChangedDocument | None:
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
    versions = tuple(changed_versions(before, now))
    if before is not None and not versions:
        return None
    event = Event.EDITED if before else Event.NEW
    return ChangedDocument(event=event, id=name, title=now.document.title, versions=versions)


def changed_versions(before: Built | None, now: Built) -> Iterator[ChangedVersion]:
    """Yield versions that are new, edited or gone."""
    old = {key(version): version for version in before.document.versions} if before else {}
    new = {key(version): version for version in now.document.versions}
    for place, version in new.items():
        if place not in old:
            yield added(now, version, old)
        elif old[place].text != version.text:
            yield edited(now.document, old[place], version)
    for place, version in old.items():
        if place not in new:
            yield ChangedVersion(
                event=Event.REMOVED, label=version.label, path=place[0], against=None, counts=()
            )


def key(version: Version) -> Key:
    """Name a version across commits."""
    return version.source.path, version.part


def added(now: Built, version: Version, old: Mapping[Key, Version]) -> ChangedVersion:
    """Compare a new version with the one before it, the first one with the one after if that is old."""
    versions = now.document.versions
    at = versions.index(version)
    after = [each for each in versions[1:2] if key(each) in old]
    pair = (versions[at - 1], version) if at else (version, *after)
    comparison = next(
        (each for each in now.comparisons if (each.base, each.target) == tuple(v.siglum for v in pair)), None
    )
    other = next((each.label for each in pair if each is not version), None)
    return ChangedVersion(
        event=Event.NEW,
        label=version.label,
        path=version.source.path,
        against=other if comparison else None,
        counts=counts(comparison.changes) if comparison else (),
        comparison=comparison,
    )


def edited(document: Document, old: Version, new: Version) -> ChangedVersion:
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
    comparison = compare(align(both), "A", "B")
    return ChangedVersion(
        event=Event.EDITED,
        label=new.label,
        path=new.source.path,
        against=old.label,
        counts=counts(comparison.changes),
        comparison=comparison,
    )


NAMES = {
    Relation.ONLY_TARGET: "added",
    Relation.ONLY_BASE: "removed",
    Relation.SPLIT: "split",
    Relation.MERGED: "merged",
    Relation.REGROUPED: "regrouped",
}
FACTS = ("reworded", "added", "removed", "split", "merged", "regrouped", "moved", "renumbered")


def facts(change: Change) -> Iterator[str]:
    """Yield what holds of a change: several things may; of a row that stayed, nothing."""
    if change.relation in NAMES:
        yield NAMES[change.relation]
    elif change.relation is Relation.MATCHED and change.flags != (Flag.IDENTICAL,):
        yield "reworded"
    if change.moved:
        yield "moved"
    if change.renumbered:
        yield "renumbered"


def counts(made: Sequence[Change]) -> tuple[tuple[str, int], ...]:
    """Count facts, in a fixed order, those that occur."""
    counted = Counter(fact for change in made for fact in facts(change))
    return tuple((fact, counted[fact]) for fact in FACTS if counted[fact])


def total(documents: Iterable[ChangedDocument]) -> tuple[tuple[str, int], ...]:
    """Add the counts of all versions."""
    summed: Counter[str] = Counter()
    for document in documents:
        for version in document.versions:
            summed.update(dict(version.counts))
    return tuple((fact, summed[fact]) for fact in FACTS if summed[fact])
