"""List numbers as Word prints them: definitions (`numbering.xml`), and counters that run with the text.

After ECMA-376, part 1, 17.9. What it leaves open follows Word: levels above that were never printed show
their start, and count as begun; lists of one family go on counting where another left off.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.characters import BULLET, translate_symbol
from hexapla.readers.limits import LONGEST_NUMBER
from hexapla.readers.list_numbers import format_number
from hexapla.readers.office.docx_styles import (
    DocxStyles,
    find_child,
    find_path,
    is_on,
    read_number,
    read_value,
)
from hexapla.readers.xml_parser import Element, find_attribute, local_name

LEVELS = 9
LONGEST_REFERENCE_CHAIN = 10
"""lists that borrow from each other"""
PLACEHOLDER = compile_lazily_with_properties(r"%([1-9])")
ZEROED = "decimalZero"
"""stays in a level whose numbers are all decimal: Section 2.01 under Article II"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxListLevel:
    """How the numbers of one level of a list look."""

    start: int
    form: str
    """as `list_numbers.FORMATS`, or `bullet`, `none`, `custom`"""
    text: str
    """with `%1` to `%9` for the numbers of the levels"""
    after: str
    """what stands between number and text"""
    restart: int | None
    """0: never; n: after a paragraph of level n or above, counted from 1; None: after any level above"""
    legal: bool
    """all numbers in it are decimal"""
    style: str | None
    """the paragraph style that has this level"""
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDefinition:
    """One `w:num`: levels that it shares with others of the same family, and its own starts."""

    family: str
    """lists of one family count on where another left off"""
    levels: Mapping[int, DocxListLevel]
    starts: Mapping[int, int] = field(default_factory=dict)
    """of levels that begin anew where this list is first used"""


def read_list_definitions(root: Element | None, styles: DocxStyles) -> dict[int, ListDefinition]:
    """Read the part `numbering`."""
    families: dict[str, Element] = {}
    lists: dict[int, Element] = {}
    for element in root if root is not None else ():
        if local_name(element) == "abstractNum":
            families.setdefault(find_attribute(element, "abstractNumId") or "", element)
        elif local_name(element) == "num":
            text = find_attribute(element, "numId") or ""
            if text.isascii() and text.isdecimal() and len(text) < LEVELS + 1:
                lists.setdefault(int(text), element)
    return {key: read_list_definition(element, lists, families, styles) for key, element in lists.items()}


def read_list_definition(
    element: Element, lists: Mapping[int, Element], families: Mapping[str, Element], styles: DocxStyles
) -> ListDefinition:
    """Read one list."""
    family = read_value(find_child(element, "abstractNumId")) or ""
    for _ in range(LONGEST_REFERENCE_CHAIN):
        link = read_value(find_child(families.get(family), "numStyleLink"))
        linked = next((style.list_id for style in styles.chain(link) if style.list_id is not None), None)
        if linked is None or linked not in lists:
            break
        family = read_value(find_child(lists[linked], "abstractNumId")) or ""
    levels = read_levels(families.get(family))
    starts: dict[int, int] = {}
    for override in element:
        index = level_index(override)
        if local_name(override) != "lvlOverride" or index is None:
            continue
        levels |= read_levels(override)
        start = read_number(find_child(override, "startOverride"))
        if start is not None:
            starts[index] = start
    return ListDefinition(family=family, levels=levels, starts=starts)


def read_levels(element: Element | None) -> dict[int, DocxListLevel]:
    """Read the levels that stand in an element."""
    return {
        index: read_level(each)
        for each in (element if element is not None else ())
        if local_name(each) == "lvl" and (index := level_index(each)) is not None
    }


def level_index(element: Element) -> int | None:
    """Return a level's place, counted from 0."""
    text = find_attribute(element, "ilvl") or ""
    return int(text) if len(text) == 1 and text in "012345678" else None


def read_level(element: Element) -> DocxListLevel:
    """Read one level; in a file for old and new programs (`mc:AlternateContent`) the new form goes before."""
    form = find_child(element, "numFmt")
    if form is None:
        form = find_path(element, "AlternateContent", "Choice", "numFmt")
    start = read_number(find_child(element, "start"))
    name = read_value(form) or "decimal"
    if name == "custom" and form is not None:
        name = "decimalZero" if (find_attribute(form, "format") or "").startswith("01") else "decimal"
    return DocxListLevel(
        start=0 if start is None else start,
        form=name,
        text=read_value(find_child(element, "lvlText")) or "",
        after={"nothing": ""}.get(read_value(find_child(element, "suff")) or "tab", " "),
        restart=read_number(find_child(element, "lvlRestart")),
        legal=is_on(find_child(element, "isLgl")),
        style=read_value(find_child(element, "pStyle")),
        hidden=is_on(find_path(element, "rPr", "vanish")),
    )


class DocxListCounters:
    """The counters of a document's lists."""

    def __init__(self, lists: Mapping[int, ListDefinition]) -> None:
        """Begin a document."""
        self.lists = lists
        self.counts: dict[str, dict[int, int]] = {}
        """of each family, by level; a level is missing until it is printed, and after it began anew"""
        self.begun: set[tuple[int, int]] = set()
        self.unknown: dict[str, None] = {}
        """formats that nobody knows, in the order of the text"""

    def next(self, list_id: int, index: int) -> str:
        """Count a paragraph and return its number with what stands between it and the text.

        Post-conditions:
            1. A level begins with its start, or with that of the list where it overrides it.
            2. What is below the level begins anew, unless it says otherwise.
            3. A list without a definition has no numbers, as in Word.
        """
        made = self.lists.get(list_id)
        level = made.levels.get(index) if made else None
        if made is None or level is None:
            return ""
        counts = self.counts.setdefault(made.family, {})
        if index in made.starts and (list_id, index) not in self.begun:
            counts.pop(index, None)
        self.begun.add((list_id, index))
        counts[index] = counts[index] + 1 if index in counts else first_number(made, index)
        for below in [each for each in counts if each > index]:
            if is_restarted(made.levels.get(below), index):
                del counts[below]
        self.begin_shown(made, list_id, index, counts)
        shown = "" if level.hidden else self.printed(made, level, counts)
        return shown + level.after if shown else ""

    def begin_shown(self, made: ListDefinition, list_id: int, index: int, counts: dict[int, int]) -> None:
        """Count the levels above as begun that a number shows: after 1.1, a list goes on with 2."""
        shown = {int(each) - 1 for each in PLACEHOLDER.findall(made.levels[index].text)}
        for above in sorted(shown):
            if above < index and above not in counts:
                counts[above] = first_number(made, above)
                self.begun.add((list_id, above))

    def printed(self, made: ListDefinition, level: DocxListLevel, counts: Mapping[int, int]) -> str:
        """Write a number as its level has it."""
        if level.form == "bullet":
            return "".join(map(translate_symbol, level.text)) or BULLET

        def placed(match: regex.Match[str]) -> str:
            index = int(match[1]) - 1
            other = made.levels.get(index)
            count = counts.get(index, first_number(made, index))
            form = "decimal" if other is None else other.form
            return self.write_count(count, "decimal" if level.legal and form != ZEROED else form)

        return PLACEHOLDER.sub(placed, level.text)[:LONGEST_NUMBER]

    def write_count(self, count: int, form: str) -> str:
        """Write one count in a format; in one that is unknown as a decimal, which is reported."""
        if form in {"none", "bullet"}:
            return ""
        text = format_number(count, form)
        if text is None:
            self.unknown[form] = None
            return str(count)
        return text


def first_number(made: ListDefinition, index: int) -> int:
    """Return the number with which a level begins."""
    level = made.levels.get(index)
    return made.starts.get(index, level.start if level else 1)


def is_restarted(level: DocxListLevel | None, index: int) -> bool:
    """Tell whether a level begins anew after a paragraph of the level `index` above it."""
    if level is None or level.restart is None:
        return True
    return index < level.restart
