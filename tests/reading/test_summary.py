"""A comparison in words: what it says, what it leaves unsaid, and what its phrases are about."""

from pathlib import Path

import pytest

from hexapla.collection import load_files
from hexapla.model import Comparison
from hexapla.pipeline import build_document
from hexapla.reading.captions import Wording
from hexapla.reading.labels import label_document
from hexapla.reading.summary import list_summary_lines, summarize_changes, tell_comparison, write_phrases

OLD = """Rules of the ferry

Section 1. The ferry runs every day.

Section 2. A passenger may bring one dog, and must hold it.

Section 3. Who loses a ticket pays $4 within 15 days.

Section 4. The ferryman rings the bell at noon.

Section 5. The bell is never painted.
"""
NEW = """Rules of the ferry

Section 1. The ferry runs every day.

Section 2. The council names the ferryman for three seasons.

Section 3. The name is written on the landing stage in white letters.

Section 4. A passenger must bring one dog, and must hold it.

Section 5. Who loses a ticket pays $6 within 30 days.

Section 6. The ferryman rings the bell at noon.
"""


def compared(tmp_path: Path, *texts: str) -> Comparison:
    """Compare two texts of 2010 and 2020."""
    paths = [tmp_path / f"{year}.txt" for year in (2010, 2020)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return build_document(load_files(paths)).comparisons[0]


def test_it_tells_facts_by_what_they_became_clauses_by_number_and_numbers_by_their_shift(
    tmp_path: Path,
) -> None:
    told = tell_comparison(compared(tmp_path, OLD, NEW), Wording("en"))
    assert told == (
        "2 clauses reworded: may → must (Section 4), 15 days → 30 days (Section 5), $4 → $6 (Section 5); "
        "2 added: Section 2 – 3; one removed: Section 5; 3 renumbered: from Section 2 by +2."
    )


def test_at_length_each_kind_has_a_line_and_what_is_outside_the_clauses_too(tmp_path: Path) -> None:
    lines = list(
        list_summary_lines(compared(tmp_path, OLD, NEW.replace("ferry\n", "boat\n", 1)), Wording("en"))
    )
    assert lines[0].startswith("2 clauses reworded: may → must (Section 4)")
    assert lines[1] == "2 added: Section 2 – 3."
    assert lines[-1] == "Outside the clauses one text differs: the title."
    same = list_summary_lines(compared(tmp_path, OLD, OLD), Wording("en"))
    assert list(same) == ["No clause differs."]


def test_it_says_so_in_chinese(tmp_path: Path) -> None:
    told = tell_comparison(compared(tmp_path, OLD, NEW), Wording("zh"))
    assert told.startswith("2条改写：may→must（Section 4）、")
    assert told.endswith("；重编号3条：自 Section 2 起+2。")


def test_read_backwards_nothing_is_added_or_removed(tmp_path: Path) -> None:
    told = tell_comparison(compared(tmp_path, OLD, NEW).reversed(), Wording("en"))
    assert "added" not in told
    assert "2 only in the first" in told


def test_where_nothing_differs_it_says_that(tmp_path: Path) -> None:
    assert tell_comparison(compared(tmp_path, OLD, OLD), Wording("en")) == "No clause differs."


def test_a_fact_of_which_it_is_not_known_what_it_became_is_not_told(tmp_path: Path) -> None:
    unequal = OLD.replace("within 15 days", "within 15 days or, in winter, 20 days")
    told = tell_comparison(compared(tmp_path, unequal, NEW), Wording("en"))
    assert "days →" not in told
    assert "$4 → $6" in told


def test_each_phrase_is_about_a_row_or_a_filter(tmp_path: Path) -> None:
    comparison = compared(tmp_path, OLD, NEW)
    rows = {change.id for change in comparison.changes}
    parts = summarize_changes(comparison, label_document(comparison.document))
    phrases = [phrase for _, phrase in write_phrases(parts, Wording("en").say) if phrase]
    assert {bool(phrase.row) != bool(phrase.filter) for phrase in phrases} == {True}
    assert {phrase.row for phrase in phrases if phrase.row} <= rows
    assert [phrase.filter for phrase in phrases if phrase.filter] == ["word", "add", "del", "renum"]


@pytest.mark.parametrize("count", [2, 40])
def test_of_many_details_three_are_told_and_the_others_counted(tmp_path: Path, count: int) -> None:
    line = "Section {}. The keeper of lamp {} pays {} dollars within {} days.\n\n"
    texts = [
        "Rules of lamps\n\n"
        + "".join(line.format(at, f"number {at}", 7, at + more) for at in range(1, count + 1))
        for more in (10, 60)
    ]
    told = tell_comparison(compared(tmp_path, *texts), Wording("en"))
    assert told.count("→") == min(count, 3)
    assert ("and 37 more" in told) == (count == 40)


def test_what_is_exchanged_throughout_is_told_once_with_its_exceptions(tmp_path: Path) -> None:
    duties = (
        "登记后告知保管员",
        "每季度清点一次",
        "赔偿损坏的器具",
        "交还全部器具",
        "报告值班人员",
        "放回原处",
    )
    old = "".join(f"第{n}条 用户{duty}。\n" for n, duty in enumerate(duties, 1))
    new = old.replace("用户", "成员").replace("成员放回", "用户放回")
    comparison = compared(tmp_path, old, new)
    assert tell_comparison(comparison, Wording("zh")) == (
        "5条改写；其中5条属例行改动：用户→成员（6处中的5处，第6条未改）。"
    )
    assert tell_comparison(comparison, Wording("en")) == (
        "5 clauses reworded; 5 of them routine: 用户 → 成员 at 5 of 6 places, not in 第6条."
    )
