"""Why two clauses are linked, or are not, as records for JSON."""

from hexapla.alignment import End, Explanation, TraceStep
from hexapla.exporters.records import DECIMALS, Record, link_record


def explanation_record(explanation: Explanation, document: str) -> Record:
    """Make the record of why two clauses are linked, or are not; `document` is the id of the document.

    In pairs the clause of the first version asked about stands first.
    """
    link = explanation.link
    return {
        "document": document,
        "a": end_record(explanation.a),
        "b": end_record(explanation.b),
        "linked": explanation.linked,
        "reason": explanation.reason.value,
        "round": explanation.deciding.number or None if explanation.deciding else None,
        "rival": rival_record(explanation, *explanation.rival) if explanation.rival else None,
        "link": link_record(link) if link else None,
        "through": [link_record(each) for each in explanation.through],
        "decision": explanation.decision,
        "related": explanation.related,
        "steps": [step_record(explanation, step) for step in explanation.steps],
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


def step_record(explanation: Explanation, step: TraceStep) -> Record:
    """Make the record of a step."""
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
            {**rival_record(explanation, rival.pair, rival.score), "likeness": rounded(rival.likeness)}
            for rival in step.rivals
        ],
        "instead": rival_record(explanation, step.other, step.score) if step.other else None,
    }


def rival_record(explanation: Explanation, pair: tuple[int, int], score: float | None) -> Record:
    """Make the record of another pair."""
    left, right = (ids[unit] for ids, unit in zip(explanation.units, pair, strict=True))
    return {
        "a": [explanation.a.version, left],
        "b": [explanation.b.version, right],
        "score": rounded(score),
    }


def rounded(value: float | None) -> float | None:
    """Round as scores are rounded everywhere."""
    return None if value is None else round(value, DECIMALS)
