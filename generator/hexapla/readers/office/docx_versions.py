"""A Word document with tracked changes as several: before its changes, and after those of each author."""

from typing import NamedTuple

from hexapla.readers.office.docx_changes import has_tracked_changes, list_authors, resolve_changes
from hexapla.readers.office.docx_package import WordPackage, iterate_stories
from hexapla.readers.xml_parser import Element, find_attribute

BEFORE = "before changes"
AFTER = "all changes accepted"


class TrackedVersion(NamedTuple):
    """A state of a document."""

    label: str
    """what tells it from the others; it can be part of a file's name"""
    data: bytes
    """a Word document without tracked changes"""


def split_tracked_changes(path: str, data: bytes, *, by_author: bool = False) -> tuple[TrackedVersion, ...]:
    """Return the states of a document: all changes rejected, and all accepted.

    Args:
        path: of the file, for errors.
        data: its bytes.
        by_author: a state for each author as well, in the order of their first changes: it has the changes of
            this author and of those before.

    Returns nothing for a document without tracked changes.

    Raises:
        SourceError: it is no Word document, or exceeds a limit.
    """
    roots = [root for _, root in iterate_stories(WordPackage(path, data))]
    if not any(map(has_tracked_changes, roots)):
        return ()
    authors = list(dict.fromkeys(author for root in roots for author in list_authors(root)))
    states: list[tuple[str, frozenset[str] | None]] = [(BEFORE, frozenset())]
    if by_author:
        states += [
            (f"{number} {make_file_name(author)}", frozenset(authors[:number]))
            for number, author in enumerate(authors[:-1], 1)
        ]
    last = f"{len(authors)} {make_file_name(authors[-1])}" if by_author and authors else AFTER
    states.append((last, None))
    return tuple(TrackedVersion(label, resolve_package(path, data, accepted)) for label, accepted in states)


def resolve_package(path: str, data: bytes, accepted: frozenset[str] | None) -> bytes:
    """Write a document with the changes of some authors, None for all; the others' are rejected."""

    def is_accepted(change: Element) -> bool:
        return accepted is None or find_attribute(change, "author") in accepted

    package = WordPackage(path, data)
    for name, root in iterate_stories(package):
        if has_tracked_changes(root):
            resolve_changes(root, is_accepted)
            package.touch(name)
    return package.pack()


def make_file_name(author: str) -> str:
    """Make of an author's name what can be part of a file's name."""
    return "".join(each if each.isalnum() or each in " -_'" else "_" for each in author).strip() or "_"
