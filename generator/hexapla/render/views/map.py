"""The map at the edge of a comparison: a mark per change, in the table's order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.render import uris
from hexapla.render.views.rows import QUIET, Row

__all__ = ["HEIGHT", "Mark", "marks"]

HEIGHT = 1000
"""of the map, in its own units; the page stretches it"""
LEAST = 3
"""height of the smallest bar"""
SIDES = (2, 9)
"""where the bars of both sides begin; each is 5 wide, the map 16"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A row on the map, or a run of unchanged rows; places are guessed from lengths of text."""

    href: str
    state: str
    path: str


def marks(rows: Sequence[Row]) -> tuple[Mark, ...]:
    """Return the map of a table."""
    scale = HEIGHT / (sum(row.weight for row in rows) or 1)
    made, top = [], 0.0
    for run in runs(rows):
        height = sum(row.weight for row in run) * scale
        state = "chapter" if run[0].tokens == "chapter" else run[0].state
        made.append(Mark(uris.fragment(run[0].name), state, path(run[0], top, height)))
        top += height
    return tuple(made)


def runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield every row by itself, but neighbours that would be folded together."""
    run: list[Row] = []
    for row in rows:
        if run and not (row.tokens == run[0].tokens and row.tokens in QUIET):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def path(row: Row, top: float, height: float) -> str:
    """Draw a mark: a line for a division, else a bar on each side that has text."""
    if row.tokens == "chapter":
        return f"M0 {top:.0f}h16v1h-16z"
    one_sided = row.state in {"add", "del"} or row.tokens == "from"
    left = bool(row.cells[0].groups)
    there = (left, not left) if one_sided else (True, True)
    bar = f"h5v{max(height - 2, LEAST):.0f}h-5z"
    return "".join(f"M{x} {top + 1:.0f}{bar}" for x, has in zip(SIDES, there, strict=True) if has)
