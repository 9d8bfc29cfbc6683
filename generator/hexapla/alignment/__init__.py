"""Alignment: the versions of a document as one table of rows."""

from hexapla.alignment.align import align
from hexapla.alignment.explain import End, Explanation, Reason, explain
from hexapla.alignment.review import rank_doubtful_links
from hexapla.alignment.trace import Check, Outcome, Stage, Step
from hexapla.alignment.weights import DEFAULT, Weights

__all__ = [
    "DEFAULT",
    "Check",
    "End",
    "Explanation",
    "Outcome",
    "Reason",
    "Stage",
    "Step",
    "Weights",
    "align",
    "explain",
    "rank_doubtful_links",
]
