"""Segment and align real texts from their plain files and score the result.

    python -m benchmarks.alignment DIR [--predictions OUT]

DIR holds a folder per case: versions as plain files, and gold.json with their alignment. Of the gold file
only the versions' names and files are read before scoring. Prints a line per case and one for all; with
--predictions writes OUT/<case>.json in the schema of gold.json. A case that cannot be read has no answers
and says so. Where a file turns out to hold several versions, the one with most clauses answers for it.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.scoring import Tally, tally
from hexapla.align import align
from hexapla.align.folding import fold
from hexapla.errors import HexaplaError
from hexapla.model import Alignment, Document, Row, Version
from hexapla.plan import Plan, VersionPlan
from hexapla.readers import read
from hexapla.segment import segment
from hexapla.units import Unit, units

__all__ = ["cited", "main", "predict", "predicted", "segmented"]

Rows = list[dict[str, Any]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all cases."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alignment", description=__doc__)
    parser.add_argument("cases", type=Path, metavar="DIR")
    parser.add_argument("--predictions", type=Path, metavar="OUT")
    options = parser.parse_args(arguments)
    total, scores = Tally(), []
    for gold_file in sorted(options.cases.glob("*/gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        start = time.perf_counter()
        try:
            answer = predict(gold_file.parent, gold["versions"])
        except (OSError, HexaplaError) as failure:
            print(f"{gold_file.parent.name}: {failure}", file=sys.stderr)
            answer = {"versions": gold["versions"], "pairs": []}
        seconds = time.perf_counter() - start
        if options.predictions:
            options.predictions.mkdir(parents=True, exist_ok=True)
            target = options.predictions / f"{gold_file.parent.name}.json"
            target.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
        scored = tally(gold, answer)
        print(f"{gold_file.parent.name:28s} {scored} {seconds:.2f} s", flush=True)
        total += scored
        scores.append(scored.rates[2])
    print(f"{'all':28s} {total}")
    print(f"macro F1 {sum(scores) / max(1, len(scores)):.3f} over {len(scores)} cases")
    return 0


def predict(folder: Path, versions: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Read, segment and align a case; predict every pair of its versions."""
    return predicted(align(segmented(folder, versions)), versions)


def segmented(folder: Path, versions: Sequence[dict[str, str]]) -> Document:
    """Read and segment a case."""
    sources = [read(version["file"], (folder / version["file"]).read_bytes()) for version in versions]
    plans = tuple(VersionPlan(file=version["file"], label=version["id"]) for version in versions)
    return segment(sources, Plan(id=folder.name, versions=plans))


def predicted(alignment: Alignment, versions: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Say an alignment in the schema of gold.json."""
    marks = [_marks(version) for version in alignment.document.versions]
    held = _places(alignment.document, versions)
    pairs = [
        {
            "a": versions[a]["id"],
            "b": versions[b]["id"],
            "alignment": _rows(alignment, marks, held[a], held[b]),
        }
        for a, b in combinations(sorted(held), 2)
    ]
    return {"versions": [dict(version) for version in versions], "pairs": pairs}


def _places(document: Document, versions: Sequence[dict[str, str]]) -> dict[int, int]:
    """Per version asked for the place of the version that its file holds."""
    sizes = [len(cited(version)) for version in document.versions]
    found = {}
    for asked, version in enumerate(versions):
        here = [at for at, held in enumerate(document.versions) if held.source.path == version["file"]]
        if here:
            found[asked] = max(here, key=lambda at: (sizes[at], -at))
    return found


def cited(version: Version) -> list[Unit]:
    """Units of the level at which a text is cited: the commonest kind of number; no lists in annexes."""
    numbered = [unit for unit in units(version) if unit.number is not None]
    kinds = Counter(_kind_of_number(unit.id) for unit in numbered)
    chief = max(kinds, key=lambda kind: (kinds[kind], kind), default="")
    return [unit for unit in numbered if _kind_of_number(unit.id) == chief]


def _marks(version: Version) -> dict[str, tuple[str, bytes]]:
    """Per cited unit its printed number and the key of what it says."""
    side = fold(version)
    keys = {unit.id: key for unit, key in zip(side.units, side.loose, strict=True)}
    return {unit.id: (unit.number or "", keys[unit.id]) for unit in cited(version)}


def _kind_of_number(clause: str) -> str:
    """`art` of `chp_2__art_12` and of `chp_2__art_12__rep_2`; letters are another kind than figures."""
    steps = [step.partition("_") for step in clause.split("__")]
    name, _, value = [step for step in steps if step[0] != "rep"][-1]
    return f"{name} in letters" if value.isalpha() else name


def _rows(alignment: Alignment, marks: Sequence[dict[str, tuple[str, bytes]]], a: int, b: int) -> Rows:
    out = []
    for row in alignment.rows:
        for left, right in _groups(alignment, row, a, b):
            mine = [marks[a][unit] for unit in left if unit in marks[a]]
            yours = [marks[b][unit] for unit in right if unit in marks[b]]
            if mine or yours:
                out.append(
                    {
                        "a": [mark for mark, _ in mine],
                        "b": [mark for mark, _ in yours],
                        "kind": _kind(mine, yours),
                    }
                )
    return out


def _groups(alignment: Alignment, row: Row, a: int, b: int) -> list[tuple[list[str], list[str]]]:
    """A row as groups of one clause against one or several; n:m rows are told by their links."""
    left, right = list(row.cells[a]), list(row.cells[b])
    if len(left) < 2 or len(right) < 2:  # noqa: PLR2004 - one against any number is a group
        return [(left, right)]
    sigla = alignment.document.sigla
    links = sorted(
        (link.a[1], link.b[1]) for link in row.links if (link.a[0], link.b[0]) == (sigla[a], sigla[b])
    ) or [(one, other) for one in left for other in right]
    there: dict[str, list[str]] = defaultdict(list)
    here: dict[str, list[str]] = defaultdict(list)
    for one, other in links:
        there[one].append(other)
        here[other].append(one)
    groups = [([one], others) for one, others in there.items() if len(others) > 1]
    groups += [(ones, [other]) for other, ones in here.items() if len(ones) > 1]
    groups += [([one], [other]) for one, other in links if len(there[one]) == len(here[other]) == 1]
    groups += [([one], []) for one in left if one not in there]
    return groups + [([], [other]) for other in right if other not in here]


def _kind(mine: Sequence[tuple[str, bytes]], yours: Sequence[tuple[str, bytes]]) -> str:
    if not mine or not yours:
        return "deleted" if mine else "added"
    if len(mine) > 1 or len(yours) > 1:
        return "split" if len(yours) > 1 else "merged"
    (mark, key), (other, other_key) = mine[0], yours[0]
    if key != other_key:
        return "modified"
    return "same" if mark == other else "renumbered"


if __name__ == "__main__":
    sys.exit(main())
