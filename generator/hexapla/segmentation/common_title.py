"""The title of a document: what the titles of its versions share.

A title tells what is true of its own version too: a year, a number, “as amended”, “draft”. In the title of
all versions that would be untrue of the others, and whoever cites it cites another enactment.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from hexapla.findings import Span
from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Order, Version
from hexapla.plan import Plan
from hexapla.segmentation.front_matter import DATED, TITLE_KINDS
from hexapla.segmentation.notes import NOTE
from hexapla.segmentation.quantity_rules import MONTHS
from hexapla.segmentation.versions import derive_order

LONGEST_TITLE = 240
"""characters; a longer title is not looked into"""
SHORTEST = 4
"""characters of a title without its year, unless it names a kind of text: of “FY 2019” nothing is left"""
HAN = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
TOKEN = compile_lazily_with_properties(
    rf"[一二][〇零○一二三四五六七八九]{{3}}(?=年)|{HAN}|(?:(?!{HAN})[\p{{L}}\p{{M}}\p{{N}}])+(?:[.'’-](?:(?!{HAN})[\p{{L}}\p{{M}}\p{{N}}])+)*|\S"
)
"""a year in Han numerals, a Han or Kana character, a word (`MPL-2.0` and `2nd` are one), or a sign"""
BRACKETS = dict(zip(")]}》〉】〕」』", "([{《〈【〔「『", strict=True))
"""by the closing one; quotation marks open in one language and close in another"""
SIGN = compile_lazily_with_properties(r"[\p{P}\p{S}]")
LETTER = compile_lazily_with_properties(r"\p{L}")
NUMBER = compile_lazily_with_properties(r"\p{Nd}|[〇零○一二三四五六七八九]{4}")
COUNTED = write_alternation(words_of("versions", "counted"))
"""words that the number or year of a version stands beside: Version 1.1, v. 3, 2nd edition, Stand 2015"""
LEADING = write_alternation(words_of("versions", "leading"))
"""words between a title and a date: as amended of 2015, in der Fassung vom 3. Mai 2012"""
DATE_LEADS = compile_lazily_with_properties(rf"(?i)(?:{COUNTED}|{LEADING}|{MONTHS}|[年月第])")
SET_OFF = compile_lazily_with_properties(r"[\p{Ps}\p{Pi}\p{Pd},，;；:：·|/]")
"""Rules (2012); Rules, as amended; Rules: a draft"""
VERSION_STATEMENTS = (
    compile_lazily_with_properties(
        rf"(?i)(?:(?:{COUNTED}|{LEADING}|{MONTHS})\b[ .,]*)*+\p{{L}}{{0,2}}\.?\p{{Nd}}"
    ),
    compile_lazily_with_properties(rf"(?i)(?:\w+ )?(?:{COUNTED})$"),
    compile_lazily_with_properties(rf"(?i)(?:{LEADING})(?: (?:{LEADING}))*$"),
    regex.compile(r"[一二][〇零○一二三四五六七八九]{3}年|第[一二三四五六七八九十]+[次版稿]|[一二三四]次?审"),
    regex.compile(r"(?:修[订訂改]|修正)?(?:草案|[版稿])|修[订訂]|修正|送审|征求意见|[试試]行|[暂暫]行"),
)
"""what may stand behind a title without a sign between, and be true of one version only: as amended in 2012;
second edition; as amended; 二〇一八年修订, 第二稿; 修订草案"""
BEFORE = compile_lazily_with_properties(
    rf"(?i)(?:(?:{write_alternation(words_of('versions', 'before'))})(?: +|$))*+"
    r"(?:(?:19|20)\p{Nd}\p{Nd}(?:年度?)?)?[ ,:]*|.*[)）\]】〕:：]"
)
"""what may stand before it: 2012 Rules; The Rules; Draft Rules; 2018年章程; Draft: Rules"""


class TitleToken(NamedTuple):
    """A word of a title, and how it compares."""

    folded: str
    span: Span


def derive_title(plan: Plan, versions: Sequence[Version], common: str | None) -> tuple[str, str]:
    """Return the document's title and where it was found.

    Where the titles share none, a law was renamed: the base's title is taken, without its year.

    Args:
        plan: what the editor says.
        versions: in their order.
        common: the title of a compilation.
    """
    if plan.title is not None:
        return plan.title, "the editor"
    shared = "the title that the versions share"
    if common:
        return common, shared
    # a version without a title of its own bears its file's name, which names one version, not the document
    named = [one for one in versions if one.titled]
    if not named:
        return plan.id, "the file name"
    if len(named) == len(versions) and len({one.title for one in named}) == 1:
        return named[0].title, f"version {named[0].siglum}"
    last = derive_order(plan, versions)[0] is Order.CHRONOLOGICAL
    base = next((one for one in named if one.siglum == plan.base), named[-1 if last else 0])
    found = find_common_title(base.title, [one.title for one in named]) if len(named) > 1 else None
    return (found, shared) if found else (strip_year(base.title), f"version {base.siglum}")


def strip_year(title: str) -> str:
    """Return a title without the year at its end, if anything is left."""
    dated = DATED.search(title) if len(title) <= LONGEST_TITLE else None
    if dated is None:
        return title
    words = tokenize_title(title[: dated.start()])
    start, end = trim_run(words, 0, len(words), goes_on=True)
    bare = title[words[start].span[0] : words[end - 1].span[1]] if start < end else ""
    return bare if TITLE_KINDS.search(bare) or len(bare) >= SHORTEST else title


def find_common_title(base: str, titles: Sequence[str]) -> str | None:
    """Return what titles share, as one of them (`base`) spells it; None where that is no title.

    It is one if each title is it but for what sets a version apart: a bracket, a year or number, words like
    “as amended” and “draft”. Rules of the mill 2012 and Rules of the shed 2015 share “Rules of the”, which is
    nothing, and so is a stretch that is cut out of a name.

    Post-conditions:
        1. It is a stretch of the base that begins and ends with a word or a pair of brackets.
        2. Every title holds it, signs, spaces and case apart.
    """
    if any(len(title) > LONGEST_TITLE for title in (base, *titles)):
        return None
    own = tokenize_title(base)
    every = {title: tokenize_title(title) for title in titles}
    for start, end in (find_common_prefix(own, every.values()), find_longest_common_run(own, every.values())):
        rough = [token.folded for token in own[start:end]]
        goes_on = any(
            is_version_statement(split_around(title, words, rough)[1]) for title, words in every.items()
        )
        first, last = trim_run(own, start, end, goes_on=goes_on)
        wanted = [token.folded for token in own[first:last]]
        apart = all(is_set_apart(*split_around(title, words, wanted)) for title, words in every.items())
        if apart and any(map(LETTER.search, wanted)):
            return base[own[first].span[0] : own[last - 1].span[1]]
    return None


def tokenize_title(title: str) -> list[TitleToken]:
    """Cut a title into words."""
    return [
        TitleToken(unicodedata.normalize("NFKC", found[0]).casefold(), found.span())
        for found in TOKEN.finditer(title)
    ]


def find_common_prefix(own: Sequence[TitleToken], every: Iterable[Sequence[TitleToken]]) -> Span:
    """Return how far all titles begin alike."""
    end = len(own)
    for words in every:
        alike = (at for at, pair in enumerate(zip(own, words, strict=False)) if pair[0][0] != pair[1][0])
        end = min(end, next(alike, len(words)))
    return 0, end


def find_longest_common_run(own: Sequence[TitleToken], every: Iterable[Sequence[TitleToken]]) -> Span:
    """Return the longest run of words that all titles hold; of equals the first of `own`."""
    titles = [[token.folded for token in words] for words in (own, *every)]
    found, least, most = (0, 0), 1, min(map(len, titles))
    while least <= most:  # whoever shares n words shares n - 1
        length = (least + most) // 2
        shared = set.intersection(*(set(iterate_runs(words, length)) for words in titles))
        if shared:
            at = next(n for n, run in enumerate(iterate_runs(titles[0], length)) if run in shared)
            found, least = (at, at + length), length + 1
        else:
            most = length - 1
    return found


def iterate_runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Yield all runs of so many words."""
    for at in range(len(words) - length + 1):
        yield tuple(words[at : at + length])


def trim_run(own: Sequence[TitleToken], start: int, end: int, *, goes_on: bool) -> Span:
    """Leave out what belongs to the words that were cut off: half a bracket, “Version”, “vom 22. Dezember”.

    `goes_on` says that those words go on with a date or a number, not behind a sign that ends the title.
    """
    while start < end:
        opening, closing = find_unmatched_brackets(own[start:end])
        first, last = own[start].folded, own[end - 1].folded
        if opening is not None:
            end = start + opening
        elif closing is not None:
            start += closing + 1
        elif SIGN.fullmatch(first) and first not in BRACKETS.values():
            start += 1
        elif (SIGN.fullmatch(last) and last not in BRACKETS) or (goes_on and is_dating(last)):
            end -= 1
        else:
            break
    return start, end


def split_around(title: str, words: Sequence[TitleToken], stretch: Sequence[str]) -> tuple[str, str]:
    """Return what stands in a title before a stretch of it, and behind."""
    folded = [token.folded for token in words]
    at = next(n for n, run in enumerate(iterate_runs(folded, len(stretch))) if list(run) == list(stretch))
    begins = words[at].span[0] if at < len(words) else len(title)
    ends = words[at + len(stretch) - 1].span[1] if stretch else begins
    return title[:begins].strip(), title[ends:].strip()


def is_version_statement(tail: str) -> bool:
    """Tell whether words behind a title say which version it is."""
    return bool(NOTE.search(tail)) or any(pattern.match(tail) for pattern in VERSION_STATEMENTS)


def is_set_apart(lead: str, tail: str) -> bool:
    """Tell whether what a title has besides a stretch is true of its version, not part of a longer name."""
    behind = not tail or SET_OFF.match(tail) or is_version_statement(tail)
    return bool(behind) and BEFORE.fullmatch(lead) is not None


def is_dating(word: str) -> bool:
    """Tell whether a word before a date or number belongs to it."""
    return bool(DATE_LEADS.fullmatch(word) or NUMBER.search(word))


def find_unmatched_brackets(words: Sequence[TitleToken]) -> tuple[int | None, int | None]:
    """Return the first bracket that is not closed, and the last that was not opened."""
    opened: list[int] = []
    closing = None
    for at, token in enumerate(words):
        if token.folded in BRACKETS.values():
            opened.append(at)
        elif token.folded in BRACKETS:
            if opened and words[opened[-1]].folded == BRACKETS[token.folded]:
                opened.pop()
            else:
                closing = at
    return (opened[0] if opened else None), closing
