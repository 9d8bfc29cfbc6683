"""The words of a page remember how the other direction says the same."""

from hexapla.i18n import load_messages
from hexapla.pages.exchanged_words import ExchangedWords, mirror_tokens


def words() -> ExchangedWords:
    return ExchangedWords(load_messages("en"), load_messages("en", parallel=True))


def test_what_was_said_is_known_in_the_other_direction() -> None:
    say = words()
    assert say("kind-word") == "reworded"
    assert say("mark-ins").strip() == "[ins:"
    assert say.different["reworded"] == "other wording"
    assert say.different["[ins:"] == "[only left:"  # what stands on the right goes to the left


def test_the_wordings_of_both_sides_change_places() -> None:
    say = words()
    said = say("flag-pair", old="may", new="shall")
    assert (said, say.exchange(said)) == ("may → shall", "shall / may")


def test_a_name_in_a_sentence_is_the_other_directions() -> None:
    say = words()
    say.note("Article 4 → 5", "Article 5 ⇄ 4")
    said = say("picture-band-renum", first="Article 4 → 5", count=2)
    assert say.exchange(said) == "2 the same but for their numbers from Article 5 ⇄ 4"


def test_tokens_of_one_side_are_those_of_the_other() -> None:
    assert [mirror_tokens(each) for each in ("add renum", "word split", "split join regroup", "same")] == [
        "del renum",
        "word join",
        "split join regroup",
        "same",
    ]
