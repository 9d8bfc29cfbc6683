"""Crown Legislation Markup Language: acts and instruments as legislation.gov.uk publishes them."""

from hexapla.readers.xml.block_walk import (
    collect_words,
    count_picture,
    end_line,
    read_blocks,
    read_heading,
    read_quotation,
    read_remark,
    read_superscript,
    read_table,
)
from hexapla.readers.xml.line_builder import LineBuilder, XmlVocabulary
from hexapla.readers.xml_parser import Element, find_attribute, find_line, local_name

SPACED = frozenset(
    "Part Chapter Pblock PsubBlock P1group Schedule ScheduleBody Body PrimaryPrelims SecondaryPrelims "
    "EUPrelims Appendix SignedSection Form ExplanatoryNotes EarlierOrders Group EUTitle EUPart EUChapter "
    "EUSection".split()
)
BLOCKS = frozenset(
    "P P1 P2 P3 P4 P5 P6 P7 P1para P2para P3para P4para P5para P6para P7para P2group P3group Text Para "
    "ListItem OrderedList UnorderedList LongTitle IntroductoryText EnactingText PrimaryPreamble "
    "SecondaryPreamble DateOfEnactment DateText Made Laid ComingIntoForce Reference Signatory Signee "
    "PersonName JobTitle Department Address TitleBlock Subtitle Division Tabular".split()
)
SKIPPED = frozenset(
    {
        "Metadata",
        "Contents",
        "CommentaryRef",
        "Commentaries",
        "Resources",
        "Versions",
        "MarginNoteRef",
        "Character",
    }
)
SIGNS = {
    "P1": ("", ""),
    "P2": ("(", ")"),
    "P3": ("(", ")"),
    "P4": ("(", ")"),
    "P5": ("(", ")"),
    "P6": ("(", ")"),
}
"""what is printed around a number whose element does not say so itself, by the element that it numbers"""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""by which lists of type alpha count; after z the number stands"""


def read_clml(root: Element, lines: LineBuilder) -> None:
    """Read a document; what commentaries say of amendments is no text of it."""
    lines.vocabulary = CLML
    for each in root.iter():
        if local_name(each) in {"Footnote", "MarginNote"}:
            lines.known[find_attribute(each, "id") or ""] = each
    read_blocks(root, lines)
    lines.end_number()


def read_paragraph_number(element: Element, lines: LineBuilder) -> None:
    """Read a number, with the brackets that are printed around it."""
    above = element.getparent()
    before, after = SIGNS.get(local_name(above) if above is not None else "", ("", ""))
    words = "".join(collect_words(element).split())
    before = element.get("PuncBefore", before)
    after = element.get("PuncAfter", after)
    lines.at(element)
    lines.prefix(f"{before}{words}{after}")


def read_division_number(element: Element, lines: LineBuilder) -> None:
    """Read the number of a part or a schedule, words and all."""
    lines.end_number()
    lines.at(element)
    lines.prefix(" ".join(collect_words(element).split()))
    above = element.getparent()
    if above is not None and local_name(above).endswith("Prelims"):
        lines.end_number()  # the number of the act itself stands alone


def read_headed_group(element: Element, lines: LineBuilder) -> None:
    """Read a section with its heading: the number that is printed beside the heading stands before it."""
    lines.gap()
    heading = next((each for each in element if local_name(each) == "Title"), None)
    paragraphs = [each for each in element if local_name(each) == "P1"]
    number = next((each for one in paragraphs[:1] for each in one if local_name(each) == "Pnumber"), None)
    if heading is not None and number is not None:
        read_paragraph_number(number, lines)
        read_heading(heading, lines)
    for each in element:
        if each is not heading or number is None:
            read_group_part(each, number, lines)
    lines.flush()


def read_group_part(element: Element, number: Element | None, lines: LineBuilder) -> None:
    """Read what stands below a heading, without the number that stands before it already."""
    lines.flush()
    lines.at(element)
    for each in element:
        if each is not number:
            handle = CLML.special.get(local_name(each))
            if handle is not None:
                handle(each, lines)
            elif local_name(each) not in SKIPPED:
                lines.flush()
                read_blocks(each, lines)
                lines.flush()
    lines.flush()


def read_footnote_reference(element: Element, lines: LineBuilder) -> None:
    """Read a note that stands apart, where the text refers to it."""
    noted = lines.known.get(find_attribute(element, "Ref") or "")
    if noted is not None:
        lines.note(None, collect_words(noted), find_line(noted))


def read_ordered_list(element: Element, lines: LineBuilder) -> None:
    """Read a list with the numbers that its type asks for."""
    letters = element.get("Type") == "alpha"
    before, after = ("(", ")") if element.get("Decoration") in {"parens", None} else ("", ".")
    for count, each in enumerate((each for each in element if local_name(each) == "ListItem"), start=1):
        shown = LETTERS[count - 1] if letters and count <= len(LETTERS) else str(count)
        lines.flush()
        lines.at(each)
        lines.prefix(each.get("NumberOverride") or f"{before}{shown}{after}")
        read_blocks(each, lines)
        lines.flush()


def pass_over(_element: Element, _lines: LineBuilder) -> None:
    """Read nothing: notes are read where the text refers to them."""


CLML = XmlVocabulary(
    SPACED,
    BLOCKS,
    frozenset(),
    SKIPPED,
    {
        "Number": read_division_number,
        "Pnumber": read_paragraph_number,
        "Title": read_heading,
        "P1group": read_headed_group,
        "FootnoteRef": read_footnote_reference,
        "Footnotes": pass_over,
        "MarginNotes": pass_over,
        "BlockAmendment": read_quotation,
        "OrderedList": read_ordered_list,
        "Image": count_picture,
        "Formula": count_picture,
        "br": end_line,
        "Superior": read_superscript,
        "table": read_table,
        "Annotations": read_remark,
    },
)
