"""What every output says of a row, once: pages, files, feed, search and terminal all ask here."""

from hexapla.reading.status import (
    FORMAL_FLAGS,
    SEARCHED,
    Status,
    count_by_status,
    counted_statuses,
    find_lost_edit,
    has_break_inside,
    main_status,
    measure_similarity,
    replace_by_translation,
    row_statuses,
    same_words,
    statuses_by_change,
)

__all__ = [
    "FORMAL_FLAGS",
    "SEARCHED",
    "Status",
    "count_by_status",
    "counted_statuses",
    "find_lost_edit",
    "has_break_inside",
    "main_status",
    "measure_similarity",
    "replace_by_translation",
    "row_statuses",
    "same_words",
    "statuses_by_change",
]
