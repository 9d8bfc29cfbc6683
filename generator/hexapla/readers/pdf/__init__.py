"""PDF with a text layer: lines in reading order, without what the printer added, joined to paragraphs."""

from hexapla.readers.pdf.document import pdf

__all__ = ["pdf"]
