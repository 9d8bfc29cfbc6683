"""Notes of a web page: links that lead to each other, the first of which shows but a number or a sign.

`<a href="#n1" id="r1">[1]</a>` in the text and `<a href="#r1">` in the element `n1` are a mark and its note,
whatever program made them. A raised number that leads to a block which begins with it is one too. Other pairs
of links (a contents list and its headings) show words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborNode

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.web.html_tree import TEXT, find_element_names, walk_tree

MARK = compile_lazily_with_properties(
    r"\s*[\[(（〔]?\s*注?\s*(\d{1,3}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,3})\s*[\])）〕]?\s*"
)
NOTE_START = compile_lazily_with_properties(
    r"\s*+(?:[\^↑]\s*+)?(?:[\[(（〔]\s*+)?(\d{1,3})\s*+[\])）〕]?[.:、．]?(?!\d)"
)
BACK_LINK = compile_lazily_with_properties(rf"{MARK.pattern}|[^\p{{L}}]*")
"""what a link back shows: words could be a heading"""
BLOCKS = frozenset("li p dd dt div aside section footer".split())
MOST_SURROUNDING = 6
"""elements around a link among which its name is looked for"""
MOST_STEPS = 30
"""elements and texts at the beginning of a note"""
MOST_LINKS = 30
"""links to one place that are looked at, and characters of each"""


@dataclass(slots=True)
class LinkedNotes:
    """What belongs to notes, by the identity of elements."""

    marks: dict[int, str] = field(default_factory=dict)
    """links that lead to notes: what they show"""
    returns: set[int] = field(default_factory=set)
    """links that lead back"""
    blocks: dict[int, str] = field(default_factory=dict)
    """blocks that are notes: their marks"""


def find_notes(root: LexborNode) -> LinkedNotes:
    """Find the notes of a page."""
    found = LinkedNotes()
    links = [
        (link, (link.attributes.get("href") or "")[1:], link.text(deep=True)[:MOST_LINKS])
        for link in root.css('a[href^="#"]')
    ]
    leading: dict[str, list[int]] = {}
    for index, (_, target, _) in enumerate(links):
        leading.setdefault(target, []).append(index)
    places = {name: each for each in root.css("[id], a[name]") for name in find_element_names(each)}
    for index, (link, target, shown) in enumerate(links):
        mark = MARK.fullmatch(shown) if link.mem_id not in found.returns else None
        if mark is None or target not in places:
            continue
        names = set(find_link_names(link))
        back = [
            other
            for name in sorted(names)
            for other in leading.get(name, ())[:MOST_LINKS]
            if other > index and BACK_LINK.fullmatch(links[other][2])
            if target in find_link_names(links[other][0])
        ]
        ends = [links[other][0] for other in back] or match_raised_number(link, places[target], mark[1])
        block = find_note_block(ends[0], places[target]) if ends else None
        if block is not None and block.mem_id not in find_surrounding(link):
            found.marks[link.mem_id] = mark[1]
            found.returns |= {links[other][0].mem_id for other in back}
            found.blocks.setdefault(block.mem_id, mark[1])
    return found


def match_raised_number(link: LexborNode, target: LexborNode, mark: str) -> list[LexborNode]:
    """Return the target of a raised number, if the block there begins with that number."""
    above = link.parent
    raised = link.css_first("sup") is not None or (above is not None and above.tag == "sup")
    block = find_note_block(target, target)
    begins = NOTE_START.match(read_beginning(block)) if raised and block is not None else None
    return [target] if begins and begins[1] == mark else []


def read_beginning(block: LexborNode) -> str:
    """Return the first words of a block; not its whole text, for links may lead to blocks within blocks."""
    steps = islice(walk_tree(block), MOST_STEPS)
    return "".join(node.text_content or "" for entered, node in steps if entered and node.tag == TEXT)


def find_link_names(link: LexborNode) -> Iterator[str]:
    """Yield the names of a link, of what stands around it, and of an empty anchor before it."""
    before = link.prev
    if before is not None and before.tag == "a":
        yield from find_element_names(before)
    node: LexborNode | None = link
    for _ in range(MOST_SURROUNDING):
        if node is None or node.tag == "body":
            return
        yield from find_element_names(node)
        node = node.parent


def find_surrounding(link: LexborNode) -> Iterator[int]:
    """Yield the identities of the elements around a link: none of them is the note that it leads to."""
    above = link.parent
    while above is not None:
        yield above.mem_id
        above = above.parent


def find_note_block(node: LexborNode, target: LexborNode) -> LexborNode | None:
    """Return the block that is a note: the target if it is one, else the nearest around the link in it."""
    if target.tag in BLOCKS:
        return target
    above: LexborNode | None = node
    while above is not None and above.tag not in BLOCKS:
        above = above.parent
    return above
