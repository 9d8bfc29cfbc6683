"""The marks by which a gold alignment cites a text, and the units of a version that bear them.

A mark is a number as printed (`第十条`, `§ 1a`). Where numbers begin anew in every section, it is the end of
the way to it, the numbers above it and its own one after another (`四、（二）1.`, `Section 5.(b)`). Marks are
compared without white space.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from hexapla.model import Version
from hexapla.text import remove_space
from hexapla.units import Unit, build_units

__all__ = ["Cited", "cited", "form", "marks_of", "named", "plain"]


NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千两]+")
INSERTED = re.compile(r"[之の의-]N")


class Cited(NamedTuple):
    """A unit at the level of the gold, and the mark by which the gold cites it or would cite it."""

    unit: Unit
    mark: str


def plain(mark: str) -> str:
    """Fold a mark for comparing: without white space and outer points."""
    return remove_space(mark).strip(".．")


def form(mark: str) -> str:
    """Return what a mark looks like apart from its number; `第三条之一` looks like `第三条`."""
    return INSERTED.sub("", NUMBER.sub("N", plain(mark)))


def marks_of(gold: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Return per version the marks that its gold alignment cites, without white space; no links are told."""
    found: dict[str, set[str]] = {version["id"]: set() for version in gold["versions"]}
    for pair in gold["pairs"]:
        for side in "ab":
            of_rows = (mark for row in pair["alignment"] for mark in row[side])
            found[pair[side]].update(of_rows, pair.get("unscored", {}).get(side, ()))
    return {version: frozenset(map(remove_space, marks)) for version, marks in found.items()}


def cited(version: Version, marks: Collection[str] = frozenset()) -> list[Cited]:
    """Return the units at the level at which the gold cites: kinds of number most of which it cites.

    A text may be cited at two levels at once (`七、` beside `六、（三）`). Where the gold says nothing, or
    none of its marks is found, the level is the commonest kind of number that stands below no other, which
    leaves out lists in annexes and items, however many one section holds.
    A number that the gold does not know stays among the units, so that a false one is counted as false.
    """
    wanted = frozenset(map(plain, marks))
    units_with_kinds = [(one, _kind(one)) for one in named(version, wanted)]
    all_kinds = Counter(kind for _, kind in units_with_kinds)
    known = Counter(kind for one, kind in units_with_kinds if plain(one.mark) in wanted)
    chosen = {kind for kind, count in known.items() if 2 * count >= all_kinds[kind]}
    if not chosen:
        outer = Counter({kind: all_kinds[kind] for kind in _outer_kinds(version)})
        counted = known or outer or all_kinds
        chosen = {max(counted, key=lambda kind: (counted[kind], kind), default="")}
    return [one for one, kind in units_with_kinds if kind in chosen]


def _outer_kinds(version: Version) -> set[str]:
    """Return the kinds of number of the units that stand below no other numbered unit."""
    kinds: set[str] = set()
    above: list[int] = []
    for unit in build_units(version):
        if unit.number is None:
            continue
        while above and above[-1] >= unit.clause.depth:
            above.pop()
        if not above:
            kinds.add(_kind(Cited(unit, unit.number)))
        above.append(unit.clause.depth)
    return kinds


def named(version: Version, marks: Collection[str] = frozenset()) -> list[Cited]:
    """Return all numbered units with their marks: the shortest end of the way to each that the gold has."""
    wanted = frozenset(map(plain, marks))
    out = []
    for unit, way in _ways(version):
        ends = list(accumulate(reversed(way), lambda end, above: above + end))
        out.append(Cited(unit, next((end for end in ends if plain(end) in wanted), ends[0])))
    return out


def _kind(one: Cited) -> str:
    return f"{_name_of_step(one.unit.id)} {form(one.unit.number or '')}"


def _ways(version: Version) -> Iterator[tuple[Unit, list[str]]]:
    """Yield numbered units with the numbers on the way to them, outermost first."""
    by_id = {unit.id: unit for unit in build_units(version)}
    above: list[tuple[int, str]] = []
    for clause in version.clauses:
        if clause.number is None:
            continue
        while above and above[-1][0] >= clause.depth:
            above.pop()
        above.append((clause.depth, clause.number))
        if clause.id in by_id:
            yield by_id[clause.id], [number for _, number in above]


def _name_of_step(clause: str) -> str:
    """`art` of `chp_2__art_12` and of `chp_2__art_12__rep_2`; letters are another kind than figures."""
    steps = [step.partition("_") for step in clause.split("__")]
    name, _, value = [step for step in steps if step[0] != "rep"][-1]
    return f"{name} in letters" if value.isalpha() else name
