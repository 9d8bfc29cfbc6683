"""What stands in a paragraph: runs, and what is around and inside them."""

from dataclasses import dataclass, field, replace

from hexapla.readers.docx.mathematics import linear
from hexapla.readers.docx.names import child, is_on, value
from hexapla.readers.docx.styles import Styles
from hexapla.readers.markup import Element, attribute, local
from hexapla.readers.symbols import symbol
from hexapla.readers.writing import superscript

__all__ = ["Piece", "Reading", "pieces", "seen"]

SPACE = " \t\n\r"
SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "",
}
TRANSPARENT = frozenset(
    "hyperlink smartTag sdt sdtContent customXml ins moveTo fldSimple dir bdo ruby rubyBase".split()
)
"""what only wraps runs; of ruby text the base is read"""
GONE = frozenset({"del", "moveFrom"})
NOTES = frozenset({"footnoteReference", "endnoteReference"})
PICTURES = frozenset({"drawing", "pict", "object"})
MATHEMATICS = frozenset({"oMath", "oMathPara"})
WITHOUT_RESULT = ("LISTNUM", "AUTONUM", "EQ ", "SYMBOL")
"""fields whose text Word makes when it draws the page"""


@dataclass(slots=True)
class Reading:
    """What is met on the way through a document."""

    styles: Styles
    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    """characters"""
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """kind, id and a mark of its own if it has one, in the order of the text"""
    left_out: dict[str, int] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    """of each open field: its code until its result begins, then nothing"""

    def leave_out(self, what: str) -> None:
        """Note that something was left out."""
        self.left_out[what] = self.left_out.get(what, 0) + 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: text, a reference to a note, or a box that is anchored here."""

    text: str = ""
    note: int | None = None
    """index in `Reading.notes`"""
    box: Element | None = None


def pieces(element: Element, reading: Reading, style: str | None) -> list[Piece]:
    """Read what stands in a paragraph, or in what wraps runs."""
    found: list[Piece] = []
    for each in element:
        name = local(each)
        if name == "r":
            found += run(each, reading, style)
        elif name in TRANSPARENT:
            reading.insertions += name in {"ins", "moveTo"}
            found += pieces(each, reading, style)
        elif name in GONE:
            reading.deletions += 1
        elif name == "AlternateContent":
            chosen = seen(each)
            found += pieces(chosen, reading, style) if chosen is not None else []
        elif name in MATHEMATICS:
            found.append(Piece(linear(each)))
    return found


def seen(element: Element) -> Element | None:
    """Return the form of a content with alternatives that a program of today shows."""
    choice = child(element, "Choice")
    return choice if choice is not None else child(element, "Fallback")


def run(element: Element, reading: Reading, style: str | None) -> list[Piece]:
    """Read one run. Of a field only the result is read."""
    properties = child(element, "rPr")
    hidden = is_hidden(properties, reading.styles, style)
    raised = value(child(properties, "vertAlign")) == "superscript"
    found: list[Piece] = []
    for each in element:
        made = in_run(each, reading, style)
        if raised:  # of digits only: 10⁵ is no 105, but 1er and Nº are read as they are
            made = [replace(one, text=superscript(one.text)) if one.text.isdecimal() else one for one in made]
        if hidden:
            reading.hidden += sum(len(piece.text) for piece in made)
        elif not reading.fields or not any(reading.fields):
            found += made
    return found


def in_run(element: Element, reading: Reading, style: str | None) -> list[Piece]:
    """Read what stands in a run."""
    name = local(element)
    found: list[Piece] = []
    if name == "t":
        found = [Piece(text_of(element))]
    elif name in SIGNS:
        found = [Piece(SIGNS[name])]
    elif name in NOTES:
        mark = "own" if attribute(element, "customMarkFollows") in {"1", "true", "on"} else ""
        reading.notes.append((name[: -len("Reference")], attribute(element, "id") or "", mark))
        found = [Piece(note=len(reading.notes) - 1)]
    elif name in {"fldChar", "instrText"}:
        field_part(element, name, reading)
    elif name == "sym":
        found = [Piece(of_code(attribute(element, "char")))]
    elif name in PICTURES:
        found = boxes(element, reading)
    elif name == "AlternateContent":
        chosen = seen(element)
        inner = () if chosen is None else chosen
        found = [piece for each in inner for piece in in_run(each, reading, style)]
    elif name == "ruby":
        base = child(element, "rubyBase")
        found = [] if base is None else pieces(base, reading, style)
    return found


def field_part(element: Element, name: str, reading: Reading) -> None:
    """Follow the beginning, the code, the result and the end of a field, which may span paragraphs."""
    if name == "instrText":
        if reading.fields:
            reading.fields[-1] += element.text or ""
        return
    kind = attribute(element, "fldCharType")
    if kind == "begin":
        reading.fields.append(" ")  # not empty: the code has begun
    elif kind == "separate" and reading.fields:
        reading.fields[-1] = ""
    elif kind == "end" and reading.fields:
        code = reading.fields.pop().strip().upper()
        if code.startswith(WITHOUT_RESULT):
            reading.leave_out("fields whose text is made on the page")


def boxes(element: Element, reading: Reading) -> list[Piece]:
    """Return the text boxes of a drawing, of nested ones the outer; a drawing without text is a picture."""
    found: list[Piece] = []
    stack = [element]
    while stack:
        top = stack.pop()
        if local(top) == "txbxContent":
            found.append(Piece(box=top))
        elif local(top) == "AlternateContent":
            chosen = seen(top)
            stack += [] if chosen is None else [chosen]
        else:
            stack += reversed(top)
    if not found:
        reading.leave_out("pictures and objects")
    return found


def text_of(element: Element) -> str:
    """Return the text of `w:t`; white space at its ends counts only where it is said to."""
    text = element.text or ""
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text.replace("\n", " ") if kept else text.strip(SPACE).replace("\n", " ")


def of_code(code: str | None) -> str:
    """Return the character of a hexadecimal code in a symbol font."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    return symbol(chr(point)) if 0 < point < 0xD800 or 0xE000 <= point < 0x110000 else ""  # noqa: PLR2004 - the bounds of Unicode


def is_hidden(properties: Element | None, styles: Styles, paragraph_style: str | None) -> bool:
    """Tell whether a run is hidden: by itself, its style, its paragraph's style or the document's default."""
    own = child(properties, "vanish")
    if own is not None:
        return is_on(own)
    by_run = styles.is_hidden(value(child(properties, "rStyle")))
    if by_run is not None:
        return by_run
    by_paragraph = styles.is_hidden(paragraph_style)
    return styles.hidden if by_paragraph is None else by_paragraph
