"""Scripts: which characters are Han, which are set without spaces, which refer to notes."""

import regex

HAN = regex.compile(r"\p{Han}")
WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D\u2026\u2014]")
RAISED = "⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ†‡"
"""signs by which notes are referred to, for a character class"""


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
