"""Word documents for tests, made with python-docx; what it cannot make is put in as XML."""

from collections.abc import Iterable
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

__all__ = ["Level", "document", "numbered"]

Level = tuple[str, str, str]
"""format, text with %1, and more XML"""


def document(*blocks: str, numbering: str = "") -> bytes:
    """Make a document of blocks in XML, without namespace declarations."""
    made = Document()
    body = made.element.body
    for block in blocks:
        name, rest = block[1:].split(">", 1)[0].split(" ", 1)[0].rstrip("/"), block
        xml = rest.replace(f"<{name}", f"<{name} {nsdecls('w')}", 1)
        body.insert(len(body) - 1, parse_xml(xml))
    if numbering:
        root = made.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>"):
            root.append(child)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def definition(identity: int, levels: Iterable[Level]) -> str:
    """Write a family of lists and a list of it."""
    inner = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text, more) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{identity}">{inner}</w:abstractNum>'


def numbered(levels: Iterable[Level], paragraphs: Iterable[tuple[int, str]], *, lists: str = "") -> bytes:
    """Make a document whose paragraphs are items of lists: level, plus ten times the list, and text."""
    numbering = definition(1, levels) + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' + lists
    blocks = [
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level % 10}"/>'
        f'<w:numId w:val="{1 + level // 10}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for level, text in paragraphs
    ]
    return document(*blocks, numbering=numbering)
