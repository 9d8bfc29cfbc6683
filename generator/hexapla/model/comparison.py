"""The rows of the table read from one version to another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from hexapla.findings import Finding, Span
from hexapla.model.alignment import Alignment, Link
from hexapla.model.document import Document


class Op(StrEnum):
    """What an edit does to the base."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


OPPOSITE = {Op.EQUAL: Op.EQUAL, Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of text. Equal and delete spell the base, equal and insert the target."""

    op: Op
    text: str
    """never empty"""

    def reversed(self) -> "Edit":
        """Read it from target to base."""
        return Edit(OPPOSITE[self.op], self.text)


class Relation(StrEnum):
    """How a row stands in base and target."""

    MATCHED = "matched"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"
    ONLY_BASE = "only_base"
    ONLY_TARGET = "only_target"
    NOT_IN_TEXT = "not_in_text"

    def reversed(self) -> "Relation":
        """Read it from target to base."""
        return MIRRORED.get(self, self)


MIRRORED = {
    Relation.SPLIT: Relation.MERGED,
    Relation.MERGED: Relation.SPLIT,
    Relation.ONLY_BASE: Relation.ONLY_TARGET,
    Relation.ONLY_TARGET: Relation.ONLY_BASE,
}


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


class Routine(StrEnum):
    """Why a difference in words need not be weighed by itself."""

    REPLACEMENT = "replacement"
    """an expression that is exchanged throughout"""
    REFERENCE = "reference"
    """a reference that follows the number of its clause"""
    FORM = "form"
    """spacing, width, punctuation, case or script"""


class AffectedReason(StrEnum):
    """Why a clause whose words stay may mean something else."""

    DEFINITION = "definition"
    """a term that it uses was given another meaning"""
    CITED_REWORDED = "cited_reworded"
    """a clause that it cites was reworded"""
    CITED_REMOVED = "cited_removed"
    """a clause that it cites was taken out"""
    CITED_REUSED = "cited_reused"
    """the number that it cites belongs to another clause now"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """Something on which a clause leans, and which changed."""

    reason: AffectedReason
    change: str
    """id of the change of the defining or cited clause"""
    words: str
    """the term, or the reference as printed in the later version"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row read from base to target: independent facts, no overloaded label.

    A row whose units in these two versions have nothing to do with each other, since only a third version
    unites them, makes several changes.
    """

    row: str
    """id of the row"""
    cells: tuple[tuple[str, ...], tuple[str, ...]]
    """ids of the units of base and target that this is about, in document order"""
    relation: Relation
    moved: bool
    renumbered: bool
    flags: tuple[Flag, ...]
    edits: tuple[Edit, ...]
    """of the units' texts, several in a cell joined with a line feed; numbers apart, and headings too unless
    the versions divide the row into heading and text differently: then the texts begin with their headings"""
    heading_edits: tuple[Edit, ...] = ()
    """none where there is no heading, or where `edits` are of headings and texts together"""
    further: str | None = None
    """of every change of a row but the first: siglum and id of its first unit, `B__art_5`"""
    moved_with: str | None = None
    """id of the change of the neighbour with which this one moved"""
    decision: str | None = None
    findings: tuple[Finding, ...] = ()
    moved_phrases: tuple[tuple[int, int], ...] = ()
    """(index of the deletion, index of the insertion) among `edits`, of each phrase that only changed its
    place inside the row; unmistakable ones only"""
    items: tuple[Link, ...] = ()
    """of paragraphs and items (`units.list_passages`), `a` in the base: those inside the change, and those
    between it and another change, which has them too. None where no unit has parts: then the cells say it"""
    replacements: tuple[int, ...] = ()
    """ids of the uniform replacements that explain all that differs in the words; none where more differs"""
    routine: tuple[Routine, ...] = ()
    """what explains all that differs in the words, in the order above; none where anything else differs"""
    affected: tuple[Affected, ...] = ()
    """of a clause whose words stay: what it leans on and what changed, as read from the earlier version to
    the later one; no change, and counted as none"""

    @property
    def id(self) -> str:
        """Unique in its comparison, and the name of its place on a page."""
        return self.further or self.row

    def reversed(self) -> "Change":
        """Read it from target to base; its edits stay in their order."""
        return replace(
            self,
            cells=self.cells[::-1],
            relation=self.relation.reversed(),
            edits=tuple(edit.reversed() for edit in self.edits),
            heading_edits=tuple(edit.reversed() for edit in self.heading_edits),
            moved_phrases=tuple(sorted((there, here) for here, there in self.moved_phrases)),
            items=tuple(link.reversed() for link in self.items),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideChange:
    """Text of the versions' own that belongs to no clause (a title, a note, a signature) and differs."""

    kind: str
    """as `SetAside.kind`"""
    base: str
    """its wording as one line, a footnote's without its mark; empty: only the target has it"""
    target: str
    """the same; empty: only the base has it"""
    edits: tuple[Edit, ...]
    base_mark: str | None = None
    """the raised sign that leads to a footnote; the number of a division whose heading differs"""
    target_mark: str | None = None
    base_spans: tuple[Span, ...] = ()
    """in the base's source; none where only the target has it"""
    target_spans: tuple[Span, ...] = ()

    @property
    def mark(self) -> str:
        """The mark of a footnote, both where they differ (`² → ³`); empty where there is none."""
        return " → ".join(dict.fromkeys(filter(None, (self.base_mark, self.target_mark))))

    def reversed(self) -> "SetAsideChange":
        """Read it from target to base."""
        return replace(
            self,
            base=self.target,
            target=self.base,
            edits=tuple(edit.reversed() for edit in self.edits),
            base_mark=self.target_mark,
            target_mark=self.base_mark,
            base_spans=self.target_spans,
            target_spans=self.base_spans,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class UniformReplacement:
    """One expression exchanged for another nearly wherever it stands: told once, with its exceptions."""

    id: int
    """from 1 within its comparison, the commonest first"""
    delete: str
    """the expression of the base"""
    insert: str
    """that of the target"""
    count: int
    """places at which it is exchanged"""
    changes: tuple[str, ...]
    """ids of the changes that have such places, in the table's order"""
    kept_count: int
    """places in kept text at which the earlier text's expression still stands in both versions"""
    kept_in: tuple[str, ...]
    """ids of the changes that have these"""

    def reversed(self) -> "UniformReplacement":
        """Read it from target to base."""
        return replace(self, delete=self.insert, insert=self.delete)


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
    set_aside_changes: tuple[SetAsideChange, ...] = ()
    """what differs outside the clauses; versions in different languages are not compared"""
    replacements: tuple[UniformReplacement, ...] = ()
    """expressions that are exchanged throughout, the commonest first"""
    findings: tuple[Finding, ...] = ()
    """about the two versions as wholes; those about a row stand with its change"""

    def reversed(self) -> "Comparison":
        """Read it from target to base; findings stay as they are, each names the version it is about."""
        return replace(
            self,
            base=self.target,
            target=self.base,
            changes=tuple(change.reversed() for change in self.changes),
            set_aside_changes=tuple(change.reversed() for change in self.set_aside_changes),
            replacements=tuple(each.reversed() for each in self.replacements),
        )


def collect_findings(
    settings: Iterable[Finding], alignment: Alignment, comparisons: Sequence[Comparison]
) -> tuple[Finding, ...]:
    """List all findings of a document: of settings, document, versions, alignment, comparisons, changes.

    Of comparisons as wholes those of neighbours: each version's own text is told against the one before.
    """
    document = alignment.document
    steps = set(pairwise(document.sigla))
    neighbours = (each for each in comparisons if (each.base, each.target) in steps)
    changes = (change for comparison in comparisons for change in comparison.changes)
    return (
        *settings,
        *document.findings,
        *(finding for version in document.versions for finding in version.findings),
        *alignment.findings,
        *(finding for comparison in neighbours for finding in comparison.findings),
        *(finding for change in changes for finding in change.findings),
    )
