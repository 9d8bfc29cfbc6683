"""Kinds of change: a ladder of differences that leave the wording alone, then the facts that changed.

Everything is said of the changed stretches only, so a deadline that stands unchanged in a reworded clause is
no changed deadline. No kind is a verdict: no program certifies that a change is one of substance.
"""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from hexapla.comparison.entities import Entity, find_entities
from hexapla.comparison.remembered import remember_short_texts
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Edit, Flag, Op
from hexapla.text import fold_script, remove_space, simplify

Spans = list[tuple[int, int]]

SILENT = compile_lazily_with_properties(
    r"[\p{Z}\p{C}\s]+|(?![%‰§&@#*/\\\U0001F3FB-\U0001F3FF])[\p{P}\p{Sk}]", regex.V1
)
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212~\u301c-"
"""marks of a range, of which one stands for another: 9-17, 9–17, 9~17"""
BETWEEN_DIGITS = compile_lazily_with_properties(
    rf"(?<=\d),(?=\d{{3}}(?!\d))|(?<=\d)[.,:/{DASHES}](?=\d)|(?<![\w.])[-\u2212](?=\d)"
)
"""marks that are part of a number; a comma that only groups its digits is not"""
KEPT = {",": "\ue000", ".": "\ue001", ":": "\ue002", "/": "\ue003"} | dict.fromkeys(DASHES, "\ue004")
UNSPOKEN = compile_lazily_with_properties(r"[\p{P}\p{Z}\p{C}\s]+")
NAME = 8
"""characters of an exchanged name"""
LONG = 40_000
"""characters of a changed stretch of which both halves are read; of a longer one beginning and end"""
NEAR = 400
"""characters of a kept stretch that can matter to a fact beside it"""
LETTER = compile_lazily_with_properties(r"\p{L}\p{M}*")
simplify_once = remember_short_texts(simplify)


def strip_punctuation(text: str) -> str:
    """Remove punctuation and white space, but not the marks inside numbers: 1.5 is not 15."""

    def keep(found: regex.Match[str]) -> str:
        grouping = found[0] == "," and found.end() + 3 <= len(found.string)
        return "" if grouping and found.string[found.end() : found.end() + 3].isdecimal() else KEPT[found[0]]

    return SILENT.sub(
        lambda found: found[0] if found[0] in KEPT.values() else "", BETWEEN_DIGITS.sub(keep, text)
    )


def fold_sharp_s(text: str) -> str:
    """Take SS for a capital ß, as in STRASSE; Straße and Strasse differ in spelling, not in case."""
    return text.replace("SS", "ß").lower()


def classify_formal_difference(base: str, target: str) -> Flag | None:
    """Return the first kind of difference that leaves the wording alone; None where none explains it all."""
    if base == target:
        return Flag.IDENTICAL
    base, target = remove_space(base), remove_space(target)
    if base == target:
        return Flag.WHITESPACE
    base, target = (remove_space(unicodedata.normalize("NFKC", text)) for text in (base, target))
    if base == target:
        return Flag.WIDTH
    base, target = strip_punctuation(base), strip_punctuation(target)
    if base == target:
        return Flag.PUNCTUATION
    if base.lower() == target.lower() or fold_sharp_s(base) == fold_sharp_s(target):
        return Flag.CASE
    convert = simplify_once if max(len(base), len(target)) <= LONG else fold_script
    return Flag.SCRIPT if convert(base) == convert(target) else None


def shorten_edits(edits: Sequence[Edit]) -> list[Edit]:
    """Leave out what no fact needs: the middle of long kept stretches, and of changed ones past all measure.

    The first is exact, since only facts that touch a change count. The second bounds the work: a stretch of
    more than 40,000 changed characters is a text of its own, of which the flags are a summary.
    """
    out = []
    for edit in edits:
        most = NEAR if edit.op is Op.EQUAL else LONG
        text = edit.text
        if len(text) > most:
            text = f"{text[: most // 2]}\n{text[-(most // 2) :]}"
        out.append(Edit(edit.op, text))
    return out


def spell_side(edits: Sequence[Edit], skipped: Op) -> tuple[str, Spans]:
    """Spell one side, with the spans that changed; an empty span where only the other side has text."""
    text, spans = "", []
    for edit in edits:
        start = len(text)
        if edit.op is not skipped:
            text += edit.text
        if edit.op is not Op.EQUAL:
            spans.append((start, len(text)))
    return text, spans


def select_changed_entities(found: Sequence[Entity], spans: Spans) -> list[Entity]:
    """Return the facts that a changed span meets, or that text was put into."""
    out: list[Entity] = []
    index = 0
    for fact in found:
        while index < len(spans) and spans[index][1] <= fact.start:
            index += 1
        if index < len(spans) and spans[index][0] < fact.end and not is_in_name(fact, spans[index]):
            out.append(fact)
    return out


def is_in_name(fact: Entity, span: tuple[int, int]) -> bool:
    """Tell whether a doubtful modal word stands inside a short exchanged term: 得 in 圣彼得堡."""
    start, end = span
    return fact.doubtful and start < fact.start and fact.end < end and end - start <= NAME


def find_change_ends(edits: Sequence[Edit]) -> tuple[list[int], list[int]]:
    """Return for each group of neighbouring changes where it ends, in base and in target."""
    ends: tuple[list[int], list[int]] = ([], [])
    base = target = 0
    for edit, following in zip(edits, (*edits[1:], None), strict=True):
        base += len(edit.text) * (edit.op is not Op.INSERT)
        target += len(edit.text) * (edit.op is not Op.DELETE)
        if edit.op is not Op.EQUAL and (following is None or following.op is Op.EQUAL):
            ends[0].append(base)
            ends[1].append(target)
    return ends


def find_exchanged_entities(
    edits: Sequence[Edit], before: Sequence[Entity], after: Sequence[Entity]
) -> Iterator[Flag]:
    """Yield the kinds of facts of which one stands in the place of another, though both texts hold both.

    A has thirty days and B sixty; now A has sixty and B thirty. A sentence that only changed its place takes
    no other's.
    """
    held: tuple[dict[tuple[int, Flag], set[str]], ...] = ({}, {})
    for found, ends, values in zip((before, after), find_change_ends(edits), held, strict=True):
        for fact in found:
            values.setdefault((bisect_right(ends, fact.start), fact.flag), set()).add(fact.value)
    for place, old in held[0].items():
        if old != held[1].get(place, old):
            yield place[1]


def collect_other_wording(text: str, spans: Spans, covered: Sequence[Entity]) -> str:
    """Return what the changed spans say beyond the facts."""
    told = bytearray(len(text))
    for fact in covered:
        told[fact.start : fact.end] = b"\x01" * (fact.end - fact.start)
    left = "".join(text[at] for start, end in spans for at in range(start, end) if not told[at])
    return UNSPOKEN.sub("", left)


def is_single_character(base: str, target: str) -> bool:
    """Tell whether the whole difference is one letter or Han character for another."""
    first = 0
    while first < min(len(base), len(target)) and base[first] == target[first]:
        first += 1
    last = 0
    while last < min(len(base), len(target)) - first and base[-1 - last] == target[-1 - last]:
        last += 1
    middle = base[first : len(base) - last], target[first : len(target) - last]
    return all(LETTER.fullmatch(text) for text in middle)


def find_flags(edits: Sequence[Edit], language: str) -> tuple[Flag, ...]:
    """Tell what kinds of difference the edits hold.

    Post-conditions:
        1. Either one of identical, whitespace, width, punctuation, case, script, alone; or others.
        2. Never empty; in the order in which `Flag` lists them.
    """
    if all(edit.op is Op.EQUAL for edit in edits):
        return (Flag.IDENTICAL,)
    return find_flags_of_difference(tuple(edits), language)


@remember_short_texts
def find_flags_of_difference(edits: tuple[Edit, ...], language: str) -> tuple[Flag, ...]:
    """Tell what kinds of difference the edits hold; remembered, since pairs of versions share their texts."""
    base, target = spell_side(edits, Op.INSERT)[0], spell_side(edits, Op.DELETE)[0]
    alone = classify_formal_difference(base, target)
    if alone:
        return (alone,)
    short = shorten_edits(edits)
    (old, gone), (fresh, new) = (spell_side(short, skipped) for skipped in (Op.INSERT, Op.DELETE))
    before, after = (
        select_changed_entities(find_entities(old, language), gone),
        select_changed_entities(find_entities(fresh, language), new),
    )
    count = [Counter((fact.flag, fact.value) for fact in found) for found in (before, after)]
    found = {flag for flag, _ in (count[0] - count[1]) + (count[1] - count[0])}
    found.update(find_exchanged_entities(short, before, after))
    if not found or collect_other_wording(old, gone, before) != collect_other_wording(fresh, new, after):
        found.add(Flag.WORDING)
    if found == {Flag.WORDING} and is_single_character(base, target):
        found = {Flag.SINGLE_CHARACTER}
    return tuple(flag for flag in Flag if flag in found)
