"""Numbers that statutes write in words: First, premier, Erster; and bis, ter of inserted articles."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from hexapla.languages.loader import lists_of

ACCENT = "\u0301"


@cache
def list_capitals(word: str) -> tuple[str, ...]:
    """Return a word in capitals, also without acute accents, which Greek ones lack and Spanish ones often."""
    upper = word.upper()
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", upper).replace(ACCENT, ""))
    return (upper,) if bare == upper else (upper, bare)


def count_ordinals(*names: str) -> Iterator[tuple[str, int]]:
    """Yield the words of the ordinals' lists with their numbers, as the files write them."""
    for name in names:
        for found in lists_of("ordinals", name):
            for number, same in enumerate(found.words, 1):
                yield from ((word, number) for word in same.split("/"))


def sort_longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Sort words so that none hides a longer one that begins with it, those of one length by letters."""
    return tuple(sorted(sorted(words), key=len, reverse=True))


CARDINALS = tuple(word for found in lists_of("ordinals", "cardinal") for word in found.words)
"""One, Two, Three in the order of their numbers"""
AFTER_WORD = sort_longest_first(
    {
        form
        for word, _ in count_ordinals("after", "both", "cardinal")
        for form in (word, word.capitalize(), *list_capitals(word))
    }
)
"""numerals in words as they stand behind Article, Title, Book"""
BEFORE_WORD = sort_longest_first(
    {word if word[0].isupper() else word.capitalize() for word, _ in count_ordinals("before", "both")}
)
"""ordinals as they stand before Part, Teil, Abschnitt"""
ORDINALS = {
    form.lower(): number
    for word, number in count_ordinals("cardinal", "alone", "both", "after", "before")
    for form in (word, *list_capitals(word))
}
ALONE = tuple(
    word.capitalize()
    for found in lists_of("ordinals", "alone")
    for same in found.words
    for word in same.split("/")
)
"""ordinals by which clauses are called without a word: PRIMERA"""
FIRST_WORDS = tuple(word for found in lists_of("ordinals", "alone") for word in found.words[0].split("/"))
"""the first of the ordinals by which clauses are called without a word"""
SOLE = tuple(word.capitalize() for found in lists_of("ordinals", "sole") for word in found.words)
"""what the only one of its kind is called instead of the first: única"""
SUCCESSORS = {
    word: number
    for found in lists_of("successors", "names")
    for number, same in enumerate(found.words, 1)
    for word in same.split("/")
}
"""what stands behind the number of an inserted article"""
