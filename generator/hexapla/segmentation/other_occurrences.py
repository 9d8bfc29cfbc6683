"""Candidates weighed against each other: what another place of the text says of a number that stands here.

A text prints each of its numbers once as a mark, and in one form. Where the same number stands twice, or a
form occurs beside the usual one, the place that looks more like a citation gives way.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, zip_longest

from hexapla.languages.schemes import Level
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import is_ended, split_lines
from hexapla.segmentation.front_matter import ANNEX, names_kind
from hexapla.segmentation.initials import weaken_names
from hexapla.segmentation.letterheads import count_annex_lines
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.mark_weights import MarkWeights
from hexapla.segmentation.marks import HEADING_PREFIX, Mark
from hexapla.segmentation.number_steps import is_first, measure_distance
from hexapla.segmentation.quantity_rules import HEAD_ROW

DIGIT = compile_lazily(r"\d")
BLANK = " \x1f"
FAR = 30
"""characters before a mark in which the words before it are looked for"""
QUESTIONS = "问题一"
"""family of numbered questions"""
ANSWERS = "A."
"""family of the letter that answers begin with"""
DASH_BEHIND = compile_lazily(r"[ \x1f]?\.?[—–]")
BARE = compile_lazily(r"\d{1,3}(?:\.\d{1,2})*")
"""a number without a sign"""
SECTION_NUMBERS = frozenset({"1", "1."})
"""families in which a heading and its section may have the same number: 13 Trespass⏎13.—(1) It shall"""
NEIGHBOURS = (-2, -1, 1, 2)
MOST_ROWS = 40
"""rows of a table above one, at most, in which its head is looked for"""
HEAD_LINES = 12
"""lines at the beginning among which a title stands"""
LONGEST_HEADING = 600
"""characters of a section's heading: old acts have long ones"""
LONGEST_LINE = 160
"""characters of a line of a list of citations, at most"""


def weigh_occurrences(
    view: str, start: int, end: int, marks: Sequence[Mark], weights: MarkWeights
) -> list[Mark]:
    """Weaken or leave out candidates of which the rest of the text says that they are none; order stays."""
    found = drop_annex_at_head(view, start, end, drop_numbers_of_divisions(list(marks)))
    found = weaken_names(view, start, end, found, weights)
    found = weaken_in_sentences(view, weaken_other_forms(view, found, weights), weights)
    found = weaken_listed_citations(view, found, weights)
    found = weaken_within_lines(restore_rows(view, found, weights), weights)
    found = drop_numbers_of_headings(view, drop_signs_of_notes(view, drop_lone_numbers(view, start, found)))
    return drop_enclosures(view, drop_annexes_in_lists(drop_answer_labels(found)))


def drop_annex_at_head(view: str, start: int, end: int, marks: list[Mark]) -> list[Mark]:
    """Leave out an annex's number at the head of a text that is the one annex: its title stands below.

    附件1⏎河灯管理办法⏎第一条 …; where a second annex follows, all are clauses.
    """
    first = marks[0] if marks else None
    if (
        first is None
        or first.scheme.level is not Level.ANNEX
        or view[start : first.start].strip(BLANK + "\n")
    ):
        return marks
    if any(mark.scheme.level is Level.ANNEX and mark.pos > first.pos and mark.line for mark in marks):
        return marks
    lines = [line for line in split_lines(view, start, end)[:HEAD_LINES] if line.text]
    count = count_annex_lines(lines)
    below = lines[count].start if count else first.pos
    told = count > 1 or (count and names_kind(lines[count].text))
    named = told and any(mark.pos > below for mark in marks)
    return [mark for mark in marks if mark.pos >= below] if named else marks


def drop_lone_numbers(view: str, start: int, marks: list[Mark]) -> list[Mark]:
    """Leave out a bare number with no other of its list near it: 149 Quay Street, 30 days, 1.2 edition.

    A first one begins a list by itself; any may open a text of which the beginning is missing.
    """
    there = {(mark.family, mark.value) for mark in marks if mark.line}
    return [
        mark
        for mark in marks
        if not (mark.line and BARE.fullmatch(view, mark.pos, mark.end))
        or is_first(mark)
        or mark.value[-1] == 1
        or not view[start : mark.start].strip(BLANK + "\n")
        or any((mark.family, (*mark.value[:-1], mark.value[-1] + step)) in there for step in NEIGHBOURS)
        or has_above(mark, there)
    ]


def has_above(mark: Mark, there: Collection[tuple[str, Value]]) -> bool:
    """Tell whether a decimal goes on with others: the section above it or a list below it stands there."""
    return len(mark.value) > 1 and any(
        value != mark.value and value[0] in (mark.value[0], mark.value[0] - 1) and family[:1].isdigit()
        for family, value in there
    )


def drop_enclosures(view: str, marks: list[Mark]) -> list[Mark]:
    """Leave out the numbers of what a letter encloses, each on a line of its own: 附件：1.报名表⏎2.体检表."""
    kept: list[Mark] = []
    last: Mark | None = None
    for mark in marks:
        goes_on = last is not None and mark.family == last.family and is_next_line(view, last, mark)
        if goes_on or is_first_enclosure(view, mark):
            last = mark
        else:
            last = None if mark.line else last
            kept.append(mark)
    return kept


def is_first_enclosure(view: str, mark: Mark) -> bool:
    """Tell whether a first number stands behind the word for annexes and a colon, and opens no sentence."""
    left = max(0, mark.pos - FAR)
    words = view[max(left, view.rfind("\n", left, mark.pos) + 1) : mark.pos].rstrip(BLANK)
    if mark.line or mark.value != (1,) or not words.endswith(":") or not ANNEX.match(words):
        return False
    return not is_ended(view[mark.pos : view.find("\n", mark.pos)].rstrip(BLANK))


def drop_numbers_of_divisions(marks: list[Mark]) -> list[Mark]:
    """Leave out a bare number where it is that of a division, whose word follows it: 1. Kapitel: Auftrieb."""
    divisions = {mark.pos: mark.end for mark in marks if is_numbered_division(mark)}
    return [
        mark
        for mark in marks
        if mark.scheme.level is not Level.OUTLINE or mark.end >= divisions.get(mark.pos, mark.end)
    ]


def is_numbered_division(mark: Mark) -> bool:
    """Tell whether a mark at a line start is a division's, and nothing speaks against it."""
    return mark.line and mark.scheme.level is Level.DIVISION and mark.strength > 1


def drop_signs_of_notes(view: str, marks: list[Mark]) -> list[Mark]:
    """Leave out a number that an article's mark follows at once: it is the sign of a note, 12 Art. 8 Nets."""
    return [
        mark
        for mark, after in zip_longest(marks, marks[1:])
        if after is None
        or not BARE.fullmatch(view, mark.pos, mark.end)
        or not (after.scheme.counts_on and after.scheme.reference)
        or not mark.end < after.pos <= mark.stop + 1
    ]


def drop_numbers_of_headings(view: str, marks: list[Mark]) -> list[Mark]:
    """Leave out a number that the heading on the line above bears already: 13. Trespass⏎13.—(1) It shall.

    A dash behind the number shows it, or that a second heading of the text is repeated so.
    """
    strongest: dict[int, Mark] = {}
    for mark in marks:
        if mark.line and mark.strength > strongest.setdefault(mark.pos, mark).strength:
            strongest[mark.pos] = mark
    lines = list(strongest.values())
    repeated = [mark.pos for last, mark in pairwise(lines) if is_number_of_heading(view, last, mark)]
    values = {mark.value for mark in lines if mark.pos in frozenset(repeated)}
    several = frozenset(repeated) if len(values) > 1 else frozenset[int]()
    dashed = {mark.pos for mark in lines if DASH_BEHIND.match(view, mark.end)} & frozenset(repeated)
    return [mark for mark in marks if not (mark.line and mark.pos in several | dashed)]


def is_number_of_heading(view: str, last: Mark, mark: Mark) -> bool:
    """Tell whether a mark's number stands at the head of the one line above it, too."""
    if last.value != mark.value or last.strength < 1 or mark.scheme.level is not Level.OUTLINE:
        return False
    plain = {one.family.removeprefix(HEADING_PREFIX) for one in (last, mark)}
    if len(plain) > 1 and not plain <= SECTION_NUMBERS:
        return False
    above = view[last.stop : mark.start].strip(BLANK + "\n")
    return 0 < len(above) <= LONGEST_HEADING and "\n" not in above


def weaken_within_lines(marks: list[Mark], weights: MarkWeights) -> list[Mark]:
    """Weaken an article within a line whose number begins a line as well, where all the others do."""
    on_line: dict[str, set[Value]] = {}
    inside: dict[str, set[Value]] = {}
    for mark in marks:
        if mark.scheme.counts_on and mark.strength >= 1:
            (on_line if mark.line else inside).setdefault(mark.family, set()).add(mark.value)
    usual = {
        family
        for family, values in on_line.items()
        if count_successors(values) >= weights.run - 1 and inside.get(family, set()) <= values
    }
    return [
        mark._replace(strength=mark.strength - weights.other_form)
        if mark.family in usual and not mark.line and mark.value in on_line[mark.family]
        else mark
        for mark in marks
    ]


def restore_rows(view: str, marks: list[Mark], weights: MarkWeights) -> list[Mark]:
    """Give a mark back what its likeness to a row of a table took, if its list has other members.

    １　日時　六月五日⏎２　出席者　八名⏎３　議題: the third is no row, and no head of columns stands above.
    """
    if not any(mark.row for mark in marks):
        return marks
    plain = {(mark.family, mark.value) for mark in marks if mark.line and not mark.row}
    rows = {(mark.family, mark.value) for mark in marks if mark.row}
    out = []
    for mark in marks:
        last = mark.value
        while mark.row and (mark.family, last) in rows and last[-1] < weights.highest_number:
            last = (*last[:-1], last[-1] + 1)
        goes_on = mark.row and (mark.family, last) in plain and not has_head_above(view, mark)
        out.append(mark._replace(strength=mark.strength + mark.row) if goes_on else mark)
    return [mark for mark in out if mark.strength > weights.hopeless]


def has_head_above(view: str, mark: Mark) -> bool:
    """Tell whether a row stands in a table with a head: the nearest line above without a number."""
    at = mark.start
    for _ in range(MOST_ROWS):
        stop = view.rfind("\n", 0, at)
        begin = view.rfind("\n", 0, max(stop, 0)) + 1
        if stop <= 0:
            return False
        if not DIGIT.match(view, begin) and not view[begin:stop].lstrip(BLANK)[:1].isdigit():
            return HEAD_ROW.match(view, begin) is not None
        at = begin
    return True


def drop_answer_labels(marks: list[Mark]) -> list[Mark]:
    """Leave out the A. of answers to numbered questions: a letter that comes again and again, and no B."""
    if not any(mark.family == QUESTIONS for mark in marks):
        return marks
    letters = {mark.value for mark in marks if mark.family == ANSWERS and mark.line}
    if letters != {(1,)}:
        return marks
    return [mark for mark in marks if mark.family != ANSWERS]


def weaken_listed_citations(view: str, marks: list[Mark], weights: MarkWeights) -> list[Mark]:
    """Weaken articles that a sentence lists line by line behind its colon: they are cited.

    下列条款继续有效：⏎第二条（租金）⏎第三条（保密）⏎第三条 …: the list goes on as long as no line ends like a
    sentence. An article that is due there stays, unless its number begins a line again below.
    """
    ordinals = [n for n, mark in enumerate(marks) if mark.scheme.counts_on and mark.line]
    if not any(is_in_list(view, marks[n]) for n in ordinals):
        return marks
    out = marks[:]
    last: dict[str, Value] = {}
    listed, before = False, -1
    own = [n for n in ordinals if not is_in_list(view, marks[n])]
    again = {}
    for n in own:
        again[marks[n].family, marks[n].value] = n
    for n in ordinals:
        mark = marks[n]
        goes_on = listed and before >= 0 and is_next_line(view, marks[before], mark)
        listed = is_in_list(view, mark) or goes_on
        before = n
        known = last.get(mark.family)
        due = known is None or measure_distance(known, mark.value) == 1
        twice = again.get((mark.family, mark.value), -1) > n
        if listed and known is not None and (not due or twice):
            out[n] = mark._replace(strength=mark.strength - weights.other_form)
        else:
            last[mark.family] = mark.value
    return out


def is_in_list(view: str, mark: Mark) -> bool:
    """Tell whether the line before a mark ends with a colon."""
    before = view[max(0, mark.start - 8) : mark.start].rstrip(BLANK)
    return before.endswith("\n") and before.rstrip(BLANK + "\n").endswith(":")


def is_next_line(view: str, one: Mark, other: Mark) -> bool:
    """Tell whether a mark stands on the line after another's, which ends like an item at most."""
    if other.start - one.start > LONGEST_LINE:
        return False
    lines = view[one.pos : other.start].strip(BLANK + "\n").split("\n")
    return len(lines) == 1 and (not is_ended(lines[0]) or lines[0][-1:] == ";")


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
        if is_one_usual(count_successors(printed[0]), count_successors(printed[1]), weights)
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


def is_one_usual(one: int, other: int, weights: MarkWeights) -> bool:
    """Tell whether one of two forms has a run of numbers, and the other next to none."""
    return max(one, other) >= weights.run and min(one, other) * weights.run <= max(one, other)


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
