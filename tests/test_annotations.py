"""Notes on clauses, through all versions, and those that lost their clause."""

from pathlib import Path

import builders
from commands import run
from hexapla.alignment import align
from hexapla.annotations import annotate
from hexapla.collection import load_files
from hexapla.exporters import complete_record
from hexapla.exporters.record_reader import from_record
from hexapla.model import AnnotationKind, NoteEntry
from hexapla.pipeline.stages import build_document
from hexapla.plan import Plan
from hexapla.segmentation import segment

FIRST = "第一条 器具由保管员登记。\n第二条 借用人三日内归还器具。\n第三条 遗失器具的应当赔偿。\n"
SECOND = (
    "第一条 本办法适用于工作间。\n第二条 器具由保管员登记造册。\n第三条 借用人三日内归还器具。\n"
    "第四条 遗失器具的应当赔偿。\n"
)
NOTES = """\
- {clause: A/art_2, text: 期限偏短, author: 李}
- {clause: B/art_2, text: 造册便于清点, kind: reason}
- {clause: B/art_9, text: 不在了}
- {clause: D/art_1, text: 没有此版}
"""


def make_folder(tmp_path: Path, notes: str = NOTES) -> Path:
    folder = tmp_path / "tools"
    folder.mkdir()
    for name, text in (("2020.txt", FIRST), ("2024.txt", SECOND), ("notes.yml", notes)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_note_stands_with_its_row(tmp_path: Path) -> None:
    built = build_document(load_files([make_folder(tmp_path)]))
    rows = {row.id: row.cells for row in built.alignment.rows}
    told = [(each.text, rows[each.row]) for each in built.alignment.annotations]
    assert told == [
        ("造册便于清点", (("art_1",), ("art_2",))),
        ("期限偏短", (("art_2",), ("art_3",))),
    ]
    assert [each.author for each in built.alignment.annotations] == [None, "李"]


def test_notes_that_lost_their_clause_are_told(tmp_path: Path) -> None:
    built = build_document(load_files([make_folder(tmp_path)]))
    lost = [finding.message for finding in built.findings if finding.code == "note_orphan"]
    assert lost == [
        "The note in tools/notes.yml line 3 has lost its clause: B has no clause art_9.",
        "The note in tools/notes.yml line 4 has lost its clause: there is no version D.",
    ]
    done = run("check", "--sources", str(tmp_path))
    assert "notes.yml:3" in done.stdout


def test_a_part_of_a_clause_stands_for_the_clause() -> None:
    lists = "（一）手用器具；\n（二）电动器具。\n第二条 器具由保管员登记。\n"
    texts = (f"第一条 器具分为两类：\n{lists}", f"第一条 器具分为：\n{lists}")
    sources = [builders.source(f"{siglum}.txt", text) for siglum, text in zip("AB", texts, strict=True)]
    alignment = align(segment(tuple(sources), Plan(id="tools")))
    part = next(clause.id for clause in alignment.document.versions[1].clauses if clause.number == "（二）")
    entry = NoteEntry(clause=("B", part), text="含充电器", file="notes.yml", line=1)
    (found,) = annotate(alignment, [entry]).annotations
    assert found.row == alignment.rows[0].id
    assert found.clause == ("B", part)


def test_reasons_of_a_comparison_table_are_notes(tmp_path: Path) -> None:
    table = tmp_path / "table.md"
    table.write_text(
        "| 修正條文 | 現行條文 | 說明 |\n|---|---|---|\n"
        "| 第一條 器具由保管員登記造冊。 | 第一條 器具由保管員登記。 | 造冊以便清點。 |\n"
        "| 第二條 借用人五日內歸還器具。 | 第二條 借用人三日內歸還器具。 | 三日過短。 |\n"
        "| 第三條 遺失器具者應賠償。 | 第三條 遺失器具者應賠償。 | 未修正。 |\n",
        encoding="utf-8",
    )
    built = build_document(load_files([table]))
    told = [(each.kind, each.text, each.line) for each in built.alignment.annotations]
    reason = AnnotationKind.REASON
    assert [text for _, text, _ in told] == ["造冊以便清點。", "三日過短。", "未修正。"]
    assert {kind for kind, _, _ in told} == {reason}
    assert all(each.row for each in built.alignment.annotations)


def test_notes_are_written_and_read_back(tmp_path: Path) -> None:
    built = build_document(load_files([make_folder(tmp_path)]))
    record = complete_record(built.alignment, built.comparisons, settings=built.settings)
    assert record["notes"]
    assert from_record(record).alignment.annotations == built.alignment.annotations


def test_a_settings_file_by_another_name_is_told(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    (folder / "notes.yml").rename(folder / "Notes.yaml")
    assert "rename it to notes.yml" in run("check", "--sources", str(tmp_path)).stdout
