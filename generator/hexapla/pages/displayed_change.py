"""A change of a comparison with what a page shows of it."""

from dataclasses import dataclass

from hexapla.model import Change
from hexapla.pages.marked_text import EditRun
from hexapla.reading import Status, same_words
from hexapla.units import Unit


@dataclass(frozen=True, slots=True)
class DisplayedChange:
    """A change as a page shows it."""

    change: Change
    units: tuple[tuple[Unit, ...], tuple[Unit, ...]]
    """of base and target"""
    kinds: tuple[Status, ...]
    """all that is to be said of it, in order"""
    strands: tuple[EditRun, ...]

    @property
    def same(self) -> bool:
        """Tell whether the texts read the same, wherever they stand, under whatever number, citing what."""
        return same_words(self.kinds)
