"""All numbering schemes that the program knows."""

from hexapla.segmentation.article_schemes import ARTICLES
from hexapla.segmentation.division_schemes import DIVISIONS
from hexapla.segmentation.item_schemes import ITEMS
from hexapla.segmentation.outline_schemes import OUTLINES
from hexapla.segmentation.scheme import Scheme, SchemeLevel

__all__ = ["SCHEMES", "Scheme", "SchemeLevel"]

SCHEMES: tuple[Scheme, ...] = (*DIVISIONS, *ARTICLES, *OUTLINES, *ITEMS)
