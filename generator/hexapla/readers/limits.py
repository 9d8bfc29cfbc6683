"""How much a file may ask of the machine. Bounds are of size, not of time: they are the same everywhere.

Work is linear in what is read; so a bound on size bounds the time. Each limit is many times what the longest
codes in force need (some 3 million characters, some 2,000 pages).

Bounds protect a machine from files of strangers. Who knows a file, and has the memory, raises that of lines
by `HEXAPLA_MOST_LINES` in the environment, which workers inherit. Rejected: a setting of a collection, for a
stranger's collection would raise the bound that holds it.
"""

import os

from hexapla.errors import Problem, SourceError, UsageError

MEBIBYTE = 1 << 20

LARGEST_FILE = 128 * MEBIBYTE
"""bytes of a file"""
LARGEST_MARKUP = 32 * MEBIBYTE
"""bytes of HTML or XML: a tree in memory is ten times as large"""
LARGEST_PART = 32 * MEBIBYTE
"""bytes of one unpacked file of an archive"""
LARGEST_ARCHIVE = 128 * MEBIBYTE
"""bytes of all that is unpacked of an archive"""
RATIO = 300
"""unpacked to packed size; WordprocessingML shrinks to a tenth, the worst tables to a hundredth, zeros to a
thousandth"""
RATIO_FROM = MEBIBYTE
"""bytes below which the ratio does no harm"""
MOST_ENTRIES = 10_000
"""files in an archive"""
DEEPEST = 200
"""elements within each other"""
MOST_PAGES = 5_000
LARGEST_PAGE = 200_000
"""characters on one page of a PDF; a page of a newspaper has a tenth"""
MOST_OBJECTS = 5_000_000
"""things drawn on the pages of a PDF: few bytes can draw the same again and again"""
LONGEST_TEXT = 20_000_000
"""characters of the text that is made of a file"""
MOST_LINES = 100_000
"""lines of the text that is made of a file, unless the environment says more; each can be a clause, and costs
about 0.15 ms and 2 kB"""
MOST_LINES_NAME = "HEXAPLA_MOST_LINES"
"""variable of the environment that says so"""
LONGEST_BOUND = 9
"""digits of a bound that is said"""
LONGEST_NUMBER = 200
"""characters of a list number: a level's template repeated a million times is none"""


def check_size(path: str, what: str, size: int, limit: int) -> None:
    """Hold a size against a limit.

    Raises:
        SourceError: it is exceeded.
    """
    if size > limit:
        raise build_limit_error(path, what, limit)


def check_lines(path: str, lines: int) -> None:
    """Hold a number of lines against its limit.

    Raises:
        SourceError: it is exceeded.
        UsageError: the environment says a limit that is no number.
    """
    said = os.environ.get(MOST_LINES_NAME, "") or str(MOST_LINES)
    if not (said.isascii() and said.isdecimal() and len(said) <= LONGEST_BOUND):
        raise UsageError(f"{MOST_LINES_NAME} is {said}, which is no number of lines; write it as 500000.")
    if lines > int(said):
        message = (
            f"{lines:,} lines: the limit is {int(said):,}; save the text in several files, "
            f"or set {MOST_LINES_NAME} to a higher number"
        )
        raise SourceError(Problem(path=path, message=message))


def build_limit_error(path: str, what: str, limit: int) -> SourceError:
    """Make the error of a file that asks too much."""
    shown = f"{limit // MEBIBYTE} MiB" if limit % MEBIBYTE == 0 and limit >= MEBIBYTE else f"{limit:,}"
    message = f"{what}: the limit is {shown}; save the text alone in another format, or in several files"
    return SourceError(Problem(path=path, message=message))
