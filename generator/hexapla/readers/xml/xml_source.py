"""An XML file → `Source`, by what its outermost element says."""

from collections.abc import Callable

from hexapla.errors import ForeignError, Problem
from hexapla.model import Source
from hexapla.readers.reading_findings import report_unseen
from hexapla.readers.registry import XML_MEDIA_TYPES
from hexapla.readers.source_builder import SourceBuilder, write_lines
from hexapla.readers.web.html import read_html
from hexapla.readers.xml.akoma_ntoso import read_akoma_ntoso
from hexapla.readers.xml.line_builder import LineBuilder
from hexapla.readers.xml.tei import read_tei
from hexapla.readers.xml_parser import Element, local_name, parse_xml

VOCABULARIES: dict[str, Callable[[Element, LineBuilder], None]] = {
    "application/akn+xml": read_akoma_ntoso,
    "application/tei+xml": read_tei,
}
"""by media type: what reads it"""


def read_xml(path: str, data: bytes, encoding: str | None) -> Source:
    """Read XML.

    Post-conditions:
        1. Entities are not expanded and nothing outside the file is looked at, whatever it names.
        2. A block is a line, with its printed number; notes stand at the end.

    Raises:
        ForeignError: of a vocabulary that is not known.
        SourceError: no XML, or beyond a limit.
    """
    root = parse_xml(path, data, encoding=encoding)
    name = local_name(root)
    if name == "html":
        return read_html(path, data, encoding)
    if name not in XML_MEDIA_TYPES:
        message = (
            f"the XML vocabulary of <{name}> is not known here: only Akoma Ntoso, TEI and XHTML are read; "
            "take it out of the source texts, or save the text in it as plain text"
        )
        raise ForeignError(Problem(path=path, message=message))
    media_type = XML_MEDIA_TYPES[name]
    read = VOCABULARIES[media_type]
    lines = LineBuilder()
    read(root, lines)
    lines.finish()
    writing = SourceBuilder(path)
    write_lines(writing, lines.all)
    return writing.source(data, media_type=media_type, encoding="utf-8", findings=tuple(report_unseen(lines)))
