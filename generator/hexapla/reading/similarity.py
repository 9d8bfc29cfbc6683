"""How much of two texts is the same: the one measure for “closest”, for the matrix and for the tree."""

from collections.abc import Iterable

from hexapla.model import Comparison, Edit, Op
from hexapla.reading.lacunae import find_lost_edit
from hexapla.reading.status import Status, row_statuses


def measure_similarity(comparison: Comparison) -> float:
    """Return the share of two texts' characters, without white space, that stand in both: 0 to 1.

    What a break hides is left out. No other row is: a text that has half of another's clauses, each word for
    word, is not the same text. Of texts in two languages no words are compared, so nothing is shared.
    """
    if comparison.translation:
        return 0.0
    document = comparison.document
    base, target = document.version(comparison.base), document.version(comparison.target)
    same = other = 0
    for change in comparison.changes:
        if row_statuses(change) == (Status.NOT_IN_TEXT,) and find_lost_edit(change, base, target) is None:
            continue
        lost = find_lost_edit(change, base, target)
        known = [edit for at, edit in enumerate(change.edits) if at != lost]
        same += 2 * count_characters(edit for edit in known if edit.op is Op.EQUAL)
        other += count_characters(edit for edit in known if edit.op is not Op.EQUAL)
    return same / (same + other) if same else 0.0


def count_characters(edits: Iterable[Edit]) -> int:
    """Count characters that are not white space."""
    return sum(len("".join(edit.text.split())) for edit in edits)
