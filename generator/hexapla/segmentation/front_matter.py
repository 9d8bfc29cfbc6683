"""What stands before the first clause: title, notes and dates; and what a first mark below them is like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from hexapla.languages import words_of
from hexapla.languages.ordinals import ORDINALS
from hexapla.languages.patterns import write_alternation, write_phrases, write_words
from hexapla.languages.schemes import Level, words_of_shape
from hexapla.segmentation.folded_view import (
    BULLET,
    ExcludedSpan,
    TextLine,
    is_ended,
    iterate_lines,
    split_lines,
)
from hexapla.text import HIDDEN, read_numeral

ABOVE_ITEMS = (Level.DIVISION, Level.ARTICLE)
BLANK = " \n" + HIDDEN
FORM_FIELD = "___"
"""a place to fill in: a party's name, a date"""
LONGEST = 60
LONGEST_LATIN = 110
TITLE_KINDS = re.compile(rf"(?:{write_words(words_of('titles', 'kinds'))})$", re.IGNORECASE)
POLICY = re.compile(
    rf"(?!(?:{write_alternation(words_of('titles', 'linking'))})\b)(?:[^\s|·•>»]{{1,24}} ){{0,4}}"
    rf"(?:[^\s。;,:|]{{0,16}}(?=[\u2e80-\u9fff]))?(?:{write_phrases(words_of('titles', 'policies'))})"
    rf"(?: (?:{write_alternation(words_of('titles', 'of'))}) [^|·•>»]{{1,50}})?"
    r"(?: ?\(?(?:19|20)\d\d[^|]{0,12})?",
    re.IGNORECASE,
)
"""what a site calls the texts it publishes about itself: the name of such a text, and of every link to it"""
NOTE = re.compile(
    r"^\(?.{0,60}?(?:(?:19|20)\d\d|[一二]\S{3})[年./-].{0,80}"
    rf"(?:{write_alternation(words_of('adopted', 'acts'))})|"
    rf"^\(.*(?:{write_alternation(words_of('adopted', 'bracketed'))})\)$|"
    rf"^\(?(?:{write_alternation(words_of('adopted', 'words'))}|"
    rf"(?:{write_alternation(words_of('adopted', 'before_date'))}) \d{{1,2}})\b",
    re.IGNORECASE,
)
REFERENCE_NUMBER = re.compile(r"\S{0,14}?[〔\[【(](?:19|20)\d\d[〕\]】)] *第? *\d{1,5} *号$")
"""what an authority files a document under; above it stands a letterhead, below it the title"""
LETTERHEAD = 2
"""lines of a letterhead, at most"""
ORDER = re.compile(r"\S{2,24}令")
LONGEST_ORDER = 8
"""lines of an order of promulgation, with the title below it, at most"""
BRACKETED = re.compile(r"\([^()]{4,80}\)$")
PREFACE = re.compile(r"[^\s。;:,]{4,40}(?=[ \x1f]+(?:序言|序|前言|引言|导言|導言|绪言)[ \x1f:])")
"""a title that a preface follows on its own line"""
RULE = re.compile(r"[-=_*~—–.]{3,}$")
ITEM = re.compile(r"[(\[]?\w{1,6}[)\].、:]{0,2} *(?P<text>[^\n.。;]{0,200})(?P<end>.?)")
"""a mark with its text up to the first sign that could end it"""
LEADS_ON = re.compile(write_alternation(words_of("lists", "leading")))
"""Han words of a sentence that has not ended: a list follows"""
CONTENTS = re.compile(r"目 *[录次]$")
PROMISE = re.compile(
    r"[【\[(][^】\])\n]{0,8}?\d{1,3} *[篇则份套种版个][^】\])\n]{0,4}[】\])]$|"
    r"[一二三四五六七八九十\d]{1,3}[篇则]$"
)
DATED = re.compile(
    r"[ \x1f,,]*(?:[(（【〔\[][^()（）【】〔〕\[\]]{0,12}?(?:(?:19|20)\d\d|"
    r"[一二][〇零○一二三四五六七八九]{3}年)[^()（）【】〔〕\[\]]{0,14}[)）】〕\]]|"
    rf"(?:(?:{write_alternation(words_of('versions', 'year_leads'))}) )?(?:19|20)\d\d"
    r"(?:年.{0,8}|[-./]\d{1,2}(?:[-./]\d{1,2})?)?(?: (?:edition|version|revision))?)$",
    re.IGNORECASE,
)
"""the year by which a title tells its version from others, at its end: Rules (2012), 章程（2018年修订）"""
YEAR = re.compile(r"(?:19|20)\d\d")
DAY = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?:(?:年|[-./])(\d{1,2})(?:(?:月|[-./])(\d{1,2})日?)?)?(?!\d)"
)
COMPACT = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
HAN_DAY = re.compile(
    r"([一二][〇零○一二三四五六七八九]{3})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?"
)
NUMBERED_BY = write_alternation(words_of_shape("word", *ABOVE_ITEMS))
"""words that stand before a clause's number"""
COUNTED_BY = write_alternation(words_of_shape("number_first", *ABOVE_ITEMS))
"""words that stand behind it"""
ONE = write_alternation(word for word, number in ORDINALS.items() if number == 1)
FIRST_MARK = re.compile(
    r"[ \x1f#*]*(?:[第笫][ \x1f]*[一1][ \x1f]*[条编章篇]|제 ?1 ?[조장편]|"
    rf"(?-i:{NUMBERED_BY}) ?(?:1(?:er|\.?[º°])?|i|{ONE})(?!\w)|§ ?1(?!\d)|1\.? ?(?-i:{COUNTED_BY})(?!\w)|"
    r"(?P<weak>一、|\(一\)|1[.、](?!\d)|1\)|\(1\)|\(a\)|1 ))",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"第[ \x1f]?[一二三四五六七八九十百〇零\d]{1,5}[ \x1f]?[条章编节篇款]|제 ?\d+ ?[조장편절]|"
    r"[一二三四五六七八九十]{1,3}、|[(\[][\w一-十]{1,3}[)\]]|\d{1,3}(?:[.、)]|\.\d|$)|§|"
    r"[a-zA-Z][.)](?: |$)|[ivxIVX]{1,5}\. |"
    rf"(?-i:{NUMBERED_BY})[ \x1f](?:\d|[IVX]+\b|l\.)|\d{{1,4}}\.? ?(?-i:{COUNTED_BY})(?!\w)",
    re.IGNORECASE,
)
ANNEX_NAMES = (
    *words_of("annexes", "words"),
    *words_of_shape("word", Level.ANNEX),
    *words_of_shape("number_first", Level.ANNEX),
)
"""what an annex is called"""
ANNEX = re.compile(rf"[ \x1f]*(?:{write_alternation(ANNEX_NAMES)})", re.IGNORECASE)
WORDS_BEFORE = 8
"""lines between a title and the first mark, at most"""
NEAR = 2000
"""characters between them"""
LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the first mark and is no clause."""

    title: str | None
    issued: str | None
    holes: tuple[ExcludedSpan, ...]
    end: int
    """where clauses may begin"""


def read_front_matter(
    text: str, view: str, start: int, end: int, *, marked: bool, titled: int | None = None
) -> FrontMatter:
    """Read title lines and notes of adoption before `end`, where the first mark stands.

    The first line that could be a title is it; lines that tell of adoption are notes, rules of dashes
    ornament. Everything else stays text. Without marks (`marked`) a title is only what is followed by more.
    Where the format says that a heading is the title (`titled` is where it begins), it is, and what stands
    above it are notes.
    """
    every = [line for line in split_lines(view, start, end) if line.text]
    title, issued, holes, at = None, None, [], start
    letterhead = count_letterhead_lines(every)
    if titled is not None:
        letterhead = sum(line.end <= titled for line in every)
        if not all(is_title_like(line.text) for line in every[:letterhead]):
            letterhead, titled = 0, None
    if every and (front := read_title_before_preface(text, view, start, end)):
        return front
    for n, line in enumerate(every):
        last = n == len(every) - 1
        words = strip_adoption_note(CONTENTS.sub("", line.text))
        if n < letterhead:
            kind = "note"
        elif titled is not None and line.start <= titled < line.end:
            kind = "title"
            title = read_seen(text, view, titled, line.end)
            issued = issued or find_stated_date(line.text)
        elif RULE.match(line.text):
            kind = "ornament"
        elif (
            title is None
            and is_title_like(words)
            and (marked or not last)
            and is_title(words, last=last, shared=line.end >= end and view[line.end - 1] != "\n")
            and not (last and marked and opens_list(words, view, end))
        ):
            kind = "title"
            left = view.index(line.text[0], line.start)
            title = read_seen(text, view, left, left + len(PROMISE.sub("", words).rstrip()))
            issued = issued or find_stated_date(line.text)
        elif NOTE.search(line.text) and not (last and line.end >= end and line.text[-1] == "。"):
            kind = "note"
            issued = max(filter(None, (issued, *find_dates(line.text))), default=None)
        else:
            break
        holes.append(ExcludedSpan(at, line.end, kind))
        at = line.end
    return FrontMatter(title, issued, tuple(holes), at)


def read_seen(text: str, view: str, start: int, end: int) -> str:
    """Return the characters of a stretch that readers see."""
    pairs = zip(text[start:end], view[start:end], strict=True)
    return "".join(char for char, shown in pairs if shown != HIDDEN).strip()


def strip_adoption_note(words: str) -> str:
    """Return a title without the note of its adoption in brackets behind it."""
    found = BRACKETED.search(words) if len(words) <= LONGEST_LATIN * 2 else None
    if found is None or not NOTE.search(found[0]):
        return words
    bare = words[: found.start()].rstrip()
    return bare if TITLE_KINDS.search(bare) else words


def read_title_before_preface(text: str, view: str, start: int, end: int) -> FrontMatter | None:
    """Return a title that a preface follows on its own line; None if there is none."""
    found = PREFACE.match(view, next(at for at in range(start, end) if view[at] not in BLANK), end)
    if found is None or not TITLE_KINDS.search(found[0]):
        return None
    title = text[slice(*found.span())]
    return FrontMatter(
        title, find_stated_date(found[0]), (ExcludedSpan(start, found.end(), "title"),), found.end()
    )


def count_letterhead_lines(every: Sequence[TextLine]) -> int:
    """Return how many lines stand above a title: 文件头 and 文号, an order of promulgation, an issuer."""
    if every and ORDER.fullmatch(every[0].text):
        return next((n for n, line in enumerate(every[:LONGEST_ORDER]) if names_kind(line.text)), 0)
    if len(every) > 1 and every[0].end == every[1].start and names_kind(every[1].text):
        issuer = is_title_like(every[0].text) and not TITLE_KINDS.search(every[0].text)
        return int(issuer and not NOTE.search(every[0].text))
    for n, line in enumerate(every[: LETTERHEAD + 1]):
        if REFERENCE_NUMBER.fullmatch(line.text):
            below = n + 1 < len(every) and is_title_like(every[n + 1].text)
            return n + 1 if below and all(is_title_like(one.text) for one in every[:n]) else 0
    return 0


def is_title(words: str, *, last: bool, shared: bool) -> bool:
    """Tell whether words that look like a title are one; on the mark's own line they must name a kind."""
    if NOTE.search(words) or words[0] in ",,、":
        return False
    return bool(TITLE_KINDS.search(words)) or len(words) <= LONGEST // 2 if last and shared else True


def opens_list(words: str, view: str, mark: int) -> bool:
    """Tell whether words before the first mark begin the sentence that its list goes on with.

    Its items are parts of one sentence, each closed by a semicolon; they go on in small letters, or the words
    before them want more: The keeper shall (a) lock the gate; (b) feed the dog.
    """
    item = ITEM.match(view, mark)
    if item is None or item["end"] != ";" or TITLE_KINDS.search(words):
        return False
    return item["text"][:1].islower() or LEADS_ON.search(words) is not None


def is_title_like(text: str) -> bool:
    """Tell whether a line could be a title: short, and not ending like a sentence."""
    most = LONGEST_LATIN if text.isascii() else LONGEST
    return (
        0 < len(text) <= most
        and not is_ended(text)
        and text[-1] not in ",、"
        and not text[0].islower()
        and "。" not in text
        and FORM_FIELD not in text
    )


def names_kind(text: str) -> bool:
    """Tell whether a line is a title that says what it is the title of: rules, measures, a law."""
    return is_title_like(text) and TITLE_KINDS.search(text) is not None and not NOTE.search(text)


def names_policy(text: str) -> bool:
    """Tell whether a line is what a site calls a text about itself: Privacy Policy, Impressum, 隐私政策."""
    return is_title_like(text) and POLICY.fullmatch(text) is not None


def could_be_title(text: str) -> bool:
    """Tell whether a line could be the title of a document: no mark, no annex, no note, no bullet."""
    return (
        bool(LETTERS.search(text))
        and is_title_like(text)
        and not ANNEX.match(text)
        and not MARKED.match(text)
        and not NOTE.search(text)
        and not BULLET.match(text)
    )


def find_next_text(view: str, at: int, end: int) -> int:
    """Return where the next visible character stands."""
    while at < end and view[at] in " \n\x1f":
        at += 1
    return at


def has_first_mark_nearby(view: str, line: TextLine, end: int) -> bool:
    """Tell whether the first marked line after a title is a first one; a salutation may be between."""
    for later in islice(iterate_lines(view, line.end, min(end, line.end + NEAR)), WORDS_BEFORE):
        if MARKED.match(later.text):
            return FIRST_MARK.match(later.text) is not None
    return False


def has_first_mark_after(view: str, line: TextLine, end: int) -> bool:
    """Tell whether a first mark follows a line, after a note of adoption at most."""
    at = find_next_text(view, line.end, end)
    if FIRST_MARK.match(view, at, end):
        return True
    stop = view.find("\n", at, end)
    if stop < 0 or not NOTE.search(view[at:stop]):
        return False
    return bool(FIRST_MARK.match(view, find_next_text(view, stop, end), end))


def find_dates(text: str) -> list[str]:
    """Return the dates in a text, ISO 8601."""
    return [date for found in DAY.finditer(text) if (date := format_iso_date(found[1], found[2], found[3]))]


def find_stated_date(text: str) -> str | None:
    """Return the first date of a title or a file name: `2019`, `2019-05`, `20150909`."""
    compact = COMPACT.search(text)
    if compact:
        return format_iso_date(*compact.groups())
    found = DAY.search(text)
    if found:
        return format_iso_date(found[1], found[2], found[3])
    written = HAN_DAY.search(text)
    if written:
        parts = [read_numeral(part) if part else None for part in written.groups()]
        return format_iso_date(*(str(part) if part is not None else None for part in parts))
    return None


def format_iso_date(year: str | None, month: str | None, day: str | None) -> str | None:
    """Write a date as far as it is known and possible."""
    if year is None:
        return None
    if month is None or not 1 <= int(month) <= 12:  # noqa: PLR2004 - months
        return year
    if day is None or not 1 <= int(day) <= 31:  # noqa: PLR2004 - days
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"
