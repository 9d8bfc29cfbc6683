"""Why two clauses, or two of their paragraphs and items, are linked or not, as records."""

from collections.abc import Sequence

from hexapla.alignment import End, Explanation, PartExplanation, TraceStep
from hexapla.exporters.records import Record, link_record, rounded

Ids = tuple[Sequence[str], Sequence[str]]
"""of both versions, those of the first asked about first"""


def explanation_record(explanation: Explanation, document: str) -> Record:
    """Make the record of why two clauses are linked, or are not; `document` is the id of the document.

    In pairs the clause of the first version asked about stands first.
    """
    link = explanation.link
    sigla = explanation.a.version, explanation.b.version
    rival = explanation.rival
    return {
        "document": document,
        "a": end_record(explanation.a),
        "b": end_record(explanation.b),
        "linked": explanation.linked,
        "reason": explanation.reason.value,
        "round": explanation.deciding.number or None if explanation.deciding else None,
        "rival": rival_record(sigla, explanation.units, *rival) if rival else None,
        "link": link_record(link) if link else None,
        "through": [link_record(each) for each in explanation.through],
        "decision": explanation.decision,
        "related": explanation.related,
        "steps": [step_record(step, sigla, explanation.units) for step in explanation.steps],
        "parts": part_record(explanation.parts) if explanation.parts else None,
    }


def part_record(parts: PartExplanation) -> Record:
    """Make the record of why two paragraphs or items are linked, or are not."""
    return {
        "a": list(parts.a),
        "b": list(parts.b),
        "linked": parts.link is not None,
        "reason": parts.reason.value,
        "link": link_record(parts.link) if parts.link else None,
        "others": [link_record(each) for each in parts.others],
        "steps": [step_record(step, (parts.a[0], parts.b[0]), parts.ids) for step in parts.steps],
    }


def end_record(end: End) -> Record:
    """Make the record of a clause that was asked about."""
    return {
        "version": end.version,
        "clause": end.clause,
        "unit": end.unit,
        "row": end.row,
        "not_in_text": end.silent,
    }


def step_record(step: TraceStep, sigla: tuple[str, str], ids: Ids) -> Record:
    """Make the record of a step; its pairs are positions in the ids of both versions."""
    return {
        "stage": step.stage.value,
        "number": step.number or None,
        "outcome": step.outcome.value,
        "likeness": rounded(step.likeness),
        "support": {name: rounded(value) for name, value in step.support},
        "score": rounded(step.score),
        "crossing": step.crossing,
        "measures": {name: rounded(value) for name, value in step.measures},
        "checks": [
            {
                "name": check.name,
                "value": rounded(check.value),
                "least": rounded(check.least),
                "holds": check.holds,
            }
            for check in step.checks
        ],
        "rivals": [
            {**rival_record(sigla, ids, rival.pair, rival.score), "likeness": rounded(rival.likeness)}
            for rival in step.rivals
        ],
        "instead": rival_record(sigla, ids, step.other, step.score) if step.other else None,
    }


def rival_record(sigla: tuple[str, str], ids: Ids, pair: tuple[int, int], score: float | None) -> Record:
    """Make the record of another pair."""
    left, right = (own[at] for own, at in zip(ids, pair, strict=True))
    return {
        "a": [sigla[0], left],
        "b": [sigla[1], right],
        "score": rounded(score),
    }
