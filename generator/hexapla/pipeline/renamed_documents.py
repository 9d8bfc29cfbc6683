"""Documents that only bear another name: which document of now is which of before.

A folder of texts that was renamed holds the same files. Told as a new document and one that is gone, all its
old changes would count again.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from hexapla.collection import DocumentFailure, DocumentFiles

SomeFiles = DocumentFiles | DocumentFailure | None


def match_renamed(gone: Mapping[str, SomeFiles], new: Mapping[str, SomeFiles]) -> dict[str, str]:
    """Return for ids of new documents which that are gone they are: those with most texts in common.

    Post-conditions:
        1. No document that is gone is two new ones. Nothing depends on the order of the file system.
    """
    digests = {name: Counter(text_digests(files)) for name, files in gone.items()}
    shared = [
        (-(Counter(text_digests(files)) & digests[old]).total(), name, old)
        for name, files in new.items()
        for old in gone
    ]
    found: dict[str, str] = {}
    for count, name, old in sorted(shared):
        if count and name not in found and old not in found.values():
            found[name] = old
    return found


def text_digests(files: SomeFiles) -> Iterator[str]:
    """Yield the digests of a document's texts; of one that cannot be read there are none."""
    if isinstance(files, DocumentFiles):
        yield from (sha256(raw.data).hexdigest() for raw in files.texts if raw.data)


def rename_files(files: SomeFiles, like: SomeFiles) -> SomeFiles:
    """Return a document's files as they would stand under the name of another one, its settings too."""
    if not isinstance(files, DocumentFiles) or not isinstance(like, DocumentFiles):
        return files
    if not files.prefix or not like.prefix:
        return replace(files, id=like.id)

    def moved(path: str) -> str:
        return like.prefix + path.removeprefix(files.prefix)

    return replace(
        files,
        id=like.id,
        prefix=like.prefix,
        texts=tuple(replace(raw, path=moved(raw.path)) for raw in files.texts),
        decisions=files.decisions and replace(files.decisions, path=moved(files.decisions.path)),
        notes=files.notes and replace(files.notes, path=moved(files.notes.path)),
    )
