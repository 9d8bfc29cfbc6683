"""What is filled into a form: on the page it stands beside its caption, in the file at the end."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hexapla.readers.pdf.page_lines import Glyph, PdfLine, split_lines

NEAREST = 50
"""lines of about one height among which the caption is looked for"""


def place_values(lines: Sequence[PdfLine], glyphs: Sequence[Glyph]) -> Sequence[PdfLine]:
    """Put what is filled in among the lines of a page: behind what stands to its left, else by its height.

    Args:
        lines: of the page, in the order in which they are read.
        glyphs: what its fields show.
    """
    values = [line for run in split_at_heights(glyphs) for line in split_lines(run)]
    heights = sorted((line.middle, n) for n, line in enumerate(lines))
    behind: dict[int, list[PdfLine]] = {}
    for value in values:
        behind.setdefault(find_place(value, lines, heights), []).append(value)
    out = list(sort_down(behind.pop(-1, [])))
    for n, line in enumerate(lines):
        out += [line, *sort_down(behind.pop(n, []))]
    return out


def sort_down(values: Sequence[PdfLine]) -> list[PdfLine]:
    """Return lines from above and from the left."""
    return sorted(values, key=lambda each: (-each.middle, each.left))


def split_at_heights(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Part the characters of fields that stand above each other: nothing in the file does."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        inked = not (glyph.generated or glyph.char.isspace())
        if inked and last and (glyph.bottom >= last.top or glyph.top <= last.bottom):
            yield run
            run = []
        run.append(glyph)
        last = glyph if inked else last
    yield run


def find_place(value: PdfLine, lines: Sequence[PdfLine], heights: Sequence[tuple[float, int]]) -> int:
    """Return the line behind which a value stands; -1 for none.

    That is the last one beside it that begins to its left, else the one before the next line below it.
    """
    at = bisect_left(heights, (value.middle, -1))
    near = [n for _, n in heights[max(0, at - NEAREST) : at + NEAREST]]
    left = [n for n in near if value.is_beside(lines[n]) and lines[n].left <= value.left]
    if left:
        return max(left, key=lambda n: lines[n].left)
    lower = reversed(heights[max(0, at - NEAREST) : at])
    below = next((n for _, n in lower if not value.is_beside(lines[n])), len(lines))
    return below - 1
