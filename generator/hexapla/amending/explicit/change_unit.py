"""From a unit before and after to the shortest commands that change it.

The rule is that of `choose_words`: words are exchanged as words where that is shorter than saying the passage
anew, passages come and go one by one, and the whole unit is said anew where that is shorter or clearer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from hexapla.amending.choose_words import MOST_HUNKS, WordUnit, find_hunks, write_hunks
from hexapla.amending.explicit.carry_out import compile_words, find_in, make_edit, write_label
from hexapla.amending.explicit.explicit_places import find_word, name_step
from hexapla.amending.explicit.name_nodes import Names
from hexapla.amending.explicit.outline import Node
from hexapla.amending.explicit.pair_nodes import pair_by_likeness, plain
from hexapla.amending.instrument import Command, Place, Step, Verb

TOKEN = regex.compile(r"\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]")
COMMAND_LENGTH = 24
"""characters that a command has besides what it quotes"""
MOST_COMMANDS = 3
"""commands by which a unit is changed piece by piece; what needs more is clearer when said anew"""
FEW_WORDS = 0.4
"""share of a unit up to which more commands are clearer than all of its words"""


@dataclass(frozen=True, slots=True)
class Writer:
    """What is known while commands are found."""

    names: Names
    language: str
    throughout: Sequence[tuple[str, str]] = ()
    """words that are exchanged everywhere, which no unit says"""


def measure(commands: Sequence[Command]) -> int:
    """Return how long commands are, about."""
    return sum(COMMAND_LENGTH + sum(map(len, (*c.old, *c.new))) for c in commands)


def restate_whole(place: Place, node: Node) -> Command:
    """Say a node anew with its number and all below it."""
    return Command(verb=Verb.REPLACE, places=(place,), new=(node.original(),))


def restate_unit(writer: "Writer", place: Place, base: Node, target: Node) -> Command:
    """Say a unit anew; where it has another number, that is said too."""
    command = restate_whole(place, target)
    if base.number == target.number or base.kind != "unit":
        return command
    step = name_step(writer.names.grammar.places, "article", target.label)
    return replace(command, new_places=((step,),)) if step else command


def renumber(names: Names, base: Node, target: Node, place: Place) -> Command | None:
    """Say another number; None where it is not the old one with another label."""
    if write_label(base.number, base.label, target.label) != target.number:
        return None
    step = place[-1]
    if step.kind == "article":
        own = name_step(names.grammar.places, "article", target.label)
        if step.label == base.label and base.label in step.printed:
            at = step.printed.rfind(base.label)
            printed = step.printed[:at] + target.label + step.printed[at + len(base.label) :]
            own = Step("article", target.label, printed)
    else:
        own = Step(step.kind, target.label, step.printed.replace(step.label, target.label))
        if step.label not in step.printed:
            own = name_step(names.grammar.places, step.kind, target.label, "一") or own
    if own is None:
        return None
    return Command(verb=Verb.RENUMBER, places=(place,), new_places=((*place[:-1], own),))


def split_tokens(text: str, traces: Sequence[tuple[int, int, str]], *, spaced: bool) -> list[WordUnit]:
    """Pair the words of the base with those that stand there after exchanges that nobody names here."""
    units: list[WordUnit] = []
    at = 0
    for start, end, now in [*traces, (len(text), len(text), "")]:
        pieces = TOKEN.findall(text[at:start]) if spaced else text[at:start]
        units += [WordUnit(piece, piece) for piece in pieces]
        if start < end or now:
            units.append(WordUnit(text[start:end], now))
        at = end
    return units


def exchange_traces(text: str, exchanges: Sequence[tuple[str, str]]) -> list[tuple[int, int, str]]:
    """Find where words stand that are exchanged everywhere."""
    node = Node("passage", "", text, "")
    for old, new in exchanges:
        pattern = compile_words(old, bounded=True)
        node.edits += [(start, end, new) for start, end in find_in(node, pattern, None)]
    return sorted(node.edits)


def exchanged(text: str, exchanges: Sequence[tuple[str, str]]) -> str:
    """Write a text with the words that are exchanged everywhere."""
    node = Node("passage", "", text, "")
    node.edits = exchange_traces(text, exchanges)
    return node.edited()


def change_words(writer: Writer, base: Node, words: str, scope: str, place: Place) -> list[Command] | None:
    """Say a change of a passage's words by naming words; None where too much changes.

    Args:
        writer: names and language.
        base: the passage in the base.
        words: its words as they shall be.
        scope: all words of the place, in which a quotation must stand once.
        place: as the instrument names it.
    """
    spaced = writer.names.grammar.spaced
    text = plain(base.words)
    units = split_tokens(text, exchange_traces(text, writer.throughout), spaced=spaced)
    hunks = find_hunks(units, plain(words), writer.language)
    if not 0 < len(hunks) <= MOST_HUNKS:
        return None
    commands = write_hunks(units, hunks, plain(scope), place)
    if commands is None or not spaced:
        return commands
    return [trim(writer, command, plain(scope)) for command in commands]


def outcome(writer: Writer, command: Command, scope: str) -> str:
    """Write what a command makes of a text; empty where its words do not stand there once."""
    node = Node("passage", "", scope, "")
    found = find_in(node, compile_words(command.old[0]), None)
    if len(found) != 1:
        return ""
    node.edits = [make_edit(writer.names.grammar, command, scope, found[0], "".join(command.new))]
    return node.edited()


def trim(writer: Writer, command: Command, scope: str) -> Command:
    """Leave white space at the ends of quotations out, where they come to the same."""
    old, new = command.old[0].strip(), "".join(command.new).strip()
    short = replace(command, old=(old,), new=(new,) if command.new else ())
    good = (
        old
        and bool(new) == bool(command.new)
        and outcome(writer, short, scope) == outcome(writer, command, scope)
    )
    return short if good else command


def change_head(writer: Writer, base: Node, target: Node, place: Place, scope: str) -> list[Command] | None:
    """Say what changes in a node's own number, heading and words; None where only the whole can be said."""
    commands: list[Command] = []
    grammar = writer.names.grammar.places
    if base.number != target.number:
        command = renumber(writer.names, base, target, place)
        if command is None:
            return None
        commands.append(command)
    headings = [plain(n.head[slice(*n.heading)]) for n in (base, target)]
    if exchanged(headings[0], writer.throughout) != headings[1]:
        step = name_step(grammar, "heading", "")
        if not all(headings) or step is None:
            return None
        commands.append(
            Command(verb=Verb.REPLACE, places=((*place, step),), new=(target.head[slice(*target.heading)],))
        )
    if exchanged(plain(base.words), writer.throughout) != plain(target.words):
        said = change_words(writer, base, target.words, scope, place) if base.words else None
        if said is None or measure(said) >= COMMAND_LENGTH + len(target.words):
            step = name_step(grammar, "opening", "")
            if not base.words or step is None or not base.children or find_word(grammar, "opening") is None:
                return None
            said = [Command(verb=Verb.REPLACE, places=((*place, step),), new=(target.words,))]
        commands += said
    return commands


def change_unit(writer: Writer, base: Node, target: Node) -> list[Command] | None:
    """Say what changes in a unit; None where no words name it."""
    place = writer.names.name(base)
    if place is None:
        return None
    if exchanged(plain(base.original()), writer.throughout) == plain(target.original()):
        return []
    whole = [restate_unit(writer, place, base, target)]
    commands = change_passages(writer, base, target, place)
    if commands is None:
        return whole
    limit = 1.0 if len(commands) <= MOST_COMMANDS else FEW_WORDS
    only_number = all(c.verb is Verb.RENUMBER for c in commands)
    return commands if only_number or measure(commands) < measure(whole) * limit else whole


def change_passages(writer: Writer, base: Node, target: Node, place: Place) -> list[Command] | None:
    """Say what changes in a unit piece by piece; None where that cannot be said."""
    commands = change_head(writer, base, target, place, spell_scope(base))
    if commands is None:
        return None
    old, new = list(base.walk())[1:], list(target.walk())[1:]
    pairs = pair_by_likeness(old, new)
    kept = {id(old[i]) for i, j in pairs if i is not None and j is not None}
    anchor = base
    run: list[Node] = []
    for i, j in [*pairs, (len(old), None)]:
        if j is not None and i is None:
            run.append(new[j])
            continue
        if run:
            said = insert_run(writer, anchor, run, base)
            if said is None:
                return None
            commands.append(said)
            run = []
        if i == len(old) or i is None:
            break
        if j is None:
            said_gone = delete_passage(writer, old[i], kept)
            if said_gone is None:
                return None
            commands += said_gone
            continue
        anchor = old[i]
        changed = change_passage(writer, old[i], new[j])
        if changed is None:
            return None
        commands += changed
    return commands


def spell_scope(node: Node) -> str:
    """Return the words in which a quotation must stand once: no two passages are one."""
    return " \x00 ".join(each.head[len(each.number) :] for each in node.walk())


def change_passage(writer: Writer, base: Node, target: Node) -> list[Command] | None:
    """Say what changes in one passage, apart from what stands below it."""
    now = exchanged(plain(base.head[len(base.number) :]), writer.throughout)
    if base.number == target.number and now == plain(target.head[len(target.number) :]):
        return []
    place = writer.names.name(base)
    if place is None:
        return None
    said = change_head(writer, base, target, place, spell_scope(base))
    if said is None and not base.children and not target.children:
        return [restate_whole(place, target)]
    return said


def delete_passage(writer: Writer, node: Node, kept: set[int]) -> list[Command] | None:
    """Say that a passage goes with all below it; one whose parent goes is not named."""
    if any(id(each) in kept for each in node.walk()):
        return None
    above = node.parent
    if above and above.parent and not any(id(each) in kept for each in above.walk()):
        return []
    place = writer.names.name(node)
    return None if place is None else [Command(verb=Verb.DELETE, places=(place,))]


def insert_run(writer: Writer, anchor: Node, run: Sequence[Node], unit: Node) -> Command | None:
    """Say that passages come after another, or before, or at the end of the unit."""
    last = run[-1]
    words = "".join(n.head + (n.gap if n is not last else "") for n in run)
    if anchor is unit and not unit.children:
        place = writer.names.name(unit)
        return Command(verb=Verb.INSERT, places=(place,), new=(words,), position="end") if place else None
    if anchor.children:
        place, position = writer.names.name(anchor.children[0]), "before"
    else:
        place, position = writer.names.name(anchor), "after"
    return Command(verb=Verb.INSERT, places=(place,), new=(words,), position=position) if place else None
