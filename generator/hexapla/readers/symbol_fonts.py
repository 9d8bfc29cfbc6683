"""Signs of symbol fonts, whose codes mean nothing outside the font."""

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
    return known or "\N{REPLACEMENT CHARACTER}"
