"""What the pages offer as a citation: the title, the name and the hash of the version that is cited."""

import re
from html import unescape

import pytest

import builders
from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.model import Order, Page
from hexapla.pages import render_document
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

TEXT = "{title}\n\nSection 1. The well is open to all.\n\nSection 2. The well is closed at night.\n"


def site(*titles: str, language: str = "en", same_day: bool = False) -> dict[str, Page]:
    """Make the pages of texts of these titles, of the years from 2010 on."""
    sources = [
        read_source(
            f"{2010 if same_day else 2010 + at}{'abc'[at] if same_day else ''}.txt",
            TEXT.format(title=title).encode(),
        )
        for at, title in enumerate(titles)
    ]
    alignment = align(segment(sources, Plan(id="well")))
    made = render_document(alignment, compare_all(alignment), language=language)
    return {page.uri.rsplit("/", 1)[-1]: page for page in made}


def cited(page: Page) -> str:
    """Return the citation that a page offers, with a place for the clause."""
    found = re.search(r'data-cite="([^"]*)"', page.html)
    assert found
    return unescape(found[1])


def test_a_clause_is_cited_by_the_title_of_its_own_version() -> None:
    pages = site("Well Rules 2010", "Well Rules 2011")
    assert cited(pages["read-A.html"]).startswith("Well Rules 2010, %s (2010, ")
    assert cited(pages["read-B.html"]).startswith("Well Rules 2011, %s (2011, ")
    assert cited(pages["compare-A-B.html"]).startswith("Well Rules, %s (2010 and 2011, ")
    assert cited(pages["history.html"]).startswith("Well Rules, %s (")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Interim Rules / Well Rules, %s (2010 and 2011, "),
        ("zh", "《Interim Rules》《Well Rules》%s（"),
    ],
)
def test_a_law_that_was_renamed_is_cited_by_both_names(language: str, expected: str) -> None:
    pages = site("Interim Rules", "Well Rules", language=language)
    assert cited(pages["compare-A-B.html"]).startswith(expected)
    assert "Well Rules" not in cited(pages["read-A.html"])


def test_two_states_of_one_year_are_not_cited_by_one_name() -> None:
    pages = site("Well Rules", "Well Rules", same_day=True)
    assert cited(pages["compare-A-B.html"]).startswith("Well Rules, %s (2010a and 2010b, ")


@pytest.mark.parametrize(("day", "names"), [("2010-05-06", ["tar", "pitch"]), ("2010-05-07", ["06", "07"])])
def test_history_calls_versions_of_one_day_by_their_labels(day: str, names: list[str]) -> None:
    own = [
        builders.version(name, builders.articles([text]), label=label, issued=issued)
        for name, label, text, issued in (
            ("A", "tar", "The well is open.", "2010-05-06"),
            ("B", "pitch", "The well is shut.", day),
        )
    ]
    alignment = align(builders.document(own, order=Order.CHRONOLOGICAL))
    pages = {page.uri.rsplit("/", 1)[-1]: page for page in render_document(alignment, compare_all(alignment))}
    history = re.sub(r' data-works="[^"]*"', "", pages["history.html"].html)  # data that name everything
    assert [name for name in ("2010-05-06", "2010-05-07", "tar", "pitch") if name in history] == [
        name if name.isalpha() else f"2010-05-{name}" for name in names
    ]
