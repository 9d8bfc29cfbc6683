"""What an editor says of a document: facts that the texts do not tell, and decisions about their clauses.

Plain values, whoever read them from a file; segmentation and alignment obey them.
"""

from dataclasses import dataclass

from hexapla.model import Completeness, Order, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodPlan:
    """From when to when a version holds, as an editor says; days in ISO 8601, None is left to be derived."""

    start: str | None = None
    until: str | None = None
    """the first day on which it holds no longer"""
    clauses: tuple[tuple[str, str], ...] = ()
    """(clause id, the day from which it holds) of clauses with another day than the rest"""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPlan:
    """What an editor says of one version; None is left to be derived."""

    file: str
    """a source's path"""
    part: int | None = None
    siglum: str | None = None
    label: str | None = None
    title: str | None = None
    issued: str | None = None
    completeness: Completeness | None = None
    provenance: Provenance | None = None
    language: str | None = None
    in_force: PeriodPlan = PeriodPlan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an editor says of a document; None is left to be derived."""

    id: str
    title: str | None = None
    language: str | None = None
    order: Order | None = None
    base: str | None = None
    unit: str | None = None
    """name of the numbering family that units have"""
    schemes: tuple[str, ...] | None = None
    """names of the numbering schemes to which segmentation is restricted"""
    meaning: str | None = None
    """name of the sentence model that is asked for suggestions; None: words alone"""
    rank: int | None = None
    """among other documents, where clauses are sought that stand in several; 1 is the highest"""
    group: str = ""
    """heading under which the first page lists it; empty: none"""
    comparisons: tuple[str, ...] | None = None
    """which pairs of versions have a page, in the words of `pairs`"""
    formerly: tuple[str, ...] = ()
    """ids that the document had; addresses with them lead on"""
    downloads: tuple[str, ...] = ()
    """what is offered besides the site's formats: instrument"""
    fold: bool = True
    """routine changes fold to a line on pages, as unchanged clauses do"""
    versions: tuple[VersionPlan, ...] = ()
    """in the order wanted; empty: every source in the order given; compilations are taken apart"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An editor's word on whether clauses belong together."""

    together: bool
    clauses: tuple[tuple[str, str], ...]
    """(siglum, clause id), two or more"""
    reason: str
    file: str
    line: int
