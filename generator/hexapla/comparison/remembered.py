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
        found: R = (short if are_short(args) else long)(*args, **given)
        return found

    return call


def are_short(values: Sequence[object]) -> bool:
    """Tell whether each text among some values is short, edits being read as one."""
    for value in values:
        if isinstance(value, str):
            if len(value) > SHORT:
                return False
        elif isinstance(value, tuple) and not are_short_together(value):
            return False
    return True


def are_short_together(edits: Sequence[Edit]) -> bool:
    """Tell whether the texts of edits are short, all together."""
    size = 0
    for edit in edits:
        size += len(edit.text)
    return size <= SHORT


def forget_texts() -> None:
    """Forget all that was remembered: the document is done."""
    for forget in FORGETTING:
        forget()
