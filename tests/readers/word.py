"""Word documents for tests, made with python-docx; what it cannot make is put in as XML."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

__all__ = ["Level", "document", "noted", "numbered"]

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


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def noted(paragraphs: Iterable[str], notes: Sequence[str]) -> bytes:
    """Make a document with footnotes: `{2}` in a paragraph is the mark of the second note."""
    blocks = []
    for text in paragraphs:
        runs = (
            f'<w:r><w:footnoteReference w:id="{piece}"/></w:r>'
            if at % 2
            else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>'
            for at, piece in enumerate(re.split(r"\{(\d+)\}", text))
        )
        blocks.append(f"<w:p><w:pPr/>{''.join(runs)}</w:p>")
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"
        for number, text in enumerate(notes, 1)
    )
    made = document(*blocks)
    return (
        with_part(made, "footnotes", f'<w:footnotes xmlns:w="{WORD}">{written}</w:footnotes>')
        if notes
        else made
    )


def with_part(data: bytes, name: str, xml: str) -> bytes:
    """Put a part into a document."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w") as made:
        for each in given.namelist():
            text = given.read(each)
            if each == "[Content_Types].xml":
                own = f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{name}+xml"/></Types>'
                text = text.replace(b"</Types>", own.encode())
            elif each == "word/_rels/document.xml.rels":
                own = f'<Relationship Id="rId99" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
                text = text.replace(b"</Relationships>", f"{own}</Relationships>".encode())
            made.writestr(each, text)
        made.writestr(f"word/{name}.xml", xml)
    return out.getvalue()
