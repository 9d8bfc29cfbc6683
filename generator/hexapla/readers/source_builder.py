"""Lines of a structured document → `Source`: versions in one file, places, what the format says of lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from hexapla.findings import Finding, make_finding
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Markup, MarkupKind, Source, SourceLocation
from hexapla.readers import limits
from hexapla.readers.characters import REPLACEMENT

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
LINE_END = compile_lazily_with_properties(r"\r\n?")
TABLE_SHARE = 3
"""a text of which tables of old and new wording are at least one part in so many consists of them"""
SURROGATE = compile_lazily_with_properties(r"\p{Cs}")
NOT_IN_PAGES = compile_lazily_with_properties(r"[\x00\p{Cs}]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of old and new wording."""

    order: int
    """from the oldest wording"""
    label: str
    """what stands at its head"""


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a provision, as its element says."""

    element: str
    number: int
    """characters of its number, with which its first line begins"""
    heading: int = 0
    """characters of its heading, from there on to the end of the line; 0 for none"""


@dataclass(frozen=True, slots=True)
class LineCell:
    """A cell of a table, or as much of it as stands on a line."""

    column: int
    """from 1"""
    start: int
    """in the line"""
    end: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line; an empty one parts what stands before it from what comes after."""

    text: str
    paragraph: int | None = None
    line: int | None = None
    part: str | None = None
    heading: bool = False
    """stands apart, with an empty line before and after it"""
    column: Column | None = None
    """of a table of old and new wording; None elsewhere"""
    note: bool = False
    """about the clause before it, and no text of the version"""
    aside: str = ""
    """as what it is set aside; nothing for what is text"""
    goes_on: bool = False
    """stands in the paragraph of the line before it, as after a line break that the author set"""
    item: bool = False
    """begins with the number of an item of the innermost list"""
    begins_lists: int = 0
    """how many lists begin with it"""
    ends_lists: int = 0
    """how many lists end with it"""
    opens: Opening | None = None
    """the provision that begins with it"""
    closes: int = 0
    """how many provisions end with it"""
    row: int = 0
    """in which row of its table it stands, from 1; 0 outside tables"""
    begins_table: bool = False
    cells: tuple[LineCell, ...] = ()
    """of that row, as far as they stand on this line"""


class SourceBuilder:
    """Lines of a text, in order.

    A paragraph is a line; an empty line parts what must not be read on (a heading, a table).
    """

    def __init__(self, path: str, *, paragraphs: bool = True) -> None:
        """Begin the text of a file; `paragraphs` says whether its format tells where these begin."""
        self.path, self.paragraphs = path, paragraphs
        self.lines: list[str] = []
        self.places: list[SourceLocation] = []
        self.markup: list[Markup] = []
        self.length = 0
        """characters so far, line ends included"""
        self.tables = 0
        """so far"""

    def line(self, text: str, place: SourceLocation | None = None) -> None:
        """Add a line; line feeds in it make several.

        Raises:
            SourceError: the text grows beyond what a text may be.
        """
        text = LINE_END.sub("\n", text if self.lines else text.removeprefix("\ufeff"))
        if place is not None:
            self.places.append(replace(place, start=self.length))
        self.lines.append(text)
        self.length += len(text) + 1
        limits.check_size(self.path, "characters of text", self.length, limits.LONGEST_TEXT)

    def gap(self) -> None:
        """Add an empty line, unless there is one or the text has not begun."""
        if self.lines and self.lines[-1]:
            self.line("")

    def source(
        self, data: bytes, *, media_type: str, encoding: str, findings: tuple[Finding, ...] = ()
    ) -> Source:
        """Finish the text."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        text = "".join(f"{line}\n" for line in self.lines)
        made = build_source(self.path, data, text, encoding=encoding, media_type=media_type)
        places = tuple(place for place in self.places if place.start < len(made.text))
        known = (one for one in self.markup if one.start < len(made.text))
        markup = tuple(sorted(known, key=lambda one: (one.start, -one.end)))
        return replace(made, findings=(*findings, *made.findings), places=places, markup=markup)


def build_source(path: str, data: bytes, text: str, *, encoding: str, media_type: str) -> Source:
    """Make a source of decoded text.

    Only CR and CRLF become LF: form feed, NEL, U+2028 and the like stay, for they are part of what was
    printed and segmentation decides what they mean.

    Raises:
        SourceError: the text is beyond what a text may be.
    """
    text = LINE_END.sub("\n", join_surrogates(text).removeprefix(BYTE_ORDER_MARK))
    limits.check_size(path, f"{len(text):,} characters of text", len(text), limits.LONGEST_TEXT)
    limits.check_lines(path, text.count("\n"))
    spans = tuple(match.span() for match in NOT_IN_PAGES.finditer(text))
    findings: tuple[Finding, ...] = ()
    if spans:
        count = sum(end - start for start, end in spans)
        line = text.count("\n", 0, spans[0][0]) + 1
        findings = (make_finding("characters_replaced", spans=spans, line=line, count=count),)
        text = NOT_IN_PAGES.sub(lambda match: REPLACEMENT * len(match[0]), text)
    return Source(
        path=path,
        media_type=media_type,
        encoding=encoding,
        text=text,
        sha256=sha256(data).hexdigest(),
        findings=findings,
    )


def join_surrogates(text: str) -> str:
    """Join surrogate pairs that some programs write as two characters of UTF-8 (CESU-8)."""
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def write_lines(writing: SourceBuilder, lines: Iterable[SourceLine]) -> None:
    """Write lines; a run of empty ones is kept, for it is the author's.

    Columns of tables of old and new wording are written one after another, each under its head.
    """
    every = list(lines)
    if are_mostly_columns(every):
        write_columns(writing, every)
    else:
        write_in_order(writing, every)


def are_mostly_columns(lines: Sequence[SourceLine]) -> bool:
    """Tell whether tables of old and new wording are what a text is about, no annex of another text."""
    total = sum(len(line.text) for line in lines)
    return 0 < total <= TABLE_SHARE * sum(len(line.text) for line in lines if line.column)


def write_columns(writing: SourceBuilder, lines: Sequence[SourceLine]) -> None:
    """Write what stands around the tables, then each column as a version: the rest is no version's text."""
    first = next(n for n, line in enumerate(lines) if line.column)
    last = max(n for n, line in enumerate(lines) if line.column)
    write_in_order(writing, lines[:first])
    writing.gap()
    write_in_order(
        writing, [line for line in lines[first : last + 1] if not line.column and line.text.strip()]
    )
    write_in_order(writing, lines[last + 1 :])
    heads: dict[int, str] = {}
    for line in lines:
        if line.column:
            heads.setdefault(line.column.order, line.column.label)
    for order, label in sorted(heads.items()):
        writing.gap()
        start = writing.length
        writing.line(label)
        writing.markup.append(Markup(start, writing.length, MarkupKind.VERSION, label))
        own = (line for line in lines if line.column and line.column.order == order)
        write_in_order(writing, own)


def write_in_order(writing: SourceBuilder, lines: Iterable[SourceLine]) -> None:
    """Write lines as they come."""
    opened: list[tuple[int, Opening]] = []
    items: list[list[int]] = []
    row = TableRow()
    for line in lines:
        if line.heading:
            writing.gap()
        start = writing.length
        place = SourceLocation(start=0, part=line.part, paragraph=line.paragraph, line=line.line)
        writing.line(line.text, place if line.text else None)
        end = writing.length
        if line.heading:
            writing.line("")
        if line.text:
            writing.markup += describe_line(line, start, end, paragraphs=writing.paragraphs)
            row = row.read(line, (start, end), writing)
        items += [[] for _ in range(line.begins_lists)]
        if line.item and items:
            items[-1].append(start)
        for _ in range(min(line.ends_lists, len(items))):
            writing.markup += [Markup(begun, end, MarkupKind.LISTED) for begun in items.pop()]
        if line.opens is not None:
            opened.append((start, line.opens))
        for _ in range(min(line.closes, len(opened))):
            begun, one = opened.pop()
            value = f"{one.element} {one.number} {one.heading}"
            writing.markup.append(Markup(begun, end, MarkupKind.PROVISION, value))


@dataclass(frozen=True, slots=True)
class TableRow:
    """The row of a table that is being written."""

    number: int = 0
    """in its table, from 1; 0: none"""
    markup: int = 0
    """place of what is said of it among all that is said"""

    def read(self, line: SourceLine, span: tuple[int, int], writing: SourceBuilder) -> "TableRow":
        """Note the cells of a line; return the row that may go on with the next."""
        if not line.row:
            return TableRow()
        start, end = span
        row = self
        if line.begins_table or line.row != self.number:
            writing.tables += line.begins_table
            row = TableRow(line.row, len(writing.markup))
            writing.markup.append(Markup(start, end, MarkupKind.ROW, str(writing.tables)))
        else:
            writing.markup[row.markup] = replace(writing.markup[row.markup], end=end)
        writing.markup += [
            Markup(start + cell.start, start + cell.end, MarkupKind.CELL, str(cell.column))
            for cell in line.cells
        ]
        return row


def enclose_list(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Say where a list begins and ends, of the lines that stand in it."""
    out = list(lines)
    written = [n for n, line in enumerate(out) if line.text.strip()]
    if written:
        first, last = written[0], written[-1]
        out[first] = replace(out[first], begins_lists=out[first].begins_lists + 1)
        out[last] = replace(out[last], ends_lists=out[last].ends_lists + 1)
    return out


def describe_line(line: SourceLine, start: int, end: int, *, paragraphs: bool) -> Iterator[Markup]:
    """Yield what the format says of a line."""
    if paragraphs and not line.goes_on:
        yield Markup(start, start, MarkupKind.PARAGRAPH)
    if line.note:
        yield Markup(start, end, MarkupKind.NOTE)
    if line.aside:
        yield Markup(start, end, MarkupKind.SET_ASIDE, line.aside)


@dataclass(frozen=True, slots=True)
class SourceWitness:
    """A version that a file tells from the others by its markup."""

    label: str
    lines: tuple[SourceLine, ...]
    title: str = ""
    """as the file states it, like the next"""
    date: str = ""
    """ISO 8601"""


def write_witnesses(writing: SourceBuilder, witnesses: Sequence[SourceWitness]) -> None:
    """Write versions one after another; what tells them apart is markup, and stands nowhere in the text."""
    for one in witnesses:
        writing.gap()
        start = writing.length
        write_in_order(writing, one.lines)
        if writing.length > start:
            writing.markup.append(Markup(start, writing.length, MarkupKind.WITNESS, one.label))
            told = ((MarkupKind.TITLE, one.title), (MarkupKind.DATE, one.date))
            writing.markup += [Markup(start, writing.length, kind, value) for kind, value in told if value]
