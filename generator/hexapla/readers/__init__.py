"""Bytes of a file → `Source`: which encoding, which characters. One reader per format."""

from hexapla.readers.encodings.detect import is_encoding
from hexapla.readers.foreign import FOREIGN_SUFFIXES, explain_foreign
from hexapla.readers.registry import READERS, Reader, file_suffix, read_source

__all__ = [
    "FOREIGN_SUFFIXES",
    "READERS",
    "Reader",
    "explain_foreign",
    "file_suffix",
    "is_encoding",
    "read_source",
]
