"""Of the words that are known, the one that was probably meant by a word that is none of them."""

from collections.abc import Sequence
from difflib import get_close_matches


def find_nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word that was probably meant.

    >>> find_nearest("titel", ["title", "language"])
    'title'
    """
    folded = {each.casefold(): each for each in reversed(known)}
    close = get_close_matches(word.casefold(), folded, n=1)
    return folded[close[0]] if close else None
