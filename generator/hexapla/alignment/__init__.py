"""Alignment: the versions of a document as one table of rows."""

from hexapla.alignment.align import align, rank_doubtful_links
from hexapla.alignment.explain import End, Explanation, Reason, explain
from hexapla.alignment.explain_parts import PartExplanation, PartReason
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.meaning import ENCODERS, SentenceEncoder, load_encoder
from hexapla.alignment.trace import Check, LinkOutcome, Stage, TraceStep

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
