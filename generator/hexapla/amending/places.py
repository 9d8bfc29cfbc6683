"""Places as instruments name them: 第四十二条第二款第（三）项, 第三章章名, 序言第七自然段."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from hexapla.amending.instrument import Place, Step
from hexapla.languages.instrument_tables import load_instrument_table
from hexapla.text.numerals import HAN_NUMERALS, digits_of, write_han_numeral

NUMBER = rf"[{HAN_NUMERALS}0-9０-９]{{1,12}}"
NUMBERED_STEP = regex.compile(
    rf"(?P<number>{NUMBER})[）)]?[ 　]?(?P<kind>\D+?)(?:之(?P<inserted>{NUMBER}))?$"
)
RANKS = {
    kind: rank
    for rank, kinds in enumerate(
        (
            ("title", "note", "contents", "preamble", "body", "annex"),
            ("book", "part"),
            ("subbook",),
            ("chapter",),
            ("section",),
            ("article",),
            ("paragraph", "block"),
            ("item",),
            ("subitem",),
            ("opening", "heading", "sentence", "signature"),
        )
    )
    for kind in kinds
}
"""how deep a step stands: a place goes inwards"""
ARTICLE = RANKS["article"]
MOST_IN_RANGE = 2000
"""numbers that a range may stand for; a longer one is its two ends"""
PRINTED: Mapping[str, str] = load_instrument_table("zh")["printed"]
"""kind of a part → its word where we write it; only Chinese instruments have places of this form"""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Patterns of the places of one language."""

    law: str
    path: str
    """one place"""
    listed: "regex.Pattern[str]"
    """one place, or a list of places"""
    through: "regex.Pattern[str]"
    """what stands between the first and the last place of a range"""
    annex: str
    step: "regex.Pattern[str]"
    named: Mapping[str, str]
    numbered: Mapping[str, str]

    def is_title(self, printed: str) -> bool:
        """Tell whether a place is the title of a text alone."""
        return any(printed.endswith(name) for name, kind in self.named.items() if kind == "title") and (
            "、" not in printed
        )


def make_place_words(words: Mapping[str, Any]) -> PlaceWords:
    """Write the patterns of places from the words of a language's table."""
    laws, prefix, annex = words["laws"], words["prefix"], words["annex"]
    named, numbered = words["named"], words["numbered"]
    joints = f"{words['joints']}|{words['through']}"
    classifier = "|".join(sorted(numbered, key=len, reverse=True))
    law = (
        rf"(?:《(?:[^《》\n]|《[^《》\n]{{1,80}}》){{1,120}}+》(?:（[^（）\n]{{1,60}}）)?|本(?:{laws})"
        rf"|(?:^|(?<=[将把在对去除据照和及，。、；”]))(?![将把在对删])\p{{Han}}{{1,16}}?(?:{laws}))"
    )
    names = "|".join(sorted(named, key=len, reverse=True))
    inserted = f"(?:之{NUMBER})?"
    step = (
        rf"第[ 　]?(?:[（(]{NUMBER}[）)]|{NUMBER})[ 　]?(?:{classifier}){inserted}"
        rf"|(?:^|(?<=[将把原、和及至与])){NUMBER}条{inserted}|{annex}{NUMBER}?|(?:{names})"
    )
    path = (
        rf"(?>(?:(?:{law}(?=的?(?:原|第|序言|{annex}|{names}))|{prefix})的?){{0,3}}(?:{step})"
        rf"(?:(?:\p{{Han}}{{1,24}}?职权)?的?(?:{step})){{0,6}}+)"
    )
    return PlaceWords(
        law=law,
        path=path,
        listed=regex.compile(rf"{path}(?:(?:{joints}){path})*+"),
        step=regex.compile(
            rf"(?P<joint>{joints})(?=(?:{law}|{prefix})*的?第|{NUMBER}条|{annex}|{names})|(?P<step>{step})"
        ),
        through=regex.compile(words["through"]),
        annex=annex,
        named=named,
        numbered=numbered,
    )


def read_step(printed: str, words: PlaceWords) -> Step:
    """Read one step."""
    if printed in words.named:
        return Step(words.named[printed], "", printed)
    if printed.startswith(words.annex):
        return Step(
            "annex", digits_of(label) if (label := printed.removeprefix(words.annex)) else "", printed
        )
    found = NUMBERED_STEP.search(printed)
    if not found or found["kind"] not in words.numbered:
        raise ValueError(printed)
    label = digits_of(found["number"]) + (f"-{digits_of(found['inserted'])}" if found["inserted"] else "")
    return Step(words.numbered[found["kind"]], label, printed)


def complete_place(place: Place, context: Place) -> Place:
    """Give a place that begins with a lower step (第二款) the steps above it."""
    if not place or RANKS[place[0].kind] <= ARTICLE:
        return place
    above = tuple(step for step in context if RANKS[step.kind] < RANKS[place[0].kind])
    return above + place


def expand_range(first: Place, last: Place) -> Iterator[Place]:
    """Yield the places of a range after its first: 第二条至第四条."""
    one, other = first[-1], last[-1]
    if one.label.isdecimal() and other.label.isdecimal() and one.kind == other.kind:
        between = range(int(one.label) + 1, int(other.label))
        if len(between) <= MOST_IN_RANGE:
            for number in between:
                yield (*first[:-1], make_step(one.kind, str(number)))
    yield last


def read_places(printed: str, words: PlaceWords, context: Place = ()) -> tuple[Place, ...]:
    """Read a place, or a list of places.

    Args:
        printed: as the grammar found it.
        words: of the language.
        context: the place that was named before; 第二款 alone stands in it.
    """
    places: list[Place] = []
    steps: list[Step] = []
    joint = ""

    def close() -> None:
        nonlocal steps
        if not steps:
            return
        place = complete_place(tuple(steps), places[-1] if places else context)
        places.extend(
            expand_range(places[-1], place) if places and words.through.fullmatch(joint) else (place,)
        )
        steps = []

    for found in words.step.finditer(printed):
        if found["joint"]:
            close()
            joint = found["joint"]
        else:
            steps.append(read_step(found["step"], words))
    close()
    return tuple(places)


def make_step(kind: str, label: str) -> Step:
    """Make a step as Chinese instruments print it: 第二十条之一."""
    number, _, inserted = label.partition("-")
    han = write_han_numeral(int(number)) if number.isdecimal() else number
    tail = f"之{write_han_numeral(int(inserted))}" if inserted.isdecimal() else ""
    return Step(kind, label, f"第{han}{PRINTED[kind]}{tail}")


def name_step(kind: str) -> Step:
    """Make a step that bears no number, as Chinese instruments print it: 名称, 正文, 开始部分."""
    return Step(kind, "", PRINTED[kind])


def spell_place(place: Place) -> str:
    """Write a place as one string."""
    return "".join(step.printed for step in place)
