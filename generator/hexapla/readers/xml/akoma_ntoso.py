"""Akoma Ntoso (LegalDocML 1.0 and the versions before it): numbers as printed, headings, blocks."""

from collections.abc import Callable

from hexapla.readers.source_builder import SourceCell, SourceLine, write_row
from hexapla.readers.xml.line_builder import LineBuilder
from hexapla.readers.xml_parser import Element, find_attribute, find_line, local_name

SPACED_BLOCKS = frozenset(
    "part chapter title book tome section article preamble preface body mainBody conclusions attachments "
    "attachment annex longTitle recitals citations subpart subchapter subdivision division blockContainer "
    "formula wrapUp listWrapUp coverPage debateBody judgmentBody introduction background motivation "
    "decision".split()
)
BLOCKS = frozenset(
    "p block tblock item listIntroduction intro content paragraph subparagraph point "
    "indent clause subclause alinea list blockList rule subrule level transitional hcontainer container "
    "docTitle citation recital toc tocItem ol ul li div crossHeading quotedStructure "
    "embeddedStructure longTitle foreign signature".split()
)
SKIPPED = frozenset({"meta"})


def read_akoma_ntoso(root: Element, lines: LineBuilder) -> None:
    """Read a document; of several in one file all, one after another.

    Notes that stand with the document's metadata are read where the text refers to them.
    """
    for each in root.iter():
        if local_name(each) == "note":
            lines.known[find_attribute(each, "eId") or find_attribute(each, "id") or ""] = each
    read_blocks(root, lines)
    lines.flush()


def read_blocks(element: Element, lines: LineBuilder) -> None:
    """Read what is in an element."""
    lines.add(element.text)
    for each in element:
        read_element(each, lines)
        lines.add(each.tail)


def read_element(element: Element, lines: LineBuilder) -> None:
    """Read one element."""
    name = local_name(element)
    special = SPECIAL.get(name)
    if special is not None:
        special(element, lines)
    elif name not in SKIPPED:
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
    read_blocks(element, lines)
    lines.end_number()


def read_note(element: Element, lines: LineBuilder) -> None:
    """Read a note that stands in the text."""
    lines.note(find_attribute(element, "marker"), collect_words(element), find_line(element))


def read_note_reference(element: Element, lines: LineBuilder) -> None:
    """Read a note that stands with the metadata, where the text refers to it."""
    noted = lines.known.get((find_attribute(element, "href") or "").removeprefix("#"))
    if noted is not None:
        lines.note(find_attribute(element, "marker"), collect_words(noted), find_line(noted))


def count_deletion(_element: Element, lines: LineBuilder) -> None:
    """Count what was struck out."""
    lines.deletions += 1


def count_picture(_element: Element, lines: LineBuilder) -> None:
    """Count what is no text."""
    lines.leave_out("pictures and objects")


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
    if name in SPACED_BLOCKS:
        lines.gap()
    elif name in BLOCKS:
        lines.flush()
    lines.at(element)
    read_blocks(element, lines)
    if name in SPACED_BLOCKS or name in BLOCKS:
        lines.flush()


def collect_words(element: Element) -> str:
    """Return what is said in an element, on one line."""
    return "".join(map(str, element.itertext()))


def read_quotation(element: Element, lines: LineBuilder) -> None:
    """Read new wording that an amendment quotes: its numbers are not those of the text around it."""
    lines.gap()
    lines.opening = find_attribute(element, "startQuote") or "“"
    read_blocks(element, lines)
    lines.flush()
    lines.close(find_attribute(element, "endQuote") or "”")


def read_list(element: Element, lines: LineBuilder) -> None:
    """Read a list without printed numbers as browsers show it."""
    for number, each in enumerate((each for each in element if local_name(each) == "li"), start=1):
        lines.end_number()
        lines.at(each)
        lines.prefix(f"{number}.")
        read_blocks(each, lines)
        lines.end_number()


def read_table(element: Element, lines: LineBuilder) -> None:
    """Read a table row by row."""
    lines.gap()
    for each in element.iter():
        if local_name(each) == "tr" and find_table(each) is element:
            lines.all += write_row([read_cell(part) for part in each if local_name(part) in {"td", "th"}])
    lines.all.append(SourceLine(""))


def read_cell(element: Element) -> SourceCell:
    """Read a cell."""
    inner = LineBuilder()
    read_blocks(element, inner)
    inner.end_number()
    return SourceCell(tuple(inner.all))


def find_table(element: Element) -> Element | None:
    """Return the table in which a row stands."""
    above = element.getparent()
    while above is not None and local_name(above) != "table":
        above = above.getparent()
    return above


SPECIAL: dict[str, Callable[[Element, LineBuilder], None]] = {
    "num": read_number,
    "heading": read_heading,
    "subheading": read_heading,
    "authorialNote": read_note,
    "noteRef": read_note_reference,
    "del": count_deletion,
    "img": count_picture,
    "br": end_line,
    "eol": end_line,
    "sup": read_superscript,
    "table": read_table,
    "ol": read_list,
    "quotedStructure": read_quotation,
    "embeddedStructure": read_quotation,
}
"""what is more than a block or a piece of one"""
