"""OpenDocument texts: what a reader of the printed page would see, and nothing else."""

from hexapla.readers.odt.document import odt

__all__ = ["odt"]
