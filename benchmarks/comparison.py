"""The same pairs of clauses marked by hexapla and by what people use otherwise: readings and milliseconds.

    python -m benchmarks.comparison [--readings FILE] [--pairs 200]

Readings are those of tests/comparison/readings, and of FILE where one is given (JSON: base, target, expected,
alternatives, language). Times are medians over pairs of Chinese clauses of about 120 characters, made of the
same sentences, with two of them edited, in processor time. redlines is installed into a throw-away
environment and run as a program of its own; where that fails its line says so.
"""

import argparse
import difflib
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from diff_match_patch import diff_match_patch

from hexapla.comparison import diff, diff_texts, find_flags
from hexapla.comparison.diff import ENGINES, diff_sequences
from hexapla.model import Op

__all__ = ["main"]

Pair = tuple[str, str, str]
"""base, target, language"""
Method = Callable[[Pair], str]
"""gives kept[-deleted-]{+inserted+}kept, or nothing where the method has no such form"""

READINGS = Path(__file__).parents[1] / "tests" / "comparison" / "readings"
EDIT = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}")
LENGTH = 120
FORM = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
REDLINES = """
import json, sys, time
from redlines import Redlines
out = []
for base, target, _ in json.load(sys.stdin):
    started = time.perf_counter()
    marked = Redlines(base, target, markdown_style="none").output_markdown
    out.append([marked, time.perf_counter() - started])
json.dump(out, sys.stdout)
"""
LONG = 200_000
NUMBERS = [*"一二三四五六七八九十百千万", "one ", "two ", "hundred ", "days ", "第三条", "三十日"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every method and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.comparison", description=__doc__)
    parser.add_argument("--readings", type=Path, metavar="FILE")
    parser.add_argument("--pairs", type=int, default=200)
    options = parser.parse_args(arguments)
    readings = [one for path in sorted(READINGS.glob("*.txt")) for one in table(path)]
    if options.readings:
        readings += shared(options.readings)
    clauses = made(readings, options.pairs)
    print(f"{len(readings)} readings, {len(clauses)} clauses of about {LENGTH} characters\n")
    print("| method | readings | median ms | longest ms |\n|---|---|---|---|")
    for name, method in methods().items():
        right = sum(method(pair) in accepted for pair, accepted in readings)
        line(name, right if name != "difflib.HtmlDiff" else None, [timed(method, pair) for pair in clauses])
    by_redlines(readings, clauses)
    for name, alphabet in {"Han characters": range_of_han(), "number words": NUMBERS}.items():
        print(f"\ntwo unrelated clauses of {LONG:,} characters, {name}: {unrelated(alphabet):.2f} s")
    return 0


def line(name: str, right: int | None, seconds: Sequence[float]) -> None:
    """Print a row."""
    median, longest = statistics.median(seconds) * 1000, max(seconds) * 1000
    print(f"| {name} | {'–' if right is None else right} | {median:.2f} | {longest:.2f} |")


def methods() -> dict[str, Method]:
    """All methods that run in this process."""
    found: dict[str, Method] = {}
    for engine in ENGINES:
        found[f"hexapla on {engine}"] = partial(by_hexapla, engine)
    return found | {"diff-match-patch, semantic": by_semantics, "difflib.HtmlDiff": by_html}


def by_hexapla(engine: str, pair: Pair) -> str:
    """Mark with hexapla."""
    diff.__dict__["diff_sequences"] = partial(diff_sequences, engine=engine)
    return "".join(FORM[edit.op].format(edit.text) for edit in diff_texts(*pair))


def by_semantics(pair: Pair) -> str:
    """Mark with raw diff-match-patch and its semantic clean-up."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(pair[0], pair[1])
    engine.diff_cleanupSemantic(found)
    form = {0: "{}", -1: "[-{}-]", 1: "{{+{}+}}"}
    return "".join(form[op].format(text) for op, text in found)


def by_html(pair: Pair) -> str:
    """Make difflib's table; it has no marking to be read back."""
    difflib.HtmlDiff().make_table([pair[0]], [pair[1]])
    return ""


def by_redlines(readings: Sequence[tuple[Pair, set[str]]], clauses: Sequence[Pair]) -> None:
    """Mark with redlines, in an environment of its own."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        try:
            run([str(python), "-m", "pip", "install", "--quiet", "redlines", "typing-extensions"])
            given = json.dumps([*(pair for pair, _ in readings), *clauses])
            answers = json.loads(run([str(python), "-c", REDLINES], given))
        except subprocess.CalledProcessError as failure:
            print(f"| redlines | skipped: {failure.stderr.strip().splitlines()[-1]} | | |")
            return
    shown = [marked_up(text) for text, _ in answers[: len(readings)]]
    right = sum(text in accepted for text, (_, accepted) in zip(shown, readings, strict=True))
    line("redlines", right, [seconds for _, seconds in answers[len(readings) :]])


def run(command: Sequence[str], given: str | None = None) -> str:
    """Run a program and return what it prints."""
    return subprocess.run(command, input=given, capture_output=True, check=True, text=True).stdout  # noqa: S603 -- our own environment


def marked_up(text: str) -> str:
    """Read <del> and <ins> as our marks."""
    return re.sub(r"<ins>(.*?)</ins>", r"{+\1+}", re.sub(r"<del>(.*?)</del>", r"[-\1-]", text))


def table(file: Path) -> list[tuple[Pair, set[str]]]:
    """Read one of our tables of readings."""
    out = []
    for block in file.read_text(encoding="utf-8").split("\n\n")[1:]:
        head, *lines = block.strip().splitlines()
        accepted = {text.removeprefix("or ") for text in lines}
        base, target = (EDIT.sub(lambda found, side=side: found[side] or "", lines[0]) for side in (1, 2))  # type: ignore[misc]  # a default argument
        out.append(((base, target, head.split()[0]), accepted))
    return out


def shared(file: Path) -> list[tuple[Pair, set[str]]]:
    """Read a table of readings in JSON."""
    return [
        ((one["base"], one["target"], one["language"]), {one["expected"], *one["alternatives"]})
        for one in json.loads(file.read_text(encoding="utf-8"))
    ]


def made(readings: Sequence[tuple[Pair, set[str]]], count: int) -> list[Pair]:
    """Make clauses of about 120 characters, two sentences of which are edited; the same in every run."""
    chinese = [(base, target) for (base, target, language), _ in readings if language == "zh"]
    chance = random.Random(120)  # noqa: S311 -- a choice of examples
    out = []
    for _ in range(count):
        base = target = ""
        for index, (old, new) in enumerate(chance.sample(chinese, len(chinese))):
            if len(base) >= LENGTH:
                break
            base += old
            target += new if index < 2 else old  # noqa: PLR2004 -- two edited sentences
        out.append((base, target, "zh"))
    return out


def timed(method: Method, pair: Pair) -> float:
    """Measure one pair; the texts are new to the method."""
    started = time.process_time()
    method(pair)
    return time.process_time() - started


def unrelated(alphabet: Sequence[str]) -> float:
    """Measure edits and flags of two long clauses that have nothing in common but their alphabet."""
    chance = random.Random(0)  # noqa: S311 -- noise
    base, target = ("".join(chance.choices(alphabet, k=LONG))[:LONG] for _ in range(2))
    started = time.process_time()
    find_flags(diff_texts(base, target, "zh"), "zh")
    return time.process_time() - started


def range_of_han() -> list[str]:
    """Three thousand Han characters and marks."""
    return [*map(chr, range(0x4E00, 0x4E00 + 3000)), *"，。；" * 60]


if __name__ == "__main__":
    raise SystemExit(main())
