"""Reading order: columns, and pieces that stand on one line."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from hexapla.readers.pdf.page_lines import PdfLine

BINS = 200
"""vertical strips into which a text area is cut to look for a gutter"""
FEWEST = 4
"""lines that a column has"""
FULL = 0.55
"""of a column's width that its lines take up in the middle; those of a table's cells take less"""
NARROWEST = 8
"""times the size of the font: list numbers before hanging paragraphs are no column"""
INNER = (0.2, 0.8)
"""where a gutter may be, as a share of the width"""
DEEPEST = 3
"""columns within columns"""


def order_lines(lines: Sequence[PdfLine], depth: int = 0) -> list[list[PdfLine]]:
    """Return blocks of lines in reading order.

    Without columns the order is that of the file, which is nearly always right. Columns are read one after
    another between lines that stand across them. That two columns are no table is seen by their lines, which
    fill them.
    """
    gutter = find_gutter(lines) if depth < DEEPEST else None
    if gutter is None:
        return [join_pieces(lines)] if lines else []
    blocks: list[list[PdfLine]] = []
    sides: tuple[list[PdfLine], list[PdfLine]] = ([], [])

    def flush() -> None:
        for side in sides:
            blocks.extend(order_lines(tuple(side), depth + 1))
            side.clear()

    for line in sorted(lines, key=lambda line: -line.middle):
        if line.left < gutter < line.right:
            flush()
            blocks.append([line])
        else:
            sides[line.left >= gutter].append(line)
    flush()
    return blocks


def find_gutter(lines: Sequence[PdfLine]) -> float | None:
    """Return where an empty strip parts two columns; None if there is none."""
    if len(lines) < 2 * FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = (right - left) / BINS
    if width <= 0:
        return None
    covered = [0] * (BINS + 1)
    for line in lines:
        covered[int((line.left - left) / width)] += 1
        covered[min(BINS, int((line.right - left) / width) + 1)] -= 1
    total, crossed = 0, []
    for change in covered[:BINS]:
        total += change
        crossed.append(total)
    few = max(2, len(lines) // 12)
    inner = range(int(BINS * INNER[0]), int(BINS * INNER[1]))
    best = min(inner, key=lambda each: (crossed[each], abs(each - BINS // 2)))
    if crossed[best] > few:
        return None
    first = last = best
    while last + 1 < BINS and crossed[last + 1] == crossed[best]:
        last += 1
    while first > 0 and crossed[first - 1] == crossed[best]:
        first -= 1
    gutter = left + width * (first + last + 1) / 2
    before = [line for line in lines if line.right <= gutter]
    sides = before, [line for line in lines if line.left >= gutter]
    return gutter if all(map(is_column, sides)) and is_beside(*sides) else None


def is_column(side: Sequence[PdfLine]) -> bool:
    """Tell whether lines fill the strip in which they stand."""
    if len(side) < FEWEST:
        return False
    width = max(line.right for line in side) - min(line.left for line in side)
    if width < NARROWEST * median(line.size for line in side):
        return False
    return median(line.right - line.left for line in side) >= FULL * width


def is_beside(one: Sequence[PdfLine], other: Sequence[PdfLine]) -> bool:
    """Tell whether two columns stand beside each other, and not one above the other."""
    top = min(max(line.top for line in side) for side in (one, other))
    bottom = max(min(line.bottom for line in side) for side in (one, other))
    return sum(bottom <= line.middle <= top for line in (*one, *other)) * 2 >= len(one)


def join_pieces(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Join pieces that stand beside each other and follow each other, with a tab between."""
    out: list[PdfLine] = []
    for line in lines:
        last = out[-1] if out else None
        if last is None or not line.is_beside(last) or line.left < last.right - last.height:
            out.append(line)
            continue
        gap = "" if line.left - last.right < last.height * 0.2 else "\t"
        out[-1] = replace(
            last,
            text=last.text + gap + line.text,
            right=max(line.right, last.right),
            top=max(line.top, last.top),
            bottom=min(line.bottom, last.bottom),
        )
    return out
