"""Results as Markdown. What a text holds is never a mark: everything that Markdown may read is escaped."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hexapla.model import Comparison, Op, SetAsideChange
from hexapla.reading.printed_rows import PrintedRow
from hexapla.text import join_pieces
from hexapla.text.markdown import escape_markdown

if TYPE_CHECKING:
    from hexapla.api.result import Result

TAGS = {Op.EQUAL: ("", ""), Op.DELETE: ("<del>", "</del>"), Op.INSERT: ("<ins>", "</ins>")}
"""not `~~` and `**`, which some kinds of Markdown do not read, and others not beside Han punctuation"""
BREAK = "<br>"


def marked_markdown(row: PrintedRow) -> str:
    """Write the printed text of a row on one line, with its changes."""
    return "".join(marked(Op.EQUAL if piece.unknown else piece.op, piece.text) for piece in row.pieces).strip(
        " "
    )


def marked(op: Op, text: str) -> str:
    """Write a run of text; an element never reaches over the end of a line."""
    opening, closing = TAGS[op]
    lines = (escape_markdown(" ".join(line.split("\t"))) for line in text.split("\n"))
    return BREAK.join(f"{opening}{line}{closing}" if line else "" for line in lines)


def result_markdown(result: "Result") -> str:
    """Write all changes of all comparisons."""
    blocks = [f"# {one_line(result.document.title)}"]
    for comparison in result.comparisons:
        blocks += comparison_blocks(result, comparison)
    return "\n\n".join(blocks) + "\n"


def comparison_blocks(result: "Result", comparison: Comparison) -> Iterator[str]:
    """Yield the paragraphs of one comparison."""
    base, target = (result.document.version(each) for each in (comparison.base, comparison.target))
    yield f"## {one_line(f'{base.siglum} {base.label}, {target.siglum} {target.label}')}"
    changes = [each for each in result.changes if each.comparison is comparison]
    yield f"{len(changes)} of {len(comparison.changes)} rows differ."
    for outside in comparison.set_aside_changes:
        yield f"### {one_line(join_pieces(outside.kind, outside.mark))} (outside the clauses)"
        yield outside_markdown(outside)
    for change in changes:
        yield f"### {one_line(change.label)} ({one_line(change.description)})"
        yield change.markdown() or "&nbsp;"


def outside_markdown(change: SetAsideChange) -> str:
    """Write what differs in a title, a note or a signature."""
    return "".join(marked(edit.op, edit.text) for edit in change.edits).strip(" ")


def one_line(text: str) -> str:
    """Write a name for a heading."""
    return escape_markdown(" ".join(text.split()))
