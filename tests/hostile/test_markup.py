"""No text, name or setting becomes markup, script, template, formula or an address, wherever it is shown."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.site import publish_site, verify_site
from hostile.attacks import hostile_collection

CONFIG = "site_name: Test\ntheme: {name: material, font: false}\nplugins: [hexapla]\n"
ACTIVE = "script, iframe, object, embed, form[action], img, style, base, meta, math, [style]"

pytestmark = pytest.mark.xdist_group("hostile")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("hostile")
    (project / "mkdocs.yml").write_text(CONFIG)
    (project / "docs").mkdir()
    hostile_collection(project / "source_texts")
    published = publish_site(config_file=project / "mkdocs.yml")
    assert published.site.failures == ()
    return published.site_dir


@pytest.fixture(scope="module")
def articles(site: Path) -> dict[str, LexborHTMLParser]:
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_every_text_is_there_as_text(site: Path) -> None:
    assert verify_site(site, site.parent / "source_texts") is None


def test_no_page_holds_an_element_of_a_text(articles: dict[str, LexborHTMLParser]) -> None:
    assert len(articles) > 100
    for name, page in articles.items():
        for node in page.css(".hx *"):
            attributes = node.attributes
            assert not [key for key in attributes if key.startswith("on")], name
            address = (attributes.get("href") or attributes.get("src") or "").strip().lower()
            assert not address.startswith(("javascript:", "data:", "vbscript:", "file:", "//")), name
        ours = [node for node in page.css(f".hx :is({ACTIVE})") if "pwned" in (node.html or "")]
        assert ours == [], name


def test_no_attribute_was_broken_open(articles: dict[str, LexborHTMLParser]) -> None:
    for name, page in articles.items():
        for node in page.css("*"):
            assert not [key for key in node.attributes if "pwned" in key], name
            if node.tag == "script":
                assert "pwned" not in (node.text() or ""), name


def test_data_files_are_data(site: Path) -> None:
    for path in site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    feeds = [*site.rglob("*.atom"), *site.rglob("*.xml")]
    assert feeds
    for path in feeds:
        ET.fromstring(path.read_bytes())  # noqa: S314 - what we wrote ourselves


def test_no_cell_of_a_table_is_a_formula(site: Path) -> None:
    tables = list(site.rglob("*.csv"))
    assert tables
    for path in tables:
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            for cell in line.split(","):
                assert not cell.strip('"').startswith(("=", "@", "+cmd")), path.name
