"""The first page of many documents: a line each, filtered and ordered, as the address says."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hexapla.pages import DocumentCard, build_assets, render_home
from hexapla.pages.change_kinds import ChangeBar
from hexapla.reading import Status
from tabs import location_of, opened

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Documents</title><link rel="icon" href="data:,"><link rel="stylesheet" href="hexapla.css">
<body>{}<script src="hexapla.js"></script></body></html>"""


def card(number: int, group: str = "") -> DocumentCard:
    """Make the card of a document."""
    bar = ChangeBar("#", "A", "B", ((Status.REWORDED, number),))
    return DocumentCard(
        name=f"document-{number}",
        title=f"Rules of well {number}",
        href="#",
        language="en",
        facts=f"two versions · {2000 + number}",
        newest=f"{2000 + number}-01-01",
        versions=(),
        more="",
        bars=(bar,),
        states={Status.REWORDED: "reworded"},
        group=group,
    )


def wrote(folder: Path, cards: list[DocumentCard]) -> str:
    """Write a first page; return its address."""
    for name, data in build_assets().items():
        (folder / name).write_bytes(data)
    page = render_home(cards)
    (folder / "index.html").write_text(PAGE.format(page.html), encoding="utf-8")
    return (folder / "index.html").as_uri()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a first page of 30 documents."""
    return wrote(tmp_path_factory.mktemp("home"), [card(number) for number in range(1, 31)])


def test_many_documents_are_a_line_each(browser: Browser, home: str) -> None:
    with opened(browser, home) as tab:
        assert tab.locator(".hx-card").count() == 30
        assert tab.evaluate("document.documentElement.scrollHeight") < 2000
        assert tab.locator(".hx-bars").count() == 0
        assert tab.locator(".hx-card h2").first.inner_text() == "Rules of well 30"


def test_the_filter_and_the_order_stand_in_the_address(browser: Browser, home: str) -> None:
    with opened(browser, home) as tab:
        tab.fill(".hx-shelf input", "well 2017")
        expect(tab.locator(".hx-card:visible h2")).to_have_text(["Rules of well 17"])
        tab.fill(".hx-shelf input", "WELL 1")
        tab.select_option(".hx-shelf select", "title")
        sent, shown = location_of(tab), tab.locator(".hx-card:visible h2").all_inner_texts()
        assert shown[0] == "Rules of well 1"
    with opened(browser, sent) as tab:
        expect(tab.locator(".hx-card:visible h2")).to_have_text(shown)
        expect(tab.locator(".hx-shelf [role=status]")).to_have_text(f"{len(shown)} / 30")


@pytest.mark.parametrize("count", [12, 30])
def test_groups_keep_their_documents_however_these_are_filtered_and_sorted(
    browser: Browser, tmp_path: Path, count: int
) -> None:
    groups = ("10 Ponds", "9 Wells", "")
    address = wrote(tmp_path, [card(number, groups[number % 3]) for number in range(1, count + 1)])
    with opened(browser, address) as tab:
        heads = tab.locator(".hx-group > h2, .hx-group > tr > th > h2")
        assert heads.all_inner_texts() == ["9 Wells", "10 Ponds", "Other documents"]
        tab.select_option(".hx-shelf select", "title")
        first = tab.locator(".hx-group").first
        names = sorted(f"Rules of well {number}" for number in range(1, count + 1, 3))
        assert first.locator(".hx-card h3").all_inner_texts() == names
        tab.fill(".hx-shelf input", "ponds")
        assert tab.locator(".hx-card:visible").count() == count // 3
        assert heads.locator("visible=true").all_inner_texts() == ["10 Ponds"]


def test_many_documents_are_a_table_without_script(browser: Browser, home: str) -> None:
    with opened(browser, home, java_script_enabled=False) as tab:
        assert tab.get_by_role("row").count() == 31
        assert tab.get_by_role("rowheader").first.inner_text() == "Rules of well 30"
        assert not tab.locator(".hx-shelf").is_visible()
