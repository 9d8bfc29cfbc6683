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


def card(number: int) -> DocumentCard:
    """Make the card of a document; of a later one less changed."""
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
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a first page of 30 documents."""
    folder: Path = tmp_path_factory.mktemp("home")
    for name, data in build_assets().items():
        (folder / name).write_bytes(data)
    page = render_home([card(number) for number in range(1, 31)])
    (folder / "index.html").write_text(PAGE.format(page.html), encoding="utf-8")
    return (folder / "index.html").as_uri()


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
