"""Bytes of a file → `Source`: which encoding, which characters. One reader per format."""

from hexapla.readers.encoding import is_encoding
from hexapla.readers.foreign import FOREIGN_SUFFIXES, foreign
from hexapla.readers.formats import READERS, Reader, read, suffix

__all__ = ["FOREIGN_SUFFIXES", "READERS", "Reader", "foreign", "is_encoding", "read", "suffix"]
