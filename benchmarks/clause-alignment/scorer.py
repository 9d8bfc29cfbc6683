"""Score predicted alignments against gold ones, counted in links between clauses. Needs Python alone.

    python scorer.py PREDICTIONS [--texts DIR]

PREDICTIONS holds a file for each gold file, `zh-ferry.json` for `zh-ferry/gold.json` and
`zh-ferry.items.json` for `zh-ferry/gold.items.json`, in the schema of the gold. A file
that is missing answers nothing.

A row of 1:2 counts as two links. Predicted links that touch a clause without known answer are left out, and
so are `optional` ones, which one careful reader would draw and another would not. Marks are compared without
white space.
`moved` are gold links off a longest chain that keeps the order of both sides; `lowsim` links of rows whose
sides are less alike than .6, `far` than .4; `rows` the share of gold rows whose clauses all have exactly
their gold partners; `kind` the share of all rows that are exact and labelled like gold.
"""

import argparse
import json
import re
import sys
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

__all__ = ["TEXTS", "Tally", "remove_space", "score", "tally", "tasks"]

Link = tuple[str, str]
Rows = list[dict[str, Any]]
UNLIKE = 0.6
FAR = 0.4
TEXTS = Path(__file__).parent / "texts"
DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS = {"十": 10, "百": 100, "千": 1000}
NUMBERS = re.compile(r"(?:([零〇一二三四五六七八九十百千两]+)|(\d+))([a-z]?)")


@dataclass(slots=True)
class Tally:
    """What was asked for, what was answered, what was right."""

    counts: Counter[str] = field(default_factory=Counter)
    """gold, predicted and right links; rows, exact rows, exact rows with the right kind"""
    asked: Counter[str] = field(default_factory=Counter)
    """gold links (for added and deleted: clauses) by kind"""
    found: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: "Tally") -> Self:
        """Add up."""
        self.counts.update(other.counts)
        self.asked.update(other.asked)
        self.found.update(other.found)
        return self

    @property
    def rates(self) -> tuple[float, float, float, float, float]:
        """Precision, recall, F1, share of exact rows, share of exact rows with the right kind."""
        right, rows = self.counts["right"], max(1, self.counts["rows"])
        precision = right / max(1, self.counts["predicted"])
        recall = right / max(1, self.counts["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return precision, recall, f1, self.counts["exact"] / rows, self.counts["kind"] / rows

    def __str__(self) -> str:
        """One line: rates, then what was found of what was asked, by kind."""
        names = ("P", "R", "F1", "rows", "kind")
        rates = " ".join(f"{name} {rate:.3f}" for name, rate in zip(names, self.rates, strict=True))
        kinds = " ".join(f"{kind}={self.found[kind]}/{self.asked[kind]}" for kind in sorted(self.asked))
        return f"{rates} | {kinds}"


def tasks(texts: Path = TEXTS) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Yield all gold alignments below a folder: a name, the folder of the texts, what the file says."""
    for file in sorted(texts.glob("*/gold*.json")):
        level = file.stem.removeprefix("gold")
        yield file.parent.name + level, file.parent, json.loads(file.read_text(encoding="utf-8"))


def score(predictions: Path, texts: Path = TEXTS) -> dict[str, Tally]:
    """Score a folder of predictions; return a tally for each gold file."""
    scores = {}
    for name, _, gold in tasks(texts):
        file = predictions / f"{name}.json"
        answer = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"pairs": []}
        scores[name] = tally(gold, answer)
    return scores


def tally(gold: dict[str, Any], predicted: dict[str, Any]) -> Tally:
    """Score all pairs of a case."""
    total = Tally()
    for pair in gold["pairs"]:
        rows = _folded(_rows_of(predicted, pair["a"], pair["b"]))
        total += _pair(pair | {"alignment": _folded(pair["alignment"])}, rows)
    return total


def remove_space(text: str) -> str:
    """Remove white space and invisible format characters, as marks are compared without them."""
    return "".join(
        char
        for char in text
        if not char.isspace() and unicodedata.category(char) not in ("Cf", "Zs", "Zl", "Zp")
    )


def read_han_number(printed: str) -> int:
    """Read a number in Han numerals below ten thousand; digits alone count by their places."""
    if all(char in DIGITS for char in printed):
        return int("".join(str(DIGITS[char]) for char in printed))
    total, digit = 0, 0
    for char in printed:
        if char in DIGITS:
            digit = DIGITS[char]
        else:
            total += (digit or 1) * POWERS[char]
            digit = 0
    return total + digit


def _folded(rows: Rows) -> Rows:
    return [row | {side: [remove_space(mark) for mark in row[side]] for side in "ab"} for row in rows]


def _rows_of(predicted: dict[str, Any], a: str, b: str) -> Rows:
    for pair in predicted["pairs"]:
        if (pair["a"], pair["b"]) == (a, b):
            rows: Rows = pair["alignment"]
            return rows
        if (pair["a"], pair["b"]) == (b, a):
            return [{"a": row["b"], "b": row["a"], "kind": row["kind"]} for row in pair["alignment"]]
    return []


def _links(rows: Rows) -> set[Link]:
    return {(a, b) for row in rows for a in row["a"] for b in row["b"]}


def _partners(links: set[Link]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    right: dict[str, set[str]] = defaultdict(set)
    left: dict[str, set[str]] = defaultdict(set)
    for a, b in links:
        right[a].add(b)
        left[b].add(a)
    return right, left


def _pair(pair: dict[str, Any], rows: Rows) -> Tally:
    open_a, open_b = (set(map(remove_space, pair.get("unscored", {}).get(side, ()))) for side in "ab")
    optional = {(remove_space(a), remove_space(b)) for a, b in pair.get("optional", ())}
    gold = _links(pair["alignment"])
    answered = {(a, b) for a, b in _links(rows) if a not in open_a and b not in open_b} - (optional - gold)
    out = Tally(counts=Counter(gold=len(gold), predicted=len(answered), right=len(gold & answered)))
    wanted, given = _partners(gold), _partners(answered)
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for side in "ab":
            for mark in row[side]:
                labels[side, mark].add(row["kind"])
    for row in pair["alignment"]:
        _row(out, row, answered, given)
        exact = all(given[side][mark] == wanted[side][mark] for side in (0, 1) for mark in row["ab"[side]])
        alone = row["kind"] in ("added", "deleted")
        labelled = all(
            row["kind"] in labels[side, mark] or (alone and (side, mark) not in labels)
            for side in "ab"
            for mark in row[side]
        )
        out.counts.update(rows=1, exact=exact, kind=exact and labelled)
    moved = _moved(gold)
    out.asked["moved"] += len(moved)
    out.found["moved"] += len(moved & answered)
    out.asked += Counter()  # drops kinds that were not asked for
    return out


def _row(
    out: Tally,
    row: dict[str, Any],
    answered: set[Link],
    given: tuple[dict[str, set[str]], dict[str, set[str]]],
) -> None:
    links = _links([row])
    if not links:
        marks = [(side, mark) for side in (0, 1) for mark in row["ab"[side]]]
        out.asked[row["kind"]] += len(marks)
        out.found[row["kind"]] += sum(not given[side][mark] for side, mark in marks)
        return
    alike = row.get("sim", 1)
    kinds = [name for name, bar in (("lowsim", UNLIKE), ("far", FAR)) if alike < bar]
    for kind in (row["kind"], *kinds):
        out.asked[kind] += len(links)
        out.found[kind] += len(links & answered)


def _order(mark: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """Return the numbers in a mark; then the mark itself, which orders (a) and (b) of one section."""
    numbers = (
        (int(digits) if digits else read_han_number(han), letter)
        for han, digits, letter in NUMBERS.findall(mark)
    )
    return tuple(numbers), mark


def _moved(links: set[Link]) -> set[Link]:
    places = {mark: at for at, mark in enumerate(sorted({b for _, b in links}, key=_order))}
    ordered = sorted(links, key=lambda link: (_order(link[0]), _order(link[1])))
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, b) in enumerate(ordered):
        pile = bisect_left(tops, places[b])
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [places[b]]
        ends[pile : pile + 1] = [at]
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(ordered[at])
        at = before[at]
    return links - kept


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each gold file and one for all."""
    parser = argparse.ArgumentParser(prog="scorer.py", description=__doc__)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    options = parser.parse_args(arguments)
    total = Tally()
    for name, scored in score(options.predictions, options.texts).items():
        sys.stdout.write(f"{name:28s} {scored}\n")
        total += scored
    sys.stdout.write(f"{'all':28s} {total}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
