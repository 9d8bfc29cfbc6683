"""What is staged for other builders is no markup, template or setting there either, and loses no text."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from commands import run
from hexapla.site import stage_site, verify_site
from hostile.attacks import hostile_collection

CONFIG = "site_name: Test\ntheme: {name: material, font: false}\nplugins: [hexapla]\n"
CONTROLS = "".join(map(chr, [*range(1, 32), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]))
BUILDERS = ("mkdocs", "properdocs", "zensical")

pytestmark = [
    pytest.mark.xdist_group("hostile"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows does not take such names"),
]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("hostile")
    (project / "mkdocs.yml").write_text(CONFIG)
    (project / "docs").mkdir()
    texts = hostile_collection(project / "source_texts")
    folder = texts / "controls"
    folder.mkdir()
    long = "花园" * 2000  # a file with too many of them is no text
    for year in ("2018", "2023"):
        text = f"管理{CONTROLS}办法\n第一条 花园{CONTROLS}管理{year}。\n第二条 \x02wzxhzdk:0\x03{long}。\n"
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    site = stage_site(project / "staged", config_file=project / "mkdocs.yml")
    assert site.failures == ()
    return project / "staged"


def built(staged: Path, target: Path, builder: str, theme: str) -> Path:
    """Build what was staged as another builder would, with a theme; return the site."""
    found = shutil.which(builder, path=str(Path(sys.executable).parent)) or shutil.which(builder)
    if found is None:
        pytest.skip(f"{builder} is not installed")
    shutil.copytree(staged, target)
    settings = json.loads((target / "mkdocs.yml").read_text(encoding="utf-8"))
    if theme != settings["theme"]["name"]:
        settings["theme"] = theme
        (target / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    if builder == "mkdocs":
        done = run("build", "-f", "mkdocs.yml", cwd=target, module="mkdocs")
    else:
        command = [found, "build", "-f", "mkdocs.yml"]
        done = subprocess.run(command, cwd=target, capture_output=True, text=True, check=False)  # noqa: S603 - of others
    assert done.returncode == 0, done.stdout + done.stderr
    return target / "site"


@pytest.mark.parametrize(
    ("builder", "theme"),
    [
        *((each, "material") for each in BUILDERS),
        ("mkdocs", "mkdocs"),
        ("mkdocs", "readthedocs"),
    ],
)
def test_other_builders_make_the_same_texts_and_no_markup_of_them(
    builder: str, theme: str, staged: Path, tmp_path: Path
) -> None:
    site = built(staged, tmp_path / "project", builder, theme)
    assert verify_site(site, staged.parent / "source_texts") is None
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for node in page.css("*"):
            assert not [key for key in node.attributes if key.startswith("on") or "pwned" in key], path
            address = (node.attributes.get("href") or node.attributes.get("src") or "").strip().lower()
            assert not address.startswith(("javascript:", "data:text", "vbscript:")), path
            if node.tag in {"style", "iframe", "img"}:
                assert "pwned" not in (node.html or ""), path
            if node.tag == "script":  # a theme may name the page in a script, as a string
                assert not (node.text() or "").strip().startswith("pwned"), path
        title = page.css_first("title")
        assert title is not None
        assert "---" not in title.text() or "controls" not in str(path), path


def test_front_matter_is_what_was_meant_whatever_a_title_holds(staged: Path) -> None:
    for path in sorted((staged / "docs").rglob("*.md")):
        lines = path.read_text(encoding="utf-8").split("\n")
        assert (lines[0], lines[4]) == ("---", "---"), path
        assert [line.partition(":")[0] for line in lines[1:4]] == ["title", "hide", "search"], path
