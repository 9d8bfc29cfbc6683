"""Which articles and divisions of two versions are one, from what a comparison says."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from hexapla.amending.draft_law import DraftLaw, Entry
from hexapla.model import Comparison


@dataclass(frozen=True, slots=True)
class EntryPairs:
    """What became of articles."""

    sources: Mapping[int, tuple[Entry, ...]]
    """article of the target (by identity) → those of the base of which it was made, in order"""
    gone: frozenset[int]
    """articles of the base (by identity) of which nothing is left"""
    targets: tuple[Entry, ...]
    """the articles of the target, in order"""

    def kept(self) -> list[tuple[Entry, tuple[Entry, ...]]]:
        """Return the articles of the target that were made of one of the base, with that one."""
        return [(e, self.sources[id(e)]) for e in self.targets if len(self.sources.get(id(e), ())) == 1]


@dataclass(frozen=True, slots=True)
class DivisionPairs:
    """Which headings are one."""

    source: Mapping[int, Entry]
    """division of the target (by identity) → that of the base"""
    partner: Mapping[int, Entry]
    """the other way"""


def pair_entries(old: DraftLaw, new: DraftLaw, comparison: Comparison) -> EntryPairs:
    """Pair articles: one with one; several of the base with one of the target where they merged.

    Of a clause that was split the most alike piece goes on, the others come.
    """
    old_by, new_by = ({e.id: e for e in law.of_kind("article")} for law in (old, new))
    sources: dict[int, tuple[Entry, ...]] = {}
    used: set[int] = set()
    for change in comparison.changes:
        before = [old_by[i] for i in change.cells[0] if i in old_by]
        after = [new_by[i] for i in change.cells[1] if i in new_by]
        ranked = sorted(
            (
                (-Indel.normalized_similarity(a.words, b.words), i, j)
                for i, a in enumerate(before)
                for j, b in enumerate(after)
            ),
        )
        taken: set[int] = set()
        for _, i, j in ranked:
            if i not in taken and id(after[j]) not in sources:
                sources[id(after[j])] = (before[i],)
                taken.add(i)
                used.add(id(before[i]))
        if len(after) == 1 and len(before) > 1:
            sources[id(after[0])] = tuple(before)
            used.update(map(id, before))
    put_copies_last(new, sources)
    gone = frozenset(id(e) for e in old.of_kind("article") if id(e) not in used)
    return EntryPairs(sources, gone, tuple(new.of_kind("article")))


def put_copies_last(new: DraftLaw, sources: dict[int, tuple[Entry, ...]]) -> None:
    """Let of articles of the same words that follow each other the last be the one that comes."""
    articles = new.of_kind("article")
    for one, other in pairwise(articles):
        if one.words == other.words and id(one) not in sources and len(sources.get(id(other), ())) == 1:
            sources[id(one)] = sources.pop(id(other))


def pair_divisions(old: DraftLaw, new: DraftLaw, pairs: EntryPairs) -> DivisionPairs:
    """Pair headings, in order: equal ones first, then those that hold the same articles."""
    held_old = {id(e): e for e in old.of_kind("division")}
    owner = {(id(article), d.level): d for d, articles in held_articles(old) for article in articles}
    source: dict[int, Entry] = {}
    taken: set[int] = set()
    for entry in new.of_kind("division"):
        same = [
            d
            for d in held_old.values()
            if d.words == entry.words and d.level == entry.level and id(d) not in taken
        ]
        if same:
            source[id(entry)] = same[0]
            taken.add(id(same[0]))
    holds = {id(d): articles for d, articles in held_articles(new)}
    for entry in new.of_kind("division"):
        if id(entry) in source:
            continue
        counted: dict[int, int] = {}
        for article in holds.get(id(entry), ()):
            for origin in pairs.sources.get(id(article), ()):
                division = owner.get((id(origin), entry.level))
                if division is not None and id(division) not in taken:
                    counted[id(division)] = counted.get(id(division), 0) + 1
        if counted:
            best = max(counted, key=lambda key: counted[key])
            source[id(entry)] = held_old[best]
            taken.add(best)
    source = keep_order(old, new, source)
    by_id = {id(entry): entry for entry in new.entries}
    return DivisionPairs(source, {id(one): by_id[other] for other, one in source.items()})


def keep_order(old: DraftLaw, new: DraftLaw, source: Mapping[int, Entry]) -> dict[int, Entry]:
    """Leave out pairs that cross others."""
    position = {id(e): i for i, e in enumerate(old.entries)}
    out: dict[int, Entry] = {}
    last = -1
    for entry in new.of_kind("division"):
        if id(entry) in source and position[id(source[id(entry)])] > last:
            out[id(entry)] = source[id(entry)]
            last = position[id(source[id(entry)])]
    return out


def held_articles(law: DraftLaw) -> list[tuple[Entry, list[Entry]]]:
    """Return each division with the articles right below it."""
    out: list[tuple[Entry, list[Entry]]] = []
    open_: list[tuple[Entry, list[Entry]]] = []
    order = ("part", "book", "chapter", "section", "")
    for entry in law.entries:
        if entry.kind == "division":
            while open_ and order.index(open_[-1][0].level) >= order.index(entry.level):
                open_.pop()
            out.append((entry, []))
            open_.append(out[-1])
        elif entry.kind == "article":
            for _, articles in open_:
                articles.append(entry)
    return out
