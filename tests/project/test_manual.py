"""What the manual tells to type can be typed: every block of commands is run, every link leads somewhere."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from docx import Document

import hexapla
from manual import PAGES, ROOT, Block, blocks, prose, unfenced

TEXTS = {
    "2018.txt": "House rules\n\nSection 1. The door shuts at ten.\nSection 2. A guest shall sign the book.\n",
    "2024.txt": "House rules\n\nSection 1. The door shuts at nine.\nSection 2. A guest may sign the book.\n",
}
LAW = "灯笼管理办法\n第一条 灯笼由码头管理。\n第二条 违反第一条的，处十元罚款。\n"
DECISION = "关于修改《灯笼管理办法》的决定\n一、增加一条，作为第一条：“灯笼免费。”\n条文顺序作相应调整。\n"
SECOND = "关于修改《灯笼管理办法》的决定\n一、第一条修改为：“第一条 灯笼不收费。”\n"
COMPILATION = "【第一篇】\n" + LAW + "【第二篇】\n" + LAW.replace("十元", "二十元")
TIMES = 300
"""seconds after which a page has hung, not the time that it may take"""


def written(commands: str) -> str:
    """Return commands without what is said of them."""
    return "\n".join(re.sub(r"\s+#\s.*$", "", line) for line in commands.split("\n"))


def told(page: Path) -> list[Block]:
    return [block for block in blocks(page) if block.reason is None]


@cache
def english(page: Path) -> Path:
    return page.with_name(page.name.replace(".zh.md", ".md"))


def is_told_before(page: Path) -> bool:
    """Tell whether a Chinese page tells the same commands as the English one."""
    other = english(page)
    return page != other and other.exists() and [*map(plain, told(page))] == [*map(plain, told(other))]


def plain(block: Block) -> str:
    return written(block.commands)


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A folder that holds what the manual takes for granted, in a git repository with an earlier state."""
    home = tmp_path / "home"
    shutil.copytree(ROOT / "source_texts/garden-bylaws", home / "source_texts/garden-bylaws")
    shutil.copytree(ROOT / "source_texts/club-room", home / "source_texts/club-room")
    names = {
        **TEXTS,
        **{f"{name}.txt": TEXTS["2018.txt"] for name in ("old", "bylaws-2015", "bylaws-2019")},
        **{f"{name}.txt": TEXTS["2024.txt"] for name in ("new", "bylaws-2024")},
        **{f"{name}.txt": LAW for name in ("law", "law-2018")},
        **{f"{name}.txt": LAW.replace("十元", "五元") for name in ("law-2023", "law-2031")},
        **{f"{name}.txt": DECISION for name in ("decision-2022", "decision-2031", "first")},
        "second.txt": SECOND,
        "page.html": "<!doctype html><p>" + COMPILATION.replace("\n", "</p>\n<p>") + "</p>",
        ".gitignore": ".*\n",
    }
    for name, text in names.items():
        (home / name).write_text(text, encoding="utf-8")
    for year, others in (("2018", ("contract-1", "rules-2018")), ("2024", ("contract-2", "rules-2024"))):
        document = Document()
        for line in TEXTS[f"{year}.txt"].splitlines():
            document.add_paragraph(line)
        for name in (year, *others):
            document.save(str(home / f"{name}.docx"))
    make_history(home)
    return home


def make_history(home: Path) -> None:
    """Make the folder a repository, whose main branch elsewhere stands behind by one edit."""
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["commit", "-q", "-m", "One"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run([*git, *command], cwd=home, check=True, capture_output=True)  # noqa: S603 - ours
    edited = home / "source_texts/garden-bylaws/2023.txt"
    edited.write_text(edited.read_text(encoding="utf-8") + "\n第九十九条 夜间不得浇水。\n", encoding="utf-8")


def surroundings(home: Path, programs: Path) -> dict[str, str]:
    """Return an environment with this tree's command and the programs of this environment."""
    programs.mkdir()
    for name, module in (("hexapla", "hexapla"), ("mkdocs", "mkdocs"), ("python", "")):
        start = f'"{sys.executable}" -m {module}' if module else f'"{sys.executable}"'
        (programs / name).write_text(f'#!/bin/sh\nexec {start} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    return {
        **os.environ,
        "HOME": str(home),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(hexapla.__file__).parents[1]),
        "SHELL": "/bin/bash",
    }


def script(page: Path) -> Iterator[str]:
    """Yield the lines of a shell that runs a page from top to bottom; what fails is told by its line."""
    yield "set -e"
    for block in told(page):
        yield f"trap 'echo \"{page.name}:{block.line} ended with $?\" >&2' ERR"
        yield written(block.commands)


RUN = [page for page in PAGES if told(page) and not is_told_before(page)]


@pytest.mark.skipif(sys.platform == "win32", reason="the manual speaks to shells of Unix")
@pytest.mark.parametrize("page", RUN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_of_a_page_runs(page: Path, workshop: Path, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - what the manual tells
        ["bash", "-c", "\n".join(script(page))],  # noqa: S607 - where the user has it
        cwd=workshop,
        env=surroundings(workshop, tmp_path / "programs"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMES,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_a_reason_is_given_for_what_is_not_run() -> None:
    """A mark that stands before nothing would hide what was meant to be run."""
    for page in PAGES:
        marked = page.read_text(encoding="utf-8").count("<!-- not run:")
        assert marked == sum(block.reason is not None for block in blocks(page)), page


def test_most_pages_have_commands_that_run() -> None:
    assert len(RUN) > 12


# ---------------------------------------------------------------- links

LINK = re.compile(
    r"\]\((?!\w+:)(?P<file>[^)#\s]*)(?:#(?P<place>[^)\s]+))?\)|(?:src|href)=\"(?!\w+:)(?P<other>[^\"#]+)"
)
HEADING = re.compile(r"^#{1,6} +(?P<title>.+?)(?: *\{[:\s]*#(?P<id>[\w-]+)\s*\})?$", re.MULTILINE)
ANCHOR = re.compile(r"<a id=\"([^\"]+)\"|\{[^}\n]*#([\w-]+)[^}\n]*\}")


def places(page: Path) -> set[str]:
    """Return the places of a page that a link can name: as the site's builder and the code host name them."""
    text = page.read_text(encoding="utf-8")
    found = {name for pair in ANCHOR.findall(text) for name in pair if name}
    seen: dict[str, int] = {}
    for heading in HEADING.finditer(unfenced(page)):
        title = re.sub(r"[`*]|\[([^]]*)\]\([^)]*\)", lambda found: found[1] or "", heading["title"])
        slug = re.sub(r"[^\w\s-]", "", title).strip().lower()
        host, builder = re.sub(r"\s", "-", slug), re.sub(r"[-\s]+", "-", slug)
        found |= {host, builder, f"{builder}_{seen.get(builder, 0)}", heading["id"] or host}
        seen[builder] = seen.get(builder, 0) + 1
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_to_a_place_in_it(page: Path) -> None:
    lost = []
    for link in LINK.finditer(prose(page)):
        name, place = link["file"] or link["other"] or "", link["place"]
        target = (page.parent / name) if name else page
        if not target.exists() or (place and target.suffix == ".md" and place not in places(target)):
            lost.append(link[0])
    assert lost == []
