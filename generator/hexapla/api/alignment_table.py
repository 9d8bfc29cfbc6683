"""An alignment that can be read from any version to any other."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from hexapla.api.data_frames import make_data_frame
from hexapla.api.loaded_document import LoadedDocument
from hexapla.api.result import Result
from hexapla.model import Alignment

if TYPE_CHECKING:
    from pandas import DataFrame


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
