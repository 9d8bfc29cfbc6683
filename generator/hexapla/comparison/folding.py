"""Fold a text one character to one, for looking words up: offsets stay those of the original.

Traditional Han to simplified (OpenCC's single-character table), full width to half, as keys only: what is
shown is always cut from the original. Folds that change the length (NFKC, phrases) are used by the flags,
which need no offsets.
"""

from functools import cache

import regex
from opencc import OpenCC

__all__ = ["convert_to_simplified", "fold_characters"]

HAN = regex.compile(r"\p{Han}")
BLOCKS = ((0x3400, 0xA000), (0xF900, 0xFB00))
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0xFFE1: ord("£"), 0xFFE5: ord("¥")}


@cache
def load_converter() -> OpenCC:
    """Load OpenCC's table from traditional to simplified characters."""
    return OpenCC("t2s")


@cache
def load_folding_table() -> dict[int, int]:
    """Map code points to code points; one pass of OpenCC over the Han blocks."""
    chars = [chr(code) for first, last in BLOCKS for code in range(first, last)]
    single = load_converter().convert("\n".join(chars)).split("\n")
    return FULL_WIDTH | {ord(a): ord(b) for a, b in zip(chars, single, strict=True) if a != b and len(b) == 1}


def fold_characters(text: str) -> str:
    """Return a text of the same length in simplified, half-width characters."""
    return text.translate(load_folding_table() if HAN.search(text) else FULL_WIDTH)


def convert_to_simplified(text: str) -> str:
    """Convert whole phrases from traditional to simplified; the length may change."""
    converted: str = load_converter().convert(text)
    return converted
