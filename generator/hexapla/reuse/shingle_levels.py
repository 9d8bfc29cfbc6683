"""The shingles of all texts and how many documents have them, made from those of an earlier search.

A further text changes the level of few shingles: of those that it has itself. So only these are counted
again, wherever they stand. From nothing is the same: then all texts are new.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hexapla.reuse.document_passages import join_codes
from hexapla.reuse.held_texts import HeldText
from hexapla.reuse.shingles import (
    MOST_LEVEL,
    NOWHERE,
    Bools,
    Hashes,
    Ints,
    Levels,
    Places,
    ShingleIndex,
    TextLayout,
    choose_shared,
    count_levels,
    hash_shingles,
    lay_out,
    sort_shingles,
)
from hexapla.reuse.text_changes import TextChanges

MARK_BITS = 24
"""of a hash by which it is told at first sight whether it is asked for; some others are taken along"""
UNCOUNTED = NOWHERE - 1
"""level of a shingle that nobody counted yet"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShingleLevels:
    """Per character the shingle that begins there."""

    hashes: Hashes
    """0 where none begins"""
    levels: Levels
    """or `NOWHERE`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedTexts:
    """Per text what of it weighs something else than before."""

    rare: Bools
    """a rare shingle, so that other texts may be worth a comparison"""
    any: Bools
    """any shingle, so that what it has in common with others weighs something else"""


def update_levels(
    known: tuple[ShingleLevels, Ints], changes: TextChanges, texts: Sequence[HeldText], layout: TextLayout
) -> tuple[ShingleLevels, TouchedTexts]:
    """Count which documents have which shingles, of those that came, went, or moved.

    Args:
        known: from the earlier search, and where its texts began.
        changes: from its texts to those of now.
        texts: of now.
        layout: of these.
    """
    then, starts = known
    hashes = np.zeros(int(layout.starts[-1]), np.uint32)
    levels = np.full(len(hashes), NOWHERE, np.uint8)
    for source, target in find_stretches(changes.before, starts, layout.starts):
        hashes[target] = then.hashes[source]
        levels[target] = then.levels[source]
    fresh = np.flatnonzero(changes.before < 0)
    some = [texts[number] for number in fresh.tolist()]
    fresh_hashes, begins = hash_shingles(
        join_codes([each.key for each in some]), lay_out(some, layout.sizes[fresh])
    )
    places = list_places(layout.starts, fresh)
    hashes[places] = fresh_hashes
    levels[places[begins]] = UNCOUNTED
    asked = [
        select_hashes(hashes, levels, list_places(layout.starts, np.flatnonzero(changes.altered))),
        select_hashes(then.hashes, then.levels, list_places(starts, np.flatnonzero(changes.gone))),
    ]
    spots = find_spots(hashes, levels != NOWHERE, None if changes.altered.all() else np.concatenate(asked))
    found = sort_shingles(hashes[spots], spots, layout)
    after = count_levels(found, layout)[found.group]
    before = levels[found.spot]
    levels[found.spot] = after
    changed = before != after
    touched = np.zeros((2, len(texts)), np.bool_)
    touched[0, found.owner[changed & (np.minimum(before, after) <= MOST_LEVEL)]] = True
    touched[1, found.owner[changed]] = True
    return ShingleLevels(hashes=hashes, levels=levels), TouchedTexts(rare=touched[0], any=touched[1])


def index_rare(shingles: ShingleLevels, layout: TextLayout, top: int, wanted: Bools | None) -> ShingleIndex:
    """Index the rare shingles that texts have.

    Args:
        shingles: of all texts.
        layout: of these.
        top: level of a shingle that all documents have.
        wanted: per text whether its shingles are wanted; None: those of all.
    """
    rare = shingles.levels <= MOST_LEVEL
    asked = None
    if wanted is not None:
        places = list_places(layout.starts, np.flatnonzero(wanted))
        asked = shingles.hashes[places[rare[places]]]
    spots = find_spots(shingles.hashes, rare, asked)
    found = sort_shingles(shingles.hashes[spots], spots, layout)
    level = np.zeros(int(found.group[-1]) + 1 if len(found.group) else 0, np.uint8)
    level[found.group] = shingles.levels[found.spot]
    owner, group, kept = choose_shared(found, level, rare=True)
    return ShingleIndex(
        layout=layout, top=top, level_at=shingles.levels, owner=owner, group=group, level=kept
    )


def find_spots(hashes: Hashes, among: Bools, asked: Hashes | None) -> Places:
    """Return the places of shingles, all occurrences of each.

    Args:
        hashes: per place.
        among: per place whether it may be one.
        asked: hashes of those that are wanted, others may come with them; None: all.
    """
    if asked is None:
        return np.flatnonzero(among).astype(np.int32)
    drop = np.uint32(32 - MARK_BITS)
    marks = np.zeros(1 << MARK_BITS, np.bool_)
    marks[asked >> drop] = True
    return np.flatnonzero(marks[hashes >> drop] & among).astype(np.int32)


def select_hashes(hashes: Hashes, levels: Levels, places: Ints) -> Hashes:
    """Return the hashes of the shingles that begin at some places."""
    chosen: Hashes = hashes[places[levels[places] != NOWHERE]]
    return chosen


def list_places(starts: Ints, texts: Ints) -> Ints:
    """Return the places of all characters of some texts, one text after another."""
    lengths = starts[texts + 1] - starts[texts]
    ends = np.cumsum(lengths)
    places: Ints = np.repeat(starts[texts] - (ends - lengths), lengths)
    places += np.arange(len(places))
    return places


def find_stretches(before: Ints, then: Ints, now: Ints) -> Iterator[tuple[slice, slice]]:
    """Yield the stretches of characters that stand in the same order as before.

    Args:
        before: per text of now its number then, or -1.
        then: where the texts of then began.
        now: where those of now begin.
    """
    known = before >= 0
    begins = known.copy()
    begins[1:] &= ~known[:-1] | (np.diff(before) != 1)
    ends = known.copy()
    ends[:-1] &= ~known[1:] | (np.diff(before) != 1)
    for first, last in zip(np.flatnonzero(begins).tolist(), np.flatnonzero(ends).tolist(), strict=True):
        source = slice(int(then[before[first]]), int(then[before[last] + 1]))
        yield source, slice(int(now[first]), int(now[last + 1]))
