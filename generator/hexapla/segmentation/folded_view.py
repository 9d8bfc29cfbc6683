"""A view of the text in which marks are looked for: one character for each of the source's, so offsets agree.

Width, look of brackets and invisible characters are settled here once, so that no pattern has to know the
four ways in which a full stop is printed. The clause's text is always cut from the source, never from the
view.
"""

import re
import unicodedata

from hexapla.model import Source

__all__ = ["HIDDEN", "INVISIBLE", "build_folded_view", "fold_text"]

HIDDEN = "\x1f"
"""stands for what a reader does not see: zero-width characters, Markdown's signs"""
BLOCKED = "\x1e"
"""stands for what can hold no mark: the inside of a fenced block"""

INVISIBLE = "\u00ad\u034f\u061c\u180e\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)))
)
SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
LINE_ENDS = "\r\v\f\x1c\x1d\x85\u2028\u2029"
CHARACTER_VARIANTS = {
    "、": "﹑､",
    ":": "︰﹕∶",
    ";": "﹔",
    ".": "﹒",
    "(": "﹙",
    ")": "﹚",
    ",": "﹐",
    "°": "º˚",
    "条": "條",
    "编": "編",
    "节": "節",
    "录": "錄録",
}

RADICALS = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
"""look like Han characters and stand for them where a PDF's letters were read by their shape"""

FOLDING_TABLE = {
    **{code: same for code in RADICALS if len(same := unicodedata.normalize("NFKC", chr(code))) == 1},
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **{ord(char): HIDDEN for char in INVISIBLE},
    **{ord(char): " " for char in SPACES},
    **{ord(char): "\n" for char in LINE_ENDS},
    **{ord(char): to for to, chars in CHARACTER_VARIANTS.items() for char in chars},
    ord("\x1e"): " ",
}

FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1[`~]*[ ]*$|\Z)", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"^ {0,3}>[^\n]*", re.MULTILINE)
MARKUP = re.compile(r"^ {0,3}#{1,6}(?= )|\*\*|__|\\(?=[.)(])", re.MULTILINE)


def fold_text(text: str) -> str:
    """Return the text with width, spaces and brackets unified, of the same length.

    Post-conditions:
        1. `len(fold(text)) == len(text)`.
        2. `fold(fold(text)) == fold(text)`.
    """
    return text.translate(FOLDING_TABLE)


def build_folded_view(source: Source) -> str:
    """Return the folded text of a source; of Markdown also without its signs and fenced blocks."""
    folded = fold_text(source.text)
    if source.media_type != "text/markdown":
        return folded
    folded = QUOTED.sub(lambda found: BLOCKED * len(found[0]), folded)
    folded = FENCE.sub(lambda found: re.sub(r"[^\n]", BLOCKED, found[0]), folded)
    return MARKUP.sub(lambda found: HIDDEN * len(found[0]), folded)
