"""What the functions of the library give: the same as the command, safe to show, ready to write."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

from hexapla import api
from hexapla.cli import app
from hexapla.errors import SourceError, UsageError
from hexapla.exporters import FORMATS, ExportRequest, Scope
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument

OLD = "第一条 菜园由社区管理。\n第二条 每户应当在三十日内清理地块。\n第三条 犬只不得入园。\n"
NEW = (
    "第一条 菜园由社区管理。\n第二条 犬只不得入园。\n"
    "第三条 每户可以在六十日内清理地块。\n第四条 夜间禁止奏乐。\n"
)
HOSTILE = '<script>alert(1)</script> & "x" ![i](http://h) *a* _b_ `c` @me #1 <img src=x onerror=y>'


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two versions in the current folder."""
    monkeypatch.chdir(tmp_path)
    paths = Path("2019.txt"), Path("2023.txt")
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_no_result_is_written_over_a_version(files: tuple[Path, Path]) -> None:
    result = api.compare(*files)
    page, paper = Path("page.html"), Path("paper.docx")
    page.symlink_to(files[1])
    paper.hardlink_to(files[0])
    with pytest.raises(UsageError, match=r"page.html is one of the versions"):
        result.to_html(page)
    with pytest.raises(UsageError, match=r"paper.docx is one of the versions"):
        result.redline(paper)
    assert [path.read_text(encoding="utf-8") for path in files] == [OLD, NEW]
    paper.unlink()
    result.redline(paper)
    result.redline(paper)  # what was written before is no version


def printed(*arguments: str) -> str:
    """Return what the command prints."""
    done = CliRunner().invoke(app, ["compare", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


# ---------------------------------------------------------------- the same as the command


def test_json_is_that_of_the_command(files: tuple[Path, Path]) -> None:
    assert api.compare(*files).to_json() == printed(*map(str, files), "--format", "json")


def test_a_page_is_that_of_the_command(files: tuple[Path, Path], tmp_path: Path) -> None:
    result = api.compare(*map(str, files))
    assert result.to_html() == printed(*map(str, files), "--format", "html")
    result.to_html(tmp_path / "out.html", language="zh")
    assert 'lang="zh"' in (tmp_path / "out.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("files")
def test_a_folder_keeps_its_settings_and_decisions(tmp_path: Path) -> None:
    Path("document.yml").write_text("title: 菜园规则\ncomparisons: [A-B]\n", encoding="utf-8")
    decision = "- apart: [A/art_2, B/art_3]\n  reason: 另立一条\n"
    Path("alignment.yml").write_text(decision, encoding="utf-8")
    shown = printed(str(tmp_path), "--format", "json", "--fail-on", "never")
    by_path, by_step = api.compare(tmp_path), api.compare(api.load(tmp_path))
    assert by_path.to_json() == by_step.to_json() == shown
    statuses = [row.status for row in by_path.rows]
    assert statuses.count("only_base") == 1
    undecided = api.align(api.load(tmp_path), decisions=())
    assert [row.status for row in undecided["A", "B"].rows].count("only_base") == 0


def test_a_redline_is_that_of_the_export(files: tuple[Path, Path], tmp_path: Path) -> None:
    result = api.compare(*files)
    result.redline(tmp_path / "out.docx")
    request = ExportRequest(
        printed=PrintedDocument(result.alignment),
        comparisons=result.comparisons,
        comparison=result.comparison,
        wording=Wording("zh"),
    )
    data = (tmp_path / "out.docx").read_bytes()
    assert data == FORMATS["redline"].writers[Scope.COMPARISON](request)
    assert b"<w:ins " in ZipFile(io.BytesIO(data)).read("word/document.xml")


def test_a_redline_is_a_word_document(files: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"name the file \.docx"):
        api.compare(*files).redline(tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


# ---------------------------------------------------------------- what goes in


def test_files_can_be_open_or_read(files: tuple[Path, Path]) -> None:
    labels = [row.label for row in api.compare(*files).rows]
    with files[0].open("rb") as binary, files[1].open(encoding="utf-8") as text:
        assert [row.label for row in api.compare(binary, text).rows] == labels
    sources = [api.read(path) for path in files]
    assert [row.label for row in api.compare(*sources).rows] == labels
    assert [row.label for row in api.compare(files[0], sources[1]).rows] == labels


def test_sources_of_one_name_stay_two() -> None:
    sources = [api.read(io.BytesIO(text.encode()), name="law.txt") for text in (OLD, NEW)]
    result = api.compare(*sources)
    assert [version.source.path for version in result.document.versions] == ["law.txt", "law (2).txt"]
    assert len(result) == 3


def test_an_open_file_without_a_name_says_what_to_do() -> None:
    with pytest.raises(UsageError, match=r"read\(file, name="):
        api.compare(io.BytesIO(b"1. a"), io.BytesIO(b"1. b"))


def test_what_is_missing_is_named(files: tuple[Path, Path]) -> None:
    with pytest.raises(SourceError, match=r"none\.txt: there is no such file"):
        api.read("none.txt")
    with pytest.raises(SourceError, match=r"none\.txt: there is no such file"):
        api.compare(files[0], "none.txt")


@pytest.mark.parametrize(
    "texts", [(), ("1. a",), ("", "1. a"), ("1. a", " \n")], ids=["none", "one", "base blank", "target blank"]
)
def test_nothing_is_compared_with_nothing(texts: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        api.compare(api.segment(*texts))


def test_a_document_goes_alone(files: tuple[Path, Path]) -> None:
    with pytest.raises(UsageError, match="give it alone"):
        api.compare(api.load(*files), files[0])


@pytest.mark.parametrize("text", ["a\0b\0c", "\ud800x", "\ufeff1. x", "1. a\r\n2. b\r3. c"])
def test_any_string_is_a_text(text: str) -> None:
    (version,) = api.segment(text).versions
    assert "\0" not in version.text
    assert "\r" not in version.text
    assert version.text.encode()


def test_a_language_is_taken_at_its_word() -> None:
    document = api.segment("1. Gift.", "1. Poison.", language="en-GB")
    assert {document.language, *(version.language for version in document.versions)} == {"en-GB"}


@pytest.mark.parametrize(
    ("a", "b"), [("", ""), ("", "a"), ("a", ""), ("甲方应当", "乙方可以"), (HOSTILE, OLD)]
)
def test_a_diff_spells_both_strings(a: str, b: str) -> None:
    edits = api.diff(a, b)
    assert "".join(edit.text for edit in edits if edit.op is not api.Op.INSERT) == a
    assert "".join(edit.text for edit in edits if edit.op is not api.Op.DELETE) == b


# ---------------------------------------------------------------- what comes out


def test_a_change_says_what_a_reader_sees(files: tuple[Path, Path]) -> None:
    result = api.compare(*files)
    change = next(each for each in result if each.flags == (api.Flag.MODALITY, api.Flag.PERIOD))
    assert (change.base, change.target, change.label) == ("A", "B", "第二条 → 第三条")
    assert (change.base_text, change.target_text) == (
        "第二条\u3000每户应当在三十日内清理地块。",
        "第三条\u3000每户可以在六十日内清理地块。",
    )
    assert "".join(edit.text for edit in change.edits if edit.op is not api.Op.DELETE) in change.target_text
    assert change.status == "reworded"
    assert "renumbered" in change.facts


def test_rows_hold_what_changes_leave_out(files: tuple[Path, Path]) -> None:
    result = api.compare(*files)
    assert [row.label for row in result.rows if row not in result.changes] == ["第一条"]
    assert len(result) == len(list(result)) == len(result.changes) == 3


def test_a_result_without_a_change_is_a_result() -> None:
    result = api.compare_texts(OLD, OLD)
    assert result
    assert (len(result), result.similarity) == (0, 1.0)


def test_several_versions_are_read_by_pairs() -> None:
    result = api.compare(api.segment(OLD, NEW, OLD + "第四条 夜间禁止奏乐。\n"))
    assert len(result.comparisons) == 3
    with pytest.raises(UsageError, match="A-B, A-C, B-C"):
        _ = result.similarity
    assert result["A", "C"].comparison is result.comparisons[1]
    assert [row.status for row in result["C", "A"]] == ["only_base"]
    with pytest.raises(KeyError):
        _ = result["A", "Z"]
    assert "3 comparisons" in repr(result)


def test_a_table_is_an_alignment_and_read_like_one(files: tuple[Path, Path]) -> None:
    table = api.align(api.load(*files))
    assert isinstance(table, api.Alignment)
    assert api.compare(table).to_json() == table["A", "B"].to_json() == api.compare(*files).to_json()


# ---------------------------------------------------------------- hostile texts


def hostile() -> api.Result:
    """A comparison of texts that try everything, in titles, headings and texts."""
    texts = [f"1. {HOSTILE} one\n\n2. <b>{HOSTILE}</b>\n", f"1. {HOSTILE} two\n\n3. {HOSTILE}\n=====\n"]
    return api.compare(api.segment(*texts, title=HOSTILE))


def test_a_notebook_shows_texts_as_they_are() -> None:
    shown = hostile()._repr_html_()
    tree = LexborHTMLParser(shown)
    assert tree.body is not None
    tags = {node.tag for node in tree.body.traverse(include_text=False)}
    assert tags <= set("body div p strong br table thead tbody tr th td span del ins code".split())
    attributes = {name for node in tree.body.traverse(include_text=False) for name in (node.attributes or {})}
    assert attributes <= {"style", "scope", "lang", "dir"}
    assert "http" not in re.sub(r"http://h", "", shown)
    assert HOSTILE in tree.body.text()


def test_a_notebook_says_how_many_changes_it_leaves_out() -> None:
    old, new = ("".join(f"{n}. Word {word}{n} stands.\n" for n in range(1, 61)) for word in ("a", "b"))
    result = api.compare_texts(old, new)
    shown = result._repr_html_()
    assert shown.count("<tr>") == 51
    assert f"and {len(result) - 50} more" in shown


def test_markdown_speaks_the_language_of_the_texts_unless_another_is_asked_for(
    files: tuple[Path, Path],
) -> None:
    names = [str(path) for path in files]
    said, asked = printed(*names, "--format", "md"), printed(*names, "--format", "md", "--language", "en")
    assert ("新增" in said, "added" in said, "行" in said) == (True, False, True)
    assert ("新增" in asked, "added" in asked, "rows" in asked) == (False, True, True)
    result = api.compare(*files)
    assert (result.to_markdown(), result.to_markdown(language="en")) == (said, asked)


def test_markdown_shows_texts_as_they_are() -> None:
    markdown = hostile().to_markdown()
    assert set(re.findall(r"</?\w+>", markdown)) <= {"<del>", "</del>", "<ins>", "</ins>", "<br>"}
    assert not re.search(r"[`*_\[\]@!]", markdown)
    assert "alert" in markdown
    assert [line for line in markdown.splitlines() if line.startswith("=")] == []
    assert all(change.markdown().count("<del>") == change.markdown().count("</del>") for change in hostile())


# ---------------------------------------------------------------- data frames


class Frame:
    """Stands for pandas' data frame: keeps what it is made of."""

    def __init__(self, data: list[list[object]], columns: list[str]) -> None:
        """Keep it."""
        self.data, self.columns = data, columns


@pytest.fixture
def frame(monkeypatch: pytest.MonkeyPatch) -> type[Frame]:
    """Put a stand-in in the place of pandas."""
    module = ModuleType("pandas")
    module.DataFrame = Frame  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", module)
    return Frame


def test_frames_have_the_columns_of_the_files(files: tuple[Path, Path], frame: type[Frame]) -> None:
    document = api.load(*files)
    result, table = api.compare(document), api.align(document)
    rows: Any = result.to_frame()
    assert isinstance(rows, frame)
    records = [dict(zip(rows.columns, row, strict=True)) for row in rows.data]
    assert [(each["base_number"], each["status"]) for each in records] == [
        (re.split(" ", row.label)[0] if row.base_text else "", row.status) for row in result.rows
    ]
    assert {each["moved"] for each in records} == {True, False}
    cells: Any = table.to_frame()
    assert cells.columns == ["row", "A", "A_ids", "B", "B_ids", "items"]
    assert ["A__art_1", "第一条", "art_1", "第一条", "art_1"] in [row[:5] for row in cells.data]
    clauses: Any = document.to_frame()
    assert [row[:3] for row in clauses.data][:2] == [["A", "art_1", "第一条"], ["A", "art_2", "第二条"]]


def test_what_stands_outside_the_clauses_is_in_the_frame(frame: type[Frame]) -> None:
    body = "第一条 甲方交付。\n第二条 乙方付款。\n"
    rows: Any = api.compare_texts(f"买卖办法\n\n{body}", f"买卖条例\n\n{body}").to_frame()
    assert isinstance(rows, frame)
    assert [row[-1] for row in rows.data if row[-1]] == ["title"]


def test_a_frame_without_pandas_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    methods: list[Callable[[], object]] = [
        api.compare_texts(OLD, NEW).to_frame,
        api.segment(OLD).to_frame,
        api.align(api.segment(OLD, NEW)).to_frame,
    ]
    for method in methods:
        with pytest.raises(UsageError, match=r"pip install 'hexapla-core\[frame\]'"):
            method()


def test_frames_of_pandas_can_be_filtered(files: tuple[Path, Path]) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    rows = api.compare(*files).to_frame()
    assert list(rows[rows["moved"] & (rows["status"] != "unchanged")]["base_number"])
    assert json.loads(rows.to_json(orient="records"))[0]["status"] == "unchanged"
