"""Which fact became which in a change: 15 days became 30 days, $200 became $350."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from hexapla.comparison.entities import find_entities
from hexapla.comparison.flags import select_changed_entities, shorten_edits, spell_side
from hexapla.comparison.remembered import remember_short_texts
from hexapla.model import Edit, Flag, Op

PAIRED: Final = (Flag.PERIOD, Flag.MONEY, Flag.PERCENTAGE, Flag.DATE)
"""kinds of facts of which one is told by what it was and what it became"""


class ChangedFact(NamedTuple):
    """A fact in two texts."""

    flag: Flag
    old: str
    new: str


def pair_changed_facts(edits: Sequence[Edit], language: str) -> tuple[ChangedFact, ...]:
    """Return facts that became other ones of their kind, kind by kind, in the order of the text.

    Only where both sides changed as many facts of a kind, so that nothing is guessed.

    >>> edits = [
    ...     Edit(Op.EQUAL, "within "),
    ...     Edit(Op.DELETE, "15"),
    ...     Edit(Op.INSERT, "30"),
    ...     Edit(Op.EQUAL, " days"),
    ... ]
    >>> [tuple(each) for each in pair_changed_facts(edits, "en")]
    [(<Flag.PERIOD: 'period'>, '15 days', '30 days')]
    """
    return find_changed_facts(tuple(edits), language)


@remember_short_texts
def find_changed_facts(edits: tuple[Edit, ...], language: str) -> tuple[ChangedFact, ...]:
    """Return the same; remembered, since pairs of versions share their texts."""
    kept = shorten_edits(edits)
    sides = [spell_side(kept, skipped) for skipped in (Op.INSERT, Op.DELETE)]
    found = [(text, select_changed_entities(find_entities(text, language), spans)) for text, spans in sides]
    paired: list[ChangedFact] = []
    for flag in PAIRED:
        old, new = (
            [text[each.start : each.end].strip() for each in own if each.flag is flag] for text, own in found
        )
        if len(old) == len(new):
            paired += (ChangedFact(flag, *both) for both in zip(old, new, strict=True) if both[0] != both[1])
    return tuple(paired)
