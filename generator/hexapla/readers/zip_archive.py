"""A zip archive (DOCX, ODT, EPUB): no more of it is unpacked than is asked for, nor more than is bearable.

Nothing is written to disk, so names in the archive can lead nowhere; archives within are never opened.
"""

import posixpath
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from hexapla.errors import Problem, SourceError
from hexapla.readers import limits

ENCRYPTED_FLAG = 0x1


class ZipArchive:
    """The files in an archive, by name."""

    def __init__(self, path: str, data: bytes, *, what: str) -> None:
        """Open an archive.

        Args:
            path: the file's path, for errors.
            data: its bytes.
            what: what it should be (`a Word document`).

        Raises:
            SourceError: it is no archive, or holds too many files.
        """
        self.path, self.what = path, what
        self.left = limits.LARGEST_ARCHIVE
        try:
            self.file = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise self.broken(str(error)) from error
        entries = self.file.infolist()
        limits.check_size(path, f"{len(entries):,} files in one archive", len(entries), limits.MOST_ENTRIES)
        self.entries = {entry.filename.lstrip("/"): entry for entry in reversed(entries)}

    def broken(self, reason: str) -> SourceError:
        """Make the error of an archive that cannot be used."""
        message = (
            f"this is no {self.what} that can be read ({reason}): open it in its program and save it again"
        )
        return SourceError(Problem(path=self.path, message=message))

    def locked(self) -> SourceError:
        """Make the error of an archive that is protected."""
        message = (
            f"this {self.what} is protected by a password: open it with the password in its program, "
            "take the password away, and save it again"
        )
        return SourceError(Problem(path=self.path, message=message))

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return name in self.entries

    def read(self, name: str) -> bytes | None:
        """Unpack a file; None if there is none of that name.

        The sizes that an archive states are not trusted: what comes out is counted.

        Raises:
            SourceError: it is damaged, encrypted, too large or packed too tightly.
        """
        entry = self.entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise self.locked()
        most = min(limits.LARGEST_PART, self.left)
        try:
            with self.file.open(entry) as packed:
                data = packed.read(most + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise self.broken(f"{name}: {error}") from error
        if len(data) > most:
            whole = most < limits.LARGEST_PART
            what = "the files in it unpack to too much" if whole else f"{name} in it unpacks to too much"
            raise limits.build_limit_error(
                self.path, what, limits.LARGEST_ARCHIVE if whole else limits.LARGEST_PART
            )
        if len(data) > limits.RATIO_FROM and len(data) > limits.RATIO * max(1, entry.compress_size):
            what = f"{name} in it unpacks to {len(data) // max(1, entry.compress_size)} times its size"
            raise limits.build_limit_error(self.path, what, limits.RATIO)
        self.left -= len(data)
        return data

    def beside(self, name: str, target: str) -> str:
        """Return the name of a file that another one names relative to itself; it may not exist."""
        folder = posixpath.dirname(name)
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
