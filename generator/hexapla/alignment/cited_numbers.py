"""The cross-references of a text, with the numbers of the clauses that they cite.

Only what alignment needs: which characters are a reference (they change when clauses are renumbered, so
they are no part of a key), and where a reference leads.
"""

import re
from collections.abc import Iterator

from hexapla.text import number_label
from hexapla.text.numerals import HAN_NUMERALS

__all__ = ["find_references"]

RUN = rf"[{HAN_NUMERALS}\d]{{1,12}}"
HAN = re.compile(
    rf"第\s{{0,2}}({RUN}(?:-\d{{1,4}})?)\s{{0,2}}"
    rf"(?:([条條])(之[{HAN_NUMERALS}]{{1,4}})?(?:第?\s{{0,2}}{RUN}\s{{0,2}}[款項项目])*|[款項项])"
)
SIGN = re.compile(
    r"§{1,2}\s{0,2}(\d{1,5}[a-z]?)(?:\s{0,2}(?:absatz|abs\.|satz|nummer|nr\.)\s{0,2}\d{1,3}[a-z]?)*"
)
WORD = re.compile(
    r"\b(?:section|article|clause|paragraph)s?\s{1,2}(\d{1,4}(?:\.\d{1,4}){0,5})(?:\([a-z0-9]\))*"
)
TITLE_CLOSE = "》"
"""a reference right after a closing title mark leads into another text"""


def find_references(folded: str) -> Iterator[tuple[int, int, str]]:
    """Find the cross-references of a folded text: start, end, and the label of the clause they lead to.

    The label is empty where the reference leads to no clause of this text (`第二款`, another law's).
    """
    for found in HAN.finditer(folded):
        before = folded[found.start() - 1] if found.start() else ""
        inside = found[2] and before != TITLE_CLOSE
        yield *found.span(), number_label(found[1] + (found[3] or "")) if inside else ""
    for pattern in (SIGN, WORD):
        for found in pattern.finditer(folded):
            yield *found.span(), number_label(found[1])
