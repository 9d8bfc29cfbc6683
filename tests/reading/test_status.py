"""The one answer to “did this row change, and how”."""

import pytest

from hexapla.model import Change, Edit, Flag, Op, Relation
from hexapla.reading import (
    Status,
    count_by_status,
    counted_statuses,
    main_status,
    row_statuses,
)

WORDS = (Edit(Op.EQUAL, "工具"), Edit(Op.DELETE, "应当"), Edit(Op.INSERT, "可以"))
SAME = (Edit(Op.EQUAL, "工具"),)
CUT = (*SAME, Edit(Op.DELETE, "箱"))


def made(
    relation: Relation = Relation.MATCHED,
    flags: tuple[Flag, ...] = (Flag.IDENTICAL,),
    edits: tuple[Edit, ...] = SAME,
    *,
    moved: bool = False,
    renumbered: bool = False,
) -> Change:
    return Change(
        row="A__1",
        cells=(("1",), ("1",)),
        relation=relation,
        moved=moved,
        renumbered=renumbered,
        flags=flags,
        edits=edits,
    )


def spaced(before: str, after: str) -> Change:
    edits = (Edit(Op.EQUAL, "Tool"), Edit(Op.DELETE, before), Edit(Op.INSERT, after), Edit(Op.EQUAL, "shed"))
    return made(flags=(Flag.WHITESPACE,), edits=tuple(edit for edit in edits if edit.text))


STALE = (Flag.IDENTICAL, Flag.REFERENCE_STALE)


@pytest.mark.parametrize(
    ("change", "said", "counts_as", "changed"),
    [
        (made(), "same", "same", False),
        (made(flags=(Flag.WIDTH,)), "punct", "punct", False),
        (made(flags=(Flag.PUNCTUATION,)), "punct", "punct", False),
        (made(flags=(Flag.CASE,)), "punct", "punct", False),
        (made(flags=(Flag.SCRIPT,), renumbered=True), "punct renum", "punct", False),
        (made(flags=(Flag.PERIOD,), edits=WORDS), "word", "word", True),
        (made(renumbered=True), "renum", "renum", False),
        (made(moved=True), "move", "move", True),
        (made(moved=True, flags=(Flag.WORDING,), renumbered=True), "move word renum", "word", True),
        (made(moved=True, flags=(Flag.PUNCTUATION,)), "move punct", "move", True),
        (made(Relation.SPLIT), "split", "split", True),
        (made(Relation.SPLIT, flags=(Flag.PUNCTUATION,)), "split punct", "split", True),
        (made(Relation.MERGED, flags=(Flag.WORDING,)), "join word", "word", True),
        (made(Relation.REGROUPED), "regroup", "regroup", True),
        (made(Relation.ONLY_BASE), "del", "del", True),
        (made(Relation.ONLY_TARGET), "add", "add", True),
        (made(Relation.NOT_IN_TEXT, (), (Edit(Op.DELETE, "x"),)), "lack", "lack", False),
        (made(Relation.NOT_IN_TEXT, edits=CUT), "lack", "lack", False),
        (made(Relation.NOT_IN_TEXT, (Flag.WIDTH,), CUT), "lack punct", "lack", False),
        (made(Relation.NOT_IN_TEXT, (Flag.WORDING,), CUT, renumbered=True), "lack word renum", "word", True),
        (made(flags=STALE), "ref", "ref", True),
        (made(flags=(Flag.WIDTH, Flag.REFERENCE_STALE)), "punct ref", "ref", True),
    ],
)
def test_a_row_has_facts_and_one_status(change: Change, said: str, counts_as: str, changed: bool) -> None:  # noqa: FBT001 - a column of the table
    of = row_statuses(change)
    assert " ".join(of) == said
    assert main_status(of) == counts_as
    assert main_status(of).changed is changed


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("\n", " ", "same"),
        (" ", "\n    ", "same"),
        ("", "\u00ad", "same"),
        ("", " ", "punct"),
        ("\n", "", "punct"),
    ],
)
def test_line_ends_are_no_difference_and_spaces_between_words_are_one_of_form(
    before: str, after: str, said: str
) -> None:
    assert " ".join(row_statuses(spaced(before, after))) == said


def test_a_space_beside_han_is_no_difference() -> None:
    edits = (Edit(Op.EQUAL, "在"), Edit(Op.INSERT, " "), Edit(Op.EQUAL, "30"), Edit(Op.INSERT, " "))
    change = made(flags=(Flag.WHITESPACE,), edits=(*edits, Edit(Op.EQUAL, "日内")))
    assert row_statuses(change) == (Status.UNCHANGED,)


def test_a_heading_in_other_form_is_not_reworded() -> None:
    heading = (Edit(Op.DELETE, "Keys:"), Edit(Op.INSERT, "Keys."))
    change = Change(
        row="A__1",
        cells=(("1",), ("1",)),
        relation=Relation.MATCHED,
        moved=False,
        renumbered=False,
        flags=(Flag.PUNCTUATION,),
        edits=SAME,
        heading_edits=heading,
    )
    assert row_statuses(change) == (Status.FORM_ONLY,)


def test_of_a_translation_nothing_is_said_of_words() -> None:
    edits = (Edit(Op.DELETE, "工具"), Edit(Op.INSERT, "tools"))
    assert row_statuses(made(flags=(), edits=edits), translation=True) == (Status.TRANSLATION,)
    split = row_statuses(made(Relation.SPLIT, (), edits), translation=True)
    assert (split, main_status(split)) == ((Status.SPLIT, Status.TRANSLATION), Status.SPLIT)
    assert row_statuses(made(Relation.ONLY_BASE, (), edits[:1]), translation=True) == (Status.ONLY_BASE,)


def test_form_is_counted_where_nothing_weightier_holds() -> None:
    assert counted_statuses((Status.MOVED, Status.FORM_ONLY)) == {Status.MOVED}
    assert counted_statuses((Status.FORM_ONLY, Status.RENUMBERED)) == {Status.FORM_ONLY, Status.RENUMBERED}


def test_a_tally_adds_up_to_all_rows() -> None:
    rows = [(Status.MOVED, Status.REWORDED), (Status.UNCHANGED,), (Status.REWORDED,), (Status.NOT_IN_TEXT,)]
    assert count_by_status(rows) == {Status.REWORDED: 2, Status.NOT_IN_TEXT: 1, Status.UNCHANGED: 1}
