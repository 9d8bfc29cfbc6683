"""A document laid out for its pages: which unit stands in which row, what changed, how alike texts are."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hexapla.findings import Finding
from hexapla.i18n import Messages, choose_language, load_messages, translate_finding
from hexapla.model import (
    Alignment,
    Change,
    Comparison,
    Completeness,
    Confidence,
    Document,
    Link,
    Order,
    Row,
    SetAsideChange,
)
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import EditRun, build_edit_runs
from hexapla.pages.numbers_and_origins import NumbersAndOrigins
from hexapla.pages.row_facts import RowFacts
from hexapla.pairs import SiglumPair, is_later_version
from hexapla.reading import (
    Status,
    find_lost_edit,
    measure_similarity,
    row_statuses,
)
from hexapla.reading.annotation_lines import AnnotationLine, describe_annotations, group_annotations
from hexapla.reading.captions import Caption, make_detail_captions, make_one_sided_captions
from hexapla.reading.cited_passages import PassageIndex
from hexapla.reading.labels import Labels, drop_repeated_word, label_units
from hexapla.units import Unit

REFERENCE_CODES = ("reference_stale", "reference_dangling", "reference_updated")
"""findings about references, the gravest first; every comparison of a version repeats them"""
REFERENCE_DOUBTS = REFERENCE_CODES[:2]
"""those that are told below the clause they are about"""


@dataclass(frozen=True)
class PageContext(NumbersAndOrigins, RowFacts):
    """All that the views of one document share."""

    alignment: Alignment
    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...]
    language: str
    """of the interface"""
    say: Messages
    offers: bool = False
    """whether there are files to download"""
    published: frozenset[SiglumPair] | None = None
    """pairs whose comparison has a page, in the order of the versions; None: every pair"""
    instruments: tuple[SiglumPair, ...] = ()
    """pairs between which an amending instrument has a page"""
    fold: bool = True
    """whether routine changes fold to a line"""
    reuse: bool = False
    """whether a page will tell which clauses stand in other documents too"""
    edit: str = ""
    """address where the document's `alignment.yml` is edited, or made; empty: not known"""
    edit_new: bool = False
    """the file is not there yet, and made at that address"""

    @property
    def document(self) -> Document:
        """The document."""
        return self.alignment.document

    def language_of(self, siglum: str) -> str:
        """Return the language of a version; where nothing tells, the document's."""
        own = self.document.version(siglum).language
        return self.document.language if own == "und" else own

    @property
    def chronological(self) -> bool:
        """Tell whether “added” and “removed” mean something."""
        return self.document.order is Order.CHRONOLOGICAL

    def ordered(self, base: str, target: str) -> bool:
        """Tell whether “added” and “removed” mean something between two versions, read in this direction."""
        return not self.is_translation(base, target) and is_later_version(self.document, base, target)

    def is_translation(self, base: str, target: str) -> bool:
        """Tell whether two versions are in different languages."""
        return not self.alignment.translations.isdisjoint([(base, target), (target, base)])

    def say_between(self, base: str, target: str) -> Messages:
        """Return the words for a comparison of two versions, read in this direction."""
        return load_messages(self.language, parallel=not self.ordered(base, target))

    def alone(self, base: str, target: str) -> Mapping[Status, Caption]:
        """Return what rows are called that one of two versions has alone, read in this direction."""
        return make_one_sided_captions(base, target, ordered=self.ordered(base, target))

    @cached_property
    def base(self) -> str | None:
        """The version against which a synopsis is read."""
        sigla = self.document.sigla
        if self.document.base in sigla or not sigla:
            return self.document.base if sigla else None
        return sigla[-1] if self.chronological else sigla[0]

    @cached_property
    def names(self) -> Labels:
        """What a unit is called, by siglum and id."""
        return label_units(self.units, self.say("unnumbered"))

    @cached_property
    def passages(self) -> PassageIndex:
        """The paragraphs and items of all versions, and what they are called."""
        return PassageIndex(self.document, self.names)

    def numbered(self, siglum: str) -> int:
        """Count a version's numbered units: what a reader calls its articles or sections, without items."""
        return sum(unit.number is not None for unit in self.units[siglum])

    def counted(self, siglum: str) -> str:
        """Say how many numbered clauses a version has, and how many of them are units, if not all are."""
        count, own = self.document.version(siglum).numbered, self.numbered(siglum)
        if not count:
            return self.say("no-clauses")
        if count == own:
            return self.say("count-clauses", count=count)
        return self.say("count-units", count=count, units=own)

    def called(self, siglum: str, units: Iterable[Unit]) -> str:
        """Name several units of a version."""
        names = [self.names[siglum, unit.id] for unit in units]
        if len(names) == 1:
            return names[0]
        return self.say("list-separator").join(drop_repeated_word(names))

    @cached_property
    def annotations(self) -> Mapping[str, tuple[AnnotationLine, ...]]:
        """Notes on clauses by the id of their row, in words."""
        found = group_annotations(self.alignment)
        return {row: describe_annotations(own, self.say) for row, own in found.items()}

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """A row by its id."""
        return {row.id: row for row in self.alignment.rows}

    @cached_property
    def row_of(self) -> Mapping[tuple[str, str], str]:
        """The row of a unit, by siglum and id."""
        return {
            (siglum, unit): row.id
            for row in self.alignment.rows
            for siglum, cell in zip(self.document.sigla, row.cells, strict=True)
            for unit in cell
        }

    @cached_property
    def suggested(self) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
        """Which units of other versions may speak of the same matter as a unit, by siglum and unit id."""
        made: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        for each in self.alignment.suggestions:
            for end, other in ((each.a, each.b), (each.b, each.a)):
                made[end] = (*made.get(end, ()), other)
        return made

    @cached_property
    def above(self) -> Mapping[tuple[str, str], int]:
        """How many divisions stand above a division that holds units, by siglum and clause id."""
        return {
            (siglum, division.id): level
            for siglum, own in self.units.items()
            for unit in own
            for level, division in enumerate(unit.divisions)
        }

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], Comparison]:
        """A comparison by base and target."""
        return {(each.base, each.target): each for each in self.comparisons}

    @cached_property
    def both_ways(self) -> Mapping[SiglumPair, Comparison]:
        """The comparisons in either direction, by base and target."""
        return {
            (each.base, each.target): each
            for comparison in self.comparisons
            for each in (comparison, comparison.reversed())
        }

    @cached_property
    def shown(self) -> tuple[Comparison, ...]:
        """The comparisons that have a page, in either direction."""
        if self.published is None:
            return self.comparisons
        return tuple(each for pair, each in self.pairs.items() if pair in self.published)

    @cached_property
    def open(self) -> frozenset[SiglumPair]:
        """The pairs that have a page, in both directions."""
        return frozenset(
            pair for each in self.shown for pair in ((each.base, each.target), (each.target, each.base))
        )

    @cached_property
    def torn_end(self) -> Mapping[str, str]:
        """The last unit of each version that breaks off."""
        return self.edge(Completeness.CUT_OFF, -1)

    @cached_property
    def torn_start(self) -> Mapping[str, str]:
        """The first unit of each version whose beginning is missing."""
        return self.edge(Completeness.FRAGMENT, 0)

    def is_edge(self, siglum: str, units: Iterable[Unit]) -> bool:
        """Tell whether a version breaks off, or begins late, in one of these units."""
        edges = {self.torn_end.get(siglum), self.torn_start.get(siglum)}
        return any(unit.id in edges for unit in units)

    def edge(self, completeness: Completeness, index: int) -> dict[str, str]:
        """Return the unit at one end of each version that is incomplete there."""
        return {
            version.siglum: self.units[version.siglum][index].id
            for version in self.document.versions
            if version.completeness is completeness and self.units[version.siglum]
        }

    @cached_property
    def readings(self) -> Mapping[SiglumPair, Mapping[str, DisplayedChange]]:
        """What each comparison, in either direction, says of each row, by the ids of changes."""
        return {
            pair: {change.id: self.read(change, each) for change in each.changes}
            for pair, each in self.both_ways.items()
        }

    @cached_property
    def outside(self) -> Mapping[SiglumPair, tuple[SetAsideChange, ...]]:
        """What differs outside the clauses, for each comparison in either direction."""
        return {pair: each.set_aside_changes for pair, each in self.both_ways.items()}

    @cached_property
    def line_ends(self) -> Mapping[str, tuple[int, ...]]:
        """Where the lines of each source end, by path."""
        return {
            source.path: tuple(at for at, char in enumerate(source.text) if char == "\n")
            for source in self.document.sources
        }

    def place(self, siglum: str, offset: int) -> str:
        """Say where a character of a version stands in its file: page, paragraph, line."""
        source = self.document.version(siglum).source
        place = source.place(offset)
        if place is None:
            return self.say("place-line", number=bisect_left(self.line_ends[source.path], offset) + 1)
        counted = {"page": place.page, "paragraph": place.paragraph, "line": place.line}
        told = [self.say(f"place-{name}", number=number) for name, number in counted.items() if number]
        return self.say("list-separator").join(told)

    @cached_property
    def change_of(self) -> Mapping[SiglumPair, Mapping[tuple[str, str], str]]:
        """The change that a unit is in, by siglum and id, in each comparison in either direction."""
        return {
            pair: {
                (siglum, unit.id): name
                for name, reading in own.items()
                for siglum, units in zip(pair, reading.units, strict=True)
                for unit in units
            }
            for pair, own in self.readings.items()
        }

    @cached_property
    def in_row(self) -> Mapping[SiglumPair, Mapping[str, tuple[DisplayedChange, ...]]]:
        """What each comparison, in either direction, says of each row, by the ids of rows."""
        made: dict[SiglumPair, dict[str, tuple[DisplayedChange, ...]]] = {}
        for pair, own in self.readings.items():
            rows = made.setdefault(pair, {})
            for reading in own.values():
                rows[reading.change.row] = (*rows.get(reading.change.row, ()), reading)
        return made

    def read(self, change: Change, comparison: Comparison) -> DisplayedChange:
        """Read a change of a comparison, in either direction, for the eye."""
        pair, translation = (comparison.base, comparison.target), comparison.translation
        base, target = (
            tuple(self.unit[siglum, name] for name in cell)
            for siglum, cell in zip(pair, change.cells, strict=True)
        )
        if translation and base and target:
            whole = tuple(EditRun(edit.op, edit.text, unknown=True) for edit in change.edits)
            unmarked = replace(change, heading_edits=())
            return DisplayedChange(unmarked, (base, target), row_statuses(unmarked, translation=True), whole)
        lost = find_lost_edit(change, *map(self.document.version, pair))
        of = row_statuses(change, translation=translation)
        return DisplayedChange(
            change, (base, target), of, build_edit_runs(change.edits, lost, change.moved_phrases)
        )

    def links_between(self, pair: SiglumPair, reading: DisplayedChange) -> Iterator[Link]:
        """Yield the links between two versions' clauses of a row, from base to target."""
        row, cells = reading.change.row, reading.change.cells
        for at, own in enumerate((pair, pair[::-1])):
            for link in self.pair_links.get((row, own), ()):
                if link.a[1] in cells[at] and link.b[1] in cells[1 - at]:
                    yield link.reversed() if at else link

    def tell_doubts(self, pair: SiglumPair, reading: DisplayedChange, say: Messages) -> Iterator[str]:
        """Say that two versions' clauses stand side by side on little evidence, where a link says so."""
        links = self.links_between(pair, reading)
        weak = [link.score for link in links if link.confidence is Confidence.WEAK]
        if weak:
            yield say("note-weak-link", score=f"{min(weak):.2f}")

    def details(self, reading: DisplayedChange, say: Messages) -> str:
        """Say the small print of a change: what its new wording touches, or that a text ends here."""
        captions = make_detail_captions(reading.change, reading.kinds, self.document.language)
        return " · ".join(each.in_words(say) for each in captions)

    def units_in(self, row: str, *sigla: str) -> set[str | None]:
        """Return the ids of some versions' units in a row."""
        return {unit.id for siglum in sigla for unit in self.cell(row, siglum)}

    @cached_property
    def doubts(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Doubts about references, in words, by siglum and row; several comparisons may tell the same one."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for one in self.findings:
            if one.code in REFERENCE_DOUBTS and one.version and one.row:
                printed = dict(one.values).get("reference", "")
                found.setdefault((one.version, one.row), {})[printed] = translate_finding(self.say, one)
        return {place: tuple(told.values()) for place, told in found.items()}

    @cached_property
    def likeness(self) -> Mapping[tuple[str, str], float]:
        """How much of two texts is the same, 0 to 1, in both directions."""
        made = {}
        for pair, comparison in self.pairs.items():
            made[pair] = made[pair[::-1]] = measure_similarity(comparison)
        return made

    @cached_property
    def closest(self) -> tuple[str, str] | None:
        """The two versions that are most alike; the first such pair."""
        return self.most_alike(self.pairs)

    def most_alike(self, pairs: Iterable[SiglumPair]) -> SiglumPair | None:
        """Return the pair that is most alike; of equals the first."""
        return max(pairs, key=lambda pair: self.likeness[pair], default=None)


def build_page_context(
    alignment: Alignment,
    comparisons: Iterable[Comparison],
    findings: Iterable[Finding],
    language: str,
    *,
    offers: bool = False,
    published: frozenset[SiglumPair] | None = None,
) -> PageContext:
    """Lay a document out for its pages in a language of the interface; `published` as in the layout."""
    return PageContext(
        alignment=alignment,
        comparisons=tuple(comparisons),
        findings=tuple(findings),
        language=choose_language(language),
        say=load_messages(language, parallel=alignment.document.order is not Order.CHRONOLOGICAL),
        offers=offers,
        published=published,
    )
