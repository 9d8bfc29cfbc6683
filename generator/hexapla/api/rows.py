"""Rows of a comparison → rows as a reader sees them."""

from collections.abc import Iterator

from hexapla.api.result import ResultChange
from hexapla.exporters.csv_tables import call_units, spell_side
from hexapla.model import Alignment, Comparison
from hexapla.pages import describe_changes
from hexapla.pairs import is_succession
from hexapla.reading.printed_rows import PrintedDocument, split_sides


def rows_of(alignment: Alignment, comparison: Comparison) -> Iterator[ResultChange]:
    """Yield the rows of a comparison, in the table's order."""
    printed, sigla = PrintedDocument(alignment), (comparison.base, comparison.target)
    arrow = " → " if is_succession(comparison) else " ⇄ "
    descriptions = describe_changes(comparison)
    for row in printed.rows(comparison):
        cells = zip(sigla, row.change.cells, strict=True)
        labels = [call_units(printed, siglum, cell, ", ") for siglum, cell in cells]
        base_text, target_text = map(spell_side, split_sides(row))
        yield ResultChange(
            change=row.change,
            comparison=comparison,
            label=arrow.join(dict.fromkeys(filter(None, labels))),
            description=descriptions[row.change.id],
            base_text=base_text,
            target_text=target_text,
            printed=row,
        )
