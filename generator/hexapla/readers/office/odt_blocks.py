"""Paragraphs, lists and tables of an OpenDocument text → lines, numbers resolved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hexapla.readers.comparison_tables import read_comparison_table
from hexapla.readers.office.odt_inline import SKIPPED, OdtParagraphText, OdtReadingState
from hexapla.readers.office.odt_styles import ListCounter, OdtListCounters, parse_integer
from hexapla.readers.source_builder import SourceLine, enclose_list
from hexapla.readers.source_tables import SourceCell, write_table
from hexapla.readers.xml_parser import Element, find_attribute, local_name

HEADERS = frozenset({"table-header-rows", "table-row-group", "table-rows"})
MOST_REPEATED = 200
"""cells that one cell stands for"""


@dataclass(frozen=True, slots=True)
class OdtListItem:
    """The list item in which a paragraph stands."""

    counter: ListCounter
    style: str | None
    level: int
    start: int | None = None
    numbered: bool = True


@dataclass(slots=True)
class OdtBlocks:
    """A walk through the blocks of a document."""

    reading: OdtReadingState
    numbers: OdtListCounters
    count: int = 0
    outline: ListCounter = field(default_factory=dict)

    def lines(self, elements: Iterable[Element]) -> Iterator[SourceLine]:
        """Read blocks."""
        for each in elements:
            name = local_name(each)
            if name in {"p", "h"}:
                yield from self.paragraph(each, None)
            elif name == "list":
                yield from self.list_lines(each, None)
            elif name == "table":
                yield SourceLine("")
                yield from self.table(each)
                yield SourceLine("")
            elif name == "section":
                yield from self.section(each)
            elif name == "numbered-paragraph":
                yield from self.numbered_paragraph(each)
            elif name not in SKIPPED:
                yield from self.lines(each)

    def section(self, element: Element) -> Iterator[SourceLine]:
        """Read a section, unless it is hidden."""
        style = find_attribute(element, "style-name")
        if find_attribute(element, "display") == "none" or self.reading.styles.is_hidden("section", style):
            self.reading.hidden += sum(len(text.strip()) for text in element.itertext())
            return
        yield from self.lines(element)

    def paragraph(self, element: Element, item: OdtListItem | None) -> Iterator[SourceLine]:
        """Read a paragraph or heading: its line, then those of the boxes that are anchored in it."""
        self.count += 1
        style = find_attribute(element, "style-name")
        hidden = self.reading.styles.is_hidden("paragraph", style)
        inline = OdtParagraphText(self.reading)
        inline.read(element, hidden=hidden)
        if not hidden:
            heading = local_name(element) == "h"
            number = self.number(element, style, item)
            item_number = item is not None and item.numbered and bool(number)
            yield SourceLine(number + inline.text(), paragraph=self.count, heading=heading, item=item_number)
        for box in inline.boxes:
            yield from self.lines(box)

    def number(self, element: Element, style: str | None, item: OdtListItem | None) -> str:
        """Return a paragraph's number: its item's, or of a heading that of the outline."""
        styles = self.reading.styles
        if item is not None:
            if not item.numbered:
                return ""
            name = item.style or styles.list_of(style) or ""
            return self.numbers.next(item.counter, styles.lists.get(name, {}), item.level, item.start)
        level = parse_integer(find_attribute(element, "outline-level"))
        if local_name(element) != "h" or level is None or find_attribute(element, "is-list-header") == "true":
            return ""
        start = parse_integer(find_attribute(element, "start-value"))
        return self.numbers.next(self.outline, styles.outline, level, start)

    def list_lines(self, element: Element, outer: OdtListItem | None) -> Iterator[SourceLine]:
        """Read a list; one within an item is its next level."""
        style = find_attribute(element, "style-name") or (outer.style if outer else None)
        if outer is None:
            goes_on = find_attribute(element, "continue-numbering") == "true"
            identity = element.get("{http://www.w3.org/XML/1998/namespace}id") or find_attribute(
                element, "id"
            )
            counter = self.numbers.begin(
                identity, style or "", find_attribute(element, "continue-list"), goes_on=goes_on
            )
        else:
            counter = outer.counter
        level = outer.level + 1 if outer else 1
        lines: list[SourceLine] = []
        for each in element:
            numbered = local_name(each) == "list-item"
            if not numbered and local_name(each) != "list-header":
                continue
            own = find_attribute(each, "style-override") or style
            item = OdtListItem(
                counter, own, level, parse_integer(find_attribute(each, "start-value")), numbered
            )
            lines += self.item(each, item)
        yield from enclose_list(lines)

    def item(self, element: Element, item: OdtListItem) -> Iterator[SourceLine]:
        """Read a list item: its first paragraph has the number."""
        for each in element:
            if local_name(each) in {"p", "h"}:
                yield from self.paragraph(each, item)
                item = OdtListItem(item.counter, item.style, item.level, numbered=False)
            elif local_name(each) == "list":
                yield from self.list_lines(each, item)
            else:
                yield from self.lines([each])

    def numbered_paragraph(self, element: Element) -> Iterator[SourceLine]:
        """Read a paragraph that is a list item without a list around it."""
        style = find_attribute(element, "style-name")
        counter = self.numbers.begin(None, style or "", find_attribute(element, "list-id"), goes_on=True)
        level = parse_integer(find_attribute(element, "level")) or 1
        item = OdtListItem(counter, style, level, parse_integer(find_attribute(element, "start-value")))
        yield from self.item(element, item)

    def table(self, element: Element) -> Iterator[SourceLine]:
        """Read a table row by row."""
        rows = list(self.rows(element))
        compared = read_comparison_table(rows)
        yield from compared if compared is not None else write_table(rows)

    def rows(self, element: Element) -> Iterator[list[SourceCell]]:
        """Read the rows of a table."""
        for each in element:
            if local_name(each) in HEADERS:
                yield from self.rows(each)
            elif local_name(each) == "table-row":
                yield list(self.cells(each))

    def cells(self, element: Element) -> Iterator[SourceCell]:
        """Read the cells of a row; what a merged cell covers is empty."""
        for each in element:
            times = min(parse_integer(find_attribute(each, "number-columns-repeated")) or 1, MOST_REPEATED)
            if local_name(each) == "table-cell":
                yield SourceCell(tuple(self.lines(each)))
                yield from [SourceCell(())] * (times - 1)
            elif local_name(each) == "covered-table-cell":
                yield from [SourceCell(())] * times
