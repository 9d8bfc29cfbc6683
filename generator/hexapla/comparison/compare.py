"""Read an alignment from one version to another: one change per row that either has."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.comparison.affected_clauses import find_affected
from hexapla.comparison.diff import DiffOptions, diff_texts
from hexapla.comparison.moves import RowPosition, find_moved_phrases, find_moved_rows, group_moved_rows
from hexapla.comparison.pair_rows import PairRow, build_pair_rows
from hexapla.comparison.paratext_comparison import diff_paratexts, report_paratext_changes
from hexapla.comparison.remembered import forget_texts
from hexapla.comparison.routine_changes import Followed, explain_changes
from hexapla.comparison.row_comparison import (
    compare_row,
    compare_translated_row,
    is_one_sided,
)
from hexapla.comparison.stale_references import ReferenceCheck, check_references
from hexapla.comparison.uniform_replacements import find_uniform_replacements, report_exceptions
from hexapla.comparison.version_contents import ComparedVersion, extract_digits, index_version
from hexapla.comparison.word_segmenter import WordSegmenter
from hexapla.cycle_collection import pause_cycle_collection
from hexapla.findings import Span
from hexapla.language import UNKNOWN
from hexapla.model import (
    Alignment,
    Change,
    Comparison,
    Edit,
    Flag,
    Link,
    SetAsideChange,
)


def comparison_language(alignment: Alignment, base: ComparedVersion, target: ComparedVersion) -> str:
    """Return the language in which two versions are compared: the earlier one's, whichever is the base."""
    first = min(base, target, key=lambda one: one.column)
    known = first.version.language
    return alignment.document.language if known == UNKNOWN else known


def find_row_moves(
    rows: Sequence[PairRow], base: ComparedVersion, target: ComparedVersion
) -> tuple[set[str], dict[str, str]]:
    """Find the rows that moved, and those they moved with; the same rows in either direction."""
    if base.column > target.column:
        base, target = target, base
    places = [
        RowPosition(
            each.id,
            min(base.position[name] for name in each.row.cells[base.column]),
            min(target.position[name] for name in each.row.cells[target.column]),
            1 + sum(len(side.text(each.row)) for side in (base, target)),
        )
        for each in rows
        if not is_one_sided(each.row, base, target)
    ]
    off_order = find_moved_rows(places)
    return off_order, group_moved_rows(places, off_order)


def is_translation(alignment: Alignment, base: ComparedVersion, target: ComparedVersion) -> bool:
    """Tell whether two versions are in different languages."""
    first, second = sorted((base, target), key=lambda one: one.column)
    return (first.version.siglum, second.version.siglum) in alignment.translations


def compare_versions(
    alignment: Alignment, base: ComparedVersion, target: ComparedVersion, words: WordSegmenter | None = None
) -> Comparison:
    """Compare two versions."""
    how = DiffOptions(comparison_language(alignment, base, target), words)
    rows = build_pair_rows(alignment, base, target)
    base, target = (side.read_in(each.row for each in rows) for side in (base, target))
    off_order, leaders = find_row_moves(rows, base, target)
    translation = is_translation(alignment, base, target)
    outside = () if translation else compare_paratexts(base, target, how)
    items = assign_items(alignment, rows, base, target)
    built = [build_change(each, base, target, None if translation else how) for each in rows]
    changes = [
        replace(change, items=items[change.id]) if change.id in items else change for change, _ in built
    ]
    followed = {change.id: spans for change, spans in built if spans}
    found = Comparison(
        document=alignment.document,
        base=base.version.siglum,
        target=target.version.siglum,
        changes=tuple(
            replace(change, moved=change.id in off_order, moved_with=leaders.get(change.id))
            if change.id in off_order or change.id in leaders
            else change
            for change in changes
        ),
        translation=translation,
        words=str(words) if words else None,
        set_aside_changes=outside,
        findings=report_paratext_changes(outside, base.version, target.version),
    )
    if translation:
        return found
    if base.column > target.column:
        turned = {name: [spans[::-1] for spans in own] for name, own in followed.items()}
        routine = add_routine(found.reversed(), turned, how.language)
        return add_affected(routine, rows, target, base).reversed()
    return add_affected(add_routine(found, followed, how.language), rows, base, target)


def add_affected(
    comparison: Comparison, rows: Sequence[PairRow], base: ComparedVersion, target: ComparedVersion
) -> Comparison:
    """Tell of clauses whose words stay what changed on which they lean; read from the earlier version."""
    found = find_affected(rows, comparison.changes, base, target)
    return replace(
        comparison,
        changes=tuple(
            replace(change, affected=found[change.id]) if change.id in found else change
            for change in comparison.changes
        ),
    )


def add_routine(comparison: Comparison, followed: Followed, language: str) -> Comparison:
    """Tell which expressions are exchanged throughout, and which changes follow from something else.

    Args:
        comparison: read from the earlier version, so that either direction tells the same.
        followed: the references that follow the number of their clause.
        language: in which the versions are compared.
    """
    changes = comparison.changes
    exchanges = find_uniform_replacements(changes, language)
    explained = explain_changes(changes, exchanges, followed)
    exceptions = report_exceptions(exchanges.replacements, changes, comparison.target)
    return replace(
        comparison,
        replacements=exchanges.replacements,
        changes=tuple(
            replace(
                change,
                routine=reasons,
                replacements=ids,
                findings=(*change.findings, *exceptions.get(change.id, ())),
            )
            if reasons or ids or change.id in exceptions
            else change
            for change, (reasons, ids) in zip(changes, explained, strict=True)
        ),
    )


def compare_paratexts(
    base: ComparedVersion, target: ComparedVersion, how: DiffOptions
) -> tuple[SetAsideChange, ...]:
    """Compare titles, notes and signatures; the same are paired in either direction."""

    def marked(old: str, new: str) -> tuple[Edit, ...]:
        return diff_texts(old, new, *how)

    if base.column < target.column:
        return diff_paratexts(base.version, target.version, marked)
    found = diff_paratexts(target.version, base.version, marked)
    return tuple(each.reversed() for each in found)


def assign_items(
    alignment: Alignment, rows: Sequence[PairRow], base: ComparedVersion, target: ComparedVersion
) -> dict[str, tuple[Link, ...]]:
    """Return per row the links of its paragraphs and items; one that leads to another row stands in both."""
    pair = (base.version.siglum, target.version.siglum)
    links = [
        link if link.a[0] == pair[0] else link.reversed()
        for link in alignment.items
        if (link.a[0], link.b[0]) in (pair, pair[::-1])
    ]
    home = [
        {unit: each.id for each in rows for unit in each.row.cells[side.column]} for side in (base, target)
    ]
    order = [{clause.id: at for at, clause in enumerate(side.version.clauses)} for side in (base, target)]
    found: dict[str, list[Link]] = {}
    for link in sorted(links, key=lambda link: (order[0][link.a[1]], order[1][link.b[1]])):
        here, there = home[0][base.side.owner[link.a[1]]], home[1][target.side.owner[link.b[1]]]
        for name in dict.fromkeys((here, there)):
            found.setdefault(name, []).append(link)
    return {name: tuple(own) for name, own in found.items()}


def build_change(
    each: PairRow, base: ComparedVersion, target: ComparedVersion, how: DiffOptions | None
) -> tuple[Change, Sequence[tuple[Span, Span]]]:
    """Tell a row, but for its move, and where in it references only follow the number of their clause.

    `how` is None for versions in different languages: of these whole texts are told, and numbers are
    compared as figures.
    """
    row = each.row
    relation, found, headings, kinds = (
        compare_row(row, base, target, how) if how else compare_translated_row(row, base, target)
    )
    numbers = base.numbers(row), target.numbers(row)
    if how is None:
        numbers = tuple(map(extract_digits, numbers[0])), tuple(map(extract_digits, numbers[1]))
    there = not is_one_sided(row, base, target)
    both = how is not None and there
    headed = both and bool(base.heading(row) or target.heading(row)) and not headings
    cited = check_references(row, found, base.side, target.side, headed=headed) if both else ReferenceCheck()
    if any(one.code == "reference_stale" for one in cited.findings):
        kinds = (*kinds, Flag.REFERENCE_STALE)
    change = Change(
        row=row.id,
        cells=(row.cells[base.column], row.cells[target.column]),
        further=each.further,
        relation=relation,
        moved=False,
        renumbered=there and all(numbers) and numbers[0] != numbers[1],
        flags=kinds,
        edits=found,
        heading_edits=headings,
        decision=row.decision,
        findings=cited.findings,
        moved_phrases=find_moved_phrases(found) if both else (),
    )
    return change, cited.followed


def compare(alignment: Alignment, base: str, target: str, words: WordSegmenter | None = None) -> Comparison:
    """Read an alignment from `base` to `target`, two sigla.

    `words` is what breaks Han text into words; None: the closed list, which is the same everywhere.

    Post-conditions:
        1. One change for each row in which base or target has a unit, in the rows' order; several where a
           third version alone unites what has nothing to do with each other here. Every unit of both is in
           one change.
        2. A change's equal and deleted text is the base's units' text, equal and inserted the target's; their
           headings with it where the two divide a row into heading and text differently.
        3. What a version does not say because it is cut off or a fragment is never told as deleted or added:
           such a row is `not_in_text`, without flags for what is lost.
        4. Versions in different languages are not compared by words: whole texts, no flags.
        5. Titles, notes and signatures that differ are told apart from the rows, and each is a finding.
        6. `compare(alignment, target, base)` tells the same rows as moved and renumbered, with the same
           flags, deletions and insertions exchanged.
        7. Expressions that are exchanged throughout are told once, with the rows in which they were not.
        8. A link of two paragraphs or items of one change stands with it, one between two changes with both.

    Raises:
        KeyError: a siglum that the document does not have.
    """
    return compare_versions(
        alignment, index_version(alignment, base), index_version(alignment, target), words
    )


@pause_cycle_collection()
def compare_all(alignment: Alignment, words: WordSegmenter | None = None) -> tuple[Comparison, ...]:
    """Compare all pairs of versions, the earlier siglum as base, in the order of sigla; `words` as above."""
    readings = [index_version(alignment, siglum) for siglum in alignment.document.sigla]
    try:
        return tuple(
            compare_versions(alignment, base, target, words)
            for index, base in enumerate(readings)
            for target in readings[index + 1 :]
        )
    finally:
        forget_texts()
