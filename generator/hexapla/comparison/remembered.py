"""What is found of short texts, remembered while the versions of one document are compared.

Of many versions most texts are the same: the pairs of versions grow with the square of their number, the
pairs of different texts of a clause do not. So what depends on texts alone is found once. Of long texts only
the last few are kept: few versions share one, and it would hold much memory.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from hexapla.model import Edit

P = ParamSpec("P")
R = TypeVar("R")
SHORT = 600
"""characters up to which a text is remembered"""
MOST = 1 << 15
"""results of short texts that one function keeps"""
FEW = 8
"""results of long texts that one function keeps, since edits and flags ask for the same"""
FORGETTING: list[Callable[[], None]] = []
"""what makes each function forget"""


def remember_short_texts(function: Callable[P, R]) -> Callable[P, R]:
    """Remember the results of a pure function of texts, or of edits, and of further values with a hash.

    >>> @remember_short_texts
    ... def count(text: str) -> int:
    ...     print("counted")
    ...     return len(text)
    >>> count("lamps"), count("lamps")
    counted
    (5, 5)
    """
    # What is remembered must have a hash, which no type can say of any parameters.
    short: Any = lru_cache(maxsize=MOST)(function)
    long: Any = lru_cache(maxsize=FEW)(function)
    FORGETTING.extend([short.cache_clear, long.cache_clear])

    @wraps(function)
    def call(*args: P.args, **given: P.kwargs) -> R:
        found: R = (short if max(map(measure_text, args)) <= SHORT else long)(*args, **given)
        return found

    return call


def measure_text(value: object) -> int:
    """Return the characters of a text or of edits; 0 of what is neither."""
    if isinstance(value, str):
        return len(value)
    return measure_edits(value) if isinstance(value, tuple) else 0


def measure_edits(edits: Sequence[Edit]) -> int:
    """Return the characters of edits."""
    return sum(len(edit.text) for edit in edits)


def forget_texts() -> None:
    """Forget all that was remembered: the document is done."""
    for forget in FORGETTING:
        forget()
