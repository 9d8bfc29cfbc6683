"""TEI P5: heads, paragraphs, lists, tables, notes; of a critical apparatus every witness as a version."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import regex

from hexapla.readers.list_numbers import format_number
from hexapla.readers.source_builder import SourceLine, SourceWitness
from hexapla.readers.source_tables import SourceCell, write_table
from hexapla.readers.xml.line_builder import LineBuilder
from hexapla.readers.xml_parser import Element, find_attribute, find_line, local_name

SPACED_BLOCKS = frozenset("div div1 div2 div3 div4 div5 div6 div7 front back body group titlePage".split())
BLOCKS = frozenset(
    "p ab l lg item list opener closer salute signed byline docTitle titlePart trailer".split()
)
READINGS = frozenset({"lem", "rdg"})
WITH_WORDS = frozenset(
    "p ab l head item cell label seg salute signed byline titlePart trailer quote q note".split()
)
"""in which words stand: a reading within is a piece of a line"""
UNIT, DIVISION, ROW, TITLE = "unit", "division", "row", "title"
"""types by which an apparatus of clauses says what each entry is, as the exporter of apparatuses writes
them"""
FROM_ELSEWHERE = frozenset({TITLE, "version_mark"})
"""what is set aside at the back and stands in the header or the body as well"""
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
    """Read a document; one with an apparatus for every witness. The header says what it is called."""
    lines.title = read_header_title(root)
    read = {name for each in root.iter() if local_name(each) in READINGS for name in witness_names(each)}
    witnesses = [each for each in root.iter() if local_name(each) == "witness"]
    used = [each for each in witnesses if find_attribute(each, "id") in read]
    for each in used:
        identity = find_attribute(each, "id") or ""
        own = LineBuilder()
        TeiReader(own, identity).blocks(root)
        own.finish()
        label = each.get("n") or read_words(each) or identity
        date = next((part.get("when") or "" for part in each if local_name(part) == "date"), "")
        lines.witnesses.append(SourceWitness(label, tuple(own.all), own.title, date))
    if not used:
        TeiReader(lines, None).blocks(root)
        lines.end_number()


def read_header_title(root: Element) -> str:
    """Return the title that the header states first (Guidelines 2.2.1); nothing without one."""
    stated = next((each for each in root.iter() if local_name(each) == "titleStmt"), None)
    title = next(
        (each for each in (stated if stated is not None else ()) if local_name(each) == "title"), None
    )
    return "" if title is None else read_words(title)


def read_words(element: Element) -> str:
    """Return what stands in an element as one line."""
    return " ".join("".join(map(str, element.itertext())).split())


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
        if (read := READ_BY.get(name)) is not None:
            read(self, element)
        elif name == "div" and element.get("type") == "collation" and self.witness is not None:
            self.collation(element)
        elif name == "ab" and (element.get("corresp") or is_set_aside(element)):
            self.set_aside(element)
        elif name == "head":
            lines.gap()
            self.block(element, name)
            lines.gap()
        elif name in {"num", "label"} and element.getparent() is not None and is_mark(element):
            lines.at(element)
            lines.prefix(" ".join("".join(map(str, element.itertext())).split()))
        elif name == "list" and is_ordered(element):
            self.ordered(element)
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
        lines.goes_on = name == "l" and follows_verse(element)
        self.blocks(element)
        if name in SPACED_BLOCKS or name in BLOCKS:
            lines.flush()

    def note(self, element: Element) -> None:
        """Read a note where the text refers to it."""
        self.lines.note(element.get("n"), "".join(map(str, element.itertext())), find_line(element))

    def deletion(self, _element: Element) -> None:
        """Count what was struck out."""
        self.lines.deletions += 1

    def line_break(self, element: Element) -> None:
        """Read where the edition breaks a line: a space, but for a clause's own lines and a divided word."""
        if is_clause(element.getparent()):
            self.lines.flush()
        else:
            self.lines.add("" if element.get("break") == "no" else " ")

    def collation(self, element: Element) -> None:
        """Read an apparatus of clauses: those of the witness in its own order, not that of rows."""
        lines = self.lines
        lines.gap()
        found: list[tuple[int, list[SourceLine]]] = []
        waiting: list[SourceLine] = []
        for app in (each for each in element.iter() if local_name(each) == "app"):
            for reading in self.own_readings(app):
                if app.get("type") == TITLE:
                    lines.title = read_words(reading)
                    lines.all.append(SourceLine(lines.title, line=find_line(app), aside=TITLE))
                    continue
                for clause in reading:
                    if local_name(clause) == "seg":
                        waiting += self.clause(clause)
                    if clause.get("type") == UNIT:
                        found.append((parse_count(clause.get("n"), len(found)), waiting))
                        waiting = []
        found.sort(key=lambda each: each[0])
        lines.all += [line for _, own in found for line in own] + waiting

    def clause(self, element: Element) -> list[SourceLine]:
        """Read one clause of an apparatus of clauses."""
        inner = LineBuilder()
        inner.at(element)
        TeiReader(inner, self.witness).blocks(element)
        inner.end_number()
        return inner.all

    def set_aside(self, element: Element) -> None:
        """Read what belongs to the witness but to no clause of it, and keep it apart."""
        kind = element.get("type") or "note"
        concerned = [each.removeprefix("#") for each in (element.get("corresp") or "").split()]
        if self.witness not in concerned:
            return
        if kind in FROM_ELSEWHERE:
            return
        inner = LineBuilder()
        TeiReader(inner, self.witness).blocks(element)
        inner.end_number()
        self.lines.gap()
        self.lines.all += [replace(line, aside=kind) for line in inner.all]

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
        inline = any(local_name(each) in WITH_WORDS for each in element.iterancestors())
        for each in self.own_readings(element):
            if not inline:
                self.lines.flush()
            self.lines.at(each)
            self.blocks(each)
            if not inline:
                self.lines.flush()

    def own_readings(self, element: Element) -> list[Element]:
        """Return the reading of an entry that is read, if there is one."""
        readings = [each for each in element.iter() if local_name(each) in READINGS]
        if self.named is not None:
            readings = [each for each in readings if self.named.search(each.get("wit") or "")]
        return readings[:1]

    def table(self, element: Element) -> None:
        """Read a table row by row."""
        self.lines.gap()
        rows = [each for each in element if local_name(each) == "row"]
        self.lines.all += write_table(
            [[self.cell(part) for part in row if local_name(part) == "cell"] for row in rows]
        )
        self.lines.all.append(SourceLine(""))

    def cell(self, element: Element) -> SourceCell:
        """Read a cell."""
        inner = LineBuilder()
        TeiReader(inner, self.witness).blocks(element)
        inner.end_number()
        return SourceCell(tuple(inner.all))


def follows_verse(element: Element) -> bool:
    """Tell whether a verse goes on in a stanza."""
    before = element.getprevious()
    return before is not None and local_name(before) == "l"


def is_set_aside(element: Element) -> bool:
    """Tell whether a block stands among what is set aside of all witnesses."""
    above = element.getparent()
    return above is not None and above.get("type") == "set_aside"


def is_clause(element: Element | None) -> bool:
    """Tell whether an element is a clause of an apparatus of clauses, or its head."""
    return (
        element is not None
        and local_name(element) == "seg"
        and element.get("type") in {UNIT, DIVISION, "head"}
    )


def parse_count(text: str | None, default: int) -> int:
    """Read a clause's place in its version."""
    return int(text) if text and text.isdecimal() and len(text) < LONGEST else default


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


READ_BY: dict[str, Callable[[TeiReader, Element], None]] = {
    "note": TeiReader.note,
    "del": TeiReader.deletion,
    "app": TeiReader.apparatus,
    "lb": TeiReader.line_break,
    "table": TeiReader.table,
}
"""what reads the elements that mean one thing wherever they stand"""
