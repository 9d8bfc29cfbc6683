"""A Word document → `Source`."""

from collections.abc import Iterator

from hexapla.findings import Finding
from hexapla.model import Source
from hexapla.readers.office.docx_blocks import DocxBlocks
from hexapla.readers.office.docx_inline import DocxReadingState
from hexapla.readers.office.docx_lists import read_list_definitions
from hexapla.readers.office.docx_numbers import DocxListCounters
from hexapla.readers.office.docx_package import DocxPackage, read_package
from hexapla.readers.office.docx_styles import DocxStyles
from hexapla.readers.office.wordprocessingml import find_child
from hexapla.readers.reading_findings import (
    report_margins,
    report_unknown_formats,
    report_unseen,
)
from hexapla.readers.source_builder import SourceBuilder
from hexapla.readers.table_rows import SourceLine, write_lines
from hexapla.readers.xml_parser import Element, find_attribute
from hexapla.text import join_pieces

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


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
    reading = DocxReadingState(styles)
    blocks = DocxBlocks(reading, DocxListCounters(read_list_definitions(package.numbering, styles)))
    writing = SourceBuilder(path)
    body = find_child(package.document, "body")
    write_lines(writing, blocks.lines(() if body is None else body))
    notes = list(read_notes(package, blocks))
    if notes:
        writing.gap()
        write_lines(writing, notes)
    if blocks.carried:
        write_lines(writing, [SourceLine("".join(blocks.carried), blocks.count)])
    found = (
        *report_unseen(reading),
        *report_unknown_formats(blocks.numbers.unknown),
        *find_margin_texts(package, styles),
    )
    return writing.source(data, media_type=MEDIA_TYPE, encoding="utf-8", findings=found)


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
    """Tell what headers and footers say, each once."""
    shown: dict[str, None] = {}
    for root in package.margins:
        for line in read_plain_lines(root, styles):
            shown[line] = None
    yield from report_margins(list(shown))


def read_plain_lines(root: Element, styles: DocxStyles) -> Iterator[str]:
    """Read lines whose numbers and notes do not count."""
    blocks = DocxBlocks(DocxReadingState(styles), DocxListCounters({}))
    yield from (line.text.strip() for line in blocks.lines(root) if line.text.strip())
