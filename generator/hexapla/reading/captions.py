"""Captions: what is said of a change in words, the same on pages, in files, in the feed and on a terminal.

A caption is the name of a message of the catalogues with its values; whoever prints it says it in their
language.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hexapla.comparison import is_modal
from hexapla.findings import Severity
from hexapla.i18n import Messages, load_messages, translate_finding
from hexapla.model import Change, Comparison, Edit, Flag, Op, SetAsideChange
from hexapla.pairs import is_succession
from hexapla.reading.status import FORMAL_FLAGS, Status, has_break_inside, row_statuses
from hexapla.text import is_wide, unwrap

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


@dataclass(frozen=True, slots=True)
class Caption:
    """A message of the catalogues with its values."""

    message: str
    values: tuple[tuple[str, str | int], ...] = ()

    def in_words(self, say: Messages) -> str:
        """Say it in a language."""
        return say(self.message, **dict(self.values))


FACTS: Final[Mapping[Status, Caption]] = {
    fact: Caption("filter-punct" if fact is Status.FORM_ONLY else f"kind-{fact}") for fact in Status
}
"""what a fact is called where nothing more is known than the fact"""
COUNTS: Final[Mapping[Status, Caption]] = {**FACTS, Status.STALE_REFERENCE: Caption("sum-ref")}
"""what rows are called behind their number: 14 reworded"""
EITHER: Final[Mapping[Status, Caption]] = {
    Status.ONLY_BASE: Caption("only-first"),
    Status.ONLY_TARGET: Caption("only-second"),
}
"""what clauses of one version alone are called in sums over several pairs of parallel versions"""
TORN: Final = Caption("flag-torn")


def make_one_sided_captions(base: str, target: str, *, ordered: bool) -> Mapping[Status, Caption]:
    """Return what to call a clause that only base, and one that only target has, two names of versions.

    They were removed and added if the target is the later one (`ordered`); else neither can be said.
    """
    alone = {Status.ONLY_BASE: base, Status.ONLY_TARGET: target}
    return {
        fact: FACTS[fact] if ordered else Caption("kind-only", (("version", version),))
        for fact, version in alone.items()
    }


def make_fact_caption(fact: Status, change: Change, alone: Mapping[Status, Caption]) -> Caption:
    """Return what to call a fact of a change; a difference of form by what it is.

    Args:
        fact: of `facts(change)`.
        change: the change.
        alone: as `only_captions` returns it.
    """
    return make_form_caption(change) if fact is Status.FORM_ONLY else alone.get(fact) or FACTS[fact]


def make_form_caption(change: Change) -> Caption:
    """Return what to call a change whose words differ in form only."""
    return Caption(next(f"flag-only-{flag}" for flag in FORMAL_FLAGS if flag in change.flags))


def make_detail_captions(change: Change, of: Iterable[Status], language: str) -> tuple[Caption, ...]:
    """Return the small print beside the facts: that a text ends here, or what the new wording touches.

    Args:
        change: the change.
        of: its facts.
        language: of the document, BCP 47.
    """
    if has_break_inside(change):
        return (TORN,)
    return list_touched_captions(change, language) if Status.REWORDED in of else ()


def list_touched_captions(change: Change, language: str) -> tuple[Caption, ...]:
    """Return what a change of wording touches; duty, leave and ban by their words where that is possible."""
    shown = [flag for flag in SIGNALS if flag in change.flags]
    pairs = find_modal_changes(change.edits, language) if Flag.MODALITY in shown else ()
    if pairs:
        shown.remove(Flag.MODALITY)
    return (
        *(Caption(f"flag-{flag}") for flag in shown),
        *(Caption("flag-pair", (("old", old), ("new", new))) for old, new in pairs),
    )


def find_modal_changes(edits: Sequence[Edit], language: str) -> tuple[tuple[str, str], ...]:
    """Return replaced words of duty, leave and ban, `应当` by `可以`, in order, each once.

    A replacement may stand in either order: a comparison that is read backwards has its insertions first.
    """
    found = []
    for pair in pairwise(edits):
        texts = {edit.op: edit.text.strip() for edit in pair}
        if texts.keys() == {Op.DELETE, Op.INSERT} and all(
            is_modal(text, language) for text in texts.values()
        ):
            found.append((texts[Op.DELETE], texts[Op.INSERT]))
    return tuple(dict.fromkeys(found))


def write_change_notes(change: Change, say: Messages) -> Iterator[str]:
    """Yield what a reader should know of a change besides: an editor's decision, doubts."""
    if change.decision:
        yield say("note-decision", reason=unwrap(change.decision))
    for finding in change.findings:
        if finding.severity is not Severity.NOTE:
            yield translate_finding(say, finding)


def name_paratext(change: SetAsideChange, say: Messages) -> str:
    """Return what a difference outside the clauses is in: title, footnote ²."""
    kind = say("aside-kind", kind=change.kind)
    if not change.mark:
        return kind
    # the word is the interface's: a Latin one stands apart also from a number in Han
    return f"{kind}{'' if is_wide(kind[-1]) else ' '}{change.mark}"


def write_remarks(comparison: Comparison, change: Change, say: Messages) -> Iterator[str]:
    """Yield what is to be said of a change where there are no pictures; nothing where nothing changed.

    First its facts, then what its new wording touches, then notes: the words that stand beside a row of the
    page.
    """
    document = comparison.document
    base, target = (document.version(name).label for name in (comparison.base, comparison.target))
    alone = make_one_sided_captions(base, target, ordered=is_succession(comparison))
    of = row_statuses(change, translation=comparison.translation)
    first = [make_fact_caption(fact, change, alone) for fact in of if fact is not Status.UNCHANGED]
    second = make_detail_captions(change, of, document.language)
    if second == (TORN,):
        first, second = [*first, TORN], ()
    for captions in (first, second):
        if captions:
            yield say("list-separator").join(dict.fromkeys(each.in_words(say) for each in captions))
    yield from write_change_notes(change, say)


@dataclass(frozen=True, slots=True)
class Wording:
    """The interface's language, for what is said of documents and comparisons."""

    language: str
    """BCP 47"""

    @property
    def say(self) -> Messages:
        """The words where nothing is compared, or texts of which the target replaces the base."""
        return load_messages(self.language)

    def between(self, comparison: Comparison) -> Messages:
        """Return the words for a comparison: only a later text can have changed an earlier one."""
        return load_messages(self.language, parallel=not is_succession(comparison))

    def tell(self, comparison: Comparison, change: Change) -> tuple[str, ...]:
        """Return what is to be said of a change, the weightiest first."""
        return tuple(write_remarks(comparison, change, self.between(comparison)))
