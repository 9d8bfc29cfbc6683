"""A Word document → `Source`."""

from collections.abc import Iterator

from hexapla.findings import Finding
from hexapla.model import Source
from hexapla.readers.docx.blocks import Blocks
from hexapla.readers.docx.inline import Reading
from hexapla.readers.docx.lists import definitions
from hexapla.readers.docx.names import child
from hexapla.readers.docx.numbers import Numbers
from hexapla.readers.docx.package import Package, unpack
from hexapla.readers.docx.styles import Styles
from hexapla.readers.markup import Element, attribute
from hexapla.readers.reports import lists_unknown, margins, unseen
from hexapla.readers.tables import Line, write
from hexapla.readers.writing import Writing
from hexapla.text import joined

__all__ = ["docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def docx(path: str, data: bytes, _encoding: str | None) -> Source:
    """Read a Word document as its page shows it with all changes accepted.

    Post-conditions:
        1. A paragraph is a line, with the number that Word prints before it; a row of a table is a line, its
           cells separated by tabs; notes stand at the end, each with its mark.
        2. Tracked deletions and hidden text are left out, insertions are there; findings say so.
        3. Headers and footers are left out and told in a finding.

    Raises:
        SourceError: no Word document, damaged, or beyond a limit.
    """
    package = unpack(path, data)
    styles = Styles(package.styles)
    reading = Reading(styles)
    blocks = Blocks(reading, Numbers(definitions(package.numbering, styles)))
    writing = Writing(path)
    body = child(package.document, "body")
    write(writing, blocks.lines(() if body is None else body))
    notes = list(note_lines(package, blocks))
    if notes:
        writing.gap()
        write(writing, notes)
    if blocks.carried:
        write(writing, [Line("".join(blocks.carried), blocks.count)])
    found = (*unseen(reading), *lists_unknown(blocks.numbers.unknown), *margin_findings(package, styles))
    return writing.source(data, media_type=MEDIA_TYPE, encoding="utf-8", findings=found)


def note_lines(package: Package, blocks: Blocks) -> Iterator[Line]:
    """Read the notes in the order of their marks, footnotes first; what nothing refers to is not shown."""
    roots = {"footnote": package.footnotes, "endnote": package.endnotes}
    for kind, root in roots.items():
        by_id = {attribute(each, "id"): each for each in (root if root is not None else ())}
        for index, (kind_of_note, note_id, _) in enumerate(tuple(blocks.reading.notes)):
            element = by_id.get(note_id)
            if kind_of_note != kind or element is None or attribute(element, "type") in SEPARATORS:
                continue
            text = joined(*(line.text.strip() for line in blocks.lines(element) if line.text.strip()))
            yield Line(f"{blocks.mark(index)} {text}".lstrip(), blocks.count)


def margin_findings(package: Package, styles: Styles) -> Iterator[Finding]:
    """Tell what headers and footers say, each once."""
    shown: dict[str, None] = {}
    for root in package.margins:
        for line in plain_lines(root, styles):
            shown[line] = None
    yield from margins(list(shown))


def plain_lines(root: Element, styles: Styles) -> Iterator[str]:
    """Read lines whose numbers and notes do not count."""
    blocks = Blocks(Reading(styles), Numbers({}))
    yield from (line.text.strip() for line in blocks.lines(root) if line.text.strip())
