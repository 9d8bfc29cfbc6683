"""Record what decides about one pair of units, or of their paragraphs and items, if asked for.

The code that makes links reports two things: the values compared before a decision (`weigh`), and the links
that exist after it (`look`). This module decides nothing, so that an explanation cannot differ from what was
done.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from hexapla.alignment.arrays import Floats, Ints

MOST_RIVALS = 5
"""rivals kept per step, the strongest first"""


class Stage(StrEnum):
    """The steps of alignment, in the order in which they are taken."""

    DECISION = "decision"
    """an editor's decision"""
    EQUAL = "equal"
    """equal texts, each once in its version"""
    LOOKALIKE = "lookalike"
    """texts equal but for characters that scanning confuses"""
    BETWEEN = "between"
    """equal texts that repeat, as many here as there between two other links"""
    STRUCTURE = "structure"
    """versions in different languages: numbers, figures, lengths and places"""
    CANDIDATE = "candidate"
    """candidate pairs: those that share rare n-grams or a heading"""
    ROUND = "round"
    """the best pair of both its units, by likeness and context"""
    PART = "part"
    """a part of a split or a merge"""
    SENTENCE = "sentence"
    """a whole sentence that moved to another unit"""
    ATTACH = "attach"
    """an unmatched unit attached to its best candidate"""
    REPEAT = "repeat"
    """equal texts that repeat, by number, then in order"""
    RELATION = "relation"
    """whether the two versions are versions of one text"""
    PROMINENT = "prominent"
    """pairs that stand out among all pairs of their two units"""
    GAP = "gap"
    """units without partners between two links, in order"""
    PLACE = "place"
    """unmatched units at the same position"""
    HEADING = "heading"
    """a heading whose text moved to the clauses below it"""
    REPEALED = "repealed"
    """a clause and what is left of it, its number"""
    PHRASE = "phrase"
    """a whole rare phrase in common, in texts that borrow from each other"""
    ITEM = "item"
    """paragraphs and items, level by level"""


class LinkOutcome(StrEnum):
    """What a step did to the pair."""

    LINKED = "linked"
    NOT_LINKED = "not_linked"
    ELSEWHERE = "elsewhere"
    """one of the two was linked with another unit"""
    DROPPED = "dropped"
    """their link was removed"""
    SETTLED = "settled"
    """an editor's decision names one of the two or both: the pair is not scored"""
    CHECKED = "checked"
    """the versions as wholes were compared, not the pair"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A value and its threshold."""

    name: str
    """score, margin, likeness, share, mass, news, or common (of the two texts as wholes)"""
    value: float
    least: float

    @property
    def holds(self) -> bool:
        """Whether the value reaches the threshold."""
        return self.value >= self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another pair of one of the two units, by position, left before right."""

    pair: tuple[int, int]
    likeness: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceStep:
    """What one step of alignment did to the pair."""

    stage: Stage
    number: int = 0
    """which round; 0 where a stage has none"""
    outcome: LinkOutcome = LinkOutcome.NOT_LINKED
    likeness: float | None = None
    """of the two texts, 0 to 1, plus a bonus for an equal heading"""
    support: tuple[tuple[str, float], ...] = ()
    """context scores, by kind of evidence"""
    score: float | None = None
    """of the pair; of the other link where the outcome is elsewhere"""
    crossing: bool = False
    """the link would break the order of the others"""
    measures: tuple[tuple[str, float], ...] = ()
    """what else went into the values, by name: the factor of the roles, the number of pairs in the gap"""
    checks: tuple[Check, ...] = ()
    rivals: tuple[Rival, ...] = ()
    """other candidate pairs of the step that share a unit with this one, the strongest first"""
    other: tuple[int, int] | None = None
    """the link with another unit"""


TracedPassage = tuple[int, int, int]
"""positions of a version, of a unit in it, and of a passage in the unit"""


@dataclass(slots=True)
class ItemTrace:
    """Records the contests of two passages of different versions.

    The passages that are matched are numbered through, those of the left version first (`begin`).
    """

    one: TracedPassage
    other: TracedPassage
    pair: tuple[int, int] = (-1, -1)
    """the two passages among those that are matched; -1: not among them"""
    turned: bool = False
    """`other` is of the left version"""
    places: Sequence[tuple[int, int]] = ()
    """unit and passage of all that are matched"""
    steps: list[TraceStep] = field(default_factory=list)
    """of each contest in which the pair took part that in which it was linked, else came nearest to it"""
    _now: TraceStep | None = None

    def is_about(self, left: int, right: int) -> bool:
        """Tell whether the two passages are of two versions, given by position; remember which is left."""
        self.turned = self.one[0] == right
        return {self.one[0], self.other[0]} == {left, right}

    def begin(self, places: Sequence[tuple[int, int]], size: int) -> None:
        """Find the two among the passages that are matched; the first `size` are of the left version."""
        here, there = (self.other, self.one) if self.turned else (self.one, self.other)
        self.places = places
        left = [at for at in range(size) if places[at] == here[1:]]
        right = [at for at in range(size, len(places)) if places[at] == there[1:]]
        self.pair = (left or [-1])[0], (right or [-1])[0]

    def find(self, left: Ints, right: Ints) -> int | None:
        """Return the position of the pair among the given pairs; None if it is not among them."""
        at = np.flatnonzero((left == self.pair[0]) & (right == self.pair[1]))
        return int(at[0]) if len(at) else None

    def rivals(self, left: Ints, right: Ints, likeness: Floats, won: Floats) -> tuple[Rival, ...]:
        """Return the given pairs that share one passage with the traced pair, the most prominent first."""
        at = np.flatnonzero(((left == self.pair[0]) ^ (right == self.pair[1])) & (won > 0))
        at = at[np.argsort(-won[at], kind="stable")][:MOST_RIVALS]
        ends = zip(left[at].tolist(), right[at].tolist(), strict=True)
        values = zip(likeness[at].tolist(), won[at].tolist(), strict=True)
        return tuple(
            Rival(pair=pair, likeness=alike, score=score)
            for pair, (alike, score) in zip(ends, values, strict=True)
        )

    def weigh(self, step: TraceStep) -> None:
        """Record a step; of one contest that stays in which the pair was most prominent."""
        self._now = step
        last = self.steps[-1] if self.steps else None
        if last is not None and last.outcome is LinkOutcome.LINKED:
            return
        if last is None or last.number != step.number:
            self.steps.append(step)
        elif last.checks[0].value < step.checks[0].value:
            self.steps[-1] = step

    def bind(self, left: int, right: int) -> None:
        """Record that two passages were linked, if they are the two."""
        if (left, right) == self.pair and self._now is not None:
            self.steps[-1] = replace(self._now, outcome=LinkOutcome.LINKED)


@dataclass(slots=True)
class Trace:
    """Records what decides about two units of different versions.

    A unit is given as (version, unit), both counted from 0. While two versions are aligned they are called
    left and right, in an order that depends on their contents (`begin`).
    """

    one: tuple[int, int]
    other: tuple[int, int]
    pair: tuple[int, int] = (-1, -1)
    """the two units, that of the left version first"""
    turned: bool = False
    """`other` is of the left version"""
    steps: list[TraceStep] = field(default_factory=list)
    items: ItemTrace | None = None
    """records what decides about two paragraphs or items of the units, if these were asked about"""
    held: dict[tuple[int, int], float] = field(default_factory=dict)
    """links of the two units, with their scores, as last seen"""

    def begin(self, left: int, right: int) -> bool:
        """Start recording a pair of versions; return False if the two units are not of these versions."""
        if {self.one[0], self.other[0]} != {left, right}:
            return False
        self.turned = self.one[0] == right
        self.pair = (self.other[1], self.one[1]) if self.turned else (self.one[1], self.other[1])
        return True

    def find(self, left: Ints, right: Ints) -> int | None:
        """Return the position of the traced pair among the given pairs; None if it is not among them."""
        at = np.flatnonzero((left == self.pair[0]) & (right == self.pair[1]))
        return int(at[0]) if len(at) else None

    def rivals(self, left: Ints, right: Ints, likeness: Floats, score: Floats) -> tuple[Rival, ...]:
        """Return the given pairs that share one unit with the traced pair, the strongest first."""
        mine, yours = left == self.pair[0], right == self.pair[1]
        at = np.flatnonzero(mine ^ yours)
        return tuple(
            Rival(
                pair=(int(left[place]), int(right[place])),
                likeness=float(likeness[place]),
                score=float(score[place]),
            )
            for place in at[np.argsort(-score[at], kind="stable")].tolist()
        )

    def weigh(self, step: TraceStep) -> None:
        """Record a step; it replaces the step just before if that is of the same stage and made no link."""
        step = replace(step, rivals=step.rivals[:MOST_RIVALS])
        last = self.steps[-1] if self.steps else None
        again = last is not None and (last.stage, last.number) == (step.stage, step.number)
        if again and last is not None and last.outcome is LinkOutcome.NOT_LINKED:
            self.steps.pop()
        self.steps.append(step)

    def look(self, links: Mapping[tuple[int, int], float], stage: Stage, number: int = 0) -> None:
        """Record which links of the two units a step added or removed."""
        for pair in sorted(links.keys() - self.held.keys()):
            if pair == self.pair:
                self._linked(stage, number, links[pair])
            else:
                self.steps.append(
                    TraceStep(
                        stage=stage,
                        number=number,
                        outcome=LinkOutcome.ELSEWHERE,
                        score=links[pair],
                        other=pair,
                    )
                )
        if self.pair in self.held and self.pair not in links:
            self.steps.append(TraceStep(stage=stage, number=number, outcome=LinkOutcome.DROPPED))
        self.held = dict(links)

    def _linked(self, stage: Stage, number: int, score: float) -> None:
        at = next(
            (
                at
                for at, step in enumerate(self.steps)
                if (step.stage, step.number, step.outcome) == (stage, number, LinkOutcome.NOT_LINKED)
            ),
            None,
        )
        if at is None:
            self.steps.append(TraceStep(stage=stage, number=number, outcome=LinkOutcome.LINKED, score=score))
        else:
            self.steps[at] = replace(self.steps[at], outcome=LinkOutcome.LINKED, score=score)


def strongest(rivals: Sequence[Rival]) -> float:
    """Return the best score among rivals; 0 if there are none."""
    return max((rival.score for rival in rivals), default=0.0)
