"""Whether a version's text is all there, and what says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from hexapla.model import Clause, Completeness
from hexapla.segment.drafts import Draft
from hexapla.segment.folding import INVISIBLE
from hexapla.segment.sequence import is_first
from hexapla.text import key

__all__ = ["MOST", "Judgement", "judge", "prefix_of"]

ENDED = re.compile(r"[。.．﹒｡!?;:…)】》」』”’\"'\])*_|%]\s*$")
HANGING = re.compile(r"[,、,:(“‘「\[——-]\s*$")
LINKED = re.compile(
    r"[;；,，]\s*(?:and|or|and/or|und|oder|sowie|et|ou|y|o|e|以及|或者|和|或|及|並|且|并且)\s*$"
)
"""an item that leads on to the next one"""
DANGLING = re.compile(
    r"(?:[^\W\d]|,)\s+(?:the|an?|and|or|of the|in the|to the|for the|by the|with the|of an?|in an?|which|if|"
    r"der|des|dem|den|das|ein|eine|einer|eines|und|oder|le|les|un|une|du|des|et|ou|el|los|las|una|del|y|"
    r"il|gli|della|dello|di|do|da|dos)$|"
    r"(?:以及|或者|并且|及其|並且|及び|又は|並びに|若しくは|또는)$"
)
"""words after which no text ends"""
ANNEX = re.compile(
    r"(?:附|別表|别表|부칙|별표)|(?:annex|appendix|schedule|exhibit|anlage|anhang|annexe|anexo)\b",
    re.IGNORECASE,
)
ANNEX_ROW = re.compile(
    r"附[:：]|(?:附[件表录錄图圖]|(?:annex|appendix|schedule|exhibit|anlage|anhang|annexe|anexo|allegato)\b)"
    r"[^。.:：–—-]{0,30}[:：–—-]",
    re.IGNORECASE,
)
CAPTION = re.compile(r"[^，。；：、,;:]{2,30}(?:图|圖|表|名单|名單|目录|目錄|清单|清單|样式|式样|格式)")
"""what stands alone below a text for a picture or a form that a plain copy lacks"""
LABELLED = re.compile(r"\w{2,8}[:：][^，。；,;]{1,24}")
"""副本：各班, a row below a letter"""
VALUE = re.compile(r"(?:^|[\s:：])[-+()\d\s]*\d[-+()\d\s]*$")
BLANK = " \t\n\r\v\f\x85\xa0\u2028\u2029\u3000"
STARTS_INSIDE = re.compile(r"(?:的|地|得|，|。|；|、|,|;|\)|）|以及|或者|及其)|[a-zà-þ]{2,}[\s,;.]")
MOST = 100
"""versions that one is compared with, so that a file of very many stays linear"""
SHORTEST_TAIL = 2
SHORTEST_TEXT = 24
SENTENCE = re.compile(r"[。，；,;]")
PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("《", "》"), ("「", "」"), ("【", "】"))


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and its reason."""

    completeness: Completeness
    evidence: str


WHOLE = Judgement(Completeness.WHOLE, "")


def judge(clauses: Sequence[Clause], drafts: Sequence[Draft]) -> Judgement:
    """Judge a version by its own text: how it ends, and with which number it begins."""
    if not clauses:
        return WHOLE
    end = cut_off(clauses)
    if end:
        return Judgement(Completeness.CUT_OFF, end)
    start = torn(clauses, drafts)
    return Judgement(Completeness.FRAGMENT, start) if start else WHOLE


def cut_off(clauses: Sequence[Clause]) -> str | None:
    """Say why the end seems to be missing, or return None.

    A last clause without a full stop is cut off where the other clauses have theirs; a list whose items
    have none, and a heading, are whole.
    """
    last = clauses[-1]
    own = visible(last.text)
    if HANGING.search(own) and not own.endswith((":", "：")):
        return "it ends with a comma or an opening sign"
    if not own or ENDED.search(own):
        return None
    if any(own.count(a) > own.count(b) for a, b in PAIRS):
        return "a bracket or a quotation is not closed"
    if DANGLING.search(own[-SHORTEST_TEXT:]) or LINKED.search(own[-SHORTEST_TEXT:]):
        return "it ends with a word that leads on"
    return None if is_row(own, numbered=last.number is not None) else beside_others(clauses, own)


def beside_others(clauses: Sequence[Clause], own: str) -> str | None:
    """Say why a last clause without a full stop seems cut off beside the others, or return None."""
    others = neighbours(clauses)
    if others and sum(map(is_closed, others)) * 2 > len(others):
        return "the last clause stops in mid-sentence, the others do not"
    alone = len(clauses) == 1 and clauses[0].number is None and len(own) > SHORTEST_TEXT
    return "the text stops in mid-sentence" if alone and SENTENCE.search(own) else None


def visible(text: str) -> str:
    """Return a text without the signs at its end that nobody sees."""
    return text.rstrip(INVISIBLE + BLANK)


def is_closed(text: str) -> bool:
    """Tell whether a clause ends like a sentence, or like an item that leads on to the next one."""
    own = visible(text)
    return own.endswith(("；", "！", "？")) or bool(ENDED.search(own) or LINKED.search(own))


def is_row(own: str, *, numbered: bool) -> bool:
    """Tell whether a text ends with rows that need no full stop: a value, or what stands under an annex.

    What a numbered clause itself says is no row: of a clause that breaks off, nothing may be called removed.
    """
    rows = [row.strip() for row in own.split("\n") if row.strip()]
    last = rows[-1]
    if any(ANNEX.match(row) and not ENDED.search(row) for row in rows[-MOST:-1]):
        return True
    if VALUE.search(last) and len(last) <= SHORTEST_TEXT:
        return True
    if len(rows) > 1 and all(LABELLED.fullmatch(row) for row in rows[-2:]):
        return True
    apart = bool(ENDED.search(rows[-2])) if len(rows) > 1 else not numbered
    return apart and bool(ANNEX_ROW.match(last) or CAPTION.fullmatch(last))


def neighbours(clauses: Sequence[Clause]) -> list[str]:
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


def torn(clauses: Sequence[Clause], drafts: Sequence[Draft]) -> str | None:
    """Say why the beginning seems to be missing, or return None."""
    first = clauses[0]
    if first.number is None and STARTS_INSIDE.match(first.text):
        return "it begins in mid-sentence"
    mark = next((draft.chosen.mark for draft in drafts if draft.chosen), None)
    if mark is not None and not is_first(mark):
        return "the first number is not a first number"
    return None


def prefix_of(clauses: Sequence[Clause], others: Sequence[tuple[str, Sequence[Clause]]]) -> str | None:
    """Return the name of another version in the middle of one of whose clauses this one stops.

    A version that stops where a clause of the other one ends is shorter, not cut off: that is how laws are
    amended.
    """
    if not clauses or ENDED.search(visible(clauses[-1].text)) or len(clauses[-1].text) < SHORTEST_TAIL:
        return None
    last = len(clauses) - 1
    keys = [key(clause.text) for clause in clauses]
    for name, other in others:
        if len(other) <= last:
            continue
        there = key(other[last].text)
        begun = len(there) > len(keys[last]) and there.startswith(keys[last])
        if begun and all(key(other[n].text) == keys[n] for n in range(last)):
            return name
    return None
