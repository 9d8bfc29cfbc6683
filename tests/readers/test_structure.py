"""What a file's own structure says is what the text is cut by: paragraphs, lists, provisions, witnesses."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from hexapla.alignment import align
from hexapla.collection import load_files
from hexapla.errors import SourceError
from hexapla.exporters.akn_act import write_act
from hexapla.exporters.tei_apparatus import write_apparatus
from hexapla.model import Document, Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

from .word import document, numbered

SPECIMENS = Path(__file__).parents[2] / "source_texts"


def cut(name: str, data: bytes | str) -> Document:
    return segment([read_source(name, data.encode() if isinstance(data, str) else data)], Plan(id="x"))


def only(made: Document) -> Version:
    (version,) = made.versions
    return version


def numbers(version: Version) -> list[str]:
    return [clause.number for clause in version.clauses if clause.number]


def texts(version: Version) -> list[str]:
    return [clause.text for clause in version.clauses if clause.text]


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


# ---------------------------------------------------------------- paragraphs

LINES = ["What the hut has", "One stove with a pipe", "Two lamps without oil", "Six blankets of wool"]


def open_document(lines: Sequence[str]) -> bytes:
    out = BytesIO()
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    with ZipFile(out, "w") as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", document(*map(paragraph, LINES))),
        ("a.odt", open_document(LINES)),
        ("a.html", "<body>" + "".join(f"<div>{line}</div>" for line in LINES)),
        ("a.xml", f"<TEI><text><body>{''.join(f'<p>{line}</p>' for line in LINES)}</body></text></TEI>"),
    ],
    ids=["Word", "OpenDocument", "HTML", "TEI"],
)
def test_a_paragraph_of_the_file_is_one_whatever_it_ends_with(name: str, data: bytes | str) -> None:
    assert texts(only(cut(name, data)))[-3:] == LINES[1:]


def test_lines_of_plain_text_are_joined_as_before() -> None:
    assert len(texts(only(cut("a.txt", "\n".join(LINES))))) < len(LINES) - 1


# ---------------------------------------------------------------- stanzas

STANZA = (
    "The mill stands still in winter frost\nAnd every wheel is white{}\n"
    "Below the weir the stream is lost\nAnd owls cry out at night."
)
MORE = "\n\nIn spring the miller opens wide\nThe gate to let it run."


@pytest.mark.parametrize("sign", [";", ",", ":", "."])
def test_a_stanza_is_one_whatever_its_lines_end_with(sign: str) -> None:
    assert len(texts(only(cut("a.txt", "Mill song\n\n" + STANZA.format(sign) + MORE)))) == 2


def test_the_first_verse_of_a_stanza_is_no_title() -> None:
    assert "winter frost" in texts(only(cut("a.txt", STANZA.format(",") + MORE)))[0]


# ---------------------------------------------------------------- lists


@pytest.mark.parametrize("after", ["<p>Sign below.</p>", "<div>Sign below</div>", "Sign below."])
def test_what_follows_a_list_is_no_text_of_its_last_item(after: str) -> None:
    made = only(cut("a.html", f"<body><p>Bring:</p><ol><li>A rope<li>A lamp</ol>{after}"))
    last = next(clause for clause in made.clauses if clause.number == "2.")
    assert (last.heading, last.text) == (None, "A lamp")
    assert made.clauses[-1].depth == 0


def test_an_item_keeps_its_own_paragraphs() -> None:
    made = only(cut("a.html", "<body><ol><li><p>The rope.</p><p>It is new.</p><li>The lamp.</ol><p>Done."))
    assert [clause.depth for clause in made.clauses] == [0, 1, 0, 0]


LEVELS = [("decimal", "%1.", ""), ("decimal", "%1.%2", ""), ("lowerLetter", "(%3)", "")]
LISTED = [
    ([1, 1, 0, 1], ["1.1", "1.2", "2.", "2.1"]),
    ([2, 0, 1], ["(a)", "1.", "1.1"]),
    ([0, 1, 0], ["1.", "1.1", "2."]),
]


@pytest.mark.parametrize(("levels", "wanted"), LISTED)
def test_a_level_that_a_number_shows_has_begun(levels: Sequence[int], wanted: list[str]) -> None:
    text = read_source("a.docx", numbered(LEVELS, [(level, "x.") for level in levels])).text
    assert [line.split()[0] for line in text.split("\n") if line] == wanted


def test_a_heading_that_runs_into_its_text_keeps_its_number() -> None:
    hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    lists = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    blocks = [paragraph("Stove.", number + hidden), paragraph(" It is lit."), paragraph("Lamp.", number)]
    assert read_source("a.docx", document(*blocks, numbering=lists)).text.split("\n")[:2] == [
        "1. Stove. It is lit.",
        "2. Lamp.",
    ]


# ---------------------------------------------------------------- contents of a web page

HEADS = (
    "<h2 id=a>1. Stove</h2><p>It burns.</p><h2 id=b>2. Lamp</h2><p>It shines.</p>"
    "<h2 id=c>3. Rope</h2><p>It holds.</p>"
)
LINKS = "<li><a href=#a>1 Stove</a><li><a href=#b>2 Lamp</a><li><a href=#c>3 Rope</a>"


@pytest.mark.parametrize(
    "contents",
    [
        f"<nav><h2>Contents</h2><ol>{LINKS}</ol></nav>",
        f"<ul>{LINKS}</ul>",
        f"<div role=doc-toc><ol>{LINKS}</ol></div>",
    ],
)
def test_the_contents_of_a_page_are_set_aside(contents: str) -> None:
    made = only(cut("a.html", f"<body><h1>Hut</h1>{contents}{HEADS}"))
    assert numbers(made) == ["1.", "2.", "3."]
    assert "contents" in {one.kind for one in made.set_aside}


def test_a_list_of_links_that_show_other_words_is_text() -> None:
    own = LINKS.replace("Stove", "See there").replace("Lamp", "And here").replace("Rope", "At last")
    assert "And here" in read_source("a.html", f"<body><ul>{own}</ul>{HEADS}".encode()).text
    made = only(cut("a.html", f"<body><p>Look:</p><ul>{own}</ul>{HEADS}"))
    assert not [one for one in made.set_aside if one.kind == "contents"]


# ---------------------------------------------------------------- provisions


def provision(element: str, number: str, *inside: str, heading: str = "") -> str:
    head = f"<heading>{heading}</heading>" if heading else ""
    body = "".join(each if each.startswith("<") else f"<content><p>{each}</p></content>" for each in inside)
    return f"<{element}><num>{number}</num>{head}{body}</{element}>"


def act(*provisions: str) -> str:
    return f"<akomaNtoso><act><body>{''.join(provisions)}</body></act></akomaNtoso>"


BARE = act(
    provision(
        "part",
        "I",
        provision(
            "section", "1", provision("subsection", "1", "A hut has a stove."), heading="Section 2 and stoves"
        ),
        provision(
            "section",
            "2",
            provision(
                "subsection",
                "1",
                provision("paragraph", "h", "a rope,"),
                provision("paragraph", "i", "a lamp."),
            ),
        ),
        heading="Huts",
    ),
    provision("section", "3", "Section 1 holds from May."),
)


def test_elements_say_the_tree_whatever_the_numbers_look_like() -> None:
    made = only(cut("a.xml", BARE))
    found = [(clause.depth, clause.number) for clause in made.clauses if clause.number]
    assert found == [(0, "I"), (1, "1"), (2, "1"), (1, "2"), (2, "1"), (3, "h"), (3, "i"), (0, "3")]
    headed = {clause.number: clause.heading for clause in made.clauses if clause.heading}
    assert headed == {"I": "Huts", "1": "Section 2 and stoves"}
    assert not [one for one in made.findings if one.code == "number_repeated"]


def test_a_list_in_the_running_text_of_a_provision_is_found() -> None:
    text = "<content><p>Bring:</p><p>(a) a rope;</p><p>(b) a lamp.</p></content>"
    made = only(
        cut("a.xml", act(provision("article", "Article 1", text), provision("article", "Article 2", "End.")))
    )
    assert numbers(made) == ["Article 1", "(a)", "(b)", "Article 2"]


def test_a_number_in_a_quotation_is_no_provision() -> None:
    inner = provision("section", "9", "New.")
    quoted = f"<content><p>Read:</p><quotedStructure>{inner}</quotedStructure></content>"
    assert numbers(only(cut("a.xml", act(provision("section", "1", quoted))))) == ["1"]


# ---------------------------------------------------------------- witnesses

SONG = """<TEI><teiHeader><fileDesc><titleStmt><title>Mill song</title></titleStmt><sourceDesc><listWit>
<witness xml:id="L">Lent copy</witness><witness xml:id="M">Miller's copy</witness></listWit></sourceDesc>
</fileDesc></teiHeader><text><body><lg>
<l>the wheel <app><lem wit="#L">stands</lem><rdg wit="#M">turns</rdg></app> by day</l>
<l>and rests by night.</l></lg></body></text></TEI>"""


def test_witnesses_and_their_names_are_those_of_the_markup() -> None:
    made = cut("song.xml", SONG)
    assert (made.title, [version.label for version in made.versions]) == (
        "Mill song",
        ["Lent copy", "Miller's copy"],
    )
    assert [texts(version) for version in made.versions] == [
        ["the wheel stands by day\nand rests by night."],
        ["the wheel turns by day\nand rests by night."],
    ]


def specimen(name: str) -> Document:
    loaded = load_files([SPECIMENS / name])
    return segment(loaded.sources, loaded.plan)


def words(version: Version) -> str:
    return "".join("".join(filter(None, (c.number, c.heading, c.text))) for c in version.clauses)


def squeezed(text: str) -> str:
    return "".join(text.split())


NAMES = [path.name for path in sorted(SPECIMENS.iterdir()) if path.is_dir()]


@pytest.mark.parametrize("name", NAMES)
def test_an_apparatus_comes_back_as_it_was(name: str) -> None:
    loaded = load_files([SPECIMENS / name])
    made = segment(loaded.sources, loaded.plan)
    back = cut("o.xml", write_apparatus(align(made, loaded.decisions)))
    if len(made.versions) > 1:  # an apparatus of one version names no witness
        assert [(one.label, one.title) for one in back.versions] == [
            (one.label, one.title) for one in made.versions
        ]
    assert [numbers(one) for one in back.versions] == [numbers(one) for one in made.versions]
    for one, other in zip(back.versions, made.versions, strict=True):
        assert squeezed(words(one)) == squeezed(words(other))


@pytest.mark.parametrize("name", NAMES)
def test_an_act_comes_back_as_it_was(name: str) -> None:
    made = specimen(name)
    for version in made.versions:
        back = only(cut("o.xml", write_act(made, version)))
        assert numbers(back) == numbers(version)
        assert squeezed(words(back)) == squeezed(words(version))


# ---------------------------------------------------------------- names that occur twice


@pytest.mark.parametrize("name", ["p", "1"])
def test_a_name_that_two_elements_bear_is_no_fault_of_form(name: str) -> None:
    body = f'<p xml:id="{name}">The wheel.</p><p xml:id="{name}">The stones.</p>'
    assert (
        read_source("a.xml", f"<TEI><text><body>{body}</body></text></TEI>".encode()).text
        == "The wheel.\nThe stones.\n"
    )


def test_other_faults_beside_it_are() -> None:
    with pytest.raises(SourceError, match="no well-formed XML"):
        read_source("a.xml", b'<TEI><p xml:id="p"/><p xml:id="p"/><p></TEI>')


# ---------------------------------------------------------------- raised numbers

RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
PLAIN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def raised_in_word(*paragraphs: Sequence[tuple[str, bool]]) -> bytes:
    return document(
        *(
            f"<w:p>{''.join((RAISED if up else PLAIN).format(text) for text, up in each)}</w:p>"
            for each in paragraphs
        )
    )


def raised_in_html(*paragraphs: Sequence[tuple[str, bool]]) -> bytes:
    shown = "".join(
        f"<p>{''.join(f'<sup>{text}</sup>' if up else text for text, up in each)}</p>" for each in paragraphs
    )
    return f"<body>{shown}".encode()


@pytest.mark.parametrize("mark", ["2", "2)", "[2]", " 2"])
@pytest.mark.parametrize("form", ["docx", "html"])
def test_a_raised_number_is_a_note_and_no_part_of_a_number_or_word(form: str, mark: str) -> None:
    write = raised_in_word if form == "docx" else raised_in_html
    data = write(
        [("Art. 5", False), (mark, True), (" Stoves", False)],
        [("Stoves are swept", False), (mark, True), (".", False)],
        [("Art. 6 Lamps", False)],
        [("Lamps are filled.", False)],
        [(mark, True), (" Since last May.", False)],
    )
    made = only(cut(f"a.{form}", data))
    assert [(one.number, one.heading, one.text) for one in made.clauses] == [
        ("Art. 5", "Stoves", "Stoves are swept."),
        ("Art. 6", "Lamps", "Lamps are filled."),
    ]
    assert {"footnote", "footnote_mark"} <= {one.kind for one in made.set_aside}


def test_several_marks_in_one_place_go_together() -> None:
    data = raised_in_html(
        [("1. Lamps", False), ("1, 2", True), (" are filled.", False)],
        [("1", True), (" By oil.", False)],
        [("2", True), (" By hand.", False)],
    )
    assert [one.text for one in only(cut("a.html", data)).clauses] == ["Lamps are filled."]


def test_raised_letters_and_powers_stay() -> None:
    assert (
        read_source("a.html", b"<body>1<sup>er</sup> N<sup>o</sup> 3 m<sup>2</sup>").text
        == "1er No 3 m\u00b2\n"
    )
