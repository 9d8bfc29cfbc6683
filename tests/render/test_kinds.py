import pytest

from hexapla.model import Change, Edit, Flag, Op, Relation
from hexapla.render import kinds

WORDS = (Edit(Op.EQUAL, "工具"), Edit(Op.DELETE, "应当"), Edit(Op.INSERT, "可以"))
SAME = (Edit(Op.EQUAL, "工具"),)


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


@pytest.mark.parametrize(
    ("change", "said", "state"),
    [
        (made(), "same", "same"),
        (made(flags=(Flag.WHITESPACE,)), "same", "same"),
        (made(flags=(Flag.PUNCTUATION,)), "punct", "word"),
        (made(flags=(Flag.PERIOD,), edits=WORDS), "word", "word"),
        (made(renumbered=True), "renum", "renum"),
        (made(moved=True, flags=(Flag.WORDING,), renumbered=True), "move word renum", "move"),
        (made(Relation.SPLIT), "split", "word"),
        (made(Relation.MERGED, flags=(Flag.WORDING,)), "join word", "word"),
        (made(Relation.ONLY_BASE), "del", "del"),
        (made(Relation.ONLY_TARGET), "add", "add"),
        (made(Relation.NOT_IN_TEXT, (), (Edit(Op.DELETE, "x"),)), "lack", "lack"),
        (made(Relation.NOT_IN_TEXT, edits=(*SAME, Edit(Op.DELETE, "x"))), "lack", "lack"),
        (made(flags=(Flag.IDENTICAL, Flag.REFERENCE_STALE)), "ref", "word"),
    ],
)
def test_a_change_in_words(change: Change, said: str, state: str) -> None:
    assert " ".join(kinds.kinds(change)) == said
    assert kinds.state(kinds.kinds(change)) == state


@pytest.mark.parametrize(
    ("of", "counted"),
    [
        (("lack", "word"), "word"),
        (("lack", "renum"), "lack"),
        (("trans", "renum"), "trans"),
        (("move", "renum"), "move"),
    ],
)
def test_a_row_counts_once(of: tuple[str, ...], counted: str) -> None:
    assert kinds.state(of) == counted
    assert kinds.changed(of) == kinds.changed((counted,))


def test_all_renumbered_are_a_filter_of_their_own_only_where_some_changed_as_well() -> None:
    assert "renum" not in kinds.counts([("renum",), ("same",)])


def test_a_text_that_breaks_off_inside_a_row_may_differ_before() -> None:
    change = made(
        Relation.NOT_IN_TEXT, (Flag.WORDING,), (*WORDS, Edit(Op.EQUAL, "登"), Edit(Op.DELETE, "记"))
    )
    assert set(kinds.kinds(change)) == {"lack", "word"}


def test_counts_are_filters() -> None:
    rows = [("same",), ("word", "renum"), ("split", "word"), ("lack",), ("renum",)]
    assert kinds.counts(rows) == {
        "all": 5,
        "changed": 2,
        "number": 1,
        "same": 1,
        "word": 2,
        "split join regroup": 1,
        "renum": 2,
        "lack": 1,
    }


def test_duty_to_leave_is_told_by_its_words() -> None:
    assert kinds.modal_pairs(WORDS) == (("应当", "可以"),)
    assert kinds.modal_pairs((Edit(Op.DELETE, "三日"), Edit(Op.INSERT, "五日"))) == ()
