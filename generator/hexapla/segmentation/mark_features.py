"""A mark with what the table says of it and what stands before it, looked up once for all readings."""

from typing import NamedTuple

from hexapla.languages.schemes import Level, Scheme
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.mark_weights import MarkWeights
from hexapla.segmentation.marks import Mark
from hexapla.segmentation.number_steps import is_first

OpenLists = tuple[tuple[str, Value], ...]
LastValues = tuple[tuple[str, Value], ...]
BackPointers = tuple[Mark, int, "BackPointers"] | None


class MarkFeatures(NamedTuple):
    """A mark with what the table says of it, looked up once and not for every state."""

    weights: MarkWeights
    mark: Mark
    family: str
    value: Value
    scheme: Scheme
    level: Level
    counts_on: bool
    line: bool
    first: bool
    """a list may begin with it"""
    anew: bool
    """the first of its list, or of all articles"""
    decimal: bool
    """1.1, 1.1.1: its number names the lists above it"""
    reach: int
    """how long a heading before it may be, in characters of its script"""


def extract_features(mark: Mark, weights: MarkWeights) -> MarkFeatures:
    """Look up what the table says of a mark."""
    scheme, first = mark.scheme, is_first(mark)
    return MarkFeatures(
        weights=weights,
        mark=mark,
        family=mark.family,
        value=mark.value,
        scheme=scheme,
        level=scheme.level,
        counts_on=scheme.counts_on,
        line=mark.line,
        first=first,
        anew=set(mark.value) == {1} if scheme.counts_on else first,
        decimal=scheme.decimal,
        reach=weights.heading_length * (weights.narrow if scheme.narrow else 1),
    )
