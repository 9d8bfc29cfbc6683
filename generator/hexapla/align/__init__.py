"""Alignment: the versions of a document as one table of rows."""

from hexapla.align.document import align
from hexapla.align.review import review

__all__ = ["align", "review"]
