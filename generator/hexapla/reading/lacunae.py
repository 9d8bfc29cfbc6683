"""Lacunae: where one of two texts breaks off inside a row, and which edit its silence hides."""

from hexapla.model import Change, Completeness, Edit, Op, Relation, Version


def has_break_inside(change: Change) -> bool:
    """Tell whether one side breaks off inside this row, so that both have text there."""
    return change.relation is Relation.NOT_IN_TEXT and len({edit.op for edit in change.edits}) > 1


def find_lost_edit(change: Change, base: Version, target: Version) -> int | None:
    """Return which edit of a row holds the words beyond a break; None where no text breaks off inside it.

    A text that is cut off lacks what the last edit holds, a fragment what the first one holds. If a text that
    is cut off meets a fragment, both can be; then it is the longer one.
    """
    if not has_break_inside(change):
        return None
    last = len(change.edits) - 1
    ends = [
        at
        for at, completeness in ((last, Completeness.CUT_OFF), (0, Completeness.FRAGMENT))
        if is_lost_edit(change.edits[at], base, target, completeness)
    ]
    return max(ends, key=lambda at: len(change.edits[at].text), default=None)


def is_lost_edit(edit: Edit, base: Version, target: Version, completeness: Completeness) -> bool:
    """Tell whether the version that has not the words of an edit is incomplete in this way."""
    if edit.op is Op.EQUAL:
        return False
    silent = target if edit.op is Op.DELETE else base
    return silent.completeness is completeness
