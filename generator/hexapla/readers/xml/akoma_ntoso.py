"""Akoma Ntoso (LegalDocML 1.0 and the versions before it): numbers as printed, headings, blocks."""

from collections.abc import Callable

from hexapla.readers.xml.block_walk import (
    collect_words,
    count_deletion,
    count_picture,
    end_line,
    read_blocks,
    read_heading,
    read_note,
    read_number,
    read_quotation,
    read_superscript,
    read_table,
)
from hexapla.readers.xml.line_builder import LineBuilder, XmlVocabulary
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
HIERARCHY = frozenset(
    "alinea article book chapter clause division hcontainer indent item level list paragraph part point "
    "proviso rule section subchapter subclause subdivision sublist subparagraph subpart subrule subsection "
    "subtitle title tome transitional".split()
)
"""of the schema's group `hierElements`, and the items of `blockList`"""
SKIPPED = frozenset({"meta"})


def read_akoma_ntoso(root: Element, lines: LineBuilder) -> None:
    """Read a document; of several in one file all, one after another.

    Notes that stand with the document's metadata are read where the text refers to them.
    """
    lines.vocabulary = AKOMA_NTOSO
    for each in root.iter():
        if local_name(each) == "note":
            lines.known[find_attribute(each, "eId") or find_attribute(each, "id") or ""] = each
    read_blocks(root, lines)
    lines.flush()


def read_note_reference(element: Element, lines: LineBuilder) -> None:
    """Read a note that stands with the metadata, where the text refers to it."""
    noted = lines.known.get((find_attribute(element, "href") or "").removeprefix("#"))
    if noted is not None:
        lines.note(find_attribute(element, "marker"), collect_words(noted), find_line(noted))


def read_list(element: Element, lines: LineBuilder) -> None:
    """Read a list without printed numbers as browsers show it."""
    for number, each in enumerate((each for each in element if local_name(each) == "li"), start=1):
        lines.end_number()
        lines.at(each)
        lines.prefix(f"{number}.")
        read_blocks(each, lines)
        lines.end_number()


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

AKOMA_NTOSO = XmlVocabulary(SPACED_BLOCKS, BLOCKS, HIERARCHY, SKIPPED, SPECIAL)
