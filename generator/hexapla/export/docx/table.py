"""A comparison table as ministries hand it in: A4 landscape, a column a version, heading rows on every page.

Rows are written as XML, one after the other: adding them to a tree one by one takes quadratic time.
"""

from collections.abc import Iterator, Sequence

from hexapla.export.docx.parts import CONTENT_WIDTH, document, fonts, paragraph, run
from hexapla.export.lines import brackets, unwrapped
from hexapla.export.passages import Piece, bracketed
from hexapla.export.table import Cell, Line, Table, legend, pair, synopsis
from hexapla.export.wording import Wording
from hexapla.model import Alignment, Comparison, Op, Version

__all__ = ["pair_table", "version_table"]

SIZE = 21
"""of the text, in half points: 五号"""
NARROW = 18
"""where there are many columns"""
MANY = 4
NOTES = 0.14
"""of the table's width"""
BORDER = "808080"
SHADES = {Op.INSERT: "DDEFE0", Op.DELETE: "F6DEDC"}
QUIET = '<w:color w:val="595959"/>'


def pair_table(
    alignment: Alignment, comparison: Comparison, wording: Wording, *, notes: bool = True
) -> bytes:
    """Write two versions side by side as a Word document.

    Args:
        alignment: the table.
        comparison: of two versions.
        wording: labels.
        notes: add a column that says in words what changed.
    """
    return written(alignment, pair(alignment, comparison, wording), wording, notes=notes)


def version_table(
    alignment: Alignment, comparisons: Sequence[Comparison], wording: Wording, *, notes: bool = False
) -> bytes:
    """Write all versions side by side as a Word document; arguments as for `pair_table`."""
    return written(alignment, synopsis(alignment, comparisons, wording), wording, notes=notes)


def written(alignment: Alignment, table: Table, wording: Wording, *, notes: bool) -> bytes:
    """Write a table with its title and what its marks mean."""
    language = alignment.document.language
    shares = widths(len(table.columns), notes=notes)
    body = [
        paragraph(run(unwrapped(table.title)), "Title"),
        paragraph(run(legend(wording, alignment.document)), "Note"),
        "<w:tbl>",
        frame(shares),
        heading_row(table.columns, shares, wording, notes=notes),
        *(row(line, shares, language, notes=notes) for line in table.lines),
        "</w:tbl>",
        paragraph("", "Note"),  # a table must not be the last thing in a document
    ]
    return document(
        "".join(body),
        title=unwrapped(table.title),
        language=language,
        landscape=True,
        size=NARROW if len(table.columns) >= MANY else SIZE,
    )


def widths(columns: int, *, notes: bool) -> list[int]:
    """Share out the width of the page."""
    whole = CONTENT_WIDTH["landscape"]
    last = int(whole * NOTES) if notes else 0
    return [(whole - last) // columns] * columns + ([last] if notes else [])


def frame(shares: Sequence[int]) -> str:
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


def cell(width: int, content: str, shade: str | None = None, *, middle: bool = False) -> str:
    """Write a cell; it must hold a paragraph."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    fill += '<w:vAlign w:val="center"/>' if middle else ""
    inside = content or paragraph("", "Cell")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{inside}</w:tc>'


def heading_row(columns: Sequence[Version], shares: Sequence[int], wording: Wording, *, notes: bool) -> str:
    """Write the row that is repeated on every page."""
    said = [version_name(version) for version in columns]
    if notes:
        said.append(wording.say("export-notes"))
    cells = (
        cell(share, paragraph(run(text), "Head"), "E7E6E6", middle=True)
        for share, text in zip(shares, said, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def version_name(version: Version) -> str:
    """Name a version: its label, and its date unless the label says it."""
    label = unwrapped(version.label)
    return label if not version.issued or version.issued in label else f"{label} ({version.issued})"


def row(line: Line, shares: Sequence[int], language: str, *, notes: bool) -> str:
    """Write a row."""
    shade = "F2F2F2" if line.division else None
    cells = [
        cell(share, content(own, line, language), shade)
        for share, own in zip(shares, line.cells, strict=False)
    ]
    if notes:
        said = "".join(paragraph(run(note), "Cell") for note in line.notes)
        cells.append(cell(shares[-1], said, shade))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def content(own: Cell, line: Line, language: str) -> str:
    """Write a cell's paragraphs."""
    if own.void:
        return paragraph(run(own.void, QUIET), "Cell", '<w:jc w:val="center"/>')
    style = "Division" if line.division else "Cell"
    return "".join(paragraph("".join(runs(pieces, language)), style) for pieces in own.lines)


def runs(pieces: Sequence[Piece], language: str) -> Iterator[str]:
    """Write runs with their marks; a shade may not survive a copy, and a stroke through 一 makes it 二."""
    for piece, text in bracketed(pieces, brackets(language)):
        shade = None if piece.unknown else SHADES.get(piece.op)
        strong = piece.head or (shade and piece.op is Op.INSERT)
        properties = emphasis(language) if strong else ""
        if shade:
            properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
        yield run(text, properties)


def emphasis(language: str) -> str:
    """Write the properties of bold text; Han characters have a face of their own for it."""
    strong = fonts(language)[2]
    return f'<w:rFonts w:eastAsia="{strong}"/><w:b/><w:bCs/>'
