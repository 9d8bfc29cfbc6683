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
from hexapla.compare.signals import HAN_DIGIT
from hexapla.compare.tokens import Kind, Token

__all__ = ["whole_words"]

PAIR = 2
TERM = 4
"""Han characters of a foreign word that is replaced as one"""


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


def lendable(before: Tokens, suffixes: frozenset[str]) -> int:
    """Count the unknown Han characters at the end that belong to no word before: 起重机|吊, 经办人|."""
    run = run_at_end(before)
    start = len(before) - run
    for index in range(len(before) - 1, start - 1, -1):
        stem = index - start >= PAIR or (index == start > 0 and long(before[index - 1]))
        if stem and before[index].text in suffixes:
            return len(before) - 1 - index
    return run


def long(token: Token) -> bool:
    """Tell whether a token is a known word of two Han characters or more."""
    return token.kind is Kind.WORD and token.weight >= PAIR


def half(side: Tokens) -> bool:
    """Tell whether a side begins with a character that needs another: one alone, or before a known word.

    From four characters it is a term of its own: 去|标识|化.
    """
    return run_at_start(side) == 1 and (len(side) == 1 or side[1].weight >= PAIR) and weigh(side) < TERM


def rare(token: Token) -> bool:
    """Tell whether a character is outside the Basic Multilingual Plane: an element or a name, by itself."""
    return token.text > "\uffff"


def replaced(edit: Part, before: Tokens, after: Tokens, suffixes: frozenset[str]) -> Loan:
    """Say what a replacement lacks for whole words; only a side with half a word at its end borrows."""
    sides = (edit.gone, edit.new)
    single = [side[0] for side in sides if len(side) == 1]
    if any(token.kind is Kind.LINK for token in single) or (len(single) == PAIR and all(map(rare, single))):
        return Loan(0, 0)
    behind, ahead = lendable(before, suffixes), run_at_start(after)
    lone = any(len(side) == 1 and side[0].kind is Kind.HAN for side in sides)
    left = behind % PAIR if any(half(side) for side in sides) else 0
    if behind and before[-1].text in HAN_DIGIT and any(run_at_start(side) for side in sides):
        left = 1  # a numeral that counts nothing begins a word: 一视同仁
    right = 0
    if ahead:
        ragged = any(half(side[::-1]) and not (left and len(side) == 1) for side in sides)
        suffix = ahead == 1 and any(map(run_at_end, sides)) and after[0].text in suffixes
        right = int((ragged and ahead % PAIR) or suffix)
    if not lone or left:
        return Loan(left, right)
    if len(edit.gone) != len(edit.new) and not behind and ahead <= TERM:
        return Loan(0, ahead)
    if right:
        return Loan(0, right)
    return Loan(PAIR if behind else int(stem(edit, before, after)), 0)


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


def lack(edit: Part, before: Tokens, after: Tokens, suffixes: frozenset[str]) -> Loan:
    """Say what an edit lacks."""
    return replaced(edit, before, after, suffixes) if edit.gone and edit.new else put_in(edit, before, after)


def standing(parts: Sequence[Part], suffixes: frozenset[str]) -> frozenset[Part]:
    """Return the replacements that lack nothing at one of their places: the text shows that they are whole.

    榫卯 for itself in 榫卯松脱 is no half word in 榫卯架 either.
    """
    return frozenset(
        edit
        for before, edit, after in zip(parts, parts[1:], parts[2:], strict=False)
        if edit.gone and edit.new and not any(lack(edit, before.kept, after.kept, suffixes))
    )


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
    whole = standing(out, suffixes)
    for index, edit in enumerate(out):
        if edit.kept or not (edit.gone or edit.new):
            continue
        before, after = out[index - 1].kept, out[index + 1].kept
        left, right = lack(edit, before, after, suffixes)
        if (not left and not right) or (len(edit.gone) > 1 and edit in whole):
            continue
        cut = len(before) - left
        taken, given = before[cut:], after[:right]
        out[index - 1] = Part(before[:cut], NOTHING, NOTHING)
        out[index] = Part(NOTHING, taken + edit.gone + given, taken + edit.new + given)
        out[index + 1] = Part(after[right:], NOTHING, NOTHING)
    return united(out)
