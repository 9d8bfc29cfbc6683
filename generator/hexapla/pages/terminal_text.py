"""Documents and comparisons as plain text, for a terminal or a mail."""

from collections.abc import Iterable, Iterator, Mapping

from hexapla.findings import Finding
from hexapla.i18n import Messages
from hexapla.model import (
    Change,
    Clause,
    Comparison,
    Document,
    Edit,
    Op,
    Source,
    SourceLocation,
    Version,
)
from hexapla.pairs import is_succession
from hexapla.reading import Status, main_status, statuses_by_change
from hexapla.reading.captions import (
    FACTS,
    TORN,
    Caption,
    Wording,
    make_detail_captions,
    make_fact_caption,
    make_one_sided_captions,
    name_paratext,
)
from hexapla.reading.labels import label_document
from hexapla.text import is_wide, join_pieces
from hexapla.units import build_units

OPENING = 64
"""columns of a clause's text that an outline shows"""
MARKS = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
"""the notation of word diffs, which mail and issue trackers understand"""


def document_lines(document: Document) -> Iterator[str]:
    """Yield a document's versions and their clause trees, a clause a line."""
    found, promised = len(document.versions), document.promised
    count = f"{found} of {promised} versions" if promised and promised != found else f"{found} versions"
    yield f"{document.title}  ({document.id} · {document.language} · {document.order} · {count})"
    yield from finding_lines(document.findings)
    for version in document.versions:
        yield ""
        yield version_line(version)
        yield from finding_lines(version.findings, version.source)
        for clause in version.clauses:
            yield "  " * (clause.depth + 1) + clause_line(clause)


def version_line(version: Version) -> str:
    """Say what a version is, in one line."""
    facts = [
        f"{len(version.text):,} characters",
        clause_count(version),
        str(version.completeness).replace("_", " "),
        version.source.path if version.part is None else f"{version.source.path} part {version.part}",
    ]
    if version.issued:
        facts.insert(0, version.issued)
    return f"{version.siglum}  {version.label}  ({' · '.join(facts)})"


def clause_count(version: Version) -> str:
    """Say how many numbered clauses a version has, and how many of them are units, if not all are."""
    count, own = version.numbered, sum(unit.number is not None for unit in build_units(version))
    return f"{count} clauses" if count == own else f"{count} numbered clauses, {own} of them main clauses"


def clause_line(clause: Clause) -> str:
    """Show a clause by its number, heading and opening words."""
    return clip_text(join_pieces(clause.number, clause.heading, " ".join(clause.text.split())), OPENING)


def clip_text(text: str, columns: int) -> str:
    """Cut a text to so many columns of a terminal, where a Han character takes two."""
    used = 0
    for at, char in enumerate(text):
        used += 2 if is_wide(char) else 1
        if used > columns:
            return text[:at] + "…"
    return text


def finding_lines(findings: Iterable[Finding], source: Source | None = None) -> Iterator[str]:
    """Yield one line a finding, with its place in the file as people see it: page, paragraph, line."""
    for finding in findings:
        place = source.place(finding.spans[0][0]) if source and finding.spans else None
        told = [f"{what} {number}" for what, number in place_numbers(place) if number is not None]
        if place is None and finding.line is not None:
            told = [f"line {finding.line}"]
        where = f" ({', '.join(told)})" if told else ""
        yield f"  {finding.severity}: {finding.message} [{finding.code}]{where}"


def place_numbers(place: SourceLocation | None) -> tuple[tuple[str, int | None], ...]:
    """Return by what a place is found."""
    if place is None:
        return ()
    return (("page", place.page), ("paragraph", place.paragraph), ("line", place.line))


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Yield what differs, a row a paragraph; rows that say the same are only counted."""
    document = comparison.document
    base, target = (document.version(siglum) for siglum in (comparison.base, comparison.target))
    of = statuses_by_change(comparison)
    changed = [each for each in comparison.changes if main_status(of[each.id]) is not Status.UNCHANGED]
    say, names = Wording("en").between(comparison), label_document(document, "¶")
    arrow, same = say("arrow"), FACTS[Status.UNCHANGED].in_words(say)
    outside = comparison.set_aside_changes
    descriptions = describe_changes(comparison)
    yield f"{base.siglum} {base.label} {arrow} {target.siglum} {target.label}"
    yield f"  {len(comparison.changes)} rows, {len(comparison.changes) - len(changed)} {same}" + (
        f"; outside the clauses {len(outside)} {'text differs' if len(outside) == 1 else 'texts differ'}"
        if outside
        else ""
    )
    for each in outside:
        yield ""
        yield f"{name_paratext(each, say)}  (outside the clauses)"
        yield f"  {format_edits(each.edits)}"
    for change in changed:
        yield ""
        old, new = (
            "、".join(names[siglum, unit] for unit in cell) or "—"
            for siglum, cell in zip((base.siglum, target.siglum), change.cells, strict=True)
        )
        place = old if old == new else f"{old} {arrow} {new}"
        yield f"{place}  ({descriptions[change.id]})  #{change.id}"
        yield from ("  " + line for line in format_edits(change.edits).split("\n"))


def describe_changes(comparison: Comparison) -> dict[str, str]:
    """Say of each row in a few words what became of it, by the id of its change: `reworded: period, moved`.

    Of texts of which none is the later one it is said how they differ; nothing was done to either.
    """
    say, of = Wording("en").between(comparison), statuses_by_change(comparison)
    alone = make_one_sided_captions(comparison.base, comparison.target, ordered=is_succession(comparison))
    language = comparison.document.language
    return {
        change.id: ", ".join(change_words(change, of[change.id], alone, language, say))
        for change in comparison.changes
    }


def change_words(
    change: Change, of: Iterable[Status], alone: Mapping[Status, Caption], language: str, say: Messages
) -> Iterator[str]:
    """Yield what is said of a change: its facts, and behind a colon what its new wording touches."""
    details = make_detail_captions(change, of, language)
    small = ", ".join(each.in_words(say) for each in details)
    for fact in of:
        word = make_fact_caption(fact, change, alone).in_words(say)
        yield f"{word}: {small}" if fact is Status.REWORDED and small and details != (TORN,) else word
    if details == (TORN,):
        yield small


def format_edits(edits: tuple[Edit, ...]) -> str:
    """Write edits with their marks."""
    return "".join(MARKS[edit.op].format(edit.text) for edit in edits)
