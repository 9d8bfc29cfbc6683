"""Numbers of clauses, and the cross-references that cite them, in one spelling.

Only what alignment needs: which characters are a reference (they change when clauses are renumbered, so
they are no part of a key), and where a reference leads.
"""

import re
import unicodedata
from collections.abc import Iterator

from hexapla.text import make_key, read_numeral

__all__ = ["find_references", "normalize_number"]

HAN_DIGIT = "零〇一二三四五六七八九十百千两"
RUN = rf"[{HAN_DIGIT}\d]{{1,12}}"
HAN = re.compile(
    rf"第\s{{0,2}}({RUN}(?:-\d{{1,4}})?)\s{{0,2}}"
    rf"(?:([条條])(之[{HAN_DIGIT}]{{1,4}})?(?:第?\s{{0,2}}{RUN}\s{{0,2}}[款項项目])*|[款項项])"
)
SIGN = re.compile(
    r"§{1,2}\s{0,2}(\d{1,5}[a-z]?)(?:\s{0,2}(?:absatz|abs\.|satz|nummer|nr\.)\s{0,2}\d{1,3}[a-z]?)*"
)
WORD = re.compile(
    r"\b(?:section|article|clause|paragraph)s?\s{1,2}(\d{1,4}(?:\.\d{1,4}){0,5})(?:\([a-z0-9]\))*"
)
NUMERALS = re.compile(rf"[{HAN_DIGIT}]+|\d+[a-z]?")
TITLE_CLOSE = "》"
"""a reference right after a closing title mark leads into another text"""


def normalize_number(number: str | None) -> str:
    """Spell a printed number in one way: `第一百二十条之一` is `120-1`, `§ 1a` is `1a`; empty for None."""
    if not number:
        return ""
    folded = unicodedata.normalize("NFKC", number).casefold()
    return "-".join(map(normalize_numeral, NUMERALS.findall(folded))) or make_key(folded)


def find_references(folded: str) -> Iterator[tuple[int, int, str]]:
    """Find the cross-references of a folded text: start, end, and the label of the clause they lead to.

    The label is empty where the reference leads to no clause of this text (`第二款`, another law's).
    """
    for found in HAN.finditer(folded):
        before = folded[found.start() - 1] if found.start() else ""
        inside = found[2] and before != TITLE_CLOSE
        yield *found.span(), normalize_number(found[1] + (found[3] or "")) if inside else ""
    for pattern in (SIGN, WORD):
        for found in pattern.finditer(folded):
            yield *found.span(), normalize_number(found[1])


def normalize_numeral(run: str) -> str:
    value = read_numeral(run)
    return run.lstrip("0") if value is None else str(value)
