"""Put a finished folder in the place of an old one: at every instant one of the two stands there, complete.

Where the system can exchange two names in one step, it is asked to (Linux `renameat2`, macOS `renamex_np`).
Elsewhere (Windows; file systems that cannot) the old folder steps aside and the new one steps in; whoever is
stopped between the two steps leaves the old one aside, and the next build puts it back before anything else.

Rejected: a symbolic link to the current site. It is atomic everywhere but on Windows, yet it makes of a
folder that people copy and serve something that copies and servers treat in many ways.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hexapla.errors import UsageError
from hexapla.pipeline.folder_locks import hold_only_lock

AT_FDCWD = -100
"""AT_FDCWD: paths are what they are"""
RENAME_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS are the same number"""
UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EOPNOTSUPP}
"""how a system or a file system says that it cannot exchange names"""


def sibling_path(target: Path, what: str) -> Path:
    """Name a hidden neighbour of a folder, on the same disk, that builds may use and remove."""
    return target.with_name(f".{target.name}.hexapla-{what}")


@contextmanager
def lock_folder(target: Path) -> Iterator[None]:
    """Keep others from building the same folder. The lock ends with the process, however that ends.

    Raises:
        UsageError: another build holds it.
    """
    with hold_only_lock(sibling_path(target, "lock")) as alone:
        if not alone:
            raise UsageError(f"Another build is writing {target}; wait until it is done.")
        yield


def recover_folder(target: Path) -> None:
    """Put right what a build left that was stopped: the old folder first, then what is of no use."""
    old = sibling_path(target, "old")
    if old.exists() and not target.exists():
        old.rename(target)
    for what in ("old", "new", "work"):
        shutil.rmtree(sibling_path(target, what), ignore_errors=True)


def replace_folder(fresh: Path, target: Path) -> None:
    """Put a folder in the place of another, and remove that.

    Post-conditions:
        1. What stands at `target` afterwards is on the disk, not only on its way there.

    Raises:
        OSError: it cannot be done; the old folder stands.
    """
    sync_folder(fresh)
    if not target.exists():
        fresh.rename(target)
    elif exchange_folders(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)
    else:
        replace_by_renaming(fresh, target)
    sync_folder(target.parent)


def replace_by_renaming(fresh: Path, target: Path) -> None:
    """Let the old folder step aside and the new one step in.

    Raises:
        UsageError: the old one is in use; Windows moves no folder of which somebody has a file open.
        OSError: it cannot be done for another reason. In either case the old folder stands.
    """
    old = sibling_path(target, "old")
    try:
        target.rename(old)
    except PermissionError as error:
        message = (
            f"{target} cannot be replaced ({error.strerror or error}): a program may have a file in it open, "
            "an editor, a web server or a browser. The old site stands. Close it and start again."
        )
        raise UsageError(message) from error
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def exchange_folders(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        failed = library.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(*paths, RENAME_EXCHANGE)
    else:
        return False
    if failed and (number := ctypes.get_errno()) not in UNSUPPORTED:
        raise OSError(number, os.strerror(number), str(other))
    return not failed


def sync_folder(folder: Path) -> None:
    """Wait until a folder's file system has written what it was given.

    One call for all files: a site has thousands, and waiting for each takes minutes on a slow disk.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "syncfs"):
            library.syncfs(handle)
        else:
            os.sync()
    finally:
        os.close(handle)
