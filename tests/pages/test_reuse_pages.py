"""The pages of a document about what stands in others: long lists on sheets, words as text."""

from hexapla.pages import render_reuse_pages
from hexapla.reading.reuse_views import (
    SHEET,
    CitedClause,
    DocumentReuseView,
    FamilyView,
    FamilyWording,
    QuotedClause,
    StripCell,
)

HOSTILE = "<b>第一条</b> & \"'"


def quoted(number: int, text: str) -> QuotedClause:
    at = CitedClause(
        document="law",
        title=HOSTILE,
        language="zh",
        version="A",
        clause=f"art_{number}",
        name=HOSTILE,
        date="",
    )
    return QuotedClause(at=at, text=text)


def view(families: int) -> DocumentReuseView:
    return DocumentReuseView(
        document="law",
        title=HOSTILE,
        language="zh",
        version="A",
        label="A",
        partners=(),
        cells=(StripCell(clause="art_1", name=HOSTILE, kind=0, title=""),),
        shared=(),
        families=tuple(
            FamilyView(
                id=f"law__A__art_{number}",
                documents=2,
                formula=False,
                ordered=False,
                more=3,
                wordings=(
                    FamilyWording(quoted=quoted(number, "甲\n乙<i>"), likeness=1.0, holders=()),
                    FamilyWording(quoted=quoted(number, "甲\n丙"), likeness=0.8, holders=()),
                ),
            )
            for number in range(families)
        ),
    )


def test_many_families_stand_on_sheets_each_with_its_own_anchors() -> None:
    pages = render_reuse_pages(view(2 * SHEET + 1), (), language="en")
    assert [page.uri for page in pages] == [
        "texts/law/reuse.html",
        "texts/law/families.html",
        "texts/law/families-2.html",
        "texts/law/families-3.html",
    ]
    assert f"law__A__art_{SHEET}" in pages[2].anchors
    assert 'href="families-3.html"' in pages[2].html
    assert len(render_reuse_pages(view(0), (), language="en")) == 1


def test_words_and_titles_become_no_markup() -> None:
    for page in render_reuse_pages(view(1), (), language="zh"):
        assert "<b>第一条</b>" not in page.html
        assert "<i>" not in page.html


def test_it_is_told_that_the_first_is_not_known_and_what_is_not_shown() -> None:
    page = render_reuse_pages(view(1), (), language="en")[1]
    assert "Neither rank nor date tells which wording was first." in page.html
    assert "3 more clauses are not shown." in page.html
