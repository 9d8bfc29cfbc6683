"""What several views ask of a document: what became of its numbers, who brought its words, plain cells."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from hexapla.model import Alignment, Comparison, Order
from hexapla.reading.cited_numbers import CitedNumber, resolve_numbers
from hexapla.reading.origins import UnitOrigins, trace_origins

if TYPE_CHECKING:
    from hexapla.pages.cells import CellPart


class NumbersAndOrigins:
    """Found once for all views, and only where one asks."""

    alignment: Alignment
    comparisons: tuple[Comparison, ...]

    @cached_property
    def set_once(self) -> dict[tuple[str, str, bool], "CellPart"]:
        """Units as `plain_parts` set them, by siglum, id, and whether they bear a name."""
        return {}

    @cached_property
    def marked_once(self) -> dict[object, tuple["CellPart", ...]]:
        """Cells with marks as `plain_parts` set them, by all that they are made of."""
        return {}

    @cached_property
    def origins(self) -> Mapping[str, Mapping[str, UnitOrigins]]:
        """Which version brought each word, by siglum and unit; empty where versions replace no others."""
        document = self.alignment.document
        if document.order is not Order.CHRONOLOGICAL or not self.comparisons:
            return {}
        return trace_origins(document, {(each.base, each.target): each for each in self.comparisons})

    @cached_property
    def cited_numbers(self) -> Mapping[tuple[str, str], CitedNumber]:
        """What became of each number, by siglum and unit."""
        found = resolve_numbers(self.alignment, self.comparisons)
        return {(each.version, each.unit): each for each in found}
