"""How high a row of a sheet must be: programs other than Excel do not find it out for themselves."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from hexapla.text import count_columns

LINE_HEIGHT: Final = 15.0
"""height of a line, in points"""
HIGHEST_ROW: Final = 409.0
"""what Excel allows; a longer text is whole in its cell and can be scrolled"""
MEASURED_CHARACTERS: Final = 4_000
"""characters after which a row is as high as it can be"""
REMEMBERED: Final = 1 << 12
"""texts that are remembered: most stand on many sheets"""


def estimate_height(cells: Iterable[tuple[str, int]]) -> float:
    """Estimate the height of a row, in points; of each cell its text, and its column's width in digits."""
    most = max((count_lines(text[:MEASURED_CHARACTERS], width) for text, width in cells), default=1)
    return min(HIGHEST_ROW, max(1, most) * LINE_HEIGHT + 3)


@lru_cache(REMEMBERED)
def count_lines(text: str, width: int) -> int:
    """Estimate the lines of a text in a column."""
    return sum(1 + int(count_columns(line) / (width - 2)) for line in text.split("\n"))
