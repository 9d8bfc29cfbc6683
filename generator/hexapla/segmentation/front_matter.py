"""What stands before the first clause: title, notes and dates; and what a first mark below them is like."""

import re
from itertools import islice

from hexapla.languages import words_of
from hexapla.languages.ordinals import ORDINALS
from hexapla.languages.patterns import write_alternation, write_phrases, write_words
from hexapla.languages.schemes import Level, words_of_shape
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import (
    BLANK,
    BULLET,
    TextLine,
    is_ended,
    iterate_lines,
)
from hexapla.segmentation.notes import (
    is_note,
)
from hexapla.text.scripts import is_small_letter

ABOVE_ITEMS = (Level.DIVISION, Level.ARTICLE)
FORM_FIELD = "___"
"""a place to fill in: a party's name, a date"""
LONGEST = 60
LONGEST_LATIN = 110
TITLE_KINDS = compile_lazily(rf"(?:{write_words(words_of('titles', 'kinds'))})$", re.IGNORECASE)
POLICY = compile_lazily(
    rf"(?!(?:{write_alternation(words_of('titles', 'linking'))})\b)(?:[^\s|·•>»]{{1,24}} ){{0,4}}"
    rf"(?:[^\s。;,:|]{{0,16}}(?=[\u2e80-\u9fff]))?(?:{write_phrases(words_of('titles', 'policies'))})"
    rf"(?: (?:{write_alternation(words_of('titles', 'of'))}) [^|·•>»]{{1,50}})?"
    r"(?: ?\(?(?:19|20)\d\d[^|]{0,12})?",
    re.IGNORECASE,
)
"""what a site calls the texts it publishes about itself: the name of such a text, and of every link to it"""
FIELD = compile_lazily(
    rf"(?:{write_alternation(words_of('titles', 'fields'))})(?: ?\([^()\n]{{1,20}}\))? ?:|"
    r"[^:\n]{0,24}: ?[_…]{2}|[_…]{3}",
    re.IGNORECASE,
)
"""a line of a form, or of the parties to a contract: no title"""
ADDRESSEE = compile_lazily(
    rf"[^。、,;:\n]{{1,30}} (?:{write_alternation(words_of('titles', 'addressees'))})$"
)
"""to whom a letter goes, above its title: 各町長　殿"""
LEADS_ON = compile_lazily(write_alternation(words_of("lists", "leading")))
"""Han words of a sentence that has not ended: a list follows"""
CONTENTS = compile_lazily(r"目 *[录次]$")
PROMISE = compile_lazily(
    r"[【\[(][^】\])\n]{0,8}?\d{1,3} *[篇则份套种版个][^】\])\n]{0,4}[】\])]$|"
    r"[一二三四五六七八九十\d]{1,3}[篇则]$"
)
DATED = compile_lazily(
    r"[ \x1f,,]*(?:[(（【〔\[][^()（）【】〔〕\[\]]{0,12}?(?:(?:19|20)\d\d|"
    r"[一二][〇零○一二三四五六七八九]{3}年)[^()（）【】〔〕\[\]]{0,14}[)）】〕\]]|"
    rf"(?:(?:{write_alternation(words_of('versions', 'year_leads'))}) )?(?:19|20)\d\d"
    r"(?:年.{0,8}|[-./]\d{1,2}(?:[-./]\d{1,2})?)?(?: (?:edition|version|revision))?)$",
    re.IGNORECASE,
)
"""the year by which a title tells its version from others, at its end: Rules (2012), 章程（2018年修订）"""
NUMBERED_BY = write_alternation(words_of_shape("word", *ABOVE_ITEMS))
"""words that stand before a clause's number"""
COUNTED_BY = write_alternation(words_of_shape("number_first", *ABOVE_ITEMS))
"""words that stand behind it"""
ONE = write_alternation(word for word, number in ORDINALS.items() if number == 1)
FIRST_MARK = compile_lazily(
    r"[ \x1f#*]*(?:[第笫][ \x1f]*[一1][ \x1f]*[条编章篇]|제 ?1 ?[조장편]|"
    rf"(?-i:{NUMBERED_BY}) ?(?:1(?:er|\.?[º°])?|i|{ONE})(?!\w)|§ ?1(?!\d)|1\.? ?(?-i:{COUNTED_BY})(?!\w)|"
    r"(?P<weak>一、|\(一\)|1[.、](?!\d)|1\)|\(1\)|\(a\)|1 ))",
    re.IGNORECASE,
)
MARKED = compile_lazily(
    r"第[ \x1f]?[一二三四五六七八九十百〇零\d]{1,5}[ \x1f]?[条章编节篇款]|제 ?\d+ ?[조장편절]|"
    r"[一二三四五六七八九十]{1,3}、|[(\[][\w一-十]{1,3}[)\]]|\d{1,3}(?:[.、)]|\.\d|$)|§|"
    r"[a-zA-Z][.)](?: |$)|[ivxIVX]{1,5}\. |"
    rf"(?-i:{NUMBERED_BY})[ \x1f](?:\d|[IVX]+\b|l\.)|\d{{1,4}}\.? ?(?-i:{COUNTED_BY})(?!\w)",
    re.IGNORECASE,
)
BARE_SECTION = compile_lazily(r"\d{1,3}[A-Z]? [A-ZÀ-Þ]")
"""1 Amendment of the Act: a section's bare number"""
ANNEX_NAMES = (
    *words_of("annexes", "words"),
    *words_of_shape("word", Level.ANNEX),
    *words_of_shape("number_first", Level.ANNEX),
)
"""what an annex is called"""
ANNEX = compile_lazily(rf"[ \x1f]*(?:{write_alternation(ANNEX_NAMES)})", re.IGNORECASE)
WORDS_BEFORE = 8
"""lines between a title and the first mark, at most"""
NEAR = 2000
"""characters between them"""
LETTERS = compile_lazily(r"[^\W\d_].*[^\W\d_]")


def is_title_like(text: str) -> bool:
    """Tell whether a line could be a title: short, and not ending like a sentence."""
    most = LONGEST_LATIN if text.isascii() else LONGEST
    return (
        0 < len(text) <= most
        and "。" not in text
        and text[-1] not in ",、"
        and not is_small_letter(text)
        and FORM_FIELD not in text
        and not is_ended(text)
    )


def names_kind(text: str) -> bool:
    """Tell whether a line is a title that says what it is the title of: rules, measures, a law."""
    return is_title_like(text) and TITLE_KINDS.search(text) is not None and not is_note(text)


def names_policy(text: str) -> bool:
    """Tell whether a line is what a site calls a text about itself: Privacy Policy, Impressum, 隐私政策."""
    return is_title_like(text) and POLICY.fullmatch(text) is not None


def could_be_title(text: str) -> bool:
    """Tell whether a line could be the title of a document: no mark, no annex, no note, no bullet."""
    return (
        is_title_like(text)
        and bool(LETTERS.search(text))
        and not ANNEX.match(text)
        and not MARKED.match(text)
        and not BARE_SECTION.match(text)
        and not is_note(text)
        and not FIELD.match(text)
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
    if stop < 0 or not is_note(view[at:stop].strip(BLANK)):
        return False
    return bool(FIRST_MARK.match(view, find_next_text(view, stop, end), end))
