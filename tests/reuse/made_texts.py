"""Clauses made up for tests of reuse, their copies, and documents of them: all the same on every run."""

import random
from collections.abc import Sequence

from hexapla.reuse import DocumentPassages, ReusePassage

__all__ = ["SANCTION", "clause", "copy", "passages_of", "words"]

SYLLABLES = [chr(code) for code in range(0x4E00, 0x4E00 + 900)]
SANCTION = "违反本办法规定的由主管部门责令改正情节严重的处以罚款"
"""a set phrase, as sanctions have it"""
LETTERS = "abcdefghijklmnoprstuvwy"


def clause(seed: int, length: int = 80) -> str:
    """Make a clause of Han characters that no other clause resembles."""
    rng = random.Random(seed)  # noqa: S311 - made-up text, not a secret
    return "".join(rng.choices(SYLLABLES, k=length))


def words(seed: int, count: int = 40) -> str:
    """Make a clause of made-up words."""
    rng = random.Random(seed)  # noqa: S311 - as above
    return " ".join("".join(rng.choices(LETTERS, k=rng.randint(2, 9))) for _ in range(count))


def copy(text: str, share: float, seed: int = 1) -> str:
    """Replace, take out or add a share of the characters."""
    rng = random.Random(seed)  # noqa: S311 - as above
    signs = SYLLABLES if ord(text[0]) > ord("z") else LETTERS
    made = []
    for char in text:
        kind = rng.randrange(3) if rng.random() < share else None
        made.append(char if kind is None else ("", rng.choice(signs), char + rng.choice(signs))[kind])
    return "".join(made)


def passages_of(
    document: str, texts: Sequence[str], *, date: str = "", rank: int | None = None
) -> DocumentPassages:
    """Make a document of one version of clauses as they are."""
    return DocumentPassages(
        document=document,
        title=document,
        rank=rank,
        latest="A",
        passages=tuple(
            ReusePassage(
                key="".join(text.split()),
                clause=f"art_{place}",
                number=f"第{place}条",
                versions=("A",),
                date=date,
            )
            for place, text in enumerate(dict.fromkeys(texts), start=1)
        ),
    )
