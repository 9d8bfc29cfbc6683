"""The engine: diff-match-patch (Myers' O(ND) algorithm), one private character for each distinct token.

No timeout: the default of one second returns one deletion and one insertion on long input, silently and
depending on the machine's load. What is too long is divided before it comes here. No clean-up either: on
Chinese it swallows unchanged text; the rules of reading stand in `polish`.

`fast-diff-match-patch` (an extra) is a port to C++ with the same answers; a test holds the two together.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from diff_match_patch import diff_match_patch

DiffRun = tuple[int, int]
"""(-1 deleted, 0 kept, 1 inserted; how many)"""
Engine = Callable[[str, str], list[DiffRun]]

SURROGATES: Final = range(0xD800, 0xE000)


def diff_in_python(base: str, target: str) -> list[DiffRun]:
    """Compare with the Python package."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return [(op, len(text)) for op, text in engine.diff_main(base, target, False)]  # noqa: FBT003 -- its name is checklines, the package takes it by place


ENGINES: dict[str, Engine] = {"diff-match-patch": diff_in_python}

try:
    from fast_diff_match_patch import diff
except ImportError:  # the extra is not installed
    pass
else:
    SIGN: Final = {"-": -1, "=": 0, "+": 1}

    def diff_in_cpp(base: str, target: str) -> list[DiffRun]:
        """Compare with the C++ package."""
        found = diff(base, target, timelimit=0, checklines=False, cleanup="No")
        return [(SIGN[op], length) for op, length in found]

    ENGINES["fast-diff-match-patch"] = diff_in_cpp

DEFAULT = list(ENGINES)[-1]


def encode_token(number: int) -> str:
    """Give a character for the n-th distinct token, around the surrogates."""
    code = number + 0x100
    return chr(code if code < SURROGATES.start else code + len(SURROGATES))


def diff_sequences(
    base: Sequence[Hashable], target: Sequence[Hashable], engine: str = DEFAULT
) -> list[DiffRun]:
    """Compare two sequences; the runs, in order, spell both."""
    codes: dict[Hashable, str] = {}
    texts = []
    for side in (base, target):
        for item in side:
            if item not in codes:
                codes[item] = encode_token(len(codes))
        texts.append("".join(map(codes.__getitem__, side)))
    return ENGINES[engine](*texts)
