"""One content built by every host that is installed, for tests that compare them and look at them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.site import publish_site, stage_site
from redirects import leads_on

__all__ = ["HOSTS", "SPECIMENS", "build_once", "main_text"]

ROOT = Path(__file__).parents[1]
HOSTS = ("mkdocs", "own", "properdocs", "zensical")
SPECIMENS = ("garden-bylaws", "tool-room")
BUILT: dict[str, Path] = {}
"""host → its site"""
OUTSIDE = ".hf-langs, .hf-pin, .headerlink, .hf-turn, .md-source-file, script, style"
"""what a frame puts into or around the text of a page"""


def find_program(name: str) -> str:
    """Return another builder's program; the test is skipped where it is not installed."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: pip install {name}")
    return found


def write_project(home: Path) -> Path:
    """Write two specimens, the project's manual, and a configuration of both; return the configuration."""
    for name in SPECIMENS:
        shutil.copytree(ROOT / "source_texts" / name, home / "texts" / name)
    shutil.copytree(ROOT / "docs", home / "docs")
    path = home / "mkdocs.yml"
    hook = ROOT / ".ci/api_reference.py"
    path.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\nhooks: ['{hook}']\n"
        "plugins: [{hexapla: {sources: texts, reuse: true, cache: ''}}]\n",
        encoding="utf-8",
    )
    return path


def build_once(host: str, folders: pytest.TempPathFactory) -> Path:
    """Return the site that a host makes of the project, made when it is first asked for."""
    if host not in BUILT:
        BUILT[host] = build_with(host, folders.mktemp(host))
    return BUILT[host]


def build_with(host: str, home: Path) -> Path:
    """Build the project by a host; return the site."""
    config = write_project(home)
    if host in ("mkdocs", "own"):
        published = publish_site(
            config_file=config, site_dir=home / "site", theme="own" if host == "own" else None
        )
        assert published.host == ("hexapla" if host == "own" else host)
        assert published.warnings == (), published.warnings
        return published.site_dir
    command = [find_program(host), "build"]
    if host == "properdocs":
        command += ["-q", "-f", str(config.rename(home / "properdocs.yml"))]
        place = home
    else:
        place = home / "staged"
        stage_site(place, config_file=config, builder=host)
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)  # noqa: S603 - another's
    assert done.returncode == 0, done.stdout + done.stderr
    if host == "properdocs":
        assert done.stderr == ""  # it is quiet, and warns of nothing
    return place / "site"


def main_text(path: Path) -> str:
    """Return the text of a page without its frame; white space is layout's."""
    page = LexborHTMLParser(path.read_text(encoding="utf-8"))
    found = (
        page.css_first(".hf-prose") or page.css_first("article.md-content__inner") or page.css_first("main")
    )
    found = page.body if leads_on(page) else found
    assert found is not None, path
    for each in found.css(OUTSIDE):
        each.decompose()
    return " ".join(found.text(separator=" ").split())
