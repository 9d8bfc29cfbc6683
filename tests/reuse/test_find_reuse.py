"""What is found in several documents, what is not, and that it does not depend on how it was looked for."""

import random
import sys
from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.reuse import (
    CollectionReuse,
    DocumentPassages,
    RememberedSearch,
    dump_search,
    find_reuse,
    find_reuse_since,
    load_search,
)
from reuse.made_texts import SANCTION, clause, copy, passages_of, words


def pairs(found: CollectionReuse) -> set[tuple[str, ...]]:
    return {family.documents for family in found.families}


def others(count: int, *, base: int = 10_000) -> list[str]:
    return [clause(base + number) for number in range(count)]


def test_a_clause_that_stands_word_for_word_in_two_documents_is_a_family() -> None:
    found = find_reuse([passages_of("a", [clause(1), clause(2)]), passages_of("b", [clause(3), clause(2)])])
    (family,) = found.families
    assert [(member.document, member.clause) for member in family.members] == [("a", "art_2"), ("b", "art_2")]
    assert [member.likeness for member in family.members] == [1.0, 1.0]
    assert {each.document: [share.document for share in each.shares] for each in found.documents} == {
        "a": ["b"],
        "b": ["a"],
    }


def test_what_two_documents_do_not_share_is_no_family() -> None:
    found = find_reuse([passages_of("a", others(20)), passages_of("b", others(20, base=20_000))])
    assert found.families == ()
    assert all(each.shares == () for each in found.documents)


@pytest.mark.parametrize(("share", "least"), [(0.1, 1.0), (0.2, 0.98), (0.3, 0.95), (0.4, 0.8)])
def test_copies_of_which_a_part_was_changed_are_found(share: float, least: float) -> None:
    originals = [clause(number, 60 + number % 80) for number in range(60)]
    copies = [copy(text, share, seed=number) for number, text in enumerate(originals)]
    found = find_reuse([passages_of("a", originals), passages_of("b", copies + others(60))])
    right = sum(
        {member.clause for member in family.members} == {family.members[0].clause}
        for family in found.families
        if len(family.members) == 2
    )
    assert right >= least * len(originals)


@pytest.mark.parametrize(("share", "least"), [(0.1, 0.95), (0.2, 0.9)])
def test_copies_of_text_with_spaces_are_found(share: float, least: float) -> None:
    originals = [words(number, 30 + number) for number in range(40)]
    copies = [copy(text, share, seed=number) for number, text in enumerate(originals)]
    found = find_reuse([passages_of("a", originals), passages_of("b", copies)])
    assert len(found.families) >= least * len(originals)


def test_a_half_that_stands_in_another_clause_is_found() -> None:
    originals = [clause(number, 80) for number in range(50)]
    halves = [text[:40] + clause(500 + number, 40) for number, text in enumerate(originals)]
    found = find_reuse([passages_of("a", originals), passages_of("b", halves), passages_of("c", others(50))])
    right = sum(family.documents == ("a", "b") for family in found.families)
    assert right >= 0.9 * len(originals)
    assert all(0.3 < family.members[1].share < 0.7 for family in found.families)


def test_a_set_phrase_alone_makes_no_family() -> None:
    documents = [
        passages_of(f"law-{number:02}", [clause(number, 30) + SANCTION, *others(3, base=1000 * (number + 1))])
        for number in range(30)
    ]
    assert find_reuse(documents).families == ()


def test_a_formula_stands_apart_and_counts_in_no_share() -> None:
    formula = clause(7, 30)
    documents = [passages_of(f"law-{number:02}", [formula, clause(100 + number)]) for number in range(12)]
    found = find_reuse(documents)
    (family,) = found.families
    assert family.formula
    assert len(family.documents) == 12
    assert all(each.shares == () for each in found.documents)


def test_a_formula_with_small_differences_is_found_where_hundreds_have_it() -> None:
    formula = clause(7, 40)
    texts = [copy(formula, 0.05, seed=number) for number in range(150)]
    documents = [passages_of(f"law-{number:03}", [text]) for number, text in enumerate(texts)]
    found = find_reuse(documents)
    largest = max(found.families, key=lambda family: len(family.documents))
    assert len(largest.documents) >= 120
    assert largest.formula


def test_the_higher_rank_comes_first_then_the_earlier_date() -> None:
    text = clause(1)
    found = find_reuse(
        [
            passages_of("rule", [text], date="1990", rank=2),
            passages_of("law", [text], date="2010", rank=1),
            passages_of("note", [text]),
            passages_of("old-note", [text], date="1980"),
        ]
    )
    (family,) = found.families
    assert family.documents == ("law", "rule", "old-note", "note")
    assert family.ordered
    assert family.id == "law__A__art_1"


def test_equal_dates_do_not_say_which_was_first() -> None:
    text = clause(1)
    found = find_reuse([passages_of("b", [text], date="2010"), passages_of("a", [text], date="2010")])
    assert not found.families[0].ordered
    assert found.families[0].documents == ("a", "b")


def test_a_family_is_not_chained_until_its_ends_have_nothing_in_common() -> None:
    chain = [clause(1, 100)]
    for number in range(1, 8):
        chain.append(chain[-1][25:] + clause(number * 50, 25))
    found = find_reuse([passages_of(f"doc-{number}", [text]) for number, text in enumerate(chain)])
    assert all(member.likeness >= 0.3 for family in found.families for member in family.members)
    assert len(found.families) > 1


def test_a_document_shares_the_part_of_its_characters_that_stands_elsewhere() -> None:
    found = find_reuse(
        [
            passages_of("a", [clause(1, 100), clause(2, 100), clause(3, 200)]),
            passages_of("b", [clause(3, 200)]),
        ]
    )
    shares = {each.document: each.shares[0].share for each in found.documents}
    assert shares["a"] == pytest.approx(0.5)
    assert shares["b"] == pytest.approx(1.0)


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [
        passages_of("a", [clause(1), clause(2), clause(3)]),
        passages_of("b", [copy(clause(1), 0.2), clause(4), clause(2)]),
        passages_of("c", [copy(clause(2), 0.3), clause(1)[:40] + clause(9, 30)]),
    ]
    first, *rest = (find_reuse(several) for several in permutations(documents))
    assert first.families
    assert all(each == first for each in rest)


@given(st.lists(st.lists(st.text("甲乙丙丁戊己庚辛壬癸ab", min_size=1, max_size=60), max_size=6), max_size=5))
def test_whatever_the_texts_are_every_share_is_one_and_every_family_has_two_documents(
    texts: list[list[str]],
) -> None:
    found = find_reuse([passages_of(f"d{number}", several) for number, several in enumerate(texts)])
    for family in found.families:
        assert len(family.documents) >= 2
        assert all(0 <= member.share <= 1 and 0 <= member.likeness <= 1 for member in family.members)
    assert all(0 < share.share <= 1 for each in found.documents for share in each.shares)


def related_documents(count: int) -> list[DocumentPassages]:
    """Make documents that share clauses, changed ones, halves, set phrases and a formula."""
    formula = clause(7, 30)
    made = []
    for number in range(count):
        texts = [
            copy(clause(number % 5, 70), 0.1 * (number % 4), seed=number),
            clause(100 + number // 2, 60),
            clause(200 + number % 3, 80)[:40] + clause(300 + number, 40),
            clause(400 + number, 30) + SANCTION,
            formula if number % 2 else copy(formula, 0.05, seed=number),
        ]
        made.append(passages_of(f"d{number:02}", texts, date=str(1980 + 7 * number % 40)))
    return made


@pytest.mark.parametrize("new", range(0, 40, 3))
def test_what_an_earlier_search_knows_changes_nothing_wherever_the_new_text_stands(new: int) -> None:
    documents = related_documents(40)
    _, known = find_reuse_since(None, documents[:new] + documents[new + 1 :])
    assert find_reuse_since(known, documents)[0] == find_reuse(documents)


def test_what_an_earlier_search_knows_changes_nothing_where_documents_went_or_changed() -> None:
    documents = related_documents(40)
    _, known = find_reuse_since(None, documents)
    changed = passages_of("d03", [clause(2, 90), clause(9_000, 40)], date="1970", rank=1)
    for later in (documents[5:], [*documents[:3], changed, *documents[4:]], documents[::2], []):
        assert find_reuse_since(known, later)[0] == find_reuse(later)


def test_a_further_text_is_measured_against_others_and_these_are_not_measured_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    documents = related_documents(60)
    new = passages_of("new", [copy(clause(3, 70), 0.15, seed=99), *others(4, base=50_000)])
    measured = count_measured(monkeypatch)
    _, known = find_reuse_since(None, documents)
    whole = measured()
    find_reuse_since(known, [*documents, new])
    assert 0 < measured() < 0.1 * whole
    find_reuse_since(known, documents)
    assert measured() == 0


def count_measured(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Return what tells how many pairs were measured since it was asked last."""
    module = sys.modules["hexapla.reuse.candidate_pairs"]
    told: list[int] = []
    measure = module.count_common_characters

    def count(a: str, b: str, least: int) -> int:
        told.append(1)
        return int(measure(a, b, least))

    def tell() -> int:
        number = len(told)
        told.clear()
        return number

    monkeypatch.setattr(module, "count_common_characters", count)
    return tell


def riddle(text: str, seed: int) -> str:
    """Replace each fourth character, so that no run of four is left."""
    other = clause(seed, len(text))
    return "".join(other[at] if at % 4 == 0 else char for at, char in enumerate(text))


def test_as_a_phrase_becomes_commoner_and_rarer_again_a_search_finds_what_one_from_nothing_does() -> None:
    phrase, formula, text = clause(77, 6), clause(78, 7), clause(1, 72)
    documents = [
        passages_of("a", [phrase + text, formula + clause(3, 40)]),
        passages_of("b", [phrase + riddle(text, 2), formula + copy(clause(3, 40), 0.2)]),
        *(passages_of(f"c{number}", [clause(100 + number, 60) + formula]) for number in range(55)),
        *(passages_of(f"d{number}", [clause(160 + number, 60)]) for number in range(15)),
    ]
    others = [
        passages_of(f"o{number:02}", [clause(200 + number, 40) + phrase + formula]) for number in range(20)
    ]
    _, known = find_reuse_since(None, documents)
    seen = []
    for count in (*range(len(others) + 1), *reversed(range(len(others)))):
        found, known = find_reuse_since(known, [*documents, *others[:count]])
        assert repr(found) == repr(find_reuse([*documents, *others[:count]]))
        seen.append(repr(found))
    assert len(set(seen)) > 4
    families = [each.count("ReuseFamily") for each in seen]
    assert families[0] == families[-1] == max(families) > min(families)


VOCABULARY = [*(clause(number, 12) for number in range(8)), *"甲乙丙丁戊己庚辛壬癸"]
PASSAGE = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map("".join)
DOCUMENT = st.tuples(
    st.lists(PASSAGE, max_size=4), st.sampled_from(["", "1990", "2005"]), st.sampled_from([None, 1, 2])
)
COLLECTION = st.dictionaries(st.integers(0, 40), DOCUMENT, max_size=12)


def documents_of(drawn: dict[int, tuple[list[str], str, int | None]]) -> list[DocumentPassages]:
    return [
        passages_of(f"d{number:02}", texts, date=date, rank=rank)
        for number, (texts, date, rank) in drawn.items()
    ]


@given(COLLECTION, st.lists(st.tuples(COLLECTION, st.sets(st.integers(0, 40))), max_size=4))
def test_a_search_after_any_additions_removals_and_edits_finds_what_one_from_nothing_does(
    drawn: dict[int, tuple[list[str], str, int | None]],
    steps: list[tuple[dict[int, tuple[list[str], str, int | None]], set[int]]],
) -> None:
    _, known = find_reuse_since(None, documents_of(drawn))
    for added, removed in steps:
        drawn = {number: each for number, each in {**drawn, **added}.items() if number not in removed}
        found, known = find_reuse_since(load_search(dump_search(known)), documents_of(drawn))
        assert repr(found) == repr(find_reuse(documents_of(drawn)))


@pytest.mark.parametrize("seed", range(4))
def test_a_search_after_many_steps_finds_what_one_from_nothing_does_though_levels_and_formulae_change(
    seed: int,
) -> None:
    rng = random.Random(seed)  # noqa: S311 - a sample
    stock = related_documents(90)
    held = set(rng.sample(range(90), 20))
    known: RememberedSearch | None = None
    for _ in range(8):
        held ^= set(rng.sample(range(90), rng.choice((1, 1, 2, 30))))
        documents = [stock[number] for number in rng.sample(sorted(held), len(held))]
        edited = rng.randrange(len(documents))
        text = copy(documents[edited].passages[0].key, 0.1, seed=rng.randrange(99))
        documents[edited] = passages_of(documents[edited].document, [text], date=rng.choice(("", "1985")))
        found, known = find_reuse_since(known, documents)
        assert repr(found) == repr(find_reuse(documents))


@given(
    st.lists(st.lists(st.text("甲乙丙丁戊己庚辛壬癸", min_size=10, max_size=60), max_size=5), max_size=6),
    st.integers(0, 6),
)
def test_whatever_the_texts_are_an_earlier_search_changes_nothing(texts: list[list[str]], cut: int) -> None:
    documents = [passages_of(f"d{number}", several) for number, several in enumerate(texts)]
    known: RememberedSearch | None = None
    for some in (documents[:cut], documents[cut:], documents):
        found, known = find_reuse_since(known, some)
        assert found == find_reuse(some)
