"""What is said of a change: one set of words, whoever says them."""

from dataclasses import replace

import pytest

from hexapla.i18n import LANGUAGES, load_messages
from hexapla.model import Change, Edit, Flag, Op, Relation
from hexapla.reading import FORMAL_FLAGS, Status
from hexapla.reading.captions import (
    COUNTS,
    EITHER,
    FACTS,
    Caption,
    find_modal_changes,
    list_touched_captions,
    make_detail_captions,
    make_form_caption,
    make_one_sided_captions,
)

EDITS = (Edit(Op.EQUAL, "工具"), Edit(Op.DELETE, "应当"), Edit(Op.INSERT, "可以"))
CHANGE = Change(
    row="A__1",
    cells=(("1",), ("1",)),
    relation=Relation.MATCHED,
    moved=False,
    renumbered=False,
    flags=(Flag.MODALITY, Flag.PERIOD),
    edits=EDITS,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caption_can_be_said_and_no_two_facts_are_called_alike(language: str) -> None:
    for parallel in (False, True):
        say = load_messages(language, parallel=parallel)
        said = [FACTS[fact].in_words(say) for fact in Status]
        assert len(set(said)) == len(said)
        assert all(each.in_words(say) for each in (*COUNTS.values(), *EITHER.values()))
    for flag in FORMAL_FLAGS:
        assert make_form_caption(replace(CHANGE, flags=(flag,))).in_words(load_messages(language))


def test_duty_to_leave_is_told_by_its_words_in_either_direction() -> None:
    assert find_modal_changes(EDITS, "zh") == (("应当", "可以"),)
    assert find_modal_changes(CHANGE.reversed().edits, "zh") == (("可以", "应当"),)
    assert find_modal_changes((Edit(Op.DELETE, "三日"), Edit(Op.INSERT, "五日")), "zh") == ()


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [("zh", "應當", "不得"), ("en", "shall", "may"), ("de", "muss", "kann"), ("fr", "doit", "peut")],
)
def test_the_words_of_duty_are_those_by_which_the_comparison_finds_them(
    language: str, old: str, new: str
) -> None:
    assert find_modal_changes((Edit(Op.DELETE, f"{old} "), Edit(Op.INSERT, new)), language) == ((old, new),)


def test_what_is_touched_is_named_but_for_modality_that_its_words_tell() -> None:
    pair = Caption("flag-pair", (("old", "应当"), ("new", "可以")))
    assert list_touched_captions(CHANGE, "zh") == (Caption("flag-period"), pair)
    assert list_touched_captions(replace(CHANGE, flags=(Flag.WORDING,)), "zh") == ()
    assert list_touched_captions(replace(CHANGE, edits=()), "zh") == (
        Caption("flag-modality"),
        Caption("flag-period"),
    )


def test_nothing_is_touched_where_the_wording_stayed() -> None:
    assert make_detail_captions(CHANGE, (Status.MOVED,), "zh") == ()


def test_parallel_texts_add_and_remove_nothing() -> None:
    say = load_messages("en")
    told = {
        ordered: [each.in_words(say) for each in make_one_sided_captions("A", "B", ordered=ordered).values()]
        for ordered in (True, False)
    }
    assert told == {True: ["removed", "added"], False: ["only in A", "only in B"]}
