"""Laws: whatever a text holds, no file loses a character; what no XML can hold is shown and counted."""

import csv
import io
import tracemalloc
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import docx
import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from effort import examples
from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.exporters import FORMATS, ExportRequest, Scope, count_unwritable
from hexapla.exporters.workbook import CELL_LIMIT, split_runs
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import Op, Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.reading.captions import Wording
from hexapla.reading.printed import write_version_lines
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.segmentation import segment
from hexapla.units import build_units

WORDING = Wording("en")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACCEPTED, REJECTED = {f"{WORD}del", f"{WORD}moveFrom"}, {f"{WORD}ins", f"{WORD}moveTo"}
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ROUGH = st.sampled_from(["\x1b", "\x0b", "\ufffe", "_x0041_", "<r>a</r>", "]]>", "=1+1", "&lt;", "\t=2", "'"])
CLAUSES = st.lists(st.one_of(ANY, ROUGH), min_size=1, max_size=5).map(
    lambda texts: "".join(
        f"第{number}条 甲{text}\n" for number, text in zip("一二三四五", texts, strict=False)
    )
)


def requested(texts: Sequence[str]) -> ExportRequest:
    # Of an encoding that is named nobody asks whether the file is text at all.
    sources = [read_source(f"{n}.txt", text.encode(), encoding="utf-8") for n, text in enumerate(texts)]
    alignment = align(segment(sources, Plan(id="x")))
    comparisons = compare_all(alignment)
    return ExportRequest(
        printed=PrintedDocument(alignment),
        comparisons=comparisons,
        wording=WORDING,
        comparison=comparisons[0],
        notes=False,
    )


def spelled(version: Version) -> str:
    return squeezed("".join(f"{c.number or ''}{c.heading or ''}{c.text}" for c in version.clauses))


def squeezed(text: str) -> str:
    return "".join(replace_unwritable(text).split())


def redlined(data: bytes, gone: set[str]) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    left = [
        run for run in body.iter(f"{WORD}r") if (above := run.getparent()) is None or above.tag not in gone
    ]
    return squeezed("".join(each.text or "" for run in left for each in run))


def written(request: ExportRequest, name: str, scope: Scope) -> bytes:
    return FORMATS[name].writers[scope](request)


def made(texts: Sequence[str]) -> tuple[ExportRequest, tuple[Version, ...]]:
    request = requested(texts)
    return request, request.alignment.document.versions


@examples(0.625)
@given(CLAUSES, CLAUSES)
def test_a_redline_holds_both_texts(one: str, other: str) -> None:
    request, (base, target) = made([one, other])
    redline = written(request, "redline", Scope.COMPARISON)
    for version, gone in ((base, REJECTED), (target, ACCEPTED)):
        assert redlined(redline, gone) == squeezed(
            "".join(write_version_lines(version, build_units(version)))
        )


@examples(0.625)
@given(CLAUSES, CLAUSES)
def test_structured_files_hold_every_clause(one: str, other: str) -> None:
    request, versions = made([one, other])
    apparatus = etree.fromstring(written(request, "tei", Scope.DOCUMENT))
    whole = squeezed("".join(map(str, apparatus.itertext())))
    for version in versions:
        act = etree.fromstring(written(replace(request, version=version), "akn", Scope.VERSION))
        (body,) = act.iter("{*}body")
        assert squeezed("".join(map(str, body.itertext()))) == spelled(version)
        assert all(squeezed(clause.text) in whole for clause in version.clauses)


@examples(0.375)
@given(CLAUSES, CLAUSES)
def test_tables_hold_every_clause(one: str, other: str) -> None:
    request, versions = made([one, other])
    table = docx.Document(io.BytesIO(written(request, "docx", Scope.DOCUMENT))).tables[0]
    book = openpyxl.load_workbook(io.BytesIO(written(request, "xlsx", Scope.DOCUMENT)))
    data = written(request, "changes", Scope.DOCUMENT).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    for column, version in enumerate(versions):
        word = bare("".join(row.cells[column].text for row in table.rows))
        excel = bare("".join(str(row[column + 2].value) for row in book.worksheets[1].iter_rows(min_row=2)))
        plain = bare("".join(row[("base_text", "target_text")[column]].removeprefix("'") for row in rows))
        for clause in version.clauses:
            assert bare(clause.text) in word
            assert bare(clause.text) in excel
            assert bare(clause.text) in plain


def bare(text: str) -> str:
    """Leave out the signs around removed words."""
    return "".join(char for char in squeezed(text) if char not in "〔〕[]")


def test_what_no_file_can_hold_is_shown_and_counted() -> None:
    text = "a\x00\x1b\x0b\ufffe\u202e\t"
    assert replace_unwritable(text) == "a␀␛␋\ufffd\u202e\t"
    assert count_unwritable(text) == 4


def test_a_cell_of_fifty_megabytes_takes_bounded_memory() -> None:
    runs = tuple((Op.EQUAL if n % 2 else Op.INSERT, "甲" * 100_000) for n in range(170))
    tracemalloc.start()
    cells = split_runs(runs, CELL_LIMIT)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(cells) == -(-170 * 100_000 // CELL_LIMIT)
    assert sum(len(text) for cell in cells for _, text in cell) == 17_000_000
    assert most < 200_000_000
