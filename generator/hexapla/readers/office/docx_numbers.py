"""List numbers as Word prints them: counters that run along with the paragraphs of a document.

After ECMA-376, part 1, 17.9. What it leaves open follows Word: levels above that were never printed show
their start; lists of one family go on counting where another left off.
"""

from collections.abc import Mapping

import regex

from hexapla.readers.limits import LONGEST_NUMBER
from hexapla.readers.list_numbers import format_number
from hexapla.readers.office.docx_lists import DocxListLevel, ListDefinition
from hexapla.readers.symbol_fonts import BULLET, translate_symbol

PLACEHOLDER = regex.compile(r"%([1-9])")
ZEROED = "decimalZero"
"""stays in a level whose numbers are all decimal: Section 2.01 under Article II"""


class DocxListCounters:
    """The counters of a document's lists."""

    def __init__(self, lists: Mapping[int, ListDefinition]) -> None:
        """Begin a document."""
        self.lists = lists
        self.counts: dict[str, dict[int, int]] = {}
        """of each family, by level; a level is missing until it is printed, and after it began anew"""
        self.begun: set[tuple[int, int]] = set()
        self.unknown: dict[str, None] = {}
        """formats that nobody knows, in the order of the text"""

    def next(self, list_id: int, index: int) -> str:
        """Count a paragraph and return its number with what stands between it and the text.

        Post-conditions:
            1. A level begins with its start, or with that of the list where it overrides it.
            2. What is below the level begins anew, unless it says otherwise.
            3. A list without a definition has no numbers, as in Word.
        """
        made = self.lists.get(list_id)
        level = made.levels.get(index) if made else None
        if made is None or level is None:
            return ""
        counts = self.counts.setdefault(made.family, {})
        if index in made.starts and (list_id, index) not in self.begun:
            counts.pop(index, None)
        self.begun.add((list_id, index))
        counts[index] = counts[index] + 1 if index in counts else first_number(made, index)
        for below in [each for each in counts if each > index]:
            if is_restarted(made.levels.get(below), index):
                del counts[below]
        shown = "" if level.hidden else self.printed(made, level, counts)
        return shown + level.after if shown else ""

    def printed(self, made: ListDefinition, level: DocxListLevel, counts: Mapping[int, int]) -> str:
        """Write a number as its level has it."""
        if level.form == "bullet":
            return "".join(map(translate_symbol, level.text)) or BULLET

        def placed(match: regex.Match[str]) -> str:
            index = int(match[1]) - 1
            other = made.levels.get(index)
            count = counts.get(index, first_number(made, index))
            form = "decimal" if other is None else other.form
            return self.written(count, "decimal" if level.legal and form != ZEROED else form)

        return PLACEHOLDER.sub(placed, level.text)[:LONGEST_NUMBER]

    def written(self, count: int, form: str) -> str:
        """Write one count in a format; in one that is unknown as a decimal, which is reported."""
        if form in {"none", "bullet"}:
            return ""
        text = format_number(count, form)
        if text is None:
            self.unknown[form] = None
            return str(count)
        return text


def first_number(made: ListDefinition, index: int) -> int:
    """Return the number with which a level begins."""
    level = made.levels.get(index)
    return made.starts.get(index, level.start if level else 1)


def is_restarted(level: DocxListLevel | None, index: int) -> bool:
    """Tell whether a level begins anew after a paragraph of the level `index` above it."""
    if level is None or level.restart is None:
        return True
    return index < level.restart
