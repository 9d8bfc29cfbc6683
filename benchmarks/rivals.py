"""The same clauses aligned by what people use otherwise: quality and seconds, in one run.

    python -m benchmarks.rivals DIR [--first-draft FILE] [--model NAME] [--tokens 2700] [--seconds 600]

DIR is laid out as for `benchmarks.alignment`. All methods get the same clauses, cut by hexapla; only the
linking differs, so that a method without a segmenter of its own is not blamed for lacking one. CollateX is
under the GPL: it is installed into a throw-away environment, run as a program of its own, and never a
dependency. Its time grows with more than the square of the length, so pairs with more than --tokens tokens
on a side are not tried and others stopped after --seconds; what it did is scored, and hexapla once more on
the same pairs; where it cannot be installed, that is said. --model names a sentence model. --first-draft
names a Python file with `align(texts, texts, numbers, numbers).links()`.
"""

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.marks import cited, marks_of
from benchmarks.peers import (
    FLOORS,
    Comparer,
    assign,
    compare_dice,
    compare_meaning,
    compare_tfidf,
    link_by_difflib,
    link_by_number,
)
from benchmarks.predictions import golds, predicted, segmented
from benchmarks.scoring import Tally, tally
from hexapla.alignment import ENCODERS, align, load_encoder
from hexapla.model import Document

__all__ = ["main"]

Texts = Sequence[tuple[str, str]]
"""printed number and text of every clause of a version"""
Links = list[tuple[int, int]]
Method = Callable[[Texts, Texts], Links | None]
"""None: cannot be done"""

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
    parser.add_argument("--model", choices=ENCODERS)
    parser.add_argument("--tokens", type=int, default=2700)
    parser.add_argument("--seconds", type=float, default=600.0)
    options = parser.parse_args(arguments)
    methods: dict[str, Method | None] = {
        "same number": link_by_number,
        "difflib, greedy from .5": link_by_difflib,
    }
    if options.first_draft:
        methods["first draft of this method"] = _first_draft(options.first_draft)
    print("| method | P | R | F1 | rows | low likeness | moved | split | merged | seconds |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, method in methods.items():
        _show(name, _run(options.cases, method))
    peers: dict[str, Comparer] = {"Dice": compare_dice, "tf-idf": compare_tfidf}
    encoder = load_encoder(options.model)
    if encoder is not None:
        peers[str(encoder)] = compare_meaning(encoder)
    for name, compare in peers.items():
        floor, result = _run_best(options.cases, compare)
        _show(f"{name} + Hungarian from {floor}", result)
    _show("hexapla", _run(options.cases, None))
    with tempfile.TemporaryDirectory() as folder:
        try:
            collate = _collatex(Path(folder), options.tokens, options.seconds)
        except subprocess.CalledProcessError:
            print("\nCollateX cannot be installed here.")
            return 0
        collatex = _run(options.cases, collate)
    asked = len(collatex.done) + len(collatex.undone)
    _show(f"CollateX, the {len(collatex.done)} of {asked} pairs that it can do", collatex)
    _show("hexapla, the same pairs", _run(options.cases, None, collatex.done))
    print("\nCollateX did", *(" ".join(pair) for pair in sorted(collatex.done)), sep="\n- ")
    return 0


def _show(name: str, result: "_Result") -> None:
    precision, recall, f1, rows, _ = result.scored.rates
    kinds = " | ".join(
        f"{result.scored.found[kind]}/{result.scored.asked[kind]}"
        for kind in ("lowsim", "moved", "split", "merged")
    )
    rates = " | ".join(f"{rate:.3f}" for rate in (precision, recall, f1, rows))
    print(f"| {name} | {rates} | {kinds} | {result.seconds:.1f} |", flush=True)


@dataclass(slots=True)
class _Result:
    scored: Tally = field(default_factory=Tally)
    """over the pairs done"""
    seconds: float = 0.0
    done: set[tuple[str, str, str]] = field(default_factory=set)
    """case and versions of the pairs"""
    undone: set[tuple[str, str, str]] = field(default_factory=set)


@cache
def _cut(cases: Path) -> tuple[tuple[str, Document, dict[str, Any]], ...]:
    """Read and cut all texts, once for all methods."""
    return tuple((name, segmented(folder, gold), gold) for name, folder, gold in golds(cases))


def _run(cases: Path, method: Method | None, only: Collection[tuple[str, str, str]] = ()) -> _Result:
    result = _Result()
    for name, document, gold in _cut(cases):
        asked = {(name, pair["a"], pair["b"]) for pair in gold["pairs"]}
        if only and not asked & set(only):
            continue
        start = time.perf_counter()
        answer = _predict(document, gold, method) if method else predicted(align(document), gold)
        result.seconds += time.perf_counter() - start
        done = {(name, pair["a"], pair["b"]) for pair in answer["pairs"]} & asked
        done &= set(only or done)
        result.done |= done
        result.undone |= asked - done
        kept = [pair for pair in gold["pairs"] if (name, pair["a"], pair["b"]) in done]
        result.scored += tally(gold | {"pairs": kept}, answer)
    return result


def _run_best(cases: Path, compare: Comparer) -> tuple[float, _Result]:
    """Run an assignment with every floor; return the best floor and what it gave."""
    likeness: dict[tuple[Texts, Texts], Any] = {}

    def method(floor: float) -> Method:
        def link(left: Texts, right: Texts) -> Links:
            key = (tuple(left), tuple(right))
            if key not in likeness:
                likeness[key] = compare(left, right)
            return assign(likeness[key], floor)

        return link

    results = {floor: _run(cases, method(floor)) for floor in FLOORS}
    best = max(FLOORS, key=lambda floor: results[floor].scored.rates[2])
    spent = max(result.seconds for result in results.values())
    return best, replace(results[best], seconds=spent)


def _predict(document: Document, gold: dict[str, Any], method: Method) -> dict[str, Any]:
    """Answer the pairs that the gold file asks for; those that the method cannot do are left out."""
    known = marks_of(gold)
    texts = {
        version["id"]: [
            (one.mark, "\n".join(filter(None, (one.unit.heading, one.unit.text))))
            for one in cited(held, known[version["id"]])
        ]
        for version, held in zip(gold["versions"], document.versions, strict=True)
    }
    pairs = []
    for a, b in ((pair["a"], pair["b"]) for pair in gold["pairs"]):
        links = method(texts[a], texts[b])
        if links is not None:
            rows = [
                {"a": [texts[a][one][0]], "b": [texts[b][other][0]], "kind": "modified"}
                for one, other in links
            ]
            pairs.append({"a": a, "b": b, "alignment": rows})
    return {"pairs": pairs}


def _collatex(folder: Path, most: int, seconds: float) -> Method:
    """Clauses are linked where most tokens of one are aligned with tokens of the other."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)  # noqa: S603 - fixed words

    def method(left: Texts, right: Texts) -> Links | None:
        given = {
            name: [(token, at) for at, (_, text) in enumerate(texts) for token in _tokens(text)]
            for name, texts in (("a", left), ("b", right))
        }
        if max(map(len, given.values())) > most:
            return None
        try:
            told = subprocess.run(  # noqa: S603 - the program above, by the interpreter made above
                [python, "-c", COLLATE],
                input=json.dumps(given),
                capture_output=True,
                text=True,
                timeout=seconds,
                check=True,
            )
        except subprocess.TimeoutExpired:
            return None
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
