"""350 files that were spoilt by chance, always the same: each is read, or refused with a reason."""

import io
import zipfile
from random import Random

import pytest

from hexapla.errors import SourceError
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from readers.printed import printed
from readers.word import document

SEED = 20240229
EACH = 50
"""files of each kind"""
BODY = (
    "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Rules</title></head><body><h1>Rules</h1>"
    "<p id='a'>1. The gate <b>opens</b> at 9.<a href='#n1'>1</a></p><ol start='2'><li>Bikes stay out.</li>"
    "<li>Dogs too<ul><li>but cats</li></ul></li></ol><table><tr><th>Old</th><th>New</th></tr>"
    "<tr><td>§ 1 One</td><td>§ 1 Two</td></tr></table><p id='n1'>1 A note.</p></body></html>"
)
TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><listWit>'
    '<witness xml:id="w1">A</witness><witness xml:id="w2">B</witness></listWit></sourceDesc></fileDesc>'
    '</teiHeader><text><body><head>Rules</head><p n="1">1. The gate opens '
    '<app><lem wit="#w1">at nine</lem><rdg wit="#w2">at ten</rdg></app>.</p>'
    '<list rend="numbered"><item>Bikes</item><item n="7">Dogs</item></list></body></text></TEI>'
)
ODF = "urn:oasis:names:tc:opendocument:xmlns"
CONTENT = (
    f'<o:document-content xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:text:1.0"><o:body><o:text>'
    '<t:h t:outline-level="1">Rules</t:h><t:list><t:list-item><t:p>One</t:p></t:list-item></t:list>'
    "<t:p>2. Two<t:note><t:note-body><t:p>n</t:p></t:note-body></t:note></t:p></o:text></o:body>"
    "</o:document-content>"
)
PDF = printed(
    [(72, 700, 12, "1. The gate opens at 9.^1"), (72, 680, 12, "2. Bikes stay out."), (72, 60, 8, "1 n")]
)
WORD = document(
    "<w:p><w:r><w:t>1. The gate opens.</w:t></w:r></w:p>", "<w:p><w:r><w:t>2. Bikes.</w:t></w:r></w:p>"
)
MARKDOWN = (
    "---\ntitle: Rules\n---\n# Rules {#r}\n\n1. The *gate*[^1] opens.\n2. [Bikes](#r)\n\n"
    "[^1]: A note.\n\n|a|b|\n|-|-|\n|x|y|\n"
)
PIECES = (
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&#x110000;",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"<?x ",
        b"\0",
        b"\xff\xfe",
        b"\xed\xa0\x80",
    ),
    *(
        b"'",
        b'"',
        b"=",
        b"/",
        b" ",
        b"-1",
        b"99999999999999999999",
        b"1e999",
        b"NaN",
        b"<p>" * 60,
        b"</p>" * 9,
        b"(" * 90,
    ),
    *(
        "第".encode(),
        "\u202e".encode(),
        "\u2028".encode(),
        b"\r",
        b"obj",
        b"endobj",
        b"stream",
        b"<<",
        b">>",
        b"[" * 70,
        b"Tj",
    ),
)


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title>Rules</dc:title></metadata><manifest><item id="a" href="a.xhtml"'
    ' media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
)
EPUB = packed(
    {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "a.opf": PACKAGE.encode(),
        "a.xhtml": BODY.encode(),
        "b.xhtml": BODY.replace("1. The gate", "3. The fence").encode(),
    }
)
ODT = packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": CONTENT.encode()})
KINDS = {
    ".html": BODY.encode(),
    ".xml": TEI.encode(),
    ".md": MARKDOWN.encode(),
    ".pdf": PDF,
    ".docx": WORD,
    ".odt": ODT,
    ".epub": EPUB,
}
ARCHIVES = {".docx", ".odt", ".epub"}


def spoil(data: bytes, chance: Random) -> bytes:
    """Cut, double, put in and turn over, one to six times."""
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        to = min(to, at + chance.choice((1, 4, 40, 400)))
        match chance.randrange(5):
            case 0:
                data = data[:at] + data[to:]
            case 1:
                data = data[:to] + data[at:to] * chance.choice((1, 3, 30)) + data[to:]
            case 2:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 3:
                data = data[:at] + bytes(chance.randrange(256) for _ in range(to - at)) + data[to:]
            case _:
                data = data[:at] + data[at:to][::-1] + data[to:]
    return data


def spoilt(suffix: str, chance: Random) -> bytes:
    """Spoil a file; of a zip a member, which nobody would guess, or the archive itself."""
    data = KINDS[suffix]
    if suffix not in ARCHIVES or chance.random() < 0.3:
        return spoil(data, chance)
    members = unpacked(data)
    name = chance.choice([each for each in members if each.endswith(("ml", ".opf"))])
    return packed({**members, name: spoil(members[name], chance)})


@pytest.mark.parametrize("suffix", KINDS)
def test_a_spoilt_file_is_read_or_refused_with_a_reason(suffix: str) -> None:
    chance = Random(f"{SEED}{suffix}")  # noqa: S311 - the same each time, and no secret
    read, told = 0, []
    for number in range(EACH):
        data = spoilt(suffix, chance)
        try:
            source = read_source(f"{number}{suffix}", data)
        except SourceError as error:
            told.append(str(error))
            continue
        read += 1
        for version in segment((source,), Plan(id="a")).versions:
            spans = [span for clause in version.clauses for span in clause.spans]
            spans = sorted([*spans, *(span for aside in version.set_aside for span in aside.spans)])
            assert "".join(source.text[slice(*span)] for span in spans) == version.text
    assert read
    assert all(suffix in each for each in told)
