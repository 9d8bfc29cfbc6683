"""Locks of folders: of one that a single build may write, and of one that several builds use at once.

The latter one of them may clean when no other uses it. A lock ends with its process, however that ends.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

USERS = 64
"""how many builds can hold a lock on Windows, which knows no shared ones: each locks a byte of its own"""


@contextmanager
def hold_only_lock(path: Path) -> Iterator[bool]:
    """Hold a lock that nobody else may hold, and remove its file afterwards.

    Yields:
        False where another process holds it.
    """
    handle = open_and_lock(path)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            if sys.platform == "win32":
                os.close(handle)
            with suppress(OSError):
                path.unlink()
            if sys.platform != "win32":
                os.close(handle)


def open_and_lock(path: Path) -> int | None:
    """Return a file, opened and locked; None where another process holds it."""
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
        if not try_lock(handle, 1):
            os.close(handle)
            return None
        with suppress(OSError):
            if path.stat().st_ino == os.fstat(handle).st_ino:
                return handle
        os.close(handle)  # who held it removed the file just now: it is another file that counts


@contextmanager
def hold_shared_lock(path: Path) -> Iterator[int | None]:
    """Hold a lock that others may hold too, and wait for whoever holds it alone.

    Yields:
        the open file; None where it cannot be locked, so that nobody can ever be sure to be alone.
    """
    handle = open_lock_file(path)
    try:
        yield handle if handle is not None and lock_shared(handle) else None
    finally:
        if handle is not None:
            os.close(handle)


def open_lock_file(path: Path) -> int | None:
    """Open the file that is locked; where nothing can be written, it may be there all the same."""
    for flags in (os.O_RDWR | os.O_CREAT, os.O_RDONLY):
        with suppress(OSError):
            return os.open(path, flags, 0o666)
    return None


def lock_shared(handle: int) -> bool:
    """Take a part in a lock; False where the file system has none."""
    if sys.platform == "win32":
        return any(lock_bytes(handle, place, 1) for place in range(USERS))
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
    except OSError:
        return False
    return True


def lock_exclusive(handle: int) -> bool:
    """Take the whole lock, of which this process holds a part; False if others hold one too.

    The part is given up in any case: nothing may be asked of the folder afterwards.
    """
    if sys.platform == "win32":
        for place in range(USERS):
            with suppress(OSError):
                os.lseek(handle, place, os.SEEK_SET)
                msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
    return try_lock(handle, USERS)


def try_lock(handle: int, count: int) -> bool:
    """Lock a file alone, on Windows so many of its bytes; False if another process holds it."""
    if sys.platform == "win32":
        return lock_bytes(handle, 0, count)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def lock_bytes(handle: int, place: int, count: int) -> bool:
    """Lock bytes of a file on Windows; False if another process holds one of them."""
    if sys.platform == "win32":
        os.lseek(handle, place, os.SEEK_SET)
        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_NBLCK, count)
            return True
    return False
