"""An XML file → `Source`, by what its outermost element says."""

from collections.abc import Callable

from hexapla.errors import ForeignError, Problem
from hexapla.model import Source
from hexapla.readers.html import html
from hexapla.readers.markup import Element, local, parse
from hexapla.readers.reports import unseen
from hexapla.readers.tables import write
from hexapla.readers.writing import Writing
from hexapla.readers.xml.akn import akoma_ntoso
from hexapla.readers.xml.lines import Lines
from hexapla.readers.xml.tei import tei

__all__ = ["xml"]

VOCABULARIES: dict[str, tuple[str, Callable[[Element, Lines], None]]] = {
    "akomaNtoso": ("application/akn+xml", akoma_ntoso),
    "TEI": ("application/tei+xml", tei),
    "teiCorpus": ("application/tei+xml", tei),
}
"""by the outermost element: media type, and what reads it"""


def xml(path: str, data: bytes, encoding: str | None) -> Source:
    """Read XML.

    Post-conditions:
        1. Entities are not expanded and nothing outside the file is looked at, whatever it names.
        2. A block is a line, with its printed number; notes stand at the end.

    Raises:
        ForeignError: of a vocabulary that is not known.
        SourceError: no XML, or beyond a limit.
    """
    root = parse(path, data, encoding=encoding)
    name = local(root)
    if name == "html":
        return html(path, data, encoding)
    if name not in VOCABULARIES:
        message = (
            f"the XML vocabulary of <{name}> is not known here: only Akoma Ntoso, TEI and XHTML are read; "
            "take it out of the source texts, or save the text in it as plain text"
        )
        raise ForeignError(Problem(path=path, message=message))
    media_type, read = VOCABULARIES[name]
    lines = Lines()
    read(root, lines)
    lines.finish()
    writing = Writing(path)
    write(writing, lines.all)
    return writing.source(data, media_type=media_type, encoding="utf-8", findings=tuple(unseen(lines)))
