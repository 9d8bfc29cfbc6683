"""Lines and spaces: what a line end of a source is read as, and what stands between two pieces of a text.

Where a source breaks its lines says nothing. Between two words a line end is a space; beside a Han character
or kana, whose texts are written without spaces, it is nothing.
"""

from collections.abc import Iterator

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.text.scripts import is_wide

SOFT_BREAK = compile_lazily_with_properties(r"[^\S\n]*\n\s*")
"""a line feed inside a paragraph with the white space around it: the source's own line end"""
INVISIBLE = compile_lazily_with_properties(r"\p{Cf}+")
"""characters that take no room, as a soft hyphen"""


def soft_breaks(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Yield where the source breaks a line (start, end), and what is read there.

    Nothing between two wide characters and at the ends of the text; else a space.

    >>> list(soft_breaks("a \nb"))
    [(1, 3, ' ')]
    """
    for match in SOFT_BREAK.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        wide = not before or not after or (is_wide(before) and is_wide(after))
        yield match.start(), match.end(), "" if wide else " "


def unwrap(text: str) -> str:
    r"""Return a text as one line.

    >>> unwrap("第三条\n规定"), unwrap("as in\n  Article 3")
    ('第三条规定', 'as in Article 3')
    """
    if "\n" not in text:
        return text
    out, at = [], 0
    for start, end, instead in soft_breaks(text):
        out += [text[at:start], instead]
        at = end
    return "".join([*out, text[at:]])


def join_pieces(*pieces: str | None) -> str:
    """Join pieces of a clause (number, heading, text) as its language does: no space beside Han.

    >>> join_pieces("第三条", "目的"), join_pieces("§ 3", None, "Purpose")
    ('第三条目的', '§ 3 Purpose')
    """
    out = ""
    for piece in filter(None, pieces):
        gap = "" if not out or out[-1].isspace() or is_wide(out[-1]) or is_wide(piece[0]) else " "
        out += gap + piece
    return out


def normalize_spaces(text: str) -> str:
    """Return a text with the spaces that belong to its writing: one between two words, none beside Han.

    What is the same then says the same however its source breaks lines and sets spaces.
    """
    return join_pieces(*INVISIBLE.sub("", text).split())


def shorten(text: str, most: int) -> str:
    """Return the beginning of a text with a sign that it goes on; the text, if it has no more characters.

    >>> shorten("two lamps", 4), shorten("lamp", 4)
    ('two…', 'lamp')
    """
    return text if len(text) <= most else text[:most].rstrip() + "…"


def count_columns(text: str) -> int:
    """Count the columns that a text takes where all characters are as wide: a Han character takes two.

    >>> count_columns("工具"), count_columns("tool")
    (4, 4)
    """
    return sum([2 if is_wide(char) else 1 for char in text])


def shorten_to_columns(text: str, columns: int) -> str:
    """Return the beginning of a text that, with a sign that it goes on, fills at most some columns.

    Columns are those of `count_columns`.

    >>> shorten_to_columns("工具间管理办法", 8), shorten_to_columns("Rules", 8)
    ('工具间…', 'Rules')
    """
    width = fitting = 0
    for at, char in enumerate(text):
        width += count_columns(char)
        if width < columns:
            fitting = at + 1
        elif width > columns:
            return text[: max(1, fitting)].rstrip() + "…"
    return text
