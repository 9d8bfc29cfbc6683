"""A text as a tree that commands can name: units and what stands below them, each with its own characters.

What the tree spells is the text, character for character, until a command edits a node of it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from hexapla.amending.draft_law import skip_space, split_space
from hexapla.model import Clause, Role, Version
from hexapla.text.numerals import digits_of, reference_label

CORE = regex.compile(r"[\p{L}\p{N}]+(?:[.:\-–][\p{L}\p{N}]+)*+")
Piece = tuple[str, str | None]
"""words, and the white space after them; None: what is usual there"""


@dataclass(slots=True, eq=False)
class Node:
    """A stretch of a text that a command can name."""

    kind: str
    """unit, division, title; block: text without a number of its own; passage: what stands below a unit"""
    number: str
    """as printed"""
    head: str
    """its number, heading and words, without what stands below it and without white space at the end"""
    gap: str
    """white space after `head`"""
    heading: tuple[int, int] = (0, 0)
    """where the heading stands in `head`"""
    body: int = 0
    """where its words begin in `head`"""
    id: str = ""
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    """words that are exchanged: where in `head`, and what stands there then"""
    removed: bool = False
    replaced: str | None = None
    """what stands in place of it and of all below it"""
    before: list["str | Node"] = field(default_factory=list)
    after: list["str | Node"] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """what comes before it, after all below it, and at its end: new words, or a node that was moved"""
    moved: bool = False
    """it stands beside another node"""
    locked: bool = False
    """a command for it is in doubt: it stays as it was"""

    @property
    def label(self) -> str:
        """Its number without signs and words."""
        return core_of(self.number)

    @property
    def words(self) -> str:
        """Its own words, without number and heading."""
        return self.head[self.body :]

    @property
    def unit(self) -> "Node":
        """The outermost node around it."""
        node = self
        while node.parent:
            node = node.parent
        return node

    def walk(self) -> Iterator["Node"]:
        """Yield it and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def edited(self) -> str:
        """Write `head` with the words that were exchanged."""
        out, at = [], 0
        for start, end, new in sorted(self.edits):
            out += [self.head[at:start], new]
            at = end
        return "".join([*out, self.head[at:]])

    def pieces(self) -> Iterator[Piece]:
        """Yield it and all below it as pieces, as amended; what was put in beside it apart."""
        if self.replaced is not None:
            yield self.replaced, list(self.walk())[-1].gap
        elif not self.removed:
            yield self.edited(), self.gap
            for child in self.children:
                yield from ((each, None) for each in child.before if isinstance(each, str))
                yield from child.pieces()
                yield from ((each, None) for each in child.after if isinstance(each, str))
            yield from ((words, None) for words in self.tail)

    def spell(self, gap: str) -> str:
        """Write it as the text it is now, without white space at its end."""
        return join_pieces_of(list(self.pieces()), gap)

    def original(self) -> str:
        """Write it as it was in the base."""
        nodes = list(self.walk())
        return "".join(n.head + (n.gap if n is not nodes[-1] else "") for n in nodes)

    def restore(self) -> None:
        """Give it and all below it its words back; no further command edits them."""
        for node in self.walk():
            node.edits, node.removed, node.replaced, node.locked = [], False, None, True
            node.tail = []
            if node is not self:
                node.before, node.after = [], []


@dataclass(slots=True)
class Outline:
    """A text that is being amended."""

    nodes: list[Node]
    """outermost ones, in order"""
    lead: str
    """white space before the first"""
    gap: str
    """what usually parts two units"""
    inner_gap: str
    """what usually parts two passages of a unit"""

    def spell(self) -> str:
        """Write the text."""
        pieces: list[Piece] = []
        for node in self.nodes:
            pieces += self.spell_beside(node.before)
            if not node.removed and not node.moved:
                pieces.append((node.spell(self.inner_gap), list(node.walk())[-1].gap))
            pieces += self.spell_beside(node.after)
        end = list(self.nodes[-1].walk())[-1].gap if self.nodes else ""
        return self.lead + join_pieces_of(pieces, self.gap) + end

    def spell_beside(self, what: "list[str | Node]") -> list[Piece]:
        """Write what was put or moved beside a node."""
        return [(each if isinstance(each, str) else each.spell(self.inner_gap), None) for each in what]


def join_pieces_of(pieces: list[Piece], gap: str) -> str:
    """Join pieces with their white space, that at the end left out."""
    out: list[str] = []
    for index, (words, own) in enumerate(pieces):
        out.append(words)
        if index + 1 < len(pieces):
            out.append(own or gap)
    return "".join(out)


def core_of(number: str) -> str:
    """Return a printed number without its word and its signs.

    >>> core_of("§ 12a"), core_of("3.2."), core_of("(b)"), core_of("第二条の二"), core_of("２")
    ('12a', '3.2', 'b', '2-2', '2')
    """
    if "第" in number:
        return reference_label(number)
    found = CORE.findall(number)
    return digits_of(found[-1]) if found else ""


def find_starts(version: Version) -> list[tuple[int, str, Clause | None]]:
    """Find where outermost nodes begin, with their kind."""
    marks: list[tuple[int, str, Clause | None]] = [
        (clause.spans[0][0], "division" if clause.role is Role.DIVISION else "unit", clause)
        for clause in version.clauses
        if clause.role is not Role.PART
    ]
    first = marks[0][0] if marks else version.extent[1]
    last = max((span[1] for clause in version.clauses for span in clause.spans), default=version.extent[1])
    marks += [
        (aside.spans[0][0], "title" if aside.kind == "title" and not index else "block", None)
        for index, aside in enumerate(version.set_aside)
        if aside.kind != "blank" and not first <= aside.spans[0][0] < last
    ]
    return sorted(marks, key=lambda mark: mark[0])


def make_node(kind: str, clause: Clause | None, text: str) -> Node:
    """Make the node of a clause from its own stretch of the text."""
    head, gap = split_space(text)
    number = (clause.number or "") if clause else ""
    if not head.startswith(number):
        number = ""
    body = skip_space(head, len(number))
    heading = (clause.heading or "") if clause else ""
    span = (0, 0)
    if heading and head.startswith(heading, body):
        span = (body, body + len(heading))
        body = skip_space(head, span[1])
    return Node(kind, number, head, gap, span, body, clause.id if clause else "")


def add_parts(unit: Node, parts: list[tuple[int, Clause]], text: str, end: int) -> None:
    """Put the parts of a unit below it, by their depth."""
    above: list[tuple[int, Node]] = []
    for index, (start, part) in enumerate(parts):
        stop = parts[index + 1][0] if index + 1 < len(parts) else end
        node = make_node("passage", part, text[start:stop])
        while above and above[-1][0] >= part.depth:
            above.pop()
        parent = above[-1][1] if above else unit
        node.parent = parent
        parent.children.append(node)
        above.append((part.depth, node))


def collect_parts(version: Version) -> dict[str, list[Clause]]:
    """Return the parts of each unit."""
    out: dict[str, list[Clause]] = {}
    owner = ""
    for clause in version.clauses:
        if clause.role is Role.PART:
            out.setdefault(owner, []).append(clause)
        else:
            owner = clause.id
    return out


def outline_text(version: Version) -> Outline:
    """Read a version as a tree that commands can name.

    Post-condition: it spells the version's text.
    """
    text, (begin, stop) = version.source.text, version.extent
    marks = find_starts(version)
    starts = [skip_space(text, mark[0]) for mark in marks]
    if not marks or text[begin : starts[0]].strip():
        marks, starts = [(begin, "block", None), *marks], [skip_space(text, begin), *starts]
    below = collect_parts(version)
    nodes: list[Node] = []
    for index, (_, kind, clause) in enumerate(marks):
        start, end = starts[index], starts[index + 1] if index + 1 < len(starts) else stop
        if start >= end:
            continue
        parts: list[tuple[int, Clause]] = []
        for part in below.get(clause.id, ()) if clause else ():
            at = skip_space(text, part.spans[0][0])
            if (parts[-1][0] if parts else start) < at < end:
                parts.append((at, part))
        node = make_node(kind, clause, text[start : parts[0][0] if parts else end])
        add_parts(node, parts, text, end)
        nodes.append(node)
    ends = [list(node.walk())[-1].gap for node in nodes if node.kind == "unit"]
    inner = [each.gap for node in nodes for each in list(node.walk())[:-1]]
    gap = commonest(ends[:-1], "\n\n")
    return Outline(nodes, text[begin : starts[0]], gap, commonest(inner, gap))


def commonest(values: list[str], default: str) -> str:
    """Return the commonest value, the first among equals."""
    return Counter(values).most_common(1)[0][0] if values else default
