"""Compiled patterns that stay from one run of the program to the next.

A pattern is parsed and optimised into a code of whole numbers, and only this code is run. Making the codes
of all patterns that two short texts need takes a third of a second, reading them a hundredth. `regex` hands
out its codes, as it does for pickles; those of `re` are put together here as `re` itself does it, and where
an interpreter does it in another way, patterns are compiled as ever.
"""

import atexit
import marshal
import pickle
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, Final

from hexapla.bytecode_folder import keep_beside_code, read_kept

NAME: Final = "pattern_codes"
MOST: Final = 1 << 24
"""bytes that are kept; more are left by older states of the program"""
Key = tuple[str, str, int]
"""library, pattern, flags"""


class KeptCodes:
    """The codes of patterns: those read from the disk, and those made since."""

    def __init__(self) -> None:
        """Read what is kept for this interpreter and these libraries; nothing where it is none of theirs."""
        self.made: dict[Key, bytes] = {}
        self.read = read_codes()

    def compile(self, library: str, pattern: str, flags: int) -> Any:  # noqa: ANN401 - of re or of regex
        """Return a compiled pattern, from its kept code if there is one."""
        key = library, pattern, flags
        kept = self.read.get(key)
        if kept is not None:
            with suppress(Exception):  # whatever is wrong with it, it is made anew
                return LOADERS[library](kept)
        compiled, code = MAKERS[library](pattern, flags)
        if code and not sys.dont_write_bytecode:
            if not self.made:
                atexit.register(self.write)
            self.made[key] = code
        return compiled

    def write(self) -> None:
        """Keep the codes for later runs, with those that other runs have kept meanwhile."""
        codes = {**read_codes(), **self.made}
        if sum(map(len, codes.values())) > MOST:
            codes = self.made
        keep_beside_code(NAME, name_libraries(), codes)


@cache
def find_codes() -> KeptCodes:
    """Return the codes of this process."""
    return KeptCodes()


def name_libraries() -> bytes:
    """Name what decides the code of a pattern besides the interpreter."""
    import regex  # noqa: PLC0415 - what compiles nothing need not load it

    return f"regex {regex.__version__}".encode()


def read_codes() -> Mapping[Key, bytes]:
    """Read the kept codes; none where another interpreter or library made them."""
    codes = read_kept(NAME, name_libraries())
    return codes if isinstance(codes, dict) else {}


def make_regex_code(pattern: str, flags: int) -> tuple[Any, bytes]:
    """Compile with `regex`; the code is a pickle, which holds it whole."""
    import regex  # noqa: PLC0415 - as above

    compiled = regex.compile(pattern, flags)
    return compiled, pickle.dumps(compiled)


def make_re_code(pattern: str, flags: int) -> tuple[Any, bytes]:
    """Compile with `re`, whose pickles hold no code: see `re._compiler.compile`."""
    try:
        parsed = re._parser.parse(pattern, flags)  # type: ignore[attr-defined]  # noqa: SLF001 - its own steps
        whole = parsed.state
        make = re._compiler._code  # type: ignore[attr-defined]  # noqa: SLF001 - the step after that
        code = list(map(int, make(parsed, flags)))
        names: list[str | None] = [None] * whole.groups
        for name, number in whole.groupdict.items():
            names[number] = name
        given = pattern, int(flags | whole.flags), code, whole.groups - 1, whole.groupdict, tuple(names)
        return run_re_code(*given), marshal.dumps(given)
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(pattern, flags), b""


def run_re_code(*given: Any) -> re.Pattern[str]:  # noqa: ANN401 - as the interpreter takes it
    """Make a pattern of its code."""
    engine = re._compiler._sre  # type: ignore[attr-defined]  # noqa: SLF001 - what `re` gives its codes to
    made: re.Pattern[str] = engine.compile(*given)
    return made


MAKERS: Mapping[str, Callable[[str, int], tuple[Any, bytes]]] = {
    "re": make_re_code,
    "regex": make_regex_code,
}
LOADERS: Mapping[str, Callable[[bytes], Any]] = {
    "re": lambda code: run_re_code(*marshal.loads(code)),  # noqa: S302 - ours, beside the program's own bytecode
    "regex": pickle.loads,
}
