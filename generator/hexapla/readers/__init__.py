"""Bytes of a file → `Source`: which encoding, which characters. One reader per format."""

from hexapla.readers.encoding import is_encoding
from hexapla.readers.formats import READERS, Reader, read, suffix

__all__ = ["READERS", "Reader", "is_encoding", "read", "suffix"]
