"""Blocks of an XML vocabulary of laws → lines: what its elements do that is more than to begin a line.

The vocabularies have the same bones: numbers and headings before blocks of text, notes, quotations, tables.
"""

from hexapla.readers.reading_findings import OBJECTS
from hexapla.readers.source_builder import SourceLine
from hexapla.readers.source_tables import SourceCell, write_table
from hexapla.readers.xml.line_builder import LineBuilder
from hexapla.readers.xml_parser import Element, find_attribute, find_line, local_name


def read_blocks(element: Element, lines: LineBuilder) -> None:
    """Read what is in an element."""
    lines.add(element.text)
    for each in element:
        read_element(each, lines)
        lines.add(each.tail)


def read_element(element: Element, lines: LineBuilder) -> None:
    """Read one element."""
    name = local_name(element)
    special = lines.vocabulary.special.get(name)
    if special is not None:
        special(element, lines)
    elif name not in lines.vocabulary.skipped:
        read_block(element, name, lines)


def read_number(element: Element, lines: LineBuilder) -> None:
    """Read a printed number: it stands before the line that follows."""
    lines.end_number()
    lines.at(element)
    lines.prefix(" ".join(collect_words(element).split()))


def read_heading(element: Element, lines: LineBuilder) -> None:
    """Read a heading: a line with the number before it."""
    lines.flush()
    lines.at(element)
    lines.headed = True
    read_blocks(element, lines)
    lines.end_number()
    lines.headed = False


def read_note(element: Element, lines: LineBuilder) -> None:
    """Read a note that stands in the text."""
    lines.note(find_attribute(element, "marker"), collect_words(element), find_line(element))


def count_deletion(_element: Element, lines: LineBuilder) -> None:
    """Count what was struck out."""
    lines.deletions += 1


def count_picture(_element: Element, lines: LineBuilder) -> None:
    """Count what is no text."""
    lines.leave_out(OBJECTS)


def end_line(_element: Element, lines: LineBuilder) -> None:
    """End the line."""
    lines.flush()


def read_superscript(element: Element, lines: LineBuilder) -> None:
    """Read what is printed higher: digits as such."""
    if not lines.raise_digits(element):
        read_blocks(element, lines)


def read_block(element: Element, name: str, lines: LineBuilder) -> None:
    """Read a block or an inline element."""
    lines.insertions += name == "ins"
    words = lines.vocabulary
    stated = name in words.hierarchy and not lines.quoted and has_number(element)
    if stated:
        lines.begin_provision(name)
    if name in words.spaced:
        lines.gap()
    elif name in words.blocks:
        lines.flush()
    lines.at(element)
    read_blocks(element, lines)
    if name in words.spaced or name in words.blocks:
        lines.flush()
    if stated:
        lines.end_provision()


def has_number(element: Element) -> bool:
    """Tell whether an element has a number of its own."""
    return any(local_name(each) == "num" and collect_words(each).strip() for each in element)


def collect_words(element: Element) -> str:
    """Return what is said in an element, on one line."""
    return "".join(map(str, element.itertext()))


def read_quotation(element: Element, lines: LineBuilder) -> None:
    """Read new wording that an amendment quotes: its numbers are not those of the text around it."""
    lines.gap()
    lines.opening = find_attribute(element, "startQuote") or "“"
    lines.quoted += 1
    read_blocks(element, lines)
    lines.quoted -= 1
    lines.flush()
    lines.close(find_attribute(element, "endQuote") or "”")


def read_table(element: Element, lines: LineBuilder) -> None:
    """Read a table row by row."""
    lines.gap()
    rows = [each for each in element.iter() if local_name(each) == "tr" and find_table(each) is element]
    cells = ([part for part in row if local_name(part) in {"td", "th"}] for row in rows)
    lines.all += write_table([[read_cell(part, lines) for part in own] for own in cells])
    lines.all.append(SourceLine(""))


def read_cell(element: Element, lines: LineBuilder) -> SourceCell:
    """Read a cell."""
    inner = LineBuilder(vocabulary=lines.vocabulary, quoted=1)  # the rows of a table are no provisions
    read_blocks(element, inner)
    inner.end_number()
    return SourceCell(tuple(inner.all))


def find_table(element: Element) -> Element | None:
    """Return the table in which a row stands."""
    above = element.getparent()
    while above is not None and local_name(above) != "table":
        above = above.getparent()
    return above


def read_remark(element: Element, lines: LineBuilder) -> None:
    """Read what somebody says about the clause before it: a credit, an editor's note."""
    lines.gap()
    outer, lines.remark = lines.remark, True
    read_blocks(element, lines)
    lines.end_number()
    lines.remark = outer
