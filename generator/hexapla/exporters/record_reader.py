"""Records → values: what was exported whole can be had back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hexapla.errors import UsageError
from hexapla.exporters.period_records import read_period
from hexapla.exporters.records import SCHEMA
from hexapla.findings import Finding, Severity, Span
from hexapla.model import (
    Affected,
    AffectedReason,
    Alignment,
    Annotation,
    AnnotationKind,
    Basis,
    Change,
    Clause,
    ClauseCell,
    Comparison,
    Completeness,
    Document,
    Edit,
    Flag,
    LevelLink,
    LevelRelation,
    Link,
    Markup,
    MarkupKind,
    Op,
    Order,
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

Record = Mapping[str, Any]
"""what `json.loads` gives; the schema says which keys there are"""


@dataclass(frozen=True, slots=True)
class RecordContents:
    """What a complete record holds."""

    alignment: Alignment
    comparisons: tuple[Comparison, ...]
    settings: tuple[Finding, ...]


def from_records(whole: Record) -> tuple[RecordContents, ...]:
    """Read a file's object, `{"schema": …, "documents": […]}`.

    Raises:
        UsageError: another schema, or a record that is not complete.
    """
    if whole.get("schema") != SCHEMA:
        raise UsageError(f"This is not of schema {SCHEMA}.")
    return tuple(from_record(record) for record in whole["documents"])


def from_record(record: Record) -> RecordContents:
    """Read a complete record, as `hexapla export --format json` writes it.

    Post-conditions:
        1. `complete_record` of the result is the record.
        2. The result is what was exported, but for scores, which have four decimals.

    Raises:
        UsageError: the record is not complete; what `hexapla compare` prints has no source texts.
    """
    if "sources" not in record:
        raise UsageError(
            "This record has no source texts: make it with `hexapla export DOCUMENT --format json`."
        )
    found = read_findings(record["findings"])
    first, second = record["settings_findings"], record["settings_findings"] + record["document_findings"]
    document = read_document(record, found[first:second])
    alignment = Alignment(
        document=document,
        rows=tuple(read_row(each, document.sigla) for each in record["rows"]),
        findings=found[second:],
        suggestions=tuple(map(read_suggestion, record["suggestions"])),
        items=tuple(map(read_link, record["items"])),
        annotations=tuple(map(read_annotation, record["notes"])),
        level_links=tuple(map(read_level_link, record["mapping"])),
        meaning=record["meaning"],
        translations=frozenset((a, b) for a, b in record["translations"]),
    )
    comparisons = tuple(read_comparison(each, document) for each in record["comparisons"])
    return RecordContents(alignment, comparisons, found[:first])


def read_document(record: Record, found: tuple[Finding, ...]) -> Document:
    """Read a document."""
    sources = {each["path"]: read_source(each) for each in record["sources"]}
    return Document(
        id=record["id"],
        title=record["title"],
        language=record["language"],
        order=Order(record["order"]),
        base=record["base"],
        promised=record["promised"],
        sources=tuple(sources.values()),
        versions=tuple(read_version(each, sources) for each in record["versions"]),
        set_aside=read_set_aside(record["set_aside"]),
        findings=found,
    )


def read_source(record: Record) -> Source:
    """Read a source."""
    return Source(
        path=record["path"],
        media_type=record["media_type"],
        encoding=record["encoding"],
        text=record["text"],
        sha256=record["sha256"],
        findings=read_findings(record["findings"]),
        places=tuple(
            SourceLocation(start=start, part=part, page=page, paragraph=paragraph, line=line)
            for start, part, page, paragraph, line in record["places"]
        ),
        markup=tuple(
            Markup(start, end, MarkupKind(kind), value)
            for start, end, kind, value in record.get("markup", ())
        ),
    )


def read_version(record: Record, sources: Mapping[str, Source]) -> Version:
    """Read a version."""
    start, end = record["extent"]
    return Version(
        siglum=record["siglum"],
        label=record["label"],
        title=record["title"],
        language=record["language"],
        issued=record["issued"],
        in_force=read_period(record["in_force"]),
        source=sources[record["file"]],
        part=record["part"],
        extent=(start, end),
        clauses=tuple(read_clause(each) for each in record["clauses"]),
        set_aside=read_set_aside(record["set_aside"]),
        completeness=Completeness(record["completeness"]),
        findings=read_findings(record["findings"]),
        provenance=Provenance(**record["provenance"]),
    )


def read_clause(record: Record) -> Clause:
    """Read a clause."""
    return Clause(
        id=record["id"],
        number=record["number"],
        heading=record["heading"],
        text=record["text"],
        depth=record["depth"],
        spans=read_spans(record["spans"]),
        role=Role(record["role"]),
        cells=tuple(
            ClauseCell(cell["table"], cell["row"], cell["column"], *cell["span"])
            for cell in record.get("cells", ())
        ),
    )


def read_set_aside(records: Iterable[Record]) -> tuple[SetAside, ...]:
    """Read what was set aside."""
    return tuple(
        SetAside(
            kind=each["kind"],
            spans=read_spans(each["spans"]),
            file=each.get("file"),
            clause=each.get("clause"),
        )
        for each in records
    )


def read_findings(records: Iterable[Record]) -> tuple[Finding, ...]:
    """Read findings."""
    return tuple(
        Finding(
            code=each["code"],
            severity=Severity(each["severity"]),
            message=each["message"],
            values=tuple((name, value) for name, value in each["values"]),
            version=each["version"],
            spans=None if each["spans"] is None else read_spans(each["spans"]),
            line=each["line"],
            row=each["row"],
            pair=None if each["pair"] is None else (each["pair"][0], each["pair"][1]),
        )
        for each in records
    )


def read_spans(records: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Read spans."""
    return tuple((start, end) for start, end in records)


def read_row(record: Record, sigla: Sequence[str]) -> Row:
    """Read a row."""
    return Row(
        id=record["id"],
        cells=tuple(tuple(record["cells"][siglum]) for siglum in sigla),
        links=tuple(read_link(each) for each in record["links"]),
        not_in_text=tuple(record["not_in_text"]),
        decision=record["decision"],
    )


def read_link(record: Record) -> Link:
    """Read a link."""
    (one, unit), (other, there) = record["a"], record["b"]
    return Link(a=(one, unit), b=(other, there), basis=Basis(record["basis"]), score=record["score"])


def read_annotation(record: Record) -> Annotation:
    """Read a note on a clause."""
    siglum, clause = record["clause"]
    return Annotation(
        row=record["row"],
        clause=(siglum, clause),
        kind=AnnotationKind(record["kind"]),
        text=record["text"],
        author=record["author"],
        date=record["date"],
        file=record["file"],
        line=record["line"],
    )


def read_level_link(record: Record) -> LevelLink:
    """Read a link between texts of different ranks."""
    siglum, clause = record["a"]
    doubts = [doubt and Staleness(doubt) for doubt in record["stale"]]
    return LevelLink(
        a=(siglum, clause),
        b=None if record["b"] is None else (record["b"][0], record["b"][1]),
        relation=LevelRelation(record["relation"]),
        reason=record["reason"],
        a_doubt=doubts[0],
        b_doubt=doubts[1],
        source=record["names"][0],
        target=record["names"][1],
        source_words=record["words"][0],
        target_words=record["words"][1],
        file=record["file"],
        line=record["line"],
    )


def read_suggestion(record: Record) -> Suggestion:
    """Read a suggestion."""
    (one, unit), (other, there) = record["a"], record["b"]
    reason = SuggestionReason(record["reason"])
    return Suggestion(a=(one, unit), b=(other, there), score=record["score"], reason=reason)


def read_comparison(record: Record, document: Document) -> Comparison:
    """Read a comparison."""
    return Comparison(
        document=document,
        base=record["base"],
        target=record["target"],
        changes=tuple(read_change(each, (record["base"], record["target"])) for each in record["changes"]),
        translation=record["translation"],
        words=record["words"],
        set_aside_changes=tuple(read_set_aside_change(each) for each in record["set_aside_changes"]),
        replacements=tuple(map(read_replacement, record["replacements"])),
        findings=read_findings(record["findings"]),
    )


def read_set_aside_change(record: Record) -> SetAsideChange:
    """Read a difference outside the clauses."""
    return SetAsideChange(
        kind=record["kind"],
        base=record["base"],
        target=record["target"],
        edits=read_edits(record["edits"]),
        base_mark=record["base_mark"],
        target_mark=record["target_mark"],
        base_spans=read_spans(record["base_spans"]),
        target_spans=read_spans(record["target_spans"]),
    )


def read_replacement(record: Record) -> UniformReplacement:
    """Read an expression that is exchanged throughout."""
    return UniformReplacement(
        id=record["id"],
        delete=record["delete"],
        insert=record["insert"],
        count=record["count"],
        changes=tuple(record["changes"]),
        kept_count=record["kept_count"],
        kept_in=tuple(record["kept_in"]),
    )


def read_change(record: Record, sigla: tuple[str, str]) -> Change:
    """Read a change of a comparison of two versions."""
    base, target = (tuple(record["cells"][siglum]) for siglum in sigla)
    return Change(
        row=record["row"],
        cells=(base, target),
        further=None if record["id"] == record["row"] else record["id"],
        relation=Relation(record["relation"]),
        moved=record["moved"],
        renumbered=record["renumbered"],
        flags=tuple(Flag(each) for each in record["flags"]),
        edits=read_edits(record["edits"]),
        heading_edits=read_edits(record["heading_edits"]),
        moved_with=record["moved_with"],
        decision=record["decision"],
        findings=read_findings(record["findings"]),
        moved_phrases=read_spans(record["moved_phrases"]),
        items=tuple(map(read_link, record["items"])),
        replacements=tuple(record["replacements"]),
        routine=tuple(Routine(each) for each in record["routine"]),
        affected=tuple(
            Affected(reason=AffectedReason(each["reason"]), change=each["change"], words=each["words"])
            for each in record["affected"]
        ),
    )


def read_edits(records: Iterable[Sequence[str]]) -> tuple[Edit, ...]:
    """Read edits."""
    return tuple(Edit(Op(op), text) for op, text in records)
