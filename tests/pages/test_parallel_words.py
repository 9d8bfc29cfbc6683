"""Where no text is the older one nothing is said to have changed: texts differ."""

import re
from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.alignment import align
from hexapla.comparison import compare, compare_all
from hexapla.exporters.word.redline import RedlinePair, write_headline
from hexapla.model import Alignment
from hexapla.pages import comparison_lines, render_document, render_single_file
from hexapla.plan import Plan, VersionPlan
from hexapla.readers import read_source
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.segmentation import segment
from other_direction import render_direction

EAST = """Rules of the east boathouse

Section 1. A canoe is lent for three hours to any member who can swim.

Section 2. The lanterns stand on the upper shelf, and are filled by the warden on the first of each month.

Section 3. Paddles are hung up dry. Ropes are coiled and tied with a piece of twine before the shed is locked.

Section 4. Dogs wait outside the gate.

Section 5. Children come with a grown-up who stays on the landing stage until they are back.
"""
WEST = """Rules of the west boathouse

Section 1. Children come with a grown-up who stays on the landing stage until they are back.

Section 2. A canoe is lent for five hours to any member who can swim.

Section 3. The lanterns stand on the upper shelf; and are filled by the warden on the first of each month.

Section 4. Paddles are hung up dry.

Section 5. Ropes are coiled and tied with a piece of twine before the shed is locked.
"""
FRENCH = """Article 1 Le canot est prêté pour trois heures aux membres qui savent nager.
Article 2 Les lanternes sont sur le rayon du haut et le gardien les remplit le premier du mois.
Article 3 Les pagaies sont suspendues sèches et les cordes sont enroulées avant la fermeture.
"""
ENGLISH = """Article 1 The canoe is lent for three hours to members who can swim.
Article 2 The lanterns stand on the upper shelf and the warden fills them on the first of the month.
Article 3 Paddles are hung up dry and ropes are coiled before the shed is locked.
"""
CHANGE = {
    "en": re.compile(
        r"\b(un)?changed?s?\b|\badd(ed|s)?\b|\bremoved?\b|\breworded|\bmoved|\brenumbered|\bsplit|\bmerged"
        r"|\bregrouped|\[ins|\[del|→|\bolder\b|\bhistory\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"变化|变更|改动|改写|新增|增加|删除|删去|移动|移至|移来|移入|移出|重编号|拆分|合并|重组|〔增|〔删|沿革|→"
    ),
}
LEADS = {
    "en": "neither older than the other: nothing here is “added” or “removed”",
    "zh": "不分先后，故不说“新增”“删除”",
}


def aligned(texts: tuple[str, str], dates: tuple[str | None, str | None] = (None, None)) -> Alignment:
    names = ("one.txt", "two.txt")
    sources = [read_source(name, text.encode()) for name, text in zip(names, texts, strict=True)]
    versions = tuple(VersionPlan(file=name, issued=date) for name, date in zip(names, dates, strict=True))
    return align(segment(sources, Plan(id="boats", versions=versions)))


@cache
def parallel() -> Alignment:
    return aligned((EAST, WEST))


@cache
def dated() -> Alignment:
    return aligned((EAST, WEST), ("2001", "2005"))


def spoken(html: str) -> str:
    """What a page says, with what it says to ears and in attributes; addresses and data left out."""
    tree = LexborHTMLParser(html)
    attributes = [
        node.attributes.get(name) or ""
        for name in ("title", "aria-label", "data-words", "data-cite")
        for node in tree.css(f"[{name}]")
    ]
    for node in tree.css("style, script"):
        node.decompose()
    return " ".join([tree.text(), *attributes])


def test_the_specimen_has_every_kind_of_difference() -> None:
    found = compare(dated(), "A", "B").changes
    assert {change.relation.value for change in found} == {"matched", "split", "only_base"}
    assert any(change.moved for change in found)
    assert any(change.renumbered for change in found)
    (made,) = [
        page
        for page in render_document(dated(), compare_all(dated()))
        if page.uri.endswith("compare-A-B.html")
    ]
    said = spoken(made.html)
    for word in ("changed", "reworded", "removed", "moved", "renumbered", "split", "[ins: ", "[del: "):
        assert word in said, word


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_page_of_parallel_texts_says_that_something_changed(language: str) -> None:
    made = render_document(parallel(), compare_all(parallel()), language=language)
    assert len(made) == 7
    for page in made:
        said = spoken(page.html).replace(LEADS[language], "")
        assert CHANGE[language].search(said) is None, (page.uri, CHANGE[language].search(said))
    html = render_single_file(parallel(), compare_all(parallel()), language=language)
    assert CHANGE[language].search(spoken(html).replace(LEADS[language], "")) is None


@pytest.mark.parametrize(("language", "word"), [("en", "2 differ only in their numbers"), ("zh", "条不同")])
def test_the_lead_says_that_rows_differ(language: str, word: str) -> None:
    (page,) = [
        page
        for page in render_document(parallel(), compare_all(parallel()), language=language)
        if page.uri.endswith("compare-A-B.html")
    ]
    lead = LexborHTMLParser(page.html).css_first(".hx-lead")
    assert lead is not None
    assert ("differ" if language == "en" else word) in lead.text()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_chronology_read_backwards_says_nothing_of_additions(language: str) -> None:
    """What only the older text has was not added, though it stands on the right."""
    page = render_direction(dated(), compare_all(dated()), "B", "A", language)
    table = page.split("hx-bar", 1)[1].split("data-swap", 1)[0]
    assert CHANGE[language].search(spoken(table)) is None


def test_a_translation_did_not_change_what_it_translates() -> None:
    made = aligned((ENGLISH, FRENCH), ("2001", "2005"))
    assert made.translations
    (page,) = [
        page for page in render_document(made, compare_all(made)) if page.uri.endswith("compare-A-B.html")
    ]
    table = page.html.split("hx-bar", 1)[1].rsplit("hx-guides", 1)[0]
    assert CHANGE["en"].search(spoken(table)) is None


def test_terminal_and_files_say_it_too() -> None:
    (comparison,) = compare_all(parallel())
    said = "\n".join(comparison_lines(comparison))
    assert CHANGE["en"].search(said) is None
    assert "only in A" in said
    for language in ("en", "zh"):
        wording = Wording(language)
        told = " ".join(word for each in comparison.changes for word in wording.tell(comparison, each))
        assert told
        assert CHANGE[language].search(told) is None
        head = write_headline(
            RedlinePair.of(PrintedDocument(parallel()), comparison), wording.between(comparison)
        )
        assert CHANGE[language].search(head.replace("标为“删除”", "")) is None
