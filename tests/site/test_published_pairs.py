"""Documents of many versions: which comparisons have a page, and that nothing leads to one that has not."""

from itertools import combinations
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

import builders
from builders import articles
from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.errors import UsageError
from hexapla.pairs import select_published_pairs
from hexapla.pipeline import BuildOptions
from hexapla.site import publish_site, stage_site, verify_site

pytestmark = pytest.mark.xdist_group("publish")

PICKED_LEFT = ("0-V1.html", "2-V3.html#swap", "4-V5.html", "4-V5.html#swap")
PICKED_RIGHT = ("0-V1.html#swap", "2-V3.html", "3-V4.html", "4-V5.html")
ATOM = "{http://www.w3.org/2005/Atom}"
CONFIG = """
site_name: Many
theme: {{name: material, language: en, font: false}}
plugins: [{{hexapla: {{downloads: [csv, redline], comparisons: {choice}}}}}]
"""


def article(version: int, at: int) -> str:
    """Word an article: every version counts its days otherwise in one of them."""
    days = version + 3 if at == version % 4 else 3
    return f"Article {at + 1}. Every tool that is lent on shelf {at} is brought back within {days} days."


def project(home: Path, versions: int, choice: str, *, own: str | None = None, dated: bool = True) -> Path:
    """Lay out a collection with one document of so many versions; `own` is the document's own choice."""
    folder = home / "source_texts" / "rules"
    folder.mkdir(parents=True)
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(CONFIG.format(choice=choice))
    lines = ["versions:"]
    for at in range(versions):
        text = "\n\n".join(article(at, number) for number in range(4))
        (folder / f"{1980 + at}.md").write_text(text + "\n")
        lines.append(f"  - {{file: {1980 + at}.md, siglum: V{at}}}")
        if dated:
            lines[-1] = lines[-1].replace("}", f", issued: '{1980 + at}'}}")
    (folder / "document.yml").write_text(
        "\n".join([*lines, *([f"comparisons: {own}"] if own else [])]) + "\n"
    )
    return home / "mkdocs.yml"


def made(home: Path, versions: int, choice: str, *, own: str | None = None, dated: bool = True) -> Path:
    """Publish it."""
    config = project(home, versions, choice, own=own, dated=dated)
    publish_site(
        config_file=config,
        sources=home / "source_texts",
        site_dir=home / "site",
        options=BuildOptions(cache=None),
    )
    return home / "site"


def pairs(site: Path) -> set[tuple[int, int]]:
    """Return which comparisons have a page."""
    names = (path.stem.split("-")[1:] for path in (site / "texts" / "rules").glob("compare-*.html"))
    return {(int(base[1:]), int(target[1:])) for base, target in names}


def dead(site: Path) -> list[tuple[str, str]]:
    """Return every link of a page or the feed that leads to no file or no anchor of the site."""
    trees = {
        path: LexborHTMLParser(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))
    }
    anchors = {
        path: {str(node.attributes["id"]) for node in tree.css("[id]")} for path, tree in trees.items()
    }
    found = []
    for path, tree in trees.items():
        for node in tree.css("[href], [src]") if path.name != "404.html" else ():
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(link)
            there = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            there = there / "index.html" if there.is_dir() else there
            state = "=" in parts.fragment or parts.fragment == "swap"
            name = "" if state else unquote(parts.fragment)  # the state of a page is no place
            if parts.scheme or parts.netloc:
                continue
            if not there.exists() or (name and there in anchors and name not in anchors[there]):
                found.append((path.relative_to(site).as_posix(), link))
    feed = ET.parse(site / "changes.atom")  # noqa: S314 - written by us a moment ago
    for entry in feed.iter(f"{ATOM}link"):
        href = entry.attrib["href"]
        if not (site / unquote(href)).exists():
            found.append(("changes.atom", href))
    return found


def grown(versions: int, *words: str) -> set[tuple[int, int]]:
    """Say which pairs belong to words, in both directions; neighbours always do."""
    last = versions - 1
    every = {(a, b) for a in range(versions) for b in range(versions) if a != b}
    ends = {"first": {0}, "last": {last}, "all": set(range(versions))}
    wanted = {end for word in words for end in ends[word]}
    return {(a, b) for a, b in every if abs(a - b) == 1 or wanted & {a, b}}


CHOICES = {
    "all": ("all",),
    "neighbours": (),
    "first": ("first",),
    "last": ("last",),
    "[first, last]": ("first", "last"),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_a_site_of_seven_versions_has_the_pages_chosen_and_no_dead_link(tmp_path: Path, choice: str) -> None:
    site = made(tmp_path, 7, choice)
    assert pairs(site) == grown(7, *CHOICES[choice])
    assert dead(site) == []
    assert verify_site(site) is None


@pytest.mark.slow
@pytest.mark.parametrize("choice", [*CHOICES, "auto", "[base, closest]"])
def test_a_site_of_forty_versions_has_no_dead_link(tmp_path: Path, choice: str) -> None:
    site = made(tmp_path, 40, choice)
    if choice in CHOICES:
        assert pairs(site) == grown(40, *CHOICES[choice])
    assert dead(site) == []
    assert verify_site(site) is None


@pytest.mark.parametrize("count", [12, 13])
def test_twelve_versions_have_all_pairs_and_thirteen_have_not(count: int) -> None:
    texts = ["\n".join(article(at, number) for number in range(4)) for at in range(count)]
    made = builders.document([builders.version(f"V{at}", articles([text])) for at, text in enumerate(texts)])
    comparisons = compare_all(align(made))
    found = select_published_pairs(made, comparisons, likeness=lambda _: 0.5)
    chosen = {(int(a[1:]), int(b[1:])) for a, b in found}
    if count == 12:
        assert chosen == set(combinations(range(12), 2))
    else:
        assert {pair for pair in grown(13, "first", "last") if pair[0] < pair[1]} <= chosen
        assert len(chosen) < 13 * 12 / 2


def test_of_parallel_texts_each_has_a_page_with_the_one_most_like_it(tmp_path: Path) -> None:
    config = project(tmp_path, 13, "auto", dated=False)
    folder = tmp_path / "source_texts" / "rules"
    (folder / "1991.md").write_text((folder / "1984.md").read_text())
    publish_site(config_file=config, sources=tmp_path / "source_texts", site_dir=tmp_path / "site")
    site = tmp_path / "site"
    assert {(4, 11), (11, 4)} <= pairs(site)
    assert len(pairs(site)) < len(grown(13, "all"))
    assert dead(site) == []


def test_the_documents_own_word_holds_against_the_sites(tmp_path: Path) -> None:
    site = made(tmp_path, 6, "all", own="[V1-V4, V5-V2]")
    assert pairs(site) == grown(6) | {(1, 4), (4, 1), (2, 5), (5, 2)}
    assert dead(site) == []


def test_pickers_lead_on_from_every_page_and_say_what_has_no_page(tmp_path: Path) -> None:
    site = made(tmp_path, 6, "neighbours")
    page = LexborHTMLParser((site / "texts/rules/compare-V1-V2.html").read_text(encoding="utf-8"))
    left, right = (
        {str(node.attributes["href"]): node.text(strip=True) for node in side.css("a")}
        for side in page.css(".hx-heads .hx-choose .hx-vers")
    )
    # one page a pair: where the later version is to stand on the left, its sides are exchanged
    assert list(left) == [f"compare-V{pair}" for pair in PICKED_LEFT]
    assert [href for href in left if "with" not in left[href]] == ["compare-V2-V3.html#swap"]
    assert list(right) == [f"compare-V{pair}" for pair in PICKED_RIGHT]
    note = page.css_first(".hx-heads .hx-choose .hx-sub")
    assert note is not None
    assert "5 of 15 pairs" in note.text()
    command = note.css_first("code")
    assert command is not None
    assert command.text() == "hexapla compare rules/1981.md rules/1983.md -o V1-V3.html"


def test_where_all_have_a_page_nothing_is_said(tmp_path: Path) -> None:
    site = made(tmp_path, 4, "auto")
    for name in ("compare-V0-V1", "index"):
        page = LexborHTMLParser((site / f"texts/rules/{name}.html").read_text(encoding="utf-8"))
        assert "pairs of versions" not in page.text()
        assert page.css(".hx-matrix td.hx-mx") == page.css(".hx-matrix td.hx-mx:has(a)")


def test_the_matrix_tells_likeness_of_pairs_without_a_page(tmp_path: Path) -> None:
    site = made(tmp_path, 5, "neighbours")
    page = LexborHTMLParser((site / "texts/rules/index.html").read_text(encoding="utf-8"))
    assert len(page.css(".hx-matrix td.hx-mx")) == 20
    assert len(page.css(".hx-matrix td.hx-mx a")) == 8


def test_the_project_for_other_builders_has_the_same_pages(tmp_path: Path) -> None:
    config = project(tmp_path, 6, "[first]")
    stage_site(tmp_path / "staged", config_file=config, sources=tmp_path / "source_texts")
    names = {path.stem for path in (tmp_path / "staged" / "docs" / "texts" / "rules").glob("compare-*")}
    assert names == {f"compare-V{a}-V{b}" for a, b in grown(6, "first")}


@pytest.mark.parametrize(
    ("choice", "said"),
    [("most", "“most” names no comparisons"), ("[A-B]", "“A-B” names no comparisons"), ("[]", "is empty")],
)
def test_a_site_says_what_it_does_not_understand(tmp_path: Path, choice: str, said: str) -> None:
    config = project(tmp_path, 2, choice)
    with pytest.raises(UsageError, match=said):
        publish_site(config_file=config, sources=tmp_path / "source_texts", site_dir=tmp_path / "site")
    assert not (tmp_path / "site").exists()
