"""An Excel workbook: the concordance, and a sheet for every comparison, with marks inside the cells.

XlsxWriter rather than openpyxl: twice as fast with rich text. Nothing is ever written as a formula, a number
or a link, whatever a text looks like.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from functools import lru_cache
from itertools import chain, zip_longest
from typing import Final, NamedTuple

import regex
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hexapla.archive import EPOCH
from hexapla.exporters.side_by_side import lack_word, paratext_runs, void_word
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import Comparison, Op, SetAsideChange, Version
from hexapla.reading.captions import Wording, name_paratext
from hexapla.reading.printed import choose_brackets
from hexapla.reading.printed_rows import (
    Piece,
    PrintedDocument,
    PrintedRow,
    Side,
    bracket_deletions,
    split_lines,
)
from hexapla.text import is_wide, unwrap

CELL_LIMIT: Final = 32_767
"""UTF-16 units that a cell can hold; what is longer goes on in the next row"""
NAME_LIMIT: Final = 31
FORBIDDEN: Final = regex.compile(r"[\[\]:*?/\\\p{C}]|^'|'$")
WIDTHS: Final = (14, 14, 60, 60, 24, 16, 40)
"""of columns, in digits: numbers, texts, notes, row, remarks where there are some"""
LINE_HEIGHT: Final = 15.0
"""height of a line, in points"""
HIGHEST_ROW: Final = 409.0
"""what Excel allows; a longer text is whole in its cell and can be scrolled"""
MEASURED_CHARACTERS: Final = 4_000
"""characters after which a row is as high as it can be"""
REMEMBERED: Final = 1 << 12
"""texts that are remembered"""
RED, GREEN = "#9C2A25", "#1E6B36"


Runs = tuple[tuple[Op | None, str], ...]
"""text with its mark; None: a number or heading"""


class CellFormats(NamedTuple):
    """How cells and runs look."""

    head: Format
    cell: Format
    division: Format
    number: Format
    marks: dict[Op, Format]
    strong: Format


def write_workbook(printed: PrintedDocument, comparisons: Sequence[Comparison], wording: Wording) -> bytes:
    """Write a document's concordance and comparisons as an Excel workbook.

    Post-conditions:
        1. Every row of every comparison is there, its text whole: a text longer than a cell goes on below.
        2. Every cell is a text; equal arguments give equal bytes.
    """
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": replace_unwritable(unwrap(printed.document.title)),
            "author": "hexapla",
            "created": datetime.combine(EPOCH, time(), UTC),
        }
    )
    look = add_formats(book)
    versions = {version.siglum: version for version in printed.document.versions}
    names = sheet_names(
        [
            wording.say("export-concordance"),
            *(
                f"{versions[one.base].label} {wording.between(one)('arrow')} {versions[one.target].label}"
                for one in comparisons
            ),
            wording.say("export-replacements"),
            wording.say("export-passages"),
        ]
    )
    write_concordance(book.add_worksheet(names[0]), printed, wording, look)
    for own, comparison in zip(names[1:-2], comparisons, strict=True):
        write_changes(book.add_worksheet(own), printed, comparison, wording, look)
    if any(one.replacements for one in comparisons):
        sheet = book.add_worksheet(names[-2])
        write_replacements(sheet, printed, comparisons, wording, look)
    if printed.alignment.items:
        write_passages(book.add_worksheet(names[-1]), printed, comparisons, wording, look)
    book.close()
    return out.getvalue()


def add_formats(book: Workbook) -> CellFormats:
    """Make the looks."""
    frame = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
    return CellFormats(
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
        stem = FORBIDDEN.sub("-", unwrap(text)).strip()[:NAME_LIMIT] or "-"
        given, number = stem, 1
        while given.casefold() in taken:
            number += 1
            given = f"{stem[: NAME_LIMIT - len(str(number)) - 1]} {number}"
        taken.add(given.casefold())
        found.append(given)
    return found


def write_concordance(
    sheet: Worksheet, printed: PrintedDocument, wording: Wording, look: CellFormats
) -> None:
    """Write what each clause is called in each version."""
    versions = printed.document.versions
    heads = [*(unwrap(version.label) for version in versions), wording.say("export-row")]
    write_header(sheet, heads, [22] * len(versions) + [18], look)
    at = 1
    for row in printed.alignment.rows:
        texts = []
        for version, cell in zip(versions, row.cells, strict=True):
            void = lack_word(wording, lacks=version.siglum in row.not_in_text)
            texts.append(numbers(printed, version.siglum, cell, wording) or void)
        for cells in zip_longest(*(split_text(text) for text in (*texts, row.id)), fillvalue=""):
            for column, text in enumerate(cells):
                write_text(sheet, at, column, text, look.cell)
            at += 1
    add_filter(sheet, at - 1, len(heads))


def write_passages(
    sheet: Worksheet,
    printed: PrintedDocument,
    comparisons: Iterable[Comparison],
    wording: Wording,
    look: CellFormats,
) -> None:
    """Write which paragraphs and items belong together, each by its version, its name and its id."""
    heads = ["", wording.say("export-passage"), "id"] * 2
    write_header(sheet, heads, [8, 30, 24] * 2, look)
    links = [
        link
        for comparison in comparisons
        for link in dict.fromkeys(link for change in comparison.changes for link in change.items)
    ]
    for at, link in enumerate(links, 1):
        named = ((end[0], printed.passages.call(end, wording.say), end[1]) for end in (link.a, link.b))
        for column, text in enumerate(chain.from_iterable(named)):
            write_text(sheet, at, column, split_text(text)[0], look.cell)
    add_filter(sheet, len(links), len(heads))


def write_replacements(
    sheet: Worksheet,
    printed: PrintedDocument,
    comparisons: Iterable[Comparison],
    wording: Wording,
    look: CellFormats,
) -> None:
    """Write which expressions are exchanged throughout, how often, and where they stay."""
    names = ("base", "target", "old", "new", "count", "kept", "kept-in")
    heads = [wording.say(f"replacement-{name}") for name in names]
    write_header(sheet, heads, [16, 16, 30, 30, 8, 8, 50], look)
    at = 0
    for comparison in comparisons:
        pair = [unwrap(printed.document.version(name).label) for name in (comparison.base, comparison.target)]
        cells = {change.id: change.cells[1] for change in comparison.changes}
        for each in comparison.replacements:
            stays = [unit for name in each.kept_in for unit in cells[name]]
            place = numbers(printed, comparison.target, stays, wording)
            counts = (str(each.count), str(each.kept_count))
            at += 1
            for column, text in enumerate((*pair, unwrap(each.delete), unwrap(each.insert), *counts, place)):
                write_text(sheet, at, column, split_text(text)[0], look.cell)
    add_filter(sheet, at, len(heads))


def numbers(printed: PrintedDocument, siglum: str, cell: Iterable[str], wording: Wording) -> str:
    """Name the units of a cell, given by their ids."""
    named = (printed.labels[siglum, unit] or wording.say("unnumbered") for unit in cell)
    return wording.say("list-separator").join(named)


def split_text(text: str) -> list[str]:
    """Cut a text into what fits into cells."""
    return [
        "".join(run for _, run in portion)
        for portion in split_runs(((Op.EQUAL, replace_unwritable(text)),), CELL_LIMIT)
    ]


def write_header(sheet: Worksheet, heads: Sequence[str], widths: Sequence[float], look: CellFormats) -> None:
    """Write the row that stays in place, and what a printed page is like."""
    for column, (text, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        first, *rest = split_text(text)
        write_text(sheet, 0, column, first[:-1] + "…" if rest else first, look.head)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")  # the sheet's name, the page, and how many there are


def add_filter(sheet: Worksheet, rows: int, columns: int) -> None:
    """Let readers filter."""
    sheet.autofilter(0, 0, rows, columns - 1)


def write_changes(
    sheet: Worksheet, printed: PrintedDocument, comparison: Comparison, wording: Wording, look: CellFormats
) -> None:
    """Write the rows of a comparison."""
    base, target = (printed.document.version(one) for one in (comparison.base, comparison.target))
    remarked = bool(printed.annotations)
    heads = [*column_headings(base, target, wording), wording.say("export-notes"), wording.say("export-row")]
    heads += [wording.say("export-remarks")] if remarked else []
    widths = WIDTHS[: len(heads)]
    write_header(sheet, heads, widths, look)
    signs = choose_brackets(printed.document.language)
    at = 1
    found = (build_rows(row, printed, comparison, wording) for row in printed.rows(comparison))
    outside = (build_paratext_rows(change, wording, signs) for change in comparison.set_aside_changes)
    for cells in chain.from_iterable((*outside, *found)):
        for column, cell in enumerate(cells[: len(heads)]):
            if isinstance(cell, tuple):
                write_rich_text(sheet, at, column, cell, look)
            else:
                write_text(sheet, at, column, cell, look.cell)
        sheet.set_row(at, estimate_height(cells[: len(heads)]))
        at += 1
    add_filter(sheet, at - 1, len(heads))


def estimate_height(cells: Sequence[str | Runs]) -> float:
    """Estimate how high a row must be: programs other than Excel do not find it out for themselves."""
    most = 1
    for cell, width in zip(cells, WIDTHS, strict=False):
        text = cell if isinstance(cell, str) else "".join([run for _, run in cell])
        most = max(most, count_lines(text[:MEASURED_CHARACTERS], width))
    return min(HIGHEST_ROW, most * LINE_HEIGHT + 3)


@lru_cache(REMEMBERED)
def count_lines(text: str, width: int) -> int:
    """Estimate the lines of a text in a column; most texts stand on many sheets."""
    columns = (sum([2 if is_wide(char) else 1 for char in line]) for line in text.split("\n"))
    return sum(1 + int(own / (width - 2)) for own in columns)


def column_headings(base: Version, target: Version, wording: Wording) -> list[str]:
    """Name the columns of numbers and texts."""
    labels = [unwrap(version.label) for version in (base, target)]
    places = [wording.say("export-number", version=label) for label in labels]
    return [*places, *(wording.say("export-text", version=label) for label in labels)]


def build_rows(
    row: PrintedRow, printed: PrintedDocument, comparison: Comparison, wording: Wording
) -> Iterator[tuple[str | Runs, ...]]:
    """Yield a change as a row, or as several where a text does not fit into a cell."""
    void, signs = void_word(row, wording), choose_brackets(printed.document.language)
    texts = [fit_lines(side, signs, void) for side in row.sides]
    sigla = comparison.base, comparison.target
    base, target = (
        numbers(printed, siglum, cell, wording) or void
        for siglum, cell in zip(sigla, row.change.cells, strict=True)
    )
    said = "\n".join(wording.tell(comparison, row.change))
    remarks = () if row.change.further else printed.remarks(row.change.row, wording)
    yield from spread_cells((base, target, said, row.change.row, "\n".join(remarks)), texts, wording)


@lru_cache(REMEMBERED)
def fit_lines(side: Side, signs: tuple[str, str], void: str) -> Sequence[Runs]:
    """Return the lines of a cell in portions that each fit into one; `void` stands where there is none."""
    return split_runs(flatten_lines(side, signs) or ((Op.EQUAL, void),), CELL_LIMIT)


def build_paratext_rows(
    change: SetAsideChange, wording: Wording, signs: tuple[str, str]
) -> Iterator[tuple[str | Runs, ...]]:
    """Yield a title, a note or a signature that differs as a row, of no row of the alignment."""
    there = ((change.base_spans, Op.DELETE), (change.target_spans, Op.INSERT))
    found = (
        flatten_lines(split_lines(paratext_runs(change), op), signs) if spans else () for spans, op in there
    )
    texts = [split_runs(each or ((Op.EQUAL, "—"),), CELL_LIMIT) for each in found]
    yield from spread_cells(("—", "—", name_paratext(change, wording.say), "—", ""), texts, wording)


def spread_cells(
    plain: tuple[str, str, str, str, str], texts: Sequence[Sequence[Runs]], wording: Wording
) -> Iterator[tuple[str | Runs, ...]]:
    """Yield cells as a row, or as several: numbers, texts in portions, notes, name of the row, remarks."""
    cut = [split_text(each) for each in plain]
    for number in range(max(*map(len, texts), *map(len, cut))):
        here = [text[number] if number < len(text) else () for text in texts]
        first, second, said, row, remark = (each[number] if number < len(each) else each[0] for each in cut)
        said = wording.say("export-continued") if number >= len(cut[2]) else said
        remark = remark if number < len(cut[4]) else ""
        yield first, second, *here, said, row, remark


def flatten_lines(side: Side, signs: tuple[str, str]) -> Runs:
    """Return the lines of a cell as one run of runs."""
    out: list[tuple[Op | None, str]] = []
    for number, line in enumerate(side):
        if number:
            out.append((Op.EQUAL, "\n"))
        out += [(run_mark(piece), replace_unwritable(text)) for piece, text in bracket_deletions(line, signs)]
    return tuple(out)


def run_mark(piece: Piece) -> Op | None:
    """Return how a run is marked; brackets are there beside, since colour alone says nothing."""
    if piece.unknown or piece.op is Op.EQUAL:
        return None if piece.head else Op.EQUAL
    return piece.op


def split_runs(runs: Runs, limit: int) -> list[Runs]:
    """Cut runs into portions that fit into a cell each, counted as Excel counts: in UTF-16 units."""
    found: list[list[tuple[Op | None, str]]] = [[]]
    room = limit
    for mark, text in runs:
        rest = text
        while rest:
            length = count_fitting(rest, room)
            if length:
                found[-1].append((mark, rest[:length]))
                room -= count_utf16(rest[:length])
                rest = rest[length:]
            if rest:
                found.append([])
                room = limit
    return [tuple(portion) for portion in found]


def count_utf16(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def count_fitting(text: str, room: int) -> int:
    """Return how many characters of a text fit."""
    head = text[:room]
    over = count_utf16(head) - room
    while over > 0:
        head = head[: len(head) - (over + 1) // 2]
        over = count_utf16(head) - room
    return len(head)


def write_text(sheet: Worksheet, at: int, column: int, text: str, look: Format) -> None:
    """Write a text: never a formula, a number or a link.

    A text like `<r>…</r>` would be taken for ready markup by XlsxWriter; as two runs it is a text.
    """
    safe = replace_unwritable(text)
    if safe.startswith("<r>") and safe.endswith("</r>"):
        sheet.write_rich_string(at, column, safe[:1], safe[1:], look)
    else:
        sheet.write_string(at, column, safe, look)


def write_rich_text(sheet: Worksheet, at: int, column: int, runs: Runs, look: CellFormats) -> None:
    """Write runs with their marks."""
    if all(mark is Op.EQUAL for mark, _ in runs) or len(runs) == 1:
        whole = "".join(text for _, text in runs)
        write_text(sheet, at, column, whole, look.cell)
        return
    fragments: list[str | Format] = []
    for mark, text in runs:
        if mark is not Op.EQUAL:
            fragments.append(look.strong if mark is None else look.marks[mark])
        fragments.append(text)
    sheet.write_rich_string(at, column, *fragments, look.cell)
