"""Changes of words that follow from something else, so that a reader need not weigh each of them.

Three things explain an edit: an exchange that runs through the whole text and is told once, a reference that
follows the number of its clause, and a difference of form. A change is routine where every edit in it is
explained. None is hidden: the reason is told on its row, and it is counted as before.
"""

from collections.abc import Mapping, Sequence

from hexapla.comparison.edit_places import EditGroup, Place
from hexapla.comparison.flags import classify_formal_difference
from hexapla.comparison.uniform_replacements import Exchanges
from hexapla.findings import Span
from hexapla.model import Change, Op, Routine

Followed = Mapping[str, Sequence[tuple[Span, Span]]]
"""id of a change → places, in its texts of base and target, of references that follow a clause's number"""
TEXT = 1
"""the part of a change that is its text, not its heading"""


def explain_changes(
    changes: Sequence[Change], exchanges: Exchanges, followed: Followed
) -> list[tuple[tuple[Routine, ...], tuple[int, ...]]]:
    """Return for each change why it is routine, and the replacements that alone explain all of it.

    Args:
        changes: of one comparison, read from the earlier version to the later one.
        exchanges: what is exchanged throughout, with all places.
        followed: the references that follow, in the same direction.
    """
    reasons: list[list[Routine | None]] = [[] for _ in changes]
    ids: list[set[int]] = [set() for _ in changes]
    for index, place in enumerate(exchanges.places):
        number = exchanges.ids.get(index)
        if number is None:
            reasons[place.change] += explain_place(place, followed.get(changes[place.change].id, ()))
        else:
            reasons[place.change].append(Routine.REPLACEMENT)
            ids[place.change].add(number)
    return [
        (
            tuple(each for each in Routine if each in own) if None not in own else (),
            tuple(sorted(numbers)) if set(own) == {Routine.REPLACEMENT} else (),
        )
        if own
        else ((), ())
        for own, numbers in zip(reasons, ids, strict=True)
    ]


def explain_place(place: Place, followed: Sequence[tuple[Span, Span]]) -> list[Routine | None]:
    """Explain the edits of a place one by one; None for one that nothing explains."""
    return [explain_run(run, followed) for run in place.runs]


def explain_run(run: EditGroup, followed: Sequence[tuple[Span, Span]]) -> Routine | None:
    """Explain a run of edits."""
    if classify_formal_difference(run.spell(Op.INSERT), run.spell(Op.DELETE)):
        return Routine.FORM
    if run.part == TEXT and followed:
        for spans in followed:
            if all(span[0] <= at[0] and at[1] <= span[1] for span, at in zip(spans, run.spans, strict=True)):
                return Routine.REFERENCE
    return None
