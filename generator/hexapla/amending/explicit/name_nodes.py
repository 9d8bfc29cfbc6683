"""Names for the nodes of a text, and the nodes for names: both ways by the same rules."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from hexapla.amending.explicit.explicit_grammar import ExplicitGrammar
from hexapla.amending.explicit.explicit_places import (
    name_step,
    passage_step,
    read_explicit_places,
    spell_explicit,
)
from hexapla.amending.explicit.outline import Node, Outline
from hexapla.amending.instrument import Place, Step
from hexapla.amending.locate import DoubtError, tell_missing
from hexapla.phrases import write_phrase

REPEAT = "~"
"""in a label, before which of several of one number is meant"""
LEAF = ("heading", "opening", "sentence")
SENTENCE = regex.compile(r"\S(?:[^.!?。]|[.!?](?!\s+\p{Lu}|\s*$)){0,4000}+(?:[.!?。]|$)")


@dataclass(frozen=True, slots=True)
class Spot:
    """What a place names."""

    node: Node
    part: str = ""
    """heading, opening, sentence; empty: the node with all below it"""
    span: tuple[int, int] | None = None
    """of a heading or a sentence in the node's `head`"""

    @property
    def nodes(self) -> list[Node]:
        """The nodes in which words are looked for."""
        return [self.node] if self.part else list(self.node.walk())


class Names:
    """The names of a text's nodes in one language."""

    def __init__(self, outline: Outline, grammar: ExplicitGrammar) -> None:
        """Index a text's units by their numbers."""
        self.outline, self.grammar = outline, grammar
        self.by_label: dict[str, list[Node]] = {}
        for node in outline.nodes:
            if node.kind == "unit" and node.label:
                self.by_label.setdefault(node.label, []).append(node)
        for node in outline.nodes:
            for below in list(node.walk())[1:] if node.label else ():
                if below.label.startswith(f"{node.label}.") and below.label not in self.by_label:
                    self.by_label[below.label] = [below]
        self.by_kind = {
            kind: [
                node
                for node in outline.nodes
                if node.kind == kind or (not node.label and kind == "block" and node.kind == "unit")
            ]
            for kind in ("title", "block", "division")
        }

    # ------------------------------------------------------------ node → place

    def name(self, node: Node) -> Place | None:
        """Name a node; None where the language has no words for it."""
        top = self.name_top(node.unit)
        if top is None:
            return None
        steps: list[Step] = []
        below = node
        while below.parent:
            step = passage_step(self.grammar.places, below, below.parent.children)
            if step is None:
                return None
            steps.insert(0, step)
            below = below.parent
        place = (top, *steps)
        read = read_explicit_places(spell_explicit(place, self.grammar.places), self.grammar.places)
        try:
            found = self.locate(read[0]) if len(read) == 1 else None
        except DoubtError:
            return None
        return place if found and found.node is node and not found.part else None

    def name_top(self, node: Node) -> Step | None:
        """Name an outermost node."""
        places = self.grammar.places
        if node.kind == "unit" and node.label:
            alike = self.by_label[node.label]
            printed = " ".join(node.number.split()).rstrip(".:")
            own = read_explicit_places(printed, places)
            worded = len(own) == 1 and len(own[0]) == 1 and own[0][0].kind == "article"
            step = (
                Step("article", node.label, printed) if worded else name_step(places, "article", node.label)
            )
            if step is None or len(alike) == 1:
                return step
            count = next(i for i, each in enumerate(alike) if each is node) + 1
            repeat = self.grammar.words["repeat"].replace("{k}", str(count))
            return Step("article", f"{node.label}{REPEAT}{count}", step.printed + repeat)
        if node.kind == "title":
            return name_step(places, "title", "")
        kind = "division" if node.kind == "division" else "block"
        count = next(i for i, each in enumerate(self.by_kind[kind]) if each is node) + 1
        return name_step(places, "headline" if kind == "division" else "block", str(count))

    # ------------------------------------------------------------ place → node

    def locate(self, place: Place) -> Spot:
        """Find what a place names.

        Raises:
            DoubtError: nothing, or more than one thing, bears this name.
        """
        if not place:
            raise DoubtError("it names no place")
        node = self.find_top(place[0])
        steps = place[1:]
        for index, step in enumerate(steps):
            if step.kind in LEAF:
                if index == len(steps) - 1:
                    return find_leaf(node, step)
            else:
                node = find_below(node, step)
        return Spot(node)

    def find_top(self, step: Step) -> Node:
        """Find an outermost node."""
        if step.kind == "article":
            return self.find_unit(step)
        if step.kind == "division":
            printed = squeeze(step.printed)
            found = [n for n in self.by_kind["division"] if squeeze(n.number) == printed] or [
                n for n in self.by_kind["division"] if n.label == step.label
            ]
            return only(found, step.printed)
        kind = "division" if step.kind == "headline" else step.kind
        nodes = self.by_kind.get(kind, [])
        if kind == "title":
            return only(nodes, step.printed)
        position = int(step.label) if step.label.isdecimal() else 0
        if not 0 < position <= len(nodes):
            raise DoubtError(write_phrase("no_place", name=step.printed))
        return nodes[position - 1]

    def find_unit(self, step: Step) -> Node:
        """Find a unit by its number."""
        label, _, count = step.label.partition(REPEAT)
        alike = self.by_label.get(label, [])
        if count:
            if not 0 < int(count) <= len(alike):
                raise DoubtError(write_phrase("no_place", name=step.printed))
            return alike[int(count) - 1]
        if len(alike) > 1:
            printed = squeeze(step.printed)
            alike = [node for node in alike if squeeze(node.number) == printed] or alike
        return only(alike, step.printed)


def squeeze(number: str) -> str:
    """Return a printed number without white space and closing signs."""
    return "".join(number.split()).rstrip(".:").casefold()


def only(nodes: Sequence[Node], name: str) -> Node:
    """Return the only node.

    Raises:
        DoubtError: there is none, or there are several.
    """
    if len(nodes) != 1:
        told = write_phrase("no_place", name=name)
        raise DoubtError(write_phrase("many_places", name=name, number=len(nodes)) if nodes else told)
    return nodes[0]


def find_below(node: Node, step: Step) -> Node:
    """Find a passage below a node: by its mark, or by its place among those without one."""
    if step.kind != "passage":
        found = [each for each in node.children if each.number and each.label == step.label]
        if not found:
            found = [each for each in list(node.walk())[1:] if each.number and each.label == step.label]
        if found:
            return only(found, step.printed)
    plain = [each for each in node.children if not each.number]
    if node.words and node.kind == "unit":
        plain.insert(0, node)
    position = int(step.label) if step.label.isdecimal() else 0
    if step.kind not in ("passage", "paragraph") or not 0 < position <= len(plain):
        raise DoubtError(tell_missing(step.printed, node.number))
    return plain[position - 1]


def find_leaf(node: Node, step: Step) -> Spot:
    """Find a heading, the words before the items, or a sentence."""
    if step.kind == "opening":
        return Spot(node, "opening", (node.body, len(node.head)))
    if step.kind == "heading":
        if node.kind == "division":
            return Spot(node)
        if node.heading[1] == node.heading[0]:
            raise DoubtError(write_phrase("no_heading", place=node.number or step.printed))
        return Spot(node, "heading", node.heading)
    sentences = list(SENTENCE.finditer(node.head, node.body))
    position = int(step.label) if step.label.isdecimal() else 0
    if not 0 < position <= len(sentences):
        raise DoubtError(write_phrase("no_sentence", name=step.printed))
    return Spot(node, "sentence", sentences[position - 1].span())
