"""Text → versions → clauses."""

from hexapla.segmentation.segment import segment

__all__ = ["segment"]
