"""Match the paragraphs and items of rows that stand in both versions, and those that went to another row.

A pair is weighed as pairs of units are that stand out (`prominence`): by its likeness as a share of the best
likeness of either end, and evidence counts once. Two things differ. A row is evidence, so inside it less is
asked and more outside. And a passage stands in others: what its item holds it holds too. So the links of all
that is above or below an end explain what it says, unless they lie above or below this very pair.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.prominence import find_best_of_both
from hexapla.alignment.rival_evidence import soften_news, soften_won
from hexapla.alignment.tfidf import TfIdfSimilarity, apply_in_batches
from hexapla.alignment.trace import Check, ItemTrace, Stage, TraceStep


@dataclass(frozen=True, slots=True)
class PassageTree:
    """What stands above and below each passage of both sides, by position in the evidence."""

    above: tuple[frozenset[int], ...]
    below: tuple[frozenset[int], ...]
    children: tuple[tuple[int, ...], ...]
    leaves: frozenset[int]
    """passages that have no items; others can have items that are not in the evidence"""

    @classmethod
    def of(cls, parents: Sequence[int | None], leaves: frozenset[int]) -> "PassageTree":
        """Build it from the position of each passage's parent, which is smaller than its own."""
        above: list[frozenset[int]] = []
        below: list[set[int]] = [set() for _ in parents]
        children: list[list[int]] = [[] for _ in parents]
        for at, parent in enumerate(parents):
            above.append(frozenset() if parent is None else above[parent] | {parent})
            if parent is not None:
                children[parent].append(at)
            for over in above[at]:
                below[over].add(at)
        return cls(tuple(above), tuple(map(frozenset, below)), tuple(map(tuple, children)), leaves)

    def items(self, at: int) -> tuple[int, ...]:
        """Return the items of a passage; without items it is its own."""
        return (at,) if at in self.leaves else self.children[at]

    def family(self, at: int) -> frozenset[int]:
        """Return a passage with all above and below it."""
        return self.above[at] | self.below[at] | {at}


class PassageReader(Protocol):
    """What is asked of single passages, by position in the evidence."""

    def is_sanction(self, at: int) -> bool:
        """Tell whether a passage, read with what leads it in, says what follows upon a breach."""

    def is_title(self, at: int) -> bool:
        """Tell whether a passage is a heading that stands as text above the paragraphs of its unit."""


class ItemPair(NamedTuple):
    """A new link, by position in the evidence."""

    left: int
    right: int
    score: float
    """half its prominence, at most 1"""
    inside: bool
    """both ends stand in one row"""
    main: bool
    """no other link explains anything of the two"""


class Candidates(NamedTuple):
    """Pairs that may be linked; arrays of shape (pairs,)."""

    left: Ints
    right: Ints
    inside: Bools

    def of(self, chosen: Bools) -> "Candidates":
        """Return the chosen ones."""
        return Candidates(self.left[chosen], self.right[chosen], self.inside[chosen])

    @property
    def pairs(self) -> Pairs:
        """Both ends."""
        return self.left, self.right


@dataclass(slots=True)
class ItemMatcher:
    """Links passages; each step takes the pairs that are the best of both their ends."""

    evidence: TfIdfSimilarity
    tree: PassageTree
    weights: LinkWeights
    partners: list[list[int]]
    """of each passage, by position in the evidence"""
    reader: PassageReader
    away: set[int] = field(default_factory=set)
    """passages whose counterpart stands in another row"""
    trace: ItemTrace | None = None
    contests: int = 0
    """how many were begun"""

    def bind(self, left: int, right: int) -> None:
        """Make two passages partners."""
        self.partners[left].append(right)
        self.partners[right].append(left)
        if self.trace is not None:
            self.trace.bind(left, right)

    def run(self, every: Candidates) -> list[ItemPair]:
        """Link paragraphs, then level by level what stands below linked ones, then what is left."""
        best = self.best_likeness(every)
        outer = np.array([not above for above in self.tree.above], bool)
        level = outer[every.left] & outer[every.right]
        made = new = self.contest(every.of(level))
        while new:
            new = self.contest(self.pairs_below(new))
            made = made + new
        made += self.contest(every.of(~level), best, self.weights.item_rest)
        return made + self.contest(every.of(level), best, self.weights.item_rest)

    def pairs_below(self, linked: Sequence[ItemPair]) -> Candidates:
        """Return the pairs of items below linked passages; one without items stands for them itself."""
        found = sorted(
            {
                (mine, yours)
                for pair in linked
                if pair.inside
                for mine in self.tree.items(pair.left)
                for yours in self.tree.items(pair.right)
                if (mine, yours) != (pair.left, pair.right)
            }
        )
        at = np.array(found, np.int64).reshape(-1, 2)
        return Candidates(at[:, 0], at[:, 1], np.ones(len(at), bool))

    def can_cross(self, left: int, right: int) -> bool:
        """Tell whether two passages of different rows share enough, and neither is the other's sanction."""
        ends = np.array([left]), np.array([right])
        return bool(self.evidence.shared(*ends)[0] >= self.weights.item_mass) and self.are_of_one_kind(
            left, right
        )

    def are_of_one_kind(self, left: int, right: int) -> bool:
        """Tell whether neither passage is a title, and not one alone says what follows upon a breach."""
        if self.reader.is_title(left) or self.reader.is_title(right):
            return False
        return self.reader.is_sanction(left) is self.reader.is_sanction(right)

    def best_likeness(self, every: Candidates) -> Floats:
        """Return per passage the likeness of its most similar candidate."""
        return top_likeness(every.pairs, self.likeness(every), len(self.partners))

    def likeness(self, pool: Candidates) -> Floats:
        """Return the likeness of each pair, raised inside rows."""
        plain = apply_in_batches(*pool.pairs, self.evidence.softened)
        value: Floats = plain * np.where(pool.inside, 1 + self.weights.item_row, 1.0)
        return value

    def contest(
        self, pool: Candidates, best: Floats | None = None, least: float | None = None
    ) -> list[ItemPair]:
        """Link pairs until none stands out.

        Args:
            pool: the pairs.
            best: per passage the likeness against which a pair is measured, if it is not that of this pool.
            least: least prominence inside rows, if it is not the usual one.
        """
        weights = self.weights
        self.contests += 1
        likeness = self.likeness(pool)
        pool, likeness = pool.of(likeness > 0), likeness[likeness > 0]
        own = top_likeness(pool.pairs, likeness, len(self.partners))
        own = own if best is None else np.maximum(own, best)
        standing = ItemContest(self, pool, likeness, (own[pool.left] + own[pool.right]) / 2)
        least = weights.item_inside if least is None else least
        made: list[ItemPair] = []
        for _ in range(weights.prominent_passes):
            new = list(standing.step(least))
            if not new:
                break
            made += new
        return made

    def rivals(self, left: int, right: int) -> list[int]:
        """Return what explains the ends of a pair already: partners that lie neither above nor below it."""
        found = []
        for mine, yours in ((left, right), (right, left)):
            over, under = self.tree.above, self.tree.below
            for near in self.tree.family(mine):
                for partner in self.partners[near]:
                    higher = (partner == yours or partner in over[yours]) and (
                        near == mine or near in over[mine]
                    )
                    lower = partner in under[yours] and near in under[mine]
                    if not higher and not lower:
                        found.append(partner)
        return found


class ItemContest:
    """Pairs that compete, with what is known of each while links are made."""

    def __init__(self, matcher: ItemMatcher, pool: Candidates, likeness: Floats, best: Floats) -> None:
        """Weigh all pairs as if nothing were linked; what is linked is looked at in the first step."""
        self.matcher, self.pool, self.best = matcher, pool, np.maximum(best, 1e-9)
        self.likeness = likeness
        self.won = self.prominence(likeness)
        self.news = self.won.copy()
        self.free = np.ones(len(likeness), bool)
        """no partner explains anything of the two"""
        self.crowded = np.zeros(len(likeness), bool)
        """partners explain something of both"""
        linked = [at for at, own in enumerate(matcher.partners) if own]
        self.stale = {near for at in linked for near in matcher.tree.family(at)}

    def prominence(self, likeness: Floats, at: Ints | slice = slice(None)) -> Floats:
        """Return the prominence of each pair, or those at some positions, if its likeness were as given."""
        value: Floats = np.round(likeness / self.best[at] * np.sqrt(likeness), 6)
        return value

    def step(self, least: float) -> Iterator[ItemPair]:
        """Bind and yield the pairs that stand out now, the most prominent of a family first."""
        matcher, weights, pool = self.matcher, self.matcher.weights, self.pool
        asked = np.where(pool.inside, least, weights.item_across)
        self.refresh(asked)
        best, margin = find_best_of_both(pool.pairs, self.won, len(matcher.partners))
        bonus = np.where(self.free & pool.inside, np.minimum(margin, 1.0) * weights.prominent_margin, 0.0)
        share = (self.won / np.sqrt(self.best)) ** (2 / 3)
        asked = np.where(self.free, asked, np.maximum(asked, weights.item_part))
        good = best & (self.won + bonus >= asked) & (self.news >= weights.prominent_news)
        good &= ~self.crowded | (share >= weights.prominent_between)
        good &= pool.inside | (margin >= weights.item_lead)
        if matcher.trace is not None:
            self.record(matcher.trace, (self.won + bonus, asked), (share, margin))
        changed: set[int] = set()
        ranked = sorted(np.flatnonzero(good).tolist(), key=lambda at: (-self.won[at], at))
        for at in ranked:
            left, right = int(pool.left[at]), int(pool.right[at])
            if left in changed or right in changed:
                continue
            inside = bool(pool.inside[at])
            if not inside and not matcher.can_cross(left, right):
                continue
            matcher.bind(left, right)
            if not inside:
                matcher.away |= {left, right}
            changed |= matcher.tree.family(left) | matcher.tree.family(right)
            yield ItemPair(left, right, min(1.0, float(self.won[at]) / 2), inside, bool(self.free[at]))
        self.stale = changed

    def record(
        self, trace: ItemTrace, prominence: tuple[Floats, Floats], more: tuple[Floats, Floats]
    ) -> None:
        """Record the values of the traced pair, and what is asked of it.

        Args:
            trace: of the pair.
            prominence: of all pairs, and the least that is asked of each.
            more: of all pairs the share of the best likeness, and the lead.
        """
        matcher, weights, pool = self.matcher, self.matcher.weights, self.pool
        at = trace.find(pool.left, pool.right)
        if at is None:
            return
        own, asked = (max(0.0, float(each[at])) for each in prominence)
        checks = [
            Check(name="prominence", value=own, least=asked),
            Check(name="fresh", value=float(self.news[at]), least=weights.prominent_news),
        ]
        share, margin = (float(each[at]) for each in more)
        if self.crowded[at]:
            checks.append(Check(name="best", value=share, least=weights.prominent_between))
        if not pool.inside[at]:
            mass = float(matcher.evidence.shared(pool.left[[at]], pool.right[[at]])[0])
            kind = float(matcher.are_of_one_kind(*trace.pair))
            checks += [
                Check(name="margin", value=margin, least=weights.item_lead),
                Check(name="mass", value=mass, least=weights.item_mass),
            ]
            checks.append(Check(name="kind", value=kind, least=1.0))
        trace.weigh(
            TraceStep(
                stage=Stage.ITEM,
                number=matcher.contests,
                likeness=float(self.likeness[at]),
                measures=(("row_factor", 1 + weights.item_row if pool.inside[at] else 1.0),),
                checks=tuple(checks),
                rivals=trace.rivals(*pool.pairs, self.likeness, self.won),
            )
        )

    def refresh(self, asked: Floats) -> None:
        """Weigh again the pairs to whose ends something was linked since."""
        if not self.stale:
            return
        flag = np.zeros(len(self.matcher.partners), bool)
        flag[sorted(self.stale)] = True
        high = self.prominence(self.likeness) >= asked - self.matcher.weights.prominent_margin
        stale = flag[self.pool.left] | flag[self.pool.right]
        self.free[stale & ~high] = False
        contested = {}
        for at in np.flatnonzero(stale & high).tolist():
            if self._is_out(at):
                self.won[at] = self.news[at] = 0.0
            elif rivals := self.matcher.rivals(int(self.pool.left[at]), int(self.pool.right[at])):
                contested[at] = rivals
        self._weigh(contested)

    def _is_out(self, at: int) -> bool:
        """Tell whether a pair is linked, or an end of it belongs elsewhere."""
        left, right = int(self.pool.left[at]), int(self.pool.right[at])
        matcher = self.matcher
        if right in matcher.partners[left] or left in matcher.away or right in matcher.away:
            return True
        return not self.pool.inside[at] and (self._has_partner(left) or self._has_partner(right))

    def _weigh(self, contested: Mapping[int, list[int]]) -> None:
        """Weigh pairs by what their rivals leave, given by their positions."""
        evidence, weights, pool = self.matcher.evidence, self.matcher.weights, self.pool
        at = np.array(list(contested), np.int64)
        self.free[at] = False
        raised = np.where(pool.inside, 1 + weights.item_row, 1.0)
        fresh = soften_news(evidence, (pool.left[at], pool.right[at]), list(contested.values()))
        self.news[at] = self.prominence(fresh * raised[at], at)
        poor = self.news[at] < weights.prominent_news
        self.won[at[poor]] = 0.0
        at = at[~poor]
        mine, yours = (
            [
                [rival for rival in contested[place] if (rival < evidence.first_size) is right]
                for place in at.tolist()
            ]
            for right in (False, True)
        )
        self.crowded[at] = [bool(one and other) for one, other in zip(mine, yours, strict=True)]
        kept = soften_won(evidence, (pool.left[at], pool.right[at]), (mine, yours))
        self.won[at] = self.prominence(kept * raised[at], at)

    def _has_partner(self, end: int) -> bool:
        """Tell whether a passage, or anything below it, is linked."""
        partners = self.matcher.partners
        return bool(partners[end]) or any(partners[under] for under in self.matcher.tree.below[end])


def top_likeness(pairs: Pairs, likeness: Floats, size: int) -> Floats:
    """Return per passage the greatest likeness among its pairs, shape (size,)."""
    top = np.zeros(size)
    for end in pairs:
        np.maximum.at(top, end, likeness)
    return top
