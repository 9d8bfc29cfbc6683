"""Alignment: the versions of a document as one table of rows."""

from hexapla.alignment.align import align
from hexapla.alignment.review import rank_doubtful_links

__all__ = ["align", "rank_doubtful_links"]
