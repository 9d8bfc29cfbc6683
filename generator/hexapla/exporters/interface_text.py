"""Words of the interface, as files for people need them.

They come from whoever calls: the same messages that pages use. Files and pages know nothing of each other.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hexapla.model import Change, Comparison
from hexapla.pairs import is_later_version

__all__ = ["InterfaceText", "Translate"]

Translate = Callable[..., str]
"""called with a message's name and its values; gives plain text"""


@dataclass(frozen=True, slots=True)
class InterfaceText:
    """The interface's language."""

    language: str
    """BCP 47"""
    say: Translate
    tell: Callable[[Comparison, Change], tuple[str, ...]]
    """what is to be said of a change, the weightiest first"""
    say_parallel: Translate | None = None
    """as `say`, of texts of which none is the older one; None: `say` itself"""

    def between(self, comparison: Comparison) -> Translate:
        """Return the words for a comparison: only a later text can have changed an earlier one."""
        later = is_later_version(comparison.document, comparison.base, comparison.target)
        return self.say if later and not comparison.translation else self.say_parallel or self.say
