"""Akoma Ntoso and TEI as they are printed."""

import pytest

from hexapla.errors import ForeignError
from hexapla.model import MarkupKind, Source
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

META_NOTE = '<meta><notes><note eId="f1"><p>By Act 2.</p></note></notes></meta>'
AKN = [
    (
        "numbers",
        "<article><num>Art. 1</num><paragraph><num>1.</num><p>x</p></paragraph></article>",
        "Art. 1\n1. x\n",
    ),
    ("a note", '<p>a <authorialNote marker="*"><p>n</p></authorialNote>b</p>', "a¹ b\n\n¹ n\n"),
    (
        "a note of the metadata",
        f'{META_NOTE}<p>a<noteRef href="#f1" marker="F1"/></p>',
        "a¹\n\n¹ By Act 2.\n",
    ),
    (
        "a quotation",
        "<p>Read:</p><quotedStructure><num>3</num><p>x</p></quotedStructure>.",
        "Read:\n\n“3 x”.\n",
    ),
    (
        "signs of a quotation",
        '<quotedStructure startQuote="«" endQuote="»"><p>x</p></quotedStructure>',
        "«x»\n",
    ),
    ("powers", "<p>10<sup>5</sup> m<sup>2</sup>, 1<sup>er</sup>, H<sub>2</sub>O</p>", "10⁵ m², 1er, H2O\n"),
    ("a list", "<ol><li>x</li><li>y</li></ol>", "1. x\n2. y\n"),
    (
        "what wraps up a list",
        "<list><intro><p>of:</p></intro><point><num>(a)</num><p>x</p></point><wrapUp><p>end</p></wrapUp></list>",
        "of:\n(a) x\n\nend\n",
    ),
]
TEI = [
    ("a numbered list", '<list type="ordered"><item>x</item><item>y</item></list>', "1. x\n2. y\n"),
    ("letters", '<list rend="numbered lower-alpha"><item>x</item></list>', "a. x\n"),
    ("numbers of its own", '<list rend="ordered"><item n="5">x</item><item>y</item></list>', "5. x\n6. y\n"),
    ("marks of its own", '<list rend="ordered"><item n="(a)">x</item></list>', "(a) x\n"),
    ("labels", '<list type="ordered"><label>i.</label><item>x</item></list>', "i. x\n"),
    ("printed numbers", '<list type="ordered"><item><num>1)</num> x</item></list>', "1) x\n"),
    ("bullets", '<list rend="bulleted"><item>x</item></list>', "x\n"),
    ("powers", '<p>10<hi rend="superscript">5</hi></p>', "10⁵\n"),
    ("a note", '<p>a <note n="1"><p>n</p></note></p>', "a¹\n\n¹ n\n"),
]


@pytest.mark.parametrize(("xml", "text"), [row[1:] for row in AKN], ids=[row[0] for row in AKN])
def test_akoma_ntoso(xml: str, text: str) -> None:
    assert read_source("a.xml", f"<akomaNtoso><act>{xml}</act></akomaNtoso>".encode()).text == text


@pytest.mark.parametrize(("xml", "text"), [row[1:] for row in TEI], ids=[row[0] for row in TEI])
def test_tei(xml: str, text: str) -> None:
    assert read_source("a.xml", f"<TEI><text><body>{xml}</body></text></TEI>".encode()).text == text


def section(number: str, content: str) -> str:
    return f"<section><num>{number}</num><heading>Head</heading><content>{content}</content></section>"


def test_quoted_sections_are_none_of_the_text() -> None:
    quoted = f"<quotedStructure>{section('3', '<p>Paths are swept.</p>')}</quotedStructure>"
    xml = section("1", "<p>It is open.</p>") + section("2", f"<p>In the Act substitute—</p>{quoted}")
    source = read_source("a.xml", f"<akomaNtoso><act><body>{xml}</body></act></akomaNtoso>".encode())
    (version,) = segment([source], Plan(id="a")).versions
    assert [clause.number for clause in version.clauses if clause.number] == ["1", "2"]


def written(source: Source) -> str:
    """The lines of a text, those that are about a clause with a stroke before them."""
    notes = {one.start for one in source.markup if one.kind is MarkupKind.NOTE}
    at, out = 0, []
    for line in source.text.splitlines(keepends=True):
        out.append("| " * (at in notes) + line)
        at += len(line)
    return "".join(out)


USLM = [
    (
        "numbers and headings",
        "<section><num>§ 1.</num><heading>Lamps</heading><content><p>They burn.</p></content></section>",
        "§ 1. Lamps\nThey burn.\n",
    ),
    (
        "items, what leads on to them and what goes on behind them",
        (
            "<subsection><num>(a)</num><chapeau>One may—</chapeau><paragraph><num>(1)</num><p>go;</p>"
            "</paragraph><continuation>at night.</continuation></subsection>"
        ),
        "(a) One may—\n(1) go;\nat night.\n",
    ),
    (
        "credits and editorial notes",
        (
            "<section><num>§ 1.</num><content>Lamps burn.</content><sourceCredit>(Act 2.)</sourceCredit>"
            "<notes><note><heading>History</heading><p>Of old.</p></note></notes></section>"
        ),
        "§ 1. Lamps burn.\n\n| (Act 2.)\n\n| History\n| Of old.\n",
    ),
    ("contents", "<toc><tocItem>1. Lamps</tocItem></toc><p>x</p>", "x\n"),
    ("notes at the foot", "<p>a<footnote>So in law.</footnote> b</p>", "a¹ b\n\n¹ So in law.\n"),
    ("a quotation", "<p>Insert:</p><quotedContent><p>x</p></quotedContent>.", "Insert:\n\n“x”.\n"),
]


@pytest.mark.parametrize(("xml", "text"), [row[1:] for row in USLM], ids=[row[0] for row in USLM])
def test_uslm(xml: str, text: str) -> None:
    whole = f'<bill xmlns="http://schemas.gpo.gov/xml/uslm"><meta><x/></meta><main>{xml}</main></bill>'
    assert written(read_source("a.xml", whole.encode())) == text


CLML = [
    (
        "a section with its heading",
        (
            "<P1group><Title>Lamps</Title><P1><Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para>"
            "<Text>They burn.</Text></P2para></P2></P1para></P1></P1group>"
        ),
        "1 Lamps\n(1) They burn.\n",
    ),
    (
        "signs around numbers",
        (
            "<P3><Pnumber>a</Pnumber><P3para><Text>x</Text></P3para></P3>"
            '<P1><Pnumber PuncAfter=".">2</Pnumber>'
            "<P1para><Text>y</Text></P1para></P1>"
        ),
        "(a) x\n2. y\n",
    ),
    ("a part", "<Part><Number>Part 1</Number><Title>Piers</Title></Part>", "Part 1 Piers\n"),
    (
        "commentaries",
        (
            '<P><Text>a<CommentaryRef Ref="c"/> b</Text></P><Commentaries><Commentary><Para>'
            "<Text>x</Text></Para></Commentary></Commentaries>"
        ),
        "a b\n",
    ),
    (
        "footnotes",
        '<P><Text>a<FootnoteRef Ref="f"/></Text></P><Footnotes><Footnote id="f">Old.</Footnote></Footnotes>',
        "a¹\n\n¹ Old.\n",
    ),
    (
        "a list",
        '<OrderedList Type="alpha"><ListItem><Para><Text>x</Text></Para></ListItem></OrderedList>',
        "(a) x\n",
    ),
    ("contents", "<Contents><ContentsItem>1 Lamps</ContentsItem></Contents><P><Text>x</Text></P>", "x\n"),
]


@pytest.mark.parametrize(("xml", "text"), [row[1:] for row in CLML], ids=[row[0] for row in CLML])
def test_legislation_gov_uk(xml: str, text: str) -> None:
    space = "http://www.legislation.gov.uk/namespaces/legislation"
    whole = f'<Legislation xmlns="{space}"><Primary><Body>{xml}</Body></Primary></Legislation>'
    assert written(read_source("a.xml", whole.encode())) == text


def test_a_bill_in_another_vocabulary_is_foreign() -> None:
    with pytest.raises(ForeignError, match="not known"):
        read_source("a.xml", b"<bill><sum>5</sum></bill>")
