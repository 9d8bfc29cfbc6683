"""A redline is all of both texts and nothing else: accept it, it is the target, reject it, it is the base.

Changes are accepted and rejected as ISO/IEC 29500-1, 17.13.5, says; what is left is read as any Word file.
"""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from hexapla.collection import load_files
from hexapla.exporters import FORMATS, ExportRequest, Scope
from hexapla.pipeline import AnalysedDocument, build_document
from hexapla.readers import read_source
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument
from readers.word import document, noted

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDING = Wording("en")
PARTS = ("word/document.xml", "word/footnotes.xml")

LEASE = [
    "Lease of the mill",
    "Adopted on 4 May 2019",
    "1. The miller pays the rent{1} on the first day of the month.",
    "2. The owner keeps the wheel{2} and the sluice in repair.",
    "3. Flour is weighed by both on the scales in the hall.{3}",
    "Signed: Jonas Ek",
]
NOTES = ["Four hundred crowns a year.", "With its iron bands.", "Or in the yard, if the hall is shut."]
LETTER = [
    "The landlord hands over two keys on the first of June.",
    "The tenant returns them on the last of August.{1}",
]
TITLED = ["Lease of the mill{1}", "1. The miller pays the rent{2} at once.", "2. He keeps the wheel."]
Side = tuple[list[str], list[str]]
"""paragraphs, in which {2} is the mark of the second note, and notes"""
PAIRS: dict[str, tuple[Side, Side]] = {
    "a note reworded": ((LEASE, NOTES), (LEASE, ["Nine hundred crowns a year.", *NOTES[1:]])),
    "title, adoption and signer changed": (
        (LEASE, NOTES),
        (
            [
                "Lease of the old mill",
                "Adopted on 4 May 2019, amended on 5 June 2021",
                *LEASE[2:5],
                "Signed: Maria Lund",
            ],
            NOTES,
        ),
    ),
    "words beside the mark": (
        (LEASE, NOTES),
        ([*LEASE[:2], LEASE[2].replace("rent{1}", "rent and the tax{1}"), *LEASE[3:]], NOTES),
    ),
    "words before and behind the mark": (
        (LEASE, NOTES),
        ([*LEASE[:2], LEASE[2].replace("rent{1} on the first", "tithe{1} by the last"), *LEASE[3:]], NOTES),
    ),
    "a note put before the others": (
        (LEASE, NOTES),
        (
            [
                *LEASE[:2],
                "1. The miller{1} pays the rent{2} on the first day of the month.",
                LEASE[3].replace("{2}", "{3}"),
                LEASE[4].replace("{3}", "{4}"),
                LEASE[5],
            ],
            ["Or his widow.", *NOTES],
        ),
    ),
    "a note gone": (
        (LEASE, NOTES),
        (
            [
                *LEASE[:2],
                LEASE[2].replace("{1}", ""),
                LEASE[3].replace("{2}", "{1}"),
                LEASE[4].replace("{3}", "{2}"),
                LEASE[5],
            ],
            NOTES[1:],
        ),
    ),
    "a mark at another place": (
        (LEASE, NOTES),
        ([*LEASE[:2], "1. The miller pays the rent on the first day{1} of the month.", *LEASE[3:]], NOTES),
    ),
    "a clause gone with its note": (
        (LEASE, NOTES),
        ([*LEASE[:3], LEASE[4].replace("3.", "2.").replace("{3}", "{2}"), LEASE[5]], [NOTES[0], NOTES[2]]),
    ),
    "a clause moved with its note": (
        (LEASE, NOTES),
        (
            [
                *LEASE[:2],
                LEASE[4].replace("3.", "1.").replace("{3}", "{1}"),
                LEASE[2].replace("1.", "2.").replace("{1}", "{2}"),
                LEASE[3].replace("2. The", "3. The").replace("{2}", "{3}"),
                LEASE[5],
            ],
            [NOTES[2], NOTES[0], NOTES[1]],
        ),
    ),
    "a note in the title": (
        (TITLED, ["At the lower weir.", NOTES[0]]),
        (TITLED, ["At the upper weir.", NOTES[0]]),
    ),
    "no title, no signature, a note": (
        (LETTER, ["If it is no Sunday."]),
        ([LETTER[0].replace("two", "three"), LETTER[1]], ["If it is no feast day."]),
    ),
    "notes in one version only": ((LEASE, NOTES), ([re.sub(r"\{\d\}", "", line) for line in LEASE], [])),
}


def built(home: Path, *files: bytes) -> AnalysedDocument:
    paths = [home / f"draft-{number}.docx" for number in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    return build_document(load_files(paths))


def redline(made: AnalysedDocument) -> bytes:
    request = ExportRequest(
        printed=PrintedDocument(made.alignment),
        comparisons=made.comparisons,
        wording=WORDING,
        comparison=made.comparisons[0],
    )
    return FORMATS["redline"].writers[Scope.COMPARISON](request)


def settled(data: bytes, *, accept: bool) -> bytes:
    """Accept or reject all changes."""
    gone, kept = (
        (("del", "moveFrom"), ("ins", "moveTo")) if accept else (("ins", "moveTo"), ("del", "moveFrom"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name in PARTS:
                root = etree.fromstring(content)
                settle(root, gone, kept)
                content = etree.tostring(root)
            made.writestr(name, content)
    return out.getvalue()


def settle(root: etree._Element, gone: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """Take out what is gone, unwrap what is kept, join paragraphs whose mark is gone."""
    carried: list[etree._Element] = []
    settle_tables(root, gone, kept)
    for paragraph in list(root.iter(f"{WORD}p")):
        mark = paragraph.find(f"{WORD}pPr/{WORD}rPr")
        joins = mark is not None and any(mark.find(WORD + name) is not None for name in gone)
        if mark is not None:
            above(mark).remove(mark)
        for wrapper in [each for each in paragraph if each.tag in {WORD + name for name in (*gone, *kept)}]:
            if wrapper.tag in {WORD + name for name in kept}:
                for run in wrapper:
                    wrapper.addprevious(run)
            paragraph.remove(wrapper)
        runs = [*carried, *(each for each in paragraph if each.tag == f"{WORD}r")]
        carried = runs if joins else []
        if joins:
            above(paragraph).remove(paragraph)
        else:
            paragraph.extend(runs)
    for deleted in root.iter(f"{WORD}delText"):
        deleted.tag = f"{WORD}t"
    assert not carried


def settle_tables(root: etree._Element, gone: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """Take out the rows and cells that are gone."""
    for row in list(root.iter(f"{WORD}tr")):
        if any(row.find(f"{WORD}trPr/{WORD}{name}") is not None for name in gone):
            above(row).remove(row)
    for mark in [mark for each in root.iter(f"{WORD}trPr", f"{WORD}tcPr") for mark in each]:
        if mark.tag == f"{WORD}cell{gone[0].title()}":
            above(above(above(mark))).remove(above(above(mark)))
        elif mark.tag in {WORD + name for name in (*kept, *(f"cell{name.title()}" for name in kept))}:
            above(mark).remove(mark)


def text_of(element: etree._Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext()))


def above(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def lines(data: bytes) -> list[str]:
    return [line for line in read_source("x.docx", data).text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", PAIRS)
def test_accepted_it_is_the_target_and_rejected_the_base(name: str, tmp_path: Path) -> None:
    files = [noted(*side) for side in PAIRS[name]]
    made = redline(built(tmp_path, *files))
    assert lines(settled(made, accept=True)) == lines(files[1])
    assert lines(settled(made, accept=False)) == lines(files[0])


FEES = [["Boat", "Fee", "Remark"], ["Dinghy", "400", "per season"], ["Barge", "1,200"], ["Ferry", "free"]]
BEFORE, AFTER = "2. The fees are these:", "They fall due on the first of May."
GRIDS: dict[str, tuple[list[list[str]], list[list[str]]]] = {
    "a cell changed": (FEES, [FEES[0], ["Dinghy", "900", "per season"], *FEES[2:]]),
    "a row come, a row gone": (FEES, [FEES[0], ["Canoe", "100"], FEES[1], FEES[3]]),
    "the last row gone": (FEES, FEES[:-1]),
    "a row behind the last": (FEES, [*FEES, ["Raft", "50", "per day"]]),
    "a column come": (FEES, [[row[0], "Pier 3", *row[1:]] for row in FEES]),
    "a column gone": (FEES, [[row[0], *row[2:], "-"][:2] for row in FEES]),
    "all cells others": (FEES, [["甲", "乙"], ["丙", "丁"]]),
    "the table gone": (FEES, []),
    "the table come": ([], FEES),
    "an empty cell filled": (FEES, [*FEES[:2], ["Barge", "1,200", "per year"], FEES[3]]),
}


def grid(rows: list[list[str]]) -> str:
    cells = [
        "".join(f"<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in row)
        for row in rows
    ]
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def sheet(rows: list[list[str]], *, last: bool) -> bytes:
    texts = ["Harbour dues", "1. The harbour is open.", BEFORE, "" if last else AFTER, "3. The end."]
    made = [f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts[: 3 if last else None]]
    return document(*made[:3], *([grid(rows)] if rows else []), *made[3:])


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("name", GRIDS)
def test_a_table_stays_one_in_either_version(name: str, last: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a case, not an option
    files = [sheet(rows, last=last) for rows in GRIDS[name]]
    made = redline(built(tmp_path, *files))
    assert lines(settled(made, accept=True)) == lines(files[1])
    assert lines(settled(made, accept=False)) == lines(files[0])


def test_a_changed_cell_is_all_that_is_tracked(tmp_path: Path) -> None:
    files = [sheet(rows, last=False) for rows in GRIDS["a cell changed"]]
    with zipfile.ZipFile(io.BytesIO(redline(built(tmp_path, *files)))) as archive:
        body = etree.fromstring(archive.read(PARTS[0]))
    assert [text_of(each) for each in body.iter(f"{WORD}del")] == ["400"]
    assert [text_of(each) for each in body.iter(f"{WORD}ins")] == ["900"]
    assert [len(row.findall(f"{WORD}tc")) for row in body.iter(f"{WORD}tr")] == [3, 3, 3, 3]


def test_a_row_that_came_is_tracked_as_a_row(tmp_path: Path) -> None:
    files = [sheet(rows, last=False) for rows in GRIDS["a row behind the last"]]
    with zipfile.ZipFile(io.BytesIO(redline(built(tmp_path, *files)))) as archive:
        body = etree.fromstring(archive.read(PARTS[0]))
    tracked = [row for row in body.iter(f"{WORD}tr") if row.find(f"{WORD}trPr/{WORD}ins") is not None]
    assert ["|".join(map(text_of, row.iter(f"{WORD}tc"))) for row in tracked] == ["Raft|50|per day"]


def test_a_note_of_both_versions_stands_once_with_its_change_inside(tmp_path: Path) -> None:
    made = redline(built(tmp_path, *(noted(*side) for side in PAIRS["a note reworded"])))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body, notes = (etree.fromstring(archive.read(name)) for name in PARTS)
    references = list(body.iter(f"{WORD}footnoteReference"))
    assert len(references) == 3
    assert {above(above(each)).tag for each in references} == {f"{WORD}p"}
    assert [text_of(each) for each in notes.iter(f"{WORD}del")] == ["Four"]
    assert [text_of(each) for each in notes.iter(f"{WORD}ins")] == ["Nine"]


PRINTED = "1. The gate is shut at dusk.†\n\n2. The key hangs in the hall.\n\n† Later in June.\n"


def test_a_mark_that_no_word_processor_counts_is_printed(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, text in zip(paths, (PRINTED, PRINTED.replace("June", "July")), strict=True):
        path.write_text(text, encoding="utf-8")
    with zipfile.ZipFile(io.BytesIO(redline(build_document(load_files(paths))))) as archive:
        body, notes = (etree.fromstring(archive.read(name)) for name in PARTS)
    (mark,) = body.iter(f"{WORD}footnoteReference")
    assert mark.get(f"{WORD}customMarkFollows") == "1"
    assert text_of(mark.getparent()) == "†"
    assert text_of(notes[-1]) == "† Later in JuneJuly."


NAMELESS = [
    ("redline", Scope.COMPARISON, "word/document.xml"),
    ("tei", Scope.DOCUMENT, None),
    ("akn", Scope.VERSION, None),
]


@pytest.mark.parametrize(("form", "scope", "part"), NAMELESS)
def test_no_file_s_name_is_text_of_a_file(form: str, scope: Scope, part: str | None, tmp_path: Path) -> None:
    made = built(tmp_path, *(noted(*side) for side in PAIRS["no title, no signature, a note"]))
    request = ExportRequest(
        printed=PrintedDocument(made.alignment),
        comparisons=made.comparisons,
        wording=WORDING,
        comparison=made.comparisons[0],
        version=made.document.versions[0],
    )
    data = FORMATS[form].writers[scope](request)
    if part:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read(part)
    root = etree.fromstring(data)
    for head in [*root.iter("{*}teiHeader"), *root.iter("{*}meta")]:
        above(head).remove(head)
    assert "draft" not in text_of(root)
