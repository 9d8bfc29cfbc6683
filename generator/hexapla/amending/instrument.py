"""Amending instruments as values: commands, the places they name, and what was not understood."""

from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """What a command does."""

    REPLACE = "replace"
    """a clause, a paragraph or an item has new words"""
    INSERT = "insert"
    DELETE = "delete"
    RENUMBER = "renumber"
    MERGE = "merge"
    """several clauses become one"""
    SPLIT = "split"
    MOVE = "move"
    """clauses come under another division"""
    SUBSTITUTE = "substitute"
    """words inside a clause are exchanged, put in or taken out"""
    REORDER = "reorder"
    """what no command names is numbered anew, in order"""
    TITLE = "title"
    COMMENCE = "commence"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a place: an article, a paragraph, an item; or a part that bears no number."""

    kind: str
    """book, chapter, section, article, paragraph, item, subitem, sentence, block, part, annex; or the name of
    what has no number: title, preamble, heading, opening, note, contents, body, words"""
    label: str = ""
    """the number in digits (`20-1`); empty for what has none"""
    printed: str = ""
    """as the instrument prints it"""


Place = tuple[Step, ...]
"""from the outermost step inwards; empty: the whole text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing that an instrument orders."""

    verb: Verb
    line: int = 0
    """in the instrument, from 1"""
    text: str = ""
    """the command's own words"""
    target: str | None = None
    """the text that it amends, as the instrument names it"""
    places: tuple[Place, ...] = ()
    """where in the base: one place; several where one change concerns many, or where several are merged"""
    new_places: tuple[Place, ...] = ()
    """the numbers in the amended text"""
    old: tuple[str, ...] = ()
    """quoted words of the base"""
    new: tuple[str, ...] = ()
    """quoted words of the amended text: a paragraph of it is a line"""
    position: str = ""
    """of an insertion at its place: after, before, end, start; empty: inside, where its number belongs"""
    everywhere: bool = False
    """words are exchanged wherever they stand in these places; of `reorder`: in all texts that are named"""
    restates: bool = False
    """it repeats what the commands before it have made; nothing new, a check"""
    announces: bool = False
    """an insertion whose words the next command gives, with the clause around them"""

    @property
    def place(self) -> Place:
        """The first place."""
        return self.places[0] if self.places else ()


@dataclass(frozen=True, slots=True)
class Unparsed:
    """Words of an instrument that were not understood."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """What was read in an amending instrument."""

    title: str
    commands: tuple[Command, ...]
    unparsed: tuple[Unparsed, ...]
    language: str = "zh"
    """whose grammar read it"""
    marks: tuple[str, str] | None = None
    """of the texts from which and to which it leads, if it says so"""
    layout: tuple[tuple[int, str], ...] = ()
    """white space of the text to which it leads that no command says: characters since the last note, and
    what stands there"""

    @property
    def orders(self) -> tuple[Command, ...]:
        """The commands that change a text: all but when it comes into force, notes, and announcements."""
        silent = (Verb.COMMENCE, Verb.NOTE)
        return tuple(each for each in self.commands if each.verb not in silent and not each.announces)
