"""What stands after the last clause: a signature with its date."""

import re
from collections.abc import Sequence
from itertools import pairwise

from hexapla.languages import lists_of, words_of
from hexapla.languages.patterns import write_alternation, write_phrases
from hexapla.languages.schemes import SCHEMES, Level
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.beam_search import ChosenMark
from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, is_ended, split_lines
from hexapla.segmentation.front_matter import ANNEX
from hexapla.text.scripts import is_small_letter

MONTHS = write_alternation(
    word.rstrip(".")
    for name in ("names", "short", "inflected")
    for same in words_of("months", name)
    for word in same.split("/")
)
ERAS = write_alternation(word for found in lists_of("eras", "names") for word in found.values)
DATE = compile_lazily(
    r"\(?(?:(?:19|20)\d\d *[年./-] *\d{1,2} *[月./-] *\d{1,2} *日?|"
    r"[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|"
    rf"(?:{ERAS})\S{{1,12}}日|(?:19|20)\d\d년.{{1,10}}일|"
    rf"(?:\d{{1,2}}\.? )?(?:{MONTHS})\w*\.? (?:\d{{1,2}}, )?(?:de )?(?:19|20)\d\d)(?: *印[发發])?\)?$|"
    r"^\d{1,2}月\d{1,2}日$",
    re.IGNORECASE,
)
DATE_FIELD = compile_lazily(
    r"(?:_{2,12} ?|(?:19|20)\d\d)[年년](?: ?_{2,12} ?| {1,12})[月월](?: ?_{2,12} ?| {1,12})[日일]"
)
"""a date to be filled in, on a line or in a gap"""
HAN_ITEMS = tuple(one for one in SCHEMES if one.reader == "han" and one.level in (Level.OUTLINE, Level.ITEM))
"""how items are numbered that a signature could be taken for: 二 附则第三条の規定 公布の日"""
SPACED_NAME = compile_lazily(r"[^\W\d_](?: {1,4}[^\W\d_]){2,4}")
"""a name set wide, which could begin with a numeral: 三 浦 太 郎"""
COPIED = compile_lazily(rf"(?:{write_alternation(words_of('signing', 'copied'))}) ?:")
"""who gets a copy of a letter"""
NAME = 30
LINES = 4
CONTACT = compile_lazily(
    rf"(?:{write_phrases(words_of('signing', 'contact'))})\.? ?:|(?:tel|fax|phone)\.? ?[+(\d]", re.IGNORECASE
)
"""what stands before an address of any kind"""
ADDRESS = compile_lazily(
    r"[^\s@]{1,64}@[^\s@]{1,64}|(?:https?://|www\.)\S|(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?:/\S*)?$"
)
"""an e-mail or web address"""
SIGNED = compile_lazily(
    rf"^(?:{write_alternation(words_of('signing', 'signed'))})(?:\b| |:)|"
    rf"^(?:{write_alternation(words_of('signing', 'label'))}):|"
    rf"(?:{write_alternation(words_of('signing', 'seals'))}|㊞)(?:\)|\]|_|:| |$)|"
    rf"\((?:{write_alternation(words_of('signing', 'stamps'))})\)",
    re.IGNORECASE,
)
"""what says that a line signs"""
ROLES = write_alternation(words_of("signing", "roles"))
OFFICES = write_alternation(words_of("signing", "offices"))
OFFICER = compile_lazily(
    rf"(?:[A-ZÀ-Þ][\w.'’-]{{0,20}} ){{0,3}}[A-ZÀ-Þ][\w'’-]{{1,20}}(?:, | \(| – )(?i:{ROLES})\)?|"
    rf"\S{{0,12}}(?:{OFFICES})[: ]{{1,3}}[^\W\d]{{2,4}}(?: [^\W\d]{{1,4}})?"
)
"""a name with a role: `Jonas Ek, Chair`; 主任：某某"""
BODY = compile_lazily(
    rf"[^\W\da-z]{{2,28}}(?:{write_alternation(words_of('signing', 'bodies'))})$", re.IGNORECASE
)
"""a body that issues notices, by its last characters"""


def is_dated(line: str) -> bool:
    """Tell whether a line ends with a date and could stand below a document."""
    if len(line) > 2 * NAME or is_ended(line):
        return False
    return DATE.search(line) is not None or DATE_FIELD.search(line) is not None


def is_contact(line: str) -> bool:
    """Tell whether a folded line says where to write or call: such a line is text, not a signature."""
    short = line[: 4 * NAME]
    return CONTACT.match(short) is not None or ADDRESS.search(short) is not None


def find_signature(view: str, start: int, end: int, *, marked: bool) -> ExcludedSpan | None:
    """Return the lines at the end that sign: short names after the last sentence, a date beside them.

    `start` is where the last numbered clause's own first line ends. Without a date something else must say
    so: “Signed”, a role beside the name, or a Chinese body that issues notices, below a sentence that ends.
    """
    every = [line for line in split_lines(view, start, end) if line.text]
    taken: list[TextLine] = []
    dated = False
    while every and len(taken) < LINES:
        line = every[-1]
        if is_item(line.text):
            break
        if is_dated(line.text):
            dated = True
        elif COPIED.match(line.text):
            taken.append(every.pop())
            break  # it opens the foot of a letter
        elif not (is_name(line.text) or is_signing_line(line.text)):
            break
        taken.append(every.pop())
    if not taken or (not every and not marked):
        return None
    above = every[-1].text if every else ""
    if dated or (len(taken) == 1 and is_undated_signature(taken[0].text, above)):
        return ExcludedSpan(taken[-1].start, end, "signature")
    return None


def is_item(text: str) -> bool:
    """Tell whether a line is an item of a list in Han numerals; a name set wide is none."""
    if SPACED_NAME.fullmatch(text):
        return False
    line = f"\n{text}\n"
    return any(one.regex.match(line, int(not one.line)) for one in HAN_ITEMS)


def find_last_line_end(view: str, chosen: Sequence[ChosenMark], start: int) -> int:
    """Return where the line of the last mark ends; without marks, where the text begins.

    After a number alone, and after an article's heading, the next line is the clause's own as well.
    """
    if not chosen:
        return start
    mark = chosen[-1].mark
    stop = view.find("\n", mark.stop)
    own = view[mark.stop : stop].strip(" \x1f")
    headed = mark.scheme.narrow and mark.scheme.level is Level.ARTICLE and not is_ended(own)
    if stop > 0 and (not own or headed) and view[stop + 1 : stop + 2].strip():
        stop = view.find("\n", stop + 1)
    return len(view) if stop < 0 else stop + 1


def find_signatures_before_annexes(view: str, chosen: Sequence[ChosenMark]) -> list[ExcludedSpan]:
    """Return the lines with a name and a date that sign a letter before its annexes."""
    found: list[ExcludedSpan] = []
    for before, one in pairwise(chosen):
        if one.mark.line and one.mark.scheme.level is Level.ANNEX:
            at = view.find("\n", before.mark.stop, one.mark.start) + 1 or one.mark.start
            last = view[at : one.mark.start].rstrip(" \n\x1f").rsplit("\n", 1)[-1].strip(" \x1f")
            signed = find_signature(view, at, one.mark.start, marked=True) if is_dated(last) else None
            found += [signed] if signed else []
    return found


def is_name(text: str) -> bool:
    """Tell whether a line could name who signs: names in Latin letters have no digits."""
    return (
        len(text) <= NAME
        and not is_ended(text)
        and not re.search(r"[。;,、，:|\t\x1e]|^[(\[§\d*#|-]|[a-zß-ÿ].*\d", text)
        and not is_small_letter(text)
        and not is_contact(text)
        and not ANNEX.match(text)
    )


def is_signing_line(text: str) -> bool:
    """Tell whether a line says that it signs, or names a role beside a name."""
    if len(text) > 2 * NAME or (is_ended(text) and text[-1] != ":"):
        return False
    return SIGNED.search(text) is not None or OFFICER.fullmatch(text) is not None


def is_undated_signature(text: str, above: str) -> bool:
    """Tell whether a line without a date signs: it says so, or names a body below the last sentence."""
    if above and (not is_ended(above) or above[-1] in ":;"):
        return False
    return is_signing_line(text) or BODY.fullmatch(text) is not None
