"""What differs between two versions outside their clauses: titles, notes, signatures.

These stand in no row of the table. A difference between them is told all the same, with the wording on both
sides and as a finding: a footnote of a contract holds terms, and who signs is what a lawyer looks at first.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from hexapla.comparison.paratext_pairs import ParatextPair, fold_form, match_paratexts
from hexapla.findings import Finding, make_finding
from hexapla.model import Completeness, Edit, Op, SetAsideChange, Version
from hexapla.paratexts import FOOTNOTE, Paratext, extract_paratexts

SILENT: Final = {
    Completeness.CUT_OFF: frozenset({"signature", FOOTNOTE}),
    Completeness.FRAGMENT: frozenset({"title", "note", FOOTNOTE}),
}
"""what a version may have had in the part that is lost: that it is not there proves nothing"""
CONTEXT: Final = 24
"""characters that a finding quotes on each side of a change"""
QUOTED: Final = 160
"""characters of a quotation, at most"""


def diff_paratexts(
    base: Version, target: Version, edits: Callable[[str, str], tuple[Edit, ...]]
) -> tuple[SetAsideChange, ...]:
    """Compare what two versions set aside of their own text; `edits` marks two wordings against each other.

    Post-conditions:
        1. What differs only in white space, in width or in where its lines break is not told.
        2. What a version may have lost with its beginning or its end is not told as absent.
    """
    couples = match_paratexts(extract_paratexts(base), extract_paratexts(target))
    return tuple(
        build_paratext_change(one, other, edits)
        for _, own in groupby(couples, key=paratext_kind)
        for one, other in select_differing(tuple(own))
        if not (one is None and is_silent(base, other)) and not (other is None and is_silent(target, one))
    )


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
    text = " ".join("".join(pieces).split())
    return text if len(text) <= QUOTED else text[:QUOTED].rstrip() + "…"


def shorten_context(text: str, *, first: bool, last: bool) -> str:
    """Leave of kept words what stands beside a change; whole words where they are parted by spaces."""
    before = "" if first else text[:CONTEXT]
    after = "" if last else text[-CONTEXT:]
    if len(text) <= len(before) + len(after) + 1:
        return text
    return f"{before.rpartition(' ')[0] or before}…{after.partition(' ')[2] or after}"
