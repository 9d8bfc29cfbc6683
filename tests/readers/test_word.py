"""Word documents as their pages show them."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from hexapla.readers import read_source
from readers.word import Level, document, numbered


def lines(data: bytes) -> list[str]:
    return [line for line in read_source("a.docx", data).text.split("\n") if line]


def para(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


STATUTE: list[Level] = [
    ("chineseCountingThousand", "第%1章", ""),
    ("chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'),
    ("chineseCountingThousand", "（%3）", ""),
]
OUTLINE: list[Level] = [
    ("decimal", "%1.", ""),
    ("decimal", "%1.%2", ""),
    ("lowerLetter", "(%3)", ""),
    ("lowerRoman", "(%4)", ""),
]
TO_NINE = [f"{n}、" for n in "一二三四五六七八九"]
SCHEMES = [
    (STATUTE, [0, 1, 1, 2, 2, 0, 1], ["第一章", "第一条", "第二条", "（一）", "（二）", "第二章", "第三条"]),
    (OUTLINE, [0, 1, 2, 2, 3, 1, 0, 1], ["1.", "1.1", "(a)", "(b)", "(i)", "1.2", "2.", "2.1"]),
    ([("upperRoman", "%1", ""), ("decimal", "%1.%2", "<w:isLgl/>")], [0, 0, 1, 1], ["I", "II", "2.1", "2.2"]),
    ([("upperRoman", "%1", ""), ("decimalZero", "%1.%2", "<w:isLgl/>")], [0, 1], ["I", "1.01"]),
    ([("decimalEnclosedCircle", "%1", '<w:suff w:val="nothing"/>')], [0, 0, 0], ["①", "②", "③"]),
    (
        [("ideographDigital", "%1、", "")],
        [0] * 11,
        [*TO_NINE, "一〇、", "一一、"],
    ),
    ([("japaneseCounting", "第%1条", "")], [0] * 2, ["第一条", "第二条"]),
    (
        [("chineseCounting", "%1、", "")],
        [0] * 11,
        [*TO_NINE, "十、", "十一、"],
    ),
    ([("bullet", "\uf0b7", "")], [0, 0], ["•", "•"]),
]


@pytest.mark.parametrize(("levels", "order", "printed"), SCHEMES)
def test_numbers_are_those_that_word_prints(
    levels: list[Level], order: list[int], printed: list[str]
) -> None:
    found = lines(numbered(levels, [(level, "x") for level in order]))
    assert [line.removesuffix("x").strip() for line in found] == printed


def test_a_list_counts_on_in_its_family_and_begins_anew_where_it_says_so() -> None:
    others = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    found = lines(numbered(OUTLINE, [(0, "a"), (10, "b"), (20, "c"), (20, "d")], lists=others))
    assert found == ["1. a", "2. b", "5. c", "6. d"]


def test_an_unknown_format_is_decimal_and_reported() -> None:
    source = read_source("a.docx", numbered([("runic", "%1.", "")], [(0, "x")]))
    assert (source.text, [each.code for each in source.findings]) == ("1. x\n", ["list_format_unknown"])


WHO = 'w:id="1" w:author="a"'
RUN = "<w:r><w:t>{}</w:t></w:r>"
DELETED = f"<w:del {WHO}><w:r><w:delText>old</w:delText></w:r></w:del>"
MOVED = (
    f"<w:moveFrom {WHO}>{RUN.format('here')}</w:moveFrom>",
    f"<w:moveTo {WHO}>{RUN.format('there')}</w:moveTo>",
)
MARKS = [
    ("insertion", f"<w:p><w:ins {WHO}>{RUN.format('new')}</w:ins></w:p>", "new"),
    ("deletion", f"<w:p>{RUN.format('kept')}{DELETED}</w:p>", "kept"),
    ("move", f"<w:p>{''.join(MOVED)}</w:p>", "there"),
]


@pytest.mark.parametrize(("xml", "text"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_tracked_changes_are_accepted_and_reported(xml: str, text: str) -> None:
    source = read_source("a.docx", document(xml))
    assert (source.text, [each.code for each in source.findings]) == (text + "\n", ["tracked_changes"])


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert lines(document(para("one ", deleted), para("two"))) == ["onetwo"]


def test_hidden_text_is_left_out_and_reported() -> None:
    xml = "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    source = read_source("a.docx", document(xml))
    assert (source.text, [each.values for each in source.findings]) == ("seen\n", [(("count", "6"),)])


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
)
HYPHENS = "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
FORMULA = (
    "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    "<m:r><m:t>=</m:t></m:r><m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
)
INLINE = [
    ("tab and break", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", ["a\tb", "c"]),
    ("hyphens", HYPHENS, ["a\u2011bc"]),
    ("a field's result", "".join(FIELD), ["7"]),
    ("a content control", "<w:sdt><w:sdtContent><w:r><w:t>in</w:t></w:r></w:sdtContent></w:sdt>", ["in"]),
    ("raised digits", f"<w:r><w:t>10</w:t></w:r><w:r>{RAISED}<w:t>5</w:t></w:r>", ["10⁵"]),
    ("raised letters", f"<w:r><w:t>1</w:t></w:r><w:r>{RAISED}<w:t>er</w:t></w:r>", ["1er"]),
    ("a formula", f"<m:oMath {MATHS}>{FORMULA}</m:oMath>", ["x²=(a+1)/2"]),
    ("a smart tag", '<w:smartTag w:element="x"><w:r><w:t>tag</w:t></w:r></w:smartTag>', ["tag"]),
]


@pytest.mark.parametrize(("xml", "expected"), [row[1:] for row in INLINE], ids=[row[0] for row in INLINE])
def test_what_stands_in_a_paragraph(xml: str, expected: list[str]) -> None:
    assert lines(document(f"<w:p>{xml}</w:p>")) == expected


def cell(*blocks: str) -> str:
    return f"<w:tc>{''.join(blocks)}</w:tc>"


def table(*rows: list[str]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows) + "</w:tbl>"


def test_rows_of_tables_are_lines_and_nested_tables_stand_by_themselves() -> None:
    inner = table([cell(para("n1")), cell(para("n2"))], [cell(para("m1")), cell(para("m2"))])
    outer = table([cell(para("a")), cell(para("b"))], [cell(para("c")), cell(inner, para(""))])
    assert lines(document(outer)) == ["a\tb", "c", "n1\tn2", "m1\tm2"]


def test_a_place_is_a_paragraph() -> None:
    source = read_source("a.docx", document(para("one"), para(""), para("three")))
    place = source.place(source.text.index("three"))
    assert place is not None
    assert place.paragraph == 3


STYLE = (
    '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}'
    "<w:pPr><w:numPr>{2}</w:numPr></w:pPr></w:style>"
)


def test_a_style_takes_its_list_from_the_one_it_is_based_on_and_its_level_from_itself() -> None:
    made = Document(BytesIO(numbered(OUTLINE, [])))
    for xml in (
        STYLE.format("Above", "", '<w:numId w:val="1"/>'),
        STYLE.format("Below", '<w:basedOn w:val="Above"/>', '<w:ilvl w:val="1"/>'),
    ):
        made.styles.element.append(parse_xml(xml.replace("<w:style ", f"<w:style {nsdecls('w')} ", 1)))
    for name in ("Above", "Below", "Below", "Above"):
        made.add_paragraph("x", style=name)
    out = BytesIO()
    made.save(out)
    assert lines(out.getvalue()) == ["1. x", "1.1 x", "1.2 x", "2. x"]


PICTURE = (
    '<w:p><w:r><w:t>Below:</w:t></w:r><w:r><w:drawing xmlns:p="urn:p"><p:inline><p:docPr descr="{}"/>{}'
    "</p:inline></w:drawing></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("descr", "inside", "told"),
    [
        ("", "", ["1 pictures and objects"]),
        ("A map of the harbour", "", ["1 alternative texts of pictures", "1 pictures and objects"]),
        ("", "<p:relIds/>", ["1 diagrams (SmartArt)"]),
    ],
)
def test_what_pictures_say_is_told_by_count(descr: str, inside: str, told: list[str]) -> None:
    found = read_source("x.docx", document(PICTURE.format(descr, inside))).findings
    assert [one.message.rpartition(": ")[2].rstrip(".") for one in found] == told


def toc(text: str, style: str) -> str:
    return para(text, f'<w:pStyle w:val="{style}"/>' if style else "")


GALLERY = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{}"/></w:docPartObj></w:sdtPr>'


@pytest.mark.parametrize(
    ("contents", "aside"),
    [
        (toc("1. Lamps 3", "TOC1") + toc("1.1 Wicks 4", "TOC2"), ["1. Lamps 3", "1.1 Wicks 4"]),
        (
            f"<w:sdt>{GALLERY.format('Table of Contents')}<w:sdtContent>"
            + toc("1. Lamps", "")
            + toc("2. Oil", "")
            + "</w:sdtContent></w:sdt>",
            ["1. Lamps", "2. Oil"],
        ),
        (f"<w:sdt>{GALLERY.format('Cover Pages')}<w:sdtContent>{para('Lamps')}</w:sdtContent></w:sdt>", []),
        (toc("1. Lamps", "Tocsin"), []),
    ],
    ids=["two entries in their styles", "a gallery of Word", "another gallery", "another style"],
)
def test_a_table_of_contents_is_what_the_file_calls_one(contents: str, aside: list[str]) -> None:
    wrapped = f"<w:customXml>{contents}</w:customXml>"
    source = read_source("a.docx", document(wrapped, para("Lamps are lit at dusk.")))
    found = [source.text[each.start : each.end] for each in source.markup if each.value == "contents"]
    assert [line for one in found for line in one.split("\n") if line] == aside
