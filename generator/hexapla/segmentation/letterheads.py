"""What stands above a title: 文件头 and 文号, codes of a standard, an order of promulgation, an issuer."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation, write_phrases
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.dates import find_dates
from hexapla.segmentation.folded_view import TextLine
from hexapla.segmentation.front_matter import (
    ANNEX_NAMES,
    DATED,
    MARKED,
    TITLE_KINDS,
    is_title_like,
    names_kind,
)
from hexapla.segmentation.notes import CODE, NUMBER_LINE, REFERENCE_NUMBER, is_note
from hexapla.text import HIDDEN
from hexapla.text.scripts import is_small_letter

CODES = 5
"""lines of codes above the title of a standard, at most"""
STANDARD = compile_lazily(rf"\w{{0,12}}(?:{write_alternation(words_of('titles', 'standards'))})")
"""what sort of standard a text is"""
LETTERHEAD = 2
"""lines of a letterhead, at most"""
WIDE_GAP = compile_lazily(r"\S {8,}\S")
"""between the cells of a page's head"""
ANNEX_HEAD = compile_lazily(
    rf"(?:附[件录錄]|{write_alternation(ANNEX_NAMES)})"
    r"(?: ?(?:No\.?|Nr\.?|№|n°|第)? ?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|(?-i:[A-Z])))?"
    r"(?: (?-i:[a-zà-ÿа-я])[^\n]{0,100}\d{4}[^\n]{0,12})?[ \x1f]?:?",
    re.IGNORECASE,
)
"""附件1; Annexe à la délibération du 3 mai 2021"""
APPROVED = compile_lazily(
    rf"(?:{write_phrases(words_of('adopted', 'approved'))})(?: |\W){{0,2}}", re.IGNORECASE
)
LONGEST_APPROVAL = 6
"""lines that say who approved a text, at most"""
ORDER = compile_lazily(r"\S{2,24}令")
LONGEST_ORDER = 8
"""lines of an order of promulgation, with the title below it, at most"""


def count_letterhead_lines(every: Sequence[TextLine]) -> int:
    """Return how many of some lines, at least one, stand above a title."""
    if ORDER.fullmatch(every[0].text):
        return next((n for n, line in enumerate(every[:LONGEST_ORDER]) if names_kind(line.text)), 0)
    if (
        count := count_annex_lines(every)
        or count_approval_lines(every)
        or count_cell_lines(every)
        or count_codes(every)
        or count_lines_to_number(every)
    ):
        return count
    if len(every) > 1 and every[0].end == every[1].start and names_kind(every[1].text):
        issuer = is_title_like(every[0].text) and not TITLE_KINDS.search(every[0].text)
        return int(issuer and not is_note(every[0].text))
    return 0


def count_annex_lines(every: Sequence[TextLine]) -> int:
    """Return how many lines say above a title to what the text is an annex: 附件1; Приложение⏎к приказу …."""
    if not every or not ANNEX_HEAD.fullmatch(every[0].text):
        return 0
    count = 1
    while count < min(len(every), LONGEST_APPROVAL) and (
        is_small_letter(every[count].text) or is_note(every[count].text)
    ):
        count += 1
    below = every[count].text if count < len(every) else ""
    return count if below and is_title_like(below) and not is_note(below) else 0


def count_approval_lines(every: Sequence[TextLine]) -> int:
    """Return how many lines say above a title who approved the text and when: УТВЕРЖДЕНО⏎приказом … от …."""
    if not APPROVED.fullmatch(every[0].text):
        return 0
    for n, line in enumerate(every[1:LONGEST_APPROVAL], start=1):
        if MARKED.match(line.text):
            return 0
        if find_dates(line.text):
            below = every[n + 1].text if n + 1 < len(every) else ""
            return n + 1 if below and is_title_like(below) and not is_note(below) else 0
    return 0


def count_cell_lines(every: Sequence[TextLine]) -> int:
    """Return how many lines of cells over the breadth of the page stand above a title of one piece."""
    count = sum(1 for _ in takewhile(lambda line: WIDE_GAP.search(line.text), every[: LETTERHEAD + 2]))
    if not 0 < count <= LETTERHEAD or count == len(every):
        return 0
    title = every[count].text
    return count if is_title_like(title) and not is_note(title) and not MARKED.match(title) else 0


def count_codes(every: Sequence[TextLine]) -> int:
    """Return how many lines of codes stand above the title of a standard: ICS 03.080.

    What sort of standard it is (团体标准) stands among them, and is no title.
    """
    count = sum(1 for _ in takewhile(is_code, every[: CODES + 1]))
    if not 0 < count <= CODES or count == len(every):
        return 0
    title = every[count].text
    return count if names_kind(title) or (is_title_like(title) and not is_note(title)) else 0


def is_code(line: TextLine) -> bool:
    """Tell whether a line is a code of a standard, or says what sort of standard a text is: 团 体 标 准."""
    words = line.text.replace(" ", "").replace(HIDDEN, "")
    return CODE.fullmatch(line.text) is not None or STANDARD.fullmatch(words) is not None


def count_lines_to_number(every: Sequence[TextLine]) -> int:
    """Return how many lines end with the number of a document or an enactment, its title at once below."""
    for n, (line, after) in enumerate(pairwise(every[: LETTERHEAD + 2])):
        if REFERENCE_NUMBER.fullmatch(line.text):
            head = all(is_title_like(one.text) for one in every[:n])
            named = any(names_kind(one.text) for one in every[:n]) and not names_kind(after.text)
            return n + 1 if head and is_title_like(after.text) and not named else 0
        if n and NUMBER_LINE.fullmatch(line.text) and names_kind(DATED.sub("", after.text)):
            return 0 if any(names_kind(one.text) for one in every[:n]) else n + 1
    return 0
