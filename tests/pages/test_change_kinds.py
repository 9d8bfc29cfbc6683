import pytest

from hexapla.i18n import LANGUAGES, load_messages
from hexapla.pages import change_kinds
from hexapla.reading import Status
from hexapla.reading.captions import make_one_sided_captions


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
def test_every_state_has_a_word_of_its_own(language: str) -> None:
    say, alone = load_messages(language), make_one_sided_captions("A", "B", ordered=True)
    said = [change_kinds.state_caption(each, alone).in_words(say) for each in change_kinds.STATES]
    assert len(set(said)) == len(said)


def test_a_sum_says_that_nothing_weightier_holds() -> None:
    alone = make_one_sided_captions("A", "B", ordered=True)
    said = [
        change_kinds.state_caption(Status(each), alone).in_words(load_messages("en"))
        for each in ("renum", "move", "split")
    ]
    assert said == ["number only", "only moved", "only split or merged"]


def test_the_states_are_what_a_status_can_be_in_a_picture() -> None:
    assert set(change_kinds.STATES) == {change_kinds.summary_status([each]) for each in Status}


def test_a_bar_is_whole_and_the_shortest_stretch_holds_its_figure() -> None:
    found = list(change_kinds.compute_segments([(Status.UNCHANGED, 300), (Status.REWORDED, 1)]))
    assert abs(sum(float(each.length) for each in found) - 100) < 0.1
    assert float(found[1].length) > 3
