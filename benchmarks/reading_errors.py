"""Why hard texts are misread: at which step of segmentation the right reading is lost.

    python -m benchmarks.reading_errors DIR ...

DIR are folders of hard texts as `benchmarks.hard_texts` reads them. For each text that is not read as its
reader does, a line says what differs and, where it is the marks or their depths, for the first mark that is
lost why it is, in the order of the steps:

    no form           no numbering scheme has it
    too weak          its place or its likeness to a reference, a date, a count takes all its strength
    hidden            a quotation, a contents list, a page's furniture or a table covers it
    beside others     another place of the text speaks against it
    unsupported       a weak one without its predecessor
    taken otherwise   the search could have taken it: no move leads to the right place in the tree, the score
                      of the right reading is lower than that of the one chosen (an error of the scores; by
                      how much), or it is higher (an error of the search)
    after the reading the marks are right, what is made of them is not
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.hard_texts import HardText, differences, number_key, read_texts, words_key
from hexapla.languages.schemes import Level
from hexapla.plan import Plan
from hexapla.segmentation import segment
from hexapla.segmentation.beam_search import (
    ChosenMark,
    States,
    advance_states,
    choose_marks,
    filter_supported,
)
from hexapla.segmentation.mark_features import extract_features
from hexapla.segmentation.mark_weights import DEFAULT
from hexapla.segmentation.marks import Mark, find_marks
from hexapla.segmentation.segment import Stretch, find_candidates, find_page_matter, split_source
from hexapla.segmentation.surroundings import StretchPlaces, Surroundings
from hexapla.segmentation.text_structure import cut_structures

__all__ = ["main"]

BOUNDLESS = replace(DEFAULT, beam_width=100_000, beam_margin=1e9)
"""the same scores, and no state is given up"""
LENIENT = replace(DEFAULT, hopeless=-1e9)
"""the same strengths, and no candidate is given up"""
Expected = dict[str, Any]


class Candidates(NamedTuple):
    """What could be a mark in one version, step by step."""

    text: str
    view: str
    start: int
    headings: tuple[int, ...]
    steps: tuple[tuple[str, list[Mark]], ...]
    """why a mark is lost that is not among these, and these"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each text that is misread, and how often each reason is the first."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.reading_errors",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    options = parser.parse_args(arguments)
    reasons: Counter[str] = Counter()
    total = 0
    for folder in options.folders:
        for text in read_texts(folder):
            total += 1
            found = differences(text.case, segment([text.source], Plan(id=text.name)))
            if found:
                reason, told = explain(text, found)
                reasons[reason] += 1
                print(f"{text.name:34s} {reason}: {told}  [{'; '.join(found)[:160]}]")
    print(f"{total} texts, {total - sum(reasons.values())} right")
    for reason, count in reasons.most_common():
        print(f"{count:4d} {reason}")
    return 0


def explain(text: HardText, found: Sequence[str]) -> tuple[str, str]:
    """Return the first reason why a text is misread, and what it is about."""
    versions = list(list_candidates(text))
    wanted = text.case["expect"]["versions"]
    if len(versions) != len(wanted):
        return "versions", f"{len(versions)}, not {len(wanted)}"
    for one, candidates in zip(wanted, versions, strict=True):
        told = explain_marks(one["clauses"], candidates)
        if told:
            return told
    return "after the reading", found[0][:60]


def list_candidates(text: HardText) -> Iterator[Candidates]:
    """Go the first steps of segmentation, version by version."""
    parts = split_source(text.source)
    if parts is None:
        return
    view, compilation, _ = parts
    extents = [part.extent for part in compilation.parts]
    for part, structure in zip(compilation.parts, cut_structures(text.source.markup, extents), strict=True):
        base, end = part.extent
        stretch = Stretch(text.source.text[base:end], view[base:end], structure)
        start = part.body - base
        inner, glued = find_page_matter(stretch, start)
        seen, kept, _ = find_candidates(stretch, start, inner, glued, Plan(id=text.name), DEFAULT)
        every = find_marks(stretch.view, start, end - base, weights=LENIENT, structure=structure)
        strong = find_marks(stretch.view, start, end - base, structure=structure)
        clear = find_marks(seen, start, end - base, structure=structure)
        steps = (
            ("no form", every),
            ("too weak", strong),
            ("hidden", clear),
            ("beside others", kept),
            ("unsupported", filter_supported(kept)),
        )
        yield Candidates(stretch.text, seen, start, tuple(one.start for one in structure.headings), steps)


def explain_marks(wanted: Sequence[Expected], candidates: Candidates) -> tuple[str, str] | None:
    """Return why the marks of a version are not those wanted; None if they are."""
    wanted = [one for one in wanted if not one.get("optional")]
    right: list[list[Mark]] = []
    for reason, marks in candidates.steps:
        right = locate(wanted, marks, candidates.text)
        for one, found in zip(wanted, right, strict=True):
            if not found:
                return reason, f"{one['number']} {one['starts']}"
    view, start, marks = candidates.view, candidates.start, candidates.steps[-1][1]
    chosen = choose_marks(view, start, len(view), candidates.steps[-2][1], DEFAULT, candidates.headings)
    places = StretchPlaces(view, start, len(view), DEFAULT.far, candidates.headings)
    told = tell_first_difference(wanted, right, chosen)
    if told is None:
        return None
    depths = [one.get("depth") for one in wanted]
    own = score(places, [[one.mark] for one in chosen], [one.depth for one in chosen])
    best = score(places, right, depths)
    if best is None or own is None:
        return "no move", told
    return ("scores" if best < own else "search"), f"{told}: {best:.2f} against {own:.2f}"


def locate(wanted: Sequence[Expected], marks: Sequence[Mark], text: str) -> list[list[Mark]]:
    """Return the candidates that each wanted clause's mark could be, in order; none where it is not there."""
    keys = [
        (number_key(text[mark.pos : mark.end]), words_key(text[mark.end : mark.end + 60])) for mark in marks
    ]
    found: list[list[Mark]] = []
    at = 0
    for one in wanted:
        numbers = {number_key(each) for each in (one["number"], *one.get("number_also", []))}
        begins = words_key(one["starts"])
        places = [
            n
            for n in range(at, len(marks))
            if keys[n][0] in numbers and keys[n][1].lstrip(".．、:：,").startswith(begins.lstrip(".．、:：,"))
        ]
        same = [marks[n] for n in places if marks[n].pos == marks[places[0]].pos]
        found.append(same)
        if same:
            at = places[0] + 1
            while at < len(marks) and marks[at].pos == same[0].pos:
                at += 1
    return found


def tell_first_difference(
    wanted: Sequence[Expected], right: Sequence[Sequence[Mark]], chosen: Sequence[ChosenMark]
) -> str | None:
    """Say where the marks chosen are others than those wanted, or stand elsewhere."""
    there = {one.mark.pos: one.depth for one in chosen}
    gold = {marks[0].pos for marks in right}
    for one, marks in zip(wanted, right, strict=True):
        depth = there.get(marks[0].pos)
        if depth is None or one.get("depth") not in (None, depth):
            return f"{one['number']} {one['starts']} at {depth}, not {one.get('depth')}"
    for chose in chosen:
        if chose.mark.pos not in gold and chose.mark.scheme.level is not Level.ANNEX:
            return f"{chose.mark.family} {chose.mark.value} taken beside"
    return None


def score(
    places: StretchPlaces, right: Sequence[Sequence[Mark]], depths: Sequence[int | None]
) -> float | None:
    """Return what the best reading earns that takes these marks at these depths; None if none can."""
    states: States = {((), ()): (0.0, None)}
    for same, depth in zip(right, depths, strict=True):
        found: States = {}
        for mark in same:
            features = extract_features(mark, BOUNDLESS)
            new = advance_states(states, features, Surroundings(places, mark), places.start)
            for key, (worth, chain) in new.items():
                taken = chain is not None and chain[0].pos == mark.pos and depth in (None, chain[1])
                if taken and (key not in found or worth > found[key][0]):
                    found[key] = (worth, chain)
        states = found
    return max((worth for worth, _ in states.values()), default=None)


if __name__ == "__main__":
    sys.exit(main())
