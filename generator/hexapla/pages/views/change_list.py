"""The list of changes beside a comparison: every division with what changed in it, each change in a line.

It is the table of contents too: divisions in which nothing changed stand in it without a count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from hexapla.model import Op
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import EditRun, flatten_text
from hexapla.pages.views.display_rows import CHAPTER, DisplayRow
from hexapla.reading import Status
from hexapla.text import is_wide, shorten

WIDE_LENGTH: Final = 14
"""characters of a script such as Han that are quoted"""
LENGTH: Final = 28
"""characters of other scripts"""
WORD = regex.compile(r"[\p{L}\p{N}]")
OPPOSITE: Final = {Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


@dataclass(frozen=True, slots=True)
class ListedChange:
    """A change in a line: where, of what kind, and the first words that differ."""

    name: str
    """id of its row"""
    called: str
    kinds: tuple[tuple[Status, str], ...]
    old: str
    new: str
    alone: bool
    """only one version has the clause, which its kind says already"""


@dataclass(slots=True)
class ListedDivision:
    """A division with the changes before the next one; the first may have no heading."""

    name: str = ""
    text: str = ""
    level: int = 0
    changes: list[ListedChange] = field(default_factory=list)
    count: int = 0
    """of the changes in it, those of divisions inside included"""


def list_changes(
    rows: Iterable[DisplayRow], readings: Mapping[str, DisplayedChange]
) -> Sequence[ListedDivision]:
    """List the rows at which a reader stops: what changed, and what differs in form only."""
    listed = [ListedDivision()]
    above: list[ListedDivision] = [listed[0]]
    for row in rows:
        if row.tokens == CHAPTER:
            own = ListedDivision(row.name, row.heading, row.level)
            above = [each for each in above if each.level < own.level] + [own]
            listed.append(own)
        elif not row.also and (row.status.changed or row.status is Status.FORM_ONLY):
            old, new = quote_first_difference(readings[row.name])
            alone = not all(readings[row.name].units)
            listed[-1].changes.append(ListedChange(row.name, row.heading, row.kinds, old, new, alone))
            for each in above:
                each.count += 1
    return listed if listed[0].changes else listed[1:]


def quote_first_difference(reading: DisplayedChange) -> tuple[str, str]:
    """Quote the first words that differ, of base and target: of the text, else of the heading."""
    heads = tuple(EditRun(edit.op, edit.text) for edit in reading.change.heading_edits)
    found = {Op.DELETE: "", Op.INSERT: ""}
    for runs in (reading.strands, heads):
        places = [at for at, run in enumerate(runs) if run.op is not Op.EQUAL and not run.unknown]
        at = next((at for at in places if WORD.search(runs[at].text)), next(iter(places), None))
        if at is not None:
            found[runs[at].op] = take_first_words(runs[at].text)
            following = runs[at + 1] if at + 1 < len(runs) else None
            if following and following.op is OPPOSITE[runs[at].op] and not following.unknown:
                found[following.op] = take_first_words(following.text)
            break
    return found[Op.DELETE], found[Op.INSERT]


def take_first_words(text: str) -> str:
    """Return the first words of a text on one line."""
    line = flatten_text(text).strip()
    length = WIDE_LENGTH if is_wide(line[:1]) else LENGTH
    return shorten(line, length)
