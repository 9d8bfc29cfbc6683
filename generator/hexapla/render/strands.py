"""Edits read for the eye: what a broken text's silence hides is taken out, the rest goes to its side."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hexapla.model import Edit, Op
from hexapla.render.flow import Mark, Run

__all__ = ["Side", "Strand", "merged", "on_side", "settled", "sliced", "spells"]

Side = Literal["base", "target"]
MARKS: dict[tuple[Op, Side], Mark | None] = {
    (Op.EQUAL, "base"): "",
    (Op.EQUAL, "target"): "",
    (Op.DELETE, "base"): "del",
    (Op.DELETE, "target"): None,
    (Op.INSERT, "base"): None,
    (Op.INSERT, "target"): "ins",
}


@dataclass(frozen=True, slots=True)
class Strand:
    """An edit, or text of one side of which the other side cannot tell whether it has it."""

    op: Op
    text: str
    unknown: bool = False


def settled(edits: Iterable[Edit], *, torn: Side | None, at: Literal["start", "end"]) -> tuple[Strand, ...]:
    """Take what a break hides out of the changes.

    Where one side's text breaks off, the other side's words after the break are neither added nor removed. The
    broken side's own last characters may be half a word, which the edits then call replaced: they count as
    equal if the other side goes on with the same characters.
    """
    strands = [Strand(edit.op, edit.text) for edit in edits]
    if torn is None:
        return tuple(strands)
    if at == "start":
        cut = next((n for n, strand in enumerate(strands) if strand.op is Op.EQUAL), len(strands))
        return (*healed(strands[:cut], torn, at), *strands[cut:])
    cut = len(strands)
    while cut and strands[cut - 1].op is not Op.EQUAL:
        cut -= 1
    return (*strands[:cut], *healed(strands[cut:], torn, at))


def healed(ends: list[Strand], torn: Side, at: Literal["start", "end"]) -> list[Strand]:
    """Read the strands at a break."""
    whole_op, torn_op = (Op.DELETE, Op.INSERT) if torn == "target" else (Op.INSERT, Op.DELETE)
    whole = "".join(strand.text for strand in ends if strand.op is whole_op)
    stub = "".join(strand.text for strand in ends if strand.op is torn_op)
    if not whole or not (whole.endswith(stub) if at == "start" else whole.startswith(stub)):
        return ends
    rest = whole[: len(whole) - len(stub)] if at == "start" else whole[len(stub) :]
    shared = [Strand(Op.EQUAL, stub)] if stub else []
    lost = [Strand(whole_op, rest, unknown=True)] if rest else []
    return [*lost, *shared] if at == "start" else [*shared, *lost]


def on_side(strands: Iterable[Strand], side: Side) -> tuple[Run, ...]:
    """Return one side's text with its marks."""
    runs = []
    for strand in strands:
        mark = MARKS[strand.op, side]
        if mark is not None:
            runs.append(Run("" if strand.unknown else mark, strand.text))
    return tuple(runs)


def merged(strands: Iterable[Strand]) -> tuple[Run, ...]:
    """Return the target's text with its insertions marked and gaps where the base says more."""
    runs = []
    for strand in strands:
        if strand.op is not Op.DELETE:
            runs.append(Run("ins" if strand.op is Op.INSERT and not strand.unknown else "", strand.text))
        elif not strand.unknown and not strand.text.isspace():
            runs.append(Run("gap", strand.text))
    return tuple(runs)


def spells(runs: Iterable[Run]) -> str:
    """Return the text that runs spell, without gaps."""
    return "".join(run.text for run in runs if run.mark != "gap")


def sliced(runs: tuple[Run, ...], lengths: Iterable[int]) -> list[tuple[Run, ...]]:
    """Cut runs into stretches of given lengths; one character between two stretches, a line feed, is dropped.

    A gap stays with the stretch that ends where it stands.
    """
    out: list[tuple[Run, ...]] = []
    rest = deque(runs)
    for length in lengths:
        if out and rest:
            take(rest, 1)
        out.append(tuple(take(rest, length)))
    if out:
        out[-1] += tuple(run for run in rest if run.mark == "gap")
    return out


def take(rest: deque[Run], length: int) -> list[Run]:
    """Take so many characters off the front."""
    taken: list[Run] = []
    while rest and (length or rest[0].mark == "gap"):
        run = rest.popleft()
        if run.mark == "gap":
            taken.append(run)
            continue
        if len(run.text) > length:
            rest.appendleft(Run(run.mark, run.text[length:]))
            run = Run(run.mark, run.text[:length])  # noqa: PLW2901 - the part that fits
        length -= len(run.text)
        taken.append(run)
    return taken
