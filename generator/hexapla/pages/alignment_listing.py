"""An alignment as an editor works on it: its rows, and its doubtful links in the form of `alignment.yml`."""

import json
from collections.abc import Iterable, Iterator

from hexapla.model import Alignment, Document, Link
from hexapla.pages.terminal_text import clip_text
from hexapla.reading.labels import label_document
from hexapla.text import join_pieces
from hexapla.units import Unit, build_units

OPENING = 72
"""columns of a clause that are shown"""


def row_lines(alignment: Alignment) -> Iterator[str]:
    """Yield one line a row: its id, and for every version what the clauses that stand there are called."""
    names = label_document(alignment.document, "¶")
    for row in alignment.rows:
        cells = []
        for siglum, cell in zip(alignment.document.sigla, row.cells, strict=True):
            numbers = ", ".join(names[siglum, unit] for unit in cell)
            cells.append(f"{siglum}: {numbers or ('…' if siglum in row.not_in_text else '—')}")
        yield f"{row.id}  {'  '.join(cells)}"


def review_lines(alignment: Alignment, links: Iterable[Link]) -> Iterator[str]:
    """Yield doubtful links as entries of `alignment.yml`, each under what an editor needs to decide.

    An entry says `together` and bears no reason yet, without which the file is refused: so nothing is decided
    by pasting alone. To part the clauses write `apart`.
    """
    known = index_units(alignment.document)
    for link in links:
        yield f"# {link.confidence}, by {link.basis}, score {link.score:.2f}"
        for siglum, unit in (link.a, link.b):
            yield f"#   {siglum}  {shorten_unit(known[siglum, unit])}"
        clauses = ", ".join(
            json.dumps(f"{siglum}/{unit}", ensure_ascii=False) for siglum, unit in (link.a, link.b)
        )
        yield f"- together: [{clauses}]"
        yield "  reason:"
        yield ""


def index_units(document: Document) -> dict[tuple[str, str], Unit]:
    """Map siglum and id to every unit."""
    return {(version.siglum, unit.id): unit for version in document.versions for unit in build_units(version)}


def shorten_unit(unit: Unit) -> str:
    """Show a unit by its number, heading and first words, on one line of printable characters."""
    line = " ".join(join_pieces(unit.number, unit.heading, unit.text).split())
    return clip_text("".join(char if char.isprintable() else "�" for char in line), OPENING)
