"""Values → records: the names, the nesting and the order of keys that docs/reference/json.md promises."""

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import builders
from effort import examples
from hexapla.alignment import align
from hexapla.collection import load_files
from hexapla.comparison import compare_all
from hexapla.exporters import alignment_record, document_record, dump_records
from hexapla.findings import make_finding
from hexapla.model import (
    Alignment,
    Basis,
    Change,
    Comparison,
    Completeness,
    Confidence,
    Edit,
    Flag,
    Link,
    Op,
    Order,
    Relation,
    Row,
    SetAside,
    SetAsideChange,
    Version,
)
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.reading import Status
from hexapla.segmentation import segment

SCHEMA_FILE = Path(__file__).parents[2] / "docs/schema/hexapla-1.schema.json"
SCHEMA: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

TEXT = "第一条\N{NO-BREAK SPACE}挖地。\n广告"
SOURCE = builders.source("in/园.txt", TEXT)


def version(siglum: str, part: int | None) -> Version:
    return builders.version(
        siglum,
        [builders.clause("art_1", "第一条", "挖地。", spans=[(0, 8)])],
        label="甲",
        title="园规",
        issued="2019-04",
        own=SOURCE,
        part=part,
        extent=(0, 10),
        set_aside=[SetAside(kind="furniture", spans=((8, 10),))],
        completeness=Completeness.CUT_OFF,
        findings=[make_finding("cut_off", version=siglum, spans=((6, 8),), line=1, evidence="x")],
    )


DOCUMENT = builders.document(
    [version("A", 1), version("B", None)],
    name="园",
    title="园规",
    promised=3,
    set_aside=[SetAside(kind="contents", spans=((8, 9), (9, 10)), file="in/园.txt")],
    findings=[make_finding("promised_version_missing", promised=3, found=2)],
)
LINK = Link(a=("A", "art_1"), b=("B", "art_1"), basis=Basis.WORDING, score=0.123456789)
ROWS = (
    Row(id="A__art_1", cells=(("art_1",), ("art_1",)), links=(LINK,)),
    Row(id="A__x", cells=(("x", "y"), ()), links=(), not_in_text=("B",)),
)
ALIGNMENT = Alignment(
    document=DOCUMENT, rows=ROWS, findings=(make_finding("weak_link", a="A", b="B", score=0.1),)
)
CHANGE = Change(
    row="A__art_1",
    cells=(("art_1",), ("art_1",)),
    relation=Relation.MATCHED,
    moved=False,
    renumbered=True,
    flags=(Flag.PERIOD, Flag.MODALITY),
    edits=(Edit(Op.EQUAL, "挖"), Edit(Op.DELETE, "地"), Edit(Op.INSERT, "土")),
    heading_edits=(Edit(Op.INSERT, "总则"),),
    moved_with="A__x",
    decision="so",
    findings=(make_finding("reference_dangling", reference="第九条"),),
)
OUTSIDE = SetAsideChange(
    kind="footnote",
    base="挖地",
    target="",
    edits=(Edit(Op.DELETE, "挖地"),),
    base_mark="¹",
    base_spans=((4, 8),),
)
COMPARISON = Comparison(
    document=DOCUMENT,
    base="A",
    target="B",
    changes=(CHANGE,),
    set_aside_changes=(OUTSIDE,),
    findings=(
        make_finding(
            "set_aside_only", version="A", spans=((4, 8),), line=1, kind="footnote", siglum="A", text="挖地"
        ),
    ),
)

VERSION_RECORD = {
    "siglum": "A",
    "label": "甲",
    "title": "园规",
    "language": "und",
    "issued": "2019-04",
    "in_force": {
        "from": None,
        "until": None,
        "certainty": "unknown",
        "reason": "silent",
        "clause": None,
        "clauses": [],
    },
    "file": "in/园.txt",
    "part": 1,
    "source_sha256": SOURCE.sha256,
    "text_sha256": sha256(TEXT[:10].encode()).hexdigest(),
    "characters": 10,
    "completeness": "cut_off",
    "set_aside": [{"spans": [[8, 10]], "kind": "furniture", "clause": None}],
    "clauses": [
        {"id": "art_1", "number": "第一条", "heading": None, "text": "挖地。", "depth": 0, "spans": [[0, 8]]}
    ],
    "findings": [
        {
            "code": "cut_off",
            "severity": "note",
            "message": "The end is missing: x.",
            "version": "A",
            "spans": [[6, 8]],
            "line": 1,
            "place": None,
        }
    ],
}
DOCUMENT_RECORD = {
    "id": "园",
    "title": "园规",
    "language": "zh-Hans",
    "order": "parallel",
    "promised": 3,
    "set_aside": [{"file": "in/园.txt", "spans": [[8, 9], [9, 10]], "kind": "contents"}],
    "findings": [
        {
            "code": "promised_version_missing",
            "severity": "note",
            "message": "Versions that the text announces: 3; versions that are there: 2.",
            "version": None,
            "spans": None,
            "line": None,
            "place": None,
        }
    ],
    "versions": [VERSION_RECORD],
}
ROW_RECORDS = [
    {
        "id": "A__art_1",
        "cells": {"A": ["art_1"], "B": ["art_1"]},
        "links": [
            {
                "a": ["A", "art_1"],
                "b": ["B", "art_1"],
                "basis": "wording",
                "score": 0.1235,
                "confidence": "weak",
            }
        ],
    },
    {"id": "A__x", "cells": {"A": ["x", "y"], "B": []}, "links": []},
]
CHANGE_RECORD = {
    "id": "A__art_1",
    "row": "A__art_1",
    "cells": {"A": ["art_1"], "B": ["art_1"]},
    "status": "reworded",
    "relation": "matched",
    "moved": False,
    "renumbered": True,
    "flags": ["period", "modality"],
    "edits": [["equal", "挖"], ["delete", "地"], ["insert", "土"]],
    "heading_edits": [["insert", "总则"]],
    "moved_phrases": [],
    "items": [],
    "replacements": [],
    "routine": [],
    "affected": [],
    "moved_with": "A__x",
    "decision": "so",
    "findings": [
        {
            "code": "reference_dangling",
            "severity": "warning",
            "message": "The reference 第九条 leads to no clause.",
            "version": None,
            "spans": None,
            "line": None,
            "place": None,
        }
    ],
}

OUTSIDE_RECORD = {
    "kind": "footnote",
    "base": "挖地",
    "target": "",
    "edits": [["delete", "挖地"]],
    "base_mark": "¹",
    "target_mark": None,
    "base_spans": [[4, 8]],
    "target_spans": [],
}
OUTSIDE_FINDING = {
    "code": "set_aside_only",
    "severity": "note",
    "message": "Only A has this footnote: “挖地”.",
    "version": "A",
    "spans": [[4, 8]],
    "line": 1,
    "place": None,
}


def in_json(record: object) -> str:
    """JSON text: equal only if the keys stand in the same order."""
    return json.dumps(record, ensure_ascii=False)


def test_record_of_a_document() -> None:
    record = document_record(DOCUMENT)
    versions = record["versions"]
    assert isinstance(versions, list)
    assert in_json({**record, "versions": versions[:1]}) == in_json(DOCUMENT_RECORD)
    assert versions[1]["part"] is None


def test_record_of_an_alignment() -> None:
    record = alignment_record(ALIGNMENT, [COMPARISON])
    findings = record["findings"]
    assert isinstance(findings, list)
    assert list(record) == [
        *DOCUMENT_RECORD,
        "rows",
        "meaning",
        "suggestions",
        "notes",
        "mapping",
        "comparisons",
    ]
    assert [each["code"] for each in findings] == ["promised_version_missing", "weak_link"]
    assert in_json(record["rows"]) == in_json(ROW_RECORDS)
    expected = [
        {
            "base": "A",
            "target": "B",
            "words": None,
            "changes": [CHANGE_RECORD],
            "set_aside_changes": [OUTSIDE_RECORD],
            "replacements": [],
            "findings": [OUTSIDE_FINDING],
        }
    ]
    assert in_json(record["comparisons"]) == in_json(expected)


def test_findings_of_the_settings_stand_first() -> None:
    ignored = make_finding("file_ignored", file="a.pdf", reason="x")
    for record in (
        document_record(DOCUMENT, settings=[ignored]),
        alignment_record(ALIGNMENT, [], settings=[ignored]),
    ):
        findings = record["findings"]
        assert isinstance(findings, list)
        assert [each["code"] for each in findings[:2]] == ["file_ignored", "promised_version_missing"]


def test_json_text_is_readable_and_ends_its_line() -> None:
    text = dump_records(document_record(DOCUMENT))
    assert text.startswith('{\n "schema": "hexapla/1",\n "documents": [\n  {\n   "id": "园",\n')
    assert text.endswith("}\n")
    assert json.loads(text) == {"schema": "hexapla/1", "documents": [document_record(DOCUMENT)]}


def test_several_documents_and_none() -> None:
    assert json.loads(dump_records()) == {"schema": "hexapla/1", "documents": []}
    assert (
        len(json.loads(dump_records(document_record(DOCUMENT), document_record(DOCUMENT)))["documents"]) == 2
    )


# ---------------------------------------------------------------- the published schema


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("record", [document_record(DOCUMENT), alignment_record(ALIGNMENT, [COMPARISON])])
def test_records_are_what_the_schema_says(record: dict[str, object]) -> None:
    VALIDATOR.validate(json.loads(dump_records(record)))


MODEL_ENUMS = [
    (("document", "order"), Order),
    (("version", "completeness"), Completeness),
    (("link", "basis"), Basis),
    (("link", "confidence"), Confidence),
    (("change", "relation"), Relation),
]


@pytest.mark.parametrize(("where", "enumeration"), MODEL_ENUMS)
def test_schema_knows_the_model_s_values(where: tuple[str, str], enumeration: type[Any]) -> None:
    name, key = where
    assert SCHEMA["$defs"][name]["properties"][key]["enum"] == [each.value for each in enumeration]


def test_schema_knows_every_status() -> None:
    told = SCHEMA["$defs"]["change"]["properties"]["status"]["enum"]
    assert told == [each.name.lower() for each in Status]


def test_schema_knows_flags_and_operations() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["change"]["properties"]["flags"]["items"]["enum"] == [each.value for each in Flag]
    assert definitions["edits"]["items"]["prefixItems"][0]["enum"] == [each.value for each in Op]


def objects(schema: object) -> list[dict[str, Any]]:
    """Every schema of an object inside a schema."""
    children = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = [schema] if isinstance(schema, dict) and "properties" in schema and "type" in schema else []
    return own + [each for child in children for each in objects(child)]


COMPARED = {"rows", "meaning", "suggestions", "notes", "mapping", "comparisons"}
"""keys of a document that are there where it was compared"""
ONLY_WHOLE = "Only in what `hexapla export"
ONLY_SOME = "Only of a line of a table"
ONLY_OF_DRAFTS = "Only where the versions are drafts"
ONLY_OF_A_DAY = "Only with `hexapla show --on`"


def test_schema_is_closed_and_explains_itself() -> None:
    found = objects(SCHEMA)
    assert len(found) == 25
    for each in found:
        optional = COMPARED if "versions" in each["properties"] else set()
        told = {key: str(value.get("description")) for key, value in each["properties"].items()}
        optional = optional | {
            key
            for key, said in told.items()
            if any(only in said for only in (ONLY_WHOLE, ONLY_SOME, ONLY_OF_A_DAY, ONLY_OF_DRAFTS))
        }
        assert each["additionalProperties"] is False
        assert set(each["required"]) == set(each["properties"]) - optional
        assert each["description"]
        assert all({"description", "$ref", "const"} & set(value) for value in each["properties"].values())


def mutilated(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Records that are nearly right."""
    change = {**record["comparisons"][0]["changes"][0], "relation": "same"}
    return [
        {**record, "extra": 1},
        {key: value for key, value in record.items() if key != "rows"},
        {**record, "order": "random"},
        {**record, "versions": [{**record["versions"][0], "siglum": "第一"}]},
        {**record, "versions": [{**record["versions"][0], "text_sha256": "0"}]},
        {**record, "comparisons": [{**record["comparisons"][0], "changes": [change]}]},
        {**record, "set_aside": [{"spans": [[1]], "kind": "x", "file": "a"}]},
    ]


@pytest.mark.parametrize("record", mutilated(alignment_record(ALIGNMENT, [COMPARISON])))
def test_schema_refuses_what_is_nearly_right(record: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid({"schema": "hexapla/1", "documents": [record]})


def test_every_key_is_documented() -> None:
    page = (SCHEMA_FILE.parents[1] / "reference/json.md").read_text(encoding="utf-8")
    missing = [key for each in objects(SCHEMA) for key in each["properties"] if f"`{key}`" not in page]
    assert not missing


# ---------------------------------------------------------------- what the stages make


SPECIMENS = sorted((SCHEMA_FILE.parents[2] / "source_texts").glob("*/"))


@pytest.mark.parametrize("folder", SPECIMENS, ids=lambda path: path.name)
def test_records_of_the_specimens(folder: Path) -> None:
    loaded = load_files([folder])
    alignment = align(segment(loaded.sources, loaded.plan), loaded.decisions)
    text = dump_records(alignment_record(alignment, compare_all(alignment), settings=loaded.findings))
    VALIDATOR.validate(json.loads(text))
    assert text == dump_records(json.loads(text)["documents"][0])


FRAGMENTS = (
    *(
        "第一条",
        "第二条",
        "一、",
        "(一)",
        "1.",
        "(a)",
        "Article",
        "§",
        "【第一篇】",
        "挖地。",
        "must",
        "三十日",
    ),
    *("，", ",", " ", "\n", "\t", "\u2028", "\ufffd", "<b>", "{{"),
)
LINES = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)


@examples(0.75)
@given(st.lists(LINES, min_size=1, max_size=3))
def test_records_of_any_texts(texts: list[str]) -> None:
    sources = [read_source(f"{n}.txt", text.encode()) for n, text in enumerate(texts)]
    document = segment(sources, Plan(id="x"))
    alignment = align(document)
    record = json.loads(dump_records(alignment_record(alignment, compare_all(alignment))))
    VALIDATOR.validate(record)
    for each, made in zip(document.versions, record["documents"][0]["versions"], strict=True):
        spans = sorted(span for part in (*made["clauses"], *made["set_aside"]) for span in part["spans"])
        assert spans[0][0] == each.extent[0]
        assert spans[-1][1] == each.extent[1]
        assert all(before[1] == after[0] for before, after in pairwise(spans))
