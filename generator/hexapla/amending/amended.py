"""What an instrument made of a text, and what of it is doubtful."""

from collections.abc import Iterable
from dataclasses import dataclass

from hexapla.amending.instrument import Command, Instrument, Unparsed, Verb
from hexapla.amending.rewrite_references import RewrittenReference
from hexapla.model import Version
from hexapla.text import make_key


@dataclass(frozen=True, slots=True)
class Doubt:
    """A command that was not carried out, or whose result is not what the instrument says."""

    line: int
    """in the instrument"""
    command: str
    reason: str


@dataclass(frozen=True, slots=True)
class Amended:
    """A text to which an instrument was applied."""

    text: str
    applied: int
    """commands that were carried out"""
    doubts: tuple[Doubt, ...]
    rewritten: tuple[RewrittenReference, ...] = ()


def leave_unamended(version: Version, commands: Iterable[Command], reason: str) -> Amended:
    """Return a text as it is, with the reason why no command was carried out."""
    return Amended(version.text, 0, tuple(Doubt(each.line, each.text, reason) for each in commands))


def list_doubts(doubts: Iterable[Doubt], unparsed: Iterable[Unparsed]) -> tuple[Doubt, ...]:
    """Put doubts and what was not understood in the order of the instrument."""
    not_understood = (Doubt(each.line, each.text, "it was not understood") for each in unparsed)
    return tuple(sorted([*doubts, *not_understood], key=lambda doubt: doubt.line))


def select_commands(version: Version, instrument: Instrument) -> list[Command]:
    """Return the commands for this text: of an instrument for many texts, those under its title."""
    orders = [*instrument.orders]
    targets = {command.target for command in orders if command.target}
    if len(targets) < 2:  # noqa: PLR2004 - one text
        return orders
    title = make_key(version.title)
    own = {target for target in targets if make_key(target) == title} or {
        target for target in targets if make_key(target) in title or title in make_key(target)
    }
    shared = Verb.REORDER if own else None
    return [c for c in orders if c.target in own or (c.target is None and c.verb is shared)]
