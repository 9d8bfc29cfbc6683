"""What the manual and the READMEs hold: their commands, block by block, and their links."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [
        *(ROOT / "docs").rglob("*.md"),
        *ROOT.glob("README*.md"),
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "benchmarks").glob("*/README.md"),
    ]
)
FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>[\w-]*).*$")
REASON = re.compile(r"^ *<!-- not run: (?P<reason>\S.*\S) -->$")
SHELL = ("sh", "bash", "shell", "console")
INDENTED = re.compile(r"^    (?=hexapla )")
PATTERN = re.compile(r"\[|\.\.\.|…|\||\b[A-Z]{2,}\b(?!=)")
"""stands in what shows how a command is written, and not in one that can be run"""


@dataclass(frozen=True, slots=True)
class Block:
    """Commands of a page that belong together."""

    page: Path
    line: int
    commands: str
    reason: str | None
    """why they are not run; None: they are"""


def blocks(page: Path) -> Iterator[Block]:
    """Yield the blocks of commands of a page: those in a fence, and examples that are indented."""
    lines = page.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        opened = FENCE.match(lines[at])
        if opened is None:
            if INDENTED.match(lines[at]) and not PATTERN.search(lines[at]):
                yield Block(page, at + 1, lines[at].strip(), reason_before(lines, at))
            at += 1
            continue
        end = next(here for here in range(at + 1, len(lines)) if lines[here].strip() == opened["fence"])
        if opened["language"] in SHELL:
            commands = "\n".join(line.removeprefix(opened["indent"]) for line in lines[at + 1 : end])
            yield Block(page, at + 1, commands, reason_before(lines, at))
        at = end + 1


def reason_before(lines: Sequence[str], at: int) -> str | None:
    """Return the reason that stands above a block, for all of its lines."""
    said = REASON.match(next((line for line in reversed(lines[:at]) if line.strip()), ""))
    return said["reason"] if said else None


def unfenced(page: Path) -> str:
    """Return a page without what stands in fences."""
    text = page.read_text(encoding="utf-8")
    return re.sub(r"^( *)(`{3,}).*?^\1\2 *$", "", text, flags=re.DOTALL | re.MULTILINE)


def prose(page: Path) -> str:
    """Return a page without what stands in fences and between backticks."""
    return re.sub(r"``.*?``|`[^`\n]*`", "", unfenced(page))
