"""An extra: a dictionary program that breaks Han text into words, in place of the closed list.

The closed list is the same on every machine and is the default. A larger dictionary knows more words, but its
answers depend on its version; so it is taken only when asked for, and its name and version are carried by
every comparison made with it. Signals and modal words are cut by our own rules whatever the program says, and
flags never ask it, so it decides where edits stand and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, metadata
from types import ModuleType

from hexapla.errors import UsageError


@dataclass(frozen=True, slots=True)
class WordSegmenter:
    """A program that breaks runs of Han text into words."""

    name: str
    version: str
    cut: Callable[[str], list[str]]
    """the words, joined, are the run"""

    def __str__(self) -> str:
        """Write name and version, as output tells them."""
        return f"{self.name} {self.version}"


def wrap_rjieba(module: ModuleType) -> Callable[[str], list[str]]:
    """Use jieba's dictionary; without its statistical model of unknown words, which only guesses."""

    def cut(run: str) -> list[str]:
        words: list[str] = module.cut(run, False)  # noqa: FBT003 -- HMM off; the package takes it by place
        return words

    return cut


WORD_SEGMENTERS: dict[str, Callable[[ModuleType], Callable[[str], list[str]]]] = {"rjieba": wrap_rjieba}
"""name of the program, which is that of its package → how to use it"""


def load_word_segmenter(name: str | None) -> WordSegmenter | None:
    """Return the program of that name; None asks for none.

    Raises:
        UsageError: there is no such program, or its package is not installed.
    """
    if name is None:
        return None
    if name not in WORD_SEGMENTERS:
        known = ", ".join(sorted(WORD_SEGMENTERS))
        raise UsageError(
            f"“{name}” breaks no text into words; choose {known}, or none for the built-in list."
        )
    try:
        module = import_module(name)
    except ImportError as error:
        raise UsageError(
            f"Breaking words with {name} needs its package: run `pip install 'hexapla[words]'`."
        ) from error
    return WordSegmenter(name, metadata.version(name), WORD_SEGMENTERS[name](module))
