"""A text with its marks: from edits to runs of one mark each, and from runs to HTML.

This is the one place where the characters of a text become markup. A text is hostile: it may hold tags,
template braces, control characters or invisible marks that turn the direction of writing. All of it is shown
as it stands; none of it can leave its paragraph.
"""

from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

import regex
from markupsafe import Markup, escape

from hexapla.i18n import DIRECTION, Messages
from hexapla.model import Edit, Op
from hexapla.text import SOFT_BREAK, shorten, soft_breaks, unwrap

Side = Literal["base", "target"]
SIDES: tuple[Side, Side] = ("base", "target")
RunMark = Literal["", "ins", "del", "gap", "was", "only", "from", "to", "place"]


@dataclass(frozen=True, slots=True)
class OriginMark:
    """Marks words that a later version than the first brought."""

    siglum: str
    """of that version; empty where nobody can tell"""
    shade: int = 0
    """step of age, the newest words bear the highest"""


ABSENT_MARKS = frozenset({"gap", "was", "place"})
"""marks of words that the text itself has not"""
SIDE_MARKS: dict[tuple[Op, Side], RunMark | None] = {
    (Op.EQUAL, "base"): "",
    (Op.EQUAL, "target"): "",
    (Op.DELETE, "base"): "del",
    (Op.DELETE, "target"): None,
    (Op.INSERT, "base"): None,
    (Op.INSERT, "target"): "ins",
}
MOVED_MARKS: dict[RunMark, RunMark] = {"del": "from", "ins": "to"}
CARRIAGE = "&#13;"
"""raw, an HTML parser would read a carriage return as a line feed"""
MOVED_ELEMENTS = {"from": "del", "to": "ins"}
ELEMENTS = {"was": "del", "only": "mark"}
"""of marks that are not called after their element"""
WRITTEN = 1 << 13
"""texts with their marks of which the HTML is kept: of many versions most pairs say the same"""
SHORT = 2_000
"""characters up to which it is"""
SENTENCE = regex.compile(r"[。.;；!！?？]")
UNPLAIN = regex.compile(rf"[&<>\"'\r]|{DIRECTION.pattern}")
"""what does not stand in HTML as it is"""


class Run(NamedTuple):
    """A run of a text with the same mark."""

    mark: RunMark | OriginMark
    """gap: words of the base that this text has not, shown as a small space; was: the same, shown in full;
    only: words that this text has and the base has not, though nobody need have inserted them;
    from, to: a phrase that stands elsewhere in the row on the other side; place: words that the other side
    has here, which are not shown"""
    text: str


class EditRun(NamedTuple):
    """An edit, or text of one side of which the other side cannot tell whether it has it."""

    op: Op
    text: str
    unknown: bool = False
    moved: bool = False
    """a phrase that stands elsewhere in the same row on the other side"""


def build_edit_runs(
    edits: Sequence[Edit],
    lost: int | None,
    moved: Iterable[tuple[int, int]] = (),
) -> tuple[EditRun, ...]:
    """Take what a break hides out of the changes.

    Where one side's text breaks off, the other side's words beyond the break are neither added nor removed.

    Args:
        edits: of a row.
        lost: which edit holds the words beyond the break.
        moved: pairs of edits that are one phrase at two places.
    """
    elsewhere = {place for pair in moved for place in pair}
    return tuple(
        EditRun(edit.op, edit.text, unknown=n == lost, moved=n in elsewhere) for n, edit in enumerate(edits)
    )


def render_side(strands: Iterable[EditRun], side: Side, *, places: bool = False) -> tuple[Run, ...]:
    """Return one side's text with its marks; with `places` it also says where the other side has more."""
    runs = []
    for strand in strands:
        mark = SIDE_MARKS[strand.op, side]
        if mark is None:
            runs += [Run("place", strand.text)] if places else []
        else:
            shown = MOVED_MARKS.get(mark, mark) if strand.moved else mark
            runs.append(Run("" if strand.unknown else shown, strand.text))
    return tuple(runs)


def merge_sides(
    strands: Iterable[EditRun], shown: Literal["only", "ins"], missing: Literal["gap", "was"]
) -> tuple[Run, ...]:
    """Return the target's text with the words marked that the base has not.

    Args:
        strands: from base to target.
        shown: how they are marked; `only` where nobody need have inserted them.
        missing: what stands where the base says more: a gap, or its words.
    """
    runs = []
    for strand in strands:
        if strand.op is not Op.DELETE:
            runs.append(Run(shown if strand.op is Op.INSERT and not strand.unknown else "", strand.text))
        elif not strand.unknown and not strand.text.isspace():
            runs.append(Run(missing, strand.text))
    return tuple(runs)


def spell_runs(runs: Iterable[Run]) -> str:
    """Return the text that runs spell, without what the text has not."""
    return "".join(run.text for run in runs if run.mark not in ABSENT_MARKS)


def slice_runs(runs: tuple[Run, ...], lengths: Iterable[int]) -> list[tuple[Run, ...]]:
    """Cut runs into stretches of given lengths; one character between two stretches, a line feed, is dropped.

    What the text has not stays with the stretch that ends where it stands.
    """
    out: list[tuple[Run, ...]] = []
    rest = deque(runs)
    for length in lengths:
        if out and rest:
            take_runs(rest, 1)
        out.append(tuple(take_runs(rest, length)))
    if out:
        out[-1] += tuple(run for run in rest if run.mark in ABSENT_MARKS)
    return out


def cut_runs(runs: tuple[Run, ...], spans: Iterable[tuple[int, int]]) -> list[tuple[Run, ...]]:
    """Return stretches of runs, which are in order and apart; what the text has not is lost nowhere."""
    out: list[tuple[Run, ...]] = []
    rest = deque(runs)
    at = 0
    for start, end in spans:
        before = [run for run in take_runs(rest, start - at) if run.mark in ABSENT_MARKS]
        out.append((*before, *take_runs(rest, end - start)))
        at = end
    if out:
        out[-1] += tuple(run for run in rest if run.mark in ABSENT_MARKS)
    return out


def take_runs(rest: deque[Run], length: int) -> list[Run]:
    """Take so many characters off the front."""
    taken: list[Run] = []
    while rest and (length or rest[0].mark in ABSENT_MARKS):
        run = rest.popleft()
        if run.mark in ABSENT_MARKS:
            taken.append(run)
            continue
        if len(run.text) > length:
            rest.appendleft(Run(run.mark, run.text[length:]))
            run = Run(run.mark, run.text[:length])
        length -= len(run.text)
        taken.append(run)
    return taken


def render_runs(runs: Iterable[Run], say: Messages) -> Markup:
    """Write runs with their marks: elements, a tint or a hatching, and words for those who see neither."""
    own = unwrap_runs(runs)
    words = tuple([word for run in own if run.mark for word in say_mark(run, say)])
    long = sum([len(run.text) for run in own]) > SHORT
    return write_runs(own, words) if long else write_short_runs(own, words)


def say_mark(run: Run, say: Messages) -> tuple[str, ...]:
    """Return what is said of a run for those who do not see its mark: before it, and behind it."""
    mark = run.mark
    if mark == "gap":
        text = flatten_text(run.text)
        return say("mark-gap", text=text), say("gap-title", text=text), say("mark-end")
    if mark == "place" or isinstance(mark, OriginMark) or run.text.isspace():
        return ()
    return say(f"mark-{mark}"), say("mark-end")


def write_runs(runs: tuple[Run, ...], words: tuple[str, ...]) -> Markup:
    """Write runs, with the words that `say_mark` returns of them, one after the other."""
    said = iter(words)
    return Markup("".join([write_run(run, said) for run in runs]))  # noqa: S704 - all is escaped


write_short_runs = lru_cache(WRITTEN)(write_runs)


def write_run(run: Run, said: Iterator[str]) -> str:
    """Write a run as HTML. White space alone is not marked: there is nothing to see."""
    mark = run.mark
    if mark == "gap":
        words, title, end = (escape(next(said)) for _ in range(3))
        return f'<span class="hx-gap" title="{title}"><span class="hx-m">{words}{end}</span></span>'
    if mark == "place":
        return ""
    text = escape_plain(run.text)
    if not mark or run.text.isspace():
        return text
    if isinstance(mark, OriginMark):
        return f'<span class="hx-by" data-by="{escape(mark.siglum)}" data-age="{mark.shade}">{text}</span>'
    before, behind = escape(next(said)), escape(next(said))
    element, css = MOVED_ELEMENTS.get(mark), ' class="hx-moved"'
    if element is None:
        element, css = ELEMENTS.get(mark, mark), ""
    opens, closes = (f'<span class="hx-m">{word}</span>' for word in (before, behind))
    return f"<{element}{css}>{opens}{text}{closes}</{element}>"


def unwrap_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Undo the source's line ends: nothing between two Han characters, else a space.

    Post-conditions:
        1. No run holds a line feed, none is empty.
        2. Apart from white space around line feeds no character is changed, lost or moved to another mark.
    """
    all_runs = tuple(runs)
    if not any("\n" in run.text for run in all_runs):
        return tuple([run for run in all_runs if run.text])
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


def escape_text(text: str) -> Markup:
    """Escape a run of text; one that turns the direction of writing is kept to itself."""
    return Markup(escape_plain(text))  # noqa: S704 - it is escaped


def escape_plain(text: str) -> str:
    """The same as a plain string, for who puts HTML together."""
    if not UNPLAIN.search(text):
        return text
    safe = str(escape(text)).replace("\r", CARRIAGE)
    return f"<bdi>{safe}</bdi>" if DIRECTION.search(text) else safe


def flatten_text(text: str) -> str:
    """Return a text as one line, for titles, tables of contents and attributes."""
    return DIRECTION.sub("", unwrap(text))


def shorten_text(text: str, length: int) -> str:
    """Return the first words of a text, up to a sentence's end or a length in characters."""
    line = flatten_text(text)
    stop = SENTENCE.search(line)
    return shorten(line[: stop.start()] if stop else line, length)
