"""Clauses whose words stay while what they lean on changes.

A clause leans on the clauses that it cites and on the terms that the text defines elsewhere. Where a cited
clause was reworded or taken out, where its number now belongs to another clause, or where a term was given
another meaning, the clause means something else although nobody touched it. That is no change and is counted
as none; it is told beside.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.comparison.definitions import Definition, DefinitionScope
from hexapla.comparison.pair_rows import PairRow
from hexapla.comparison.stale_references import (
    CitingVersion,
    ResolvedCitation,
    pair_citations,
    resolve_citations,
)
from hexapla.comparison.version_contents import ComparedVersion
from hexapla.model import Affected, AffectedReason, Change, Flag, Relation, Role, Routine
from hexapla.references import Outcome
from hexapla.text import fold_print, make_key
from hexapla.units import Unit

FORMAL = frozenset(
    {
        Flag.IDENTICAL,
        Flag.WHITESPACE,
        Flag.WIDTH,
        Flag.PUNCTUATION,
        Flag.CASE,
        Flag.SCRIPT,
        Flag.REFERENCE_STALE,
    }
)
"""flags of a change that leaves the words as they were"""
PARAGRAPH = "paragraph"


def find_affected(
    rows: Sequence[PairRow], changes: Sequence[Change], base: ComparedVersion, target: ComparedVersion
) -> dict[str, tuple[Affected, ...]]:
    """Return what affects the clauses whose words stay, by the ids of their changes.

    Args:
        rows: of the two versions.
        changes: one for each row, read from the earlier version to the later one.
        base: the earlier version.
        target: the later one.
    """
    context = ChangeSurroundings.build(changes, base, target)
    terms = find_redefined_terms(context, base, target)
    found: dict[str, tuple[Affected, ...]] = {}
    for row, change in zip(rows, changes, strict=True):
        if keeps_words(change):
            own = dict.fromkeys(
                [*find_changed_citations(row, change, context), *find_terms(change, terms, target)]
            )
            if own:
                found[change.id] = tuple(own)
    return found


def keeps_words(change: Change) -> bool:
    """Tell whether a clause that both versions have says the same in the same words."""
    if change.relation is not Relation.MATCHED:
        return False
    return set(change.flags) <= FORMAL or set(change.routine) in ({Routine.REFERENCE}, {Routine.FORM})


def is_reworded(change: Change) -> bool:
    """Tell whether a clause says something else: neither form alone nor what follows from another change."""
    return not set(change.flags) <= FORMAL and not change.routine


@dataclass(frozen=True, slots=True)
class ChangeSurroundings:
    """The changes among which a clause stands."""

    base: ComparedVersion
    target: ComparedVersion
    left: Mapping[str, Change]
    """by the base's units"""
    right: Mapping[str, Change]
    """by the target's"""

    @classmethod
    def build(
        cls, changes: Sequence[Change], base: ComparedVersion, target: ComparedVersion
    ) -> "ChangeSurroundings":
        """Index changes by their units."""
        left, right = ({unit: each for each in changes for unit in each.cells[at]} for at in (0, 1))
        return cls(base, target, left, right)


def find_changed_citations(row: PairRow, change: Change, context: ChangeSurroundings) -> Iterator[Affected]:
    """Yield the references of a clause whose clauses changed."""
    old = resolve_citations(row.row, context.base.side)
    if not old:
        return
    new = resolve_citations(row.row, context.target.side)
    for before, after in pair_citations(change.edits, old, new):
        led = before.resolution.clause or ""
        if before.resolution.outcome is not Outcome.FOUND or led not in context.base.side.owner:
            continue
        unit = context.base.side.owner[led]
        cited = context.left.get(unit)
        if unit in change.cells[0] or cited is None or cited.relation is Relation.NOT_IN_TEXT:
            continue
        reason = judge_citation(before, after, cited, context)
        if reason is not None:
            yield Affected(reason=reason, change=cited.id, words=after.citation.printed)


def judge_citation(
    before: ResolvedCitation, after: ResolvedCitation, cited: Change, context: ChangeSurroundings
) -> AffectedReason | None:
    """Tell what became of the clause that a reference led to."""
    leads = after.resolution.clause or ""
    here = context.target.side.owner.get(leads, "")
    if after.resolution.outcome is Outcome.FOUND and here and here not in cited.cells[1]:
        return AffectedReason.CITED_REUSED
    if not cited.cells[1]:
        return AffectedReason.CITED_REMOVED
    if cited.relation in (Relation.MATCHED, Relation.SPLIT, Relation.MERGED, Relation.REGROUPED):
        if not is_reworded(cited):
            return None
        passages = (
            spell_passage(one, side.side) for one, side in ((before, context.base), (after, context.target))
        )
        old, new = map(make_key, passages)
        return None if old and old == new else AffectedReason.CITED_REWORDED
    return None


def spell_passage(one: ResolvedCitation, side: CitingVersion) -> str:
    """Return the text that a reference means: of a clause, or of the paragraph or item that it names."""
    name = one.resolution.clause or ""
    unit = side.units.get(side.owner.get(name, ""))
    if unit is None:
        return ""
    if not one.citation.below:
        return unit.text
    if name != unit.id:
        return "\n".join(
            line
            for part, line in zip((unit.clause, *unit.parts), unit.lines, strict=True)
            if part.role is Role.PART and (part.id == name or part.id.startswith(f"{name}__"))
        )
    kind, number = one.citation.below[-1]
    paragraphs = [line for line in unit.clause.text.split("\n") if line.strip()]
    if kind == PARAGRAPH and number.isdecimal() and 0 < int(number) <= len(paragraphs):
        return paragraphs[int(number) - 1]
    return unit.text


@dataclass(frozen=True, slots=True)
class RedefinedTerm:
    """A term that has another meaning than before."""

    old: Definition
    new: Definition
    change: str
    """id of the change of the clause that defines it"""
    longer: tuple[str, ...]
    """longer terms in which it stands, and which have meanings of their own"""


def find_redefined_terms(
    context: ChangeSurroundings, base: ComparedVersion, target: ComparedVersion
) -> list[RedefinedTerm]:
    """Find the terms that both versions define, and differently: each by its only definition in the text."""
    old, new = (side.definitions.by_term for side in (base, target))
    found = []
    for term, after in new.items():
        before = old.get(term)
        change = context.right.get(after.unit)
        if before is None or change is None or make_key(before.meaning) == make_key(after.meaning):
            continue
        if change.routine and before.unit in change.cells[0]:
            continue
        longer = tuple(other for other in new if other != term and term in other)
        found.append(RedefinedTerm(before, after, change.id, longer))
    return found


def find_terms(change: Change, terms: Sequence[RedefinedTerm], target: ComparedVersion) -> Iterator[Affected]:
    """Yield the redefined terms that a clause uses."""
    if not terms:
        return
    units = [target.units[name] for name in change.cells[1]]
    text = fold_print("\n".join(unit.text for unit in units))
    for each in terms:
        if each.new.unit in change.cells[1] or each.old.unit in change.cells[0]:
            continue
        if each.new.scope is DefinitionScope.DIVISION and not any(
            share_division(target.units[each.new.unit], unit) for unit in units
        ):
            continue
        if uses_term(text, each):
            yield Affected(reason=AffectedReason.DEFINITION, change=each.change, words=each.new.term)


def share_division(one: Unit, other: Unit) -> bool:
    """Tell whether two units stand in the same division."""
    return bool(one.divisions) and one.divisions[-1:] == other.divisions[-1:]


def uses_term(text: str, term: RedefinedTerm) -> bool:
    """Tell whether a text uses a term, and not only longer ones that hold it."""
    for other in sorted(term.longer, key=len, reverse=True):
        text = text.replace(other, "\n")
    return term.new.pattern.search(text) is not None
