"""Score the links of paragraphs and items of one normal run, beside a run in which they are units themselves.

    python -m benchmarks.item_links DIR [--list]

DIR holds pairs of cases: `a-NAME`, versions as plain files cited by article, with its gold.json, and
`i-NAME`, the same texts with every paragraph and item printed as an article of its own, its gold.json, and
ids.tsv: per line a version, a number of `i-NAME`, and the place that it has in `a-NAME` (`13.2(1)`: article,
paragraph, item). `a-NAME` is aligned as always; of its links each is read at the nearest place that ids.tsv
has. Prints per case and for all: those links; `i-NAME` aligned as it is; and of the first those that lead to
another row, with --list each of them.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import regex

from benchmarks.marks import cited, marks_of
from benchmarks.predictions import predict, segmented
from benchmarks.scoring import Tally, tally
from hexapla.alignment import align
from hexapla.model import Alignment, Link, Version
from hexapla.reading.cited_passages import PassageIndex
from hexapla.reading.labels import label_document
from hexapla.text.numerals import number_in_digits
from hexapla.units import build_units

__all__ = ["main"]

FIGURES = regex.compile(r"\d+")
Marks = Mapping[str, str]
"""place → the number in the texts of items"""


class Ends(NamedTuple):
    """A link as the gold of items cites it."""

    a: str
    b: str
    across: bool
    """between two rows"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all pairs of cases."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.item_links", description=__doc__)
    parser.add_argument("cases", type=Path, metavar="DIR")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args(arguments)
    read, fed, crossing, right = Tally(), Tally(), 0, 0
    for folder in sorted(options.cases.glob("i-*")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        links = list(read_items(options.cases / f"a-{folder.name[2:]}", folder, gold))
        own, alone = tally(gold, answer(gold, links)), tally(gold, predict(folder, gold))
        across = [(link, is_right(gold, link)) for link in links if link.across]
        print(f"{folder.name[2:]:20s} items of articles {own}")
        print(f"{'':20s} items as units    {alone}")
        print(
            f"{'':20s} to other rows     {sum(good for _, good in across)} of {len(across)} right", flush=True
        )
        for link, good in across if options.list else ():
            print(f"{'':22s}{link.a} ~ {link.b}{'' if good else '  false'}")
        read += own
        fed += alone
        crossing, right = crossing + len(across), right + sum(good for _, good in across)
    print(f"{'all':20s} items of articles {read}")
    print(f"{'':20s} items as units    {fed}")
    print(f"{'':20s} to other rows     {right} of {crossing} right")
    return 0


def read_items(articles: Path, items: Path, gold: dict[str, Any]) -> Iterator[Ends]:
    """Align a case by articles; yield the links of its paragraphs and items, each once."""
    by_article = json.loads((articles / "gold.json").read_text(encoding="utf-8"))
    document = segmented(articles, by_article)
    alignment = align(document)
    names = [version["id"] for version in gold["versions"]]
    marks = {
        version.siglum: mark_passages(alignment, version, marks_of(by_article)[name], read_marks(items, name))
        for version, name in zip(document.versions, names, strict=True)
    }
    rows = {
        (siglum, unit): row.id
        for row in alignment.rows
        for siglum, cell in zip(document.sigla, row.cells, strict=True)
        for unit in cell
    }
    index = PassageIndex(document, label_document(document))
    seen = set()
    for link in (*alignment.items, *find_whole_units(alignment)):
        a, b = (marks[siglum].get(name) for siglum, name in (link.a, link.b))
        here, there = (rows[end[0], index.places[end].unit] for end in (link.a, link.b))
        if a and b and (a, b) not in seen:
            seen.add((a, b))
            yield Ends(a, b, here != there)


def find_whole_units(alignment: Alignment) -> Iterator[Link]:
    """Yield the links of rows between units without parts, which have no items."""
    several = {
        (version.siglum, unit.id)
        for version in alignment.document.versions
        for unit in build_units(version)
        if unit.parts
    }
    for row in alignment.rows:
        yield from (link for link in row.links if link.a not in several and link.b not in several)


def read_marks(items: Path, version: str) -> Marks:
    """Read at which place each number of a version of the texts of items stands."""
    lines = (items / "ids.tsv").read_text(encoding="utf-8").splitlines()
    return {place: number for name, number, place in (line.split("\t") for line in lines) if name == version}


def mark_passages(
    alignment: Alignment, version: Version, known: Collection[str], marks: Marks
) -> dict[str, str]:
    """Return the number that each paragraph and item has in the texts of items, or the one above it has."""
    articles = {one.unit.id: FIGURES.findall(number_in_digits(one.mark)) for one in cited(version, known)}
    index = PassageIndex(alignment.document, label_document(alignment.document))
    places: defaultdict[str, list[tuple[str, tuple[int | str, ...]]]] = defaultdict(list)
    for (siglum, name), place in index.places.items():
        if siglum == version.siglum and articles.get(place.unit):
            places[place.unit].append((name, place.path))
    found = {}
    for unit, own in places.items():
        numbered = any(isinstance(path[0], str) for _, path in own)
        for name, path in own:
            steps = [str(step) if isinstance(step, int) else count(step) for step in path]
            if numbered and isinstance(path[0], int):
                continue  # a heading: the paragraphs bear numbers
            first = f"{articles[unit][0]}.{steps[0]}"
            whole = first + "".join(f"({step})" for step in steps[1:2])
            if (mark := marks.get(whole) or marks.get(first)) is not None:
                found[name] = mark
    return found


def count(printed: str) -> str:
    """Return a printed number in figures."""
    return "".join(FIGURES.findall(number_in_digits(printed))[:1]) or printed


def answer(gold: dict[str, Any], links: Sequence[Ends]) -> dict[str, Any]:
    """Say links in the schema of gold.json."""
    first, second = (version["id"] for version in gold["versions"])
    rows = [{"a": [link.a], "b": [link.b], "kind": "modified"} for link in links]
    return {"versions": gold["versions"], "pairs": [{"a": first, "b": second, "alignment": rows}]}


def is_right(gold: dict[str, Any], link: Ends) -> bool:
    """Tell whether the gold has a link, or allows it."""
    (pair,) = gold["pairs"]
    asked = {(a, b) for row in pair["alignment"] for a in row["a"] for b in row["b"]}
    return (link.a, link.b) in asked or [link.a, link.b] in pair.get("optional", ())


if __name__ == "__main__":
    sys.exit(main())
