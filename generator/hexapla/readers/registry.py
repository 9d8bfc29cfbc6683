"""Which reader reads which file, and which files bear a suffix that is read but are other programs' data."""

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePosixPath

import regex

from hexapla.errors import ForeignError, Problem, SourceError
from hexapla.model import Source
from hexapla.readers import limits
from hexapla.readers.file_signatures import check_signature
from hexapla.readers.json_reader import SCHEMA, read_json
from hexapla.readers.plain_text import read_markdown, read_plain_text
from hexapla.readers.xml_vocabularies import XML_MEDIA_TYPES

Reader = Callable[[str, bytes, str | None], Source]
"""takes a path, the file's bytes and the encoding that was declared; raises SourceError"""
DISTRIBUTION = "hexapla-core"
"""what a user installs with an extra for further formats"""


def load_docx() -> Reader:
    """Load the reader of Word documents."""
    from hexapla.readers.office.docx import read_docx

    return read_docx


def load_epub() -> Reader:
    """Load the reader of books."""
    from hexapla.readers.web.epub import read_epub

    return read_epub


def load_html() -> Reader:
    """Load the reader of web pages."""
    from hexapla.readers.web.html import read_html

    return read_html


def load_odt() -> Reader:
    """Load the reader of OpenDocument texts."""
    from hexapla.readers.office.odt import read_odt

    return read_odt


def load_pdf() -> Reader:
    """Load the reader of PDF."""
    from hexapla.readers.pdf import read_pdf

    return read_pdf


def load_xml() -> Reader:
    """Load the reader of Akoma Ntoso, TEI and XHTML."""
    from hexapla.readers.xml import read_xml

    return read_xml


def on_demand(load: Callable[[], Reader], extra: str) -> Reader:
    """Make a reader that is loaded, with its libraries, by the first file of its format.

    Who compares plain texts neither waits for these libraries nor needs them installed.

    Args:
        load: imports the reader.
        extra: of `DISTRIBUTION`, which brings its libraries.
    """

    def reader(path: str, data: bytes, encoding: str | None) -> Source:
        try:
            read_format = load()
        except ModuleNotFoundError as error:
            message = (
                f"this format is read with the package “{error.name}”, which is not installed; "
                f"run `pip install '{DISTRIBUTION}[{extra}]'`"
            )
            raise SourceError(Problem(path=path, message=message)) from error
        return read_format(path, data, encoding)

    return reader


BUILT_IN: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    **dict.fromkeys((".html", ".htm", ".xhtml"), on_demand(load_html, "office")),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), on_demand(load_docx, "office")),
    **dict.fromkeys((".odt", ".ott"), on_demand(load_odt, "office")),
    ".pdf": on_demand(load_pdf, "pdf"),
    ".epub": on_demand(load_epub, "office"),
    ".xml": on_demand(load_xml, "office"),
    ".json": read_json,
}
GROUP = "hexapla.readers"
"""of entry points: an installed package adds a format by naming a reader after its suffix"""


def load_installed_readers() -> dict[str, Reader]:
    """Return the readers that other packages bring; one of ours is never replaced."""
    found = sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value))
    return {
        name: defer_reader(each)
        for each in found
        if (name := f".{each.name.lower().lstrip('.')}") not in BUILT_IN
    }


def defer_reader(entry: EntryPoint) -> Reader:
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


READERS: dict[str, Reader] = {**BUILT_IN, **load_installed_readers()}
"""A format is added by writing a function (path, bytes, declared encoding) → Source and naming it here, or in
the entry points of another package."""
HEAD = 1 << 16
"""bytes in which nearly every file says what it is"""
TEXT_PATTERNS = {
    ".json": regex.compile(rb'"schema"\s*:\s*"' + SCHEMA.encode()),
    ".xml": regex.compile(rb"<(?:\w{1,40}:)?(?:html|" + "|".join(XML_MEDIA_TYPES).encode() + rb")[\s>]"),
}
FOREIGN_SUFFIXES = frozenset(TEXT_PATTERNS)
"""of formats that other programs use for data of their own"""


def read_source(path: str, data: bytes, *, encoding: str | None = None) -> Source:
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
            is tried, a file that is damaged, protected, or of another format than its name says, or one
            that exceeds
            a limit.
    """
    reader = READERS.get(file_suffix(path))
    if reader is None:
        message = f"no reader for this format; save the text as one of {', '.join(READERS)}"
        raise SourceError(Problem(path=path, message=message))
    limits.check_size(path, f"{len(data):,} bytes", len(data), limits.LARGEST_FILE)
    check_signature(path, data)
    return reader(path, data, encoding)


def explain_foreign(path: str, data: bytes) -> str | None:
    """Return why a file is another program's and no text; None if it is a text, or a damaged one.

    Only files of `FOREIGN_SUFFIXES` are looked into.
    """
    own = TEXT_PATTERNS.get(file_suffix(path))
    if own is None or own.search(data, 0, HEAD):
        return None
    try:
        READERS[file_suffix(path)](path, data, None)
    except ForeignError as error:
        return error.problem.message
    except SourceError:
        return None
    return None


def file_suffix(path: str) -> str:
    """Return what follows the last full stop of a file's name, with it, in lower case."""
    return PurePosixPath(path).suffix.lower()
