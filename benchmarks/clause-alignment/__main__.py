"""Measure the baselines, and predictions of programs, in one run.

    python benchmarks/clause-alignment [PREDICTIONS …] [--write DIR]

Each PREDICTIONS is a folder of answers, as `scorer.py` takes them, and has a line with its name. With --write
the answers of the baselines are written too, each to a folder of its name, as an example of the form.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from baselines import (
    FLOORS,
    Comparer,
    Links,
    Texts,
    assign,
    compare_dice,
    compare_tfidf,
    link_by_difflib,
    link_by_number,
)
from clauses import Clauses, cut_task
from scorer import TEXTS, Tally, score, tally, tasks

Method = Callable[[Texts, Texts], Links]
Answers = dict[str, dict[str, Any]]
"""name of a gold file → what is predicted"""
HEAD = "| method | P | R | F1 | rows | low likeness | moved | split | merged |\n" + "|---" * 9 + "|\n"


@cache
def cut_all() -> tuple[tuple[str, dict[str, Any], dict[str, Clauses]], ...]:
    """Cut all texts, once for all methods."""
    return tuple((name, gold, cut_task(folder, gold)) for name, folder, gold in tasks())


def answer(method: Method) -> Answers:
    """Link the clauses of every pair that a gold file asks for."""
    return {
        name: {
            "pairs": [
                {
                    "a": a,
                    "b": b,
                    "alignment": [
                        {"a": [clauses[a][one][0]], "b": [clauses[b][other][0]], "kind": "modified"}
                        for one, other in method(clauses[a], clauses[b])
                    ],
                }
                for a, b in ((pair["a"], pair["b"]) for pair in gold["pairs"])
            ]
        }
        for name, gold, clauses in cut_all()
    }


def total(answers: Answers) -> Tally:
    """Score the answers to all gold files together."""
    found = Tally()
    for name, gold, _ in cut_all():
        found += tally(gold, answers[name])
    return found


def assigned(compare: Comparer) -> tuple[float, Answers]:
    """Assign one to one from every floor; return the best floor, and what it answers."""
    known: dict[tuple[tuple[tuple[str, str], ...], ...], Any] = {}

    def method(floor: float, left: Texts, right: Texts) -> Links:
        key = (tuple(left), tuple(right))
        if key not in known:
            known[key] = compare(left, right)
        return assign(known[key], floor)

    tried = {floor: answer(partial(method, floor)) for floor in FLOORS}
    best = max(FLOORS, key=lambda floor: total(tried[floor]).rates[2])
    return best, tried[best]


def baselines() -> Iterator[tuple[str, Answers]]:
    """Yield the baselines: what each is called, and what it answers."""
    yield "same number", answer(link_by_number)
    yield "difflib, greedy from .5", answer(link_by_difflib)
    for name, compare in (("Dice", compare_dice), ("tf-idf", compare_tfidf)):
        floor, answers = assigned(compare)
        yield f"{name} + Hungarian from {floor}", answers


def row(name: str, scored: Tally) -> str:
    """Write a line of the table."""
    kinds = (f"{scored.found[kind]}/{scored.asked[kind]}" for kind in ("lowsim", "moved", "split", "merged"))
    return f"| {name} | {' | '.join([*(f'{rate:.3f}' for rate in scored.rates[:4]), *kinds])} |\n"


def main(arguments: list[str] | None = None) -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(prog="clause-alignment", description=__doc__)
    parser.add_argument("predictions", type=Path, nargs="*", metavar="PREDICTIONS")
    parser.add_argument("--write", type=Path, metavar="DIR")
    options = parser.parse_args(arguments)
    sys.stdout.write(HEAD)
    for name, answers in baselines():
        sys.stdout.write(row(name, total(answers)))
        for task, said in answers.items() if options.write else ():
            place = options.write / name.partition(" from")[0].replace(" ", "-") / f"{task}.json"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
    for folder in options.predictions:
        scored = Tally()
        for each in score(folder, TEXTS).values():
            scored += each
        sys.stdout.write(row(folder.name, scored))
    return 0


if __name__ == "__main__":
    sys.exit(main())
