"""CSV for programs and spreadsheets: the concordance, and the list of changes.

UTF-8 with a byte order mark, since Excel takes anything else for its own code page; CRLF at the ends of lines
(RFC 4180); every cell in quotation marks.

A cell that a spreadsheet might take for a formula gets an apostrophe in front, and so does a cell that begins
with an apostrophe: who reads the file back takes one apostrophe off wherever a cell begins with one, and has
the text as it was, to the character.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import regex

from hexapla.model import Comparison, Relation, SetAsideChange
from hexapla.reading import Status, main_status, row_statuses
from hexapla.reading.printed_rows import PrintedDocument, Side

FORMULA_START: Final = regex.compile(r"[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n']|[\s\p{C}]*\|")
"""what spreadsheets take for a formula or a command, whatever white space stands before"""


UNNUMBERED: Final = "¶"
COLUMNS: Final = [
    *("base", "target", "row", "base_number", "target_number", "relation", "moved", "renumbered", "flags"),
    *("base_text", "target_text", "status", "set_aside"),
]
"""of the list of changes; a new one comes last, so that programs that count columns go on"""


def escape_formula(text: str) -> str:
    """Put an apostrophe before what a spreadsheet might calculate, and before an apostrophe."""
    return f"'{text}" if FORMULA_START.match(text) else text


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([escape_formula(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def write_concordance_csv(printed: PrintedDocument) -> bytes:
    """Write which clauses stand in a row, as `concordance_rows` has them."""
    return write_csv(list_concordance_rows(printed))


def list_concordance_rows(printed: PrintedDocument) -> Iterator[list[str]]:
    """Yield which clauses stand in a row, for each version their numbers and their ids; the heads come first.

    Columns: `row`, then for each siglum `A` and `A_ids`, then `items`. Several numbers are parted by a
    semicolon, ids by a space. Where a number occurs more than once in a version, that of its division stands
    before it. `items` are the links of paragraphs and items of which an end stands in the row, parted by
    semicolons, each as `A/id = B/id`.
    """
    versions = printed.document.versions
    items = gather_items(printed)
    named = (each for version in versions for each in (version.siglum, f"{version.siglum}_ids"))
    yield ["row", *named, "items"]
    for row in printed.alignment.rows:
        cells = [row.id]
        for version, cell in zip(versions, row.cells, strict=True):
            cells += [call_units(printed, version.siglum, cell), " ".join(cell)]
        yield [*cells, "; ".join(items.get(row.id, ()))]


def gather_items(printed: PrintedDocument) -> dict[str, list[str]]:
    """Return by row the links of paragraphs and items that have an end in it."""
    row_of = {
        (version.siglum, unit): row.id
        for row in printed.alignment.rows
        for version, cell in zip(printed.document.versions, row.cells, strict=True)
        for unit in cell
    }
    found: dict[str, list[str]] = {}
    for link in printed.alignment.items:
        told = f"{'/'.join(link.a)} = {'/'.join(link.b)}"
        units = ((end[0], printed.passages.places[end].unit) for end in (link.a, link.b))
        for row in dict.fromkeys(row_of[unit] for unit in units):
            found.setdefault(row, []).append(told)
    return found


def call_units(printed: PrintedDocument, siglum: str, cell: Iterable[str], between: str = "; ") -> str:
    """Name the units of a cell, given by their ids."""
    return between.join(printed.labels[siglum, unit] or UNNUMBERED for unit in cell)


def write_changes_csv(printed: PrintedDocument, comparisons: Sequence[Comparison]) -> bytes:
    """Write all changes of all comparisons, a line each; columns are named as in the JSON."""
    records = list_change_records(printed, comparisons)
    return write_csv([COLUMNS, *([spell_value(value) for value in record.values()] for record in records)])


def list_change_records(
    printed: PrintedDocument, comparisons: Iterable[Comparison]
) -> Iterator[dict[str, str | bool]]:
    """Yield every row of each comparison, then what differs outside the clauses, by `COLUMNS`."""
    for comparison in comparisons:
        sigla = comparison.base, comparison.target
        for row in printed.rows(comparison):
            change = row.change
            values: list[str | bool] = [
                *sigla,
                change.row,
                *(
                    call_units(printed, siglum, cell)
                    for siglum, cell in zip(sigla, change.cells, strict=True)
                ),
                change.relation.value,
                change.moved,
                change.renumbered,
                " ".join(flag.value for flag in change.flags),
                *map(spell_side, row.sides),
                main_status(row_statuses(change, translation=comparison.translation)).data_name,
                "",
            ]
            yield dict(zip(COLUMNS, values, strict=True))
        for outside_change in comparison.set_aside_changes:
            yield dict(zip(COLUMNS, build_paratext_record(sigla, outside_change), strict=True))


def build_paratext_record(sigla: tuple[str, str], change: SetAsideChange) -> list[str | bool]:
    """Return the values of a title, a note or a signature: of no row, its kind in the last column."""
    there = bool(change.base_spans), bool(change.target_spans)
    relation = Relation.MATCHED if all(there) else Relation.ONLY_BASE if there[0] else Relation.ONLY_TARGET
    alone = {Relation.ONLY_BASE: Status.ONLY_BASE, Relation.ONLY_TARGET: Status.ONLY_TARGET}
    return [
        *sigla,
        "",
        change.base_mark or "",
        change.target_mark or "",
        relation.value,
        False,
        False,
        "",
        change.base,
        change.target,
        alone.get(relation, Status.REWORDED).data_name,
        change.kind,
    ]


def spell_side(side: Side) -> str:
    """Return a cell's lines without marks."""
    return "\n".join("".join(piece.text for piece in line) for line in side)


def spell_value(value: str | bool) -> str:  # noqa: FBT001 - a value of the table
    """Write a value as it stands in a cell."""
    return value if isinstance(value, str) else str(value).lower()
