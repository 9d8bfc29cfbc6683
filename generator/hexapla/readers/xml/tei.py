"""TEI P5: heads, paragraphs, lists, tables, notes; of a critical apparatus every witness as a version."""

from functools import lru_cache

import regex

from hexapla.readers.list_numbers import format_number
from hexapla.readers.source_builder import SourceCell, SourceLine, join_versions, write_row
from hexapla.readers.xml.line_builder import LineBuilder
from hexapla.readers.xml_parser import Element, find_attribute, find_line, local_name

SPACED_BLOCKS = frozenset("div div1 div2 div3 div4 div5 div6 div7 front back body group titlePage".split())
BLOCKS = frozenset(
    "p ab l lg item list opener closer salute signed byline docTitle titlePart trailer lem rdg".split()
)
SKIPPED = frozenset("teiHeader surplus facsimile sourceDoc standOff".split())
ORDERED = frozenset({"ordered", "numbered"})
FORMS = (
    ("lower-alpha", "lowerLetter"),
    ("upper-alpha", "upperLetter"),
    ("lower-roman", "lowerRoman"),
    ("upper-roman", "upperRoman"),
)
"""words of CSS in `rend`, and the formats that they mean"""
LONGEST = 9
"""digits of a number"""
CORRECTED_BY = {"sic": "corr", "orig": "reg", "abbr": "expan"}
"""of a pair of readings the corrected, regularised or expanded one is read"""


def read_tei(root: Element, lines: LineBuilder) -> None:
    """Read a document; one with an apparatus for every witness."""
    witnesses = [
        (
            find_attribute(each, "id") or "",
            each.get("n") or " ".join("".join(map(str, each.itertext())).split()),
        )
        for each in root.iter()
        if local_name(each) == "witness"
    ]
    read = {
        name for each in root.iter() if local_name(each) in {"rdg", "lem"} for name in witness_names(each)
    }
    used = [(identity, label or identity) for identity, label in witnesses if identity in read]
    if not used:
        TeiReader(lines, None).blocks(root)
        lines.end_number()
        return
    versions = []
    for identity, label in used:
        own = LineBuilder()
        TeiReader(own, identity).blocks(root)
        own.finish()
        versions.append((label, own.all))
    lines.all += join_versions(versions)


def witness_names(element: Element) -> list[str]:
    """Return the witnesses of a reading."""
    return [each.removeprefix("#") for each in (element.get("wit") or "").split()]


def write_witness_pattern(witness: str) -> regex.Pattern[str]:
    """Return what finds a witness among those of a reading: to make lists of thousands is too slow."""
    return regex.compile(rf"(?<!\S)#?{regex.escape(witness)}(?!\S)")


class TeiReader:
    """A reader of one witness, or of a text without witnesses."""

    def __init__(self, lines: LineBuilder, witness: str | None) -> None:
        """Read into lines."""
        self.lines, self.witness = lines, witness
        self.named = None if witness is None else write_witness_pattern(witness)

    def blocks(self, element: Element) -> None:
        """Read what is in an element."""
        self.lines.add(element.text)
        for each in element:
            self.one(each)
            self.lines.add(each.tail)

    def one(self, element: Element) -> None:
        """Read one element."""
        name, lines = local_name(element), self.lines
        if is_unread(element, name) or (is_raised(element, name) and lines.raise_digits(element)):
            return
        if name == "note":
            lines.note(element.get("n"), "".join(map(str, element.itertext())), find_line(element))
        elif name == "del":
            lines.deletions += 1
        elif name == "app":
            self.apparatus(element)
        elif name == "lb":
            lines.add("" if element.get("break") == "no" else " ")
        elif name == "head":
            lines.gap()
            self.block(element, name)
            lines.gap()
        elif name in {"num", "label"} and element.getparent() is not None and is_mark(element):
            lines.at(element)
            lines.prefix(" ".join("".join(map(str, element.itertext())).split()))
        elif name == "list" and is_ordered(element):
            self.ordered(element)
        elif name == "table":
            self.table(element)
        else:
            self.block(element, name)

    def block(self, element: Element, name: str) -> None:
        """Read a block or an inline element; `n` of a block is a name for it, which need not be printed."""
        lines = self.lines
        if name in SPACED_BLOCKS:
            lines.gap()
        elif name in BLOCKS:
            lines.flush()
        lines.at(element)
        self.blocks(element)
        if name in SPACED_BLOCKS or name in BLOCKS:
            lines.flush()

    def ordered(self, element: Element) -> None:
        """Read a list whose items are numbered where it is printed: by their `n`, else as they follow."""
        form = next((form for word, form in FORMS if word in (element.get("rend") or "")), "decimal")
        count = 0
        for each in element:
            if local_name(each) != "item":
                self.one(each)
                continue
            own = (each.get("n") or "").strip()
            count = int(own) if own.isdecimal() and len(own) < LONGEST else count + 1
            number = own if own and not own.isdecimal() else f"{format_number(count, form)}."
            self.lines.end_number()
            self.lines.at(each)
            self.lines.prefix(number)
            self.block(each, "item")
            self.lines.end_number()

    def apparatus(self, element: Element) -> None:
        """Read what the witness has here; without a witness the lemma, else the first reading."""
        readings = [each for each in element.iter() if local_name(each) in {"lem", "rdg"}]
        if self.named is not None:
            readings = [each for each in readings if self.named.search(each.get("wit") or "")]
        for each in readings[:1]:
            self.block(each, local_name(each))

    def table(self, element: Element) -> None:
        """Read a table row by row."""
        self.lines.gap()
        for each in element:
            if local_name(each) == "row":
                self.lines.all += write_row([self.cell(part) for part in each if local_name(part) == "cell"])
        self.lines.all.append(SourceLine(""))

    def cell(self, element: Element) -> SourceCell:
        """Read a cell."""
        inner = LineBuilder()
        TeiReader(inner, self.witness).blocks(element)
        inner.end_number()
        return SourceCell(tuple(inner.all))


def is_ordered(element: Element) -> bool:
    """Tell whether a list is numbered and leaves the numbers to the printer: it has no labels of its own."""
    said = {*(element.get("type") or "").split(), *(element.get("rend") or "").split()}
    own = any(local_name(each) == "label" for each in element) or any(map(begins_with_mark, element))
    return not said.isdisjoint(ORDERED) and not own


def begins_with_mark(item: Element) -> bool:
    """Tell whether an item brings its number."""
    return local_name(item) == "item" and next((local_name(each) in {"num", "label"} for each in item), False)


def is_unread(element: Element, name: str) -> bool:
    """Tell whether an element is no text, or the form of a text that another one beside it corrects."""
    return name in SKIPPED or (name in CORRECTED_BY and has_sibling(element, CORRECTED_BY[name]))


def is_raised(element: Element, name: str) -> bool:
    """Tell whether what is in an element is printed higher."""
    return name == "hi" and "sup" in (element.get("rend") or "")


def has_sibling(element: Element, name: str) -> bool:
    """Tell whether another form of a reading stands beside it."""
    above = element.getparent()
    return above is not None and name in child_names(above)


@lru_cache(maxsize=1)
def child_names(element: Element) -> frozenset[str]:
    """Return the names of an element's children; each of them may ask."""
    return frozenset(map(local_name, element))


def is_mark(element: Element) -> bool:
    """Tell whether a number or label stands before all other text of its block, or before an item."""
    above = element.getparent()
    if above is None:
        return False
    first = next(iter(above), None) is element and not (above.text or "").strip()
    return first or local_name(above) == "list"
