"""List numbers of an OpenDocument text: counters that run along with its lists (ODF 1.3, part 3, 5.3)."""

from collections.abc import Mapping

import regex

from hexapla.readers.limits import LONGEST_NUMBER
from hexapla.readers.office.odt_styles import PLACEHOLDER, OdtListLevel

ListCounter = dict[int, int]
"""of one list, by level; a level is missing until it is printed, and after it began anew"""


class OdtListCounters:
    """The counters of a document's lists."""

    def __init__(self) -> None:
        """Begin a document."""
        self.by_id: dict[str, ListCounter] = {}
        self.by_style: dict[str, ListCounter] = {}
        """of the last list of each style, which the next may continue"""
        self.unknown: dict[str, None] = {}

    def begin(self, list_id: str | None, style: str, continued: str | None, *, goes_on: bool) -> ListCounter:
        """Return the counter of an outermost list: a new one, or that of the list which it continues."""
        counter: ListCounter | None = None
        if continued is not None:
            counter = self.by_id.get(continued)
        elif goes_on:
            counter = self.by_style.get(style)
        counter = {} if counter is None else counter
        if list_id is not None:
            self.by_id[list_id] = counter
        self.by_style[style] = counter
        return counter

    def next(
        self, counter: ListCounter, levels: Mapping[int, OdtListLevel], number: int, start: int | None
    ) -> str:
        """Count an item at a level, counted from 1, and return its number with what stands after it."""
        level = levels.get(number)
        if level is None:
            return ""
        if start is not None:
            counter[number] = start
        else:
            counter[number] = counter[number] + 1 if number in counter else level.start
        for below in [each for each in counter if each > number]:
            del counter[below]
        shown = self.printed(level, levels, counter)
        return shown + level.after if shown else ""

    def printed(self, level: OdtListLevel, levels: Mapping[int, OdtListLevel], counter: ListCounter) -> str:
        """Write a number as its level has it."""
        if level.form == "bullet":
            return level.text

        def placed(match: regex.Match[str]) -> str:
            number = int(match[1])
            other = levels.get(number)
            if other is None or not other.form or other.form == "bullet":
                return ""
            return other.written(counter.get(number, other.start), self.unknown)

        return PLACEHOLDER.sub(placed, level.text)[:LONGEST_NUMBER]
