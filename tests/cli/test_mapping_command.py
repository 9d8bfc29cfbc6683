"""`hexapla mapping`: links between texts of different ranks, to a workbook and back."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from hexapla.collection.mapping_yml import read_mapping, write_mapping
from hexapla.exporters import write_mapping_workbook
from hexapla.exporters.mapping_workbook_reader import read_mapping_sheet
from hexapla.levels import relate_levels
from hexapla.model import Alignment, LevelRelation, MappingEntry
from levels.specimen import RULE, build_levels

MAPPING = """\
- from: "L/第三条"
  to: "R/art_2"
  relation: superset
  reason: "=1+2"
- from: "L/art_4"
  relation: none
"""


def read_sheet(path: Path) -> list[list[str]]:
    """Return the lines of a workbook."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def export(folder: Path, out: Path) -> list[list[str]]:
    """Export a document's links."""
    done = run("mapping", "export", str(folder), "-o", str(out))
    assert done.returncode == 0, done.stderr
    return read_sheet(out)


def test_the_sheet_has_every_link_every_suggestion_and_what_is_open(tmp_path: Path) -> None:
    build_levels(tmp_path / "lamp", MAPPING)
    head, *lines = export(tmp_path / "lamp", tmp_path / "out.xlsx")
    assert head[:8] == ["起", "起：条号", "起：文字", "关系", "讫", "讫：条号", "讫：文字", "理由"]
    assert [(line[0], line[3], line[4], line[8]) for line in lines] == [
        ("L/第三条", "包含", "R/art_2", ""),
        ("L/art_4", "无", "", ""),
        ("L/art_2", "", "R/art_1", "一方援引另一方"),
        ("L/art_1", "", "R", "未定"),
        ("L/art_2", "", "R", "未定"),
        ("R/art_1", "", "L", "未定"),
        ("R/art_3", "", "L", "未定"),
    ]
    assert lines[0][1:3] == ["第三条", "灯油由镇公所供给。"]
    assert lines[0][7] == "=1+2"


def test_a_filled_sheet_becomes_mapping_yml(tmp_path: Path) -> None:
    folder, out = tmp_path / "lamp", tmp_path / "out.xlsx"
    build_levels(folder, MAPPING)
    export(folder, out)
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    sheet.cell(4, 4).value = "intersects"
    sheet.cell(5, 4).value = "无"
    book.save(out)
    done = run("mapping", "import", str(folder), str(out))
    assert (done.returncode, "4 links" in done.stderr) == (0, True)
    found = read_mapping("", "", (folder / "mapping.yml").read_bytes())
    assert [(each.source, each.target, each.relation.value, each.reason) for each in found] == [
        ("L/第三条", "R/art_2", "superset", "=1+2"),
        ("L/art_4", None, "none", ""),
        ("L/art_2", "R/art_1", "intersects", ""),
        ("L/art_1", "R", "none", ""),
    ]
    assert all(each.source_words for each in found)
    build_levels(
        folder, (folder / "mapping.yml").read_text(encoding="utf-8"), rule=RULE.replace("初一", "初二")
    )
    line = export(folder, out)[1]
    assert line[8] == "对应作出以后，文字已有改动"
    assert run("mapping", "pin", str(folder)).returncode == 0
    assert export(folder, out)[1][8] == ""


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({(2, 4): "same"}, "row 2: “same” is no relation"),
        ({(2, 1): None}, "row 2: no clause is named"),
        ({(2, 1): "L/art_7"}, "L has no clause art_7"),
        ({(4, 1): "L/第三条", (4, 4): "equal", (4, 5): "R/art_2"}, "stand in row 2 already"),
        ({(5, 1): "L/art_3", (5, 4): "none"}, "said to have no counterpart"),
    ],
)
def test_nothing_is_written_where_a_line_is_wrong(
    tmp_path: Path, cells: dict[tuple[int, int], str | None], said: str
) -> None:
    folder, out = tmp_path / "lamp", tmp_path / "out.xlsx"
    build_levels(folder, MAPPING)
    export(folder, out)
    book = openpyxl.load_workbook(out)
    for place, text in cells.items():
        book.worksheets[0].cell(*place).value = text
    book.save(out)
    done = run("mapping", "import", str(folder), str(out))
    assert done.returncode == 2
    assert said in done.stderr
    assert (folder / "mapping.yml").read_text(encoding="utf-8") == MAPPING


def test_versions_are_no_levels(tmp_path: Path) -> None:
    folder = tmp_path / "lamp"
    folder.mkdir()
    (folder / "a.txt").write_text("第一条 灯塔。\n", encoding="utf-8")
    done = run("mapping", "export", str(folder), "-o", str(tmp_path / "out.xlsx"))
    assert done.returncode == 2
    assert "write “order: levels” into" in done.stderr.replace("\n", " ")


@pytest.fixture(scope="module")
def alignment(tmp_path_factory: pytest.TempPathFactory) -> Alignment:
    return build_levels(tmp_path_factory.mktemp("levels") / "lamp").alignment


REASON = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=40
).map(lambda text: " ".join(text.split()))
DIGESTS = st.one_of(st.none(), st.from_regex("[0-9a-f]{12}", fullmatch=True))
SOURCES = ["L/art_1", "L/第二条", "L/第二条第（一）项", "L/art_77"]
TARGETS = [None, "R", "R/art_1", "R/第三条", "R/art_2"]


@given(
    links=st.lists(
        st.tuples(
            st.sampled_from(SOURCES),
            st.sampled_from(TARGETS),
            st.sampled_from([each for each in LevelRelation if each != "none"]),
            REASON,
            DIGESTS,
            DIGESTS,
        ),
        max_size=8,
        unique_by=lambda each: each[:2],
    ),
    language=st.sampled_from(["en", "zh"]),
)
def test_no_link_is_lost_on_the_way(
    alignment: Alignment,
    links: list[tuple[str, str | None, LevelRelation, str, str | None, str | None]],
    language: str,
) -> None:
    entries = tuple(
        MappingEntry(
            source=source,
            target=target,
            relation=relation if target and "/" in target else LevelRelation.NONE,
            reason=reason,
            source_words=one,
            target_words=other,
            file="",
            line=0,
        )
        for source, target, relation, reason, one, other in links
    )
    data = write_mapping_workbook(relate_levels(alignment, entries), entries, language)
    read = read_mapping_sheet("links.xlsx", "", data)
    filed = read_mapping("mapping.yml", "", write_mapping(read).encode())
    assert [strip_place(each) for each in filed] == list(entries)
    assert io.BytesIO(data).read(2) == b"PK"
    assert data == write_mapping_workbook(relate_levels(alignment, entries), entries, language)


def strip_place(entry: MappingEntry) -> MappingEntry:
    """Leave out where an entry stands."""
    return replace(entry, file="", line=0)
