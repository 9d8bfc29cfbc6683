"""A content-addressed store: bytes on disk, named by their digest.

Pages and files are put away as soon as they are made, so that a site is never in memory as a whole. What is
found in a store is what was put there, or it is a `DamagedBlob`.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import regex

from hexapla.model import File, Page, TocEntry
from hexapla.output import write_atomically

DIGEST = regex.compile("[0-9a-f]{64}")


class DamagedBlob(Exception):  # noqa: N818 - a state of things, not a mistake of the caller
    """What should be in the store is missing or not what was put there."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page in the store."""

    uri: str
    title: str
    digest: str
    source: str = ""
    """path of the first source text that it shows; empty: it shows none"""
    description: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the store."""

    uri: str
    digest: str
    size: int
    """bytes"""


class BlobStore:
    """A folder of blobs. Any number of processes may fill it at once."""

    def __init__(
        self, folder: Path, *, fallback: Path | None = None, problems: list[str] | None = None
    ) -> None:
        """Use a folder, which need not exist yet.

        Args:
            folder: where blobs stand; kept from build to build, if it is a cache.
            fallback: takes what cannot be written there; None: nothing does.
            problems: takes why something could not be written there.
        """
        self.folder = folder
        self.fallback = fallback
        self.problems = [] if problems is None else problems
        self._diverted: set[str] = set()

    def path(self, digest: str) -> Path:
        """Return where the bytes of that digest stand; a folder of a hundred thousand files is slow.

        Raises:
            DamagedBlob: this is no digest. It may come from a cache that anybody could write.
        """
        if not DIGEST.fullmatch(digest):
            raise DamagedBlob(digest)
        folder = self.fallback if self.fallback and digest in self._diverted else self.folder
        return folder.joinpath(digest[:2], digest)

    def put(self, data: bytes) -> str:
        """Put bytes away and return their SHA-256. What is there already, whole, stays."""
        digest = hashlib.sha256(data).hexdigest()
        if self.holds(digest):
            return digest
        try:
            self.write(digest, data)
        except OSError as error:
            if not self.fallback:
                raise
            self.problems.append(error.strerror or str(error))
            self._diverted.add(digest)
            self.write(digest, data)
        return digest

    def write(self, digest: str, data: bytes) -> None:
        """Write bytes where those of that digest stand."""
        path = self.path(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_atomically(path, data)
        except PermissionError:  # Windows replaces no file that another worker reads: the same bytes
            if not self.holds(digest):
                raise

    def holds(self, digest: str) -> bool:
        """Tell whether the bytes of that digest are there, undamaged; if so, they are in use from now on."""
        try:
            self.get(digest)
        except DamagedBlob:
            return False
        with suppress(OSError):  # of a disk that is only read nothing is cleaned
            os.utime(self.path(digest))
        return True

    def get(self, digest: str) -> bytes:
        """Return the bytes of that digest.

        Raises:
            DamagedBlob: they are not there, or are others.
        """
        try:
            data = self.path(digest).read_bytes()
        except OSError as error:
            raise DamagedBlob(digest) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise DamagedBlob(digest)
        return data

    def put_file(self, file: File) -> StoredFile:
        """Put a file away."""
        return StoredFile(file.uri, self.put(file.data), len(file.data))

    def put_page(self, page: Page) -> StoredPage:
        """Put a page away."""
        record = {
            "language": page.language,
            "toc": [[entry.level, entry.anchor, entry.title] for entry in page.toc],
            "anchors": sorted(page.anchors),
            "sources": page.sources,
        }
        # the HTML stands below as it is: read as JSON, it took a tenth of what MkDocs takes
        data = f"{json.dumps(record, ensure_ascii=False, sort_keys=True)}\n{page.html}"
        digest = self.put(data.encode("utf-8", "surrogatepass"))
        return StoredPage(page.uri, page.title, digest, next(iter(page.sources), ""), page.description)

    def page(self, kept: StoredPage) -> Page:
        """Take a page from the store.

        Raises:
            DamagedBlob: it is not there as it was put there.
        """
        head, _, html = self.get(kept.digest).decode("utf-8", "surrogatepass").partition("\n")
        record = json.loads(head)
        return Page(
            uri=kept.uri,
            title=kept.title,
            language=record["language"],
            html=html,
            toc=tuple(TocEntry(*entry) for entry in record["toc"]),
            anchors=frozenset(record["anchors"]),
            sources=tuple(record["sources"]),
            description=kept.description,
        )
