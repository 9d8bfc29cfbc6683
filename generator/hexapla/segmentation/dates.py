"""Dates as countries print them: 二〇二四年五月六日, 令和六年三月十八日, 2024. 3. 10., 12 March 2024.

A date is known as far as it is printed: a year, a month, a day. Which of two small numbers between strokes is
the month is not guessed.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from hexapla.languages import lists_of, words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.text import read_numeral


class FoundDate(NamedTuple):
    """A date at its place in a text."""

    start: int
    end: int
    iso: str
    """ISO 8601, as far as it is known: 2024, 2024-05, 2024-05-06"""


MOST_MONTHS, MOST_DAYS = 12, 31
NO_WORD = "-"
"""in a list of months, where another language calls another month so"""
LATEST, BUDDHIST = 2400, -543
"""a later year counts from the death of the Buddha, also where the era is not named"""
MONTH_NUMBERS: Mapping[str, int] = {
    word.rstrip(".").lower(): number
    for name in ("short", "names", "inflected")
    for found in lists_of("months", name)
    for number, same in enumerate(found.words, 1)
    for word in same.split("/")
    if word != NO_WORD
}
ERAS: Mapping[str, int] = {
    word.lower(): year for found in lists_of("eras", "names") for word, year in found.values.items()
}
"""eras with what is added to their years: 令和六年 is 2018 + 6"""
MONTHS = write_alternation(MONTH_NUMBERS)
ERA = write_alternation(ERAS)
HAN = "[〇零○一二三四五六七八九十百]"
SMALL = rf"(?:\d{{1,2}}|{HAN}{{1,3}})"
EASTERN = compile_lazily(
    rf"(?<![0-9A-Za-z〇零○一二三四五六七八九十])(?:(?P<era>{ERA}) ?(?P<of_era>元|\d{{1,3}}|{HAN}{{1,5}})|"
    rf"(?P<year>(?:19|20)\d\d|[一二]{HAN}{{3}})) ?[年년]"
    rf"(?: ?(?P<month>{SMALL}) ?[月월](?: ?(?P<day>{SMALL}) ?[日일])?)?"
)
YEAR_FIRST = compile_lazily(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?:[-./] ?(?P<month>\d{1,2})"
    r"(?:[-./] ?(?P<day>\d{1,2}))?)?(?![\d年])"
)
COMPACT = compile_lazily(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)"
)
DAY_FIRST = compile_lazily(
    r"(?<![\d.])(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>(?:19|20)\d\d)(?!\d)"
)
WORDED = compile_lazily(
    rf"(?<![\w/])(?:(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er|[º°ªη])?(?: day of)? ?(?:[a-z]{{1,3}} )?)?"
    rf"(?P<word>{MONTHS})\.?,? ?(?:[a-z]{{1,3}} )?(?:(?P<era>{ERA}) ?)?(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
MONTH_FIRST = compile_lazily(
    rf"(?<!\w)(?P<word>{MONTHS})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
YEAR_IN_NUMBER = compile_lazily(
    rf"\d{{1,5}}/(?P<year>(?:19|20)\d\d), de (?P<day>\d{{1,2}}) de (?P<word>{MONTHS})(?!\w)", re.IGNORECASE
)
"""Ley 5/2024, de 12 de marzo"""
PLACES = {
    "D": r"(?P<day>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "N": rf"(?P<word>{MONTHS})",
    "Y": r"(?P<year>\d{4})",
}
PLACE = compile_lazily(r"(?<![^\W\d_])[DMNY](?![A-Z])")


def write_form(form: str) -> re.Pattern[str]:
    """Write the pattern of a date with a language's own words around day, month number, name and year.

    Raises:
        ValueError: if the form has no year.

    >>> write_form("Y. gada D. N").search("2020. gada 3. martā")["day"]
    '3'
    """
    if "Y" not in form:
        raise ValueError(f"{form}: a date needs a year, Y; behind a single form set a semicolon")
    parts, at = [], 0
    for found in PLACE.finditer(form):
        parts += [
            write_alternation([form[at : found.start()]]) if found.start() > at else "",
            PLACES[found[0]],
        ]
        at = found.end()
    parts.append(write_alternation([form[at:]]) if at < len(form) else r"(?!\d)")
    return compile_lazily(rf"(?<![^\W_]){''.join(parts)}", re.IGNORECASE)


class DateForm(NamedTuple):
    """A form in which dates are printed. The words of most are found in few texts, and looked for first."""

    pattern: re.Pattern[str]
    needs: tuple[re.Pattern[str], ...]
    """each is found in every text with such a date"""

    def is_possible(self, text: str) -> bool:
        """Tell whether a text has all that such a date needs."""
        return all(sign.search(text) for sign in self.needs)


def need_own_words(form: str) -> re.Pattern[str]:
    """Make the pattern of what stands in every date of a language's own form: the longest of its words."""
    return re.compile(re.escape(max(PLACE.split(form), key=len)), re.IGNORECASE)


ERA_YEAR = compile_lazily(rf"(?<!\w)(?P<era>{ERA}) ?(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
"""พ.ศ. ๒๕๖๗"""
YEAR = compile_lazily(r"\d{4}")
MONTH_START = compile_lazily(f"[{''.join(sorted({word[0] for word in MONTH_NUMBERS}))}]", re.IGNORECASE)
FORMS = (
    DateForm(EASTERN, (re.compile("[年년]"),)),
    DateForm(ERA_YEAR, (YEAR,)),
    DateForm(YEAR_IN_NUMBER, (re.compile(", de ", re.IGNORECASE),)),
    DateForm(WORDED, (YEAR, MONTH_START)),
    DateForm(MONTH_FIRST, (YEAR, MONTH_START)),
    DateForm(DAY_FIRST, (YEAR,)),
    DateForm(COMPACT, (YEAR,)),
    DateForm(YEAR_FIRST, (YEAR,)),
    *(DateForm(write_form(form), (YEAR, need_own_words(form))) for form in words_of("months", "forms")),
)


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates of a folded text in order; of two that overlap the one that says more.

    >>> [one.iso for one in find_dates("令和六年三月十八日, 12 March 2024, 2024. 3. 10., 民國113年")]
    ['2024-03-18', '2024-03-12', '2024-03-10', '2024']
    """
    forms = (form.pattern.finditer(text) for form in FORMS if form.is_possible(text))
    read = map(read_date, chain.from_iterable(forms))
    dates: list[FoundDate] = []
    for one in sorted(filter(None, read), key=lambda one: (-len(one.iso), one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in dates):
            dates.append(one)
    return sorted(dates)


def read_date(found: re.Match[str]) -> FoundDate | None:
    """Read a date; None if it has no year."""
    said = found.groupdict()
    era = said.get("era")
    printed = said.get("of_era") or said["year"]
    year = 1 if printed == "元" else read_numeral(printed)
    if year is None:
        return None
    year += ERAS[era.lower()] if era else BUDDHIST if year > LATEST else 0
    word = said.get("word")
    month = MONTH_NUMBERS[word.lower()] if word else read_part(said.get("month"), MOST_MONTHS)
    day = read_part(said.get("day"), MOST_DAYS) if month else None
    iso = "-".join(
        f"{part:0{width}}" for part, width in ((year, 4), (month, 2), (day, 2)) if part is not None
    )
    return FoundDate(*found.span(), iso)


def read_part(printed: str | None, most: int) -> int | None:
    """Read a month or a day; None if there is none of that number."""
    number = read_numeral(printed) if printed else None
    return number if number is not None and 1 <= number <= most else None


def find_stated_date(text: str) -> str | None:
    """Return the date of a title or a file name that says most; of equals the first."""
    return max((one.iso for one in find_dates(text)), key=len, default=None)


def iterate_gaps(text: str, dates: list[FoundDate]) -> Iterator[tuple[FoundDate, str, str]]:
    """Yield each date with the words before it and behind it, up to the next one."""
    for n, one in enumerate(dates):
        before = dates[n - 1].end if n else 0
        after = dates[n + 1].start if n + 1 < len(dates) else len(text)
        yield one, text[before : one.start], text[one.end : after]
