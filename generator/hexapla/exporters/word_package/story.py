"""A story of both versions (body, note, header, cell, text box), written into the target's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hexapla.exporters.word_package.base_import import BaseImport
from hexapla.exporters.word_package.blocks import (
    Block,
    RowsOf,
    find_inside,
    list_blocks,
    list_nested_paragraphs,
    make_block,
    pair_blocks,
)
from hexapla.exporters.word_package.deleted_content import DeletedContent
from hexapla.exporters.word_package.fields import drop_halves
from hexapla.exporters.word_package.groups import BlockGroup, find_moves, group_blocks
from hexapla.exporters.word_package.paragraph_writer import ParagraphWriter
from hexapla.exporters.word_package.pieces import NOTES, Alphabet, RunPiece, Side, list_boxes, read_pieces
from hexapla.exporters.word_package.tracked_marks import TrackedMarks
from hexapla.readers.office.docx_package import W
from hexapla.readers.xml_parser import Element, local_name

NO_ROWS: Mapping[Element, frozenset[str]] = {}


@dataclass(slots=True)
class NotesMet:
    """Notes to which the marks of a story lead, by the part that holds them and by their ids."""

    both: list[tuple[str, str, str]] = field(default_factory=list)
    """part, id in the base, id in the target"""
    inserted: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class StoryWriter:
    """Compares stories of one part with those of a part of the base."""

    base: Side
    target: Side
    alphabet: Alphabet
    importing: BaseImport
    marks: TrackedMarks
    language: str
    rows: Mapping[Element, frozenset[str]] = field(default_factory=dict)
    """of paragraphs of either version: the changes of which they spell a part"""
    notes: NotesMet = field(default_factory=NotesMet)
    moves: int = 0
    written: list[tuple[BlockGroup, Element | None]] = field(default_factory=list)
    """groups of the outermost story, each with a paragraph in which it can be remarked on"""

    def rows_of(self, element: Element) -> frozenset[str]:
        """Return the changes of which a paragraph spells a part."""
        return self.rows.get(element, frozenset())

    @property
    def deleted(self) -> DeletedContent:
        """Builds what is deleted."""
        return DeletedContent(self.base, self.target.part, self.importing, self.marks)

    def compare(self, base: Element, target: Element, *, outermost: bool = False) -> None:
        """Write what changed between two containers into the target's."""
        rows_of: RowsOf = self.rows_of
        left = list_blocks(base, self.base, self.alphabet, rows_of)
        right = list_blocks(target, self.target, self.alphabet, rows_of)
        groups = group_blocks(left, right, pair_blocks(left, right), self.language)
        drop_halves(groups, self.target, self.alphabet)
        if outermost:
            self.moves = find_moves(groups, self.moves)
        pen = StoryPen(self, target, [block.element for block in right])
        for group in groups:
            pen.write(group)
            if outermost:
                self.written.append((group, pen.last))
        self.follow_objects(pen.paragraphs)

    def follow_objects(self, writer: ParagraphWriter) -> None:
        """Compare what objects hold that both versions have: text boxes here, notes later."""
        for one, other in writer.objects.both:
            boxes, boxes_too = list_boxes(one.nodes), list_boxes(other.nodes)
            if len(boxes) == len(boxes_too):
                for box, box_too in zip(boxes, boxes_too, strict=True):
                    self.compare(box, box_too)
            self.notes.both += zip_notes(one, other)
        for piece in writer.objects.inserted:
            self.notes.inserted += ((part, identity) for part, identity in list_note_marks(piece))

    def compare_tables(self, base: Element, target: Element) -> None:
        """Write what changed in a table: rows, and in rows of as many cells their text."""
        left, right = (
            [make_block(each, side, self.alphabet, self.rows_of) for each in find_inside(table, "tr")]
            for table, side in ((base, self.base), (target, self.target))
        )
        deleted = self.deleted
        pairs = [
            pair
            for pair in pair_blocks(left, right)
            if count_cells(left[pair.base].element) == count_cells(right[pair.target].element)
        ]
        last: Element | None = None
        i = j = 0
        for at, to in [*pairs, (len(left), len(right))]:
            for row in left[i:at]:
                made = deleted.row(row.element)
                put_row(target, right, made, last, j)
                last = made
            for row in right[j:to]:
                self.insert_row(row.element)
                last = row.element
            if at < len(left) and to < len(right):
                cells = (find_inside(each.element, "tc") for each in (left[at], right[to]))
                for cell, cell_too in zip(*cells, strict=True):
                    self.compare(cell, cell_too)
                last = right[to].element
            i, j = at + 1, to + 1

    def insert_row(self, row: Element) -> None:
        """Track a row of the target as inserted, with all that is in it."""
        self.marks.mark_row(row, "ins")
        for paragraph in list_nested_paragraphs(row):
            self.insert_runs(paragraph)

    def insert_runs(self, paragraph: Element) -> None:
        """Track all that stands in a paragraph as inserted."""
        pieces = read_pieces(paragraph, self.target, self.alphabet)
        tops = [(top, "ins") for piece in pieces for top in piece.tops]
        for piece in pieces:
            self.notes.inserted += list_note_marks(piece)
        self.marks.wrap(list(dict.fromkeys(tops)))

    def insert_table(self, table: Element) -> None:
        """Track a table of the target as inserted."""
        for row in find_inside(table, "tr"):
            self.insert_row(row)


class StoryPen:
    """Writes the groups of one container, in order."""

    def __init__(self, story: StoryWriter, container: Element, elements: Sequence[Element]) -> None:
        """Begin before the first block."""
        self.story, self.container, self.elements = story, container, elements
        self.last: Element | None = None
        self.at = 0
        self.paragraphs = ParagraphWriter(story.deleted, story.marks, self.place, story.language)

    def write(self, group: BlockGroup) -> None:
        """Write a group."""
        if group.is_table:
            self.write_table(group.base, group.target)
        else:
            self.paragraphs.write(group)
        self.at += len(group.target)
        if group.target:
            self.last = group.target[-1].element

    def write_table(self, base: Sequence[Block], target: Sequence[Block]) -> None:
        """Write a table."""
        if base and target:
            self.story.compare_tables(base[0].element, target[0].element)
        elif target:
            self.story.insert_table(target[0].element)
        elif find_inside(base[0].element, "tr"):  # one without rows shows nothing, and cannot be tracked
            self.place(self.story.deleted.table(base[0].element))

    def place(self, element: Element) -> None:
        """Put a block after what was written before, and out of a content control that ends there."""
        following = self.elements[self.at] if self.at < len(self.elements) else None
        around = set() if following is None else set(following.iterancestors())
        anchor = self.last
        while (
            anchor is not None
            and (parent := anchor.getparent()) is not self.container
            and parent not in around
        ):
            anchor = parent
        if anchor is not None:
            anchor.addnext(element)
        elif following is not None:
            following.addprevious(element)
        else:
            self.container.insert(0, element)
        self.last = element


def put_row(table: Element, rows: Sequence[Block], made: Element, last: Element | None, at: int) -> None:
    """Put a row after the last that was written, else before the next, else at the table's end."""
    if last is not None:
        last.addnext(made)
    elif at < len(rows):
        rows[at].element.addprevious(made)
    else:
        table.append(made)


def count_cells(row: Element) -> int:
    """Count the cells of a row."""
    return len(find_inside(row, "tc"))


def list_note_marks(piece: RunPiece) -> list[tuple[str, str]]:
    """Return the notes to which a piece leads."""
    return [
        (NOTES[local_name(each)], each.get(f"{W}id", ""))
        for node in piece.nodes
        for each in node.iter()
        if local_name(each) in NOTES
    ]


def zip_notes(base: RunPiece, target: RunPiece) -> list[tuple[str, str, str]]:
    """Return the pairs of notes to which two pieces lead."""
    found = zip(list_note_marks(base), list_note_marks(target), strict=False)
    return [(part, one, other) for (part, one), (_, other) in found]
