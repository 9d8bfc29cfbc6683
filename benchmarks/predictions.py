"""What the program says of a known alignment: a case read, cut and aligned, in the schema of `gold.json`."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.marks import cited, marks_of
from benchmarks.scoring import tasks as golds
from hexapla.alignment import align
from hexapla.alignment.prepared import prepare_version
from hexapla.model import Alignment, Document, Row
from hexapla.plan import Plan, VersionPlan
from hexapla.readers import read_source
from hexapla.segmentation import segment

__all__ = ["golds", "predict", "predicted", "segmented"]

Rows = list[dict[str, Any]]
Marks = dict[str, tuple[str, bytes]]


def predict(folder: Path, gold: dict[str, Any]) -> dict[str, Any]:
    """Read, segment and align a case; predict every pair of its versions."""
    return predicted(align(segmented(folder, gold)), gold)


def segmented(folder: Path, gold: dict[str, Any]) -> Document:
    """Read and segment a case."""
    versions = gold["versions"]
    sources = [read_source(version["file"], (folder / version["file"]).read_bytes()) for version in versions]
    plans = tuple(VersionPlan(file=version["file"], label=version["id"]) for version in versions)
    return segment(sources, Plan(id=folder.name, unit=gold.get("unit"), versions=plans))


def predicted(alignment: Alignment, gold: dict[str, Any]) -> dict[str, Any]:
    """Say an alignment in the schema of gold.json."""
    versions = gold["versions"]
    known = marks_of(gold)
    held = {
        asked: place
        for asked, place in enumerate(_place(alignment.document, version, known) for version in versions)
        if place is not None
    }
    marks = {place: _marks(alignment, place, known[versions[asked]["id"]]) for asked, place in held.items()}
    pairs = [
        {
            "a": versions[a]["id"],
            "b": versions[b]["id"],
            "alignment": _rows(alignment, marks, held[a], held[b]),
        }
        for a, b in combinations(sorted(held), 2)
    ]
    return {"versions": [dict(version) for version in versions], "pairs": pairs}


def _place(document: Document, asked: dict[str, str], known: dict[str, frozenset[str]]) -> int | None:
    """Return the place of the version that a file holds; of several, of that with most clauses."""
    here = [at for at, version in enumerate(document.versions) if version.source.path == asked["file"]]
    marks = known[asked["id"]]
    return max(here, key=lambda at: (len(cited(document.versions[at], marks)), -at), default=None)


def _marks(alignment: Alignment, place: int, known: frozenset[str]) -> Marks:
    """Per cited unit its mark and the key of what it says."""
    version = alignment.document.versions[place]
    side = prepare_version(version)
    keys = {unit.id: key for unit, key in zip(side.units, side.loose, strict=True)}
    return {one.unit.id: (one.mark, keys[one.unit.id]) for one in cited(version, known)}


def _rows(alignment: Alignment, marks: dict[int, Marks], a: int, b: int) -> Rows:
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
