"""A site that was published, then a second build: every address of the first still leads to its clause."""

import json
import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.errors import UsageError
from hexapla.site import publish_site, verify_site

pytestmark = pytest.mark.xdist_group("publish")

OLD = (
    "第一条 渡口每日开放。\n第二条 渡工应当穿救生衣。\n第三条 夜间停渡。\n"
    "第四条 看守人值夜，不得离岗。\n第五条 渡资每人二元。\n"
)
MIDDLE = OLD.replace("二元", "三元").replace("每日开放", "每日六时开放")
UNITED = (
    "第一条 渡口每日六时开放。\n第二条 渡工应当穿救生衣。\n"
    "第三条 夜间停渡。看守人值夜，不得离岗。\n第四条 渡资每人四元。\n"
)
SETTINGS = "order: chronological\nversions:\n  - {file: 2012.txt, siglum: A}\n"


@pytest.fixture(scope="module", params=["material", "own"])
def sites(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """The site that was published, and the one that took its place."""
    top = tmp_path_factory.mktemp("published")
    (top / "mkdocs.yml").write_text(
        f"site_name: T\ntheme: {{name: {request.param}}}\nplugins: [hexapla: {{cache: ''}}]\n"
    )
    folder = top / "source_texts/ferry"
    folder.mkdir(parents=True)
    (folder / "2012.txt").write_text(OLD, encoding="utf-8")
    (folder / "2018.txt").write_text(MIDDLE, encoding="utf-8")
    (folder / "document.yml").write_text(SETTINGS + "  - {file: 2018.txt, siglum: B}\n")
    publish_site(config_file=top / "mkdocs.yml", site_dir=top / "first")
    shutil.move(folder, folder.with_name("crossing"))
    folder = folder.with_name("crossing")
    (folder / "2023.txt").write_text(UNITED, encoding="utf-8")
    (folder / "document.yml").write_text(
        SETTINGS + "  - {file: 2018.txt, siglum: Y2018}\n  - {file: 2023.txt, siglum: C}\n"
    )
    publish_site(config_file=top / "mkdocs.yml", site_dir=top / "second", published=top / "first")
    return top / "first", top / "second"


def list_anchors(site: Path) -> Iterator[tuple[str, str]]:
    """Yield every name of a clause on every page about a document."""
    for path in sorted(site.glob("texts/*/*.html")):
        html = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for node in html.css("[id]"):
            name = node.attributes["id"] or ""
            if re.match(r"[A-Z]\w*__", name):
                yield path.relative_to(site).as_posix(), name


def follow(site: Path, address: str) -> str:
    """Return the page to which an address leads, by its link to where it stands now."""
    for _ in range(3):
        html = (site / address).read_text(encoding="utf-8")
        found = re.search(r'<link rel="canonical" href="([^"]+)">\n<meta name="robots"', html)
        if not found:
            return address
        address = posixpath.normpath(posixpath.join(posixpath.dirname(address), found[1]))
    raise AssertionError(f"{address} leads in a circle")


def spell_clause(html: LexborHTMLParser, name: str) -> str:
    """Return the text of what bears a name; of an empty mark the text of what it stands in."""
    (node,) = html.css(f'[id="{name}"]')
    while not node.text(strip=True) and node.parent is not None:
        node = node.parent
    return node.text()


def test_every_address_of_the_first_leads_to_its_clause(sites: tuple[Path, Path]) -> None:
    first, second = sites
    anchors = list(list_anchors(first))
    pages: dict[str, LexborHTMLParser] = {}
    assert len(anchors) >= 50
    words = {
        f"{n}": key for n, key in enumerate(("渡口每日", "救生衣", "夜间停渡", "看守人", "渡资"), start=1)
    }
    for address, name in anchors:
        there = follow(second, address)
        if there not in pages:
            pages[there] = LexborHTMLParser((second / there).read_text(encoding="utf-8"))
        if pages[there].css_first("table.hx-in") or "/concordance" in there:
            assert len(pages[there].css(f'[id="{name}"]')) == 1, (address, name)
            continue
        assert words[name.partition("art_")[2][:1]] in spell_clause(pages[there], name), (address, name)


def test_every_page_of_the_first_leads_to_a_page(sites: tuple[Path, Path]) -> None:
    first, second = sites
    for path in first.glob("texts/**/*.html"):
        address = path.relative_to(first).as_posix()
        assert (second / follow(second, address)).is_file(), address
    assert follow(second, "texts/ferry/read-B.html") == "texts/crossing/read-Y2018.html"
    assert follow(second, "texts/ferry/compare-A-B.html") == "texts/crossing/compare-A-Y2018.html"
    assert verify_site(second, None) is None


def test_a_third_site_knows_the_addresses_of_the_first(sites: tuple[Path, Path]) -> None:
    first, second = sites
    third = first.with_name("third")
    publish_site(
        config_file=first.with_name("mkdocs.yml"), site_dir=third, published=second / "provenance.json"
    )
    assert follow(third, "texts/ferry/read-B.html") == "texts/crossing/read-Y2018.html"
    told = json.loads((third / "provenance.json").read_bytes())["former"]
    assert told["texts/ferry/index.html"] == "texts/crossing/index.html"


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: T\nplugins: [hexapla: {cache: ''}]\n")
    (tmp_path / "source_texts").mkdir()
    (tmp_path / "source_texts/a.txt").write_text(OLD, encoding="utf-8")
    with pytest.raises(UsageError, match="no manifest of a site"):
        publish_site(config_file=tmp_path / "mkdocs.yml", published=tmp_path / "nothing.json")
