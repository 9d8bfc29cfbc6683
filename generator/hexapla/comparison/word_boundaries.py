"""Never half a word, also where no list knows the word.

Han characters that no list knows stand alone as tokens, so a smallest difference may go through a word:
救生[圈→衣]. Most Han words have two characters and many have three, the last of which is a suffix. So a run
of unknown characters beside an edit lends it what is missing for a word: one character where the run is odd,
two where a single character would stay alone behind an even run. What surrounds a run (known words,
particles, marks) is firm ground. A name or term that still reads wrong is a line in the list of words.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hexapla.comparison.entity_patterns import HAN_DIGIT
from hexapla.comparison.hunks import NO_TOKENS, Hunk, Tokens, sum_weights
from hexapla.comparison.tokens import Token, TokenKind

PAIR = 2
TERM = 4
"""Han characters of a foreign word that is replaced as one"""


class EditWidening(NamedTuple):
    """How many tokens an edit takes from the kept stretches beside it."""

    left: int
    right: int


def count_unknown_at_end(tokens: Tokens) -> int:
    """Count the unknown Han characters at the end."""
    count = 0
    while count < len(tokens) and tokens[-1 - count].kind is TokenKind.HAN:
        count += 1
    return count


def count_unknown_at_start(tokens: Tokens) -> int:
    """Count the unknown Han characters at the beginning."""
    return count_unknown_at_end(tokens[::-1])


def count_unattached(before: Tokens, suffixes: frozenset[str]) -> int:
    """Count the unknown Han characters at the end that belong to no word before: 起重机|吊, 经办人|."""
    run = count_unknown_at_end(before)
    start = len(before) - run
    for index in range(len(before) - 1, start - 1, -1):
        stem = index - start >= PAIR or (index == start > 0 and is_known_word(before[index - 1]))
        if stem and before[index].text in suffixes:
            return len(before) - 1 - index
    return run


def is_known_word(token: Token) -> bool:
    """Tell whether a token is a known word of two Han characters or more."""
    return token.kind is TokenKind.WORD and token.weight >= PAIR


def has_half_word(side: Tokens) -> bool:
    """Tell whether a side begins with a character that needs another: one alone, or before a known word.

    From four characters it is a term of its own: 去|标识|化.
    """
    return (
        count_unknown_at_start(side) == 1
        and (len(side) == 1 or side[1].weight >= PAIR)
        and sum_weights(side) < TERM
    )


def is_rare_character(token: Token) -> bool:
    """Tell whether a character is outside the Basic Multilingual Plane: an element or a name, by itself."""
    return token.text > "\uffff"


def widen_replacement(edit: Hunk, before: Tokens, after: Tokens, suffixes: frozenset[str]) -> EditWidening:
    """Say what a replacement lacks for whole words; only a side with half a word at its end borrows."""
    sides = (edit.gone, edit.new)
    single = [side[0] for side in sides if len(side) == 1]
    if any(token.kind is TokenKind.LINK for token in single) or (
        len(single) == PAIR and all(map(is_rare_character, single))
    ):
        return EditWidening(0, 0)
    behind, ahead = count_unattached(before, suffixes), count_unknown_at_start(after)
    lone = any(len(side) == 1 and side[0].kind is TokenKind.HAN for side in sides)
    left = behind % PAIR if any(has_half_word(side) for side in sides) else 0
    if behind and before[-1].text in HAN_DIGIT and any(count_unknown_at_start(side) for side in sides):
        left = 1  # a numeral that counts nothing begins a word: 一视同仁
    right = 0
    if ahead:
        ragged = any(has_half_word(side[::-1]) and not (left and len(side) == 1) for side in sides)
        suffix = ahead == 1 and any(map(count_unknown_at_end, sides)) and after[0].text in suffixes
        right = int((ragged and ahead % PAIR) or suffix)
    if not lone or left:
        return EditWidening(left, right)
    if len(edit.gone) != len(edit.new) and not behind and ahead <= TERM:
        return EditWidening(0, ahead)
    if right:
        return EditWidening(0, right)
    return EditWidening(PAIR if behind else int(is_word_ending(edit, before, after)), 0)


def is_word_ending(edit: Hunk, before: Tokens, after: Tokens) -> bool:
    """Tell whether a lone character ends the word before it: 防护[服→罩] before a mark or particle."""
    alone = len(edit.gone) == 1 == len(edit.new) and edit.gone[0].kind is edit.new[0].kind is TokenKind.HAN
    firm = not after or after[0].kind not in (TokenKind.WORD, TokenKind.HAN)
    return (
        alone
        and firm
        and bool(before)
        and before[-1].kind is TokenKind.WORD
        and sum_weights(before[-1:]) == PAIR
    )


def widen_insertion(edit: Hunk, before: Tokens, after: Tokens) -> EditWidening:
    """Say what an insertion or deletion lacks: a single neighbour, or both halves of a parted pair."""
    text = edit.gone or edit.new
    run = count_unknown_at_start(text)
    behind, ahead = count_unknown_at_end(before), count_unknown_at_start(after)
    if run != len(text):
        return EditWidening(0, 0)
    if behind == 1 == ahead:
        return EditWidening(1, 1)
    if len(text) > 1:
        return EditWidening(0, 0)
    return EditWidening(int(behind == 1 and not ahead), int(ahead == 1 and not behind))


def find_widening(edit: Hunk, before: Tokens, after: Tokens, suffixes: frozenset[str]) -> EditWidening:
    """Say what an edit lacks."""
    return (
        widen_replacement(edit, before, after, suffixes)
        if edit.gone and edit.new
        else widen_insertion(edit, before, after)
    )


def find_whole_replacements(parts: Sequence[Hunk], suffixes: frozenset[str]) -> frozenset[Hunk]:
    """Return the replacements that lack nothing at one of their places: the text shows that they are whole.

    榫卯 for itself in 榫卯松脱 is no half word in 榫卯架 either.
    """
    return frozenset(
        edit
        for before, edit, after in zip(parts, parts[1:], parts[2:], strict=False)
        if edit.gone and edit.new and not any(find_widening(edit, before.kept, after.kept, suffixes))
    )


def merge_adjacent_edits(parts: Sequence[Hunk]) -> list[Hunk]:
    """Unite neighbouring edits; unlike `join`, leave what both sides of an edit share."""
    out: list[Hunk] = []
    for part in parts:
        if not any(part):
            continue
        if out and part.is_edit and out[-1].is_edit:
            out[-1] = Hunk(NO_TOKENS, out[-1].gone + part.gone, out[-1].new + part.new)
        else:
            out.append(part)
    return out


def widen_to_words(parts: Sequence[Hunk], suffixes: frozenset[str]) -> list[Hunk]:
    """Widen edits to whole words over unknown Han characters.

    Post-condition: kept + gone spell the same base as before, kept + new the same target.
    """
    out = [Hunk(NO_TOKENS, NO_TOKENS, NO_TOKENS), *parts, Hunk(NO_TOKENS, NO_TOKENS, NO_TOKENS)]
    whole = find_whole_replacements(out, suffixes)
    for index, edit in enumerate(out):
        if edit.kept or not (edit.gone or edit.new):
            continue
        before, after = out[index - 1].kept, out[index + 1].kept
        left, right = find_widening(edit, before, after, suffixes)
        if (not left and not right) or (len(edit.gone) > 1 and edit in whole):
            continue
        cut = len(before) - left
        taken, given = before[cut:], after[:right]
        out[index - 1] = Hunk(before[:cut], NO_TOKENS, NO_TOKENS)
        out[index] = Hunk(NO_TOKENS, taken + edit.gone + given, taken + edit.new + given)
        out[index + 1] = Hunk(after[right:], NO_TOKENS, NO_TOKENS)
    return merge_adjacent_edits(out)
