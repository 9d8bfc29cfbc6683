"""Which foot- and endnotes of two documents belong together: by their words, in the order of their marks."""

from collections.abc import Sequence
from typing import Final

from hexapla.exporters.word_package.blocks import Block, BlockPair, make_block, pair_blocks
from hexapla.exporters.word_package.pieces import NOTES, Alphabet, Side
from hexapla.exporters.word_package.tracked_marks import read_id
from hexapla.readers.office.docx_inline import read_text
from hexapla.readers.office.docx_package import W, WordPackage
from hexapla.readers.xml_parser import Element

CONTEXT: Final = 3
"""words before a mark that tell its place"""
LONGEST_CONTEXT: Final = 60
"""characters of them"""


def pair_notes(base: Side, target: Side) -> None:
    """Say which notes are one, so that their marks are.

    Notes that have nothing in common are one where they stand between the same others: as many here as there,
    or behind the same words.
    """
    for kind in NOTES.values():
        left, right = list_notes(base, kind), list_notes(target, kind)
        contexts = [
            [found.get(each.element.get(f"{W}id", ""), "") for each in notes]
            for notes, found in ((left, read_contexts(base, kind)), (right, read_contexts(target, kind)))
        ]
        for number, pair in enumerate(fill_gaps(pair_blocks(left, right), *contexts)):
            for side, block in ((base, left[pair.base]), (target, right[pair.target])):
                side.notes[kind, block.element.get(f"{W}id", "")] = number


def fill_gaps(pairs: Sequence[BlockPair], base: Sequence[str], target: Sequence[str]) -> list[BlockPair]:
    """Pair what stands between two pairs, where it is as much on either side or behind the same words.

    >>> fill_gaps([BlockPair(1, 2)], ["nine metres", "the gate"], ["nine metres", "ten days", "the gate"])
    [BlockPair(base=0, target=0), BlockPair(base=1, target=2)]
    """
    out: list[BlockPair] = []
    i = j = 0
    for left, right in [*pairs, BlockPair(len(base), len(target))]:
        if left - i == right - j:
            out += (BlockPair(i + n, j + n) for n in range(left - i))
        else:
            for at in range(i, left):
                to = next((to for to in range(j, right) if base[at] and base[at] == target[to]), None)
                if to is not None:
                    out.append(BlockPair(at, to))
                    j = to + 1
        out.append(BlockPair(left, right))
        i, j = left + 1, right + 1
    return out[:-1]


def read_contexts(side: Side, kind: str) -> dict[str, str]:
    """Return the words of its paragraph that stand before the mark of each note of a kind."""
    marks = {W + mark for mark, own in NOTES.items() if own == kind}
    found: dict[str, str] = {}
    text = ""
    for each in side.package.tree(side.part).iter(f"{W}p", f"{W}t", *marks):
        if each.tag in marks:
            found.setdefault(each.get(f"{W}id", ""), " ".join(text.split()[-CONTEXT:]))
        else:
            text = "" if each.tag == f"{W}p" else (text + read_text(each))[-LONGEST_CONTEXT:]
    return found


def list_notes(side: Side, kind: str) -> list[Block]:
    """Return the notes of a kind, in the order of their marks in the text."""
    part = side.package.related(side.package.main, kind)
    if part is None:
        return []
    by_id = {each.get(f"{W}id", ""): each for each in side.package.tree(part)}
    own = Side(side.package, part, {})
    order = list(dict.fromkeys(find_marks(side.package.tree(side.part), kind)))
    found = (by_id[identity] for identity in order if identity in by_id)
    return [make_block(each, own, Alphabet(), lambda _: frozenset()) for each in found]


def find_marks(root: Element, kind: str) -> list[str]:
    """Return the ids of the notes to which marks lead, in order."""
    return [
        each.get(f"{W}id", "") for each in root.iter(*(W + mark for mark in NOTES if NOTES[mark] == kind))
    ]


def number_notes(package: WordPackage, kind: str) -> None:
    """Number the notes of a kind in the order of their marks, as Word does.

    LibreOffice gives the first mark the note of the lowest number, whichever the mark names.
    """
    part = package.related(package.main, kind)
    if part is None:
        return
    root, body = package.tree(part), package.tree(package.main)
    places = {identity: at for at, identity in enumerate(dict.fromkeys(find_marks(body, kind)))}
    notes = [each for each in root if each.get(f"{W}type") is None]
    notes.sort(key=lambda each: places.get(each.get(f"{W}id", ""), len(places)))
    special = max((read_id(each) for each in root if each.get(f"{W}type") is not None), default=0)
    numbers: dict[str, str] = {}
    for number, each in enumerate(notes, special + 1):
        numbers.setdefault(each.get(f"{W}id", ""), str(number))
        each.set(f"{W}id", str(number))
    root.extend(notes)
    for each in body.iter(*(W + mark for mark in NOTES if NOTES[mark] == kind)):
        if (identity := each.get(f"{W}id", "")) in numbers:
            each.set(f"{W}id", numbers[identity])
