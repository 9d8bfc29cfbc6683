"""Sources, and the versions and clauses that were found in them."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from hexapla.findings import Finding, Span
from hexapla.model.in_force import UNKNOWN_PERIOD, InForce


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLocation:
    """Where a stretch of a source's text stands in the file as people see it, counted from 1."""

    start: int
    """offset into `Source.text` from which on this holds, up to the next place"""
    part: str | None = None
    """name of the file inside an archive"""
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    """on the page, if there is one; else in the file"""


class MarkupKind(StrEnum):
    """What a stretch of a source is to its format. Those of `UNSEEN` are no words of the text."""

    SIGN = "markup"
    """a sign that readers do not see: a hash before a heading, a link's address"""
    COMMENT = "comment"
    METADATA = "metadata"
    """data about the file at its head"""
    CONTENTS = "contents"
    """a list of links into the text itself"""
    FOOTNOTE = "footnote"
    FOOTNOTE_MARK = "footnote_mark"
    NOTE = "note"
    """what somebody says about the clause before it: a reason in a table of old and new wording"""
    SET_ASIDE = "set_aside"
    """what an edition keeps apart from the text of a version; `value` says as what"""
    VERSION = "version_mark"
    """the head of a column of a table of old and new wording, where a version begins; `value` is its name"""
    VERBATIM = "verbatim"
    """holds no marks of clauses: code, a quotation, the row of a table"""
    ROW = "row"
    """a row of a table, with all its lines; `value` counts the tables of the source, from 1"""
    CELL = "cell"
    """a cell of that row, or as much of it as stands on a line; `value` is its column, from 1"""
    HEADING = "heading"
    """the words of a heading; `value` is its level"""
    PARAGRAPH = "paragraph"
    """where a paragraph begins, whatever the line before it ends with; empty"""
    PROVISION = "provision"
    """a provision with all that is in it, of a format whose elements say so. `value` names its element and
    tells how
    many characters at its beginning are its number, and how many from there on its heading: `section 2 14`"""
    LISTED = "listed"
    """from where a numbered item of a list begins to where its list ends: what comes later is no text of
    the item"""
    WITNESS = "witness"
    """the text of a version, in a file that tells versions apart by its markup; `value` is its name"""
    ITEM = "item"
    """what begins an item of a list; `value` counts the numbered lists that it stands in, 0 for a bullet"""
    TITLE = "title"
    """names the text in its `value`; so do the next two tell its date and its version"""
    DATE = "date"
    LABEL = "label"


UNSEEN = frozenset(
    {
        MarkupKind.SIGN,
        MarkupKind.COMMENT,
        MarkupKind.METADATA,
        MarkupKind.CONTENTS,
        MarkupKind.FOOTNOTE,
        MarkupKind.FOOTNOTE_MARK,
        MarkupKind.NOTE,
        MarkupKind.SET_ASIDE,
    }
)
"""kinds of markup that are set aside under their own names"""


@dataclass(frozen=True, slots=True)
class Markup:
    """A stretch of a source of which its format says something."""

    start: int
    end: int
    kind: MarkupKind
    value: str = ""


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
    places: tuple[SourceLocation, ...] = ()
    """in order; none where the text is the file, so that its lines are the file's"""
    markup: tuple[Markup, ...] = ()
    """in order; stretches of `UNSEEN` kinds do not overlap"""

    def place(self, offset: int) -> SourceLocation | None:
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


def is_order_known(one: str, other: str) -> bool:
    """Tell whether two dates say which is earlier: they must differ where both are exact.

    2019-04 and 2019-05-02 do; 2022 and 2022-03 do not, for the year may mean any of its months. Many laws
    keep the date of their first issue through all amendments, so that two states of a text bear one date.
    """
    shared = min(len(one), len(other))
    return one[:shared] != other[:shared]


class Order(StrEnum):
    """How the versions of a document stand to each other."""

    CHRONOLOGICAL = "chronological"
    """each replaces the one before; “added” and “removed” mean something"""
    PARALLEL = "parallel"
    """none is older: “only in A”, “only in B”"""
    LEVELS = "levels"
    """texts of different ranks, the highest first: not compared, but linked by an editor"""


class Role(StrEnum):
    """What a clause is for the alignment."""

    DIVISION = "division"
    """a heading above units: 编 章 节, Part, Chapter, an outline heading without text of its own"""
    UNIT = "unit"
    """a clause by which the text is cited; rows align units"""
    PART = "part"
    """belongs to the unit before it: 款 项, (a), an unnumbered paragraph inside an article"""


@dataclass(frozen=True, slots=True)
class ClauseCell:
    """A stretch of a clause's text that stands in a cell of a table."""

    table: int
    """which of its source, from 1"""
    row: int
    """of that table, from 1, counting those with text"""
    column: int
    """of that table, from 1"""
    start: int
    end: int


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
    cells: tuple[ClauseCell, ...] = ()
    """of a line of a table, in order; what stands between them parts them and is no text of the table"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Text that belongs to no clause but stays addressable."""

    kind: str
    """furniture, title, page_header, page_number, contents, blank, version_mark, note, footnote, …"""
    spans: tuple[Span, ...]
    file: str | None = None
    """for what stands outside every version: the source's path"""
    clause: str | None = None
    """id of the clause that a note is about"""


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
    in_force: InForce = UNKNOWN_PERIOD

    @property
    def text(self) -> str:
        """The stretch of the source that is this version."""
        return self.source.text[slice(*self.extent)]

    @property
    def titled(self) -> bool:
        """Whether it has a title of its own; one without bears its file's name, which is nobody's title."""
        return self.title not in ("", PurePosixPath(self.source.path).stem)

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
        return tuple([version.siglum for version in self.versions])

    @property
    def ranked(self) -> bool:
        """Tell whether there are several texts of different ranks, which are linked and not compared."""
        return self.order is Order.LEVELS and len(self.versions) > 1

    def version(self, siglum: str) -> Version:
        """Return the version of that siglum.

        Raises:
            KeyError: there is none.
        """
        for version in self.versions:
            if version.siglum == siglum:
                return version
        raise KeyError(siglum)

    def title_of(self, version: Version) -> str:
        """Return the title by which a version's clauses are cited: its own, else the document's."""
        return version.title if version.titled else self.title
