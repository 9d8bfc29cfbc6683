"""What is searched: the units and divisions of every version, each wording once, and where it was changed.

Changed characters are known, so that a hit can be told to stand in added or removed words.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from hexapla.findings import Span
from hexapla.model import Alignment, Change, Comparison, Document, Edit, Op, Order, Role, Version
from hexapla.pairs import select_pairs_with_changes
from hexapla.reading import SEARCHED, Status, counted_statuses, find_lost_edit, row_statuses
from hexapla.search.folded_ngrams import collapse_space
from hexapla.text import SPACE, unwrap
from hexapla.units import Unit, build_units

ALONE: Final = frozenset({Status.ONLY_BASE, Status.ONLY_TARGET})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a wording stands: a unit or a division of a version."""

    version: int
    """its place among the versions"""
    id: str
    number: str
    """on one line; empty where there is none"""
    division: bool = False


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A wording with all its places, in the order of versions."""

    text: str
    """heading and text on one line, without the number"""
    places: tuple[Occurrence, ...]


@dataclass(slots=True)
class UnitChanges:
    """What happened to a unit of a version: against the version before it, and in the one after it."""

    kinds: int = 0
    added: set[int] = field(default_factory=set)
    """characters, counted without white space, that the version before has not"""
    removed: set[int] = field(default_factory=set)
    """the same of the version after"""


def collect_passages(document: Document) -> tuple[SearchPassage, ...]:
    """Return a document's wordings, each once, in the order in which they first stand.

    Post-conditions:
        1. Every unit and every division of every version is a place of exactly one passage.
    """
    found: dict[str, list[Occurrence]] = {}
    for at, version in enumerate(document.versions):
        for text, place in version_wordings(at, version):
            found.setdefault(text, []).append(place)
    return tuple(SearchPassage(text, tuple(places)) for text, places in found.items())


def version_wordings(at: int, version: Version) -> Iterator[tuple[str, Occurrence]]:
    """Yield the wordings of a version in its order."""
    own = {unit.id: unit for unit in build_units(version)}
    for clause in version.clauses:
        number = collapse_space(clause.number or "")
        if clause.role is Role.DIVISION:
            yield (
                join_wording(clause.heading, [clause.text]),
                Occurrence(at, clause.id, number, division=True),
            )
        elif clause.id in own:
            yield unit_wording(own[clause.id]), Occurrence(at, clause.id, number)


def unit_wording(unit: Unit) -> str:
    """Return a unit's heading and text with its parts."""
    return join_wording(unit.heading, unit.lines)


def join_wording(heading: str | None, lines: Iterable[str]) -> str:
    """Return a heading and lines as a reader sees them, on one line.

    A source's line ends say nothing: between two Han characters there is no space, else one.

    Post-conditions:
        1. Apart from white space the characters are those given, in order.
        2. White space is single spaces, none at the ends.
    """
    pieces = (collapse_space(unwrap(piece)) for piece in (heading or "", *lines))
    return " ".join(piece for piece in pieces if piece)


def collect_unit_changes(
    alignment: Alignment, comparisons: Sequence[Comparison]
) -> Mapping[tuple[str, str], UnitChanges]:
    """Say of every unit that was changed what was, by siglum and id of the unit."""
    document = alignment.document
    parallel = document.order is not Order.CHRONOLOGICAL
    unit = {(each.siglum, one.id): one for each in document.versions for one in build_units(each)}
    found: dict[tuple[str, str], UnitChanges] = defaultdict(UnitChanges)
    for comparison in select_pairs_with_changes(document, comparisons):
        for change in comparison.changes:
            kinds = encode_kinds(row_statuses(change), parallel=parallel)
            if not kinds:
                continue
            sigla = comparison.base, comparison.target
            lost = find_lost_edit(change, *map(document.version, sigla))
            sides = zip(sigla, change.cells, (Op.DELETE, Op.INSERT), strict=True)
            for siglum, names, op in sides:
                cell = [unit[siglum, name] for name in names]
                for name, places in zip(names, find_changed_characters(cell, change, op, lost), strict=True):
                    own = found[siglum, name]
                    own.kinds |= kinds
                    (own.added if parallel or op is Op.INSERT else own.removed).update(places)
    return found


def encode_kinds(of: Iterable[Status], *, parallel: bool) -> int:
    """Return what is to be said of a row as bits; 0 where nothing can be, as of text that is missing."""
    counted = {"only" if parallel and fact in ALONE else fact.value for fact in counted_statuses(of)}
    return sum(1 << at for at, kind in enumerate(SEARCHED) if kind in counted)


def find_changed_characters(
    cell: Sequence[Unit], change: Change, op: Op, lost: int | None
) -> Iterator[list[int]]:
    """Yield for each unit of a cell which of its characters bear a mark, counted without white space.

    A unit's heading comes before its text. Edits that do not spell the cell mark nothing; `lost`, the edit
    that a break hides, is neither added nor removed.
    """
    headings = [count_visible(unit.heading or "") for unit in cell]
    texts = [count_visible(unit.text) for unit in cell]
    if not change.heading_edits and any(headings):  # the edits are of headings and texts together
        texts = [heading + text for heading, text in zip(headings, texts, strict=True)]
        headings = [0] * len(cell)
    in_headings = find_changed_places(change.heading_edits, op, sum(headings))
    in_texts = find_changed_places(change.edits, op, sum(texts), lost)
    at_heading = at_text = 0
    for heading, text in zip(headings, texts, strict=True):
        own = [place - at_heading for place in slice_places(in_headings, at_heading, heading)]
        own += [heading + place - at_text for place in slice_places(in_texts, at_text, text)]
        yield own
        at_heading += heading
        at_text += text


def find_changed_places(edits: Iterable[Edit], op: Op, length: int, lost: int | None = None) -> list[int]:
    """Return which characters of one side are marked; none if the edits do not spell that side."""
    found: list[int] = []
    at = 0
    for number, edit in enumerate(edits):
        if edit.op in (op, Op.EQUAL):
            size = count_visible(edit.text)
            if edit.op is op and number != lost:
                found += range(at, at + size)
            at += size
    return found if at == length else []


def slice_places(places: Sequence[int], start: int, length: int) -> Sequence[int]:
    """Return the places, which are sorted, of a stretch."""
    return places[bisect_left(places, start) : bisect_left(places, start + length)]


def count_visible(text: str) -> int:
    """Count a text's characters without white space."""
    return len(SPACE.sub("", text))


def build_spans(text: str, places: Iterable[int]) -> list[Span]:
    """Turn characters counted without white space into spans of UTF-16 units of the text."""
    marks = sorted(places)
    if not marks:
        return []
    starts = utf16_offsets(text)
    visible = np.array([char != " " for char in text], np.bool_)
    begin, end = starts[:-1][visible], starts[1:][visible]
    chosen = np.array([mark for mark in marks if mark < len(begin)], np.int64)
    if not len(chosen):
        return []
    breaks = np.flatnonzero(np.diff(chosen) > 1)
    first = np.concatenate([chosen[:1], chosen[breaks + 1]])
    last = np.concatenate([chosen[breaks], chosen[-1:]])
    return [(int(begin[a]), int(end[z])) for a, z in zip(first, last, strict=True)]


def utf16_offsets(text: str) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Return where each character begins, in UTF-16 units, and the end."""
    widths = [2 if ord(char) > 0xFFFF else 1 for char in text]  # noqa: PLR2004 - the first plane's end
    return np.concatenate([[0], np.cumsum(np.array(widths, np.int64))]).astype(np.int64)
