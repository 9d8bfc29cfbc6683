"""A result as markup: HTML for a notebook, and Markdown. Whatever a text holds is escaped.

The HTML is one element without script, style sheet or address, readable on light and on dark: colours are
transparent, over whatever background there is, and never the only sign.
"""

from collections.abc import Iterator, Sequence
from html import escape

from hexapla.api.marked_rows import write_marked_html, write_marked_run
from hexapla.api.result_change import ResultChange
from hexapla.language import is_right_to_left
from hexapla.model import Comparison, Document, SetAsideChange
from hexapla.pages import describe_changes
from hexapla.reading import Status, measure_similarity
from hexapla.reading.captions import FACTS, Wording, name_paratext
from hexapla.text.markdown import escape_markdown_words

SHOWN = 50
"""changes in the table; the page of `to_html` has them all"""
CELL = (
    "text-align:start;vertical-align:top;padding:.3em .6em;color:inherit;background:transparent;"
    "border-top:1px solid rgba(128,128,128,.4)"
)


def write_summary_html(
    document: Document, comparisons: Sequence[Comparison], rows: Sequence[ResultChange]
) -> str:
    """Write the summary and the table of changes: `rows` are those of all comparisons."""
    changes = [row for row in rows if row.status != "unchanged"]
    versions = ", ".join(f"{each.siglum} {each.label}" for each in document.versions)
    facts = f"{len(changes)} of {len(rows)} rows differ"
    several = len(comparisons) != 1
    if not several:
        facts += f"; similarity {measure_similarity(comparisons[0]):.2f}"
    left = len(changes) - SHOWN
    more = f"<p>… and {left} more; <code>to_html()</code> has them all.</p>" if left > 0 else ""
    shown = "".join(write_row_html(change, several=several) for change in changes[:SHOWN])
    direction = "rtl" if is_right_to_left(document.language) else "ltr"
    return (
        f'<div style="max-width:60em"><p><strong>{escape(document.title)}</strong><br>'
        f"{escape(versions)}: {escape(facts)}.</p>"
        '<table style="border-collapse:collapse;color:inherit;background:transparent">'
        f"<thead><tr>{''.join(write_heads_html(several=several))}</tr></thead>"
        f'<tbody lang="{escape(document.language)}" dir="{direction}">'
        f"{shown}</tbody></table>{more}</div>"
    )


def write_heads_html(*, several: bool) -> Iterator[str]:
    """Yield the heads of the columns; which versions are meant is said where there are several."""
    heads = ["clause", "what became of it", "text"]
    for head in ["versions", *heads] if several else heads:
        yield f'<th scope="col" style="{CELL}">{head}</th>'


def write_row_html(change: ResultChange, *, several: bool) -> str:
    """Write a change; of several comparisons it says which versions are meant."""
    cells = [escape(change.label), f'<span lang="en" dir="ltr">{escape(change.description)}</span>']
    if several:
        cells.insert(0, escape(f"{change.base}, {change.target}"))
    cells.append(write_marked_html(change.printed))
    return "<tr>" + "".join(f'<td style="{CELL}">{cell}</td>' for cell in cells) + "</tr>"


def write_result_markdown(
    document: Document, comparisons: Sequence[Comparison], changes: Sequence[ResultChange], language: str
) -> str:
    """Write all changes of all comparisons, our own words in a language of the interface."""
    blocks = [f"# {escape_markdown_words(document.title)}"]
    for comparison in comparisons:
        own = [each for each in changes if each.comparison is comparison]
        blocks += write_comparison_blocks(document, comparison, own, language)
    return "\n\n".join(blocks) + "\n"


def write_comparison_blocks(
    document: Document, comparison: Comparison, changes: Sequence[ResultChange], language: str
) -> Iterator[str]:
    """Yield the paragraphs of one comparison."""
    base, target = (document.version(each) for each in (comparison.base, comparison.target))
    yield f"## {escape_markdown_words(f'{base.siglum} {base.label}, {target.siglum} {target.label}')}"
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
