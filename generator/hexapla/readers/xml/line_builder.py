"""Lines in the making while a tree is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.characters import WHITE, collapse_space, superscript
from hexapla.readers.reading_findings import ReadingCounts
from hexapla.readers.source_builder import Opening, SourceLine, SourceWitness
from hexapla.readers.xml_parser import Element, find_line
from hexapla.text import join_pieces

MOST_NOTES = 100
"""notes before one among which its mark must not be"""
STOPS = compile_lazily_with_properties(r"[.,;:。，；：]+")
"""what stands after the end of a block belongs to its last line"""


@dataclass(frozen=True, slots=True)
class XmlVocabulary:
    """What the elements of a vocabulary of laws are."""

    spaced: frozenset[str] = frozenset()
    """blocks with an empty line before them"""
    blocks: frozenset[str] = frozenset()
    hierarchy: frozenset[str] = frozenset()
    """elements that are provisions, if they have a number"""
    skipped: frozenset[str] = frozenset()
    """elements without text of the law"""
    special: Mapping[str, Callable[[Element, "LineBuilder"], None]] = field(default_factory=dict)
    """what is more than a block or a piece of one"""


@dataclass(slots=True)
class LineBuilder(ReadingCounts):
    """Lines, and the one that is being written."""

    vocabulary: XmlVocabulary = XmlVocabulary()
    all: list[SourceLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    """numbers and headings that wait for the text they stand before"""
    line: int | None = None
    remark: bool = False
    """what is read is about the clause before it, and no text of it"""
    opening: str = ""
    """of a quotation, for the line that begins next"""
    known: dict[str, Element] = field(default_factory=dict)
    """notes that stand apart from the text, by their names"""
    notes: list[tuple[str, SourceLine]] = field(default_factory=list)
    title: str = ""
    """that the file states"""
    witnesses: list[SourceWitness] = field(default_factory=list)
    """versions that it tells apart"""
    goes_on: bool = False
    """the next line stands in the paragraph of the one before it"""
    begun: str = ""
    """the element of a provision whose first line is not yet written"""
    headed: bool = False
    """whether what is written next is the heading of that provision"""
    quoted: int = 0
    """quotations that are open: what stands in them is no provision of the text"""

    def add(self, text: str | None) -> None:
        """Add characters to the line."""
        if text:
            self.pieces.append(collapse_space(text))

    def at(self, element: Element) -> None:
        """Note where the line begins, if it has not begun."""
        if self.line is None:
            self.line = find_line(element)

    def prefix(self, text: str) -> None:
        """Put a number before the next line."""
        if text.strip():
            self.number.append(text.strip())

    def flush(self) -> None:
        """End the line, if there is anything on it."""
        text = WHITE.sub(" ", "".join(self.pieces)).strip(" ")
        self.pieces.clear()
        if STOPS.fullmatch(text) and not self.number:
            self.close(text)
        elif text:
            self.write(text)
        if not self.number:
            self.line = None

    def write(self, text: str) -> None:
        """Write a line, with the numbers that wait for it."""
        words = self.opening + join_pieces(*self.number, text)
        opens = None
        if self.begun:
            number = len(join_pieces(*self.number))
            opens = Opening(self.begun, number, len(words) - number if self.headed and text else 0)
        self.all.append(
            SourceLine(words, line=self.line, note=self.remark, goes_on=self.goes_on, opens=opens)
        )
        self.goes_on = False
        self.number.clear()
        self.opening = self.begun = ""

    def begin_provision(self, element: str) -> None:
        """Let a provision begin with the next line."""
        self.end_number()
        self.begun = element

    def end_provision(self) -> None:
        """Let a provision end with the last line; one of which nothing was written is none."""
        self.end_number()
        last = next((n for n in range(len(self.all) - 1, -1, -1) if self.all[n].text), None)
        if self.begun or last is None:
            self.begun = ""
        else:
            self.all[last] = replace(self.all[last], closes=self.all[last].closes + 1)

    def end_number(self) -> None:
        """Let a number that waits for text stand by itself."""
        self.flush()
        if self.number:
            self.write("")
            self.line = None

    def close(self, sign: str) -> None:
        """Put a closing sign at the end of the last line."""
        last = next((n for n in range(len(self.all) - 1, -1, -1) if self.all[n].text), None)
        if last is not None:
            self.all[last] = replace(self.all[last], text=self.all[last].text + sign)

    def gap(self) -> None:
        """End the line and leave an empty one."""
        self.end_number()
        if self.all and self.all[-1].text:
            self.all.append(SourceLine(""))

    def note(self, mark: str | None, text: str, line: int | None) -> None:
        """Put the mark of a note here, and its text at the end."""
        shown = superscript(mark or "")
        if shown == (mark or "") or any(shown == other for other, _ in self.notes[-MOST_NOTES:]):
            shown = superscript(str(len(self.notes) + 1))  # F1 would run into the word before it
        before = self.pieces.pop() if self.pieces else ""
        self.pieces += [before.rstrip(" "), shown, " " * before.endswith(" ")]
        self.notes.append((shown, SourceLine(WHITE.sub(" ", text).strip(" "), line=line)))

    def raise_digits(self, element: Element) -> bool:
        """Add digits that are printed higher as such; tell whether it is that."""
        digits = "".join(map(str, element.itertext())).strip()
        if not digits.isdecimal() or not digits.isascii():
            return False
        self.pieces.append(superscript(digits))
        return True

    def finish(self) -> None:
        """Add the notes."""
        self.gap()
        self.all += [SourceLine(f"{mark} {note.text}", line=note.line) for mark, note in self.notes]
