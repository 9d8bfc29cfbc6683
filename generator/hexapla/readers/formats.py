"""Which reader reads which file."""

from collections.abc import Callable
from pathlib import PurePosixPath

from hexapla.errors import Problem, SourceError
from hexapla.model import Source
from hexapla.readers.docx import docx
from hexapla.readers.odt import odt
from hexapla.readers.pdf import pdf
from hexapla.readers.plain import markdown, plain

__all__ = ["READERS", "read", "suffix"]

READERS: dict[str, Callable[[str, bytes, str | None], Source]] = {
    ".txt": plain,
    ".md": markdown,
    ".docx": docx,
    ".odt": odt,
    ".pdf": pdf,
}
"""A format is added by writing a function (path, bytes, declared encoding) → Source and naming it here."""


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
        1. The text has no byte order mark, LF at line ends, no NUL and no unpaired surrogate; where
           characters were replaced, the finding `characters_replaced` says so.
        2. The same bytes make the same source, on every machine.

    Raises:
        SourceError: no reader for the suffix, or bytes that are no text in the encoding declared or in any
            that is tried.
    """
    reader = READERS.get(suffix(path))
    if reader is None:
        message = f"no reader for this format; save the text as one of {', '.join(READERS)}"
        raise SourceError(Problem(path=path, message=message))
    return reader(path, data, encoding)
