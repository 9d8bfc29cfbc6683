"""Paragraphs and tables of a Word document → lines, numbers resolved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hexapla.readers.counting import counted
from hexapla.readers.docx.inline import GONE, Piece, Reading, pieces, seen
from hexapla.readers.docx.lists import ListDefinition
from hexapla.readers.docx.names import child, is_on, number, path, value
from hexapla.readers.docx.numbers import Numbers
from hexapla.readers.docx.styles import Style
from hexapla.readers.markup import Element, local
from hexapla.readers.tables import Cell, Line, row
from hexapla.readers.writing import superscript

__all__ = ["Blocks"]

WRAPPERS = frozenset("sdt sdtContent customXml ins moveTo smartTag".split())
FOREIGN = frozenset({"altChunk", "subDoc"})
HEADING_LEVELS = 9


@dataclass(slots=True)
class Blocks:
    """A walk through the blocks of a document."""

    reading: Reading
    numbers: Numbers
    count: int = 0
    """paragraphs so far"""
    carried: list[str] = field(default_factory=list)
    """text of paragraphs whose end is deleted or hidden: it belongs to the next one's line"""

    def lines(self, element: Iterable[Element]) -> Iterator[Line]:
        """Read the blocks in an element."""
        for each in element:
            name = local(each)
            if name == "p":
                yield from self.paragraph(each)
            elif name == "tbl":
                yield from self.table(each)
            elif name in WRAPPERS:
                yield from self.lines(each)
            elif name == "AlternateContent":
                chosen = seen(each)
                yield from self.lines(chosen) if chosen is not None else ()
            elif name in FOREIGN:
                self.reading.leave_out("documents within the document")

    def paragraph(self, element: Element) -> Iterator[Line]:
        """Read a paragraph: its line, then those of the boxes that are anchored in it."""
        self.count += 1
        properties = child(element, "pPr")
        styles = self.reading.styles
        style = value(child(properties, "pStyle")) or styles.default
        found = pieces(element, self.reading, style)
        text = "".join(self.shown(piece) for piece in found)
        if joins_next(properties, self.reading):
            self.carried.append(text)
        else:
            outline = number(child(properties, "outlineLvl"))
            heading = styles.is_heading(style) if outline is None else outline < HEADING_LEVELS
            text = "".join(self.carried) + text
            self.carried.clear()
            whole = self.list_number(properties, style) + text
            yield Line(whole, paragraph=self.count, heading=heading and bool(whole.strip()))
        for piece in found:
            if piece.box is not None:
                yield from self.lines(piece.box)

    def shown(self, piece: Piece) -> str:
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
        return superscript(str(place) if kind == "footnote" else counted(place, "lowerRoman") or "")

    def list_number(self, properties: Element | None, style: str | None) -> str:
        """Return a paragraph's list number: its own list goes before that of its style."""
        chain = self.reading.styles.chain(style)
        list_id = number(path(properties, "numPr", "numId"))
        level = number(path(properties, "numPr", "ilvl"))
        if list_id is None:
            giving = next((each for each in chain if each.list_id is not None), None)
            if giving is None or giving.list_id is None:
                return ""
            list_id = giving.list_id
            if level is None:
                level = level_of(chain, self.numbers.lists.get(list_id))
        return self.numbers.next(list_id, level or 0) if list_id else ""

    def table(self, element: Element) -> Iterator[Line]:
        """Read a table row by row; a deleted row is none."""
        yield Line("")
        for each in rows(element):
            properties = child(each, "trPr")
            if any(local(mark) in GONE for mark in (properties if properties is not None else ())):
                self.reading.deletions += 1
                continue
            self.reading.insertions += child(properties, "ins") is not None
            if is_on(child(properties, "hidden")):
                self.reading.hidden += sum(len(text.text or "") for text in each.iter() if local(text) == "t")
                continue
            yield from row([self.cell(cell) for cell in cells(each)])
        yield Line("")

    def cell(self, element: Element) -> Cell:
        """Read a cell; a continuation of the one above is empty, as Word shows it."""
        merge = path(element, "tcPr", "vMerge")
        found = tuple(self.lines(element))
        if merge is not None and value(merge) != "restart":
            return Cell(())
        return Cell(found)


def rows(element: Element) -> Iterator[Element]:
    """Return the rows of a table, through what wraps them."""
    for each in element:
        if local(each) == "tr":
            yield each
        elif local(each) in WRAPPERS:
            yield from rows(each)


def cells(element: Element) -> Iterator[Element]:
    """Return the cells of a row, through what wraps them."""
    for each in element:
        if local(each) == "tc":
            if path(each, "tcPr", "cellDel") is None:
                yield each
        elif local(each) in WRAPPERS:
            yield from cells(each)


def joins_next(properties: Element | None, reading: Reading) -> bool:
    """Tell whether a paragraph's end is deleted or hidden, so that the next one goes on in its line."""
    mark = child(properties, "rPr")
    if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
        reading.deletions += 1
        return True
    reading.insertions += child(mark, "ins") is not None
    return is_on(child(mark, "vanish"))


def level_of(chain: Iterable[Style], made: ListDefinition | None) -> int | None:
    """Return the level that a style has in a list: the one linked to it, else its own, nearest first."""
    levels = made.levels if made else {}
    for style in chain:
        linked = next((index for index, level in levels.items() if level.style == style.id), style.level)
        if linked is not None:
            return linked
    return None
