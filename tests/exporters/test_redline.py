"""Moves and comments in redlines: what moved, and where the other place is."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import docx
import pytest
from lxml import etree

from hexapla.exporters import FORMATS, ExportRequest, Scope, write_files
from hexapla.model import Comparison
from hexapla.pipeline import AnalysedDocument
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument

Texts = Callable[..., AnalysedDocument]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDING = Wording("en")
HAN = Wording("zh")

FIRST = """第一条 会员按照地块大小缴纳会费。
第二条 工具用后应当洗净并放回原处。
第三条 水龙头每日八时至十八时开放，遇旱情可以缩短。
第四条 每年三月召开会员大会。
"""
MOVED = """第一条 工具用后应当洗净并放回原处。
第二条 水龙头每日八时至二十时开放，遇旱情可以缩短。
第三条 每年三月召开会员大会。
第四条 会员每年按照地块大小缴纳会费。
"""


def body(built: AnalysedDocument, *, notes: bool = True, wording: Wording = HAN) -> etree._Element:
    return part(written(built, notes=notes, wording=wording), "word/document.xml")[0]


def written(
    built: AnalysedDocument, comparison: Comparison | None = None, *, notes: bool, wording: Wording
) -> bytes:
    request = ExportRequest(
        printed=PrintedDocument(built.alignment), comparisons=built.comparisons, wording=wording, notes=notes
    )
    request = replace(request, comparison=comparison or built.comparisons[0])
    return FORMATS["redline"].writers[Scope.COMPARISON](request)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def texts(root: etree._Element, name: str) -> str:
    return "".join(str(each.text) for run in root.iter(WORD + name) for each in run.iter(f"{WORD}t"))


def comments(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


def test_a_clause_that_moved_is_tracked_as_moved(from_texts: Texts) -> None:
    root = body(from_texts(FIRST, MOVED))
    assert texts(root, "moveFrom") == texts(root, "moveTo") == "\u3000会员按照地块大小缴纳会费。"
    assert [each.get(f"{WORD}name") for each in root.iter(f"{WORD}moveFromRangeStart")] == ["move1"]
    assert [each.get(f"{WORD}name") for each in root.iter(f"{WORD}moveToRangeStart")] == ["move1"]


def test_words_that_changed_on_the_way_are_told_where_they_stand(from_texts: Texts) -> None:
    root = body(from_texts(FIRST, MOVED))
    new = next(each for each in root.iter(f"{WORD}p") if each.find(f"{WORD}moveToRangeStart") is not None)
    assert [texts_of(each) for each in new.iter(f"{WORD}ins") if texts_of(each)] == ["第四条", "每年"]


def texts_of(root: etree._Element) -> str:
    return "".join(str(each.text) for each in root.iter(f"{WORD}t"))


TOLD = [
    (HAN, ["移动：移至2012第四条。", "移动：自2011第一条移来。"]),
    (WORDING, ["Moved: now 第四条 in 2012.", "Moved: was 第一条 in 2011."]),
]


@pytest.mark.parametrize(("wording", "expected"), TOLD, ids=["zh", "en"])
def test_comments_at_both_places_say_where_the_other_is(
    from_dated: Texts, wording: Wording, expected: list[str]
) -> None:
    built = from_dated(FIRST, MOVED)
    assert [text.replace(" ", "") for text in comments(written(built, notes=True, wording=wording))] == [
        text.replace(" ", "") for text in expected
    ]
    assert comments(written(built, notes=False, wording=wording)) == []


def test_of_parallel_texts_no_comment_says_that_a_clause_was_moved(from_texts: Texts) -> None:
    told = comments(written(from_texts(FIRST, MOVED), notes=True, wording=WORDING))
    assert told == ["Other place: 第四条 in 1.", "Other place: 第一条 in 0."]


def test_a_clause_that_was_split_is_told(from_dated: Texts) -> None:
    built = from_dated(
        "第一条 会员按照地块大小缴纳会费，逾期不缴纳的收回地块。"
        "工具用后应当洗净并放回原处，损坏工具的照价赔偿。\n第二条 每年三月召开会员大会。\n",
        "第一条 会员按照地块大小缴纳会费，逾期不缴纳的收回地块。\n"
        "第二条 工具用后应当洗净并放回原处，损坏工具的照价赔偿。\n第三条 每年三月召开会员大会。\n",
    )
    assert comments(written(built, notes=True, wording=HAN)) == ["拆分：第一条拆为第一条、第二条。"]


def test_a_clause_without_a_number_is_called_by_its_beginning(from_dated: Texts) -> None:
    lines = [
        "The Committee keeps the key of the gate and lends it to members.",
        "Compost is made of plants only; nothing cooked is put on the heap.",
        "Hoses are rolled up and hung on the wall before the gate is closed.",
    ]
    built = from_dated("\n\n".join(lines), "\n\n".join([*lines[1:], lines[0]]))
    assert comments(written(built, notes=True, wording=WORDING)) == [
        "Moved: now “The Committee keeps the…” in 2012.",
        "Moved: was “The Committee keeps the…” in 2011.",
    ]


def redlines(built: AnalysedDocument) -> Iterator[bytes]:
    for file in write_files(
        built.alignment, built.comparisons, folder="x", wording=WORDING, formats=["redline"]
    ):
        yield file.data


def test_moves_have_two_ends_and_one_text(built: AnalysedDocument) -> None:
    for data in redlines(built):
        root = part(data, "word/document.xml")
        for there in ("moveFrom", "moveTo"):
            starts = [each.get(f"{WORD}id") for each in root.iter(f"{WORD}{there}RangeStart")]
            assert starts == [each.get(f"{WORD}id") for each in root.iter(f"{WORD}{there}RangeEnd")]
        ranges = [stretches(root, there) for there in ("moveFrom", "moveTo")]
        assert ranges[0] == ranges[1]
        assert all(text.strip() for text in ranges[0].values())


def stretches(root: etree._Element, there: str) -> dict[str, str]:
    found: dict[str, str] = {}
    inside: str | None = None
    for each in root.iter():
        if each.tag == f"{WORD}{there}RangeStart":
            inside = str(each.get(f"{WORD}name"))
            assert inside not in found
            found[inside] = ""
        elif each.tag == f"{WORD}{there}RangeEnd":
            inside = None
        elif each.tag == f"{WORD}{there}":
            assert inside is not None
            found[inside] += texts_of(each)
    return found


def test_numbers_of_changes_are_unique_and_every_comment_is_referred_to(built: AnalysedDocument) -> None:
    for data in redlines(built):
        root = part(data, "word/document.xml")
        made = [
            each.get(f"{WORD}id")
            for each in root.iter()
            if each.get(f"{WORD}author") or each.tag == f"{WORD}commentReference"
        ]
        assert [number for number, times in Counter(made).items() if times > 1] == []
        referred = [each.get(f"{WORD}id") for each in root.iter(f"{WORD}commentReference")]
        for edge in ("commentRangeStart", "commentRangeEnd"):
            assert [each.get(f"{WORD}id") for each in root.iter(WORD + edge)] == referred
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            there = "word/comments.xml" in archive.namelist()
        assert there == bool(referred)
        if there:
            known = [each.get(f"{WORD}id") for each in part(data, "word/comments.xml")]
            assert known == referred


def test_changes_bear_the_target_s_label_and_date(garden: AnalysedDocument) -> None:
    comparison = garden.comparisons[-1]
    target = garden.document.version(comparison.target)
    root = part(written(garden, comparison, notes=True, wording=WORDING), "word/document.xml")
    changes = [each for each in root.iter() if each.get(f"{WORD}author")]
    assert {each.get(f"{WORD}author") for each in changes} == {target.label}
    assert {str(each.get(f"{WORD}date"))[:10] for each in changes} == {target.date}
