"""A group of paragraphs with its script, written into the target's own elements.

What is kept stays as it is; runs are cut where a change begins or ends; what is inserted is wrapped, and what
is deleted put in before it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from hexapla.exporters.word_package.blocks import Block
from hexapla.exporters.word_package.deleted_content import DeletedContent
from hexapla.exporters.word_package.groups import BlockGroup, ScriptStep, compare_keys
from hexapla.exporters.word_package.pieces import (
    OBJECTS,
    PARAGRAPH_END,
    RunPiece,
    cut_piece,
    cut_run_before,
)
from hexapla.exporters.word_package.tracked_marks import TrackedMarks
from hexapla.model import Op
from hexapla.readers.office.docx_package import W
from hexapla.readers.xml_parser import Element, local_name

NEVER_MOVED: Final = frozenset(
    "footnoteReference endnoteReference fldChar drawing pict object AlternateContent".split()
)
"""what would stand in the file twice under one number: it is deleted and inserted"""


class PieceFlow:
    """The pieces of some paragraphs, each with its end, taken from the first on."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Begin before the first."""
        self.pieces: list[RunPiece] = []
        for block in blocks:
            self.pieces += [*block.pieces, RunPiece(PARAGRAPH_END, [block.element], None)]
        self.at = 0

    def take(self, count: int) -> list[RunPiece]:
        """Take so many characters; runs are cut at either end."""
        start = self.at
        cut_run_before(self.pieces, start) if start < len(self.pieces) else None
        while count:
            piece = self.pieces[self.at]
            if len(piece.text) > count:
                cut_piece(self.pieces, self.at, count)
                piece = self.pieces[self.at]
            count -= len(piece.text)
            self.at += 1
        if self.at < len(self.pieces):
            cut_run_before(self.pieces, self.at)
        return self.pieces[start : self.at]

    @property
    def following(self) -> Element | None:
        """What stands next in the same paragraph."""
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        return None if piece is None or is_end(piece) else piece.tops[0]


def is_end(piece: RunPiece) -> bool:
    """Tell whether a piece is the end of a paragraph."""
    return piece.text == PARAGRAPH_END


@dataclass(slots=True)
class KeptObjects:
    """Objects that both versions have, and those that the target alone has."""

    both: list[tuple[RunPiece, RunPiece]] = field(default_factory=list)
    inserted: list[RunPiece] = field(default_factory=list)


class ParagraphWriter:
    """Writes groups of paragraphs."""

    def __init__(
        self, deleted: DeletedContent, marks: TrackedMarks, place: Callable[[Element], None], language: str
    ) -> None:
        """Begin; `place` puts a paragraph after what was written before."""
        self.deleted, self.marks, self.place, self.language = deleted, marks, place, language
        self.objects = KeptObjects()

    def write(self, group: BlockGroup) -> None:
        """Write a group."""
        if group.move:
            self.write_move(group)
        elif group.target:
            self.write_kept(group)
        else:
            for block in group.base:
                self.place(self.deleted.paragraph(block.element, mark=True))

    def write_kept(self, group: BlockGroup) -> None:
        """Write a group that has paragraphs of the target."""
        if all(step.op is Op.EQUAL for step in group.script) and len(group.base) == len(group.target):
            self.keep_all(group)
            return
        GroupPen(self, group).write()

    def keep_all(self, group: BlockGroup) -> None:
        """Leave paragraphs as they are."""
        for one, other in zip(group.base, group.target, strict=True):
            self.keep_objects(one.pieces, other.pieces)
        self.marks.part_paragraphs()

    def keep_objects(self, base: Sequence[RunPiece], target: Sequence[RunPiece]) -> None:
        """Remember the objects of a stretch that both versions have."""
        sides = [[piece for piece in side if OBJECTS.match(piece.text)] for side in (base, target)]
        self.objects.both += zip(*sides, strict=True)

    def write_move(self, group: BlockGroup) -> None:
        """Write one place of a move: what both have of it moved, the rest is deleted or inserted."""
        here = (group.base or group.target)[0]
        op, name = (Op.DELETE, "moveFrom") if group.base else (Op.INSERT, "moveTo")
        base, target = (here, group.other) if group.base else (group.other, here)
        if base is None or target is None:
            return
        script = [
            step for step in compare_keys(base.key, target.key, self.language) if step.op in (Op.EQUAL, op)
        ]
        flow = PieceFlow([here])
        paragraph = here.element if group.target else self.deleted.empty_paragraph(here.element)
        tops: list[tuple[Element, str]] = []
        for step in script:
            moved = step.op is Op.EQUAL
            for piece in flow.take(len(step.text)):
                kept = moved and not is_unmovable(piece)
                if group.target:
                    tops += [(top, name if kept else "ins") for top in piece.tops]
                    self.objects.inserted.append(piece)
                else:
                    self.add_deleted(paragraph, piece, name if kept else "del")
        self.marks.wrap(list(dict.fromkeys(tops)))
        self.marks.mark_paragraph(paragraph, "ins" if group.target else "del")
        self.enclose(paragraph, name, group.move)
        if group.base:
            self.place(paragraph)

    def add_deleted(self, paragraph: Element, piece: RunPiece, name: str) -> None:
        """Add a piece at the end of a deleted paragraph, to the change before it if that is of its kind."""
        made = self.deleted.stretch([piece], name)
        last = paragraph[-1] if len(paragraph) else None
        if made is None:
            return
        if last is not None and local_name(last) == name:
            last.extend(list(made))
        else:
            paragraph.append(made)

    def enclose(self, paragraph: Element, name: str, move: str) -> None:
        """Put the edges of a move around what stands in a paragraph."""
        start = self.marks.make(f"{name}RangeStart", name=move)
        first = 1 if len(paragraph) and local_name(paragraph[0]) == "pPr" else 0
        paragraph.insert(first, start)
        etree.SubElement(paragraph, f"{W}{name}RangeEnd").set(f"{W}id", start.get(f"{W}id", ""))


def is_unmovable(piece: RunPiece) -> bool:
    """Tell whether a piece cannot stand in a file twice."""
    return any(local_name(each) in NEVER_MOVED for node in piece.nodes for each in node.iter())


class GroupPen:
    """Writes one group that has paragraphs of the target."""

    def __init__(self, writer: ParagraphWriter, group: BlockGroup) -> None:
        """Begin at the first paragraph of the target."""
        self.writer, self.group = writer, group
        self.marks, self.deleted = writer.marks, writer.deleted
        self.base, self.target = PieceFlow(group.base), PieceFlow(group.target)
        self.paragraphs = [block.element for block in group.target]
        self.number = 0
        self.previous: Element | None = None
        self.tops: list[tuple[Element, str]] = []

    def write(self) -> None:
        """Write the script."""
        for step in self.group.script:
            if step.op is Op.EQUAL:
                self.keep(step)
            elif step.op is Op.INSERT:
                self.insert(step)
            else:
                self.delete(step)
        self.marks.wrap(list(dict.fromkeys(self.tops)))

    def keep(self, step: ScriptStep) -> None:
        """Go on over what both versions have."""
        old, new = self.base.take(len(step.text)), self.target.take(len(step.text))
        self.writer.keep_objects(old, new)
        for piece in new:
            self.pass_over(piece)
            if is_end(piece):
                self.marks.part_paragraphs()

    def pass_over(self, piece: RunPiece) -> None:
        """Go on over a piece of the target."""
        if is_end(piece):
            self.number += 1
            self.previous = None
        else:
            self.previous = piece.tops[-1]

    def insert(self, step: ScriptStep) -> None:
        """Track what the target alone has."""
        for piece in self.target.take(len(step.text)):
            if is_end(piece):
                self.marks.mark_paragraph(self.paragraphs[self.number], "ins")
            else:
                self.tops += [(top, "ins") for top in piece.tops]
                self.writer.objects.inserted.append(piece)
            self.pass_over(piece)

    def delete(self, step: ScriptStep) -> None:
        """Put in what the base alone has."""
        waiting: list[RunPiece] = []
        for piece in self.base.take(len(step.text)):
            if is_end(piece):
                self.put(waiting)
                waiting = []
                self.end_paragraph(piece.nodes[0])
            else:
                waiting.append(piece)
        self.put(waiting)

    def put(self, pieces: Sequence[RunPiece]) -> None:
        """Put a deleted stretch where the script stands."""
        made = self.deleted.stretch(pieces)
        if made is None:
            return
        anchor = self.anchor()
        if anchor is None:
            paragraph = self.paragraphs[self.number]
            paragraph.insert(start_of(paragraph), made)
        else:
            anchor.addnext(made)
        self.previous = made

    def anchor(self) -> Element | None:
        """Return after what the script stands: out of links and controls that end there."""
        paragraph, following = self.paragraphs[self.number], self.target.following
        around = set() if following is None else set(following.iterancestors())
        anchor = self.previous
        while anchor is not None and (parent := anchor.getparent()) is not paragraph and parent not in around:
            anchor = parent
        return anchor

    def end_paragraph(self, base: Element) -> None:
        """End a paragraph where the base alone ends one."""
        current = self.paragraphs[self.number]
        made = self.deleted.empty_paragraph(base)
        last = self.anchor()
        if last is not None:
            made.extend(list(current)[start_of(current) : current.index(last) + 1])
        self.marks.mark_paragraph(made, "del")
        current.addprevious(made)
        self.previous = None


def start_of(paragraph: Element) -> int:
    """Return where the contents of a paragraph begin."""
    return 1 if len(paragraph) and local_name(paragraph[0]) == "pPr" else 0
