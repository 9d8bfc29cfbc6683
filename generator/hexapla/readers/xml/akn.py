"""Akoma Ntoso (LegalDocML 1.0 and the versions before it): numbers as printed, headings, blocks."""

from hexapla.readers.markup import Element, attribute, line_of, local
from hexapla.readers.tables import Cell, Line, row
from hexapla.readers.xml.lines import Lines

__all__ = ["akoma_ntoso"]

APART = frozenset(
    "part chapter title book tome section article preamble preface body mainBody conclusions attachments "
    "attachment annex longTitle recitals citations subpart subchapter subdivision division blockContainer "
    "coverPage debateBody judgmentBody introduction background motivation decision".split()
)
BLOCKS = frozenset(
    "p block tblock item listIntroduction listWrapUp intro wrapUp content paragraph subparagraph point "
    "indent clause subclause alinea list blockList rule subrule level transitional hcontainer container "
    "docTitle formula citation recital toc tocItem ol ul li div crossHeading quotedStructure "
    "embeddedStructure longTitle foreign signature".split()
)
PASSED_OVER = frozenset({"meta"})
HEADINGS = frozenset({"heading", "subheading"})
NOTES = frozenset({"authorialNote"})


def akoma_ntoso(root: Element, lines: Lines) -> None:
    """Read a document; of several in one file all, one after another."""
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
    if name in PASSED_OVER:
        return
    if name == "num":
        lines.end_number()
        lines.at(element)
        lines.prefix(" ".join("".join(map(str, element.itertext())).split()))
    elif name in HEADINGS:
        lines.flush()
        lines.at(element)
        blocks(element, lines)
        lines.end_number()
    elif name in NOTES:
        text = " ".join(map(str, element.itertext()))
        lines.note(attribute(element, "marker"), text, line_of(element))
    elif name == "del":
        lines.deletions += 1
    elif name == "table":
        table(element, lines)
    elif name in {"br", "eol"}:
        lines.flush()
    elif name == "img":
        lines.left_out["pictures and objects"] = lines.left_out.get("pictures and objects", 0) + 1
    else:
        block(element, name, lines)


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
