"""What a reader left out or took for granted, as findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from hexapla.findings import Finding, make_finding
from hexapla.readers.encodings.detect import DecodedText

SHOWN = 5
"""lines that are quoted"""
LONGEST = 60
"""characters of each"""


class ReadingCounts(Protocol):
    """What a reader of documents counts on its way."""

    insertions: int
    deletions: int
    hidden: int
    left_out: dict[str, int]


def report_encoding(path: str, decoded: DecodedText) -> Iterator[Finding]:
    """Tell how the bytes were read, if they could be read otherwise."""
    if decoded.other is not None and decoded.sure:
        yield make_finding("encoding_recognised", file=path, encoding=decoded.encoding)
    elif decoded.other is not None:
        yield make_finding("encoding_doubtful", file=path, encoding=decoded.encoding, other=decoded.other)


def report_unseen(seen: ReadingCounts) -> Iterator[Finding]:
    """Tell of tracked changes, of hidden text and of what is no text."""
    if seen.insertions or seen.deletions:
        yield make_finding("tracked_changes", insertions=seen.insertions, deletions=seen.deletions)
    if seen.hidden:
        yield make_finding("hidden_text", count=seen.hidden)
    yield from report_left_out(seen.left_out)


def report_left_out(counts: Mapping[str, int]) -> Iterator[Finding]:
    """Tell what holds no text that could be read."""
    for what, count in sorted(counts.items()):
        yield make_finding("content_left_out", count=count, what=what)


def report_unknown_formats(forms: Iterable[str]) -> Iterator[Finding]:
    """Tell of formats of list numbers that are not known."""
    for form in forms:
        yield make_finding("list_format_unknown", form=form)


def report_margins(lines: Sequence[str]) -> Iterator[Finding]:
    """Tell which lines at the head and foot of pages were left out."""
    if lines:
        told = " | ".join(line[:LONGEST] + ("…" if len(line) > LONGEST else "") for line in lines[:SHOWN])
        more = " | …" if len(lines) > SHOWN else ""
        yield make_finding("page_lines_left_out", count=len(lines), lines=told + more)
