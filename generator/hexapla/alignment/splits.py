"""Link units beside their main links: splits, merges, and units that belong to a part of another.

The overlap of two units counts as far as existing links do not account for it. It is counted by sentence: a
sentence that also occurs in another unit is evidence for a link only as far as neither the partners of that
unit nor those of its own unit contain it. Thus a paragraph that moved into another article is found although
both articles have partners of their own. At last each unit without a partner is attached to its best
candidate, unless the n-grams that the two share are explained by the partners of that candidate.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs, find_two_best, sort_distinct
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.rival_evidence import cover_units
from hexapla.alignment.tfidf import TfIdfSimilarity
from hexapla.alignment.trace import Check, Stage, Trace, TraceStep

ROUNDING = 1e-6
"""two ways to add up the same differ by less"""
SINGLE_PRECISION = 1e-3
"""the same where it is added up in single precision, as a share"""
SupportFunction = Callable[[Pairs, Floats], tuple[Floats, Bools]]


class Coverage:
    """The partners of every unit of the evidence, and which of its n-grams they explain."""

    def __init__(self, evidence: TfIdfSimilarity, place: Ints, trace: Trace | None = None) -> None:
        """Start without partners.

        Args:
            evidence: weighted n-grams of both sides.
            place: per unit of the evidence its position in its version, shape (units,).
            trace: records what decides about one pair of units, if given.
        """
        self.evidence = evidence
        self.weights = evidence.weights
        self.place = place.tolist()
        self.partners: list[list[int]] = [[] for _ in self.place]
        self.trace = trace
        self.watched = self._positions(place, trace.pair) if trace else None
        """the traced units, by position in the evidence; None if there is no trace or they are not in it"""
        self._marked = np.zeros(len(evidence.idf), bool)
        self._explained = np.zeros(len(evidence.idf), bool)

    def bind(self, left: int, right: int) -> None:
        """Make two units partners."""
        self.partners[left].append(right)
        self.partners[right].append(left)

    def gain(self, left: int, right: int) -> float:
        """Return the larger share of either unit that the other newly explains; 0 if below the thresholds."""
        if not self.partners[left] and not self.partners[right]:
            return 0.0
        beside = self.beside(left, right)
        scale = self.weights.part_beside if beside else 1.0
        covers = [
            (*self._cover(unit, other), self.asked(unit) * scale)
            for unit, other in ((left, right), (right, left))
        ]
        enough = any(share >= asked and mass >= self.weights.part_mass for share, mass, asked in covers)
        if not enough and beside:
            covers.append((*self._whole(left, right), self.weights.part_alone))
            share, mass, asked = covers[-1]
            enough = share >= asked and mass >= self.weights.part_mass
            covers = covers[-1:] if enough else covers
        if (left, right) == self.watched:
            self.record(covers)
        return max(share for share, _, _ in covers) if enough else 0.0

    def record(self, covers: Sequence[tuple[float, float, float]]) -> None:
        """Record the cover (share, mass, least share) that comes nearest to its thresholds."""
        if self.trace is None:
            return
        least = self.weights.part_mass
        share, mass, asked = max(covers, key=lambda cover: min(cover[0] / cover[2], cover[1] / least))
        checks = (
            Check(name="share", value=share, least=asked),
            Check(name="mass", value=mass, least=least),
        )
        self.trace.weigh(TraceStep(stage=Stage.PART, checks=checks))

    def asked(self, unit: int) -> float:
        """Return the least share of a unit that another must contain, unless `beside` holds for the two."""
        return self.weights.part_partnered if self.partners[unit] else self.weights.part_alone

    def news(self, left: int, right: int, partnered: int) -> tuple[float, float]:
        """Return the idf mass that two units share, and how much of it the partners of `partnered` lack."""
        common = np.intersect1d(self._grams(left), self._grams(right), assume_unique=True)
        for partner in self.partners[partnered]:
            self._marked[self._grams(partner)] = True
        weight = self.evidence.idf[common]
        new = float(weight[~self._marked[common]].sum())
        for partner in self.partners[partnered]:
            self._marked[self._grams(partner)] = False
        return float(weight.sum()), new

    def unexplained(self) -> Floats:
        """Return per unit the share of its mass that its partners lack, shape (units,); can be negative."""
        pairs = [(unit, other) for unit, others in enumerate(self.partners) for other in others]
        at = np.array(pairs, np.int64).reshape(-1, 2)
        held = self.evidence.shared(at[:, 0], at[:, 1])
        total = np.bincount(at[:, 0], held, len(self.partners))
        return 1 - total / np.maximum(self.evidence.mass, 1e-9)

    def beside(self, left: int, right: int) -> bool:
        """Tell whether one of two units has no partner and is next to a partner of the other."""
        return self._beside(left, right) or self._beside(right, left)

    def _beside(self, unit: int, other: int) -> bool:
        """Tell whether `unit` has no partner and is next to a partner of `other`."""
        return not self.partners[unit] and any(
            abs(self.place[it] - self.place[unit]) == 1 for it in self.partners[other]
        )

    def _cover(self, unit: int, other: int) -> tuple[float, float]:
        """Return the share and the idf mass of `unit` that `other` newly explains, counted by sentence."""
        first, last = self.evidence.first[unit], self.evidence.first[unit + 1]
        table = self.evidence.sentences
        begin, end = table.indptr[first], table.indptr[last]
        if begin == end:
            return 0.0, 0.0
        grams = table.indices[begin:end]
        sentences = last - first
        sentence = np.repeat(np.arange(sentences), np.diff(table.indptr[first : last + 1]))
        self._marked[self._grams(other)] = True
        for partner in self.partners[other]:
            self._marked[self._grams(partner)] = False
        for partner in self.partners[unit]:
            self._explained[self._grams(partner)] = True
        weight = self.evidence.idf[grams]
        total = np.bincount(sentence, weight, sentences)
        found = np.bincount(sentence, weight * self._marked[grams], sentences)
        known = np.bincount(sentence, weight * self._explained[grams], sentences)
        self._marked[self._grams(other)] = False
        for partner in self.partners[unit]:
            self._explained[self._grams(partner)] = False
        mass = float(np.maximum(0, found - known)[found >= self.weights.sentence_found * total].sum())
        return mass / float(total.sum()), mass

    def _whole(self, left: int, right: int) -> tuple[float, float]:
        """Return share and idf mass of the unmatched unit in sentences that match the other unit best.

        A sentence counts if it is more like one of the other unit than any sentence of that unit's partners
        is. This finds parts of near-duplicate units, whose n-grams the partners explain already.
        """
        lone, other = (right, left) if self.partners[left] else (left, right)
        likeness, common = self._sentences(lone, other)
        rivals = np.zeros(likeness.shape[1])
        for partner in self.partners[other]:
            rivals = np.maximum(rivals, self._sentences(partner, other)[0].max(axis=0, initial=0.0))
        if not likeness.size:
            return 0.0, 0.0
        best = likeness.argmax(axis=1)
        every = np.arange(len(best))
        won = (likeness[every, best] >= self.weights.sentence_found) & (likeness[every, best] > rivals[best])
        mass = float(common[every, best][won].sum())
        return mass / max(float(self.evidence.mass[lone]), 1e-9), mass

    def _sentences(self, unit: int, other: int) -> tuple[Floats, Floats]:
        """Return Dice likeness and common idf mass of all pairs of sentences, shape (of unit, of other)."""
        table, mass = self.evidence.sentences, self.evidence.sentence_mass
        (first, last), (begin, end) = (self.evidence.first[at : at + 2].tolist() for at in (unit, other))
        grams = table.indices[table.indptr[first] : table.indptr[last]]
        weight = self.evidence.idf[grams]
        sentence = np.repeat(np.arange(last - first), np.diff(table.indptr[first : last + 1]))
        common = np.zeros((last - first, end - begin))
        for at in range(begin, end):
            held = table.indices[table.indptr[at] : table.indptr[at + 1]]
            self._marked[held] = True
            common[:, at - begin] = np.bincount(sentence, weight * self._marked[grams], last - first)
            self._marked[held] = False
        return 2 * common / np.maximum(mass[first:last, None] + mass[None, begin:end], 1e-9), common

    def _positions(self, place: Ints, pair: tuple[int, int]) -> tuple[int, int] | None:
        size = self.evidence.first_size
        left, right = np.flatnonzero(place[:size] == pair[0]), np.flatnonzero(place[size:] == pair[1])
        return (int(left[0]), int(right[0]) + size) if len(left) and len(right) else None

    def _grams(self, unit: int) -> NDArray[np.int32]:
        table = self.evidence.present
        grams: NDArray[np.int32] = table.indices[table.indptr[unit] : table.indptr[unit + 1]]
        return grams


def link_splits_and_merges(coverage: Coverage, near: Pairs) -> list[tuple[int, int, float]]:
    """Bind the pairs in which one unit newly explains enough of the other, the largest share first.

    Returns the new pairs with their coverage.
    """
    gaining = find_gaining_pairs(coverage, leave_out_partners(coverage, near))
    gains = [
        (-gain, mine, yours)
        for mine, yours in zip(*(side.tolist() for side in gaining), strict=True)
        if yours not in coverage.partners[mine] and (gain := coverage.gain(mine, yours))
    ]
    bound = []
    for _, mine, yours in sorted(gains):
        gain = coverage.gain(mine, yours)
        if gain:
            coverage.bind(mine, yours)
            bound.append((mine, yours, gain))
    return bound


def link_moved_sentences(coverage: Coverage) -> list[tuple[int, int, float]]:
    """Bind the pairs in which a sentence stands word by word, once in either version, and in no partner.

    So a paragraph is found that moved whole between two long units, of either of which it is a small share.
    Returns the new pairs with their scores.
    """
    evidence, weights = coverage.evidence, coverage.weights
    table, owner = evidence.sentences, np.repeat(np.arange(len(evidence.mass)), np.diff(evidence.first))
    heavy = np.flatnonzero(evidence.sentence_mass >= weights.moved_mass)
    known: dict[bytes, list[int]] = defaultdict(list)
    for row in heavy.tolist():
        known[table.indices[table.indptr[row] : table.indptr[row + 1]].tobytes()].append(int(owner[row]))
    bound = []
    for units in known.values():
        if len(units) != 2 or not units[0] < evidence.first_size <= units[1]:  # noqa: PLR2004 - once here, once there
            continue
        left, right = units
        if right not in coverage.partners[left] and (coverage.partners[left] or coverage.partners[right]):
            coverage.bind(left, right)
            bound.append((left, right, weights.moved_score))
    return bound


def leave_out_partners(coverage: Coverage, near: Pairs) -> Pairs:
    """Leave out pairs of units that are partners already, but for the traced one."""
    ends = zip(*(side.tolist() for side in near), strict=True)
    kept = np.array(
        [pair[1] not in coverage.partners[pair[0]] or pair == coverage.watched for pair in ends], bool
    )
    return near[0][kept], near[1][kept]


def filter_promising_pairs(coverage: Coverage, near: Pairs) -> tuple[Pairs, Floats]:
    """Leave out pairs that cannot reach the thresholds; a bound that is cheaper than counting by sentence.

    Returns the others with the idf mass that their units share.
    """
    left, right = near
    held = coverage.evidence.shared(left, right)
    rest = coverage.unexplained()
    lone = np.array([not partners for partners in coverage.partners], bool)
    weights = coverage.weights
    scale = np.where(lone[left] | lone[right], weights.part_beside, 1.0)
    worth = np.zeros(len(left), bool)
    limits: list[tuple[Floats, Floats, Floats]] = []
    for unit in (left, right):
        asked = np.where(lone[unit], weights.part_alone, weights.part_partnered) * scale
        most = np.minimum(held / np.maximum(coverage.evidence.mass[unit], 1e-9), rest[unit])
        worth |= most >= asked
        limits.append((most, held, asked))
    worth &= (held >= weights.part_mass) & ~(lone[left] & lone[right])
    if coverage.watched is not None:
        for at in np.flatnonzero(
            (left == coverage.watched[0]) & (right == coverage.watched[1]) & ~worth
        ).tolist():
            if not (lone[left[at]] and lone[right[at]]):
                covers = [
                    (float(most[at]), float(mass[at]), float(least[at])) for most, mass, least in limits
                ]
                coverage.record(covers)
    return (left[worth], right[worth]), held[worth]


def find_gaining_pairs(coverage: Coverage, near: Pairs) -> Pairs:
    """Leave out pairs of which `Coverage.gain` is 0: neither unit explains enough of the other."""
    (left, right), held = filter_promising_pairs(coverage, near)
    ends = list(zip(left.tolist(), right.tolist(), strict=True))
    beside = np.array([coverage.beside(*pair) or pair == coverage.watched for pair in ends], bool)
    worth = beside.copy()
    apart = np.flatnonzero(~beside)
    for unit, other in ((left[apart], right[apart]), (right[apart], left[apart])):
        worth[apart[find_covered(coverage, (unit, other), held[apart])]] = True
    return left[worth], right[worth]


def find_covered(coverage: Coverage, pairs: Pairs, held: Floats) -> Ints:
    """Find the pairs of which the second unit newly explains enough of the first; return their positions.

    What the second does not hold it does not explain. So what is `held`, which costs little to count, leaves
    out most pairs before any is weighed by sentence.
    """
    evidence, partners, least = coverage.evidence, coverage.partners, coverage.weights.part_mass
    asked = np.array([coverage.asked(unit) for unit in pairs[0].tolist()], np.float64)
    owner = np.repeat(np.arange(len(partners)), np.diff(evidence.first))
    total = np.bincount(owner, evidence.sentence_mass, len(partners))[pairs[0]]
    most = total - (evidence.mass[pairs[0]] - held)
    slack = SINGLE_PRECISION * total
    found = np.flatnonzero((most + slack >= asked * total) & (most + slack >= least))
    one, other = ([partners[unit] for unit in units[found].tolist()] for units in pairs)
    share, mass = cover_units(evidence, (pairs[0][found], pairs[1][found]), (one, other))
    return found[(share >= asked[found] - ROUNDING) & (mass >= least - ROUNDING)]


def attach_unmatched_units(
    coverage: Coverage, near: Pairs, likeness: Floats, standing: SupportFunction
) -> list[tuple[int, int, float]]:
    """Bind each unit without a partner to at most one unit that has partners.

    Args:
        coverage: the partners of every unit; the new pairs are added to it.
        near: candidate pairs, by position in the evidence.
        likeness: of each of them.
        standing: returns the context support of pairs and whether they break the order of the links.

    Returns:
        The new pairs with their scores: the larger of the pair's score (likeness plus support) and the share
        of the unmatched unit's mass that the other unit contains.
    """
    weights = coverage.weights
    alone = np.array([not partners for partners in coverage.partners], bool)
    one_alone = alone[near[0]] != alone[near[1]]
    left, right, likeness = near[0][one_alone], near[1][one_alone], likeness[one_alone]
    support, crossing = standing((left, right), likeness)
    score = np.round(likeness + support, 6)
    lonely = np.where(alone[left], left, right)
    _record(coverage, (left, right), (likeness, score), crossing)
    best_of, second = find_two_best(lonely, score, len(coverage.partners))
    units = sort_distinct(lonely)
    best, margin = best_of[units], score[best_of[units]] - second[units]
    beside = np.array([coverage.beside(int(left[at]), int(right[at])) for at in best], bool)
    least, needed = list_thresholds(beside, crossing[best], weights)
    good = (likeness[best] >= least) & (score[best] >= needed) & (margin >= weights.margin)
    bound = []
    for at in best[good].tolist():
        one, other = int(left[at]), int(right[at])
        common, new = coverage.news(one, other, other if alone[one] else one)
        if new >= weights.attach_news * common and new >= weights.attach_mass:
            contained = common / float(coverage.evidence.mass[lonely[at]])
            bound.append((-float(score[at]), one, other, max(float(score[at]), contained)))
    for _, one, other, _ in sorted(bound):
        coverage.bind(one, other)
    return [(one, other, worth) for _, one, other, worth in sorted(bound)]


def list_thresholds(beside: Bools, crossing: Bools, weights: LinkWeights) -> tuple[Floats, Floats]:
    """Return the least likeness and the least score of each pair.

    Pairs that break the order need a higher score, except units beside a partner of the other.
    """
    least = np.where(beside, weights.attach_beside, weights.attach_likeness)
    return least, least + np.where(beside, 0.0, weights.crossing * crossing)


def _record(coverage: Coverage, pairs: Pairs, worth: tuple[Floats, Floats], crossing: Bools) -> None:
    """Record the checks of the traced pair if one unit is unmatched; `worth` is likeness and score."""
    trace, watched, weights = coverage.trace, coverage.watched, coverage.weights
    if trace is None or watched is None:
        return
    (left, right), (likeness, score) = pairs, worth
    for at in np.flatnonzero((left == watched[0]) & (right == watched[1])).tolist():
        lone, other = watched[::-1] if coverage.partners[watched[0]] else watched
        side = left if lone == watched[0] else right
        others = score[(side == lone) & (np.arange(len(side)) != at)]
        beside = np.array([coverage.beside(*watched)])
        least, needed = list_thresholds(beside, crossing[at : at + 1], weights)
        common, new = coverage.news(*watched, other)
        checks = {
            "likeness": (float(likeness[at]), float(least[0])),
            "score": (float(score[at]), float(needed[0])),
            "margin": (float(score[at] - others.max(initial=0.0)), weights.margin),
            "news": (new / max(common, 1e-9), weights.attach_news),
            "mass": (new, weights.attach_mass),
        }
        trace.weigh(
            TraceStep(
                stage=Stage.ATTACH,
                likeness=float(likeness[at]),
                score=float(score[at]),
                crossing=bool(crossing[at]),
                checks=tuple(
                    Check(name=name, value=value, least=asked) for name, (value, asked) in checks.items()
                ),
            )
        )
