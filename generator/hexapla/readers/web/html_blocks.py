"""The blocks of a web page as lines; items of `<ol>` have the numbers that a browser shows.

The numbers are those of HTML, 4.4.5 and 4.4.8.
"""

from collections.abc import Generator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.characters import WHITE, collapse_space, raise_note_marks, superscript
from hexapla.readers.comparison_tables import read_comparison_table
from hexapla.readers.list_numbers import format_alphabetic, format_number
from hexapla.readers.reading_findings import ALTERNATIVE_TEXTS, ReadingCounts
from hexapla.readers.source_builder import SourceLine, enclose_list
from hexapla.readers.source_tables import SourceCell, write_table
from hexapla.readers.web.contents import find_contents
from hexapla.readers.web.html_tree import TEXT, TreeStep, walk_tree
from hexapla.readers.web.linked_notes import LinkedNotes, find_notes
from hexapla.readers.web.page_counters import PageCounters
from hexapla.readers.web.page_styles import PageStyles, Style
from hexapla.text import join_pieces

SPACED_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote table pre ul ol dl hr figure".split())
"""blocks with empty space around them"""
BLOCKS = SPACED_BLOCKS | frozenset(
    "address article aside body caption center dd details dialog dir div dt fieldset figcaption footer form "
    "header hgroup legend li main menu nav search section summary tbody tfoot thead tr option".split()
)
NO_TEXT = frozenset(
    "script style template noscript head title link meta select datalist textarea svg rt rp rtc audio video "
    "canvas input".split()
)
EMBEDDED = frozenset("iframe object embed frame applet".split())
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ol", "ul", "menu", "dir"})
LONGEST_MARK = 40
"""characters of raised print that can be marks of notes"""
SHOWN_MARK = compile_lazily_with_properties(
    r"^\s*[\^↑]?\s*(?:[\[(（〔]?\s*\d{1,3}\s*[\])）〕]?[.:、．]?(?!\d)\s*)?"
)
"""what a page shows before a note, in place of or beside a link back"""
MOST_COLUMNS = 99
"""that a cell may cover"""
MOST_NESTED = 50
"""tables in tables; what is deeper is read as plain blocks"""
NUMBER = compile_lazily_with_properties(r"\s*([+-]?\d{1,9})")
TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
FORMATS = {
    "decimal-leading-zero": "decimalZero",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "taiwaneseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "taiwaneseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital",
    "japanese-informal": "japaneseCounting",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "katakana": "aiueoFullWidth",
    "katakana-iroha": "irohaFullWidth",
    "korean-hangul-formal": "koreanDigital",
}
LETTERS = {"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"}
SHAPES = {"none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"}
NO_STYLE = {"inside", "outside", "inherit", "initial", "unset", "revert", "revert-layer"}
"""words of `list-style` that name no kind of numbers"""


@dataclass(slots=True)
class HtmlTable:
    """A table in the course of reading."""

    outer: list[SourceLine]
    cells: list[SourceCell] = field(default_factory=list)
    """of the row that is being read"""
    rows: list[list[SourceCell]] = field(default_factory=list)


@dataclass(slots=True)
class OrderedList:
    """An ordered list in the course of reading."""

    next: int
    step: int
    form: str

    def number(self, item: LexborNode, style: Style) -> str:
        """Count an item and return its number with the sign and the space after it."""
        own = parse_integer(item.attributes.get("value"))
        count = self.next if own is None else own
        self.next = count + self.step
        form = find_number_format(style) or TYPES.get(item.attributes.get("type") or "") or self.form
        if form in SHAPES or style.get("display", "list-item") != "list-item":
            return ""
        after = "、" if form.startswith(("cjk", "simp", "trad", "japanese", "katakana")) else ". "
        return format_list_number(count, form) + after


@dataclass(slots=True)
class HtmlBlocks(ReadingCounts):
    """A page in the course of reading."""

    lines: list[SourceLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    """of the line that is being written"""
    number: str = ""
    """of the list item whose first line is not yet written"""
    count: int = 0
    lists: list[OrderedList | None] = field(default_factory=list)
    outer: list[list[SourceLine]] = field(default_factory=list)
    """the lines around each open list"""
    tables: list[HtmlTable] = field(default_factory=list)
    preformatted: int = 0
    goes_on: bool = False
    """the next line stands in the paragraph of the one before it"""
    contents: int | None = None
    """the list of contents that is being read"""
    notes: LinkedNotes = field(default_factory=LinkedNotes)
    listings: frozenset[int] = frozenset()
    """lists of contents, by the identity of elements"""
    styles: PageStyles = field(default_factory=PageStyles)
    counters: PageCounters = field(default_factory=lambda: PageCounters(format_list_number))
    note: tuple[int, list[SourceLine]] | None = None
    """the block of the note that is being read, and the lines before it"""

    def read(self, root: LexborNode) -> None:
        """Read what is in an element."""
        self.notes = find_notes(root)
        self.listings = find_contents(root)
        steps: Generator[TreeStep, bool | None, None] = walk_tree(root)
        skip: bool | None = None
        while True:
            try:
                entered, node = steps.send(skip)
            except StopIteration:
                break
            skip = self.enter(node) if entered else None
            if not entered:
                self.leave(node)
        self.flush()

    def enter(self, node: LexborNode) -> bool:
        """Meet an element or a text; tell whether what is in it is to be passed over."""
        name = node.tag or ""
        if name == TEXT:
            self.add(node.text_content or "")
            return False
        if self.is_unread(name, node):
            return True
        self.insertions += name == "ins"
        if name == "br":
            self.flush()
            self.goes_on = True
        elif marks := self.read_raised(name, node):
            self.pieces.append(marks)
            return True
        elif node.mem_id in self.notes.marks:
            self.pieces.append(superscript(self.notes.marks[node.mem_id]))
            return True
        elif node.mem_id in self.notes.returns:
            return True
        style = self.styles.style_of(node)
        self.counters.enter(style)
        if name in BLOCKS or name in CELLS:
            self.begin(name, node, style)
        self.add_counter(name, node)
        return False

    def add_counter(self, name: str, node: LexborNode) -> None:
        """Write the number that the page's style puts before an element."""
        before = self.styles.before_of(node)
        self.counters.count(before)
        shown = self.counters.printed(before)
        if name not in BLOCKS:
            self.pieces.append(shown)
        elif shown.strip() and node.mem_id not in self.notes.blocks:
            self.number = f"{shown.rstrip()} "

    def read_raised(self, name: str, node: LexborNode) -> str | None:
        """Return the marks of notes that an element shows higher; None for other words and elements."""
        if name != "sup" and self.styles.style_of(node).get("vertical-align") != "super":
            return None
        shown = node.text(deep=True)
        return raise_note_marks(shown) if len(shown) <= LONGEST_MARK else None

    def is_unread(self, name: str, node: LexborNode) -> bool:
        """Tell whether nothing in an element is text of the page, and count what a reader should know."""
        if name == "img" and (node.attributes.get("alt") or "").strip():
            self.leave_out(ALTERNATIVE_TEXTS)
        if name in EMBEDDED:
            self.leave_out("embedded pages")
        elif name == "del":
            self.deletions += 1
        elif name.startswith("-") or name in NO_TEXT:
            pass
        elif self.is_hidden(node):
            self.hidden += len(WHITE.sub("", node.text(deep=True)))
        else:
            return False
        return True

    def is_hidden(self, node: LexborNode) -> bool:
        """Tell whether an element is not shown, as it says itself or the page's style does."""
        style = self.styles.style_of(node)
        shown = style.get("display")
        if shown == "none" or style.get("visibility") in {"hidden", "collapse"}:
            return True
        return "hidden" in node.attributes and shown is None

    def begin(self, name: str, node: LexborNode, style: Style) -> None:
        """Begin a block."""
        self.flush()
        if name in SPACED_BLOCKS and not self.number:
            self.lines.append(SourceLine(""))
        if name in LISTS:
            self.lists.append(begin_ordered_list(node, style))
            self.outer.append(self.lines)
            self.lines = []
        elif name == "li" and self.lists and (current := self.lists[-1]):
            number = current.number(node, style)
            self.number = "" if node.mem_id in self.notes.blocks else number
        elif name == "table" and len(self.tables) < MOST_NESTED:
            self.tables.append(HtmlTable(self.lines))
        elif name in CELLS and self.tables:
            self.lines = []
        self.preformatted += name == "pre"
        if self.contents is None and node.mem_id in self.listings:
            self.contents = node.mem_id
        if self.note is None and node.mem_id in self.notes.blocks:
            self.note, self.lines = (node.mem_id, self.lines), []

    def leave(self, node: LexborNode) -> None:
        """End an element."""
        name = node.tag or ""
        if name != TEXT:
            self.counters.leave()
        if name not in BLOCKS and name not in CELLS:
            return
        self.flush()
        if name == "li" and self.number:
            self.pieces.append("")
            self.flush(empty=True)
        if name in LISTS and self.lists:
            self.lists.pop()
            outer = self.outer.pop()
            outer += enclose_list(self.lines)
            self.lines = outer
        if self.tables:
            self.leave_table(name, node)
        self.preformatted -= name == "pre"
        if self.contents == node.mem_id:
            self.contents = None
        if self.note is not None and self.note[0] == node.mem_id:
            self.leave_note(*self.note)
        if name in SPACED_BLOCKS:
            self.lines.append(SourceLine(""))

    def leave_note(self, block: int, outer: list[SourceLine]) -> None:
        """End a note: a line that begins with its mark, whatever the page shows before it."""
        mark = superscript(self.notes.blocks[block])
        text = join_pieces(*(line.text.strip() for line in self.lines))
        outer.append(
            SourceLine(f"{mark} {SHOWN_MARK.sub('', text.removeprefix(mark))}", paragraph=self.count)
        )
        self.lines, self.note = outer, None

    def leave_table(self, name: str, node: LexborNode) -> None:
        """End a cell, a row or a table."""
        table = self.tables[-1]
        if name in CELLS:
            wide = parse_integer(node.attributes.get("colspan")) or 1
            table.cells += [SourceCell(tuple(self.lines)), *[SourceCell(())] * min(wide - 1, MOST_COLUMNS)]
            self.lines = table.outer
        elif name == "tr":
            table.rows.append(table.cells)
            table.cells = []
        elif name == "table":
            compared = read_comparison_table(table.rows)
            self.lines.extend(compared or write_table(table.rows))
            self.tables.pop()

    def add(self, text: str) -> None:
        """Add text to the line; line feeds count in `<pre>` only."""
        if not self.preformatted:
            self.pieces.append(collapse_space(text))
            return
        first, *others = text.split("\n")
        self.pieces.append(first)
        for other in others:
            self.flush(empty=True)
            self.goes_on = True
            self.pieces.append(other)

    def flush(self, *, empty: bool = False) -> None:
        """End the line."""
        text = "".join(self.pieces)
        if not self.preformatted:
            text = WHITE.sub(" ", text).strip(" ")
        self.pieces.clear()
        if text.strip() or empty:
            self.count += 1
            self.lines.append(
                SourceLine(
                    self.number + text,
                    paragraph=self.count,
                    item=bool(self.number),
                    goes_on=self.goes_on,
                    aside="contents" if self.contents else "",
                )
            )
            self.number = ""
        self.goes_on = False


def begin_ordered_list(node: LexborNode, style: Style) -> OrderedList | None:
    """Begin a list; None for one that shows no numbers of its own and lets none be shown."""
    attributes = node.attributes
    said = find_number_format(style)
    ordered = node.tag == "ol"
    if not ordered and (said is None or said in SHAPES):
        return None
    backward = ordered and "reversed" in attributes
    start = parse_integer(attributes.get("start")) if ordered else 1
    if start is None:
        start = sum(each.tag == "li" for each in node.iter()) if backward else 1
    form = said or TYPES.get(attributes.get("type") or "") or "decimal"
    return OrderedList(start, -1 if backward else 1, form)


def find_number_format(style: Style) -> str | None:
    """Return the kind of numbers that a style asks for; what nobody knows is decimal, as in CSS."""
    said = style.get("list-style-type")
    if not said:
        return None
    if said.startswith(("'", '"')):
        return "none"  # a sign of the page's own
    words = [word for word in said.split() if word not in NO_STYLE and "(" not in word]
    known = next((word for word in words if word in {*FORMATS, *LETTERS, *SHAPES, "decimal"}), None)
    return known or ("decimal" if words else None)


def format_list_number(count: int, form: str) -> str:
    """Write a number as a browser does."""
    if form in LETTERS:
        letters = format_alphabetic(count) or str(count)
        return letters.upper() if form.startswith("upper") else letters
    return format_number(count, FORMATS.get(form, "decimal")) or str(count)


def parse_integer(text: str | None) -> int | None:
    """Read a whole number as browsers do: what stands after it is passed over."""
    found = NUMBER.match(text or "")
    return int(found[1]) if found else None
