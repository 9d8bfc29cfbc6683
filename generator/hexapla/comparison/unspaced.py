"""Runs of a script without spaces between words, such as Thai: cut by known words, never inside a syllable.

What stands between two known words stays whole: without a dictionary nothing tells where its words end, and a
cut through a syllable reads worse than a longer edit.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache

import regex

SCRIPT = r"\p{Thai}"
"""scripts that are cut so; the words come from the language's file"""
DEPENDENT = regex.compile(r"[\p{M}\u0E30\u0E32\u0E33\u0E45\u0E46\u0E2F]")
"""vowels and signs that follow their consonant, so that no word begins with them"""
LEADING = frozenset("เแโใไ")
"""vowels before their consonant, so that no word ends with them"""
VOWEL = regex.compile(r"[\u0E30-\u0E3A\u0E40-\u0E44\u0E47]")
MYRIAD = 10**6
"""what multiplies all before it: ล้าน"""


@cache
def by_first(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Gather words by their first character, longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(same) for first, same in found.items()}


def is_boundary(run: str, at: int) -> bool:
    """Tell whether a word may end or begin at a place: not between a vowel and its consonant."""
    return at >= len(run) or not (DEPENDENT.match(run, at) or (at > 0 and run[at - 1] in LEADING))


def known_at(run: str, at: int, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the longest known word at a place; empty if there is none."""
    if not is_boundary(run, at):
        return ""
    same = (word for word in words.get(run[at], ()) if run.startswith(word, at))
    return next((word for word in same if is_boundary(run, at + len(word))), "")


def cut_unspaced(run: str, words: frozenset[str]) -> list[str]:
    """Cut a run into known words and what stands between them.

    Consonants alone are no syllable but the end of the one before: they stay with it.

    Post-condition: the pieces joined are the run.
    """
    index = by_first(words)
    pieces: list[str] = []
    at = start = 0
    while at < len(run):
        word = known_at(run, at, index)
        if not word:
            at += 1
            continue
        add(pieces, run[start:at])
        pieces.append(word)
        at = start = at + len(word)
    add(pieces, run[start:])
    return pieces


def add(pieces: list[str], rest: str) -> None:
    """Add what no list knows; without a vowel it belongs to the word before it."""
    if not rest:
        return
    if pieces and not VOWEL.search(rest):
        pieces[-1] += rest
    else:
        pieces.append(rest)


def spoken_number(text: str, numbers: Mapping[str, int], powers: Mapping[str, int]) -> Fraction | None:
    """Read number words that are written together, each digit before its power: สามร้อยยี่สิบเอ็ด is 321."""
    values = {**numbers, **powers}
    index = by_first(frozenset(values))
    total = section = digit = at = 0
    while at < len(text):
        word = next((one for one in index.get(text[at], ()) if text.startswith(one, at)), "")
        if not word:
            return None
        if word not in powers:
            digit = numbers[word]
        elif powers[word] >= MYRIAD:
            total, section, digit = (total + section + digit or 1) * powers[word], 0, 0
        else:
            section, digit = section + (digit or 1) * powers[word], 0
        at += len(word)
    return Fraction(total + section + digit)


def unspaced_only(words: Iterable[str]) -> frozenset[str]:
    """Return the words that are of such a script."""
    return frozenset(word for word in words if regex.match(SCRIPT, word))
