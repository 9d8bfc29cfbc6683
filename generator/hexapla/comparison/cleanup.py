"""Diff clean-up rules: from a smallest difference to one that reads as if marked by hand.

A smallest difference keeps chance characters inside a rewritten passage: edits that only chance parts are
joined. It also puts an added sentence, item or word where the alphabet happens to allow it: the edit slides
to where a reader sees a whole sentence, an item with its comma, a word with the space after it. And tokens
hold their spaces, so that a word at the end of a line in one source and at the beginning of the next in the
other is another token: such words are kept, and white space alone is marked.

Each rule takes hunks or edits and returns such as spell the same two texts.
"""

from collections.abc import Iterator, Sequence

from hexapla.comparison.hunks import NO_TOKENS, Hunk, Tokens, normalize_hunks, sum_weights
from hexapla.comparison.tokens import CLUSTER, ENTITY_KINDS, Token, TokenKind
from hexapla.model import Edit, Op
from hexapla.text import normalize_spaces, remove_space

ONE_EDIT = 1.6
"""a kept stretch lighter than this does not part two ragged edits"""
LINK_ONLY = 0.75
"""nor one lighter than this a ragged edit and a small one"""
SMALL = 6
"""weight up to which a ragged edit may stand beside a light kept stretch"""
ANCHOR_WEIGHT = 4
"""a kept stretch of this weight (four Han characters, two words) stands between any edits"""
CLEAN = 3
"""tokens that a clean replacement exchanges at most"""
TERM = 4
"""Han characters of a term that is exchanged as one"""
FIRST_HAN = "\u3400"
PASSAGE = 5
"""weight from which a passage can count as rewritten"""
CHANCE = 0.2
"""share of a rewritten passage that may be kept by chance"""
EXCHANGED = ENTITY_KINDS | {TokenKind.MODAL}
STOPS = (TokenKind.END, TokenKind.MARK, None)
MARKS = (TokenKind.END, TokenKind.MARK)
REACH = 2000
"""tokens that an edit is moved at most to either side"""


def is_clean_replacement(edit: Hunk) -> bool:
    """Tell whether up to three tokens are exchanged for as many of the same kinds: 应当 → 可以."""
    if all(is_term(side) for side in (edit.gone, edit.new)):
        return True
    return 0 < len(edit.gone) == len(edit.new) <= CLEAN and all(
        unify_word_kinds(a.kind) == unify_word_kinds(b.kind) or {a.kind, b.kind} <= EXCHANGED
        for a, b in zip(edit.gone, edit.new, strict=True)
    )


def is_term(side: Tokens) -> bool:
    """Tell whether one side of an edit is a Han word or short compound, known or not: 修缮, 宗亲会."""
    han = all(
        token.kind is TokenKind.HAN or (token.kind is TokenKind.WORD and is_han_word(token)) for token in side
    )
    return han and len(side) > 0 and sum_weights(side) <= TERM


def is_han_word(token: Token) -> bool:
    """Tell whether a word is of Han characters."""
    return token.weight == len(token.text) and token.text >= FIRST_HAN


def unify_word_kinds(kind: TokenKind) -> TokenKind:
    """Take a lone Han character for a word."""
    return TokenKind.WORD if kind is TokenKind.HAN else kind


def measure_raggedness(edit: Hunk) -> float:
    """Return 0 for a clean replacement, an insertion or a deletion, else the weight of the lighter side."""
    if is_clean_replacement(edit) or not (edit.gone and edit.new):
        return 0
    return min(sum_weights(edit.gone), sum_weights(edit.new))


def is_chance_match(kept: Tokens, left: Hunk, right: Hunk) -> bool:
    """Tell whether a kept stretch between two edits is chance, and goes with them."""
    ragged = measure_raggedness(left), measure_raggedness(right)
    if all(token.kind is TokenKind.SPACE for token in kept):
        return True
    small = all(
        sum_weights(edit.gone + edit.new) <= SMALL
        for edit, rough in zip((left, right), ragged, strict=True)
        if rough
    )
    glue = ONE_EDIT if all(ragged) else 0 if small else LINK_ONLY
    weight = sum_weights(kept)
    if weight < glue or (weight < ANCHOR_WEIGHT and weight * 3 <= min(ragged)):
        return True
    lone = len(kept) == 1 and kept[0].kind is TokenKind.HAN
    return lone and all(edit.gone and edit.new for edit in (left, right))


def drop_chance_matches(parts: Sequence[Hunk]) -> list[Hunk]:
    """Drop kept stretches that only part two ragged edits; never one of four Han characters or two words."""
    out: list[Hunk] = []
    for part in parts:
        out.append(part)
        while len(out) > 2 and out[-1].is_edit and is_chance_match(out[-2].kept, out[-3], out[-1]):  # noqa: PLR2004 -- edit, kept, edit
            left, (kept, _, _), right = out[-3:]
            out[-3:] = [Hunk(NO_TOKENS, left.gone + kept + right.gone, left.new + kept + right.new)]
    return normalize_hunks(out)


def merge_rewritten_passage(parts: Sequence[Hunk]) -> list[Hunk]:
    """Join first to last edit into one replacement where next to nothing between them was kept."""
    at = [index for index, part in enumerate(parts) if part.is_edit]
    if not at or all(is_clean_replacement(parts[index]) for index in at):
        return list(parts)
    middle = parts[at[0] : at[-1] + 1]
    kept, gone, new = (sum_weights(token for part in middle for token in part[side]) for side in range(3))
    lighter = min(gone, new)
    if (
        lighter < PASSAGE
        or kept >= CHANCE * lighter
        or any(sum_weights(part.kept) >= ANCHOR_WEIGHT for part in middle)
    ):
        return list(parts)
    old = tuple(token for part in middle for token in part.kept + part.gone)
    fresh = tuple(token for part in middle for token in part.kept + part.new)
    return normalize_hunks([*parts[: at[0]], Hunk(NO_TOKENS, old, fresh), *parts[at[-1] + 1 :]])


def rate_position(around: Tokens, start: int, length: int) -> tuple[int, int]:
    """Judge a place: higher reads better; among equals the later one."""
    kinds = [token.kind for token in around[max(0, start - 2) : start + length + 1]]
    offset = min(start, 2)
    inside = kinds[offset : offset + length]
    after = kinds[offset + length] if offset + length < len(kinds) else None
    before = next((kind for kind in reversed(kinds[:offset]) if kind is not TokenKind.SPACE), TokenKind.END)
    first, last = inside[0], inside[-1]
    close = next((kind for kind in reversed(inside) if kind is not TokenKind.SPACE), TokenKind.SPACE)
    halves = sum(
        0 < cut < len(around) and around[cut - 1].kind is around[cut].kind is TokenKind.HAN
        for cut in (start, start + length)
    )
    score = (
        8 * (before is close is TokenKind.END)
        + 4 * (before is close is TokenKind.MARK and after not in STOPS)
        + 3 * (first in MARKS and after in STOPS and close not in MARKS)
        + 2
        * (
            (last is TokenKind.SPACE) != (after in STOPS)
            and TokenKind.SPACE in (first, last)
            and after is not TokenKind.SPACE
        )
        - (first in MARKS)
        - (close in MARKS and after in MARKS)
        - 3 * halves
    )
    return score, start


def find_best_shift(before: Tokens, moved: Tokens, after: Tokens) -> int:
    """Return by how many tokens to move an edit, to the left if negative."""
    around = before + moved + after
    length = len(moved)
    low = high = len(before)
    while low and len(before) - low < REACH and around[low - 1].text == around[low + length - 1].text:
        low -= 1
    limit = min(len(around), len(before) + length + REACH)
    while high + length < limit and around[high].text == around[high + length].text:
        high += 1
    if low == high:
        return 0
    return max(range(low, high + 1), key=lambda start: rate_position(around, start, length)) - len(before)


def slide_edits(parts: Sequence[Hunk]) -> list[Hunk]:
    """Move each pure insertion or deletion to its most readable place."""
    out = [Hunk(NO_TOKENS, NO_TOKENS, NO_TOKENS), *parts, Hunk(NO_TOKENS, NO_TOKENS, NO_TOKENS)]
    for index, part in enumerate(out):
        if part.kept or bool(part.gone) == bool(part.new):
            continue
        side = 1 if part.gone else 2
        before, after = out[index - 1].kept, out[index + 1].kept
        shift = find_best_shift(before, part[side], after)
        if not shift:
            continue
        around = before + part[side] + after
        start = len(before) + shift
        stop = start + len(part[side])
        edit = around[start:stop]
        out[index - 1] = Hunk(around[:start], NO_TOKENS, NO_TOKENS)
        out[index] = Hunk(NO_TOKENS, edit if side == 1 else NO_TOKENS, edit if side > 1 else NO_TOKENS)
        out[index + 1] = Hunk(around[stop:], NO_TOKENS, NO_TOKENS)
    return normalize_hunks(out)


def keep_respaced_words(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Take words out of the marks around which nothing but such white space differs.

    Post-conditions:
        1. Equal and delete spell what they spelled, equal and insert too.
        2. No two neighbours have the same op, no cluster of characters is split.
    """
    last: Edit | None = None
    for each in split_replacements(edits):
        if last is not None and last.op is each.op:
            last = Edit(last.op, last.text + each.text)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def split_replacements(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits, a replacement of words by the same words as what is kept and the spaces around.

    A replacement may hold white space that both have: 每日 at the end of a line is 每, a line feed and 日.
    """
    at = 0
    while at < len(edits):
        end = at
        while end < len(edits) and edits[end].op is not Op.EQUAL:
            end += 1
            if end + 1 < len(edits) and edits[end].op is Op.EQUAL and edits[end].text.isspace():
                end += 1
        if end == at:
            yield edits[at]
            at += 1
            continue
        before = edits[at - 1].text[-1] if at else ""
        after = edits[end].text[0] if end < len(edits) else ""
        yield from split_replacement(edits[at:end], before, after)
        at = end


def split_replacement(found: Sequence[Edit], before: str, after: str) -> Iterator[Edit]:
    """Yield a replacement: spaces alone if the words are the same and their spaces mean nothing."""
    gone, new = ("".join(edit.text for edit in found if edit.op is not op) for op in (Op.INSERT, Op.DELETE))
    words = remove_space(gone)
    even = words and words == remove_space(new)
    if not even or normalize_spaces(before + gone + after) != normalize_spaces(before + new + after):
        yield from found
        return
    base, target = CLUSTER.findall(gone), CLUSTER.findall(new)
    kept = [cluster for cluster in base if remove_space(cluster)]
    if kept != [cluster for cluster in target if remove_space(cluster)]:
        yield from found  # a mark that sits on a space is no word by itself
        return
    left, right = collect_spaces(base), collect_spaces(target)
    for number, word in enumerate([*kept, ""]):
        if left[number] == right[number]:
            yield from make_edit(Op.EQUAL, left[number] + word)
            continue
        yield from make_edit(Op.DELETE, left[number])
        yield from make_edit(Op.INSERT, right[number])
        yield from make_edit(Op.EQUAL, word)


def collect_spaces(clusters: Sequence[str]) -> list[str]:
    """Return the white space before each cluster that is none, and after the last one."""
    found = [""]
    for cluster in clusters:
        if remove_space(cluster):
            found.append("")
        else:
            found[-1] += cluster
    return found


def make_edit(op: Op, text: str) -> Iterator[Edit]:
    """Yield an edit if it holds anything."""
    if text:
        yield Edit(op, text)
