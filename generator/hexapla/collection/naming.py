"""Names of files → order and ids."""

import unicodedata
from hashlib import sha256

import regex

from hexapla.text import numeral

__all__ = ["composed", "document_id", "natural", "shown"]

NUMBER = regex.compile(r"([0-9０-９]+|[零〇一二三四五六七八九十百千]+)")
UNSAFE = regex.compile(r"""[\p{C}\p{Z}\s/\\<>:"|?*#%{}\[\]`]+|^\.+|\.+$""")
UNPRINTABLE = regex.compile(r"[\p{Cc}\p{Cs}\u2028\u2029]")

LONGEST_ID = 120
"""bytes of UTF-8; file systems allow 255 for a name, and pages add to it"""
DIGEST = 8
"""hexadecimal digits that keep shortened ids apart"""

Natural = tuple[tuple[tuple[int, int, str], ...], str]


def natural(name: str) -> Natural:
    """Return the key by which names are ordered as people count: numbers as numbers, 二稿 before 十稿.

    Names that differ only in case or in composition stand together; no two names are equal unless they are
    the same.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    pieces = tuple(
        (0, number, "") if index % 2 and (number := numeral(piece)) is not None else (1, 0, piece)
        for index, piece in enumerate(NUMBER.split(folded))
    )
    return pieces, name


def document_id(name: str) -> str:
    """Make an id of a folder's name or a file's stem: letters of any script stay.

    Post-conditions:
        1. No path separator, control or invisible character, white space, `<>:"|?*#%{}[]` or grave accent,
           nor a full stop at either end; a run of such is one `-`.
        2. In NFC, at most 120 bytes of UTF-8, never empty; longer names end in a hash of the whole.
    """
    clean = unicodedata.normalize("NFC", UNSAFE.sub("-", unicodedata.normalize("NFC", name))) or "document"
    data = clean.encode()
    if len(data) <= LONGEST_ID:
        return clean
    head = data[: LONGEST_ID - DIGEST - 1].decode(errors="ignore").rstrip("-.")
    return f"{head}-{sha256(data).hexdigest()[:DIGEST]}"


def composed(name: str) -> str:
    """Write a file's name as sources bear it: in NFC, and as `shown`."""
    return unicodedata.normalize("NFC", shown(name))


def shown(name: str) -> str:
    """Write a file's name so that it stays on its line and can be encoded."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", name)
