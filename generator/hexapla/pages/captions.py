"""What is to be said of a change, in words: for tables that have no pictures."""

from collections.abc import Callable, Iterator

from hexapla.findings import Severity
from hexapla.model import Change, Comparison
from hexapla.pages import change_kinds
from hexapla.pages.i18n import (
    Translator,
    describe_finding,
    make_translator,
    one_sided_words,
)
from hexapla.pages.inline_html import flatten_text
from hexapla.pairs import is_later_version
from hexapla.reading import Status, has_break_inside, row_statuses

__all__ = ["make_change_describer"]

ChangeDescriber = Callable[[Comparison, Change], tuple[str, ...]]


def make_change_describer(language: str) -> ChangeDescriber:
    """Return what says a change in the interface's language, the weightiest first.

    The same words as beside a row of the page; nothing of a row in which nothing changed.
    """

    def told(comparison: Comparison, change: Change) -> tuple[str, ...]:
        say = make_translator(language, parallel=not is_in_time(comparison))
        return tuple(describe_change(say, comparison, change))

    return told


def is_in_time(comparison: Comparison) -> bool:
    """Tell whether the target of a comparison can have changed anything."""
    later = is_later_version(comparison.document, comparison.base, comparison.target)
    return later and not comparison.translation


def describe_change(say: Translator, comparison: Comparison, change: Change) -> Iterator[str]:
    """Yield the kinds with what the new wording touches, then notes."""
    of = row_statuses(change, translation=comparison.translation)
    said = [status_word(say, comparison, change, fact) for fact in of if fact is not Status.UNCHANGED]
    if has_break_inside(change):
        said.append(say("flag-torn"))
    if said:
        yield say("list-separator").join(dict.fromkeys(said))
    if Status.REWORDED in of and not has_break_inside(change):
        touched = [say(name) for name in change_kinds.flag_messages(change)]
        touched += [
            say("flag-pair", old=old, new=new) for old, new in change_kinds.find_modal_changes(change.edits)
        ]
        if touched:
            yield say("list-separator").join(touched)
    if change.decision:
        yield say("note-decision", reason=flatten_text(change.decision))
    for finding in change.findings:
        if finding.severity is not Severity.NOTE:
            yield describe_finding(say, finding)


def status_word(say: Translator, comparison: Comparison, change: Change, kind: Status) -> str:
    """Return the word for a kind."""
    if kind in (Status.ONLY_BASE, Status.ONLY_TARGET):
        document = comparison.document
        base, target = (document.version(name).label for name in (comparison.base, comparison.target))
        removed, added = one_sided_words(say, base, target, ordered=is_in_time(comparison))
        return removed if kind is Status.ONLY_BASE else added
    if kind is Status.FORM_ONLY:
        return say(change_kinds.form_message(change))
    return say(f"kind-{kind}")
