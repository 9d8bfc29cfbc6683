"""Statutes as their publishers give them: broken at links and widths, with notes of amendment."""

import pytest

from segmentation.texts import cut, cut_one, outline

PLAIN, MARKDOWN = "text/plain", "text/markdown"


@pytest.mark.parametrize(
    ("text", "kind", "read"),
    [
        pytest.param(
            "LEY DE FAROLES\nARTICULO 1º — Los faroles arden.\nARTICULO 2º — Las barcas esperan.\n",
            PLAIN,
            "ARTICULO 1º ARTICULO 2º",
            id="capitals without their accents",
        ),
        pytest.param(
            "등불 규칙\n제1조(목적) 등불을 켠다.\n제2조(개정) ①부터 ③까지 생략\n④ 나루 규칙을 고친다.\n",
            PLAIN,
            "제1조 제2조 ›①부터 ③까지 ›④",
            id="a run of items that a copy leaves out",
        ),
        pytest.param(
            "등불 규칙\n제1조(목적) 등불을 켠다.\n제2조(개정) 나루 규칙을 다음과 같이 고친다.\n"
            '제5조 중 "배"를 "등불"로 한다.\n제7조의 제목 "배"를 "등불"로 한다.\n'
            '제9조, 제11조 중 "배"를 "등불"로 한다.\n제3조(경과조치) 배는 머문다.\n',
            PLAIN,
            "제1조 제2조 제3조",
            id="instructions that amend another law",
        ),
        pytest.param(
            "灯火規則\n第一条　灯火を点ける。\n第二条　次の規定は、夏から施行する。\n"
            "一　第一条中灯台規則の改正規定\n二　第二条中灯船規則の改正規定\n第三条　灯火を消す。\n",
            PLAIN,
            "第一条 第二条 ›一 ›二 第三条",
            id="amended provisions in items",
        ),
        pytest.param(
            "灯火規則\n第一条\n　灯火を点ける。\n第二条\n　第二条から第四条までの規定は、夏から施行する。\n"
            "第二条ノ二\n　灯船ニ準用ス\n第三条\n　第一条の規定及び\n第四条に規定する灯船は\n第五条第一項\n"
            "による。\n第四条\n　灯火を消す。\n",
            PLAIN,
            "第一条 第二条 第二条ノ二 第三条 第四条",
            id="lines broken at what is cited",
        ),
        pytest.param(
            "Laternenordnung\nNach der Richtlinie (ABl. L 11 S.\n48) und dem Gesetz (BGBl. S.\n1112) gilt:\n"
            "§ 1 Laternen\nSie brennen (ABl. S. 2).\n§ 2 Ende\nEs gilt die Liste (ABl. L 354 S.\n16).\n",
            PLAIN,
            "§ 1 § 2",
            id="pages of a gazette in brackets",
        ),
        pytest.param(
            "# Laternenordnung\n\nGeändert durch\n:   Art. 63 G v. 1.2.2006\n\n"
            "## § 1 Laternen\n\nSie brennen.\n\n## § 2 Ende\n\nSchluss.\n",
            MARKDOWN,
            "§ 1 § 2",
            id="a list of definitions",
        ),
        pytest.param(
            "§ 1 Boote\nEs gibt\n"
            + "".join(f"{sign}) Ruder,\n" for sign in "abcdefgh")
            + "i) Bojen.\n§ 2 Ende\n",
            PLAIN,
            "§ 1 " + " ".join(f"›{sign})" for sign in "abcdefghi") + " § 2",
            id="a ninth letter after an item that ends",
        ),
        pytest.param(
            "Titre Ier Les lanternes\nArticle L111-1\nElles brûlent.\nArticle L111-2\nElles fument.\n"
            "Titre II Les quais\nArticle L121-1\nIls sont vides.\n",
            PLAIN,
            "Titre Ier ›Article L111-1 ›Article L111-2 Titre II ›Article L121-1",
            id="articles numbered by their place",
        ),
        pytest.param(
            "灯火法\n第一章　総則（第一条・第二条）\n第二章　灯船（第三条）\n附則\n第一章　総則\n"
            "第一条　灯火を点ける。\n第二条　灯火を消す。\n第二章　灯船\n第三条　灯船を置く。\n"
            "附　則　（平成二年法律第四号）　抄\nこの法律は、春から施行する。\n",
            PLAIN,
            "第一章 ›第一条 ›第二条 第二章 ›第三条",
            id="a contents list with supplementary provisions",
        ),
    ],
)
def test_marks_of_published_statutes(text: str, kind: str, read: str) -> None:
    version = cut_one(text, kind)
    assert outline(version) == read


def test_a_number_left_out_below_a_division_is_reported_where_it_is_not_its_first() -> None:
    (version,) = cut("Titre Ier Ports\nArticle L111-1\nUn.\nTitre II Quais\nArticle L121-3\nDeux.\n").versions
    assert outline(version).endswith("number_skipped")


@pytest.mark.parametrize(
    "line",
    ["die Hafenmeisterei der Stadt wirksam und", "及び第三項", "by the keeper, as entered in the book"],
)
def test_a_phrase_that_recurs_in_broken_lines_is_no_running_head(line: str) -> None:
    text = "".join(
        f"§ {n} Boote\nDies wird gegenüber {n} Booten durch,\n{line}\nso weiter bis {n}.\n"
        for n in range(1, 6)
    )
    version = cut_one(text)
    assert sum(line in clause.text for clause in version.clauses) == 5


def test_a_title_that_recurs_in_broken_lines_is_a_running_head() -> None:
    pages = "".join(
        f"{n}. Carts wait at\nRules of the Mill Post\nthe gate of mill {n}.\n" for n in range(1, 6)
    )
    version = cut_one(f"Rules of the Mill Post\n{pages}")
    assert not any("Rules" in clause.text for clause in version.clauses)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param(
            "Rules for Lanterns\n\nChapter One General Rules\n\nArticle 1\nThey burn.\n\n"
            "Chapter Two Harbour Rules\n\nArticle 1\nThey glow.\n\n"
            "Chapter Three Final Rules\n\nArticle 1\nEnd.\n",
            ["Chapter One", "Article 1", "Chapter Two", "Article 1", "Chapter Three", "Article 1"],
            id="chapters",
        ),
        pytest.param(
            "Lanterns Act\n\n1. They burn.\n\n2. They glow.\n\n"
            "FIRST SCHEDULE Rules for Keepers\n\n1. Rise.\n\n2. Rest.\n\n"
            "SECOND SCHEDULE Rules for Guests\n\n1. Look.\n\n2. Leave.\n",
            ["1.", "2.", "FIRST SCHEDULE", "1.", "2.", "SECOND SCHEDULE", "1.", "2."],
            id="schedules",
        ),
    ],
)
def test_divisions_whose_numbers_are_words_are_no_further_texts(text: str, numbers: list[str]) -> None:
    (version,) = cut(text).versions
    assert [clause.number or clause.heading for clause in version.clauses] == numbers
