"""What to call a change: kinds with a word each, one state for pictures, counts for filters."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from hexapla.model import Change, Edit, Flag, Op, Relation

__all__ = [
    "FILTERS",
    "FORMAL",
    "SIGNS",
    "STATES",
    "breaks_inside",
    "changed",
    "counts",
    "flag_words",
    "kinds",
    "modal_pairs",
    "state",
    "translated",
]

STATES: Final = ("same", "renum", "trans", "word", "move", "del", "add", "lack")
"""what a row is in a picture, where it can be one thing only; the style gives each colour and shape"""
SIGNS: Final = {"renum": "#", "move": "↕", "del": "−", "add": "+"}
"""what stands before a figure in a bar, so that no state is known by its colour alone"""
QUIET: Final = ("lack", "trans", "renum", "same")
"""states of rows in which nothing changed that a reader of the text would see, the weightiest first"""
FILTERS: Final = ("word", "trans", "punct", "add", "del", "move", "split join regroup", "renum", "lack")
"""kinds by which a table can be filtered; several in one entry are one filter"""
FORMAL: Final = {
    Flag.WIDTH: "flag-only-width",
    Flag.PUNCTUATION: "flag-only-punctuation",
    Flag.CASE: "flag-only-case",
    Flag.SCRIPT: "flag-only-script",
}
"""differences of form, which a reader may want to ignore"""
UNSEEN: Final = frozenset({Flag.IDENTICAL, Flag.WHITESPACE})
"""white space is how a source breaks its lines; a page sets the text anew, so nothing is to be seen"""
RELATIONS: Final = {
    Relation.SPLIT: "split",
    Relation.MERGED: "join",
    Relation.REGROUPED: "regroup",
    Relation.ONLY_BASE: "del",
    Relation.ONLY_TARGET: "add",
    Relation.NOT_IN_TEXT: "lack",
}
ALONE: Final = frozenset({"add", "del", "lack"})
SIGNALS: Final = (
    Flag.MODALITY,
    Flag.PERIOD,
    Flag.DATE,
    Flag.MONEY,
    Flag.PERCENTAGE,
    Flag.REFERENCE,
    Flag.NUMBER,
    Flag.SINGLE_CHARACTER,
)
"""what a changed wording touches, where that is worth a word"""
MODAL: Final = frozenset(
    "应当 应 必须 须 可以 可 有权 不得 禁止 严禁 不准 不予 不可 應當 應 必須 須 可以 有權 嚴禁 不準".split()
) | {"shall", "must", "may", "can", "should", "shall not", "must not", "may not", "should not", "cannot"}
"""words of duty, leave and ban that are short enough to be shown as “must → may”"""


def breaks_inside(change: Change) -> bool:
    """Tell whether one side breaks off inside this row, so that both have text there."""
    return change.relation is Relation.NOT_IN_TEXT and len({edit.op for edit in change.edits}) > 1


def kinds(change: Change) -> tuple[str, ...]:
    """Return what is to be said of a change, the weightiest first; `same` alone if there is nothing.

    Of a row in which a text breaks off it is said that text is missing, and what differs before the break.
    """
    relation = RELATIONS.get(change.relation)
    if relation in ALONE and not breaks_inside(change):
        return (relation,)
    facts = {
        "move": change.moved,
        relation or "": relation is not None,
        "word": reworded(change),
        "punct": any(flag in FORMAL for flag in change.flags),
        "renum": change.renumbered,
        "ref": Flag.REFERENCE_STALE in change.flags,
    }
    return tuple(kind for kind, holds in facts.items() if holds) or ("same",)


def translated(of: Sequence[str]) -> tuple[str, ...]:
    """Call what would be a change of wording a translation: words of two languages are not compared."""
    return tuple(dict.fromkeys("trans" if kind in ("word", "punct", "same") else kind for kind in of))


def reworded(change: Change) -> bool:
    """Tell whether a reader would say that the words are others: in the text or in the heading."""
    ladder = set(change.flags) - {Flag.REFERENCE_STALE}
    if not ladder:
        return any(edit.op is not Op.EQUAL for edit in (*change.edits, *change.heading_edits))
    return bool(ladder - UNSEEN - FORMAL.keys())


def changed(of: Iterable[str]) -> bool:
    """Tell whether a row counts as changed: a number alone, or a text that is missing, is no change."""
    return bool(set(of).difference(QUIET))


def state(of: Sequence[str]) -> str:
    """Return the one thing that a row is in a picture and in a sum."""
    for kind in ("add", "del", "move"):
        if kind in of:
            return kind
    if changed(of):
        return "word"
    return next(kind for kind in QUIET if kind in of)


def counts(rows: Iterable[Sequence[str]]) -> dict[str, int]:
    """Count rows by filter.

    First what adds up to `all`: `changed`, `number` (nothing but the number differs) and `same`; what is left
    is missing or a translation. Then each kind; a row may be of several. `all` and `changed` always, the
    others where there are any; `renum` only where it finds more than `number`.
    """
    tally: Counter[str] = Counter()
    for of in rows:
        own = state(of)
        tally["all"] += 1
        tally["changed"] += changed(of)
        tally["number"] += own == "renum"
        tally["same"] += own == "same"
        tally.update(name for name in FILTERS if set(name.split()) & set(of))
    if tally["renum"] == tally["number"]:
        del tally["renum"]
    return {
        name: tally[name]
        for name in ("all", "changed", "number", "same", *FILTERS)
        if tally[name] or name in ("all", "changed")
    }


def flag_words(change: Change) -> tuple[str, ...]:
    """Return the names of what a change of wording touches; modality is said by its words if it can be."""
    shown = [flag for flag in SIGNALS if flag in change.flags]
    if modal_pairs(change.edits):
        shown = [flag for flag in shown if flag is not Flag.MODALITY]
    return tuple(f"flag-{flag}" for flag in shown)


def modal_pairs(edits: Sequence[Edit]) -> tuple[tuple[str, str], ...]:
    """Return replaced words of duty, leave and ban, `应当` by `可以`, in order, each once."""
    found = (
        (one.text.strip(), other.text.strip())
        for one, other in pairwise(edits)
        if one.op is Op.DELETE and other.op is Op.INSERT
    )
    return tuple(dict.fromkeys(pair for pair in found if MODAL.issuperset(pair)))
