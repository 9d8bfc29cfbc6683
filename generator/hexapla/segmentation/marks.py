"""Find everything that could be a mark, with its value and the strength of its place."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from hexapla.languages.patterns import BAD
from hexapla.languages.schemes import SCHEMES, Level, Scheme
from hexapla.segmentation.context_rules import assess_position, score_suspicion
from hexapla.segmentation.mark_numbers import READERS, Value, make_row_reader
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights
from hexapla.segmentation.text_structure import PLAIN, TextStructure

NAME = re.compile(r"[A-Z]\. [A-Z][^\W\d_]{1,30}")
NAME_IN_LINE = re.compile(rf"(?<=[^\s.;:] )({NAME.pattern})|(?<=: )({NAME.pattern})(?= ?\(|\n)")
"""a name with its initial letter, in mid-sentence"""
LATER = re.compile(r"^[\s\x1f]*[之のノ의]")
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
FORM_PREFIX = re.compile(r"#|[2-8]>")
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
    there, signs = {"": True}, frozenset(stretch)
    each_sign, begun = "".join(signs), {"": True}
    for scheme in schemes:
        if scheme.leading not in begun:
            begun[scheme.leading] = re.search(scheme.leading, each_sign) is not None
        if not begun[scheme.leading]:
            continue
        if scheme.needs not in there:
            there[scheme.needs] = re.search(scheme.needs, stretch) is not None
        if there[scheme.needs] and (not scheme.words or has_one_of(stretch, signs, scheme.words)):
            marks += find_scheme_marks(stretch, start - 1, scheme, weights)
    marks = weaken_names(view, start, end, marks, weights)
    marks.sort(key=lambda mark: (mark.pos, -mark.end, mark.family))
    marks = drop_annexes_in_lists(
        weaken_in_sentences(view, weaken_other_forms(view, marks, weights), weights)
    )
    return separate_nested_marks(separate_heading_marks(marks, structure), structure)


def has_one_of(stretch: str, signs: frozenset[str], words: Iterable[str]) -> bool:
    """Tell whether a text has one of the words; most are of letters that are not among its signs."""
    return any(word[0] in signs and word[-1] in signs and word in stretch for word in words)


def weaken_names(view: str, start: int, end: int, marks: list[Mark], weights: MarkWeights) -> list[Mark]:
    """Weaken the initial letter of a name that also stands within a line: C. Dole."""
    if not any(mark.scheme.initials for mark in marks):
        return marks
    names = {found[1] or found[2] for found in NAME_IN_LINE.finditer(view, start, end)}
    return [
        mark._replace(strength=mark.strength - weights.row)
        if mark.scheme.initials and (name := NAME.match(view, mark.pos, end)) and name[0] in names
        else mark
        for mark in marks
    ]


def drop_annexes_in_lists(marks: list[Mark]) -> list[Mark]:
    """Leave out an annex with its caption on the line where the list above goes on: it is an item's own line.

    第二条 申请人提交申请书，⏎附：身份证复印件⏎第三条 …
    """
    if not any(mark.scheme.captioned for mark in marks):
        return marks
    above: list[Mark | None] = []
    last: Mark | None = None
    for mark in marks:
        above.append(last)
        last = mark if mark.line and mark.scheme.level in (Level.ARTICLE, Level.OUTLINE) else last
    kept: list[Mark] = []
    below: dict[str, Value] = {}
    for mark, before in zip(reversed(marks), reversed(above), strict=True):
        goes_on = before is not None and below.get(before.family, ()) > before.value
        if not (mark.scheme.captioned and goes_on):
            kept.append(mark)
        if mark.line:
            below[mark.family] = mark.value
    return kept[::-1]


def weaken_other_forms(view: str, marks: list[Mark], weights: MarkWeights) -> list[Mark]:
    """Weaken citations in Han numerals where the articles themselves are printed in digits, or the reverse.

    Of a number that stands in both forms, the mark is that in the form of the list (第 4 條⏎第二條所定…).
    """
    forms: dict[str, tuple[Counter[Value], Counter[Value]]] = {}
    ordinals = [mark.scheme.counts_on and mark.scheme.reader == "han" for mark in marks]
    for mark, ordinal in zip(marks, ordinals, strict=True):
        if ordinal and mark.strength >= 1:
            forms.setdefault(mark.family, (Counter(), Counter()))[is_in_digits(view, mark)][mark.value] += 1
    usual = {
        family: len(printed[1]) > len(printed[0])
        for family, printed in forms.items()
        if max(map(count_successors, printed)) >= weights.run
        and min(map(count_successors, printed)) * weights.run <= max(map(count_successors, printed))
    }
    return [
        mark._replace(strength=mark.strength - weights.other_form)
        if ordinal
        and mark.family in usual
        and is_in_digits(view, mark) is not usual[mark.family]
        and mark.value in forms[mark.family][usual[mark.family]]
        else mark
        for mark, ordinal in zip(marks, ordinals, strict=True)
    ]


def weaken_in_sentences(view: str, marks: list[Mark], weights: MarkWeights) -> list[Mark]:
    """Weaken a number that an open sentence ends with, where the same number begins the next list line.

    The number of guests may not exceed⏎3. Children do not count.⏎3. Dogs stay outside.
    """
    last: dict[str, int] = {}
    out = marks[:]
    for n, mark in enumerate(marks):
        if mark.scheme.level not in (Level.OUTLINE, Level.ITEM):
            continue
        before = last.get(mark.family)
        last[mark.family] = n
        if before is None or marks[before].value != mark.value or not (mark.line and marks[before].line):
            continue
        if (
            not mark.scheme.damaged
            and is_in_open_sentence(view, marks[before])
            and not is_in_open_sentence(view, mark)
        ):
            out[before] = marks[before]._replace(strength=marks[before].strength - weights.other_form)
    return out


def is_in_open_sentence(view: str, mark: Mark) -> bool:
    """Tell whether a number other than a first one stands after a line that ends in mid-sentence."""
    before = view[max(0, mark.start - 80) : mark.start].rstrip(" \x1f")
    return mark.value != (1,) and before.endswith("\n") and before[-2:-1].isalnum()


def is_in_digits(view: str, mark: Mark) -> bool:
    """Tell whether a mark's number is printed in digits."""
    return DIGIT.search(view, mark.pos, mark.end) is not None


def count_successors(values: Iterable[Value]) -> int:
    """Count the numbers whose predecessor is there too."""
    known = set(values)
    return sum((*value[:-1], value[-1] - 1) in known for value in known)


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
    name, groups = derive_family(scheme), scheme.regex.groupindex
    for found in scheme.regex.finditer(stretch):
        printed = found["n"]
        value = reader(printed)
        if value is None or value[0] > weights.highest_number:
            continue
        sub = found["sub"] if "sub" in groups else None
        if sub:
            value += READERS["han"](LATER.sub("", sub)) or READERS["letter"](sub.strip(" \x1f")) or ()
        last = reader(found["to"]) if "to" in groups else None
        pos, end = found.span("m")
        if stretch[pos].isalpha() and goes_on(stretch[pos - 1]) and goes_on(stretch[pos]):
            continue
        stop = found.end()
        start, line, strength = assess_position(stretch, pos, weights)
        damaged = scheme.damaged or is_damaged(found["m"], scheme)
        strength += (
            scheme.bias
            - score_suspicion(stretch, pos, end, scheme, weights, line=line)
            - (weights.damaged if damaged else 0)
        )
        if strength > weights.hopeless:
            yield Mark(
                start=start + shift,
                pos=pos + shift,
                end=end + shift,
                stop=stop + shift,
                family=name,
                value=value,
                strength=strength,
                line=line,
                damaged=damaged,
                last=last,
            )


def goes_on(char: str) -> bool:
    """Tell whether a word goes on with a character: a letter, digit or vowel sign, not of Han or Hangul."""
    return ord(char) < EASTERN and (char.isalnum() or unicodedata.category(char).startswith("M"))


DIGIT = re.compile(r"\d")
EASTERN = 0x1100
"""from here on scripts whose marks may touch the word before"""
MISREAD = re.compile(rf"[笫弟篠{BAD}]|(?<=[百千])0")


def is_damaged(printed: str, scheme: Scheme) -> bool:
    """Tell whether a Chinese mark holds a character that is another's look-alike."""
    return scheme.reader == "han" and bool(MISREAD.search(printed))
