"""Which files bear a suffix that is read, but are other programs' data: settings, feeds, package lists."""

import regex

from hexapla.errors import ForeignError, SourceError
from hexapla.readers.json_reader import SCHEMA
from hexapla.readers.registry import READERS, file_suffix

HEAD = 1 << 16
"""bytes in which nearly every file says what it is"""
XML_MEDIA_TYPES = {
    "akomaNtoso": "application/akn+xml",
    "TEI": "application/tei+xml",
    "teiCorpus": "application/tei+xml",
}
"""of the XML vocabularies that are read, by their outermost element"""
TEXT_PATTERNS = {
    ".json": regex.compile(rb'"schema"\s*:\s*"' + SCHEMA.encode()),
    ".xml": regex.compile(rb"<(?:\w{1,40}:)?(?:html|" + "|".join(XML_MEDIA_TYPES).encode() + rb")[\s>]"),
}

FOREIGN_SUFFIXES = frozenset(TEXT_PATTERNS)
"""of formats that other programs use for data of their own"""


def explain_foreign(path: str, data: bytes) -> str | None:
    """Return why a file is another program's and no text; None if it is a text, or a damaged one.

    Only files of `FOREIGN_SUFFIXES` are looked into.
    """
    own = TEXT_PATTERNS.get(file_suffix(path))
    if own is None or own.search(data, 0, HEAD):
        return None
    try:
        READERS[file_suffix(path)](path, data, None)
    except ForeignError as error:
        return error.problem.message
    except SourceError:
        return None
    return None
