"""What pages call a change: states for pictures and sums, filters with their counts, words for small print.

Whether and how a row changed says `hexapla.reading`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from hexapla.model import Change, Edit, Flag, Op
from hexapla.pages.i18n import Translator
from hexapla.reading import FORMAL_FLAGS, Status, counted_statuses, main_status

__all__ = [
    "FILTERS",
    "SIGNS",
    "STATES",
    "count_filters",
    "drawn_status",
    "drawn_word",
    "find_modal_changes",
    "flag_messages",
    "form_message",
    "state_word",
    "style_names",
    "summary_status",
]

STATES: Final = tuple(map(Status, "same renum punct trans ref word split move del add lack".split()))
"""what a row is in a picture and in a bar, where it can be one thing only; the style gives each its look"""
SIGNS: Final = {"renum": "#", "punct": "≈", "ref": "→", "split": "÷", "move": "↕", "del": "−", "add": "+"}
"""what stands before a figure in a bar, so that no state is known by its colour alone"""
LOOKS: Final[dict[str, str]] = {
    Status.FORM_ONLY: "renum",
    Status.STALE_REFERENCE: "word",
    Status.SPLIT: "word",
}
"""states that look like another in pictures; bars tell them apart by sign, a broken line or a shape helps"""
SUMS: Final = {"renum": "filter-number", "punct": "filter-punct", "move": "sum-move", "split": "sum-split"}
"""words of states that say that nothing weightier holds; the other kinds are called as beside a row"""
DRAWN: Final[dict[str, str]] = {"move": "kind-move", "split": "filter-split-join-regroup"}
"""words of looks that do not say that nothing weightier holds"""
REGROUPINGS: Final = frozenset({Status.SPLIT, Status.MERGED, Status.REGROUPED})
"""one state: clauses were parted anew, and their words stayed"""
FILTERS: Final = ("word", "trans", "add", "del", "move", "split join regroup", "renum", "lack")
"""kinds by which a table can be filtered, beside those that add up; several in one entry are one filter"""
NAMED_FLAGS: Final = (
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


def summary_status(of: Iterable[Status]) -> Status:
    """Return the one thing that a row is in a picture and in a sum: split, merged and regrouped are one."""
    own = main_status(of)
    return Status.SPLIT if own in REGROUPINGS else own


def drawn_status(of: Iterable[Status]) -> Status:
    """Return what a row looks like where its place is drawn: what moved is seen as that, reworded or not."""
    there = frozenset(of)
    return Status.MOVED if Status.MOVED in there else summary_status(there)


def style_names(own: str) -> str:
    """Return the names of styles that give a state its look."""
    return " ".join(f"hx-s-{name}" for name in (own, LOOKS.get(own)) if name)


def drawn_word(own: Status, say: Translator, only: tuple[str, str]) -> str:
    """Return the word for a look in a drawing; `only` as for `state_word`."""
    return say(DRAWN[own]) if own in DRAWN else state_word(own, say, only)


def state_word(own: Status, say: Translator, only: tuple[str, str]) -> str:
    """Return the word of a state; `only`: what rows are called that only base, and that only target has."""
    alone = {Status.ONLY_BASE: only[0], Status.ONLY_TARGET: only[1]}
    return alone.get(own) or say(SUMS.get(own, f"kind-{own}"))


def count_filters(rows: Iterable[Iterable[Status]]) -> dict[str, int]:
    """Count rows by filter.

    First what adds up to `all`: `changed`, `punct` (nothing but the form differs), `number` (nothing but the
    number) and `same`; what is left is missing or a translation. Then each kind; a row may be of several.
    `all` and `changed` always, others where there are any; `renum` only where it finds more than `number`.
    """
    tally: Counter[str] = Counter()
    for of in rows:
        own, names = main_status(of), counted_statuses(of)
        tally["all"] += 1
        tally["changed"] += own.changed
        tally["punct"] += own is Status.FORM_ONLY
        tally["number"] += own is Status.RENUMBERED
        tally["same"] += own is Status.UNCHANGED
        tally.update(name for name in FILTERS if names.intersection(name.split()))
    if tally["renum"] == tally["number"]:
        del tally["renum"]
    first = ("all", "changed", "punct", "number", "same")
    return {name: tally[name] for name in (*first, *FILTERS) if tally[name] or name in ("all", "changed")}


def form_message(change: Change) -> str:
    """Return the name of what differs in a row whose words differ in form only."""
    return next(f"flag-only-{flag}" for flag in FORMAL_FLAGS if flag in change.flags)


def flag_messages(change: Change) -> tuple[str, ...]:
    """Return the names of what a change of wording touches; modality is said by its words if it can be."""
    shown = [flag for flag in NAMED_FLAGS if flag in change.flags]
    if find_modal_changes(change.edits):
        shown = [flag for flag in shown if flag is not Flag.MODALITY]
    return tuple(f"flag-{flag}" for flag in shown)


def find_modal_changes(edits: Sequence[Edit]) -> tuple[tuple[str, str], ...]:
    """Return replaced words of duty, leave and ban, `应当` by `可以`, in order, each once."""
    found = (
        (one.text.strip(), other.text.strip())
        for one, other in pairwise(edits)
        if one.op is Op.DELETE and other.op is Op.INSERT
    )
    return tuple(dict.fromkeys(pair for pair in found if MODAL.issuperset(pair)))
