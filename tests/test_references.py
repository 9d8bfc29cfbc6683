"""References: found, parsed, told from those into other texts, resolved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.model import Clause, Completeness, Role, Source, Version
from hexapla.references import Outcome, find, label, register, resolve


def version(*rows: tuple[str, str | None, str], role: Role = Role.UNIT) -> Version:
    """A version of clauses (id, number, text); an id with `__` is a part."""
    return Version(
        siglum="A",
        label="A",
        title="A",
        issued=None,
        source=Source(path="a.txt", media_type="text/plain", encoding="utf-8", text="", sha256=""),
        part=None,
        extent=(0, 0),
        clauses=tuple(
            Clause(
                id=name,
                number=number,
                heading=None,
                text=text,
                depth=int("__" in name),
                spans=(),
                role=Role.PART if "__" in name else role,
            )
            for name, number, text in rows
        ),
        set_aside=(),
        completeness=Completeness.WHOLE,
        findings=(),
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
    ],
)
def test_a_reference_is_found_whole(text: str, printed: str) -> None:
    assert [found.printed for found in find(text)] == [printed]


def test_a_chain_gives_each_number() -> None:
    found = find("under Sections 6, 7(b) and 8")
    assert [(one.label, one.below) for one in found] == [("6", ()), ("7", (("item", "b"),)), ("8", ())]


@pytest.mark.parametrize(
    "text",
    [
        "依照《渡口条例》第八条",
        "违反民用航空法第八条",
        "section 8 of the Harbour Act",
        "§ 8 des Bundesjagdgesetzes",
        "§ 8 BGB",
    ],
)
def test_a_reference_into_another_text_is_told_apart(text: str) -> None:
    assert [found.external for found in find(text)] == [True]


@pytest.mark.parametrize(
    "text",
    ["依照本法第八条", "依照本办法第八条", "section 8 of this Act", "§ 8 dieses Gesetzes", "依法第八条"],
)
def test_a_reference_into_the_text_itself_stays_inside(text: str) -> None:
    assert [found.external for found in find(text)] == [False]


def test_what_is_chained_to_another_text_belongs_there() -> None:
    assert [one.external for one in find("《渡口条例》第八条、第九条，本章程第十条")] == [True, True, False]


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
    assert label(printed) == folded


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
    found = resolve(find(text)[0], unit, register(ARTICLES))
    assert (found.outcome, found.clause) == (outcome, clause)


def test_a_number_that_stands_twice_leads_nowhere() -> None:
    twice = version(("a", "第一条", ""), ("b", "第二条", ""), ("c", "第三条", ""), ("d", "第二条", ""))
    assert resolve(find("第二条")[0], "a", register(twice)).outcome is Outcome.UNKNOWN


@given(st.text(st.sampled_from("第一二十条款项之（）()§ 1a.,Section前本《》法andbs、"), max_size=80))
def test_references_lie_in_the_text(text: str) -> None:
    for found in find(text):
        assert text[found.start : found.end] == found.printed
