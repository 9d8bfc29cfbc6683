"""What a reader can do on the pages that compare: each tool, by what it does."""

import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from hexapla.collection.alignment_yml import read_decisions
from tabs import location_of, opened, read_clipboard, until, violations

pytestmark = pytest.mark.xdist_group("site")

ROOM = "texts/tool-room/compare-A-C.html"
GARDEN = "texts/garden-bylaws/compare-B-C.html"
CUT = "texts/responsibility-rules/compare-C-D.html"
SYNOPSIS = "texts/tool-room/synopsis.html"

SIGLA = ".hx-choose > summary .hx-sig"
HOME_ROWS = '.hx-row:not([data-k="chapter"], [data-k="from"], [data-also])'


def count(tab: Tab, selector: str) -> int:
    """Count elements that are shown."""
    return tab.locator(f"{selector}:visible").count()


def positions(tab: Tab) -> str:
    return tab.locator(".hx-pos").inner_text()


def filter_button(name: str) -> str:
    return f'.hx-filters > li[data-f="{name}"] button'


def unfold(tab: Tab) -> None:
    tab.evaluate("document.querySelectorAll('.hx-fold').forEach(fold => { fold.open = true })")


# ------------------------------------------------------------ filters


@pytest.mark.parametrize("path", [ROOM, GARDEN, CUT])
def test_a_filter_shows_as_many_rows_as_it_counts_and_only_its_own(
    browser: Browser, served: str, path: str
) -> None:
    with opened(browser, served + path) as tab:
        unfold(tab)
        for item in tab.locator(".hx-filters > li").all():
            kind = item.get_attribute("data-f") or ""
            item.locator("button").click()
            expect(item.locator("button")).to_have_attribute("aria-pressed", "true")
            assert count(tab, HOME_ROWS) == int(item.locator("b").inner_text()), kind
            if kind not in ("all", "changed"):
                shown = tab.locator(f"{HOME_ROWS}:visible").evaluate_all("rows => rows.map(r => r.dataset.k)")
                own = set(kind.replace("number", "renum").split())
                assert all(own & set(kinds.split()) for kinds in shown), kind


@pytest.mark.parametrize("path", [ROOM, GARDEN, CUT])
def test_changed_and_number_only_and_unchanged_and_missing_are_all(
    browser: Browser, served: str, path: str
) -> None:
    with opened(browser, served + path) as tab:
        counts = {
            item.get_attribute("data-f"): int(item.locator("b").inner_text())
            for item in tab.locator(".hx-filters > li").all()
        }
        rows = tab.locator(HOME_ROWS).evaluate_all("rows => rows.map(row => row.dataset.k)")
        missing = sum(kinds == "lack" for kinds in rows)
        told = [counts.get(name, 0) for name in ("changed", "punct", "number", "same")]
        assert sum(told) + missing == counts["all"]
        numbers = set(map(int, re.findall(r"\d+", tab.locator(".hx-lead").inner_text())))
        assert {count for count in told if count > 1} <= numbers


def test_a_filter_opens_the_folds_that_hold_what_it_shows_and_then_closes_them(
    browser: Browser, served: str
) -> None:
    with opened(browser, served + GARDEN) as tab:
        open_folds = tab.locator(".hx-fold[open]")
        folded = tab.locator(".hx-fold").count()
        assert folded
        assert open_folds.count() == 0
        tab.locator(filter_button("same")).click()
        expect(open_folds).not_to_have_count(0)
        tab.locator(filter_button("all")).click()
        expect(open_folds).to_have_count(0)
        expect(tab.locator(".hx-fold").filter(visible=True)).to_have_count(folded)


def test_a_run_of_new_numbers_folds_under_both_first_and_last(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN) as tab:
        fold = tab.locator(".hx-fold:has([data-k=renum])").first
        text = fold.locator("summary").inner_text()
        assert "unchanged but for their numbers" in text
        assert "→" in text
        kinds = fold.locator(".hx-row").evaluate_all("rows => rows.map(row => row.dataset.k)")
        assert set(kinds) == {"renum"}


def test_under_a_filter_only_headings_with_something_below_are_left(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.click(filter_button("add"))
        shown = tab.locator(".hx-row:visible").evaluate_all("rows => rows.map(r => r.dataset.k)")
        assert shown[-1] != "chapter"
        assert "chapter" in shown
        assert ("chapter", "chapter") not in list(pairwise(shown))


def test_form_is_no_change_and_ignoring_it_takes_it_from_the_arrows_and_the_marks(
    browser: Browser, served: str
) -> None:
    with opened(browser, served + ROOM) as tab:
        formal = count(tab, '.hx-row[data-s="punct"]')
        assert formal
        assert tab.locator(filter_button("punct") + " b").inner_text() == str(formal)
        tab.click(filter_button("changed"))
        changed = count(tab, HOME_ROWS)
        assert count(tab, '.hx-row[data-s="punct"]') == 0
        assert positions(tab).endswith(str(changed))
        tab.click(filter_button("all"))
        assert positions(tab).endswith(str(changed + formal))
        tab.check("[data-ignore]")
        assert positions(tab).endswith(str(changed))
        plain = tab.locator('.hx-row[data-k="punct"] ins').first.evaluate(
            "e => getComputedStyle(e).background"
        )
        assert "none" in plain
        tab.uncheck("[data-ignore]")
        again = tab.locator('.hx-row[data-k="punct"] ins').first.evaluate(
            "e => getComputedStyle(e).background"
        )
        assert again != plain


# ------------------------------------------------------------ views


@pytest.mark.parametrize("path", [ROOM, GARDEN])
def test_one_column_holds_both_texts_whole(browser: Browser, served: str, path: str) -> None:
    told = """rows => rows.map(row => {
      const words = (cell, not) => [...cell.querySelectorAll("p:not(.hx-who, .hx-goto)")].map(line => {
        const copy = line.cloneNode(true);
        copy.querySelectorAll(`.hx-m, .hx-num, ${not}`).forEach(each => each.remove());
        return copy.textContent }).join("");
      const [a, b] = row.querySelectorAll(".hx-cell:not(.hx-inl)");
      const woven = row.querySelector(".hx-inl");
      return [words(woven, "ins"), words(a, "x"), words(woven, "del"), words(b, "x")] })"""
    with opened(browser, served + path) as tab:
        unfold(tab)
        tab.keyboard.press("v")
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
        woven = tab.locator(".hx-woven").evaluate_all(told)
        assert woven
        for without_new, base, without_old, target in woven:
            assert without_new.split() == base.split() or without_new == base
            assert without_old == target
        assert count(tab, ".hx-woven > .hx-cell:not(.hx-inl)") == 0
        tab.keyboard.press("v")
        assert count(tab, ".hx-inl") == 0
        assert count(tab, ".hx-woven > .hx-cell") == 2 * count(tab, ".hx-woven")


def test_unchanged_runs_fold_to_a_line_that_opens(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN) as tab:
        fold = tab.locator(".hx-fold").first
        row = fold.locator(".hx-row").first
        expect(row).to_be_hidden()
        fold.locator("summary").focus()
        tab.keyboard.press("Enter")
        expect(row).to_be_visible()


def test_a_link_to_a_folded_row_opens_its_fold(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN) as tab:
        name = tab.locator(".hx-fold .hx-row").first.get_attribute("id")
        tab.goto(f"{served}{GARDEN}#{name}")
        tab.reload()
        expect(tab.locator(f'[id="{name}"]')).to_be_in_viewport()


# ------------------------------------------------------------ going about


def test_n_and_p_go_through_every_change_in_order(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        changed = tab.locator(HOME_ROWS).evaluate_all(
            "rows => rows.filter(r => !/^(same|renum|lack|trans)$/.test(r.dataset.k)).map(r => r.id)"
        )
        visited = []
        for at in range(len(changed)):
            tab.keyboard.press("n")
            current = tab.locator(".hx-cur")
            expect(current).to_be_in_viewport()
            visited.append(current.get_attribute("id"))
            assert positions(tab).split() == [str(at + 1), "of", str(len(changed))]
            assert tab.evaluate("document.activeElement.closest('.hx-row').id") == visited[-1]
        assert visited == changed
        tab.keyboard.press("n")
        expect(tab.locator(".hx-cur")).to_have_id(changed[0])
        tab.keyboard.press("p")
        expect(tab.locator(".hx-cur")).to_have_id(changed[-1])
        tab.locator("[data-step='-1']").click()
        expect(tab.locator(".hx-cur")).to_have_id(changed[-2])


def test_under_a_filter_n_goes_through_what_is_shown(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.click(filter_button("add"))
        added = int(tab.locator(filter_button("add") + " b").inner_text())
        for _ in range(added + 1):
            tab.keyboard.press("n")
            assert "add" in (tab.locator(".hx-cur").get_attribute("data-k") or "")


def test_keys_are_left_alone_where_one_writes_or_holds_control(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.keyboard.press("Control+n")
        tab.evaluate("document.querySelector('.hx').append(document.createElement('textarea'))")
        tab.locator(".hx textarea").press("n")
        assert tab.locator(".hx-cur").count() == 0


def test_the_help_lists_the_keys_and_gives_the_focus_back(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.locator("[data-help]").focus()
        tab.keyboard.press("?")
        expect(tab.locator(".hx-help")).to_be_visible()
        assert tab.locator(".hx-help kbd").all_inner_texts() == ["n", "p", "v", "/", "?"]
        tab.keyboard.press("Escape")
        expect(tab.locator(".hx-help")).to_be_hidden()
        expect(tab.locator("[data-help]")).to_be_focused()


def test_the_map_shows_the_visible_part_and_leads_where_one_points(browser: Browser, served: str) -> None:
    outline = """() => { const f = document.querySelector(".hx-map-v").getBoundingClientRect(),
      m = document.querySelector(".hx-map").getBoundingClientRect();
      return [(f.top - m.top) / m.height, (f.bottom - m.top) / m.height] }"""
    with opened(browser, served + ROOM) as tab:
        until(tab, lambda: tab.evaluate(outline), lambda ends: ends[0] < 0.02 and 0 < ends[1] < 0.6)
        name = tab.locator(HOME_ROWS).last.get_attribute("id")
        tab.locator(".hx-map a").last.locator("path").click(position={"x": 1, "y": 1})
        expect(tab.locator(f'[id="{name}"]')).to_be_in_viewport()
        until(tab, lambda: tab.evaluate(outline)[1], lambda last: last > 0.9)


def test_marks_on_the_map_stand_where_their_rows_stand(browser: Browser, served: str) -> None:
    away = """() => { const T = document.querySelector(".hx-table").getBoundingClientRect();
      return Math.max(...[...document.querySelectorAll(".hx-map a")].map(link => {
        const row = document.getElementById(decodeURIComponent(link.href.baseVal.slice(1)));
        const box = (row.closest("details:not([open])") ?? row).getBoundingClientRect();
        const y = Number(link.firstElementChild.getAttribute("d").match(/^M\\d+ ([\\d.]+)/)[1]);
        return Math.abs(y - 1000 * (box.top - T.top) / T.height) })) }"""
    with opened(browser, served + ROOM) as tab:
        until(tab, lambda: tab.evaluate(away), lambda most: most < 2)
        tab.locator(".hx-fold summary").first.click() if tab.locator(".hx-fold").count() else None
        until(tab, lambda: tab.evaluate(away), lambda most: most < 2)


def test_the_picture_leads_to_a_row_and_crosses_where_clauses_moved(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.locator(".hx-fig summary", has_text="Picture").click()
        moved = tab.locator(".hx-al a:has(.hx-al-l.hx-s-move)")
        assert moved.count() == 3
        name = moved.first.get_attribute("xlink:href")
        moved.first.locator("rect").first.click()
        expect(tab).to_have_url(re.compile(re.escape(str(name)) + "$"))
        expect(tab.locator(f'[id="{str(name)[1:]}"]')).to_be_in_viewport()
        assert tab.locator(".hx-fig > .hx-vh").inner_text().count("moved")


def test_a_moved_clause_says_where_it_went_and_goes_there(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        link = tab.locator(".hx-pointer a").first
        there = link.get_attribute("href") or ""
        link.click()
        expect(tab.locator(f'[id="{there[1:]}"]')).to_be_in_viewport()
        expect(tab.locator(".hx-cur")).to_have_id(there[1:])
        back = tab.locator(f'[id="{there[1:]}"] .hx-repeat a').first
        back.click()
        expect(tab.locator(".hx-row:has(.hx-pointer)").first).to_be_in_viewport()


# ------------------------------------------------------------ links that keep what one saw


def test_a_link_shows_what_the_sender_saw(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.click(filter_button("move"))
        tab.keyboard.press("v")
        tab.keyboard.press("n")
        sent, shown = location_of(tab), count(tab, ".hx-row")
    with opened(browser, sent) as tab:
        assert count(tab, ".hx-row") == shown
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
        expect(tab.locator(filter_button("move"))).to_have_attribute("aria-pressed", "true")
        expect(tab.locator(".hx-cur")).to_be_in_viewport()


def test_back_and_forward_bring_the_view_back(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.keyboard.press("v")
        here = location_of(tab)
        tab.locator(".hx-pointer a").first.click()
        expect(tab).to_have_url(re.compile("v=inline"))
        tab.go_back()
        expect(tab).to_have_url(here)
        tab.goto(served + "texts/tool-room/synopsis.html")
        tab.go_back()
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")


def test_a_link_to_a_row_that_a_filter_hides_shows_it(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        name = tab.locator('.hx-row[data-k="add"]').first.get_attribute("id")
        tab.click(filter_button("del"))
        expect(tab.locator(f'[id="{name}"]')).to_be_hidden()
        tab.evaluate(f"location.hash = '{name}&f=del'")
        expect(tab.locator(f'[id="{name}"]')).to_be_in_viewport()


def test_an_unknown_state_in_a_link_does_no_harm(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "#nowhere&f=nothing&v=upside&z=%3Cb%3E") as tab:
        assert count(tab, HOME_ROWS) > 1


def test_the_sign_copies_the_link_and_offers_the_citation(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM, permissions=["clipboard-read", "clipboard-write"]) as tab:
        tab.keyboard.press("v")
        row = tab.locator('.hx-row[data-k~="word"]').first
        name = row.get_attribute("id")
        row.locator(".hx-pin").focus()
        tab.keyboard.press("Enter")
        link = f"{served}{ROOM}#{name}&v=inline"
        read_clipboard(tab, link.__eq__)
        expect(tab.locator(".hx-menu button").first).to_be_focused()
        tab.keyboard.press("Enter")
        cited = read_clipboard(tab, link.__ne__)
        heading = row.locator(".hx-h").inner_text()
        assert tab.locator("h1").inner_text() in cited
        assert heading in cited
        assert "sha256" in cited
        assert cited.endswith(f"{served}{ROOM}#{name}")
        expect(row.locator(".hx-pin")).to_be_focused()  # the focus came back


def test_a_change_is_cited_in_words_as_data_and_as_a_table(browser: Browser, served: str) -> None:
    """Words that differ are quoted; a version is a work, with the number that the clause bears there."""
    with opened(browser, served + ROOM, permissions=["clipboard-read", "clipboard-write"]) as tab:
        row = tab.locator('.hx-row[data-k~="renum"][data-k~="word"]').first
        pin, menu = row.locator(".hx-pin"), tab.locator(".hx-menu")

        def take(name: str) -> str:
            tab.evaluate("navigator.clipboard.writeText('')")
            pin.focus()
            tab.keyboard.press("Enter")
            link = read_clipboard(tab, re.compile("^http").match)
            menu.get_by_role("button", name=name, exact=True).click()
            expect(menu).to_be_hidden()
            return read_clipboard(tab, link.__ne__)

        quoted = take("Copy citation with the change")
        for mark in row.locator(":is(.hx-part) > p > :is(ins, del)").all()[:4]:
            words = tab.evaluate(
                "e => [...e.childNodes].filter(n => n.className !== 'hx-m').map(n => n.textContent).join('')",
                mark.element_handle(),
            )
            assert words.strip() in quoted
        works = json.loads(take("CSL-JSON"))
        assert [each["issued"]["date-parts"][0][0] for each in works] == [2016, 2023]
        assert works[0]["section"] != works[1]["section"]
        assert take("BibTeX").count("@misc{") == len(works)
        take("Copy as a table, for Word")
        page = tab.evaluate(
            "navigator.clipboard.read().then(([it]) => it.getType('text/html')).then(blob => blob.text())"
        )
        assert "<table" in page
        assert "class=" not in page
        assert "line-through" in page
        tab.locator(".hx-row .hx-pin").first.focus()
        tab.keyboard.press("Enter")
        menu.get_by_label("Style").select_option("APA")
        tab.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        assert "Retrieved" in take("Copy citation")  # the style is remembered


def test_versions_are_chosen_and_sides_swapped_and_the_view_goes_along(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        heads = tab.locator(SIGLA).all_inner_texts()
        tab.keyboard.press("v")
        tab.click(".hx-swap")
        expect(tab.locator(SIGLA)).to_have_text(heads[::-1])
        expect(tab.locator(".hx[data-on] .hx-sheet")).to_have_attribute("data-view", "inline")
        tab.locator(".hx-choose > summary").first.click()
        tab.locator(".hx-choose ul").first.locator("a").first.click()
        expect(tab).to_have_url(re.compile("compare-A-B.*v=inline.*swap"))
        expect(tab.locator(SIGLA)).to_have_text(["B", heads[0]])


def test_a_swapped_page_reads_the_changes_the_other_way(browser: Browser, served: str) -> None:
    numbers = {}
    for path in (ROOM, ROOM.replace("A-C", "C-A")):
        with opened(browser, served + path) as tab:
            expect(tab.locator(SIGLA)).to_have_text(path[-8:-5].split("-"))
            numbers[path] = {
                name: tab.locator(f'.hx-filters > li[data-f="{name}"] b').inner_text()
                for name in ("all", "changed", "add", "del", "move")
            }
    there, back = numbers.values()
    assert (there["add"], there["del"]) == (back["del"], back["add"])
    assert [there[name] for name in ("all", "changed", "move")] == [
        back[name] for name in ("all", "changed", "move")
    ]


# ------------------------------------------------------------ the synopsis


def test_columns_can_be_switched_off_and_a_link_keeps_it(browser: Browser, served: str) -> None:
    with opened(browser, served + SYNOPSIS) as tab:
        tab.locator('[data-col="B"] button').click()
        assert count(tab, '.hx-syn [data-v="B"]') == 0
        assert count(tab, '.hx-syn [data-v="A"]') > 1
        wide = tab.locator('.hx-scell[data-v="A"]').first.bounding_box()
        sent = location_of(tab)
    with opened(browser, sent) as tab:
        assert count(tab, '.hx-syn [data-v="B"]') == 0
        until(tab, tab.locator('.hx-scell[data-v="A"]').first.bounding_box, lambda box: box == wide)
        tab.locator('[data-col="B"] button').press("Space")
        assert count(tab, '.hx-syn [data-v="B"]') > 1


def test_the_last_column_cannot_be_switched_off(browser: Browser, served: str) -> None:
    with opened(browser, served + SYNOPSIS) as tab:
        for button in tab.locator(".hx-cols button").all():
            button.click()
        expect(tab.locator(".hx-shead .hx-head").filter(visible=True)).to_have_count(1)


def test_cells_that_are_as_the_base_open_together_and_can_be_searched(browser: Browser, served: str) -> None:
    with opened(browser, served + SYNOPSIS) as tab:
        closed = tab.locator(".hx-eq:not([open])").count()
        assert closed
        tab.click("[data-open]")
        expect(tab.locator(".hx-eq:not([open])")).to_have_count(0)
        words = tab.locator(".hx-eq .hx-part").first.inner_text()
        assert words in tab.locator(".hx-syn").inner_text()
        tab.click("[data-open]")
        expect(tab.locator(".hx-eq:not([open])")).to_have_count(closed)


def test_the_row_map_leads_to_rows(browser: Browser, served: str) -> None:
    with opened(browser, served + SYNOPSIS) as tab:
        link = tab.locator(".hx-rowmap tbody tr").first.locator("a").last
        name = (link.get_attribute("href") or "")[1:]
        link.click()
        expect(tab.locator(f'[id="{name}"]')).to_be_in_viewport()


# ------------------------------------------------------------ with the keyboard, without script, on paper


def test_everything_is_reached_with_the_tab_key(browser: Browser, served: str) -> None:
    where = """() => { const e = document.activeElement;
      const places =
        ".hx-filters, .hx-tools, .hx-fig, .hx-head-m, .hx-list, .hx-head, .hx-tabs, .hx-fold, .hx-table";
      return [e.closest(places)?.className.split(" ")[0] ?? "", getComputedStyle(e).outlineStyle] }"""
    with opened(browser, served + GARDEN) as tab:
        reached = []
        for _ in range(60):
            tab.keyboard.press("Tab")
            place, outline = cast("list[str]", tab.evaluate(where))
            if place:
                assert outline != "none", place
                reached.append(place)
        order = list(dict.fromkeys(reached))
        first = ["hx-tabs", "hx-filters", "hx-fig", "hx-tools", "hx-list", "hx-head-m", "hx-head"]
        assert order[: len(first)] == first
        assert "hx-fold" in order
        tab.locator(filter_button("word")).focus()
        tab.keyboard.press("Space")
        expect(tab.locator(filter_button("word"))).to_have_attribute("aria-pressed", "true")


def test_without_script_all_text_is_there_and_no_dead_control(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN, java_script_enabled=False) as tab:
        assert count(tab, ".hx button") == 0
        tab.locator(".hx-fold summary").first.click()
        expect(tab.locator(".hx-fold .hx-row").first).to_be_visible()
        assert count(tab, HOME_ROWS) > 1
        tab.locator(".hx-fig summary", has_text="Picture").click()
        expect(tab.locator(".hx-al")).to_be_visible()


def test_marks_are_words_in_forced_colours(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM, forced_colors="active") as tab:
        said = tab.locator(".hx-cell ins .hx-m").first
        box = said.bounding_box()
        assert box
        assert box["width"] > 5


def test_a_printed_sheet_has_heads_and_says_where_it_comes_from(
    browser: Browser, served: str, tmp_path: Path
) -> None:
    reader = shutil.which("pdftotext")
    if not reader:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    with opened(browser, served + ROOM) as tab:
        shown = [facts.split()[-1] for facts in tab.locator(".hx-head-d").all_inner_texts()]  # the dates
        tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = subprocess.run(  # noqa: S603 - a reader of PDF on a file of ours
        [reader, "-layout", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = text.rstrip("\f").split("\f")
    assert len(sheets) > 1
    for at, sheet in enumerate(sheets, 1):
        assert "sha256" in sheet, at
        assert ROOM in sheet.replace("\n", ""), at
        assert f"{at}/{len(sheets)}" in sheet.replace(" / ", "/")
    for sheet in sheets[1:-1]:  # the picture may fill the first, the last words of the page the last
        assert [date for date in shown if date not in sheet] == []


def test_an_editor_decides_on_a_row_and_takes_the_lines_away(
    browser: Browser, served: str, tmp_path: Path
) -> None:
    """Why two clauses are linked is told on their row; what an editor says of it is obeyed."""
    with opened(browser, served + ROOM) as tab:

        def open_desk(row: str) -> None:
            tab.locator(f"{row} .hx-pin").first.focus()
            tab.keyboard.press("Enter")
            tab.locator(".hx-desk > summary").click()

        open_desk('.hx-row[data-k~="word"]')
        desk = tab.locator(".hx-desk")
        assert re.search(
            r"likeness [01]\.\d\d, (well founded|worth a check|little evidence)", desk.inner_text()
        )
        desk.get_by_role("button", name="Not the same clause").click()
        tab.keyboard.press("Escape")
        expect(desk).to_be_hidden()
        open_desk('.hx-row[data-k~="add"]')
        field = desk.locator("select")
        field.focus()
        likest = field.locator("optgroup").first.locator("option")
        expect(likest).to_have_count(4)
        desk.locator("input").fill('the "lamp" clause')
        field.select_option(likest.first.get_attribute("value"))
        with tab.expect_download() as waiting:
            desk.get_by_role("button", name="Download").click()
        waiting.value.save_as(tmp_path / "alignment.yml")
        assert waiting.value.suggested_filename == "alignment.yml"
        made = read_decisions("alignment.yml", "alignment.yml", (tmp_path / "alignment.yml").read_bytes())
        assert [each.together for each in made] == [False, True]
        assert made[1].reason == 'the "lamp" clause'
        tab.reload()  # what was collected for the document stays, until it is taken back
        open_desk('.hx-row[data-k~="word"]')
        assert desk.locator("pre").inner_text().count("reason:") == len(made)
        for _ in made:
            desk.get_by_role("button", name="Undo the last").click()
        expect(desk.locator("pre")).to_have_count(0)
        assert violations(tab) == {}


def test_a_clause_is_cited_by_its_number_alone_and_an_undated_one_without_a_year(
    browser: Browser, served: str
) -> None:
    """A heading that differs stands in one element with the number; a number may end with a bracket."""
    for page, name, sections in (
        ("garden-bylaws/compare-C-D", "C__sec_20", ["Section 20", "Section 4, Section 5"]),
        ("responsibility-rules/compare-C-D", "C__lvl_1", ["(一)", "(一)"]),
    ):
        with opened(
            browser, f"{served}texts/{page}.html", permissions=["clipboard-read", "clipboard-write"]
        ) as tab:
            row = tab.locator(f'.hx-row:has(.hx-mid):has([id="{name}"]), .hx-row[id="{name}"]').first
            row.locator(".hx-pin").focus()
            tab.keyboard.press("Enter")
            link = read_clipboard(tab, re.compile("^http").match)
            tab.locator(".hx-menu").get_by_role("button", name="CSL-JSON").click()
            works = json.loads(read_clipboard(tab, link.__ne__))
            assert [each["section"] for each in works] == sections
