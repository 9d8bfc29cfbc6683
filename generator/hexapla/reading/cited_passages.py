"""What is said of paragraphs and items: what they are called, and which of them changed their place.

A paragraph is called as it is cited: by its unit, the paragraph's ordinal where there are several, and the
printed numbers down to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from hexapla.i18n import Messages
from hexapla.model import Change, Document, Link
from hexapla.reading.labels import Labels, strip_number
from hexapla.text import number_label
from hexapla.text.numerals import write_han_numeral
from hexapla.units import Unit, build_units, list_passages

UNNUMBERED: Final = "¶"
"""a unit without a number"""

End = tuple[str, str]
"""siglum and clause id of a passage"""
Step = int | str
"""the ordinal of an unnumbered paragraph, or the printed number of another"""


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Where a passage stands, as it is cited."""

    unit: str
    """id of its unit"""
    path: tuple[Step, ...]
    """outermost first; a unit's own first paragraph is 1"""
    order: int
    """ordinal in its version"""
    alone: bool
    """the unit has one paragraph, which is not counted when its items are cited"""

    @property
    def cited(self) -> tuple[Step, ...]:
        """The path as it is said."""
        return self.path[1:] if self.alone and self.path[0] == 1 else self.path

    @property
    def key(self) -> tuple[Step, ...]:
        """The path as it is compared: one number in two spellings is one."""
        return tuple(step if isinstance(step, int) else number_label(step) for step in self.path)


class PassageIndex:
    """The passages of a document's versions, with what they are called."""

    def __init__(self, document: Document, labels: Labels) -> None:
        """Take a document, and what its units are called."""
        self.document, self.labels = document, labels

    @cached_property
    def places(self) -> Mapping[End, PassagePlace]:
        """Where each passage stands."""
        return {
            (version.siglum, name): replace(place, order=at)
            for version in self.document.versions
            for at, (name, place) in enumerate(
                found for unit in build_units(version) for found in place_passages(unit)
            )
        }

    def call(self, end: End, say: Messages) -> str:
        """Call a passage by its unit and its place in it."""
        place = self.places[end]
        return self._call(place, say, self.labels[end[0], place.unit] or UNNUMBERED)

    def call_inside(self, end: End, say: Messages) -> str:
        """Call a passage by its place in its unit; what is all of its unit by the unit."""
        place = self.places[end]
        return self._call(place, say, "") if place.cited else self.call(end, say)

    def _call(self, place: PassagePlace, say: Messages, above: str) -> str:
        name = above
        for step in place.cited:
            if isinstance(step, int):
                name = say("passage-paragraph", above=name, ordinal=step, han=write_han_numeral(step)).strip()
            else:
                name = join_number(name, step)
        return name

    def goes_elsewhere(self, link: Link, change: Change) -> bool:
        """Tell whether a link of a change leads to another change."""
        base, target = change.cells
        return self.places[link.a].unit not in base or self.places[link.b].unit not in target

    def notable_links(self, change: Change) -> tuple[Link, ...]:
        """Return the links of a change that are worth a word.

        That is where a passage went to another change, has another place in its unit, or went to one of
        several units; links that say no more than the row are not.
        """
        return tuple(
            link
            for link in change.items
            if self.goes_elsewhere(link, change)
            or self.places[link.a].key != self.places[link.b].key
            or (
                max(map(len, change.cells)) > 1
                and any(len(self.places[end].path) > 1 for end in (link.a, link.b))
            )
        )

    def name_other(self, link: Link, side: int, change: Change, say: Messages) -> str:
        """Call the other end of a link of a change; `side` is 0 to stand at the base's end.

        Between one unit and one the name of the unit goes without saying.
        """
        end = (link.b, link.a)[side]
        inside = not self.goes_elsewhere(link, change) and max(map(len, change.cells)) == 1
        return self.call_inside(end, say) if inside else self.call(end, say)

    def lines(self, change: Change, say: Messages) -> Iterator[str]:
        """Yield the told links of a change in words: 第三条第二款 → 第五条."""
        for link in self.notable_links(change):
            yield say("heading-both", old=self.call(link.a, say), new=self.call(link.b, say))


def join_number(above: str, number: str) -> str:
    """Add the number of an item: one in brackets follows at once, another behind a space.

    >>> join_number("第三条", "（二）"), join_number("§ 4", "2")
    ('第三条（二）', '§ 4 2')
    """
    return f"{above}{'' if not above or number[0] in '(（' else ' '}{number}"


def place_passages(unit: Unit) -> Iterator[tuple[str, PassagePlace]]:
    """Yield the id of each passage of a unit with its place; a table is one, whatever rows it has."""
    passages = list_passages(unit)
    ordinals: dict[int | None, int] = {}
    paths: list[tuple[Step, ...]] = []
    table = 0
    for passage in passages:
        number = "" if passage.id == unit.id else strip_number(passage.unit.number)
        before, table = table, next((cell.table for cell in passage.unit.clause.cells), 0)
        if not number and not (table and table == before):
            ordinals[passage.parent] = ordinals.get(passage.parent, 0) + 1
        above = () if passage.parent is None else paths[passage.parent]
        paths.append((*above, number or ordinals[passage.parent]))
    for passage, path in zip(passages, paths, strict=True):
        yield passage.id, PassagePlace(unit.id, path, 0, ordinals.get(None, 0) == 1)
