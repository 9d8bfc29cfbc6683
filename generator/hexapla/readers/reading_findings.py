"""What a reader left out or took for granted, as findings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hexapla.findings import Finding, make_finding
from hexapla.readers.encodings import DecodedText
from hexapla.text import shorten

OBJECTS = "pictures and objects"
DIAGRAMS = "diagrams (SmartArt)"
ALTERNATIVE_TEXTS = "alternative texts of pictures"
SHOWN = 5
"""lines that are quoted"""
LONGEST = 60
"""characters of each"""


@dataclass(slots=True)
class ReadingCounts:
    """What a reader of documents counts on its way."""

    insertions: int = 0
    """tracked changes"""
    deletions: int = 0
    hidden: int = 0
    """characters"""
    left_out: dict[str, int] = field(default_factory=dict)
    """what holds no text → how often"""

    def leave_out(self, what: str) -> None:
        """Note that something was left out."""
        self.left_out[what] = self.left_out.get(what, 0) + 1


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


def report_margins(lines: Iterable[str]) -> Iterator[Finding]:
    """Tell which lines at the head and foot of pages were left out, each once."""
    if shown := list(dict.fromkeys(lines)):
        told = " | ".join(shorten(line, LONGEST) for line in shown[:SHOWN])
        more = " | …" if len(shown) > SHOWN else ""
        yield make_finding("page_lines_left_out", count=len(shown), lines=told + more)
