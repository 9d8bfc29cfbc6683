"""Elements that say what is tracked: each with a number of its own, an author and a time.

On either side of a paragraph's end that did not change, changes bear different times: LibreOffice makes one
of two neighbouring insertions of one author and time, with the end between them, and rejecting it would join
the paragraphs.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from hexapla.readers.office.docx_package import W
from hexapla.readers.office.docx_styles import find_child
from hexapla.readers.xml_parser import Element, find_attribute, local_name

MINUTES_APART: Final = 5
"""LibreOffice takes changes of neighbouring minutes for one"""
AFTER_MARK: Final = frozenset({"sectPr", "pPrChange"})
LONGEST_ID: Final = 9
"""digits of an identifier that is counted on"""


class TrackedMarks:
    """Makes the elements of tracked changes."""

    def __init__(self, author: str, time: str, roots: Iterable[Element]) -> None:
        """Begin.

        Args:
            author: of all changes.
            time: ISO 8601, to the hour: `2025-03-01T09`.
            roots: of the parts in which identifiers are taken.
        """
        self.author, self.time = author, time
        self.number = 1 + max((number for root in roots for number in list_ids(root)), default=0)
        self.minute = 0
        self.count = 0
        """changes so far"""

    def make(self, name: str, /, **more: str) -> Element:
        """Make an element with number, author and time."""
        self.count += not name.endswith("Start")
        made = etree.Element(W + name)
        made.set(f"{W}id", str(self.next_id()))
        made.set(f"{W}author", self.author)
        made.set(f"{W}date", f"{self.time}:{self.minute:02}:00Z")
        for key, value in more.items():
            made.set(W + key, value)
        return made

    def next_id(self) -> int:
        """Return an identifier that is not taken."""
        self.number += 1
        return self.number - 1

    def part_paragraphs(self) -> None:
        """Say that a paragraph's end stands between the changes before and after."""
        self.minute = MINUTES_APART - self.minute

    def mark_paragraph(self, paragraph: Element, name: str) -> None:
        """Track the mark of a paragraph."""
        properties = ensure_first(paragraph, "pPr")
        own = find_child(properties, "rPr")
        if own is None:
            own = etree.Element(f"{W}rPr")
            late = (at for at, each in enumerate(properties) if local_name(each) in AFTER_MARK)
            properties.insert(next(late, len(properties)), own)
        own.insert(0, self.make(name))

    def mark_row(self, row: Element, name: str) -> None:
        """Track a row of a table."""
        properties = find_child(row, "trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            before = [at for at, each in enumerate(row) if local_name(each) == "tblPrEx"]
            row.insert(before[-1] + 1 if before else 0, properties)
        properties.append(self.make(name))

    def wrap(self, tops: Sequence[tuple[Element, str]]) -> None:
        """Wrap what is inserted or moved, neighbours together.

        Args:
            tops: runs, or what stands alone, in order; each with the name of the element around it.
        """
        last: Element | None = None
        holder: Element | None = None
        for top, name in tops:
            follows = last is not None and holder is not None and holder.getnext() is top
            if not follows or holder is None or holder.tag != W + name:
                holder = self.make(name)
                top.addprevious(holder)
            holder.append(top)
            last = top


def ensure_first(element: Element, name: str) -> Element:
    """Return the properties of an element, which stand first in it."""
    found = find_child(element, name)
    if found is None:
        found = etree.Element(W + name)
        element.insert(0, found)
    return found


def list_ids(root: Element) -> list[int]:
    """Return the numbers of annotations in a part: bookmarks, comments, changes."""
    return [read_id(each) for each in root.iter() if str(each.tag).startswith(W)]


def read_id(element: Element) -> int:
    """Return the number of an element; 0 for one that is not counted on."""
    found = find_attribute(element, "id") or ""
    return int(found) if found.isascii() and found.isdecimal() and len(found) <= LONGEST_ID else 0
