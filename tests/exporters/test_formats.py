"""Files about two versions: which pairs of many have them."""

import csv
import io
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from zipfile import ZipFile

import pytest

from hexapla import pages
from hexapla.collection import load_files
from hexapla.exporters import complete_record, from_record, restrict_to_pair, write_files
from hexapla.model import Comparison
from hexapla.pipeline import AnalysedDocument, build_document
from hexapla.reading import printed_rows
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument, PrintedRow

WORDING = Wording("en")


def built(folder: Path, *texts: str) -> AnalysedDocument:
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return build_document(load_files(paths))


def pairs(made: AnalysedDocument) -> set[str]:
    offered = write_files(made.alignment, made.comparisons, folder="x", wording=WORDING, formats=["redline"])
    return {f"{file.base}{file.target}" for file in offered}


@pytest.mark.parametrize("count", [2, 6, 7, 9])
def test_of_many_versions_neighbours_and_pairs_with_the_first_have_files(tmp_path: Path, count: int) -> None:
    made = built(tmp_path, *(f"第一条 工具 {number} 归还。\n第二条 园门常开。\n" for number in range(count)))
    sigla = made.document.sigla
    every = {a + b for a, b in combinations(sigla, 2)}
    near = {a + b for a, b in combinations(sigla, 2) if a == "A" or sigla.index(b) == sigla.index(a) + 1}
    assert pairs(made) == (every if count <= 6 else near)


def test_the_site_says_which_pairs_have_files_and_the_workbook_has_a_sheet_for_the_same(
    tmp_path: Path,
) -> None:
    made = built(tmp_path, *(f"第一条 工具 {number} 归还。\n第二条 园门常开。\n" for number in range(4)))
    sheets = {}
    for choice, wanted in (("auto", 6), ("neighbours", 3), ("last", 5)):
        files = write_files(
            made.alignment,
            made.comparisons,
            folder="x",
            wording=WORDING,
            formats=["redline", "xlsx"],
            choice=[choice],
        )
        assert sum(file.format == "redline" for file in files) == wanted
        (book,) = (file.data for file in files if file.format == "xlsx")
        with ZipFile(io.BytesIO(book)) as archive:
            sheets[choice] = sum(name.startswith("xl/worksheets/sheet") for name in archive.namelist())
    assert sheets["auto"] - sheets["neighbours"] == 3
    assert sheets["last"] - sheets["neighbours"] == 2


def test_files_about_all_versions_tell_the_pairs_that_have_files_and_json_names_the_others(
    tmp_path: Path,
) -> None:
    made = built(tmp_path, *(f"第一条 工具 {number} 归还。\n第二条 园门常开。\n" for number in range(8)))
    every = set(combinations(made.document.sigla, 2))
    wanted = {(a, b) for a, b in every if a == "A" or ord(b) == ord(a) + 1}
    names = ["json", "changes", "xlsx", "csv"]
    files = {
        file.format: file
        for file in write_files(made.alignment, made.comparisons, folder="x", wording=WORDING, formats=names)
    }
    assert [files[name].pairs_left_out for name in names] == [len(every - wanted)] * 3 + [0]
    (record,) = json.loads(files["json"].data)["documents"]
    assert {(each["base"], each["target"]) for each in record["comparisons"]} == wanted
    assert set(map(tuple, record["pairs_left_out"])) == every - wanted
    lines = csv.DictReader(io.StringIO(files["changes"].data.decode("utf-8-sig")))
    assert {(line["base"], line["target"]) for line in lines} == wanted
    contents = from_record(record)
    assert complete_record(contents.alignment, contents.comparisons) == record
    assert "pairs_left_out" not in complete_record(made.alignment, made.comparisons)


def test_a_pair_alone_knows_nothing_of_other_versions(tmp_path: Path) -> None:
    text = "第一条 工具用后应当归还原处。\n"
    made = built(tmp_path, text, text + "第二条 园门常开。\n", text.replace("应当", "必须"))
    (pair,) = (one for one in made.comparisons if (one.base, one.target) == ("A", "C"))
    alignment, comparison = restrict_to_pair(made.alignment, pair)
    assert alignment.document.sigla == ("A", "C")
    assert [row.cells for row in alignment.rows] == [(("art_1",), ("art_1",))]
    assert comparison.changes == pair.changes
    assert {each[0] for row in alignment.rows for link in row.links for each in (link.a, link.b)} <= {
        "A",
        "C",
    }


STRANGER = "昨夜大雪。\n山路难行。\n"
LENT = "第一条 借用工具应当登记，借期三日，逾期由管理员提醒并记录。\n第二条 园门每日八时开放。\n"
BRIEF = "第一条 先登记，再取梯子。\n第二条 园门每日八时开放，冬季九时。\n"


@pytest.mark.parametrize(
    ("base", "target", "codes"),
    [("A", "B", ["weak_link"]), ("A", "C", ["unrelated"]), ("B", "C", ["unrelated"])],
)
def test_a_pair_alone_keeps_what_is_doubtful_about_it(
    tmp_path: Path, base: str, target: str, codes: list[str]
) -> None:
    made = built(tmp_path, LENT, BRIEF, STRANGER)
    assert [each.code for each in made.alignment.findings] == ["unrelated", "unrelated", "weak_link"]
    (pair,) = (one for one in made.comparisons if (one.base, one.target) == (base, target))
    alignment, comparison = restrict_to_pair(made.alignment, pair)
    assert [each.code for each in alignment.findings] == codes
    page = pages.render_single_file(alignment, [comparison], findings=alignment.findings, language="en")
    assert all(each.message in page for each in alignment.findings)
    assert {source.path for source in alignment.document.sources} == {
        version.source.path for version in alignment.document.versions
    }


def test_the_rows_of_a_comparison_are_printed_once_for_all_formats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = built(tmp_path, *(f"第一条 园门{hour}时开。\n第二条 工具归还。\n" for hour in "七八九"))
    printed: list[tuple[str, str]] = []
    whole = printed_rows.print_rows

    def counting(document: PrintedDocument, comparison: Comparison) -> Iterator[PrintedRow]:
        printed.append((comparison.base, comparison.target))
        return whole(document, comparison)

    monkeypatch.setattr(printed_rows, "print_rows", counting)
    assert {
        file.format for file in write_files(made.alignment, made.comparisons, folder="x", wording=WORDING)
    } >= {*("docx", "redline", "xlsx", "changes")}
    assert sorted(printed) == [("A", "B"), ("A", "C"), ("B", "C")]
