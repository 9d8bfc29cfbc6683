"""Where the names of files say one order of versions and their dates say another: a date may be wrong.

A name says an order by a number with a word of versions (`rules-v2`, `draft 3`, 第二稿) or by a date. A bare
number says none: lists count from the newest as often as from the oldest, and numbers of enactments begin
anew each year.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import NamedTuple

from hexapla.findings import Finding, make_finding
from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Version, is_order_known
from hexapla.segmentation.dates import find_dates
from hexapla.text import fold_print, read_numeral

COUNTED = write_alternation(
    {*words_of("versions", "numbered"), *words_of("versions", "editions"), "ver", "ver.", "v", "v."}
)
HAN = "[一二三四五六七八九十]{1,3}"
NUMBERED = compile_lazily(
    rf"(?<![^\W_\d])(?:{COUNTED})[ ._-]?(?P<n>\d{{1,3}}(?:\.\d{{1,3}}){{0,2}})(?![\w.]*\d)|"
    rf"第?(?P<h>{HAN}|\d{{1,3}})[版稿]|[版稿]本?(?P<b>{HAN}|\d{{1,3}})(?!\d)",
    re.IGNORECASE,
)


class NamedPlace(NamedTuple):
    """What a file's name says of its version's place in time."""

    rest: str
    """the name without its number and dates: names with another one say no order together"""
    number: tuple[int, ...]
    date: str


def report_names_and_dates(versions: Sequence[Version]) -> Iterator[Finding]:
    """Tell of neighbours in the order of dates whose names say the reverse.

    Args:
        versions: from old to new.
    """
    dated = [version for version in versions if version.issued]
    for earlier, later in pairwise(dated):
        if is_order_known(earlier.issued or "", later.issued or "") and are_named_in_reverse(earlier, later):
            yield make_finding("names_contradict_dates", earlier=show(later), later=show(earlier))


def are_named_in_reverse(earlier: Version, later: Version) -> bool:
    """Tell whether the names of two files say that the one with the later date is older."""
    one, other = read_name(earlier.source.path), read_name(later.source.path)
    if one.date and other.date and is_order_known(one.date, other.date):
        return one.date > other.date
    return one.rest == other.rest and bool(other.number) and one.number > other.number


def read_name(path: str) -> NamedPlace:
    """Read a file's name.

    >>> read_name("rules/harbour-v2.1.txt")
    NamedPlace(rest='harbour-', number=(2, 1), date='')
    """
    name = fold_print(PurePosixPath(path).stem).casefold()
    dates = find_dates(name)
    for one in reversed(dates):
        name = name[: one.start] + name[one.end :]
    found = NUMBERED.search(name)
    number: tuple[int, ...] = ()
    if found:
        printed = found["n"] or found["h"] or found["b"]
        number = tuple(read_numeral(part) or 0 for part in printed.split("."))
        name = name[: found.start()] + name[found.end() :]
    return NamedPlace(name, number, max((one.iso for one in dates), key=len, default=""))


def show(version: Version) -> str:
    """Name a version by its file and its date."""
    return f"{PurePosixPath(version.source.path).name} ({version.issued})"
