"""`stage`: plain MkDocs, without our plugin, builds the same texts, and the search finds them."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from commands import run
from hexapla.site import stage_site, verify_site
from redirects import leads_on
from tabs import opened, serving

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("other sites")


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two specimens and the manual, built by plain MkDocs from what was staged."""
    home = tmp_path_factory.mktemp("stage")
    for name in ("garden-bylaws", "tool-room"):
        shutil.copytree(ROOT / "source_texts" / name, home / "texts" / name)
    target = home / "staged"
    stage_site(target, config_file=ROOT / "mkdocs.yml", sources=home / "texts")
    done = run("build", "--quiet", cwd=target, module="mkdocs")
    assert done.returncode == 0, done.stderr
    return target


def test_plain_mkdocs_builds_the_same_texts(staged: Path) -> None:
    assert "hexapla:" not in (staged / "mkdocs.yml").read_text(encoding="utf-8")
    assert verify_site(staged / "site", staged.parent / "texts") is None


def test_every_page_leads_to_the_search(staged: Path) -> None:
    for path in sorted((staged / "site").rglob("*.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        links = page.css("a[href]")
        assert leads_on(page) or any(
            (link.attributes["href"] or "").endswith("search.html") for link in links
        ), path.name


def test_the_search_finds(staged: Path, browser: Browser) -> None:
    with (
        serving(staged / "site") as address,
        opened(browser, address + "search.html#q=garden") as tab,
    ):
        tab.wait_for_selector(".hx-results li")
