"""Apply an explicit instrument: each command is an edit of the text; all else keeps every character.

Commands are carried out by the numbers of the base. A command that cannot be placed stops its unit alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from hexapla.amending.amended import Amended, Doubt, list_doubts, select_commands
from hexapla.amending.edit_structure import write_number
from hexapla.amending.edit_words import excerpt
from hexapla.amending.explicit.explicit_grammar import ExplicitGrammar, load_explicit_grammar
from hexapla.amending.explicit.explicit_places import read_explicit_places
from hexapla.amending.explicit.name_nodes import Names, Spot, squeeze
from hexapla.amending.explicit.outline import Node, Outline, core_of, outline_text
from hexapla.amending.instrument import Command, Instrument, Place, Verb
from hexapla.amending.law_passages import renumber_mark
from hexapla.amending.locate import DoubtError
from hexapla.model import Version
from hexapla.phrases import write_phrase
from hexapla.text.numerals import make_number_key, number_label

WORD = regex.compile(r"[\p{L}\p{N}]")
CLOSES_UP = regex.compile(r"[\s.,;:!?)\]]|$")
MARK = regex.compile(r"\s*(?:\([0-9A-Za-z]{1,5}\)|[0-9]{1,3}[A-Za-z]?[.)])(?=\s)")
"""with which a passage begins"""
MOST_NUMBER = 40
"""characters at the beginning of a new unit in which its number stands"""
OPENING, CLOSING = "([{“„", ",;:.)]}”"
ALREADY = "these words stand there already"


@dataclass(slots=True)
class ExplicitSession:
    """One application of an instrument."""

    outline: Outline
    names: Names
    grammar: ExplicitGrammar
    doubts: list[Doubt] = field(default_factory=list)
    done: int = 0
    used: dict[int, Command] = field(default_factory=dict)
    """the last command of each unit, by identity"""
    unused: set[str] = field(default_factory=set)
    """words that are exchanged wherever they stand, and stand nowhere"""

    def doubt(self, command: Command, reason: str) -> None:
        """Note a doubt."""
        self.doubts.append(Doubt(command.line, command.text, reason))


def compile_words(words: str, *, bounded: bool = False) -> "regex.Pattern[str]":
    """Make the pattern of quoted words, in which any white space stands for any.

    Args:
        words: as quoted.
        bounded: no letter or digit may follow or go before words that begin and end with one.
    """
    parts = [regex.escape(part) for part in words.split()]
    lead, tail = r"\s+" * words[:1].isspace(), r"\s+" * words[-1:].isspace()
    source = lead + r"\s+".join(parts) + tail if parts else regex.escape(words)
    if bounded and parts:
        source = rf"(?<!{WORD.pattern})" * bool(WORD.match(words)) + source
        source += rf"(?!{WORD.pattern})" * bool(WORD.match(words[-1]))
    return regex.compile(source)


def find_in(node: Node, pattern: "regex.Pattern[str]", span: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Find words in a node's own text where no edit was noted.

    Args:
        node: in which they are looked for.
        pattern: of the words.
        span: the stretch of `head` that is meant; None: what follows its number.
    """
    if node.replaced is not None or node.removed:
        return []
    start, end = span or (len(node.number), len(node.head))
    return [
        found.span()
        for found in pattern.finditer(node.head, start, end)
        if all(found.end() <= one or other <= found.start() for one, other, _ in node.edits)
    ]


def space_insertion(head: str, at: int, new: str) -> str:
    """Part words that are put in from those beside them, where they are not parted."""
    before, after = head[at - 1 : at], head[at : at + 1]
    after_word = bool(before) and (bool(WORD.match(before)) or before in CLOSING)
    if new[:1] and after_word and (WORD.match(new[0]) or new[0] in OPENING):
        new = " " + new
    if after and WORD.match(after) and new and not new[-1].isspace() and new[-1] not in "(“-/":
        new += " "
    return new


def space_deletion(head: str, start: int, end: int) -> tuple[int, int]:
    """Take out with words the white space that would be left over."""
    bare = not head[start : start + 1].isspace() and not head[end - 1].isspace()
    while bare and start and head[start - 1].isspace() and CLOSES_UP.match(head, end):
        start -= 1
    return start, end


def edit_spot(session: ExplicitSession, command: Command, spot: Spot) -> None:
    """Exchange, put in or take out words in one place.

    Raises:
        DoubtError: the words do not stand there exactly once.
    """
    old, new = command.old[0], "".join(command.new)
    if not old:
        raise DoubtError("the quotation is empty")
    found: list[tuple[Node, int, int]] = []
    for bounded in (True, False) if session.grammar.spaced else (False,):
        pattern = compile_words(old, bounded=bounded)
        found = found or [(node, *span) for node in spot.nodes for span in find_in(node, pattern, spot.span)]
    if command.position == "end" and command.verb is not Verb.INSERT:
        found = [f for f in found[-1:] if f[0] is spot.nodes[-1] and not WORD.search(f[0].head, f[2])]
    if not found:
        raise DoubtError(write_phrase("words_absent", words=excerpt(old)))
    if len(found) > 1 and not command.everywhere:
        raise DoubtError(write_phrase("words_often", words=excerpt(old), number=len(found)))
    for node, start, end in found:
        node.edits.append(make_edit(session.grammar, command, node.head, (start, end), new))


def make_edit(
    grammar: ExplicitGrammar, command: Command, head: str, span: tuple[int, int], new: str
) -> tuple[int, int, str]:
    """Make the edit that a command on words orders where they stand."""
    start, end = span
    if command.verb is Verb.INSERT:
        at = end if command.position == "after" else start
        return at, at, space_insertion(head, at, new) if grammar.spaced else new
    if not new and grammar.spaced:
        return (*space_deletion(head, start, end), "")
    return start, end, new


def number_of(node: Node, words: str) -> bool:
    """Tell whether quoted words begin with a number as a node has it."""
    first = words.lstrip().split("\n", 1)[0][: len(node.number) + 12]
    if node.number and squeeze(first).startswith(squeeze(node.number)):
        return True
    lead = regex.match(
        r"\s*(?:[\p{L}§.]{1,10}[\s ]+)?([\p{N}\p{L}][\p{L}\p{N}.:\-]{0,14}|\([^()\s]{1,8}\))[.):\s]", words
    )
    return bool(lead and node.label and core_of(lead[1].rstrip(".:")) == node.label)


def keeps_number(node: Node, words: str) -> bool:
    """Tell whether new words leave out the number of what they replace, so that it stays."""
    if node.kind == "division":
        named = [word for word in regex.findall(r"\p{L}{2,}", node.number) if word in words[:60]]
        return bool(node.number) and not named
    return bool(node.number) and not number_of(node, words)


def replace_spot(command: Command, spot: Spot) -> None:
    """Give a place new words.

    Raises:
        DoubtError: it has these words already.
    """
    node, words = spot.node, "\n".join(command.new)
    if spot.span:
        if " ".join(node.head[slice(*spot.span)].split()) == " ".join(words.split()):
            raise DoubtError(ALREADY)
        node.edits.append((*spot.span, words))
        return
    if command.new_places:
        node.replaced, node.edits = words, []
        return
    if keeps_number(node, words):
        own_line = node.heading[1] and "\n" in node.head[node.heading[1] : node.body]
        words = (
            node.head[: node.body if own_line else len(node.number)]
            + ("" if own_line else node.head[len(node.number) : node.heading[0] or node.body])
            + words
        )
    if " ".join(words.split()) == " ".join(node.original().split()):
        raise DoubtError(ALREADY)
    node.replaced, node.edits = words, []


def insert_beside(session: ExplicitSession, command: Command) -> Node | None:
    """Put units or passages in.

    Raises:
        DoubtError: it does not say where, or they stand there already.
    """
    words = "\n".join(command.new)
    first = " ".join(words.split("\n", 1)[0].split())
    position = command.position or ("end" if command.places and len(command.place) > 1 else "")
    if command.places and not (command.new_places and command.new_places[0] == command.place):
        node = session.names.locate(command.place).node
        if not position:
            node, position = place_inside(node, words)
    else:
        node, words = place_by_number(session, command, words)
        position = "after"
    if any(
        " ".join(each.original().split())[: len(first)] == first
        for each in neighbours(session, node, position)
    ):
        raise DoubtError(ALREADY)
    if position == "end":
        node.tail.append(words)
    else:
        (node.before if position == "before" else node.after).append(words)
    return node


def neighbours(session: ExplicitSession, node: Node, position: str) -> list[Node]:
    """Return the nodes beside which words come."""
    if position == "end":
        return node.children[-1:]
    siblings = node.parent.children if node.parent else session.outline.nodes
    at = next(i for i, each in enumerate(siblings) if each is node)
    return siblings[at + 1 : at + 2] if position != "before" else siblings[max(0, at - 1) : at]


def place_inside(node: Node, words: str) -> tuple[Node, str]:
    """Find where in a unit a passage comes of which only its mark is said: after the one before it."""
    lead = MARK.match(words)
    if lead is None:
        return node, "end"
    key = make_number_key(number_label(core_of(lead[0])))
    before = [n for n in node.children if n.label and make_number_key(number_label(n.label)) < key]
    return (before[-1], "after") if before else (node, "end")


def place_by_number(session: ExplicitSession, command: Command, words: str) -> tuple[Node, str]:
    """Find after which unit a new one comes of which only the number is said."""
    new_place = command.new_places[0] if command.new_places else ()
    if not new_place:
        first = words.split("\n", 1)[0][:MOST_NUMBER]
        new_place = next(iter(read_explicit_places(first, session.grammar.places)), ())
    label = new_place[-1].label if new_place else ""
    if not label or len(new_place) > 1:
        raise DoubtError("it does not say where")
    if label in session.names.by_label:
        raise DoubtError(write_phrase("place_taken", name=new_place[-1].printed))
    key = make_number_key(number_label(label))
    units = [n for n in session.outline.nodes if n.kind == "unit" and n.label]
    before = [n for n in units if make_number_key(number_label(n.label)) < key]
    if not before:
        raise DoubtError("it does not say where")
    node = before[-1]
    probe = Node("unit", node.number.replace(node.label, label), "", "")
    if not number_of(probe, words):
        between = node.head[len(node.number) : node.heading[0] or node.body]
        words = probe.number + between + words
    return node, words


def renumber_node(command: Command, node: Node) -> None:
    """Give a node another number.

    Raises:
        DoubtError: it has none, or it cannot be written.
    """
    label = command.new_places[0][-1].label.partition("~")[0] if command.new_places else ""
    if not label or not node.number:
        raise DoubtError("its new number is none")
    number = write_label(node.number, node.label, label)
    if number is None:
        raise DoubtError(write_phrase("no_new_number", number=node.number))
    node.edits.append((0, len(node.number), number))


def write_label(number: str, label: str, new: str) -> str | None:
    """Write a printed number with another label in its own style; None where that is not known."""
    if "第" in number:
        return write_number(number, new).replace("之", "の")
    at = number.rfind(label)
    if at >= 0:
        return number[:at] + new + number[at + len(label) :]
    return renumber_mark(number, int(new)) if new.isdecimal() else None


def run_explicit(session: ExplicitSession, command: Command) -> Node | None:
    """Carry out one command.

    Returns:
        the node that it is about.
    """
    if command.verb is Verb.INSERT and not command.old:
        return insert_beside(session, command)
    if command.verb is Verb.MOVE:
        node, anchor = (session.names.locate(p[0]).node for p in (command.places, command.new_places))
        if node is anchor or node.moved:
            raise DoubtError("it cannot stand beside itself")
        node.moved = True
        (anchor.before if command.position == "before" else anchor.after).append(node)
        return node
    spot = session.names.locate(command.place)
    if spot.node.unit.locked:
        raise DoubtError("another command for this clause is in doubt")
    if command.old:
        edit_spot(session, command, spot)
    elif command.verb in (Verb.REPLACE, Verb.TITLE):
        replace_spot(command, spot)
    elif command.verb is Verb.RENUMBER:
        renumber_node(command, spot.node)
    elif command.verb is Verb.DELETE and spot.span:
        spot.node.edits.append((*space_deletion(spot.node.head, *spot.span), ""))
    elif command.verb is Verb.DELETE:
        spot.node.removed = True
    else:
        raise DoubtError("it cannot be carried out")
    return spot.node


def exchange_all(session: ExplicitSession, commands: Sequence[Command]) -> None:
    """Exchange words wherever they stand, command by command."""
    nodes = [node for top in session.outline.nodes if not top.locked for node in top.walk()]
    standing = "\0".join(node.head for node in nodes)
    for command in commands:
        known = all(part in standing for part in command.old[0].split())
        exchange_everywhere(session, command, nodes if known else ())


def exchange_everywhere(session: ExplicitSession, command: Command, nodes: Sequence[Node]) -> None:
    """Exchange the words of a command in all nodes; note where they stand in none."""
    hits = 0
    if nodes:
        pattern = compile_words(command.old[0], bounded=session.grammar.spaced)
        for node in nodes:
            for span in find_in(node, pattern, None):
                node.edits.append(make_edit(session.grammar, command, node.head, span, "".join(command.new)))
                hits += 1
    if hits:
        session.done += 1
    else:
        session.unused.add(command.old[0])
        session.doubt(command, "the words do not stand in the text")


def lock(session: ExplicitSession, place: Place) -> None:
    """Give the unit of a place its words back."""
    try:
        session.names.locate(place).node.unit.restore()
    except DoubtError:
        return


def amend_outline(version: Version, commands: Sequence[Command], language: str) -> ExplicitSession:
    """Carry out commands on an outline of a version."""
    outline, grammar = outline_text(version), load_explicit_grammar(language)
    session = ExplicitSession(outline, Names(outline, grammar), grammar)
    throughout = [c for c in commands if c.everywhere and not c.places]
    for command in commands:
        if command.everywhere and not command.places:
            continue
        try:
            node = run_explicit(session, command)
        except DoubtError as error:
            session.doubt(command, str(error))
            if command.places and command.verb is not Verb.INSERT:
                lock(session, command.place)
            continue
        session.done += 1
        if node:
            session.used[id(node.unit)] = command
    exchange_all(session, throughout)
    for top in outline.nodes:
        if any(one[1] > other[0] for node in top.walk() for one, other in pairwise(sorted(node.edits))):
            last = session.used.get(id(top))
            top.restore()
            session.doubts.append(
                Doubt(
                    last.line if last else 0,
                    last.text if last else top.number,
                    "two commands exchange the same words",
                )
            )
    return session


def apply_explicit(version: Version, instrument: Instrument, language: str) -> Amended:
    """Apply an explicit instrument to a version.

    Args:
        version: the base; its text outside the commands keeps every character.
        instrument: as it was read.
        language: whose names of places it uses.
    """
    session = amend_outline(version, select_commands(version, instrument), language)
    doubts = list_doubts(session.doubts, instrument.unparsed)
    return Amended(session.outline.spell(), session.done, doubts)
