"""One document on disk → what the pipeline takes. All reading of files is here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from hexapla.collection.decisions import decisions
from hexapla.collection.document import encodings, plan, settings
from hexapla.collection.folder import DECISIONS, SETTINGS, Folder, Text, holds_texts, look
from hexapla.collection.naming import shown
from hexapla.collection.settings import DocumentSettings
from hexapla.collection.values import Loaded
from hexapla.errors import Problem, SettingsError, SourceError
from hexapla.findings import Finding, finding
from hexapla.model import Source
from hexapla.plan import Decision, Plan
from hexapla.readers import READERS, read

__all__ = ["read_folder", "sources"]


@dataclass(slots=True)
class Said:
    """What the settings files of a folder say, and what is wrong with them."""

    settings: DocumentSettings = field(default_factory=DocumentSettings)
    decisions: tuple[Decision, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_folder(document: str, path: Path, *, root: Path, prefix: str) -> Loaded:
    """Read a document that is a folder.

    Args:
        document: the id it shall have.
        path: the folder.
        root: what symbolic links must not leave.
        prefix: what stands before a text's name in its source's path.

    Raises:
        SettingsError: with all problems of the folder and of the settings in it.
        SourceError: with all texts that cannot be read.
    """
    folder = look(path, root)
    said = settings_in(path, folder, prefix)
    if not folder.texts:
        said.problems.append(no_text(path, folder))
    if said.problems:
        raise SettingsError(tuple(said.problems))
    names = [text.name for text in folder.texts]
    wanted = plan(document, said.settings, names, prefix)
    return Loaded(
        id=document,
        path=shown(path.as_posix()),
        plan=wanted,
        sources=in_order(
            wanted, sources(folder.texts, prefix=prefix, encodings=encodings(said.settings, names))
        ),
        decisions=said.decisions,
        findings=tuple(left_out(folder, prefix)),
    )


def in_order(wanted: Plan, made: tuple[Source, ...]) -> tuple[Source, ...]:
    """Put sources in the order in which the plan names them."""
    places = {entry.file: index for index, entry in reversed(list(enumerate(wanted.versions)))}
    return tuple(sorted(made, key=lambda source: places.get(source.path, len(places))))


def settings_in(path: Path, folder: Folder, prefix: str) -> Said:
    """Read both settings files of a folder, if they are there."""
    said = Said(problems=list(folder.problems))
    names = [text.name for text in folder.texts]
    try:
        data = content(path / SETTINGS)
        if data is not None:
            said.settings = settings(shown((path / SETTINGS).as_posix()), data, names)
    except (SettingsError, SourceError) as error:
        said.problems += error.problems
    try:
        data = content(path / DECISIONS)
        if data is not None:
            said.decisions = decisions(shown((path / DECISIONS).as_posix()), prefix + DECISIONS, data)
    except (SettingsError, SourceError) as error:
        said.problems += error.problems
    return said


def sources(texts: Sequence[Text], *, prefix: str, encodings: Mapping[str, str]) -> tuple[Source, ...]:
    """Read texts.

    Raises:
        SourceError: with all that cannot be read.
    """
    made: list[Source] = []
    problems: list[Problem] = []
    for text in texts:
        try:
            made.append(source(text, prefix + text.name, encodings.get(text.name)))
        except SourceError as error:
            problems += error.problems
    if problems:
        raise SourceError(*problems)
    return tuple(made)


def source(text: Text, path: str, encoding: str | None) -> Source:
    """Read one text; what is wrong is said of the path that the user knows."""
    shown_path = shown(text.path.as_posix())
    data = content(text.path)
    if data is None:
        raise SourceError(Problem(path=shown_path, message="there is no such file"))
    try:
        return read(path, data, encoding=encoding)
    except SourceError as error:
        raise SourceError(replace(error.problem, path=shown_path)) from error


def content(path: Path) -> bytes | None:
    """Return a file's bytes; None if there is none.

    Raises:
        SourceError: it is there, but cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"this file cannot be read: {reason}"
        raise SourceError(Problem(path=shown(path.as_posix()), message=message)) from error


def no_text(path: Path, folder: Folder) -> Problem:
    """State that a folder is no document, and what may have been meant."""
    if any(map(holds_texts, folder.folders)):
        message = "the texts lie deeper: put all versions of a document into one folder of the collection"
    else:
        message = f"no text in this folder: give each version a file in it ({', '.join(READERS)})"
    return Problem(path=shown(path.as_posix()), message=message)


def left_out(folder: Folder, prefix: str) -> list[Finding]:
    """Say what a reader may miss, so that nothing is left out in silence."""
    deeper = [
        (f"{shown(each.name)}/", "texts in folders below a document’s are not read")
        for each in folder.folders
        if holds_texts(each)
    ]
    return [
        finding("file_ignored", file=prefix + name, reason=reason)
        for name, reason in (*folder.ignored, *deeper)
    ]
