"""Akoma Ntoso (LegalDocML 1.0 and the versions before it): numbers as printed, headings, blocks."""

from collections.abc import Callable

from hexapla.readers.markup import Element, attribute, line_of, local
from hexapla.readers.tables import Cell, Line, row
from hexapla.readers.xml.lines import Lines

__all__ = ["akoma_ntoso"]

APART = frozenset(
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
PASSED_OVER = frozenset({"meta"})


def akoma_ntoso(root: Element, lines: Lines) -> None:
    """Read a document; of several in one file all, one after another.

    Notes that stand with the document's metadata are read where the text refers to them.
    """
    for each in root.iter():
        if local(each) == "note":
            lines.known[attribute(each, "eId") or attribute(each, "id") or ""] = each
    blocks(root, lines)
    lines.flush()


def blocks(element: Element, lines: Lines) -> None:
    """Read what is in an element."""
    lines.add(element.text)
    for each in element:
        one(each, lines)
        lines.add(each.tail)


def one(element: Element, lines: Lines) -> None:
    """Read one element."""
    name = local(element)
    special = SPECIAL.get(name)
    if special is not None:
        special(element, lines)
    elif name not in PASSED_OVER:
        block(element, name, lines)


def number(element: Element, lines: Lines) -> None:
    """Read a printed number: it stands before the line that follows."""
    lines.end_number()
    lines.at(element)
    lines.prefix(" ".join(words(element).split()))


def heading(element: Element, lines: Lines) -> None:
    """Read a heading: a line with the number before it."""
    lines.flush()
    lines.at(element)
    blocks(element, lines)
    lines.end_number()


def note(element: Element, lines: Lines) -> None:
    """Read a note that stands in the text."""
    lines.note(attribute(element, "marker"), words(element), line_of(element))


def noted_elsewhere(element: Element, lines: Lines) -> None:
    """Read a note that stands with the metadata, where the text refers to it."""
    noted = lines.known.get((attribute(element, "href") or "").removeprefix("#"))
    if noted is not None:
        lines.note(attribute(element, "marker"), words(noted), line_of(noted))


def deletion(_element: Element, lines: Lines) -> None:
    """Count what was struck out."""
    lines.deletions += 1


def picture(_element: Element, lines: Lines) -> None:
    """Count what is no text."""
    lines.left_out["pictures and objects"] = lines.left_out.get("pictures and objects", 0) + 1


def line_end(_element: Element, lines: Lines) -> None:
    """End the line."""
    lines.flush()


def raised(element: Element, lines: Lines) -> None:
    """Read what is printed higher: digits as such."""
    if not lines.raise_digits(element):
        blocks(element, lines)


def block(element: Element, name: str, lines: Lines) -> None:
    """Read a block or an inline element."""
    lines.insertions += name == "ins"
    if name in APART:
        lines.gap()
    elif name in BLOCKS:
        lines.flush()
    lines.at(element)
    blocks(element, lines)
    if name in APART or name in BLOCKS:
        lines.flush()


def words(element: Element) -> str:
    """Return what is said in an element, on one line."""
    return "".join(map(str, element.itertext()))


def quoted(element: Element, lines: Lines) -> None:
    """Read new wording that an amendment quotes: its numbers are not those of the text around it."""
    lines.gap()
    lines.opening = attribute(element, "startQuote") or "“"
    blocks(element, lines)
    lines.flush()
    lines.close(attribute(element, "endQuote") or "”")


def ordered(element: Element, lines: Lines) -> None:
    """Read a list without printed numbers as browsers show it."""
    for number, each in enumerate((each for each in element if local(each) == "li"), start=1):
        lines.end_number()
        lines.at(each)
        lines.prefix(f"{number}.")
        blocks(each, lines)
        lines.end_number()


def table(element: Element, lines: Lines) -> None:
    """Read a table row by row."""
    lines.gap()
    for each in element.iter():
        if local(each) == "tr" and nearest_table(each) is element:
            lines.all += row([cell(part) for part in each if local(part) in {"td", "th"}])
    lines.all.append(Line(""))


def cell(element: Element) -> Cell:
    """Read a cell."""
    inner = Lines()
    blocks(element, inner)
    inner.end_number()
    return Cell(tuple(inner.all))


def nearest_table(element: Element) -> Element | None:
    """Return the table in which a row stands."""
    above = element.getparent()
    while above is not None and local(above) != "table":
        above = above.getparent()
    return above


SPECIAL: dict[str, Callable[[Element, Lines], None]] = {
    "num": number,
    "heading": heading,
    "subheading": heading,
    "authorialNote": note,
    "noteRef": noted_elsewhere,
    "del": deletion,
    "img": picture,
    "br": line_end,
    "eol": line_end,
    "sup": raised,
    "table": table,
    "ol": ordered,
    "quotedStructure": quoted,
    "embeddedStructure": quoted,
}
"""what is more than a block or a piece of one"""
