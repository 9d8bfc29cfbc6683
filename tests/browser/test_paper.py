"""What comes out of a printer, in both browsers: the foot, the first sheet, where sheets end."""

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

from marionette import firefox
from tabs import opened

pytestmark = pytest.mark.xdist_group("site")

ROOM = "texts/tool-room/"
EACH = ("compare-A-C", "synopsis", "history", "read-B", "concordance", "index", "downloads")


def sheets(pdf: Path) -> list[str]:
    """Return the words of each sheet, without white space."""
    return ["".join(sheet.split()) for sheet in lines(pdf)]


def sizes(pdf: Path) -> list[tuple[float, float]]:
    """Return width and height of each sheet."""
    found = pypdfium2.PdfDocument(pdf)
    return [found[at].get_size() for at in range(len(found))]


def lines(pdf: Path) -> list[str]:
    """Return the words of each sheet as they stand on it."""
    reader = shutil.which("pdftotext")
    if not reader:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    text = subprocess.run(  # noqa: S603 - a reader of PDF on a file of ours
        [reader, "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    return text.rstrip("\f").split("\f")


@pytest.fixture(scope="module")
def printed(browser: Browser, served: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """What prints a page of the specimen, once for all tests."""
    folder = tmp_path_factory.mktemp("printed")

    @cache
    def print_page(name: str) -> Path:
        with opened(browser, f"{served}{ROOM}{name}.html") as tab:
            tab.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)
        return folder / f"{name}.pdf"

    return print_page


@pytest.mark.parametrize("name", EACH)
def test_each_sheet_says_once_where_it_comes_from(printed: Callable[[str], Path], name: str) -> None:
    found = [sheet.count(f"{ROOM}{name}.html") for sheet in sheets(printed(name))]
    assert found == [1] * len(found)


@pytest.mark.parametrize(
    ("name", "first"),
    [("synopsis", "第一条为方便居民"), ("compare-A-C", "第三条reworded五人→七人"), ("read-B", "为方便居民")],
)
def test_the_text_begins_on_the_first_sheet(printed: Callable[[str], Path], name: str, first: str) -> None:
    """Of a comparison the list of changes comes first, with the first words that differ."""
    assert first in sheets(printed(name))[0]


@pytest.mark.parametrize("state", ["f=word", "f=word&v=inline"])
def test_a_filtered_print_says_so_on_every_sheet_and_can_be_called_up_again(
    browser: Browser, served: str, tmp_path: Path, state: str
) -> None:
    with opened(browser, f"{served}{ROOM}compare-A-C.html#{state}") as tab:
        shown = tab.locator(".hx-row:not([hidden], .hx-chapter):not([data-k=from])").count()
        every = tab.locator(".hx-row:not(.hx-chapter):not([data-k=from])").count()
        tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        assert not tab.get_by_text("left out").count()
    found = sheets(tmp_path / "page.pdf")
    assert 0 < shown < every
    assert f"Rowsprinted:{shown}(reworded);leftout:{every - shown}." in found[0]
    for sheet in found:
        assert f"Rowsprinted:{shown}" in sheet.partition("第")[0]
        assert f"compare-A-C.html#{state}" in sheet


@pytest.mark.parametrize(
    ("page", "told"),
    [("synopsis.html#c=B", "Left out: B."), ("compare-A-C.html#p=1", "Differences of form are not marked.")],
)
def test_what_else_is_left_out_is_said_too(
    browser: Browser, served: str, tmp_path: Path, page: str, told: str
) -> None:
    with opened(browser, f"{served}{ROOM}{page}") as tab:
        tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    found = sheets(tmp_path / "page.pdf")
    assert told.replace(" ", "") in found[0]
    for sheet in found:  # in the head it runs over several lines
        assert "".join(told.split()[:2]) in sheet
        assert page in sheet


def test_a_whole_print_says_nothing_of_the_kind(printed: Callable[[str], Path]) -> None:
    assert not any("leftout" in sheet for sheet in sheets(printed("compare-A-C")))


@pytest.mark.parametrize(
    ("name", "lies"),
    [("read-B", "upright"), ("history", "upright"), ("compare-A-C", "sideways"), ("synopsis", "sideways")],
)
def test_texts_are_printed_upright_and_columns_sideways_from_the_first_sheet_on(
    printed: Callable[[str], Path], name: str, lies: str
) -> None:
    for width, height in sizes(printed(name)):
        assert (width < height) == (lies == "upright")


def test_the_number_of_a_sheet_stays_on_one_line_beside_a_long_foot(
    browser: Browser, served: str, tmp_path: Path
) -> None:
    with opened(browser, f"{served}{ROOM}compare-A-C.html?{'from-a-long-address&' * 9}") as tab:
        tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    numbers = [re.findall(r"\b(\d+) ?/ ?(\d+)\s", sheet) for sheet in lines(tmp_path / "page.pdf")]
    every = str(len(numbers))
    assert [found[-1:] for found in numbers] == [[(str(at), every)] for at in range(1, len(numbers) + 1)]


def test_what_did_not_change_is_printed_small_and_chapters_without_changes_are_not_listed(
    browser: Browser, served: str
) -> None:
    with opened(browser, f"{served}{ROOM}compare-A-C.html") as tab:
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        tab.emulate_media(media="print")
        size = "e => parseFloat(getComputedStyle(e).fontSize)"
        same = tab.locator(".hx-row[data-k=same] .hx-part p").first.evaluate(size)
        assert same < 0.8 * tab.locator(".hx-row[data-k~=word] .hx-part p").first.evaluate(size)
        assert tab.locator(".hx-li-c:visible").count() > 0
        assert tab.locator(".hx-li-c:visible:not(:has(b))").count() == 0


def test_no_sheet_ends_with_a_heading(printed: Callable[[str], Path]) -> None:
    for sheet in sheets(printed("read-B"))[:-1]:
        body = sheet.split("春藤社区共享工具间管理办法（样例）·")[0]
        assert not body.endswith(("总则", "登记与借用", "归还与赔偿", "值守与经费", "附则")), body[-30:]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("firefox"), reason="Firefox is not installed")
def test_firefox_prints_the_foot_on_every_sheet_and_no_blank_one(served: str, tmp_path: Path) -> None:
    (tmp_path / "profile").mkdir()
    with firefox(tmp_path / "profile") as one:
        for name in EACH:
            (tmp_path / "page.pdf").write_bytes(one.pdf(f"{served}{ROOM}{name}.html"))
            found = sheets(tmp_path / "page.pdf")
            assert [sheet.count(f"{ROOM}{name}.html") for sheet in found] == [1] * len(found), name
            if name in ("compare-A-C", "synopsis"):
                assert min(map(len, found[:-1])) > 300, name
