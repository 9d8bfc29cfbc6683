"""Paragraphs that a copy has made of printed lines: each ends within a sentence, as wide as the others."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hexapla.findings import Finding, Span, make_finding
from hexapla.segmentation.draft_clauses import ClauseDraft
from hexapla.segmentation.folded_view import BLANK, BULLET, is_ended, measure_width
from hexapla.text.scripts import is_small_letter

FEWEST = 5
"""paragraphs that end within a sentence, before anything is said"""
FULL = 0.75
"""share of the widest such paragraph that most of them fill, if a page's edge has ended them"""


def report_torn_paragraphs(view: str, drafts: Sequence[ClauseDraft]) -> Iterator[Finding]:
    """Report that most paragraphs of clauses go on in the next one: every printed line was made a paragraph.

    Text of Word, web pages and PDF files comes so. The paragraphs are kept as the file has them.
    """
    torn: list[Span] = []
    count = 0
    for draft in drafts:
        own = [span for span in (draft.text, *draft.more) if view[slice(*span)].strip(BLANK)]
        for one, following in pairwise(own):
            count += 1
            if goes_on(view[slice(*one)].strip(BLANK), view[slice(*following)].strip(BLANK)):
                torn.append(one)
    if len(torn) < FEWEST or len(torn) * 2 < count:
        return
    widths = sorted(measure_width(view[slice(*span)].strip(BLANK)) for span in torn)
    if widths[len(widths) // 3] >= widths[-1] * FULL:
        yield make_finding("lines_as_paragraphs", spans=tuple(torn[:1]), count=len(torn))


def goes_on(text: str, following: str) -> bool:
    """Tell whether a paragraph of one line stops within a sentence that the next one goes on with."""
    if "\n" in text or is_ended(text) or BULLET.match(following):
        return False
    return is_small_letter(following) or not text[-1].isascii() or text[-1] == ","
