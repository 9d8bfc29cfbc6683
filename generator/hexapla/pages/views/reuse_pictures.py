"""Pictures of what documents share: a matrix of shares both ways, and a network around a circle.

Both stand on one order, in which documents that share much are neighbours. Nothing is laid out by chance or
by repeated steps: the same shares give the same picture. The circle gives every name a place of its own,
which a layout by forces does not: with two hundred documents it can still be read.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.pages import uris
from hexapla.pages.marked_text import flatten_text
from hexapla.text import count_columns, shorten_to_columns

Shares = Mapping[tuple[str, str], float]
"""share of the first document that stands in the second, 0 to 1"""
LEVELS = (0.05, 0.2, 0.4, 0.7)
"""shares from which on a cell is drawn, and drawn darker"""
MOST_CELLS = 5_000
"""of a matrix; of more the largest shares are drawn"""
CELL, LABEL_WIDTH, LABEL_COLUMNS, LABEL_COLUMN = 13, 230, 30, 6.0
"""of a matrix: side of a cell and most room for names, in pixels; columns of a name (two a Han character);
pixels of a column"""
FEWEST_LINKED, MOST_LINKED, MOST_EDGES = 4, 200, 3
"""documents below which a network says nothing, above which it cannot be read; edges that each begins"""
LYING = 12
"""documents up to which their names lie; of more each stands along its radius"""
EDGE_LEVELS = (0.05, 0.2, 0.5)
"""shares, the larger of both ways, from which on an edge is drawn, and drawn thicker"""
SPACING, SMALLEST, NAMES_WIDTH, NAMES_COLUMNS, NAMES_COLUMN = 12.6, 120, 235, 40, 6.6
"""of a network, in pixels: room for a name along the circle, the least radius, most room for names around it;
columns of a name; pixels of a column"""


@dataclass(frozen=True, slots=True)
class PictureLabel:
    """A document's name in a picture."""

    href: str
    text: str
    title: str
    place: int
    """from 1"""
    x: str
    y: str
    turn: str
    """value of `transform`; empty: none"""
    end: bool
    """whether the text ends at its place, and does not begin there"""


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A matrix or a network, ready to be written as SVG."""

    width: int
    height: int
    box: str
    """value of `viewBox`"""
    labels: tuple[PictureLabel, ...]
    paths: tuple[tuple[str, str], ...]
    """class and path"""
    left_out: int
    """cells or documents that are not drawn"""


def measure_labels(texts: Sequence[str], column: float, most: int) -> int:
    """Return the room that the longest of some names needs, in pixels.

    Args:
        texts: the names.
        column: pixels of a column, as `count_columns` counts them.
        most: the room that is kept at most.

    >>> measure_labels(["工具间", "Rules"], 6, 230)
    46
    """
    longest = max(map(count_columns, texts), default=0)
    return min(most, 10 + math.ceil(column * longest))


def find_level(share: float, levels: Sequence[float]) -> int:
    """Return which of some levels a share reaches, from 1; 0: none."""
    return sum(share >= level for level in levels)


def draw_matrix(order: Sequence[str], titles: Mapping[str, str], shares: Shares, here: str) -> SharePicture:
    """Draw the share of each document (a line) that stands in each other one (a column)."""
    place = {name: at for at, name in enumerate(order)}
    drawn = sorted(
        (
            (-round(share, 9), place[one], place[other])
            for (one, other), share in shares.items()
            if share >= LEVELS[0] and one in place and other in place
        )
    )
    marks: dict[int, list[tuple[int, int]]] = {}
    for share, row, column in drawn[:MOST_CELLS]:
        marks.setdefault(find_level(-share, LEVELS), []).append((row, column))
    paths = [(f"hx-t{level}", draw_cells(sorted(cells))) for level, cells in sorted(marks.items())]
    paths.append(("hx-t0", draw_cells([(at, at) for at in range(len(order))])))
    side = CELL * len(order)
    texts = [shorten_to_columns(flatten_text(titles[name]), LABEL_COLUMNS) for name in order]
    room = measure_labels(texts, LABEL_COLUMN, LABEL_WIDTH)
    return SharePicture(
        width=room + side + 2,
        height=side + CELL + 4,
        box=f"{-room} {-CELL - 2} {room + side + 2} {side + CELL + 4}",
        labels=tuple(
            PictureLabel(
                href=uris.link(here, uris.reuse_uri(name)),
                text=texts[at],
                title=flatten_text(titles[name]),
                place=at + 1,
                x="-6",
                y=str(CELL * at + CELL - 3),
                turn="",
                end=True,
            )
            for at, name in enumerate(order)
        ),
        paths=tuple(paths),
        left_out=max(0, len(drawn) - MOST_CELLS),
    )


def draw_cells(cells: Sequence[tuple[int, int]]) -> str:
    """Draw cells of one shade as one path, neighbours on a line as one piece; `cells` ascend."""
    pieces: list[str] = []
    at = 0
    while at < len(cells):
        row, column = cells[at]
        length = 1
        while at + length < len(cells) and cells[at + length] == (row, column + length):
            length += 1
        pieces.append(f"M{CELL * column} {CELL * row}h{CELL * length - 1}v{CELL - 1}h{1 - CELL * length}z")
        at += length
    return "".join(pieces)


def draw_network(
    order: Sequence[str], titles: Mapping[str, str], shares: Shares, here: str
) -> SharePicture | None:
    """Draw documents around a circle, joined where one stands in another; None where too few are joined."""
    edges = list_edges(order, shares)
    strength: dict[str, float] = {}
    for share, one, other in edges:
        for name in (one, other):
            strength[name] = max(share, strength.get(name, 0.0))
    chosen = set(sorted(strength, key=lambda name: (-round(strength[name], 9), name))[:MOST_LINKED])
    if len(chosen) < FEWEST_LINKED:
        return None
    circle = [name for name in order if name in chosen]
    radius = max(SMALLEST, round(SPACING * len(circle) / math.tau))
    spots = {name: math.tau * at / len(circle) - math.pi / 2 for at, name in enumerate(circle)}
    pieces: dict[int, list[str]] = {}
    for share, one, other in choose_edges(edges, chosen):
        chord = draw_chord(spots[one], spots[other], radius)
        pieces.setdefault(find_level(share, EDGE_LEVELS), []).append(chord)
    names = [shorten_to_columns(flatten_text(titles[name]), NAMES_COLUMNS) for name in circle]
    half = radius + measure_labels(names, NAMES_COLUMN, NAMES_WIDTH)
    high = radius + 2 * CELL if len(circle) <= LYING else half
    return SharePicture(
        width=2 * half,
        height=2 * high,
        box=f"{-half} {-high} {2 * half} {2 * high}",
        labels=tuple(
            place_label((name, titles[name]), spots[name], radius, at, here, lying=len(circle) <= LYING)
            for at, name in enumerate(circle, start=1)
        ),
        paths=tuple((f"hx-e{level}", "".join(own)) for level, own in sorted(pieces.items())),
        left_out=len(strength) - len(circle),
    )


def list_edges(order: Sequence[str], shares: Shares) -> list[tuple[float, str, str]]:
    """Return the pairs that share enough, by the larger of both shares, the largest first."""
    known, found = frozenset(order), dict[tuple[str, str], float]()
    for (one, other), share in shares.items():
        if share >= EDGE_LEVELS[0] and one in known and other in known:
            pair = (min(one, other), max(one, other))
            found[pair] = max(share, found.get(pair, 0.0))
    return sorted(
        ((share, *pair) for pair, share in found.items()), key=lambda edge: (-round(edge[0], 9), *edge[1:])
    )


def choose_edges(
    edges: Sequence[tuple[float, str, str]], chosen: set[str]
) -> Iterator[tuple[float, str, str]]:
    """Yield the edges that are among the largest of one of their documents: all of them nobody could read."""
    begun: dict[str, int] = {}
    for share, one, other in edges:
        if {one, other} <= chosen and min(begun.get(one, 0), begun.get(other, 0)) < MOST_EDGES:
            yield share, one, other
            for name in (one, other):
                begun[name] = begun.get(name, 0) + 1


def draw_chord(one: float, other: float, radius: int) -> str:
    """Draw a curve between two angles of the circle, bent towards its middle the further they are apart."""
    (x, y), (u, v) = (turn_point(angle, radius) for angle in (one, other))
    apart = abs(one - other)
    middle = (one + other) / 2 + (math.pi if apart > math.pi else 0)
    apart = min(apart, math.tau - apart)
    bend = turn_point(middle, radius * 0.85 * (1 - apart / math.pi))
    return f"M{x} {y}Q{bend[0]} {bend[1]} {u} {v}"


def turn_point(angle: float, radius: float) -> tuple[int, int]:
    """Return the point of a circle at an angle."""
    return round(radius * math.cos(angle)), round(radius * math.sin(angle))


def place_label(
    document: tuple[str, str],
    angle: float,
    radius: int,
    at: int,
    here: str,
    *,
    lying: bool,
) -> PictureLabel:
    """Place a document's name outside of the circle: lying, or along its radius, read from below.

    Args:
        document: id and title.
        angle: of its place.
        radius: of the circle.
        at: its number, from 1.
        here: address from which it is linked.
        lying: the name lies.
    """
    name, title = document
    left = math.cos(angle) < -1e-9  # noqa: PLR2004 - straight up and down count as right
    turn = round(math.degrees(angle), 1) + (180 if left else 0)
    x, y = turn_point(angle, radius + 8)
    return PictureLabel(
        href=uris.link(here, uris.reuse_uri(name)),
        text=shorten_to_columns(flatten_text(title), NAMES_COLUMNS),
        title=flatten_text(title),
        place=at,
        x=str(x),
        y=str(y),
        turn="" if lying else f"rotate({turn:g} {x} {y})",
        end=left,
    )
