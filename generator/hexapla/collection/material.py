"""What a collection holds once it has been read: nothing here looks at the disk again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hexapla.errors import Problem
from hexapla.findings import Finding
from hexapla.model import MappingEntry, NoteEntry, Source
from hexapla.plan import Decision, Plan


@dataclass(frozen=True, slots=True)
class DocumentLocation:
    """Where a document of a collection lies: its folder, or its only text."""

    id: str
    """unique in its collection, whatever the case of letters"""
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionSurvey:
    """A collection that was looked at; no file was opened but those that may be other programs' data."""

    root: Path
    places: tuple[DocumentLocation, ...]
    """in natural order of their names"""
    failures: tuple["DocumentFailure", ...]
    ignored: tuple[Problem, ...]
    """what lies in the folder and is no document, each with the reason"""
    committed: Mapping[str, str] = field(default_factory=dict)
    """path below the root → date of the last commit that touched the file; empty outside version control"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """A file as bytes."""

    path: str
    """as sources and decisions name it"""
    shown: str
    """as the user would type it"""
    data: bytes = b""
    problem: Problem | None = None
    """why there are no bytes"""
    committed: str | None = None
    """ISO 8601 date of the last commit that touched it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFiles:
    """All that the disk holds of one document: from here on no disk is needed, nor this machine."""

    id: str
    path: str
    """of its folder or its only file, as the user would type it"""
    prefix: str = ""
    """what stands before a text's name in its source's path"""
    texts: tuple[RawFile, ...]
    """in natural order of their names"""
    settings: RawFile | None = None
    """`document.yml`"""
    decisions: RawFile | None = None
    """`alignment.yml`"""
    notes: RawFile | None = None
    """`notes.yml`"""
    mapping: RawFile | None = None
    """`mapping.yml`"""
    problems: tuple[Problem, ...] = ()
    """of the folder as such"""
    findings: tuple[Finding, ...] = ()
    """what was left out of the folder"""
    folder: bool = False
    """these are a folder's files, not named one by one: another program's data among them are left out"""
    required: bool = False
    """a text without a word in it is an error: in a collection somebody meant to put one there"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedText:
    """A text that no file holds: a base as an instrument amends it."""

    base: str
    """path of the base's source"""
    instrument: Source
    """as it was read; the derived text bears its path"""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedDocument:
    """A document that was read, ready to be segmented."""

    id: str
    """unique in its collection, whatever the case of letters"""
    path: str
    """of its folder or its only file, as the user would type it"""
    plan: Plan
    sources: tuple[Source, ...]
    """in the order in which `plan.versions` names them, else in natural order of their names"""
    decisions: tuple[Decision, ...] = ()
    notes: tuple[NoteEntry, ...] = ()
    mapping: tuple[MappingEntry, ...] = ()
    """links between texts of different ranks"""
    findings: tuple[Finding, ...] = ()
    """about the folder and its settings; the texts' own are found by segmentation"""
    committed: tuple[tuple[str, str], ...] = ()
    """source path → ISO 8601 date of the last commit that touched it, of those for which it is known"""
    originals: Mapping[str, bytes] = field(default_factory=dict)
    """by source path, the bytes of Word documents: a redline is written into the target's own"""
    derived: tuple[DerivedText, ...] = ()
    """of which sources no file holds the text"""
    settings: RawFile | None = None
    """`document.yml`, for what can be held against it only when the texts have been cut"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFailure:
    """A document of which nothing could be made."""

    id: str
    """what its id would be; not always unique"""
    path: str
    """as the user would type it"""
    problems: tuple[Problem, ...]
    """never empty"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """All documents of a folder of source texts, in natural order of their names."""

    documents: tuple[CollectedDocument, ...]
    failures: tuple[DocumentFailure, ...] = ()
    ignored: tuple[Problem, ...] = ()
    """what lies in the folder and is no document, each with the reason"""
