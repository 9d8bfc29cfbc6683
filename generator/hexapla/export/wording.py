"""Words of the interface, as files for people need them.

They come from whoever calls: the same messages that pages use. Files and pages know nothing of each other.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hexapla.model import Change, Comparison

__all__ = ["Wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The interface's language."""

    language: str
    """BCP 47"""
    say: Callable[..., str]
    """called with a message's name and its values; gives plain text"""
    tell: Callable[[Comparison, Change], tuple[str, ...]]
    """what is to be said of a change, the weightiest first"""
