"""Characters that a text holds otherwise than its file does: raised digits, signs of symbol fonts, line ends.

The codes of a symbol font mean nothing outside the font.
"""

from hexapla.lazy_patterns import compile_lazily_with_properties

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SUPERSCRIPT = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
COUNTED = compile_lazily_with_properties(r"[0-9]+|[ivxlcdm]+|[a-pr-z]")
NOTE_MARKS = compile_lazily_with_properties(
    r"\s*+[\[(（〔]?\s*+(\d{1,3}(?:\s*+[,;，、]\s*+\d{1,3})*+)(?:\s*+[\])）〕])?(\s*+)"
)
"""numbers of notes in raised print"""
DIGITS = compile_lazily_with_properties(r"\d+")
WHITE = compile_lazily_with_properties(r"[ \t\n\r\f]+")
WIDE = r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFF60]"
BROKEN_HAN = compile_lazily_with_properties(rf"(?<={WIDE})[ \t\r]*\n[ \t\r\n]*(?={WIDE})")
"""a line of the file that ends between Han characters is no space (CSS Text, 4.1.3)"""
BULLET = "•"

SYMBOLS = {
    0xB7: BULLET,
    0xA7: "▪",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0xA8: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFC: "✓",
    0xFE: "☑",
    0xFB: "✗",
    0xFD: "☒",
    0x52: "☑",
    0x2D: "–",
}
"""of Symbol and Wingdings, those that stand before paragraphs and in forms"""

PRIVATE_USE = range(0xE000, 0xF900)
SYMBOL_FONT = range(0xF000, 0xF100)


def translate_symbol(char: str) -> str:
    """Return a sign that any font has; a private character that is not known is a replacement character."""
    code = ord(char)
    if code not in PRIVATE_USE:
        return char
    known = SYMBOLS.get(code - SYMBOL_FONT.start) if code in SYMBOL_FONT else None
    return known or REPLACEMENT


def superscript(mark: str) -> str:
    """Write the mark of a note as it is printed. In brackets it could be taken for the number of a clause."""
    return mark.translate(SUPERSCRIPT) if COUNTED.fullmatch(mark) else mark


def raise_note_marks(text: str) -> str | None:
    """Write what is printed higher as marks of notes, without brackets; None if it is no mark.

    >>> raise_note_marks("2)"), raise_note_marks("4, 5 "), raise_note_marks("er")
    ('²', '⁴,⁵ ', None)
    """
    found = NOTE_MARKS.fullmatch(text)
    if found is None:
        return None
    return ",".join(map(superscript, DIGITS.findall(found[1]))) + (" " if found[2] else "")


def collapse_space(text: str) -> str:
    """Write runs of white space in a file of markup as one space; none where a line ends between Han."""
    return WHITE.sub(" ", BROKEN_HAN.sub("", text))
