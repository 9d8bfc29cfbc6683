"""All numbering schemes that the program knows."""

from hexapla.segment.articles import ARTICLES
from hexapla.segment.divisions import DIVISIONS
from hexapla.segment.items import ITEMS
from hexapla.segment.outlines import OUTLINES
from hexapla.segment.scheme import Level, Scheme

__all__ = ["SCHEMES", "Level", "Scheme"]

SCHEMES: tuple[Scheme, ...] = (*DIVISIONS, *ARTICLES, *OUTLINES, *ITEMS)
