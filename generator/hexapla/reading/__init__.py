"""What every output says of a row, once: pages, files, feed, search and terminal all ask here."""

from hexapla.reading.lacunae import breaks_inside, lost_edit
from hexapla.reading.similarity import similarity
from hexapla.reading.status import (
    FORMAL,
    Status,
    counted_as,
    facts,
    facts_by_change,
    status,
    tally,
    translated,
)

__all__ = [
    "FORMAL",
    "Status",
    "breaks_inside",
    "counted_as",
    "facts",
    "facts_by_change",
    "lost_edit",
    "similarity",
    "status",
    "tally",
    "translated",
]
