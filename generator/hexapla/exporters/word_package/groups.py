"""Paragraphs and tables of both versions as groups in one order, each with the script from one to the other.

A group holds what is compared together: a block of either version, the paragraphs that became one, or the one
that became several, and at the end of a container all that shares its last mark, which cannot be tracked.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from hexapla.comparison import diff_texts
from hexapla.exporters.word_package.blocks import MOST_PAIRS, Block, BlockPair, measure_likeness
from hexapla.exporters.word_package.pieces import PARAGRAPH_END
from hexapla.model import Op

ABSORBED: Final = 0.6
"""share of a paragraph's words that the other version has in the paragraph beside it: it became part of it"""
FEWEST_WORDS: Final = 3
"""of a paragraph that is known again elsewhere"""
MOVED: Final = 0.6
"""likeness from which a paragraph that stands elsewhere is the same one"""
MOVED_WORDS: Final = 8
"""of a paragraph that moved though no clause says so"""


class ScriptStep(NamedTuple):
    """A stretch of both versions, or of one."""

    op: Op
    text: str


class BlockMatch(NamedTuple):
    """Blocks that are held against each other: one of either version, or several of one."""

    base: tuple[Block, ...]
    target: tuple[Block, ...]


@dataclass(slots=True)
class BlockGroup:
    """Blocks that are written together."""

    matches: list[BlockMatch]
    move: str = ""
    """name of the move of which this is one place"""
    other: Block | None = None
    """what stands at its other place"""
    script: list[ScriptStep] = field(default_factory=list)

    @property
    def base(self) -> list[Block]:
        """The blocks of the base."""
        return [block for match in self.matches for block in match.base]

    @property
    def target(self) -> list[Block]:
        """The blocks of the target."""
        return [block for match in self.matches for block in match.target]

    @property
    def is_table(self) -> bool:
        """Whether it is about a table."""
        return not [*self.base, *self.target][0].is_paragraph


def group_blocks(
    base: Sequence[Block], target: Sequence[Block], pairs: Sequence[BlockPair], language: str
) -> list[BlockGroup]:
    """Put the blocks of both versions in one order, and write the scripts of paragraphs."""
    groups = [BlockGroup([match]) for match in absorb_neighbours(base, target, pairs)]
    groups = share_last_mark(groups, base, target)
    for group in groups:
        if not group.is_table:
            group.script = list(write_script(group.matches, language))
    return groups


def absorb_neighbours(
    base: Sequence[Block], target: Sequence[Block], pairs: Sequence[BlockPair]
) -> Iterator[BlockMatch]:
    """Yield what belongs together, between it what one version has alone: the base's before the target's."""
    ends = [BlockPair(-1, -1), *pairs, BlockPair(len(base), len(target))]
    gaps = [
        (list(base[one.base + 1 : other.base]), list(target[one.target + 1 : other.target]))
        for one, other in pairwise(ends)
    ]
    held = [([base[pair.base]], [target[pair.target]]) for pair in pairs]
    for at, (left, right) in enumerate(held):
        if left[0].key != right[0].key and left[0].is_paragraph:
            absorb(left, right, gaps[at + 1][0], first=True)
            absorb(right, left, gaps[at + 1][1], first=True)
            absorb(left, right, gaps[at][0], first=False)
            absorb(right, left, gaps[at][1], first=False)
    for at, (gone, new) in enumerate(gaps):
        yield from (BlockMatch((block,), ()) for block in gone)
        yield from (BlockMatch((), (block,)) for block in new)
        if at < len(held):
            yield BlockMatch(tuple(held[at][0]), tuple(held[at][1]))


def absorb(own: list[Block], other: list[Block], gap: list[Block], *, first: bool) -> None:
    """Move the paragraphs beside a block to it that the other version has in its one paragraph."""
    while gap and len(other) == 1 and is_part(gap[0 if first else -1], own, other[0]):
        if first:
            own.append(gap.pop(0))
        else:
            own.insert(0, gap.pop())


def is_part(block: Block, own: Sequence[Block], other: Block) -> bool:
    """Tell whether a paragraph went into another, or came out of it.

    A link, or a content control, cannot hold the end of a paragraph: one with such is taken as it is.
    """
    if not block.is_paragraph or block.size < FEWEST_WORDS:
        return False
    flat = all(top.getparent() is one.element for one in (other, block) for p in one.pieces for top in p.tops)
    taken: Counter[str] = Counter()
    for one in own:
        taken += one.words
    rest = other.words - taken
    return flat and (block.words & rest).total() >= ABSORBED * block.size


def share_last_mark(
    groups: list[BlockGroup], base: Sequence[Block], target: Sequence[Block]
) -> list[BlockGroup]:
    """Make one group of all that follows the last paragraph of the version that ends first.

    Where a table stands among it only the last paragraphs become one group, if neither belongs to another.
    """
    if not base or not target or not (base[-1].is_paragraph and target[-1].is_paragraph):
        return groups
    start = min(
        next(at for at, group in enumerate(groups) if last in group.base or last in group.target)
        for last in (base[-1], target[-1])
    )
    tail = groups[start:]
    if len(tail) == 1:
        return groups
    if any(group.is_table for group in tail):
        first, *between, last = tail
        apart = not (first.base and first.target) and not (last.base and last.target)
        matches = sorted((*first.matches, *last.matches), key=lambda each: not each.base)
        return [*groups[:start], *between, BlockGroup(matches)] if apart else groups
    return [*groups[:start], BlockGroup([match for group in tail for match in group.matches])]


def write_script(matches: Sequence[BlockMatch], language: str) -> Iterator[ScriptStep]:
    """Yield what is kept, deleted and inserted, ends of paragraphs among it.

    Post-conditions:
        1. What is kept and deleted spells the base's paragraphs, what is kept and inserted the target's; each
           paragraph ends with its mark.
        2. Where both versions have a paragraph the last mark is kept.
    """
    left = sum(len(match.base) for match in matches)
    right = sum(len(match.target) for match in matches)
    both = bool(left and right)
    for match in matches:
        old, new = (PARAGRAPH_END.join(block.key for block in side) for side in match)
        yield from (
            compare_keys(old, new, language)
            if match.base and match.target
            else (ScriptStep(Op.DELETE if match.base else Op.INSERT, old or new),)
        )
        left, right = left - len(match.base), right - len(match.target)
        deleted = bool(match.base) and (left > 0 or not both)
        inserted = bool(match.target) and (right > 0 or not both)
        if deleted and inserted:
            yield ScriptStep(Op.EQUAL, PARAGRAPH_END)
        elif deleted or inserted:
            yield ScriptStep(Op.DELETE if deleted else Op.INSERT, PARAGRAPH_END)
    if both:
        yield ScriptStep(Op.EQUAL, PARAGRAPH_END)


def compare_keys(base: str, target: str, language: str) -> Iterator[ScriptStep]:
    """Yield how one string of characters and objects becomes another."""
    if base == target:
        yield ScriptStep(Op.EQUAL, base)
        return
    found = [ScriptStep(edit.op, edit.text) for edit in diff_texts(base, target, language)]
    spelled = ["".join(step.text for step in found if step.op is not op) for op in (Op.INSERT, Op.DELETE)]
    if spelled == [base, target]:
        yield from found
    else:  # what the comparison folds together differs in its characters
        yield from (ScriptStep(Op.DELETE, base), ScriptStep(Op.INSERT, target))


def find_moves(groups: Sequence[BlockGroup], start: int) -> int:
    """Name the moves: paragraphs that stand whole at one place of the base and at another of the target.

    Returns how many there are now; `start` says how many there were.
    """
    gone = [group for group in groups if len(group.base) == 1 and not group.target and not group.is_table]
    come = [group for group in groups if len(group.target) == 1 and not group.base and not group.is_table]
    if len(gone) * len(come) > MOST_PAIRS:
        known: dict[str, BlockGroup] = {group.target[0].key: group for group in come}
        pairs = [
            (1.0, at, 0, group, known[group.base[0].key])
            for at, group in enumerate(gone)
            if group.base[0].key in known
        ]
    else:
        pairs = [
            (measure_likeness(one.base[0], other.target[0]), -at, -to, one, other)
            for at, one in enumerate(gone)
            for to, other in enumerate(come)
        ]
    for likeness, _, _, one, other in sorted(pairs, key=lambda each: each[:3], reverse=True):
        old, new = one.base[0], other.target[0]
        sure = not old.rows.isdisjoint(new.rows) or min(old.size, new.size) >= MOVED_WORDS
        if likeness >= MOVED and sure and old.size >= FEWEST_WORDS and not one.move and not other.move:
            start += 1
            one.move = other.move = f"move{start}"
            one.other, other.other = new, old
    return start
