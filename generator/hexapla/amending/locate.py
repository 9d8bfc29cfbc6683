"""Find what a place of an instrument names in the law that it amends."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from hexapla.amending.draft_law import DIVISION_LEVELS, DraftLaw, Entry
from hexapla.amending.instrument import Place, Step
from hexapla.amending.law_passages import Passage
from hexapla.amending.places import spell_place
from hexapla.phrases import write_phrase

FRONT = {"title": "title", "note": "note", "contents": "contents"}
SENTENCE = regex.compile(r"[^。！？]+[。！？]?")


class DoubtError(Exception):
    """A command cannot be placed; its message is the reason, for the reader."""


@dataclass(slots=True)
class Located:
    """What a place names: an entry, or passages of one that follow each other, or a stretch of a passage."""

    entry: Entry
    siblings: list[Passage] = field(default_factory=list)
    """the list in which the passage stands"""
    passage: Passage | None = None
    head: bool = False
    """the passage without what stands below it"""
    span: tuple[int, int] | None = None
    """of a sentence in the passage"""

    @property
    def passages(self) -> list[Passage]:
        """The passages in which words are looked for."""
        if self.passage is None:
            return list(self.entry.walk())
        return [self.passage] if self.head or self.span else list(self.passage.walk())


def tell_missing(name: str, place: str) -> str:
    """Say that a place does not hold what is named; `place` is its number, if it has one."""
    return (
        write_phrase("no_place_in", name=name, place=place)
        if place
        else write_phrase("no_place_here", name=name)
    )


def find_one(entries: Sequence[Entry], name: str) -> Entry:
    """Return the only entry.

    Raises:
        DoubtError: there is none, or there are several.
    """
    if not entries:
        raise DoubtError(write_phrase("no_place", name=name))
    if len(entries) > 1:
        raise DoubtError(write_phrase("many_places", name=name, number=len(entries)))
    return entries[0]


def find_division(law: DraftLaw, steps: Sequence[Step]) -> Entry:
    """Find a division: the last step among those that stand below the steps before it."""
    within: list[Entry] = list(law.entries)
    found: Entry | None = None
    for step in steps:
        if step.kind == "part" and all(entry.level != "part" for entry in law.entries):
            named = [entry for entry in within if entry.kind == "division"]
            position = int(step.label) if step.label.isdecimal() else 0
            if not 0 < position <= len(named):
                raise DoubtError(write_phrase("no_place", name=step.printed))
            found = named[position - 1]
            continue
        found = find_one(
            [
                entry
                for entry in within
                if entry.kind == "division"
                and (entry.base_level or entry.level) == step.kind
                and entry.label == step.label
                and entry.id
            ],
            step.printed,
        )
        start = within.index(found)
        stop = next(
            (
                index
                for index in range(start + 1, len(within))
                if within[index].kind == "division"
                and (within[index].base_level or within[index].level)
                in levels_from(found.base_level or found.level)
            ),
            len(within),
        )
        within = within[start + 1 : stop]
    if found is None:
        raise DoubtError("it names no division")
    return found


def levels_from(level: str) -> tuple[str, ...]:
    """Return the levels of divisions that end one of this level."""
    order = DIVISION_LEVELS
    return order[: order.index(level) + 1] if level in order else order


def find_article(law: DraftLaw, label: str, printed: str) -> Entry:
    """Find an article by its number in the base."""
    return find_one(law.by_label.get(label, []), printed)


def find_block(law: DraftLaw, place: Place) -> Located:
    """Find a paragraph of a text that has no number: 序言第七自然段, 正文第二段."""
    others = law.of_kind("other")
    if place[0].kind == "preamble":
        first = next((index for index, e in enumerate(law.entries) if e.kind == "article"), len(law.entries))
        others = [entry for entry in others if law.entries.index(entry) < first]
    steps = place[1:] if place[0].kind in ("preamble", "body") else place
    if not steps:
        return Located(find_one(others, spell_place(place)))
    position = int(steps[0].label) if steps[0].label.isdecimal() else 0
    if not 0 < position <= len(others):
        raise DoubtError(write_phrase("no_place", name=spell_place(place)))
    found = Located(others[position - 1])
    return find_sentence(found, steps[1]) if len(steps) > 1 else found


def find_sentence(where: Located, step: Step) -> Located:
    """Find a sentence of a passage by its place."""
    passage = where.passage or next(where.entry.walk())
    sentences = list(SENTENCE.finditer(passage.text))
    position = int(step.label) if step.label.isdecimal() else 0
    if not 0 < position <= len(sentences):
        raise DoubtError(write_phrase("no_sentence", name=step.printed))
    return Located(where.entry, where.siblings, passage, span=sentences[position - 1].span())


def find_passage(where: Located, step: Step) -> Located:
    """Go one step inwards: to a paragraph, an item, a sub-item, a sentence, the words before the items."""
    if step.kind == "sentence":
        return find_sentence(where, step)
    if step.kind == "opening":
        passage = where.passage or next(iter(where.entry.passages), None)
        if passage is None:
            raise DoubtError("there are no words before the items")
        return Located(where.entry, where.siblings or where.entry.passages, passage, head=True)
    if step.kind == "paragraph":
        found = [each for each in where.entry.passages if not each.number and each.label == step.label]
        lists = [where.entry.passages] * len(found)
    else:
        parents = [where.passage.children] if where.passage else collect_lists(where.entry)
        pairs = [
            (siblings, each)
            for siblings in parents
            for each in siblings
            if each.number and each.label == step.label
        ]
        found, lists = [each for _, each in pairs], [siblings for siblings, _ in pairs]
    if not found:
        raise DoubtError(tell_missing(step.printed, where.entry.number))
    if len(found) > 1:
        raise DoubtError(
            write_phrase(
                "many_places_in", name=step.printed, number=len(found), place=where.entry.number or "？"
            )
        )
    return Located(where.entry, lists[0], found[0])


def collect_lists(entry: Entry) -> list[list[Passage]]:
    """Return the lists of items of an article: those of its paragraphs, or those that it has at its top."""
    lists = [passage.children for passage in entry.passages if passage.children]
    if any(passage.number for passage in entry.passages):
        lists.append(entry.passages)
    return lists


def locate(law: DraftLaw, place: Place) -> Located:
    """Find what a place names, by the numbers of the base.

    Raises:
        DoubtError: nothing, or more than one thing, bears this name.
    """
    if not place:
        raise DoubtError("it names no place")
    first = place[0]
    if first.kind in FRONT:
        return Located(find_one(law.of_kind(FRONT[first.kind]), first.printed))
    if first.kind in ("preamble", "body", "block"):
        return find_block(law, place)
    articles = [index for index, step in enumerate(place) if step.kind == "article"]
    if not articles:
        steps = [step for step in place if step.kind in ("book", "chapter", "section", "part")]
        if not steps:
            raise DoubtError(write_phrase("no_place", name=spell_place(place)))
        return Located(find_division(law, steps))
    where = Located(find_article(law, place[articles[0]].label, place[articles[0]].printed))
    for step in place[articles[0] + 1 :]:
        where = find_passage(where, step)
    return where
