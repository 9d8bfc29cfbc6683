"""Text → versions → clauses."""

from hexapla.segment.document import segment

__all__ = ["segment"]
