"""Contents lists: headings that stand before their text a second time, on lines or run together.

A list is known by what it lists: line after line comes again below it, in the same order, as the heading of a
text. A word like 目录 above it, dots that lead to a page, and the place at the head of a text are further
signs; the more of them there are, the fewer lines have to come again.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_phrases
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, is_ended, split_lines
from hexapla.segmentation.front_matter import ANNEX, MARKED
from hexapla.segmentation.marks import Mark
from hexapla.text import HIDDEN

CONTENTS = words_of("contents", "words")
EASTERN_CONTENTS = "|".join(
    " {0,4}".join(word) for word in CONTENTS if UNSPACED.match(word) or "\uac00" <= word[0] <= "\ud7af"
)
"""words that may be printed with spaces between their characters: 目　录"""
CONTENTS_WORD = compile_lazily(
    rf"{EASTERN_CONTENTS}|(?<![^\s\x1f#])"
    rf"(?:{write_phrases(word for word in CONTENTS if not UNSPACED.match(word))})(?=[ \x1f]*(?:\n|:))",
    re.IGNORECASE,
)
PAGE_LEADER = compile_lazily(
    r"(?:[.…·]{3,}|(?:\. ){3,}|\.{2,}|…| {3,}|-{3,})[ \x1f]*[(]?(?:\d{1,4}|[ivxlc]{1,6})[)]?$"
)
SENTENCE_IN_ENTRY = compile_lazily(r"[。;!?]|[.:,](?=[ \n]+[a-z])")
PAGE_ENDS = "0123456789ivxlc)"
LONGEST_ENTRY = 60
FEWEST_ENTRIES = 3
CONTENTS_WITHIN = 4000
"""characters of text in which a contents list is looked for"""
BLANK = " " + HIDDEN
LISTING = compile_lazily(
    rf"(?:{write_phrases(words_of('contents', 'listing'))})(?!\w).{{0,40}}", re.IGNORECASE
)
"""the head of a list of a part of the text: List of Schedules"""
SHORTEST_PREFIX = 4
"""letters and digits of an entry that a longer line may begin with"""
MOST_ENTRIES = 600
"""lines of a contents list, at most"""
MOST_OF_ONE_BEGINNING = 40
"""lines that begin with the same letters which are looked at for one entry"""
LONGEST_LOOK = 4 * LONGEST_ENTRY
"""characters of a line that are compared with entries, which are shorter: the rest of it is text"""
LISTED_ALREADY = compile_lazily(rf"{HIDDEN}{{12}}")
"""a list of links below the word, which the format has set aside"""
NO_LETTER = compile_lazily(r"[\W_]+")
LETTER = compile_lazily(r"[^\W\d_]")
ENOUGH_ENTRIES = 5
"""numbered lines that are a list also where other text stands between them and what they list"""
RANGE_OF_ARTICLES = compile_lazily(r"\([^()]{0,24}(?:条|조|§|art)[^()]{0,24}\)$", re.IGNORECASE)
PAGE_BEHIND = compile_lazily(r"(?:[ \x1f]+|\()(?:\d{1,4}|[ivxlc]{1,6})\)?$")


def find_contents_lists(view: str, start: int, end: int, marks: Sequence[Mark]) -> list[ExcludedSpan]:
    """Return the contents lists of a stretch, in order and apart."""
    return (
        find_repeated_headings(view, start, end)
        or find_headed_lists(view, start, end, marks)
        or find_leader_runs(view, start, end)
    )


class HeadingIndex:
    """Where lines stand, by their letters and digits: whole, with the next line, and by how they begin.

    What stands in brackets behind a heading belongs to no entry: 附　則　（平成二年法律第四号）　抄.
    """

    def __init__(self, every: Sequence[TextLine]) -> None:
        """Look at each line once."""
        texts = [line.text[:LONGEST_LOOK] for line in every]
        self.keys = [make_entry_key(text) for text in texts]
        self.whole: dict[str, list[int]] = {}
        self.begun: dict[str, list[int]] = {}
        for n, (text, key) in enumerate(zip(texts, self.keys, strict=True)):
            below = self.keys[n + 1] if n + 1 < len(self.keys) else ""
            heading = (make_entry_key(text.partition("(")[0]) or key) if "(" in text else key
            for words in {key, key + below, heading}:
                self.whole.setdefault(words, []).append(n)
            self.begun.setdefault(key[:SHORTEST_PREFIX], []).append(n)

    def find(self, text: str, after: int) -> int:
        """Return the first line from `after` on that is an entry's heading or begins with it, else -1."""
        bare = RANGE_OF_ARTICLES.sub("", PAGE_LEADER.sub("", text).rstrip(BLANK)).rstrip(BLANK)
        for words in dict.fromkeys((text, bare, PAGE_BEHIND.sub("", bare))):
            key = make_entry_key(words)
            places = self.whole.get(key, []) if key else []
            at = bisect_left(places, after)
            if at < len(places):
                return places[at]
            if len(key) >= SHORTEST_PREFIX:
                places = self.begun.get(key[:SHORTEST_PREFIX], [])
                at = bisect_left(places, after)
                for place in places[at : at + MOST_OF_ONE_BEGINNING]:
                    if self.keys[place].startswith(key):
                        return place
        return -1


def make_entry_key(text: str) -> str:
    """Return the letters and digits of a line, without case."""
    return NO_LETTER.sub("", text).lower()


def find_repeated_headings(view: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return runs of lines that all come again after them, in their order, as headings."""
    every = [line for line in split_lines(view, start, end) if line.text]
    index = HeadingIndex(every)
    holes: list[ExcludedSpan] = []
    begun = False  # whether a sentence stood before
    n = 0
    while n < len(every):
        word = is_contents_word(every[n].text)
        first = n + word
        stop = measure_contents_run(every, index, first, worded=word, begun=begun)
        if stop > 0:
            holes.append(ExcludedSpan(every[n].start, every[stop].start, "contents"))
            n = stop
            continue
        begun = begun or is_ended(every[n].text)
        n += 1
    return holes


def is_contents_word(text: str) -> bool:
    """Tell whether a line is the head of a contents list."""
    bare = text.strip(" #:*" + HIDDEN)
    word = CONTENTS_WORD.match(f"{bare}\n")
    return (word is not None and word.end() == len(bare)) or LISTING.fullmatch(bare) is not None


def measure_contents_run(
    every: Sequence[TextLine], index: HeadingIndex, first: int, *, worded: bool, begun: bool
) -> int:
    """Return the line behind the list that begins at a line, if one does; else -1.

    It goes on up to where its first entry comes again, but for a title in between.

    One line in five may be another: the second line of a long heading, a heading that is printed otherwise.
    Without a word above it a list's entries have numbers, and all come again unless it opens the text.
    """
    if first == len(every) or not could_be_entry(every[first].text):
        return -1
    stop = index.find(every[first].text, first + 1)
    run = every[first:stop] if first + 1 < stop <= first + MOST_ENTRIES else ()
    again: list[tuple[int, int]] = []
    numbered, at = 0, stop
    for n, line in enumerate(run, start=first):
        place = index.find(line.text, at) if could_be_entry(line.text) else -1
        if place < 0 and is_ended(line.text):
            run = run[: n - first]  # a sentence stands between the list and the text
            break
        if place >= 0:
            again.append((n, place))
            at = place + (place > at)
            numbered += is_numbered_entry(line.text)
    if len(again) < FEWEST_ENTRIES and stop != first + len(run):
        return -1
    count = again[-1][0] + 1 - first if again else 0
    most = len(again) * 5 >= count * 4 and has_text_below(every, again)
    opens = count == len(run) >= FEWEST_ENTRIES and numbered * 2 >= count
    whole = len(again) == numbered == count
    is_list = worded or (
        whole and count == len(run) if begun else opens or (whole and count >= ENOUGH_ENTRIES)
    )
    return first + count if count > 1 and most and is_list else -1


def has_text_below(every: Sequence[TextLine], again: Sequence[tuple[int, int]]) -> bool:
    """Tell whether there is more under most headings of a list than in it: else a list was printed twice."""
    filled = sum(
        below - place > 1 or len(every[place].text) > len(every[n].text) + SHORTEST_PREFIX
        for (n, place), (_, below) in pairwise(again)
    )
    return filled * 2 >= len(again) - 1


def could_be_entry(text: str) -> bool:
    """Tell whether a line could stand in a contents list: short, and no sentence."""
    if len(text) > 2 * LONGEST_ENTRY or "。" in text or not LETTER.search(text):
        return False
    return not SENTENCE_IN_ENTRY.search(PAGE_LEADER.sub("", text))


def is_numbered_entry(text: str) -> bool:
    """Tell whether a line of a list begins with a mark."""
    return MARKED.match(text) is not None or ANNEX.match(text) is not None


def find_headed_lists(view: str, start: int, end: int, marks: Sequence[Mark]) -> list[ExcludedSpan]:
    """Return the list that follows the word, up to where its first mark comes again."""
    word = CONTENTS_WORD.search(view, start, min(end, start + CONTENTS_WITHIN))
    if word is None:
        return []
    entries = [mark for mark in marks if mark.pos >= word.end()]
    if not entries or view[word.end() : entries[0].start].strip(" \n:#" + HIDDEN):
        return find_leader_lines(view, word, end)
    first = entries[0]
    if LISTED_ALREADY.search(view, word.end(), first.start):
        return [ExcludedSpan(word.start(), word.end(), "contents")]
    stop = -1
    for n, mark in enumerate(entries):
        if n and mark.family == first.family and mark.value == first.value:
            stop = mark.start
            break
        following = entries[n + 1].start if n + 1 < len(entries) else end
        if (
            SENTENCE_IN_ENTRY.search(view, mark.stop, min(following, mark.stop + 2 * LONGEST_ENTRY))
            or following - mark.stop > 2 * LONGEST_ENTRY
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
    return (
        FEWEST_ENTRIES < len(text) <= 2 * LONGEST_ENTRY
        and text[-1] in PAGE_ENDS
        and bool(PAGE_LEADER.search(text))
    )


def exclude_run(run: Sequence[TextLine]) -> list[ExcludedSpan]:
    """Make a hole of a run that is long enough to be a list."""
    return [ExcludedSpan(run[0].start, run[-1].end, "contents")] if len(run) >= FEWEST_ENTRIES else []
