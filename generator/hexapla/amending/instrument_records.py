"""Instruments and their effects as plain values, for JSON, and as lines for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

from hexapla.amending.amended import Amended
from hexapla.amending.instrument import Command, Instrument, Place, Verb
from hexapla.amending.places import spell_place
from hexapla.text import shorten

SCHEMA = "hexapla/1"
SHOWN = 24
"""characters of a quotation that a line shows"""


def place_record(command: Command, places: Sequence[Place]) -> list[str] | None:
    """Return a place as its steps; of several that become one, each as a string."""
    if not places:
        return None
    if command.verb is Verb.MERGE and len(places) > 1:
        return [spell_place(place) for place in places]
    return [step.printed for step in places[0]]


def command_record(command: Command) -> dict[str, Any]:
    """Return a command as the schema says."""
    record: dict[str, Any] = {
        "line": command.line,
        "text": command.text,
        "target": command.target,
        "verb": str(command.verb),
        "place": place_record(command, command.places) or [],
        "new_place": place_record(command, command.new_places),
        "old": "\n".join(command.old) if command.old else None,
        "new": "\n".join(command.new) if command.new else None,
    }
    if len(command.places) > 1:
        record["places"] = [[step.printed for step in place] for place in command.places]
    if len(command.new_places) > 1:
        record["new_places"] = [[step.printed for step in place] for place in command.new_places]
    if command.position:
        record["position"] = command.position
    for name in ("everywhere", "restates", "announces"):
        if getattr(command, name):
            record[name] = True
    return record


def instrument_record(instrument: Instrument) -> dict[str, Any]:
    """Return what was read in an instrument as the schema says."""
    return {
        "schema": SCHEMA,
        "title": instrument.title,
        "commands": [command_record(command) for command in instrument.commands],
        "unparsed": [{"line": each.line, "text": each.text} for each in instrument.unparsed],
    }


def amended_record(amended: Amended) -> dict[str, Any]:
    """Return an amended text, with what is doubtful in it, as the schema says."""
    return {
        "schema": SCHEMA,
        "authentic": False,
        "text": amended.text,
        "applied": amended.applied,
        "doubts": [
            {"line": doubt.line, "command": doubt.command, "reason": doubt.reason} for doubt in amended.doubts
        ],
        "rewritten_references": [
            {"clause": each.clause, "from": each.before, "to": each.after}
            for each in amended.rewritten
            if each.after
        ],
        "dangling_references": [
            {"clause": each.clause, "reference": each.before} for each in amended.rewritten if not each.after
        ],
    }


def quote_beginning(words: str) -> str:
    """Show the beginning of quoted words."""
    return f"“{shorten(words.replace(chr(10), ' '), SHOWN)}”"


def instrument_lines(instrument: Instrument) -> Iterator[str]:
    """Yield an instrument's commands, a line each, and then what was not understood."""
    for command in instrument.commands:
        places = "、".join(spell_place(place) for place in command.places)
        new_places = "、".join(spell_place(place) for place in command.new_places)
        yield " ".join(
            filter(
                None,
                (
                    f"{command.line}:",
                    str(command.verb),
                    places,
                    f"→ {new_places}" if new_places else "",
                    *map(quote_beginning, command.old),
                    "→" if command.old and command.new else "",
                    *map(quote_beginning, command.new),
                ),
            )
        )
    for each in instrument.unparsed:
        yield f"{each.line}: not understood: {each.text}"
