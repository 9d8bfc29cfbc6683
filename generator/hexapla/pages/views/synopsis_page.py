"""The table of all versions: a row per clause, a column per version, read against one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hexapla.model import Completeness, Page, TocEntry, Version
from hexapla.pages import change_kinds, uris
from hexapla.pages.cells import CellPart, mark_torn_end, merge_unit_marks, render_units
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import DisplayedChange, PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.page_frame import build_frame_values, full_version_name, version_label
from hexapla.pages.views.row_outline import OutlineHeading, RowOutline
from hexapla.pages.views.topics import point_perhaps
from hexapla.reading.labels import shorten_label
from hexapla.text import is_wide
from hexapla.units import join_cell_text

CellState = str
"""same, word, none or lack: how a cell stands to the base"""
SHORT = 5
"""characters of a number that is written over the map of rows"""
SPACED = 60
"""rows up to which the map has room for gaps between them"""
STEPS = (1, 2, 5, 10, 20, 50, 100)
"""of how many rows one bears its number over the map, the first step at which no number runs into the next"""
ROOM = 72.0
"""ems over the map in the narrowest window that shows its head"""
MAPPED = 400
"""rows up to which the map of rows is drawn; beyond, a row would be thinner than a pixel"""


@dataclass(frozen=True, slots=True)
class SynopsisCell:
    """A version's text in a row."""

    siglum: str
    css: str
    parts: tuple[CellPart, ...]
    same_as: str | None = None
    """what is said in place of a text that another column has word for word; the text folds out"""
    void: str | None = None
    perhaps: tuple[tuple[str, str], ...] = ()
    """href and text of links to clauses of this version that may speak of the same matter"""
    twin: str = ""
    """siglum of the version that has the same text, if there is one: the base, else the first"""


@dataclass(frozen=True, slots=True)
class SynopsisRow:
    """A row of the table, or a division's heading (then without cells)."""

    name: str | None
    level: int
    heading: str
    division: bool = False
    aliases: tuple[str, ...] = ()
    cells: tuple[SynopsisCell, ...] = ()
    states: tuple[CellState, ...] = ()
    short: str = ""
    """over the map, where there is room"""


def render_synopsis_page(layout: PageContext) -> Page:
    """Make the page."""
    document, say = layout.document, layout.say
    here = uris.synopsis_uri(document.id)
    values = build_synopsis_values(layout)
    toc = tuple(
        TocEntry(row.level, row.name, row.heading) for row in values["rows"] if row.division and row.name
    )
    return render_page(
        "synopsis.html",
        uri=here,
        title=say("synopsis-title", title=document.title),
        toc=toc,
        values={
            **build_frame_values(layout, here, "synopsis", wide=True, foot=[say("tab-synopsis")]),
            **values,
        },
    )


def build_synopsis_values(layout: PageContext) -> dict[str, Any]:
    """Return what the table is made of, without the page around it."""
    base = layout.base or ""
    rows = tuple(SynopsisBuilder(layout, base).rows())
    shown = [row for row in rows if not row.division]
    step, shorts = choose_row_numbers([row.short for row in shown])
    return {
        "rows": rows,
        "map_rows": tuple(zip(shown, shorts, strict=True)) if len(shown) <= MAPPED else (),
        "map_step": step,
        "dense": len(shown) > SPACED,
        "columns": [build_column_head(layout, version) for version in layout.document.versions],
        "base": base,
        "base_label": version_label(layout.document.version(base)) if base else "",
        "map_words": {name: layout.say(f"state-{name}") for name in ("same", "word", "none", "lack")},
        "text_language": layout.document.language,
    }


def choose_row_numbers(shorts: Sequence[str]) -> tuple[int, list[str]]:
    """Choose which rows bear their numbers over the map: of so many one, and none that would stick out.

    A number begins at its row and may stand over the rows that follow.
    """
    widths = [measure_width(each) for each in shorts]
    room = ROOM / max(1, len(shorts))
    step = next((step for step in STEPS if step * room >= max(widths, default=0)), STEPS[-1])
    fits = [at % step == 0 and (len(shorts) - at) * room >= width for at, width in enumerate(widths)]
    return step, [each if fit else "" for each, fit in zip(shorts, fits, strict=True)]


def measure_width(text: str) -> float:
    """Return how wide a short text stands, in ems, with the space after it."""
    return sum(1.0 if is_wide(sign) else 0.6 for sign in text) + 0.4


def build_column_head(layout: PageContext, version: Version) -> dict[str, object]:
    """Return the head of a column."""
    return {
        "siglum": version.siglum,
        "label": version_label(version),
        "base": version.siglum == layout.base,
        "broken": ""
        if version.completeness is Completeness.WHOLE
        else layout.say(f"completeness-{version.completeness}"),
        "who": full_version_name(version),
        "language": layout.language_of(version.siglum),
    }


class SynopsisBuilder:
    """Makes the rows."""

    def __init__(self, layout: PageContext, base: str) -> None:
        """Take the version against which the others are read."""
        self.layout, self.base, self.say = layout, base, layout.say
        self.sigla = layout.document.sigla

    def rows(self) -> Iterator[SynopsisRow]:
        """Make the rows in the base's order, each division's heading before its first row."""
        for each in RowOutline(self.layout, self.base).entries():
            if isinstance(each, OutlineHeading):
                yield SynopsisRow(each.name, each.level, each.text, division=True, aliases=each.aliases)
            else:
                yield self.row(each.row, each.leading, each.level)

    def row(self, row: str, leading: str, level: int) -> SynopsisRow:
        """Make a row."""
        cells, states = [], []
        for version in self.layout.document.versions:
            cell, state = self.cell(row, version)
            cells.append(cell)
            states.append(state)
        name = self.layout.called(leading, self.layout.cell(row, leading))
        heading = name if leading == self.base else self.say("heading-of", version=leading, number=name)
        short = shorten_label(name) if leading == self.base else "·"
        short = short if len(short) <= SHORT else "·"
        return SynopsisRow(row, level, heading, cells=tuple(cells), states=tuple(states), short=short)

    def cell(self, row: str, version: Version) -> tuple[SynopsisCell, CellState]:
        """Make a version's cell."""
        siglum = version.siglum
        units = self.layout.cell(row, siglum)
        css = "hx-base" if siglum == self.base else ""
        if not units:
            lacks = siglum in self.layout.rows[row].not_in_text
            void = self.say("kind-lack" if lacks else "void-here")
            css = f"{css} hx-lack" if lacks else f"{css} hx-none"
            others = [(other, unit) for other in self.sigla for unit in self.layout.cell(row, other)]
            perhaps = point_perhaps(self.layout, others, siglum, self.layout.row_of.__getitem__)
            if perhaps:  # a column that narrow windows leave out where it is empty
                css = css.replace("hx-none", "hx-also")
            return SynopsisCell(siglum, css, (), void=void, perhaps=perhaps), "lack" if lacks else "none"
        torn = self.layout.torn_end.get(siglum) in self.layout.units_in(row, siglum)
        readings = self.layout.in_row.get((self.base, siglum), {}).get(row, ())
        beside = readings if siglum != self.base and self.layout.cell(row, self.base) else ()
        state = "same" if siglum == self.base else classify_cell(beside)
        marks = merge_unit_marks(beside, units, "only", "gap")
        set_parts = render_units(units, marks, siglum=siglum, row=row, say=self.say)
        if torn:
            return SynopsisCell(siglum, f"{css} hx-torn", mark_torn_end(set_parts, self.say)), state
        twin = None if siglum == self.base else self.twin(row, siglum, join_cell_text(units, headed=True))
        if twin is None:
            return SynopsisCell(siglum, css, set_parts), state
        return SynopsisCell(
            siglum, f"{css} hx-c-same", set_parts, same_as=self.same_as(row, siglum, twin), twin=twin
        ), state

    def twin(self, row: str, siglum: str, text: str) -> str | None:
        """Return the version that has the same text: the base, else the first before this one."""
        order = (self.base, *self.sigla[: self.sigla.index(siglum)])
        for other in order:
            units = self.layout.cell(row, other)
            if other != siglum and units and is_same_text(join_cell_text(units, headed=True), text):
                return other
        return None

    def same_as(self, row: str, siglum: str, twin: str) -> str:
        """Say which version has the same text, and the number if it is another."""
        own, other = (self.layout.called(each, self.layout.cell(row, each)) for each in (siglum, twin))
        if own == other:
            return self.say("same-as", version=twin)
        return self.say("same-as-numbered", version=twin, number=own)


def classify_cell(readings: Sequence[DisplayedChange]) -> CellState:
    """Say how a version stands to the base in a row that has the version's text; none: the base lacks it."""
    states = {"same" if reading.same else change_kinds.summary_status(reading.kinds) for reading in readings}
    return states.pop() if states in ({"same"}, {"lack"}) else "word"


def is_same_text(one: str, other: str) -> bool:
    """Tell whether two texts read the same on a page, however their sources break lines."""
    return flatten_text(one) == flatten_text(other)
