"""Inputs as large as nobody writes them: seconds of the processor and peak memory of the command on each.

    python -m benchmarks.extreme_inputs [NAME...]

Prints a Markdown table. Each input is made by the program, for it is larger than what a repository should
hold, and goes through `hexapla show` in a process of its own. The bound is 20 seconds and 1 GB: an input is
read within it, or refused with its reason. Exits with 1 where one is not.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.measured_command import measure_command

SECONDS, MEGABYTES = 20.0, 1000.0
"""the bound for each"""
LINES = 99_000
"""nearly as many as are read"""
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}<text><body>{}</body></text></TEI>'
WITNESSES = "<teiHeader><fileDesc><sourceDesc><listWit>{}</listWit></sourceDesc></fileDesc></teiHeader>"


def write_line() -> str:
    """One line of 50 MB in Han characters."""
    return "各方应当按照约定全面履行自己的义务" * (50_000_000 // 51)


def write_latin_line() -> str:
    """One line of 50 MB in Latin letters, three times as many characters."""
    return "The committee shall meet each month, and may meet more often. " * (50_000_000 // 62)


def write_clauses(count: int) -> str:
    """Clauses, a line each."""
    return "".join(f"第{n}条 应当申请。\n" for n in range(1, count + 1))


def write_parts(count: int) -> str:
    """Parts of one clause, a line each."""
    return "Article 1 Lists\n" + "".join(f"({n}) item\n" for n in range(1, count + 1))


def write_compilation(count: int) -> str:
    """A file that is taken apart into versions."""
    return "".join(
        f"版本{n}\n第一条 菜园由社区管理{n}次。\n第二条 每户应当清理地块。\n" for n in range(1, count + 1)
    )


def write_nested() -> str:
    """A million elements within each other."""
    return "<html><body>" + "<div>" * 1_000_000 + "<p>1. One.</p>"


def write_witnesses(count: int) -> str:
    """A text whose readings name each of the witnesses."""
    names = [f"w{n}" for n in range(count)]
    every = " ".join(f"#{name}" for name in names[1:])
    body = "".join(
        f'<p>{n}. The gate opens <app><lem wit="#w0">at nine</lem><rdg wit="{every}">at ten</rdg></app>.</p>'
        for n in range(1, 6)
    )
    listed = "".join(f'<witness xml:id="{name}">W {name}</witness>' for name in names)
    return TEI.format(WITNESSES.format(listed), body)


class ExtremeInput(NamedTuple):
    """An input: what it is, its suffix, the command, and what makes it."""

    what: str
    suffix: str
    command: str
    make: Callable[[], str]


INPUTS = {
    "line": ExtremeInput("a line of 50 MB, Han characters", ".txt", "show", write_line),
    "latin": ExtremeInput("a line of 50 MB, Latin letters", ".txt", "show", write_latin_line),
    "clauses": ExtremeInput("500,000 clauses", ".txt", "show", lambda: write_clauses(500_000)),
    "most-clauses": ExtremeInput(f"{LINES:,} clauses", ".txt", "show", lambda: write_clauses(LINES)),
    "parts": ExtremeInput("500,000 parts of a clause", ".txt", "show", lambda: write_parts(500_000)),
    "most-parts": ExtremeInput(f"{LINES:,} parts of a clause", ".txt", "show", lambda: write_parts(LINES)),
    "versions": ExtremeInput("3,000 versions in one file", ".txt", "show", lambda: write_compilation(3_000)),
    "parts-of-file": ExtremeInput(
        "500,000 versions in one file", ".txt", "show", lambda: write_compilation(500_000)
    ),
    "nested": ExtremeInput("a million nested `div`", ".html", "show", write_nested),
    "witnesses": ExtremeInput("TEI with 3,000 witnesses", ".xml", "show", lambda: write_witnesses(3_000)),
}


def measure(one: ExtremeInput, folder: Path) -> tuple[float, float, str]:
    """Give an input to the command; return seconds, MB, and what came of it."""
    path = folder / f"input{one.suffix}"
    path.write_text(one.make(), encoding="utf-8")
    words = [one.command, str(path), "--fail-on", "never", "-o", str(folder / "out.txt")]
    done = measure_command(*words)
    if done.status not in (0, 2):
        sys.exit(done.said)
    refused = done.said.strip().rpartition(".txt: ")[2].rpartition(f"{one.suffix}: ")[2].partition(";")[0]
    return done.seconds, done.megabytes, f"refused: {refused}" if done.status else "read"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure the command on extreme inputs.")
    parser.add_argument("names", nargs="*", choices=[*INPUTS, []], default=[])
    names = parser.parse_args().names or list(INPUTS)
    beyond = []
    print("| input | seconds of the processor | peak memory, MB | what comes of it |\n|---|--:|--:|---|")
    with tempfile.TemporaryDirectory(prefix="hexapla-extreme-") as scratch:
        for name in names:
            seconds, memory, outcome = measure(INPUTS[name], Path(scratch))
            print(f"| {INPUTS[name].what} | {seconds:.1f} | {memory:.0f} | {outcome} |", flush=True)
            if seconds > SECONDS or memory > MEGABYTES:
                beyond.append(name)
    if beyond:
        sys.exit(f"beyond the bound: {', '.join(beyond)}")


if __name__ == "__main__":
    main()
