"""Styles of an OpenDocument text: what hides text, and how lists are numbered (ODF 1.3, part 3, 5.3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.characters import BULLET, translate_symbol
from hexapla.readers.limits import LONGEST_NUMBER
from hexapla.readers.list_numbers import FORMATS, format_alphabetic, format_number
from hexapla.readers.xml_parser import Element, find_attribute, local_name

LONGEST_CHAIN = 50
LEVELS = 10
MOST_DIGITS = 9
SIMPLE_FORMATS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman"}
LETTERS = {"a": "lowerLetter", "A": "upperLetter"}
PREFERRED = ("chineseCountingThousand", "taiwaneseCountingThousand", "aiueoFullWidth", "irohaFullWidth")
"""of formats that begin alike, what LibreOffice means"""
PLACEHOLDER = compile_lazily_with_properties(r"%(\d{1,2})%")
TEXT_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
ListCounter = dict[int, int]
"""of one list, by level; a level is missing until it is printed, and after it began anew"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtListLevel:
    """How the numbers of one level of a list look."""

    start: int
    form: str
    """`num-format`, or `bullet`"""
    synchronous: bool
    """letters go on aa, bb instead of aa, ab"""
    text: str
    """with `%1%` for the numbers of the levels"""
    after: str

    def write_count(self, count: int, unknown: dict[str, None]) -> str:
        """Write one count."""
        if self.form in LETTERS:
            letters = (
                (format_number(count, LETTERS["a"]) or "") if self.synchronous else format_alphabetic(count)
            )
            return letters.upper() if self.form == "A" else letters
        form = SIMPLE_FORMATS.get(self.form) or match_format_example(self.form)
        if form is None:
            unknown[self.form] = None
        return format_number(count, form or "decimal") or str(count)


def parse_integer(text: str | None) -> int | None:
    """Read a whole number."""
    if text is None or len(text) > MOST_DIGITS or not text.isascii() or not text.isdecimal():
        return None
    return int(text)


def match_format_example(form: str) -> str | None:
    """Return the format that counts like the examples of which the name consists: `一, 二, 三, ...`."""
    examples = [each.strip() for each in form.split(",")[:3]]
    for name in (*PREFERRED, *FORMATS):
        if [FORMATS[name](n) for n in range(1, len(examples) + 1)] == examples:
            return name
    return None


@dataclass(slots=True)
class OdtStyles:
    """The styles of a document."""

    parents: dict[tuple[str, str], str] = field(default_factory=dict)
    hidden: dict[tuple[str, str], bool] = field(default_factory=dict)
    lists: dict[str, dict[int, OdtListLevel]] = field(default_factory=dict)
    of_paragraphs: dict[str, str] = field(default_factory=dict)
    """list styles of paragraph styles"""
    outline: dict[int, OdtListLevel] = field(default_factory=dict)
    raised: set[str] = field(default_factory=set)
    """styles of text that put it higher"""

    def read(self, root: Element) -> None:
        """Add the styles that stand in a part."""
        for element in root.iter():
            name = local_name(element)
            if name == "style":
                self.add(element)
            elif name == "list-style":
                self.lists[find_attribute(element, "name") or ""] = dict(read_levels(element))
            elif name == "outline-style":
                self.outline = dict(read_levels(element))

    def add(self, element: Element) -> None:
        """Add one style."""
        key = (find_attribute(element, "family") or "", find_attribute(element, "name") or "")
        parent, list_style = (
            find_attribute(element, "parent-style-name"),
            find_attribute(element, "list-style-name"),
        )
        if parent:
            self.parents[key] = parent
        if list_style is not None and key[0] == "paragraph":
            self.of_paragraphs[key[1]] = list_style
        for each in element:
            if (find_attribute(each, "text-position") or "").startswith(("super", *"123456789")):
                self.raised.add(key[1])
            display = each.get(f"{{{TEXT_NAMESPACE}}}display")
            if local_name(each) in {"text-properties", "section-properties"} and display is not None:
                self.hidden[key] = display == "none"

    def chain(self, family: str, name: str | None) -> Iterator[tuple[str, str]]:
        """Return a style's key and those of its parents, nearest first."""
        for _ in range(LONGEST_CHAIN):
            if name is None:
                return
            yield family, name
            name = self.parents.get((family, name))

    def is_hidden(self, family: str, name: str | None) -> bool:
        """Tell whether a style hides text."""
        return next((self.hidden[key] for key in self.chain(family, name) if key in self.hidden), False)

    def list_of(self, paragraph_style: str | None) -> str | None:
        """Return the list style of a paragraph style."""
        chain = self.chain("paragraph", paragraph_style)
        return next((self.of_paragraphs[key[1]] for key in chain if key[1] in self.of_paragraphs), None)


def read_levels(element: Element) -> Iterator[tuple[int, OdtListLevel]]:
    """Read the levels of a list style, counted from 1."""
    for each in element:
        number = parse_integer(find_attribute(each, "level"))
        if number is not None and 0 < number <= LEVELS:
            yield number, read_level(each, number)


def read_level(element: Element, number: int) -> OdtListLevel:
    """Read one level."""
    form = find_attribute(element, "num-format") or ""
    if local_name(element).startswith("list-level-style-bullet"):
        sign = "".join(map(translate_symbol, find_attribute(element, "bullet-char") or "")) or BULLET
        form, text = "bullet", sign
    elif local_name(element).endswith("image"):
        form, text = "bullet", BULLET
    else:
        text = find_attribute(element, "num-list-format") or build_number_template(element, number, form)
    alignment = next(
        (each for each in element.iter() if local_name(each) == "list-level-label-alignment"), None
    )
    follows = None if alignment is None else find_attribute(alignment, "label-followed-by")
    start = parse_integer(find_attribute(element, "start-value"))
    return OdtListLevel(
        start=1 if start is None else start,
        form=form,
        synchronous=find_attribute(element, "num-letter-sync") == "true",
        text=text[:LONGEST_NUMBER],
        after="" if follows == "nothing" else " ",
    )


def build_number_template(element: Element, number: int, form: str) -> str:
    """Write prefix, the numbers of as many levels as are displayed, and suffix; no format is no number."""
    shown = min(parse_integer(find_attribute(element, "display-levels")) or 1, number)
    numbers = ".".join(f"%{n}%" for n in range(number - shown + 1, number + 1)) if form else ""
    return (
        (find_attribute(element, "num-prefix") or "")
        + numbers
        + (find_attribute(element, "num-suffix") or "")
    )


class OdtListCounters:
    """The counters of a document's lists."""

    def __init__(self) -> None:
        """Begin a document."""
        self.by_id: dict[str, ListCounter] = {}
        self.by_style: dict[str, ListCounter] = {}
        """of the last list of each style, which the next may continue"""
        self.unknown: dict[str, None] = {}

    def begin(self, list_id: str | None, style: str, continued: str | None, *, goes_on: bool) -> ListCounter:
        """Return the counter of an outermost list: a new one, or that of the list which it continues."""
        counter: ListCounter | None = None
        if continued is not None:
            counter = self.by_id.get(continued)
        elif goes_on:
            counter = self.by_style.get(style)
        counter = {} if counter is None else counter
        if list_id is not None:
            self.by_id[list_id] = counter
        self.by_style[style] = counter
        return counter

    def next(
        self, counter: ListCounter, levels: Mapping[int, OdtListLevel], number: int, start: int | None
    ) -> str:
        """Count an item at a level, counted from 1, and return its number with what stands after it."""
        level = levels.get(number)
        if level is None:
            return ""
        if start is not None:
            counter[number] = start
        else:
            counter[number] = counter[number] + 1 if number in counter else level.start
        for below in [each for each in counter if each > number]:
            del counter[below]
        shown = self.printed(level, levels, counter)
        return shown + level.after if shown else ""

    def printed(self, level: OdtListLevel, levels: Mapping[int, OdtListLevel], counter: ListCounter) -> str:
        """Write a number as its level has it."""
        if level.form == "bullet":
            return level.text

        def placed(match: regex.Match[str]) -> str:
            number = int(match[1])
            other = levels.get(number)
            if other is None or not other.form or other.form == "bullet":
                return ""
            return other.write_count(counter.get(number, other.start), self.unknown)

        return PLACEHOLDER.sub(placed, level.text)[:LONGEST_NUMBER]
