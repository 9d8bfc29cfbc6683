"""The same text as worse copies bring it: run together, in half width, hard-wrapped and misread.

Each variant is made by rule, the same on every machine, so none is stored. Its gold is that of the text.
"""

import re
import unicodedata
from collections.abc import Callable

__all__ = ["VARIANTS"]

WRAPPED = 27
"""characters a line: prime, so that breaks fall into numbers, references and words alike"""
MISREAD = str.maketrans({"日": "曰", "末": "未", "己": "已", "土": "士", "干": "千", "人": "入"})
EVERY = 7
"""each so many characters, one that can be misread is"""


def run_together(text: str) -> str:
    """Remove every line break, as copying from some viewers does."""
    return "".join(line.strip() for line in text.splitlines())


def half_width(text: str) -> str:
    """Write punctuation and spaces in half width, as typed on a foreign keyboard; 。 has no such form."""
    return "".join(unicodedata.normalize("NFKC", char) if char != "。" else char for char in text)


def scanned(text: str) -> str:
    """Break lines at a fixed width wherever that falls, and misread some characters; marks are left alone."""
    body = re.sub(r"[^\S\n]+", "", text)
    pieces = re.split(r"(第[一二三四五六七八九十百]+[章条]|（[一二三四五六七八九十]+）)", body)
    seen = "".join(piece if at % 2 else _misread(piece) for at, piece in enumerate(pieces))
    lines = [line for line in seen.splitlines() if line]
    return "\n".join(
        line[start : start + WRAPPED] for line in lines for start in range(0, len(line), WRAPPED)
    )


def _misread(piece: str) -> str:
    return "".join(char.translate(MISREAD) if at % EVERY == 0 else char for at, char in enumerate(piece))


VARIANTS: dict[str, Callable[[str], str]] = {
    "run together": run_together,
    "half width": half_width,
    "scanned": scanned,
}
