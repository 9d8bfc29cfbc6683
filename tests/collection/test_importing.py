"""Raw files become texts that people can edit, with the same clauses."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.collection import from_files, import_files, load
from hexapla.collection.clean import clauses_of, clean, told
from hexapla.errors import UsageError
from hexapla.plan import Plan
from hexapla.readers import read
from hexapla.segment import segment

GARDEN = """菜园规则

第一条 菜园由居民管理，
任何人不得占用。
第二条 工具应当归还：
（一）当日归还；
（二）清洗干净。
"""
PAIR = f"规则两篇\n第一篇\n{GARDEN}\n第二篇\n{GARDEN.replace('当日', '次日')}"


def written(folder: Path, **texts: str) -> list[Path]:
    out = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        out.append(path)
    return out


def test_an_import_can_be_loaded_and_has_the_same_clauses(tmp_path: Path) -> None:
    files = written(tmp_path, old=GARDEN, new=GARDEN.replace("当日", "次日"))
    done = import_files(files, tmp_path / "texts/garden")
    (loaded,) = load(tmp_path / "texts").documents
    again = segment(loaded.sources, loaded.plan)
    assert [told(version.clauses) for version in again.versions] == [
        told(version.clauses) for version in done.document.versions
    ]
    assert "第一条 菜园由居民管理，任何人不得占用。\n\n" in loaded.sources[0].text


def test_a_compilation_becomes_a_text_for_each_version(tmp_path: Path) -> None:
    done = import_files(written(tmp_path, both=PAIR), tmp_path / "garden")
    assert [path.name for path in done.written] == ["第一篇.txt", "第二篇.txt", "document.yml"]
    again = from_files([tmp_path / "garden"])
    assert [version.siglum for version in segment(again.sources, again.plan).versions] == ["A", "B"]


def test_the_same_import_again_changes_nothing(tmp_path: Path) -> None:
    files = written(tmp_path, a=GARDEN)
    import_files(files, tmp_path / "g")
    assert import_files(files, tmp_path / "g").written == ()


def test_an_edited_text_is_never_overwritten_unless_by_force(tmp_path: Path) -> None:
    files = written(tmp_path, a=GARDEN)
    import_files(files, tmp_path / "g")
    text = tmp_path / "g/a.txt"
    text.write_text("edited", encoding="utf-8")
    with pytest.raises(UsageError, match="edited since the import"):
        import_files(files, tmp_path / "g")
    assert text.read_text(encoding="utf-8") == "edited"
    assert import_files(files, tmp_path / "g", force=True).written == (text,)


def test_edited_settings_stay_while_the_texts_do(tmp_path: Path) -> None:
    files = written(tmp_path, a=GARDEN)
    import_files(files, tmp_path / "g")
    settings = tmp_path / "g/document.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "language: zh-Hans\n", encoding="utf-8")
    assert import_files(files, tmp_path / "g").written == ()


def test_a_text_made_by_hand_stops_the_whole_import(tmp_path: Path) -> None:
    (tmp_path / "g").mkdir()
    (tmp_path / "g/b.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not made by it"):
        import_files(written(tmp_path, a=GARDEN, b=GARDEN), tmp_path / "g")
    assert [path.name for path in (tmp_path / "g").iterdir()] == ["b.txt"]


PIECES = ["第一条 甲", "第二条 乙。", "（一）丙；", "第一章 总则", "丁", "1. Go", "", "x. y", "章程。戊"]
LINES = st.lists(st.sampled_from(PIECES), max_size=8).map("\n".join)


@settings(deadline=None)
@given(LINES)
def test_clauses_survive_cleaning(text: str) -> None:
    plan = Plan(id="a")
    for version in segment([read("a.txt", text.encode())], plan).versions:
        made = clean(version, "a.txt", plan)
        again = clauses_of(made, "a.txt", plan)
        assert made.endswith("\n")
        assert again == told(version.clauses)


def test_notes_and_their_marks_stay_in_an_imported_text(tmp_path: Path) -> None:
    text = (
        "Rules\n\nArticle 1 Access\nIt is open¹ to\nall.\nArticle 2 Tools\nThey² return.\n\n¹ Some.\n² All.\n"
    )
    import_files(written(tmp_path, a=text), tmp_path / "g")
    assert (tmp_path / "g/a.txt").read_text(encoding="utf-8").split("\n\n") == [
        "Rules",
        "Article 1 Access\nIt is open¹ to all.",
        "Article 2 Tools\nThey² return.",
        "¹ Some.",
        "² All.\n",
    ]
