"""Values that the program makes of its own code and tables, kept where Python keeps compiled modules.

Making them takes longer than a short command does: reading seventy language files, compiling hundreds of
patterns. They lie beside `.pyc` files and obey the same switches, so nothing new is written where Python
would write nothing, and whoever could change them could change the program too. Rejected: a folder of the
user's, since a command that compares two texts should leave nothing behind in it; files in the package that
is built, since they depend on the interpreter.

A file holds a checksum, the length of what the value was made of, this itself, and the value as `marshal`
writes it. What is not whole, was made of something else, or by another interpreter is taken for nothing: it
is made once more and kept anew.
"""

import marshal
import os
import sys
import zlib
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final

SUM: Final = 4
"""bytes of the checksum, and of the length behind it"""


def find_place(name: str) -> Path | None:
    """Return where a value of a name lies for this interpreter; None where Python keeps no bytecode."""
    try:
        return Path(cache_from_source(str(Path(__file__).with_name(f"{name}.py")))).with_suffix(".kept")
    except NotImplementedError:
        return None


def read_kept(name: str, made_of: bytes) -> Any:  # noqa: ANN401 - whatever was kept
    """Return what was kept under a name; None where there is none, or none that is whole and of the same.

    Args:
        name: of the value.
        made_of: what decides the value besides the interpreter: versions of libraries, a digest of files.
    """
    place = find_place(name)
    try:
        data = place.read_bytes() if place else b""
    except OSError:
        return None
    head = write_head(made_of)
    summed = memoryview(data)[SUM:]
    if data[:SUM] != write_sum(summed) or not data.startswith(head, SUM):
        return None
    try:
        return marshal.loads(summed[len(head) :])  # noqa: S302 - ours, beside the program's own bytecode
    except (EOFError, ValueError, TypeError):
        return None


def keep_beside_code(name: str, made_of: bytes, value: Any) -> None:  # noqa: ANN401 - as above
    """Keep a value under a name, whole or not at all; where nothing can be written, nothing is.

    Any number of processes may do so at once: the last one's value stays.

    Args:
        name: of the value; a later one takes its place.
        made_of: as `read_kept` will be given it.
        value: of such types as `marshal` writes.
    """
    place = find_place(name)
    if place is None or sys.dont_write_bytecode:
        return
    data = write_head(made_of) + marshal.dumps(value)
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(write_sum(data) + data)
        fresh.replace(place)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def write_head(made_of: bytes) -> bytes:
    """Return what stands before a value: what it was made of, and by which interpreter, with their length.

    Patterns are compiled into whole numbers in the byte order of the machine; a folder may serve several.
    """
    head = f"{sys.version} · {sys.byteorder} · ".encode() + made_of
    return len(head).to_bytes(SUM, "big") + head


def write_sum(value: bytes | memoryview) -> bytes:
    """Return the checksum of a value: not against malice, against a disk that lost its end."""
    return zlib.crc32(value).to_bytes(SUM, "big")
