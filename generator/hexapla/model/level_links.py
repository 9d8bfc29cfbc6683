"""Texts of different ranks (a law, the regulation below it, a house rule), and which clauses answer which."""

from dataclasses import dataclass
from enum import StrEnum

Place = tuple[str, str]
"""(siglum, clause id)"""


class LevelRelation(StrEnum):
    """How one clause stands to another: the words of OSCAL's control mapping, read from `a` to `b`.

    Source: NIST, Open Security Controls Assessment Language, mapping model. “none” is also said of a clause
    that has no counterpart.
    """

    EQUAL = "equal"
    """the same words"""
    EQUIVALENT = "equivalent"
    """the same meaning in other words"""
    SUBSET = "subset"
    """`a` demands a part of what `b` demands"""
    SUPERSET = "superset"
    """`a` demands all that `b` demands, and more"""
    INTERSECTS = "intersects"
    """they share something, and each has something of its own"""
    SUPPORTS = "supports"
    """`a` helps to fulfil `b`, without demanding the same"""
    NONE = "none"
    """they have nothing to do with each other; or `a` has no counterpart"""


class Staleness(StrEnum):
    """What became of the words that a link was made for."""

    MOVED = "moved"
    """they stand in another clause now"""
    REWORDED = "reworded"
    """the clause has other words now"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingEntry:
    """What an editor said of two clauses of different levels, before they are looked up."""

    source: str
    """siglum and id or printed number of a clause: `A/art_3`, `A/第三条第二款`"""
    target: str | None
    """the same; of no counterpart a siglum alone, or None: in no other level"""
    relation: LevelRelation
    """read from source to target"""
    reason: str = ""
    source_words: str | None = None
    """digest of the source's words when the link was made; None: nobody kept it"""
    target_words: str | None = None
    file: str
    line: int
    """in that file, from 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLink(MappingEntry):
    """An entry that has its clauses."""

    a: Place
    """the source, where its words stand now"""
    b: Place | None
    """the target; None: `a` has no counterpart"""
    a_doubt: Staleness | None = None
    b_doubt: Staleness | None = None

    @property
    def level(self) -> str | None:
        """Siglum of the level in which the target stands, or in which there is no counterpart; None: any."""
        return self.b[0] if self.b else self.target
