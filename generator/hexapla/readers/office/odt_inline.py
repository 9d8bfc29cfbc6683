"""What stands in a paragraph of an OpenDocument text."""

from dataclasses import dataclass, field

from hexapla.readers.characters import raise_note_marks, superscript
from hexapla.readers.office.odt_styles import OdtStyles, parse_integer
from hexapla.readers.reading_findings import ALTERNATIVE_TEXTS, OBJECTS, ReadingCounts
from hexapla.readers.xml_parser import Element, find_attribute, local_name

SIGNS = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}
SKIPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "ruby-text", "forms", "tracked-change"}
)
MOST_SPACES = 1000
BLANKS = str.maketrans("\t\n\r", "   ")


@dataclass(slots=True, kw_only=True)
class OdtReadingState(ReadingCounts):
    """What is met on the way through a document."""

    styles: OdtStyles
    notes: list[tuple[str, Element]] = field(default_factory=list)
    """marks and bodies, in the order of the text"""


@dataclass(slots=True)
class OdtParagraphText:
    """The text of one paragraph, and the boxes that are anchored in it."""

    reading: OdtReadingState
    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    ends_in_space: bool = True
    """white space in the file counts once, at the beginning not at all"""

    def text(self) -> str:
        """Return what was gathered; white space at the end is none."""
        joined = "".join(self.pieces)
        return joined.removesuffix(" ") if self.ends_in_space else joined

    def add(self, text: str | None, *, hidden: bool) -> None:
        """Add characters of the file."""
        if not text:
            return
        if hidden:
            self.reading.hidden += len(text.strip())
            return
        out = []
        for char in text.translate(BLANKS):
            if char != " " or not self.ends_in_space:
                out.append(char)
            self.ends_in_space = char == " "
        self.pieces.append("".join(out))

    def sign(self, text: str) -> None:
        """Add characters that stand for themselves, spaces too."""
        self.pieces.append(text)
        self.ends_in_space = False

    def read(self, element: Element, *, hidden: bool) -> None:
        """Read the content of an element."""
        self.add(element.text, hidden=hidden)
        for each in element:
            self.one(each, hidden=hidden)
            self.add(each.tail, hidden=hidden)

    def one(self, element: Element, *, hidden: bool) -> None:
        """Read one element in a paragraph."""
        name = local_name(element)
        if name == "s":
            self.spaces(parse_integer(find_attribute(element, "c")) or 1, hidden=hidden)
        elif name in SIGNS:
            if not hidden and SIGNS[name]:
                self.sign(SIGNS[name])
        elif name == "note":
            self.note(element, hidden=hidden)
        elif name in {"frame", "custom-shape", "rect"}:
            self.frame(element)
        elif name in {"hidden-text", "hidden-paragraph"}:
            self.reading.hidden += sum(map(len, element.itertext()))
        elif name not in SKIPPED:
            style = find_attribute(element, "style-name")
            concealed = self.reading.styles.is_hidden("text", style) if name in {"span", "a"} else hidden
            raised = raise_note_marks(element.text or "") if style in self.reading.styles.raised else None
            if raised and not (len(element) or concealed):
                self.sign(raised)
            else:
                self.read(element, hidden=hidden or concealed)

    def spaces(self, count: int, *, hidden: bool) -> None:
        """Add spaces that count."""
        if not hidden:
            self.sign(" " * min(count, MOST_SPACES))

    def note(self, element: Element, *, hidden: bool) -> None:
        """Add the mark of a note, and keep its body for the end; one in hidden text is hidden too."""
        if hidden:
            self.reading.hidden += sum(len(text.strip()) for text in element.itertext())
            return
        citation = next((each for each in element if local_name(each) == "note-citation"), None)
        body = next((each for each in element if local_name(each) == "note-body"), None)
        mark = superscript("".join(map(str, citation.itertext())).strip()) if citation is not None else ""
        self.sign(mark)
        if body is not None:
            self.reading.notes.append((mark, body))

    def frame(self, element: Element) -> None:
        """Keep the text boxes of a frame; one without text is a picture."""
        found = [each for each in element.iter() if local_name(each) == "text-box"]
        if local_name(element) != "frame" and not found:
            found = [element] if any(local_name(each) == "p" for each in element) else []
        if not found:
            self.reading.leave_out(OBJECTS)
            if any(local_name(each) == "desc" and (each.text or "").strip() for each in element.iter()):
                self.reading.leave_out(ALTERNATIVE_TEXTS)
        self.boxes += found[:1]
