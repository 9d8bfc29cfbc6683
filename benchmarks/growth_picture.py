"""Curves of time against size as a picture in SVG, both axes in powers of ten."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

__all__ = ["Curve", "draw_panels"]

Curve = Mapping[int, float]
"""size → seconds"""
WIDTH, HEIGHT = 340, 250
LEFT, RIGHT, TOP, BOTTOM = 52, 12, 34, 40
STYLE = (
    "text{font:12px sans-serif;fill:#555}.t{font-weight:bold}.g{stroke:#8884;stroke-width:1}"
    ".c0{stroke:#888;fill:#888}.c1{stroke:#0a6e5c;fill:#0a6e5c}"
    "polyline{fill:none!important;stroke-width:2}polyline.c0{stroke-dasharray:5 4}"
    "@media(prefers-color-scheme:dark){text{fill:#bbb}.c1{stroke:#3cc9a7;fill:#3cc9a7}}"
)


def draw_panels(panels: Sequence[tuple[str, str, Mapping[str, Curve]]]) -> str:
    """Draw panels side by side.

    Args:
        panels: title, what the sizes count, and at most two curves by their names.

    >>> "<polyline" in draw_panels([("alignment", "clauses", {"now": {10: 0.1, 100: 1.0}})])
    True
    """
    drawn = "".join(
        f'<g transform="translate({at * WIDTH} 0)">{"".join(draw_panel(*panel))}</g>'
        for at, panel in enumerate(panels)
    )
    size = f"{WIDTH * len(panels)} {HEIGHT}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}"><style>{STYLE}</style>{drawn}</svg>\n'
    )


def draw_panel(title: str, unit: str, curves: Mapping[str, Curve]) -> Iterator[str]:
    """Yield the parts of one panel."""
    sizes = [size for curve in curves.values() for size in curve]
    times = [max(seconds, 0.001) for curve in curves.values() for seconds in curve.values()]
    across, down = span_axis(sizes), span_axis(times)

    def place(size: float, seconds: float) -> tuple[float, float]:
        x = (math.log10(size) - across[0]) / (across[1] - across[0])
        y = (math.log10(max(seconds, 0.001)) - down[0]) / (down[1] - down[0])
        return round(LEFT + x * (WIDTH - LEFT - RIGHT), 1), round(
            HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM), 1
        )

    yield f'<text class="t" x="{LEFT}" y="18">{escape(title)}</text>'
    for power in range(math.ceil(down[0]), math.floor(down[1]) + 1):
        x, y = place(10 ** across[0], 10**power)
        yield f'<path class="g" d="M{x} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{10**power:g} s</text>'
    for size in sorted(set(sizes)):
        x, _ = place(size, 10 ** down[0])
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{size:,g}</text>'
    yield f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">{escape(unit)}</text>'
    for at, (name, curve) in enumerate(curves.items()):
        points = [place(*point) for point in sorted(curve.items())]
        yield f'<polyline class="c{at}" points="{" ".join(f"{x},{y}" for x, y in points)}"/>'
        yield from (f'<circle class="c{at}" cx="{x}" cy="{y}" r="3"/>' for x, y in points)
        where = LEFT + 90 + 70 * at
        yield f'<text x="{where}" y="18" class="c{at}" style="stroke:none">{escape(name)}</text>'


def span_axis(values: Sequence[float]) -> tuple[float, float]:
    """Return the powers of ten between which values lie, with some room around them."""
    low, high = math.log10(min(values)), math.log10(max(values))
    return low - 0.15, max(high, low + 0.3) + 0.15
