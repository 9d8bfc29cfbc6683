"""Files that a user names for a result: where they may stand, and how they are written.

- Nothing is written over what is read. Files and folders are told by their identity on the disk, so that
  links, `..` and names that differ in case alone hide nothing.
- A file is there complete or not at all, and keeps its rights. A symbolic link stays; what it leads to is
  written.
- A pipe or a device is opened and written: a file put in its place would stay there for all programs.
"""

import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hexapla.errors import UsageError
from hexapla.lazy_patterns import compile_lazily_with_properties

MOST_LINKS = 40
"""symbolic links that a system follows from one name"""
DESCRIPTORS = compile_lazily_with_properties(r"/dev/fd|/proc/(\d+)(?:/task/\d+)?/fd")
"""folders in which a name is an open file of a process"""
SHOWN = 40
"""characters of a name in that of its unfinished file; file systems allow 255 bytes"""

FileIdentity = tuple[int, int]
"""device and inode"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file, a pipe or a device that may be written."""

    path: Path
    """as the user named it"""
    place: Path
    """to where links lead from there"""
    descriptor: int | None = None
    """an open file of this process (`/dev/stdout`, `/dev/fd/3`)"""
    stream: bool = False
    """whether it is a pipe or a device"""

    def write(self, data: bytes | BinaryIO) -> None:
        """Write everything, or of a file nothing.

        Raises:
            OSError: with the name that the user knows.
        """
        try:
            if self.descriptor is None and not self.stream:
                replace_file(write_part_file(self.place, data), self.place)
                return
            with os.fdopen(self.opened(), "wb") as out:
                copy_bytes(data, out)
        except OSError as error:
            raise OSError(error.errno, error.strerror or str(error), str(self.path)) from error

    def opened(self) -> int:
        """Open a stream."""
        if self.descriptor is not None:
            return os.dup(self.descriptor)  # opened anew, a file would be written from its start
        return os.open(self.place, os.O_WRONLY | os.O_APPEND)  # and never made, should it be gone


def resolve_output(path: Path, *, inputs: Iterable[Path] = ()) -> Output:
    """Judge a name for an output before any work is done for it.

    Args:
        path: as the user gave it.
        inputs: files and folders that the command reads; what lies in such a folder is read too.

    Raises:
        UsageError: it cannot be written, or is read.
        OSError: the system cannot say what it is.
    """
    place, descriptor, stream = follow_links(path)
    found = read_status(path)
    if found is not None:
        stream = stream or stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode)
        refuse_other_kinds(path, found.st_mode, stream=stream or descriptor is not None)
    elif not place.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first.")
    if found is None or not stat.S_ISCHR(found.st_mode):
        refuse_inputs(path, place, None if found is None else (found.st_dev, found.st_ino), inputs)
    if stream and descriptor is None:
        place = path
    return Output(path=path, place=place, descriptor=descriptor, stream=stream)


def follow_links(path: Path) -> tuple[Path, int | None, bool]:
    """Follow links from a name.

    Returns:
        the place; the number of an open file of this process, if it is one; whether it is one of another's.

    Raises:
        UsageError: the links lead in a circle.
    """
    place = path
    for _ in range(MOST_LINKS):
        folder = os.path.realpath(place.parent)
        place = Path(folder, place.name)
        if (match := DESCRIPTORS.fullmatch(folder)) and place.name.isdecimal():
            own = match[1] is None or int(match[1]) == os.getpid()
            return place, int(place.name) if own else None, not own
        if not place.is_symlink():
            return place, None, False
        place = Path(folder, place.readlink())
    raise UsageError(f"{path} is a link that leads back to itself; name a file.")


def read_status(path: Path) -> os.stat_result | None:
    """Return what the system says of a file; None where there is none."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def refuse_other_kinds(path: Path, mode: int, *, stream: bool) -> None:
    """Refuse what is neither a file that may be written nor a stream.

    Raises:
        UsageError: it is a folder, a disk, a socket, or protected.
    """
    if stat.S_ISDIR(mode):
        raise UsageError(f"{path} is a folder; name a file.")
    if not stream and not stat.S_ISREG(mode):  # a disk, a socket
        raise UsageError(f"{path} is neither a file nor a pipe; name a file.")
    if not stream and not os.access(path, os.W_OK):
        raise UsageError(f"{path} may not be written; change its rights, or name another file.")


def refuse_inputs(path: Path, place: Path, identity: FileIdentity | None, inputs: Iterable[Path]) -> None:
    """Refuse what is read.

    Raises:
        UsageError: it is an input, or is inside of a folder that is one.
    """
    for own in inputs:
        known = read_status(own)
        if known is None:
            continue
        if stat.S_ISDIR(known.st_mode):
            if is_inside(place, own):
                raise UsageError(f"{path} is inside {own}, which is read; name a file elsewhere.")
        elif (known.st_dev, known.st_ino) == identity:
            raise UsageError(f"{path} is read by this command, and would be lost; name another file.")


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, which need not exist, is a folder or lies in it, whatever the two are called."""
    known = read_status(folder)
    if known is None:
        return False
    place = Path(os.path.realpath(path))
    above = filter(None, map(read_status, (place, *place.parents)))
    return any((each.st_dev, each.st_ino) == (known.st_dev, known.st_ino) for each in above)


def write_all(files: Mapping[Path, bytes], *, inputs: Iterable[Path] = ()) -> None:
    """Write several files: all beside their places first, then each into its place at once.

    Raises:
        UsageError: one of them is no place for an output, or is an input; nothing was written.
        OSError: one of them cannot be written.
    """
    own = tuple(inputs)
    outputs = [(resolve_output(path, inputs=own).place, data) for path, data in files.items()]
    parts: dict[Path, Path] = {}
    try:
        for place, data in outputs:
            parts[place] = write_part_file(place, data)
        for place, part in parts.items():
            replace_file(part, place)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def write_atomically(place: Path, data: bytes) -> None:
    """Write a file so that it is never seen half written, whoever else writes it at the same time.

    It need not be on the disk yet: for what can be made again.
    """
    replace_file(write_part_file(place, data, sync=False), place)


def write_part_file(place: Path, data: bytes | BinaryIO, *, sync: bool = True) -> Path:
    """Write a file beside its place, down to the disk if it is to be kept; return where."""
    from secrets import token_hex  # noqa: PLC0415 - what is printed needs no name

    part = place.with_name(f".{place.name[:SHOWN]}.{token_hex(4)}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with name_place(place), os.fdopen(handle, "wb") as out:
            copy_bytes(data, out)
            if sync:
                out.flush()
                os.fsync(out.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


@contextmanager
def name_place(place: Path) -> Iterator[None]:
    """Let an error of the disk name the place, where the system names none: which disk is full must be told.

    Raises:
        OSError: the same, with a place.
    """
    try:
        yield
    except OSError as error:
        if error.filename is not None or error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(place)) from error


def replace_file(part: Path, place: Path) -> None:
    """Put a file in its place, with the rights of the one that was there."""
    try:
        if before := read_status(place):
            keep_rights(part, before)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def copy_bytes(data: bytes | BinaryIO, out: BinaryIO) -> None:
    """Write bytes, or those of a file."""
    if isinstance(data, bytes):
        out.write(data)
    else:
        shutil.copyfileobj(data, out)


def keep_rights(part: Path, before: os.stat_result) -> None:
    """Give a new file the owner and the rights of the one whose place it takes."""
    if hasattr(os, "chown"):
        with suppress(OSError):  # not everybody may give files away
            os.chown(part, before.st_uid, before.st_gid)
    part.chmod(stat.S_IMODE(before.st_mode))
