"""Which documents stand together, and the text that a group of them has in common."""

from hexapla.reuse import find_reuse, group_by_kinship, list_kin, order_by_kinship, reconstruct_model_text
from reuse.made_texts import clause, copy, passages_of

OWN = [clause(number, 60) for number in range(40)]


def test_those_that_share_much_stand_together_and_the_largest_group_first() -> None:
    found = find_reuse(
        [
            passages_of("a", [OWN[0], OWN[1]]),
            passages_of("b", [OWN[10], OWN[11]]),
            passages_of("c", [OWN[0], OWN[1], OWN[2]]),
            passages_of("d", [OWN[20]]),
            passages_of("e", [OWN[10], OWN[12]]),
            passages_of("f", [OWN[2], OWN[1]]),
        ]
    ).documents
    assert set(order_by_kinship(found)[:3]) == {"a", "c", "f"}
    assert order_by_kinship(found)[-1] == "d"
    assert {frozenset(group) for group in group_by_kinship(found)} == {
        frozenset("acf"),
        frozenset("be"),
    }
    assert list_kin(found)[0][1:] == ("a", "c")


def test_a_common_text_has_what_most_hold_in_their_usual_order_and_commonest_words() -> None:
    other = copy(OWN[1], 0.1, seed=3)
    texts = {
        "a": [OWN[0], OWN[1], OWN[2], OWN[3], OWN[20]],
        "b": [OWN[0], other, OWN[2], OWN[3]],
        "c": [OWN[3], OWN[0], other, OWN[2], OWN[30]],
    }
    documents = [passages_of(name, own, date=f"20{at}0") for at, (name, own) in enumerate(texts.items(), 1)]
    found = find_reuse(documents)
    places, words = {}, {}
    for name, own in texts.items():
        for at, text in enumerate(own, start=1):
            address = (name, "A", f"art_{at}")
            places[address], words[address] = at / len(own), text
    made = reconstruct_model_text(("a", "b", "c"), found.families, places, words)
    assert made is not None
    assert [words[each.wording.document, "A", each.wording.clause] for each in made.clauses] == [
        OWN[0],
        other,
        OWN[2],
        OWN[3],
    ]
    assert [len(each.holders) for each in made.clauses] == [3, 3, 3, 3]
    assert reconstruct_model_text(("a", "b"), found.families, places, words) is None
