"""An OpenDocument text → `Source`."""

from collections.abc import Iterator

from hexapla.findings import Finding
from hexapla.model import Source
from hexapla.readers.office.odt_blocks import OdtBlocks
from hexapla.readers.office.odt_inline import OdtReadingState
from hexapla.readers.office.odt_styles import OdtListCounters, OdtStyles
from hexapla.readers.reading_findings import (
    report_margins,
    report_unknown_formats,
    report_unseen,
)
from hexapla.readers.source_builder import SourceBuilder, SourceLine, write_lines
from hexapla.readers.xml_parser import Element, find_attribute, local_name, parse_xml
from hexapla.readers.zip_archive import ZipArchive
from hexapla.text import join_pieces

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
ENCRYPTED = frozenset({"content.xml", "encrypted-package"})
"""parts of which an encrypted document has one or the other"""
MARGINS = frozenset("header header-left header-first footer footer-left footer-first".split())


def read_odt(path: str, data: bytes, _encoding: str | None) -> Source:
    """Read an OpenDocument text as its page shows it with all changes accepted.

    The post-conditions are those of the reader of Word documents.

    Raises:
        SourceError: no OpenDocument text, damaged, or beyond a limit.
    """
    archive = ZipArchive(path, data, what="OpenDocument text")
    if is_encrypted(archive):
        raise archive.locked()
    content = archive.read("content.xml")
    if content is None:
        raise archive.broken("it has no content.xml")
    root = parse_xml(path, content, name="content.xml")
    named = archive.read("styles.xml")
    common = None if named is None else parse_xml(path, named, name="styles.xml")
    styles = OdtStyles()
    for part in (common, root):
        if part is not None:
            styles.read(part)
    body = next((each for each in root.iter() if local_name(each) == "text" and is_body(each)), None)
    if body is None:
        raise archive.broken("it holds no text document")
    reading = OdtReadingState(styles=styles)
    blocks = OdtBlocks(reading, OdtListCounters())
    count_changes(body, reading)
    writing = SourceBuilder(path)
    write_lines(writing, blocks.lines(body))
    notes = list(read_notes(blocks))
    if notes:
        writing.gap()
        write_lines(writing, notes)
    told = (
        *report_unseen(reading),
        *report_unknown_formats(blocks.numbers.unknown),
        *find_margin_texts(common, styles),
    )
    return writing.source(data, media_type=MEDIA_TYPE, encoding="utf-8", findings=told)


def is_encrypted(archive: ZipArchive) -> bool:
    """Tell whether the manifest says that the text is encrypted (ODF 1.3, part 2, 3.4)."""
    data = archive.read("META-INF/manifest.xml")
    if data is None:
        return False
    root = parse_xml(archive.path, data, name="META-INF/manifest.xml")
    return any(
        local_name(each) == "encryption-data" and find_attribute(above, "full-path") in ENCRYPTED
        for above in root
        for each in above
    )


def is_body(element: Element) -> bool:
    """Tell whether this is the body of a text, and not some other element called text."""
    parent = element.getparent()
    return parent is not None and local_name(parent) == "body"


def count_changes(body: Element, reading: OdtReadingState) -> None:
    """Count tracked changes. Deleted text stands apart, inserted text in its place: both are as accepted."""
    for each in body.iter():
        if local_name(each) == "changed-region":
            kinds = {local_name(kind) for kind in each}
            reading.insertions += "insertion" in kinds
            reading.deletions += "deletion" in kinds


def read_notes(blocks: OdtBlocks) -> Iterator[SourceLine]:
    """Read the notes in the order of their marks; notes of notes follow."""
    index = 0
    while index < len(blocks.reading.notes):
        mark, body = blocks.reading.notes[index]
        text = join_pieces(*(line.text.strip() for line in blocks.lines(body) if line.text.strip()))
        yield SourceLine(f"{mark} {text}".lstrip(), blocks.count)
        index += 1


def find_margin_texts(root: Element | None, styles: OdtStyles) -> Iterator[Finding]:
    """Tell what headers and footers say, each line once."""
    parts = (part for part in (root.iter() if root is not None else ()) if local_name(part) in MARGINS)
    lines = (
        line.text.strip()
        for part in parts
        for line in OdtBlocks(OdtReadingState(styles=styles), OdtListCounters()).lines(part)
    )
    return report_margins(filter(None, lines))
