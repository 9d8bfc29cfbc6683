"""Patterns that are compiled when they are first used.

A pattern of the words of sixty languages takes milliseconds to compile, all of them together a second, and a
text needs few of them. What stands here gives a pattern that is written down at once, like any other, and
costs nothing until something is looked for; what was compiled once is kept for later runs (`pattern_codes`).
Rejected: a cached function for each pattern, since every place that looks for something would call it.
"""

import re
from typing import TYPE_CHECKING, Any, cast

from hexapla.pattern_codes import find_codes

if TYPE_CHECKING:
    import regex


def compile_lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, compiled when it is first used.

    >>> LAMP = compile_lazily("lamps?")
    >>> LAMP.pattern, LAMP.search("two lamps")[0]
    ('lamps?', 'lamps')

    Raises:
        re.error: at the first use, if the pattern is wrong.
    """
    return cast("re.Pattern[str]", LazyPattern("re", pattern, int(flags)))


def compile_lazily_with_properties(pattern: str, flags: int = 0) -> "regex.Pattern[str]":
    r"""Return a pattern as `regex.compile` does, compiled when it is first used: for properties of Unicode.

    >>> compile_lazily_with_properties(r"\p{Han}+").search("lamp 灯火")[0]
    '灯火'

    Raises:
        regex.error: at the first use, if the pattern is wrong.
    """
    return cast("regex.Pattern[str]", LazyPattern("regex", pattern, int(flags)))


class LazyPattern:
    """Stands for a compiled pattern. It keeps each method that is asked for: later calls cost no more."""

    def __init__(self, library: str, pattern: str, flags: int) -> None:
        """Remember what to compile, and with what."""
        self._library = library
        self._flags = flags
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as a compiled pattern has it
        """Compile the pattern, once, and return what it has under a name.

        Raises:
            AttributeError: a compiled pattern has nothing of that name.
        """
        if name.startswith("__"):  # asked for by `copy`, `pickle` and others, which want no pattern for it
            raise AttributeError(name)
        if "_compiled" not in self.__dict__:
            self._compiled = find_codes().compile(self._library, self.pattern, self._flags)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
