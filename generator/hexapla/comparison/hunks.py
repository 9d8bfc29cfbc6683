"""A diff between tokens and edits: stretches that are kept, and edits between them.

`diff` makes hunks of tokens, `cleanup` and `word_boundaries` make the hunks readable, and `diff` turns them
into edits.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hexapla.comparison.tokens import Token

Tokens = tuple[Token, ...]
NO_TOKENS: Tokens = ()


class Hunk(NamedTuple):
    """Either a kept stretch alone, or an edit: what is gone, what is new, at least one of them."""

    kept: Tokens
    gone: Tokens
    new: Tokens

    @property
    def is_edit(self) -> bool:
        """Something changed here."""
        return not self.kept


def sum_weights(tokens: Iterable[Token]) -> float:
    """Sum the reading weight of tokens."""
    return sum(token.weight for token in tokens)


def measure_common_prefix(gone: Sequence[Token], new: Sequence[Token]) -> tuple[int, int]:
    """Count the tokens of either side in the longest text with which both begin and after which both are cut.

    The same text can be cut in two ways, 公证员|应当 and 公证|员|宣|读: what follows decides on a suffix.
    """
    i = j = 0
    best = (0, 0)
    left = right = ""
    while True:
        if not left and i < len(gone):
            left, i = gone[i].text, i + 1
        if not right and j < len(new):
            right, j = new[j].text, j + 1
        common = min(len(left), len(right))
        if not common or left[:common] != right[:common]:
            return best
        left, right = left[common:], right[common:]
        if not left and not right:
            best = (i, j)


def reverse_tokens(side: Sequence[Token]) -> list[Token]:
    """Turn tokens and their texts round."""
    return [token._replace(text=token.text[::-1]) for token in reversed(side)]


def may_be_trimmed(part: Sequence[Tokens]) -> bool:
    """Tell whether both sides of an edit begin or end with the same character; those of most do not."""
    _, gone, new = part
    if not gone or not new:
        return False
    return gone[0].text[0] == new[0].text[0] or gone[-1].text[-1] == new[-1].text[-1]


def trim_hunk(part: Hunk) -> tuple[Hunk, ...]:
    """Keep what both sides of an edit share at either end."""
    gone, new = part.gone, part.new
    i, j = measure_common_prefix(gone, new)
    first, gone, new = gone[:i], gone[i:], new[j:]
    # Looked at first, so that a long edit is not turned round for nothing.
    alike = gone and new and gone[-1].text[-1] == new[-1].text[-1]
    k, m = measure_common_prefix(reverse_tokens(gone), reverse_tokens(new)) if alike else (0, 0)
    if not (i or k):
        return (part,)
    cut = len(gone) - k
    return (
        Hunk(part.kept + first, NO_TOKENS, NO_TOKENS),
        Hunk(NO_TOKENS, gone[:cut], new[: len(new) - m]),
        Hunk(gone[cut:], NO_TOKENS, NO_TOKENS),
    )


def normalize_hunks(parts: Iterable[Sequence[Tokens]]) -> list[Hunk]:
    """Bring parts into their normal form.

    Post-conditions:
        1. Kept stretches and edits alternate; none is empty.
        2. The two sides of an edit share no whole tokens at either end.
        3. kept + gone spell the same base as before, kept + new the same target.
    """
    out: list[Hunk] = []
    for part in parts:
        for piece in trim_hunk(Hunk(*part)) if may_be_trimmed(part) else (part,):
            if not any(piece):
                continue
            kept, gone, new = piece
            last = out[-1] if out else None
            if last is not None and bool(last.kept) == bool(kept):
                out[-1] = Hunk(last.kept + kept, last.gone + gone, last.new + new)
            else:
                out.append(Hunk(kept, gone, new))
    if any(may_be_trimmed(part) and len(trim_hunk(part)) > 1 for part in out):
        return normalize_hunks(out)
    return out
