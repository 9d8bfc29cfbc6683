"""An extra: a dictionary program that breaks Han text into words, in place of the closed list.

The closed list is the same on every machine and is the default. A larger dictionary knows more words, but its
answers depend on its version; so it is taken only when asked for, and its name and version are carried by
every comparison made with it. Signals and modal words are cut by our own rules whatever the program says, and
flags never ask it, so it decides where edits stand and nothing else.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from hexapla.optional_programs import OptionalProgram, load_program

WordSegmenter = OptionalProgram[Callable[[str], list[str]]]
"""a program that breaks a run of Han text into words, which, joined, are the run"""


def wrap_rjieba() -> Callable[[str], list[str]]:
    """Use jieba's dictionary; without its statistical model of unknown words, which only guesses."""
    module: Any = import_module("rjieba")

    def cut(run: str) -> list[str]:
        words: list[str] = module.cut(run, False)  # noqa: FBT003 -- HMM off; the package takes it by place
        return words

    return cut


WORD_SEGMENTERS: dict[str, Callable[[], Callable[[str], list[str]]]] = {"rjieba": wrap_rjieba}
"""name of the package → how to use it"""


def load_word_segmenter(name: str | None) -> WordSegmenter | None:
    """Return the program of that name; None asks for none.

    Raises:
        UsageError: there is no such program, or its package is not installed.
    """
    if name is None:
        return None
    known = ", ".join(sorted(WORD_SEGMENTERS))
    return load_program(
        name,
        WORD_SEGMENTERS,
        unknown=f"“{name}” breaks no text into words; choose {known}, or none for the built-in list.",
        missing=f"Breaking words with {name} needs its package: run `pip install 'hexapla[words]'`.",
    )
