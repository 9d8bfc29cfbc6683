import gzip
import re

from hexapla.pages import SCRIPTS, STYLES, build_assets

SCRIPT_BUDGET = 10 * 1024
ON_DEMAND = 6.5 * 1024
STYLE_BUDGET = 9 * 1024


def test_style_and_script_keep_to_their_budgets() -> None:
    files = build_assets()
    assert len(STYLES) <= 2
    assert sum(len(gzip.compress(files[name], 9)) for name in SCRIPTS) <= SCRIPT_BUDGET
    assert sum(len(gzip.compress(files[name], 9)) for name in STYLES) <= STYLE_BUDGET


def compressed(*names: str) -> int:
    files = build_assets()
    return sum(len(gzip.compress(files[name], 9)) for name in names)


def test_what_the_search_loads_when_it_begins_keeps_to_its_budget() -> None:
    """Once, on the first search: no page loads it before."""
    assert compressed("search.js") <= ON_DEMAND
    assert compressed("search.css") <= 1536


def test_all_that_the_search_page_needs_keeps_to_the_budget_of_a_page() -> None:
    assert compressed("search-box.js", "search.js", "search-page.js") <= SCRIPT_BUDGET


def test_nothing_packaged_asks_the_network() -> None:
    for name, data in build_assets().items():
        text = data.decode()
        addresses = re.findall(r"https?://[^\s'\"]+", text)
        assert set(addresses) <= {"http://www.w3.org/2000/svg"}, name
        assert "@import" not in text
        assert "fetch(" not in text
