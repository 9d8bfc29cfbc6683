"""What the comparison of clauses says of paragraphs of two documents: which belong together, and remarks."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from hexapla.exporters.word.redline import RedlinePair, describe_row, step_op
from hexapla.i18n import Messages
from hexapla.model import Op, Version

Rows = Mapping[int, frozenset[str]]
"""ordinal of a paragraph, as the reader counts them → the changes of which it spells a part"""


@dataclass(frozen=True, slots=True)
class RedlineGuide:
    """What is known of the paragraphs of both documents."""

    base: Rows = field(default_factory=dict)
    target: Rows = field(default_factory=dict)
    remarks: Mapping[tuple[Op, str], str] = field(default_factory=dict)
    """place of a change (the base's, the target's, of both) and its id → what is said there"""
    summary: tuple[str, ...] = ()
    """lines that are said at the document's head; none: nothing is"""


def build_guide(pair: RedlinePair, say: Messages | None, summary: tuple[str, ...] = ()) -> RedlineGuide:
    """Look up what belongs together; without words, no remarks."""
    spans = {Op.DELETE: [], Op.INSERT: []}  # type: dict[Op, list[tuple[int, int, str]]]
    for name, row in pair.rows.items():
        for op, units in ((Op.DELETE, row.base), (Op.INSERT, row.target)):
            clauses = (clause for unit in units for clause in (unit.clause, *unit.parts))
            spans[op] += ((*span, name) for clause in clauses for span in clause.spans)
    remarks: dict[tuple[Op, str], str] = {}
    for step in pair.steps() if say else ():
        if say and step.row is not None and (text := describe_row(step, pair.rows[step.row], pair, say)):
            remarks.setdefault((step_op(step), step.row), text)
    return RedlineGuide(
        dict(find_paragraph_rows(pair.base, sorted(spans[Op.DELETE]))),
        dict(find_paragraph_rows(pair.target, sorted(spans[Op.INSERT]))),
        remarks,
        summary,
    )


def find_paragraph_rows(
    version: Version, spans: list[tuple[int, int, str]]
) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the paragraphs of a version that spell clauses; `spans` are those of clauses, in order."""
    places = version.source.places
    starts = [start for start, _, _ in spans]
    for place, following in zip(places, [*places[1:], None], strict=True):
        end = len(version.source.text) if following is None else following.start
        last = bisect_right(starts, end - 1)
        first = max(0, bisect_right(starts, place.start) - 1)
        rows = frozenset(map(itemgetter(2), (each for each in spans[first:last] if each[1] > place.start)))
        if place.paragraph is not None and rows:
            yield place.paragraph, rows
