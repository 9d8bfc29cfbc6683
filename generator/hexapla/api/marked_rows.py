"""The printed text of a row with its marks, as HTML and as Markdown. Whatever a text holds is escaped."""

from html import escape

from hexapla.model import Op
from hexapla.reading.printed_rows import PrintedRow
from hexapla.text.markdown import escape_markdown

PLAIN = "color:inherit;text-decoration:none;"
HATCHED = "repeating-linear-gradient(-45deg,rgba(220,60,60,.4) 0 2px,rgba(220,60,60,.12) 2px 6px)"
MARKS = {
    Op.DELETE: ("del", f"{PLAIN}background:{HATCHED}"),
    Op.INSERT: ("ins", f"{PLAIN}background:rgba(40,160,80,.3)"),
}
"""hatched and plain, as on the pages: a line through or below 一 would make it 二"""
TAGS = {Op.EQUAL: ("", ""), Op.DELETE: ("<del>", "</del>"), Op.INSERT: ("<ins>", "</ins>")}
"""not `~~` and `**`, which some kinds of Markdown do not read, and others not beside Han punctuation"""
BREAK = "<br>"


def write_marked_html(row: PrintedRow) -> str:
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


def write_marked_markdown(row: PrintedRow) -> str:
    """Write the printed text of a row on one line, with its changes."""
    return "".join(
        write_marked_run(Op.EQUAL if piece.unknown else piece.op, piece.text) for piece in row.pieces
    ).strip(" ")


def write_marked_run(op: Op, text: str) -> str:
    """Write a run of text; an element never reaches over the end of a line."""
    opening, closing = TAGS[op]
    lines = (escape_markdown(" ".join(line.split("\t"))) for line in text.split("\n"))
    return BREAK.join(f"{opening}{line}{closing}" if line else "" for line in lines)
