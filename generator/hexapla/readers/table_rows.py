"""Lines of a structured document, and rows of its tables as lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hexapla.model import SourceLocation
from hexapla.readers.source_builder import SourceBuilder


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line; an empty one parts what stands before it from what comes after."""

    text: str
    paragraph: int | None = None
    line: int | None = None
    part: str | None = None
    heading: bool = False
    """stands apart, with an empty line before and after it"""


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table."""

    lines: tuple[SourceLine, ...]

    @property
    def written(self) -> tuple[SourceLine, ...]:
        """Its lines without the empty ones."""
        return tuple(line for line in self.lines if line.text.strip())


def write_row(cells: Sequence[SourceCell]) -> list[SourceLine]:
    """Write a row: cells with one paragraph each on one line, separated by tabs.

    A cell of several paragraphs, or with a table in it, stands on lines of its own: pressed into one line its
    numbers would stand in mid-sentence. Empty cells at the end leave no tabs; a row without text is no line.
    """
    out: list[SourceLine] = []
    pending: list[SourceLine | None] = []

    def flush() -> None:
        while pending and pending[-1] is None:
            pending.pop()
        first = next((line for line in pending if line is not None), None)
        if first is not None:
            text = "\t".join("" if line is None else line.text.replace("\n", " ") for line in pending)
            out.append(SourceLine(text, first.paragraph, first.line, first.part))
        pending.clear()

    for cell in cells:
        written = cell.written
        if len(written) > 1:
            flush()
            out.extend(written)
        else:
            pending.append(written[0] if written else None)
    flush()
    return out


def write_lines(writing: SourceBuilder, lines: Iterable[SourceLine]) -> None:
    """Write lines; a run of empty ones is kept, for it is the author's."""
    for line in lines:
        if line.heading:
            writing.gap()
        place = SourceLocation(start=0, part=line.part, paragraph=line.paragraph, line=line.line)
        writing.line(line.text, place if line.text else None)
        if line.heading:
            writing.line("")
