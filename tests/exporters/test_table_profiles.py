"""Forms of tables that offices ask for."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from commands import run
from hexapla.errors import UsageError
from hexapla.exporters.table_profile import ColumnKind, TextMark, list_profiles, load_profile, read_profile
from readers.office import convert

OLD = """\
工具间管理办法
第一条 工具间用户登记后告知保管员。
第二条 工具间用户每季度清点一次。
第三条 工具间用户对损坏的器具负责赔偿。
第四条 工具间用户在离职前交还器具。
第五条 器具不得转借。
第六条 本办法自公布之日起施行。
"""
NEW = """\
工具间管理办法
第一条 工具间成员登记后告知保管员。
第二条 工具间成员每季度清点一次。
第三条 工具间成员对损坏的器具按原价负责赔偿。
第四条 工具间成员在离职前交还器具。
第五条 仓库每周通风两次，由值班人员负责。
第六条 本办法自公布之日起施行。
"""
NOTES = "- {clause: B/art_3, kind: reason, text: 便于执行。}\n"


def folder(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    made.mkdir()
    for name, text in (("2019.txt", OLD), ("2024.txt", NEW), ("notes.yml", NOTES)):
        (made / name).write_text(text, encoding="utf-8")
    return made


def exported(tmp_path: Path, profile: str, form: str = "docx") -> bytes:
    out = tmp_path / f"table.{form}"
    done = run("export", str(folder(tmp_path)), "--format", form, "--profile", profile, "-o", str(out))
    assert done.returncode == 0, done.stderr
    return out.read_bytes()


def table_of(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[0].rows]


def test_changed_articles_alone_and_what_runs_through_is_said_above(tmp_path: Path) -> None:
    data = exported(tmp_path, "zh-articles")
    rows = table_of(data)
    assert rows[0] == ["序号", "修订前", "修订后", "修订类型"]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert rows[1][1:] == [
        "第三条\u3000工具间用户对损坏的器具负责赔偿。",
        "第三条\u3000工具间成员对损坏的器具按原价负责赔偿。",
        "修改",
    ]
    assert [row[-1] for row in rows[2:]] == ["新增", "删除"]
    said = [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]
    assert said[0] == "《工具间管理办法》修订对照表"
    assert said[1] == "全文“工具间用户”统一调整为“工具间成员”，仅涉及该项调整的条款不再逐条列示。"
    assert "除上述修订外，其他条款内容不变。" in said


def test_reasons_stand_beside_their_clause_and_marks_are_those_of_the_form(tmp_path: Path) -> None:
    data = exported(tmp_path, "tw")
    rows = table_of(data)
    assert rows[0] == ["修正條文", "現行條文", "說明"]
    assert {row[2] for row in rows[1:] if "第三条" in row[0]} == {"便于执行。"}
    cells = docx.Document(io.BytesIO(data)).tables[0].rows[1].cells
    marked = [[run.text for run in cell.paragraphs[0].runs if run.underline] for cell in cells[:2]]
    assert marked == [["成员"], ["用户"]]


@pytest.mark.parametrize("name", list_profiles())
def test_every_form_makes_a_word_table_and_a_workbook(tmp_path: Path, name: str) -> None:
    profile = load_profile(name)
    assert profile.what
    rows = table_of(exported(tmp_path, name))
    (tmp_path / "more").mkdir()
    book = openpyxl.load_workbook(io.BytesIO(exported(tmp_path / "more", name, "xlsx")))
    sheet = [[str(cell or "") for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert [head for head in sheet[0] if head] == [head for head in rows[0] if head]
    words = "".join("".join(row) for row in sheet)
    assert all(cell.replace("\n", "") in words.replace("\n", "") for row in rows for cell in row)
    assert any("按原价" in cell for row in rows for cell in row)


def test_a_form_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'title = "甲：{title}"\nunchanged = "omit"\n[[columns]]\nkind = "target"\nhead = "新（{label}）"\n'
        'insert = ["brackets", "shade"]\n[[columns]]\nkind = "change"\n',
        encoding="utf-8",
    )
    rows = table_of(exported(tmp_path, str(own)))
    assert rows[0] == ["新（2024）", "修订类型"]
    assert rows[1] == ["第一条\u3000工具间[成员]登记后告知保管员。", "改写"]


WRONG = [
    ("colour = 1", "the key “colour” is unknown"),
    ('title = 1\n[[columns]]\nkind = "base"', "title: write a text in quotation marks"),
    ('[[columns]]\nkind = "old"', "columns 1: kind: write one of number, base"),
    ('[[columns]]\nkind = "base"\nshare = 0', "columns 1: share: write a whole number from 1"),
    ('[[columns]]\nkind = "base"\ninsert = ["red"]', "columns 1: insert: write a list of bold"),
    ("title = ", "this is no TOML"),
    ("", "a profile needs [[columns]]"),
    ('unchanged = "hide"\n[[columns]]\nkind = "base"', "unchanged: write one of show, omit"),
]


@pytest.mark.parametrize(("text", "complaint"), WRONG)
def test_what_is_wrong_with_a_form_is_told(text: str, complaint: str) -> None:
    with pytest.raises(UsageError) as found:
        read_profile("own", text, "own.toml")
    assert str(found.value).startswith("own.toml: ")
    assert complaint in str(found.value)


def test_a_form_that_is_not_there_and_one_without_effect_are_refused(tmp_path: Path) -> None:
    place = str(folder(tmp_path))
    for arguments, said in (
        (("--format", "docx", "--profile", "none"), "There is no table profile “none”"),
        (("--format", "csv", "--profile", "tw"), "--profile has no effect on csv"),
        (("--format", "docx", "--profile", "none.toml"), "none.toml cannot be read"),
    ):
        done = run("export", place, *arguments, "-o", str(tmp_path / "out"))
        assert done.returncode == 2
        assert said in done.stderr


def test_forms_are_data() -> None:
    tw = load_profile("tw")
    assert [column.kind for column in tw.columns] == [ColumnKind.TARGET, ColumnKind.BASE, ColumnKind.REASONS]
    assert tw.columns[0].insert == (TextMark.UNDERLINE,)


def test_a_table_of_all_versions_is_marked(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "2027.txt").write_text(NEW.replace("两次", "三次"), encoding="utf-8")
    out = tmp_path / "all.docx"
    done = run("export", str(place), "--format", "docx", "--profile", "eu-4col", "-o", str(out))
    assert done.returncode == 0, done.stderr
    table = docx.Document(io.BytesIO(out.read_bytes())).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["2019", "2024", "2027", "Agreement"]
    bold = {run.text for row in table.rows[1:] for run in row.cells[2].paragraphs[0].runs if run.bold}
    assert any("三" in text for text in bold)


def test_a_clause_that_moved_is_never_left_out_for_being_routine(tmp_path: Path) -> None:
    lines = NEW.splitlines()
    words = [line.partition(" ")[2] for line in lines[1:]]
    moved = [*words[1:4], words[0], *words[4:]]
    place = folder(tmp_path)
    text = "".join(f"第{'一二三四五六'[at]}条 {each}\n" for at, each in enumerate(moved))
    (place / "2024.txt").write_text(f"{lines[0]}\n{text}", encoding="utf-8")
    out = tmp_path / "moved.docx"
    run("export", str(place), "--format", "docx", "--profile", "zh-articles", "-o", str(out))
    rows = table_of(out.read_bytes())
    assert any("登记后告知保管员" in row[2] for row in rows[1:])


SPECIMENS = Path(__file__).with_name("table_specimens")
SPECIMEN_OF = {
    "tw": "tw",
    "ja": "ja",
    "de-synopse": "de",
    "plain": "de",
    "eu-4col": "en",
    "en-redline-table": "en",
}


def export_specimen(name: str, out: Path) -> Path:
    pair = () if name == "eu-4col" else ("--base", "A", "--target", "B")
    source = str(SPECIMENS / SPECIMEN_OF.get(name, "zh"))
    done = run("export", source, "--format", "docx", "--profile", name, *pair, "-o", str(out))
    assert done.returncode == 0, done.stderr
    return out


def words_of(path: Path) -> tuple[list[str], list[list[str]]]:
    opened = docx.Document(str(path))
    return [each.text for each in opened.paragraphs if each.text], table_of(path.read_bytes())


@pytest.mark.slow
def test_libreoffice_opens_and_saves_every_form_without_losing_a_word(tmp_path: Path) -> None:
    made = [export_specimen(name, tmp_path / f"{name}.docx") for name in list_profiles()]
    for before, after in zip(made, convert(made, "docx", tmp_path), strict=True):
        assert words_of(after) == words_of(before), before.stem
        assert len(words_of(before)[1]) > 1, before.stem


@pytest.mark.parametrize("name", list_profiles())
def test_the_same_table_is_the_same_bytes(tmp_path: Path, name: str) -> None:
    one, two = (export_specimen(name, tmp_path / f"{copy}.docx") for copy in "12")
    assert one.read_bytes() == two.read_bytes()


def test_a_division_stands_only_above_a_clause_that_is_shown(tmp_path: Path) -> None:
    rows = table_of(export_specimen("zh-articles", tmp_path / "a.docx").read_bytes())
    assert [row[1] for row in rows if not row[0]] == ["第二章\u3000社员"]


def test_what_became_of_a_title_or_note_is_told_as_of_a_clause(tmp_path: Path) -> None:
    place = folder(tmp_path)
    for name, day in (("2019", "2019年3月1日"), ("2024", "2024年5月6日")):
        text = (place / f"{name}.txt").read_text(encoding="utf-8")
        title, rest = text.split("\n", 1)
        (place / f"{name}.txt").write_text(f"{title}\n（{day}居民会议通过）\n{rest}", encoding="utf-8")
    out = tmp_path / "titled.docx"
    run("export", str(place), "--format", "docx", "--profile", "zh-articles", "-o", str(out))
    rows = table_of(out.read_bytes())
    assert [row[-1] for row in rows if "居民会议" in row[1]] == ["修改"]


def test_a_comment_needs_no_word_that_says_what_it_is(tmp_path: Path) -> None:
    rows = table_of(export_specimen("ja", tmp_path / "a.docx").read_bytes())
    assert [row[-1] for row in rows[1:] if row[-1]] == ["船長の義務とした。"]
