"""The redline in the target's own document: changes are tracked in its paragraphs, tables, notes and margins.

All changes accepted it is the target, its XML but for identifiers; all rejected it says what the base says.
Every part that holds no text keeps its bytes. Which paragraphs belong together the comparison of clauses says
where it can; the rest is found by their words, so that nothing depends on what was read as a clause.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain
from typing import Final

from lxml import etree

from hexapla.exporters.word_package.base_import import NOTE_KINDS, BaseImport
from hexapla.exporters.word_package.comments import Remark, write_comments
from hexapla.exporters.word_package.deleted_content import DeletedContent
from hexapla.exporters.word_package.fields import match_spanning_fields
from hexapla.exporters.word_package.guide import RedlineGuide, Rows
from hexapla.exporters.word_package.note_pairs import number_notes, pair_notes
from hexapla.exporters.word_package.pieces import Alphabet, Side
from hexapla.exporters.word_package.redline_check import (
    RedlineNotice,
    compare_accepted,
    compare_rejected,
    read_stories,
)
from hexapla.exporters.word_package.section_margins import pair_margins
from hexapla.exporters.word_package.story import StoryWriter
from hexapla.exporters.word_package.tracked_marks import TrackedMarks
from hexapla.i18n import translate_sentence
from hexapla.model import Op
from hexapla.readers.office.docx import count_paragraphs
from hexapla.readers.office.docx_changes import accept_changes, has_tracked_changes, reject_changes
from hexapla.readers.office.docx_package import W, WordPackage, iterate_stories
from hexapla.readers.xml_parser import Element, local_name

NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


@dataclass(frozen=True, slots=True)
class OwnRedlineOptions:
    """How changes are signed, and the language in which words are told apart."""

    author: str
    time: str
    """ISO 8601, to the hour: `2025-03-01T09`"""
    language: str = "und"
    words: str = "en"
    """language of what is said of the redline in it"""


@dataclass(frozen=True, slots=True)
class OwnRedline:
    """A redline, and what the user must know of it."""

    data: bytes
    changes: int
    """how many are tracked"""
    notices: tuple[RedlineNotice, ...] = ()
    """what could not be tracked, or was settled before"""


def write_own_redline(
    base: WordPackage, target: WordPackage, guide: RedlineGuide, options: OwnRedlineOptions
) -> OwnRedline | None:
    """Track in the target what differs from the base.

    Args:
        base: the older document.
        target: the newer one, which is changed.
        guide: what the comparison of clauses says.
        options: author, time, language.

    Post-conditions:
        1. With all changes accepted each paragraph, table, note, header and footer of it is the target's.
        2. With all rejected each says what the base's says; what cannot be is told in the notices.
        3. Parts without text have the bytes that they had in the target; lists and pictures are added.

    Returns None where a document is not in the vocabulary that can be written.
    """
    if base.body is None or target.body is None:
        return None
    rows = {**number_paragraphs(base, guide.base), **number_paragraphs(target, guide.target)}
    notices = list(settle_changes(base, target))
    target.make_plain_document()
    before, after = read_stories(base), read_stories(target)
    work = PackageRedline(base, target, rows, options)
    work.compare_body()
    work.compare_notes()
    work.compare_margins()
    work.import_notes()
    notices += compare_rejected(before, read_stories(target, reject_changes))
    notices += compare_accepted(after, read_stories(target, accept_changes))
    remarks = [*work.place_summary(guide.summary, notices), *work.place_remarks(guide)]
    write_comments(target, remarks, work.marks)
    return OwnRedline(target.pack(), work.marks.count, tuple(notices))


def number_paragraphs(package: WordPackage, rows: Rows) -> dict[Element, frozenset[str]]:
    """Return what the guide says of each paragraph, found again as the reader counts them."""
    numbering, styles = (package.related(package.main, kind) for kind in ("numbering", "styles"))
    found = count_paragraphs(
        package.body if package.body is not None else (),
        package.tree(numbering) if numbering else None,
        package.tree(styles) if styles else None,
    )
    return {found[number - 1]: own for number, own in rows.items() if number <= len(found)}


def settle_changes(base: WordPackage, target: WordPackage) -> Iterator[RedlineNotice]:
    """Accept the changes that the documents bring along, as they are read; yield that it was done."""
    for package in (base, target):
        settled = False
        for name, root in iterate_stories(package):
            if has_tracked_changes(root):
                accept_changes(root)
                settled = True
                if package is target:
                    package.touch(name)
        if settled:
            yield (
                RedlineNotice("The target had tracked changes of its own; they count as accepted.")
                if package is target
                else RedlineNotice("The base had tracked changes of its own; they count as accepted.")
            )


class PackageRedline:
    """Compares the stories of two documents."""

    def __init__(
        self,
        base: WordPackage,
        target: WordPackage,
        rows: Mapping[Element, frozenset[str]],
        options: OwnRedlineOptions,
    ) -> None:
        """Pair the notes."""
        self.base, self.target, self.rows, self.options = base, target, rows, options
        self.alphabet = Alphabet()
        self.importing = BaseImport(base, target)
        roots = [root for _, root in iterate_stories(target)]
        self.marks = TrackedMarks(options.author, options.time, roots)
        self.sides = Side(base, base.main, {}), Side(target, target.main, {})
        pair_notes(*self.sides)
        self.body = self.story(*self.sides)

    def story(self, base: Side, target: Side) -> StoryWriter:
        """Begin to compare a part with a part."""
        match_spanning_fields(base, target)
        return StoryWriter(
            base, target, self.alphabet, self.importing, self.marks, self.options.language, self.rows
        )

    def compare_part(self, base: str, target: str) -> StoryWriter:
        """Begin to compare parts of some name."""
        notes, notes_too = (side.notes for side in self.sides)
        return self.story(Side(self.base, base, notes), Side(self.target, target, notes_too))

    def compare_body(self) -> None:
        """Compare the bodies."""
        if self.base.body is not None and self.target.body is not None:
            self.body.compare(self.base.body, self.target.body, outermost=True)
        self.touch(self.target.main)

    def touch(self, name: str) -> None:
        """Say that a part was changed, if it was."""
        if any(
            local_name(each) in {"ins", "del", "moveTo", "moveFrom"} for each in self.target.tree(name).iter()
        ):
            self.target.touch(name)

    def compare_notes(self) -> None:
        """Compare the notes whose marks both have; what only the target has is inserted with its mark."""
        for kind in NOTE_KINDS:
            part = self.target.related(self.target.main, kind)
            if part is None:
                continue
            base_part = self.base.related(self.base.main, kind) or part
            by_id = {each.get(f"{W}id", ""): each for each in self.target.tree(part)}
            if base_part in self.base.parts:
                older = {each.get(f"{W}id", ""): each for each in self.base.tree(base_part)}
                story = self.compare_part(base_part, part)
                for own, one, other in self.body.notes.both:
                    if own == kind and one in older and other in by_id:
                        story.compare(older[one], by_id[other])
            else:
                story = self.body
            for own, identity in self.body.notes.inserted:
                if own == kind and identity in by_id:
                    for paragraph in by_id[identity].iter(f"{W}p"):
                        story.insert_runs(paragraph)
            self.touch(part)

    def import_notes(self) -> None:
        """Add the notes whose marks are deleted, their text tracked as deleted."""
        for kind, old, new in self.importing.imported_notes:
            base_part = self.base.related(self.base.main, kind)
            if base_part is None:
                continue
            source = next((each for each in self.base.tree(base_part) if each.get(f"{W}id") == old), None)
            if source is None:
                continue
            part = self.target.related(self.target.main, kind) or self.add_notes_part(kind, base_part)
            self.target.touch(part)
            deleted = DeletedContent(Side(self.base, base_part, {}), part, self.importing, self.marks)
            made = etree.SubElement(self.target.tree(part), W + NOTE_KINDS[kind], {f"{W}id": new})
            made.extend(deleted.blocks(source))
        for kind in dict.fromkeys(kind for kind, _, _ in self.importing.imported_notes):
            number_notes(self.target, kind)

    def add_notes_part(self, kind: str, base_part: str) -> str:
        """Add a part for notes, with the lines that part notes from text."""
        part = posixpath.join(posixpath.dirname(self.target.main), f"{kind}.xml")
        self.target.add_part(part, f'<w:{kind} xmlns:w="{W[1:-1]}"/>'.encode(), NOTES_TYPE.format(kind))
        self.target.add_relation(self.target.main, kind, part)
        root = self.target.tree(part)
        root.extend(deepcopy(each) for each in self.base.tree(base_part) if each.get(f"{W}type"))
        return part

    def compare_margins(self) -> None:
        """Compare headers and footers."""
        groups = [group for group, _ in self.body.written]
        for base_part, part in list(pair_margins(self.base, self.target, groups)):
            story = self.compare_part(base_part or self.base.main, part)
            if base_part is not None:
                story.compare(self.base.tree(base_part), self.target.tree(part))
            else:
                for paragraph in self.target.tree(part).iter(f"{W}p"):
                    story.insert_runs(paragraph)
            self.touch(part)

    def place_summary(self, lines: Sequence[str], notices: Iterable[str]) -> Iterator[Remark]:
        """Yield what is said of the whole: where the first paragraph is that both have, else at the first."""
        both = (group for group, _ in self.body.written if group.base and group.target and not group.is_table)
        paragraphs = chain(
            (group.target[0].element for group in both), self.target.tree(self.target.main).iter(f"{W}p")
        )
        paragraph = next(paragraphs, None)
        if lines and paragraph is not None:
            told = (translate_sentence(self.options.words, each) for each in notices)
            yield Remark(paragraph, "\n".join((*lines, *told)))

    def place_remarks(self, guide: RedlineGuide) -> Iterator[Remark]:
        """Yield what is said of clauses, each where it first stands."""
        said: set[tuple[Op, str]] = set()
        for group, last in self.body.written:
            if group.is_table:
                continue
            ops = [Op.EQUAL if group.base else Op.INSERT, Op.INSERT] if group.target else [Op.DELETE]
            paragraph = group.target[0].element if group.target else last
            blocks = group.target or group.base
            for row in sorted(blocks[0].rows):
                key = next(((op, row) for op in ops if (op, row) in guide.remarks), None)
                if key is not None and key not in said and paragraph is not None:
                    said.add(key)
                    yield Remark(paragraph, guide.remarks[key])
