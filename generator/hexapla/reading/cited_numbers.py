"""An old citation answered: the clause that bore a number in a version, and what its number is now.

A number stands for one clause in one version and, after clauses were inserted or taken out, for another in
the next. Who cites “Article 9” without a date may mean either; so each answer says whether the number was
given to another clause in some other version.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Alignment, Comparison, Document, Link, Order, Relation
from hexapla.reading.labels import label_units, strip_number
from hexapla.text.numerals import reference_label
from hexapla.units import Unit, build_units

Node = tuple[str, str]
"""siglum and id of a unit"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedNumber:
    """A number of a version, with what became of its clause."""

    number: str
    """as printed, on one line, without what closes it: 第四十二条, Section 5"""
    version: str
    """siglum"""
    unit: str
    """id of the clause that bears it"""
    row: str
    """id of its row"""
    now: tuple[str, ...]
    """its numbers in the present version, with their divisions' where they would not be unique; none where
    the clause is gone, bears no number, or nobody can tell"""
    now_units: tuple[str, ...]
    """their ids"""
    known: bool
    """whether it is known; not where the present version is cut off"""
    numbers: Mapping[str, tuple[str, ...]]
    """the clause's numbers in every version that has it, by siglum"""
    others: tuple[Node, ...]
    """other clauses that bear the number in other versions"""

    @property
    def reused(self) -> bool:
        """Whether the number was given to another clause."""
        return bool(self.others)


class NumberHistory:
    """The counterparts of every unit in every version."""

    def __init__(self, alignment: Alignment, comparisons: Iterable[Comparison]) -> None:
        """Enter the units by number, and their counterparts: of compared versions by their changes.

        Of versions that are not compared by the rows of the table.
        """
        self.document = alignment.document
        self.units = {version.siglum: build_units(version) for version in self.document.versions}
        self.labels = label_units(self.units)
        self.rows = {
            (siglum, unit): row
            for row in alignment.rows
            for siglum, cell in zip(self.document.sigla, row.cells, strict=True)
            for unit in cell
        }
        self.bearers = {siglum: index_numbers(own) for siglum, own in self.units.items()}
        self.linked = {end for row in alignment.rows for link in row.links for end in pair_ends(link)}
        self.compared: dict[tuple[str, str], dict[str, tuple[str, ...] | None]] = {}
        for each in comparisons:
            for base, target, at in ((each.base, each.target, 0), (each.target, each.base, 1)):
                self.compared[base, target] = {
                    unit: None
                    if change.relation is Relation.NOT_IN_TEXT
                    else self.choose_linked((base, unit), target, change.cells[at], change.cells[1 - at])
                    for change in each.changes
                    for unit in change.cells[at]
                }

    def choose_linked(
        self, node: Node, other: str, beside: tuple[str, ...], across: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return which units across are a unit: where several stand on both sides, those linked to it."""
        if len(beside) == 1 or len(across) == 1:
            return across
        return tuple(each for each in across if (node, (other, each)) in self.linked) or across

    def find_counterparts(self, node: Node, other: str) -> tuple[str, ...] | None:
        """Return the units of another version that are this one there; None: nobody can tell."""
        if node[0] == other:
            return (node[1],)
        compared = self.compared.get((node[0], other))
        if compared is not None:
            return compared.get(node[1], ())
        row = self.rows[node]
        found = row.cells[self.document.sigla.index(other)]
        return found if found or other not in row.not_in_text else None

    def call(self, siglum: str, units: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers of units, of those that have one."""
        return tuple(filter(None, (self.labels[siglum, unit] for unit in units)))

    def answer(self, siglum: str, unit: Unit, present: str) -> CitedNumber:
        """Say what became of the clause that a version's number stands for."""
        node = siglum, unit.id
        found = {other: self.find_counterparts(node, other) for other in self.document.sigla}
        label = reference_label(unit.number or "")
        others = [
            (other, bearer)
            for other, own in found.items()
            if own is not None and (bearers := self.bearers[other].get(label)) and not set(own) & set(bearers)
            for bearer in bearers
        ]
        now = found[present]
        return CitedNumber(
            number=strip_number(unit.number),
            version=siglum,
            unit=unit.id,
            row=self.rows[node].id,
            now=self.call(present, now or ()),
            now_units=now or (),
            known=now is not None,
            numbers={other: self.call(other, own) for other, own in found.items() if own},
            others=tuple(others),
        )


def pair_ends(link: Link) -> tuple[tuple[Node, Node], tuple[Node, Node]]:
    """Return the ends of a link in either order."""
    return (link.a, link.b), (link.b, link.a)


def index_numbers(units: Iterable[Unit]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the units that bear a number, by the number as references cite it."""
    found: dict[str, list[str]] = {}
    for unit in units:
        if unit.number:
            found.setdefault(reference_label(unit.number), []).append(unit.id)
    return {label: tuple(ids) for label, ids in found.items()}


def resolve_numbers(alignment: Alignment, comparisons: Iterable[Comparison]) -> tuple[CitedNumber, ...]:
    """Answer for every number of every version, in the order of versions and of the text.

    Args:
        alignment: the document's table.
        comparisons: of any of its versions; what is not compared is read from the table.

    Post-condition: every unit that bears a number has one answer, and its row has the unit.
    """
    history = NumberHistory(alignment, comparisons)
    present = find_present_version(alignment.document)
    return tuple(
        history.answer(siglum, unit, present)
        for siglum, own in history.units.items()
        for unit in own
        if strip_number(unit.number)
    )


def find_present_version(document: Document) -> str:
    """Return the siglum of the version whose numbers are those of today.

    The last of a chronology; else the one against which the others are read.
    """
    if document.order is Order.CHRONOLOGICAL or not document.versions:
        return document.sigla[-1] if document.sigla else ""
    return document.base or document.sigla[0]


CITED_AT = compile_lazily(
    r"(?P<number>.{1,80}?)\s*(?:[@＠]\s*(?P<at>.{1,40})|[(（]\s*(?P<in>[^()（）]{1,40})\s*[)）])\s*$"
)
"""第42条@2015, Section 5 (2012)"""


def find_cited_numbers(
    cited: str, document: Document, numbers: Sequence[CitedNumber]
) -> tuple[CitedNumber, ...]:
    """Find what an old citation may mean: 第42条@2015, Section 5 (2012), 第九条.

    Behind `@` or in brackets stands a version: its siglum, its label, or the beginning of its date of issue.
    A date that no version bears means the last version issued before it. Without one, all are meant.
    """
    found = CITED_AT.match(cited.strip())
    named = (found["at"] or found["in"]).strip() if found else ""
    sigla = find_versions(named, document) if named else document.sigla
    printed = found["number"] if found and sigla else cited
    label = reference_label(strip_number(printed).removesuffix("."))
    return tuple(
        each
        for each in numbers
        if each.version in (sigla or document.sigla) and reference_label(each.number) == label
    )


def find_versions(named: str, document: Document) -> tuple[str, ...]:
    """Return the sigla of the versions that a name or a date means."""
    exact = [each.siglum for each in document.versions if named in (each.siglum, each.label)]
    dated = [each.siglum for each in document.versions if each.issued and each.issued.startswith(named)]
    if exact or dated or not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", named):
        return tuple(exact or dated)
    before = [each.siglum for each in document.versions if each.issued and each.issued < named]
    return tuple(before[-1:]) if document.order is Order.CHRONOLOGICAL else ()


def iterate_by_number(numbers: Iterable[CitedNumber]) -> Iterator[tuple[str, list[CitedNumber]]]:
    """Yield each number with its answers, in the order in which numbers first occur."""
    found: dict[str, list[CitedNumber]] = {}
    for each in numbers:
        found.setdefault(each.number, []).append(each)
    yield from found.items()
