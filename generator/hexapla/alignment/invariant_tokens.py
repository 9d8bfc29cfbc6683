"""What stays the same in a translation: figures, references, names in Latin letters."""

import re
from collections import Counter
from collections.abc import Iterator

from hexapla.alignment.prepared import UNIT_END, PreparedVersion
from hexapla.text import joined, numeral
from hexapla.text.numerals import ENGLISH_CARDINALS, ENGLISH_TENS
from hexapla.units import Unit

__all__ = ["collect_vocabulary", "count_invariant_tokens"]

HAN_FIGURE = re.compile(r"[零〇一二三四五六七八九十百千万两]{1,9}")
COUNTED = "日天月年个個名倍次元岁歲时時"
"""a single Han digit is a figure only before one of these; else it is a word (一般, 三农)"""
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
NAME = re.compile(r"\b[A-Z]{2,}\b")
WORD = re.compile(r"[^\W\d_]{3,}")
SPELLED = {
    word: str(value * step)
    for step, words in ((1, ENGLISH_CARDINALS), (10, ENGLISH_TENS))
    for value, word in enumerate(words)
    if value > 1
}
"""figures that English laws write out; `one` is an article more often than a figure"""
LATIN_WORD = re.compile(r"[a-z]+")


def count_invariant_tokens(side: PreparedVersion) -> list[Counter[str]]:
    """Per unit its figures in one spelling, the clauses that it refers to, and names in capitals."""
    return [
        Counter(
            [*extract_invariant_tokens(join_text_and_parts(unit)), *(f"§{target}" for target in references)]
        )
        for unit, references in zip(side.units, side.references, strict=True)
    ]


def collect_vocabulary(side: PreparedVersion) -> set[str]:
    """The words of a text; runs of Han count as words."""
    text = side.codes.tobytes().decode("utf-32-le", "surrogatepass")
    return set(WORD.findall(text.replace(UNIT_END, " ")))


def join_text_and_parts(unit: Unit) -> str:
    return "\n".join([unit.clause.text, *(joined(part.heading, part.text) for part in unit.parts)])


def extract_invariant_tokens(text: str) -> Iterator[str]:
    for found in DIGITS.findall(text):
        yield found.replace(",", "")
    for match in HAN_FIGURE.finditer(text):
        value = numeral(match[0])
        if value is not None and (len(match[0]) > 1 or text[match.end() : match.end() + 1] in COUNTED):
            yield str(value)
    yield from NAME.findall(text)
    for word in LATIN_WORD.findall(text.casefold()):
        if word in SPELLED:
            yield SPELLED[word]
