"""Fields that begin in one paragraph and end in another, or hold links: each of their edges is an object.

An edge may be kept only where its whole field is, else accepting or rejecting would leave half a field.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from hexapla.exporters.word_package.groups import BlockGroup, ScriptStep
from hexapla.exporters.word_package.pieces import WRAPPERS, Alphabet, Side, fold_code
from hexapla.model import Op
from hexapla.readers.office.docx_package import W
from hexapla.readers.xml_parser import Element, local_name

EDGES: Final = (f"{W}fldChar", f"{W}instrText")


@dataclass(slots=True, eq=False)
class OpenField:
    """A field with its edges and its code."""

    edges: list[Element] = field(default_factory=list)

    @property
    def code(self) -> str:
        """What it says it is."""
        return fold_code("".join(each.text or "" for each in self.edges if local_name(each) == "instrText"))


def find_spanning_fields(root: Element) -> list[OpenField]:
    """Return the fields of a part that do not stand among siblings, in the order of their ends."""
    stack: list[OpenField] = []
    found: list[OpenField] = []
    for each in root.iter(*EDGES):
        kind = each.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(OpenField())
        if stack:
            stack[-1].edges.append(each)
        if kind == "end" and stack:
            one = stack.pop()
            if is_spanning(one):
                found.append(one)
    return [*found, *stack]


def is_spanning(one: OpenField) -> bool:
    """Tell whether a field is more than a row of siblings."""
    first, last = (edge.getparent() for edge in (one.edges[0], one.edges[-1]))
    if first is None or last is None or first.getparent() is not last.getparent():
        return True
    for each in first.itersiblings():
        if each is last:
            return False
        if local_name(each) in WRAPPERS:
            return True
    return first is not last


def match_spanning_fields(base: Side, target: Side) -> None:
    """Say which edges of fields may be kept: those of both, where both have the same fields in order."""
    left, right = (find_spanning_fields(side.package.tree(side.part)) for side in (base, target))
    same = [one.code for one in left] == [other.code for other in right] and [
        len(one.edges) for one in left
    ] == [len(other.edges) for other in right]
    for side, found in ((base, left), (target, right)):
        for number, one in enumerate(found):
            for place, edge in enumerate(one.edges):
                side.spans[edge] = (number, place) if same else (side.part, id(side), number, place)


def drop_halves(groups: Sequence[BlockGroup], side: Side, alphabet: Alphabet) -> None:
    """Keep no edge of a field of which another edge is not kept."""
    by_field: dict[Hashable, set[str]] = {}
    for edge, key in side.spans.items():
        if isinstance(key, tuple):
            character = alphabet.characters.get(("span", local_name(edge), key))
            if character is not None:
                by_field.setdefault(key[:-1], set()).add(character)
    if not by_field:
        return
    kept = {
        character
        for group in groups
        for step in group.script
        if step.op is Op.EQUAL
        for character in step.text
    }
    halves = {one for own in by_field.values() if not own <= kept for one in own & kept}
    if halves:
        for group in groups:
            group.script = list(split_steps(group.script, halves))


def split_steps(script: Iterable[ScriptStep], halves: set[str]) -> Iterator[ScriptStep]:
    """Delete and insert some characters that were kept."""
    for step in script:
        if step.op is not Op.EQUAL or halves.isdisjoint(step.text):
            yield step
            continue
        start = 0
        for at, character in enumerate(step.text):
            if character in halves:
                if at > start:
                    yield ScriptStep(Op.EQUAL, step.text[start:at])
                yield from (ScriptStep(Op.DELETE, character), ScriptStep(Op.INSERT, character))
                start = at + 1
        if start < len(step.text):
            yield ScriptStep(Op.EQUAL, step.text[start:])
