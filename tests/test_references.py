"""References: found, parsed, told from those into other texts, resolved."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from hexapla.model import Role, Version
from hexapla.references import Outcome, find_citations, index_clauses, resolve_citation
from hexapla.text.numerals import reference_label


def version(*rows: tuple[str, str | None, str], role: Role = Role.UNIT) -> Version:
    """A version of clauses (id, number, text); an id with `__` is a part."""
    return builders.version(
        "A",
        [
            builders.clause(
                name,
                number,
                text,
                depth=int("__" in name),
                role=Role.PART if "__" in name else role,
            )
            for name, number, text in rows
        ],
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("依照本规约第十二条第二款第（三）项办理", "第十二条第二款第（三）项"),
        ("第20条之一另有约定的", "第20条之一"),
        ("依前條申請延期者", "前條"),
        ("subject to Section 5(a) below", "Section 5(a)"),
        ("see rule 4.2", "rule 4.2"),
        ("nach § 3 Abs. 2 Nr. 1 gilt", "§ 3 Abs. 2 Nr. 1"),
        ("vorbehaltlich Artikel 7", "Artikel 7"),
        ("pursuant to Article IV the keeper", "Article IV"),
        ("see Art. II. and", "Art. II"),
        ("under Section 5(a)(ii)", "Section 5(a)(ii)"),
        ("nach § 3 Abs. 2 Satz 1 Nr. 4 gilt", "§ 3 Abs. 2 Satz 1 Nr. 4"),
        ("準用第三條第一項第二款之規定", "第三條第一項第二款"),
        ("제3조제2항제1호에 따라", "제3조제2항제1호"),
        ("依前條第四款申領者", "前條第四款"),
        ("实施前款行为", "前款"),
    ],
)
def test_a_reference_is_found_whole(text: str, printed: str) -> None:
    assert [found.printed for found in find_citations(text)] == [printed]


def test_a_chain_gives_each_number() -> None:
    found = find_citations("under Sections 6, 7(b) and 8")
    assert [(one.label, one.below) for one in found] == [("6", ()), ("7", (("item", "b"),)), ("8", ())]


@pytest.mark.parametrize(
    "text",
    [
        "依照《渡口条例》第八条",
        "违反民用航空法第八条",
        "section 8 of the Harbour Act",
        "§ 8 des Bundesjagdgesetzes",
        "§ 8 BGB",
        "under 17 U.S.C. § 101",
        "the Harbour Act 1987, section 8",
        "Article 5 of the GDPR",
        "paragraph 3 of Schedule 2",
        "Artikel 5 der Verordnung",
        "민법 제8조",
    ],
)
def test_a_reference_into_another_text_is_told_apart(text: str) -> None:
    assert [found.external for found in find_citations(text)] == [True]


@pytest.mark.parametrize(
    "text",
    ["依照本法第八条", "依照本办法第八条", "section 8 of this Act", "§ 8 dieses Gesetzes", "依法第八条"],
)
def test_a_reference_into_the_text_itself_stays_inside(text: str) -> None:
    assert [found.external for found in find_citations(text)] == [False]


def test_what_is_chained_to_another_text_belongs_there() -> None:
    assert [one.external for one in find_citations("《渡口条例》第八条、第九条，本章程第十条")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("第二十条之一", "20-1"),
        ("第 15-1 條", "15-1"),
        ("Section 5.", "5"),
        ("§ 3a", "3a"),
        ("(a)", "a"),
        ("三、", "3"),
    ],
)
def test_numbers_are_folded(printed: str, folded: str) -> None:
    assert reference_label(printed) == folded


ARTICLES = version(
    ("art_1", "第一条", "总则"),
    ("art_2", "第二条", "下列情形："),
    ("art_2__item_1", "（一）", "甲"),
    ("art_2__item_2", "（二）", "乙"),
    ("art_2__item_3", "（三）", "丙"),
    ("art_3", "第3条", "附则"),
)


@pytest.mark.parametrize(
    ("text", "unit", "outcome", "clause"),
    [
        ("第三条", "art_1", Outcome.FOUND, "art_3"),
        ("第二条第（二）项", "art_1", Outcome.FOUND, "art_2__item_2"),
        ("第二条第九项", "art_1", Outcome.MISSING, "art_2"),
        ("第九条", "art_1", Outcome.MISSING, None),
        ("前条", "art_3", Outcome.FOUND, "art_2"),
        ("前条", "art_1", Outcome.UNKNOWN, None),
        ("本条第三项", "art_2", Outcome.FOUND, "art_2__item_3"),
        ("《渡口条例》第二条", "art_1", Outcome.UNKNOWN, None),
        ("第九章", "art_1", Outcome.UNKNOWN, None),
    ],
)
def test_a_reference_leads_to_its_clause(text: str, unit: str, outcome: Outcome, clause: str | None) -> None:
    found = resolve_citation(find_citations(text)[0], unit, index_clauses(ARTICLES))
    assert (found.outcome, found.clause) == (outcome, clause)


def test_a_number_that_stands_twice_leads_nowhere() -> None:
    twice = version(("a", "第一条", ""), ("b", "第二条", ""), ("c", "第三条", ""), ("d", "第二条", ""))
    assert resolve_citation(find_citations("第二条")[0], "a", index_clauses(twice)).outcome is Outcome.UNKNOWN


@given(st.text(st.sampled_from("第一二十条款项之（）()§ 1a.,Section前本《》法andbs、"), max_size=80))
def test_references_lie_in_the_text(text: str) -> None:
    for found in find_citations(text):
        assert text[found.start : found.end] == found.printed


def test_a_paragraph_in_a_chain_belongs_to_the_clause_before_it() -> None:
    found = find_citations("第十条第一款、第三款")
    assert [(one.label, one.below) for one in found] == [
        ("10", (("paragraph", "1"),)),
        ("10", (("paragraph", "3"),)),
    ]


def test_i_is_no_roman_number_after_a_common_word() -> None:
    assert find_citations("the section I wrote") == ()


PARAGRAPHS = version(
    ("art_1", "第一条", "甲"),
    ("art_1__para_2", None, "乙"),
    ("art_2", "第二条", "甲"),
    ("art_2__para_2", None, "乙"),
    ("art_2__para_3", None, "丙"),
    ("art_3", "第三条", "甲"),
    ("art_3__para_2", None, "乙"),
)


@pytest.mark.parametrize(
    ("text", "outcome", "clause"),
    [
        ("第二条第一款", Outcome.FOUND, "art_2"),
        ("第二条第三款", Outcome.FOUND, "art_2__para_3"),
        ("第二条第四款", Outcome.MISSING, "art_2"),
        ("本条第三款", Outcome.MISSING, "art_1"),
        ("前款", Outcome.FOUND, "art_1"),
    ],
)
def test_paragraphs_without_numbers_are_counted(text: str, outcome: Outcome, clause: str) -> None:
    found = resolve_citation(find_citations(text)[0], "art_1", index_clauses(PARAGRAPHS))
    assert (found.outcome, found.clause) == (outcome, clause)


def test_a_text_that_shows_no_paragraphs_lacks_none() -> None:
    assert (
        resolve_citation(find_citations("第二条第四款")[0], "art_1", index_clauses(ARTICLES)).outcome
        is Outcome.FOUND
    )


def test_numbered_paragraphs_are_found_by_number() -> None:
    law = version(("sec_1", "§ 1", ""), ("sec_1__item_1", "(1)", "eins"), ("sec_1__item_2", "(2)", "zwei"))
    assert (
        resolve_citation(find_citations("§ 1 Abs. 2")[0], "sec_1", index_clauses(law)).clause
        == "sec_1__item_2"
    )


def test_this_statute_in_a_regulation_is_another_text() -> None:
    rules = replace(ARTICLES, title="渡口管理規則")
    assert (
        resolve_citation(find_citations("依本條例第九條規定")[0], "art_1", index_clauses(rules)).outcome
        is Outcome.UNKNOWN
    )
    assert (
        resolve_citation(find_citations("依本規則第九條規定")[0], "art_1", index_clauses(rules)).outcome
        is Outcome.MISSING
    )


def test_articles_with_roman_numbers() -> None:
    rule = version(("art_1", "ARTICLE I", ""), ("art_2", "ARTICLE II", ""), ("art_3", "ARTICLE III", ""))
    assert (
        resolve_citation(find_citations("under Article III")[0], "art_1", index_clauses(rule)).clause
        == "art_3"
    )
    assert (
        resolve_citation(find_citations("under Article IV")[0], "art_1", index_clauses(rule)).outcome
        is Outcome.MISSING
    )
