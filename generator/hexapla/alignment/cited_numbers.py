"""The cross-references of a text, with the numbers of the clauses that they cite.

Limited to what alignment needs: which characters belong to a reference (they change when clauses are
renumbered, so keys leave them out), and which clause it cites.
"""

import re
from collections.abc import Iterator

from hexapla.text import number_label
from hexapla.text.numerals import HAN_NUMERALS

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
"""a reference right after a closing title mark cites another text"""


def find_references(folded: str) -> Iterator[tuple[int, int, str]]:
    """Find the cross-references of a folded text: start, end, and the label of the cited clause.

    The label is empty if the reference cites no clause of this text (`第二款`, or a clause of another law).
    """
    for found in HAN.finditer(folded):
        before = folded[found.start() - 1] if found.start() else ""
        inside = found[2] and before != TITLE_CLOSE
        yield *found.span(), number_label(found[1] + (found[3] or "")) if inside else ""
    for pattern in (SIGN, WORD):
        for found in pattern.finditer(folded):
            yield *found.span(), number_label(found[1])
