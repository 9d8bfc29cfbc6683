"""Find everything that could be a mark, with its value and the strength of its place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from hexapla.languages.patterns import BAD
from hexapla.languages.schemes import SCHEMES, Cells, Level, Scheme
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.context_rules import assess_position, score_suspicion
from hexapla.segmentation.mark_numbers import READERS, Value, make_row_reader, read_branch
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights
from hexapla.segmentation.quantity_rules import score_table_cell
from hexapla.segmentation.text_structure import PLAIN, TextStructure

LATER = compile_lazily(r"^[\s\x1f]*[之のノ의]")
"""what leads on to the number of an inserted clause"""
HEADING_PREFIX = "#"
"""before a family: its marks stand in headings of Markdown, apart from the lists below them"""
SCHEMES_BY_NAME = {scheme.name: scheme for scheme in SCHEMES} | {
    HEADING_PREFIX + scheme.name: replace(scheme, rank=scheme.rank - 20, decimal=False, sister=None)
    for scheme in SCHEMES
    if scheme.level in (Level.OUTLINE, Level.ITEM)
}
SECTION = "section heading"
"""family of the headings without a number"""
NESTED = tuple(f"{depth}>" for depth in range(2, 9))
"""before a family: its marks begin items of a list that stands in so many lists, itself included"""
FORM_PREFIX = compile_lazily(r"#|[2-8]>")
"""what stands before a family by the place of its marks"""
SCHEMES_BY_NAME |= {
    depth + scheme.name: replace(scheme, rank=scheme.rank + 20 * n, decimal=False, sister=None)
    for n, depth in enumerate(NESTED, start=1)
    for scheme in SCHEMES
    if scheme.level in (Level.OUTLINE, Level.ITEM)
} | {
    SECTION: Scheme(
        name=SECTION, level=Level.DIVISION, eid="section", rank=0, reader="none", pattern="(?!)", line=True
    )
}

STATED = "stated:"
"""before a family: an element of the format says that its marks are the numbers of provisions"""
EIDS = {"article": "art", "chapter": "chp", "paragraph": "para", "section": "sec", "subsection": "subsec"}
"""short forms of elements in ids (Akoma Ntoso Naming Convention 1.0, 5.2); others are written out"""


def stated_family(element: str, level: Level | None) -> str:
    """Return the family of the numbers that an element states; the beginning of all without a level."""
    if level is None:
        return STATED
    name = f"{STATED}{element}:{level.value}"
    if name not in SCHEMES_BY_NAME:
        SCHEMES_BY_NAME[name] = Scheme(
            name=name,
            level=level,
            eid=EIDS.get(element, element),
            rank=0,
            reader="stated",
            pattern="(?!)",
            line=True,
            counts_on=level is Level.ARTICLE,
            narrow=True,
        )
    return name


class Mark(NamedTuple):
    """A place that could be a mark."""

    start: int
    """where what belongs to the mark begins: Markdown's signs, invisible characters"""
    pos: int
    end: int
    """the mark as printed is `[pos, end)`"""
    stop: int
    """where the clause's own text begins"""
    family: str
    """marks of one family make one list; its scheme's name, or that of its alias"""
    value: Value
    strength: float
    line: bool
    """stands at the beginning of a line"""
    damaged: bool
    row: float = 0.0
    """what its likeness to a table's row took from its strength"""
    last: Value | None = None
    """the last of the numbers that a mark stands for, if these are several (§§ 36 bis 41)"""

    @property
    def scheme(self) -> Scheme:
        """The row of the table."""
        return SCHEMES_BY_NAME[self.family]


def derive_family(scheme: Scheme) -> str:
    """Name the list to which marks of a scheme belong."""
    return scheme.alias or scheme.name


def find_marks(
    view: str,
    start: int,
    end: int,
    schemes: Iterable[Scheme] = SCHEMES,
    weights: MarkWeights = DEFAULT,
    structure: TextStructure = PLAIN,
) -> list[Mark]:
    """Find the candidates in a stretch of the folded view, by position, longer ones first.

    Linear: every pattern is bounded and looked for once.
    """
    stretch = "\n" + view[start:end]
    marks: list[Mark] = []
    for scheme in select_possible_schemes(stretch, schemes):
        marks += find_scheme_marks(stretch, start - 1, scheme, weights)
    marks.sort(key=lambda mark: (mark.pos, -mark.end, mark.family))
    return separate_nested_marks(separate_heading_marks(marks, structure), structure)


def select_possible_schemes(stretch: str, schemes: Iterable[Scheme]) -> Iterator[Scheme]:
    """Yield the schemes whose words and signs a text has; the patterns of the others need not be compiled."""
    there, signs = {"": True}, frozenset(stretch)
    each_sign, begun = "".join(signs), {"": True}
    for scheme in schemes:
        if scheme.leading not in begun:
            begun[scheme.leading] = re.search(scheme.leading, each_sign) is not None
        if not begun[scheme.leading]:
            continue
        if scheme.needs not in there:
            there[scheme.needs] = has_needed(stretch, each_sign, scheme.needs)
        if there[scheme.needs] and (not scheme.words or has_one_of(stretch, signs, scheme.words)):
            yield scheme


def has_needed(stretch: str, each_sign: str, needs: str) -> bool:
    """Tell whether a pattern is found in a text; not if the text has no character with which it begins."""
    first = NEEDED_FIRST.match(needs)
    if first and re.search(first[1], each_sign) is None:
        return False
    return re.search(needs, stretch) is not None


def has_one_of(stretch: str, signs: frozenset[str], words: Iterable[str]) -> bool:
    """Tell whether a text has one of the words; most are of letters that are not among its signs."""
    there = (word for word in words if word[0] in signs and word[-1] in signs)
    return any(word in stretch for word in there)


def separate_heading_marks(marks: list[Mark], structure: TextStructure) -> list[Mark]:
    """Set marks in headings apart where others begin a list of the same scheme."""
    if not structure.headings:
        return marks
    headed = [mark.line and structure.heading_at(mark.pos) is not None for mark in marks]
    lists = {
        mark.family
        for mark, heading in zip(marks, headed, strict=True)
        if not heading and mark.line and mark.value == (1,)
    }
    return [
        mark._replace(family=HEADING_PREFIX + mark.family)
        if heading and mark.family in lists and HEADING_PREFIX + mark.family in SCHEMES_BY_NAME
        else mark
        for mark, heading in zip(marks, headed, strict=True)
    ]


def separate_nested_marks(marks: list[Mark], structure: TextStructure) -> list[Mark]:
    """Set the marks of lists apart that stand in an item of another list: 1. with 1. 2. below it."""
    if not structure.items:
        return marks
    families = [f"{structure.nesting_at(mark.pos)}>{mark.family}" for mark in marks]
    return [
        mark._replace(family=family) if family in SCHEMES_BY_NAME else mark
        for mark, family in zip(marks, families, strict=True)
    ]


def find_scheme_marks(stretch: str, shift: int, scheme: Scheme, weights: MarkWeights) -> Iterable[Mark]:
    """Find one scheme's candidates; `shift` leads from the stretch to the source."""
    reader = make_row_reader(scheme.letters) if scheme.letters else READERS[scheme.reader]
    name, groups, han = derive_family(scheme), scheme.regex.groupindex, scheme.reader == "han"
    for found in scheme.regex.finditer(stretch):
        printed = found["n"]
        value = reader(printed)
        if value is None or value[0] > weights.highest_number:
            continue
        sub = found["sub"] if "sub" in groups else None
        if sub:
            value += READERS["han"](LATER.sub("", sub)) or read_branch(sub.strip(" \x1f")) or ()
        last = reader(found["to"]) if "to" in groups else None
        pos, end = found.span("m")
        if stretch[pos].isalpha() and goes_on(stretch[pos - 1]) and goes_on(stretch[pos]):
            continue
        stop = found.end()
        start, line, strength = assess_position(stretch, pos, weights)
        damaged = scheme.damaged or (han and MISREAD.search(found["m"]) is not None)
        strength += (
            scheme.bias
            - score_suspicion(stretch, pos, end, scheme, weights, line=line)
            - (weights.damaged if damaged else 0)
        )
        row = score_table_cell(stretch, pos, end, scheme, weights, line=line)
        strength -= row
        row = row if line and scheme.table is Cells.ROW else 0.0
        if strength + row > weights.hopeless:
            # by place: a tuple with names takes twice as long to make
            places = (start + shift, pos + shift, end + shift, stop + shift)
            yield Mark(*places, name, value, strength, line, damaged, row, last)


def goes_on(char: str) -> bool:
    """Tell whether a word goes on with a character: a letter, digit or vowel sign, not of Han or Hangul."""
    return ord(char) < EASTERN and (char.isalnum() or unicodedata.category(char).startswith("M"))


NEEDED_FIRST = compile_lazily(r"(\\d|\[(?:[^\]\\]|\\.)+\])(?![?*]|\{0)[^|]*$")
"""a pattern that begins with a class of characters, and has no other way to begin"""
EASTERN = 0x1100
"""from here on scripts whose marks may touch the word before"""
MISREAD = compile_lazily(rf"[笫弟篠{BAD}]|(?<=[百千])0")
"""in a Chinese mark a character that is another's look-alike"""
