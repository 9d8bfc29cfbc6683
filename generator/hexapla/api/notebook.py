"""A result in a notebook: one element without script, style sheet or address, readable on light and on dark.

Every text is escaped. Colours are transparent, over whatever background there is, and never the only sign.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from hexapla.language import is_right_to_left
from hexapla.model import Op

if TYPE_CHECKING:
    from hexapla.api.result import Result, ResultChange
    from hexapla.reading.printed_rows import PrintedRow

SHOWN = 50
"""changes in the table; the page of `to_html` has them all"""
CELL = (
    "text-align:start;vertical-align:top;padding:.3em .6em;color:inherit;background:transparent;"
    "border-top:1px solid rgba(128,128,128,.4)"
)
PLAIN = "color:inherit;text-decoration:none;"
HATCHED = "repeating-linear-gradient(-45deg,rgba(220,60,60,.4) 0 2px,rgba(220,60,60,.12) 2px 6px)"
MARKS = {
    Op.DELETE: ("del", f"{PLAIN}background:{HATCHED}"),
    Op.INSERT: ("ins", f"{PLAIN}background:rgba(40,160,80,.3)"),
}
"""hatched and plain, as on the pages: a line through or below 一 would make it 二"""


def summary_html(result: "Result") -> str:
    """Write the summary and the table of changes."""
    document = result.document
    versions = ", ".join(f"{each.siglum} {each.label}" for each in document.versions)
    facts = f"{len(result.changes)} of {len(result.rows)} rows differ"
    if len(result.comparisons) == 1:
        facts += f"; similarity {result.similarity:.2f}"
    left = len(result.changes) - SHOWN
    more = f"<p>… and {left} more; <code>to_html()</code> has them all.</p>" if left > 0 else ""
    rows = "".join(row_html(change, result) for change in result.changes[:SHOWN])
    direction = "rtl" if is_right_to_left(document.language) else "ltr"
    return (
        f'<div style="max-width:60em"><p><strong>{escape(document.title)}</strong><br>'
        f"{escape(versions)}: {escape(facts)}.</p>"
        '<table style="border-collapse:collapse;color:inherit;background:transparent">'
        f"<thead><tr>{''.join(head_cells(result))}</tr></thead>"
        f'<tbody lang="{escape(document.language)}" dir="{direction}">'
        f"{rows}</tbody></table>{more}</div>"
    )


def head_cells(result: "Result") -> Iterator[str]:
    """Yield the heads of the columns; which versions are meant is said where there are several."""
    heads = ["clause", "what became of it", "text"]
    for head in heads if len(result.comparisons) == 1 else ["versions", *heads]:
        yield f'<th scope="col" style="{CELL}">{head}</th>'


def row_html(change: "ResultChange", result: "Result") -> str:
    """Write a change."""
    cells = [escape(change.label), f'<span lang="en" dir="ltr">{escape(change.description)}</span>']
    if len(result.comparisons) != 1:
        cells.insert(0, escape(f"{change.base}, {change.target}"))
    cells.append(marked_html(change.printed))
    return "<tr>" + "".join(f'<td style="{CELL}">{cell}</td>' for cell in cells) + "</tr>"


def marked_html(row: "PrintedRow") -> str:
    """Write the printed text of a row with its changes."""
    written = []
    for piece in row.pieces:
        text = escape(piece.text).replace("\n", "<br>")
        if piece.op is Op.EQUAL or piece.unknown:
            written.append(text)
        else:
            tag, style = MARKS[piece.op]
            written.append(f'<{tag} style="{style}">{text}</{tag}>')
    return "".join(written)
