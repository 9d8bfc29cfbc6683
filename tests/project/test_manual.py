"""What the manual tells to type can be typed: every block of commands is run, every link leads somewhere."""

import itertools
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
from docx import Document

from commands import run
from manual import PAGES, ROOT, Block, blocks, prose, unfenced

TEXTS = {
    "2018.txt": "House rules\n\nSection 1. The door shuts at ten.\nSection 2. A guest shall sign the book.\n",
    "2024.txt": "House rules\n\nSection 1. The door shuts at nine.\nSection 2. A guest may sign the book.\n",
}
LAW = "灯笼管理办法\n第一条 灯笼由码头管理。\n第二条 违反第一条的，处十元罚款。\n"
DECISION = "关于修改《灯笼管理办法》的决定\n一、增加一条，作为第一条：“灯笼免费。”\n条文顺序作相应调整。\n"
SECOND = "关于修改《灯笼管理办法》的决定\n一、第一条修改为：“第一条 灯笼不收费。”\n"
COMPILATION = "【第一篇】\n" + LAW + "【第二篇】\n" + LAW.replace("十元", "二十元")


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
    shutil.copytree(ROOT / "source_texts/kite-levels", home / "source_texts/kite-levels")
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
    for year, others in (
        ("2018", ("contract-1", "合同一稿", "rules-2018")),
        ("2024", ("contract-2", "合同二稿", "rules-2024")),
    ):
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
    edited.write_text(edited.read_text(encoding="utf-8").rstrip() + "夜间不得浇水。\n", encoding="utf-8")


def act(line: str, here: Path) -> tuple[int, str, Path]:
    """Do what a line says, as a shell would; return the exit status, what was said, and where it ends.

    Our commands run in this process: a page has a dozen of them, and each would load all libraries anew.
    """
    said = ""
    for step in line.split(" && "):
        words = shlex.split(step)
        set_here = dict(
            itertools.takewhile(lambda pair: pair[1], (word.partition("=")[::2] for word in words))
        )
        program, *rest = (os.path.expanduser(word) for word in words[len(set_here) :])  # noqa: PTH111 - as a shell
        if program == "cd":
            here = (here / rest[0]).resolve()
            continue
        with mock.patch.dict(os.environ, set_here):
            done = (
                run(*rest, cwd=here, module=program)
                if program in ("hexapla", "mkdocs")
                else subprocess.run([program, *rest], cwd=here, capture_output=True, text=True, check=False)  # noqa: S603 - as the manual says
            )
        said += done.stdout[-500:] + done.stderr[-1500:]
        if done.returncode:
            return done.returncode, said, here
    return 0, said, here


RUN = [page for page in PAGES if told(page) and not is_told_before(page)]


@pytest.mark.skipif(sys.platform == "win32", reason="the manual speaks to shells of Unix")
@pytest.mark.parametrize("page", RUN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_of_a_page_runs(page: Path, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(workshop))
    here = workshop
    for block in told(page):
        for line in written(block.commands).split("\n"):
            status, said, here = act(line, here)
            assert status == 0, f"{page.name}:{block.line}: {line}\n{said}"


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
