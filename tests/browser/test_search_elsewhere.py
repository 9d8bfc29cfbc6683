"""The search and the single file where they are guests: instant loading, another search, a disk."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from commands import run
from hexapla.site import build_bundle, publish_site, verify_site
from tabs import location_of, opened, serving, until, wait_for_instant_loading, wait_for_results

pytestmark = pytest.mark.xdist_group("other sites")

OLD = "第一条 为了规范花园的管理，制定本办法。\n第二条 居民应当在三十日内提出申请。\n"
NEW = OLD.replace("三十日内提出", "六十日内以书面形式提出")
CONFIG = """
site_name: Test
site_url: {url}
use_directory_urls: false
theme:
  name: material
  font: false
  features: [navigation.instant]
plugins:
  - search
  - hexapla: {{cache: "", search_box: {ours}}}
"""


def project(home: Path, config: str, *documents: str) -> Path:
    """Write a small project of documents with two versions."""
    (home / "docs").mkdir(parents=True)
    (home / "docs/about.md").write_text("# About\n\nA page about 花园.\n", encoding="utf-8")
    (home / "mkdocs.yml").write_text(config)
    for name in documents:
        folder = home / "source_texts" / name
        folder.mkdir(parents=True)
        (folder / "2018.txt").write_text(OLD, encoding="utf-8")
        (folder / "2023.txt").write_text(NEW, encoding="utf-8")
    return home


@pytest.fixture(scope="module", params=["true", "false"], ids=["our box", "their box"])
def guest(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with the theme's search plugin and instant loading; the box is ours or theirs."""
    home = tmp_path_factory.mktemp("guest")
    with serving(home / "site") as url:
        project(home, CONFIG.format(url=url, ours=request.param), "rules", "more-rules")
        publish_site(config_file=home / "mkdocs.yml")
        yield url


def test_beside_another_search_there_is_one_box_and_our_page_finds_everything(
    browser: Browser, guest: str
) -> None:
    with opened(browser, guest + "search.html#q=" + quote("花园")) as tab:
        wait_for_results(tab)
        assert tab.locator(".hx-find").count() + tab.locator(".md-search").count() == 1
        assert tab.locator(".hx-res-h").count() == 3, "a wording of each document, and the page by hand"


def test_a_hit_opened_under_instant_loading_is_marked_and_the_next_search_works(
    browser: Browser, guest: str
) -> None:
    with opened(browser, guest + "search.html#q=" + quote("书面")) as tab:
        tab.evaluate("window.stays = 1")
        wait_for_instant_loading(tab)
        wait_for_results(tab)
        tab.locator(".hx-res-h a").first.click()
        tab.locator("mark.hx-hit", has_text="书面").first.wait_for()
        assert "read-B.html" in location_of(tab)
        assert tab.evaluate("window.stays") == 1, "loaded instantly, not anew"
        tab.go_back()
        tab.locator(".hx-results li").first.wait_for()
        tab.locator(".hx-q input").fill("三十")
        tab.wait_for_function(
            "[...document.querySelectorAll('.hx-res-t mark')].some(m => m.textContent === '三十')"
        )


def test_counts_of_filters_over_several_documents_are_what_they_filter(browser: Browser, guest: str) -> None:
    with opened(browser, guest + "search.html#q=" + quote("日内")) as tab:
        wait_for_results(tab)

        def counts(name: str) -> list[int]:
            own = tab.locator(f".hx-facets input[name=hx-{name}]").locator("xpath=..").locator(".hx-n")
            return [int(count) for count in own.all_inner_texts()]

        assert counts("d") == [2, 2]
        assert counts("p")[0] == 4
        tab.locator(".hx-facets input[name=hx-d]").first.check()
        tab.wait_for_function("location.hash.includes('d=')")
        wait_for_results(tab)
        assert counts("d") == [2, 2], "what the other document would give is still said"
        assert counts("p")[0] == 2
        assert sorted(counts("v"))[-2:] == [1, 1]


def test_in_a_bundle_a_renamed_document_is_found_opened_and_downloaded(
    browser: Browser, tmp_path: Path
) -> None:
    home = project(
        tmp_path / "home", "site_name: T\ntheme: {name: material}\nplugins: [hexapla: {cache: ''}]", "con"
    )
    out = tmp_path / "out.zip"
    build_bundle(out, config_file=home / "mkdocs.yml")
    assert verify_site(out, home / "source_texts") is None
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path / "unpacked")
    place = (tmp_path / "unpacked/site").as_uri()
    with opened(browser, f"{place}/search.html#q={quote('书面')}") as tab:
        tab.locator(".hx-res-h a").first.click()
        tab.locator("mark.hx-hit").first.wait_for()
        assert "/texts/con-" in location_of(tab)
        folder = location_of(tab).rsplit("/", 1)[0]
        tab.goto(f"{folder}/downloads.html")
        links = tab.locator(".hx-files a[download]")
        assert links.count() > 3
        addresses = [urljoin(location_of(tab), link.get_attribute("href") or "") for link in links.all()]
        assert all(Path(unquote(urlsplit(each).path)).stat().st_size for each in addresses)
        # what a browser can show it shows, from a disk; the rest it saves
        with tab.expect_download() as waiting:
            links.and_(tab.locator("[href$='.docx']")).first.click()
        assert waiting.value.path().stat().st_size > 0
    assert verify_site(tmp_path / "unpacked/site", home / "source_texts") is None


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A comparison as one file."""
    home = tmp_path_factory.mktemp("one")
    (home / "a.txt").write_text(OLD, encoding="utf-8")
    (home / "b.txt").write_text(NEW, encoding="utf-8")
    assert run("compare", "a.txt", "b.txt", "-o", "out.html", cwd=home).returncode == 0
    assert sorted(path.name for path in home.iterdir()) == ["a.txt", "b.txt", "out.html"]
    return (home / "out.html").as_uri()


def test_one_file_has_the_tools_of_the_page_and_asks_for_nothing(browser: Browser, one_file: str) -> None:
    requests: list[str] = []
    with opened(browser, one_file) as tab:
        tab.on("request", lambda request: requests.append(request.url))
        tab.reload()
        rows = tab.locator(".hx-row[data-k]:visible")
        before = rows.count()
        tab.locator(".hx-filters [data-f=word]").click()
        until(tab, rows.count, lambda count: 0 < count < before)
        assert "f=word" in location_of(tab)
        tab.keyboard.press("v")
        expect(tab.locator(".hx-sheet").first).to_have_attribute("data-view", "inline")
        tab.locator("button[data-view=side]").first.click()
        expect(tab.locator(".hx-sheet").first).to_have_attribute("data-view", "side")
        tab.locator(".hx-filters [data-f=all]").click()
        tab.keyboard.press("n")
        expect(tab.locator(".hx-pos").first).to_have_text(re.compile("^1"))
        tab.keyboard.press("?")
        expect(tab.locator("dialog[open]")).to_be_visible()
        tab.keyboard.press("Escape")
        tab.goto(one_file + "#f=word")
        tab.reload()
        until(tab, rows.count, lambda count: 0 < count < before)
    assert [each for each in requests if not each.startswith(("data:", one_file))] == []
