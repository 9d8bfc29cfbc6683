"""PDF with a text layer: lines in reading order, without what the printer added, joined to paragraphs."""

from hexapla.readers.pdf.pdf_source import read_pdf

__all__ = ["read_pdf"]
