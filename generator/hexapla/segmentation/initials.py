"""Initials of names that look like letters or numerals of a list: I. Dole, Clerk; J. Dole⏎Mayor."""

from collections.abc import Collection, Sequence

from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.mark_weights import MarkWeights
from hexapla.segmentation.marks import Mark

NAME = compile_lazily(r"[A-Z]\. [A-Z][^\W\d_]{1,30}")
NAME_IN_LINE = compile_lazily(rf"(?<=[^\s.;:] )({NAME.pattern})|(?<=: )({NAME.pattern})(?= ?\(|\n)")
"""a name with its initial letter, in mid-sentence"""
NAME_WITH_ROLE = compile_lazily(rf"{NAME.pattern}, [A-Z]")
NAME_IN_SENTENCE = compile_lazily(rf"{NAME.pattern} [a-zß-ÿ]+ [^\n]*\.[ \x1f]*(?:\n|$)")
"""I. Dole thanked the guests."""
NAME_ABOVE_ROLE = compile_lazily(rf"{NAME.pattern}[ \x1f]*\n[ \x1f]*[A-ZÀ-Þ][^\n.,;:]{{2,40}}(?:\n|$)")
"""J. Dole⏎Mayor"""
DATE_ABOVE = compile_lazily(r"\d{4}\.?[ \x1f\n]+\Z")
FIRST_NAME = compile_lazily(r"[\s,.—–-][A-ZÀ-Þ][a-zß-ÿ]{1,20}[ \x1f\n]+\Z")
FAR = 30
"""characters before a mark in which a name's beginning is looked for"""
NEAR = 40
"""marks after a letter among which the next of its list is looked for"""
Known = Collection[tuple[str, Value]]


def weaken_names(view: str, start: int, end: int, marks: list[Mark], weights: MarkWeights) -> list[Mark]:
    """Weaken the initial letter of a name that stands within a line too, or goes on with one: Ana⏎H. Dole."""
    if not any(could_be_initial(mark) for mark in marks):
        return marks
    names = {found[1] or found[2] for found in NAME_IN_LINE.finditer(view, start, end)}
    there = {(mark.family, mark.value) for mark in marks}
    out = []
    for n, mark in enumerate(marks):
        name = NAME.match(view, mark.pos, end) if could_be_initial(mark) else None
        if name and (
            name[0] in names
            or is_second_name(view, mark, there)
            or is_only_name(view, mark, there)
            or (n and is_subject(view, mark, there, marks[n + 1 : n + NEAR]))
        ):
            out.append(mark._replace(strength=mark.strength - weights.row))
        else:
            out.append(mark)
    return out


def could_be_initial(mark: Mark) -> bool:
    """Tell whether a mark is a letter with a point, as it is printed or as a number that was misread."""
    return mark.scheme.initials or mark.damaged


def is_only_name(view: str, mark: Mark, there: Known) -> bool:
    """Tell whether a name with its role stands behind a letter that is no list's: I. Dole, Clerk.

    As the number that a misread letter stands for (`I` for 1), it is the letter of the name rather.
    """
    beside = {(mark.family, (mark.value[0] + step,)) for step in (-1, 1)}
    return (mark.damaged or not beside & set(there)) and NAME_WITH_ROLE.match(view, mark.pos) is not None


def is_subject(view: str, mark: Mark, there: Known, following: Sequence[Mark]) -> bool:
    """Tell whether a name begins a sentence, and no list has its letter: I. Dole thanked the guests.

    At the head of all marks a list may begin so whose rest is missing, and A. may have no B.; but below other
    lists no Roman one begins and ends with I.
    """
    number = mark.value[0]
    if (number == 1 and view[mark.pos] != "I") or (mark.family, (number - 1,)) in there:
        return False
    goes_on = any(one.family == mark.family and one.value == (number + 1,) for one in following)
    return not goes_on and NAME_IN_SENTENCE.match(view, mark.pos) is not None


def is_second_name(view: str, mark: Mark, there: Known) -> bool:
    """Tell whether a letter without the one before it stands behind a first name at the end of a line.

    Or it begins a signature: a name alone on its line, its office on the next; below a date, A. Dole does so
    too.
    """
    alone = (mark.family, (mark.value[0] - 1,)) not in there
    before = view[max(0, mark.start - FAR) : mark.start]
    if alone and mark.value[0] > 1 and FIRST_NAME.search(before):
        return True
    signs = mark.value[0] > 1 or DATE_ABOVE.search(before) is not None
    goes_on = (mark.family, (mark.value[0] + 1,)) in there
    return alone and signs and not goes_on and NAME_ABOVE_ROLE.match(view, mark.pos) is not None
