"""Paragraphs and tables of a Word document → lines, numbers resolved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from hexapla.readers.characters import superscript
from hexapla.readers.comparison_tables import read_comparison_table
from hexapla.readers.list_numbers import format_number
from hexapla.readers.office.docx_changes import DELETED
from hexapla.readers.office.docx_inline import (
    DocxPiece,
    DocxReadingState,
    choose_alternative,
    read_inline,
)
from hexapla.readers.office.docx_lists import DocxListCounters, ListDefinition
from hexapla.readers.office.docx_styles import (
    DocxStyle,
    find_child,
    find_path,
    is_on,
    read_number,
    read_value,
)
from hexapla.readers.source_builder import SourceLine
from hexapla.readers.source_tables import SourceCell, write_table
from hexapla.readers.xml_parser import Element, local_name

WRAPPERS = frozenset("sdt sdtContent customXml ins moveTo smartTag".split())
EXTERNAL_CONTENT = frozenset({"altChunk", "subDoc"})
HEADING_LEVELS = 9
CONTENTS = "contents"
"""as what a table of contents is set aside"""
MOST_COLUMNS = 99
"""that a cell may cover"""


class ParagraphEnd(Enum):
    """What becomes of the end of a paragraph."""

    SHOWN = auto()
    DELETED = auto()
    HIDDEN = auto()


@dataclass(slots=True)
class DocxBlocks:
    """A walk through the blocks of a document."""

    reading: DocxReadingState
    numbers: DocxListCounters
    count: int = 0
    """paragraphs so far"""
    carried: list[str] = field(default_factory=list)
    """text of paragraphs whose end is deleted or hidden: it belongs to the next one's line"""
    number: str = ""
    """of the list, of the first of them that has one where its end is hidden"""
    paragraphs: list[Element] = field(default_factory=list)
    """in the order in which they are counted"""

    def lines(self, element: Iterable[Element]) -> Iterator[SourceLine]:
        """Read the blocks in an element."""
        for each in element:
            name = local_name(each)
            if name == "p":
                yield from self.paragraph(each)
            elif name == "tbl":
                yield from self.table(each)
            elif name in WRAPPERS:
                inner = self.lines(each)
                yield from (replace(line, aside=CONTENTS) for line in inner) if is_contents(each) else inner
            elif name == "AlternateContent":
                chosen = choose_alternative(each)
                yield from self.lines(chosen) if chosen is not None else ()
            elif name in EXTERNAL_CONTENT:
                self.reading.leave_out("documents within the document")

    def paragraph(self, element: Element) -> Iterator[SourceLine]:
        """Read a paragraph: its line, then those of the boxes that are anchored in it."""
        self.count += 1
        self.paragraphs.append(element)
        properties = find_child(element, "pPr")
        styles = self.reading.styles
        style = read_value(find_child(properties, "pStyle")) or styles.default
        found = read_inline(element, self.reading, style)
        text = "".join(self.shown(piece) for piece in found)
        ends = end_of_paragraph(properties, self.reading)
        if ends is not ParagraphEnd.SHOWN:
            if (
                ends is ParagraphEnd.HIDDEN
            ):  # as Word's style separator is: the line begins with this one's number
                self.number = self.number or self.list_number(properties, style)
            self.carried.append(text)
        else:
            outline = read_number(find_child(properties, "outlineLvl"))
            heading = styles.is_heading(style) if outline is None else outline < HEADING_LEVELS
            own = self.list_number(properties, style)
            whole = "".join([self.number or own, *self.carried, text])
            self.carried.clear()
            self.number = ""
            yield SourceLine(
                whole,
                paragraph=self.count,
                heading=heading and bool(whole.strip()),
                aside=CONTENTS if styles.is_of_contents(style) else "",
            )
        for piece in found:
            if piece.box is not None:
                yield from self.lines(piece.box)

    def shown(self, piece: DocxPiece) -> str:
        """Return the text of a piece, of a reference to a note its mark."""
        if piece.note is None:
            return piece.text
        return self.mark(piece.note)

    def mark(self, index: int) -> str:
        """Return the mark of a note, as the document counts them; one with a mark of its own has that."""
        kind, _, own = self.reading.notes[index]
        if own:
            return ""
        place = 1 + sum(each[0] == kind and not each[2] for each in self.reading.notes[:index])
        return superscript(str(place) if kind == "footnote" else format_number(place, "lowerRoman") or "")

    def list_number(self, properties: Element | None, style: str | None) -> str:
        """Return a paragraph's list number: its own list goes before that of its style."""
        chain = self.reading.styles.chain(style)
        list_id = read_number(find_path(properties, "numPr", "numId"))
        level = read_number(find_path(properties, "numPr", "ilvl"))
        if list_id is None:
            giving = next((each for each in chain if each.list_id is not None), None)
            if giving is None or giving.list_id is None:
                return ""
            list_id = giving.list_id
            if level is None:
                level = find_list_level(chain, self.numbers.lists.get(list_id))
        return self.numbers.next(list_id, level or 0) if list_id else ""

    def table(self, element: Element) -> Iterator[SourceLine]:
        """Read a table row by row; a deleted row is none."""
        yield SourceLine("")
        rows = list(self.rows(element))
        compared = read_comparison_table(rows)
        yield from compared if compared is not None else write_table(rows)
        yield SourceLine("")

    def rows(self, element: Element) -> Iterator[list[SourceCell]]:
        """Read the rows of a table; what a wide cell covers is empty."""
        for each in find_rows(element):
            properties = find_child(each, "trPr")
            if any(local_name(mark) in DELETED for mark in (properties if properties is not None else ())):
                self.reading.deletions += 1
                continue
            self.reading.insertions += find_child(properties, "ins") is not None
            if is_on(find_child(properties, "hidden")):
                self.reading.hidden += sum(
                    len(text.text or "") for text in each.iter() if local_name(text) == "t"
                )
                continue
            row = []
            for cell in find_cells(each):
                wide = read_number(find_path(cell, "tcPr", "gridSpan")) or 1
                row += [self.cell(cell), *[SourceCell(())] * min(wide - 1, MOST_COLUMNS)]
            yield row

    def cell(self, element: Element) -> SourceCell:
        """Read a cell; a continuation of the one above is empty, as Word shows it."""
        merge = find_path(element, "tcPr", "vMerge")
        found = tuple(self.lines(element))
        if merge is not None and read_value(merge) != "restart":
            return SourceCell(())
        return SourceCell(found)


def is_contents(element: Element) -> bool:
    """Tell whether a wrapper is the table of contents that Word put in, whatever its styles are."""
    gallery = find_path(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and read_value(gallery) == "Table of Contents"


def find_rows(element: Element) -> Iterator[Element]:
    """Return the rows of a table, through what wraps them."""
    for each in element:
        if local_name(each) == "tr":
            yield each
        elif local_name(each) in WRAPPERS:
            yield from find_rows(each)


def find_cells(element: Element) -> Iterator[Element]:
    """Return the cells of a row, through what wraps them."""
    for each in element:
        if local_name(each) == "tc":
            if find_path(each, "tcPr", "cellDel") is None:
                yield each
        elif local_name(each) in WRAPPERS:
            yield from find_cells(each)


def end_of_paragraph(properties: Element | None, reading: DocxReadingState) -> ParagraphEnd:
    """Return whether a paragraph's end is deleted or hidden, so that the next one goes on in its line."""
    mark = find_child(properties, "rPr")
    if find_child(mark, "del") is not None or find_child(mark, "moveFrom") is not None:
        reading.deletions += 1
        return ParagraphEnd.DELETED
    reading.insertions += find_child(mark, "ins") is not None
    return ParagraphEnd.HIDDEN if is_on(find_child(mark, "vanish")) else ParagraphEnd.SHOWN


def find_list_level(chain: Iterable[DocxStyle], made: ListDefinition | None) -> int | None:
    """Return the level that a style has in a list: the one linked to it, else its own, nearest first."""
    levels = made.levels if made else {}
    for style in chain:
        linked = next((index for index, level in levels.items() if level.style == style.id), style.level)
        if linked is not None:
            return linked
    return None
