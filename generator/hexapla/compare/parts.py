"""A comparison under way: stretches that are kept, and edits between them.

`difference` brings tokens to parts; `polish` makes the parts readable; `marking` turns them into edits.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hexapla.compare.tokens import Token

__all__ = ["NOTHING", "Part", "join", "weigh"]

Tokens = tuple[Token, ...]
NOTHING: Tokens = ()


class Part(NamedTuple):
    """Either a kept stretch alone, or an edit: what is gone, what is new, at least one of them."""

    kept: Tokens
    gone: Tokens
    new: Tokens

    @property
    def is_edit(self) -> bool:
        """Something changed here."""
        return not self.kept


def weigh(tokens: Iterable[Token]) -> float:
    """Sum the reading weight of tokens."""
    return sum(token.weight for token in tokens)


def shared_ends(gone: Tokens, new: Tokens) -> tuple[int, int]:
    """Count the tokens that both sides of an edit share at its beginning and at its end."""
    room = min(len(gone), len(new))
    first = 0
    while first < room and gone[first].text == new[first].text:
        first += 1
    last = 0
    while last < room - first and gone[-1 - last].text == new[-1 - last].text:
        last += 1
    return first, last


def trimmed(part: Part) -> tuple[Part, ...]:
    """Keep what both sides of an edit share at either end."""
    if not part.gone or not part.new:
        return (part,)
    first, last = shared_ends(part.gone, part.new)
    if not first and not last:
        return (part,)
    gone, new = part.gone, part.new
    return (
        Part(part.kept + gone[:first], NOTHING, NOTHING),
        Part(NOTHING, gone[first : len(gone) - last], new[first : len(new) - last]),
        Part(gone[len(gone) - last :], NOTHING, NOTHING),
    )


def join(parts: Iterable[Sequence[Tokens]]) -> list[Part]:
    """Bring parts into their normal form.

    Post-conditions:
        1. Kept stretches and edits alternate; none is empty.
        2. The two sides of an edit share no token at either end.
        3. kept + gone spell the same base as before, kept + new the same target.
    """
    out: list[Part] = []
    for part in parts:
        for piece in trimmed(Part(*part)):
            if not any(piece):
                continue
            if out and out[-1].is_edit == piece.is_edit:
                last = out[-1]
                out[-1] = Part(last.kept + piece.kept, last.gone + piece.gone, last.new + piece.new)
            else:
                out.append(piece)
    if any(part.gone and part.new and any(shared_ends(part.gone, part.new)) for part in out):
        return join(out)
    return out
