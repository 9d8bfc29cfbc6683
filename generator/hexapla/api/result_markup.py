"""A result as markup: HTML for a notebook, and Markdown. Whatever a text holds is escaped.

The HTML is one element without script, style sheet or address, readable on light and on dark: colours are
transparent, over whatever background there is, and never the only sign.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from hexapla.language import is_right_to_left
from hexapla.model import Comparison, Op, SetAsideChange
from hexapla.pages import describe_changes
from hexapla.reading import Status
from hexapla.reading.captions import FACTS, Wording, name_paratext
from hexapla.reading.printed_rows import PrintedRow
from hexapla.text.markdown import escape_markdown, escape_markdown_words

if TYPE_CHECKING:
    from hexapla.api.result import Result, ResultChange

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
TAGS = {Op.EQUAL: ("", ""), Op.DELETE: ("<del>", "</del>"), Op.INSERT: ("<ins>", "</ins>")}
"""not `~~` and `**`, which some kinds of Markdown do not read, and others not beside Han punctuation"""
BREAK = "<br>"


def write_summary_html(result: "Result") -> str:
    """Write the summary and the table of changes."""
    document = result.document
    versions = ", ".join(f"{each.siglum} {each.label}" for each in document.versions)
    facts = f"{len(result.changes)} of {len(result.rows)} rows differ"
    if len(result.comparisons) == 1:
        facts += f"; similarity {result.similarity:.2f}"
    left = len(result.changes) - SHOWN
    more = f"<p>… and {left} more; <code>to_html()</code> has them all.</p>" if left > 0 else ""
    rows = "".join(write_row_html(change, result) for change in result.changes[:SHOWN])
    direction = "rtl" if is_right_to_left(document.language) else "ltr"
    return (
        f'<div style="max-width:60em"><p><strong>{escape(document.title)}</strong><br>'
        f"{escape(versions)}: {escape(facts)}.</p>"
        '<table style="border-collapse:collapse;color:inherit;background:transparent">'
        f"<thead><tr>{''.join(write_heads_html(result))}</tr></thead>"
        f'<tbody lang="{escape(document.language)}" dir="{direction}">'
        f"{rows}</tbody></table>{more}</div>"
    )


def write_heads_html(result: "Result") -> Iterator[str]:
    """Yield the heads of the columns; which versions are meant is said where there are several."""
    heads = ["clause", "what became of it", "text"]
    for head in heads if len(result.comparisons) == 1 else ["versions", *heads]:
        yield f'<th scope="col" style="{CELL}">{head}</th>'


def write_row_html(change: "ResultChange", result: "Result") -> str:
    """Write a change."""
    cells = [escape(change.label), f'<span lang="en" dir="ltr">{escape(change.description)}</span>']
    if len(result.comparisons) != 1:
        cells.insert(0, escape(f"{change.base}, {change.target}"))
    cells.append(write_marked_html(change.printed))
    return "<tr>" + "".join(f'<td style="{CELL}">{cell}</td>' for cell in cells) + "</tr>"


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


def write_result_markdown(result: "Result", language: str) -> str:
    """Write all changes of all comparisons, our own words in a language of the interface."""
    blocks = [f"# {escape_markdown_words(result.document.title)}"]
    for comparison in result.comparisons:
        blocks += write_comparison_blocks(result, comparison, language)
    return "\n\n".join(blocks) + "\n"


def write_comparison_blocks(result: "Result", comparison: Comparison, language: str) -> Iterator[str]:
    """Yield the paragraphs of one comparison."""
    base, target = (result.document.version(each) for each in (comparison.base, comparison.target))
    yield f"## {escape_markdown_words(f'{base.siglum} {base.label}, {target.siglum} {target.label}')}"
    changes = [each for each in result.changes if each.comparison is comparison]
    say, descriptions = Wording(language).between(comparison), describe_changes(comparison, language)
    same = FACTS[Status.UNCHANGED].in_words(say)
    rows = len(comparison.changes)
    yield f"{say('cli-rows', count=rows)}, {say('cli-same', count=rows - len(changes), word=same)}."
    for outside in comparison.set_aside_changes:
        yield f"### {escape_markdown_words(name_paratext(outside, say))} ({say('cli-outside')})"
        yield write_set_aside_markdown(outside)
    for change in changes:
        yield f"### {escape_markdown_words(change.label)} ({escape_markdown_words(descriptions[change.id])})"
        yield change.markdown() or "&nbsp;"


def write_set_aside_markdown(change: SetAsideChange) -> str:
    """Write what differs in a title, a note or a signature."""
    return "".join(write_marked_run(edit.op, edit.text) for edit in change.edits).strip(" ")
