"""Inputs as large as nobody writes them, through the command: seconds of the processor and peak memory of each.

    python benchmarks/extreme_inputs.py [NAME...]

The bound is 20 seconds and 1 GB each; the last column says what came out. Each input is made by the program,
for it is larger than what a repository should hold. `show` reads and segments; `compare` does all.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

SECONDS, MEGABYTES = 20, 1000
"""the bound for each"""
MEASURED = """
import resource, runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_module("hexapla", run_name="__main__")
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print("used", used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}<text><body>{}</body></text></TEI>'
WITNESSES = "<teiHeader><fileDesc><sourceDesc><listWit>{}</listWit></sourceDesc></fileDesc></teiHeader>"


def one_line() -> tuple[str, str]:
    """One line of 50 MB."""
    return ".txt", "各方应当按照约定全面履行自己的义务" * (50_000_000 // 51)


def one_line_of_letters() -> tuple[str, str]:
    """One line of 16 million Latin letters, the most that are read, in words and sentences."""
    return ".txt", "The committee shall meet each month, and may meet more often. " * (16_000_000 // 62)


def clauses() -> tuple[str, str]:
    """Half a million clauses."""
    return ".txt", "".join(f"第{n}条 应当申请。\n" for n in range(1, 500_001))


def parts() -> tuple[str, str]:
    """Half a million parts of one clause."""
    return ".txt", "Article 1 Lists\n" + "".join(f"({n}) item\n" for n in range(1, 500_001))


def paragraphs() -> tuple[str, str]:
    """Half a million paragraphs without a number."""
    return ".txt", "".join(f"Whoever enters closes the gate {n}.\n\n" for n in range(500_000))


def versions() -> tuple[str, str]:
    """A compilation that takes itself apart: three thousand versions in one file."""
    made = (f"版本{n}\n第一条 菜园由社区管理{n}次。\n第二条 每户应当清理地块。\n" for n in range(1, 3_001))
    return ".txt", "".join(made)


def nested() -> tuple[str, str]:
    """A million elements within each other."""
    return ".html", "<html><body>" + "<div>" * 1_000_000 + "<p>1. One.</p>"


def witnesses() -> tuple[str, str]:
    """Three thousand witnesses of a text."""
    names = [f"w{n}" for n in range(3_000)]
    every = " ".join(f"#{name}" for name in names[1:])
    body = "".join(
        f'<p>{n}. The gate opens <app><lem wit="#w0">at nine</lem><rdg wit="{every}">at ten</rdg></app>.</p>'
        for n in range(1, 21)
    )
    listed = "".join(f'<witness xml:id="{name}">W {name}</witness>' for name in names)
    return ".xml", TEI.format(WITNESSES.format(listed), body)


INPUTS: dict[str, tuple[Callable[[], tuple[str, str]], str]] = {
    "line": (one_line, "show"),
    "letters": (one_line_of_letters, "show"),
    "clauses": (clauses, "show"),
    "parts": (parts, "show"),
    "paragraphs": (paragraphs, "show"),
    "versions": (versions, "show"),
    "nested": (nested, "show"),
    "witnesses": (witnesses, "show"),
}
"""input and command by name"""


def measure(name: str, folder: Path) -> tuple[float, float, str]:
    """Give an input to the command; return seconds, MB, and what came out in a few words."""
    make, command = INPUTS[name]
    suffix, text = make()
    path = folder / f"{name}{suffix}"
    path.write_text(text, encoding="utf-8")
    words = [command, str(path), "--format", "json", "--fail-on", "never", "-o", str(folder / "out.json")]
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", MEASURED, "hexapla", *words], capture_output=True, text=True, check=False
    )
    said, _, used = done.stderr.rpartition("used ")
    seconds, peak = map(float, used.split())
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return seconds, peak / unit, f"{done.returncode} {said.strip().splitlines()[-1:]}"


def main() -> None:
    names = sys.argv[1:] or list(INPUTS)
    with tempfile.TemporaryDirectory(prefix="hexapla-extreme-") as scratch:
        for name in names:
            s, m, what = measure(name, Path(scratch))
            print(f"{name:12} {s:8.1f} {m:8.0f} {what[:200]}", flush=True)


if __name__ == "__main__":
    main()
