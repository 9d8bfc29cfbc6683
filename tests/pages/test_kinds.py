import pytest

from hexapla.model import Change, Edit, Flag, Op, Relation
from hexapla.pages import change_kinds
from hexapla.pages.i18n import LANGUAGES, make_translator
from hexapla.reading import FORMAL_FLAGS, Status

WORDS = (Edit(Op.EQUAL, "工具"), Edit(Op.DELETE, "应当"), Edit(Op.INSERT, "可以"))


def rows(*said: str) -> list[tuple[Status, ...]]:
    return [tuple(map(Status, each.split())) for each in said]


def test_all_renumbered_are_a_filter_of_their_own_only_where_some_changed_as_well() -> None:
    assert "renum" not in change_kinds.count_filters(rows("renum", "same"))


def test_counts_are_filters_and_the_first_add_up() -> None:
    made = change_kinds.count_filters(
        rows("same", "word renum", "split word", "lack", "renum", "punct", "move punct", "ref")
    )
    assert made == {
        "all": 8,
        "changed": 4,
        "punct": 1,
        "number": 1,
        "same": 1,
        "word": 2,
        "move": 1,
        "split join regroup": 1,
        "renum": 2,
        "lack": 1,
    }


@pytest.mark.parametrize(
    ("said", "state"), [("join", "split"), ("regroup renum", "split"), ("move word", "word")]
)
def test_a_picture_knows_one_state_for_clauses_that_were_parted_anew(said: str, state: str) -> None:
    (of,) = rows(said)
    assert change_kinds.summary_status(of) == state


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_every_difference_of_form_has_a_word(language: str) -> None:
    say = make_translator(language)
    said = [change_kinds.state_word(each, say, ("-", "+")) for each in change_kinds.STATES]
    assert len(set(said)) == len(said)
    for flag in FORMAL_FLAGS:
        change = Change(
            row="A__1",
            cells=(("1",), ("1",)),
            relation=Relation.MATCHED,
            moved=False,
            renumbered=False,
            flags=(flag,),
            edits=WORDS,
        )
        assert say(change_kinds.form_message(change))


def test_the_states_are_what_a_status_can_be_in_a_picture() -> None:
    assert set(change_kinds.STATES) == {change_kinds.summary_status([each]) for each in Status}


def test_duty_to_leave_is_told_by_its_words() -> None:
    assert change_kinds.find_modal_changes(WORDS) == (("应当", "可以"),)
    assert change_kinds.find_modal_changes((Edit(Op.DELETE, "三日"), Edit(Op.INSERT, "五日"))) == ()


def test_what_is_touched_is_named_but_for_modality_that_its_words_tell() -> None:
    change = Change(
        row="A__1",
        cells=(("1",), ("1",)),
        relation=Relation.MATCHED,
        moved=False,
        renumbered=False,
        flags=(Flag.MODALITY, Flag.PERIOD),
        edits=WORDS,
    )
    assert change_kinds.flag_messages(change) == ("flag-period",)
