"""A Word document with tracked changes → one text for each of its states, as `versions: tracked` asks for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from hexapla.collection.material import DocumentFiles, RawFile
from hexapla.errors import Problem, SettingsError
from hexapla.readers import WORD, file_suffix

KEY = b"versions"


def split_tracked_texts(material: DocumentFiles, *, by_author: bool) -> DocumentFiles:
    """Put the states of Word documents with tracked changes in their places; other texts stay.

    Raises:
        SettingsError: no text has tracked changes.
        SourceError: a text is no Word document, or exceeds a limit.
    """
    texts = tuple(state for raw in material.texts for state in split_text(raw, by_author=by_author))
    if len(texts) > len(material.texts):
        return replace(material, texts=texts)
    said = material.settings
    lines = said.data.split(b"\n") if said else []
    line = next((n for n, text in enumerate(lines, 1) if text.lstrip().startswith(KEY)), None)
    message = (
        "versions: no text here is a Word document with tracked changes; list the versions, or leave it out"
    )
    raise SettingsError((Problem(path=said.shown if said else material.path, line=line, message=message),))


def split_text(raw: RawFile, *, by_author: bool) -> Iterator[RawFile]:
    """Yield a text, or the states that its tracked changes tell, the oldest first."""
    if raw.problem is not None or file_suffix(raw.path) not in WORD:
        yield raw
        return
    from hexapla.readers.office.docx_versions import (  # noqa: PLC0415 - loads lxml, which plain texts do without
        split_tracked_changes,
    )

    states = split_tracked_changes(raw.shown, raw.data, by_author=by_author)
    path = PurePosixPath(raw.path)
    for state in states:
        name = f"{path.stem} ({state.label}){path.suffix}"
        yield replace(raw, path=str(path.with_name(name)), data=state.data)
    if not states:
        yield raw
