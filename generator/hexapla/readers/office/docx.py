"""A Word document → `Source`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hexapla.findings import Finding
from hexapla.model import Source
from hexapla.readers.office.docx_blocks import DocxBlocks
from hexapla.readers.office.docx_inline import DocxReadingState
from hexapla.readers.office.docx_lists import DocxListCounters, read_list_definitions
from hexapla.readers.office.docx_styles import DocxStyles, find_child
from hexapla.readers.reading_findings import (
    report_margins,
    report_unknown_formats,
    report_unseen,
)
from hexapla.readers.source_builder import SourceBuilder, SourceLine, write_lines
from hexapla.readers.xml_parser import Element, find_attribute, parse_xml
from hexapla.readers.zip_archive import ZipArchive
from hexapla.text import join_pieces

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
KINDS = ("numbering", "styles", "footnotes", "endnotes")
MARGINS = ("header", "footer")


@dataclass(frozen=True, slots=True)
class DocxPackage:
    """Parsed parts; None is what the document does not have."""

    document: Element
    numbering: Element | None
    styles: Element | None
    footnotes: Element | None
    endnotes: Element | None
    margins: tuple[Element, ...]
    """headers and footers, in the order in which they are named"""


def read_docx(path: str, data: bytes, _encoding: str | None) -> Source:
    """Read a Word document as its page shows it with all changes accepted.

    Post-conditions:
        1. A paragraph is a line, with the number that Word prints before it; a row of a table is a line, its
           cells separated by tabs; notes stand at the end, each with its mark.
        2. Tracked deletions and hidden text are left out, insertions are there; findings say so.
        3. Headers and footers are left out and told in a finding.

    Raises:
        SourceError: no Word document, damaged, or beyond a limit.
    """
    package = read_package(path, data)
    styles = DocxStyles(package.styles)
    reading = DocxReadingState(styles=styles)
    blocks = DocxBlocks(reading, DocxListCounters(read_list_definitions(package.numbering, styles)))
    writing = SourceBuilder(path)
    body = find_child(package.document, "body")
    write_lines(writing, blocks.lines(() if body is None else body))
    notes = list(read_notes(package, blocks))
    if notes:
        writing.gap()
        write_lines(writing, notes)
    if blocks.carried:
        write_lines(writing, [SourceLine("".join([blocks.number, *blocks.carried]), blocks.count)])
    found = (
        *report_unseen(reading),
        *report_unknown_formats(blocks.numbers.unknown),
        *find_margin_texts(package, styles),
    )
    return writing.source(data, media_type=MEDIA_TYPE, encoding="utf-8", findings=found)


def count_paragraphs(
    body: Iterable[Element], numbering: Element | None, styles: Element | None
) -> list[Element]:
    """Return the paragraphs of a body in the order in which `SourceLocation.paragraph` counts them from 1."""
    known = DocxStyles(styles)
    counters = DocxListCounters(read_list_definitions(numbering, known))
    blocks = DocxBlocks(DocxReadingState(styles=known), counters)
    for _ in blocks.lines(body):
        pass
    return blocks.paragraphs


def read_package(path: str, data: bytes) -> DocxPackage:
    """Find and parse the parts: relations say where they are, not their names.

    Raises:
        SourceError: no Word document, or one that exceeds a limit.
    """
    archive = ZipArchive(path, data, what="Word document")
    main = next(iter(find_related_parts(archive, "", "officeDocument")), "word/document.xml")
    body = archive.read(main)
    if body is None:
        raise archive.broken("it has no document part")
    found = {kind: parse_part(archive, find_related_parts(archive, main, kind)) for kind in KINDS}
    margins = [name for kind in MARGINS for name in find_related_parts(archive, main, kind)]
    return DocxPackage(
        document=parse_xml(path, body, name=main),
        numbering=found["numbering"],
        styles=found["styles"],
        footnotes=found["footnotes"],
        endnotes=found["endnotes"],
        margins=tuple(each for name in margins if (each := parse_part(archive, [name])) is not None),
    )


def parse_part(archive: ZipArchive, names: list[str]) -> Element | None:
    """Parse the first of the parts that is there."""
    for name in names:
        data = archive.read(name)
        if data is not None:
            return parse_xml(archive.path, data, name=name)
    return None


def find_related_parts(archive: ZipArchive, name: str, kind: str) -> list[str]:
    """Return the parts of a kind that a part names in its relations; what lies outside is never looked at."""
    folder, _, own = name.rpartition("/")
    data = archive.read(f"{folder}/_rels/{own}.rels".lstrip("/"))
    if data is None:
        return []
    root = parse_xml(archive.path, data, name="relations")
    return [
        archive.beside(name, each.get("Target", ""))
        for each in root
        if each.get("Type", "").endswith(f"/{kind}") and each.get("TargetMode") != "External"
    ]


def read_notes(package: DocxPackage, blocks: DocxBlocks) -> Iterator[SourceLine]:
    """Read the notes in the order of their marks, footnotes first; what nothing refers to is not shown."""
    roots = {"footnote": package.footnotes, "endnote": package.endnotes}
    for kind, root in roots.items():
        by_id = {find_attribute(each, "id"): each for each in (root if root is not None else ())}
        for index, (kind_of_note, note_id, _) in enumerate(tuple(blocks.reading.notes)):
            element = by_id.get(note_id)
            if kind_of_note != kind or element is None or find_attribute(element, "type") in SEPARATORS:
                continue
            text = join_pieces(*(line.text.strip() for line in blocks.lines(element) if line.text.strip()))
            yield SourceLine(f"{blocks.mark(index)} {text}".lstrip(), blocks.count)


def find_margin_texts(package: DocxPackage, styles: DocxStyles) -> Iterator[Finding]:
    """Tell what headers and footers say, each line once."""
    return report_margins(line for root in package.margins for line in read_plain_lines(root, styles))


def read_plain_lines(root: Element, styles: DocxStyles) -> Iterator[str]:
    """Read lines whose numbers and notes do not count."""
    blocks = DocxBlocks(DocxReadingState(styles=styles), DocxListCounters({}))
    yield from (line.text.strip() for line in blocks.lines(root) if line.text.strip())
