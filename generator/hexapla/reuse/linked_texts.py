"""Which texts of a collection are linked: one stands in the other, wholly, nearly, or in part.

Whether two texts are linked depends on their words, on what each of their shingles weighs, on the documents
they stand in, and on the first text of each common shingle. Where none of this changed since an earlier
search, what that found holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from hexapla.reuse.candidate_pairs import CandidatePairs, count_pairs, encode_pairs
from hexapla.reuse.candidates import LONGER, find_candidates
from hexapla.reuse.document_passages import join_codes, lacks_spaces
from hexapla.reuse.held_texts import HeldText
from hexapla.reuse.likeness import (
    CommonText,
    ReuseWeights,
    find_least_common,
    link_texts,
    measure_common_text,
)
from hexapla.reuse.remembered_search import RememberedSearch, remember_pairs
from hexapla.reuse.shingle_levels import ShingleLevels, TouchedTexts, index_rare, update_levels
from hexapla.reuse.shingles import (
    HAN_SIZE,
    WORDS_SIZE,
    Bools,
    Ints,
    ShingleIndex,
    index_longer,
    lay_out,
)
from hexapla.reuse.text_changes import (
    LATER,
    PAIR_BITS,
    Digests,
    KnownTexts,
    TextChanges,
    compare_texts,
    identify_texts,
)
from hexapla.text.window_hashes import MIX


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedTexts:
    """The texts of a collection, and which of them are linked."""

    texts: Sequence[HeldText]
    index: ShingleIndex
    links: dict[tuple[int, int], CommonText]
    """the earlier and the later text, ascending, and what they have in common"""
    known: dict[tuple[int, int], CommonText]
    """what else was measured earlier, from the one to the other"""
    rules: str
    identified: KnownTexts
    firsts: Digests
    shingles: ShingleLevels
    candidates: CandidatePairs
    asked: dict[tuple[int, int], CommonText] = field(default_factory=dict)
    """what was asked of texts that are not linked"""

    def compare(self, a: int, b: int) -> CommonText:
        """Return what two texts have in common, linked or not."""
        common = self.known.get((a, b)) or measure_common_text(
            self.index, (a, self.texts[a].key), (b, self.texts[b].key)
        )
        self.asked[a, b] = common
        return common

    def remember(self) -> RememberedSearch:
        """Return what a later search may know."""
        layout = self.index.layout
        return RememberedSearch(
            rules=self.rules,
            texts=self.identified,
            lengths=layout.lengths.astype(np.int32),
            sizes=layout.sizes.astype(np.int32),
            firsts=self.firsts,
            shingles=self.shingles,
            candidates=self.candidates,
            links=remember_pairs(self.links),
            compared=remember_pairs(self.asked),
        )


def link_collection(
    known: RememberedSearch, texts: Sequence[HeldText], documents: Sequence[str], weights: ReuseWeights
) -> LinkedTexts:
    """Link the texts of a collection, and measure only what an earlier search has not.

    Args:
        known: what any earlier search remembered.
        texts: of the collection.
        documents: ids of the documents that texts number.
        weights: the thresholds.
    """
    now = identify_texts(texts, documents)
    changes = compare_texts(known.texts, now)
    layout = lay_out(texts, choose_sizes(texts, changes, known))
    shingles, touched = update_levels((known.shingles, known.starts), changes, texts, layout)
    top = find_top(texts)
    longer = index_longer(join_codes([each.key for each in texts]), layout, top, shingles.levels, LONGER)
    firsts = sum_firsts(longer, now)
    rules = f"{weights!r} {top}"
    recount, stale = choose_stale(known, changes, touched, firsts, rules)
    index = index_rare(shingles, layout, top, None if recount.all() else recount)
    fresh = choose_pairs(index, longer, recount, weights)
    del longer
    before = known.candidates.renumber(changes)
    fresh = count_pairs(texts, fresh.recall(before))
    pairs = before.choose(~before.touch(recount)).merge(fresh)
    links = known.links.recall(changes, stale)
    ordered = {
        (a, b) if a < b else (b, a): each if a < b else each.reversed() for (a, b), each in links.items()
    }
    ordered.update(find_links(texts, index, pairs.choose(pairs.touch(stale)), weights))
    return LinkedTexts(
        texts=texts,
        index=index,
        links=dict(sorted(ordered.items())),
        known=known.compared.recall(changes, stale),
        rules=rules,
        identified=now,
        firsts=firsts,
        shingles=shingles,
        candidates=pairs,
    )


def choose_sizes(texts: Sequence[HeldText], changes: TextChanges, known: RememberedSearch) -> Ints:
    """Return per text how many characters its shingles have."""
    return np.array(
        [
            known.sizes[then] if then >= 0 else HAN_SIZE if lacks_spaces(text.key) else WORDS_SIZE
            for text, then in zip(texts, changes.before.tolist(), strict=True)
        ],
        np.int64,
    )


def find_top(texts: Sequence[HeldText]) -> int:
    """Return the level of a shingle that all documents have."""
    count = len({holder.document for each in texts for holder in each.holders})
    return max(1, count - 1).bit_length()


def sum_firsts(longer: ShingleIndex, texts: KnownTexts) -> Digests:
    """Return per text a number that tells which texts are the first to have its common shingles.

    Args:
        longer: the common shingles.
        texts: digests of the texts.
    """
    sums = np.zeros(len(texts), np.uint64)
    heads = np.flatnonzero(np.diff(longer.group, prepend=-1))
    sizes = np.diff(np.append(heads, len(longer.group)))
    first = np.repeat(longer.owner[heads], sizes)
    mixed = texts.keys[::2] * MIX
    mixed ^= mixed >> np.uint64(31)
    np.add.at(sums, longer.owner, mixed[first])
    return sums


def choose_stale(
    known: RememberedSearch, changes: TextChanges, touched: TouchedTexts, firsts: Digests, rules: str
) -> tuple[Bools, Bools]:
    """Tell per text whether its pairs must be sought anew, and whether what was measured of it holds no more.

    Args:
        known: what an earlier search remembered.
        changes: from its texts to those of now.
        touched: texts of which shingles weigh something else.
        firsts: as `sum_firsts` says.
        rules: under which texts are linked now.
    """
    if rules != known.rules:
        everything = np.ones(len(firsts), np.bool_)
        return everything, everything
    moved = changes.altered.copy()
    kept = np.flatnonzero(~moved)
    moved[kept] = known.firsts[changes.before[kept]] != firsts[kept]
    recount = moved | touched.rare
    return recount, recount | touched.any


def choose_pairs(
    index: ShingleIndex, longer: ShingleIndex, wanted: Bools, weights: ReuseWeights
) -> CandidatePairs:
    """Return the pairs that are worth measuring, of which either text is wanted."""
    pairs, common = find_candidates(index, longer, None if wanted.all() else wanted)
    return CandidatePairs(
        codes=encode_pairs(pairs),
        least=find_least_common(pairs, common, index.layout.lengths, weights).astype(np.int32),
        common=np.zeros(len(common), np.int32),
    )


def find_links(
    texts: Sequence[HeldText], index: ShingleIndex, pairs: CandidatePairs, weights: ReuseWeights
) -> Iterator[tuple[tuple[int, int], CommonText]]:
    """Yield those pairs of which one stands in the other, wholly or in part."""
    for code in pairs.codes[pairs.common >= pairs.least].tolist():
        a, b = code >> PAIR_BITS, code & LATER
        common = link_texts(index, (a, texts[a].key), (b, texts[b].key), weights)
        if common is not None:
            yield (a, b), common
