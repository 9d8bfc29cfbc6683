"""What the versions of a draft leave open, as a record of schema hexapla/1."""

from hexapla.model import Version
from hexapla.reading.open_passages import find_open_passages
from hexapla.units import build_units


def open_passage_records(version: Version) -> list[dict[str, object]]:
    """Make the records of what a version of a draft leaves open, in the order of its text."""
    units = {unit.id: unit for unit in build_units(version)}
    return [
        {
            "clause": each.unit,
            "kind": each.kind.value,
            "text": units[each.unit].text[each.start : each.end],
            "options": each.options,
        }
        for each in find_open_passages(*units.values())
    ]
