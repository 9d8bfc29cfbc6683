"""The theme is put around a folder's pages once and filled in: they are what the theme would write."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from jinja2.runtime import Context
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from hexapla.model import TocEntry
from hexapla.site import framed_pages, publish_site
from hexapla.site.framed_pages import TEMPLATE, USUAL, add_frames, can_frame_pages
from hexapla.site.mkdocs_config import load_configuration
from hexapla.site.page_values import build_toc
from hexapla.site.verify import open_site
from small_collections import written

CONFIG = """
site_name: Test & Söhne
site_url: https://example.org/laws/
theme: {{name: material, font: false{theme}}}
plugins: [search, hexapla]
"""
PLAIN = (
    "{{ page.meta.title }}|{{ page.meta.description }}|{{ page.toc|map(attribute='url')|join }}|"
    "{{ page.content }}"
)

pytestmark = pytest.mark.xdist_group("publish")


def configured(folder: Path, theme: str = "") -> Path:
    """Write a configuration, and a collection of documents whose titles have signs of markup."""
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About\n")
    written(folder / "source_texts")
    (folder / "source_texts" / "doc-1" / "document.yml").write_text("title: A <b> & “C”\n", encoding="utf-8")
    place = folder / "mkdocs.yml"
    place.write_text(CONFIG.format(theme=theme), encoding="utf-8")
    return place


def test_a_site_is_the_same_with_and_without_frames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = configured(tmp_path)
    rendered: list[str] = []
    usually = framed_pages.render_usually

    def counted(context: Context, page: Page) -> str:
        rendered.append(page.url)
        return usually(context, page)

    monkeypatch.setattr(framed_pages, "render_usually", counted)
    publish_site(config_file=place, site_dir=tmp_path / "framed")
    framed = dict(open_site(tmp_path / "framed"))
    pages = [name for name in framed if name.startswith("texts/") and b"md-container" in framed[name]]
    assert 0 < len([each for each in rendered if "/" in each]) < len(pages)
    monkeypatch.setattr("hexapla.site.mkdocs_pages.can_frame_pages", lambda _: False)
    publish_site(config_file=place, site_dir=tmp_path / "usual")
    assert dict(open_site(tmp_path / "usual")) == framed


def page(number: int, content: str = "<h1>One</h1>", **more: Any) -> SimpleNamespace:  # noqa: ANN401 - attributes
    """Return what a theme sees of a page."""
    values = {
        "url": f"texts/law/page-{number}.html",
        "meta": {"title": f"Page {number}", "description": f"About {number}", "template": TEMPLATE},
        "toc": build_toc((TocEntry(1, f"at-{number}", ""),)),
        "content": content,
        "parent": None,
        "previous_page": None,
        "next_page": None,
        "edit_url": None,
        "canonical_url": None,
    }
    return SimpleNamespace(**{**values, **more})


def render_all(main: str, pages: list[SimpleNamespace]) -> tuple[list[str], list[str], list[str]]:
    """Return pages in frames, as the theme renders them, and which the theme was put around."""
    asked: list[str] = []
    env = Environment(
        loader=DictLoader({USUAL: main + "{{ seen(page) }}", TEMPLATE: "{{ hexapla_framed() }}"}),
        autoescape=False,  # noqa: S701 - as MkDocs has it
    )

    def seen(page: SimpleNamespace) -> str:
        asked.append(page.url)
        return ""

    env.globals["seen"] = seen
    add_frames(env)
    framed = [env.get_template(TEMPLATE).render(page=each) for each in pages]
    usual = [env.get_template(USUAL).render(page=each) for each in pages]
    return framed, usual, asked[: -len(pages)]


def test_after_two_pages_of_a_folder_the_theme_is_not_asked_again() -> None:
    framed, usual, asked = render_all(PLAIN, [page(number, f"<h1>{number}</h1>") for number in range(9)])
    assert framed == usual
    assert len(asked) == 3


@pytest.mark.parametrize(
    "main",
    [
        "{{ page.meta.title|upper }}{{ page.content }}",
        "{{ page.meta.description|e }}{{ page.content }}",
        "{{ page.content|striptags }}",
        "{{ page.url }}{{ page.content }}",
        "{% if '7' in page.meta.title %}seven{% endif %}{{ page.url|length }}{{ page.meta.title|urlencode }}",
    ],
)
def test_a_theme_that_changes_what_it_prints_is_asked_for_each_page(main: str) -> None:
    pages = [page(number) for number in range(9)]
    pages[5].meta["description"] = "A & B"
    framed, usual, asked = render_all(main, pages)
    assert framed == usual
    assert len(asked) >= len(pages)


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each.meta.update(hide=["toc"]),
        lambda each: setattr(each, "content", "<p>no title</p>"),
        lambda each: setattr(each, "toc", build_toc(())),
        lambda each: each.meta.update(description=""),
        lambda each: setattr(each, "canonical_url", "https://example.org/"),
        lambda each: setattr(each, "url", f"texts/other/{each.url[-6:]}"),
    ],
)
def test_what_a_theme_may_ask_of_a_page_makes_another_frame(
    change: Callable[[SimpleNamespace], None],
) -> None:
    main = (
        "{{ page.meta.hide }}{% if '<h1' not in page.content %}<h1>{{ page.meta.title }}</h1>{% endif %}"
        "{{ page.url.rpartition('/')[0] }}{% if page.canonical_url %}{{ page.canonical_url }}{% endif %}"
        + PLAIN
    )
    pages = [page(number) for number in range(8)]
    change(pages[6])
    framed, usual, _ = render_all(main, pages)
    assert framed == usual


def test_a_page_may_hold_the_signs_of_a_frame() -> None:
    sign = framed_pages.SIGN.format("title", "")
    framed, usual, _ = render_all(PLAIN, [page(number, f"<h1>{sign}{number}") for number in range(6)])
    assert framed == usual


def test_frames_are_for_the_theme_as_it_is(tmp_path: Path) -> None:
    place = configured(tmp_path)
    config = load_configuration(place)
    assert can_frame_pages(config)

    class Foreign(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves this hook untyped
        def on_page_context(self, context: TemplateContext, /, **_: object) -> TemplateContext:
            return context

    config.plugins["foreign"] = Foreign()
    assert not can_frame_pages(config)


@pytest.mark.parametrize("theme", [", custom_dir: own"])
def test_templates_of_the_owner_are_asked_for_each_page(tmp_path: Path, theme: str) -> None:
    (tmp_path / "own").mkdir()
    config: MkDocsConfig = load_configuration(configured(tmp_path, theme))
    assert not can_frame_pages(config)
