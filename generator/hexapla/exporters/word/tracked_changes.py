"""A stream of runs, ends of paragraphs, moves and comments, written as paragraphs with tracked changes.

A paragraph's mark is tracked as its characters are: where a paragraph ends in one version only, its mark is
inserted or deleted. What moved is tracked as ISO/IEC 29500-1, 17.13.5, has it: runs as move source and move
destination, in ranges of one name. The marks of paragraphs that moved are deleted and inserted all the same:
as moved ones, LibreOffice leaves an empty paragraph behind where a tracked mark stands before them.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from hexapla.exporters.word.document_parts import BOLD, open_grid, write_paragraph, write_run
from hexapla.exporters.xml_writer import escape, escape_attribute
from hexapla.model import Op
from hexapla.reading.printed import GridPlace

TRACKED: Final = {
    (Op.DELETE, False): "w:del",
    (Op.INSERT, False): "w:ins",
    (Op.DELETE, True): "w:moveFrom",
    (Op.INSERT, True): "w:moveTo",
}
TRACKED_CELLS: Final = {Op.DELETE: "w:cellDel", Op.INSERT: "w:cellIns"}
MINUTES_APART: Final = 5
"""minutes; LibreOffice takes changes of neighbouring minutes for one"""
REFERENCE_STYLE: Final = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
COMMENT_AUTHOR: Final = ("hexapla", "hx")
"""name and initials"""


class TrackedRun(NamedTuple):
    """A run of characters, or the end of a paragraph."""

    op: Op
    text: str
    """a line feed alone ends a paragraph"""
    style: str = "Normal"
    bold: bool = False
    moved: bool = False
    """the other version has this run too, at another place"""
    cells: tuple[GridPlace | None, GridPlace | None] = (None, None)
    """where it stands in a table of the base, and in one of the target"""


class MoveBoundary(NamedTuple):
    """Where a stretch that moved begins or ends."""

    op: Op
    """DELETE: its old place, INSERT: its new one"""
    name: str
    """the same at both places"""
    opens: bool


class WordComment(NamedTuple):
    """A comment on the run that follows; where that run is gone, so is the comment."""

    text: str
    """its lines are paragraphs"""


class FootnoteReference(NamedTuple):
    """The mark of a footnote."""

    op: Op
    number: int
    """of the note in the file"""
    mark: str
    """as printed; empty where a word processor counts it"""
    moved: bool = False
    """never: as something that moved, a note would stand in the file twice under one number"""


class TableBoundary(NamedTuple):
    """Where a table begins or ends."""

    columns: int
    opens: bool


class RowBoundary(NamedTuple):
    """Where a row of a table begins or ends."""

    op: Op
    opens: bool


class CellBoundary(NamedTuple):
    """Where a cell of a row begins or ends."""

    op: Op
    """what is tracked of the cell, in a row of both versions"""
    opens: bool


StreamItem = (
    TrackedRun | MoveBoundary | WordComment | FootnoteReference | TableBoundary | RowBoundary | CellBoundary
)


def end_last_paragraph(stream: Iterable[StreamItem]) -> list[StreamItem]:
    """End both versions with one and the same mark.

    The last paragraph of a document has no mark that could be deleted. So the last mark of either version is
    taken from it, and one of both put at the end: what stands between the two belongs to one version only.
    """
    out = list(stream)
    style = "Normal"
    table = max((n for n, item in enumerate(out) if isinstance(item, TableBoundary)), default=-1)
    for absent in (Op.INSERT, Op.DELETE):
        ends = (
            n
            for n in range(len(out) - 1, -1, -1)
            if isinstance(item := out[n], TrackedRun) and item.text == "\n" and item.op is not absent
        )
        at = next(ends, None)
        last = None if at is None else out[at]
        if at is None or at < table or not isinstance(last, TrackedRun):
            continue  # a version without a paragraph is an empty document; a table ends by itself
        del out[at]
        style = last.style
        if last.op is Op.EQUAL:
            out.insert(at, last._replace(op=absent))
    return [*out, TrackedRun(Op.EQUAL, "\n", style)]


def write_footnote_reference(item: FootnoteReference) -> str:
    """Write the mark that leads to a footnote."""
    if not item.mark:
        return f'<w:r>{REFERENCE_STYLE}<w:footnoteReference w:id="{item.number}"/></w:r>'
    name = "w:delText" if item.op is Op.DELETE else "w:t"
    return (
        f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{item.number}"/>'
        f"<{name}>{escape(item.mark)}</{name}></w:r>"
    )


class TrackedChangesWriter:
    """Writes paragraphs, each change with a number of its own, and gathers the comments.

    On either side of a paragraph's end that did not change, changes bear different times: LibreOffice makes
    one of two neighbouring insertions of one author and time, with the end between them, and rejecting it
    would join the paragraphs.
    """

    def __init__(self, author: str, day: str) -> None:
        """Begin; `day` is that of all changes."""
        self.author = author
        self.day = day
        self.minute = 0
        self.number = 0
        self.comments: list[str] = []
        self.runs: list[str] = []
        self.open: dict[tuple[Op, str], int] = {}
        self.remarks: list[WordComment] = []

    def paragraphs(self, stream: Iterable[StreamItem]) -> Iterator[str]:
        """Yield what a document's body is made of."""
        for item in stream:
            self.number += 1
            if isinstance(item, WordComment):
                self.remarks.append(item)
            elif isinstance(item, MoveBoundary):
                self.edge(item)
            elif isinstance(item, TableBoundary | RowBoundary | CellBoundary):
                yield from self.grid(item)
            elif isinstance(item, FootnoteReference):
                self.runs.append(self.tracked(item, write_footnote_reference(item)))
            elif item.text == "\n":
                yield self.end(item)
            elif item.text:
                self.runs.append(self.commented(self.write_tracked_run(item), item))

    def grid(self, item: TableBoundary | RowBoundary | CellBoundary) -> Iterator[str]:
        """Yield the beginning or the end of a table, a row or a cell."""
        if isinstance(item, TableBoundary):
            if item.opens and self.runs:
                yield self.end(TrackedRun(Op.EQUAL, "\n"))
            yield open_grid(item.columns) if item.opens else "</w:tbl>"
        elif isinstance(item, RowBoundary):
            tracked = TRACKED.get((item.op, False))
            mark = f"<w:trPr><{tracked} {self.by(self.number)}/></w:trPr>" if tracked else ""
            yield f"<w:tr>{mark}" if item.opens else "</w:tr>"
        elif item.opens:
            tracked = TRACKED_CELLS.get(item.op)
            mark = f"<{tracked} {self.by(self.number)}/>" if tracked else ""
            yield f"<w:tc><w:tcPr>{mark}</w:tcPr>"
        else:
            yield f"{self.end(TrackedRun(Op.EQUAL, chr(10)))}</w:tc>"

    def by(self, number: int) -> str:
        """Write a change's number, author and time."""
        author = escape_attribute(self.author)
        return f'w:id="{number}" w:author="{author}" w:date="{self.day}T00:0{self.minute}:00Z"'

    def edge(self, item: MoveBoundary) -> None:
        """Write an edge."""
        kind = "w:moveFromRange" if item.op is Op.DELETE else "w:moveToRange"
        if item.opens:
            self.open[item.op, item.name] = self.number
            self.runs.append(f'<{kind}Start {self.by(self.number)} w:name="{item.name}"/>')
        else:
            self.runs.append(f'<{kind}End w:id="{self.open.pop((item.op, item.name))}"/>')

    def end(self, item: TrackedRun) -> str:
        """Write a paragraph."""
        if self.remarks:
            self.runs.append(self.commented("", item))
        tracked = TRACKED.get((item.op, False))
        mark = f"<w:rPr><{tracked} {self.by(self.number)}/></w:rPr>" if tracked else ""
        made = write_paragraph("".join(self.runs), None if item.style == "Normal" else item.style, mark)
        self.runs = []
        self.minute = self.minute if tracked else MINUTES_APART - self.minute
        return made

    def write_tracked_run(self, item: TrackedRun) -> str:
        """Write a run."""
        deleted = item.op is Op.DELETE and not item.moved
        return self.tracked(item, write_run(item.text, BOLD if item.bold else "", deleted=deleted))

    def note(self, number: int, mark: str, tokens: Iterable[TrackedRun]) -> str:
        """Write a footnote, its words tracked inside it; without a mark that is printed, Word counts it."""
        runs = [write_run(mark) if mark else f"<w:r>{REFERENCE_STYLE}<w:footnoteRef/></w:r>", write_run(" ")]
        for token in tokens:
            self.number += 1
            runs.append(self.write_tracked_run(token))
        return f'<w:footnote w:id="{number}">{write_paragraph("".join(runs), "FootnoteText")}</w:footnote>'

    def tracked(self, item: TrackedRun | FootnoteReference, content: str) -> str:
        """Write content as its token is tracked."""
        name = TRACKED.get((item.op, item.moved))
        return f"<{name} {self.by(self.number)}>{content}</{name}>" if name else content

    def commented(self, content: str, item: TrackedRun) -> str:
        """Write content with the comments on it; they come and go with the content."""
        for remark in self.remarks:
            number = self.number + 1
            self.number += 2
            author, initials = COMMENT_AUTHOR
            lines = "".join(write_paragraph(write_run(line)) for line in remark.text.split("\n"))
            self.comments.append(
                f'<w:comment w:id="{number}" w:author="{author}" w:date="{self.day}T00:00:00Z"'
                f' w:initials="{initials}">{lines}</w:comment>'
            )
            start, end = (f'<w:commentRange{edge} w:id="{number}"/>' for edge in ("Start", "End"))
            reference = self.tracked(item, f'<w:r><w:commentReference w:id="{number}"/></w:r>')
            content = f"{start}{content}{end}{reference}"
        self.remarks = []
        return content
