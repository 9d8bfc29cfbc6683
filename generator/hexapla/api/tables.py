"""Documents, alignments and rows with what a notebook asks of them: the model's values, and data frames."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from hexapla.api.result import Result, ResultChange
from hexapla.errors import UsageError
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Document
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
    originals: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """by the paths of sources, the bytes of Word documents: a redline is written into the newer one"""

    @classmethod
    def of(
        cls,
        document: Document,
        decisions: Iterable[Decision] = (),
        settings: Iterable[Finding] = (),
        originals: Mapping[str, bytes] | None = None,
    ) -> "LoadedDocument":
        """Make one of a plain document."""
        values = {one.name: getattr(document, one.name) for one in fields(Document)}
        return cls(
            **values, decisions=tuple(decisions), settings=tuple(settings), originals=dict(originals or {})
        )

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
        return make_data_frame(CLAUSE_COLUMNS, rows)


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
        return make_data_frame(heads, rows)


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


def make_data_frame(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> "DataFrame":
    """Make a data frame; without rows it has its columns all the same.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ModuleNotFoundError as error:
        if error.name != "pandas":
            raise
        raise UsageError(
            "A data frame needs pandas, which is not installed: run `pip install 'hexapla-core[frame]'`."
        ) from error
    return DataFrame([list(row) for row in rows], columns=list(columns))
