"""A site on disk: the same bytes however it is built, complete or not at all, and no text becomes markup."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from commands import run
from hexapla.errors import UsageError
from hexapla.site import publish_site
from hexapla.site.verify import open_site
from redirects import leads_on

ROOT = Path(__file__).parents[2]
CONFIG = """
site_name: Test
theme: {name: material, font: false}
plugins: [hexapla]
"""
OLD = "第一条 为了规范花园的管理，制定本办法。\n第二条 居民应当在三十日内提出申请。\n"
NEW = OLD.replace("应当", "可以")

pytestmark = pytest.mark.xdist_group("publish")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project: a configuration, a docs folder, one document with two versions."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n")
    write(tmp_path, "rules/2018.txt", OLD)
    write(tmp_path, "rules/2023.txt", NEW)
    return tmp_path


def write(project: Path, name: str, text: str | bytes) -> None:
    path = project / "source_texts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_both_commands_and_every_hash_seed_give_the_same_bytes(project: Path) -> None:
    first = run("build", cwd=project)
    assert first.returncode == 0, first.stderr
    ours = dict(open_site(project / "site"))
    shutil.rmtree(project / ".cache")
    command = [sys.executable, "-m", "mkdocs", "build"]
    env = {**os.environ, "PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"}
    subprocess.run(command, cwd=project, env=env, check=True, capture_output=True)  # noqa: S603 - theirs
    assert dict(open_site(project / "site")) == ours


def test_a_build_that_fails_leaves_the_old_site_as_it_was(project: Path) -> None:
    assert run("build", cwd=project).returncode == 0
    before = dict(open_site(project / "site"))
    (project / "docs" / "texts" / "rules").mkdir(parents=True)
    (project / "docs" / "texts" / "rules" / "synopsis.md").write_text("# In the way\n")
    result = run("build", cwd=project)
    assert result.returncode == 2
    assert "synopsis.md" in result.stderr
    assert "Traceback" not in result.stderr
    assert dict(open_site(project / "site")) == before
    assert sorted(path.name for path in project.iterdir()) == [
        *(".cache", "docs", "mkdocs.yml", "site", "source_texts")
    ]


def test_one_failed_document_does_not_stop_the_others(project: Path) -> None:
    write(project, "broken/2018.txt", b"\x81\x00\xff\xfe\x00\x81\x8d")
    write(project, "unknown/2018.txt", OLD)
    write(project, "unknown/document.yml", "titel: Rules\n")
    result = run("build", cwd=project)
    assert result.returncode == 1
    assert "broken/2018.txt" in result.stderr
    assert "unknown/document.yml:1" in result.stderr
    assert (project / "site" / "texts" / "rules" / "compare-A-B.html").exists()
    home = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "broken" in home
    assert "document.yml" in home


def test_a_home_page_of_ones_own_stays(project: Path) -> None:
    (project / "docs" / "index.md").write_text("# My own\n")
    publish_site(config_file=project / "mkdocs.yml", site_dir=project / "site")
    assert "My own" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_a_configuration_without_the_plugin_is_refused(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Test\ntheme: material\n")
    with pytest.raises(UsageError, match="plugin hexapla is missing"):
        publish_site(config_file=project / "mkdocs.yml")


HOSTILE = (
    "第一条 <script>window.pwned=1</script><img src=x onerror=pwned=1>本办法。\n"
    "第二条 {{ config.site_name }}{% raw %}[点](javascript:pwned=1)</div></main>&amp;&lt;应当申请。\n"
    "第三条 <style>*{display:none}</style>\u202e倒写\u202c ]]> --> <!-- 说明。\n"
)


def test_no_text_becomes_markup(project: Path) -> None:
    write(project, "{{ evil }}<b>/2018.txt", HOSTILE)
    write(project, "{{ evil }}<b>/2023 <i>.txt", HOSTILE.replace("应当", "可以"))
    publish_site(config_file=project / "mkdocs.yml", site_dir=project / "site")
    pages = [path for path in (project / "site" / "texts").rglob("*.html") if "evil" in str(path)]
    assert len(pages) >= 5
    for path in pages:
        html = path.read_text(encoding="utf-8")
        page = LexborHTMLParser(html)
        article = page.body if leads_on(page) else page.css_first(".hx")
        assert article is not None
        for forbidden in (
            "script:not([src])",
            "img",
            "b[hidden]",
            "i:not(:empty)",
            "[onerror]",
            '[href^="javascript"]',
        ):
            assert article.css(forbidden) == [], (path.name, forbidden)
        assert leads_on(page) or len(page.css("main")) == 1
    reading = LexborHTMLParser(next(path for path in pages if path.name == "read-A.html").read_text("utf-8"))
    said = reading.css_first(".hx").text()  # type: ignore[union-attr]  # asserted above
    assert "<script>window.pwned=1</script>" in said
    assert "{{ config.site_name }}{% raw %}[点](javascript:pwned=1)</div></main>&amp;&lt;应当申请。" in said


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def serving(project: Path, port: int) -> Iterator[str]:
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own
        yield f"http://127.0.0.1:{port}/texts/rules/read-A.html"
        server.terminate()


def until(url: str, words: str) -> bool:
    """Ask for a page until it holds the words, for a minute at most."""
    for _ in range(120):
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: S310 - an address of this machine
                if words in answer.read().decode():
                    return True
        except OSError:
            pass  # the server is still starting
        time.sleep(0.5)
    return False


@pytest.mark.slow
def test_serve_rebuilds_when_a_source_text_changes(project: Path, serving: str) -> None:
    assert until(serving, "三十日")
    write(project, "rules/2018.txt", OLD.replace("三十日", "九十日"))
    assert until(serving, "九十日")
