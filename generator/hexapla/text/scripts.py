"""Scripts: which characters are Han, which are set without spaces, which refer to notes."""

from functools import lru_cache

from hexapla.lazy_patterns import compile_lazily_with_properties

HAN = compile_lazily_with_properties(r"\p{Han}")
WIDE = compile_lazily_with_properties(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D\u2026\u2014]"
)
RAISED = "⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ†‡"
"""signs by which notes are referred to, for a character class"""


WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Han
    (0xAC00, 0xD7A3),  # hangul: words carry particles, so syllables match better
    (0xF900, 0xFAFF),  # Han, compatibility forms
    (0x20000, 0x3FFFF),  # Han, rarer
)
"""first and last code points of scripts of which a single character is a unit of comparison"""


@lru_cache(maxsize=1 << 16)
def is_written_without_spaces(code: int) -> bool:
    """Tell whether a code point is of a script whose single characters are compared, not its words.

    >>> is_written_without_spaces(ord("条")), is_written_without_spaces(ord("a"))
    (True, False)
    """
    return any(low <= code <= high for low, high in WITHOUT_SPACES)


UNSPACED = compile_lazily_with_properties(
    "[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in WITHOUT_SPACES) + "]+"
)


def count_unspaced(text: str) -> int:
    """Count the characters of scripts that are written without spaces.

    >>> count_unspaced("第3条 rules")
    2
    """
    return sum(map(len, UNSPACED.findall(text)))


@lru_cache(maxsize=1 << 16)
def is_wide(char: str) -> bool:
    """Tell whether no space is written between this character and a Han character."""
    return bool(WIDE.match(char))


def is_small_letter(text: str) -> bool:
    """Tell whether a text begins with a small letter of a script that has capitals in its sentences.

    Unicode takes Georgian letters for small ones, but a Georgian sentence begins with no other.

    >>> is_small_letter("under"), is_small_letter("Under"), is_small_letter("მუხლი"), is_small_letter("")
    (True, False, False, False)
    """
    return text[:1].islower() and not "\u10d0" <= text[0] <= "\u10ff"
