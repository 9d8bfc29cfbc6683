"""Alignment: the versions of a document as one table of rows."""

from typing import TYPE_CHECKING

from hexapla.alignment.align import align, rank_doubtful_links
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.meaning import ENCODERS, SentenceEncoder, load_encoder
from hexapla.alignment.trace import Check, LinkOutcome, Stage, TraceStep
from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
    from hexapla.alignment.explain_parts import PartExplanation, PartReason
    from hexapla.alignment.explanations import End, Explanation, Reason, explain
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "explain_parts": ("PartExplanation", "PartReason"),
            "explanations": ("End", "Explanation", "Reason", "explain"),
        },
    )

__all__ = [
    "DEFAULT",
    "ENCODERS",
    "Check",
    "End",
    "Explanation",
    "LinkOutcome",
    "LinkWeights",
    "PartExplanation",
    "PartReason",
    "Reason",
    "SentenceEncoder",
    "Stage",
    "TraceStep",
    "align",
    "explain",
    "load_encoder",
    "rank_doubtful_links",
]
