"""Alignment: the versions of a document as one table of rows."""

from hexapla.alignment.align import align, rank_doubtful_links
from hexapla.alignment.explain import End, Explanation, Reason, explain
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.trace import Check, LinkOutcome, Stage, TraceStep

__all__ = [
    "DEFAULT",
    "Check",
    "End",
    "Explanation",
    "LinkOutcome",
    "LinkWeights",
    "Reason",
    "Stage",
    "TraceStep",
    "align",
    "explain",
    "rank_doubtful_links",
]
