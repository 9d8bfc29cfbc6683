"""Files that ask for more than a file may, and what they are told."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from hexapla.errors import SourceError, UsageError
from hexapla.readers import limits, read_source


def zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def many() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for n in range(limits.MOST_ENTRIES + 1):
            archive.writestr(str(n), b"")
    return out.getvalue()


LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><TEI>&j;</TEI>"
)
MANY_ATTRIBUTES = b"<p " + b" ".join(b"a%d='>'" % n for n in range(100_000)) + b">"
DEEP = b"<TEI>" + b"<p>" * 300 + b"</p>" * 300 + b"</TEI>"

HOSTILE: list[tuple[str, str, Callable[[], bytes], str]] = [
    (
        "zip bomb",
        "a.docx",
        lambda: zipped(word__document_xml=b" " * (20 << 20)),
        "times its size: the limit is 300",
    ),
    ("huge part", "a.odt", lambda: zipped(content_xml=bytes(limits.LARGEST_PART + 1)), "the limit is 32 MiB"),
    ("many files", "a.docx", many, "files in one archive: the limit is 10,000"),
    (
        "long text",
        "a.txt",
        lambda: b"a" * (limits.LONGEST_TEXT + 1),
        "characters of text: the limit is 20,000,000",
    ),
    ("many lines", "a.md", lambda: b"\n" * (limits.MOST_LINES + 1), "lines: the limit is 100,000"),
    ("no archive", "a.docx", lambda: b"PK", "no Word document that can be read"),
    ("archive without a text", "a.epub", lambda: zipped(x=b"y"), "no EPUB book that can be read"),
    ("billion laughs", "a.xml", lambda: LAUGHS, "entities of its own|no well-formed XML"),
    ("billion laughs in Word", "a.docx", lambda: zipped(word__document_xml=LAUGHS), "entities|well-formed"),
    ("deep XML", "a.xml", lambda: DEEP, "elements within elements: the limit is 200|depth"),
    ("deep page", "a.html", lambda: b"<div>" * 100_000, "elements within elements: the limit is 1,000"),
    ("page that hides its depth", "a.html", lambda: b"<div><select></div></select>" * 9000, "limit is 1,000"),
    ("many attributes", "a.html", lambda: MANY_ATTRIBUTES, "attributes of one tag: the limit is 250"),
    ("no PDF", "a.pdf", lambda: b"%PDF-1.7\n", "no PDF that can be read"),
    ("another vocabulary", "a.xml", lambda: b"<svg/>", "vocabulary of <svg> is not known"),
    ("another JSON", "a.json", lambda: b"{}", "another program's JSON"),
    ("deep JSON", "a.json", lambda: b"[" * 100_000, "no JSON"),
]


@pytest.mark.parametrize(
    ("name", "data", "said"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE]
)
def test_hostile_files_are_refused_by_name(name: str, data: Callable[[], bytes], said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        read_source(name, data())
    assert caught.value.problem.path == name


def test_a_file_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    with pytest.raises(SourceError, match="bytes: the limit is 10"):
        read_source("a.txt", b"01234567890")


def test_external_references_are_never_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "s.txt"
    secret.write_text("secret")
    document = f'<!DOCTYPE TEI SYSTEM "{secret.as_uri()}"><TEI><text><p>open</p></text></TEI>'
    assert read_source("a.xml", document.encode()).text == "open\n"
    entity = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]><TEI><text><p>&x;</p></text></TEI>'
    with pytest.raises(SourceError, match="entities"):
        read_source("a.xml", entity.encode())
    include = (
        f'<TEI xmlns:xi="http://www.w3.org/2001/XInclude"><text><p>a</p>'
        f'<xi:include href="{secret.as_uri()}"/></text></TEI>'
    )
    assert read_source("a.xml", include.encode()).text == "a\n"


def test_who_knows_a_file_may_raise_the_limit_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 3)
    data = b"Rules\n\n1. One.\n2. Two.\n"
    with pytest.raises(SourceError, match=r"4 lines: the limit is 3.*HEXAPLA_MOST_LINES"):
        read_source("a.txt", data)
    monkeypatch.setenv(limits.MOST_LINES_NAME, "4")
    assert read_source("a.txt", data).text.count("\n") == 4
    monkeypatch.setenv(limits.MOST_LINES_NAME, "2")
    with pytest.raises(SourceError, match="the limit is 2"):
        read_source("a.txt", data)


@pytest.mark.parametrize("said", ["many", "-1", "1e9", "9" * 5000, "١٢"])
def test_a_limit_that_is_no_number_is_told(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.MOST_LINES_NAME, said)
    with pytest.raises(UsageError, match="no number of lines"):
        read_source("a.txt", b"Rules\n")
