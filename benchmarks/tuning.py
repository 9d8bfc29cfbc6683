"""Tune the weights of segmentation on one half of known texts, and judge them on the other.

    python -m benchmarks.tuning [DIR ...] [--only NAME ...] [--by 0.5 0.8 1.25 2] [--rounds 2] [--noise 4]

DIR are folders of hard texts as `benchmarks.hard_texts` reads them; without any, our own. The texts are
halved by a digest of their name, so that a text stays in its half whatever is added. Each weight in turn is
multiplied by the given factors, all others as they are; the value is kept that reads the training half best,
and the search goes on from there until a round changes nothing. Best is, in this order:

1. the most texts exactly right (nothing of what their reader says differs),
2. the highest F1 of clauses (number, beginning and depth),
3. the most texts right when all weights are disturbed: each by up to a quarter, by seeded noise, several
   times. That is the margin: a reading that wins by little is lost.

A value that is only as good as the one at hand is not taken. Printed are each step and, before and after,
what both halves reach; where the held-out half does not gain, the tuning has learnt nothing but its texts.
The same texts give the same lines.
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

from benchmarks.ablation import OWN, moved
from benchmarks.hard_texts import HardText, differences, find_pairs, read_texts
from hexapla.model import Document
from hexapla.plan import Plan
from hexapla.segmentation import segment
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights

__all__ = ["Reached", "disturb", "halve", "main", "measure", "tune"]

FACTORS = (0.5, 0.8, 1.25, 2.0)
SIZE = 0.25
"""the share by which noise moves a weight, at most"""
SEARCH = frozenset(
    {"beam_width", "beam_margin", "look_back", "deepest", "highest_number", "far", "years_from", "run"}
)
"""what bounds the search or the numbers is no weight"""


class Reached(NamedTuple):
    """What weights reach on some texts; the more the better, in this order."""

    right: int
    f1: float
    steady: float = 0.0
    """texts that stay right under noise, on average"""

    def __str__(self) -> str:
        """Return the columns of a line."""
        return f"{self.right:4d} right  F1 {self.f1:.4f}  steady {self.steady:7.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Tune, and print what comes of it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.tuning",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", type=Path, nargs="*", metavar="DIR")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="move these weights alone")
    parser.add_argument("--by", type=float, nargs="+", default=FACTORS, help="factors of each weight")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--noise", type=int, default=4, help="how often all weights are disturbed")
    options = parser.parse_args(arguments)
    names = [field.name for field in fields(DEFAULT) if field.name not in SEARCH]
    if unknown := sorted(set(options.only or ()) - set(names)):
        parser.error(f"no weight to be tuned is called {', '.join(unknown)}; there are {', '.join(names)}")
    folders = options.folders or [OWN["segmentation"]]
    training, held_out = halve([text for folder in folders for text in read_texts(folder)])
    chosen = [name for name in names if not options.only or name in options.only]
    noise = [disturb(seed) for seed in range(options.noise)]
    tuned = tune(training, chosen, options.by, options.rounds, noise)
    for name, half in (("training", training), ("held out", held_out)):
        for when, weights in (("before", DEFAULT), ("after", tuned)):
            print(f"{name} {when:6s} {len(half):4d} texts {measure(half, weights, noise)}")
    for field in fields(DEFAULT):
        old, new = getattr(DEFAULT, field.name), getattr(tuned, field.name)
        if old != new:
            print(f"{field.name} {old:g} → {new:g}")
    return 0


def halve(texts: Sequence[HardText]) -> tuple[list[HardText], list[HardText]]:
    """Part texts into two halves by a digest of their name."""
    halves: tuple[list[HardText], list[HardText]] = ([], [])
    for text in texts:
        halves[hashlib.sha256(text.name.encode()).digest()[0] % 2].append(text)
    return halves


Factors = dict[str, float]
"""weight → what it is multiplied by"""


def disturb(seed: int) -> Factors:
    """Return factors for all weights: the same for the same seed.

    >>> disturb(1) == disturb(1), all(abs(one - 1) <= SIZE for one in disturb(1).values())
    (True, True)
    """
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    return {
        field.name: 1 + SIZE * (2 * chance.random() - 1)
        for field in fields(DEFAULT)
        if field.name not in SEARCH and field.type is not int
    }


def multiply(weights: MarkWeights, factors: Factors) -> MarkWeights:
    """Return weights with some multiplied."""
    return replace(weights, **{name: getattr(weights, name) * factor for name, factor in factors.items()})


def tune(
    texts: Sequence[HardText],
    names: Sequence[str],
    factors: Sequence[float],
    rounds: int,
    noise: Sequence[Factors] = (),
) -> MarkWeights:
    """Move one weight after the other, as long as that reads the texts better."""
    best, reached = DEFAULT, measure(texts, DEFAULT, noise)
    for n in range(rounds):
        start = best
        for name in names:
            before = best
            for factor in factors:
                weights = moved(before, name, factor)
                if measure(texts, weights)[:2] < reached[:2]:
                    continue
                found = measure(texts, weights, noise)
                if found > reached:
                    best, reached = replace(best, **{name: getattr(weights, name)}), found
                    print(f"round {n + 1} {name} {getattr(best, name):g}: {reached}", flush=True)
        if best == start:
            break
    return best


def measure(texts: Sequence[HardText], weights: MarkWeights, noise: Sequence[Factors] = ()) -> Reached:
    """Read all texts, with these weights and with each disturbance of them."""
    documents = [cut(text, weights) for text in texts]
    hits = wanted = found = 0
    for text, document in zip(texts, documents, strict=True):
        one = count(text, document)
        hits, wanted, found = hits + one[0], wanted + one[1], found + one[2]
    disturbed = [multiply(weights, factors) for factors in noise]
    steady = [not differences(text.case, cut(text, one)) for one in disturbed for text in texts]
    return Reached(
        sum(not differences(text.case, one) for text, one in zip(texts, documents, strict=True)),
        2 * hits / (wanted + found) if wanted + found else 1.0,
        sum(steady) / len(noise) if noise else 0.0,
    )


def cut(text: HardText, weights: MarkWeights) -> Document:
    """Cut a text into versions and clauses."""
    return segment([text.source], Plan(id=text.name), weights=weights)


def count(text: HardText, document: Document) -> tuple[int, int, int]:
    """Return how many clauses are right, how many there should be, and how many there are."""
    found = [one for version in document.versions for one in version.clauses if one.number]
    wanted = [one for version in text.case["expect"]["versions"] for one in version["clauses"]]
    pairs = find_pairs(wanted, found)
    hits = [i for i, j in pairs if wanted[i].get("depth") in (None, found[j].depth)]
    optional = [i for i, one in enumerate(wanted) if one.get("optional")]
    beside = len([i for i, _ in pairs if wanted[i].get("optional")])
    return len(set(hits) - set(optional)), len(wanted) - len(optional), len(found) - beside


if __name__ == "__main__":
    sys.exit(main())
