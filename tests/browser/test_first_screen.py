"""What a reader of a long law sees first, where the arrows lead, and what the list of changes does."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from hexapla.collection import load_files
from hexapla.pages import render_single_file
from hexapla.pipeline import build_document
from tabs import fresh_tab, opened, until

CHAPTERS, ARTICLES = 17, 18
PLACES = "堤坝 水闸 渡口 码头 仓库 磨坊 井台 鱼塘 苗圃 果园 晒场 粮库 车棚 礼堂 书屋 药房 灶间".split()
ACTS = "登记 检查 清点 维修 借用 归还 移交 看管 公示 记录 报告 停用 更换 清洗 封存 启用 赔偿 验收".split()
CHANGED = {3: 5, 5: 2, 9: 11, 13: 0, 14: 7, 15: 3}
"""chapter → article whose period changes"""
VISIBLE = """() => [...document.querySelectorAll('.hx-table :is(ins, del)')].filter(each => {
  const box = each.getBoundingClientRect();
  const bar = document.querySelector('.hx-heads').getBoundingClientRect();
  const bottom = bar.top > innerHeight / 2 ? bar.top : innerHeight;
  return each.offsetParent && box.bottom <= bottom }).map(each => each.closest('.hx-row').id)"""
PLACE = """() => { const row = document.querySelector('.hx-cur').getBoundingClientRect();
  const bar = document.querySelector('.hx-heads').getBoundingClientRect();
  return row.top - (bar.top > innerHeight / 2 ? 0 : bar.bottom) }"""
AT_END = "() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1"


def law(*, later: bool) -> str:
    """Write a law of 306 articles in 17 chapters."""
    lines = ["公共设施管理办法"]
    for chapter in range(CHAPTERS):
        lines.append(f"第{chapter + 1}章 {PLACES[chapter]}")
        for article in range(ARTICLES):
            days = 15 if later and CHANGED.get(chapter) == article else 10
            place, act = PLACES[chapter], ACTS[article]
            number = chapter * ARTICLES + article + 1
            lines.append(f"第{number}条 {place}的{act}由管理员负责，应当在{days}日内办理{act}手续。")
            lines.append(f"{place}没有管理员的，由值班人办理{act}，并且通知本组居民。")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the comparison of two states of the law."""
    folder = tmp_path_factory.mktemp("law")
    for name in ("2010", "2020"):
        (folder / f"{name}.txt").write_text(law(later=name == "2020"), encoding="utf-8")
    built = build_document(load_files([folder / "2010.txt", folder / "2020.txt"]))
    out = Path(folder, "law.html")
    out.write_text(render_single_file(built.alignment, built.comparisons, language="en"), encoding="utf-8")
    return out.as_uri()


def see_changes(tab: Tab, least: int) -> None:
    """Wait until so many changed rows are seen."""
    until(tab, lambda: set(tab.evaluate(VISIBLE)), lambda rows: len(rows) >= least)


def stand_below_bar(tab: Tab) -> None:
    """Wait until the current row stands right below the bar, or the page at its end."""
    until(tab, lambda: (tab.evaluate(PLACE), tab.evaluate(AT_END)), lambda each: 0 <= each[0] < 13 or each[1])


def tab_at(tab: Tab, width: int, height: int, page: str) -> None:
    """Look at the page through a window of a size."""
    tab.set_viewport_size({"width": width, "height": height})
    tab.goto("about:blank")
    tab.goto(page)


def test_the_first_screen_shows_changes(browser: Browser, page: str) -> None:
    with opened(browser, page) as tab:
        see_changes(tab, 3)
        bar = tab.locator(".hx-heads").bounding_box()
        assert bar
        assert bar["y"] <= 160
        assert bar["height"] == 44
        tab_at(tab, 390, 844, page)
        see_changes(tab, 1)
        assert tab.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_first_press_of_n_lands_below_the_bar_like_all_others(
    browser: Browser, page: str, width: int, height: int
) -> None:
    with opened(browser, page) as tab:
        tab_at(tab, width, height, page)
        for _ in CHANGED:
            tab.keyboard.press("n")
            stand_below_bar(tab)
        expect(tab.locator(".hx-pos")).to_have_text(f"{len(CHANGED)} of {len(CHANGED)}")


def test_the_list_leads_to_a_change_follows_the_reader_and_obeys_the_filter(
    browser: Browser, page: str
) -> None:
    with opened(browser, page) as tab:
        entries = tab.locator(".hx-list li a")
        assert entries.count() == len(CHANGED)
        assert "10日 → 15日" in entries.first.inner_text()
        entries.nth(2).click()
        expect(entries.nth(2)).to_have_attribute("aria-current", "true")
        stand_below_bar(tab)
        expect(tab.locator(".hx-where")).to_have_text(re.compile("^第10章"))
        entries.nth(2).focus()
        tab.keyboard.press("ArrowDown")
        expect(tab.locator(":focus")).to_have_text(re.compile("^第11章"))
        tab.keyboard.press("ArrowUp")
        tab.keyboard.press("ArrowUp")
        tab.keyboard.press("Enter")
        expect(tab.locator(".hx-list a[aria-current]")).to_have_text(re.compile("^第10章"))
        expect(tab.locator(".hx-where")).to_have_text(re.compile("^第10章"))
        tab.locator('.hx-filters > li[data-f="same"] button').click()
        expect(entries.filter(visible=True)).to_have_count(0)


def test_a_phone_reads_one_column_and_the_list_is_a_sheet_that_closes(browser: Browser, page: str) -> None:
    with opened(browser, page) as tab:
        tab_at(tab, 390, 844, page)
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
        text = tab.locator(".hx-row[data-changed] .hx-inl").first.bounding_box()
        assert text
        assert text["width"] > 300
        expect(tab.locator(".hx-list nav")).to_be_hidden()
        tab.click(".hx-list > summary")
        tab.locator(".hx-list li a").nth(1).click()
        expect(tab.locator(".hx-list nav")).to_be_hidden()
        expect(tab.locator(".hx-cur")).to_have_count(1)
        stand_below_bar(tab)
        tab.click("[data-filter]")
        expect(tab.locator(".hx-filters")).to_be_visible()
        small = tab.evaluate("""() =>
          [...document.querySelectorAll('.hx :is(a, button, summary)')].filter(each => {
          const box = each.getBoundingClientRect();
          return each.checkVisibility({ visibilityProperty: true }) && !each.closest('svg') && box.height
            && (box.height < 24 || box.width < 24) && box.top < innerHeight && box.bottom > 0 })
          .map(each => each.outerHTML.slice(0, 90))""")
        assert small == []


def test_without_script_the_list_is_a_list_of_links(browser: Browser, page: str) -> None:
    with fresh_tab(browser, java_script_enabled=False) as tab:
        tab.goto(page)
        tab.click(".hx-list > summary")
        tab.locator(".hx-list li a").nth(1).click()
        expect(tab.locator(".hx-row:target")).to_have_count(1)


def test_single_keys_can_be_turned_off_and_stay_off(browser: Browser, page: str) -> None:
    with opened(browser, page) as tab:
        tab.keyboard.press("?")
        tab.uncheck("[data-keys]")
        tab.keyboard.press("Escape")
        expect(tab.locator("dialog")).to_be_hidden()
        tab.keyboard.press("n")
        assert tab.locator(".hx-cur").count() == 0
        tab.reload()
        tab.keyboard.press("n")
        assert tab.locator(".hx-cur").count() == 0
        tab.keyboard.press("?")
        expect(tab.locator("dialog")).to_be_visible()


def test_every_cell_names_its_version_to_who_hears_it(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("heard")
    texts = {"2010": "三", "2015": "四", "2020": "五"}
    for name, count in texts.items():
        text = f"水井管理办法\n第一条 水井由{count}人看管。\n第二条 井盖应当盖好。\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files([folder / f"{name}.txt" for name in texts]))
    out = folder / "heard.html"
    out.write_text(render_single_file(built.alignment, built.comparisons, language="en"), encoding="utf-8")
    with opened(browser, out.as_uri()) as tab:
        for selector in (".hx-row:not(.hx-chapter) > .hx-cell", ".hx-srow > .hx-scell"):
            cells = tab.locator(selector)
            assert cells.count() >= 6
            for cell in cells.all():
                assert any(f"· {name}" in cell.aria_snapshot().split("\n")[0] for name in texts)


def test_the_page_can_be_read_from_its_first_change_on(browser: Browser, served: str) -> None:
    with opened(browser, served + "texts/tool-room/compare-A-C.html") as tab:
        skip = tab.locator(".hx-skip")
        skip.focus()
        assert skip.evaluate("each => getComputedStyle(each).clipPath") == "none"
        tab.keyboard.press("Enter")
        expect(tab.locator(".hx-cur[data-changed]")).to_have_count(1)


def test_the_contents_of_a_text_follow_the_reader(browser: Browser, served: str) -> None:
    with opened(browser, served + "texts/tool-room/read-A.html") as tab:
        link = tab.locator(".hx-toc a").nth(9)
        link.click()
        expect(tab.locator(".hx-toc a[aria-current]")).to_have_text(link.inner_text())
