"""A site opens in the language of its texts, unless its configuration names another."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.site import publish_site
from small_collections import written

pytestmark = pytest.mark.xdist_group("publish")


def language_of(root: Path, theme: str) -> tuple[str | None, str | None]:
    """Publish Chinese texts; return the languages of the first page's frame, and of what is ours."""
    written(root / "source_texts", 1)
    (root / "mkdocs.yml").write_text(
        f"site_name: Texts\nuse_directory_urls: false\nplugins: [hexapla]\ntheme: {theme}\n"
    )
    publish_site(config_file=root / "mkdocs.yml", site_dir=root / "site")
    tree = LexborHTMLParser((root / "site/index.html").read_text(encoding="utf-8"))
    frame, own = tree.css_first("html"), tree.css_first(".hx")
    assert frame
    assert own
    return frame.attributes["lang"], own.attributes["lang"]


@pytest.mark.parametrize("theme", ["own", "{name: own}", "{name: material, font: false}"])
def test_chinese_texts_open_in_chinese(tmp_path: Path, theme: str) -> None:
    assert language_of(tmp_path, theme) == ("zh", "zh")


@pytest.mark.parametrize(
    "theme", ["{name: own, language: en}", "{name: material, font: false, language: en}"]
)
def test_a_language_that_is_named_holds(tmp_path: Path, theme: str) -> None:
    assert language_of(tmp_path, theme) == ("en", "en")
