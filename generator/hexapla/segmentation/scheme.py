r"""The numbering schemes that the program knows, as a table. A new one is a row here.

A row's pattern is looked for in the folded view (see `folding`), never across a mark found by the same row:
group `n` is the numeral, group `m` the mark as it is printed; what follows `m` in the match (a colon, a
space) separates it from the text. `[ \x1f]` matches a space or an invisible character.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

__all__ = ["Scheme", "SchemeLevel"]


class SchemeLevel(StrEnum):
    """What clauses of a scheme are, if the text at hand does not say otherwise."""

    ANNEX = "annex"
    """begins the counting of everything below it anew"""
    DIVISION = "division"
    ARTICLE = "article"
    OUTLINE = "outline"
    ITEM = "item"


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One way of numbering."""

    name: str
    """what `unit:` and `schemes:` in document.yml say"""
    level: SchemeLevel
    eid: str
    """prefix of clause ids, after Akoma Ntoso"""
    rank: int
    """smaller stands above larger in most texts"""
    reader: str
    """key in `numerals.READERS`"""
    pattern: str
    line: bool = False
    """counts only at the beginning of a line"""
    counts_on: bool = False
    """numbers go on through the divisions above (articles), instead of beginning anew in each"""
    reference: bool = False
    """also the form of a reference, so that its surroundings are looked at with suspicion"""
    damaged: bool = False
    """found only by reading a damaged mark as another: `alias` says as which"""
    alias: str | None = None
    """name of the scheme as whose member this mark counts"""
    needs: str = ""
    """a pattern that is found in every text with such marks, to spare others the looking"""
    bias: float = 0.0
    """added to the strength of each mark"""
    first: tuple[int, ...] = (1,)
    """numbers with which a list of this scheme may begin"""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; at line starts only, a line feed stands before the mark."""
        lead = r"\n[ \x1f]*" if self.line else ""
        return re.compile(lead + self.pattern)
