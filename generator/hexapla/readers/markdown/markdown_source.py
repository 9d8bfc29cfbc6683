"""A Markdown file as a source: its text as written, and beside it what its format says of each stretch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hexapla.findings import Span
from hexapla.model import UNSEEN, Markup, MarkupKind, Source
from hexapla.readers.markdown.block_places import BlockPlaces, OpenList
from hexapla.readers.markdown.block_rules import make_parser
from hexapla.readers.markdown.metadata_block import find_metadata_end, read_metadata

RANK = (
    MarkupKind.METADATA,
    MarkupKind.CONTENTS,
    MarkupKind.FOOTNOTE,
    MarkupKind.COMMENT,
    MarkupKind.FOOTNOTE_MARK,
    MarkupKind.SIGN,
)
"""kinds of what is not seen; where two claim a character, the first has it"""


def read_markup(source: Source) -> Source:
    """Read what Markdown says of a text: offsets into it are offsets into the file.

    Post-conditions:
        1. The text is the file's, but for lists that write one number before every item: they bear the
           numbers that such a list is shown with.
        2. `Source.markup` tells of each character that is no word of the text, and of headings and items.
    """
    text = source.text
    places = find_places(text)
    if places.repeated:
        text = renumber_lists(text, places.repeated)
        places = find_places(text)
    return replace(source, text=text, markup=tuple(list_markup(text, places)))


def find_places(text: str) -> BlockPlaces:
    """Parse a text and find where its blocks stand."""
    lines = text.split("\n")
    first = find_metadata_end(lines)
    environment: dict[str, object] = {}
    parser = make_parser()
    places = BlockPlaces(parser, lines, first, environment)
    if first:
        places.markup += read_metadata(lines[:first])
    places.walk(parser.parse("\n".join(lines[first:]), environment))
    return places


def renumber_lists(text: str, lists: Sequence[OpenList]) -> str:
    """Write the numbers with which lists are shown that repeat one: 1. 1. 1. is shown as 1. 2. 3."""
    shown = sorted(
        (*span, str(int(each.numbers[0]) + n)) for each in lists for n, span in enumerate(each.markers)
    )
    pieces, at = [], 0
    for start, end, number in shown:
        pieces += [text[at:start], number]
        at = end
    return "".join([*pieces, text[at:]])


def list_markup(text: str, places: BlockPlaces) -> list[Markup]:
    """Return all markup in order; what is no word is a sign, whatever it is."""
    told = [each for each in places.markup if each.kind not in UNSEEN]
    unseen = [each for each in places.markup if each.kind in UNSEEN]
    body = places.starts[0] if places.starts else len(text)
    unseen += [Markup(*span, MarkupKind.SIGN) for span in find_unseen(text, body, places.seen)]
    return sorted([*told, *separate(unseen)], key=lambda each: (each.start, each.end, each.kind))


def find_unseen(text: str, start: int, seen: Iterable[Span]) -> Iterator[Span]:
    """Yield what stands outside the words, without outer white space, line by line."""
    at = start
    for left, right in [*sorted(seen), (len(text), len(text))]:
        begin = at
        for line in text[at:left].split("\n"):
            if line.strip():
                yield begin + len(line) - len(line.lstrip()), begin + len(line.rstrip())
            begin += len(line) + 1
        at = max(at, right)


def separate(unseen: Sequence[Markup]) -> Iterator[Markup]:
    """Yield stretches apart from each other: each character goes to the kind that stands first in `RANK`."""
    left: list[Markup] = []
    for kind in RANK:
        own = merge(each for each in unseen if each.kind is kind)
        left = [*left, *(Markup(*span, kind) for span in cut_out(own, left))]
        left.sort(key=lambda each: each.start)
    yield from left


def merge(stretches: Iterable[Markup]) -> list[Span]:
    """Unite stretches that overlap."""
    out: list[Span] = []
    for each in sorted(stretches, key=lambda each: each.start):
        if out and each.start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], each.end))
        elif each.start < each.end:
            out.append((each.start, each.end))
    return out


def cut_out(spans: Sequence[Span], taken: Sequence[Markup]) -> Iterator[Span]:
    """Yield what is left of spans without what is taken; both are in order and apart."""
    first = 0
    for start, end in spans:
        while first < len(taken) and taken[first].end <= start:
            first += 1
        at, n = start, first
        while n < len(taken) and taken[n].start < end:
            if taken[n].start > at:
                yield at, taken[n].start
            at = max(at, taken[n].end)
            n += 1
        if at < end:
            yield at, end
