"""Compare one row of two versions: its relation, the edits of its headings and texts, its flags.

Most rows are compared heading with heading and text with text. Four kinds are not:

A version may print a heading on the line of its text, and the other on a line of its own: `"Keeper" means …`,
or `"Keeper"` above `means …`. The words are the same, and layout is no difference. Where words of a heading
stand in the text of the other version, heading and text are compared as one string. A heading that was
reworded, or put above a text that stayed as it was, is compared apart.

A version may print no more of a clause than its number, with a remark that it was taken out: `第三条
（删除）`. The remark is no wording of the clause, so only the other version has it.

A version may break off in a row: the last unit of a version that is cut off, and the first of a fragment, may
be a broken half. What is lost there is unknown, not deleted. Where the half agrees with the other version up
to the break, the relation is `not_in_text`, and what the other version has beyond the break is one edit of
its own: the last one, of a fragment the first.

Versions in different languages have no words to compare: the edits hold whole texts, and there are no flags.
"""

from bisect import bisect_left
from collections.abc import Sequence

from hexapla.comparison.diff import DiffOptions, diff_texts
from hexapla.comparison.flags import find_flags
from hexapla.comparison.pair_rows import classify_sizes
from hexapla.comparison.table_diff import diff_units
from hexapla.comparison.version_contents import ComparedVersion
from hexapla.comparison.word_segmenter import WordSegmenter
from hexapla.model import Completeness, Edit, Flag, Op, Relation, Row
from hexapla.text import make_key
from hexapla.units import Unit, join_cell_text

MIN_AGREEMENT = 0.5
"""share of the broken text that must stand on the other side for the rest to count as lost"""


def compare_row(
    row: Row, base: ComparedVersion, target: ComparedVersion, how: DiffOptions
) -> tuple[Relation, tuple[Edit, ...], tuple[Edit, ...], tuple[Flag, ...]]:
    """Compare one row: relation, edits, edits of the heading, flags."""
    relation = classify_relation(row, base, target)
    old, new = base.contents(row), target.contents(row)
    both = bool(old.units and new.units)
    if both and old.is_repealed is not new.is_repealed:
        headings = replace_whole_text(old.heading, new.heading)
        found = replace_whole_text(old.text, new.text)
        return relation, found, headings, find_flags((*headings, Edit(Op.EQUAL, "\n"), *found), how.language)
    if both and old.text == new.text and old.heading == new.heading:  # so it is in most rows
        headings, found = ((Edit(Op.EQUAL, text),) if text else () for text in (old.heading, old.text))
        return relation, found, headings, (Flag.IDENTICAL,)
    headings = diff_texts(old.heading, new.heading, *how)
    apart = (*headings, Edit(Op.EQUAL, "\n"))
    torn = diff_broken_row(row, base, target, how) if both else None
    if torn:
        found, start_lost = torn
        known = found[1:] if start_lost else found[:-1]
        return Relation.NOT_IN_TEXT, found, headings, find_flags((*apart, *known), how.language)
    found = diff_units(old.units, new.units, how)
    if relation is Relation.NOT_IN_TEXT:
        return relation, found, headings, ()
    if both and (one := diff_run_in_headings((old.units, new.units), (*headings, *found), how)):
        return relation, one, (), find_flags(one, how.language)
    return relation, found, headings, find_flags((*apart, *found), how.language)


def compare_translated_row(
    row: Row, base: ComparedVersion, target: ComparedVersion
) -> tuple[Relation, tuple[Edit, ...], tuple[Edit, ...], tuple[Flag, ...]]:
    """Tell a row of a translation: relation and whole texts; words in two languages have no flags."""
    headings = replace_whole_text(base.heading(row), target.heading(row))
    return (
        classify_relation(row, base, target),
        replace_whole_text(base.text(row), target.text(row)),
        headings,
        (),
    )


def replace_whole_text(base: str, target: str) -> tuple[Edit, ...]:
    """Tell two texts side by side, without comparing their words."""
    return tuple(Edit(op, text) for op, text in ((Op.DELETE, base), (Op.INSERT, target)) if text)


def classify_relation(row: Row, base: ComparedVersion, target: ComparedVersion) -> Relation:
    """Read the relation off the sizes of the cells."""
    left, right = len(row.cells[base.column]), len(row.cells[target.column])
    silent = base if not left else target
    if not (left and right) and silent.version.siglum in row.not_in_text:
        return Relation.NOT_IN_TEXT
    if left and right and is_one_sided(row, base, target):
        return Relation.ONLY_TARGET if base.contents(row).is_repealed else Relation.ONLY_BASE
    return classify_sizes(left, right)


def is_one_sided(row: Row, base: ComparedVersion, target: ComparedVersion) -> bool:
    """Tell whether one version alone has a clause in a row; a number without text is none beside a text."""
    if not (row.cells[base.column] and row.cells[target.column]):
        return True
    return base.contents(row).is_repealed is not target.contents(row).is_repealed


def diff_run_in_headings(
    cells: tuple[Sequence[Unit], Sequence[Unit]], apart: Sequence[Edit], how: DiffOptions
) -> tuple[Edit, ...] | None:
    """Compare headings and texts as one string; None where they are better compared apart.

    One string it is if at least half the letters by which the headings differ stand in the other version's
    text, and fewer letters are marked so.

    Args:
        cells: the units of base and target in a row.
        apart: edits of the headings and of the texts, compared apart.
        how: how words are compared.
    """
    titles = ["\n".join(unit.heading or "" for unit in cell) for cell in cells]
    if make_key(titles[0]) == make_key(titles[1]):
        return None
    found = diff_texts(join_cell_text(cells[0], headed=True), join_cell_text(cells[1], headed=True), *how)
    crossing, staying = count_shared_letters(found, *map(mark_heading_characters, cells))
    if 2 * crossing < sum(map(count_letters, titles)) - 2 * staying or not crossing:
        return None
    return found if count_changed_letters(found) < count_changed_letters(apart) else None


def mark_heading_characters(cell: Sequence[Unit]) -> bytes:
    """Tell of each character of a cell, headings before texts, whether it stands in a heading."""
    out = bytearray()
    for unit in cell:
        size = len(unit.heading or "")
        out += b"\x01" * size + bytes(len(unit.headed_text) - size + 1)
    return bytes(out)


def count_shared_letters(found: Sequence[Edit], base: bytes, target: bytes) -> tuple[int, int]:
    """Count the common letters that stand in a heading on one side only, and those in headings on both."""
    here = there = crossing = staying = 0
    for edit in found:
        size = len(edit.text)
        if edit.op is Op.EQUAL:
            pairs = zip(edit.text, base[here : here + size], target[there : there + size], strict=True)
            for char, one, other in pairs:
                crossing += one != other and char.isalnum()
                staying += bool(one and other) and char.isalnum()
        here += size * (edit.op is not Op.INSERT)
        there += size * (edit.op is not Op.DELETE)
    return crossing, staying


def count_letters(text: str) -> int:
    """Count letters and figures."""
    return sum(map(str.isalnum, text))


def count_changed_letters(found: Sequence[Edit]) -> int:
    """Count the letters and figures that are marked."""
    return sum(count_letters(edit.text) for edit in found if edit.op is not Op.EQUAL)


def diff_broken_row(
    row: Row, base: ComparedVersion, target: ComparedVersion, how: DiffOptions
) -> tuple[tuple[Edit, ...], bool] | None:
    """Mark a row at which one side breaks off: the edits, and whether what is lost stands first."""
    for here, there, turn in ((base, target, False), (target, base, True)):
        torn = here.breaks_in(row)
        if torn is None:
            continue
        start_lost = torn is Completeness.FRAGMENT
        found = diff_until_break(here.text(row), there.text(row), *how, start_lost=start_lost)
        if found:
            return reverse_edits(found) if turn else found, start_lost
    return None


def reverse_edits(found: Sequence[Edit]) -> tuple[Edit, ...]:
    """Read edits the other way round."""
    return tuple(edit.reversed() for edit in found)


def diff_until_break(
    broken: str, whole: str, language: str, words: WordSegmenter | None = None, *, start_lost: bool
) -> tuple[Edit, ...] | None:
    """Mark a broken text (as base) against a whole one (as target).

    Returns the edits up to the break and then one insertion, the text beyond it (before it where the start is
    lost); None where the broken text has no such counterpart, or nothing is missing.
    """
    if start_lost:
        found = diff_until_break(broken[::-1], whole[::-1], language, words, start_lost=False)
        if found is None:
            return None
        lost = len(found[-1].text)
        return (Edit(Op.INSERT, whole[:lost]), *diff_texts(broken, whole[lost:], language, words))
    if not broken:
        return None
    end = find_exact_end(broken, whole)
    if end is None:
        end = estimate_end(broken, whole, language, words)
    if end is None or end >= len(whole):
        return None
    return (*diff_texts(broken, whole[:end], language, words), Edit(Op.INSERT, whole[end:]))


def find_exact_end(broken: str, whole: str) -> int | None:
    """Return how much of the whole text says what the broken text says; None where it does not begin so."""
    if whole.startswith(broken):
        return len(broken)
    folded = make_key(broken)
    end = bisect_left(range(len(whole)), len(folded), key=lambda stop: len(make_key(whole[:stop])))
    return end if folded and make_key(whole[:end]) == folded else None


def estimate_end(broken: str, whole: str, language: str, words: WordSegmenter | None) -> int | None:
    """Return the same where some words before the break differ too; None where too few agree."""
    found = diff_texts(broken, whole, language, words)
    kept = sum(len(edit.text) for edit in found if edit.op is Op.EQUAL)
    if kept < MIN_AGREEMENT * len(broken) or found[-1].op is not Op.INSERT:
        return None
    lost = found[-1].text
    if found[-2].op is Op.DELETE:
        # The break may go through a word, which then reads as replaced by the whole word.
        if not lost.startswith(found[-2].text):
            return None
        lost = lost[len(found[-2].text) :]
    return len(whole) - len(lost)
