"""Why two clauses are linked, or are not, as lines for a terminal."""

from collections.abc import Iterator

from hexapla.alignment import Explanation, LinkOutcome, Reason, TraceStep
from hexapla.i18n import Messages, load_messages
from hexapla.model import Document, Link
from hexapla.pages.alignment_listing import index_units, shorten_unit


def explanation_lines(explanation: Explanation, document: Document, language: str = "en") -> Iterator[str]:
    """Yield the verdict, the rule that decided, and every step with what it asked and what it found.

    Args:
        explanation: of two clauses of the document.
        document: its versions, segmented.
        language: of the words, BCP 47.
    """
    say, known = load_messages(language), index_units(document)
    a, b = (f"{end.version}/{end.unit}" for end in (explanation.a, explanation.b))
    yield say("explain-linked" if explanation.linked else "explain-not-linked", a=a, b=b)
    for end in (explanation.a, explanation.b):
        inside = f" ({say('explain-part', clause=end.clause)})" if end.clause != end.unit else ""
        yield f"  {end.version}/{end.unit}  {shorten_unit(known[end.version, end.unit])}{inside}"
    yield from verdict_lines(explanation, say)
    for step in explanation.steps:
        yield ""
        yield step_line(explanation, step, say)
        yield from ("  " + line for line in detail_lines(explanation, step, say))


def verdict_lines(explanation: Explanation, say: Messages) -> Iterator[str]:
    """Yield the rule that decided, and what became of it."""
    yield reason_line(explanation, say)
    link = explanation.link
    if link is not None:
        confidence = say(f"explain-confidence-{link.confidence}")
        yield say("explain-link", score=number(link.score), confidence=confidence)
    if explanation.decision is not None:
        yield say("explain-decision", reason=explanation.decision)
    if explanation.through:
        way = ", ".join(map(link_name, explanation.through))
        yield say("explain-through", row=explanation.a.row, way=way)
    for end, other in ((explanation.a, explanation.b), (explanation.b, explanation.a)):
        if end.silent and explanation.reason is not Reason.INCOMPLETE:
            yield say("explain-silent", version=other.version, clause=f"{end.version}/{end.unit}")


def reason_line(explanation: Explanation, say: Messages) -> str:
    """Say which rule decided."""
    reason, deciding = explanation.reason, explanation.deciding
    silent = explanation.a if explanation.a.silent else explanation.b
    quiet = explanation.b if explanation.a.silent else explanation.a
    return say(
        f"explain-reason-{reason.replace('_', '-')}",
        number=deciding.number if deciding else 0,
        rival=pair_name(explanation, *explanation.rival) if explanation.rival else "",
        version=quiet.version,
        clause=f"{silent.version}/{silent.unit}",
    )


def step_line(explanation: Explanation, step: TraceStep, say: Messages) -> str:
    """Say what a step was, and what came of it."""
    stage = say(f"explain-stage-{step.stage}", number=step.number)
    if step.outcome is LinkOutcome.ELSEWHERE and step.other is not None:
        return say("explain-elsewhere", stage=stage, rival=pair_name(explanation, step.other, step.score))
    if step.outcome is LinkOutcome.CHECKED:
        return stage
    outcome = say(f"explain-outcome-{step.outcome.replace('_', '-')}")
    return say("explain-step", stage=stage, outcome=outcome)


def detail_lines(explanation: Explanation, step: TraceStep, say: Messages) -> Iterator[str]:
    """Yield what a step weighed."""
    if step.support and step.score is not None and step.likeness is not None:
        parts = [("likeness", step.likeness), *step.support]
        terms = [f"{value_name(name, say)} {number(value)}" for name, value in parts if value]
        yield f"{say('explain-value-score')} {number(step.score)} = {' + '.join(terms)}"
    elif step.likeness is not None and all(check.name != "likeness" for check in step.checks):
        yield f"{say('explain-value-likeness')} {number(step.likeness)}"
    for check in step.checks:
        yield say(
            "explain-check",
            name=value_name(check.name, say),
            value=number(check.value),
            least=number(check.least),
            holds="yes" if check.holds else "no",
        )
    if step.crossing:
        yield say("explain-crossing")
    if step.rivals:
        rivals = ", ".join(pair_name(explanation, rival.pair, rival.score) for rival in step.rivals)
        yield say("explain-rivals", rivals=rivals)


def value_name(name: str, say: Messages) -> str:
    """Name a value of alignment."""
    return say(f"explain-value-{name.replace('_', '-')}")


def pair_name(explanation: Explanation, pair: tuple[int, int], score: float | None) -> str:
    """Name a pair of units, with its score."""
    left, right = (ids[unit] for ids, unit in zip(explanation.units, pair, strict=True))
    name = f"{explanation.a.version}/{left} – {explanation.b.version}/{right}"
    return name if score is None else f"{name} {number(score)}"


def link_name(link: Link) -> str:
    """Name a link."""
    return f"{link.a[0]}/{link.a[1]} – {link.b[0]}/{link.b[1]} {number(link.score)}"


def number(value: float) -> str:
    """Write a value of alignment."""
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.0f}"  # noqa: PLR2004 - masses are no shares
