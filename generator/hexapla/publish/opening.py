"""The files of a built site, in a folder or a zip, read one by one when they are asked for."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from hexapla.errors import UsageError
from hexapla.publish.manifest import NAME

__all__ = ["Files", "files_of"]


class Files(Mapping[str, bytes]):
    """Files by their posix paths. A large site is larger than memory."""

    def __init__(self, readers: Mapping[str, Callable[[], bytes]]) -> None:
        """Know how each file is read."""
        self.readers = readers

    def __getitem__(self, path: str) -> bytes:
        """Read a file."""
        return self.readers[path]()

    def __contains__(self, path: object) -> bool:
        """Tell whether there is such a file, without reading it."""
        return path in self.readers

    def __iter__(self) -> Iterator[str]:
        return iter(self.readers)

    def __len__(self) -> int:
        return len(self.readers)


def files_of(place: Path) -> Files:
    """Open a folder or a zip; a zip may hold the site in one folder of its own.

    Raises:
        UsageError: neither a folder nor a zip.
    """
    if place.is_dir():
        paths = sorted(path for path in place.rglob("*") if path.is_file())
        return Files({path.relative_to(place).as_posix(): path.read_bytes for path in paths})
    try:
        archive = zipfile.ZipFile(place)
    except zipfile.BadZipFile as error:
        raise UsageError(f"{place} is neither a folder nor a zip file.") from error
    found = [name for name in archive.namelist() if not name.endswith("/")]
    top = min((name for name in found if name.rsplit("/", 1)[-1] == NAME), key=len, default="")
    prefix = top.removesuffix(NAME)
    own = (name for name in found if name.startswith(prefix))
    return Files({name.removeprefix(prefix): partial(archive.read, name) for name in own})
