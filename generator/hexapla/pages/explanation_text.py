"""Why two clauses are linked or not, as lines of plain text."""

from collections.abc import Iterator, Sequence

from hexapla.alignment import Explanation, LinkOutcome, PartExplanation, Reason, TraceStep
from hexapla.i18n import Messages, load_messages
from hexapla.model import Document, Link
from hexapla.pages.terminal_text import index_units, shorten_unit


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
    if explanation.parts is not None:
        yield ""
        yield from part_lines(explanation.parts, say)
    for step in explanation.steps:
        yield ""
        yield step_line(explanation, step, say)
        yield from ("  " + line for line in detail_lines(explanation, step, say))


def part_lines(parts: PartExplanation, say: Messages) -> Iterator[str]:
    """Yield the verdict on two paragraphs or items, and what was weighed, level by level."""
    names = {name: "/".join(end) for name, end in (("a", parts.a), ("b", parts.b))}
    yield say("explain-linked" if parts.link else "explain-not-linked", **names)
    yield say(f"explain-item-reason-{parts.reason}")
    if parts.link is not None:
        confidence = say(f"explain-confidence-{parts.link.confidence}")
        yield say("explain-link", score=number(parts.link.score), confidence=confidence)
    if parts.others:
        yield say("explain-item-others", links=", ".join(map(link_name, parts.others)))
    for step in parts.steps:
        outcome = say(f"explain-outcome-{step.outcome.replace('_', '-')}")
        yield say("explain-step", stage=say("explain-stage-item"), outcome=outcome)
        yield from ("  " + line for line in weighed_lines(step, say))
        if step.rivals:
            told = (
                pair_name((parts.a[0], parts.b[0]), parts.ids, each.pair, each.score) for each in step.rivals
            )
            yield "  " + say("explain-rivals", rivals=", ".join(told))


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
        rival=name_rival(explanation, *explanation.rival) if explanation.rival else "",
        version=quiet.version,
        clause=f"{silent.version}/{silent.unit}",
    )


def step_line(explanation: Explanation, step: TraceStep, say: Messages) -> str:
    """Say what a step was, and what came of it."""
    stage = say(f"explain-stage-{step.stage}", number=step.number)
    if step.outcome is LinkOutcome.ELSEWHERE and step.other is not None:
        return say("explain-elsewhere", stage=stage, rival=name_rival(explanation, step.other, step.score))
    if step.outcome is LinkOutcome.CHECKED:
        return stage
    outcome = say(f"explain-outcome-{step.outcome.replace('_', '-')}")
    return say("explain-step", stage=stage, outcome=outcome)


def detail_lines(explanation: Explanation, step: TraceStep, say: Messages) -> Iterator[str]:
    """Yield what a step weighed."""
    yield from weighed_lines(step, say)
    if step.crossing:
        yield say("explain-crossing")
    if step.rivals:
        rivals = ", ".join(name_rival(explanation, rival.pair, rival.score) for rival in step.rivals)
        yield say("explain-rivals", rivals=rivals)


def weighed_lines(step: TraceStep, say: Messages) -> Iterator[str]:
    """Yield the values of a step, and what was asked."""
    if step.support and step.score is not None and step.likeness is not None:
        parts = [("likeness", step.likeness), *step.support]
        terms = [f"{value_name(name, say)} {number(value)}" for name, value in parts if value]
        yield f"{say('explain-value-score')} {number(step.score)} = {' + '.join(terms)}"
    elif step.likeness is not None and all(check.name != "likeness" for check in step.checks):
        yield f"{say('explain-value-likeness')} {number(step.likeness)}"
    for name, value in step.measures:
        yield say("explain-measure", name=value_name(name, say), value=number(value))
    for check in step.checks:
        yield say(
            "explain-check",
            name=value_name(check.name, say),
            value=number(check.value),
            least=number(check.least),
            holds="yes" if check.holds else "no",
        )


def value_name(name: str, say: Messages) -> str:
    """Name a value of alignment."""
    return say(f"explain-value-{name.replace('_', '-')}")


def name_rival(explanation: Explanation, pair: tuple[int, int], score: float | None) -> str:
    """Name a pair of units, with its score."""
    return pair_name((explanation.a.version, explanation.b.version), explanation.units, pair, score)


def pair_name(
    sigla: tuple[str, str],
    ids: tuple[Sequence[str], Sequence[str]],
    pair: tuple[int, int],
    score: float | None,
) -> str:
    """Name a pair by sigla and ids, given by its positions in these, with its score."""
    left, right = (own[at] for own, at in zip(ids, pair, strict=True))
    name = f"{sigla[0]}/{left} – {sigla[1]}/{right}"
    return name if score is None else f"{name} {number(score)}"


def link_name(link: Link) -> str:
    """Name a link."""
    return f"{link.a[0]}/{link.a[1]} – {link.b[0]}/{link.b[1]} {number(link.score)}"


def number(value: float) -> str:
    """Write a value of alignment."""
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.0f}"  # noqa: PLR2004 - masses are no shares
