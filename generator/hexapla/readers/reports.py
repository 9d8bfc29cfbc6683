"""What a reader left out or took for granted, as findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from hexapla.findings import Finding, finding
from hexapla.readers.encoding import Decoded

__all__ = ["encodings", "lists_unknown", "margins", "unseen"]

SHOWN = 5
"""lines that are quoted"""
LONGEST = 60
"""characters of each"""


class Seen(Protocol):
    """What a reader of documents counts on its way."""

    insertions: int
    deletions: int
    hidden: int
    left_out: dict[str, int]


def encodings(path: str, decoded: Decoded) -> Iterator[Finding]:
    """Tell how the bytes were read, if they could be read otherwise."""
    if decoded.other is not None and decoded.sure:
        yield finding("encoding_recognised", file=path, encoding=decoded.encoding)
    elif decoded.other is not None:
        yield finding("encoding_doubtful", file=path, encoding=decoded.encoding, other=decoded.other)


def unseen(seen: Seen) -> Iterator[Finding]:
    """Tell of tracked changes, of hidden text and of what is no text."""
    if seen.insertions or seen.deletions:
        yield finding("tracked_changes", insertions=seen.insertions, deletions=seen.deletions)
    if seen.hidden:
        yield finding("hidden_text", count=seen.hidden)
    yield from left_out(seen.left_out)


def left_out(counts: Mapping[str, int]) -> Iterator[Finding]:
    """Tell what holds no text that could be read."""
    for what, count in sorted(counts.items()):
        yield finding("content_left_out", count=count, what=what)


def lists_unknown(forms: Iterable[str]) -> Iterator[Finding]:
    """Tell of formats of list numbers that are not known."""
    for form in forms:
        yield finding("list_format_unknown", form=form)


def margins(lines: Sequence[str]) -> Iterator[Finding]:
    """Tell which lines at the head and foot of pages were left out."""
    if lines:
        told = " | ".join(line[:LONGEST] + ("…" if len(line) > LONGEST else "") for line in lines[:SHOWN])
        more = " | …" if len(lines) > SHOWN else ""
        yield finding("page_lines_left_out", count=len(lines), lines=told + more)
