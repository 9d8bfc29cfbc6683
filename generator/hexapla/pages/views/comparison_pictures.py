"""The pictures of a comparison: both texts joined where they belong together, and the map beside the table.

In the first, both texts are lines of blocks. Blocks are as wide as their clauses are long, so that a reader
sees where a text grew. What moved crosses what did not. A long text is drawn in bands: clauses that follow
each other unchanged in both texts are one block, and only what changed keeps a block and a number of its own.
The map has a mark per change, in the order of the table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from hexapla.i18n import Messages
from hexapla.pages import change_kinds, uris
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import SIDES, Side
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.display_rows import FOLDED_TOKENS, DisplayRow
from hexapla.pairs import SiglumPair
from hexapla.reading import Status
from hexapla.reading.labels import shorten_label
from hexapla.units import Unit

WIDTH: Final = 1000
"""of the drawing, in its own units; the page stretches it"""
TOP: Final = 35
BOTTOM: Final = 117
EDGE: Final = 10
GAP: Final = 4.0
"""between two blocks of a short text; a long one has less"""
SPACED: Final = 0.2
"""share of the width that may be gaps"""
MERGED_FROM: Final = 48
"""clauses of a text from which unchanged ones are drawn as bands"""
LETTER: Final = 12
"""width of a Han character of a number"""
SHORTEST: Final = 8
"""characters that the shortest clause is worth, so that it can be seen and hit"""
NAMED: Final = 12
"""moved, split and merged clauses that the text alternative names one by one"""
Extent = tuple[float, float]
MAP_HEIGHT: Final = 1000
"""of the map, in its own units; the page stretches it"""
LOWEST_BAR: Final = 3
"""height of the smallest bar"""
BAR_STARTS: Final = (2, 9)
"""where the bars of both sides begin; each is 5 wide, the map 16"""


@dataclass(frozen=True, slots=True)
class DiagramBlock:
    """A clause, or a band of clauses, in one of the two lines."""

    x: str
    width: str
    number: str = ""
    """empty where there is no room"""
    middle: str = ""


@dataclass(frozen=True, slots=True)
class DiagramShape:
    """A row of the table as it is drawn."""

    href: str
    state: Status
    told: str
    """its heading and kinds"""
    above: tuple[DiagramBlock, ...]
    below: tuple[DiagramBlock, ...]
    bonds: tuple[str, ...]
    """outlines of what joins blocks above and below"""


@dataclass(frozen=True, slots=True)
class FlowDiagram:
    """The drawing, and what it says in words."""

    shapes: tuple[DiagramShape, ...]
    sentences: tuple[str, ...]


@dataclass(slots=True)
class DiagramFlow:
    """A row, or several in a band, with the places of its clauses in both texts."""

    row: str
    state: Status
    places: dict[Side, list[int]] = field(default_factory=lambda: {"base": [], "target": []})

    @property
    def band(self) -> bool:
        """Tell whether these are several clauses that are drawn as one."""
        return self.state is Status.UNCHANGED and max(map(len, self.places.values())) > 1


@dataclass(frozen=True, slots=True)
class MinimapMark:
    """A row on the map, or a run of unchanged rows; places are guessed from lengths of text."""

    href: str
    state: str
    path: str


def draw_flow_diagram(
    layout: PageContext, pair: SiglumPair, rows: Sequence[DisplayRow], say: Messages
) -> FlowDiagram | None:
    """Draw the alignment of two versions; nothing where one of them has no clause."""
    base, target = pair
    columns = layout.units[base], layout.units[target]
    if not all(columns):
        return None
    home = {row.name: row for row in rows}
    bonds = build_flows(layout, base, target, banded=max(map(len, columns)) >= MERGED_FROM)
    lines = place_clauses(columns, bonds)
    named = [
        choose_numbers(
            line,
            [(layout.names[siglum, units[place].id], place) for place in list_single_clauses(bonds, side)],
        )
        for line, siglum, units, side in zip(lines, (base, target), columns, SIDES, strict=True)
    ]
    bonds.sort(key=lambda bond: bond.state is Status.MOVED)  # drawn last, on top of what they cross
    shapes = [draw_shape(say, bond, home[bond.row], lines, named) for bond in bonds]
    return FlowDiagram(tuple(shapes), tuple(describe_diagram(say, rows)))


def build_flows(layout: PageContext, base: str, target: str, *, banded: bool) -> list[DiagramFlow]:
    """Join clauses that stand in one row; in bands, those that follow each other unchanged in both texts."""
    readings = layout.readings[base, target]
    made: dict[str, DiagramFlow] = {}
    for side, siglum in zip(SIDES, (base, target), strict=True):
        for at, unit in enumerate(layout.units[siglum]):
            row = layout.change_of[base, target][siglum, unit.id]
            bond = made.setdefault(row, make_flow(row, readings[row]))
            bond.places[side].append(at)
    out: list[DiagramFlow] = []
    for bond in made.values():
        if banded and out and is_continuation(out[-1], bond):
            for side in SIDES:
                out[-1].places[side] += bond.places[side]
        else:
            out.append(bond)
    return out


def make_flow(row: str, reading: DisplayedChange) -> DiagramFlow:
    """Make what joins a row's clauses, before their places are known."""
    return DiagramFlow(row, change_kinds.drawn_status(reading.kinds))


def is_continuation(band: DiagramFlow, row: DiagramFlow) -> bool:
    """Tell whether a row of unchanged text comes right after others, in both texts."""
    if (
        band.state != row.state
        or row.state not in FOLDED_TOKENS
        or {len(own) for own in row.places.values()} != {1}
    ):
        return False
    return all(band.places[side] and band.places[side][-1] + 1 == row.places[side][0] for side in SIDES)


def place_clauses(columns: Sequence[Sequence[Unit]], bonds: Sequence[DiagramFlow]) -> list[dict[int, Extent]]:
    """Place the clauses of both texts on lines of one scale: where each begins and ends."""
    begun = [{run[0] for bond in bonds for run in group_adjacent(bond.places[side])} for side in SIDES]
    weights = [[max(len(unit.text), SHORTEST) for unit in units] for units in columns]
    room = WIDTH - 2 * EDGE
    gap = min(GAP, SPACED * room / max(map(len, begun)))
    scale = min((room - gap * len(starts)) / sum(own) for starts, own in zip(begun, weights, strict=True))
    lines = []
    for starts, own in zip(begun, weights, strict=True):
        at, line = float(EDGE), dict[int, Extent]()
        for index, weight in enumerate(own):
            at += gap if index in starts and index else 0
            line[index] = (at, at + weight * scale)
            at += weight * scale
        lines.append(line)
    return lines


def group_adjacent(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield stretches of neighbouring places."""
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def list_single_clauses(bonds: Sequence[DiagramFlow], side: Side) -> list[int]:
    """Return the clauses of one text that are drawn by themselves, in order."""
    return sorted(place for bond in bonds if not bond.band for place in bond.places[side])


def choose_numbers(line: Mapping[int, Extent], names: Sequence[tuple[str, int]]) -> dict[int, str]:
    """Choose which clauses bear their number: from the left, each for which there is room."""
    free, chosen = 0.0, {}
    for name, place in names:
        text = shorten_label(name)
        middle, wide = sum(line[place]) / 2, len(text) * LETTER
        if middle - wide / 2 >= free and middle + wide / 2 <= WIDTH:
            chosen[place] = text
            free = middle + wide / 2 + LETTER / 2
    return chosen


def draw_shape(
    say: Messages,
    bond: DiagramFlow,
    row: DisplayRow,
    lines: Sequence[Mapping[int, Extent]],
    named: Sequence[Mapping[int, str]],
) -> DiagramShape:
    """Draw a row, or a band as one block; the clauses of a split or a merger are a block each."""
    spans: list[list[Extent]] = []
    blocks = []
    for side, line, names in zip(SIDES, lines, named, strict=True):
        own = bond.places[side]
        several = list(group_adjacent(own)) if bond.band else [[place] for place in own]
        spans.append([(line[run[0]][0], line[run[-1]][1]) for run in several])
        pairs = zip(spans[-1], [names.get(run[0], "") for run in several], strict=True)
        blocks.append(tuple(draw_block(place, name) for place, name in pairs))
    told = " · ".join([row.heading, *(word for _, word in row.kinds)])
    if bond.band:
        told = say(f"picture-band-{bond.state}", first=row.heading, count=len(bond.places["base"]))
    return DiagramShape(
        href=uris.fragment(bond.row),
        state=bond.state,
        told=told,
        above=blocks[0],
        below=blocks[1],
        bonds=tuple(draw_ribbon(one, other) for one, other in pair_extents(*spans)),
    )


def draw_block(place: Extent, name: str) -> DiagramBlock:
    """Draw a clause."""
    start, end = place
    return DiagramBlock(
        format_length(start), format_length(end - start), name, format_length((start + end) / 2)
    )


def pair_extents(base: list[Extent], target: list[Extent]) -> Iterator[tuple[Extent, Extent]]:
    """Yield what to join: one clause by shares to several, several to shares of one, else each with each."""
    if len(base) == 1 or len(target) == 1:
        one, several = (base, target) if len(base) == 1 else (target, base)
        for part, whole in zip(divide_extent(one[0], several) if one else [], several, strict=bool(one)):
            yield (part, whole) if one is base else (whole, part)
        return
    for index in range(max(len(base), len(target)) if base and target else 0):
        yield base[min(index, len(base) - 1)], target[min(index, len(target) - 1)]


def divide_extent(whole: Extent, parts: list[Extent]) -> Iterator[Extent]:
    """Divide a place in the proportions of others."""
    start, end = whole
    total = sum(last - first for first, last in parts)
    for first, last in parts:
        wide = (end - start) * (last - first) / total
        yield start, start + wide
        start += wide


def draw_ribbon(above: Extent, below: Extent) -> str:
    """Draw a ribbon between two blocks, as the path of an SVG."""
    (a, b), (c, d) = (tuple(map(format_length, place)) for place in (above, below))
    return f"M{a} {TOP}C{a} 80 {c} 72 {c} {BOTTOM}H{d}C{d} 72 {b} 80 {b} {TOP}Z"


def format_length(value: float) -> str:
    """Write a length to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def describe_diagram(say: Messages, rows: Sequence[DisplayRow]) -> Iterator[str]:
    """Say in words what the drawing shows: what moved, what was split or merged."""
    for message, wanted in (
        ("picture-moved", "move"),
        ("picture-split", "split"),
        ("picture-joined", "join"),
    ):
        found = [row.heading for row in rows if wanted in row.tokens.split()]
        if found:
            more = len(found) - NAMED
            names = say("list-separator").join(chain(found[:NAMED], ["…"] if more > 0 else []))
            yield say(message, count=len(found), names=names)
    if not any(set(row.tokens.split()) & {"move", "split", "join"} for row in rows):
        yield say("picture-plain")


def build_minimap(rows: Sequence[DisplayRow]) -> tuple[MinimapMark, ...]:
    """Return the map of a table."""
    scale = MAP_HEIGHT / (sum(row.weight for row in rows) or 1)
    made, top = [], 0.0
    for run in group_unchanged(rows):
        height = sum(row.weight for row in run) * scale
        state = "chapter" if run[0].tokens == "chapter" else run[0].state
        made.append(MinimapMark(uris.fragment(run[0].name), state, draw_mark(run[0], top, height)))
        top += height
    return tuple(made)


def group_unchanged(rows: Sequence[DisplayRow]) -> Iterator[list[DisplayRow]]:
    """Yield every row by itself, but neighbours that would be folded together."""
    run: list[DisplayRow] = []
    for row in rows:
        if run and not (row.tokens == run[0].tokens and row.tokens in FOLDED_TOKENS):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def draw_mark(row: DisplayRow, top: float, height: float) -> str:
    """Draw a mark: a line for a division, else a bar on each side that has text."""
    if row.tokens == "chapter":
        return f"M0 {top:.0f}h16v1h-16z"
    one_sided = row.state in {"add", "del"} or row.tokens == "from"
    left = bool(row.cells[0].groups)
    there = (left, not left) if one_sided else (True, True)
    bar = f"h5v{max(height - 2, LOWEST_BAR):.0f}h-5z"
    return "".join(f"M{x} {top + 1:.0f}{bar}" for x, has in zip(BAR_STARTS, there, strict=True) if has)
