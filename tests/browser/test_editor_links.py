"""The editor's desk leads to where decisions are edited, or made, at the host of the repository."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hexapla.site import publish_site
from small_collections import written
from tabs import opened, serving

CONFIG = """\
site_name: Ours
repo_url: https://github.com/our/texts
edit_uri: edit/main/docs/
theme: {name: own, language: en}
plugins: [hexapla]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two documents, of which one has decisions."""
    root: Path = tmp_path_factory.mktemp("edited")
    written(root / "source_texts", 2)
    (root / "source_texts/doc-0/alignment.yml").write_text("[]\n")
    (root / "mkdocs.yml").write_text(CONFIG)
    publish_site(config_file=root / "mkdocs.yml", site_dir=root / "site")
    return root / "site"


@pytest.mark.parametrize(
    ("document", "name", "address"),
    [
        ("doc-0", "Edit alignment.yml", "edit/main/source_texts/doc-0/alignment.yml"),
        ("doc-1", "Make the file alignment.yml", "new/main/source_texts/doc-1?filename=alignment.yml"),
    ],
)
def test_the_desk_of_a_row_leads_there(
    browser: Browser, folder: Path, document: str, name: str, address: str
) -> None:
    with serving(folder) as home, opened(browser, f"{home}texts/{document}/compare-A-B.html") as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        tab.locator('.hx-row[data-k~="word"] .hx-pin').first.focus()
        tab.keyboard.press("Enter")
        tab.locator(".hx-desk > summary").click()
        link = tab.get_by_role("link", name=name)
        expect(link).to_be_visible()
        assert link.get_attribute("href") == f"https://github.com/our/texts/{address}"
        link.focus()
        expect(link).to_be_focused()
