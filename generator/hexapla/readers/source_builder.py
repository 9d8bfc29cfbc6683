"""A text in the making: lines, each with the place in the file from which it comes."""

from dataclasses import replace

import regex

from hexapla.findings import Finding
from hexapla.model import Source, SourceLocation
from hexapla.readers import limits
from hexapla.readers.characters import build_source

LINE_END = regex.compile(r"\r\n?")
SUPERSCRIPT = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
COUNTED = regex.compile(r"[0-9]+|[ivxlcdm]+|[a-pr-z]")


class SourceBuilder:
    """Lines of a text, in order.

    A paragraph is a line; an empty line parts what must not be read on (a heading, a table).
    """

    def __init__(self, path: str) -> None:
        """Begin the text of a file."""
        self.path = path
        self.lines: list[str] = []
        self.places: list[SourceLocation] = []
        self.length = 0
        """characters so far, line ends included"""

    def line(self, text: str, place: SourceLocation | None = None) -> None:
        """Add a line; line feeds in it make several.

        Raises:
            SourceError: the text grows beyond what a text may be.
        """
        text = LINE_END.sub("\n", text if self.lines else text.removeprefix("\ufeff"))
        if place is not None:
            self.places.append(replace(place, start=self.length))
        self.lines.append(text)
        self.length += len(text) + 1
        limits.check_size(self.path, "characters of text", self.length, limits.LONGEST_TEXT)

    def gap(self) -> None:
        """Add an empty line, unless there is one or the text has not begun."""
        if self.lines and self.lines[-1]:
            self.line("")

    def source(
        self, data: bytes, *, media_type: str, encoding: str, findings: tuple[Finding, ...] = ()
    ) -> Source:
        """Finish the text."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        text = "".join(f"{line}\n" for line in self.lines)
        made = build_source(self.path, data, text, encoding=encoding, media_type=media_type)
        places = tuple(place for place in self.places if place.start < len(made.text))
        return replace(made, findings=(*findings, *made.findings), places=places)


def superscript(mark: str) -> str:
    """Write the mark of a note as it is printed. In brackets it could be taken for the number of a clause."""
    return mark.translate(SUPERSCRIPT) if COUNTED.fullmatch(mark) else mark
