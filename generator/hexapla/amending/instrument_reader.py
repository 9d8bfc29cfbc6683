"""What is known while an instrument is read, whatever its drafting form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

import regex

from hexapla.amending.instrument import Command, Instrument, Place, Unparsed
from hexapla.amending.layout import read_layout
from hexapla.amending.quotations import Quotation
from hexapla.amending.text_marks import read_marks

FIRST_LINES = 8
"""lines in which the title of an instrument is looked for"""
SHOWN = 40
"""characters that are shown of a quotation without end"""


@dataclass(slots=True, kw_only=True)
class InstrumentReader:
    """Commands and doubts so far; what stands for the quotations and places of the statement that is read."""

    quotation_index: ClassVar["regex.Pattern[str]"]
    """what stands for a quotation"""
    place_index: ClassVar["regex.Pattern[str]"]
    """what stands for a list of places"""
    quotations: Sequence[Quotation]
    commands: list[Command] = field(default_factory=list)
    unparsed: list[Unparsed] = field(default_factory=list)
    target: str | None = None
    """the text that is amended from here on"""
    named: list[str] = field(default_factory=list)
    """the lists of places of the statement that is read"""
    context: Place = ()
    """the place that was named last in this item of the instrument"""
    begun: bool = False
    """a command was read, or its text was named"""

    def quoted(self, words: str | None) -> tuple[str, ...]:
        """Return what is quoted in words of the skeleton."""
        found = self.quotation_index.finditer(words or "")
        return tuple(self.quotations[int(each[1])].text for each in found)

    def places_named(self, words: str | None) -> str | None:
        """Return the list of places for which an index stands; None where none does."""
        found = self.place_index.fullmatch(words or "")
        return self.named[int(found[1])] if found else None

    def spell(self, words: str) -> str:
        """Put places and quotations back into words of the skeleton."""
        words = self.place_index.sub(lambda found: self.named[int(found[1])], words)
        return self.quotation_index.sub(lambda found: f"“{self.quotations[int(found[1])].text}”", words)

    def report(self, line: int, words: str) -> None:
        """Note words that were not understood."""
        self.unparsed.append(Unparsed(line, words.strip()))

    def finish(self, text: str, language: str) -> Instrument:
        """Return what was read in an instrument, with the quotations that nothing closes."""
        for quotation in self.quotations:
            if not quotation.closed:
                self.report(quotation.line, "“" + quotation.text[:SHOWN])
        return Instrument(
            title=find_title(text),
            commands=tuple(self.commands),
            unparsed=tuple(sorted(self.unparsed, key=lambda each: each.line)),
            language=language,
            marks=read_marks(text),
            layout=read_layout(text),
        )


def find_title(text: str) -> str:
    """Return the title of an instrument: its first line that has words."""
    lines = text.split("\n", FIRST_LINES)[:FIRST_LINES]
    return next((line.strip() for line in lines if line.strip()), "")
