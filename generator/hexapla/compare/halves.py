"""Never half a word, also where no list knows the word.

Han characters that no list knows stand alone as tokens, so a smallest difference may go through a word:
救生[圈→衣]. Most Han words have two characters and many have three, the last of which is a suffix. So a run
of unknown characters beside an edit lends it what is missing for a word: one character where the run is odd,
two where a single character would stay alone behind an even run. What surrounds a run (known words,
particles, marks) is firm ground. A name or term that still reads wrong is a line in the list of words.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.compare.parts import NOTHING, Part, Tokens, weigh
from hexapla.compare.tokens import Kind

__all__ = ["whole_words"]

PAIR = 2


class Loan(NamedTuple):
    """How many tokens an edit takes from the kept stretches beside it."""

    left: int
    right: int


def run_at_end(tokens: Tokens) -> int:
    """Count the unknown Han characters at the end."""
    count = 0
    while count < len(tokens) and tokens[-1 - count].kind is Kind.HAN:
        count += 1
    return count


def run_at_start(tokens: Tokens) -> int:
    """Count the unknown Han characters at the beginning."""
    return run_at_end(tokens[::-1])


def replaced(edit: Part, before: Tokens, after: Tokens, suffixes: frozenset[str]) -> Loan:
    """Say what a replacement lacks for whole words."""
    sides = (edit.gone, edit.new)
    behind, ahead = run_at_end(before), run_at_start(after)
    starts = max(run_at_start(side) for side in sides)
    ends = [run_at_end(side) for side in sides]
    lone = any(len(side) == 1 == run for side, run in zip(sides, ends, strict=True))
    closed = behind > PAIR and before[-1].text in suffixes
    left = behind % PAIR if starts and not closed else 0
    right = 0
    if ahead and max(ends):
        odd = any(
            (left * (len(side) == run) + run) % PAIR for side, run in zip(sides, ends, strict=True) if run
        )
        fitting = ahead % PAIR and odd
        suffix = ahead == 1 and after[0].text in suffixes
        right = int(fitting or suffix)
    if lone and not left and not right and not closed:
        left = PAIR if behind else int(stem(edit, before, after))
    return Loan(left, right)


def stem(edit: Part, before: Tokens, after: Tokens) -> bool:
    """Tell whether a lone character ends the word before it: 防护[服→罩] before a mark or particle."""
    alone = len(edit.gone) == 1 == len(edit.new) and edit.gone[0].kind is edit.new[0].kind is Kind.HAN
    firm = not after or after[0].kind not in (Kind.WORD, Kind.HAN)
    return alone and firm and bool(before) and before[-1].kind is Kind.WORD and weigh(before[-1:]) == PAIR


def put_in(edit: Part, before: Tokens, after: Tokens) -> Loan:
    """Say what an insertion or deletion lacks: a single neighbour, or both halves of a parted pair."""
    text = edit.gone or edit.new
    run = run_at_start(text)
    behind, ahead = run_at_end(before), run_at_start(after)
    if run != len(text):
        return Loan(0, 0)
    if behind == 1 == ahead:
        return Loan(1, 1)
    if len(text) > 1:
        return Loan(0, 0)
    return Loan(int(behind == 1 and not ahead), int(ahead == 1 and not behind))


def united(parts: Sequence[Part]) -> list[Part]:
    """Unite neighbouring edits; unlike `join`, leave what both sides of an edit share."""
    out: list[Part] = []
    for part in parts:
        if not any(part):
            continue
        if out and part.is_edit and out[-1].is_edit:
            out[-1] = Part(NOTHING, out[-1].gone + part.gone, out[-1].new + part.new)
        else:
            out.append(part)
    return out


def whole_words(parts: Sequence[Part], suffixes: frozenset[str]) -> list[Part]:
    """Widen edits to whole words over unknown Han characters.

    Post-condition: kept + gone spell the same base as before, kept + new the same target.
    """
    out = [Part(NOTHING, NOTHING, NOTHING), *parts, Part(NOTHING, NOTHING, NOTHING)]
    for index, edit in enumerate(out):
        if edit.kept or not (edit.gone or edit.new):
            continue
        before, after = out[index - 1].kept, out[index + 1].kept
        if edit.gone and edit.new:
            left, right = replaced(edit, before, after, suffixes)
        else:
            left, right = put_in(edit, before, after)
        if not left and not right:
            continue
        cut = len(before) - left
        taken, given = before[cut:], after[:right]
        out[index - 1] = Part(before[:cut], NOTHING, NOTHING)
        out[index] = Part(NOTHING, taken + edit.gone + given, taken + edit.new + given)
        out[index + 1] = Part(after[right:], NOTHING, NOTHING)
    return united(out)
