"""The text that a group of documents has in common: the clauses that most of them hold, in their usual order.

It is no text that anybody wrote; whether there ever was a common model nobody can tell from words alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from hexapla.reuse.families import ReuseFamily, ReuseMember

FEWEST_DOCUMENTS, FEWEST_CLAUSES = 3, 3
"""documents of a group, and clauses that most of them hold, below which there is no common text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelClause:
    """A clause that most documents of a group hold."""

    family: str
    """id"""
    wording: ReuseMember
    """whose words stand for it: the commonest, of equals the first"""
    holders: tuple[ReuseMember, ...]
    """of the group, each document once, the first of the family first"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelText:
    """What most documents of a group hold, as a text."""

    documents: tuple[str, ...]
    """of the group"""
    clauses: tuple[ModelClause, ...]
    """in their usual order"""


def reconstruct_model_text(
    group: Sequence[str],
    families: Sequence[ReuseFamily],
    places: Mapping[tuple[str, str, str], float],
    words: Mapping[tuple[str, str, str], str],
) -> ModelText | None:
    """Put together the clauses that more than half of a group's documents hold.

    Args:
        group: ids of documents.
        families: of the collection.
        places: where a clause stands in its text, 0 to 1, by document, version and clause.
        words: of a clause, by the same; what is the same there is one wording.

    Returns:
        The clauses by the middle of their places; None where too few are common.
    """
    if len(group) < FEWEST_DOCUMENTS:
        return None
    own, clauses = frozenset(group), []
    for family in families:
        holders: dict[str, ReuseMember] = {}
        for member in family.members:
            if member.document in own:
                holders.setdefault(member.document, member)
        if 2 * len(holders) > len(group):
            several = tuple(holders.values())
            wording = choose_wording(several, words)
            clauses.append(ModelClause(family=family.id, wording=wording, holders=several))
    if len(clauses) < FEWEST_CLAUSES:
        return None
    clauses.sort(key=lambda clause: (middle_place(clause.holders, places), clause.family))
    return ModelText(documents=tuple(group), clauses=tuple(clauses))


def choose_wording(holders: Sequence[ReuseMember], words: Mapping[tuple[str, str, str], str]) -> ReuseMember:
    """Return the holder whose words most holders have; of equals the first."""
    said = [words.get(address_of(member), "") for member in holders]
    return max(zip(holders, said, strict=True), key=lambda each: said.count(each[1]))[0]


def middle_place(holders: Sequence[ReuseMember], places: Mapping[tuple[str, str, str], float]) -> float:
    """Return the middle of the places where a clause stands, 0 to 1: one that moved it does not count."""
    known = [places[address_of(member)] for member in holders if address_of(member) in places]
    return round(median(known), 9) if known else 1.0


def address_of(member: ReuseMember) -> tuple[str, str, str]:
    """Return document, version and clause."""
    return member.document, member.version, member.clause
