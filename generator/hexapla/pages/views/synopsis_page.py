"""The table of all versions: a row per clause, a column per version, read against one of them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any, Final

from hexapla.model import Completeness, Page, TocEntry, Version
from hexapla.pages import change_kinds, uris
from hexapla.pages.cells import CellPart, mark_torn_end, merge_unit_marks, render_units
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.page_frame import build_frame_values, full_version_name, version_label
from hexapla.pages.views.row_outline import OutlineHeading, RowOutline
from hexapla.pages.views.topics import point_perhaps
from hexapla.reading.labels import shorten_label
from hexapla.text import is_wide
from hexapla.units import join_cell_text

CellState = str
"""same, word, none or lack: how a cell stands to the base"""
STYLE: Final = "synopsis.css"
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
READINGS = 600_000
"""characters of markup up to which a page holds the readings against its other versions; in a network's
compression, which sees what repeats, a tenth of it"""


@dataclass(frozen=True, slots=True)
class CellReading:
    """A cell as it is read against another text than the base's."""

    against: str
    """siglum of the first version that has that text"""
    state: CellState
    parts: tuple[CellPart, ...]

    @property
    def size(self) -> int:
        """Characters of its markup, about."""
        return sum(len(line.html) for part in self.parts for line in part.lines)


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
    group: str = ""
    """siglum of the first version that has the same text; empty: the cell has none"""
    number: str = ""
    """what its clauses are called, where not all versions of the row call them so"""
    readings: tuple[CellReading, ...] = ()
    """against each other text of the row but the base's"""


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
            "style": uris.link(here, uris.ASSETS + STYLE),
            **values,
        },
    )


def build_synopsis_values(layout: PageContext) -> dict[str, Any]:
    """Return what the table is made of, without the page around it."""
    base = layout.base or ""
    rows = tuple(SynopsisBuilder(layout, base).rows())
    size = sum(each.size for row in rows for cell in row.cells for each in cell.readings)
    bases = size <= READINGS and has_all_pairs(layout)
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
        "bases": bases,
        "map_words": dict(state_words(layout)),
        "column_words": dump_column_words(layout),
        "text_language": layout.document.language,
    }


def has_all_pairs(layout: PageContext) -> bool:
    """Tell whether every version was compared with every other."""
    return all(pair in layout.in_row for pair in permutations(layout.document.sigla, 2))


def state_words(layout: PageContext) -> Iterator[tuple[CellState, str]]:
    """Yield how cells can stand to the base, in words."""
    for name in ("same", "word", "none", "lack"):
        yield name, layout.say(f"state-{name}")


def dump_column_words(layout: PageContext) -> str:
    """Return what the script says when another version is the base, as JSON; `Vv` is its siglum."""
    say, count = layout.say, len(layout.document.versions)
    words = {
        "same": say("same-as", version="Vv"),
        "numbered": say("same-as-numbered", version="Vv", number="%n"),
        "lead": say("synopsis-lead", version="Vv", count=count),
        "states": dict(state_words(layout)),
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


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
        self.unnamed: dict[object, tuple[CellPart, ...]] = {}
        """texts set without names, by all that they are made of: versions share them"""

    def rows(self) -> Iterator[SynopsisRow]:
        """Make the rows in the base's order, each division's heading before its first row."""
        for each in RowOutline(self.layout, self.base).entries():
            if isinstance(each, OutlineHeading):
                yield SynopsisRow(each.name, each.level, each.text, division=True, aliases=each.aliases)
            else:
                yield self.row(each.row, each.leading, each.level)

    def row(self, row: str, leading: str, level: int) -> SynopsisRow:
        """Make a row."""
        groups, names = self.group_versions(row), {}
        for siglum in groups:
            names[siglum] = self.layout.called(siglum, self.layout.cell(row, siglum))
        told = names if len(set(names.values())) > 1 else {}
        cells, states = [], []
        for version in self.layout.document.versions:
            cell, state = self.cell(row, version, groups, names)
            cells.append(replace(cell, number=told.get(version.siglum, "")))
            states.append(state)
        name = self.layout.called(leading, self.layout.cell(row, leading))
        heading = name if leading == self.base else self.say("heading-of", version=leading, number=name)
        short = shorten_label(name) if leading == self.base else "·"
        short = short if len(short) <= SHORT else "·"
        return SynopsisRow(row, level, heading, cells=tuple(cells), states=tuple(states), short=short)

    def group_versions(self, row: str) -> dict[str, str]:
        """Return for each version that has text in a row the first one whose text reads the same."""
        first: dict[str, str] = {}
        texts = {
            siglum: flatten_text(join_cell_text(units, headed=True))
            for siglum in self.sigla
            if (units := self.layout.cell(row, siglum))
        }
        return {siglum: first.setdefault(text, siglum) for siglum, text in texts.items()}

    def cell(
        self, row: str, version: Version, groups: dict[str, str], names: dict[str, str]
    ) -> tuple[SynopsisCell, CellState]:
        """Make a version's cell; `groups` and `names` are of the versions that have text in the row."""
        siglum = version.siglum
        css = "hx-base" if siglum == self.base else ""
        if siglum not in groups:
            return self.empty_cell(row, siglum, css)
        own, base = groups[siglum], groups.get(self.base, "")
        torn = self.layout.torn_end.get(siglum) in self.layout.units_in(row, siglum)
        parts, state = self.read(row, siglum, self.base if base else "", torn=torn)
        if siglum == self.base:
            state = "same"
        others = [each for each in dict.fromkeys(groups.values()) if each not in (own, base)]
        readings = []
        for each in others:
            beside, stands = self.read(row, siglum, each, torn=torn, named=False)
            readings.append(CellReading(each, stands, beside))
        made = SynopsisCell(siglum, css, parts, group=own, readings=tuple(readings))
        twin = self.base if base == own else own
        if torn or siglum in (self.base, twin):
            return replace(made, css=f"{css} hx-torn" if torn else css), state
        same_as = self.same_as(twin, names[siglum], names[twin])
        return replace(made, css=f"{css} hx-c-same", same_as=same_as), state

    def empty_cell(self, row: str, siglum: str, css: str) -> tuple[SynopsisCell, CellState]:
        """Make the cell of a version that has no text in a row."""
        lacks = siglum in self.layout.rows[row].not_in_text
        void = self.say("kind-lack" if lacks else "void-here")
        css = f"{css} hx-lack" if lacks else f"{css} hx-none"
        others = [(other, unit) for other in self.sigla for unit in self.layout.cell(row, other)]
        perhaps = point_perhaps(self.layout, others, siglum, self.layout.row_of.__getitem__)
        if perhaps:  # a column that narrow windows leave out where it is empty
            css = css.replace("hx-none", "hx-also")
        return SynopsisCell(siglum, css, (), void=void, perhaps=perhaps), "lack" if lacks else "none"

    def read(
        self, row: str, siglum: str, against: str, *, torn: bool, named: bool = True
    ) -> tuple[tuple[CellPart, ...], CellState]:
        """Set a version's text with what is only there, or not there, against another; and say how it stands.

        Args:
            row: which row.
            siglum: of the version.
            against: of the other; empty: none, and nothing is marked.
            torn: the version breaks off here.
            named: its clauses bear names that links lead to; a page has each once.
        """
        units = self.layout.cell(row, siglum)
        beside = self.layout.in_row.get((against, siglum), {}).get(row, ())
        if named or torn:
            marks = merge_unit_marks(beside, units, "only", "gap")
            parts = render_units(units, marks, siglum=siglum if named else None, row=row, say=self.say)
            return mark_torn_end(parts, self.say) if torn else parts, classify_cell(beside)
        key = (
            tuple([(unit.clause.id, unit.number, unit.heading, unit.lines, unit.parts) for unit in units]),
            tuple([(each.strands, each.change.heading_edits, each.change.cells[1]) for each in beside]),
        )
        if key not in self.unnamed:
            marks = merge_unit_marks(beside, units, "only", "gap")
            self.unnamed[key] = render_units(units, marks, siglum=None, row=row, say=self.say)
        return self.unnamed[key], classify_cell(beside)

    def same_as(self, twin: str, own: str, other: str) -> str:
        """Say which version has the same text, and what it is called here if it is called otherwise there."""
        if own == other:
            return self.say("same-as", version=twin)
        return self.say("same-as-numbered", version=twin, number=own)


def classify_cell(readings: Sequence[DisplayedChange]) -> CellState:
    """Say how a version stands to the base in a row that has the version's text; none: the base lacks it."""
    states = {"same" if reading.same else change_kinds.summary_status(reading.kinds) for reading in readings}
    return states.pop() if states in ({"same"}, {"lack"}) else "word"
