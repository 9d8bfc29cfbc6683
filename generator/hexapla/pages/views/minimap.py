"""The map at the edge of a comparison: a mark per change, in the table's order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.pages import uris
from hexapla.pages.views.display_rows import FOLDED_TOKENS, DisplayRow

HEIGHT = 1000
"""of the map, in its own units; the page stretches it"""
LEAST = 3
"""height of the smallest bar"""
SIDES = (2, 9)
"""where the bars of both sides begin; each is 5 wide, the map 16"""


@dataclass(frozen=True, slots=True)
class MinimapMark:
    """A row on the map, or a run of unchanged rows; places are guessed from lengths of text."""

    href: str
    state: str
    path: str


def build_minimap(rows: Sequence[DisplayRow]) -> tuple[MinimapMark, ...]:
    """Return the map of a table."""
    scale = HEIGHT / (sum(row.weight for row in rows) or 1)
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
    bar = f"h5v{max(height - 2, LEAST):.0f}h-5z"
    return "".join(f"M{x} {top + 1:.0f}{bar}" for x, has in zip(SIDES, there, strict=True) if has)
