"""An XML file → `Source`, by what its outermost element says."""

from collections.abc import Callable

from hexapla.errors import ForeignError, Problem
from hexapla.model import Markup, MarkupKind, Source
from hexapla.readers.reading_findings import report_unseen
from hexapla.readers.source_builder import SourceBuilder, write_lines, write_witnesses
from hexapla.readers.web.html import read_html
from hexapla.readers.xml.akoma_ntoso import read_akoma_ntoso
from hexapla.readers.xml.clml import read_clml
from hexapla.readers.xml.line_builder import LineBuilder
from hexapla.readers.xml.tei import read_tei
from hexapla.readers.xml.uslm import read_uslm
from hexapla.readers.xml_parser import Element, local_name, parse_xml
from hexapla.readers.xml_vocabularies import XML_MEDIA_TYPES

VOCABULARIES: dict[str, Callable[[Element, LineBuilder], None]] = {
    "application/akn+xml": read_akoma_ntoso,
    "application/tei+xml": read_tei,
    "application/uslm+xml": read_uslm,
    "application/clml+xml": read_clml,
}
"""by media type: what reads it"""
SPACES = {
    "application/uslm+xml": ("http://xml.house.gov/schemas/uslm/", "http://schemas.gpo.gov/xml/uslm"),
    "application/clml+xml": ("http://www.legislation.gov.uk/namespaces/legislation",),
}
"""with which the namespace of a vocabulary begins whose names others use too"""


def is_known(root: Element) -> bool:
    """Tell whether a file is in a vocabulary that is read; of `<bill>`, others' too, its namespace tells."""
    name = local_name(root)
    space = str(root.tag).partition("}")[0].lstrip("{")
    media_type = XML_MEDIA_TYPES.get(name)
    return media_type is not None and (media_type not in SPACES or space.startswith(SPACES[media_type]))


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
    if not is_known(root):
        message = (
            f"the XML vocabulary of <{name}> is not known here: only Akoma Ntoso, TEI, USLM, that of "
            "legislation.gov.uk and XHTML are read; "
            "take it out of the source texts, or save the text in it as plain text"
        )
        raise ForeignError(Problem(path=path, message=message))
    media_type = XML_MEDIA_TYPES[name]
    read = VOCABULARIES[media_type]
    lines = LineBuilder()
    read(root, lines)
    lines.finish()
    writing = SourceBuilder(path)
    if len(lines.witnesses) > 1:
        write_witnesses(writing, lines.witnesses)
    else:
        write_lines(writing, lines.witnesses[0].lines if lines.witnesses else lines.all)
    if lines.title:
        writing.markup.append(Markup(0, 0, MarkupKind.TITLE, lines.title))
    return writing.source(data, media_type=media_type, encoding="utf-8", findings=tuple(report_unseen(lines)))
