"""English, German and Japanese instruments of our own: applied, written, and held to the target."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import examples
from hexapla.amending import Amended, Generated
from hexapla.amending.explicit.explicit_grammar import load_explicit_grammar
from hexapla.amending.explicit.quoted_text import build_explicit_skeleton, quote_exactly
from hexapla.api.inputs import text_source
from hexapla.api.instruments import amend, apply, read_instrument

AGREEMENT = """Harbour Lamps Agreement

1. Lamps. The Keeper shall keep the lamps lit at night.

2. Flags. The Keeper shall take the flags in

(a) in a gale; and

(b) in heavy rain.

3. Reports. The Keeper shall report to the Guild every month.

4. Fees. The Guild shall pay ten shillings a month.
"""
ORDNUNG = """Hafenlampenordnung

§ 1 Lampen

(1) Die Lampen leuchten nachts. Der Wärter zündet sie an.

(2) Die Flaggen werden eingeholt

1. bei Sturm,

2. bei Starkregen.

§ 2 Berichte

Der Wärter berichtet der Gilde monatlich.

§ 3 Entgelt

Die Gilde zahlt zehn Taler im Monat.
"""
KISOKU = """港灯規則

第一条　灯りは夜に灯す。

第二条　次に掲げる場合には、旗を降ろす。

一　暴風のとき。

二　大雨のとき。

第三条　管理者は、毎月組合に報告する。

第四条　組合は、毎月十円を支払う。
"""
TEXTS = {"en": AGREEMENT, "de": ORDNUNG, "ja": KISOKU}


def run(instrument: str, law: str) -> Amended:
    """Apply an instrument to a text."""
    return apply(text_source("law.txt", law), text_source("i.txt", instrument))


def write(old: str, new: str, form: str) -> Generated:
    """Write the instrument between two texts, and hold it to the target."""
    made = amend(text_source("old.txt", old), text_source("new.txt", new), form=form)
    assert made.missed == ()
    amended = run(made.text, old)
    assert (amended.text, amended.doubts) == (new, ())
    return made


@pytest.mark.parametrize(
    ("form", "instrument", "before", "after"),
    [
        ("en", "In Section 1, “at night” is replaced with “in the dark”.", "at night", "in the dark"),
        ("en", 'Section 1 is amended by striking "lit" and inserting "burning".', "lit", "burning"),
        ("en", "In section 2(b), for “heavy” substitute “any”.", "heavy rain", "any rain"),
        ("en", "In Section 1, after “lamps”, insert “and lanterns”.", "the lamps", "the lamps and lanterns"),
        ("en", "In section 2, omit “heavy”.", "in heavy rain", "in rain"),
        ("en", "Paragraph (b) of Section 2 is deleted.", "\n\n(b) in heavy rain.", ""),
        ("en", "Section 4 is repealed.", "\n\n4. Fees. The Guild shall pay ten shillings a month.", ""),
        ("en", "Section 4 is renumbered as Section 5.", "4. Fees", "5. Fees"),
        (
            "en",
            "Section 3 is deleted and replaced with the following: “3. Reports. None are due.”",
            "The Keeper shall report to the Guild every month.",
            "None are due.",
        ),
        (
            "en",
            "A new Section 3A is added: “Rain. Rain counts as night.”",
            "every month.\n",
            "every month.\n\n3A. Rain. Rain counts as night.\n",
        ),
        (
            "en",
            "Section 2 is amended by adding at the end the following: “(c) in fog.”",
            "heavy rain.",
            "heavy rain.\n\n(c) in fog.",
        ),
        ("en", "The title is replaced by: “Harbour Lights”.", "Lamps Agreement", "Lights"),
        ("de", "In § 1 Absatz 1 wird die Angabe „nachts“ durch die Angabe „oft“ ersetzt.", "nachts", "oft"),
        ("de", "In Satz 2 des § 1 Absatz 1 wird die Angabe „sie“ gestrichen.", "zündet sie an", "zündet an"),
        ("de", "§ 1 Absatz 2 Nummer 2 wird aufgehoben.", "\n\n2. bei Starkregen.", ""),
        ("de", "Der bisherige § 3 wird § 4.", "§ 3 Entgelt", "§ 4 Entgelt"),
        (
            "de",
            "Nach § 2 wird der folgende § 2a eingefügt: „§ 2a Regen\n\n„Regen gilt als Nacht.“",
            "monatlich.\n",
            "monatlich.\n\n§ 2a Regen\n\nRegen gilt als Nacht.\n",
        ),
        (
            "de",
            "Die Überschrift des § 3 wird durch die folgende Überschrift ersetzt: „Lohn“.",
            "§ 3 Entgelt",
            "§ 3 Lohn",
        ),
        ("ja", "第一条中「夜」を「夜間」に改める。", "夜に", "夜間に"),
        ("ja", "第三条中「毎月」の下に「書面で」を加える。", "毎月組合に", "毎月書面で組合に"),
        ("ja", "第二条第二号を削る。", "\n\n二　大雨のとき。", ""),
        (
            "ja",
            "第四条を第五条とし、第三条の次に次の一条を加える。\n「第四条　雨は夜とみなす。」",
            "第四条　組",
            "第四条　雨は夜とみなす。\n\n第五条　組",
        ),
    ],
)  # fmt: skip
def test_a_command_changes_its_place_alone(form: str, instrument: str, before: str, after: str) -> None:
    amended = run(f"1. {instrument}\n", TEXTS[form])
    assert amended.doubts == ()
    assert amended.text == TEXTS[form].replace(before, after, 1)


@pytest.mark.parametrize(
    ("instrument", "reason"),
    [
        ("Section 9 is deleted.", "there is no Section 9 in the text"),
        ("In Section 1, “ee” is replaced with “a”.", "“ee” stands there 2 times"),
        ("In Section 1, “moon” is deleted.", "“moon” does not stand there"),
        ("A new Section 3 is added: “Rain.”", "new Section 3 stands in the text already"),
        ("Section 1 shall be read aloud with “lamps”.", "it was not understood"),
    ],
)
def test_what_cannot_be_placed_is_a_doubt(instrument: str, reason: str) -> None:
    amended = run(f"1. {instrument}\n2. In Section 4, “ten” is replaced with “five”.\n", AGREEMENT)
    assert [(each.line, each.reason) for each in amended.doubts] == [(1, reason)]
    assert amended.text == AGREEMENT.replace("ten", "five")


@pytest.mark.parametrize(
    ("form", "before", "after", "said"),
    [
        ("en", "lit at night", "lit in the dark", "In Section 1, “at night” is replaced with “in the dark”."),
        ("en", "(b) in heavy", "(b) in any", "In Section 2(b), “heavy” is replaced with “any”."),
        ("en", "\n\n4. Fees", "\n\n3A. Rain counts.\n\n4. Fees", "After Section 3, the following is"),
        ("de", "Taler", "Gulden", "In § 3 wird die Angabe „Taler“ durch die Angabe „Gulden“"),
        ("de", "nachts", "oft", "In § 1 Absatz 1 wird die Angabe „nachts“ durch die Angabe „oft“ ersetzt."),
        ("de", "§ 2 Berichte", "§ 2 Meldungen", "Die Überschrift des § 2 wird"),
        ("ja", "大雨", "豪雨", "第二条第二号中「大雨」を「豪雨」に改める。"),
        ("ja", "第四条　組", "第四条　雨は夜とみなす。\n\n第五条　組", "第四条を第五条とする。"),
    ],
)  # fmt: skip
def test_a_change_is_said_as_drafters_say_it(form: str, before: str, after: str, said: str) -> None:
    made = write(TEXTS[form], TEXTS[form].replace(before, after, 1), form)
    assert said in made.text
    assert made.fallbacks == 0


def test_japanese_numbers_rise_from_the_last_so_that_no_two_collide() -> None:
    new = (
        KISOKU.replace("第四条", "第五条")
        .replace("第三条", "第四条")
        .replace("第四条　管", "第三条　雨は夜とみなす。\n\n第四条　管")
    )
    text = write(KISOKU, new, "ja").text
    assert (
        text.index("第四条を第五条とする") < text.index("第三条を第四条とする") < text.index("第二条の次に")
    )


@pytest.mark.parametrize("form", TEXTS)
def test_an_instrument_says_that_a_program_made_it(form: str) -> None:
    base = TEXTS[form]
    written = write(base, base.replace("lit", "set").replace("nachts", "stets").replace("夜", "昼"), form)
    last = written.text.splitlines()[-1]
    assert any(word in last for word in ("not authentic", "nicht amtlich", "正文ではない"))


QUOTES = st.text(alphabet="ab “”„\"'「」『』«»‘’\n()1.", min_size=1, max_size=30)


@given(QUOTES, st.sampled_from(["en", "de", "ja"]))
def test_a_quotation_reads_back_to_the_letter(text: str, tag: str) -> None:
    pairs = load_explicit_grammar(tag).pairs
    try:
        written = quote_exactly(text, pairs)
    except ValueError:
        return
    skeleton = build_explicit_skeleton(written, pairs)
    assert [each.text for each in skeleton.quotations] == [text]


WORDS = st.sampled_from("lamp flag keeper guild rain shall may night record ten the a, of (lit) and".split())
SENTENCE = st.lists(WORDS, min_size=3, max_size=9).map(lambda words: "Every " + " ".join(words) + ".")
SECTIONS = st.lists(st.lists(SENTENCE, min_size=1, max_size=3), min_size=3, max_size=6)


def spell(sections: list[list[str]]) -> str:
    """Write sections as a text."""
    return "".join(
        f"{number}. {paragraphs[0]}\n\n"
        + "".join(f"({'abc'[i]}) {p}\n\n" for i, p in enumerate(paragraphs[1:]))
        for number, paragraphs in enumerate(sections, start=1)
    )


@st.composite
def amended_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text and another that was made of it."""
    old = draw(SECTIONS)
    new = [list(each) for each in old]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(new) - 1))
        match draw(st.sampled_from(["insert", "delete", "cut", "word", "move"])):
            case "insert":
                new.insert(at, draw(SECTIONS)[0])
            case "delete" if len(new) > 2:
                del new[at]
            case "cut" if len(new[at]) > 1:
                new[at] = new[at][:-1]
            case "move":
                new.append(new.pop(at))
            case _:
                new[at] = [new[at][0].replace("Every", "No", 1), *new[at][1:]]
    return spell(old), spell(new)


@examples(0.625)
@given(amended_texts(), st.sampled_from(["en", "de", "ja"]))
def test_round_trip(texts: tuple[str, str], form: str) -> None:
    old, new = texts
    made = amend(text_source("old.txt", old), text_source("new.txt", new), form=form)
    assert made.text, made.missed
    amended = run(made.text, old)
    assert " ".join(amended.text.split()) == " ".join(new.split())


def test_a_text_of_a_file_is_read_in_the_language_of_its_base(tmp_path: Path) -> None:
    path = tmp_path / "i.txt"
    path.write_text("1. § 3 wird aufgehoben.\n", encoding="utf-8")
    assert apply(text_source("law.txt", ORDNUNG), path).doubts == ()
    assert read_instrument(text_source("i.txt", HDR_LINE)).language == "de"


HDR_LINE = (
    "Die Ordnung wird wie folgt geändert: In § 3 wird nach der Angabe „Taler“ die Angabe „und“ eingefügt.\n"
)
