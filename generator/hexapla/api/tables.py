"""Documents and alignments with what a notebook asks of them: the model's own values, and a little more."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from hexapla.api.frames import data_frame
from hexapla.api.result import Result
from hexapla.findings import Finding
from hexapla.model import Alignment, Document
from hexapla.plan import Decision

if TYPE_CHECKING:
    from pandas import DataFrame

CLAUSE_COLUMNS = ("version", "id", "number", "heading", "text", "depth", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedDocument(Document):
    """A document, with what its folder says of it.

    Examples:
        >>> import hexapla as hx
        >>> document = hx.segment("§ 1 Water is free.", "§ 1 Water costs a fee.", title="Garden")
        >>> document.title, [version.siglum for version in document.versions]
        ('Garden', ['A', 'B'])
    """

    decisions: tuple[Decision, ...] = ()
    """an editor's word on what belongs together, from `alignment.yml`"""
    settings: tuple[Finding, ...] = ()
    """findings about the folder and its settings"""

    @classmethod
    def of(
        cls, document: Document, decisions: Iterable[Decision] = (), settings: Iterable[Finding] = ()
    ) -> "LoadedDocument":
        """Make one of a plain document."""
        values = {field.name: getattr(document, field.name) for field in fields(Document)}
        return cls(**values, decisions=tuple(decisions), settings=tuple(settings))

    def to_frame(self) -> "DataFrame":
        """Return all clauses as a data frame, a clause a row.

        Columns: `version`, `id`, `number`, `heading`, `text`, `depth`, `role`.

        Raises:
            UsageError: pandas is not installed.
        """
        rows = (
            (version.siglum, each.id, each.number, each.heading, each.text, each.depth, each.role.value)
            for version in self.versions
            for each in version.clauses
        )
        return data_frame(CLAUSE_COLUMNS, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentTable(Alignment):
    """One table of rows for all versions, which can be read from any version to any other.

    Examples:
        >>> import hexapla as hx
        >>> table = hx.align(hx.segment("§ 1 Water is free.", "§ 1 Water costs a fee."))
        >>> table["A", "B"].similarity == table["B", "A"].similarity
        True
    """

    @classmethod
    def of(cls, alignment: Alignment) -> "AlignmentTable":
        """Make one of a plain alignment."""
        return cls(**{field.name: getattr(alignment, field.name) for field in fields(Alignment)})

    def __getitem__(self, pair: tuple[str, str]) -> Result:
        """Read the table from one version to another, by their sigla: `table["A", "D"]`.

        Raises:
            KeyError: there is no such version.
        """
        from hexapla.comparison import compare

        settings = self.document.settings if isinstance(self.document, LoadedDocument) else ()
        return Result(self, (compare(self, *pair),), settings)

    def to_frame(self) -> "DataFrame":
        """Return the table as a data frame, for each version the numbers and the ids of its clauses.

        Columns: `row`, then for each siglum `A` and `A_ids`, as in the concordance that is exported as CSV.

        Raises:
            UsageError: pandas is not installed.
        """
        from hexapla.exporters.csv_tables import list_concordance_rows
        from hexapla.reading.printed_rows import PrintedDocument

        heads, *rows = list_concordance_rows(PrintedDocument(self))
        return data_frame(heads, rows)
