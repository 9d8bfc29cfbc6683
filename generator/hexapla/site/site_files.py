"""The files of a built site, in a folder or a zip, read one by one when they are asked for."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from hexapla.errors import UsageError
from hexapla.site.manifest import NAME, list_files


class SiteFiles(Mapping[str, bytes]):
    """Files by their posix paths. A large site is larger than memory."""

    def __init__(self, paths: Iterable[str], read: Callable[[str], bytes]) -> None:
        """Know what there is, and how it is read."""
        self.paths = dict.fromkeys(paths)
        self.read = read

    def __getitem__(self, path: str) -> bytes:
        """Read a file."""
        if path not in self.paths:
            raise KeyError(path)
        return self.read(path)

    def __contains__(self, path: object) -> bool:
        """Tell whether there is such a file, without reading it."""
        return path in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def open_site(place: Path) -> SiteFiles:
    """Open a folder or a zip; a zip may hold the site in one folder of its own.

    Raises:
        UsageError: neither a folder nor a zip.
    """
    if place.is_dir():
        return SiteFiles(list_files(place), lambda path: (place / path).read_bytes())
    try:
        archive = zipfile.ZipFile(place)
    except zipfile.BadZipFile as error:
        raise UsageError(f"{place} is neither a folder nor a zip file.") from error
    found = [name for name in archive.namelist() if not name.endswith("/")]
    top = min((name for name in found if name.rsplit("/", 1)[-1] == NAME), key=len, default="")
    prefix = top.removesuffix(NAME)
    own = (name for name in found if name.startswith(prefix))
    return SiteFiles((name.removeprefix(prefix) for name in own), lambda path: archive.read(prefix + path))
