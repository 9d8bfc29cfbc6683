"""What each format's own means of structure become: lines with the numbers that people see."""

from importlib.metadata import EntryPoint
from io import BytesIO

import pypdfium2
import pytest

from hexapla.errors import ForeignError, SourceError
from hexapla.readers import limits, read_source, registry
from readers.zipped_parts import zipped


def lines(name: str, data: bytes | str) -> list[str]:
    text = read_source(name, data.encode() if isinstance(data, str) else data).text
    return [line for line in text.split("\n") if line]


# ---------------------------------------------------------------- web pages

LISTS = [
    ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
    ("<ol start=3 type=a><li>x<li>y</ol>", ["c. x", "d. y"]),
    ("<ol type=I reversed><li>x<li>y</ol>", ["II. x", "I. y"]),
    ("<ol><li>a<li value=7>b<li>c</ol>", ["1. a", "7. b", "8. c"]),
    ("<ol><li>a<ol type=i><li>b</ol><li>c</ol>", ["1. a", "i. b", "2. c"]),
    ("<ul><li>a<li>b</ul>", ["a", "b"]),
    ("<h1>T</h1><p>a<br>b<table><tr><td>c<td>d</table>", ["T", "a", "b", "c\td"]),
    ("<p>a<script>x</script><style>y</style><p hidden>z", ["a"]),
]

MARK = '<p>a<a href="#n" id="r"><sup>1</sup></a>.'
NOTES = [
    (MARK + '<ol><li id="n"><p>x<p>y<a href="#r">↩</a></ol>', ["a¹.", "¹ x y"]),
    ('<p>a<sup id="r"><a href="#n">[1]</a></sup>.<ol><li id="n"><a href="#r">^</a> x</ol>', ["a¹.", "¹ x"]),
    ('<p>a<a href="#n" name="r">[1]</a>.<p><a href="#r" name="n">[1]</a> x', ["a¹.", "¹ x"]),
    ('<p>a<a name="r"></a><a href="#n">*</a>.<p><a name="n"></a><a href="#r">*</a> x', ["a*.", "* x"]),
    ('<p>a<sup><a href="#n">12</a></sup>.<p id="n">12. x', ["a¹².", "¹² x"]),
    ('<p>a<a href="#n">12</a>.<p id="n">12. x', ["a12.", "12. x"]),
    (MARK + '<h2 id="n"><a href="#r">Head</a></h2>', ["a¹.", "Head"]),
    ('<div id="n"><p>a<a href="#n" id="r">1</a>.<p>b <a href="#r">1</a></div>', ["a1.", "b 1"]),
    (MARK + '<table><tr id="n"><td><a href="#r">1</a><td>x</table>', ["a¹.", "1\tx"]),
]


@pytest.mark.parametrize(("html", "wanted"), NOTES)
def test_notes_of_a_web_page_begin_with_their_marks(html: str, wanted: list[str]) -> None:
    assert lines("a.html", f"<!doctype html><body>{html}") == wanted


@pytest.mark.parametrize(("html", "wanted"), LISTS)
def test_what_a_web_page_shows(html: str, wanted: list[str]) -> None:
    assert lines("a.html", f"<!doctype html><body>{html}") == wanted


# ---------------------------------------------------------------- XML, JSON

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt>
</fileDesc></teiHeader><text>
<body><div><head>Chapter</head><p>one <note>n</note>two</p></div></body></text></TEI>"""
AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta/><body><chapter>
<num>Chapter 1</num><heading>Use</heading><article><num>Art. 1</num><heading>Gates</heading>
<paragraph><num>(1)</num>
<content><p>Shut them.</p></content></paragraph></article></chapter></body></act></akomaNtoso>"""
JSON = """{"schema": "hexapla/1", "documents": [{"versions": [{"label": "L", "title": "T", "clauses": [
{"number": "1.", "heading": null, "text": "a"}, {"number": "2.", "heading": "H", "text": "b"}]}]}]}"""
STRUCTURED = [
    ("a.xml", TEI, ["Chapter", "one¹ two", "¹ n"]),
    ("a.xml", AKN, ["Chapter 1 Use", "Art. 1 Gates", "(1) Shut them."]),
    ("a.json", JSON, ["T", "1. a", "2. H", "b"]),
]


@pytest.mark.parametrize(("name", "text", "wanted"), STRUCTURED, ids=["tei", "akn", "json"])
def test_what_structured_texts_say(name: str, text: str, wanted: list[str]) -> None:
    assert lines(name, text) == wanted


@pytest.mark.parametrize(("name", "text"), [("a.json", '{"name": "x"}'), ("a.xml", "<project/>")])
def test_data_of_other_programs_are_told_from_damaged_texts(name: str, text: str) -> None:
    with pytest.raises(ForeignError):
        read_source(name, text.encode())


# ---------------------------------------------------------------- packages

ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT = f"""<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"
 xmlns:table="{ODF}:table:1.0"><office:body><office:text><text:h text:outline-level="1">Head</text:h>
<text:p>a<text:s text:c="2"/>b<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>foot</text:p></text:note-body></text:note> c<text:line-break/>d</text:p><table:table>
<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell><text:p>y</text:p>
</table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"""
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="p.opf"/></rootfiles></container>"""
SPINE = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="b"/><itemref idref="a"/></spine></package>"""
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'


def test_an_opendocument_text_is_read_with_its_notes_at_the_end() -> None:
    found = lines("a.odt", zipped({"content.xml": ODT}))
    assert found == ["Head", "a  b¹ c", "d", "x\ty", "¹ foot"]


def test_a_book_is_read_in_the_order_of_its_spine_and_knows_its_parts() -> None:
    parts = {
        "META-INF/container.xml": CONTAINER,
        "p.opf": SPINE,
        "a.xhtml": XHTML.format("<p>second</p>"),
        "b.xhtml": XHTML.format("<h1>First</h1><p>text</p>"),
    }
    source = read_source("a.epub", zipped(parts))
    assert source.text == "First\n\ntext\n\nsecond\n"
    place = source.place(source.text.index("second"))
    assert place is not None
    assert (place.part, place.paragraph) == ("a.xhtml", 1)


FOOT = (
    '<w:footnotes {0}><w:footnote w:id="2"><w:p><w:r><w:t>foot</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
END = '<w:endnotes {0}><w:endnote w:id="2"><w:p><w:r><w:t>end</w:t></w:r></w:p></w:endnote></w:endnotes>'


def test_notes_of_a_word_document_stand_at_the_end_with_their_marks() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="{kind}" Type="{base}/{kind}" Target="{target}"/>'
        for kind, target in (("footnotes", "footnotes.xml"), ("endnotes", "endnotes.xml"))
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{package}">{{}}</Relationships>'
    body = (
        '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:t>b</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    main = f'<Relationship Id="r" Type="{base}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "_rels/.rels": relations.format(main),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations.format(links),
        "word/footnotes.xml": FOOT.format(space),
        "word/endnotes.xml": END.format(space),
    }
    assert lines("a.docx", zipped(parts)) == ["aⁱb¹", "¹ foot", "ⁱ end"]


# ---------------------------------------------------------------- PDF, other packages' readers


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_PAGES", 2)
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(100, 100)
    out = BytesIO()
    document.save(out)
    with pytest.raises(SourceError, match="3 pages: the limit is 2"):
        read_source("a.pdf", out.getvalue())


def test_another_package_adds_a_format_and_never_replaces_one(monkeypatch: pytest.MonkeyPatch) -> None:
    group = registry.GROUP
    own = "hexapla.readers.plain_text:read_plain_text"
    there = [
        EntryPoint("rst", own, group),
        EntryPoint("txt", own, group),
        EntryPoint("bad", "no.such:x", group),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda **_: there)
    found = registry.load_installed_readers()
    assert list(found) == [".bad", ".rst"]
    assert found[".rst"]("a.rst", b"words", None).text == "words"
    with pytest.raises(SourceError, match=r"the reader “no\.such:x” cannot be loaded"):
        found[".bad"]("a.bad", b"", None)
