"""Tables of old and new wording in plain text and Markdown, their cells apart by bars or tabs."""

from collections.abc import Iterator, Sequence

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.comparison_tables import find_columns, read_comparison_table
from hexapla.readers.source_builder import SourceLine
from hexapla.readers.source_tables import SourceCell

BARS = ("|", "\t", "\uff5c", "\u2502", "\u2503")
"""what parts cells: bars, also wide and drawn ones, and tabs"""
RULE = compile_lazily_with_properties(
    r"[\s|:+\-=_\u2500-\u257F\uFF5C]*[\-=\u2500-\u257F][\s|:+\-=_\u2500-\u257F\uFF5C]*"
)
BREAK = compile_lazily_with_properties(r"<br ?/?>", regex.IGNORECASE)
SIGNS = compile_lazily_with_properties(r"\*\*|__|`|^#{1,6} +", regex.MULTILINE)
ESCAPED = compile_lazily_with_properties(r"\\([|\\.()*_#-])")


def read_text_tables(text: str) -> list[SourceLine] | None:
    """Return the lines of a text with a table of old and new wording, each with its column; else None."""
    if not any(bar in text for bar in BARS):
        return None
    lines = text.split("\n")
    out: list[SourceLine] = []
    found = False
    at = 0
    while at < len(lines):
        bar = find_head(lines[at])
        end = find_table_end(lines, at, bar) if bar else at + 1
        table = read_comparison_table(list(read_rows(lines, at, end, bar))) if bar else None
        found = found or table is not None
        out += table or [SourceLine(SIGNS.sub("", lines[n]), line=n + 1) for n in range(at, end)]
        at = end
    return out if found else None


def find_head(line: str) -> str:
    """Return the bar between the cells of a line that names an old and a new wording; else nothing."""
    for bar in BARS:
        if bar in line and find_columns([SIGNS.sub("", cell) for cell in split_cells(line, bar)]):
            return bar
    return ""


def split_cells(line: str, bar: str) -> list[str]:
    """Return the cells of a line, without the bars at its ends; an escaped bar parts nothing."""
    kept = line.replace("\\|", "\x00") if bar == "|" else line
    cells = [cell.replace("\x00", "\\|").strip() for cell in kept.split(bar)]
    if bar != "\t":
        cells = cells[int(not cells[0]) :]
        cells = cells[: len(cells) - int(bool(cells) and not cells[-1])]
    return cells


def find_table_end(lines: Sequence[str], start: int, bar: str) -> int:
    """Return the line after a table: the first that has neither bar nor rule."""
    at = start
    while at < len(lines) and (bar in lines[at] or (lines[at].strip() and RULE.fullmatch(lines[at]))):
        at += 1
    return at


def read_rows(lines: Sequence[str], start: int, end: int, bar: str) -> Iterator[Sequence[SourceCell]]:
    """Yield the rows of a table: what stands between two rules, or each line if there is but one."""
    rules = [at for at in range(start, end) if RULE.fullmatch(lines[at])]
    ruled = len([at for at in rules if at < end - 1]) > 1
    pending: list[list[SourceLine]] = []
    for at in range(start, end + 1):
        ends = at == end or RULE.fullmatch(lines[at]) is not None
        if pending and (ends or not ruled):
            yield [SourceCell(tuple(cell)) for cell in pending]
            pending = []
        if ends:
            continue
        for n, cell in enumerate(split_cells(lines[at], bar)):
            if n == len(pending):
                pending.append([])
            pending[n] += (SourceLine(line, line=at + 1) for line in read_cell_lines(cell) if line)


def read_cell_lines(cell: str) -> list[str]:
    """Return the lines of a cell, without signs of Markdown."""
    return [ESCAPED.sub(r"\1", SIGNS.sub("", line.strip())) for line in BREAK.split(cell)]
