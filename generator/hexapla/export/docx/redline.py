"""A text with tracked changes: accept them all and it is the target, reject them all and it is the base.

A paragraph's mark is tracked as its characters are: where a paragraph ends in one version only, its mark is
inserted or deleted. A clause that moved is deleted at its old place and inserted at its new one: word
processors do not agree on moves that cross each other, on these they do.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hexapla.compare.marking import edits
from hexapla.export.docx.parts import document, paragraph, run
from hexapla.export.lines import division_line, unwrapped
from hexapla.export.markup import attribute
from hexapla.export.order import Step, sequence
from hexapla.export.passages import passages, unmarked
from hexapla.export.wording import Wording
from hexapla.model import Alignment, Clause, Comparison, Completeness, Op, Version
from hexapla.units import Unit, units

__all__ = ["redline"]

SIZE = 24
"""of the text, in half points"""
DEEPEST = 6
TRACKED = {Op.DELETE: "w:del", Op.INSERT: "w:ins"}
APART = 5
"""minutes; LibreOffice takes changes of neighbouring minutes for one"""
UNDATED = "1980-01-01"
"""of changes to an undated version: without a date LibreOffice writes one of its own"""
BOLD = "<w:b/><w:bCs/>"


class Token(NamedTuple):
    """A run of characters, or the end of a paragraph."""

    op: Op
    text: str
    """a line feed alone ends a paragraph"""
    style: str = "Normal"
    bold: bool = False


def redline(alignment: Alignment, comparison: Comparison, wording: Wording) -> bytes:
    """Write a comparison as a Word document with tracked changes.

    Post-conditions:
        1. With all changes accepted its paragraphs are `version_lines` of the target, with all rejected
           those of the base: title, divisions and units, number and text, in order.
    """
    base = alignment.document.version(comparison.base)
    target = alignment.document.version(comparison.target)
    stream = closed(list(tokens(alignment, comparison, base, target)))
    author = attribute(unwrapped(target.label) or target.siglum)
    return document(
        "".join(paragraphs(stream, author, dated(target))),
        title=unwrapped(target.title),
        language=alignment.document.language,
        landscape=False,
        size=SIZE,
        header=headline(base, target, wording),
    )


def headline(base: Version, target: Version, wording: Wording) -> str:
    """Say what is compared, and what a reader must not take for a removal."""
    said = wording.say("export-redline", base=unwrapped(base.label), target=unwrapped(target.label))
    broken = [
        wording.say("export-broken", version=unwrapped(version.label))
        for version in (base, target)
        if version.completeness is not Completeness.WHOLE
    ]
    gap = wording.say("sentence-gap")
    return gap.join([said, *broken])


def dated(version: Version) -> str:
    """Return the day of the changes: the target's, the first of its year or month; else the first of all."""
    year, month, day = [*(version.issued or UNDATED).split("-"), "01", "01"][:3]
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"


def tokens(alignment: Alignment, comparison: Comparison, base: Version, target: Version) -> Iterator[Token]:
    """Yield both versions as one stream."""
    language = alignment.document.language
    own = {Op.DELETE: unit_by_id(base), Op.INSERT: unit_by_id(target)}
    yield from versus(unwrapped(base.title), unwrapped(target.title), "Title", language)
    for step in sequence(tuple(passages(alignment, comparison)), base, target):
        if step.passage:
            for piece in step.passage.pieces:
                yield from split(piece.op, piece.text, bold=piece.head)
            yield Token(Op.EQUAL, "\n")
        elif step.base and step.target:
            style = heading(step.target, own[Op.INSERT])
            yield from versus(division_line(step.base), division_line(step.target), style, language)
        else:
            yield from alone(step, own)


def alone(step: Step, own: dict[Op, dict[str, Unit]]) -> Iterator[Token]:
    """Yield what only one version has at this place."""
    op, clause = (Op.DELETE, step.base) if step.base else (Op.INSERT, step.target)
    if clause is None:
        return
    if unit := own[op].get(clause.id):
        for piece in unmarked(unit):
            yield from split(op, piece.text, bold=piece.head)
        yield Token(op, "\n")
    else:
        yield Token(op, division_line(clause))
        yield Token(op, "\n", heading(clause, own[op]))


def unit_by_id(version: Version) -> dict[str, Unit]:
    """Look a version's units up."""
    return {unit.id: unit for unit in units(version)}


def heading(clause: Clause, own: dict[str, Unit]) -> str:
    """Return the style of a division: by its depth."""
    return "Normal" if clause.id in own else f"Heading{min(clause.depth + 1, DEEPEST)}"


def versus(one: str, other: str, style: str, language: str) -> Iterator[Token]:
    """Yield a paragraph of both versions."""
    for edit in edits(one, other, language):
        yield Token(edit.op, edit.text)
    yield Token(Op.EQUAL, "\n", style)


def split(op: Op, text: str, *, bold: bool) -> Iterator[Token]:
    """Yield runs and ends of paragraphs."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Token(op, "\n")
        yield Token(op, line, bold=bold)


def closed(stream: Sequence[Token]) -> list[Token]:
    """End both versions with one and the same mark.

    The last paragraph of a document has no mark that could be deleted. So the last mark of either version is
    taken from it, and one of both put at the end: what stands between the two belongs to one version only.
    """
    out = list(stream)
    style = ""
    for absent in (Op.INSERT, Op.DELETE):
        at = max(n for n, token in enumerate(out) if token.text == "\n" and token.op is not absent)
        last = out.pop(at)
        style = last.style
        if last.op is Op.EQUAL:
            out.insert(at, last._replace(op=absent))
    return [*out, Token(Op.EQUAL, "\n", style)]


def paragraphs(stream: Iterable[Token], author: str, day: str) -> Iterator[str]:
    """Write paragraphs with their changes, each with a number of its own.

    On either side of a paragraph's end that did not change, changes bear different times: LibreOffice makes
    one of two neighbouring insertions of one author and time, with the end between them, and rejecting it
    would join the paragraphs.
    """
    runs: list[str] = []
    minute = 0
    for number, token in enumerate(stream, 1):
        by = f'w:id="{number}" w:author="{author}" w:date="{day}T00:0{minute}:00Z"'
        tracked = TRACKED.get(token.op)
        if token.text == "\n":
            mark = f"<w:rPr><{tracked} {by}/></w:rPr>" if tracked else ""
            style = None if token.style == "Normal" else token.style
            yield paragraph("".join(runs), style, mark)
            runs = []
            minute = minute if tracked else APART - minute
        elif token.text:
            own = run(token.text, BOLD if token.bold else "", deleted=token.op is Op.DELETE)
            runs.append(f"<{tracked} {by}>{own}</{tracked}>" if tracked else own)
