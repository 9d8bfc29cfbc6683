"""The pages of texts of different ranks: rows led by one of them, and matrices of who answers whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any, Final

from markupsafe import Markup

from hexapla.levels import LevelIndex
from hexapla.model import LevelLink, LevelRelation, Page, Suggestion, TocEntry
from hexapla.pages import uris
from hexapla.pages.marked_text import Run, flatten_text
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import close_level_gaps, render_page
from hexapla.pages.views.display_rows import division_title
from hexapla.pages.views.page_frame import NavigationLink, build_frame_values, full_version_name
from hexapla.pages.views.reuse_pages import render_lines
from hexapla.reading.labels import shorten_label
from hexapla.reading.level_rows import (
    SUPPORTED,
    Answered,
    LevelCell,
    LevelRow,
    LinkReading,
    count_coverage,
    list_level_rows,
)
from hexapla.units import Unit

STYLE: Final = "levels.css"
"""what only these pages need"""
SIGNS: Final = {
    LevelRelation.EQUAL.value: "=",
    LevelRelation.EQUIVALENT.value: "≈",
    LevelRelation.SUBSET.value: "⊂",
    LevelRelation.SUPERSET.value: "⊃",
    LevelRelation.INTERSECTS.value: "∩",
    LevelRelation.SUPPORTS.value: "→",
    SUPPORTED: "←",
    LevelRelation.NONE.value: "≠",
}
"""of relations, where there is no room for a word"""
MOST_CELLS: Final = 6000
"""of a matrix that shows every clause"""
FIRST_LEVEL: Final = 3
"""of headings below the sections of the page"""
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link on the page."""

    sign: str
    relation: str
    href: str
    name: str
    lines: tuple[Markup, ...]
    language: str
    near: str
    """the part of the leading clause that is meant, if it is not all of it"""
    reason: str
    doubts: tuple[str, ...]
    unrelated: bool
    """said to have nothing in common"""


class LevelViews:
    """What the pages say of the links of a document."""

    def __init__(self, layout: PageContext) -> None:
        """Take a document laid out for its pages."""
        self.layout, self.say, self.document = layout, layout.say, layout.document

    @cached_property
    def indexes(self) -> dict[str, LevelIndex]:
        """The clauses of each level."""
        return {version.siglum: LevelIndex(version) for version in self.document.versions}

    @cached_property
    def rows(self) -> dict[str, tuple[LevelRow, ...]]:
        """The rows led by each level."""
        return {siglum: list_level_rows(self.layout.alignment, siglum) for siglum in self.document.sigla}

    def name(self, place: Place) -> str:
        """Call a unit, a paragraph or an item."""
        if place in self.layout.unit:
            return flatten_text(self.layout.names[place])
        return flatten_text(self.layout.passages.call(place, self.say))

    def link(self, here: str, place: Place) -> str:
        """Link to a clause where its level leads."""
        siglum, clause = place
        there = uris.levels_uri(self.document.id, siglum)
        return uris.link(here, there, uris.anchor(siglum, self.indexes[siglum].unit_of[clause]))

    def show_words(self, unit: Unit) -> tuple[Markup, ...]:
        """Write the words of a clause, a line a paragraph."""
        return render_lines([Run("", unit.headed_text)], self.say)

    def show_link(self, here: str, each: LinkReading) -> Iterator[ShownLink]:
        """Show a link."""
        if each.far is None:
            return
        doubts = dict.fromkeys(filter(None, (each.link.a_doubt, each.link.b_doubt)))
        yield ShownLink(
            sign=SIGNS[each.relation],
            relation=self.say("levels-relation", relation=each.relation),
            href=self.link(here, each.far),
            name=self.name(each.far),
            lines=self.show_words(self.indexes[each.far[0]].passages[each.far[1]]),
            language=self.layout.language_of(each.far[0]),
            near="" if each.near in self.layout.unit else self.name(each.near),
            reason=each.link.reason,
            doubts=tuple(self.say(f"levels-{doubt.value}") for doubt in doubts),
            unrelated=each.relation == LevelRelation.NONE,
        )

    def show_absent(self, cell: LevelCell, link: LevelLink) -> dict[str, str]:
        """Say that there is no counterpart."""
        version = full_version_name(self.document.version(cell.siglum))
        whole = self.say("levels-none-in", version=version)
        near = "" if link.a in self.layout.unit else self.name(link.a)
        return {"told": whole, "near": near, "reason": link.reason}

    def show_suggestion(self, here: str, each: Suggestion, lead: str) -> dict[str, str]:
        """Show what may be linked."""
        far = each.b if each.a[0] == lead else each.a
        reason = self.say(f"levels-suggested-{each.reason.value}")
        return {"href": self.link(here, far), "name": self.name(far), "reason": reason}

    def show_cell(self, here: str, cell: LevelCell, lead: str) -> dict[str, Any]:
        """Show what stands beside a clause in one other level."""
        ordered = sorted(cell.links, key=lambda each: each.relation == LevelRelation.NONE)
        return {
            "siglum": cell.siglum,
            "label": self.document.version(cell.siglum).label,
            "links": [shown for each in ordered for shown in self.show_link(here, each)],
            "absent": [self.show_absent(cell, link) for link in cell.absent],
            "suggestions": [self.show_suggestion(here, each, lead) for each in cell.suggestions],
            "open": cell.coverage is Answered.OPEN,
        }


def render_level_pages(layout: PageContext) -> Iterator[Page]:
    """Yield a page led by each level, and the matrices."""
    views = LevelViews(layout)
    for siglum in layout.document.sigla:
        yield render_lead_page(views, siglum)
    yield render_coverage_page(views)


def build_level_frame(views: LevelViews, here: str) -> dict[str, Any]:
    """Return what the templates of both pages need."""
    layout, say = views.layout, views.say
    suggested = len(layout.alignment.suggestions)
    links = sum(link.b is not None for link in layout.alignment.level_links)
    return {
        **build_frame_values(layout, here, "levels", wide=True),
        "style": uris.link(here, uris.ASSETS + STYLE),
        "lead": [
            say("levels-lead", count=links),
            *([say("levels-lead-suggested", count=suggested)] if suggested else []),
        ],
        "counts": [count for siglum in layout.document.sigla for count in build_counts(views, here, siglum)],
        "coverage": uris.link(here, uris.coverage_uri(layout.document.id)),
        "states": [(state.value, say(f"levels-{state.value}")) for state in Answered],
    }


def build_counts(views: LevelViews, here: str, lead: str) -> Iterator[dict[str, Any]]:
    """Yield how much of a level is answered in each other one, as a bar and in words."""
    document = views.document
    for other, counted in count_coverage(views.rows[lead]).items():
        whole = sum(counted.values())
        start, segments = 0.0, []
        for state, count in counted.items():
            if count:
                length = round(100 * count / whole, 2)
                segments.append((state.value, start, length, count))
                start = round(start + length, 2)
        linked, absent, open_ = (counted[state] for state in Answered)
        yield {
            "siglum": lead,
            "label": document.version(lead).label,
            "other": other,
            "other_label": document.version(other).label,
            "href": uris.link(here, uris.levels_uri(document.id, lead)),
            "segments": segments,
            "told": views.say("levels-share", linked=linked, all=whole, absent=absent, open=open_),
        }


def render_lead_page(views: LevelViews, lead: str) -> Page:
    """Make the page of rows that one level leads."""
    layout, say = views.layout, views.say
    here = uris.levels_uri(layout.document.id, lead)
    version = full_version_name(layout.document.version(lead))
    frame = build_level_frame(views, here)
    entries = list(list_entries(views, here, lead))
    toc = [TocEntry(2, "covered", say("levels-covered")), TocEntry(2, "rows", say("levels-rows"))]
    toc += [TocEntry(each["level"], each["name"], each["title"]) for each in entries]
    frame["counts"] = [each for each in frame["counts"] if each["siglum"] == lead]
    return render_page(
        "levels.html",
        uri=here,
        title=say("levels-of", title=flatten_text(layout.document.title), version=flatten_text(version)),
        toc=tuple(toc),
        description=say("sentence-gap").join(frame["lead"]),
        values={
            **frame,
            "leads": [
                NavigationLink(
                    uris.link(here, uris.levels_uri(layout.document.id, each.siglum)),
                    each.label,
                    current=each.siglum == lead,
                    siglum=each.siglum,
                )
                for each in layout.document.versions
            ],
            "entries": entries,
            "lead_language": layout.language_of(lead),
        },
    )


def list_entries(views: LevelViews, here: str, lead: str) -> Iterator[dict[str, Any]]:
    """Yield divisions and rows with their headings, no level skipped."""
    made: list[dict[str, Any]] = []
    seen: tuple[str, ...] = ()
    for row in views.rows[lead]:
        unit = views.layout.unit[lead, row.unit]
        above = tuple(division.id for division in unit.divisions)
        for at, division in enumerate(unit.divisions):
            if seen[: at + 1] != above[: at + 1]:
                name = uris.anchor(lead, division.id)
                title = flatten_text(division_title(division))
                made.append({"level": FIRST_LEVEL + at, "name": name, "title": title, "row": None})
        seen = above
        made.append(
            {
                "level": FIRST_LEVEL + len(above),
                "name": uris.anchor(lead, row.unit),
                "title": views.name((lead, row.unit)),
                "row": {
                    "lines": views.show_words(unit),
                    "cells": [views.show_cell(here, cell, lead) for cell in row.cells],
                },
            }
        )
    levels = close_level_gaps([2, *(each["level"] for each in made)])
    next(levels, None)
    for each, level in zip(made, levels, strict=True):
        yield {**each, "level": level}


def render_coverage_page(views: LevelViews) -> Page:
    """Make the page of matrices, one for every two levels."""
    layout, say = views.layout, views.say
    here = uris.coverage_uri(layout.document.id)
    matrices = [build_matrix(views, here, *pair) for pair in combinations(layout.document.sigla, 2)]
    toc = [TocEntry(2, "covered", say("levels-covered"))]
    toc += [TocEntry(2, each["name"], each["title"]) for each in matrices]
    frame = build_level_frame(views, here)
    return render_page(
        "coverage.html",
        uri=here,
        title=say("levels-matrix-title", title=flatten_text(layout.document.title)),
        toc=tuple(toc),
        description=say("sentence-gap").join(frame["lead"]),
        values={
            **frame,
            "matrices": matrices,
            "signs": [(sign, say("levels-relation", relation=name)) for name, sign in SIGNS.items()],
        },
    )


def build_matrix(views: LevelViews, here: str, high: str, low: str) -> dict[str, Any]:
    """Return the matrix of two levels; of a very large one only the clauses that are linked."""
    document = views.document
    links: dict[tuple[str, str], list[LinkReading]] = {}
    for row in views.rows[high]:
        for cell in row.cells:
            for each in cell.links if cell.siglum == low else ():
                if each.far:
                    unit = views.indexes[low].unit_of[each.far[1]]
                    links.setdefault((row.unit, unit), []).append(each)
    lines = [row.unit for row in views.rows[high] if row.counted]
    columns = [row.unit for row in views.rows[low] if row.counted]
    cells = len(lines) * len(columns)
    if cells > MOST_CELLS:
        lines = [unit for unit in lines if any(one == unit for one, _ in links)]
        columns = [unit for unit in columns if any(other == unit for _, other in links)]
    one, other = (full_version_name(document.version(siglum)) for siglum in (high, low))
    return {
        "name": f"matrix-{high}-{low}",
        "title": f"{flatten_text(one)} \N{MULTIPLICATION SIGN} {flatten_text(other)}",
        "large": views.say("levels-matrix-large", count=cells) if cells > MOST_CELLS else "",
        "columns": [(shorten_label(name), name) for name in (views.name((low, unit)) for unit in columns)],
        "rows": [
            {
                "href": views.link(here, (high, unit)),
                "name": views.name((high, unit)),
                "cells": [build_matrix_cell(views, here, links.get((unit, far), ())) for far in columns],
            }
            for unit in lines
        ],
    }


def build_matrix_cell(
    views: LevelViews, here: str, links: list[LinkReading] | tuple[()]
) -> dict[str, Any] | None:
    """Return what stands in a cell; None: there is no link."""
    if not links:
        return None
    told = [
        views.say(
            "levels-matrix-cell",
            near=views.name(each.near),
            relation=views.say("levels-relation", relation=each.relation),
            far=views.name(each.far) if each.far else "",
        )
        for each in links
    ]
    return {
        "href": views.link(here, links[0].near),
        "signs": "".join(dict.fromkeys(SIGNS[each.relation] for each in links)),
        "told": views.say("list-separator").join(told),
        "none": all(each.relation == LevelRelation.NONE for each in links),
    }
