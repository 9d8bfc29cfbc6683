"""Word packages for tests, written part by part: lists, notes, headers, pictures, fields, links, boxes."""

import base64
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES: Final = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PIXEL: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SCHEMES: Final = {
    1: ("decimal", "%1."),
    2: ("lowerLetter", "(%1)"),
    3: ("upperRoman", "%1."),
    4: ("chineseCounting", "第%1条"),
    5: ("ordinal", "%1"),
}


def run(text: str, properties: str = "") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{''.join(one if one.startswith('<') else run(one) for one in content)}</w:p>"


def item(text: str, scheme: int, level: int = 0) -> str:
    return paragraph(
        text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{scheme}"/></w:numPr>'
    )


def styled(text: str, style: str) -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')


def table(*rows: Sequence[str]) -> str:
    grid = "".join("<w:gridCol/>" for _ in rows[0])
    properties = f'<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    return f"<w:tbl>{properties}{''.join(map(row, rows))}</w:tbl>"


def row(cells: Sequence[str]) -> str:
    written = (cell if cell.startswith("<w:") else paragraph(cell) for cell in cells)
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in written)}</w:tr>"


def footnote(number: int) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def endnote(number: int) -> str:
    return f'<w:r><w:endnoteReference w:id="{number}"/></w:r>'


def picture(relation: str = "rIdPicture") -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData><a:blip '
        f'r:embed="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def edge(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, result: str) -> str:
    return edge("begin") + code(instruction) + edge("separate") + run(result) + edge("end")


def link(text: str) -> str:
    return f'<w:hyperlink r:id="rIdLink">{run(text)}</w:hyperlink>'


def control(*blocks: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent>{"".join(blocks)}</w:sdtContent></w:sdt>'
    )


def box(*blocks: str) -> str:
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>"


def formula(text: str) -> str:
    return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def section(*, last: bool = False) -> str:
    inner = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return inner if last else f"<w:p><w:pPr>{inner}</w:pPr></w:p>"


def inserted(text: str) -> str:
    return f'<w:ins w:id="901" w:author="Someone" w:date="2020-01-01T00:00:00Z">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return (
        '<w:del w:id="902" w:author="Someone" w:date="2020-01-01T00:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def write_numbering(lists: Sequence[int]) -> str:
    families = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{SCHEMES[number][0]}"/><w:lvlText w:val="{SCHEMES[number][1]}"/></w:lvl>'
        "</w:abstractNum>"
        for number in lists
    )
    own = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in lists
    )
    return f"<w:numbering {SPACES}>{families}{own}</w:numbering>"


def write_styles(names: Mapping[str, str]) -> str:
    inner = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for key, name in names.items()
    )
    mark = '<w:style w:type="character" w:styleId="Mark"><w:name w:val="mark"/></w:style>'
    return f"<w:styles {SPACES}>{inner}{mark}</w:styles>"


def write_notes(kind: str, notes: Sequence[str]) -> str:
    name = kind.removesuffix("s")
    inner = "".join(
        f'<w:{name} w:id="{number}">{text if text.startswith("<") else paragraph(text)}</w:{name}>'
        for number, text in enumerate(notes, 1)
    )
    lines = f'<w:{name} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{name}>'
    return f"<w:{kind} {SPACES}>{lines}{inner}</w:{kind}>"


def word_file(
    *blocks: str,
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    header: str = "",
    footer: str = "",
    styles: Mapping[str, str] | None = None,
    lists: Sequence[int] = (1, 2, 3, 4, 5),
    image: bytes = PIXEL,
) -> bytes:
    """Write a document of blocks in XML."""
    parts: dict[str, str | bytes] = {
        "word/styles.xml": write_styles(styles or {"Clause": "Clause"}),
        "word/settings.xml": f"<w:settings {SPACES}/>",
        "word/theme/theme1.xml": "<theme/>",
        "word/numbering.xml": write_numbering(lists),
    }
    if footnotes:
        parts["word/footnotes.xml"] = write_notes("footnotes", footnotes)
    if endnotes:
        parts["word/endnotes.xml"] = write_notes("endnotes", endnotes)
    if header:
        parts["word/header1.xml"] = f"<w:hdr {SPACES}>{paragraph(header)}</w:hdr>"
    if footer:
        parts["word/footer1.xml"] = f"<w:ftr {SPACES}>{paragraph(footer)}</w:ftr>"
    margins = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{kind}1"/>'
        for kind in ("header", "footer")
        if f"word/{kind}1.xml" in parts
    )
    body = f'{"".join(blocks)}<w:sectPr>{margins}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    kinds = {name: name.removeprefix("word/").removesuffix(".xml").rpartition("/")[2] for name in parts}
    own = [(f"rId{kind}", kind.rstrip("1"), name.removeprefix("word/"), "") for name, kind in kinds.items()]
    own.append(("rIdPicture", "image", "media/image1.png", ""))
    own.append(("rIdLink", "hyperlink", "https://example.org/", ' TargetMode="External"'))
    relations = "".join(
        f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}"{more}/>'
        for identity, kind, target, more in own
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD}.{kind.rstrip("1")}+xml"/>'
        for name, kind in kinds.items()
    )
    parts |= {
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}'
        "</Relationships>",
        "word/media/image1.png": image,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override '
        f'PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{overrides}</Types>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
