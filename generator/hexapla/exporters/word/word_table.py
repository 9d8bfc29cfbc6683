"""A comparison table as ministries hand it in: A4 landscape, a column a version, heading rows on every page.

Rows are written as XML, one after the other: adding them to a tree one by one takes quadratic time.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from hexapla.exporters.side_by_side import (
    SideBySideTable,
    TableCell,
    TableLine,
    build_pair_table,
    build_synopsis,
    explain_marks,
)
from hexapla.exporters.word.document_parts import (
    CONTENT_WIDTH,
    choose_fonts,
    open_grid,
    write_document,
    write_paragraph,
    write_run,
)
from hexapla.model import Comparison, Document, Op, Version
from hexapla.reading.captions import Wording
from hexapla.reading.printed import choose_brackets
from hexapla.reading.printed_rows import Piece, PrintedDocument, Side, bracket_deletions
from hexapla.reading.summary import tell_comparison
from hexapla.text import unwrap

SIZE = 21
"""of the text, in half points: 五号"""
SMALL_SIZE = 18
"""where there are many columns"""
MANY_COLUMNS = 4
NOTES_SHARE = 0.14
"""of the table's width"""
BORDER = "808080"
SHADES = {Op.INSERT: "DDEFE0", Op.DELETE: "F6DEDC"}
REMEMBERED = 1 << 12
"""cells that are remembered"""
GREY = '<w:color w:val="595959"/>'


def write_pair_table(
    printed: PrintedDocument, comparison: Comparison, wording: Wording, *, notes: bool = True
) -> bytes:
    """Write two versions side by side as a Word document.

    Args:
        printed: the document.
        comparison: of two versions.
        wording: labels.
        notes: add a column that says in words what changed.
    """
    table = build_pair_table(printed, comparison, wording)
    told = tell_comparison(comparison, wording, printed.told_labels(wording))
    return write_table(printed.document, table, wording, notes=notes, told=told)


def write_version_table(
    printed: PrintedDocument, comparisons: Sequence[Comparison], wording: Wording, *, notes: bool = False
) -> bytes:
    """Write all versions side by side as a Word document; arguments as for `pair_table`."""
    return write_table(printed.document, build_synopsis(printed, comparisons, wording), wording, notes=notes)


def write_table(
    of: Document, table: SideBySideTable, wording: Wording, *, notes: bool, told: str = ""
) -> bytes:
    """Write a table with its title, what its marks mean, and what changed in words (`told`)."""
    language = of.language
    extras = [*(["export-notes"] if notes else []), *(["export-remarks"] if table.remarked else [])]
    shares = column_widths(len(table.columns), len(extras))
    body = [
        write_paragraph(write_run(unwrap(table.title)), "Title"),
        write_paragraph(write_run(explain_marks(wording, of)), "Note"),
        *([write_paragraph(write_run(told), "Note")] if told else []),
        "<w:tbl>",
        write_table_properties(shares),
        write_heading_row(table.columns, shares, [wording.say(name) for name in extras]),
        *(write_row(line, shares, language, notes=notes, remarks=table.remarked) for line in table.lines),
        "</w:tbl>",
        write_paragraph("", "Note"),  # a table must not be the last thing in a document
    ]
    return write_document(
        "".join(body),
        title=unwrap(table.title),
        language=language,
        landscape=True,
        size=SMALL_SIZE if len(table.columns) >= MANY_COLUMNS else SIZE,
    )


def column_widths(columns: int, extras: int) -> list[int]:
    """Share out the width of the page among versions and further columns."""
    whole = CONTENT_WIDTH["landscape"]
    last = int(whole * NOTES_SHARE)
    return [(whole - extras * last) // columns] * columns + [last] * extras


def write_table_properties(shares: Sequence[int]) -> str:
    """Write what the table is like."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{BORDER}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in shares)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(shares)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def write_cell(width: int, content: str, shade: str | None = None, *, middle: bool = False) -> str:
    """Write a cell; it must hold a paragraph."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    fill += '<w:vAlign w:val="center"/>' if middle else ""
    inside = content or write_paragraph("", "Cell")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{inside}</w:tc>'


def write_heading_row(columns: Sequence[Version], shares: Sequence[int], extras: Sequence[str]) -> str:
    """Write the row that is repeated on every page; `extras` are the heads of further columns."""
    said = [*map(version_name, columns), *extras]
    cells = (
        write_cell(share, write_paragraph(write_run(text), "Head"), "E7E6E6", middle=True)
        for share, text in zip(shares, said, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def version_name(version: Version) -> str:
    """Name a version: its label, and its date unless the label says it."""
    label = unwrap(version.label)
    return label if not version.issued or version.issued in label else f"{label} ({version.issued})"


def write_row(line: TableLine, shares: Sequence[int], language: str, *, notes: bool, remarks: bool) -> str:
    """Write a row."""
    shade = "F2F2F2" if line.division else None
    cells = [
        write_cell(share, write_cell_content(own, line, language), shade)
        for share, own in zip(shares, line.cells, strict=False)
    ]
    for own in (*([line.notes] if notes else []), *([line.remarks] if remarks else [])):
        said = "".join(write_paragraph(write_run(text), "Cell") for each in own for text in each.split("\n"))
        cells.append(write_cell(shares[-1], said, shade))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def write_cell_content(own: TableCell, line: TableLine, language: str) -> str:
    """Write a cell's paragraphs."""
    if own.void:
        return write_paragraph(write_run(own.void, GREY), "Cell", '<w:jc w:val="center"/>')
    return write_lines(own.lines, "Division" if line.division else "Cell", language)


@lru_cache(REMEMBERED)
def write_lines(lines: Side, style: str, language: str) -> str:
    """Write the paragraphs and tables of a cell; of many versions most say the same."""
    out = []
    for table, group in groupby(lines, key=find_table):
        if table:
            out.append(write_grid(list(group), language))
        else:
            out += [write_paragraph("".join(write_marked_runs(pieces, language)), style) for pieces in group]
    if lines and find_table(lines[-1]):
        out.append(write_paragraph("", "Cell"))  # nor may one be the last thing in a cell
    return "".join(out)


def find_table(line: Sequence[Piece]) -> int:
    """Return which table of its version a line stands in, from 1; 0 for none."""
    return next((place.table for piece in line if (place := piece.cells[0])), 0)


def write_grid(lines: Sequence[Sequence[Piece]], language: str) -> str:
    """Write a table of the text within a cell of ours."""
    rows: dict[int, dict[int, list[str]]] = {}
    for line in lines:
        for place, group in groupby(line, key=lambda piece: piece.cells[0]):
            if place is not None and place.column:
                words = "".join(write_marked_runs(list(group), language))
                cells = rows.setdefault(place.row, {})
                cells.setdefault(place.column, []).append(write_paragraph(words, "Cell"))
    columns = range(1, 1 + max(column for cells in rows.values() for column in cells))
    written = (
        "".join(
            f"<w:tc><w:tcPr/>{''.join(cells.get(n, [])) or write_paragraph('', 'Cell')}</w:tc>"
            for n in columns
        )
        for cells in rows.values()
    )
    return open_grid(len(columns)) + "".join(f"<w:tr>{row}</w:tr>" for row in written) + "</w:tbl>"


def write_marked_runs(pieces: Sequence[Piece], language: str) -> Iterator[str]:
    """Write runs with their marks; a shade may not survive a copy, and a stroke through 一 makes it 二."""
    for piece, text in bracket_deletions(pieces, choose_brackets(language)):
        shade = None if piece.unknown else SHADES.get(piece.op)
        strong = piece.head or (shade and piece.op is Op.INSERT)
        properties = bold_properties(language) if strong else ""
        if shade:
            properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
        yield write_run(text, properties)


def bold_properties(language: str) -> str:
    """Write the properties of bold text; Han characters have a face of their own for it."""
    strong = choose_fonts(language)[2]
    return f'<w:rFonts w:eastAsia="{strong}"/><w:b/><w:bCs/>'
