"""Documents, alignments and comparisons as lines of plain text, for a terminal or a mail."""

import json
from collections.abc import Iterable, Iterator, Mapping

from hexapla.findings import Finding
from hexapla.i18n import Messages, load_messages, translate_finding
from hexapla.model import (
    Alignment,
    Change,
    Clause,
    Comparison,
    Document,
    Edit,
    Link,
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
from hexapla.reading.cited_passages import PassageIndex
from hexapla.reading.labels import Labels, label_document
from hexapla.text import join_pieces, shorten_to_columns, unwrap
from hexapla.units import Unit, build_units

CLAUSE_COLUMNS = 65
"""of the terminal, for a clause in an outline"""
LONGEST_SHOWN = 400
"""characters of a clause's text that are looked at, white space among them"""
UNNUMBERED = "¶"
"""what stands for a clause without a number"""
MARKS = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
"""the notation of word diffs, which mail and issue trackers understand"""
PlaceNumbers = tuple[tuple[str, int | None], ...]
"""what counts, and where in it"""
UNIT_COLUMNS = 73
"""of the terminal, for a unit that a link or an explanation is about"""


def document_lines(document: Document, language: str = "en") -> Iterator[str]:
    """Yield a document's versions and their clause trees, a clause a line, in a language of the interface."""
    say = load_messages(language)
    found, promised = len(document.versions), document.promised
    short = promised is not None and promised != found
    count = (
        say("cli-versions-of", found=found, promised=promised or 0)
        if short
        else say("cli-versions", count=found)
    )
    facts = [document.id, document.language, say(f"cli-{document.order}"), count]
    yield f"{document.title}  ({' · '.join(facts)})"
    yield from finding_lines(document.findings, say)
    for version in document.versions:
        yield ""
        yield version_line(version, say)
        yield from finding_lines(version.findings, say, version.source)
        for clause in version.clauses:
            yield "  " * (clause.depth + 1) + clause_line(clause)


def version_line(version: Version, say: Messages) -> str:
    """Say what a version is, in one line."""
    path = version.source.path
    facts = [
        say("cli-characters", count=len(version.text)),
        clause_count(version, say),
        say(f"cli-{version.completeness}"),
        path if version.part is None else say("cli-part", path=path, part=version.part),
    ]
    if version.issued:
        facts.insert(0, version.issued)
    return f"{version.siglum}  {version.label}  ({' · '.join(facts)})"


def clause_count(version: Version, say: Messages) -> str:
    """Say how many numbered clauses a version has, and how many of them are units, if not all are."""
    count, own = version.numbered, sum(unit.number is not None for unit in build_units(version))
    if count == own:
        return say("cli-clauses", count=count)
    return say("cli-list", first=say("cli-numbered", count=count), rest=say("cli-main", count=own))


def count_noun(number: int, noun: str) -> str:
    """Say how many of a thing there are: 1 clause, 2 clauses."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def clause_line(clause: Clause) -> str:
    """Show a clause by its number, heading and opening words."""
    return shorten_to_columns(
        join_pieces(clause.number, clause.heading, " ".join(clause.text[:LONGEST_SHOWN].split())),
        CLAUSE_COLUMNS,
    )


def finding_lines(findings: Iterable[Finding], say: Messages, source: Source | None = None) -> Iterator[str]:
    """Yield one line a finding, with its place in the file as people see it: page, paragraph, line."""
    for finding in findings:
        places: PlaceNumbers = (("line", finding.line),)
        if source and finding.spans and (place := source.place(finding.spans[0][0])):
            places = place_numbers(place)
        told = [say(f"cli-{what}", number=number) for what, number in places if number is not None]
        where = f" ({', '.join(told)})" if told else ""
        yield f"  {say(f'cli-{finding.severity}')}: {translate_finding(say, finding)} [{finding.code}]{where}"


def place_numbers(place: SourceLocation) -> PlaceNumbers:
    """Return by what a place is found."""
    return (("page", place.page), ("paragraph", place.paragraph), ("line", place.line))


def row_lines(alignment: Alignment) -> Iterator[str]:
    """Yield one line a row: its id, and for every version what the clauses that stand there are called."""
    names = label_document(alignment.document, UNNUMBERED)
    for row in alignment.rows:
        cells = []
        for siglum, cell in zip(alignment.document.sigla, row.cells, strict=True):
            numbers = ", ".join(names[siglum, unit] for unit in cell)
            cells.append(f"{siglum}: {numbers or ('…' if siglum in row.not_in_text else '—')}")
        yield f"{row.id}  {'  '.join(cells)}"


def review_lines(alignment: Alignment, links: Iterable[Link]) -> Iterator[str]:
    """Yield doubtful links as entries of `alignment.yml`, each under what an editor needs to decide.

    An entry says `together` and bears no reason yet, without which the file is refused: so nothing is decided
    by pasting alone. To part the clauses write `apart`. Suggestions for clauses without counterparts follow
    as comments: take away the signs to make a link.
    """
    known = index_units(alignment.document)
    for link in links:
        yield f"# {link.confidence}, by {link.basis}, score {link.score:.2f}"
        for siglum, unit in (link.a, link.b):
            yield f"#   {siglum}  {shorten_unit(known[siglum, unit])}"
        clauses = ", ".join(
            json.dumps(f"{siglum}/{unit}", ensure_ascii=False) for siglum, unit in (link.a, link.b)
        )
        yield f"- together: [{clauses}]"
        yield "  reason:"
        yield ""
    for each in alignment.suggestions:
        yield f"# perhaps, by {each.reason}, no link: {each.score:.2f}"
        for siglum, unit in (each.a, each.b):
            yield f"#   {siglum}  {shorten_unit(known[siglum, unit])}"
        ends = ", ".join(json.dumps("/".join(end), ensure_ascii=False) for end in (each.a, each.b))
        yield f"# - together: [{ends}]"
        yield "#   reason:"
        yield ""


def index_units(document: Document) -> dict[tuple[str, str], Unit]:
    """Map siglum and id to every unit."""
    return {(version.siglum, unit.id): unit for version in document.versions for unit in build_units(version)}


def shorten_unit(unit: Unit) -> str:
    """Show a unit by its number, heading and first words, on one line of printable characters."""
    line = " ".join(join_pieces(unit.number, unit.heading, unit.text).split())
    return shorten_to_columns("".join(char if char.isprintable() else "�" for char in line), UNIT_COLUMNS)


def comparison_lines(comparison: Comparison, language: str = "en") -> Iterator[str]:
    """Yield what differs, a row a paragraph; rows that say the same are only counted.

    Args:
        comparison: of two versions.
        language: of our own words, as the interface has them.
    """
    document = comparison.document
    base, target = (document.version(siglum) for siglum in (comparison.base, comparison.target))
    of = statuses_by_change(comparison)
    changed = [each for each in comparison.changes if main_status(of[each.id]) is not Status.UNCHANGED]
    say, names = Wording(language).between(comparison), label_document(document, UNNUMBERED)
    arrow, same = say("arrow"), FACTS[Status.UNCHANGED].in_words(say)
    passages = PassageIndex(document, names)
    outside = comparison.set_aside_changes
    descriptions = describe_changes(comparison, language)
    yield f"{base.siglum} {base.label} {arrow} {target.siglum} {target.label}"
    counts = [
        say("cli-rows", count=len(comparison.changes)),
        say("cli-same", count=len(comparison.changes) - len(changed), word=same),
    ]
    told = [say("cli-list", first=counts[0], rest=counts[1])]
    if outside:
        told.append(say("cli-outside-texts", count=len(outside)))
    yield f"  {say('shared-separator').join(told)}"
    yield from replacement_lines(comparison, names, say)
    for each in outside:
        yield ""
        yield f"{name_paratext(each, say)}  ({say('cli-outside')})"
        yield f"  {format_edits(each.edits)}"
    for change in changed:
        yield ""
        old, new = (
            "、".join(names[siglum, unit] for unit in cell) or "—"
            for siglum, cell in zip((base.siglum, target.siglum), change.cells, strict=True)
        )
        place = old if old == new else f"{old} {arrow} {new}"
        yield f"{place}  ({descriptions[change.id]})  #{change.id}"
        if any(edit.op is not Op.EQUAL for edit in change.heading_edits):
            yield f"  {format_edits(change.heading_edits)}"
        yield from ("  " + line for line in format_edits(change.edits).split("\n"))
        yield from (f"  · {line}" for line in passages.lines(change, say))


def replacement_lines(comparison: Comparison, names: Labels, say: Messages) -> Iterator[str]:
    """Yield the expressions that are exchanged throughout, with the places where they stay."""
    cells = {change.id: change.cells[1] for change in comparison.changes}
    for each in comparison.replacements:
        kept = "、".join(names[comparison.target, unit] for name in each.kept_in for unit in cells[name])
        exchange = f"{unwrap(each.delete)} {say('arrow')} {unwrap(each.insert)}"
        if kept:
            yield "  " + say("cli-throughout-but", exchange=exchange, count=each.count, kept=kept)
        else:
            yield "  " + say("cli-throughout", exchange=exchange, count=each.count)


def describe_changes(comparison: Comparison, language: str = "en") -> dict[str, str]:
    """Say of each row in a few words what became of it, by the id of its change: `reworded: period, moved`.

    Of texts of which none is the later one it is said how they differ; nothing was done to either.
    """
    say, of = Wording(language).between(comparison), statuses_by_change(comparison)
    alone = make_one_sided_captions(comparison.base, comparison.target, ordered=is_succession(comparison))
    spoken = comparison.document.language
    return {
        change.id: say("list-separator").join(change_words(change, of[change.id], alone, spoken, say))
        for change in comparison.changes
    }


def change_words(
    change: Change, of: Iterable[Status], alone: Mapping[Status, Caption], language: str, say: Messages
) -> Iterator[str]:
    """Yield what is said of a change: its facts, and behind a colon what its new wording touches."""
    details = make_detail_captions(change, of, language)
    small = say("list-separator").join(each.in_words(say) for each in details)
    for fact in of:
        word = make_fact_caption(fact, change, alone).in_words(say)
        yield f"{word}: {small}" if fact is Status.REWORDED and small and details != (TORN,) else word
    if details == (TORN,):
        yield small


def format_edits(edits: tuple[Edit, ...]) -> str:
    """Write edits with their marks."""
    return "".join(MARKS[edit.op].format(edit.text) for edit in edits)
