"""A text with tracked changes: accept them all and it is the target, reject them all and it is the base.

That is all of either text (title, notes of adoption, clauses, signature, footnotes) and nothing else.

A clause that moved stands at both its places: what both versions have of it is tracked as moved, words that
only one has as deleted at the old place or inserted at the new one. Comments at both say where the other is;
so they do for clauses that were split, merged or regrouped, which no kind of tracked change can tell.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.comparison import diff_texts
from hexapla.comparison.moves import RowPosition as Spot
from hexapla.comparison.moves import find_moved_rows as moved_spots
from hexapla.comparison.paratext_comparison import ParatextPair, match_paratexts
from hexapla.exporters.word.document_parts import DEEPEST_HEADING, write_document
from hexapla.exporters.word.redline_tables import arrange_tables
from hexapla.exporters.word.tracked_changes import (
    MoveBoundary,
    StreamItem,
    TrackedChangesWriter,
    TrackedRun,
    WordComment,
    end_last_paragraph,
)
from hexapla.exporters.word.word_footnotes import Host, RedlineFootnotes
from hexapla.i18n import Messages
from hexapla.model import Clause, Comparison, Completeness, Edit, Op, Relation, Version
from hexapla.paratexts import Paratext
from hexapla.reading.captions import Wording
from hexapla.reading.columns import ColumnStep, merge_columns
from hexapla.reading.labels import Labels, quote_beginning
from hexapla.reading.printed import split_paratexts, write_division_line
from hexapla.reading.printed_rows import Piece, PrintedDocument, PrintedRow, print_unit
from hexapla.text import join_pieces, unwrap
from hexapla.units import Unit

SIZE = 24
"""of the text, in half points"""
STYLES = {"title": "Title", "note": "Note"}
"""of the text's own lines outside the clauses, by kind"""
PLACES_OF_MOVE = 2
"""of a clause that moved"""


@dataclass(frozen=True, slots=True)
class RedlinePair:
    """Two versions as they are printed."""

    base: Version
    target: Version
    units: Mapping[Op, Mapping[str, Unit]]
    """by what their version alone has: DELETE the base's, INSERT the target's"""
    labels: Labels
    """what a unit with a number is called"""
    rows: Mapping[str, PrintedRow]
    """by the ids of changes"""
    footnotes: RedlineFootnotes

    @staticmethod
    def of(printed: PrintedDocument, comparison: Comparison) -> "RedlinePair":
        """Look up what is compared."""
        base, target = map(printed.document.version, (comparison.base, comparison.target))
        by_id = {Op.DELETE: printed.units[base.siglum], Op.INSERT: printed.units[target.siglum]}
        rows = {row.change.id: row for row in printed.rows(comparison)}
        return RedlinePair(base, target, by_id, printed.labels, rows, RedlineFootnotes(base, target))

    def steps(self) -> Iterator[ColumnStep]:
        """Yield both versions in one order."""
        row_of = {
            (version.siglum, unit.id): name
            for name, row in self.rows.items()
            for version, cell in ((self.base, row.base), (self.target, row.target))
            for unit in cell
        }
        moved = {name for name, row in self.rows.items() if row.change.moved}
        own = tuple(self.units[Op.DELETE].values()), tuple(self.units[Op.INSERT].values())
        return merge_columns((self.base, self.target), own, row_of, moved)

    def called(self, version: Version, units: Iterable[Unit], say: Messages) -> str:
        """Name units of a version in a sentence; one without a number by how it begins."""
        return say("list-separator").join(
            self.labels[version.siglum, unit.id] or quote_beginning(unit) for unit in units
        )

    def marked(
        self, stream: Iterable[StreamItem], base: Iterable[Host], target: Iterable[Host]
    ) -> Iterator[StreamItem]:
        """Yield what stands in clauses or lines of both versions, with the marks of footnotes in it."""
        sides = self.footnotes.sides
        return self.footnotes.marked(stream, sides[Op.DELETE].within(base), sides[Op.INSERT].within(target))

    def clauses(self, op: Op, units: Iterable[Clause]) -> Iterator[str]:
        """Yield the ids of units and their parts; of a division its own."""
        for each in units:
            unit = self.units[op].get(each.id)
            yield from (part.id for part in (unit.clause, *unit.parts)) if unit else (each.id,)


def write_redline(
    printed: PrintedDocument,
    comparison: Comparison,
    wording: Wording,
    *,
    notes: bool = True,
    summary: Sequence[str] = (),
    signature: tuple[str, str],
) -> bytes:
    """Write a comparison as a Word document with tracked changes.

    Args:
        printed: the document.
        comparison: of two versions.
        wording: of the page's head and of comments.
        notes: add comments where a clause moved, was split, merged or regrouped.
        summary: lines of a comment at the head; none: no such comment.
        signature: author and day of all changes. Without a day LibreOffice dates them itself.

    Post-conditions:
        1. With all changes accepted its paragraphs are `version_lines` of the target, with all rejected
           those of the base: title and notes of adoption, divisions and units, number and text, signature.
        2. The same holds of foot- and endnotes, each where its mark leads to it; those to which no mark leads
           stand at the end.
        3. What is tracked as moved is the same text at both places of a move.
        4. Nothing is text of it that is text of neither version.
    """
    pair, say = RedlinePair.of(printed, comparison), wording.between(comparison)
    tracker = TrackedChangesWriter(*signature)
    language = printed.document.language
    stream = end_last_paragraph(arrange_tables(build_stream(pair, language, say if notes else None)))
    if summary:
        stream.insert(find_lasting_run(stream), WordComment("\n".join(summary)))
    return write_document(
        "".join(tracker.paragraphs(stream)),
        title=unwrap(pair.target.title),
        language=language,
        landscape=False,
        size=SIZE,
        header=write_headline(pair, say),
        comments="".join(tracker.comments),
        footnotes="".join(
            tracker.note(number, note.mark, build_phrase(note.op, note.base, note.target, language))
            for number, note in pair.footnotes.numbered()
        ),
    )


def find_lasting_run(stream: Sequence[StreamItem]) -> int:
    """Return the place of the first words that stay whatever is accepted; else the beginning."""
    runs = (at for at, item in enumerate(stream) if isinstance(item, TrackedRun) and item.op is Op.EQUAL)
    return next(runs, 0)


def write_headline(pair: RedlinePair, say: Messages) -> str:
    """Say what is compared, and what a reader must not take for a removal."""
    base, target = (unwrap(version.label) for version in (pair.base, pair.target))
    broken = [
        say("export-broken", version=unwrap(version.label))
        for version in (pair.base, pair.target)
        if version.completeness is not Completeness.WHOLE
    ]
    return say("sentence-gap").join([say("export-redline", base=base, target=target), *broken])


def build_stream(pair: RedlinePair, language: str, say: Messages | None) -> Iterator[StreamItem]:
    """Yield both versions as one stream; without words for them, no comments."""
    steps = tuple(pair.steps())
    moves = name_moves(steps, pair.rows)
    (above, below), (above_too, below_too) = split_paratexts(pair.base), split_paratexts(pair.target)
    yield from build_paratexts(above, above_too, pair, language)
    for step in steps:
        if say and step.row is not None and (text := describe_row(step, pair.rows[step.row], pair, say)):
            yield WordComment(text)
        base, target = pair.clauses(Op.DELETE, step.base), pair.clauses(Op.INSERT, step.target)
        yield from pair.marked(build_step(step, pair, moves, language), base, target)
    yield from build_paratexts(below, below_too, pair, language)
    loose, loose_too = (pair.footnotes.sides[op].loose for op in (Op.DELETE, Op.INSERT))
    yield from build_paratexts(loose, loose_too, pair, language)


def build_step(
    step: ColumnStep, pair: RedlinePair, moves: Mapping[str, str], language: str
) -> Iterator[StreamItem]:
    """Yield what stands at a place, without the marks of footnotes."""
    op = step_op(step)
    if step.row is None:
        yield from build_heading(step, language)
    elif op is Op.EQUAL:
        yield from split_paragraphs(pair.rows[step.row].pieces)
        yield TrackedRun(op, "\n")
    elif name := moves.get(step.row):
        yield from build_move(pair.rows[step.row].pieces, op, name)
    else:
        for clause in step.base or step.target:
            yield from split_paragraphs(
                piece._replace(op=op) for piece in print_unit(pair.units[op][clause.id])
            )
            yield TrackedRun(op, "\n")


def build_paratexts(
    base: Sequence[Paratext], target: Sequence[Paratext], pair: RedlinePair, language: str
) -> Iterator[StreamItem]:
    """Yield titles, notes and signatures of both versions, each a paragraph; what both have stands once."""
    for one, other in pair_paratexts(base, target):
        op = Op.EQUAL if one and other else Op.DELETE if one else Op.INSERT
        last = other or one
        style = STYLES.get(last.kind, "Normal") if last else "Normal"
        old, new = (join_pieces(each.mark, each.text) if each else "" for each in (one, other))
        line = (*build_phrase(op, old, new, language), TrackedRun(op, "\n", style))
        yield from pair.marked(line, *([each.spans[0][0]] if each else [] for each in (one, other)))


def pair_paratexts(base: Sequence[Paratext], target: Sequence[Paratext]) -> Iterator[ParatextPair]:
    """Put lines in an order in which both versions can be read: those that changed places are told apart."""
    here = {id(each): at for at, each in enumerate(base)}
    there = {id(each): at for at, each in enumerate(target)}
    both = [
        (here[id(one)], there[id(other)]) for one, other in match_paratexts(base, target) if one and other
    ]
    places = [Spot(str(left), left, right, 1 + len(base[left].text)) for left, right in both]
    off = moved_spots(places)
    left = right = 0
    chain = sorted((spot.base, spot.target) for spot in places if spot.row not in off)
    for at, to in [*chain, (len(base), len(target))]:
        yield from ((each, None) for each in base[left:at])
        yield from ((None, each) for each in target[right:to])
        if at < len(base) and to < len(target):
            yield base[at], target[to]
        left, right = at + 1, to + 1


def build_phrase(op: Op, base: str, target: str, language: str) -> Iterator[TrackedRun]:
    """Yield the words of a line or a note: of both versions marked against each other, else of one."""
    for edit in diff_texts(base, target, language) if op is Op.EQUAL else (Edit(op, base or target),):
        yield TrackedRun(edit.op, edit.text)


def step_op(step: ColumnStep) -> Op:
    """Return how what stands at a place is tracked."""
    if step.base and step.target:
        return Op.EQUAL
    return Op.DELETE if step.base else Op.INSERT


def name_moves(steps: Sequence[ColumnStep], rows: Mapping[str, PrintedRow]) -> dict[str, str]:
    """Name the moves: rows that stand whole at one place of the base and at another of the target.

    A row in pieces is deleted and inserted, and so is one without a word in common: nothing of it moved.
    """
    places = Counter(step.row for step in steps if step.row is not None and step_op(step) is not Op.EQUAL)
    found = [row for row, often in places.items() if often == PLACES_OF_MOVE and has_common_words(rows[row])]
    return {row: f"move{number}" for number, row in enumerate(found, 1)}


def has_common_words(row: PrintedRow) -> bool:
    """Tell whether base and target have words of a row in common, and none of its tables."""
    if any(any(piece.cells) for piece in row.pieces):
        return False  # rows and cells that moved cannot be tracked as such
    return any(piece.op is Op.EQUAL and not piece.head and piece.text.strip() for piece in row.pieces)


def describe_row(step: ColumnStep, row: PrintedRow, pair: RedlinePair, say: Messages) -> str:
    """Say of a row what tracked changes cannot: whence it comes, whither it went, what became of it."""
    if not row.base or not row.target:
        return ""
    op, relation = step_op(step), row.change.relation
    if op is Op.EQUAL and relation is Relation.MATCHED:
        return ""
    before, after = pair.called(pair.base, row.base, say), pair.called(pair.target, row.target, say)
    kind = "moved" if relation is Relation.MATCHED else relation.value
    if op is Op.EQUAL:
        return say("export-remark-here", kind=kind, before=before, after=after)
    if op is Op.DELETE:
        return say("export-remark-away", kind=kind, after=after, version=unwrap(pair.target.label))
    return say("export-remark-come", kind=kind, before=before, version=unwrap(pair.base.label))


def build_heading(step: ColumnStep, language: str) -> Iterator[StreamItem]:
    """Yield a division; its style is by its depth, the target's where there are two."""
    clause = (*step.base, *step.target)[-1]
    style = f"Heading{min(clause.depth + 1, DEEPEST_HEADING)}"
    if step_op(step) is Op.EQUAL:
        yield from build_phrase(
            Op.EQUAL, write_division_line(step.base[0]), write_division_line(clause), language
        )
    else:
        yield TrackedRun(step_op(step), write_division_line(clause))
    yield TrackedRun(step_op(step), "\n", style)


def build_move(pieces: Sequence[Piece], op: Op, name: str) -> Iterator[StreamItem]:
    """Yield one place of what moved."""
    yield MoveBoundary(op, name, opens=True)
    for piece in pieces:
        if piece.op in (Op.EQUAL, op):
            yield from split_paragraphs([piece._replace(op=op)], moved=piece.op is Op.EQUAL)
    yield MoveBoundary(op, name, opens=False)
    yield TrackedRun(op, "\n")


def split_paragraphs(pieces: Iterable[Piece], *, moved: bool = False) -> Iterator[TrackedRun]:
    """Yield runs and ends of paragraphs."""
    for piece in pieces:
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                yield TrackedRun(piece.op, "\n", cells=piece.cells)
            yield TrackedRun(piece.op, line, bold=piece.head, moved=moved, cells=piece.cells)
