"""Text into HTML: the one place where a text's characters become markup.

A text is hostile: it may hold tags, template braces, control characters or invisible marks that turn the
direction of writing. All of it is shown as it stands; none of it can leave its paragraph.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import regex
from markupsafe import Markup, escape

from hexapla.i18n import DIRECTION, Messages
from hexapla.text import SOFT_BREAK, soft_breaks

RunMark = Literal["", "ins", "del", "gap", "was", "only", "from", "to"]
ABSENT_MARKS = frozenset({"gap", "was"})
"""marks of words that the text itself has not"""
CARRIAGE = Markup("&#13;")
"""raw, an HTML parser would read a carriage return as a line feed"""
GAP = Markup('<span class="hx-gap" title="{}"><span class="hx-m">{}</span></span>')
MOVED = Markup('<{} class="hx-moved"><span class="hx-m">{}</span>{}</{}>')
MOVED_ELEMENTS = {"from": "del", "to": "ins"}
ELEMENTS = {"was": "del", "only": "mark"}
"""of marks that are not called after their element"""
MARKED = Markup('<{}><span class="hx-m">{}</span>{}</{}>')
SENTENCE = regex.compile(r"[。.;；!！?？]")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a text with the same mark."""

    mark: RunMark
    """gap: words of the base that this text has not, shown as a small space; was: the same, shown in full;
    only: words that this text has and the base has not, though nobody need have inserted them;
    from, to: a phrase that stands elsewhere in the row on the other side"""
    text: str


def unwrap_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Undo the source's line ends: nothing between two Han characters, else a space.

    Post-conditions:
        1. No run holds a line feed, none is empty.
        2. Apart from white space around line feeds no character is changed, lost or moved to another mark.
    """
    all_runs = tuple(runs)
    own = [run for run in all_runs if run.mark not in ABSENT_MARKS]
    text = "".join(run.text for run in own)
    breaks = list(soft_breaks(text))
    out: list[Run] = []
    start = 0
    for run in all_runs:
        if run.mark in ABSENT_MARKS:
            out.append(Run(run.mark, SOFT_BREAK.sub(" ", run.text)))
            continue
        end = start + len(run.text)
        out.append(Run(run.mark, "".join(unwrap_stretch(text, start, end, breaks))))
        start = end
    return tuple(run for run in out if run.text)


def unwrap_stretch(text: str, start: int, end: int, breaks: list[tuple[int, int, str]]) -> Iterator[str]:
    """Yield a stretch of the text with its soft line ends replaced; a break belongs where it begins."""
    at = start
    for first, last, instead in islice(breaks, max(0, bisect(breaks, (start, 0, "")) - 1), None):
        if first >= end:
            break
        if last <= at:
            continue
        yield text[at : max(at, first)]
        if first >= start:
            yield instead
        at = last
    yield text[at:end]


def flatten_text(text: str) -> str:
    """Return a text as one line, for titles, tables of contents and attributes."""
    return DIRECTION.sub("", "".join(run.text for run in unwrap_runs([Run("", text)])))


def shorten_text(text: str, length: int) -> str:
    """Return the first words of a text, up to a sentence's end or a length in characters."""
    line = flatten_text(text)
    stop = SENTENCE.search(line)
    short = line[: stop.start()] if stop else line
    return short if len(short) <= length else short[:length].rstrip() + "…"


def escape_text(text: str) -> Markup:
    """Escape a run of text; one that turns the direction of writing is kept to itself."""
    safe = escape(text).replace("\r", CARRIAGE)
    return Markup("<bdi>{}</bdi>").format(safe) if DIRECTION.search(text) else safe


def render_runs(runs: Iterable[Run], say: Messages) -> Markup:
    """Write runs with their marks: elements, a tint or a hatching, and words for those who see neither."""
    return Markup("").join(render_run(run, say) for run in unwrap_runs(runs))


def render_run(run: Run, say: Messages) -> Markup:
    """Write a run. White space alone is not marked: there is nothing to see."""
    if run.mark == "gap":
        words = say("mark-gap", text=flatten_text(run.text))
        return GAP.format(say("gap-title", text=flatten_text(run.text)), words)
    text = escape_text(run.text)
    if not run.mark or run.text.isspace():
        return text
    if run.mark in MOVED_ELEMENTS:
        element = MOVED_ELEMENTS[run.mark]
        return MOVED.format(element, say(f"mark-{run.mark}"), text, element)
    element = ELEMENTS.get(run.mark, run.mark)
    return MARKED.format(element, say(f"mark-{run.mark}"), text, element)
