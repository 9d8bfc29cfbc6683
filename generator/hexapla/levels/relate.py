"""An editor's links between levels found their clauses; what of them is stale, lost or contradictory is told.

A link is kept with a digest of the words for which it was made. Where a clause has other words now, the same
words are sought in the rest of the text: a clause that was renumbered takes its links along, and the editor
is told to name it anew. Where they are nowhere, the link stays and is marked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from hexapla.findings import Finding, make_finding
from hexapla.levels.cited_levels import suggest_from_citations
from hexapla.levels.level_index import LevelIndex, digest_words
from hexapla.model import (
    Alignment,
    LevelLink,
    LevelRelation,
    MappingEntry,
    Order,
    Staleness,
    Suggestion,
)

Place = tuple[str, str]
Indexes = Mapping[str, LevelIndex]


@dataclass(frozen=True, slots=True)
class FoundEnd:
    """An end of an entry, looked up."""

    place: Place | None = None
    """None: it was not found"""
    doubt: Staleness | None = None
    told: str = ""
    """what is wrong, in a sentence without its stop"""


def relate_levels(alignment: Alignment, entries: Sequence[MappingEntry]) -> Alignment:
    """Add an editor's links between levels to an alignment, and suggestions from citations.

    Findings: `mapping_lost` for an entry whose clause does not exist, `mapping_stale` where words have moved
    or changed since, `mapping_contradicted` where a clause is linked and said to have no counterpart.

    Post-conditions:
        1. Of every entry there is a link, or a finding `mapping_lost`.
        2. No suggestion is about two clauses of which an entry speaks.
    """
    document = alignment.document
    if document.order is not Order.LEVELS:
        return alignment
    indexes = {version.siglum: LevelIndex(version) for version in document.versions}
    links: list[LevelLink] = []
    found: list[Finding] = []
    for entry in entries:
        link, told = look_up_entry(entry, indexes)
        links += [link] if link else []
        found += told
    found += find_contradictions(links, indexes)
    cited = suggest_from_citations(document, indexes)
    return replace(
        alignment,
        level_links=tuple(links),
        suggestions=drop_known([*cited, *alignment.suggestions], links, indexes),
        findings=(*alignment.findings, *found),
    )


def look_up_entry(entry: MappingEntry, indexes: Indexes) -> tuple[LevelLink | None, list[Finding]]:
    """Find the clauses of an entry; None if one is not there, and what is to be told."""
    one = look_up_end(entry.source, entry.source_words, indexes)
    other = FoundEnd()
    if entry.target is not None and "/" in entry.target:
        other = look_up_end(entry.target, entry.target_words, indexes)
    elif entry.target is not None and entry.target not in indexes:
        other = FoundEnd(told=f"there is no text {entry.target}")
    lost = [end for end in (one, other) if end.told and not end.doubt]
    stale = [end for end in (one, other) if end.doubt]
    code, ends = ("mapping_lost", lost) if lost else ("mapping_stale", stale)
    found = [make_finding(code, file=entry.file, entry=entry.line, reason=end.told) for end in ends]
    if lost or one.place is None:
        return None, found
    told = {each.name: getattr(entry, each.name) for each in fields(MappingEntry)}
    return LevelLink(**told, a=one.place, b=other.place, a_doubt=one.doubt, b_doubt=other.doubt), found


def look_up_end(name: str, words: str | None, indexes: Indexes) -> FoundEnd:
    """Find a clause by its name, and its words if they were kept."""
    siglum, _, said = name.partition("/")
    index = indexes.get(siglum)
    if index is None:
        return FoundEnd(told=f"there is no text {siglum}")
    named = index.find(said)
    if len(named) > 1:
        several = ", ".join(named)
        return FoundEnd(told=f"{siglum} has several clauses {said}: write one of the ids {several}")
    if named and words in (None, digest_words(index.passages[named[0]])):
        return FoundEnd((siglum, named[0]))
    moved = index.by_words.get(words, ()) if words else ()
    if len(moved) == 1:
        reason = f"the words of {name} stand in {siglum}/{moved[0]} now"
        return FoundEnd((siglum, moved[0]), Staleness.MOVED, reason)
    if named:
        return FoundEnd((siglum, named[0]), Staleness.REWORDED, f"{name} has other words now")
    return FoundEnd(told=f"{siglum} has no clause {said}")


def find_contradictions(links: Iterable[LevelLink], indexes: Indexes) -> Iterable[Finding]:
    """Yield findings of clauses that are linked to a level in which they are said to have no counterpart."""
    linked: dict[tuple[Place, str], LevelLink] = {}
    for link in links:
        if link.b and link.relation is not LevelRelation.NONE:
            for end, level in ((link.a, link.b[0]), (link.b, link.a[0])):
                unit = end[0], indexes[end[0]].unit_of[end[1]]
                for place in (end, unit):
                    linked.setdefault((place, level), link)
    for link in links:
        if link.b is None:
            levels = [link.level] if link.level else [each for each in indexes if each != link.a[0]]
            against = [linked[link.a, level] for level in levels if (link.a, level) in linked]
            for other in against:
                reason = f"{link.source} is said to have no counterpart, but line {other.line} links it"
                yield make_finding("mapping_contradicted", file=link.file, entry=link.line, reason=reason)


def drop_known(
    suggestions: Iterable[Suggestion], links: Iterable[LevelLink], indexes: Indexes
) -> tuple[Suggestion, ...]:
    """Leave out suggestions of which an entry speaks already, and repetitions: of two reasons the first.

    Of a unit that is said to have no counterpart in a level none is suggested there.
    """
    known: set[frozenset[Place]] = set()
    alone: set[tuple[Place, str]] = set()
    for link in links:
        one = link.a[0], indexes[link.a[0]].unit_of[link.a[1]]
        if link.b:
            known.add(frozenset((one, (link.b[0], indexes[link.b[0]].unit_of[link.b[1]]))))
        elif one == link.a:
            alone |= {(one, level) for level in ([link.level] if link.level else indexes)}
    kept: list[Suggestion] = []
    for each in suggestions:
        pair = frozenset((each.a, each.b))
        if pair not in known and not {(each.a, each.b[0]), (each.b, each.a[0])} & alone:
            known.add(pair)
            kept.append(each)
    return tuple(kept)
