"""Rows as they are printed: the text of both versions with numbers and headings, and the marks of the pages.

The edits of a change are about texts alone. Here they are carried over to what is printed, so that a file
marks what the page marks, and a line feed is where a paragraph ends and nowhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from hexapla.comparison.diff import diff_texts
from hexapla.exporters.printed_lines import PrintedCell, build_printed_cell
from hexapla.model import Alignment, Change, Comparison, Edit, Op, Relation, Version
from hexapla.reading import find_lost_edit
from hexapla.units import Unit, build_units, join_cell_text

__all__ = [
    "PrintedLines",
    "PrintedRow",
    "PrintedRun",
    "bracket_deletions",
    "build_printed_rows",
    "build_unmarked_runs",
    "select_side",
    "split_sides",
]


class PrintedRun(NamedTuple):
    """A run of printed text."""

    op: Op
    text: str
    head: bool = False
    """number and heading"""
    unknown: bool = False
    """beyond the place where the other side breaks off: neither added nor removed"""


PrintedLines = tuple[tuple[PrintedRun, ...], ...]
"""the lines of one version's cell, each in runs"""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a comparison."""

    change: Change
    base: tuple[Unit, ...]
    target: tuple[Unit, ...]
    pieces: tuple[PrintedRun, ...]
    """equal and deleted spell the base's lines, equal and inserted the target's, joined with line feeds"""


def build_printed_rows(alignment: Alignment, comparison: Comparison) -> Iterator[PrintedRow]:
    """Yield the rows of a comparison, in the table's order."""
    document = alignment.document
    versions = document.version(comparison.base), document.version(comparison.target)
    own = [{unit.id: unit for unit in build_units(version)} for version in versions]
    for change in comparison.changes:
        cells = [tuple(by_id[name] for name in names) for by_id, names in zip(own, change.cells, strict=True)]
        pieces = apply_edits(change, cells[0], cells[1], document.language)
        yield PrintedRow(change, cells[0], cells[1], mark_unknown(change, pieces, versions))


def apply_edits(
    change: Change, base: Sequence[Unit], target: Sequence[Unit], language: str
) -> tuple[PrintedRun, ...]:
    """Carry the edits of a change over to its printed lines."""
    sides = tuple(
        "".join(edit.text for edit in change.edits if edit.op is not skipped)
        for skipped in (Op.INSERT, Op.DELETE)
    )
    spelled, both = change.edits, bool(base and target)
    headed = not change.heading_edits and sides == (
        join_cell_text(base, headed=True),
        join_cell_text(target, headed=True),
    )
    left, right = (build_printed_cell(cell, headed=headed) for cell in (base, target))
    if sides != (left.text, right.text):
        spelled = diff_texts(left.text, right.text, language)
    return tuple(merge_runs(build_runs(spelled, left, right, language, both=both)))


def build_runs(
    spelled: Sequence[Edit], left: PrintedCell, right: PrintedCell, language: str, *, both: bool
) -> Iterator[PrintedRun]:
    """Yield what is printed, run by run."""
    here = there = 0
    done = (-1, -1)
    if both:
        yield from diff_headings(left.heads.get(0, ""), right.heads.get(0, ""), language)
        done = (0, 0)
    for edit in spelled:
        size = len(edit.text)
        if edit.op is Op.EQUAL:
            for start, end in split_stretch(left, here, right, there, size):
                one = left.heads.get(here + start, "") if here + start > done[0] else ""
                other = right.heads.get(there + start, "") if there + start > done[1] else ""
                yield from diff_headings(one, other, language)
                yield from build_both_sides(
                    left.between(here + start, here + end), right.between(there + start, there + end)
                )
            here, there = here + size, there + size
        elif edit.op is Op.DELETE:
            yield from build_one_side(Op.DELETE, left, here, here + size, done[0])
            here += size
        else:
            yield from build_one_side(Op.INSERT, right, there, there + size, done[1])
            there += size
    one = left.heads.get(here, "") if here > done[0] else ""
    other = right.heads.get(there, "") if there > done[1] else ""
    yield from diff_headings(one, other, language)


def split_stretch(
    left: PrintedCell, here: int, right: PrintedCell, there: int, size: int
) -> Iterator[tuple[int, int]]:
    """Cut a common stretch where either side prints something else than its characters."""
    cuts = {0, size}
    for side, start in ((left, here), (right, there)):
        for first, last, _ in side.replaced(start, start + size):
            cuts |= {first - start, last - start}
        cuts |= {offset - start for offset in side.headed(start, start + size)}
    ordered = sorted(cut for cut in cuts if 0 <= cut <= size)
    yield from pairwise(ordered)


def build_one_side(op: Op, side: PrintedCell, start: int, end: int, done: int) -> Iterator[PrintedRun]:
    """Yield a stretch that one side has, its heads in their places."""
    at = start
    for offset in side.headed(max(start, done + 1), end):
        yield PrintedRun(op, side.between(at, offset))
        yield PrintedRun(op, side.heads[offset], head=True)
        at = offset
    yield PrintedRun(op, side.between(at, end))


def diff_headings(one: str, other: str, language: str) -> Iterator[PrintedRun]:
    """Yield numbers and headings, marked against each other; a number alone is replaced whole."""
    if one == other:
        yield PrintedRun(Op.EQUAL, one, head=True)
    elif not one or not other:
        yield PrintedRun(Op.DELETE if one else Op.INSERT, one or other, head=True)
    else:
        for edit in diff_texts(one, other, language):
            yield PrintedRun(edit.op, edit.text, head=True)


def build_both_sides(one: str, other: str) -> Iterator[PrintedRun]:
    """Yield what two sides print for the same characters."""
    if one == other:
        yield PrintedRun(Op.EQUAL, one)
    else:
        yield PrintedRun(Op.DELETE, one)
        yield PrintedRun(Op.INSERT, other)


def merge_runs(pieces: Iterator[PrintedRun]) -> Iterator[PrintedRun]:
    """Join neighbours of a kind; leave out what is empty."""
    last: PrintedRun | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and (last.op, last.head) == (piece.op, piece.head):
            last = last._replace(text=last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def mark_unknown(
    change: Change, pieces: tuple[PrintedRun, ...], versions: tuple[Version, Version]
) -> tuple[PrintedRun, ...]:
    """Say what a break hides: words of which the other side cannot tell whether it has them."""
    if change.relation is not Relation.NOT_IN_TEXT or not pieces:
        return pieces
    ops = {piece.op for piece in pieces}
    if len(ops) == 1:
        return tuple(piece._replace(unknown=True) for piece in pieces)
    lost = find_lost_edit(change, *versions)
    if lost is None:
        return pieces
    order = range(len(pieces)) if lost == 0 else range(len(pieces) - 1, -1, -1)
    marked = dict(enumerate(pieces))
    op = change.edits[lost].op
    for at in order:
        if pieces[at].op is Op.EQUAL:
            break
        if pieces[at].op is op:
            marked[at] = pieces[at]._replace(unknown=True)
    return tuple(marked.values())


def select_side(pieces: Sequence[PrintedRun], op: Op) -> PrintedLines:
    """Return one version's lines.

    Args:
        pieces: of a row.
        op: what the other version does not have: DELETE for the base's lines, INSERT for the target's.
    """
    out: list[list[PrintedRun]] = [[]]
    for piece in pieces:
        if piece.op not in (Op.EQUAL, op):
            continue
        first, *rest = piece.text.split("\n")
        out[-1] += [piece._replace(text=first)] if first else []
        out += [[piece._replace(text=text)] if text else [] for text in rest]
    return tuple(map(tuple, out))


def split_sides(passage: PrintedRow) -> tuple[PrintedLines, PrintedLines]:
    """Return the lines of base and target; a version that is absent has none."""
    return (
        select_side(passage.pieces, Op.DELETE) if passage.base else (),
        select_side(passage.pieces, Op.INSERT) if passage.target else (),
    )


def bracket_deletions(line: Sequence[PrintedRun], signs: tuple[str, str]) -> Iterator[tuple[PrintedRun, str]]:
    """Yield the runs of a line with what is to be printed of each: signs around removed words.

    One pair stands around what was removed in one piece, a number with its text.
    """
    gone = [False, *(piece.op is Op.DELETE and not piece.unknown for piece in line), False]
    for at, piece in enumerate(line, 1):
        opening = signs[0] if gone[at] and not gone[at - 1] else ""
        closing = signs[1] if gone[at] and not gone[at + 1] else ""
        yield piece, opening + piece.text + closing


def build_unmarked_runs(unit: Unit) -> tuple[PrintedRun, ...]:
    """Return a unit as it is printed."""
    side = build_printed_cell([unit])
    return tuple(merge_runs(build_one_side(Op.EQUAL, side, 0, len(side.text), -1))) or (
        PrintedRun(Op.EQUAL, side.heads.get(0, ""), head=True),
    )
