"""United States Legislative Markup (USLM): the Code, public laws and bills as Congress publishes them."""

from hexapla.readers.xml.block_walk import (
    collect_words,
    count_deletion,
    count_picture,
    end_line,
    read_blocks,
    read_heading,
    read_number,
    read_quotation,
    read_remark,
    read_superscript,
    read_table,
)
from hexapla.readers.xml.line_builder import LineBuilder, XmlVocabulary
from hexapla.readers.xml_parser import Element, find_line

SPACED = frozenset(
    "title subtitle part subpart division subdivision chapter subchapter article subarticle section preamble "
    "recital main preface appendix schedule compiledAct courtRule reorganizationPlan officialTitle longTitle "
    "docTitle dc-title enactingFormula endMarker signatures action attestation legislativeHistory".split()
)
BLOCKS = frozenset(
    "subsection paragraph subparagraph clause subclause item subitem subsubitem level content chapeau "
    "continuation p text block column list listItem listContent proviso crossHeading signature name role "
    "docNumber congress session dc date resolvingClause organizationNote line explanationNote".split()
)
SKIPPED = frozenset({"meta", "toc", "page", "referenceItem"})


def read_uslm(root: Element, lines: LineBuilder) -> None:
    """Read a document; credits and editorial notes stay with the section that they are about."""
    lines.vocabulary = USLM
    read_blocks(root, lines)
    lines.end_number()


def read_footnote(element: Element, lines: LineBuilder) -> None:
    """Read a note at the foot of a page, where the text refers to it."""
    lines.note(None, collect_words(element), find_line(element))


def read_inline_quotation(element: Element, lines: LineBuilder) -> None:
    """Read quoted words in a sentence; signs stand around them already."""
    read_blocks(element, lines)


USLM = XmlVocabulary(
    SPACED,
    BLOCKS,
    frozenset(),
    SKIPPED,
    {
        "num": read_number,
        "heading": read_heading,
        "subheading": read_heading,
        "footnote": read_footnote,
        "note": read_remark,
        "notes": read_remark,
        "sourceCredit": read_remark,
        "del": count_deletion,
        "img": count_picture,
        "figure": count_picture,
        "br": end_line,
        "sup": read_superscript,
        "table": read_table,
        "quotedContent": read_quotation,
        "quotedText": read_inline_quotation,
    },
)
