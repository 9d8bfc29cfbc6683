"""An OpenDocument text → `Source`."""

from collections.abc import Iterator

from hexapla.findings import Finding
from hexapla.model import Source
from hexapla.readers.archive import Archive
from hexapla.readers.markup import Element, local, parse
from hexapla.readers.odt.blocks import Blocks
from hexapla.readers.odt.inline import Reading
from hexapla.readers.odt.numbers import Numbers
from hexapla.readers.odt.styles import Styles
from hexapla.readers.reports import lists_unknown, margins, unseen
from hexapla.readers.tables import Line, write
from hexapla.readers.writing import Writing
from hexapla.text import joined

__all__ = ["odt"]

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
MARGINS = frozenset("header header-left header-first footer footer-left footer-first".split())


def odt(path: str, data: bytes, _encoding: str | None) -> Source:
    """Read an OpenDocument text as its page shows it with all changes accepted.

    The post-conditions are those of the reader of Word documents.

    Raises:
        SourceError: no OpenDocument text, damaged, or beyond a limit.
    """
    archive = Archive(path, data, what="OpenDocument text")
    content = archive.read("content.xml")
    if content is None:
        raise archive.broken("it has no content.xml")
    root = parse(path, content, name="content.xml")
    named = archive.read("styles.xml")
    common = None if named is None else parse(path, named, name="styles.xml")
    styles = Styles()
    for part in (common, root):
        if part is not None:
            styles.read(part)
    body = next((each for each in root.iter() if local(each) == "text" and is_body(each)), None)
    if body is None:
        raise archive.broken("it holds no text document")
    reading = Reading(styles)
    blocks = Blocks(reading, Numbers())
    count_changes(body, reading)
    writing = Writing(path)
    write(writing, blocks.lines(body))
    notes = list(note_lines(blocks))
    if notes:
        writing.gap()
        write(writing, notes)
    told = (*unseen(reading), *lists_unknown(blocks.numbers.unknown), *margin_findings(common, styles))
    return writing.source(data, media_type=MEDIA_TYPE, encoding="utf-8", findings=told)


def is_body(element: Element) -> bool:
    """Tell whether this is the body of a text, and not some other element called text."""
    parent = element.getparent()
    return parent is not None and local(parent) == "body"


def count_changes(body: Element, reading: Reading) -> None:
    """Count tracked changes. Deleted text stands apart, inserted text in its place: both are as accepted."""
    for each in body.iter():
        if local(each) == "changed-region":
            kinds = {local(kind) for kind in each}
            reading.insertions += "insertion" in kinds
            reading.deletions += "deletion" in kinds


def note_lines(blocks: Blocks) -> Iterator[Line]:
    """Read the notes in the order of their marks; notes of notes follow."""
    index = 0
    while index < len(blocks.reading.notes):
        mark, body = blocks.reading.notes[index]
        text = joined(*(line.text.strip() for line in blocks.lines(body) if line.text.strip()))
        yield Line(f"{mark} {text}".lstrip(), blocks.count)
        index += 1


def margin_findings(root: Element | None, styles: Styles) -> Iterator[Finding]:
    """Tell what headers and footers say, each once."""
    shown: dict[str, None] = {}
    for part in root.iter() if root is not None else ():
        if local(part) in MARGINS:
            for line in Blocks(Reading(styles), Numbers()).lines(part):
                if line.text.strip():
                    shown[line.text.strip()] = None
    yield from margins(list(shown))
