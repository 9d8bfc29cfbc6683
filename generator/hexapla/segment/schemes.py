"""All numbering schemes that the program knows."""

from hexapla.segment.items import ITEMS
from hexapla.segment.outlines import OUTLINES
from hexapla.segment.scheme import Level, Scheme
from hexapla.segment.statutes import STATUTES

__all__ = ["SCHEMES", "Level", "Scheme"]

SCHEMES: tuple[Scheme, ...] = (*STATUTES, *OUTLINES, *ITEMS)
