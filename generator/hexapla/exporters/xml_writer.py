"""XML as text: elements, escaping, and what to do with characters that no XML text can hold.

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


def replace_unwritable(text: str) -> str:
    """Replace what XML cannot hold: a control character by its picture (`␛`), anything else by U+FFFD."""
    return NOT_IN_XML.sub(lambda match: replacement_of(match[0]), text)


def replacement_of(char: str) -> str:
    """Return what stands for a character that XML cannot hold."""
    return chr(PICTURES + ord(char)) if ord(char) < CONTROLS else "\ufffd"


def count_unwritable(text: str) -> int:
    """Count the characters that `visible` replaces."""
    return sum(1 for _ in NOT_IN_XML.finditer(text))


def escape(text: str) -> str:
    """Write text between tags."""
    return replace_unwritable(text).translate(IN_TEXT)


def escape_attribute(text: str) -> str:
    """Write text between quotation marks."""
    return replace_unwritable(text).translate(IN_VALUE)


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
