"""`hexapla notes`: notes on clauses, to a workbook and back."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from hexapla.annotations import annotate
from hexapla.collection import load_files, segment_collected
from hexapla.collection.notes_yml import read_notes, write_notes
from hexapla.exporters import write_notes_workbook
from hexapla.exporters.notes_workbook_reader import read_notes_sheet
from hexapla.model import Alignment, AnnotationKind, NoteEntry
from hexapla.pipeline import build_document

TEXTS = {
    "2020.txt": "第一条 器具由保管员登记。\n第二条 借用人三日内归还器具。\n第三条 遗失器具的应当赔偿。\n",
    "2024.txt": "第一条 器具由保管员登记造册。\n第二条 借用人五日内归还器具。\n第三条 遗失器具的应当赔偿。\n",
}
NOTES = """\
- clause: A/art_2
  text: 期限偏短
- clause: B/art_1
  kind: review
  author: "李"
  date: 2026-04-01
- clause: B/art_1
  kind: reason
  text: |-
    便于清点，
    见第三条。
"""


def make_folder(tmp_path: Path, notes: str | None = NOTES) -> Path:
    folder = tmp_path / "tools"
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    if notes is not None:
        (folder / "notes.yml").write_text(notes, encoding="utf-8")
    return folder


def read_back(alignment: Alignment, entries: tuple[NoteEntry, ...], language: str = "zh") -> set[NoteEntry]:
    """Take notes through a workbook and a file; where they stood is not compared."""
    sheet = write_notes_workbook(annotate(alignment, entries), language)
    filed = write_notes(read_notes_sheet("notes.xlsx", "", sheet))
    return {plain(each) for each in read_notes("notes.yml", "", filed.encode())}


def plain(entry: NoteEntry) -> NoteEntry:
    return replace(entry, file="", line=0)


@pytest.fixture(scope="module")
def alignment(tmp_path_factory: pytest.TempPathFactory) -> Alignment:
    folder = make_folder(tmp_path_factory.mktemp("notes"), None)
    return build_document(load_files([folder])).alignment


def test_the_sheet_has_every_note_and_a_line_for_every_other_clause(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    out = tmp_path / "notes.xlsx"
    assert run("notes", "export", str(folder), "-o", str(out)).returncode == 0
    sheet = openpyxl.load_workbook(out).worksheets[0]
    rows = [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["条文", "条号", "条文内容", "类别", "注释内容", "作者", "日期"]
    assert [(row[0], row[3], row[4]) for row in rows[1:]] == [
        ("B/art_1", "已阅", ""),
        ("B/art_1", "说明", "便于清点，\n见第三条。"),
        ("A/art_2", "意见", "期限偏短"),
        ("B/art_3", "", ""),
    ]
    assert rows[4][1:3] == ["第三条", "遗失器具的应当赔偿。"]


def test_a_filled_sheet_becomes_notes_yml(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    out = tmp_path / "notes.xlsx"
    run("notes", "export", str(folder), "-o", str(out))
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    sheet.cell(5, 5).value = "=2+3"
    sheet.cell(5, 5).data_type = "s"
    sheet.cell(1, 9).value = "内部编号"
    sheet.cell(2, 9).value = 17
    book.save(out)
    done = run("notes", "import", str(folder), str(out))
    assert done.returncode == 0
    assert "4 notes" in done.stderr
    filed = read_notes("notes.yml", "", (folder / "notes.yml").read_bytes())
    before = {plain(each) for each in read_notes("notes.yml", "", NOTES.encode())}
    new = NoteEntry(clause=("B", "art_3"), text="=2+3", file="", line=0)
    assert {plain(each) for each in filed} == before | {new}


def test_nothing_is_written_where_a_line_is_wrong(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    out = tmp_path / "notes.xlsx"
    run("notes", "export", str(folder), "-o", str(out))
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    sheet.cell(2, 7).value = "someday"
    sheet.cell(4, 1).value = None
    book.save(out)
    done = run("notes", "import", str(folder), str(out))
    assert done.returncode == 2
    assert "row 2: “someday” is no date" in done.stderr
    assert "row 4: no clause is named" in done.stderr
    assert (folder / "notes.yml").read_text(encoding="utf-8") == NOTES


def test_a_note_on_a_clause_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    out = tmp_path / "notes.xlsx"
    run("notes", "export", str(folder), "-o", str(out))
    book = openpyxl.load_workbook(out)
    book.worksheets[0].cell(2, 1).value = "B/art_9"
    book.save(out)
    done = run("notes", "import", str(folder), str(out))
    assert done.returncode == 2
    assert "B has no clause art_9" in done.stderr


def test_other_workbooks_and_other_files_are_refused(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Name", "Sum"])
    book.save(tmp_path / "other.xlsx")
    (tmp_path / "broken.xlsx").write_bytes(b"no archive")
    for name, said in (("other.xlsx", "no sheet with columns"), ("broken.xlsx", "this is no Excel workbook")):
        done = run("notes", "import", str(folder), str(tmp_path / name))
        assert done.returncode == 2
        assert said in done.stderr
    assert run("notes", "import", str(folder), str(tmp_path / "none.xlsx")).returncode == 2


def test_notes_of_a_comparison_table_stay_in_the_table(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "table.md").write_text(
        "| 修正條文 | 現行條文 | 說明 |\n|---|---|---|\n"
        "| 第一條 器具由保管員登記造冊。 | 第一條 器具由保管員登記。 | 造冊以便清點。 |\n"
        "| 第二條 借用人五日內歸還器具。 | 第二條 借用人三日內歸還器具。 | 三日過短。 |\n",
        encoding="utf-8",
    )
    out = tmp_path / "notes.xlsx"
    assert run("notes", "export", str(folder), "-o", str(out)).returncode == 0
    assert read_notes_sheet("notes.xlsx", "", out.read_bytes()) == ()


def test_the_same_notes_give_the_same_workbook(alignment: Alignment) -> None:
    assert write_notes_workbook(alignment, "en") == write_notes_workbook(alignment, "en")
    heads = next(
        openpyxl.load_workbook(io.BytesIO(write_notes_workbook(alignment, "en")))
        .worksheets[0]
        .iter_rows(values_only=True)
    )
    assert heads == ("Clause", "Number", "Words", "Kind", "Note", "Author", "Date")


PRINTED = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"], include_characters="\n"),
    max_size=60,
).map(lambda text: "\n".join(line.rstrip() for line in text.strip().split("\n")))


@given(
    texts=st.lists(
        st.tuples(
            PRINTED.filter(bool), st.sampled_from(AnnotationKind), st.sampled_from([None, "李", "- A: b"])
        ),
        max_size=4,
    ),
    language=st.sampled_from(["en", "zh"]),
)
def test_no_note_is_lost_on_the_way(
    alignment: Alignment, texts: list[tuple[str, AnnotationKind, str | None]], language: str
) -> None:
    entries = {
        NoteEntry(clause=("B", f"art_{at % 3 + 1}"), text=text, kind=kind, author=author, file="", line=0)
        for at, (text, kind, author) in enumerate(texts)
    }
    assert read_back(alignment, tuple(entries), language) == entries


def test_a_document_without_notes_has_none(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, None)
    assert not load_files([folder]).notes
    assert segment_collected(load_files([folder])).versions
