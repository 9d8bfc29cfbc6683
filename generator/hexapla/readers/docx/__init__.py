"""Word documents (WordprocessingML): what a reader of the printed page would see, and nothing else."""

from hexapla.readers.docx.document import docx

__all__ = ["docx"]
