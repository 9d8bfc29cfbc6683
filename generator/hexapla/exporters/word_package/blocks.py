"""The blocks of a story, paragraphs and tables through what wraps them, and how they belong together."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Final, NamedTuple

import regex

from hexapla.exporters.word_package.pieces import Alphabet, RunPiece, Side, read_pieces
from hexapla.readers.office.docx_package import W
from hexapla.readers.xml_parser import Element, local_name
from hexapla.sequences import heaviest_increasing, pair_in_order

WRAPPERS: Final = frozenset({"sdt", "sdtContent", "customXml"})
WORD: Final = regex.compile(r"\p{Han}|\p{L}[\p{L}\p{M}]*|\p{N}+|\p{Co}")
ALIKE: Final = 0.45
"""likeness from which two blocks are one that changed"""
ALIKE_BY_ROW: Final = 0.25
"""the same where the clauses that they spell are known to belong together"""
MOST_PAIRS: Final = 40_000
"""pairs of blocks between two anchors that are held against each other"""
EMPTY_GAIN: Final = 0.3
"""of a pair of blocks without a word: less than of any other"""


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, a table, or a row of one."""

    element: Element
    pieces: list[RunPiece]
    """of a paragraph"""
    key: str
    """all characters of it, objects among them"""
    words: Counter[str]
    rows: frozenset[str] = frozenset()
    """changes of the comparison of which it spells a part"""
    size: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the words once."""
        self.size = self.words.total()

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph."""
        return self.element.tag == f"{W}p"


class BlockPair(NamedTuple):
    """Places of two blocks that belong together."""

    base: int
    target: int


RowsOf = Callable[[Element], frozenset[str]]


def list_blocks(container: Element, side: Side, alphabet: Alphabet, rows_of: RowsOf) -> list[Block]:
    """Return the blocks in a container."""
    return [make_block(each, side, alphabet, rows_of) for each in find_blocks(container)]


def find_blocks(container: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, through what wraps them."""
    for each in container:
        if each.tag in (f"{W}p", f"{W}tbl"):
            yield each
        elif local_name(each) in WRAPPERS:
            yield from find_blocks(each)


def find_inside(container: Element, name: str) -> list[Element]:
    """Return the rows of a table, or the cells of a row, through what wraps them."""
    found: list[Element] = []
    for each in container:
        if each.tag == W + name:
            found.append(each)
        elif local_name(each) in WRAPPERS:
            found += find_inside(each, name)
    return found


def make_block(element: Element, side: Side, alphabet: Alphabet, rows_of: RowsOf) -> Block:
    """Make a block; of a table, or a row of one, all that its cells say counts."""
    if element.tag == f"{W}p":
        pieces = read_pieces(element, side, alphabet)
        key = "".join(piece.text for piece in pieces)
        return Block(element, pieces, key, count_words(key), rows_of(element))
    inside = list_nested_paragraphs(element)
    texts = ["".join(piece.text for piece in read_pieces(each, side, alphabet)) for each in inside]
    key = "\n".join(texts)
    return Block(element, [], key, count_words(key), frozenset().union(*map(rows_of, inside)))


def list_nested_paragraphs(element: Element) -> list[Element]:
    """Return the paragraphs of a table's cells, without those of text boxes."""
    found: list[Element] = []
    for each in element:
        if each.tag == f"{W}p":
            found.append(each)
        elif local_name(each) in WRAPPERS or each.tag in (f"{W}tbl", f"{W}tr", f"{W}tc"):
            found += list_nested_paragraphs(each)
    return found


def count_words(text: str) -> Counter[str]:
    """Count the words of a text; a Han character is one, and so is an object."""
    return Counter(WORD.findall(text.casefold()))


def measure_likeness(one: Block, other: Block) -> float:
    """Return the share of words that two blocks have in common, 0 to 1 (Dice 1945)."""
    if one.element.tag != other.element.tag:
        return 0.0
    if one.key == other.key:
        return 1.0
    if not one.size or not other.size:
        return 0.0
    return 2 * (one.words & other.words).total() / (one.size + other.size)


def measure_gain(one: Block, other: Block) -> float:
    """Return what it is worth to hold two blocks for one that changed; 0 where they are not."""
    if one.element.tag != other.element.tag:
        return 0.0
    if not one.size or not other.size:
        return EMPTY_GAIN if one.key == other.key or not (one.size or other.size) else 0.0
    likeness = measure_likeness(one, other)
    shared = not one.rows.isdisjoint(other.rows)
    if likeness < (ALIKE_BY_ROW if shared else ALIKE):
        return 0.0
    return likeness * sqrt(one.size + other.size) * (1.5 if shared else 1)


def pair_blocks(base: Sequence[Block], target: Sequence[Block]) -> list[BlockPair]:
    """Return which blocks belong together, in the order that both sequences have.

    What is equal at both ends, and what is said once on either side or by one clause, are anchors; between
    them the pairs are taken that are together worth most.
    """
    pairs: list[BlockPair] = []
    start = 0
    most = min(len(base), len(target))
    while start < most and base[start].key == target[start].key and is_same_kind(base[start], target[start]):
        pairs.append(BlockPair(start, start))
        start += 1
    end = 0
    while (
        end < most - start
        and is_same_kind(base[-1 - end], target[-1 - end])
        and (base[-1 - end].key == target[-1 - end].key)
    ):
        end += 1
    inner = (start, len(base) - end, start, len(target) - end)
    pairs += pair_between_anchors(base, target, inner)
    pairs += [BlockPair(len(base) - n, len(target) - n) for n in range(end, 0, -1)]
    return pairs


def is_same_kind(one: Block, other: Block) -> bool:
    """Tell whether both are paragraphs, or both tables."""
    return one.element.tag == other.element.tag


Window = tuple[int, int, int, int]
"""from and to, of the base and of the target"""


def pair_between_anchors(base: Sequence[Block], target: Sequence[Block], window: Window) -> list[BlockPair]:
    """Pair the blocks in a window."""
    i, i_end, j, j_end = window
    anchors = find_anchors(base, target, window)
    pairs: list[BlockPair] = []
    for at, to in [*anchors, (i_end, j_end)]:
        pairs += pair_in_gap(base, target, (i, at, j, to))
        if at < i_end and to < j_end:
            pairs.append(BlockPair(at, to))
        i, j = at + 1, to + 1
    return pairs


def find_anchors(base: Sequence[Block], target: Sequence[Block], window: Window) -> list[tuple[int, int]]:
    """Return pairs of blocks that are surely one, in order: the heaviest chain of them."""
    i, i_end, j, j_end = window
    left, right = index_unique(base, range(i, i_end)), index_unique(target, range(j, j_end))
    found: dict[tuple[int, int], float] = {
        (at, right[key]): base[at].size for key, at in left.items() if key in right
    }
    found |= find_row_anchors(base, target, window)
    ordered = sorted(found.items(), key=lambda each: (each[0][0], -each[0][1]))
    pairs = [(at, to, weight + 1.0) for (at, to), weight in ordered]
    return [pairs[at][:2] for at in heaviest_increasing(pairs)]


def index_unique(blocks: Sequence[Block], places: Iterable[int]) -> dict[tuple[str, str], int]:
    """Map what is said once to its place."""
    seen: dict[tuple[str, str], int] = {}
    for at in places:
        key = (str(blocks[at].element.tag), blocks[at].key)
        seen[key] = -1 if key in seen else at
    return {key: at for key, at in seen.items() if at >= 0 and blocks[at].size}


def find_row_anchors(
    base: Sequence[Block], target: Sequence[Block], window: Window
) -> dict[tuple[int, int], float]:
    """Return the pairs of blocks of which each is the other's likest among those of one clause."""
    i, i_end, j, j_end = window
    by_row: dict[str, list[int]] = {}
    for to in range(j, j_end):
        for row in target[to].rows if target[to].is_paragraph else ():
            by_row.setdefault(row, []).append(to)
    best: dict[int, tuple[float, int]] = {}
    back: dict[int, tuple[float, int]] = {}
    for at in range(i, i_end):
        rows = sorted(base[at].rows) if base[at].is_paragraph else ()
        for to in dict.fromkeys(to for row in rows for to in by_row.get(row, ())[:MOST_IN_ROW]):
            gain = measure_gain(base[at], target[to])
            if gain > best.get(at, (0.0, 0))[0]:
                best[at] = (gain, to)
            if gain > back.get(to, (0.0, 0))[0]:
                back[to] = (gain, at)
    return {
        (at, to): float(min(base[at].size, target[to].size))
        for at, (_, to) in best.items()
        if back[to][1] == at and measure_likeness(base[at], target[to]) >= ALIKE
    }


MOST_IN_ROW: Final = 50
"""blocks of one clause that are held against a block"""


def pair_in_gap(base: Sequence[Block], target: Sequence[Block], window: Window) -> list[BlockPair]:
    """Pair the blocks between two anchors: the chain of pairs that is worth most (Needleman, Wunsch 1970)."""
    i, i_end, j, j_end = window
    found = pair_in_order(base[i:i_end], target[j:j_end], measure_gain, most=MOST_PAIRS)
    return [BlockPair(i + at, j + to) for at, to in found if at is not None and to is not None]
