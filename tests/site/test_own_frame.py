"""The page frame of our own: a whole site without MkDocs, with pages by hand as MkDocs would show them."""

import json
import subprocess
import sys
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # its stubs are not installed
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hexapla.errors import UsageError
from hexapla.site import PublishedSite, build_bundle, publish_site, verify_site
from hexapla.site.csp import POLICY, find_inline_elements
from hexapla.site.own_frame.hand_written import Addresses, HandWrittenPage, list_languages, read_pages
from hexapla.site.own_frame.markdown_rules import make_parser
from small_collections import written

pytestmark = pytest.mark.xdist_group("publish")

CONFIG = """\
site_name: Texts & <b>rules</b>
site_url: https://texts.example/here/
use_directory_urls: false
theme: {name: own, language: en}
copyright: <a href="https://owner.example/">The owner</a>
hooks: [hook.py]
nav:
  - Texts: index.md
  - Guide: [guide/start.md, guide/start.zh.md, guide/more.md]
plugins: [hexapla]
"""
HOOK = "def on_page_markdown(markdown, *, page, **_):\n    return markdown.replace('@@', page.file.src_uri)\n"
START = """\
# First <steps> & more

Made of @@. See [more](more.md#part), [the picture](../pictures/one.svg),
[a change](../texts/doc-0/compare-A-B.md).

## Second part

[nowhere](gone.md), [no place](more.md#gone)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("own")
    written(root / "source_texts", 2)
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "hook.py").write_text(HOOK)
    (root / "docs/guide").mkdir(parents=True)
    (root / "docs/pictures").mkdir()
    (root / "docs/pictures/one.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (root / "docs/guide/start.md").write_text(START)
    (root / "docs/guide/start.zh.md").write_text("# 第一步\n\n**“花园”**与树。\n", encoding="utf-8")
    (root / "docs/guide/more.md").write_text("---\ntitle: <script>More\n---\n# More\n\n## Part {#part}\n")
    return root


@pytest.fixture(scope="module")
def published(project: Path) -> PublishedSite:
    return publish_site(config_file=project / "mkdocs.yml", site_dir=project / "site")


def tree(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def test_every_text_is_there_and_every_file_is_known(published: PublishedSite, project: Path) -> None:
    assert published.site.failures == ()
    assert verify_site(published.site_dir, project / "source_texts") is None


def test_it_has_what_a_site_of_mkdocs_has(published: PublishedSite) -> None:
    names = (
        "404.html",
        "changes.atom",
        "search/pages.js",
        "search.html",
        "provenance.json",
        POLICY,
        "sitemap.xml",
    )
    assert [name for name in names if not (published.site_dir / name).exists()] == []
    assert (
        "<loc>https://texts.example/here/guide/start.html</loc>"
        in (published.site_dir / "sitemap.xml").read_text()
    )


def test_no_mkdocs_runs(project: Path, tmp_path: Path) -> None:
    place, target = project / "mkdocs.yml", tmp_path / "site"
    code = (
        "import sys; from pathlib import Path; from hexapla.site import publish_site;"
        f"publish_site(config_file=Path({str(place)!r}), site_dir=Path({str(target)!r}));"
        "print({name.partition('.')[0] for name in sys.modules} & {'mkdocs', 'material', 'markdown'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert done.stdout.strip() == "set()"


def test_nothing_is_inline_but_the_style_of_the_page_for_wrong_addresses(published: PublishedSite) -> None:
    found = find_inline_elements(published.site_dir)
    assert [(each.kind, where) for each, where in found.items()] == [("style", ["404.html"])]
    for path in published.site_dir.rglob("*.html"):
        if path.name != "404.html":
            assert not tree(path).css(
                "[style], [onclick], script[src*='//'], link[rel=stylesheet][href*='//']"
            ), path


def test_names_and_titles_are_no_markup(published: PublishedSite) -> None:
    page = tree(published.site_dir / "guide/more.html")
    assert first(page, "title").text() == "<script>More · Texts & <b>rules</b>"
    assert first(page, ".hf-name").text() == "Texts & <b>rules</b>"


def test_links_of_pages_by_hand_lead_to_where_things_are(published: PublishedSite) -> None:
    page = tree(published.site_dir / "guide/start.html")
    hrefs = [link.attributes["href"] for link in page.css(".hf-prose p:not(.hf-langs) a")]
    assert hrefs[:3] == ["more.html#part", "../pictures/one.svg", "../texts/doc-0/compare-A-B.html"]
    assert "Made of guide/start.md" in first(page, ".hf-prose").text()  # the hook ran


def test_links_that_lead_nowhere_are_told(published: PublishedSite) -> None:
    assert [each for each in published.warnings if "gone" in each] == [
        "guide/start.md: the link gone.md leads to no page or file",
        "guide/start.md: the link more.md#gone leads to a place that its page has not",
    ]


def test_a_page_in_two_languages_stands_once_in_the_navigation_and_leads_to_the_other(
    published: PublishedSite,
) -> None:
    def beside(name: str) -> list[str]:
        return [
            str(link.attributes["href"]) for link in tree(published.site_dir / name).css("#hf-nav details a")
        ]

    assert beside("guide/start.html") == ["start.html", "more.html"]
    assert beside("guide/start.zh.html") == ["start.zh.html", "more.html"]
    chinese = tree(published.site_dir / "guide/start.zh.html")
    assert first(chinese, "article").attributes["lang"] == "zh"
    assert [link.text() for link in chinese.css(".hf-langs a")] == ["English", "中文"]
    assert first(chinese, "strong").text() == "“花园”"


def test_a_page_that_says_no_language_is_not_in_that_of_another_of_its_name() -> None:
    def written(source: str, language: str | None) -> HandWrittenPage:
        uri = source.replace(".md", ".html")
        return HandWrittenPage(
            source=source, uri=uri, title="", html="", toc=(), language=language, anchors=frozenset()
        )

    pages = [written("start.md", None), written("start.zh.md", "zh"), written("more.md", None)]
    assert list_languages(pages[0], pages, "en") == [("en", "start.html"), ("zh", "start.zh.html")]
    assert list_languages(pages[0], pages, "zh") == [("zh", "start.zh.html")]


def test_the_search_finds_pages_by_hand(published: PublishedSite) -> None:
    told = (published.site_dir / "search/pages.js").read_text(encoding="utf-8")
    assert "guide/start.html#second-part" in told
    assert "花园" in told


def test_a_bundle_opens_from_a_disk(project: Path, tmp_path: Path) -> None:
    build_bundle(tmp_path / "site.zip", config_file=project / "mkdocs.yml")
    assert verify_site(tmp_path / "site.zip", project / "source_texts") is None


def test_the_site_is_the_same_each_time(published: PublishedSite, project: Path, tmp_path: Path) -> None:
    again = publish_site(config_file=project / "mkdocs.yml", site_dir=tmp_path / "again")
    one, other = (
        json.loads((each.site_dir / "provenance.json").read_text())["files"] for each in (published, again)
    )
    assert one == other


def test_without_a_configuration_the_texts_here_are_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "source_texts", 1)
    monkeypatch.chdir(tmp_path)
    assert publish_site(theme="own").site_dir == (tmp_path / "site").resolve()


def test_another_theme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--theme owl is not known; write --theme own"):
        publish_site(theme="owl", site_dir=tmp_path / "site")


# ---------------------------------------------------------------- Markdown

HEADINGS = """\
# One & two
## One `two` three!
## One & two
## 条文
## 条文 two
## 第二
## Named {#mine}
## Mine
## mine
"""


def test_headings_bear_the_names_that_python_markdown_gives_them() -> None:
    ours = LexborHTMLParser(make_parser().render(HEADINGS))
    theirs = LexborHTMLParser(markdown.markdown(HEADINGS, extensions=["toc", "attr_list"]))
    named = [[node.attributes["id"] for node in each.css("h1, h2")] for each in (ours, theirs)]
    assert named[0] == named[1]


@pytest.mark.parametrize(
    ("text", "selector", "said"),
    [
        ('!!! warning "Mind"\n    One.\n\n    - two\n\nthree', "div.hf-note-warning > p.hf-note-t", "Mind"),
        ("!!! note\n    One.\n\nthree", "div.hf-note > .hf-note-t", "Note"),
        ('!!! note ""\n    One.', "div.hf-note > p:first-child", "One."),
        ('??? tip "Fold"\n    One.', "details.hf-note-tip > summary", "Fold"),
        (
            '=== "A"\n    One.\n\n=== "B"\n    ```\n    two\n    ```\n\nthree',
            ".hf-alt-p > :nth-child(2) code",
            "two\n",
        ),
        ("[x](y){: .big }", "a.big", "x"),
        ("Words.\n{: .lead }", "p.lead", "Words."),
        ("**“引用”**与《书》**（加重）**的", "strong", "“引用”"),
        ("a*b*c and 2 * 3 * 4", "em", "b"),
        ("| a | b |\n|---|--:|\n| 1 | 2 |", "td.hf-right", "2"),
        ("Set `{#name}` here {as is}.", "p", "Set {#name} here {as is}."),
    ],
)
def test_what_pages_use_beyond_commonmark(text: str, selector: str, said: str) -> None:
    found = LexborHTMLParser(make_parser().render(text)).css_first(selector)
    assert found is not None
    assert found.text() == said


def test_what_follows_a_note_stands_outside_of_it() -> None:
    page = LexborHTMLParser(make_parser().render('!!! note "A"\n    One.\n\n    two\n\nthree'))
    assert first(page, ".hf-note").text().split() == ["A", "One.", "two"]


def test_marks_without_end_take_no_more_than_linear_time() -> None:
    parser = make_parser()
    for text in ("**字" * 4000, "{: #a " * 4000, '=== "A"\n' * 2000, "!!! note\n" * 2000):
        assert parser.render(text)


def page_of(folder: Path, text: str) -> HandWrittenPage:
    (folder / "a.md").write_text(text, encoding="utf-8")
    return read_pages(folder, ["a.md"], Addresses({"a.md": "a.html"}), print)[0]


def test_a_head_that_is_no_yaml_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.md: what stands between the lines `---` is no YAML"):
        page_of(tmp_path, "---\na: [\n---\n# A\n")


def test_a_page_without_a_heading_is_called_by_its_name(tmp_path: Path) -> None:
    assert page_of(tmp_path, "Words.").title == "A"
