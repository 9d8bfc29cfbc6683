"""What the program costs, of two states of it in one run: a table of ratios, and curves of growth.

    git worktree add ../before COMMIT
    python -m benchmarks.all ../before [--runs 3] [--sizes tiny|small|large|full] [--picture [FILE.svg]]
    python -m benchmarks.all ../before --only align mark
    python -m benchmarks.all ../before --only --built-by-several 100

Every measure runs in a process of its own, once for each state by turns, so that what else the machine does
meets both; the least of the runs counts. Seconds are of the processor. A state is the folder of a checkout,
as old as the first edition (0.1.0); its program is measured by the code of this one, over made-up texts. A
build needs the packages and the plugin of its state: `make .venv/.installed` there gives it an environment of
its own, by which it is run. With `--built-by-several` a collection of so many documents is built by this
state in one process, in two, and by two workers of a Dask cluster.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import collection, texts, workers
from benchmarks.growth_picture import Curve, draw_panels
from benchmarks.measured_command import BARE_PROGRAM, PROGRAM, UNIT
from benchmarks.one_measure import MEASURES

__all__ = ["main"]

HERE = Path(__file__).parents[1]
PICTURE = HERE / "docs" / "images" / "growth.svg"
"""where the manual shows the curves"""
OLD = "第一条 甲方应当在三十日内交付货物。\n第二条 乙方应当支付价款一万元。\n"
NEW = "第一条 甲方可以在六十日内交付货物。\n第二条 争议由仲裁解决。\n第三条 乙方应当支付价款二万元。\n"
SIZES: Mapping[str, Mapping[str, Sequence[int]]] = {
    "tiny": {"align": (300, 1000, 3000), "versions": (2, 5, 10), "built": (2, 5), "documents": (2, 5)},
    "small": {
        "align": (1000, 3000),
        "versions": (2, 5, 10, 20),
        "built": (2, 5, 10),
        "documents": (3, 10),
    },
    "large": {
        "align": (1000, 10_000, 100_000),
        "versions": (2, 5, 10, 20, 40),
        "built": (2, 5, 10, 20),
        "documents": (10, 100),
    },
    "full": {
        "align": (1000, 10_000, 100_000),
        "versions": (2, 5, 10, 20, 40),
        "built": (2, 5, 10, 20, 40),
        "documents": (10, 100, 1000),
    },
}
SINGLE = {"mark": 400, "segment": 60}
"""measures of one size"""
BARE = "argparse"
"""by this the start of the command is told in other than seconds, which a busy machine lengthens"""
STARTS = ("help", "compare")
UNITS = {
    BARE: "`python -c 'import argparse'`",
    "help": "`hexapla --help`",
    "compare": "`hexapla compare` of two small texts",
    "align": "alignment, two versions of so many clauses",
    "versions": "versions of 300 articles, aligned and compared",
    "built": "one document of so many versions of 300 articles, built",
    "mark": "pairs of clauses of 120 characters, marked",
    "segment": "thousand characters of a statute, cut",
    "documents": "documents of 4 versions of 150 clauses, built",
}


class Cost(NamedTuple):
    """What a measure took."""

    seconds: float
    megabytes: float


Costs = dict[tuple[str, int], tuple[Cost, Cost]]
"""name and size → before, after"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both states; print the table, write the picture."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.all", description=__doc__)
    parser.add_argument("before", type=Path, metavar="CHECKOUT")
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--sizes", choices=SIZES, default="small")
    parser.add_argument("--only", nargs="*", choices=UNITS, default=list(UNITS))
    parser.add_argument("--picture", type=Path, nargs="?", const=PICTURE)
    parser.add_argument("--built-by-several", type=int, metavar="DOCUMENTS")
    asked = parser.parse_args(arguments)
    found: Costs = {}
    print("| what | size | before | after | ratio | before | after |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        for name, size in list_measures(asked.only, SIZES[asked.sizes]):
            runs = [
                [measure(state.resolve(), name, size, Path(scratch)) for state in (asked.before, HERE)]
                for _ in range(asked.runs)
            ]
            before, after = (min(each) for each in zip(*runs, strict=True))
            found[name, size] = before, after
            print(write_row(name, size, before, after), flush=True)
            if asked.picture:  # at once, since the larger sizes take long
                asked.picture.write_text(draw_growth(found), encoding="utf-8")
    for told in tell_starts(found):
        print("\n" + told)
    if asked.built_by_several:
        built = list(workers.build_in_turn(asked.built_by_several, 2))
        print("\n" + workers.write_table(built, asked.built_by_several))
    return 0


def tell_starts(found: Costs) -> Iterator[str]:
    """Yield how long the command takes to start, in starts of Python that load a reader of options alone."""
    if (BARE, 1) in found:
        bare = min(cost.seconds for cost in found[BARE, 1])
        for name in STARTS:
            if (name, 1) in found:
                before, after = (cost.seconds / bare for cost in found[name, 1])
                yield f"{UNITS[name]}: {before:.0f} times {UNITS[BARE]} before, {after:.0f} times after"


def list_measures(names: Sequence[str], sizes: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, int]]:
    """Yield each measure with its sizes."""
    for name in names:
        yield from ((name, size) for size in sizes.get(name, (SINGLE.get(name, 1),)))


def measure(state: Path, name: str, size: int, scratch: Path) -> Cost:
    """Take a measure of one state.

    Raises:
        RuntimeError: it failed, with what it said.
    """
    if name in MEASURES:
        said = run(["-m", "benchmarks.one_measure", name, str(size)], state).stdout
        return Cost(**json.loads(said.strip().splitlines()[-1]))
    program = BARE_PROGRAM if name == BARE else PROGRAM
    words = list_words(name, size, scratch)
    said = run(["-c", program, "hexapla", *words], state).stderr
    seconds, peak = map(float, said.rpartition("used ")[2].split())
    return Cost(seconds, peak / UNIT)


def list_words(name: str, size: int, scratch: Path) -> list[str]:
    """Write what a command needs, and return its words."""
    if name == BARE:
        return []
    if name == "help":
        return ["--help"]
    if name == "compare":
        for file, text in (("old.txt", OLD), ("new.txt", NEW)):
            (scratch / file).write_text(text, encoding="utf-8")
        return ["compare", str(scratch / "old.txt"), str(scratch / "new.txt")]
    home = scratch / f"{name}-{size}"
    if not home.exists():
        if name == "built":
            texts.write(home / "source_texts" / "law", 300, size)
        else:
            collection.generate(home / "source_texts", size, 4, 150)
        (home / "docs").mkdir()
        (home / "mkdocs.yml").write_text(collection.CONFIG, encoding="utf-8")
    return [
        "build",
        *("--sources", str(home / "source_texts"), "--config-file", str(home / "mkdocs.yml")),
        *("--site-dir", str(home / "site"), "--no-cache"),
    ]


def find_interpreter(state: Path) -> str:
    """Return the Python of a state: of its own virtual environment where it has one, else this one."""
    own = state / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return str(own) if own.exists() else sys.executable


def run(words: Sequence[str], state: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with these words and the program of a state.

    Raises:
        RuntimeError: it failed, with what it said.
    """
    path = os.pathsep.join([str(state / "generator"), str(HERE)])
    done = subprocess.run(  # noqa: S603 - our own program
        [find_interpreter(state), *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=HERE,
        # code is compiled in the first run, as where the program is installed
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""},
    )
    if done.returncode:
        raise RuntimeError(f"{state}: {' '.join(words[-4:])}: {done.stderr[-2000:]}")
    return done


def write_row(name: str, size: int, before: Cost, after: Cost) -> str:
    """Write a row of the table."""
    what = f"| {UNITS[name]} | {size if size > 1 else '–'}"
    seconds = f"| {before.seconds:.2f} s | {after.seconds:.2f} s | {after.seconds / before.seconds:.2f} "
    return f"{what} {seconds}| {before.megabytes:.0f} MB | {after.megabytes:.0f} MB |"


def draw_growth(found: Costs) -> str:
    """Draw the measures of several sizes."""
    panels: list[tuple[str, str, dict[str, Curve]]] = []
    for name in ("versions", "built", "documents", "align"):
        own = {size: costs for (each, size), costs in found.items() if each == name}
        if len(own) > 1:
            curves: dict[str, Curve] = {
                word: {size: costs[at].seconds for size, costs in own.items()}
                for at, word in enumerate(("before", "after"))
            }
            panels.append((name, {"align": "clauses", "built": "versions"}.get(name, name), curves))
    return draw_panels(panels)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
