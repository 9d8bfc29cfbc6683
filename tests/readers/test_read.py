"""From a file to a source."""

from hashlib import sha256

import pytest

from hexapla.errors import SourceError
from hexapla.readers import READERS, read_source

LINE_ENDS = [
    ("a\r\nb", "a\nb"),
    ("a\rb", "a\nb"),
    ("a\r\r\nb\n\r", "a\n\nb\n\n"),
    ("a\u2028b\x0bc\x0cd\x85e", "a\u2028b\x0bc\x0cd\x85e"),
]


@pytest.mark.parametrize(("written", "text"), LINE_ENDS)
def test_line_ends(written: str, text: str) -> None:
    assert read_source("a.txt", written.encode()).text == text


REPLACED = [
    (b"a\0\nb\0\0", "a\ufffd\nb\ufffd\ufffd", 3, ((1, 2), (4, 6)), 1),
    ("a\n\ud800b".encode("utf-8", "surrogatepass"), "a\n\ufffdb", 1, ((2, 3),), 2),
    ("\ud83c\udf31 \udf31".encode("utf-8", "surrogatepass"), "\U0001f331 \ufffd", 1, ((2, 3),), 1),
    ("\ufeffa\udc00".encode("utf-16-le", "surrogatepass"), "a\ufffd", 1, ((1, 2),), 1),
]


@pytest.mark.parametrize(("data", "text", "count", "spans", "line"), REPLACED)
def test_what_no_text_can_hold_is_replaced_and_reported(
    data: bytes, text: str, count: int, spans: tuple[tuple[int, int], ...], line: int
) -> None:
    source = read_source("a.txt", data)
    (finding,) = source.findings
    assert source.text == text
    assert (finding.code, finding.values, finding.spans, finding.line) == (
        "characters_replaced",
        (("count", str(count)),),
        spans,
        line,
    )


@pytest.mark.parametrize("data", [b"", b" ", b"\n\r\n\t", "\u3000\u200b".encode()])
def test_nothing_is_a_source_too(data: bytes) -> None:
    source = read_source("a.txt", data)
    assert (source.text.strip(" \n\t\u3000\u200b"), source.findings) == ("", ())


def test_hash_is_of_the_bytes() -> None:
    data = b"\xef\xbb\xbfa\r\n"
    assert read_source("a.txt", data).sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize(("path", "media_type"), [("a.txt", "text/plain"), ("x/A.MD", "text/markdown")])
def test_suffix_tells_the_format(path: str, media_type: str) -> None:
    source = read_source(path, b"# a")
    assert (source.path, source.media_type, source.text) == (path, media_type, "# a")


@pytest.mark.parametrize("path", ["a.xyz", "txt", ".txt", "a.txt/b", ""])
def test_unknown_format_is_refused(path: str) -> None:
    with pytest.raises(SourceError, match=r"no reader .*\.txt, \.md"):
        read_source(path, b"a")


def test_suffixes_are_lower_case() -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in READERS)
