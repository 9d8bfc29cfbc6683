"""The parts of the program that are measured, by the names of today or by those of the first edition.

The first edition (0.1.0) had no functions for strings and other names for its packages. A text becomes
a file in memory here, in both editions, so that the same work is measured.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

__all__ = ["align", "compare_all", "mark", "segment"]


def find(*names: str) -> Callable[..., Any]:
    """Return the first function of these that the measured program has, each as `package:name`.

    Raises:
        ModuleNotFoundError: it has none of them.
    """
    for name in names:
        package, _, function = name.partition(":")
        try:
            return getattr(import_module(package), function)  # type: ignore[no-any-return]
        except (ModuleNotFoundError, AttributeError):
            continue
    raise ModuleNotFoundError(names[0])


align = find("hexapla.alignment:align", "hexapla.align:align")
"""document → its alignment"""
compare_all = find("hexapla.comparison:compare_all", "hexapla.compare:compare_all")
"""alignment → the comparison of every pair of its versions"""
_cut = find("hexapla.segmentation:segment", "hexapla.segment:segment")
_edits = find("hexapla.comparison:diff_texts", "hexapla.compare:edits")
_read = find("hexapla.readers:read_source", "hexapla.readers:read")
_plan = find("hexapla.plan:Plan")


def segment(*texts: str) -> Any:  # noqa: ANN401 - a document of one edition or the other
    """Cut texts into clauses: a document with a version for each."""
    sources = [_read(f"{at}.txt", text.encode()) for at, text in enumerate(texts)]
    return _cut(sources, _plan(id="measured"))


def mark(base: str, target: str) -> Sequence[object]:
    """Mark two Chinese texts against each other."""
    return _edits(base, target, "zh")  # type: ignore[no-any-return]
