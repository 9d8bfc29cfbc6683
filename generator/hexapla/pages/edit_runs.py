"""Edits read for the eye: what a broken text's silence hides is taken out, the rest goes to its side."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hexapla.model import Edit, Op
from hexapla.pages.inline_html import ABSENT_MARKS, Run, RunMark

Side = Literal["base", "target"]
MARKS: dict[tuple[Op, Side], RunMark | None] = {
    (Op.EQUAL, "base"): "",
    (Op.EQUAL, "target"): "",
    (Op.DELETE, "base"): "del",
    (Op.DELETE, "target"): None,
    (Op.INSERT, "base"): None,
    (Op.INSERT, "target"): "ins",
}

MOVED: dict[RunMark, RunMark] = {"del": "from", "ins": "to"}


@dataclass(frozen=True, slots=True)
class EditRun:
    """An edit, or text of one side of which the other side cannot tell whether it has it."""

    op: Op
    text: str
    unknown: bool = False
    moved: bool = False
    """a phrase that stands elsewhere in the same row on the other side"""


def build_edit_runs(
    edits: Sequence[Edit],
    lost: int | None,
    moved: Iterable[tuple[int, int]] = (),
) -> tuple[EditRun, ...]:
    """Take what a break hides out of the changes.

    Where one side's text breaks off, the other side's words beyond the break are neither added nor removed.

    Args:
        edits: of a row.
        lost: which edit holds the words beyond the break.
        moved: pairs of edits that are one phrase at two places.
    """
    elsewhere = {place for pair in moved for place in pair}
    return tuple(
        EditRun(edit.op, edit.text, unknown=n == lost, moved=n in elsewhere) for n, edit in enumerate(edits)
    )


def render_side(strands: Iterable[EditRun], side: Side) -> tuple[Run, ...]:
    """Return one side's text with its marks."""
    runs = []
    for strand in strands:
        mark = MARKS[strand.op, side]
        if mark is not None:
            shown = MOVED.get(mark, mark) if strand.moved else mark
            runs.append(Run("" if strand.unknown else shown, strand.text))
    return tuple(runs)


def merge_sides(
    strands: Iterable[EditRun], shown: Literal["only", "ins"], missing: Literal["gap", "was"]
) -> tuple[Run, ...]:
    """Return the target's text with the words marked that the base has not.

    Args:
        strands: from base to target.
        shown: how they are marked; `only` where nobody need have inserted them.
        missing: what stands where the base says more: a gap, or its words.
    """
    runs = []
    for strand in strands:
        if strand.op is not Op.DELETE:
            runs.append(Run(shown if strand.op is Op.INSERT and not strand.unknown else "", strand.text))
        elif not strand.unknown and not strand.text.isspace():
            runs.append(Run(missing, strand.text))
    return tuple(runs)


def spell_runs(runs: Iterable[Run]) -> str:
    """Return the text that runs spell, without what the text has not."""
    return "".join(run.text for run in runs if run.mark not in ABSENT_MARKS)


def slice_runs(runs: tuple[Run, ...], lengths: Iterable[int]) -> list[tuple[Run, ...]]:
    """Cut runs into stretches of given lengths; one character between two stretches, a line feed, is dropped.

    What the text has not stays with the stretch that ends where it stands.
    """
    out: list[tuple[Run, ...]] = []
    rest = deque(runs)
    for length in lengths:
        if out and rest:
            take_runs(rest, 1)
        out.append(tuple(take_runs(rest, length)))
    if out:
        out[-1] += tuple(run for run in rest if run.mark in ABSENT_MARKS)
    return out


def take_runs(rest: deque[Run], length: int) -> list[Run]:
    """Take so many characters off the front."""
    taken: list[Run] = []
    while rest and (length or rest[0].mark in ABSENT_MARKS):
        run = rest.popleft()
        if run.mark in ABSENT_MARKS:
            taken.append(run)
            continue
        if len(run.text) > length:
            rest.appendleft(Run(run.mark, run.text[length:]))
            run = Run(run.mark, run.text[:length])
        length -= len(run.text)
        taken.append(run)
    return taken
