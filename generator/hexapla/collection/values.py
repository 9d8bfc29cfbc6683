"""What a collection holds once it has been read: nothing here looks at the disk again."""

from dataclasses import dataclass

from hexapla.errors import Problem
from hexapla.findings import Finding
from hexapla.model import Source
from hexapla.plan import Decision, Plan

__all__ = ["Collection", "Failure", "Loaded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A document that was read, ready to be segmented."""

    id: str
    """unique in its collection, whatever the case of letters"""
    path: str
    """of its folder or its only file, as the user would type it"""
    plan: Plan
    sources: tuple[Source, ...]
    """in the order in which `plan.versions` names them, else in natural order of their names"""
    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()
    """about the folder and its settings; the texts' own are found by segmentation"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
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

    documents: tuple[Loaded, ...]
    failures: tuple[Failure, ...] = ()
    ignored: tuple[Problem, ...] = ()
    """what lies in the folder and is no document, each with the reason"""
