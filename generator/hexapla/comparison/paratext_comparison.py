"""Compare what two versions set aside of their own text: titles, notes, signatures.

These stand in no row of the table. A difference between them is told all the same, with the wording on both
sides and as a finding: a footnote of a contract holds terms, and who signs is what a lawyer looks at first.

Paratexts are paired by their words, else by likeness, else by their place. A note that another note was put
before has another mark and is still the same note, so words go before marks. Time is linear in the texts: a
paratext without an equal is compared with the few that stand where it stands, and with those with its mark.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby, pairwise
from typing import Final

from hexapla.findings import Finding, make_finding
from hexapla.model import Completeness, Edit, Op, SetAsideChange, Version
from hexapla.paratexts import (
    FOOTNOTE,
    PARATEXT_KINDS,
    Paratext,
    extract_division_headings,
    extract_paratexts,
)
from hexapla.text import FULL_WIDTH, make_key, remove_space, shorten

SILENT: Final = {
    Completeness.CUT_OFF: frozenset({"signature", FOOTNOTE}),
    Completeness.FRAGMENT: frozenset({"title", "note", FOOTNOTE}),
}
"""what a version may have had in the part that is lost: that it is not there proves nothing"""
CONTEXT: Final = 24
"""characters that a finding quotes on each side of a change"""
QUOTED: Final = 160
"""characters of a quotation, at most"""
MIN_SIMILARITY: Final = 0.4
"""share of pairs of characters in common from which two paratexts are one that was edited"""
NEAR: Final = 8
"""places, counted among those without an equal, up to which another paratext is looked at"""
ParatextPair = tuple[Paratext | None, Paratext | None]
"""base and target; None: this version has nothing that belongs to the other"""


class ParatextCandidate:
    """A paratext without an equal, at its place among those of its kind."""

    def __init__(self, own: Paratext, place: int) -> None:
        """Keep both."""
        self.own = own
        self.place = place

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters of its folded words."""
        folded = make_key(self.own.text)
        return frozenset(map("".join, pairwise(folded))) or frozenset([folded])


def diff_paratexts(
    base: Version, target: Version, edits: Callable[[str, str], tuple[Edit, ...]]
) -> tuple[SetAsideChange, ...]:
    """Compare what two versions set aside of their own text; `edits` marks two wordings against each other.

    Post-conditions:
        1. What differs only in white space, in width or in where its lines break is not told.
        2. What a version may have lost with its beginning or its end is not told as absent.
        3. Of the headings of divisions those are told that both versions have in other words.
    """
    couples = match_paratexts(extract_paratexts(base), extract_paratexts(target))
    headings = match_headings(extract_division_headings(base), extract_division_headings(target))
    return tuple(
        build_paratext_change(one, other, edits)
        for _, own in groupby(couples, key=paratext_kind)
        for one, other in select_differing(tuple(own))
        if not (one is None and is_silent(base, other)) and not (other is None and is_silent(target, one))
    ) + tuple(build_paratext_change(one, other, edits) for one, other in headings)


def match_paratexts(base: Sequence[Paratext], target: Sequence[Paratext]) -> list[ParatextPair]:
    """Pair the paratexts of two versions.

    Post-conditions:
        1. Every paratext stands in exactly one couple; both of a couple are of one kind.
        2. Couples stand by kind, then in the order of the target; what only the base has follows what stands
           before it in the base.
    """
    found: list[ParatextPair] = []
    for kind in PARATEXT_KINDS:
        left, right = ([each for each in side if each.kind == kind] for side in (base, target))
        links = link_paratexts(left, right, by_order=kind != FOOTNOTE)
        found += order_pairs(left, right, links)
    return found


def match_headings(
    base: Mapping[str, Paratext], target: Mapping[str, Paratext]
) -> Iterator[tuple[Paratext, Paratext]]:
    """Yield headings of divisions of one number that differ, of which neither stands at another number."""
    words = [{fold_form(each.text) for each in side.values()} for side in (base, target)]
    for name, one in base.items():
        other = target.get(name)
        if other and fold_form(one.text) not in words[1] and fold_form(other.text) not in words[0]:
            yield one, other


def link_paratexts(left: Sequence[Paratext], right: Sequence[Paratext], *, by_order: bool) -> dict[int, int]:
    """Return which belongs to which, as indices of both sides.

    Args:
        left: paratexts of a kind, of the base.
        right: those of the target.
        by_order: pair what is left in its order, as the lines of a title; notes are paired by their marks.
    """
    links = dict(match_equal(left, right))
    taken = set(links.values())
    one = [ParatextCandidate(each, place) for place, each in enumerate(left) if place not in links]
    other = [ParatextCandidate(each, place) for place, each in enumerate(right) if place not in taken]
    links.update(match_similar(one, other))
    taken = set(links.values())
    one = [each for each in one if each.place not in links]
    other = [each for each in other if each.place not in taken]
    if by_order:
        links.update((a.place, b.place) for a, b in zip(one, other, strict=False))
    else:
        marks = {each.own.mark: each.place for each in reversed(other)}
        for each in one:
            there = marks.pop(each.own.mark, None)
            if there is not None:
                links[each.place] = there
    return links


def match_equal(left: Iterable[Paratext], right: Iterable[Paratext]) -> Iterator[tuple[int, int]]:
    """Yield what says the same, in order where it is said several times."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(right):
        places[fold_form(each.text)].append(place)
    waiting = {words: iter(found) for words, found in places.items()}
    for place, each in enumerate(left):
        there = next(waiting.get(fold_form(each.text), iter(())), None)
        if there is not None:
            yield place, there


def match_similar(one: Sequence[ParatextCandidate], other: Sequence[ParatextCandidate]) -> dict[int, int]:
    """Return the pairs that are alike, the most alike first; of equals the same mark, then the nearest."""
    marks: dict[str | None, list[int]] = defaultdict(list)
    for at, each in enumerate(other):
        marks[each.own.mark].append(at)
    found = []
    for at, each in enumerate(one):
        near = set(range(max(0, at - NEAR), min(len(other), at + NEAR + 1)))
        if each.own.mark:
            near.update(marks[each.own.mark][:NEAR])
        for there in near:
            likeness = dice_coefficient(each.pairs, other[there].pairs)
            if likeness >= MIN_SIMILARITY:
                differs = each.own.mark != other[there].own.mark
                found.append((-likeness, differs, abs(at - there), each.place, other[there].place))
    links: dict[int, int] = {}
    taken: set[int] = set()
    for *_, here, there in sorted(found):
        if here not in links and there not in taken:
            links[here] = there
            taken.add(there)
    return links


def dice_coefficient(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of what two sets have in common (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other))


def order_pairs(
    left: Sequence[Paratext], right: Sequence[Paratext], links: dict[int, int]
) -> Iterator[ParatextPair]:
    """Yield couples as `paired` orders them."""
    after: dict[int, list[ParatextPair]] = defaultdict(list)
    last = -1
    for place, each in enumerate(left):
        if place in links:
            last = links[place]
        else:
            after[last].append((each, None))
    back = {there: place for place, there in links.items()}
    yield from after[-1]
    for place, each in enumerate(right):
        yield left[back[place]] if place in back else None, each
        yield from after[place]


def fold_form(text: str) -> str:
    """Fold what is form alone, white space and full or half width; signs, letters and case stay."""
    return remove_space(text.translate(FULL_WIDTH))


def paratext_kind(couple: ParatextPair) -> str:
    """Return the kind of what is paired."""
    return next(each.kind for each in couple if each)


def select_differing(couples: Sequence[ParatextPair]) -> Iterator[ParatextPair]:
    """Yield the couples of a kind that differ; none where only the line breaks do."""
    wholes = [fold_form("".join(each.text for each in side if each)) for side in zip(*couples, strict=True)]
    if wholes[0] != wholes[1]:
        for one, other in couples:
            if one is None or other is None or fold_form(one.text) != fold_form(other.text):
                yield one, other


def is_silent(version: Version, absent: Paratext | None) -> bool:
    """Tell whether a version may have had something in the part that is lost."""
    return absent is not None and absent.kind in SILENT.get(version.completeness, ())


def build_paratext_change(
    one: Paratext | None, other: Paratext | None, edits: Callable[[str, str], tuple[Edit, ...]]
) -> SetAsideChange:
    """Tell a difference."""
    base, target = one.text if one else "", other.text if other else ""
    return SetAsideChange(
        kind=paratext_kind((one, other)),
        base=base,
        target=target,
        edits=edits(base, target),
        base_mark=one.mark if one else None,
        target_mark=other.mark if other else None,
        base_spans=one.spans if one else (),
        target_spans=other.spans if other else (),
    )


def report_paratext_changes(
    changes: Sequence[SetAsideChange], base: Version, target: Version
) -> tuple[Finding, ...]:
    """Tell differences in words, each at its place in the target; in the base where only that has it."""
    if not changes:
        return ()
    breaks = {version.siglum: find_line_ends(version.source.text) for version in (base, target)}
    return tuple(make_paratext_finding(each, base.siglum, target.siglum, breaks) for each in changes)


def find_line_ends(text: str) -> list[int]:
    """Return where the lines of a text end."""
    return [at for at, char in enumerate(text) if char == "\n"]


def make_paratext_finding(
    change: SetAsideChange, base: str, target: str, breaks: dict[str, list[int]]
) -> Finding:
    """Tell a difference in words."""
    siglum, spans = (target, change.target_spans) if change.target_spans else (base, change.base_spans)
    line = bisect_left(breaks[siglum], spans[0][0]) + 1
    place = partial(make_finding, version=siglum, spans=spans, line=line, kind=change.kind)
    if not (change.base_spans and change.target_spans):
        return place("set_aside_only", siglum=siglum, text=quote_change(change.edits))
    old, new = quote_change(change.edits, Op.INSERT), quote_change(change.edits, Op.DELETE)
    return place("set_aside_differs", base=base, old=old, target=target, new=new)


def quote_change(edits: Sequence[Edit], without: Op | None = None) -> str:
    """Quote what changed and what stands around it, shortened; `without`: what the other side alone has."""
    last = len(edits) - 1
    pieces = [
        edit.text if edit.op is not Op.EQUAL else shorten_context(edit.text, first=at == 0, last=at == last)
        for at, edit in enumerate(edits)
        if edit.op is not without
    ]
    return shorten(" ".join("".join(pieces).split()), QUOTED)


def shorten_context(text: str, *, first: bool, last: bool) -> str:
    """Leave of kept words what stands beside a change; whole words where they are parted by spaces."""
    before = "" if first else text[:CONTEXT]
    after = "" if last else text[-CONTEXT:]
    if len(text) <= len(before) + len(after) + 1:
        return text
    return f"{before.rpartition(' ')[0] or before}…{after.partition(' ')[2] or after}"
