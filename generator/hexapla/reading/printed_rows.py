"""Rows as they are printed: the text of both versions with numbers and headings, and the marks of the pages.

The edits of a change are about texts alone. Here they are carried over to what is printed, so that a file
marks what the page marks, and a line feed is where a paragraph ends and nowhere else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from hexapla.comparison import diff_texts
from hexapla.model import Alignment, Annotation, Change, Comparison, Document, Edit, Op, Relation, Version
from hexapla.reading.annotation_lines import describe_annotations, group_annotations
from hexapla.reading.captions import Wording
from hexapla.reading.cited_passages import PassageIndex
from hexapla.reading.labels import Labels, label_units
from hexapla.reading.printed import GridPlace, PrintedCell, print_units
from hexapla.reading.status import find_lost_edit
from hexapla.units import Unit, build_units, join_cell_text


class Piece(NamedTuple):
    """A run of printed text."""

    op: Op
    text: str
    head: bool = False
    """number and heading"""
    unknown: bool = False
    """beyond the place where the other side breaks off: neither added nor removed"""
    cells: tuple[GridPlace | None, GridPlace | None] = (None, None)
    """where it stands in a table of the base, and in one of the target"""


Side = tuple[tuple[Piece, ...], ...]
"""the lines of one version's cell, each in runs"""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a comparison."""

    change: Change
    base: tuple[Unit, ...]
    target: tuple[Unit, ...]
    pieces: tuple[Piece, ...]
    """equal and deleted spell the base's lines, equal and inserted the target's, joined with line feeds"""
    sides: tuple[Side, Side]
    """the lines of base and target; a version that is absent has none"""


class PrintedOnce:
    """What is printed of texts alone, found once: of many versions most pairs say the same of a clause."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.by_units: dict[tuple[str, tuple[str, ...], bool], PrintedCell] = {}
        self.by_content: dict[object, PrintedCell] = {}
        self.pieces: dict[object, tuple[Piece, ...]] = {}
        self.sides: dict[object, tuple[Side, Side]] = {}

    def print_cell(self, siglum: str, units: Sequence[Unit], *, headed: bool) -> PrintedCell:
        """Print the units of a version; of cells that read alike it is the same object."""
        key = siglum, tuple([unit.id for unit in units]), headed
        if key not in self.by_units:
            made = print_units(units, headed=headed)
            content = made.text, *map(tuple, (made.heads.items(), made.instead.items())), made.grid
            self.by_units[key] = self.by_content.setdefault(content, made)
        return self.by_units[key]

    def print_change(
        self, change: Change, cells: tuple[PrintedCell, PrintedCell], language: str
    ) -> tuple[Piece, ...]:
        """Carry the edits of a change over to what is printed of its two sides."""
        both = all(change.cells)
        key = change.edits, *map(id, cells), both  # which are kept, so that no other has their ids
        if key not in self.pieces:
            left, right = cells
            spelled: Sequence[Edit] = change.edits
            if spell_sides(change) != (left.text, right.text):
                spelled = diff_texts(left.text, right.text, language)
            self.pieces[key] = tuple(merge_pieces(carry_edits(spelled, left, right, language, both=both)))
        return self.pieces[key]

    def split_sides(self, pieces: tuple[Piece, ...], *, base: bool, target: bool) -> tuple[Side, Side]:
        """Return the lines of the sides that are there."""
        key = pieces, base, target
        if key not in self.sides:
            self.sides[key] = (
                split_lines(pieces, Op.DELETE) if base else (),
                split_lines(pieces, Op.INSERT) if target else (),
            )
        return self.sides[key]


@dataclass(frozen=True)
class PrintedDocument:
    """A document as it is printed, each part made once for all the files that print it."""

    alignment: Alignment
    made: dict[tuple[str, str], tuple[Comparison, tuple[PrintedRow, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    once: PrintedOnce = field(default_factory=PrintedOnce, init=False, repr=False, compare=False)

    @property
    def document(self) -> Document:
        """The document."""
        return self.alignment.document

    @cached_property
    def units(self) -> Mapping[str, Mapping[str, Unit]]:
        """The units of each version, by siglum and id, in order."""
        return {
            version.siglum: {unit.id: unit for unit in build_units(version)}
            for version in self.document.versions
        }

    @cached_property
    def labels(self) -> Labels:
        """What a unit is called, by siglum and id; empty where it has no number."""
        return label_units({siglum: tuple(own.values()) for siglum, own in self.units.items()})

    def told_labels(self, wording: Wording) -> Labels:
        """Return what a unit is called in a sentence."""
        unnumbered = wording.say("unnumbered")
        return {place: label or unnumbered for place, label in self.labels.items()}

    @cached_property
    def passages(self) -> PassageIndex:
        """The paragraphs and items of all versions, and what they are called."""
        return PassageIndex(self.document, self.labels)

    @cached_property
    def annotations(self) -> Mapping[str, tuple[Annotation, ...]]:
        """What people say of clauses, by the id of their row."""
        return group_annotations(self.alignment)

    def remarks(self, row: str, wording: Wording) -> tuple[str, ...]:
        """Return what people say of the clauses of a row, each in one piece."""
        said = describe_annotations(self.annotations.get(row, ()), wording.say)
        return tuple(each.as_text(wording.say) for each in said)

    def rows(self, comparison: Comparison) -> tuple[PrintedRow, ...]:
        """Return the rows of a comparison of two of its versions, in the table's order."""
        pair = comparison.base, comparison.target
        known = self.made.get(pair)
        if known is None or known[0] is not comparison:
            known = self.made[pair] = comparison, tuple(print_rows(self, comparison))
        return known[1]


def print_rows(printed: PrintedDocument, comparison: Comparison) -> Iterator[PrintedRow]:
    """Yield the rows of a comparison, in the table's order."""
    document, once = printed.document, printed.once
    versions = document.version(comparison.base), document.version(comparison.target)
    own = [printed.units[version.siglum] for version in versions]
    for change in comparison.changes:
        base, target = (
            tuple([by_id[name] for name in names]) for by_id, names in zip(own, change.cells, strict=True)
        )
        headed = is_headed(change, base, target)
        left = once.print_cell(comparison.base, base, headed=headed)
        right = once.print_cell(comparison.target, target, headed=headed)
        whole = once.print_change(change, (left, right), document.language)
        pieces = mark_unknown(change, whole, versions)
        sides = once.split_sides(pieces, base=bool(base), target=bool(target))
        yield PrintedRow(change, base, target, pieces, sides)


def is_headed(change: Change, base: Sequence[Unit], target: Sequence[Unit]) -> bool:
    """Tell whether the edits of a change are of headings and texts together."""
    return not change.heading_edits and spell_sides(change) == (
        join_cell_text(base, headed=True),
        join_cell_text(target, headed=True),
    )


def spell_sides(change: Change) -> tuple[str, str]:
    """Return what the edits of a change spell on either side."""
    edits = change.edits
    return (
        "".join([edit.text for edit in edits if edit.op is not Op.INSERT]),
        "".join([edit.text for edit in edits if edit.op is not Op.DELETE]),
    )


def carry_edits(
    spelled: Sequence[Edit], left: PrintedCell, right: PrintedCell, language: str, *, both: bool
) -> Iterator[Piece]:
    """Yield what is printed, run by run."""
    here = there = 0
    done = (-1, -1)
    if both:
        yield from mark_heads(left.heads.get(0, ""), right.heads.get(0, ""), language)
        done = (0, 0)
    for edit in spelled:
        size = len(edit.text)
        if edit.op is Op.EQUAL:
            for start, end in split_common_stretch(left, here, right, there, size):
                one = left.heads.get(here + start, "") if here + start > done[0] else ""
                other = right.heads.get(there + start, "") if there + start > done[1] else ""
                yield from mark_heads(one, other, language)
                cells = (left.place(here + start), right.place(there + start))
                for piece in print_both(
                    left.between(here + start, here + end), right.between(there + start, there + end)
                ):
                    yield piece._replace(cells=cells)
            here, there = here + size, there + size
        elif edit.op is Op.DELETE:
            yield from print_stretch(Op.DELETE, left, here, here + size, done[0])
            here += size
        else:
            yield from print_stretch(Op.INSERT, right, there, there + size, done[1])
            there += size
    one = left.heads.get(here, "") if here > done[0] else ""
    other = right.heads.get(there, "") if there > done[1] else ""
    yield from mark_heads(one, other, language)


def split_common_stretch(
    left: PrintedCell, here: int, right: PrintedCell, there: int, size: int
) -> Iterator[tuple[int, int]]:
    """Cut a common stretch where either side prints something else than its characters."""
    cuts = {0, size}
    for side, start in ((left, here), (right, there)):
        for first, last, _ in side.replaced(start, start + size):
            cuts |= {first - start, last - start}
        cuts |= {offset - start for offset in side.headed(start, start + size)}
        cuts |= {offset - start for offset in side.cuts(start, start + size)}
    ordered = sorted(cut for cut in cuts if 0 <= cut <= size)
    yield from pairwise(ordered)


def print_stretch(op: Op, side: PrintedCell, start: int, end: int, done: int) -> Iterator[Piece]:
    """Yield a stretch that one side has, its heads in their places."""
    for first, last in pairwise([start, *side.cuts(start, end), end]):
        at, place = first, side.place(first)
        cells = (place, None) if op is Op.DELETE else (None, place) if op is Op.INSERT else (place, place)
        for offset in side.headed(max(first, done + 1), last):
            yield Piece(op, side.between(at, offset))
            yield Piece(op, side.heads[offset], head=True)
            at = offset
        yield Piece(op, side.between(at, last), cells=cells)


def mark_heads(one: str, other: str, language: str) -> Iterator[Piece]:
    """Yield numbers and headings, marked against each other; a number alone is replaced whole."""
    if one == other:
        yield Piece(Op.EQUAL, one, head=True)
    elif not one or not other:
        yield Piece(Op.DELETE if one else Op.INSERT, one or other, head=True)
    else:
        for edit in diff_texts(one, other, language):
            yield Piece(edit.op, edit.text, head=True)


def print_both(one: str, other: str) -> Iterator[Piece]:
    """Yield what two sides print for the same characters."""
    if one == other:
        yield Piece(Op.EQUAL, one)
    else:
        yield Piece(Op.DELETE, one)
        yield Piece(Op.INSERT, other)


def merge_pieces(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of a kind; leave out what is empty."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and (last.op, last.head, last.cells) == (piece.op, piece.head, piece.cells):
            last = last._replace(text=last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def mark_unknown(
    change: Change, pieces: tuple[Piece, ...], versions: tuple[Version, Version]
) -> tuple[Piece, ...]:
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


def split_lines(pieces: Sequence[Piece], op: Op) -> Side:
    """Return one version's lines; of a piece its place in a table of that version stands twice.

    Args:
        pieces: of a row.
        op: what the other version does not have: DELETE for the base's lines, INSERT for the target's.
    """
    out: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.op not in (Op.EQUAL, op):
            continue
        place = piece.cells[op is not Op.DELETE]
        for at, text in enumerate(piece.text.split("\n")):
            if at:
                out.append([])
            if text:
                out[-1].append(Piece(piece.op, text, piece.head, piece.unknown, (place, place)))
    return tuple(map(tuple, out))


def bracket_deletions(line: Sequence[Piece], signs: tuple[str, str]) -> Iterator[tuple[Piece, str]]:
    """Yield the runs of a line with what is to be printed of each: signs around removed words.

    One pair stands around what was removed in one piece, a number with its text.
    """
    gone = [False, *(piece.op is Op.DELETE and not piece.unknown for piece in line), False]
    for at, piece in enumerate(line, 1):
        opening = signs[0] if gone[at] and not gone[at - 1] else ""
        closing = signs[1] if gone[at] and not gone[at + 1] else ""
        yield piece, opening + piece.text + closing


def print_unit(unit: Unit) -> tuple[Piece, ...]:
    """Return a unit as it is printed."""
    side = print_units([unit])
    return tuple(merge_pieces(print_stretch(Op.EQUAL, side, 0, len(side.text), -1))) or (
        Piece(Op.EQUAL, side.heads.get(0, ""), head=True),
    )
