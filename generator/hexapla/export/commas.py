"""CSV for programs and spreadsheets: the concordance, and the list of changes.

UTF-8 with a byte order mark, since Excel takes anything else for its own code page; CRLF at the ends of lines
(RFC 4180); every cell in quotation marks.

A cell that a spreadsheet might take for a formula gets an apostrophe in front, and so does a cell that begins
with an apostrophe: who reads the file back takes one apostrophe off wherever a cell begins with one, and has
the text as it was, to the character.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Final

import regex

from hexapla.export.lines import names
from hexapla.export.passages import Side, passages, sides
from hexapla.model import Alignment, Comparison, Relation, SetAsideChange
from hexapla.reading import Status, facts, status
from hexapla.units import units

__all__ = ["changes", "concordance", "guarded"]

DANGEROUS: Final = regex.compile(r"[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n']|[\s\p{C}]*\|")
"""what spreadsheets take for a formula or a command, whatever white space stands before"""


UNNUMBERED: Final = "¶"
COLUMNS: Final = [
    *("base", "target", "row", "base_number", "target_number", "relation", "moved", "renumbered", "flags"),
    *("base_text", "target_text", "status", "set_aside"),
]
"""of the list of changes; a new one comes last, so that programs that count columns go on"""


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet might calculate, and before an apostrophe."""
    return f"'{text}" if DANGEROUS.match(text) else text


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def concordance(alignment: Alignment) -> bytes:
    """Write which clauses stand in a row: for each version their numbers and their ids.

    Columns: `row`, then for each siglum `A` and `A_ids`. Several numbers are parted by a semicolon, ids by a
    space. Where a number occurs more than once in a version, the divisions above stand before it.
    """
    versions = alignment.document.versions
    own = [names(units(version), UNNUMBERED) for version in versions]
    rows = [["row", *(each for version in versions for each in (version.siglum, f"{version.siglum}_ids"))]]
    for row in alignment.rows:
        cells = [row.id]
        for cell, named in zip(row.cells, own, strict=True):
            cells += ["; ".join(named[unit] for unit in cell), " ".join(cell)]
        rows.append(cells)
    return written(rows)


def changes(alignment: Alignment, comparisons: Sequence[Comparison]) -> bytes:
    """Write all changes of all comparisons, a line each; columns are named as in the JSON."""
    rows = [COLUMNS]
    own = {version.siglum: names(units(version), UNNUMBERED) for version in alignment.document.versions}
    for comparison in comparisons:
        sigla = comparison.base, comparison.target
        for passage in passages(alignment, comparison):
            change = passage.change
            cells = zip(sigla, (passage.base, passage.target), strict=True)
            rows.append(
                [
                    comparison.base,
                    comparison.target,
                    change.row,
                    *("; ".join(own[siglum][unit.id] for unit in cell) for siglum, cell in cells),
                    change.relation.value,
                    str(change.moved).lower(),
                    str(change.renumbered).lower(),
                    " ".join(flag.value for flag in change.flags),
                    *map(spelled, sides(passage)),
                    status(facts(change, translation=comparison.translation)).name.lower(),
                    "",
                ]
            )
        rows += map(outside, repeat(sigla), comparison.set_aside_changes)
    return written(rows)


def outside(sigla: tuple[str, str], change: SetAsideChange) -> list[str]:
    """Return the line of a title, a note or a signature: of no row, its kind in the last column."""
    there = bool(change.base_spans), bool(change.target_spans)
    relation = Relation.MATCHED if all(there) else Relation.ONLY_BASE if there[0] else Relation.ONLY_TARGET
    alone = {Relation.ONLY_BASE: Status.ONLY_BASE, Relation.ONLY_TARGET: Status.ONLY_TARGET}
    return [
        *sigla,
        "",
        change.base_mark or "",
        change.target_mark or "",
        relation.value,
        "false",
        "false",
        "",
        change.base,
        change.target,
        alone.get(relation, Status.REWORDED).name.lower(),
        change.kind,
    ]


def spelled(side: Side) -> str:
    """Return a cell's lines without marks."""
    return "\n".join("".join(piece.text for piece in line) for line in side)
