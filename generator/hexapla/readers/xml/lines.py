"""Lines in the making while a tree is read."""

from dataclasses import dataclass, field

import regex

from hexapla.readers.markup import Element, line_of
from hexapla.readers.tables import Line
from hexapla.readers.writing import superscript
from hexapla.text import joined

__all__ = ["Lines"]

WHITE = regex.compile(r"[ \t\n\r]+")
WIDE = r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFF60]"
BROKEN_HAN = regex.compile(rf"(?<={WIDE})[ \t\r]*\n[ \t\r\n]*(?={WIDE})")


@dataclass(slots=True)
class Lines:
    """Lines, and the one that is being written."""

    all: list[Line] = field(default_factory=list)
    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    """numbers and headings that wait for the text they stand before"""
    line: int | None = None
    notes: list[tuple[str, Line]] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        """Add characters to the line."""
        if text:
            self.pieces.append(WHITE.sub(" ", BROKEN_HAN.sub("", text)))

    def at(self, element: Element) -> None:
        """Note where the line begins, if it has not begun."""
        if self.line is None:
            self.line = line_of(element)

    def prefix(self, text: str) -> None:
        """Put a number before the next line."""
        if text.strip():
            self.number.append(text.strip())

    def flush(self) -> None:
        """End the line, if there is anything on it."""
        text = WHITE.sub(" ", "".join(self.pieces)).strip(" ")
        self.pieces.clear()
        if text:
            self.all.append(Line(joined(*self.number, text), line=self.line))
            self.number.clear()
        if not self.number:
            self.line = None

    def end_number(self) -> None:
        """Let a number that waits for text stand by itself."""
        self.flush()
        if self.number:
            self.all.append(Line(joined(*self.number), line=self.line))
            self.number.clear()
            self.line = None

    def gap(self) -> None:
        """End the line and leave an empty one."""
        self.end_number()
        if self.all and self.all[-1].text:
            self.all.append(Line(""))

    def note(self, mark: str | None, text: str, line: int | None) -> None:
        """Put the mark of a note here, and its text at the end."""
        shown = superscript(mark or str(len(self.notes) + 1))
        self.pieces.append(shown)
        self.notes.append((shown, Line(WHITE.sub(" ", text).strip(" "), line=line)))

    def finish(self) -> None:
        """Add the notes."""
        self.gap()
        self.all += [Line(f"{mark} {note.text}", line=note.line) for mark, note in self.notes]
