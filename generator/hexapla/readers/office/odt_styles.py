"""Styles of an OpenDocument text: what hides text, and how lists are numbered."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from hexapla.readers.limits import LONGEST_NUMBER
from hexapla.readers.list_numbers import FORMATS, format_alphabetic, format_number
from hexapla.readers.symbol_fonts import BULLET, translate_symbol
from hexapla.readers.xml_parser import Element, find_attribute, local_name

LONGEST_CHAIN = 50
LEVELS = 10
MOST_DIGITS = 9
SIMPLE_FORMATS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman"}
LETTERS = {"a": "lowerLetter", "A": "upperLetter"}
PREFERRED = ("chineseCountingThousand", "taiwaneseCountingThousand", "aiueoFullWidth", "irohaFullWidth")
"""of formats that begin alike, what LibreOffice means"""
PLACEHOLDER = regex.compile(r"%(\d{1,2})%")


def parse_integer(text: str | None) -> int | None:
    """Read a whole number."""
    if text is None or len(text) > MOST_DIGITS or not text.isascii() or not text.isdecimal():
        return None
    return int(text)


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

    def written(self, count: int, unknown: dict[str, None]) -> str:
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


TEXT_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


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
