"""Headings that a source's format marks as such: the title among them, and sections that have no number.

A section without a number stands in the tree as a division with a name does (附则): its heading above the
paragraphs and lists under it, each list with numbers of its own.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.segmentation.beam_search import ChosenMark
from hexapla.segmentation.folded_view import ExcludedSpans
from hexapla.segmentation.marks import SECTION, Mark
from hexapla.segmentation.notes import is_note
from hexapla.segmentation.text_structure import Heading, TextStructure

BLANK = " \n\x1f"


@dataclass(slots=True)
class OpenPlace:
    """A heading or a mark below which others may stand."""

    level: int | None
    """of the heading that it is or stands in; None for a mark in running text"""
    reading: int | None
    """depth of a mark among the marks; None for a section"""
    depth: int


def find_sections(
    view: str, structure: TextStructure, chosen: Sequence[ChosenMark], holes: ExcludedSpans
) -> tuple[Heading | None, list[Heading]]:
    """Return the heading that is the title, and those that have no mark.

    The first heading is the title if no other without a number stands as high, or if another follows at once.
    """
    at = [one.mark.pos for one in chosen]
    headings = [
        one
        for one in structure.headings
        if not holes.covers(one.start) and view[one.start : one.end].strip(BLANK)
    ]
    bare = [
        one for one in headings if bisect_left(at, find_line_start(view, one)) == bisect_left(at, one.end)
    ]
    if not bare or bare[0] is not headings[0] or (at and at[0] < bare[0].start):
        return None, bare
    first = bare[0]
    peers = any(one.level <= first.level for one in bare[1:])
    follows = len(headings) > 1 and not view[first.end : headings[1].start].strip(BLANK)
    titled = not peers or (follows and headings[1].level > first.level)
    early = at[0] if at else len(view)
    return first if titled else None, [
        one
        for one in bare[int(titled) :]
        if not (one.start < early and is_note(view[one.start : one.end].strip(BLANK)))
    ]


def find_line_start(view: str, one: Heading) -> int:
    """Return where the line begins on which a heading stands: the number of a list may come before it."""
    return view.rfind("\n", 0, one.start) + 1


def make_section_mark(view: str, one: Heading) -> Mark:
    """Make the mark of a heading without a number: its words stand in the place of one."""
    start = find_line_start(view, one)
    words = view[one.start : one.end]
    return Mark(
        start=start if not view[start : one.start].strip(BLANK) else one.start,
        pos=one.start + len(words) - len(words.lstrip(BLANK)),
        end=one.start + len(words.rstrip(BLANK)),
        stop=one.end,
        family=SECTION,
        value=(1,),
        strength=0.0,
        line=True,
        damaged=False,
    )


def insert_sections(
    view: str, sections: Sequence[Heading], chosen: Sequence[ChosenMark], structure: TextStructure
) -> list[ChosenMark]:
    """Put sections among the marks, and the marks below them.

    A heading ends whatever stands in running text, and the sections of its level and below; among numbered
    marks the reading that was chosen says which stands below which.
    """
    if not sections:
        return list(chosen)
    open_places: list[OpenPlace] = []
    placed: list[ChosenMark] = []
    for mark, level, reading in list_places(view, sections, chosen, structure):
        while open_places and is_ended_by(open_places[-1], level, reading):
            open_places.pop()
        depth = open_places[-1].depth + 1 if open_places else 0
        open_places.append(OpenPlace(level, reading, depth))
        placed.append(ChosenMark(mark, depth))
    return placed


def list_places(
    view: str, sections: Sequence[Heading], chosen: Sequence[ChosenMark], structure: TextStructure
) -> Iterator[tuple[Mark, int | None, int | None]]:
    """Yield sections and marks in order, each with the level of its heading and its depth among the marks."""
    every = [(one.start, make_section_mark(view, one), one.level, None) for one in sections]
    marks = []
    for one in chosen:
        heading = structure.heading_at(one.mark.pos)
        marks.append((one.mark.pos, one.mark, heading.level if heading else None, one.depth))
    for _, mark, level, reading in sorted([*every, *marks], key=lambda each: each[0]):
        yield mark, level, reading


def is_ended_by(place: OpenPlace, level: int | None, reading: int | None) -> bool:
    """Tell whether a place ends where a section or a mark begins."""
    if place.reading is not None and reading is not None:
        return place.reading >= reading or (level is not None and place.level is None)
    if level is None:
        return False  # a mark in running text stands below the section
    return place.level is None or place.level >= level
