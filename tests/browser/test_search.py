"""The search in a browser: exact, complete, the same over http and from a disk, and it asks nobody."""

import random
import re
import unicodedata
import zipfile
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect
from playwright.sync_api import Page as Tab

from hexapla import collection
from hexapla.model import Document, Role
from hexapla.pages.cells import unit_lines
from hexapla.pages.marked_text import flatten_text
from hexapla.search.folded_ngrams import encode_utf16, fold_table, hash_ngrams, skip_table
from hexapla.segmentation import segment
from hexapla.site import build_bundle, verify_site
from hexapla.units import build_units
from tabs import COLOURS, fresh_tab, location_of, opened, serving, until, violations, wait_for_results

pytestmark = pytest.mark.xdist_group("site")

ROOT = Path(__file__).parents[2]
SEED = 20
Found = set[tuple[str, str, str]]
"""folder, siglum, clause"""


BY_HTTP, FROM_A_DISK = "http", "file"


@pytest.fixture(scope="session", params=[BY_HTTP, FROM_A_DISK])
def place(request: pytest.FixtureRequest) -> str:
    """The site's address, over http and from a disk."""
    return address(request)


@pytest.fixture(scope="session", params=[BY_HTTP, pytest.param(FROM_A_DISK, marks=pytest.mark.slow)])
def asked(request: pytest.FixtureRequest) -> str:
    """The same, for what does not depend on how the data of the search come: from a disk seldom."""
    return address(request)


def address(request: pytest.FixtureRequest) -> str:
    if request.param == "http":
        return str(request.getfixturevalue("served"))
    folder: Path = request.getfixturevalue("offline")
    return folder.as_uri() + "/"


def search(tab: Tab, query: str, **options: bool) -> Found:
    """Ask the page's own search for every clause of every document."""
    tab.wait_for_function("window.hexaplaSearch")
    ask = """([q, o]) => new Promise(end => hexaplaSearch.ask(q, o, (items, Q, done) => done && end(
        items.filter(x => x.all && x.c.d.v.folder)
        .map(x => [x.c.d.v.folder, x.c.d.v.versions[x.c.v][0], x.c.id]))))"""
    return {(folder, siglum, clause) for folder, siglum, clause in tab.evaluate(ask, [query, options])}


# ---------------------------------------------------------------- what is to be found, by other means


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    return [
        segment(each.sources, each.plan)
        for each in collection.load_collection(ROOT / "source_texts").documents
    ]


@pytest.fixture(scope="session")
def clauses(documents: list[Document]) -> dict[tuple[str, str, str], str]:
    """Every clause as its reading page shows it: number, heading, text."""
    shown = {}
    for document in documents:
        for version in document.versions:
            for unit in build_units(version):
                pieces = [unit.number, unit.heading, *(text for _, text in unit_lines(unit))]
                words = (" ".join(flatten_text(piece).split()) for piece in pieces if piece)
                shown[f"texts/{document.id}", version.siglum, unit.id] = " ".join(filter(None, words))
            for clause in version.clauses:
                if clause.role is Role.DIVISION:
                    words = (
                        flatten_text(piece) for piece in (clause.number, clause.heading, clause.text) if piece
                    )
                    shown[f"texts/{document.id}", version.siglum, clause.id] = " ".join(
                        " ".join(words).split()
                    )
    return shown


@cache  # every text is looked through for every sample
def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    apart = (unicodedata.normalize("NFD", char) for char in plain)
    return "".join(own[0] if own[0].isascii() else unicodedata.normalize("NFC", own) for own in apart)


def scan(clauses: dict[tuple[str, str, str], str], *words: str) -> Found:
    """Look through everything, as plainly as can be."""
    return {name for name, text in clauses.items() if all(folded(word) in folded(text) for word in words)}


def quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


# ---------------------------------------------------------------- exact and complete


def test_two_hundred_random_substrings_are_found_where_a_plain_scan_finds_them(
    browser: Browser, place: str, clauses: dict[tuple[str, str, str], str]
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a draw of samples
    texts = sorted(clauses.values())
    drawn: list[str] = []
    while len(drawn) < 200:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        words = text[start : start + chance.randint(1, 8)].strip()
        if words:
            drawn.append(words)
    with opened(browser, place + "search.html") as tab:
        wrong = [words for words in drawn if search(tab, quoted(words)) != scan(clauses, words)]
    assert wrong == []


def test_folding_is_the_same_function_in_python_and_in_the_script(browser: Browser, place: str) -> None:
    with opened(browser, place + "search.html") as tab:
        tab.wait_for_function("window.hexaplaSearch")
        codes, kept = tab.evaluate(
            """() => { let all = [], kept = [];
            for (let c = 0; c < 65536; c++) { const s = String.fromCharCode(c);
                all.push(hexaplaSearch.fold(s, {}).s.charCodeAt(0));
                kept.push(hexaplaSearch.fold(s, {p: 1}).s.length) } return [all, kept] }"""
        )
    known = [code for code in range(0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    table, skipped = fold_table(), skip_table()
    assert [hex(code) for code in known if codes[code] != table[code]] == []
    assert [hex(code) for code in known if bool(kept[code]) == bool(skipped[table[code]])] == []


@pytest.mark.parametrize("words", ["应当", "section 5", "a应b", "§5(a) 条", "agreement", "合"])
def test_hashes_are_the_same_in_python_and_in_the_script(browser: Browser, served: str, words: str) -> None:
    with opened(browser, served + "search.html") as tab:
        tab.wait_for_function("window.hexaplaSearch")
        assert set(tab.evaluate("w => hexaplaSearch.hashes(w)", words)) <= set(
            hash_ngrams(encode_utf16(words)).tolist()
        )


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("应当 登记", ["应当", "登记"]),
        ('"应当登记"', ["应当登记"]),
        ("ＳＨＡＬＬ members", ["shall", "members"]),
        ("MEMBERS", ["members"]),
        ('"the garden"', ["the garden"]),
        ("“the garden”", ["the garden"]),
    ],
)
def test_several_words_stand_in_one_clause_and_a_phrase_stands_as_it_is(
    browser: Browser, asked: str, clauses: dict[tuple[str, str, str], str], query: str, words: list[str]
) -> None:
    with opened(browser, asked + "search.html") as tab:
        assert search(tab, query) == scan(clauses, *words)


def test_traditional_characters_and_punctuation_are_ignored_by_choice(
    browser: Browser, place: str, clauses: dict[tuple[str, str, str], str]
) -> None:
    with opened(browser, place + "search.html") as tab:
        assert search(tab, "應當") == set()
        assert search(tab, "應當", s=True) == scan(clauses, "应当")
        assert search(tab, "登，记") == set()
        assert search(tab, "登，记", p=True) >= scan(clauses, "登记") != set()


# ---------------------------------------------------------------- the page


def results(tab: Tab, url: str) -> list[str]:
    """Open the search page with a state and return the results' heads."""
    tab.goto("about:blank")
    tab.goto(url)
    wait_for_results(tab)
    return tab.locator(".hx-res-h").all_inner_texts()


@pytest.mark.parametrize("query", ["第二条", "第2条", "第 2 条"])
def test_a_clause_asked_for_by_its_number_comes_first(browser: Browser, asked: str, query: str) -> None:
    with opened(browser, asked + "search.html") as tab:
        heads = results(tab, f"{asked}search.html#q={quote(query)}&d={quote('texts/tool-room')}")
        assert "第二条" in heads[0]
        assert "by its number" in heads[0]


def test_a_number_printed_as_it_was_asked_comes_before_the_same_in_another_language(
    browser: Browser, asked: str
) -> None:
    for query, printed in (("第十条", "第十条"), ("Section 10", "Section 10")):
        with opened(browser, asked + "search.html") as tab:
            heads = results(tab, f"{asked}search.html#q={quote(query)}")
            assert printed in heads[0]


@pytest.mark.parametrize("query", ["Section 5", "§ 5", "article 5"])
def test_so_does_a_section(browser: Browser, asked: str, query: str) -> None:
    with opened(browser, asked + "search.html") as tab:
        heads = results(tab, f"{asked}search.html#q={quote(query)}&d={quote('texts/garden-bylaws')}")
        assert "5" in heads[0]
        assert "by its number" in heads[0]


def facet(tab: Tab, name: str) -> int:
    """Return the count that stands beside a filter."""
    label = tab.locator(".hx-facets label").filter(has_text=name).first
    return int(label.locator(".hx-n").inner_text())


def test_counts_of_filters_are_what_they_filter(browser: Browser, asked: str) -> None:
    with opened(browser, asked + "search.html") as tab:
        results(tab, f"{asked}search.html#q={quote('应当')}&d={quote('texts/tool-room')}")
        for name in ("in words that were added", "in words later removed"):
            expected = facet(tab, name)
            assert expected > 0
            tab.locator(".hx-facets label").filter(has_text=name).first.click()
            tab.wait_for_function(
                "n => document.querySelector('.hx-lead[role=status]').textContent.startsWith(n + ' ')",
                arg=str(expected),
            )
        expect(tab).to_have_url(re.compile("p=del"))
        tab.reload()
        wait_for_results(tab)
        assert tab.locator("input[name=hx-p]:checked").count() == 1
        assert facet(tab, "in words later removed") == expected


def test_what_was_added_is_found_in_added_words_only(browser: Browser, asked: str) -> None:
    """Of the clauses in which a word was inserted, and of no other, the hit stands in added words."""
    with opened(browser, asked + "search.html") as tab:
        tab.wait_for_function("window.hexaplaSearch")
        bits = tab.evaluate(
            """q => new Promise(end => hexaplaSearch.ask(q, {}, (items, Q, done) => done && end(
            items.filter(x => x.c.d.v.folder === 'texts/tool-room')
            .map(x => [x.c.d.v.versions[x.c.v][0], x.p]))))""",
            "借用",
        )
    assert all(not p & 1 for siglum, p in bits if siglum == "A"), "nothing was added to the first version"
    assert all(not p & 2 for siglum, p in bits if siglum == "C"), "nothing was removed from the last"
    assert any(p & 1 for _, p in bits)


def test_a_result_opens_the_clause_with_its_hits_marked(browser: Browser, place: str) -> None:
    with opened(browser, place + "search.html") as tab:
        results(tab, f"{place}search.html#q={quote('应当')}&d={quote('texts/tool-room')}")
        tab.locator(".hx-res-h a").first.click()
        tab.wait_for_selector("mark.hx-hit")
        clause = unquote(urlsplit(location_of(tab)).fragment.split("&")[0])
        assert set(tab.locator(".hx-rc mark.hx-hit").all_inner_texts()) == {"应当"}
        assert tab.locator(f"[id='{clause}'] mark.hx-hit").count() == tab.locator("mark.hx-hit").count()
        first = tab.locator("mark.hx-hit").first
        until(tab, first.bounding_box, lambda box: box and 40 < box["y"] < 900)


def test_the_address_says_what_was_asked_and_another_browser_shows_the_same(
    browser: Browser, asked: str
) -> None:
    with opened(browser, asked + "search.html") as tab:
        tab.locator(".hx-q input").fill("应当")
        tab.wait_for_selector(".hx-results li")
        wait_for_results(tab)
        tab.locator(".hx-facets label").filter(has_text="simplified").click()
        tab.wait_for_function("location.hash.includes('o=s')")
        wait_for_results(tab)
        shown, sent = tab.locator(".hx-lead[role=status]").inner_text(), location_of(tab)
    with opened(browser, sent) as tab:
        wait_for_results(tab)
        assert tab.locator(".hx-lead[role=status]").inner_text() == shown
        expect(tab.locator(".hx-q input")).to_have_value("应当")


def test_the_pages_written_by_hand_are_found(browser: Browser, asked: str) -> None:
    with opened(browser, asked + "search.html") as tab:
        results(tab, asked + "search.html#q=hexapla%20verify&d=")
        tab.locator(".hx-facets label").filter(has_text="Pages about the site").click()
        wait_for_results(tab)
        href = tab.locator(".hx-res-h a").first.get_attribute("href")
        assert href
        assert any(f"{folder}/" in href for folder in ("guide", "method", "reference", "contributing"))


def test_axe_finds_nothing_on_the_search_page(browser: Browser, served: str) -> None:
    for scheme, rules in (("light", ()), ("dark", COLOURS)):
        with opened(browser, served + "search.html", scheme=scheme) as tab:
            results(tab, f"{served}search.html#q={quote('应当')}")
            assert violations(tab, *rules) == {}


# ---------------------------------------------------------------- the box in the header


def test_the_box_takes_keys(browser: Browser, place: str) -> None:
    with opened(browser, place + "index.html") as tab:
        tab.keyboard.press("/")
        tab.keyboard.type("应当")
        option = tab.locator("[role=option]")
        option.first.wait_for()
        box = tab.locator("[role=combobox]")
        expect(box).to_have_attribute("aria-expanded", "true")
        tab.keyboard.press("ArrowDown")
        expect(option.first).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", option.first.get_attribute("id") or "none")
        if place.startswith("http"):  # on a disk it is the same page
            assert violations(tab) == {}
        tab.keyboard.press("Escape")
        expect(tab.locator("[role=listbox]")).to_be_hidden()
        tab.keyboard.press("Escape")
        expect(box).to_have_value("")
        tab.keyboard.type("应当")
        option.first.wait_for()
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/search.html#q=*")


def test_a_list_closed_while_the_search_goes_on_stays_closed(browser: Browser, served: str) -> None:
    held: list[Route] = []
    with fresh_tab(browser) as tab:
        tab.route("**/search/pages.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
        tab.goto(served + "index.html")
        tab.keyboard.press("/")
        tab.keyboard.type("应当")
        tab.locator("[role=option] mark").first.wait_for()
        assert held
        tab.keyboard.press("Escape")
        expect(tab.locator("[role=listbox]")).to_be_hidden()
        for route in held:
            route.continue_()
        assert search(tab, "应当")  # the last file has come
        assert not tab.locator("[role=listbox]").is_visible()


def test_an_input_method_and_a_paste_are_heard(browser: Browser, asked: str) -> None:
    with fresh_tab(browser) as tab:
        tab.goto(asked + "index.html")
        tab.locator(".hx-find input").focus()
        tab.wait_for_function("window.hexaplaSearch")
        tab.clock.install()
        # as an input method does: keys that are none, then the characters at once
        tab.evaluate(
            """() => { const i = document.querySelector('.hx-find input');
            i.dispatchEvent(new CompositionEvent('compositionstart')); i.value = 'yd';
            i.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true})); }"""
        )
        tab.clock.run_for(1_000)
        expect(tab.locator("[role=listbox]")).to_be_hidden()
        tab.evaluate(
            """() => { const i = document.querySelector('.hx-find input'); i.value = '应当';
            i.dispatchEvent(new CompositionEvent('compositionend', {data: '应当', bubbles: true})) }"""
        )
        tab.locator("[role=option]").first.wait_for()
        tab.locator(".hx-find input").fill("")
        tab.evaluate("document.execCommand('insertText', false, '登记')")
        tab.locator("[role=option] mark", has_text="登记").first.wait_for()


# ---------------------------------------------------------------- anywhere


def test_below_a_path_the_search_finds_the_same(
    browser: Browser, site: Path, clauses: dict[tuple[str, str, str], str], tmp_path: Path
) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some/path").symlink_to(site)
    with (
        serving(tmp_path) as address,
        opened(browser, address + "some/path/search.html") as tab,
    ):
        assert search(tab, "应当") == scan(clauses, "应当")


def test_without_script_every_text_is_reached_by_links(browser: Browser, place: str) -> None:
    with opened(browser, place + "index.html", java_script_enabled=False) as tab:
        tab.locator(".hx-find input").fill("应当")
        tab.locator(".hx-find input").press("Enter")
        expect(tab).to_have_url(re.compile(r"search\.html"))
        expect(tab.locator("main")).to_contain_text("JavaScript", use_inner_text=True)
        tab.locator("main .hx-lead a").click()
        tab.locator(".hx-card a").first.click()
        expect(tab).to_have_url(re.compile("/texts/"))


def test_a_bundle_opens_from_a_disk_and_can_be_verified(
    browser: Browser, clauses: dict[tuple[str, str, str], str], tmp_path: Path
) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Room\ntheme: {name: material, font: false}\nplugins: [hexapla]\n")
    (tmp_path / "docs").mkdir()
    for out in (first, second):
        build_bundle(out, document="tool-room", config_file=config, sources=ROOT / "source_texts")
    assert first.read_bytes() == second.read_bytes()
    assert verify_site(first, ROOT / "source_texts") is None
    with zipfile.ZipFile(first) as archive:
        archive.extractall(tmp_path / "unpacked")
        readme = archive.read("site/README.txt").decode("utf-8-sig")
        assert "hexapla verify" in readme
        paths = [name.split("/") for name in archive.namelist()]
        assert {path[2] for path in paths if path[1] == "texts" and len(path) > 3} == {"tool-room"}
    with opened(browser, (tmp_path / "unpacked/site/index.html").as_uri()) as tab:
        tab.keyboard.press("/")
        tab.keyboard.type("应当")
        tab.locator("[role=option]").first.wait_for()
        expected = {each for each in scan(clauses, "应当") if each[0] == "texts/tool-room"}
        assert search(tab, "应当") == expected


def test_hits_are_narrowed_to_clauses_that_stand_in_one_document_alone(browser: Browser, asked: str) -> None:
    with opened(browser, asked + "search.html#q=" + quote("工具")) as tab:
        tab.get_by_label("also elsewhere").check()
        tab.wait_for_function("location.hash.includes('e=also')")
        wait_for_results(tab)
        shown = tab.locator(".hx-results a").evaluate_all("links => links.map(link => link.href)")
        assert shown
        clauses = [unquote(urlsplit(href).fragment.split("&")[0]) for href in shown if "tool-room" in href]
        assert "C__art_2" not in clauses
        assert "C__art_4" in clauses
