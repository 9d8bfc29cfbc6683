"""Names for elements of XML, made of sigla and clause ids."""

from typing import Final

import regex

START: Final = (
    r"A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
OTHER: Final = regex.compile(rf"[^{START}.0-9\u00B7\u0300-\u036F\u203F\u2040-]")
FIRST: Final = regex.compile(rf"[{START}]")


class XmlIds:
    """Gives names that are valid (NCName) and unique in a file."""

    def __init__(self, repetition: str = "-") -> None:
        """Start with none taken; `repetition` stands before the number that tells a repeated name."""
        self.taken: set[str] = set()
        self.repetition = repetition

    def give(self, wanted: str) -> str:
        """Return the wanted name, made valid, or its next repetition."""
        stem = OTHER.sub("-", wanted)
        if not FIRST.match(stem):
            stem = f"n{stem}"
        given, number = stem, 1
        while given in self.taken:
            number += 1
            given = f"{stem}{self.repetition}{number}"
        self.taken.add(given)
        return given
