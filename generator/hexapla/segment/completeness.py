"""Whether a version's text is all there, and what says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.model import Clause, Completeness
from hexapla.segment.drafts import Draft
from hexapla.text import key

__all__ = ["MOST", "Judgement", "judge", "prefix_of"]

ENDED = re.compile(r"[。.!?;:…)】》」』”’\"'\])*_|%]\s*$")
HANGING = re.compile(r"[,、,:(“‘「\[——-]\s*$")
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
    if HANGING.search(last.text) and not last.text.rstrip().endswith((":", "：")):
        return "it ends with a comma or an opening sign"
    if not last.text or ENDED.search(last.text):
        return None
    if any(last.text.count(a) > last.text.count(b) for a, b in PAIRS):
        return "a bracket or a quotation is not closed"
    others = neighbours(clauses)
    if others and sum(bool(ENDED.search(other)) for other in others) * 2 > len(others):
        return "the last clause stops in mid-sentence, the others do not"
    alone = not others and last.number is None and len(last.text) > SHORTEST_TEXT
    return "the text stops in mid-sentence" if alone and SENTENCE.search(last.text) else None


def neighbours(clauses: Sequence[Clause]) -> list[str]:
    """Return the texts that the last clause is measured by: those of its own list, else all others."""
    last = clauses[-1]
    siblings: list[str] = []
    for clause in reversed(clauses[:-1]):
        if clause.depth < last.depth:
            break
        if clause.depth == last.depth and clause.number is not None and clause.text:
            siblings.append(clause.text)
    if siblings and last.number is not None:
        return siblings
    return [clause.text for clause in clauses[:-1] if clause.text]


def torn(clauses: Sequence[Clause], drafts: Sequence[Draft]) -> str | None:
    """Say why the beginning seems to be missing, or return None."""
    first = clauses[0]
    if first.number is None and STARTS_INSIDE.match(first.text):
        return "it begins in mid-sentence"
    mark = next((draft.chosen.mark for draft in drafts if draft.chosen), None)
    if mark is not None and (mark.value[0] > 1 if len(mark.value) == 1 else mark.value[-1] > 1):
        return "the first number is not a first number"
    return None


def prefix_of(clauses: Sequence[Clause], others: Sequence[tuple[str, Sequence[Clause]]]) -> str | None:
    """Return the name of another version in the middle of one of whose clauses this one stops.

    A version that stops where a clause of the other one ends is shorter, not cut off: that is how laws are
    amended.
    """
    if not clauses or ENDED.search(clauses[-1].text) or len(clauses[-1].text) < SHORTEST_TAIL:
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
