"""Paragraphs, lists and tables of an OpenDocument text → lines, numbers resolved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hexapla.readers.markup import Element, attribute, local
from hexapla.readers.odt.inline import GONE, Inline, Reading
from hexapla.readers.odt.numbers import Counter, Numbers
from hexapla.readers.odt.styles import whole
from hexapla.readers.tables import Cell, Line, row

__all__ = ["Blocks"]

HEADERS = frozenset({"table-header-rows", "table-row-group", "table-rows"})
MOST_REPEATED = 200
"""cells that one cell stands for"""


@dataclass(frozen=True, slots=True)
class Item:
    """The list item in which a paragraph stands."""

    counter: Counter
    style: str | None
    level: int
    start: int | None = None
    numbered: bool = True


@dataclass(slots=True)
class Blocks:
    """A walk through the blocks of a document."""

    reading: Reading
    numbers: Numbers
    count: int = 0
    outline: Counter = field(default_factory=dict)

    def lines(self, elements: Iterable[Element]) -> Iterator[Line]:
        """Read blocks."""
        for each in elements:
            name = local(each)
            if name in {"p", "h"}:
                yield from self.paragraph(each, None)
            elif name == "list":
                yield from self.list_lines(each, None)
            elif name == "table":
                yield Line("")
                yield from self.table(each)
                yield Line("")
            elif name == "section":
                yield from self.section(each)
            elif name == "numbered-paragraph":
                yield from self.numbered_paragraph(each)
            elif name not in GONE:
                yield from self.lines(each)

    def section(self, element: Element) -> Iterator[Line]:
        """Read a section, unless it is hidden."""
        style = attribute(element, "style-name")
        if attribute(element, "display") == "none" or self.reading.styles.is_hidden("section", style):
            self.reading.hidden += sum(len(text.strip()) for text in element.itertext())
            return
        yield from self.lines(element)

    def paragraph(self, element: Element, item: Item | None) -> Iterator[Line]:
        """Read a paragraph or heading: its line, then those of the boxes that are anchored in it."""
        self.count += 1
        style = attribute(element, "style-name")
        hidden = self.reading.styles.is_hidden("paragraph", style)
        inline = Inline(self.reading)
        inline.read(element, hidden=hidden)
        if not hidden:
            heading = local(element) == "h"
            number = self.number(element, style, item)
            yield Line(number + inline.text(), paragraph=self.count, heading=heading)
        for box in inline.boxes:
            yield from self.lines(box)

    def number(self, element: Element, style: str | None, item: Item | None) -> str:
        """Return a paragraph's number: its item's, or of a heading that of the outline."""
        styles = self.reading.styles
        if item is not None:
            if not item.numbered:
                return ""
            name = item.style or styles.list_of(style) or ""
            return self.numbers.next(item.counter, styles.lists.get(name, {}), item.level, item.start)
        level = whole(attribute(element, "outline-level"))
        if local(element) != "h" or level is None or attribute(element, "is-list-header") == "true":
            return ""
        start = whole(attribute(element, "start-value"))
        return self.numbers.next(self.outline, styles.outline, level, start)

    def list_lines(self, element: Element, outer: Item | None) -> Iterator[Line]:
        """Read a list; one within an item is its next level."""
        style = attribute(element, "style-name") or (outer.style if outer else None)
        if outer is None:
            goes_on = attribute(element, "continue-numbering") == "true"
            identity = element.get("{http://www.w3.org/XML/1998/namespace}id") or attribute(element, "id")
            counter = self.numbers.begin(
                identity, style or "", attribute(element, "continue-list"), goes_on=goes_on
            )
        else:
            counter = outer.counter
        level = outer.level + 1 if outer else 1
        for each in element:
            numbered = local(each) == "list-item"
            if not numbered and local(each) != "list-header":
                continue
            own = attribute(each, "style-override") or style
            item = Item(counter, own, level, whole(attribute(each, "start-value")), numbered)
            yield from self.item(each, item)

    def item(self, element: Element, item: Item) -> Iterator[Line]:
        """Read a list item: its first paragraph has the number."""
        for each in element:
            if local(each) in {"p", "h"}:
                yield from self.paragraph(each, item)
                item = Item(item.counter, item.style, item.level, numbered=False)
            elif local(each) == "list":
                yield from self.list_lines(each, item)
            else:
                yield from self.lines([each])

    def numbered_paragraph(self, element: Element) -> Iterator[Line]:
        """Read a paragraph that is a list item without a list around it."""
        style = attribute(element, "style-name")
        counter = self.numbers.begin(None, style or "", attribute(element, "list-id"), goes_on=True)
        level = whole(attribute(element, "level")) or 1
        item = Item(counter, style, level, whole(attribute(element, "start-value")))
        yield from self.item(element, item)

    def table(self, element: Element) -> Iterator[Line]:
        """Read a table row by row."""
        for each in element:
            if local(each) in HEADERS:
                yield from self.table(each)
            elif local(each) == "table-row":
                yield from row(list(self.cells(each)))

    def cells(self, element: Element) -> Iterator[Cell]:
        """Read the cells of a row; what a merged cell covers is empty."""
        for each in element:
            times = min(whole(attribute(each, "number-columns-repeated")) or 1, MOST_REPEATED)
            if local(each) == "table-cell":
                yield Cell(tuple(self.lines(each)))
                yield from [Cell(())] * (times - 1)
            elif local(each) == "covered-table-cell":
                yield from [Cell(())] * times
