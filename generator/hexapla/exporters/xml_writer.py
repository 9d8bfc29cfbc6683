"""XML as text: elements, names, escaping, and what to do with characters that no XML text can hold.

Written by hand rather than through a tree: a table of a law is some ten thousand elements, which as text are
made in a tenth of the time and held once. That it is well-formed whatever a text holds is a law of the tests.
"""

from collections.abc import Mapping
from typing import Final

import regex

XML_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
NOT_IN_XML: Final = regex.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]")
"""what XML 1.0 forbids, even as a reference"""
PICTURES: Final = 0x2400
"""U+2400 and on are pictures of the control characters, in their order"""
CONTROLS: Final = 0x20
TEXT: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
"""a raw carriage return would be read as a line feed"""
VALUE: Final = TEXT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
"""white space in an attribute would be read as a space"""
IN_TEXT: Final = str.maketrans(TEXT)
IN_VALUE: Final = str.maketrans(VALUE)
NAME_START: Final = (
    r"A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
NOT_IN_NAME: Final = regex.compile(rf"[^{NAME_START}.0-9\u00B7\u0300-\u036F\u203F\u2040-]")
FIRST_OF_NAME: Final = regex.compile(rf"[{NAME_START}]")


def write_element(name: str, attributes: Mapping[str, str | None] | None = None, *content: str) -> str:
    """Write an element.

    Args:
        name: with its prefix.
        attributes: their texts, escaped here; None leaves one out.
        content: markup that is ready.
    """
    own = "".join(
        f' {key}="{escape_attribute(value)}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    inside = "".join(content)
    return f"<{name}{own}>{inside}</{name}>" if inside else f"<{name}{own}/>"


def escape(text: str) -> str:
    """Write text between tags."""
    return replace_unwritable(text).translate(IN_TEXT)


def escape_attribute(text: str) -> str:
    """Write text between quotation marks."""
    return replace_unwritable(text).translate(IN_VALUE)


def replace_unwritable(text: str) -> str:
    """Replace what XML cannot hold: a control character by its picture (`␛`), anything else by U+FFFD."""
    return NOT_IN_XML.sub(lambda match: replacement_of(match[0]), text)


def replacement_of(char: str) -> str:
    """Return what stands for a character that XML cannot hold."""
    return chr(PICTURES + ord(char)) if ord(char) < CONTROLS else "\ufffd"


def count_unwritable(text: str) -> int:
    """Count the characters that `replace_unwritable` replaces."""
    return sum(1 for _ in NOT_IN_XML.finditer(text))


class XmlIds:
    """Gives elements names, made of sigla and clause ids, that are valid (NCName) and unique in a file."""

    def __init__(self, repetition: str = "-") -> None:
        """Start with none taken; `repetition` stands before the number that tells a repeated name."""
        self.taken: set[str] = set()
        self.known: dict[str, str] = {}
        """wanted → given, of what was wanted once or first"""
        self.repetition = repetition

    def give(self, wanted: str) -> str:
        """Return the wanted name, made valid, or its next repetition."""
        stem = NOT_IN_NAME.sub("-", wanted)
        if not FIRST_OF_NAME.match(stem):
            stem = f"n{stem}"
        given, number = stem, 1
        while given in self.taken:
            number += 1
            given = f"{stem}{self.repetition}{number}"
        self.taken.add(given)
        self.known.setdefault(wanted, given)
        return given
