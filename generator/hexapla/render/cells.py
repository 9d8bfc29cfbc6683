"""What stands in a cell: units with their numbers and parts, each line with its marks and its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hexapla.model import Clause
from hexapla.render.flow import Run, characters, marked, plain
from hexapla.render.strands import sliced, spells
from hexapla.render.uris import anchor
from hexapla.render.words import Words
from hexapla.text import joined
from hexapla.units import Unit

__all__ = ["Line", "Part", "lines_of", "parts", "side_text"]

DEEP = 2
"""levels below its unit from which an item is set further in"""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a unit."""

    html: Markup
    css: str = ""
    name: str | None = None
    """the id of a part"""
    number: Markup | None = None
    """run in at the head of a unit"""
    end: str | None = None
    """a word of ours after the last character: the text breaks off here"""


@dataclass(frozen=True, slots=True)
class Part:
    """A unit in a cell."""

    lines: tuple[Line, ...]
    name: str | None
    unit: str


def lines_of(unit: Unit) -> list[tuple[Clause, str]]:
    """Return a unit's lines, each with the clause it comes from; a unit without text has one, empty."""
    lines = [(unit.clause, unit.clause.text)]
    lines += [(part, joined(part.number, part.heading, part.text)) for part in unit.parts]
    return [(clause, text) for clause, text in lines if text] or [(unit.clause, "")]


def side_text(units: Iterable[Unit]) -> str:
    """Return the text of a cell, as it is compared."""
    return "\n".join(unit.text for unit in units)


def parts(
    units: Sequence[Unit],
    runs: tuple[Run, ...],
    headings: tuple[Run, ...],
    *,
    siglum: str | None,
    row: str,
    say: Words,
) -> tuple[Part, ...]:
    """Set the units of a cell.

    Args:
        units: of one version, in its order.
        runs: their text with its marks; if it does not spell the units' text it is not used, so that a page
            never shows another text than the source's.
        headings: their headings with marks, under the same condition.
        siglum: of the version, to name units and parts; None where they are repeated and named elsewhere.
        row: the name that the row has already.
        say: words.
    """
    text = side_text(units)
    runs = runs if spells(runs) == text else (Run("", text),)
    title = "\n".join(filter(None, (unit.heading for unit in units)))
    headings = headings if spells(headings) == title else (Run("", title),)
    own = [lines_of(unit) for unit in units]
    slices = iter(sliced(runs, [len(line) for lines in own for _, line in lines]))
    heads = iter(sliced(headings, [len(unit.heading) for unit in units if unit.heading]))
    made = []
    for unit, lines in zip(units, own, strict=True):
        head = next(heads) if unit.heading else ()
        set_lines = [(clause, marked(next(slices), say)) for clause, _ in lines]
        name = anchor(siglum, unit.id) if siglum else None
        made.append(
            Part(
                lines=tuple(with_number(unit, marked(head, say), set_lines, siglum)),
                name=None if name == row else name,
                unit=unit.id,
            )
        )
    return tuple(made)


def with_number(
    unit: Unit, heading: Markup, lines: list[tuple[Clause, Markup]], siglum: str | None
) -> Iterable[Line]:
    """Run the number in at the head of the unit's own text, or on a line of its own if it has none."""
    run_in = characters(plain(unit.number)) if unit.number else Markup("")
    if heading:
        run_in += Markup(" ") + heading if run_in else heading
    if lines[0][0] is unit.clause:
        yield Line(lines[0][1], number=run_in or None)
        lines = lines[1:]
    else:
        yield Line(Markup(""), number=run_in or None)
    for clause, html in lines:
        depth = clause.depth - unit.clause.depth
        css = "" if clause.number is None else "hx-item hx-deep" if depth >= DEEP else "hx-item"
        yield Line(html, css=css, name=anchor(siglum, clause.id) if siglum else None)
