"""Alignment: the versions of a document as one table of rows."""

from hexapla.align.document import align

__all__ = ["align"]
