"""A page of an amending instrument: its words, and beside each command the clauses before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hexapla.amending import InstrumentSheet, SheetRow
from hexapla.model import Change, Comparison, Edit, Op, Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.page_frame import build_frame_values, full_version_name
from hexapla.pages.views.period import build_banner
from hexapla.units import Unit, build_units

Marked = tuple[tuple[str, str], ...]
"""(mark, words): del, ins or nothing"""


@dataclass(frozen=True, slots=True)
class Effect:
    """A clause before and after."""

    anchor: str
    command: str
    """name of the command that changes it first"""
    numbers: tuple[str, str]
    """what it is called before and after; empty where it is not there"""
    before: Marked
    after: Marked
    href: str
    """of its row in the comparison; empty if that has no page"""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """Words of the instrument with their effects."""

    anchor: str
    words: str
    effects: tuple[Effect, ...]
    elsewhere: tuple[tuple[str, str], ...]
    """effects that stand beside an earlier command: where, and what the clause is called"""


def mark_side(edits: tuple[Edit, ...], side: Op) -> Marked:
    """Return one side of edits: its own words, those that the other side lacks with their mark."""
    names = {Op.EQUAL: "", Op.DELETE: "del", Op.INSERT: "ins"}
    return tuple((names[edit.op], edit.text) for edit in edits if edit.op in (Op.EQUAL, side))


def name_units(units: tuple[Unit, ...]) -> str:
    """Call units by their numbers and headings."""
    return ", ".join(" ".join(filter(None, (unit.number, unit.heading))) for unit in units)


def build_lines(layout: PageContext, comparison: Comparison, sheet: InstrumentSheet) -> Iterator[SheetLine]:
    """Put each row's clauses beside its words; a clause changed by several commands beside the first."""
    here = uris.instrument_uri(layout.document.id, sheet.base, sheet.target)
    page = uris.compare_uri(layout.document.id, sheet.base, sheet.target)
    linked = (sheet.base, sheet.target) in layout.open
    changes = {change.id: change for change in comparison.changes}
    units = tuple(
        {unit.id: unit for unit in build_units(layout.document.version(siglum))}
        for siglum in (sheet.base, sheet.target)
    )
    shown: dict[str, tuple[str, str]] = {}

    def effect(change: Change, command: str) -> Effect:
        before, after = (tuple(units[i][name] for name in change.cells[i]) for i in (0, 1))
        numbers = (name_units(before), name_units(after))
        anchor = f"e-{len(shown) + 1}"
        shown[change.id] = (anchor, numbers[1] or numbers[0])
        return Effect(
            anchor,
            command,
            numbers,
            mark_side(change.edits, Op.DELETE),
            mark_side(change.edits, Op.INSERT),
            uris.link(here, page, change.id) if linked else "",
        )

    for index, row in enumerate(sheet.rows, start=1):
        anchor = f"i-{index}"
        again = tuple(shown[each] for each in row.changes if each in shown)
        fresh = tuple(effect(changes[each], anchor) for each in row.changes if each not in shown)
        yield SheetLine(anchor, clean(row), fresh, again)


def clean(row: SheetRow) -> str:
    """Return a row's words without the line feeds around them."""
    return row.words.strip("\n")


def build_table_values(layout: PageContext, comparison: Comparison, sheet: InstrumentSheet) -> dict[str, Any]:
    """Say what the table of an instrument shows."""
    names = [full_version_name(layout.document.version(siglum)) for siglum in (sheet.base, sheet.target)]
    return {
        "heading": layout.say("instrument-title", base=names[0], target=names[1]),
        "sigla": (sheet.base, sheet.target),
        "lines": tuple(build_lines(layout, comparison, sheet)),
        "text_language": layout.document.language,
    }


def render_instrument_page(layout: PageContext, comparison: Comparison, sheet: InstrumentSheet) -> Page:
    """Make the page."""
    document, say = layout.document, layout.say
    here = uris.instrument_uri(document.id, sheet.base, sheet.target)
    shown = build_table_values(layout, comparison, sheet)
    title = shown["heading"]
    return render_page(
        "instrument.html",
        uri=here,
        title=f"{document.title}: {title}",
        toc=(TocEntry(2, "hx-title", title),),
        values={
            **build_frame_values(layout, here, "instrument", wide=True, foot=[title]),
            **shown,
            "banner": build_banner(layout, document.version(sheet.target), here),
            "origin": say("instrument-given", file=sheet.source)
            if sheet.source
            else say("instrument-written"),
            "compare": uris.link(here, uris.compare_uri(document.id, sheet.base, sheet.target))
            if (sheet.base, sheet.target) in layout.open
            else "",
        },
    )
