"""References inside a text: 第四十二条第二款, Section 5(a), § 3 Abs. 2, 前条. Find, parse, resolve.

A reference is resolved against the clauses of its own version. Where it leads to another text, or where
the version's numbering allows no answer, nothing is claimed: a wrong warning costs more than a missed one.
"""

from hexapla.references.citations import Citation, find_citations
from hexapla.references.resolution import (
    ClauseIndex,
    Outcome,
    Resolution,
    index_clauses,
    resolve_citation,
)

__all__ = [
    "Citation",
    "ClauseIndex",
    "Outcome",
    "Resolution",
    "find_citations",
    "index_clauses",
    "resolve_citation",
]
