"""Pages say what is doubtful and what is missing where a reader meets it, and their marks read as words."""

import re
from dataclasses import replace

import pytest

import builders
from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.i18n import load_messages
from hexapla.model import Alignment, Basis, Comparison, Confidence, Link, Row
from hexapla.pages import render_document, render_guides, render_single_file
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from hexapla.units import build_units
from other_direction import render_direction

Made = tuple[Alignment, tuple[Comparison, ...]]


def plain(html: str) -> str:
    """Return what is copied and spoken: the words between the tags."""
    return re.sub(r"<[^>]*>", "", re.sub(r"(?s)<(script|style)\b.*?</\1>", "", html))


def single(first: str, second: str, language: str | None = None) -> str:
    """Make the one-file page of two texts."""
    sources = [read_source(f"{name}.txt", text.encode()) for name, text in (("a", first), ("b", second))]
    alignment = align(segment(sources, Plan(id="shed")))
    return render_single_file(alignment, compare_all(alignment), language=language)


def weakly_linked(made: Made) -> Made:
    """Let the first link between A and B rest on little evidence."""
    alignment, comparisons = made
    doubt = Link(a=("A", "art_1"), b=("B", "art_1"), basis=Basis.WORDING, score=0.2)
    assert doubt.confidence is Confidence.WEAK

    def doubted(row: Row) -> Row:
        return replace(row, links=(doubt,)) if row.id == "A__art_1" else row

    return replace(alignment, rows=tuple(map(doubted, alignment.rows))), comparisons


def test_a_doubt_about_a_link_stands_on_its_row_read_either_way(chinese: Made) -> None:
    made = weakly_linked(chinese)
    for pair in (("A", "B"), ("B", "A")):
        assert plain(render_direction(*made, *pair)).count("Linked on little evidence (0.20)") == 1
    assert "little evidence" not in plain(render_direction(*made, "A", "C"))


def test_a_weak_link_names_what_has_no_number_by_its_words() -> None:
    words = "The right\nto borrow ends by itself."
    (unit,) = build_units(builders.version("A", [builders.clause("para_3", None, words)]))
    assert unit.told == "“The right to borrow…”"
    (numbered,) = build_units(builders.version("A", [builders.clause("art_1", "第一条", "略。")]))
    assert numbered.told == "第一条"


def test_a_mark_says_where_it_ends_and_a_number_is_parted_from_its_text() -> None:
    old = "Shed Rules\n\nSection 1. Name. It is a shed.\nSection 2. Loan. Tools go for three days at most.\n"
    said = plain(single(old, old.replace("three", "five")))
    assert re.search(r"three\] days", said)
    assert re.search(r"five\] days", said)
    assert re.search(r"Section 2\. Loan\.\s+Tools", said)


def test_a_missing_version_is_told_in_the_first_sentences(chinese: Made) -> None:
    (overview, *_) = render_document(*chinese)
    lead = re.search(r'class="hx-lead">(.*?)</p>', overview.html)
    assert lead
    assert "announces 5 versions; 4 are there" in lead[1]


def test_one_file_speaks_the_language_of_its_texts_and_begins_with_them() -> None:
    old = "管理办法\n第一条 借期为三日。\n第二条 逾期的，应当归还。\n第三条 本办法由管理员解释。\n"
    new = old.replace("三日", "五日")
    page = single(old, new)
    assert '<html lang="zh">' in page
    assert "不同" in plain(page)
    assert page.index("五") < page.index("<h2>版本")
    assert '<html lang="en">' in single(old, new, "en")


def test_a_citation_from_the_history_names_versions_by_their_names(chinese: Made) -> None:
    made = {page.uri.rsplit("/", 1)[-1]: page for page in render_document(*chinese)}
    cited = re.search(r'data-cite="([^"]*)"', made["history.html"].html)
    assert cited
    assert "(2019, " in cited[1]
    assert "A, B" not in cited[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_on_how_to_read_has_every_word_that_filters_and_rows_say(language: str) -> None:
    say = load_messages(language)
    (guide,) = (page for page in render_guides(language=language) if page.uri.endswith("how-to-read.html"))
    there = plain(guide.html).lower()
    filters = (f"filter-{name}" for name in "number same word punct renum routine affected".split())
    kinds = (f"kind-{name}" for name in "same word add del move renum split join regroup lack ref".split())
    forms = (f"flag-only-{name}" for name in ("whitespace", "punctuation", "width", "case", "script"))
    words = [say(name) for name in (*filters, *kinds, *forms)]
    assert [word for word in words if word.lower() not in there] == []
