"""Explain why two clauses are linked or not.

The document is aligned as usual, with a trace that records every step for the two clauses (`trace`); this
module picks the deciding step from that record.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

import numpy as np

from hexapla.alignment.align import align
from hexapla.alignment.decisions import UnitPosition
from hexapla.alignment.explain_parts import PartExplanation, explain_parts, find_passage
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.matching import needed
from hexapla.alignment.trace import ItemTrace, LinkOutcome, Stage, Trace, TraceStep
from hexapla.errors import UsageError
from hexapla.model import Alignment, Basis, Document, Link, Role, Row, Version
from hexapla.plan import Decision
from hexapla.units import build_units, map_clauses_to_units

NEAREST = 3
"""number of names suggested for an unknown one"""
EQUAL = (Stage.EQUAL, Stage.LOOKALIKE, Stage.BETWEEN)
"""stages that link equal texts, before any similarity is computed"""


class Reason(StrEnum):
    """The rule that decided."""

    DECLARED = "declared"
    """an editor's decision puts the two together"""
    EQUAL = "equal"
    """an anchor: the texts are equal, and occur once in each version"""
    LOOKALIKE = "lookalike"
    """an anchor: the texts are equal but for characters that scanning confuses"""
    BETWEEN = "between"
    """equal texts that repeat, between the same anchors"""
    REPEAT = "repeat"
    """equal texts that repeat, by number, then in order"""
    ROUND = "round"
    """matched in a round"""
    PART = "part"
    """a part of a split or a merge"""
    ATTACH = "attach"
    """attached to its best counterpart, which has other partners"""
    SENTENCE = "sentence"
    """a whole sentence moved from one to the other"""
    PROMINENT = "prominent"
    """stands out among all pairs of its two clauses"""
    GAP = "gap"
    """the heaviest chain in order between two links"""
    PLACE = "place"
    """unmatched units at the same position"""
    HEADING = "heading"
    """a heading whose text moved to the clauses below it"""
    REPEALED = "repealed"
    """the number of a clause that was taken out"""
    PHRASE = "phrase"
    """a rare phrase in common, in texts that borrow from each other"""
    STRUCTURE = "structure"
    """numbers, figures, lengths and places, in versions of different languages"""
    APART = "apart"
    """not linked: an editor's decision keeps the two apart, or settles the partner of one of them"""
    EQUAL_ELSEWHERE = "equal_elsewhere"
    """not linked: one of the two is linked with an equal text"""
    RIVAL = "rival"
    """not linked: another partner scores higher, or equally high"""
    ORDER = "order"
    """not linked: in versions of different languages, the heaviest chain in order leaves the pair out"""
    BELOW = "below"
    """not linked: the score is below every threshold"""
    NO_CANDIDATE = "no_candidate"
    """not linked: too little in common to be a candidate pair"""
    INCOMPLETE = "incomplete"
    """not linked: the other version is incomplete, and lacks the part where the clause would be"""
    UNRELATED = "unrelated"
    """not linked: the versions have too little in common for a link as weak as this"""
    YIELDED = "yielded"
    """linked as a guess, which was overridden by links of other versions"""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One of the two clauses that were asked about."""

    version: str
    """siglum"""
    clause: str
    """as asked"""
    unit: str
    """the clause by which the text is cited: the same, or the one above"""
    row: str
    """id of the row in which it stands"""
    silent: bool
    """the other version is incomplete: that it lacks the clause is not evidence of deletion"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What decided about two clauses."""

    a: End
    b: End
    reason: Reason
    deciding: TraceStep | None
    """the step that decided; None for an editor's decision"""
    link: Link | None
    """between the two"""
    through: tuple[Link, ...]
    """links that bring the two into one row although they are not linked themselves"""
    decision: str | None
    """the reason of an editor's decision that shaped one of the rows"""
    rival: tuple[tuple[int, int], float] | None
    """the pair that scores higher or equally high, if that is the reason: its units, by position, and its
    score"""
    steps: tuple[TraceStep, ...]
    """all recorded steps, in order"""
    units: tuple[tuple[str, ...], tuple[str, ...]]
    """ids of the units of both versions, by which steps name pairs: that of `a` first"""
    related: bool
    """the two versions are versions of one text"""
    parts: PartExplanation | None
    """what decided about two paragraphs or items, if such were asked about"""

    @property
    def linked(self) -> bool:
        """Whether there is a link between the two."""
        return self.link is not None


def explain(
    document: Document,
    a: str,
    b: str,
    decisions: Sequence[Decision] = (),
    *,
    weights: LinkWeights = DEFAULT,
) -> Explanation:
    """Align a document, and explain why two clauses are linked or not.

    Args:
        document: the versions, segmented.
        a: a clause as `A/art_3`, siglum and id.
        b: a clause of another version.
        decisions: an editor's decisions on which clauses belong together or apart.
        weights: thresholds and weights of the alignment.

    Raises:
        UsageError: there is no such version or clause, or both are of one version.
    """
    nodes = _resolve(document, a), _resolve(document, b)
    if nodes[0][0] == nodes[1][0]:
        raise UsageError(f"{a} and {b} are of one version; links are made between two versions.")
    trace = Trace(one=nodes[0], other=nodes[1], items=_trace_passages(document, nodes, (a, b)))
    alignment = align(document, decisions, weights=weights, trace=trace)
    return _explanation(alignment, (a, b), trace, weights)


def _resolve(document: Document, name: str) -> UnitPosition:
    """Find the unit of a clause by its name; a clause inside a unit stands for the unit."""
    siglum, _, clause = name.partition("/")
    at = next((at for at, siglum_ in enumerate(document.sigla) if siglum_ == siglum), None)
    if at is None or not clause:
        known = ", ".join(document.sigla)
        raise UsageError(f"{name}: say a version and a clause, as A/art_3. The versions are {known}.")
    version = document.versions[at]
    place = {unit.id: position for position, unit in enumerate(build_units(version))}
    unit = map_clauses_to_units(version).get(clause)
    if unit is None:
        raise UsageError(_unknown(version, clause))
    return at, place[unit]


def _trace_passages(
    document: Document, nodes: tuple[UnitPosition, UnitPosition], names: tuple[str, str]
) -> ItemTrace | None:
    """Return a trace of two passages, if one name at least is that of a part of a unit."""
    units = [build_units(document.versions[version])[unit] for version, unit in nodes]
    clauses = [name.partition("/")[2] for name in names]
    at = [find_passage(unit, clause) for unit, clause in zip(units, clauses, strict=True)]
    asked = any(unit.id != clause for unit, clause in zip(units, clauses, strict=True))
    if not asked or at[0] is None or at[1] is None:
        return None
    return ItemTrace((*nodes[0], at[0]), (*nodes[1], at[1]))


def _explain_parts(alignment: Alignment, trace: Trace, ends: Sequence[End]) -> PartExplanation | None:
    if trace.items is None:
        return None
    versions = alignment.document.versions
    units = build_units(versions[trace.one[0]]), build_units(versions[trace.other[0]])
    a, b = ((end.version, end.clause) for end in ends)
    return explain_parts(alignment, (a, b), trace.items, units)


def _unknown(version: Version, clause: str) -> str:
    """Say that there is no such clause, and which names are nearest."""
    siglum = version.siglum
    if any(known.id == clause and known.role is Role.DIVISION for known in version.clauses):
        return f"{siglum}/{clause} is a heading above clauses; name one of these."
    ids = map_clauses_to_units(version)
    numbered = [known.id for known in version.clauses if known.number == clause and known.id in ids]
    close = dict.fromkeys([*numbered, *get_close_matches(clause, ids, n=NEAREST, cutoff=0.5)])
    near = ", ".join(f"{siglum}/{each}" for each in list(close or ids)[:NEAREST])
    return f"There is no clause {siglum}/{clause}. {f'Nearest: {near}.' if near else 'It has none at all.'}"


def _explanation(
    alignment: Alignment, names: tuple[str, str], trace: Trace, weights: LinkWeights
) -> Explanation:
    document, nodes = alignment.document, (trace.one, trace.other)
    ids = tuple(tuple(unit.id for unit in build_units(document.versions[at])) for at, _ in nodes)
    sigla = [document.versions[at].siglum for at, _ in nodes]
    held = [(siglum, every[unit]) for siglum, every, (_, unit) in zip(sigla, ids, nodes, strict=True)]
    rows = [_row_of(alignment, node, unit) for (node, _), (_, unit) in zip(nodes, held, strict=True)]
    silent = [other in row.not_in_text for row, other in zip(rows, reversed(sigla), strict=True)]
    link = next((link for link in rows[0].links if {link.a, link.b} == set(held)), None)
    steps = tuple(_straight(step, trace) for step in trace.steps)
    reason, deciding = _reason(link, steps, weights, incomplete=any(silent))
    ends = [
        End(version=unit[0], clause=name.partition("/")[2], unit=unit[1], row=row.id, silent=quiet)
        for name, unit, row, quiet in zip(names, held, rows, silent, strict=True)
    ]
    return Explanation(
        a=ends[0],
        b=ends[1],
        reason=reason,
        deciding=deciding,
        link=link,
        through=_path(rows[0], held[0], held[1]) if link is None and rows[0] == rows[1] else (),
        decision="; ".join(dict.fromkeys(row.decision for row in rows if row.decision)) or None,
        rival=_rival(steps, deciding) if reason in (Reason.RIVAL, Reason.EQUAL_ELSEWHERE) else None,
        steps=steps,
        units=(ids[0], ids[1]),
        related=not any(
            finding.code == "unrelated" and set(finding.pair or ()) == set(sigla)
            for finding in alignment.findings
        ),
        parts=_explain_parts(alignment, trace, ends),
    )


def _row_of(alignment: Alignment, version: int, unit: str) -> Row:
    return next(row for row in alignment.rows if unit in row.cells[version])


def _straight(step: TraceStep, trace: Trace) -> TraceStep:
    """Order the units of each pair as the two clauses were asked about, not as left and right."""
    if not trace.turned:
        return step
    turned = tuple(replace(rival, pair=rival.pair[::-1]) for rival in step.rivals)
    return replace(step, rivals=turned, other=step.other and step.other[::-1])


def _reason(
    link: Link | None, steps: Sequence[TraceStep], weights: LinkWeights, *, incomplete: bool
) -> tuple[Reason, TraceStep | None]:
    """Return the rule and the step that decided."""
    if link is not None and link.basis is Basis.DECLARED:
        return Reason.DECLARED, None
    if link is None and any(step.stage is Stage.DECISION for step in steps):
        return Reason.APART, None
    made = _last(steps, LinkOutcome.LINKED)
    if made is None:
        return _not_linked(steps, weights, incomplete=incomplete)
    if link is not None:
        return Reason(made.stage.value), made
    dropped = _last(steps, LinkOutcome.DROPPED)
    return (Reason.UNRELATED if dropped else Reason.YIELDED), made


def _not_linked(
    steps: Sequence[TraceStep], weights: LinkWeights, *, incomplete: bool
) -> tuple[Reason, TraceStep | None]:
    """Return the rule and the step because of which a pair was never linked."""
    elsewhere = [step for step in steps if step.outcome is LinkOutcome.ELSEWHERE]
    equal = next((step for step in elsewhere if step.stage in EQUAL), None)
    if equal is not None:
        return Reason.EQUAL_ELSEWHERE, equal
    contests = [step for step in steps if step.checks and step.stage is not Stage.RELATION]
    good = [step for step in contests if _worthy(step, weights)]
    if good and good[-1].stage is Stage.STRUCTURE and not elsewhere:
        return Reason.ORDER, good[-1]
    if good and (elsewhere or good[-1].rivals):
        return Reason.RIVAL, good[-1]
    return _lacking(steps, contests, incomplete=incomplete)


def _lacking(
    steps: Sequence[TraceStep], contests: Sequence[TraceStep], *, incomplete: bool
) -> tuple[Reason, TraceStep | None]:
    """Return the rule and the step for a pair that lost to no rival: which evidence was insufficient."""
    if incomplete:
        return Reason.INCOMPLETE, contests[-1] if contests else None
    if contests:
        return Reason.BELOW, max(contests, key=_nearness)
    return Reason.NO_CANDIDATE, next((step for step in steps if step.stage is Stage.CANDIDATE), None)


def _worthy(step: TraceStep, weights: LinkWeights) -> bool:
    """Tell whether a pair would have been linked in this step or a later round if it had no rival."""
    if step.stage is Stage.ROUND and step.score is not None:
        return step.score >= float(needed(weights.second_round, np.array([step.crossing]), weights)[0])
    return step.stage in (Stage.STRUCTURE, Stage.PLACE) and all(
        check.holds for check in step.checks if check.name != "margin"
    )


def _rival(steps: Sequence[TraceStep], deciding: TraceStep | None) -> tuple[tuple[int, int], float] | None:
    """Return the winning pair: the one that was linked, else the highest-scoring rival."""
    found = [
        (step.other, step.score)
        for step in steps
        if step.outcome is LinkOutcome.ELSEWHERE and step.other is not None and step.score is not None
    ]
    if deciding is not None:
        found += [(rival.pair, rival.score) for rival in deciding.rivals]
    return found[0] if found else None


def _nearness(step: TraceStep) -> float:
    """Return how near a step came to a link: the value of its worst check as a share of the threshold."""
    return min(check.value / check.least if check.least > 0 else 1.0 for check in step.checks)


def _last(steps: Iterable[TraceStep], outcome: LinkOutcome) -> TraceStep | None:
    return next((step for step in reversed(list(steps)) if step.outcome is outcome), None)


def _path(row: Row, start: tuple[str, str], end: tuple[str, str]) -> tuple[Link, ...]:
    """Return the shortest path of links between two units of a row; empty if there is none."""
    ways: dict[tuple[str, str], tuple[Link, ...]] = {start: ()}
    queue = deque([start])
    while queue and end not in ways:
        here = queue.popleft()
        for link in row.links:
            there = {link.a: link.b, link.b: link.a}.get(here)
            if there is not None and there not in ways:
                ways[there] = (*ways[here], link)
                queue.append(there)
    return ways.get(end, ())
