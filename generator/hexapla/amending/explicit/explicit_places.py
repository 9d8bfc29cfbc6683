"""Places as these instruments name them: Section 3(b)(ii), § 1 Absatz 2 Nummer 3, 第三条第二項第一号.

How a language names them is a table of steps; a step may stand inside the one before it (§ 1 Absatz 2) or in
the one after it (paragraph (b) of Section 3).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from hexapla.amending.explicit.outline import Node, core_of
from hexapla.amending.instrument import Place, Step
from hexapla.text.numerals import write_han_numeral

DEPTHS = {
    kind: depth
    for depth, kinds in enumerate(
        (
            ("title", "block"),
            ("division", "headline"),
            ("article",),
            ("paragraph",),
            ("item",),
            ("subitem",),
            ("subsubitem",),
            ("passage",),
            ("sentence", "opening", "heading"),
        )
    )
    for kind in kinds
}
NESTED = ("article", "paragraph", "item", "subitem", "subsubitem")
BRACKETED = regex.compile(r"\(([0-9A-Za-z]{1,6})\)")
MOST_IN_RANGE = 500
"""numbers that a range may stand for"""


@dataclass(frozen=True, slots=True)
class StepWord:
    """How one kind of step is named."""

    kind: str
    pattern: "regex.Pattern[str]"
    write: str
    shape: str
    """mark, without its letters and digits, of the passages that are named so; empty: any"""
    example: str


@dataclass(frozen=True, slots=True)
class PlaceGrammar:
    """How a language names places."""

    steps: tuple[StepWord, ...]
    number: "regex.Pattern[str]"
    inward: "regex.Pattern[str]"
    outward: "regex.Pattern[str]"
    joint: "regex.Pattern[str]"
    through: "regex.Pattern[str]"
    listed: "regex.Pattern[str]"
    """one place, or a list of places"""
    joiner: str
    """what parts steps when they are written"""
    owner: "regex.Pattern[str]"
    """what follows a place and says of which text it is part"""
    repeat: "regex.Pattern[str]"
    """what says which of several of one number is meant"""
    ordinals: Mapping[str, str]
    """numbers in words, with their digits"""
    same: Mapping[str, str]
    """words that mean the step that was named before (同条), with its kind"""


def make_place_grammar(table: Mapping[str, Any]) -> PlaceGrammar:
    """Read the table of places of a language."""
    number = table["number"]
    rows = table["step"]
    brackets = r"(?:\([0-9A-Za-z]{1,6}\)){0,5}+"
    patterns = [row["pattern"].replace("{n}", f"(?:{number})").replace("?P<n>", "?:") for row in rows]
    step = "|".join(f"(?:{pattern})" for pattern in patterns)
    same = dict(table.get("same", {}))
    repeat = table["repeat"].replace("?P<k>", "?:")
    step = f"(?:{'|'.join([step, *same])})(?:{repeat})?{brackets}"
    joints = "|".join((table["inward"], table["outward"], table["joint"], table["through"]))
    listed = f"(?:{step})(?:(?:{joints})(?:{step}|(?:{number}){brackets})){{0,60}}+"
    owner = table.get("owner", "\0")
    listed += f"(?:{owner.replace('?P<law>', '?:')})?+"
    return PlaceGrammar(
        tuple(
            StepWord(
                row["kind"],
                regex.compile(row["pattern"].replace("{n}", f"(?P<n>{number})")),
                row.get("write", ""),
                row.get("shape", ""),
                row["example"],
            )
            for row in rows
        ),
        regex.compile(f"(?P<n>{number})"),
        regex.compile(table["inward"]),
        regex.compile(table["outward"]),
        regex.compile(table["joint"]),
        regex.compile(table["through"]),
        regex.compile(listed),
        table["joiner"],
        regex.compile(owner),
        regex.compile(table["repeat"]),
        dict(table.get("ordinals", {})),
        same,
    )


def inside(above: Place, below: Place) -> Place:
    """Put a place inside another."""
    return (*above, *below)


def complete(place: Place, context: Place) -> Place:
    """Give a place that begins with a lower step the steps above it."""
    if not place or DEPTHS[place[0].kind] <= DEPTHS["article"]:
        return place
    above = tuple(s for s in context if DEPTHS[s.kind] < min(DEPTHS[place[0].kind], DEPTHS["sentence"]))
    return above + place


def expand(first: Place, last: Place) -> Iterator[Place]:
    """Yield the places of a range after its first."""
    one, other = first[-1], last[-1]
    if one.label.isdecimal() and other.label.isdecimal() and one.kind == other.kind:
        between = range(int(one.label) + 1, int(other.label))
        if len(between) <= MOST_IN_RANGE:
            yield from (
                (*first[:-1], Step(one.kind, str(n), one.printed.replace(one.label, str(n)))) for n in between
            )
    yield last


class PlaceReader:
    """Reads one list of places from left to right."""

    def __init__(self, grammar: PlaceGrammar, context: Place) -> None:
        """Take the place that was named before: what is named alone stands in it."""
        self.grammar, self.context = grammar, context
        self.places: list[Place] = []
        self.now: Place = ()
        self.mode = "joint"

    def read(self, printed: str) -> tuple[Place, ...]:
        """Read a list of places."""
        at = 0
        while at < len(printed):
            steps, end = self.read_steps(printed, at)
            if not steps:
                break
            at = self.take(printed, steps, end)
        self.close()
        return tuple(self.places)

    def take(self, printed: str, steps: Place, at: int) -> int:
        """Add steps as the words before them say, and read the words after them."""
        if self.mode == "outward":
            self.now = inside(steps, self.now)
        elif self.mode == "inward" or (self.mode == "comma" and self.goes_inward(steps)):
            self.now = inside(self.now, steps)
        else:
            self.close(through=self.mode == "through")
            self.now = steps
        for mode in ("through", "outward", "inward", "joint"):
            found = getattr(self.grammar, mode).match(printed, at)
            if found and (found.end() > at or mode == "inward"):
                comma = mode in ("inward", "joint") and "," in found[0] and "and" not in found[0]
                self.mode = "comma" if comma else mode
                return int(found.end())
        return len(printed)

    def goes_inward(self, steps: Place) -> bool:
        """Tell whether steps after a comma stand inside what was named."""
        return bool(self.now) and DEPTHS[steps[0].kind] > DEPTHS[self.now[-1].kind]

    def close(self, *, through: bool = False) -> None:
        """Note the place that was read."""
        if self.now:
            before = self.places[-1] if self.places else self.context
            place = complete(self.now, before)
            self.places += expand(self.places[-1], place) if self.ranging and self.places else [place]
        self.now, self.ranging = (), through

    ranging = False

    def read_steps(self, printed: str, at: int) -> tuple[Place, int]:
        """Read one step with the marks that follow it, or a number that stands for a step like the last."""
        for words, kind in self.grammar.same.items():
            if printed.startswith(words, at):
                held = tuple(s for s in self.context if DEPTHS[s.kind] <= DEPTHS[kind])
                return held, at + len(words)
        for word in self.grammar.steps:
            found = word.pattern.match(printed, at)
            if found:
                number = found["n"] if "n" in word.pattern.groupindex else ""
                label = self.grammar.ordinals.get(number.casefold()) or core_of(number)
                again = self.grammar.repeat.match(printed, found.end())
                end = again.end() if again else found.end()
                label += f"~{again['k']}" if again else ""
                return self.read_marks(printed, (Step(word.kind, label, printed[at:end]),), end)
        found = self.grammar.number.match(printed, at)
        last = (self.now or (self.places[-1] if self.places else ()))[-1:]
        if found and last:
            step = last[0]
            printed_step = step.printed.replace(step.label, found[0]) if step.label else found[0]
            return self.read_marks(
                printed, (Step(step.kind, core_of(found["n"]), printed_step),), found.end()
            )
        return (), at

    def read_marks(self, printed: str, steps: Place, at: int) -> tuple[Place, int]:
        """Read marks in brackets that follow a step: Section 3(b)(ii)."""
        while found := BRACKETED.match(printed, at):
            depth = NESTED.index(steps[-1].kind) + 1 if steps[-1].kind in NESTED else len(NESTED)
            kind = NESTED[depth] if depth < len(NESTED) else "passage"
            steps, at = (*steps, Step(kind, found[1], found[0])), found.end()
        return steps, at


def read_explicit_places(printed: str, grammar: PlaceGrammar, context: Place = ()) -> tuple[Place, ...]:
    """Read a place, or a list of places.

    Args:
        printed: as the grammar found it.
        grammar: of the language.
        context: the place that was named before; Absatz 2 alone stands in it.
    """
    return PlaceReader(grammar, context).read(printed)


def shape_of(number: str) -> str:
    """Return a mark with one letter for its core: its shape.

    >>> shape_of("(12)"), shape_of("a)"), shape_of("aa)"), shape_of("3."), shape_of("二")
    ('(1)', 'a)', 'aa)', '1.', '一')
    """
    core = core_of(number)
    if not core:
        return ""
    if core not in number:
        return "1" if any("０" <= each <= "９" for each in number) else "一"
    letter = "1" if core[0].isdigit() else "aa" if len(set(core)) == 1 and len(core) > 1 else "a"
    return number.replace(core, letter, 1).strip()


def find_word(grammar: PlaceGrammar, kind: str, shape: str = "") -> StepWord | None:
    """Return how a kind of step is named."""
    return next((w for w in grammar.steps if w.write and w.kind == kind and w.shape in ("", shape)), None)


def name_step(grammar: PlaceGrammar, kind: str, label: str, shape: str = "") -> Step | None:
    """Name a step as the language writes it; None where it has no word for it."""
    word = find_word(grammar, kind, shape)
    if word is None:
        return None
    number = label
    if "{han}" in word.write and label:
        main, _, further = label.partition("-")
        if not main.isdecimal() or (further and not further.isdecimal()):
            return None
        number = write_han_numeral(int(main))
        tail = f"の{write_han_numeral(int(further))}" if further else ""
        return Step(kind, label, word.write.replace("{han}", number) + tail)
    return Step(kind, label, word.write.replace("{n}", number))


def passage_step(grammar: PlaceGrammar, node: Node, siblings: Sequence[Node]) -> Step | None:
    """Name a passage among those beside it: by its mark, or by its place if it has none."""
    if not node.number:
        plain = [each for each in siblings if not each.number]
        position = next(i for i, each in enumerate(plain) if each is node) + 1
        own = node.parent is not None and bool(node.parent.words) and node.parent.kind == "unit"
        return name_step(grammar, "passage", str(position + own))
    shape = shape_of(node.number)
    for kind in ("paragraph", "item", "subitem", "subsubitem"):
        step = name_step(grammar, kind, node.label, shape)
        word = find_word(grammar, kind, shape)
        if step and word and word.shape == shape:
            return step
    if any(word.write == "({n})" for word in grammar.steps) and BRACKETED.fullmatch(f"({node.label})"):
        return Step("subsubitem", node.label, f"({node.label})")
    return None


def spell_explicit(place: Place, grammar: PlaceGrammar) -> str:
    """Write a place as one string."""
    out = ""
    for step in place:
        bracketed = BRACKETED.fullmatch(step.printed)
        out += step.printed if not out or bracketed else grammar.joiner + step.printed
    return out
