"""Raw files become texts that people can edit, with the same clauses."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.collection import import_files, load_collection, load_files
from hexapla.collection.clean_text import read_clauses, summarise_clauses, write_clean_text
from hexapla.errors import UsageError
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

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
    (loaded,) = load_collection(tmp_path / "texts").documents
    again = segment(loaded.sources, loaded.plan)
    assert [summarise_clauses(version.clauses) for version in again.versions] == [
        summarise_clauses(version.clauses) for version in done.document.versions
    ]
    assert "第一条 菜园由居民管理，任何人不得占用。\n\n" in loaded.sources[0].text


def test_a_compilation_becomes_a_text_for_each_version(tmp_path: Path) -> None:
    done = import_files(written(tmp_path, both=PAIR), tmp_path / "garden")
    assert [path.name for path in done.written] == ["第一篇.txt", "第二篇.txt", "document.yml"]
    again = load_files([tmp_path / "garden"])
    assert [version.siglum for version in segment(again.sources, again.plan).versions] == ["A", "B"]


def test_the_same_import_again_changes_nothing(tmp_path: Path) -> None:
    files = written(tmp_path, a=GARDEN)
    import_files(files, tmp_path / "g")
    assert import_files(files, tmp_path / "g").written == ()


def test_versions_that_come_one_by_one_share_neither_label_nor_year(tmp_path: Path) -> None:
    texts = {"a": ("菜园规则（2022年3月1日）", "三"), "b": ("菜园规则（2022年9月1日）", "四")}
    bodies = {
        name: f"{title}\n第一条 开放{day}日。\n第二条 雨天关闭。\n" for name, (title, day) in texts.items()
    }
    files = written(tmp_path, **bodies)
    for file in files:
        import_files([file], tmp_path / "g")
    loaded = load_files([tmp_path / "g"])
    document = segment(loaded.sources, loaded.plan)
    assert document.title == "菜园规则"
    assert [version.issued for version in document.versions] == ["2022-03-01", "2022-09-01"]
    assert len({version.label for version in document.versions}) == len(files)
    settings = (tmp_path / "g/document.yml").read_bytes()
    for file in files:
        import_files([file], tmp_path / "g")
    assert (tmp_path / "g/document.yml").read_bytes() == settings


def test_a_file_name_does_not_become_a_title(tmp_path: Path) -> None:
    import_files(written(tmp_path, scan17="第一条 菜园由居民管理。\n第二条 工具应当归还。\n"), tmp_path / "g")
    loaded = load_files([tmp_path / "g"])
    assert "scan17" not in [entry.title for entry in loaded.plan.versions]


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
    for version in segment([read_source("a.txt", text.encode())], plan).versions:
        made = write_clean_text(version, "a.txt", plan)
        again = read_clauses(made, "a.txt", plan)
        assert made.endswith("\n")
        assert again == summarise_clauses(version.clauses)


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


def test_a_version_that_is_imported_later_joins_the_others(tmp_path: Path) -> None:
    into = tmp_path / "texts/g"
    old, new = written(tmp_path, rules_2020=GARDEN, rules_2024=GARDEN.replace("当日", "次日"))
    import_files([new], into)
    import_files([old], into)
    loaded = load_files([into])
    assert [(each.file, each.siglum) for each in loaded.plan.versions] == [
        ("g/2020.txt", "B"),
        ("g/2024.txt", "A"),
    ]
    for again in ([old], [new], [old, new]):
        assert import_files(again, into).written == ()


def test_what_was_written_of_other_texts_stays(tmp_path: Path) -> None:
    into = tmp_path / "texts/g"
    both, one = written(tmp_path, both=PAIR, one=GARDEN)
    import_files([both], into)
    before = (into / "document.yml").read_text(encoding="utf-8").splitlines()[1:]
    import_files([one], into)
    after = (into / "document.yml").read_text(encoding="utf-8").splitlines()[1:]
    assert after[: len(before)] == before
    assert "    siglum: C" in after[len(before) :]


def test_two_files_never_become_one_text(tmp_path: Path) -> None:
    into = tmp_path / "texts/g"
    files = written(tmp_path, a_2024=GARDEN, b_2024=GARDEN.replace("当日", "次日"))
    for path in files:
        import_files([path], into)
    names = sorted(path.name for path in into.glob("*.txt"))
    assert names == ["2024.txt", "b_2024.txt"]
    assert import_files([files[1]], into).written == ()
    files[1].write_text(GARDEN.replace("当日", "隔日"), encoding="utf-8")
    assert [path.name for path in import_files([files[1]], into).written] == ["b_2024.txt", "document.yml"]


def test_files_of_the_project_are_recorded_with_their_folders(tmp_path: Path) -> None:
    (tmp_path / "project/raw").mkdir(parents=True)
    inside, outside = written(tmp_path / "project/raw", a=GARDEN), written(tmp_path, b=GARDEN)
    import_files([*inside, *outside], tmp_path / "project/texts/g")
    settings = (tmp_path / "project/texts/g/document.yml").read_text(encoding="utf-8")
    assert '      file: "raw/a.txt"\n' in settings
    assert '      file: "b.txt"\n' in settings


HOSTILE = [
    "..",
    "...a",
    "CON",
    "nul.a",
    "a" * 240,
    "a\u0308",
    "readme",
    "~$a",
    ".hidden",
    "a b\tc",
    "a:b*c?",
    "-rf",
    "名",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_files_lead_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "raw").mkdir()
    path = tmp_path / "raw" / f"{name}.txt"
    path.write_text(GARDEN, encoding="utf-8")
    done = import_files([path], tmp_path / "texts/g")
    (text, _) = done.written
    assert text.parent == tmp_path / "texts/g"
    assert text.stem.upper() not in {"CON", "NUL.A"}
    (loaded,) = load_collection(tmp_path / "texts").documents
    assert [source.path for source in loaded.sources] == [f"g/{text.name}"]


def test_twins_in_composition_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    files = [tmp_path / "raw" / f"{name}.txt" for name in ("\u00e4", "a\u0308")]
    for path, text in zip(files, (GARDEN, GARDEN.replace("当日", "次日")), strict=True):
        path.write_text(text, encoding="utf-8")
    if len(list((tmp_path / "raw").iterdir())) < len(files):
        pytest.skip("this file system knows one form only")
    done = import_files(files, tmp_path / "texts/g")
    assert len({path.name for path in done.written}) == 1 + len(files)


def test_an_import_that_is_stopped_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = written(tmp_path, a=GARDEN, b=GARDEN)
    import_files(files, tmp_path / "g")
    before = {path.name: path.read_bytes() for path in (tmp_path / "g").iterdir()}
    for path in files:
        path.write_text(GARDEN.replace("当日", "次日"), encoding="utf-8")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "chmod", stop)
    with pytest.raises(KeyboardInterrupt):
        import_files(files, tmp_path / "g")
    assert {path.name: path.read_bytes() for path in (tmp_path / "g").iterdir()} == before
