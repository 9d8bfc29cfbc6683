"""Where every number of every version leads, as a table and as data for a site."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from hexapla.exporters.csv_tables import spell_value, write_csv
from hexapla.model import Alignment, Comparison
from hexapla.reading.cited_numbers import (
    CitedNumber,
    iterate_by_number,
    resolve_numbers,
)

COLUMNS: Final = ("number", "version", "clause", "row", "now", "now_clauses", "known", "reused", "others")
"""several numbers or ids are parted by a semicolon; `others` are written `B/art_9`"""
Locate = Callable[[str, str], str]
"""siglum and id of a clause → the address of its row"""


def write_numbers_csv(alignment: Alignment, comparisons: Sequence[Comparison]) -> bytes:
    """Write a line for each number of each version."""
    return write_csv([COLUMNS, *map(spell_number, resolve_numbers(alignment, comparisons))])


def spell_number(each: CitedNumber) -> tuple[str, ...]:
    """Write an answer as cells."""
    return (
        each.number,
        each.version,
        each.unit,
        each.row,
        "; ".join(each.now),
        "; ".join(each.now_units),
        spell_value(each.known),
        spell_value(each.reused),
        "; ".join("/".join(node) for node in each.others),
    )


def write_numbers_json(alignment: Alignment, comparisons: Sequence[Comparison], locate: Locate) -> bytes:
    """Write the answers of a site: by number a list of them, each with the address of its row.

    A number stands on a line, so that two builds can be compared line by line.
    """
    found = iterate_by_number(resolve_numbers(alignment, comparisons))
    lines = (
        f"{dump(number)}: {dump([number_record(each, locate) for each in own])}" for number, own in found
    )
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def dump(value: object) -> str:
    """Write a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def number_record(each: CitedNumber, locate: Locate) -> dict[str, object]:
    """Make the record of an answer."""
    return {
        "version": each.version,
        "clause": each.unit,
        "row": each.row,
        "now": list(each.now),
        "known": each.known,
        "reused": each.reused,
        "others": node_records(each.others),
        "numbers": {siglum: list(found) for siglum, found in each.numbers.items()},
        "url": locate(each.version, each.unit),
    }


def node_records(nodes: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Make the records of clauses by siglum and id."""
    return [list(node) for node in nodes]
