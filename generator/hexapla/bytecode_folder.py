"""Values that the program makes of its own code and tables, kept where Python keeps compiled modules.

Making them takes longer than a short command does: reading seventy language files, compiling hundreds of
patterns. They lie beside `.pyc` files and obey the same switches, so nothing new is written where Python
would write nothing, and whoever could change them could change the program too. Rejected: a folder of the
user's, since a command that compares two texts should leave nothing behind in it; files in the package that
is built, since they depend on the interpreter.
"""

import os
import sys
import zlib
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

SUM = 4
"""bytes of the checksum before the value"""


def find_place(name: str) -> Path | None:
    """Return where a value of a name lies for this interpreter; None where Python keeps no bytecode."""
    try:
        return Path(cache_from_source(str(Path(__file__).with_name(f"{name}.py")))).with_suffix(".kept")
    except NotImplementedError:
        return None


def read_kept(name: str) -> bytes:
    """Return what was kept under a name; nothing where there is none or it is not whole."""
    place = find_place(name)
    try:
        data = place.read_bytes() if place else b""
    except OSError:
        return b""
    kept = data[SUM:]
    return kept if data[:SUM] == write_sum(kept) else b""


def keep_beside_code(name: str, value: bytes) -> None:
    """Keep a value under a name, whole or not at all; where nothing can be written, nothing is."""
    place = find_place(name)
    if place is None or sys.dont_write_bytecode:
        return
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(write_sum(value) + value)
        fresh.replace(place)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def write_sum(value: bytes) -> bytes:
    """Return the checksum of a value: not against malice, against a disk that lost its end."""
    return zlib.crc32(value).to_bytes(SUM, "big")
