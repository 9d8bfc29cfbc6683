"""Other plugins of MkDocs beside ours, before and after it: what they ask of pages and files, they get.

Hooks stand for plugins that are not installed here; each asks what one of them was seen to ask. In pairs the
plugins themselves are tried, as far as they are installed: those of the theme are; the rest come with
`pip install mkdocs-{static-i18n,rss-plugin,redirects,print-site-plugin,macros-plugin,awesome-nav}` and
`pip install mkdocs-{minify-plugin,git-revision-date-localized-plugin}`.
"""

import subprocess
from importlib.metadata import entry_points
from itertools import permutations
from pathlib import Path

import pytest

from commands import run
from hexapla.site import publish_site, verify_site

pytestmark = pytest.mark.xdist_group("publish")

LANGUAGES = """
from pathlib import PurePath
from mkdocs.commands.build import build
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

seen, inside = [], False

@event_priority(-100)
def on_files(files, config):  # keeps what it knows, as mkdocs-static-i18n does
    kept = [each for each in files if not each.is_documentation_page()
            or PurePath(each.abs_src_path).is_relative_to(config.docs_dir)]
    return Files(kept)

@event_priority(-100)
def on_post_build(config):  # builds once more for a second language
    global inside
    for name, plugin in config.plugins.items():
        if name in ("search", "material/search"):
            plugin.config.lang = ["en"]
            plugin.search_index.entries.clear()
            plugin.on_post_build(config=config)
    if not inside:
        inside = True
        from mkdocs import utils
        clean, utils.clean_directory = utils.clean_directory, lambda folder: None
        build(config)
        utils.clean_directory, inside = clean, False
"""
DATES = """
import subprocess
from pathlib import Path

def on_page_content(html, page, config, files):
    path = Path(page.file.abs_src_path)
    assert path.is_file()
    log = ["git", "-C", str(path.parent), "log", "-1", "--format=%cs", "--", str(path)]
    with (Path(config.config_file_path).parent / "dates").open("a") as out:
        out.write(page.file.src_uri + " " + subprocess.run(log, capture_output=True, text=True).stdout)
    return html
"""
LATE = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_post_build(config):
    Path(config.site_dir, "old.html").write_text("<!doctype html><title>moved</title><a href=.>here</a>")
"""
SMALLER = """
import re

def on_post_page(output, page, config):  # attributes without quotation marks, as mkdocs-minify has them
    return re.sub(r'<div class="([a-z-]+)"', r"<div class=\\1", output)
"""
HOOKS = {"languages": LANGUAGES, "dates": DATES, "late": LATE, "smaller": SMALLER}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "texts/house"
    folder.mkdir(parents=True)
    for year in ("2018", "2024"):
        (folder / f"{year}.txt").write_text(f"1. The door is locked at {year[2:]}.\n2. Bikes stand below.\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Handbook\n")
    for words in ("init -q", "add -A", "-c user.name=x -c user.email=x@example.org commit -qm one"):
        subprocess.run(["git", "-C", tmp_path, *words.split()], check=True, capture_output=True)  # noqa: S603, S607
    return tmp_path


def configure(project: Path, *hooks: str, plugins: str = "- hexapla: {sources: texts, cache: ''}") -> Path:
    for name in hooks:
        (project / f"{name}.py").write_text(HOOKS[name])
    config = project / "mkdocs.yml"
    theme = "theme: {name: material, font: false}"
    listed = ", ".join(f"{name}.py" for name in hooks)
    config.write_text(f"site_name: T\n{theme}\nplugins:\n  {plugins}\nhooks: [{listed}]\n")
    return config


@pytest.mark.parametrize(
    "hooks", [*((name,) for name in HOOKS), ("late", "languages"), tuple(HOOKS)], ids="+".join
)
def test_a_site_with_others_is_built_and_verified(hooks: tuple[str, ...], project: Path) -> None:
    published = publish_site(config_file=configure(project, *hooks))
    assert published.warnings == ()
    assert verify_site(project / "site", project / "texts") is None
    page = (project / "site/texts/house/compare-A-B.html").read_text(encoding="utf-8")
    assert "hx-page" in page
    assert page.count("hexapla.css") == 1


def test_dates_of_pages_are_those_of_their_texts(project: Path) -> None:
    publish_site(config_file=configure(project, "dates"))
    dated = dict(line.partition(" ")[::2] for line in (project / "dates").read_text().splitlines())
    assert dated["texts/house/compare-A-B.md"].count("-") == 2


def test_mkdocs_itself_writes_the_manifest_when_all_is_written(project: Path) -> None:
    configure(project, "languages", "late")
    done = run("build", "--strict", cwd=project, module="mkdocs")
    assert done.returncode == 0, done.stderr
    assert verify_site(project / "site", project / "texts") is None


@pytest.mark.parametrize(
    "plugins", ["- tags\n  - blog\n  - {0}", "- {0}\n  - tags\n  - blog\n  - privacy: {{enabled: false}}"]
)
def test_plugins_of_the_theme_stand_before_or_behind(plugins: str, project: Path) -> None:
    (project / "docs/blog/posts").mkdir(parents=True)
    (project / "docs/blog/index.md").write_text("# Blog\n")
    (project / "docs/blog/posts/one.md").write_text("---\ndate: 2024-01-01\n---\n# One\n\nHello.\n")
    ours = "hexapla: {sources: texts, cache: ''}"
    publish_site(config_file=configure(project, plugins=plugins.format(ours)))
    assert (project / "site/blog/index.html").exists()
    assert verify_site(project / "site", project / "texts") is None


OURS = "hexapla: {sources: texts, cache: ''}"
NEIGHBOURS = {
    "i18n": "i18n: {languages: [{locale: en, name: English, default: true, build: true}, "
    "{locale: zh, name: 中文, build: true}]}",
    "rss": "rss: {use_git: false}",
    "redirects": "redirects: {redirect_maps: {old.md: index.md}}",
    "print-site": "print-site",
    "macros": "macros: {on_undefined: keep}",
    "awesome-nav": "awesome-nav",
    "minify": "minify: {minify_html: true}",
    "git-revision-date-localized": "git-revision-date-localized: {fallback_to_build_date: true}",
    "material/privacy": "privacy: {assets: false}",
    "material/tags": "tags",
    "material/blog": "blog",
}
"""plugins by their names, each as it stands in a configuration"""
INSTALLED = {each.name for each in entry_points(group="mkdocs.plugins")}
LAST_IF_ANY = "print-site"
"""asks to be the last of all, and refuses to build otherwise"""

REFUSED = {("git-revision-date-localized", "i18n")}
"""asks to stand behind the other, and refuses to build otherwise"""


def in_order(one: str, other: str, order: str) -> str:
    """Write the list of plugins: `before` us, `around` us, `behind` us."""
    pair = sorted((one, other), key=lambda name: name == LAST_IF_ANY)
    at = {"before": 2, "around": 1, "behind": 0}[order]
    at = min(at, 1) if LAST_IF_ANY in pair else at
    listed = [NEIGHBOURS[name] for name in pair]
    return "\n  ".join(f"- {each}" for each in (*listed[:at], OURS, *listed[at:]))


def blog_post(project: Path) -> None:
    (project / "docs/blog/posts").mkdir(parents=True)
    (project / "docs/blog/index.md").write_text("# Blog\n")
    (project / "docs/blog/posts/one.md").write_text("---\ndate: 2024-01-01\n---\n# One\n\nHello.\n")


def held(project: Path, pair: tuple[str, str], order: str) -> None:
    blog_post(project)
    configure(project, plugins=in_order(*pair, order))
    publish_site(config_file=project / "mkdocs.yml")
    assert verify_site(project / "site", project / "texts") is None
    assert "hx-page" in (project / "site/texts/house/compare-A-B.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("order", ["before", "around", "behind"])
@pytest.mark.parametrize(
    "pair", [pair for pair in permutations(NEIGHBOURS, 2) if pair not in REFUSED], ids="+".join
)
def test_two_plugins_at_once_stand_anywhere_beside_ours(
    pair: tuple[str, str], order: str, project: Path
) -> None:
    if missing := [name for name in pair if name not in INSTALLED]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    held(project, pair, order)


@pytest.mark.slow
@pytest.mark.parametrize(
    "hooks", [(one, other) for one in HOOKS for other in HOOKS if one != other], ids="+".join
)
def test_what_two_plugins_were_seen_to_ask_they_get_in_either_order(
    hooks: tuple[str, str], project: Path
) -> None:
    publish_site(config_file=configure(project, *hooks))
    assert verify_site(project / "site", project / "texts") is None
