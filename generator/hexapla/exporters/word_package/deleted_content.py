"""What only the base has, built for the target's package and tracked as deleted or as moved away."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from hexapla.exporters.word_package.base_import import DELETED_NAMES, DROPPED, BaseImport
from hexapla.exporters.word_package.blocks import find_blocks, find_inside
from hexapla.exporters.word_package.pieces import Alphabet, RunPiece, Side, read_pieces
from hexapla.exporters.word_package.tracked_marks import TrackedMarks
from hexapla.readers.office.docx_package import W
from hexapla.readers.office.docx_styles import find_path, read_value
from hexapla.readers.xml_parser import Element, local_name

TRACKED: Final = frozenset({"cellIns", "cellDel", "cellMerge", "ins", "del"})


class DeletedContent:
    """Builds what is deleted."""

    def __init__(self, side: Side, part: str, importing: BaseImport, marks: TrackedMarks) -> None:
        """Begin; `part` is the target's part in which it will stand."""
        self.side, self.part = side, part
        self.importing, self.marks = importing, marks

    def stretch(self, pieces: Sequence[RunPiece], name: str = "del") -> Element | None:
        """Build a stretch of a paragraph, in the element of a change; None for nothing."""
        if not pieces:
            return None
        holder = self.marks.make(name)
        last: Element | None = None
        for piece in pieces:
            if piece.run is None:
                for each in piece.nodes:
                    if local_name(each) not in DROPPED:
                        holder.append(self.alone(each, name))
                last = None
                continue
            if piece.run is not last:
                holder.append(self.empty_run(piece.run))
                last = piece.run
            for each in piece.nodes:
                holder[-1].append(self.child(each, name))
        return holder

    def empty_run(self, run: Element) -> Element:
        """Build a run without contents."""
        made = etree.Element(f"{W}r")
        paragraph = next(run.iterancestors(f"{W}p"), None)
        style = None if paragraph is None else read_value(find_path(paragraph, "pPr", "pStyle"))
        properties = self.importing.run_properties(run.find(f"{W}rPr"), style)
        if properties is not None:
            made.append(properties)
        return made

    def alone(self, element: Element, name: str) -> Element:
        """Build what stands alone: a run of a field, a simple field, a formula."""
        if local_name(element) != "r":
            made = self.importing.copy(element, self.side.part, self.part)
            if local_name(element) == "fldSimple":
                for each in made.iter(f"{W}t"):
                    rename(each, name)
            return made
        made = self.empty_run(element)
        for each in element:
            if local_name(each) not in {"rPr", *DROPPED}:
                made.append(self.child(each, name))
        return made

    def child(self, element: Element, name: str) -> Element:
        """Build a child of a run."""
        made = self.importing.copy(element, self.side.part, self.part)
        rename(made, name)
        return made

    def paragraph(self, element: Element, *, mark: bool) -> Element:
        """Build a whole paragraph; `mark` tells whether its end is deleted too."""
        made = self.empty_paragraph(element)
        made.extend(self.note_numbers(element))
        stretch = self.stretch(read_pieces(element, self.side, Alphabet()))
        if stretch is not None:
            made.append(stretch)
        if mark:
            self.marks.mark_paragraph(made, "del")
        return made

    def note_numbers(self, element: Element) -> Iterable[Element]:
        """Copy the number of a note, untracked: LibreOffice shows none of the words tracked along with it."""
        for each in element.iter(f"{W}footnoteRef", f"{W}endnoteRef"):
            run = each.getparent()
            if run is not None:
                made = self.empty_run(run)
                made.append(deepcopy(each))
                yield made

    def empty_paragraph(self, element: Element) -> Element:
        """Build a paragraph without contents."""
        made = etree.Element(f"{W}p")
        properties = self.importing.paragraph_properties(element)
        if properties is not None:
            made.append(properties)
        return made

    def table(self, element: Element) -> Element:
        """Build a table, each row of it deleted."""
        made = etree.Element(f"{W}tbl")
        made.extend(self.properties(element, {"tblPr", "tblGrid"}))
        made.extend(self.row(each) for each in find_inside(element, "tr"))
        return made

    def row(self, element: Element) -> Element:
        """Build a deleted row."""
        made = etree.Element(f"{W}tr")
        made.extend(self.properties(element, {"tblPrEx", "trPr"}))
        self.marks.mark_row(made, "del")
        for cell in find_inside(element, "tc"):
            one = etree.SubElement(made, f"{W}tc")
            one.extend(self.properties(cell, {"tcPr"}))
            one.extend(self.blocks(cell))
            if not len(one) or one[-1].tag != f"{W}p":
                etree.SubElement(one, f"{W}p")
        return made

    def blocks(self, container: Element) -> Iterable[Element]:
        """Build the blocks of a cell or a note; their marks stay."""
        for each in find_blocks(container):
            yield self.table(each) if each.tag == f"{W}tbl" else self.paragraph(each, mark=False)

    def properties(self, element: Element, names: set[str]) -> Iterable[Element]:
        """Copy properties, without what is tracked in them."""
        for each in element:
            if local_name(each) in names:
                made = deepcopy(each)
                for one in list(made.iter()):
                    lost = local_name(one).endswith("Change") or local_name(one) in TRACKED
                    if lost and (parent := one.getparent()) is not None:
                        parent.remove(one)
                    else:
                        self.importing.map_style(one)
                yield made


def rename(element: Element, name: str) -> None:
    """Give text the name that it has where it is deleted; where it moved it keeps its own."""
    deleted = DELETED_NAMES.get(local_name(element)) if name == "del" else None
    if deleted:
        element.tag = W + deleted
    if local_name(element) in {"t", "delText"}:
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
