"""Did this row change, and how, and how much of two texts is the same: the one answer for every output.

A row carries independent facts: it can be moved and renumbered and reworded. What of it counts where it can
be counted once only, in a bar or a sum, is its status: the weightiest of its facts. Where one of two texts
breaks off inside a row, one edit holds what is missing from it: that edit is no change.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from hexapla.languages.repealed import is_repealed
from hexapla.model import Change, Comparison, Completeness, Edit, Flag, Op, Relation, Version
from hexapla.text import normalize_spaces


class Status(StrEnum):
    """What became of a row between two versions, the weightiest first.

    The values are as short as addresses of pages (`#f=word`), names of styles and search data have them:
    addresses that people keep depend on them.
    """

    ONLY_TARGET = "add"
    ONLY_BASE = "del"
    REWORDED = "word"
    """the words are others: in the text or in the heading"""
    SPLIT = "split"
    MERGED = "join"
    REGROUPED = "regroup"
    MOVED = "move"
    STALE_REFERENCE = "ref"
    """the words stayed, but a reference among them no longer leads where it led"""
    NOT_IN_TEXT = "lack"
    """one text is incomplete here: its silence proves nothing"""
    TRANSLATION = "trans"
    """words of two languages are not compared"""
    FORM_ONLY = "punct"
    """the same words: spacing, width, punctuation, case or script differ"""
    RENUMBERED = "renum"
    """another number; as a status: nothing else"""
    UNCHANGED = "same"
    """the same words under the same number in the same place, wherever their source breaks its lines"""

    @property
    def changed(self) -> bool:
        """Tell whether this counts as a change.

        Form alone and a number alone do not: they are counted beside the changes. Nor does text that is
        missing, or in another language.
        """
        return self not in NOT_CHANGES

    @property
    def data_name(self) -> str:
        """What data call it: the JSON and the CSV."""
        return self.name.lower()


WEIGHTS: Final = {status: place for place, status in enumerate(Status)}
"""the weightiest first"""
NOT_CHANGES: Final = frozenset(
    {Status.NOT_IN_TEXT, Status.TRANSLATION, Status.FORM_ONLY, Status.RENUMBERED, Status.UNCHANGED}
)
SEARCHED: Final = ("word", "punct", "add", "del", "only", "move", "renum", "split", "join", "regroup")
"""what a hit of the search can be sorted by; `only`: of parallel texts, which add and remove nothing"""
FORMAL_FLAGS: Final = (Flag.WHITESPACE, Flag.WIDTH, Flag.PUNCTUATION, Flag.CASE, Flag.SCRIPT)
"""differences of form, which a reader may want to ignore; of white space those that can be seen"""
RELATIONS: Final = {
    Relation.SPLIT: Status.SPLIT,
    Relation.MERGED: Status.MERGED,
    Relation.REGROUPED: Status.REGROUPED,
    Relation.ONLY_BASE: Status.ONLY_BASE,
    Relation.ONLY_TARGET: Status.ONLY_TARGET,
    Relation.NOT_IN_TEXT: Status.NOT_IN_TEXT,
}
SAME_WORDS: Final = frozenset({Status.UNCHANGED, Status.MOVED, Status.RENUMBERED, Status.STALE_REFERENCE})
"""what can be said of a row whose words are the same"""
ALONE: Final = frozenset({Status.ONLY_BASE, Status.ONLY_TARGET, Status.NOT_IN_TEXT})
"""facts beside which nothing else can be said, unless a text breaks off inside the row"""
WORDING: Final = frozenset({Status.REWORDED, Status.FORM_ONLY, Status.UNCHANGED})
"""what is said of words, which of a translation is not said"""


def row_statuses(change: Change, *, translation: bool = False) -> tuple[Status, ...]:
    """Return what is to be said of a row, in the order in which it is said; `UNCHANGED` alone if nothing is.

    Of a clause of which the other version has only the number (`第三条 （删除）`) it is said that one version
    alone has it. Of a row in which a text breaks off it is said that text is missing, and what differs before
    the break.

    Args:
        change: the row.
        translation: whether the comparison is one of texts in different languages.
    """
    relation = RELATIONS.get(change.relation)
    if relation in ALONE and not has_break_inside(change):
        return (Status.UNCHANGED,) if has_nothing(change) else (relation,)
    wording = classify_wording(change)
    holds = (
        (Status.MOVED, change.moved),
        (relation, relation),
        (wording, wording is not Status.UNCHANGED),
        (Status.RENUMBERED, change.renumbered),
        (Status.STALE_REFERENCE, Flag.REFERENCE_STALE in change.flags),
    )
    found = tuple([fact for fact, true in holds if true and fact]) or (Status.UNCHANGED,)
    return replace_by_translation(found) if translation else found


def has_nothing(change: Change) -> bool:
    """Tell whether one version has no clause here, and the other its number alone, with “repealed”.

    Neither text says anything, so nothing was added or removed.
    """
    if change.relation is Relation.NOT_IN_TEXT or all(change.cells):
        return False
    said = "".join(edit.text for edit in change.edits or change.heading_edits)
    return all(map(is_repealed, said.split("\n")))


def statuses_by_change(comparison: Comparison) -> Mapping[str, tuple[Status, ...]]:
    """Return what is to be said of each change of a comparison, by its id, in the table's order."""
    return {each.id: row_statuses(each, translation=comparison.translation) for each in comparison.changes}


def replace_by_translation(of: Sequence[Status]) -> tuple[Status, ...]:
    """Call what would be a change of wording a translation: words of two languages are not compared."""
    return tuple(dict.fromkeys(Status.TRANSLATION if fact in WORDING else fact for fact in of))


def classify_wording(change: Change) -> Status:
    """Say how the words of heading and text stand: reworded, other in form only, or unchanged.

    Flags are of heading and text together, so they alone decide. Words that were not compared have none.
    """
    if change.flags == (Flag.IDENTICAL,):
        return Status.UNCHANGED
    ladder = set(change.flags) - {Flag.REFERENCE_STALE}
    if not ladder:
        differ = any(edit.op is not Op.EQUAL for edit in (*change.heading_edits, *change.edits))
        return Status.REWORDED if differ else Status.UNCHANGED
    if ladder == {Flag.WHITESPACE}:
        return Status.FORM_ONLY if has_visible_spacing_change(change) else Status.UNCHANGED
    if ladder.issubset(FORMAL_FLAGS):
        return Status.FORM_ONLY
    return Status.UNCHANGED if ladder == {Flag.IDENTICAL} else Status.REWORDED


def has_visible_spacing_change(change: Change) -> bool:
    """Tell whether a reader sees other spaces: “the rapist”, “therapist”.

    Not where sources break their lines, nor beside Han, where a space is no part of the writing.
    """
    edits = (*change.heading_edits, Edit(Op.EQUAL, "\n"), *change.edits)
    base, target = (
        normalize_spaces("".join(edit.text for edit in edits if edit.op is not other))
        for other in (Op.INSERT, Op.DELETE)
    )
    return base != target


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


def main_status(of: Iterable[Status]) -> Status:
    """Return the weightiest of a row's facts: what it is in a picture, in a sum and to a program."""
    return min(of, key=WEIGHTS.__getitem__)


def same_words(of: Iterable[Status]) -> bool:
    """Tell whether a row reads the same, wherever it stands, under whatever number, citing what."""
    return SAME_WORDS.issuperset(of)


def counted_statuses(of: Iterable[Status]) -> frozenset[Status]:
    """Return under which names a row is counted where several may hold: all its facts.

    But form only and unchanged only where nothing weightier holds: a clause that was moved and has another
    comma is no difference of form only.
    """
    there = frozenset(of)
    return there if main_status(there) is Status.FORM_ONLY else there - {Status.FORM_ONLY}


def count_by_status(rows: Iterable[Iterable[Status]]) -> dict[Status, int]:
    """Count rows by status, those that occur, the weightiest first: the counts add up to all rows."""
    counted = Counter(main_status(of) for of in rows)
    return {each: counted[each] for each in Status if counted[each]}


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
