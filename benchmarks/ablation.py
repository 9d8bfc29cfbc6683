"""Move each weight of a stage, one at a time, and print what changes.

    python -m benchmarks.ablation [DIR ...] [--stage alignment] [--by 0.2] [--only NAME ...] [--jobs 2]

Each weight of the stage (`link_weights`, `mark_weights`) is made smaller and larger by
the given share (whole numbers at least by one), everything else as it is. DIR are, for alignment, folders of
cases as `benchmarks.alignment` reads them; for segmentation, folders of short texts with what a reader should
find in them; without any, our own corpus. For each weight of alignment one line:

    name             as it is     smaller: links, verdicts, F1, kinds     larger: the same     cases

`links` are those that went (-) and came (+), of all pairs of versions; `verdicts` the links that stay and are
trusted more or less; F1 and kinds (the share of rows that are exact and labelled right) how much better or
worse than as it is. For segmentation: the texts that are cut otherwise, and how many more or fewer have the
numbers that they should have. `=` says that everything stays the same: such a weight decides nothing in these
texts, and wants a reason to be there. The same texts give the same lines, whatever the number of jobs.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.marks import plain
from benchmarks.predictions import golds, predicted, segmented
from benchmarks.scoring import Tally, tally
from hexapla.alignment import DEFAULT, LinkWeights, align
from hexapla.model import Alignment, Document, Source
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import mark_weights as segmentation
from hexapla.segmentation import segment

__all__ = ["main", "moved"]

ROOT = Path(__file__).parents[1]
OWN = {
    "alignment": ROOT / "benchmarks/clause-alignment/texts",
    "segmentation": ROOT / "tests/corpus/segmentation",
}
"""stage → our own texts"""
STAGES: dict[str, Any] = {"alignment": DEFAULT, "segmentation": segmentation.DEFAULT}
"""stage → its weights"""
Folders = tuple[Path, ...]
Link = tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a moved weight changes, over all cases."""

    value: float
    told: str
    """in columns"""
    cases: tuple[str, ...]
    """in which anything differs"""

    def __str__(self) -> str:
        """One column of the table."""
        return f"{self.value:<9.4g}{self.told if self.cases else '=':29s}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description=__doc__)
    parser.add_argument("cases", type=Path, nargs="*", metavar="DIR")
    parser.add_argument("--stage", choices=list(STAGES), default="alignment")
    parser.add_argument("--by", type=float, default=0.2, help="the share by which weights are moved")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="move these weights alone")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args(arguments)
    usual = STAGES[options.stage]
    names = [field.name for field in fields(usual)]
    if unknown := sorted(set(options.only or ()) - set(names)):
        parser.error(f"no weight to be moved is called {', '.join(unknown)}; there are {', '.join(names)}")
    folders = tuple(options.cases) or (OWN[options.stage],)
    chosen = [name for name in names if not options.only or name in options.only]
    asked = [(folders, name, factor) for name in chosen for factor in (1 - options.by, 1 + options.by)]
    difference = alignment_difference if options.stage == "alignment" else segmentation_difference
    values = [float(getattr(usual, name)) for name in chosen]
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            print_lines(chosen, values, pool.map(difference, asked))
    else:
        print_lines(chosen, values, map(difference, asked))
    return 0


def print_lines(names: Sequence[str], values: Sequence[float], differences: Iterable[Difference]) -> None:
    """Print a line for each weight, of two differences each."""
    rest = iter(differences)
    for name, value, smaller, larger in zip(names, values, rest, rest, strict=True):
        cases = " ".join(sorted({*smaller.cases, *larger.cases}))
        print(f"{name:22s}{value:<9.4g} {smaller}  {larger}  {cases}".rstrip(), flush=True)


def moved(usual: Any, name: str, factor: float) -> Any:  # noqa: ANN401 - the weights of any stage
    """Return weights with one multiplied; whole numbers stay whole, and move at least by one."""
    value = getattr(usual, name)
    new = value * factor
    if isinstance(value, int):
        new = round(new) if round(new) != value else value + (1 if factor > 1 else -1)
    return replace(usual, **{name: new})


# ---------------------------------------------------------------- alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A document with the gold alignment of its versions."""

    name: str
    document: Document
    gold: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one set of weights makes of one case."""

    alignment: Alignment
    links: dict[Link, str]
    """with the confidence of each"""
    scored: Tally


def alignment_difference(asked: tuple[Folders, str, float]) -> Difference:
    """Align all cases with one weight moved, and compare with what they are without."""
    folders, name, factor = asked
    weights = moved(DEFAULT, name, factor)
    before = usual_outcomes(folders)
    cases = cases_of(folders)
    after = [outcome(case, weights, known) for case, known in zip(cases, before, strict=True)]
    pairs = list(zip(before, after, strict=True))
    lost = sum(len(one.links.keys() - other.links.keys()) for one, other in pairs)
    gained = sum(len(other.links.keys() - one.links.keys()) for one, other in pairs)
    verdicts = sum(
        one.links[link] != other.links[link]
        for one, other in pairs
        for link in one.links.keys() & other.links.keys()
    )
    old, new = (summed(one.scored for one in side).rates for side in (before, after))
    links = f"-{lost} +{gained}"
    return Difference(
        value=getattr(weights, name),
        told=f"{links:10s} {verdicts:3d} {new[2] - old[2]:+7.4f} {new[4] - old[4]:+7.4f}",
        cases=tuple(case.name for case, (one, other) in zip(cases, pairs, strict=True) if one is not other),
    )


def summed(scores: Iterable[Tally]) -> Tally:
    """Add up scores."""
    total = Tally()
    for score in scores:
        total += score
    return total


@lru_cache(maxsize=1)
def cases_of(folders: Folders) -> list[Case]:
    """Segment all cases, once in each process."""
    return [
        Case(name=name, document=segmented(folder, gold), gold=gold)
        for cases in folders
        for name, folder, gold in golds(cases)
    ]


@lru_cache(maxsize=1)
def usual_outcomes(folders: Folders) -> list[Outcome]:
    """Align all cases as they are aligned, once in each process."""
    return [outcome(case, DEFAULT) for case in cases_of(folders)]


def outcome(case: Case, weights: LinkWeights, known: Outcome | None = None) -> Outcome:
    """Align a case and score it; where it comes out as is known already, that is returned."""
    alignment = align(case.document, weights=weights)
    if known is not None and known.alignment == alignment:
        return known
    links = {(link.a, link.b): str(link.confidence) for row in alignment.rows for link in row.links}
    scored = tally(case.gold, predicted(alignment, case.gold))
    return Outcome(alignment=alignment, links=links, scored=scored)


# ---------------------------------------------------------------- segmentation


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A short text, with what a careful reader finds in it."""

    name: str
    source: Source
    numbers: tuple[tuple[tuple[str, ...], ...], ...]
    """the numbers of its clauses, version by version; several readings may be right"""


def segmentation_difference(asked: tuple[Folders, str, float]) -> Difference:
    """Cut all texts with one weight moved, and compare with what they are without."""
    folders, name, factor = asked
    weights = moved(segmentation.DEFAULT, name, factor)
    texts, before = texts_of(folders), usual_documents(folders)
    after = [cut(text, weights) for text in texts]
    right = sum(map(is_right, texts, after)) - sum(map(is_right, texts, before))
    cases = tuple(text.name for text, one, other in zip(texts, before, after, strict=True) if one != other)
    value = getattr(weights, name)
    return Difference(value=value, told=f"{len(cases)} texts, {right:+d} right", cases=cases)


@lru_cache(maxsize=1)
def texts_of(folders: Folders) -> list[Text]:
    """Read all texts, once in each process."""
    return [text_of(path) for folder in folders for path in sorted(folder.glob("*.json"))]


def text_of(path: Path) -> Text:
    """Read a text and the numbers that its clauses should have."""
    case = json.loads(path.read_text(encoding="utf-8"))
    accepted = [case["expect"], *case.get("alternatives", ())]
    numbers = tuple(
        tuple(
            tuple(plain(clause["number"]) for clause in version["clauses"] if not clause.get("optional"))
            for version in one["versions"]
        )
        for one in accepted
    )
    source = read_source(f"{path.stem}{case.get('suffix', '.txt')}", case["text"].encode())
    return Text(name=path.stem, source=source, numbers=numbers)


@lru_cache(maxsize=1)
def usual_documents(folders: Folders) -> list[Document]:
    """Cut all texts as they are cut, once in each process."""
    return [cut(text, segmentation.DEFAULT) for text in texts_of(folders)]


def cut(text: Text, weights: segmentation.MarkWeights) -> Document:
    """Cut a text into versions and clauses."""
    return segment([text.source], Plan(id=text.name), weights=weights)


def is_right(text: Text, document: Document) -> bool:
    """Tell whether the clauses have the numbers that they should have, in one of the accepted readings."""
    found = tuple(
        tuple(plain(clause.number) for clause in version.clauses if clause.number)
        for version in document.versions
    )
    return found in text.numbers


if __name__ == "__main__":
    sys.exit(main())
