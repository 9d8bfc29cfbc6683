"""Text → versions → clauses."""

from hexapla.segmentation.segment import segment
from hexapla.segmentation.versions import format_siglum

__all__ = ["format_siglum", "segment"]
