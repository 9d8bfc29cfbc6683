"""What pages say of clauses that stand in several documents: values with all words, ready to be shown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.reuse import (
    CollectionReuse,
    DocumentReuse,
    ReuseFamily,
    ReuseMember,
    ShownClause,
    ShownDocument,
    ShownVersion,
    address_of,
)
from hexapla.text import remove_space

Address = tuple[str, str, str]
"""document, version, clause"""
PARTNERS = 6
"""documents that have a colour of their own in a strip"""
NOTHING, ANOTHER, FORMULA = 0, PARTNERS + 1, PARTNERS + 2
"""kinds of cells besides the partners, 1 to `PARTNERS`"""
SHOWN_DIGITS = 2
"""of shares and likenesses: a further text changes how rare words are, but hardly what a page says"""
MOST_NAMED = 6
"""documents that are named where a clause stands also"""
MOST_WORDINGS, MOST_HOLDERS = 12, 40
"""of a family that are shown"""
SHEET = 40
"""families on a page"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedClause:
    """A clause of some document, as it is cited."""

    document: str
    title: str
    language: str
    version: str
    clause: str
    name: str
    date: str
    """ISO 8601; empty: not known"""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedClause:
    """A clause with its words."""

    at: CitedClause
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoIn:
    """In which other documents a clause stands."""

    named: tuple[CitedClause, ...]
    more: int
    """documents that are not named"""
    family: str
    """id of the first family to which it belongs"""
    leader: str
    """the document on whose page that family stands"""
    sheet: int
    """which of these pages it is, from 1"""
    formula: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StripCell:
    """A clause in the strip of its document."""

    clause: str
    name: str
    kind: int
    """`NOTHING`, the place of a partner from 1, `ANOTHER` document, or `FORMULA`"""
    title: str
    """of the document that has most of it; empty: none has"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedClause:
    """A clause beside the one elsewhere that has most of it."""

    own: QuotedClause
    other: QuotedClause
    kind: int
    also: AlsoIn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWording:
    """One wording of a family, and who has it."""

    quoted: QuotedClause
    likeness: float
    """with the first wording, 0 to 1"""
    holders: tuple[CitedClause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """A family as a synopsis: its wordings, the first first."""

    id: str
    documents: int
    formula: bool
    ordered: bool
    wordings: tuple[FamilyWording, ...]
    more: int
    """clauses that are not shown"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerShare:
    """A document with which another shares words."""

    document: str
    title: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReuseView:
    """What the pages of one document say of what it shares."""

    document: str
    title: str
    language: str
    version: str
    label: str
    partners: tuple[PartnerShare, ...]
    """the largest share first"""
    cells: tuple[StripCell, ...]
    shared: tuple[SharedClause, ...]
    families: tuple[FamilyView, ...]
    """those whose first member is of this document"""

    @property
    def elsewhere(self) -> int:
        """How many clauses stand in other documents too, formulae aside."""
        return sum(cell.kind not in (NOTHING, FORMULA) for cell in self.cells)


def collect_addresses(found: CollectionReuse) -> frozenset[Address]:
    """Return which clauses are quoted anywhere."""
    members = (address_of(member) for family in found.families for member in family.members)
    closest = ((each.document, each.version, each.clause) for one in found.documents for each in one.closest)
    return frozenset((*members, *closest))


def quote_clauses(shown: ShownDocument, wanted: frozenset[Address]) -> Iterator[tuple[Address, QuotedClause]]:
    """Yield those of a document's clauses that are quoted."""
    for version in shown.versions:
        for clause in version.clauses:
            address = (shown.document, version.siglum, clause.id)
            if address in wanted:
                yield address, QuotedClause(at=cite_clause(shown, version, clause), text=clause.text)


def cite_clause(shown: ShownDocument, version: ShownVersion, clause: ShownClause) -> CitedClause:
    """Return a clause as it is cited."""
    return CitedClause(
        document=shown.document,
        title=shown.title,
        language=version.language,
        version=version.siglum,
        clause=clause.id,
        name=clause.name,
        date=version.date,
    )


def number_sheets(found: CollectionReuse) -> Mapping[str, int]:
    """Say of each family, by its id, on which of its first document's pages it stands, from 1."""
    made, counts = {}, Counter[str]()
    for family in found.families:
        leader = family.members[0].document
        made[family.id] = counts[leader] // SHEET + 1
        counts[leader] += 1
    return made


class ReuseViews:
    """Makes views of what was found, with the words of all clauses that are quoted."""

    def __init__(self, found: CollectionReuse, quotes: Mapping[Address, QuotedClause]) -> None:
        """Take what was found, and the clauses that it names."""
        self.found = found
        self.quotes = quotes
        self.led: defaultdict[str, list[ReuseFamily]] = defaultdict(list)
        for family in found.families:
            self.led[family.members[0].document].append(family)
        self.sheets = number_sheets(found)
        self.reuse_of = {each.document: each for each in found.documents}

    def view_document(self, shown: ShownDocument) -> DocumentReuseView:
        """Return what the pages of a document say."""
        version = shown.find_version(shown.latest)
        partners = tuple(
            PartnerShare(document=share.document, title=other.title, share=round(share.share, SHOWN_DIGITS))
            for share in self.reuse_of[shown.document].shares
            if (other := self.reuse_of.get(share.document))
        )
        cells, shared = self.view_clauses(shown, version, partners) if version else ((), ())
        return DocumentReuseView(
            document=shown.document,
            title=shown.title,
            language=shown.language,
            version=shown.latest,
            label=version.label if version else "",
            partners=partners,
            cells=tuple(cells),
            shared=tuple(shared),
            families=tuple(self.view_family(family) for family in self.led.get(shown.document, ())),
        )

    def view_clauses(
        self, shown: ShownDocument, version: ShownVersion, partners: Sequence[PartnerShare]
    ) -> tuple[Sequence[StripCell], Sequence[SharedClause]]:
        """Return a cell for each clause of a version, and those that stand elsewhere beside the other one."""
        reuse = self.reuse_of[shown.document]
        kind_of = {each.document: place for place, each in enumerate(partners[:PARTNERS], start=1)}
        closest = {each.place: each for each in reuse.closest}
        cells, shared = [], []
        for clause in version.clauses:
            best = next((closest[place] for place in clause.places if place in closest), None)
            if best is None:
                cells.append(StripCell(clause=clause.id, name=clause.name, kind=NOTHING, title=""))
                continue
            kind = FORMULA if best.formula else kind_of.get(best.document, ANOTHER)
            title = self.reuse_of[best.document].title
            cells.append(StripCell(clause=clause.id, name=clause.name, kind=kind, title=title))
            if other := self.quotes.get((best.document, best.version, best.clause)):
                own = QuotedClause(at=cite_clause(shown, version, clause), text=clause.text)
                also = self.find_also(reuse, clause.places)
                shared.append(SharedClause(own=own, other=other, kind=kind, also=also))
        return cells, shared

    def find_also(self, reuse: DocumentReuse, places: Iterable[int]) -> AlsoIn | None:
        """Say in which other documents passages of a document stand; None: in none."""
        held = dict(reuse.families)
        families = [self.found.families[at] for place in places for at in held.get(place, ())]
        others: dict[str, ReuseMember] = {}
        for family in families:
            for member in family.members:
                if member.document != reuse.document:
                    others.setdefault(member.document, member)
        named = [
            self.quotes[address_of(each)].at for each in others.values() if address_of(each) in self.quotes
        ]
        if not named:
            return None
        return AlsoIn(
            named=tuple(named[:MOST_NAMED]),
            more=max(0, len(others) - MOST_NAMED),
            family=families[0].id,
            leader=families[0].members[0].document,
            sheet=self.sheets[families[0].id],
            formula=all(family.formula for family in families),
        )

    def list_also(self, shown: ShownDocument) -> dict[str, dict[str, AlsoIn]]:
        """Say of every clause of every version in which other documents it stands, by siglum and clause."""
        reuse = self.reuse_of[shown.document]
        made: dict[str, dict[str, AlsoIn]] = {}
        for version in shown.versions:
            found = ((clause.id, self.find_also(reuse, clause.places)) for clause in version.clauses)
            made[version.siglum] = {clause: also for clause, also in found if also}
        return made

    def view_family(self, family: ReuseFamily) -> FamilyView:
        """Return a family as its synopsis shows it: what reads the same is one wording."""
        wordings: dict[str, list[tuple[ReuseMember, QuotedClause]]] = {}
        for member in family.members:
            if quoted := self.quotes.get(address_of(member)):
                wordings.setdefault(remove_space(quoted.text), []).append((member, quoted))
        shown = [
            FamilyWording(
                quoted=several[0][1],
                likeness=round(several[0][0].likeness, SHOWN_DIGITS),
                holders=tuple(quoted.at for _, quoted in several[:MOST_HOLDERS]),
            )
            for several in list(wordings.values())[:MOST_WORDINGS]
        ]
        told = sum(len(each.holders) for each in shown)
        return FamilyView(
            id=family.id,
            documents=len(family.documents),
            formula=family.formula,
            ordered=family.ordered,
            wordings=tuple(shown),
            more=len(family.members) - told,
        )
