"""What a caller names (paths, open files, texts) → sources."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import IO

from hexapla.errors import UsageError
from hexapla.model import Source
from hexapla.plan import Plan, VersionPlan

VersionInput = str | os.PathLike[str] | IO[bytes] | IO[str] | Source
"""a path, an open file, or a source that was read"""


def read_source(file: VersionInput, *, name: str | None = None, encoding: str | None = None) -> Source:
    """Read a path or an open file, see `hexapla.read`."""
    if isinstance(file, Source):
        return file
    if isinstance(file, str | os.PathLike):
        return read_path(Path(file), name, encoding)
    return read_open_file(file, name, encoding)


def read_path(path: Path, name: str | None, encoding: str | None) -> Source:
    """Read a file on disk.

    Raises:
        SourceError: it is not there, is a folder, or cannot be read.
    """
    from hexapla import readers
    from hexapla.collection import load_document
    from hexapla.collection.file_names import compose_name
    from hexapla.collection.folder import TextFile, read_listed_files

    material = read_listed_files(
        "document", [TextFile(compose_name(name or path.name), path)], required=False
    )
    loaded = load_document(material, lambda path, data, _: readers.read_source(path, data, encoding=encoding))
    return loaded.sources[0]


def read_open_file(file: IO[bytes] | IO[str], name: str | None, encoding: str | None) -> Source:
    """Read what is left of an open file.

    Raises:
        UsageError: nothing tells its format.
        SourceError: it cannot be read.
    """
    from hexapla import readers

    own = getattr(file, "name", None)
    if name is None and not isinstance(own, str):
        raise UsageError(
            "An open file without a name does not say its format: "
            "read it with a name, as in hexapla.read(file, name='law.docx')."
        )
    called = name or PurePath(str(own)).name
    data = file.read()
    if isinstance(data, str):
        return text_source(called, data)
    return readers.read_source(called, data, encoding=encoding)


def text_source(name: str, text: str) -> Source:
    """Make a source of a text; `name` tells its format, as a file's name does."""
    from hexapla import readers

    return readers.read_source(name, text.encode("utf-8", "surrogatepass"), encoding="utf-8")


def distinct(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Give sources of equal names different ones: `law.txt`, `law (2).txt`."""
    taken: set[str] = set()
    made = []
    for source in sources:
        path, number = source.path, 1
        while path in taken:
            number += 1
            pure = PurePath(source.path)
            path = pure.with_name(f"{pure.stem} ({number}){pure.suffix}").as_posix()
        taken.add(path)
        made.append(replace(source, path=path))
    return tuple(made)


def plan_for(sources: Sequence[Source], *, name: str, language: str | None, title: str | None = None) -> Plan:
    """Make the plan of a document of which its caller says this much."""
    versions = tuple(VersionPlan(file=source.path, language=language) for source in sources)
    return Plan(id=name, title=title, language=language, versions=versions if language else ())
