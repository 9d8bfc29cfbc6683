"""Which reader reads which file."""

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePosixPath

from hexapla.errors import Problem, SourceError
from hexapla.model import Source
from hexapla.readers import limits
from hexapla.readers.docx import docx
from hexapla.readers.epub import epub
from hexapla.readers.html import html
from hexapla.readers.odt import odt
from hexapla.readers.pdf import pdf
from hexapla.readers.plain import markdown, plain
from hexapla.readers.records import records
from hexapla.readers.xml import xml

__all__ = ["READERS", "Reader", "read", "suffix"]

Reader = Callable[[str, bytes, str | None], Source]
"""takes a path, the file's bytes and the encoding that was declared; raises SourceError"""

OWN: dict[str, Reader] = {
    ".txt": plain,
    ".md": markdown,
    ".html": html,
    ".htm": html,
    ".docx": docx,
    ".odt": odt,
    ".pdf": pdf,
    ".epub": epub,
    ".xml": xml,
    ".json": records,
}
GROUP = "hexapla.readers"
"""of entry points: an installed package adds a format by naming a reader after its suffix"""


def installed() -> dict[str, Reader]:
    """Return the readers that other packages bring; one of ours is never replaced."""
    found = sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value))
    return {
        name: deferred(each) for each in found if (name := f".{each.name.lower().lstrip('.')}") not in OWN
    }


def deferred(entry: EntryPoint) -> Reader:
    """Make a reader that is loaded when it is first needed: a broken package must not stop others."""

    def reader(path: str, data: bytes, encoding: str | None) -> Source:
        try:
            load = entry.load()
        except (ImportError, AttributeError) as error:
            message = f"the reader “{entry.value}” cannot be loaded: {error}"
            raise SourceError(Problem(path=path, message=message)) from error
        source: Source = load(path, data, encoding)
        return source

    return reader


READERS: dict[str, Reader] = {**OWN, **installed()}
"""A format is added by writing a function (path, bytes, declared encoding) → Source and naming it here, or in
the entry points of another package."""


def suffix(path: str) -> str:
    """Return what follows the last full stop of a file's name, with it, in lower case."""
    return PurePosixPath(path).suffix.lower()


def read(path: str, data: bytes, *, encoding: str | None = None) -> Source:
    """Read a file of any known format.

    Args:
        path: posix; its suffix tells the format, and it names the source from here on.
        data: the file's bytes. None at all, or blank ones, make an empty source.
        encoding: the name of the encoding, where the reader shall not find it out.

    Post-conditions:
        1. Nothing outside `data` is looked at; memory and time are bounded by its size and by `limits`.
        2. The text has no byte order mark, LF at line ends, no NUL and no unpaired surrogate; where
           characters were replaced, the finding `characters_replaced` says so.
        3. The same bytes make the same source, on every machine.

    Raises:
        SourceError: no reader for the suffix, bytes that are no text in the encoding declared or in any that
            is tried, a file that is damaged or protected, or one that exceeds a limit.
    """
    reader = READERS.get(suffix(path))
    if reader is None:
        message = f"no reader for this format; save the text as one of {', '.join(READERS)}"
        raise SourceError(Problem(path=path, message=message))
    limits.check(path, f"{len(data):,} bytes", len(data), limits.LARGEST_FILE)
    return reader(path, data, encoding)
