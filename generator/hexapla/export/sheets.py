"""An Excel workbook: the concordance, and a sheet for every comparison, with marks inside the cells.

XlsxWriter rather than openpyxl: twice as fast with rich text. Nothing is ever written as a formula, a number
or a link, whatever a text looks like.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain, zip_longest
from typing import Final, NamedTuple

import regex
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hexapla.export.archive import EPOCH
from hexapla.export.lines import brackets, names, unwrapped
from hexapla.export.markup import visible
from hexapla.export.passages import Passage, Piece, Side, bracketed, lines, passages, sides
from hexapla.export.table import called, pieces_of
from hexapla.export.wording import Wording
from hexapla.model import Alignment, Comparison, Op, Relation, SetAsideChange, Version
from hexapla.text import is_wide
from hexapla.units import units

__all__ = ["LIMIT", "portions", "sheet_names", "workbook"]

LIMIT: Final = 32_767
"""UTF-16 units that a cell can hold; what is longer goes on in the next row"""
NAME_LIMIT: Final = 31
FORBIDDEN: Final = regex.compile(r"[\[\]:*?/\\\p{C}]|^'|'$")
WIDTHS: Final = (14, 14, 60, 60, 24, 16)
"""of columns, in digits: numbers, texts, notes, row"""
LINE: Final = 15.0
"""height of a line, in points"""
HIGHEST: Final = 409.0
"""what Excel allows; a longer text is whole in its cell and can be scrolled"""
SEEN: Final = 4_000
"""characters after which a row is as high as it can be"""
RED, GREEN = "#9C2A25", "#1E6B36"


Runs = tuple[tuple[Op | None, str], ...]
"""text with its mark; None: a number or heading"""


class Formats(NamedTuple):
    """How cells and runs look."""

    head: Format
    cell: Format
    division: Format
    number: Format
    marks: dict[Op, Format]
    strong: Format


def workbook(alignment: Alignment, comparisons: Sequence[Comparison], wording: Wording) -> bytes:
    """Write a document's concordance and comparisons as an Excel workbook.

    Post-conditions:
        1. Every row of every comparison is there, its text whole: a text longer than a cell goes on below.
        2. Every cell is a text; equal arguments give equal bytes.
    """
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": visible(unwrapped(alignment.document.title)),
            "author": "hexapla",
            "created": datetime(*EPOCH, tzinfo=UTC),
        }
    )
    look = formats(book)
    versions = {version.siglum: version for version in alignment.document.versions}
    names = sheet_names(
        [
            wording.say("export-concordance"),
            *(
                f"{versions[one.base].label} {wording.between(one)('arrow')} {versions[one.target].label}"
                for one in comparisons
            ),
        ]
    )
    concordance(book.add_worksheet(names[0]), alignment, wording, look)
    for own, comparison in zip(names[1:], comparisons, strict=True):
        changes(book.add_worksheet(own), alignment, comparison, wording, look)
    book.close()
    return out.getvalue()


def formats(book: Workbook) -> Formats:
    """Make the looks."""
    frame = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
    return Formats(
        head=book.add_format({**frame, "bold": True, "bg_color": "#E7E6E6", "valign": "vcenter"}),
        cell=book.add_format(frame),
        division=book.add_format({**frame, "bold": True, "bg_color": "#F2F2F2"}),
        number=book.add_format({**frame, "bold": True}),
        marks={
            Op.INSERT: book.add_format({"bold": True, "font_color": GREEN}),
            Op.DELETE: book.add_format({"font_color": RED}),
        },
        strong=book.add_format({"bold": True}),
    )


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Make names that Excel takes: short, without its signs, each once whatever the case."""
    taken: set[str] = {"history"}
    found = []
    for text in wanted:
        stem = FORBIDDEN.sub("-", unwrapped(text)).strip()[:NAME_LIMIT] or "-"
        given, number = stem, 1
        while given.casefold() in taken:
            number += 1
            given = f"{stem[: NAME_LIMIT - len(str(number)) - 1]} {number}"
        taken.add(given.casefold())
        found.append(given)
    return found


def concordance(sheet: Worksheet, alignment: Alignment, wording: Wording, look: Formats) -> None:
    """Write what each clause is called in each version."""
    versions = alignment.document.versions
    own = [names(units(version), wording.say("unnumbered")) for version in versions]
    heads = [*(unwrapped(version.label) for version in versions), wording.say("export-row")]
    begin(sheet, heads, [22] * len(versions) + [18], look)
    at = 1
    for row in alignment.rows:
        texts = []
        for version, cell, named in zip(versions, row.cells, own, strict=True):
            lack = wording.say("kind-lack") if version.siglum in row.not_in_text else "—"
            texts.append(wording.say("list-separator").join(named[unit] for unit in cell) or lack)
        for cells in zip_longest(*(pieces(text) for text in (*texts, row.id)), fillvalue=""):
            for column, text in enumerate(cells):
                put(sheet, at, column, text, look.cell)
            at += 1
    end(sheet, at - 1, len(heads))


def pieces(text: str) -> list[str]:
    """Cut a text into what fits into cells."""
    return ["".join(run for _, run in portion) for portion in portions(((Op.EQUAL, visible(text)),), LIMIT)]


def begin(sheet: Worksheet, heads: Sequence[str], widths: Sequence[float], look: Formats) -> None:
    """Write the row that stays in place, and what a printed page is like."""
    for column, (text, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        first, *rest = pieces(text)
        put(sheet, 0, column, first[:-1] + "…" if rest else first, look.head)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")  # the sheet's name, the page, and how many there are


def end(sheet: Worksheet, rows: int, columns: int) -> None:
    """Let readers filter."""
    sheet.autofilter(0, 0, rows, columns - 1)


def changes(
    sheet: Worksheet, alignment: Alignment, comparison: Comparison, wording: Wording, look: Formats
) -> None:
    """Write the rows of a comparison."""
    base, target = (alignment.document.version(one) for one in (comparison.base, comparison.target))
    named = tuple(names(units(version), wording.say("unnumbered")) for version in (base, target))
    heads = [*headings(base, target, wording), wording.say("export-notes"), wording.say("export-row")]
    begin(sheet, heads, WIDTHS, look)
    signs = brackets(alignment.document.language)
    at = 1
    found = (rows(passage, comparison, wording, signs, named) for passage in passages(alignment, comparison))
    outside = (outside_rows(change, wording, signs) for change in comparison.set_aside_changes)
    for cells in chain.from_iterable((*outside, *found)):
        for column, cell in enumerate(cells):
            if isinstance(cell, tuple):
                put_rich(sheet, at, column, cell, look)
            else:
                put(sheet, at, column, cell, look.cell)
        sheet.set_row(at, height(cells))
        at += 1
    end(sheet, at - 1, len(heads))


def height(cells: Sequence[str | Runs]) -> float:
    """Estimate how high a row must be: programs other than Excel do not find it out for themselves."""
    most = 1
    for cell, width in zip(cells, WIDTHS, strict=True):
        text = cell if isinstance(cell, str) else "".join(run for _, run in cell)
        columns = (sum(2 if is_wide(char) else 1 for char in line) for line in text[:SEEN].split("\n"))
        most = max(most, sum(1 + int(own / (width - 2)) for own in columns))
    return min(HIGHEST, most * LINE + 3)


def headings(base: Version, target: Version, wording: Wording) -> list[str]:
    """Name the columns of numbers and texts."""
    labels = [unwrapped(version.label) for version in (base, target)]
    places = [wording.say("export-number", version=label) for label in labels]
    return [*places, *(wording.say("export-text", version=label) for label in labels)]


def rows(
    passage: Passage,
    comparison: Comparison,
    wording: Wording,
    signs: tuple[str, str],
    named: Sequence[Mapping[str, str]],
) -> Iterator[tuple[str | Runs, ...]]:
    """Yield a change as a row, or as several where a text does not fit into a cell."""
    void = wording.say("kind-lack") if passage.change.relation is Relation.NOT_IN_TEXT else "—"
    texts = [portions(flat(side, signs) or ((Op.EQUAL, void),), LIMIT) for side in sides(passage)]
    cells = zip(named, (passage.base, passage.target), strict=True)
    places = [
        wording.say("list-separator").join(own[unit.id] for unit in cell) or void for own, cell in cells
    ]
    said = "\n".join(wording.tell(comparison, passage.change))
    yield from spread((places[0], places[1], said, passage.change.row), texts, wording)


def outside_rows(
    change: SetAsideChange, wording: Wording, signs: tuple[str, str]
) -> Iterator[tuple[str | Runs, ...]]:
    """Yield a title, a note or a signature that differs as a row, of no row of the alignment."""
    there = ((change.base_spans, Op.DELETE), (change.target_spans, Op.INSERT))
    found = (flat(lines(pieces_of(change), op), signs) if spans else () for spans, op in there)
    texts = [portions(each or ((Op.EQUAL, "—"),), LIMIT) for each in found]
    yield from spread(("—", "—", called(change, wording), "—"), texts, wording)


def spread(
    plain: tuple[str, str, str, str], texts: Sequence[Sequence[Runs]], wording: Wording
) -> Iterator[tuple[str | Runs, ...]]:
    """Yield cells as a row, or as several: numbers, the texts in portions, notes, name of the row."""
    cut = [pieces(each) for each in plain]
    for number in range(max(*map(len, texts), *map(len, cut))):
        here = [text[number] if number < len(text) else () for text in texts]
        first, second, said, row = (each[number] if number < len(each) else each[0] for each in cut)
        yield first, second, *here, wording.say("export-continued") if number >= len(cut[2]) else said, row


def flat(side: Side, signs: tuple[str, str]) -> Runs:
    """Return the lines of a cell as one run of runs."""
    out: list[tuple[Op | None, str]] = []
    for number, line in enumerate(side):
        if number:
            out.append((Op.EQUAL, "\n"))
        out += [(mark(piece), visible(text)) for piece, text in bracketed(line, signs)]
    return tuple(out)


def mark(piece: Piece) -> Op | None:
    """Return how a run is marked; brackets are there beside, since colour alone says nothing."""
    if piece.unknown or piece.op is Op.EQUAL:
        return None if piece.head else Op.EQUAL
    return piece.op


def portions(runs: Runs, limit: int) -> list[Runs]:
    """Cut runs into portions that fit into a cell each, counted as Excel counts: in UTF-16 units."""
    found: list[list[tuple[Op | None, str]]] = [[]]
    room = limit
    for mark, text in runs:
        rest = text
        while rest:
            length = fitting(rest, room)
            if length:
                found[-1].append((mark, rest[:length]))
                room -= units_of(rest[:length])
                rest = rest[length:]
            if rest:
                found.append([])
                room = limit
    return [tuple(portion) for portion in found]


def units_of(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def fitting(text: str, room: int) -> int:
    """Return how many characters of a text fit."""
    head = text[:room]
    over = units_of(head) - room
    while over > 0:
        head = head[: len(head) - (over + 1) // 2]
        over = units_of(head) - room
    return len(head)


def put(sheet: Worksheet, at: int, column: int, text: str, look: Format) -> None:
    """Write a text: never a formula, a number or a link.

    A text like `<r>…</r>` would be taken for ready markup by XlsxWriter; as two runs it is a text.
    """
    safe = visible(text)
    if safe.startswith("<r>") and safe.endswith("</r>"):
        sheet.write_rich_string(at, column, safe[:1], safe[1:], look)
    else:
        sheet.write_string(at, column, safe, look)


def put_rich(sheet: Worksheet, at: int, column: int, runs: Runs, look: Formats) -> None:
    """Write runs with their marks."""
    if all(mark is Op.EQUAL for mark, _ in runs) or len(runs) == 1:
        whole = "".join(text for _, text in runs)
        put(sheet, at, column, whole, look.cell)
        return
    fragments: list[str | Format] = []
    for mark, text in runs:
        if mark is not Op.EQUAL:
            fragments.append(look.strong if mark is None else look.marks[mark])
        fragments.append(text)
    sheet.write_rich_string(at, column, *fragments, look.cell)
