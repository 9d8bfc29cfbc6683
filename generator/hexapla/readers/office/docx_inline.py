"""What stands in a paragraph of a Word document: runs, what is around and inside them, formulas."""

from dataclasses import dataclass, field, replace

from hexapla.readers.characters import raise_note_marks, superscript, translate_symbol
from hexapla.readers.office.docx_changes import DELETED
from hexapla.readers.office.docx_styles import DocxStyles, find_child, is_on, read_value
from hexapla.readers.reading_findings import ALTERNATIVE_TEXTS, DIAGRAMS, OBJECTS, ReadingCounts
from hexapla.readers.xml_parser import Element, find_attribute, local_name

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
NOTES = frozenset({"footnoteReference", "endnoteReference"})
PICTURES = frozenset({"drawing", "pict", "object"})
MATHEMATICS = frozenset({"oMath", "oMathPara"})
WITHOUT_RESULT = ("LISTNUM", "AUTONUM", "EQ ", "SYMBOL")
"""fields whose text Word makes when it draws the page"""


@dataclass(slots=True, kw_only=True)
class DocxReadingState(ReadingCounts):
    """What is met on the way through a document."""

    styles: DocxStyles
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """kind, id and a mark of its own if it has one, in the order of the text"""
    fields: list[str] = field(default_factory=list)
    """of each open field: its code until its result begins, then nothing"""


@dataclass(frozen=True, slots=True)
class DocxPiece:
    """A stretch of a paragraph: text, a reference to a note, or a box that is anchored here."""

    text: str = ""
    note: int | None = None
    """index in `DocxReadingState.notes`"""
    box: Element | None = None


def read_inline(element: Element, reading: DocxReadingState, style: str | None) -> list[DocxPiece]:
    """Read what stands in a paragraph, or in what wraps runs."""
    found: list[DocxPiece] = []
    for each in element:
        name = local_name(each)
        if name == "r":
            found += read_run(each, reading, style)
        elif name in TRANSPARENT:
            reading.insertions += name in {"ins", "moveTo"}
            found += read_inline(each, reading, style)
        elif name in DELETED:
            reading.deletions += 1
        elif name == "AlternateContent":
            chosen = choose_alternative(each)
            found += read_inline(chosen, reading, style) if chosen is not None else []
        elif name in MATHEMATICS:
            found.append(DocxPiece(linearise_formula(each)))
    return found


def choose_alternative(element: Element) -> Element | None:
    """Return the form of a content with alternatives that a program of today shows."""
    choice = find_child(element, "Choice")
    return choice if choice is not None else find_child(element, "Fallback")


def read_run(element: Element, reading: DocxReadingState, style: str | None) -> list[DocxPiece]:
    """Read one run. Of a field only the result is read."""
    properties = find_child(element, "rPr")
    hidden = is_hidden(properties, reading.styles, style)
    raised = is_raised(properties, reading.styles)
    found: list[DocxPiece] = []
    for each in element:
        made = read_run_content(each, reading, style)
        if raised:  # of digits only: 10⁵ is no 105, but 1er and Nº are read as they are
            made = [replace(one, text=raise_note_marks(one.text) or one.text) for one in made]
        if hidden:
            reading.hidden += sum(len(piece.text) for piece in made)
        elif not reading.fields or not any(reading.fields):
            found += made
    return found


def read_run_content(element: Element, reading: DocxReadingState, style: str | None) -> list[DocxPiece]:
    """Read what stands in a run."""
    name = local_name(element)
    found: list[DocxPiece] = []
    if name == "t":
        found = [DocxPiece(read_text(element))]
    elif name in SIGNS:
        found = [DocxPiece(SIGNS[name])]
    elif name in NOTES:
        mark = "own" if find_attribute(element, "customMarkFollows") in {"1", "true", "on"} else ""
        reading.notes.append((name[: -len("Reference")], find_attribute(element, "id") or "", mark))
        found = [DocxPiece(note=len(reading.notes) - 1)]
    elif name in {"fldChar", "instrText"}:
        track_field(element, name, reading)
    elif name == "sym":
        found = [DocxPiece(decode_symbol(find_attribute(element, "char")))]
    elif name in PICTURES:
        found = find_text_boxes(element, reading)
    elif name == "AlternateContent":
        chosen = choose_alternative(element)
        inner = () if chosen is None else chosen
        found = [piece for each in inner for piece in read_run_content(each, reading, style)]
    elif name == "ruby":
        base = find_child(element, "rubyBase")
        found = [] if base is None else read_inline(base, reading, style)
    return found


def track_field(element: Element, name: str, reading: DocxReadingState) -> None:
    """Follow the beginning, the code, the result and the end of a field, which may span paragraphs."""
    if name == "instrText":
        if reading.fields:
            reading.fields[-1] += element.text or ""
        return
    kind = find_attribute(element, "fldCharType")
    if kind == "begin":
        reading.fields.append(" ")  # not empty: the code has begun
    elif kind == "separate" and reading.fields:
        reading.fields[-1] = ""
    elif kind == "end" and reading.fields:
        code = reading.fields.pop().strip().upper()
        if code.startswith(WITHOUT_RESULT):
            reading.leave_out("fields whose text is made on the page")


def find_text_boxes(element: Element, reading: DocxReadingState) -> list[DocxPiece]:
    """Return the text boxes of a drawing, of nested ones the outer; a drawing without text is a picture."""
    found: list[DocxPiece] = []
    stack = [element]
    while stack:
        top = stack.pop()
        if local_name(top) == "txbxContent":
            found.append(DocxPiece(box=top))
        elif local_name(top) == "AlternateContent":
            chosen = choose_alternative(top)
            stack += [] if chosen is None else [chosen]
        else:
            stack += reversed(top)
    if not found:
        inside = list(element.iter())
        reading.leave_out(DIAGRAMS if any(local_name(each) == "relIds" for each in inside) else OBJECTS)
        if any(local_name(each) == "docPr" and (each.get("descr") or "").strip() for each in inside):
            reading.leave_out(ALTERNATIVE_TEXTS)
    return found


def read_text(element: Element) -> str:
    """Return the text of `w:t`; white space at its ends counts only where it is said to."""
    text = element.text or ""
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text.replace("\n", " ") if kept else text.strip(SPACE).replace("\n", " ")


def decode_symbol(code: str | None) -> str:
    """Return the character of a hexadecimal code in a symbol font."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    return translate_symbol(chr(point)) if 0 < point < 0xD800 or 0xE000 <= point < 0x110000 else ""  # noqa: PLR2004 - the bounds of Unicode


def is_hidden(properties: Element | None, styles: DocxStyles, paragraph_style: str | None) -> bool:
    """Tell whether a run is hidden: by itself, its style, its paragraph's style or the document's default."""
    own = find_child(properties, "vanish")
    if own is not None:
        return is_on(own)
    by_run = styles.is_hidden(read_value(find_child(properties, "rStyle")))
    if by_run is not None:
        return by_run
    by_paragraph = styles.is_hidden(paragraph_style)
    return styles.hidden if by_paragraph is None else by_paragraph


def is_raised(properties: Element | None, styles: DocxStyles) -> bool:
    """Tell whether a run is printed higher: by itself, else by its style."""
    own = read_value(find_child(properties, "vertAlign"))
    if own is not None:
        return own == "superscript"
    return styles.is_raised(read_value(find_child(properties, "rStyle")))


def linearise_formula(element: Element | None) -> str:
    """Write a formula (OMML) as text; how deep it may be is bounded where XML is parsed."""
    if element is None:
        return ""
    name = local_name(element)
    if name == "t":
        return element.text or ""
    if name == "f":
        above, below = (linearise_formula(find_child(element, part)) for part in ("num", "den"))
        return f"{add_brackets(above)}/{add_brackets(below)}"
    inner = "".join(map(linearise_formula, element))
    if name == "sup" and inner:
        return superscript(inner) if inner.isdecimal() else f"^{add_brackets(inner)}"
    return inner


def add_brackets(text: str) -> str:
    """Put brackets around what is more than one number or word."""
    return text if text.isalnum() else f"({text})"
