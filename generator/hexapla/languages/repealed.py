"""Clauses of which only the number is left: `第三条 （删除）`, `§§ 36 bis 41 (weggefallen)`, `2. [Reserved]`.

A text that was taken out leaves its number behind, so that the numbers after it stay what they were. What
stands in its place says nothing but that it was taken out, and perhaps when and by what.
"""

from collections.abc import Iterable
from functools import lru_cache

import regex

from hexapla.languages.loader import words_of
from hexapla.lazy_patterns import compile_lazily_with_properties

LONGEST = 240
"""characters of a remark that is read"""


def write_words(words: Iterable[str]) -> str:
    """Write an alternation of words or phrases, the longest first, with any white space between."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(regex.escape, word.split())) for word in found)


OPEN, CLOSE = r"[(（\[［{<＜〈《〔【]", r"[)）\]］}>＞〉》〕】]"
STOP = r"[.。．:：]?"
LEAD = r"[\s\p{Pd}*·…_]*"
LEFT_OUT = frozenset(words_of("repealed", "left_out"))
SAID = write_words(word for word in words_of("repealed", "words") if word not in LEFT_OUT)
GONE = rf"(?:(?<![\p{{L}}\p{{M}}])|(?=[\p{{Han}}\p{{Hangul}}]))(?:{SAID})(?![\p{{L}}\p{{M}}\p{{N}}])"
BY = rf"(?:{write_words(words_of('repealed', 'by'))})"
REMARK = rf"(?:\s*{OPEN}.{{1,200}}{CLOSE})?"
BEGINS = compile_lazily_with_properties(rf"{LEAD}(?:{OPEN}|{GONE})", regex.IGNORECASE)
"""how each of the following begins: one look at most texts tells that they are none of them"""
FIRST_LETTERS = frozenset(
    letter for word in words_of("repealed", "words") for letter in (word[0].lower(), word[0].upper())
)
"""with which one of the words can begin; of letters that are neither Han nor plain Latin nothing is asked"""
PLAIN_LETTER = compile_lazily_with_properties(r"[A-Za-z\p{Han}]")
ALONE = compile_lazily_with_properties(rf"{LEAD}{GONE}{STOP}{REMARK}{STOP}{LEAD}", regex.IGNORECASE)
"""削除 · 삭제 <2021. 5. 1.> · – weggefallen –"""
BRACKETED = compile_lazily_with_properties(
    rf"{LEAD}{OPEN}(?P<before>.{{0,80}}?){GONE}(?P<after>.{{0,160}}){CLOSE}{STOP}{REMARK}{LEAD}",
    regex.IGNORECASE,
)
"""[Repealed by Act 3 of 1999] · （由2010年第5號第3條廢除）"""
TOLD = compile_lazily_with_properties(
    rf"{LEAD}{GONE}[,:.]?\s+(?:\p{{Pd}}\s+)?{BY}(?<after>(?![\p{{L}}\p{{M}}]).{{1,160}})", regex.IGNORECASE
)
"""Repealed by Act 12 of 1999."""
FIGURE = compile_lazily_with_properties(r"\d")


@lru_cache(maxsize=1 << 14)
def may_begin_with(first: str) -> bool:
    """Tell whether such a remark may begin with a character; the empty text is none."""
    return first in FIRST_LETTERS or not PLAIN_LETTER.match(first)


def is_repealed(text: str) -> bool:
    """Tell whether a text says nothing but that what stood here was taken out.

    What is said besides, without brackets or inside them, must give a figure: a date, a law, a section.

    >>> is_repealed("（删除）"), is_repealed("삭제 <2021. 5. 1.>"), is_repealed("[Repealed by Act 3 of 1999]")
    (True, True, True)
    >>> is_repealed("Deleted files are kept for 30 days."), is_repealed("削除することができる。")
    (False, False)
    """
    if not may_begin_with(text.lstrip()[:1]):
        return False
    line = " ".join(text.split())
    if not line or len(line) > LONGEST or not BEGINS.match(line):
        return False
    if ALONE.fullmatch(line):
        return True
    told = BRACKETED.fullmatch(line) or TOLD.fullmatch(line)
    if told is None:
        return False
    rest = "".join(told.groupdict().values())
    return not any(map(str.isalnum, rest)) or FIGURE.search(rest) is not None
