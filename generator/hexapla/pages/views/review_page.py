"""The page on which an editor goes through doubtful links, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hexapla.i18n import Messages
from hexapla.model import Alignment, Comparison, Link
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import build_page_context
from hexapla.pages.templating import STYLES, build_assets, fill_template
from hexapla.pages.views.comparison_page import build_column_head
from hexapla.pages.views.comparison_table import ComparisonTable
from hexapla.pages.views.display_rows import DisplayRow
from hexapla.pages.views.written_rows import write_row
from hexapla.units import Unit, shorten_text


@dataclass(frozen=True, slots=True)
class Choice:
    """A clause that another one may belong with."""

    name: str
    """`A/art_12`"""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """Where an editor stands."""

    at: int
    """of the links, counted from 0"""
    decided: Mapping[int, str]
    """links that were decided on, with the name of the message that says how"""
    written: int
    """decisions that can be undone"""
    problem: str = ""
    """why the last one could not be written"""


class ReviewPages:
    """Makes the pages of one document."""

    def __init__(
        self,
        alignment: Alignment,
        comparisons: Sequence[Comparison],
        links: Sequence[Link],
        language: str | None,
    ) -> None:
        """Take a document with its doubtful links; `language` of the interface, default: as for the texts."""
        self.layout = build_page_context(alignment, comparisons, (), language or alignment.document.language)
        self.links = links
        self.tables: dict[tuple[str, str], tuple[DisplayRow, ...]] = {}

    @property
    def say(self) -> Messages:
        """The words of the interface."""
        return self.layout.say

    def render(self, state: ReviewState, file: str) -> str:
        """Return a page: the link at which an editor stands, or what is said where there is none."""
        link = self.links[state.at] if self.links else None
        return fill_template(
            "review.html",
            say=self.say,
            language=self.layout.language,
            text_language=self.layout.document.language,
            title=self.layout.document.title,
            file=file,
            state=state,
            count=len(self.links),
            link=link and self.tell(link),
            write_row=write_row,
        )

    def tell(self, link: Link) -> dict[str, object]:
        """Return what a link's page shows: the row, why it is one, what else could belong to its clauses."""
        say, (base, target) = self.say, (link.a[0], link.b[0])
        layout = self.layout
        versions = [layout.document.version(siglum) for siglum in (base, target)]
        why = say(
            "desk-link",
            pair=" – ".join(layout.names[end] for end in (link.a, link.b)),
            basis=say(f"desk-{link.basis}"),
            score=f"{link.score:.2f}",
            confidence=say(f"desk-{link.confidence}"),
        )
        return {
            "row": self.find_row(link),
            "heads": [build_column_head(layout, version) for version in versions],
            "why": why,
            "called": layout.names[link.a],
            "say": layout.say_between(base, target),
            "others": [
                Choice(f"{target}/{unit.id}", self.describe(target, unit))
                for unit in layout.units[target]
                if (target, unit.id) != link.b
            ],
        }

    def name_clauses(self, at: int, other: str | None = None) -> tuple[str, str] | None:
        """Name the clauses of a link, or its first one with `other` of the other version; None: unknown."""
        if at >= len(self.links):
            return None
        link = self.links[at]
        units = {f"{link.b[0]}/{unit.id}" for unit in self.layout.units[link.b[0]]}
        second = "/".join(link.b) if other is None else other
        return ("/".join(link.a), second) if second in units else None

    def find_row(self, link: Link) -> DisplayRow | None:
        """Return the row of the comparison in which a link's clauses stand."""
        pair = (link.a[0], link.b[0])
        if pair not in self.tables:
            self.tables[pair] = ComparisonTable(self.layout, *pair, self.layout.say_between(*pair)).rows()
        rows = self.tables[pair]
        found = (row for row in rows if row.units and link.a[1] in row.units[0] and link.b[1] in row.units[1])
        return next(found, None)

    def describe(self, siglum: str, unit: Unit) -> str:
        """Call a unit by its number and its heading, else its first words."""
        told = flatten_text(unit.heading) if unit.heading else shorten_text(unit.text)
        return f"{self.layout.names[siglum, unit.id]} · {told}"


def build_review_style() -> bytes:
    """Return the style of these pages: that of all pages, in one file."""
    files = build_assets()
    own = b".hx-review :is(span,select){max-width:100%}.hx-review :is(select,input,button){color:inherit}"
    return b"\n".join([*(files[name] for name in (*STYLES, "standalone.css")), own])
