"""What every Word document has: fonts, styles, page, footer, properties."""

from collections.abc import Container, Iterator, Mapping
from typing import Final

import regex

from hexapla.archive import pack
from hexapla.exporters.xml_writer import (
    XML_DECLARATION,
    escape,
    escape_attribute,
    write_element,
)

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
A4: Final = (11906, 16838)
"""width and height in twentieths of a point"""
MARGIN: Final = 1134
"""two centimetres"""
CONTENT_WIDTH: Final = {"portrait": A4[0] - 2 * MARGIN, "landscape": A4[1] - 2 * MARGIN}

SETTINGS: Final = "".join(
    (
        f'{XML_DECLARATION}<w:settings xmlns:w="{MAIN}">{{notes}}<w:compat>',
        '<w:compatSetting w:name="compatibilityMode"',
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
    )
)
"""as Word 2013 and later lay a page out"""
SEPARATORS: Final = ("separator", "continuationSeparator")
"""the lines that part footnotes from text: notes of their own, numbered from 0"""

DEEPEST_HEADING: Final = 6
"""of the styles"""
BOLD: Final = "<w:b/><w:bCs/>"
Fonts = tuple[str, str, str]
"""Latin, East Asian for text, East Asian for what is emphasised"""
WESTERN: Final = "Times New Roman"
FONTS: Final[Mapping[str, Fonts]] = {
    "zh-hant": (WESTERN, "PMingLiU", "Microsoft JhengHei"),
    "zh": (WESTERN, "SimSun", "SimHei"),
    "ja": (WESTERN, "MS Mincho", "MS Gothic"),
    "ko": (WESTERN, "Batang", "Malgun Gothic"),
}
"""by language; the longest tag that fits counts"""
REGIONS: Final = {
    "zh-hant": "zh-TW",
    "zh": "zh-CN",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "en": "en-GB",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "pt": "pt-PT",
    "ru": "ru-RU",
}
"""the tags that word processors know"""

RIGHT_TO_LEFT: Final = regex.compile(r"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\U00010800-\U00010FFF]")
"""letters of scripts that are written from right to left"""
LETTER_OUTSIDE_TAGS: Final = regex.compile(r"<[^>]*>|(\p{L})")
"""markup, or a letter: the first letter of a paragraph gives its direction"""


def match_language_tag(table: Container[str], language: str) -> str:
    """Return the longest beginning of a language's tag that a table knows; empty if it knows none."""
    tag = language.lower()
    while tag and tag not in table:
        tag = tag.rpartition("-")[0]
    return tag


def choose_fonts(language: str) -> Fonts:
    """Return the fonts for a language; for a Western one East Asian characters are simplified Chinese."""
    return FONTS[match_language_tag(FONTS, language) or "zh"]


def write_run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """Write a run of text."""
    if not text:
        return ""
    name = "w:delText" if deleted else "w:t"
    properties += "<w:rtl/>" if RIGHT_TO_LEFT.search(text) else ""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = (
        f'<{name} xml:space="preserve">{escape(piece)}</{name}>' if piece else ""
        for piece in text.split("\t")
    )
    return f"<w:r>{own}{'<w:tab/>'.join(pieces)}</w:r>"


def write_paragraph(content: str, style: str | None = None, properties: str = "") -> str:
    """Write a paragraph; one that begins in a script from right to left runs from right to left."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    if RIGHT_TO_LEFT.search(content) and RIGHT_TO_LEFT.match(first_letter(content)):
        named += "<w:bidi/>"
    own = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{own}{content}</w:p>"


def open_grid(columns: int) -> str:
    """Write the beginning of a table of a text, as wide as its place; its rows are to follow."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>"
    )


def first_letter(content: str) -> str:
    """Return the first letter of a paragraph's text."""
    return next((match[1] for match in LETTER_OUTSIDE_TAGS.finditer(content) if match[1]), "")


def write_style(
    name: str, shown: str, properties: str, characters: str = "", *, default: bool = False
) -> str:
    """Write a paragraph style."""
    return write_element(
        "w:style",
        {"w:type": "paragraph", "w:default": "1" if default else None, "w:styleId": name},
        f'<w:name w:val="{shown}"/>',
        "" if default else '<w:basedOn w:val="Normal"/>',
        "<w:qFormat/>",
        f"<w:pPr>{properties}</w:pPr>",
        f"<w:rPr>{characters}</w:rPr>" if characters else "",
    )


def write_styles(language: str, size: int) -> str:
    """Write the styles. `size` of text is in half points."""
    latin, asian, strong = choose_fonts(language)
    tag = REGIONS.get(match_language_tag(REGIONS, language))
    asian_tag = tag if tag and tag[:2] in ("zh", "ja", "ko") else "zh-CN"
    latin_tag = tag if tag and tag != asian_tag else "en-GB"
    return "".join(
        [
            XML_DECLARATION,
            f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>',
            write_fonts(latin, asian),
            write_size(size),
            f'<w:lang w:val="{latin_tag}" w:eastAsia="{asian_tag}" w:bidi="ar-SA"/>',
            "</w:rPr></w:rPrDefault></w:docDefaults>",
            *write_text_styles(size, write_fonts(latin, strong) + BOLD),
            *write_table_styles(write_fonts(latin, strong) + BOLD),
            "</w:styles>",
        ]
    )


def write_fonts(latin: str, asian: str) -> str:
    """Name the fonts of a style."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{latin}"/>'


def write_size(size: int) -> str:
    """Write a size, in half points."""
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def write_text_styles(size: int, bold: str) -> Iterator[str]:
    """Yield the styles of text, headings, header and footer."""
    yield write_style(
        "Normal", "Normal", '<w:spacing w:after="60" w:line="288" w:lineRule="auto"/>', default=True
    )
    title = '<w:keepNext/><w:spacing w:before="0" w:after="120"/><w:jc w:val="center"/>'
    yield write_style("Title", "Title", title, bold + write_size(32))
    yield write_style("Note", "Note", '<w:spacing w:after="120"/>', write_size(size - 2))
    for level in range(1, DEEPEST_HEADING + 1):
        yield write_style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:spacing w:before="200" w:after="100"/><w:jc w:val="center"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>',
            bold + write_size(size + 4 - min(level, 3)),
        )
    yield write_style("Footer", "footer", '<w:jc w:val="center"/>', write_size(18))
    yield write_style(
        "Header", "header", '<w:jc w:val="left"/>', '<w:color w:val="595959"/>' + write_size(18)
    )
    yield write_style("FootnoteText", "footnote text", '<w:spacing w:after="0"/>', write_size(size - 4))
    yield (
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def write_table_styles(bold: str) -> Iterator[str]:
    """Yield the styles of what stands in a table."""
    head = '<w:keepNext/><w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>'
    yield write_style("Head", "Table head", head, bold)
    yield write_style("Division", "Table division", head, bold)
    cell = '<w:spacing w:before="20" w:after="40" w:line="264" w:lineRule="auto"/>'
    yield write_style("Cell", "Table text", cell)


def write_field(instruction: str) -> str:
    """Write a field that a word processor fills in."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def write_section(*, landscape: bool, header: bool) -> str:
    """Write what the page is like."""
    width, height = A4[::-1] if landscape else A4
    turned = ' w:orient="landscape"' if landscape else ""
    head = '<w:headerReference w:type="default" r:id="rId4"/>' if header else ""
    return (
        f'<w:sectPr>{head}<w:footerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}"'
        ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def write_part(root: str, content: str) -> str:
    """Write a part of the package: an element of the main vocabulary with what stands in it."""
    return f'{XML_DECLARATION}<w:{root} xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{content}</w:{root}>'


def write_document(
    body: str,
    *,
    title: str,
    language: str,
    landscape: bool,
    size: int,
    header: str = "",
    comments: str = "",
    footnotes: str = "",
) -> bytes:
    """Make a Word document.

    Args:
        body: its paragraphs and tables.
        title: for the document's properties.
        language: of the texts, BCP 47.
        landscape: how the page lies; A4.
        size: of the text, in half points.
        header: text at the head of every page.
        comments: markup of the comments that the body refers to.
        footnotes: markup of its footnotes, which are numbered from 2.
    """
    page = write_field("PAGE") + write_run(" / ") + write_field("NUMPAGES")
    parts = {
        "word/document.xml": write_part(
            "document", f"<w:body>{body}{write_section(landscape=landscape, header=bool(header))}</w:body>"
        ),
        "word/footer1.xml": write_part("ftr", write_paragraph(page, "Footer")),
        "word/styles.xml": write_styles(language, size),
        "word/settings.xml": SETTINGS.format(notes=write_note_settings() if footnotes else ""),
        "docProps/core.xml": write_core_properties(title, language),
        "_rels/.rels": write_relationships(
            ("officeDocument", "word/document.xml"),
            ("metadata/core-properties", "docProps/core.xml"),
        ),
    }
    links = ["styles", "footer1", "settings"]
    if header:
        parts["word/header1.xml"] = write_part("hdr", write_paragraph(write_run(header), "Header"))
        links.append("header1")
    if comments:
        parts["word/comments.xml"] = write_part("comments", comments)
        links.append("comments")
    if footnotes:
        parts["word/footnotes.xml"] = write_part("footnotes", f"{write_separators()}{footnotes}")
        links.append("footnotes")
    parts["word/_rels/document.xml.rels"] = write_relationships(
        *((name.rstrip("1"), f"{name}.xml") for name in links)
    )
    parts["[Content_Types].xml"] = write_content_types(parts)
    return pack(parts)


def write_note_settings() -> str:
    """Name the lines that part footnotes from text."""
    lines = "".join(f'<w:footnote w:id="{number}"/>' for number in range(len(SEPARATORS)))
    return f"<w:footnotePr>{lines}</w:footnotePr>"


def write_separators() -> str:
    """Write the lines that part footnotes from text."""
    return "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        + write_paragraph(f"<w:r><w:{kind}/></w:r>")
        + "</w:footnote>"
        for number, kind in enumerate(SEPARATORS)
    )


def write_relationships(*links: tuple[str, str]) -> str:
    """Write what belongs to a part."""
    made = []
    for number, (kind, target) in enumerate(links, 1):
        space = f"{PACKAGE}/relationships" if "/" in kind else RELATIONS
        made.append(f'<Relationship Id="rId{number}" Type="{space}/{kind}" Target="{target}"/>')
    return f'{XML_DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{"".join(made)}</Relationships>'


def write_content_types(parts: Mapping[str, object]) -> str:
    """Write what each part is."""
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    own = [
        (f"/{part}", f"{OFFICE}.{kinds.get(stem, stem)}+xml")
        for part in sorted(parts)
        if part.startswith("word/") and "_rels" not in part
        for stem in [part.removeprefix("word/").removesuffix(".xml")]
    ]
    own.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    return (
        f'{XML_DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in own)
        + "</Types>"
    )


def write_core_properties(title: str, language: str) -> str:
    """Write the document's properties; it has no date, since nothing here knows one."""
    return (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>hexapla</dc:creator>"
        f"<dc:language>{escape_attribute(language)}</dc:language></cp:coreProperties>"
    )
