"""What is to be said of a change, in words: for tables that have no pictures."""

from collections.abc import Callable, Iterator

from hexapla.findings import Severity
from hexapla.model import Change, Comparison
from hexapla.pairs import in_time
from hexapla.reading import Status, breaks_inside, facts
from hexapla.render import kinds
from hexapla.render.flow import plain
from hexapla.render.words import Words, of_finding, only_words, words

__all__ = ["remarks"]

Remarks = Callable[[Comparison, Change], tuple[str, ...]]


def remarks(language: str) -> Remarks:
    """Return what says a change in the interface's language, the weightiest first.

    The same words as beside a row of the page; nothing of a row in which nothing changed.
    """

    def told(comparison: Comparison, change: Change) -> tuple[str, ...]:
        say = words(language, parallel=not ordered(comparison))
        return tuple(sentences(say, comparison, change))

    return told


def ordered(comparison: Comparison) -> bool:
    """Tell whether the target of a comparison can have changed anything."""
    later = in_time(comparison.document, comparison.base, comparison.target)
    return later and not comparison.translation


def sentences(say: Words, comparison: Comparison, change: Change) -> Iterator[str]:
    """Yield the kinds with what the new wording touches, then notes."""
    of = facts(change, translation=comparison.translation)
    said = [word(say, comparison, change, fact) for fact in of if fact is not Status.UNCHANGED]
    if breaks_inside(change):
        said.append(say("flag-torn"))
    if said:
        yield say("list-separator").join(dict.fromkeys(said))
    if Status.REWORDED in of and not breaks_inside(change):
        touched = [say(name) for name in kinds.flag_words(change)]
        touched += [say("flag-pair", old=old, new=new) for old, new in kinds.modal_pairs(change.edits)]
        if touched:
            yield say("list-separator").join(touched)
    if change.decision:
        yield say("note-decision", reason=plain(change.decision))
    for finding in change.findings:
        if finding.severity is not Severity.NOTE:
            yield of_finding(say, finding)


def word(say: Words, comparison: Comparison, change: Change, kind: Status) -> str:
    """Return the word for a kind."""
    if kind in (Status.ONLY_BASE, Status.ONLY_TARGET):
        document = comparison.document
        base, target = (document.version(name).label for name in (comparison.base, comparison.target))
        removed, added = only_words(say, base, target, ordered=ordered(comparison))
        return removed if kind is Status.ONLY_BASE else added
    if kind is Status.FORM_ONLY:
        return say(kinds.form_word(change))
    return say(f"kind-{kind}")
