"""Laws of edits that hold for any two texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import commands
from effort import examples
from hexapla.comparison import diff_texts, find_flags
from hexapla.comparison.diff import ENGINES, diff_sequences
from hexapla.comparison.tokens import CLUSTER
from hexapla.model import Edit, Flag, Op

EXCHANGED = {Op.EQUAL: Op.EQUAL, Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}
LANGUAGES = st.sampled_from(["zh", "zh-Hant", "en", "de", "fr", "ja", "und"])
CLAUSE = (
    "甲方应当在三十日内付款。乙方可以（一）解除合同；第二十条第二款,"
    " shall not pay $1,250.00 e\u0301 👨\u200d👩\u200d👧 𠮷 \n\u202b"
)
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
NEAR = st.text(st.sampled_from(CLAUSE), max_size=80)
WORDS = st.lists(
    st.sampled_from(
        [
            "应当",
            "三十日",
            "内",
            "，",
            "。",
            "部门",
            "的",
            "防",
            "护",
            "服",
            "the ",
            "shall ",
            "30 ",
            "days",
            ". ",
            "é",
            "\u0301",
        ]
    ),
    max_size=40,
).map("".join)
TEXTS = st.one_of(ANY, NEAR, WORDS)


def spelled(found: tuple[Edit, ...], skipped: Op) -> str:
    return "".join(edit.text for edit in found if edit.op is not skipped)


def flipped(found: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Exchange deletions and insertions; a replacement is a deletion first in either direction."""
    out: list[Edit] = []
    for edit in found:
        turned = Edit(EXCHANGED[edit.op], edit.text)
        if out and turned.op is Op.DELETE and out[-1].op is Op.INSERT:
            out.insert(-1, turned)
        else:
            out.append(turned)
    return tuple(out)


@examples(5)
@given(TEXTS, TEXTS, LANGUAGES)
def test_edits_spell_both_texts(base: str, target: str, language: str) -> None:
    found = diff_texts(base, target, language)
    assert spelled(found, Op.INSERT) == base
    assert spelled(found, Op.DELETE) == target
    assert all(edit.text for edit in found)
    pairs = list(pairwise(found))
    assert all(a.op is not b.op for a, b in pairs)
    assert not any(a.op is Op.INSERT and b.op is Op.DELETE for a, b in pairs)


@examples(3.75)
@given(TEXTS, TEXTS, LANGUAGES)
def test_swapping_sides_swaps_operations(base: str, target: str, language: str) -> None:
    there, back = diff_texts(base, target, language), diff_texts(target, base, language)
    assert flipped(there) == back
    assert find_flags(there, language) == find_flags(back, language)


@examples(2.5)
@given(TEXTS, LANGUAGES)
def test_a_text_is_identical_with_itself(text: str, language: str) -> None:
    found = diff_texts(text, text, language)
    assert found == ((Edit(Op.EQUAL, text),) if text else ())
    assert find_flags(found, language) == (Flag.IDENTICAL,)


@examples(3.75)
@given(TEXTS, TEXTS, LANGUAGES)
def test_graphemes_are_never_split(base: str, target: str, language: str) -> None:
    found = diff_texts(base, target, language)
    for text, skipped in ((base, Op.INSERT), (target, Op.DELETE)):
        starts = {0, len(text), *(cluster.start() for cluster in CLUSTER.finditer(text))}
        at = 0
        for edit in found:
            if edit.op is not skipped:
                at += len(edit.text)
                assert at in starts


@examples(5)
@given(TEXTS, TEXTS, LANGUAGES)
def test_flags_are_one_alone_or_a_set(base: str, target: str, language: str) -> None:
    found = find_flags(diff_texts(base, target, language), language)
    alone = {Flag.IDENTICAL, Flag.WHITESPACE, Flag.WIDTH, Flag.PUNCTUATION, Flag.CASE, Flag.SCRIPT}
    assert found
    assert len(found) == 1 or not alone & set(found)


@pytest.mark.skipif(len(ENGINES) == 1, reason="the accelerator is not installed")
@examples(6.25)
@given(st.lists(st.integers(0, 6), max_size=60), st.lists(st.integers(0, 6), max_size=60))
def test_both_engines_give_the_same_runs(base: list[int], target: list[int]) -> None:
    slow, fast = (diff_sequences(base, target, engine) for engine in ENGINES)
    assert slow == fast


@pytest.mark.skipif(len(ENGINES) == 1, reason="the accelerator is not installed")
@examples(0.5)
@given(st.lists(st.integers(0, 70_000), max_size=200), st.lists(st.integers(0, 70_000), max_size=200))
def test_engines_agree_beyond_the_first_plane(base: list[int], target: list[int]) -> None:
    many = list(range(60_000))
    slow, fast = (diff_sequences([*base, *many], [*target, *many], engine) for engine in ENGINES)
    assert slow == fast


def test_hash_seed_changes_nothing() -> None:
    pair = ("承包人应当在三十日内完工，并书面报告。", "分包人可以于六十日内报告监理。", "zh")
    edits = diff_texts(*pair)
    program = (
        "from hexapla.comparison import diff_texts, find_flags;"
        f"edits = diff_texts(*{pair!r});"
        "print(ascii((edits, find_flags(edits, 'zh'))))"
    )
    assert commands.run_under_another_seed(program) == ascii((edits, find_flags(edits, "zh")))


HOSTILE = {
    "one character": ("一" * 20_000, "二" * 20_000),
    "digits and commas": ("1," * 10_000, "1." * 10_000),
    "number words": ("one and " * 3_000, "two and " * 3_000),
    "references": ("section 1, 1, " * 1_500, "article 2 and 2 " * 1_500),
    "brackets": ("(" * 20_000, "[" * 20_000),
    "modal words": ("应当" * 10_000, "可以" * 10_000),
    "May": ("May " * 5_000, "may " * 5_001),
    "joiners": ("\u200d" * 20_000, "e\u0301" * 10_000),
    "nothing in common": ("".join(map(chr, range(0x4E00, 0x8E00))), "".join(map(chr, range(0xAC00, 0xD700)))),
}


@pytest.mark.parametrize(("base", "target"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_compared_whole(base: str, target: str) -> None:
    for language in ("zh", "en"):
        found = diff_texts(base, target, language)
        assert spelled(found, Op.INSERT) == base
        assert spelled(found, Op.DELETE) == target
        assert find_flags(found, language)


def test_a_long_clause_is_compared_by_sentence_and_word() -> None:
    """Twelve hundred sentences, each tenth with another deadline: every one is found, nothing else."""
    lines = [f"第{n}号仓库的保管员应当在三十日内完成盘点。" for n in range(1200)]
    changed = [line.replace("三十日", "六十日") if not n % 10 else line for n, line in enumerate(lines)]
    found = diff_texts("".join(lines), "".join(changed), "zh")
    assert [edit.text for edit in found if edit.op is Op.DELETE] == ["三十日"] * 120
    assert [edit.text for edit in found if edit.op is Op.INSERT] == ["六十日"] * 120
