"""What a reader should know about the marks of a version."""

from collections.abc import Iterator, Sequence

from hexapla.findings import Finding, finding
from hexapla.segment.drafts import Draft
from hexapla.segment.numerals import Value
from hexapla.segment.reading import gap
from hexapla.segment.schemes import Level
from hexapla.text import line_of

__all__ = ["doubts"]

FIRST, EIGHTH, NINTH = (1,), (8,), (9,)


def doubts(text: str, view: str, drafts: Sequence[Draft], siglum: str) -> tuple[Finding, ...]:
    """Report gaps, repetitions, damaged marks, headings that run on, and texts without marks."""
    found = [
        *sequence(text, drafts, siglum),
        *damaged(text, drafts, siglum),
        *run_on(text, view, drafts, siglum),
        *ambiguous(text, drafts, siglum),
    ]
    if not any(draft.chosen for draft in drafts):
        found.append(finding("no_clauses", version=siglum))
    return tuple(sorted(found, key=lambda one: one.spans or ()))


def report(code: str, text: str, draft: Draft, siglum: str, **values: str) -> Finding:
    """Make a finding at a draft's mark."""
    if draft.chosen is None:
        raise ValueError(draft)
    mark = draft.chosen.mark
    return finding(
        code, version=siglum, spans=((mark.pos, mark.end),), line=line_of(text, mark.pos), **values
    )


def printed(text: str, draft: Draft) -> str:
    """Return a draft's mark as printed, on one line."""
    return "".join(text[draft.chosen.mark.pos : draft.chosen.mark.end].split("\n")) if draft.chosen else ""


def sequence(text: str, drafts: Sequence[Draft], siglum: str) -> Iterator[Finding]:
    """Report numbers that repeat or are skipped in a list."""
    last: dict[tuple[int, str], Draft] = {}
    counted: dict[str, Draft] = {}
    for draft in drafts:
        if draft.chosen is None:
            continue
        mark = draft.chosen.mark
        if mark.scheme.level is Level.ANNEX:
            counted.clear()
        before = (counted.get(mark.family) if mark.scheme.counts_on else None) or last.get(
            (draft.parent, mark.family)
        )
        last[draft.parent, mark.family] = counted[mark.family] = draft
        if before is None or before.chosen is None:
            continue
        yield from step(text, before, draft, siglum)


def step(text: str, before: Draft, draft: Draft, siglum: str) -> Iterator[Finding]:
    """Report what is wrong between two neighbours of a list."""
    if before.chosen is None or draft.chosen is None:
        return
    a: Value = before.chosen.mark.value
    b: Value = draft.chosen.mark.value
    distance = gap(a, b)
    if distance == 0:
        yield report("number_repeated", text, draft, siglum, number=printed(text, draft))
    elif distance > 1:
        yield report(
            "number_skipped", text, draft, siglum, before=printed(text, before), after=printed(text, draft)
        )


def damaged(text: str, drafts: Sequence[Draft], siglum: str) -> Iterator[Finding]:
    """Report marks that were read as others than printed."""
    for draft in drafts:
        if draft.chosen and draft.chosen.mark.damaged:
            mark = draft.chosen.mark
            number = "-".join(map(str, mark.value))
            yield report(
                "suspected_ocr_mark",
                text,
                draft,
                siglum,
                printed=printed(text, draft),
                number=f"{mark.family} {number}",
            )


def run_on(text: str, view: str, drafts: Sequence[Draft], siglum: str) -> Iterator[Finding]:
    """Report outline clauses whose heading, which their neighbours have, runs into the text."""
    headed = {(draft.parent, draft.chosen.mark.family) for draft in drafts if draft.chosen and draft.heading}
    for draft in drafts:
        if draft.level is not Level.OUTLINE or draft.heading or draft.chosen is None:
            continue
        own = view[slice(*draft.text)].strip(" \n\x1f")
        if own and "\n" not in own and (draft.parent, draft.chosen.mark.family) in headed:
            yield report("run_on_heading", text, draft, siglum, number=printed(text, draft))


def ambiguous(text: str, drafts: Sequence[Draft], siglum: str) -> Iterator[Finding]:
    """Report an (i) after (h) that nothing follows: the ninth letter, or the first item below (h)."""
    for n, draft in enumerate(drafts):
        if draft.chosen is None or draft.chosen.mark.scheme.reader not in ("letter", "roman"):
            continue
        mark = draft.chosen.mark
        following = drafts[n + 1].chosen if n + 1 < len(drafts) else None
        if following is not None and following.mark.family == mark.family and following.mark.value > mark.value:
            continue
        above = drafts[draft.parent].chosen if draft.parent >= 0 else None
        ninth = mark.scheme.reader == "letter" and mark.value == NINTH
        below_eighth = mark.value == FIRST and above is not None and above.mark.value == EIGHTH
        if ninth or (below_eighth and mark.scheme.reader == "roman" and above.mark.scheme.reader == "letter"):
            yield report("ambiguous_mark", text, draft, siglum, number=printed(text, draft))
