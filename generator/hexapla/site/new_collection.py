"""Lay out a new collection that builds at once."""

import shutil
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from hexapla.errors import UsageError
from hexapla.i18n import LANGUAGES
from hexapla.site.atomic_replace import sibling_path

HIDDEN = {"github": ".github", "gitignore": ".gitignore", "gitlab-ci.yml": ".gitlab-ci.yml"}
"""names in the package → names in a project: tools that pack software leave out names with a full stop"""
ALLOWED = frozenset([".git", ".gitattributes", "LICENSE", "README.md"])
"""what a folder may hold already: a fresh repository"""


def create_collection(folder: Path, language: str = LANGUAGES[0]) -> tuple[Path, ...]:
    """Write a collection's files into a folder and return their paths.

    The specimen and what people read are in a language, where there are such files; programs' files are the
    same in all. They are written beside it first: where the disk is full, the folder stays as it was.

    Raises:
        UsageError: the folder holds something already.
        OSError: it cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a new folder.")
    if folder.is_dir() and (there := sorted({path.name for path in folder.iterdir()} - ALLOWED)):
        raise UsageError(f"{folder} is not empty: it holds {there[0]}. Name a new folder.")
    scratch = sibling_path(folder.absolute(), "new")
    shutil.rmtree(scratch, ignore_errors=True)
    made = []
    try:
        for parts, data in sorted(choose_packaged_files(language).items()):
            path = scratch.joinpath(*parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            made.append(folder.joinpath(*parts))
        folder.mkdir(parents=True, exist_ok=True)
        for entry in sorted(scratch.iterdir()):
            entry.rename(folder / entry.name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return tuple(made)


def choose_packaged_files(language: str) -> dict[tuple[str, ...], bytes]:
    """Return the packaged files by the parts of their paths, those of a language in place of the others."""
    here = resources.files("hexapla.site")
    chosen = dict(list_packaged_files(here.joinpath("scaffold")))
    own = here.joinpath(f"scaffold_{language}")
    return chosen | dict(list_packaged_files(own)) if own.is_dir() else chosen


def list_packaged_files(
    folder: Traversable, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """Yield the packaged files, each by the parts of its path."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        parts = (*above, HIDDEN.get(entry.name, entry.name) if not above else entry.name)
        if entry.is_dir():
            yield from list_packaged_files(entry, parts)
        else:
            yield parts, entry.read_bytes()
