"""Contents lists: headings that stand before the text a second time, on lines or run together."""

import re
from collections.abc import Sequence

from hexapla.segmentation.excluded_spans import ExcludedSpan
from hexapla.segmentation.folded_view import HIDDEN
from hexapla.segmentation.marks import Mark
from hexapla.segmentation.text_lines import TextLine, split_lines

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


def find_contents_lists(view: str, start: int, end: int, marks: Sequence[Mark]) -> list[ExcludedSpan]:
    """Return the contents lists of a stretch, in order and apart.

    Evidence is a word like 目录 before a run of marks that have no sentences and begin anew afterwards, or
    lines that lead with dots to a page number.
    """
    return find_headed_lists(view, start, end, marks) or find_leader_runs(view, start, end)


def find_headed_lists(view: str, start: int, end: int, marks: Sequence[Mark]) -> list[ExcludedSpan]:
    """Return the list that follows the word, up to where its first mark comes again."""
    word = WORD.search(view, start, min(end, start + NEARBY))
    if word is None:
        return []
    entries = [mark for mark in marks if mark.pos >= word.end()]
    if not entries or view[word.end() : entries[0].start].strip(" \n:#" + HIDDEN):
        return find_leader_lines(view, word, end)
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
        return find_leader_lines(view, word, end)
    begin = view.rfind("\n", start, word.start()) + 1 or start
    if view[begin : word.start()].strip(" #" + HIDDEN):
        begin = word.start()
    return [ExcludedSpan(begin, stop, "contents")]


def find_leader_lines(view: str, word: re.Match[str], end: int) -> list[ExcludedSpan]:
    """Return the word's line with the lines of leaders after it."""
    last = -1
    for line in split_lines(view, word.end(), end):
        if has_page_leader(line.text):
            last = line.end
        elif line.text and last >= 0:
            break
    return [ExcludedSpan(word.start(), last, "contents")] if last >= 0 else []


def find_leader_runs(view: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return runs of lines that lead to page numbers."""
    run: list[TextLine] = []
    holes: list[ExcludedSpan] = []
    for line in split_lines(view, start, end):
        if has_page_leader(line.text):
            run.append(line)
        elif line.text:
            holes += exclude_run(run)
            run = []
    return [*holes, *exclude_run(run)]


def has_page_leader(text: str) -> bool:
    """Tell whether a line leads to a page number at its end."""
    return FEWEST < len(text) <= 2 * LONGEST and text[-1] in PAGE_ENDS and bool(LEADER.search(text))


def exclude_run(run: Sequence[TextLine]) -> list[ExcludedSpan]:
    """Make a hole of a run that is long enough to be a list."""
    return [ExcludedSpan(run[0].start, run[-1].end, "contents")] if len(run) >= FEWEST else []
