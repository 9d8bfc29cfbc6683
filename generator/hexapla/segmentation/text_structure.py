"""What a source's format says of a stretch: what is not seen, its headings and the items of its lists."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hexapla.findings import Span
from hexapla.model import UNSEEN, Markup, MarkupKind
from hexapla.segmentation.folded_view import ExcludedSpan
from hexapla.text import make_key


class Heading(NamedTuple):
    """The words of a heading."""

    start: int
    end: int
    level: int


class StatedProvision(NamedTuple):
    """A provision with all that is in it, as an element says."""

    start: int
    end: int
    element: str
    number: int
    """where its number ends"""
    heading: int
    """where its heading ends: where its number does if it has none"""


@dataclass(frozen=True, slots=True)
class TextStructure:
    """What the format says of a stretch, with offsets from where the stretch begins."""

    unseen: tuple[ExcludedSpan, ...] = ()
    headings: tuple[Heading, ...] = ()
    items: tuple[tuple[int, int], ...] = ()
    """where an item begins, and the number of numbered lists that it stands in; 0 for a bullet"""

    bullets: frozenset[int] | None = None
    """where items without a number begin; None if the format says nothing of the text"""
    paragraphs: frozenset[int] = frozenset()
    """where paragraphs begin, whatever the line before ends with"""
    lists: tuple[Span, ...] = ()
    """from where a numbered item begins to where its list ends"""
    title: str = ""
    """of the document, as its file states it apart from the text"""
    provisions: tuple[StatedProvision, ...] = ()
    """in the order in which they begin, the outer one first"""

    def heading_at(self, at: int) -> Heading | None:
        """Return the heading in which a character stands."""
        n = bisect_right(self.headings, at, key=lambda one: one.start) - 1
        return self.headings[n] if n >= 0 and at < self.headings[n].end else None

    def nesting_at(self, at: int) -> int:
        """Return in how many numbered lists an item stands that begins at a place; 0 if none does."""
        n = bisect_left(self.items, (at, 0))
        return self.items[n][1] if n < len(self.items) and self.items[n][0] == at else 0

    def list_end(self, at: int) -> int | None:
        """Return where the list ends to which an item belongs that begins at a place; None if none does."""
        n = bisect_left(self.lists, (at, 0))
        return self.lists[n][1] if n < len(self.lists) and self.lists[n][0] == at else None

    def names_title(self, text: str) -> bool:
        """Tell whether words could be the title, by what the file states: they are in it, or it in them."""
        if not self.title:
            return True
        one, other = make_key(self.title), make_key(text)
        return one in other or other in one

    def provision_at(self, at: int) -> StatedProvision | None:
        """Return the provision whose number begins at a place."""
        n = bisect_left(self.provisions, at, key=lambda one: one.start)
        return self.provisions[n] if n < len(self.provisions) and self.provisions[n].start == at else None


PLAIN = TextStructure()
"""of a source whose format says nothing"""


def cut_structures(markup: Sequence[Markup], extents: Sequence[Span]) -> list[TextStructure]:
    """Return what is said of each of the stretches of a source, which are in order and apart.

    What a format says is looked at once, however many stretches there are: in a collation of thousands of
    witnesses each is one.
    """
    starts, ends = [start for start, _ in extents], [end for _, end in extents]
    shares: list[list[Markup]] = [[] for _ in extents]
    for one in markup:
        first, last = bisect_left(ends, one.start), bisect_right(starts, one.end)
        if (
            one.kind not in UNSEEN
        ):  # counts in the stretch that holds all of it; what is empty may stand in two
            last = min(last, first + 2)
        for share in shares[first:last]:
            share.append(one)
    title = next((one.value for one in markup if one.kind is MarkupKind.TITLE and one.end == 0), "")
    return [
        cut_structure(share, extent, title, spoken=bool(markup))
        for share, extent in zip(shares, extents, strict=True)
    ]


def cut_structure(markup: Sequence[Markup], extent: Span, title: str, *, spoken: bool) -> TextStructure:
    """Return what is said of a stretch; `spoken` tells whether the format says anything of its source."""
    start, end = extent
    inside: dict[MarkupKind, list[Markup]] = {}
    for one in markup:
        if start <= one.start and one.end <= end:
            inside.setdefault(one.kind, []).append(one)

    def of(kind: MarkupKind) -> Sequence[Markup]:
        return inside.get(kind, ())

    return TextStructure(
        tuple(
            ExcludedSpan(
                max(one.start, start) - start,
                min(one.end, end) - start,
                name_kind(one),
                noted=one.kind is MarkupKind.NOTE,
            )
            for one in markup
            if one.kind in UNSEEN and one.start < end and one.end > start
        ),
        tuple(Heading(one.start - start, one.end - start, int(one.value)) for one in of(MarkupKind.HEADING)),
        tuple((one.start - start, int(one.value)) for one in of(MarkupKind.ITEM)),
        frozenset(one.start - start for one in of(MarkupKind.ITEM) if one.value == "0") if spoken else None,
        frozenset(one.start - start for kind in (MarkupKind.PARAGRAPH, MarkupKind.ROW) for one in of(kind)),
        tuple((one.start - start, one.end - start) for one in of(MarkupKind.LISTED)),
        title,
        tuple(read_provision(one, start) for one in of(MarkupKind.PROVISION)),
    )


def name_kind(one: Markup) -> str:
    """Return as what a stretch that is not seen is set aside."""
    return one.value if one.kind is MarkupKind.SET_ASIDE else one.kind.value


def read_provision(one: Markup, start: int) -> StatedProvision:
    """Read what is said of a provision, with offsets from where the stretch begins."""
    element, number, heading = one.value.rsplit(" ", 2)
    begin = one.start - start
    numbered = begin + int(number)
    return StatedProvision(begin, one.end - start, element, numbered, numbered + int(heading))
