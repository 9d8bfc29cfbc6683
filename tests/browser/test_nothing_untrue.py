"""What pages say of two versions is so: form is no rewording, and texts of one day are no history."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hexapla.site import publish_site
from tabs import fresh_tab, opened

CONFIG = "site_name: Ours\ntheme: {name: own, language: en}\nplugins: [hexapla]\n"
OLD = """第一条 仓库每日八时开放。
第二条 领取工具，应当登记(姓名)。
第三条 工具在三十日内归还,逾期的停用。
第四条 本办法由管理处解释。
"""
NEW = """第一条 仓库每日九时开放。
第二条 领取工具，应当登记（姓名）。
第三条 工具在三十日内归还，逾期的停用。
第四条 本办法由管理处解释。
第五条 仓库备有灭火器。
"""
ORDER = "versions:\n  - {{file: b.txt, issued: {}}}\n  - {{file: a.txt, issued: {}}}\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site of two documents: texts of two days, and texts of one day."""
    root: Path = tmp_path_factory.mktemp("true")
    for name, days in (("ordered", ("2008-12-22", "2009-12-22")), ("one-day", ("2008-12-22", "2008-12-22"))):
        folder = root / "source_texts" / name
        folder.mkdir(parents=True)
        (folder / "b.txt").write_text(OLD, encoding="utf-8")
        (folder / "a.txt").write_text(NEW, encoding="utf-8")
        (folder / "document.yml").write_text(f"title: {name}\n" + ORDER.format(*days))
    (root / "mkdocs.yml").write_text(CONFIG)
    publish_site(config_file=root / "mkdocs.yml", site_dir=root / "site")
    return (root / "site").as_uri() + "/"


def test_form_is_counted_as_form_on_every_page(browser: Browser, home: str) -> None:
    with opened(browser, home + "texts/ordered/compare-A-B.html") as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        counts = {
            kind: tab.locator(f'.hx-filters > li[data-f="{kind}"] b').inner_text()
            for kind in ("changed", "word", "punct", "add")
        }
        assert counts == {"changed": "2", "word": "1", "punct": "2", "add": "1"}
    for page in ("index.html", "texts/ordered/index.html"):
        with opened(browser, home + page) as tab:
            bar = tab.locator('.hx-bars a[href$="compare-A-B.html"]').first
            assert "unchanged 1, form only 2, reworded 1, added 1" in bar.inner_text()


def test_texts_of_one_day_are_no_history(browser: Browser, home: str) -> None:
    for page in ("index.html", "compare-A-B.html", "history.html"):
        with opened(browser, f"{home}texts/one-day/{page}") as tab:
            expect(tab.locator(".hx[data-on]")).to_be_visible()
            said = re.sub("“[^”]*”", "", tab.locator(".hx").inner_text())
            assert not re.search(r"\b(added|removed|inserted|deleted|reworded)\b", said), page
    with opened(browser, f"{home}texts/one-day/index.html") as tab:
        said = tab.locator(".hx-finds").inner_text()
        assert "taken as parallel: two versions bear the same date: A 2008-12-22 / B 2008-12-22" in said
    with opened(browser, f"{home}index.html") as tab:
        labels = tab.locator(".hx-sb-l").all_inner_texts()
        assert labels == ["A → B", "A ⇄ B"]


def test_a_page_is_shown_when_a_script_that_it_asks_for_does_not_come(browser: Browser, served: str) -> None:
    with fresh_tab(browser) as tab:
        tab.add_init_script("localStorage.setItem('hexapla.language', 'zh')")
        tab.route("**/synopsis.js", lambda route: route.abort())
        tab.goto(served + "texts/garden-bylaws/synopsis.html")
        expect(tab.locator(".hx[data-on]")).to_be_visible()
