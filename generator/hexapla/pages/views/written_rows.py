"""Rows of a comparison as HTML, put together here and not by a template.

The pages of ten versions have 13,500 rows, of each a dozen values: to fill them into a template took a
twelfth of a build. What few rows have is written by the macros that other pages use too.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from hexapla.i18n import Messages
from hexapla.pages import uris
from hexapla.pages.templating import lang, load_environment, write_targets
from hexapla.pages.views.display_rows import CHAPTER, CellGroup, DisplayCell, DisplayRow

BRACES = {
    "split": (
        '<svg class="hx-brace hx-brace-split" viewBox="0 0 100 100" preserveAspectRatio="none"'
        ' aria-hidden="true"><path d="M96 1C40 1 76 49 4 50C76 51 40 99 96 99"/></svg>'
    ),
    "join": (
        '<svg class="hx-brace hx-brace-join" viewBox="0 0 100 100" preserveAspectRatio="none"'
        ' aria-hidden="true"><path d="M4 1C60 1 24 49 96 50C24 51 60 99 4 99"/></svg>'
    ),
    None: "",
}


def write_row(one: DisplayRow, heads: Sequence[Mapping[str, str]], language: str, say: Messages) -> Markup:
    """Write a row.

    Args:
        one: the row.
        heads: of both columns: who stands there (`who`), and the texts' language (`language`).
        language: of the texts in general.
        say: the words of the page.
    """
    css = f" {escape(one.css)}" if one.css else ""
    changed = " data-changed" if one.status.changed else ""
    also = f' data-also="{escape(one.also)}"' if one.also else ""
    hidden = " hx-vh" if one.quiet else ""
    pieces = [
        f'<div class="hx-row hx-w{one.lines}{css}" id="{escape(one.name)}" data-k="{escape(one.tokens)}"',
        f' data-s="{escape(one.status)}"{changed}{also}{write_units(one)}>\n',
        f'<div class="hx-mid">{write_targets(one.aliases)}',
        f'<h{one.level} class="hx-h{hidden}">{escape(one.heading)}</h{one.level}>\n',
    ]
    if one.tokens != CHAPTER:
        pieces += write_middle(one, say)
    pieces += ["</div>\n", BRACES[one.brace]]
    for cell, head in zip(one.cells, heads, strict=True):
        pieces += write_cell(cell, head["who"], head["language"], say)
    if one.annotations:
        pieces.append(macros().annotations(one.annotations, language))
    return Markup("".join([*pieces, "</div>\n"]))  # noqa: S704 - all is escaped


def macros() -> Any:  # noqa: ANN401 - of a template
    """Return what other pages write too."""
    return load_environment().get_template("macros.html").module


def write_units(one: DisplayRow) -> str:
    """Write the attributes that tell which units a row has, and why they stand together."""
    if not one.units:
        return ""
    why = f' data-why="{escape(one.why)}"' if one.links else ""
    return f' data-u="{escape(" ".join(one.units[0]))}|{escape(" ".join(one.units[1]))}"{why}'


def write_middle(one: DisplayRow, say: Messages) -> Iterator[str]:
    """Yield what is said of a row between its texts."""
    yield '<ul class="hx-kinds">'
    for kind, word in one.kinds:
        yield f'<li class="hx-k hx-k-{escape(kind)}">{escape(word)}</li>'
    if one.flags:
        yield f'<li class="hx-flags">{escape(one.flags)}</li>'
    if one.rewritten:
        marks = escape(say("rewritten-marks"))
        box = f'<label><input type="checkbox" data-marks> {marks}</label>'
        yield f'<li class="hx-flags">{escape(one.rewritten)} {box}</li>'
    yield "</ul>\n"
    for note in one.notes:
        yield f'<p class="hx-note">{escape(note)}</p>'
    for each in one.affected:
        yield f'<p class="hx-note hx-leans"><a href="{escape(each.href)}">{escape(each.text)}</a></p>'
    if one.room:
        yield f"<!--also-count {escape(' '.join(one.room))}-->"
    told = say("permalink", place=one.heading)
    yield f'<a class="hx-pin" href="{escape(uris.fragment(one.name))}" aria-label="{escape(told)}">¶</a>\n'


def write_cell(one: DisplayCell, who: str, language: str, say: Messages) -> Iterator[str]:
    """Yield one side of a row."""
    css = f" {escape(one.css)}" if one.css else ""
    yield f'<div class="hx-cell hx-{one.side}{css}">'
    if one.heading:
        yield f'<p class="hx-chap" {lang(language)}>{escape(one.heading)}</p>'
    else:
        yield f'<p class="hx-who">{escape(who)}</p>'
    for group in one.groups:
        yield from write_group(group, language, say)
    if one.pointer:
        yield f'<p class="hx-goto">{write_pointer(one.pointer, up=one.up)}</p>'
    if one.void:
        yield f'<p class="hx-void">{write_void(one)}</p>'
        if one.perhaps:
            yield macros().perhaps(one.perhaps, say)
    yield "</div>\n"


def write_group(group: CellGroup, language: str, say: Messages) -> Iterator[str]:
    """Yield units of a cell."""
    if group.pointer:
        link = write_pointer(group.pointer, up=group.up)
        yield (
            f'<div class="hx-repeat"><p class="hx-goto">{link}'
            f' <span class="hx-dim">{escape(say("repeated"))}</span></p>'
        )
    if group.ready is None:
        for each in group.parts:
            yield macros().part(each, language, say) if each.ready is None else each.ready
    else:
        yield group.ready
    if group.pointer:
        yield "</div>"


def write_pointer(link: tuple[str, str], *, up: bool) -> str:
    """Write a link to where units stand."""
    before = '<span aria-hidden="true">↑</span> ' if up else ""
    after = "" if up else ' <span aria-hidden="true">↓</span>'
    return f'<a href="{escape(link[0])}">{before}{escape(link[1])}{after}</a>'


def write_void(one: DisplayCell) -> str:
    """Write what is said where there is no text."""
    said = escape(one.void or "")
    if one.css != "hx-lack":
        return f'<span aria-hidden="true">—</span> {said}'
    opens = f"<b>{escape(one.opens)}</b> " if one.opens else ""
    return f"<span>{opens}{said}</span>"
