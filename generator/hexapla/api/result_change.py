"""The rows of a comparison as a reader sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hexapla.findings import Finding
from hexapla.model import Alignment, Change, Comparison, Edit, Flag, Relation

if TYPE_CHECKING:
    from hexapla.reading.printed_rows import PrintedRow


@dataclass(frozen=True, slots=True, repr=False)
class ResultChange:
    """A row of a comparison as a reader sees it; `change` is the model's value with all that is known of it.

    Examples:
        >>> import hexapla as hx
        >>> (change,) = hx.compare_texts(
        ...     "§ 4 Water from the well is free.", "§ 5 Water from the well is not free."
        ... )
        >>> change.label, change.status, change.facts
        ('§ 4 ⇄ § 5', 'reworded', ('reworded', 'renumbered'))
        >>> change.base_text, change.target_text
        ('§ 4 Water from the well is free.', '§ 5 Water from the well is not free.')
    """

    change: Change
    comparison: Comparison
    label: str
    """the printed numbers on both sides: `§ 4`, `§ 4 → § 5`; `¶` where there is no number"""
    description: str
    """what became of the row, in a few English words: `reworded: period, renumbered`"""
    base_text: str
    """what the base prints here, numbers and headings included; empty where it has nothing"""
    target_text: str
    """the same of the target"""
    printed: "PrintedRow"
    """the printed text with its marks"""

    @property
    def base(self) -> str:
        """Siglum of the version from which is read."""
        return self.comparison.base

    @property
    def target(self) -> str:
        """Siglum of the version to which is read."""
        return self.comparison.target

    @property
    def id(self) -> str:
        """Unique in its comparison, and the name of its place on a page."""
        return self.change.id

    @property
    def row(self) -> str:
        """Id of the row of the alignment."""
        return self.change.row

    @property
    def facts(self) -> tuple[str, ...]:
        """What is to be said of the row: `reworded`, `moved`, `renumbered`, `split` …; else `unchanged`."""
        from hexapla.reading import row_statuses

        of = row_statuses(self.change, translation=self.comparison.translation)
        return tuple(fact.name.lower() for fact in of)

    @property
    def status(self) -> str:
        """What the row is where it can be one thing only, as in the JSON: the weightiest of its facts."""
        from hexapla.reading import main_status, row_statuses

        return main_status(row_statuses(self.change, translation=self.comparison.translation)).name.lower()

    @property
    def relation(self) -> Relation:
        """How many clauses stand on either side."""
        return self.change.relation

    @property
    def moved(self) -> bool:
        """Whether it stands out of the order of the base."""
        return self.change.moved

    @property
    def renumbered(self) -> bool:
        """Whether the printed numbers differ."""
        return self.change.renumbered

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What kind of change of wording it is."""
        return self.change.flags

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Of the text: equal and delete spell the base, equal and insert the target."""
        return self.change.edits

    @property
    def heading_edits(self) -> tuple[Edit, ...]:
        """The same of the heading."""
        return self.change.heading_edits

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a reader should know of this row."""
        return self.change.findings

    def __repr__(self) -> str:
        """Name the row and say what became of it."""
        return f"<ResultChange {self.label}: {self.description or 'unchanged'}>"

    def markdown(self) -> str:
        """Return the printed text with its changes in `<del>` and `<ins>`, for Markdown of any kind.

        Whatever the text holds is shown as it is; a line feed becomes `<br>`.

        Examples:
            >>> import hexapla as hx
            >>> (change,) = hx.compare_texts("§ 4 Water is free.", "§ 4 Water is sold.")
            >>> change.markdown()
            '§ 4 Water is <del>free</del><ins>sold</ins>&#46;'
        """
        from hexapla.api.marked_rows import write_marked_markdown

        return write_marked_markdown(self.printed)


def read_rows(alignment: Alignment, comparison: Comparison) -> Iterator[ResultChange]:
    """Yield the rows of a comparison as a reader sees them, in the table's order."""
    from hexapla.exporters.csv_tables import call_units, spell_side
    from hexapla.pages import describe_changes
    from hexapla.pairs import is_succession
    from hexapla.reading.printed_rows import PrintedDocument

    printed, sigla = PrintedDocument(alignment), (comparison.base, comparison.target)
    arrow = " → " if is_succession(comparison) else " ⇄ "
    descriptions = describe_changes(comparison)
    for row in printed.rows(comparison):
        cells = zip(sigla, row.change.cells, strict=True)
        labels = [call_units(printed, siglum, cell, ", ") for siglum, cell in cells]
        base_text, target_text = map(spell_side, row.sides)
        yield ResultChange(
            change=row.change,
            comparison=comparison,
            label=arrow.join(dict.fromkeys(filter(None, labels))),
            description=descriptions[row.change.id],
            base_text=base_text,
            target_text=target_text,
            printed=row,
        )
