"""Bytes that people have, and what they are read as."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.errors import SourceError
from hexapla.readers import is_encoding, read_source

GARDEN = "第一条 社区菜园由居民委员会管理，任何单位和个人不得占用。"
GARDEN_TRADITIONAL = "第一條 社區菜園由居民委員會管理，任何單位和個人不得佔用。"
BEE = "Section 1. The garden belongs to those who dig it."

DECODED = [
    (GARDEN, "utf-8", "utf-8"),
    (GARDEN, "gb18030", "gb18030"),
    (GARDEN, "gbk", "gb18030"),
    (GARDEN, "utf-16-le", "utf-16-le"),
    (GARDEN, "utf-16-be", "utf-16-be"),
    (GARDEN_TRADITIONAL, "utf-8", "utf-8"),
    (GARDEN_TRADITIONAL, "big5", "big5"),
    (GARDEN_TRADITIONAL, "gb18030", "gb18030"),
    (GARDEN_TRADITIONAL, "utf-16-le", "utf-16-le"),
    (BEE, "ascii", "utf-8"),
    (BEE, "utf-16-le", "utf-16-le"),
    (BEE, "utf-16-be", "utf-16-be"),
    ("이 규약은 텃밭의 이용에 관한 사항을 정한다.", "utf-16-le", "utf-16-le"),
    # fifteen characters of Big5 and less, where a guess among all code pages goes wrong
    ("第三條 主管機關應公告之。", "big5", "big5"),
    ("第 4 條 本法自公布日施行。", "big5", "big5"),
    ("申請人應檢附文件。", "big5", "big5"),
    ("第", "big5", "big5"),
    ("第", "gb18030", "gb18030"),
    ("用工", "gb18030", "gb18030"),
    ("第一条 この規約は、畑の利用について定める。", "shift_jis", "shift_jis"),
    ("会員は、年会費を納めなければならない。", "shift_jis", "shift_jis"),
    ("제1조(목적) 이 규약은 텃밭의 이용에 관한 사항을 정한다.", "euc_kr", "euc_kr"),
    ("위원회는 총회의 의결을 거쳐 정한다.", "euc_kr", "euc_kr"),
    ("Größe\nÄnderung für Bäcker, § 3", "cp1252", "cp1252"),
    ("Ärger, Ämter, Äpfel", "cp1252", "cp1252"),
    ("Le règlement s’applique à tous les élèves.", "cp1252", "cp1252"),
    # characters beyond the old sets
    ("第一条 “㐀𠮷”字按照原样保留，不得改为其他字。", "gb18030", "gb18030"),
    ("第一條 裏面的碁盤應當保留，不得改變。", "cp950", "cp950"),
]


@pytest.mark.parametrize(("text", "written", "found"), DECODED)
def test_encoding_is_found(text: str, written: str, found: str) -> None:
    source = read_source("a.txt", text.encode(written))
    assert (source.text, source.encoding) == (text, found)


def test_a_guess_among_western_code_pages_is_doubtful() -> None:
    (doubt,) = read_source("a.txt", "Änderung für Bäcker".encode("cp1252")).findings
    assert (doubt.code, doubt.severity.value) == ("encoding_doubtful", "warning")
    assert read_source("a.txt", "Änderung für Bäcker".encode("cp1252"), encoding="cp1252").findings == ()


MARKED = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
]


@pytest.mark.parametrize(("mark", "codec"), MARKED)
def test_byte_order_mark_decides_and_goes(mark: bytes, codec: str) -> None:
    source = read_source("a.txt", mark + GARDEN.encode(codec))
    assert (source.text, source.encoding) == (GARDEN, codec)


@pytest.mark.parametrize(("mark", "codec"), MARKED)
def test_byte_order_mark_alone_is_an_empty_source(mark: bytes, codec: str) -> None:
    assert (read_source("a.txt", mark).text, codec) == ("", codec)


def test_second_byte_order_mark_is_text() -> None:
    assert read_source("a.txt", codecs.BOM_UTF8 * 2 + b"a").text == "\ufeffa"


DECLARED = [
    ("Änderung: für Ämter", "cp1252", "windows-1252", "cp1252"),
    ("Änderung: für Ämter", "latin-1", "iso-8859-1", "cp1252"),
    ("第一条 この規約は", "shift_jis", "Shift_JIS", "shift_jis"),
    ("①第一条", "cp932", "shift_jis", "cp932"),
    ("제1조", "euc_kr", "EUC-KR", "euc_kr"),
    (GARDEN, "gb18030", "GB2312", "gb18030"),
    (GARDEN_TRADITIONAL, "big5", "big5", "big5"),
    (BEE, "utf-16-be", "utf-16", "utf-16-be"),
    (GARDEN, "utf-16-le", "utf-16", "utf-16-le"),
    (BEE, "utf-16", "utf-16", "utf-16-le"),
    (GARDEN, "utf-8-sig", "utf-8", "utf-8"),
    (GARDEN, "utf-8-sig", "utf-8-sig", "utf-8-sig"),
]


@pytest.mark.parametrize(("text", "written", "declared", "found"), DECLARED)
def test_declared_encoding_holds(text: str, written: str, declared: str, found: str) -> None:
    source = read_source("a.txt", text.encode(written), encoding=declared)
    assert (source.text, source.encoding) == (text, found)


def test_declared_encoding_overrules_a_likelier_one() -> None:
    assert read_source("a.txt", "für".encode(), encoding="cp1252").text == "fÃ¼r"


REFUSED = [
    ("one bad byte in UTF-8", "第一条\n".encode() * 3 + b"\xff" + GARDEN.encode(), 4),
    ("UTF-8 cut off inside a character", (GARDEN * 3).encode()[:-1], 1),
    ("one umlaut", "Ä".encode("cp1252"), 1),
    ("EUC-JP", "第一条 この規約は、畑の利用について定めることを目的とする。".encode("euc_jp"), 1),
    ("Windows-1251", "Статья 1. Огород принадлежит тем, кто его копает.".encode("cp1251"), 1),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8f", 1),
    ("a JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\1\0H\0H\0\0", 1),
    ("an archive", b"PK\3\4\x14\0\0\0\x08\0\xe1\x9b\x58\x57\xf3\xc2\x8d\x9a\0\0\0\0", 1),
    ("all high bytes", bytes(range(0x80, 0x100)), 1),
    ("bytes that no encoding has", b"\xff\xff\xff", 1),
    ("unassigned code points", "\u0378\u0379\u0380\u0381".encode("utf-16-le"), 1),
    ("UTF-16 with half a character", codecs.BOM_UTF16_LE + "条".encode("utf-16-le") + b"\0", 1),
]


@pytest.mark.parametrize(("data", "line"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_no_text_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        read_source("in/a.txt", data)
    assert (caught.value.problem.path, caught.value.problem.line) == ("in/a.txt", line)
    assert "encoding:" in caught.value.problem.message


DAMAGED = [
    ("gb18030", (GARDEN + "\n").encode("gb18030") * 3 + "菜园".encode("gb18030")[:-1], 4),
    ("gb18030", b"Title\n" + GARDEN.encode("gb18030") + b"\n\xff" + GARDEN.encode("gb18030"), 3),
    ("big5hkscs", (GARDEN_TRADITIONAL + "\n").encode("big5") * 2 + b"\xff", 3),
    ("utf-16-le", (GARDEN + "\n").encode("utf-16-le") * 2 + b"\x00", 3),
]


@pytest.mark.parametrize(("codec", "data", "line"), DAMAGED)
def test_damage_is_told_where_it_is(codec: str, data: bytes, line: int) -> None:
    with pytest.raises(SourceError, match=rf"^a\.txt:{line}: the file reads as {codec} up to") as caught:
        read_source("a.txt", data)
    assert "encoding:" in str(caught.value)


def test_control_characters_are_no_text() -> None:
    with pytest.raises(SourceError, match="control characters"):
        read_source("a.txt", b"\1\2\3\4" * 5)


def test_garbage_behind_a_mark_is_no_text() -> None:
    with pytest.raises(SourceError, match="no text"):
        read_source("a.txt", codecs.BOM_UTF16_LE + "\ue000\u0378\x01\ufdd0".encode("utf-16-le") * 4)


def test_undecodable_as_declared() -> None:
    with pytest.raises(SourceError, match=r"^a\.txt:2: .*no ascii"):
        read_source("a.txt", b"one\r\ntw\xf6", encoding="ascii")


@pytest.mark.parametrize("name", ["rot13", "unicode_escape", "idna", "no-such", "", "a\0b", "../x"])
def test_what_is_no_encoding(name: str) -> None:
    assert not is_encoding(name)
    with pytest.raises(SourceError, match="is no encoding"):
        read_source("a.txt", b"a", encoding=name)


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_every_text_in_utf8_is_read_as_such(text: str, codec: str) -> None:
    try:
        source = read_source("a.txt", text.encode(codec))
    except SourceError as error:
        assert "control characters" in str(error)  # noqa: PT017 - only binary data may be refused
        return
    if source.encoding == "utf-8":
        expected = text.removeprefix("\ufeff") if codec == "utf-8" else text
        assert source.text == expected.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = read_source("a.txt", data)
    except SourceError:
        return
    assert not {"\r", "\0"} & set(source.text)
    source.text.encode()


LONG = [
    (
        "Der Rat beschließt über Änderungen für Bäcker und Müller; größere Höfe gehören dazu. " * 3,
        "encoding_recognised",
    ),
    (
        "Le règlement s’applique à tous les élèves, où qu’ils soient nés, sûr et certain. " * 4,
        "encoding_recognised",
    ),
    ("Größe", "encoding_doubtful"),
    ("Az õrség és a tûz, melyet a hõsök õriztek, örökké világít. " * 4, "encoding_doubtful"),
]


@pytest.mark.parametrize(
    ("text", "code"), LONG, ids=["German", "French", "short", "Hungarian in another page"]
)
def test_western_text_is_sure_where_no_other_page_s_language_looks_like_it(text: str, code: str) -> None:
    source = read_source("a.txt", text.encode("cp1252"))
    assert source.text == text
    assert [each.code for each in source.findings] == [code]


PROSE = "It is said in 17 U.S.C. {} 101 and nowhere else in the code of these states. " * 3
SIGNS = [("§", "latin-1", "cp1252"), ("©", "cp1252", "cp1252"), ("—", "cp1252", "cp1252")]


@pytest.mark.parametrize(("sign", "written", "wanted"), SIGNS)
def test_a_few_signs_in_a_western_text_are_read_and_doubted(sign: str, written: str, wanted: str) -> None:
    text = PROSE.format(sign, sign, sign)
    source = read_source("a.txt", text.encode(written))
    assert (source.text, source.encoding) == (text, wanted)
    assert [each.code for each in source.findings] == ["encoding_doubtful"]


@pytest.mark.parametrize("written", ["big5", "euc_kr"])
def test_one_sign_proves_no_encoding(written: str) -> None:
    source = read_source("a.txt", PROSE.format("§", "§", "§").encode(written))
    assert [each.code for each in source.findings] == ["encoding_doubtful"]
