"""The one model: immutable values that every stage takes and gives.

    Source → Version(clauses) → Document → Alignment(rows) → Comparison(changes) → Page

The words are those of textual scholarship and of Akoma Ntoso; `docs/contributing/architecture.md` lists
them. Offsets are character offsets into `Source.text`, half open.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from hexapla.findings import Finding, Span

__all__ = [
    "CHECK_FROM",
    "STRONG_FROM",
    "Alignment",
    "Basis",
    "Change",
    "Clause",
    "Comparison",
    "Completeness",
    "Confidence",
    "Document",
    "Edit",
    "File",
    "Flag",
    "Link",
    "Op",
    "Order",
    "Page",
    "Place",
    "Provenance",
    "Relation",
    "Role",
    "Row",
    "SetAside",
    "Source",
    "TocEntry",
    "Version",
]


# ---------------------------------------------------------------- sources and versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a stretch of a source's text stands in the file as people see it, counted from 1."""

    start: int
    """offset into `Source.text` from which on this holds, up to the next place"""
    part: str | None = None
    """name of the file inside an archive"""
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    """on the page, if there is one; else in the file"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as it was read."""

    path: str
    """posix, relative to the collection, or as the user gave it"""
    media_type: str
    encoding: str
    text: str
    """decoded, without a byte order mark, line ends as LF, NUL and unpaired surrogates as U+FFFD"""
    sha256: str
    """of the file's bytes"""
    findings: tuple[Finding, ...] = ()
    places: tuple[Place, ...] = ()
    """in order; none where the text is the file, so that its lines are the file's"""

    def place(self, offset: int) -> Place | None:
        """Return where a character stands in the file; None where only its line in the text is known."""
        index = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[index - 1] if index else None


class Completeness(StrEnum):
    """Whether a version's text is all there. Silence of a version that is not whole proves nothing."""

    WHOLE = "whole"
    CUT_OFF = "cut_off"
    """the end is missing"""
    FRAGMENT = "fragment"
    """the beginning is missing"""


class Order(StrEnum):
    """How the versions of a document stand to each other."""

    CHRONOLOGICAL = "chronological"
    """each replaces the one before; “added” and “removed” mean something"""
    PARALLEL = "parallel"
    """none is older: “only in A”, “only in B”"""


class Role(StrEnum):
    """What a clause is for the alignment."""

    DIVISION = "division"
    """a heading above units: 编 章 节, Part, Chapter, an outline heading without text of its own"""
    UNIT = "unit"
    """a clause by which the text is cited; rows align units"""
    PART = "part"
    """belongs to the unit before it: 款 项, (a), an unnumbered paragraph inside an article"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A provision, or a piece of text without a number that stands in its place."""

    id: str
    """after Akoma Ntoso eId (`art_12__para_2`), unique in its version, free of other clauses' wording"""
    number: str | None
    """as printed, with its word (`第十二条`, `(a)`); None for unnumbered text"""
    heading: str | None
    text: str
    """own text, without number, heading and children; source characters, outer white space removed"""
    depth: int
    """numbered levels of this version, outermost 0; unnumbered: the depth it would have if numbered.
    With the order of clauses this is the tree: the parent is the nearest earlier clause of less depth."""
    spans: tuple[Span, ...]
    """number, heading and text in the source, in the order in which they are read, with the white space
    between and after"""
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Text that belongs to no clause but stays addressable."""

    kind: str
    """furniture, title, page_header, page_number, contents, blank, version_mark, note, signature …"""
    spans: tuple[Span, ...]
    file: str | None = None
    """for what stands outside every version: the source's path"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a version comes from, as its editor says."""

    url: str | None = None
    retrieved: str | None = None
    """ISO 8601 date"""
    note: str | None = None
    committed: str | None = None
    """ISO 8601 date of the last commit that touched the file; None outside version control"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One witness of a document."""

    siglum: str
    """ASCII letter and digits: A, B, C … in order unless the editor says otherwise"""
    label: str
    """short name on screen"""
    title: str
    issued: str | None
    """ISO 8601: a year, a month or a day"""
    source: Source
    part: int | None
    """ordinal in a compilation, as the text counts (第三篇 is 3); None for a file that is one version"""
    extent: Span
    """the stretch of the source that is this version; clauses and set-aside text tile it"""
    clauses: tuple[Clause, ...]
    """flat, in document order"""
    set_aside: tuple[SetAside, ...]
    completeness: Completeness
    findings: tuple[Finding, ...]
    provenance: Provenance = Provenance()
    language: str = "und"
    """BCP 47, of this version: a translation has its own; `und` where nothing tells"""

    @property
    def text(self) -> str:
        """The stretch of the source that is this version."""
        return self.source.text[slice(*self.extent)]

    @property
    def date(self) -> str:
        """When it was issued, else retrieved, else committed, ISO 8601; empty if nothing of it is known."""
        return self.issued or self.provenance.retrieved or self.provenance.committed or ""

    @property
    def numbered(self) -> int:
        """How many clauses have a printed number: the count that is meant wherever clauses are counted."""
        return sum(clause.number is not None for clause in self.clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A work in all its versions."""

    id: str
    title: str
    language: str
    """BCP 47"""
    order: Order
    base: str | None
    """siglum against which a synopsis is read; None: the last version of a chronology, else the first"""
    promised: int | None
    """versions that the text itself announces"""
    sources: tuple[Source, ...]
    versions: tuple[Version, ...]
    set_aside: tuple[SetAside, ...]
    """what stands in a source outside every version; each names its file"""
    findings: tuple[Finding, ...]

    @property
    def sigla(self) -> tuple[str, ...]:
        """The versions' sigla, in order."""
        return tuple(version.siglum for version in self.versions)

    def version(self, siglum: str) -> Version:
        """Return the version of that siglum.

        Raises:
            KeyError: there is none.
        """
        for version in self.versions:
            if version.siglum == siglum:
                return version
        raise KeyError(siglum)


# ---------------------------------------------------------------- alignment


class Basis(StrEnum):
    """Why a link was made."""

    DECLARED = "declared"
    IDENTICAL = "identical"
    NUMBER = "number"
    WORDING = "wording"
    CONTAINMENT = "containment"
    STRUCTURE = "structure"


class Confidence(StrEnum):
    """How far a link can be trusted. Strong and check are above the bar."""

    STRONG = "strong"
    CHECK = "check"
    WEAK = "weak"


STRONG_FROM = 0.45
CHECK_FROM = 0.30


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two units that belong together, and why."""

    a: tuple[str, str]
    """(siglum, unit id); `a` stands before `b` in the order of sigla"""
    b: tuple[str, str]
    basis: Basis
    score: float
    """0 to 1"""

    @property
    def confidence(self) -> Confidence:
        """Strong from .45 or by declaration or identity, check from .30, else weak."""
        if self.basis in (Basis.DECLARED, Basis.IDENTICAL) or self.score >= STRONG_FROM:
            return Confidence.STRONG
        return Confidence.CHECK if self.score >= CHECK_FROM else Confidence.WEAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Units that belong together, over all versions."""

    id: str
    """a permalink: siglum and id of the row's first unit in the first version that has one (`A__art_12`)"""
    cells: tuple[tuple[str, ...], ...]
    """one per version, in the order of sigla: ids of units in document order;
    none = absent, several = split or merged"""
    links: tuple[Link, ...]
    not_in_text: tuple[str, ...] = ()
    """sigla of versions whose silence here proves nothing: cut off before, or beginning after, this row"""
    decision: str | None = None
    """the reason of an editor's decision that shaped this row"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """One table for all versions. Every unit of every version stands in exactly one row."""

    document: Document
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    translations: frozenset[tuple[str, str]] = frozenset()
    """pairs of sigla, in their order, of versions in different languages: structure alone links them"""


# ---------------------------------------------------------------- comparison


class Op(StrEnum):
    """What an edit does to the base."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of text. Equal and delete spell the base, equal and insert the target."""

    op: Op
    text: str
    """never empty"""


class Relation(StrEnum):
    """How a row stands in base and target."""

    MATCHED = "matched"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"
    ONLY_BASE = "only_base"
    ONLY_TARGET = "only_target"
    NOT_IN_TEXT = "not_in_text"


class Flag(StrEnum):
    """A fact about a change of wording: the first six alone, the rest as a set."""

    IDENTICAL = "identical"
    WHITESPACE = "whitespace"
    WIDTH = "width"
    PUNCTUATION = "punctuation"
    CASE = "case"
    SCRIPT = "script"
    MODALITY = "modality"
    PERIOD = "period"
    DATE = "date"
    MONEY = "money"
    PERCENTAGE = "percentage"
    REFERENCE = "reference"
    NUMBER = "number"
    SINGLE_CHARACTER = "single_character"
    WORDING = "wording"
    REFERENCE_STALE = "reference_stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row read from base to target: independent facts, no overloaded label."""

    row: str
    relation: Relation
    moved: bool
    renumbered: bool
    flags: tuple[Flag, ...]
    edits: tuple[Edit, ...]
    """of the units' texts, several in a cell joined with a line feed; numbers and headings apart"""
    heading_edits: tuple[Edit, ...] = ()
    moved_with: str | None = None
    """id of the row of the division or neighbour with which this one moved"""
    decision: str | None = None
    findings: tuple[Finding, ...] = ()
    moved_phrases: tuple[tuple[int, int], ...] = ()
    """(index of the deletion, index of the insertion) among `edits`, of each phrase that only changed its
    place inside the row; unmistakable ones only"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The rows of an alignment that base or target has, read from base to target, in the table's order."""

    document: Document
    base: str
    target: str
    changes: tuple[Change, ...]
    translation: bool = False
    """base and target are in different languages: no words are compared, a row's text is told whole"""
    words: str | None = None
    """name and version of the program that broke Han text into words; None: the closed list, no program"""


# ---------------------------------------------------------------- pages


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading of a page."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as a value; who writes it to disk is elsewhere."""

    uri: str
    """posix path in the site, ending in `.html`; letters of any script"""
    title: str
    language: str
    html: str
    """the content of the page's article: one `<div class="hx">`; links are relative to `uri`"""
    toc: tuple[TocEntry, ...]
    anchors: frozenset[str]
    """every id that a link may point at"""
    sources: tuple[str, ...] = ()
    """paths of the source texts the page was made from"""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that stands in the site beside its pages: something to download, or data for a script."""

    uri: str
    """posix path in the site"""
    data: bytes
    format: str | None = None
    """name of a download's format; None: not offered for download"""
    base: str | None = None
    """siglum, of a file about one comparison or about one version"""
    target: str | None = None
    """siglum, of a file about one comparison"""
