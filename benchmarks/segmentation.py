"""Recall, precision and speed of segmentation, beside another segmenter if one is given.

    python -m benchmarks.segmentation CASES [--prototype segment.py] [--repeat 3]

CASES is a folder of folders, each with `gold.json` (`versions`: id and file; `pairs`: `a`, `b`, rows of marks
in `alignment`, lists of marks in `unscored`) and the files it names. The gold of a variant (`x.runon`,
`x.gb18030`, `x.ocr`) is that of `x`. A mark of the gold is found if a unit has its number, or its number and
those above it (`benchmarks.marks`), compared without white space and outer points; a unit's number is false
if its form (its letters and signs without the digits) is one of the gold's forms and the gold does not have
it. Marks are counted as often as they are printed.

The time is that of `segment` alone, from decoded text to clauses, best of the repetitions, on one core. A
prototype is a module with `tree(text)` (root, candidates, chosen marks); it is timed on the same texts in the
same run.
"""

import argparse
import importlib.util
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.marks import form, marks_of, named, plain
from benchmarks.predictions import golds
from hexapla.model import Source
from hexapla.plan import Plan
from hexapla.segmentation import segment

ENCODINGS = ("utf-8-sig", "gb18030")


class Score(NamedTuple):
    """One version of one case."""

    characters: int
    gold: int
    hits: int
    false: int
    seconds: float
    other: float

    def row(self, name: str) -> str:
        """Return a line of the table."""
        recall = self.hits / self.gold if self.gold else 1.0
        precision = self.hits / (self.hits + self.false) if self.hits + self.false else 1.0
        speed = self.characters / self.seconds / 1000
        beside = f"{self.characters / self.other / 1000:10.0f}" if self.other else " " * 10
        return (
            f"{name:44s} {self.characters:8d} {self.gold:6d} {recall:8.4f} {precision:10.4f} "
            f"{speed:9.0f} {beside}"
        )


def decoded(path: Path) -> str:
    """Read a text in the first encoding that fits."""
    data = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def timed(work: Callable[[], object], repeat: int) -> float:
    """Return the best time of some runs, in seconds."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def score(
    path: Path, gold: Counter[str], unit: str | None, other: Callable[[str], object] | None, repeat: int
) -> Score:
    """Segment one file and compare its numbers with the gold."""
    text = decoded(path)
    source = Source(path=path.name, media_type="text/plain", encoding="utf-8", text=text, sha256="")
    plan = Plan(id=path.stem, unit=unit)
    document = segment([source], plan)
    found = Counter(plain(one.mark) for version in document.versions for one in named(version, gold))
    forms = {form(mark) for mark in gold}
    hits = sum((found & gold).values())
    false = sum(count for mark, count in (found - gold).items() if form(mark) in forms)
    report(path, gold - found, [mark for mark in found - gold if form(mark) in forms])
    seconds = timed(lambda: segment([source], plan), repeat)
    beside = timed(lambda: other(text), repeat) if other else 0.0
    return Score(len(text), sum(gold.values()), hits, false, seconds, beside)


def report(path: Path, missing: Counter[str], false: list[str]) -> None:
    """Name what went wrong."""
    for what, marks in (("missing", list(missing)), ("false", false)):
        if marks:
            print(f"    {path.parent.name}/{path.name} {what}: {' '.join(marks[:12])}")


def load(module: str | None) -> Callable[[str], object] | None:
    """Import the other segmenter from a file."""
    if module is None:
        return None
    spec = importlib.util.spec_from_file_location("prototype", module)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{module}: no module")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    tree: Callable[[str], object] = loaded.tree
    return tree


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path)
    parser.add_argument("--prototype", help="a module with tree(text), timed beside")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    other = load(options.prototype)
    scores: list[Score] = []
    print(
        f"{'case / version':44s} {'chars':>8s} {'marks':>6s} {'recall':>8s} {'precision':>10s} "
        f"{'kchar/s':>9s} {'beside':>10s}"
    )
    for name, folder, gold in golds(options.cases):
        marks = marks_of(gold)
        for version in gold["versions"]:
            asked = Counter(map(plain, marks[version["id"]]))
            one = score(folder / version["file"], asked, gold.get("unit"), other, options.repeat)
            scores.append(one)
            print(one.row(f"{name} / {version['id']}"))
    print(Score(*(sum(column) for column in zip(*scores, strict=True))).row("all"))


if __name__ == "__main__":
    main()
