"""Tokens that a translation keeps: figures, references, and names in capital Latin letters."""

import re
from collections import Counter
from collections.abc import Iterator

from hexapla.alignment.prepared import UNIT_END, PreparedVersion
from hexapla.text import join_pieces, read_numeral
from hexapla.text.numerals import ENGLISH_CARDINALS, ENGLISH_TENS
from hexapla.units import Unit

HAN_FIGURE = re.compile(r"[零〇一二三四五六七八九十百千万两]{1,9}")
COUNTED = "日天月年个個名倍次元岁歲时時"
"""a single Han digit counts as a figure only before one of these; else it is part of a word (一般, 三农)"""
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
NAME = re.compile(r"\b[A-Z]{2,}\b")
WORD = re.compile(r"[^\W\d_]{3,}")
SPELLED = {
    word: str(value * step)
    for step, words in ((1, ENGLISH_CARDINALS), (10, ENGLISH_TENS))
    for value, word in enumerate(words)
    if value > 1
}
"""number words of English laws; without `one`, which is a pronoun or determiner more often than a figure"""
LATIN_WORD = re.compile(r"[a-z]+")


def count_invariant_tokens(side: PreparedVersion) -> list[Counter[str]]:
    """Count per unit its figures in decimal digits, the clauses that it cites, and its names in capitals."""
    return [
        Counter(
            [*extract_invariant_tokens(join_text_and_parts(unit)), *(f"§{target}" for target in references)]
        )
        for unit, references in zip(side.units, side.references, strict=True)
    ]


def collect_vocabulary(side: PreparedVersion) -> set[str]:
    """Collect the words of a version; a run of Han characters counts as one word."""
    text = side.codes.tobytes().decode("utf-32-le", "surrogatepass")
    return set(WORD.findall(text.replace(UNIT_END, " ")))


def join_text_and_parts(unit: Unit) -> str:
    """Join the text of a unit with the headings and texts of its parts, one per line, without its heading."""
    return "\n".join([unit.clause.text, *(join_pieces(part.heading, part.text) for part in unit.parts)])


def extract_invariant_tokens(text: str) -> Iterator[str]:
    """Yield the figures of a text in decimal digits, and its names in capital Latin letters."""
    for found in DIGITS.findall(text):
        yield found.replace(",", "")
    for match in HAN_FIGURE.finditer(text):
        value = read_numeral(match[0])
        if value is not None and (len(match[0]) > 1 or text[match.end() : match.end() + 1] in COUNTED):
            yield str(value)
    yield from NAME.findall(text)
    for word in LATIN_WORD.findall(text.casefold()):
        if word in SPELLED:
            yield SPELLED[word]
