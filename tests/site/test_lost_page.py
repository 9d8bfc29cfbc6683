"""The page for wrong addresses stands by itself; icons have a size without the styles."""

import re
from pathlib import Path

import pytest

from hexapla.site import publish_site
from small_collections import written

SETTINGS = """site_name: Rules
{more}theme:
  name: material
  language: {language}
  font: false
plugins:
  - hexapla:
      sources: src
"""


def published(root: Path, language: str = "en", more: str = "") -> Path:
    """Publish a small collection."""
    written(root / "src", 1)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS.format(language=language, more=more), encoding="utf-8")
    publish_site(config_file=root / "mkdocs.yml", site_dir=root / "site")
    return root / "site"


@pytest.mark.parametrize(
    ("language", "more", "words", "links"),
    [
        ("en", "", "There is no such page", ["./", "../", "../../"]),
        ("zh", "site_url: https://rules.example/book/\n", "没有这一页", ["https://rules.example/book/"]),
    ],
)
def test_a_wrong_address_below_a_path_shows_a_page_that_stands_by_itself(
    tmp_path: Path, language: str, more: str, words: str, links: list[str]
) -> None:
    site = published(tmp_path, language, more)
    page = (site / "404.html").read_text(encoding="utf-8")
    assert words in page
    assert re.findall(r'<a href="([^"]*)"', page) == links
    assert re.findall(r'(?:src|rel="stylesheet")', page) == []
    home = (site / "index.html").read_text(encoding="utf-8")
    icons = [each for each in re.findall(r"<svg[^>]*>", home) if 'viewBox="0 0 24 24"' in each]
    assert icons
    assert all('width="24" height="24"' in each for each in icons)
