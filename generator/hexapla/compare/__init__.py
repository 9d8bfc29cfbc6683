"""Comparison: an alignment read from one version to another, with marks and facts."""

from hexapla.compare.breaking import BREAKERS, Breaker, breaker
from hexapla.compare.changes import compare, compare_all
from hexapla.compare.kinds import flags
from hexapla.compare.marking import edits
from hexapla.compare.phrases import moved_phrases

__all__ = ["BREAKERS", "Breaker", "breaker", "compare", "compare_all", "edits", "flags", "moved_phrases"]
