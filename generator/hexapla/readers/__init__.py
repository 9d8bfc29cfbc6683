"""Bytes of a file → `Source`: which encoding, which characters. One reader per format."""

from hexapla.readers.encodings import is_encoding
from hexapla.readers.file_signatures import WORD
from hexapla.readers.registry import (
    FOREIGN_SUFFIXES,
    READERS,
    Reader,
    explain_foreign,
    file_suffix,
    read_source,
)

__all__ = [
    "FOREIGN_SUFFIXES",
    "READERS",
    "WORD",
    "Reader",
    "explain_foreign",
    "file_suffix",
    "is_encoding",
    "read_source",
]
