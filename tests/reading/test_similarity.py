"""How much of two texts is the same: one measure for pages that are published and for what they say."""

from pathlib import Path

import pytest

from hexapla.collection import load_files
from hexapla.model import Completeness
from hexapla.pages.page_context import build_page_context
from hexapla.pairs import select_published_pairs
from hexapla.pipeline import AnalysedDocument, build_document
from hexapla.reading import find_lost_edit, has_break_inside, measure_similarity

CLAUSES = [
    f"第{number}条 {text}\n"
    for number, text in zip(
        "一二三四五六",
        (
            "借用工具应当登记姓名和日期。",
            "园门每日八时开放，十九时关闭，由值班人锁门。",
            "水管破裂的，发现人应当关闭总阀并告知管理员。",
            "每年三月由全体居民推选管理员一人，任期一年。",
            "草木不得擅自移栽，确需移栽的应当经会议同意。",
            "垃圾当日清走，枯枝堆放在东墙脚下等候粉碎。",
        ),
        strict=True,
    )
]
WHOLE = "".join(CLAUSES)
COPY = CLAUSES[0] + "第二条 园门每日八时开放，十九时关"
REWORDED = WHOLE.replace("管理员", "值班员").replace("三月", "五月")
SHORT = CLAUSES[0] + "第二条 园门每日九时开放，冬季休园。\n"


def made(home: Path, *texts: str) -> AnalysedDocument:
    for number, text in enumerate(texts):
        (home / f"{number}.txt").write_text(text, encoding="utf-8")
    return build_document(load_files([home / f"{number}.txt" for number in range(len(texts))]))


def test_the_pair_called_most_alike_has_a_page(tmp_path: Path) -> None:
    """A copy that breaks off is most like what it copies, however much of it is lost."""
    built = made(tmp_path, WHOLE, REWORDED, SHORT, COPY)
    assert built.document.versions[-1].completeness is Completeness.CUT_OFF
    layout = build_page_context(built.alignment, built.comparisons, (), "en")
    assert layout.closest == ("A", "D")
    assert layout.closest in select_published_pairs(
        built.document, built.comparisons, ("closest",), likeness=measure_similarity
    )


@pytest.mark.parametrize("cut", [(WHOLE, COPY), (COPY, WHOLE)], ids=["target", "base"])
def test_what_a_break_hides_is_left_out(tmp_path: Path, cut: tuple[str, str]) -> None:
    (comparison,) = made(tmp_path, *cut).comparisons
    assert measure_similarity(comparison) == 1
    (torn,) = (change for change in comparison.changes if has_break_inside(change))
    versions = map(comparison.document.version, (comparison.base, comparison.target))
    assert find_lost_edit(torn, *versions) == len(torn.edits) - 1


def test_line_ends_of_sources_do_not_count(tmp_path: Path) -> None:
    (comparison,) = made(
        tmp_path, "1. Tools are lent to\nmembers.\n2. Ask.\n", "1. Tools are lent\nto members.\n2. Ask.\n"
    ).comparisons
    assert measure_similarity(comparison) == 1


def test_texts_with_nothing_in_common_are_not_alike(tmp_path: Path) -> None:
    (comparison,) = made(tmp_path, CLAUSES[0], "昨夜大雪。\n").comparisons
    assert measure_similarity(comparison) == 0
