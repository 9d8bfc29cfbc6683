"""Families: passages of several documents that say the same in nearly the same words.

A family is named after the passage that stands first: of the highest rank, then of the earliest date. Whether
it is the source of the others nobody can tell from words alone; they “stand also in” each other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.reuse.held_texts import HeldText, Holder
from hexapla.reuse.likeness import VERBATIM, CommonText

LEAST_LIKE_FIRST = 0.35
"""likeness with the first of a family from which on a passage belongs to it that is linked with another
member: families are not chained from text to text until their ends have nothing in common"""
FEWEST_FORMULA, FORMULA_PART = 10, 50
"""a formula stands in more than ten documents and in more than one in fifty"""

TextLinks = Mapping[tuple[int, int], CommonText]
"""earlier and later text, and what they have in common"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseMember:
    """A clause of a family."""

    document: str
    version: str
    """siglum of the first version that has it in these words"""
    clause: str
    number: str | None
    """as printed"""
    date: str
    """ISO 8601, of the version; empty: not known"""
    likeness: float
    """common characters with the first member · 2 / characters of both, 0 to 1"""
    share: float
    """weighed share of this clause that stands in the first member, 0 to 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseFamily:
    """Clauses of two documents or more that share their words."""

    id: str
    """after the first member"""
    members: tuple[ReuseMember, ...]
    """the first, then by document in the same order"""
    formula: bool
    """stands in so many documents that it says nothing of whom a text was taken from"""
    ordered: bool
    """rank or date tells that the first member is before all others; else they may have a common source"""

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents, each once."""
        return tuple(dict.fromkeys(member.document for member in self.members))


@dataclass(slots=True)
class TextGroup:
    """Texts of a family in the making: the first, and what the others have in common with it."""

    first: int
    others: dict[int, CommonText]


def form_families(
    texts: Sequence[HeldText],
    links: TextLinks,
    compare: Callable[[int, int], CommonText],
    *,
    total: int,
) -> tuple[tuple[ReuseFamily, ...], Mapping[int, tuple[int, ...]]]:
    """Form families of linked texts.

    Args:
        texts: of the collection.
        links: between texts of different documents.
        compare: measures what a text has in common with another, linked or not.
        total: documents of the collection.

    Returns:
        The families, and per text of any the numbers of those to which it belongs.

    Post-conditions:
        1. Every linked text, and every one that several documents hold, is in a family.
        2. Every family has members of at least two documents.
    """
    groups = list(group_texts(texts, links, compare))
    most = max(FEWEST_FORMULA, total // FORMULA_PART)
    taken: dict[str, int] = {}
    families = []
    held_by: defaultdict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for number in (group.first, *group.others):
            held_by[number].append(place)
        members = list_members(texts, group)
        first = members[0][0]
        name = f"{first.document}__{first.passage.versions[0]}__{first.passage.clause}"
        taken[name] = taken.get(name, 0) + 1
        families.append(
            ReuseFamily(
                id=name if taken[name] == 1 else f"{name}__{taken[name]}",
                members=tuple(make_member(holder, common) for holder, common in members),
                formula=len({holder.document for holder, _ in members}) > most,
                ordered=all(first.order[:2] < holder.order[:2] for holder, _ in members[1:]),
            )
        )
    return tuple(families), {number: tuple(places) for number, places in held_by.items()}


def group_texts(
    texts: Sequence[HeldText], links: TextLinks, compare: Callable[[int, int], CommonText]
) -> Iterator[TextGroup]:
    """Yield groups of texts, by the order of their first.

    The earliest text that is in no group yet begins one, and takes what is near it, and what is near those
    and still like the first. Then each stretch that stands in another text goes to the groups of that.
    """
    near, parts = sort_links(links)
    beginning = [number for number, text in enumerate(texts) if number in near or len(text.holders) > 1]
    group_of: dict[int, TextGroup] = {}
    groups = [
        gather_group(first, near, group_of, compare)
        for first in sorted(beginning, key=lambda number: (texts[number].holders[0].order, number))
        if first not in group_of
    ]
    for (a, b), common in parts:
        if a not in group_of:
            group_of[a] = TextGroup(a, {})
            groups.append(group_of[a])
        group = group_of[a]
        if b != group.first:
            group.others.setdefault(b, common if a == group.first else compare(group.first, b))
    yield from sorted(groups, key=lambda group: (texts[group.first].holders[0].order, group.first))


def gather_group(
    first: int,
    near: Mapping[int, Mapping[int, CommonText]],
    group_of: dict[int, TextGroup],
    compare: Callable[[int, int], CommonText],
) -> TextGroup:
    """Begin a group with a text, and enter into `group_of` what belongs to it.

    A near copy of the first that stands in another group already belongs to both.
    """
    group = group_of[first] = TextGroup(first, {})
    waiting = [first]
    while waiting:
        for other in near.get(waiting.pop(), ()):
            if other == first or other in group.others:
                continue
            common = near[first].get(other)
            if common is None and other not in group_of:
                common = compare(first, other)
                common = common if common.likeness >= LEAST_LIKE_FIRST else None
            if common is None:
                continue
            group.others[other] = common
            if other not in group_of:
                group_of[other] = group
                waiting.append(other)
    return group


def sort_links(
    links: TextLinks,
) -> tuple[Mapping[int, dict[int, CommonText]], list[tuple[tuple[int, int], CommonText]]]:
    """Part links of near copies, in both directions, from those of stretches."""
    near: defaultdict[int, dict[int, CommonText]] = defaultdict(dict)
    parts = []
    for (a, b), common in sorted(links.items(), key=lambda each: each[0]):
        if common.near:
            near[a][b] = common
            near[b][a] = common.reversed()
        else:
            parts.append(((a, b), common))
    return near, parts


def list_members(texts: Sequence[HeldText], group: TextGroup) -> list[tuple[Holder, CommonText]]:
    """Return who holds the texts of a group, with what each has in common with the first, in order.

    A document stands with one version, the one that is likest to the first, and with all its clauses there.
    """
    held: dict[str, list[tuple[Holder, CommonText]]] = {}
    for number, common in ((group.first, VERBATIM), *group.others.items()):
        for holder in texts[number].holders:
            held.setdefault(holder.document, []).append((holder, common))
    first = texts[group.first].holders[0]
    chosen: list[tuple[Holder, CommonText]] = []
    for several in held.values():
        best, _ = min(several, key=lambda each: (-each[1].likeness, each[0].order, each[0].passage.clause))
        version = best.passage.versions[0]
        clauses: dict[str, tuple[Holder, CommonText]] = {}
        for holder, common in several:
            if holder is best or version in holder.passage.versions:
                clauses.setdefault(holder.passage.clause, (holder, common))
        chosen += clauses.values()
    return sorted(chosen, key=lambda each: (each[0] is not first, each[0].order, each[0].passage.clause))


def make_member(holder: Holder, common: CommonText) -> ReuseMember:
    """Say what a holder is to its family."""
    return ReuseMember(
        document=holder.document,
        version=holder.passage.versions[0],
        clause=holder.passage.clause,
        number=holder.passage.number,
        date=holder.passage.date,
        likeness=common.likeness,
        share=common.share_b,
    )
