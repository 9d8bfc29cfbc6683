"""Whether a version's text is all there, and what says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from hexapla.findings import Finding, make_finding
from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Clause, Completeness
from hexapla.segmentation.back_matter import is_contact, is_dated
from hexapla.segmentation.draft_clauses import ClauseDraft
from hexapla.segmentation.front_matter import ANNEX_NAMES
from hexapla.segmentation.number_steps import is_first
from hexapla.segmentation.open_ends import (
    ENDED,
    ITEM_CONJUNCTION,
    MORE,
    check_last_list,
    find_open_end,
    find_unfinished_end,
    is_closing_low_quote,
    strip_invisible_end,
)
from hexapla.text import fold_print, make_key

SPACED_ANNEX = write_alternation(word for word in ANNEX_NAMES if not UNSPACED.match(word))
UNSPACED_ANNEX = write_alternation(word for word in ANNEX_NAMES if UNSPACED.match(word))
ANNEX = compile_lazily(rf"(?:{UNSPACED_ANNEX})|(?:{SPACED_ANNEX})\b", re.IGNORECASE)
ANNEX_ROW = compile_lazily(
    rf"附[:：]|(?:附[件表录錄图圖]|(?:{SPACED_ANNEX})\b)[^。.:：–—-]{{0,30}}[:：–—-]", re.IGNORECASE
)
CAPTION = compile_lazily(rf"[^，。；：、,;:]{{2,30}}(?:{write_alternation(words_of('annexes', 'pictures'))})")
"""what stands alone below a text for a picture or a form that a plain copy lacks"""
LABELLED = compile_lazily(r"\w{2,8}[:：][^，。；,;]{1,24}")
"""副本：各班, a row below a letter"""
VALUE = compile_lazily(r"(?:^|[\s:：])[-+()\d\s]*\d[-+()\d\s]*$")
STARTS_INSIDE = compile_lazily(
    rf"(?:{write_alternation(words_of('wanting', 'before'))}|[，。；、,;)）])|[a-zà-þ]{{2,}}[\s,;.]"
)
MOST_VERSIONS = 100
"""versions that one is compared with, so that a file of very many stays linear"""
SHORTEST_TAIL = 2
SHORTEST_TEXT = 24
SENTENCE = compile_lazily(r"[。，；,;]")
CONCLUDING_WORDS = compile_lazily(
    rf"(?<![A-Za-zÀ-ÿ])(?:{write_alternation(words_of('commencement', 'phrases'))})$", re.IGNORECASE
)
"""with these words a law ends, by its meaning, even if its full stop is lost"""
LONGEST_CONCLUSION = 400
"""characters of a text's end in which such words are looked for"""
SHORTEST_SENTENCE = 24
"""bytes in UTF-8 of a clause that could be a sentence and is no mere heading"""
SHORTEST_PREFIX = 8


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and its reason."""

    completeness: Completeness
    evidence: str


WHOLE = Judgement(Completeness.WHOLE, "")


def judge_completeness(
    clauses: Sequence[Clause],
    drafts: Sequence[ClauseDraft],
    *,
    signed: bool,
    titled: bool = False,
    promised: bool = False,
) -> Judgement:
    """Judge a version by its own text: how it ends, and with which number it begins.

    Nothing is missing at the end of a text that is signed there; but where a line below promised more, it is.
    """
    if not clauses:
        return WHOLE
    if promised:
        return Judgement(Completeness.CUT_OFF, MORE)
    end = None if signed else find_missing_end(clauses)
    if end:
        return Judgement(Completeness.CUT_OFF, end)
    start = find_missing_beginning(clauses, drafts, titled=titled)
    return Judgement(Completeness.FRAGMENT, start) if start else WHOLE


def find_missing_end(clauses: Sequence[Clause]) -> str | None:
    """Say what shows that the end is missing, or return None: a missing full stop shows nothing by itself."""
    own = strip_invisible_end(clauses[-1].text)
    found = find_open_end(own, clauses) or check_last_list(clauses)
    return found or (find_unfinished_end(own, clauses) if lacks_full_stop(clauses) else None)


def report_missing_ends(
    judgement: Judgement, clauses: Sequence[Clause], *, signed: bool
) -> Iterator[Finding]:
    """Report what is missing at either end, or that a last sentence may go on."""
    if judgement.completeness is not Completeness.WHOLE:
        yield make_finding(judgement.completeness.value, evidence=judgement.evidence)
    open_ended = judgement.completeness is not Completeness.CUT_OFF and not signed
    if open_ended and clauses and lacks_full_stop(clauses):
        yield make_finding("full_stop_missing", spans=clauses[-1].spans[:1])


def lacks_full_stop(clauses: Sequence[Clause]) -> bool:
    """Tell whether a last sentence has no full stop, though the others have theirs: a doubt, no verdict.

    Rows, values, addresses, dates and headings need none, and a law is at its end when it comes into force.
    """
    last = clauses[-1]
    own = strip_invisible_end(last.text)
    if (
        len(own.encode()) < SHORTEST_SENTENCE
        or has_end_sign(own)
        or (last.number is None and len(clauses) > 1)
    ):
        return False
    line = fold_print(own[-LONGEST_LAST_LINE:].rsplit("\n", 1)[-1])
    if is_concluded(own) or is_dated(line) or is_contact(line):
        return False
    if has_final_row(own, numbered=last.number is not None) or has_final_list(own):
        return False
    if len(clauses) == 1:
        return SENTENCE.search(own) is not None
    others = select_comparable_texts(clauses)
    return sum(map(has_closed_end, others)) * 2 > len(others)


LONGEST_LAST_LINE = 400
"""characters of a last line that could be a date or an address, at most"""


def is_concluded(own: str) -> bool:
    """Tell whether a text has come to its end by its meaning; only its last words are looked at."""
    return CONCLUDING_WORDS.search(own[-LONGEST_CONCLUSION:]) is not None


def has_end_sign(own: str) -> bool:
    """Tell whether a text ends with a sign that ends sentences, or closes what ends one."""
    tail = fold_print(own[-SHORTEST_TEXT:])
    return ENDED.search(tail[-1:]) is not None or is_closing_low_quote(tail)


def has_closed_end(text: str) -> bool:
    """Tell whether a clause ends like a sentence, or like an item that leads on to the next one."""
    own = strip_invisible_end(text)
    return has_end_sign(own) or ITEM_CONJUNCTION.search(fold_print(own[-SHORTEST_TEXT:])) is not None


def has_final_row(own: str, *, numbered: bool) -> bool:
    """Tell whether a text ends with rows that need no full stop: a value, or what stands under an annex.

    What a numbered clause itself says is no row: of a clause that breaks off, nothing may be called removed.
    """
    rows = [row.strip() for row in own.split("\n") if row.strip()]
    last = rows[-1]
    if any(ANNEX.match(row) and not has_end_sign(row) for row in rows[-MOST_VERSIONS:-1]):
        return True
    if len(last) <= SHORTEST_TEXT and VALUE.search(last):
        return True
    if len(rows) > 1 and all(LABELLED.fullmatch(row) for row in rows[-2:]):
        return True
    apart = has_end_sign(rows[-2]) if len(rows) > 1 else not numbered
    return apart and bool(ANNEX_ROW.match(last) or CAPTION.fullmatch(last))


def has_final_list(own: str) -> bool:
    """Tell whether a text ends with short rows, as an address does; lines broken at a width are long."""
    rows = [row for row in own.split("\n") if row.strip()][-2:]
    return len(rows) > 1 and min(map(len, rows)) <= SHORTEST_TEXT


def select_comparable_texts(clauses: Sequence[Clause]) -> list[str]:
    """Return the texts that the last clause is measured by: those of its own list, else all others.

    A clause that leads to a list is no measure, and an annex is measured by itself.
    """
    last = clauses[-1]
    measures: list[Clause] = []
    deeper = -1
    for clause in reversed(clauses):
        if ANNEX.match(clause.number or clause.heading or ""):
            break
        if clause is not last and clause.text and clause.depth >= deeper:
            measures.append(clause)
        deeper = clause.depth
    same = takewhile(lambda clause: clause.depth >= last.depth, measures)
    siblings = [one.text for one in same if one.depth == last.depth and one.number is not None]
    return siblings if siblings and last.number is not None else [clause.text for clause in measures]


def find_missing_beginning(
    clauses: Sequence[Clause], drafts: Sequence[ClauseDraft], *, titled: bool
) -> str | None:
    """Say why the beginning seems to be missing, or return None: one article alone is a whole text.

    Small letters below a title go on with it: Minutes of the meeting⏎on 12 May.
    """
    first = clauses[0]
    inside = STARTS_INSIDE.match(first.text) if first.number is None else None
    if inside and not (titled and first.text[0].islower()):
        return "it begins in mid-sentence"
    marks = [draft.chosen.mark for draft in drafts if draft.chosen]
    alone = sum(mark.scheme.counts_on for mark in marks) == 1 and marks[0].scheme.counts_on
    if marks and not is_first(marks[0]) and not alone:
        return "the first number is not a first number"
    return None


def find_continuing_version(
    clauses: Sequence[Clause], others: Sequence[tuple[str, Sequence[Clause]]]
) -> str | None:
    """Return the name of another version in the middle of one of whose sentences this one stops.

    A version that stops where a sentence of the other one ends is shorter, not cut off: that is how laws are
    amended. So is one that has come to its end by its meaning.
    """
    own = strip_invisible_end(clauses[-1].text) if clauses else ""
    if not others or len(own) < SHORTEST_TAIL or has_end_sign(own) or is_concluded(own):
        return None
    keys = [make_key(clause.text) for clause in clauses]
    for name, other in others:
        if is_beginning(keys, other) or is_broken_off(clauses[-1], keys[-1], other):
            return name
    return None


def is_beginning(keys: Sequence[str], other: Sequence[Clause]) -> bool:
    """Tell whether a version's clauses, folded, are the beginning of another version."""
    last = len(keys) - 1
    if len(other) <= last or not is_continued_in(keys[last], other[last].text):
        return False
    return all(make_key(other[n].text) == keys[n] for n in range(last))


def is_broken_off(last: Clause, own: str, other: Sequence[Clause]) -> bool:
    """Tell whether another version has the last clause word for word and goes on in the middle of a word."""
    if last.number is None or len(own) < SHORTEST_PREFIX:
        return False
    same = (clause.text for clause in other if clause.number == last.number)
    return any(is_continued_in(own, text) and extract_continuation(own, text)[:1].isalpha() for text in same)


def is_continued_in(own: str, text: str) -> bool:
    """Tell whether a text begins with a folded one and goes on in the same sentence, which it ends."""
    folded = make_key(text)
    if len(folded) <= len(own) or not folded.startswith(own) or not has_closed_end(text):
        return False
    return not has_end_sign(extract_continuation(own, text).lstrip()[:1])


def extract_continuation(own: str, text: str) -> str:
    """Return what a text says after a folded beginning of its own, counted character by character."""
    left = len(own)
    for at, char in enumerate(text):
        if left <= 0:
            return text[at:]
        left -= len(make_key(char))
    return ""
