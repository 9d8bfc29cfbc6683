"""The same clauses aligned by what people use otherwise: quality and seconds, in one run.

    python -m benchmarks.rivals DIR [--first-draft FILE] [--seconds 60]

DIR is laid out as for `benchmarks.alignment`. All methods get the same clauses, cut by hexapla; only the
linking differs, so that a method without a segmenter of its own is not blamed for lacking one. CollateX is
under the GPL: it is installed into a throw-away environment, run as a program of its own, stopped after
--seconds per pair, and never a dependency. --first-draft names a Python file with `align(texts, texts,
numbers, numbers).links()`.
"""

import argparse
import difflib
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.alignment import cited, predicted, segmented
from benchmarks.scoring import Tally, tally
from hexapla.align import align
from hexapla.model import Document

__all__ = ["main"]

Texts = Sequence[tuple[str, str]]
"""printed number and text of every clause of a version"""
Links = list[tuple[int, int]]
Method = Callable[[Texts, Texts], Links]

PACKAGES = ("collatex", "Levenshtein")
"""Levenshtein: imported by collatex, not named among its requirements"""
TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]")
LIKE = 0.5
MAJORITY = 0.5
COLLATE = """
import json, sys
from collatex import Collation, collate
given = json.load(sys.stdin)
def token(t, c):
    return {"t": t, "n": t, "c": c}
witnesses = [{"id": w, "tokens": [token(*held) for held in tokens]} for w, tokens in given.items()]
table = collate({"witnesses": witnesses}, output="table", segmentation=False)
votes = []
for column in table.columns:
    held = column.tokens_per_witness
    if len(held) == 2:
        one, other = held["a"][0].token_data, held["b"][0].token_data
        if one["n"] == other["n"]:
            votes.append([one["c"], other["c"]])
json.dump(votes, sys.stdout)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every method over every case and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rivals", description=__doc__)
    parser.add_argument("cases", type=Path, metavar="DIR")
    parser.add_argument("--first-draft", type=Path, metavar="FILE")
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        methods: dict[str, Method | None] = {
            "same number": _by_number,
            "difflib, greedy from .5": _by_difflib,
        }
        methods["CollateX"] = _collatex(Path(folder), options.seconds)
        if options.first_draft:
            methods["first draft of this method"] = _first_draft(options.first_draft)
        methods["hexapla"] = None
        results = {name: _run(options.cases, method) for name, method in methods.items()}
    print("| method | P | R | F1 | rows | low likeness | moved | split | merged | seconds |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, (scored, seconds, stopped) in results.items():
        precision, recall, f1, rows, _ = scored.rates
        kinds = " | ".join(
            f"{scored.found[kind]}/{scored.asked[kind]}" for kind in ("lowsim", "moved", "split", "merged")
        )
        note = f" ({stopped} pairs stopped)" if stopped else ""
        rates = " | ".join(f"{rate:.3f}" for rate in (precision, recall, f1, rows))
        print(f"| {name} | {rates} | {kinds} | {seconds:.1f}{note} |")
    return 0


def _run(cases: Path, method: Method | None) -> tuple[Tally, float, int]:
    total, seconds, stopped = Tally(), 0.0, 0
    for gold, document in _documents(cases):
        start = time.perf_counter()
        if method is None:
            answer = predicted(align(document), gold["versions"])
        else:
            answer, late = _predict(document, gold["versions"], method)
            stopped += late
        seconds += time.perf_counter() - start
        total += tally(gold, answer)
    return total, seconds, stopped


def _documents(cases: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    for gold_file in sorted(cases.glob("*/gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        yield gold, segmented(gold_file.parent, gold["versions"])


def _predict(
    document: Document, versions: Sequence[dict[str, str]], method: Method
) -> tuple[dict[str, Any], int]:
    texts = [
        [(unit.number or "", "\n".join(filter(None, (unit.heading, unit.text)))) for unit in cited(version)]
        for version in document.versions
    ]
    pairs, late = [], 0
    for a in range(len(texts)):
        for b in range(a + 1, len(texts)):
            try:
                links = method(texts[a], texts[b])
            except subprocess.TimeoutExpired:
                links, late = [], late + 1
            rows = [
                {"a": [texts[a][one][0]], "b": [texts[b][other][0]], "kind": "modified"}
                for one, other in links
            ]
            pairs.append({"a": versions[a]["id"], "b": versions[b]["id"], "alignment": rows})
    return {"pairs": pairs}, late


def _by_number(left: Texts, right: Texts) -> Links:
    there = {number: at for at, (number, _) in enumerate(right)}
    return [(at, there[number]) for at, (number, _) in enumerate(left) if number in there]


def _by_difflib(left: Texts, right: Texts) -> Links:
    """Greedy, the likest pair first; the usual script."""
    likeness = []
    for other, (_, theirs) in enumerate(right):
        matcher = difflib.SequenceMatcher(None, "", theirs, autojunk=False)
        for one, (_, ours) in enumerate(left):
            matcher.set_seq1(ours)
            if matcher.real_quick_ratio() > LIKE and matcher.quick_ratio() > LIKE:
                likeness.append((-matcher.ratio(), one, other))
    taken: tuple[set[int], set[int]] = (set(), set())
    links = []
    for worth, one, other in sorted(likeness):
        if -worth > LIKE and one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            links.append((one, other))
    return links


def _collatex(folder: Path, seconds: float) -> Method:
    """Clauses are linked where most tokens of one are aligned with tokens of the other."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)  # noqa: S603 - fixed words

    def method(left: Texts, right: Texts) -> Links:
        given = {
            name: [(token, at) for at, (_, text) in enumerate(texts) for token in _tokens(text)]
            for name, texts in (("a", left), ("b", right))
        }
        told = subprocess.run(  # noqa: S603 - the program above, by the interpreter made above
            [python, "-c", COLLATE],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=seconds,
            check=True,
        )
        votes = Counter((one, other) for one, other in json.loads(told.stdout))
        sizes = [Counter(at for _, at in tokens) for tokens in given.values()]
        return sorted(
            (one, other)
            for (one, other), count in votes.items()
            if count >= MAJORITY * min(sizes[0][one], sizes[1][other])
        )

    return method


def _tokens(text: str) -> list[str]:
    """Words; Han by character."""
    return TOKEN.findall(text)


def _first_draft(file: Path) -> Method:
    spec = importlib.util.spec_from_file_location("first_draft", file)
    if spec is None or spec.loader is None:
        message = f"{file} is no Python file"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules["first_draft"] = module
    spec.loader.exec_module(module)

    def method(left: Texts, right: Texts) -> Links:
        texts = [[text for _, text in side] for side in (left, right)]
        numbers = [[number for number, _ in side] for side in (left, right)]
        links: Links = module.align(*texts, *numbers).links() if left and right else []
        return links

    return method


if __name__ == "__main__":
    sys.exit(main())
