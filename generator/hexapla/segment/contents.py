"""Contents lists: headings that stand before the text a second time, on lines or run together."""

import re
from collections.abc import Sequence

from hexapla.segment.folding import HIDDEN
from hexapla.segment.lines import Line, lines
from hexapla.segment.marks import Mark
from hexapla.segment.masks import Hole

__all__ = ["contents"]

WORD = re.compile(
    r"目 {0,4}[录次]|차 ?례|목 ?차|(?<![^\s\x1f#])(?:(?:table of )?contents|inhalt(?:sverzeichnis|"
    r"sübersicht)?|sommaire|table des matières|índice|indice)(?=[ \x1f]*(?:\n|:))",
    re.IGNORECASE,
)
LEADER = re.compile(
    r"(?:[.…·]{3,}|(?:\. ){3,}|\.{2,}|…| {3,}|-{3,})[ \x1f]*[(]?(?:\d{1,4}|[ivxlc]{1,6})[)]?$"
)
SENTENCE = re.compile(r"[。;!?]|[.:,](?=[ \n]+[a-z])")
PAGE_ENDS = "0123456789ivxlc)"
LONGEST = 60
FEWEST = 3
NEARBY = 4000
"""characters of text in which a contents list is looked for"""


def contents(view: str, start: int, end: int, marks: Sequence[Mark]) -> list[Hole]:
    """Return the contents lists of a stretch, in order and apart.

    Evidence is a word like 目录 before a run of marks that have no sentences and begin anew afterwards, or
    lines that lead with dots to a page number.
    """
    return by_word(view, start, end, marks) or by_leaders(view, start, end)


def by_word(view: str, start: int, end: int, marks: Sequence[Mark]) -> list[Hole]:
    """Return the list that follows the word, up to where its first mark comes again."""
    word = WORD.search(view, start, min(end, start + NEARBY))
    if word is None:
        return []
    entries = [mark for mark in marks if mark.pos >= word.end()]
    if not entries or view[word.end() : entries[0].start].strip(" \n:#" + HIDDEN):
        return leader_lines_after(view, word, end)
    first = entries[0]
    stop = -1
    for n, mark in enumerate(entries):
        if n and mark.family == first.family and mark.value == first.value:
            stop = mark.start
            break
        following = entries[n + 1].start if n + 1 < len(entries) else end
        if (
            SENTENCE.search(view, mark.stop, min(following, mark.stop + 2 * LONGEST))
            or following - mark.stop > 2 * LONGEST
        ):
            break
    if stop < 0:
        return leader_lines_after(view, word, end)
    begin = view.rfind("\n", start, word.start()) + 1 or start
    if view[begin : word.start()].strip(" #" + HIDDEN):
        begin = word.start()
    return [Hole(begin, stop, "contents")]


def leader_lines_after(view: str, word: re.Match[str], end: int) -> list[Hole]:
    """Return the word's line with the lines of leaders after it."""
    last = -1
    for line in lines(view, word.end(), end):
        if leads(line.text):
            last = line.end
        elif line.text and last >= 0:
            break
    return [Hole(word.start(), last, "contents")] if last >= 0 else []


def by_leaders(view: str, start: int, end: int) -> list[Hole]:
    """Return runs of lines that lead to page numbers."""
    run: list[Line] = []
    holes: list[Hole] = []
    for line in lines(view, start, end):
        if leads(line.text):
            run.append(line)
        elif line.text:
            holes += of_run(run)
            run = []
    return [*holes, *of_run(run)]


def leads(text: str) -> bool:
    """Tell whether a line leads to a page number at its end."""
    return FEWEST < len(text) <= 2 * LONGEST and text[-1] in PAGE_ENDS and bool(LEADER.search(text))


def of_run(run: Sequence[Line]) -> list[Hole]:
    """Make a hole of a run that is long enough to be a list."""
    return [Hole(run[0].start, run[-1].end, "contents")] if len(run) >= FEWEST else []
