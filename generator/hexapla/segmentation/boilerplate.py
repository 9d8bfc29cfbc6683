"""Page furniture: what a website puts around a text, and a printer on each of its pages.

Only a web page has a website's furniture: a source that is one, or a text at whose ends several lines say so
beyond doubt (a breadcrumb, a copyright line, a button by itself). There a line is furniture by its words, and
what stands between two such lines goes with them. Elsewhere the same words are the text's own: cookies,
privacy and downloads are what policies and manuals speak of. A numbered line and a sentence are never
furniture.

That a line stands in a text several times does not make it a printer's header: laws repeat `(repealed)`,
closing sentences and captions. A header also shows the page: a counter in the line that rises from page to
page, a page number or a form feed beside it, or a sentence that it interrupts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_alternation, write_phrases
from hexapla.languages.schemes import Level, words_of_shape
from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, is_ended, mask_spans, split_lines
from hexapla.segmentation.front_matter import (
    MARKED,
    ONE,
    PROMISE,
    TITLE_KINDS,
    is_title_like,
    names_kind,
    names_policy,
)
from hexapla.text import HIDDEN

PAGES = write_alternation(words_of("site", "pages"))
PAGE_OF = write_alternation(words_of("site", "page_of"))
PRINTED = re.compile(
    rf"(?:{PAGES})\s*\d+\s*(?:{PAGE_OF}|/)\s*\d+$|"
    r"第\s*\d+\s*页\s*[,/]?\s*共\s*\d+\s*页$|^\W*\d+\s*/\s*\d+\W*$",
    re.IGNORECASE,
)
"""what a printer puts on a page"""
RESERVED = write_alternation(word for word in words_of("site", "rights") if not UNSPACED.match(word))
HELD = write_alternation(word for word in words_of("site", "rights") if UNSPACED.search(word))
RIGHTS = re.compile(rf"©|{HELD}|(?:{RESERVED})\W*$", re.IGNORECASE)
"""in a line that is no sentence, or begins with it"""
COUNTERS = write_phrases(words_of("site", "counters"))
WEB_PAGE_LINE = re.compile(
    rf"^(?:{write_phrases(words_of('site', 'begins'))})(?:(?<=\W)|(?![a-z]))|"
    rf"^(?:{write_alternation(words_of('site', 'home'))})\s*[>»›/|]|"
    rf"{write_phrases(words_of('site', 'certain'))}|^[×✕✖]$|(?:{COUNTERS})\s*:\s*\d|"
    rf"^(?:{write_phrases(words_of('site', 'alone'))})$",
    re.IGNORECASE,
)
"""what stands alone on a line of a page and in no other text"""
MENU = re.compile(
    rf"^(?:{write_phrases(words_of('site', 'menu'))})$|"
    rf"^(?:{write_phrases(words_of('site', 'owners'))}).{{0,40}}(?<![a-z])cookies?(?![a-z])",
    re.IGNORECASE,
)
"""on a page a menu or a banner, elsewhere perhaps a heading"""
BOILERPLATE_LINE = re.compile(
    rf"^[^>\n]{{1,20}}(?: ?[>»›] ?[^>»›\n]{{1,20}}){{2,4}}$|{write_phrases(words_of('site', 'near'))}|"
    rf"(?:{COUNTERS})\s*:?\s*\d|^(?:{write_phrases(words_of('site', 'near_begins'))})(?:(?<=\W)|(?![a-z]))|"
    rf"^(?:{write_alternation(words_of('site', 'home'))})\s*[>»/|]",
    re.IGNORECASE,
)
RELATED = re.compile(rf"(?:{write_phrases(words_of('site', 'related'))})\s*:?", re.IGNORECASE)
"""the head of a list of other pages, whose lines may be numbered"""
LONGEST = 90
MOST_RELATED = 30
"""lines of such a list, at most"""
MOST_OTHER_LINES = 2
"""lines in a row that may stand between furniture without its words"""
ARTICLES = write_alternation(words_of_shape("word", Level.ARTICLE))
NUMBERED = re.compile(
    r"(?:[(\[]?[一二三四五六七八九十]{1,3}[)\]、]|"
    r"第\s*[一二三四五六七八九十百零〇\d]+\s*[条章节编款项篇]|\(?\d{1,3}[.)、](?!\d)|"
    rf"[(][a-z][)]|§|[①-⑳]|(?:{ARTICLES})\s+(?:\d|{ONE}|(?-i:[IVXLC]+\b)))",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"[-—–·~\s\x1f]*(?:第\s*\d{1,4}\s*[页頁](?:\s*[,/]?\s*共\s*\d{1,4}\s*[页頁])?|"
    rf"(?:{PAGES})\s*\d{{1,4}}(?:\s*(?:{PAGE_OF}|/)\s*\d{{1,4}})?|"
    r"\d{1,4}\s*/\s*\d{1,4}|[-—–]\s*\d{1,4}\s*[-—–]|\d{1,4})[-—–·~\s\x1f]*$",
    re.IGNORECASE,
)
BARE = re.compile(r"\d{1,4}$")
LINE_STOPS = "。.;,:!?"
ENOUGH = 2
"""lines that say beyond doubt that a text is a web page; of a source that is one, one"""
LineTest = Callable[[str], bool]
COUNTED = (
    r"第\s*(\d{1,4})\s*[页頁](?:\s*[,/]?\s*共\s*\d{1,4}\s*[页頁])?|"
    rf"(?:{PAGES})\s*(\d{{1,4}})(?:\s*(?:{PAGE_OF}|/)\s*\d{{1,4}})?|"
    r"[-—–·•|] ?(\d{1,4}) ?[-—–·•|]"
)
COUNTER = re.compile(
    rf"(?:{COUNTED}|\s{{2,}}(?P<after>\d{{1,4}}))$|^(?:{COUNTED}|(?P<before>\d{{1,4}})\s{{2,}})",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+")
BRACKETED_LINE = re.compile(r"[(\[【〔].*[)\]】〕]$")
FEWEST_REPEATS = 3
"""times that a line without a counter stands in the text before it could be a header"""
FEWEST_LETTERS = 3
"""characters of a header's words"""
MOST_PAGES_BETWEEN = 9
"""pages without the header, at most, between two that have it"""
LINES_AT_HEAD = 3
"""lines at the beginning among which the title stands"""
LONG_HAN_LINE = 10
"""characters of a line of Han text that a page's end could have cut"""


def find_boilerplate(view: str, start: int, end: int, *, web: bool) -> list[ExcludedSpan]:
    """Return the furniture at both ends of a stretch, in order.

    A first line that could be a title stays even if furniture follows it.

    Args:
        view: the folded text.
        start: where the stretch begins.
        end: where it ends.
        web: the source is a web page; other texts have to show that they were one.
    """
    every = split_lines(view, start, end)
    above, below = (
        find_leading_boilerplate(every, is_boilerplate_above),
        find_trailing_boilerplate(every, is_boilerplate),
    )
    told = [*every[above[0] : above[1] + 1], *every[max(below, above[1] + 1) :]]
    if sum(is_web_page_line(line.text, web=web) for line in told) < (1 if web else ENOUGH):
        above, below = (
            find_leading_boilerplate(every, is_page_count),
            find_trailing_boilerplate(every, is_page_count),
        )
    first, last = above
    below = max(below, last + 1)
    title = find_enclosed_title(every, first, last)
    stretches = [(first, title - 1), (title + 1, last)] if title >= 0 else [(first, last)]
    holes = [ExcludedSpan(every[a].start, every[b].end, "furniture") for a, b in stretches if b >= a]
    if below < len(every):
        holes.append(ExcludedSpan(every[below].start, end, "furniture"))
    kept = mask_spans(view[:end], [(hole.start, hole.end) for hole in holes], " ")[start:]
    return holes if kept.strip(" \n" + HIDDEN) else []


def find_leading_boilerplate(every: Sequence[TextLine], test: LineTest) -> tuple[int, int]:
    """Return the first and the last line of the furniture before the text; -1 if there is none."""
    last, first, strange = -1, 0, 0
    for n, line in enumerate(every):
        if not line.text:
            continue
        if test(line.text):
            last, strange = n, 0
        else:
            strange += 1
            if strange > MOST_OTHER_LINES or not is_title_like(line.text) or NUMBERED.search(line.text):
                break
            if last < 0:
                first = n + 1
    return first, last


def find_enclosed_title(every: Sequence[TextLine], first: int, last: int) -> int:
    """Return the line of a title that furniture surrounds; -1 if there is none.

    A link to a site's policy is no title if the text below has its own.
    """
    own = [n for n in range(first, last + 1) if is_possible_title(every[n].text)]
    below = next((line.text for line in every[last + 1 :] if line.text), "")
    if is_possible_title(below):
        own = [n for n in own if not names_policy(every[n].text)]
    return own[-1] if own else -1


def find_trailing_boilerplate(every: Sequence[TextLine], test: LineTest) -> int:
    """Return the first furniture line after the text, the number of lines if there is none."""
    first = find_related_links(every)
    strange = 0
    for n in range(first - 1, -1, -1):
        text = every[n].text
        counts = len(text) <= LONGEST and PAGE.match(text) and not BARE.match(text)
        if test(text) or counts:
            first, strange = n, 0
        elif text:
            strange += 1
            if strange > MOST_OTHER_LINES or len(text) > LONGEST or is_text_line(text):
                break
    return first


def find_related_links(every: Sequence[TextLine]) -> int:
    """Return the line from which on other pages are listed to the end; else the number of lines."""
    for n in range(len(every) - 1, max(-1, len(every) - MOST_RELATED), -1):
        text = every[n].text
        if RELATED.fullmatch(text):
            return n
        if len(text) > LONGEST or (text and text[-1] in LINE_STOPS):
            break
    return len(every)


def is_text_line(text: str) -> bool:
    """Tell whether a line is the text's own: it begins with a mark or ends like a sentence."""
    return bool(NUMBERED.match(text)) or text[-1] in LINE_STOPS


def is_boilerplate(text: str) -> bool:
    """Tell whether a line at either end of a web page belongs to the page, not to the text."""
    if not text or len(text) > LONGEST or NUMBERED.match(text) or is_sentence(text):
        return False
    if any(one.search(text) for one in (WEB_PAGE_LINE, RIGHTS, PRINTED, MENU)) or names_policy(text):
        return True
    return not TITLE_KINDS.search(text) and BOILERPLATE_LINE.search(text) is not None


def is_boilerplate_above(text: str) -> bool:
    """Tell whether a line at the head of a web page belongs to it; a text's name could be its title."""
    return is_boilerplate(text) and not is_possible_title(text)


def is_possible_title(text: str) -> bool:
    """Tell whether a line could be the title of the text on a page."""
    if not text or len(text) > 2 * LONGEST or WEB_PAGE_LINE.search(text) or RIGHTS.search(text):
        return False
    return names_kind(PROMISE.sub("", text)) or names_policy(text)


def is_page_count(text: str) -> bool:
    """Tell whether a line counts pages."""
    return len(text) <= LONGEST and not NUMBERED.match(text) and PRINTED.search(text) is not None


def is_web_page_line(text: str, *, web: bool) -> bool:
    """Tell whether a line shows that a text is a web page; in a source that is one, a link does so too."""
    if not text or len(text) > LONGEST or NUMBERED.match(text) or is_sentence(text):
        return False
    if WEB_PAGE_LINE.search(text) or RIGHTS.search(text) or RELATED.fullmatch(text):
        return True
    return web and (names_policy(text) or MENU.search(text) is not None)


def is_sentence(text: str) -> bool:
    """Tell whether a line ends like a sentence; a copyright line with a full stop is none."""
    stopped = text[-1] in "。;" or (text[-1] == "." and not text.endswith(".."))
    notice = RIGHTS.search(text)
    return stopped and not (notice and not notice.start())


@dataclass(frozen=True, slots=True)
class HeaderCandidate:
    """Where words that could be a header stand."""

    n: int
    """index of the line"""
    counter: int | None
    plain: bool
    """the counter, if any, has no sign of a page: it could be a column of a table"""


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a stretch that are not empty, and which of them are page numbers."""

    text: str
    every: Sequence[TextLine]
    numbers: frozenset[int]
    counted: frozenset[int] = frozenset()
    """lines whose counters rise from page to page"""

    def beside(self, n: int) -> bool:
        """Tell whether a page number or a line with a counter stands beside a line."""
        return any(n + step in self.numbers or n + step in self.counted for step in (-1, 1))

    def shown(self, n: int, *, torn: bool = True) -> bool:
        """Tell whether a page ends at a line: a page number or a form feed beside it, or a cut sentence.

        Args:
            n: index of the line.
            torn: a sentence that runs across the line shows it too.
        """
        last = len(self.every) - 1
        left = self.every[n - 1].end - 1 if n else self.every[0].start
        right = self.every[n + 1].start if n < last else self.every[n].end
        if self.beside(n) or "\f" in self.text[left:right]:
            return True
        return torn and 0 < n < last and self.interrupts(n)

    def repeats_title(self, n: int) -> bool:
        """Tell whether a line says words that stand above the first mark, at the text's head, and no others.

        Of a line without a counter a sentence that runs across it proves nothing by itself: in a text whose
        lines were broken at a width every sentence does, and what recurs there is often its own phrase.
        """
        above = takewhile(lambda line: not MARKED.match(line.text), self.every[:LINES_AT_HEAD])
        head = {word for line in above for word in WORD.findall(line.text)}
        return all(word in head for word in WORD.findall(self.every[n].text))

    def interrupts(self, n: int) -> bool:
        """Tell whether a sentence runs from the line before to the line after."""
        before, after = self.every[n - 1].text, self.every[n + 1].text
        if is_ended(before) or MARKED.match(after) or NUMBERED.match(after):
            return False
        if after[0].islower() or before[-1] in ",、":
            return True
        return not before[-1].isascii() and len(before) >= LONG_HAN_LINE and not MARKED.match(before)

    def is_only_text(self, n: int) -> bool:
        """Tell whether a line is all that stands under a mark."""
        mark = MARKED.match(self.every[n - 1].text) if n else None
        return mark is not None and not WORD.search(self.every[n - 1].text, mark.end())

    def headers(self, found: Sequence[HeaderCandidate]) -> Iterator[int]:
        """Return which of the lines with the same words are running headers."""
        counted = [one.n for one in found if one.n in self.counted]
        yield from counted
        bare = [one.n for one in found if one.counter is None]
        inner = bare[1:] if bare and self.is_title(bare[0]) else bare
        sure = len(inner) > 1 and all(map(self.beside, inner))
        titled = self.repeats_title(found[0].n)
        told = sum(self.shown(n, torn=titled) for n in inner)
        few = len(found) < FEWEST_REPEATS or told * 2 < len(inner)
        if not counted and few and not sure:
            return
        yield from (n for n in inner if not self.is_only_text(n))

    def is_title(self, n: int) -> bool:
        """Tell whether the first of several equal lines is the title: not if the title stands below it."""
        if n >= LINES_AT_HEAD or (n > 0 and self.shown(n)):
            return False
        below = self.every[n + 1].text if n + 1 < len(self.every) else ""
        return not (
            is_title_like(below) and TITLE_KINDS.search(below) and not TITLE_KINDS.search(self.every[n].text)
        )

    def rising(self, found: Sequence[HeaderCandidate]) -> list[int]:
        """Return the lines whose counters rise from page to page; none if they could be rows of a table."""
        chain: list[HeaderCandidate] = []
        for one in found:
            last = chain[-1] if chain else None
            pages = (one.counter or 0) - (last.counter or 0) if last else 0
            if last is None or (one.n > last.n + 1 and 0 < pages <= MOST_PAGES_BETWEEN):
                chain.append(one)
        sure = any(not one.plain for one in chain) or any(self.shown(one.n) for one in chain)
        return [one.n for one in chain] if len(chain) > 1 and sure else []


def find_page_lines(text: str, view: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return page numbers and running headers inside a stretch, each with its line feed, in order.

    A line that holds a mark, one that is bracketed as a whole, and the only text under a mark are no headers.
    """
    every = [line for line in split_lines(view, start, end) if line.text]
    numbers = [n for n, line in enumerate(every) if could_be_page_line(line.text) and PAGE.match(line.text)]
    if all(BARE.match(every[n].text) for n in numbers):
        numbers = []
    pages = PageLines(text, every, frozenset(numbers))
    places: dict[tuple[str, ...], list[HeaderCandidate]] = {}
    for n, line in enumerate(every):
        if n not in pages.numbers and could_be_page_line(line.text) and not NUMBERED.match(line.text):
            counter = COUNTER.search(line.text)
            rest = COUNTER.sub("", line.text) if counter else line.text
            words = tuple(sorted(WORD.findall(rest)))
            if len("".join(words)) >= FEWEST_LETTERS and (counter or could_be_header(line.text)):
                places.setdefault(words, []).append(build_header_candidate(n, counter))
    holes = [ExcludedSpan(every[n].start, every[n].end, "page_number") for n in numbers]
    several = [found for found in places.values() if len(found) > 1]
    counted = {
        n for found in several for n in pages.rising([one for one in found if one.counter is not None])
    }
    pages = replace(pages, counted=frozenset(counted))
    for found in several:
        holes += [ExcludedSpan(every[n].start, every[n].end, "page_header") for n in pages.headers(found)]
    return sorted(holes, key=lambda hole: hole.start)


def build_header_candidate(n: int, counter: re.Match[str] | None) -> HeaderCandidate:
    """Make a place of a line and its counter."""
    if counter is None:
        return HeaderCandidate(n, None, plain=True)
    number = next(group for group in counter.groups() if group)
    return HeaderCandidate(n, int(number), plain=bool(counter["after"] or counter["before"]))


def could_be_header(text: str) -> bool:
    """Tell whether a line without a counter could be a header: no mark in it, no brackets around it."""
    return not MARKED.match(text) and not BRACKETED_LINE.match(text)


def could_be_page_line(text: str) -> bool:
    """Tell whether a line is short enough for a header and does not end like a sentence."""
    return len(text) <= LONGEST and text[-1] not in LINE_STOPS
