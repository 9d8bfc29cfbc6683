"""A text with tracked changes: accept them all and it is the target, reject them all and it is the base.

That is all of either text (title, notes of adoption, clauses, signature, footnotes) and nothing else.

A clause that moved stands at both its places: what both versions have of it is tracked as moved, words that
only one has as deleted at the old place or inserted at the new one. Comments at both say where the other is;
so they do for clauses that were split, merged or regrouped, which no kind of tracked change can tell.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.compare.marking import edits
from hexapla.compare.order import Place as Spot
from hexapla.compare.order import moved as moved_spots
from hexapla.compare.pairing import Couple, paired
from hexapla.export.docx.footnotes import Footnotes, Host
from hexapla.export.docx.parts import document
from hexapla.export.docx.tracking import Edge, Item, Remark, Token, Tracker, closed
from hexapla.export.lines import around, cited, division_line, unwrapped
from hexapla.export.order import Step, sequence
from hexapla.export.passages import Passage, Piece, passages, unmarked
from hexapla.export.wording import Say, Wording
from hexapla.model import Alignment, Clause, Comparison, Completeness, Edit, Op, Relation, Version
from hexapla.paratexts import Paratext
from hexapla.text import joined
from hexapla.units import Unit, units

__all__ = ["redline"]

SIZE = 24
"""of the text, in half points"""
DEEPEST = 6
UNDATED = "1980-01-01"
"""of changes to an undated version: without a date LibreOffice writes one of its own"""
STYLES = {"title": "Title", "note": "Note"}
"""of the text's own lines outside the clauses, by kind"""
PLACES = 2
"""of a clause that moved"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions, with their units by id and what these are called."""

    base: Version
    target: Version
    units: Mapping[Op, Mapping[str, Unit]]
    """by what their version alone has: DELETE the base's, INSERT the target's"""
    names: Mapping[Op, Mapping[str, str]]
    footnotes: Footnotes

    @staticmethod
    def of(alignment: Alignment, comparison: Comparison) -> "Pair":
        """Look up what is compared."""
        base, target = map(alignment.document.version, (comparison.base, comparison.target))
        own = {Op.DELETE: units(base), Op.INSERT: units(target)}
        by_id = {op: {unit.id: unit for unit in found} for op, found in own.items()}
        names = {op: cited(found) for op, found in own.items()}
        return Pair(base, target, by_id, names, Footnotes(base, target))

    def marked(self, stream: Iterable[Item], base: Iterable[Host], target: Iterable[Host]) -> Iterator[Item]:
        """Yield what stands in clauses or lines of both versions, with the marks of footnotes in it."""
        sides = self.footnotes.sides
        return self.footnotes.marked(stream, sides[Op.DELETE].within(base), sides[Op.INSERT].within(target))

    def clauses(self, op: Op, units: Iterable[Clause]) -> Iterator[str]:
        """Yield the ids of units and their parts; of a division its own."""
        for each in units:
            unit = self.units[op].get(each.id)
            yield from (part.id for part in (unit.clause, *unit.parts)) if unit else (each.id,)


def redline(alignment: Alignment, comparison: Comparison, wording: Wording, *, notes: bool = True) -> bytes:
    """Write a comparison as a Word document with tracked changes.

    Args:
        alignment: the table.
        comparison: of two versions.
        wording: of the page's head and of comments.
        notes: add comments where a clause moved, was split, merged or regrouped.

    Post-conditions:
        1. With all changes accepted its paragraphs are `version_lines` of the target, with all rejected
           those of the base: title and notes of adoption, divisions and units, number and text, signature.
        2. The same holds of foot- and endnotes, each where its mark leads to it; those to which no mark leads
           stand at the end.
        3. What is tracked as moved is the same text at both places of a move.
        4. Nothing is text of it that is text of neither version.
    """
    pair, say = Pair.of(alignment, comparison), wording.between(comparison)
    tracker = Tracker(unwrapped(pair.target.label) or pair.target.siglum, dated(pair.target))
    stream = closed(items(alignment, comparison, pair, say if notes else None))
    language = alignment.document.language
    return document(
        "".join(tracker.paragraphs(stream)),
        title=unwrapped(pair.target.title),
        language=language,
        landscape=False,
        size=SIZE,
        header=headline(pair, say),
        comments="".join(tracker.comments),
        footnotes="".join(
            tracker.note(number, note.mark, phrase(note.op, note.base, note.target, language))
            for number, note in pair.footnotes.numbered()
        ),
    )


def headline(pair: Pair, say: Say) -> str:
    """Say what is compared, and what a reader must not take for a removal."""
    base, target = (unwrapped(version.label) for version in (pair.base, pair.target))
    broken = [
        say("export-broken", version=unwrapped(version.label))
        for version in (pair.base, pair.target)
        if version.completeness is not Completeness.WHOLE
    ]
    return say("sentence-gap").join([say("export-redline", base=base, target=target), *broken])


def dated(version: Version) -> str:
    """Return the day of the changes: the target's, the first of its year or month; else the first of all."""
    year, month, day = [*(version.issued or UNDATED).split("-"), "01", "01"][:3]
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"


def items(alignment: Alignment, comparison: Comparison, pair: Pair, say: Say | None) -> Iterator[Item]:
    """Yield both versions as one stream; without words for them, no comments."""
    language = alignment.document.language
    steps = tuple(sequence(tuple(passages(alignment, comparison)), pair.base, pair.target))
    moves = moved(steps)
    (above, below), (above_too, below_too) = around(pair.base), around(pair.target)
    yield from own_lines(above, above_too, pair, language)
    for step in steps:
        if say and step.passage and (text := told(step, step.passage, pair, say)):
            yield Remark(text)
        base, target = pair.clauses(Op.DELETE, step.base), pair.clauses(Op.INSERT, step.target)
        yield from pair.marked(placed(step, pair, moves, language), base, target)
    yield from own_lines(below, below_too, pair, language)
    loose, loose_too = (pair.footnotes.sides[op].loose for op in (Op.DELETE, Op.INSERT))
    yield from own_lines(loose, loose_too, pair, language)


def placed(step: Step, pair: Pair, moves: Mapping[str, str], language: str) -> Iterator[Item]:
    """Yield what stands at a place, without the marks of footnotes."""
    op, passage = side(step), step.passage
    if passage is None:
        yield from heading(step, language)
    elif op is Op.EQUAL:
        yield from split(passage.pieces)
        yield Token(op, "\n")
    elif name := moves.get(passage.change.row):
        yield from move(passage.pieces, op, name)
    else:
        for clause in step.base or step.target:
            yield from split(piece._replace(op=op) for piece in unmarked(pair.units[op][clause.id]))
            yield Token(op, "\n")


def own_lines(
    base: Sequence[Paratext], target: Sequence[Paratext], pair: Pair, language: str
) -> Iterator[Item]:
    """Yield titles, notes and signatures of both versions, each a paragraph; what both have stands once."""
    for one, other in in_step(base, target):
        op = Op.EQUAL if one and other else Op.DELETE if one else Op.INSERT
        last = other or one
        style = STYLES.get(last.kind, "Normal") if last else "Normal"
        old, new = (joined(each.mark, each.text) if each else "" for each in (one, other))
        line = (*phrase(op, old, new, language), Token(op, "\n", style))
        yield from pair.marked(line, *([each.spans[0][0]] if each else [] for each in (one, other)))


def in_step(base: Sequence[Paratext], target: Sequence[Paratext]) -> Iterator[Couple]:
    """Put lines in an order in which both versions can be read: those that changed places are told apart."""
    here = {id(each): at for at, each in enumerate(base)}
    there = {id(each): at for at, each in enumerate(target)}
    both = [(here[id(one)], there[id(other)]) for one, other in paired(base, target) if one and other]
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


def phrase(op: Op, base: str, target: str, language: str) -> Iterator[Token]:
    """Yield the words of a line or a note: of both versions marked against each other, else of one."""
    for edit in edits(base, target, language) if op is Op.EQUAL else (Edit(op, base or target),):
        yield Token(edit.op, edit.text)


def side(step: Step) -> Op:
    """Return how what stands at a place is tracked."""
    if step.base and step.target:
        return Op.EQUAL
    return Op.DELETE if step.base else Op.INSERT


def moved(steps: Sequence[Step]) -> dict[str, str]:
    """Name the moves: rows that stand whole at one place of the base and at another of the target.

    A row in pieces is deleted and inserted, and so is one without a word in common: nothing of it moved.
    """
    apart = [step.passage for step in steps if step.passage and side(step) is not Op.EQUAL]
    places = Counter(passage.change.id for passage in apart)
    rows = [each.change.id for each in apart if places[each.change.id] == PLACES and in_common(each)]
    return {row: f"move{number}" for number, row in enumerate(dict.fromkeys(rows), 1)}


def in_common(passage: Passage) -> bool:
    """Tell whether base and target have words of a row in common."""
    return any(piece.op is Op.EQUAL and not piece.head and piece.text.strip() for piece in passage.pieces)


def told(step: Step, passage: Passage, pair: Pair, say: Say) -> str:
    """Say of a row what tracked changes cannot: whence it comes, whither it went, what became of it."""
    if not passage.base or not passage.target:
        return ""
    op, relation = side(step), passage.change.relation
    if op is Op.EQUAL and relation is Relation.MATCHED:
        return ""
    separator = say("list-separator")
    before = separator.join(pair.names[Op.DELETE][unit.id] for unit in passage.base)
    after = separator.join(pair.names[Op.INSERT][unit.id] for unit in passage.target)
    kind = "moved" if relation is Relation.MATCHED else relation.value
    if op is Op.EQUAL:
        return say("export-remark-here", kind=kind, before=before, after=after)
    if op is Op.DELETE:
        return say("export-remark-away", kind=kind, after=after, version=unwrapped(pair.target.label))
    return say("export-remark-come", kind=kind, before=before, version=unwrapped(pair.base.label))


def heading(step: Step, language: str) -> Iterator[Item]:
    """Yield a division; its style is by its depth, the target's where there are two."""
    clause = (*step.base, *step.target)[-1]
    style = f"Heading{min(clause.depth + 1, DEEPEST)}"
    if side(step) is Op.EQUAL:
        yield from phrase(Op.EQUAL, division_line(step.base[0]), division_line(clause), language)
    else:
        yield Token(side(step), division_line(clause))
    yield Token(side(step), "\n", style)


def move(pieces: Sequence[Piece], op: Op, name: str) -> Iterator[Item]:
    """Yield one place of what moved."""
    yield Edge(op, name, opens=True)
    for piece in pieces:
        if piece.op in (Op.EQUAL, op):
            yield from split([piece._replace(op=op)], moved=piece.op is Op.EQUAL)
    yield Edge(op, name, opens=False)
    yield Token(op, "\n")


def split(pieces: Iterable[Piece], *, moved: bool = False) -> Iterator[Token]:
    """Yield runs and ends of paragraphs."""
    for piece in pieces:
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                yield Token(piece.op, "\n")
            yield Token(piece.op, line, bold=piece.head, moved=moved)
