"""Where the blocks that the parser of Markdown found stand in the file: words, signs, headings, items."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

from hexapla.findings import Span
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Markup, MarkupKind
from hexapla.readers.markdown.block_rules import FOOTNOTE
from hexapla.readers.markdown.inline_signs import InlineNotes, read_inline
from hexapla.readers.markdown.tags import find_tags

FOOTNOTE_MARK = compile_lazily_with_properties(r"\[\^([^\]\s]{1,80})\]")
ATTRIBUTES = compile_lazily_with_properties(
    r"(?<![ \t])[ \t]*+\{:?(?:[ \t]*+(?:[#.][\w-]++|[\w-]++=[^\s{}]++)){1,9}[ \t]*+\}[ \t]*+$"
    r"|^\{:[^{}\n]{1,200}\}$",
    regex.MULTILINE,
)
"""what some dialects write behind a heading or below a paragraph: {#scope}; nothing is looked at twice, since
`{a=.b=.c=` could be shared out among the pairs in more ways than anybody can try"""
DEFINITION_SIGN = compile_lazily_with_properties(r"(?<=\n):(?=[ \t])")
"""before what is said of the term on the line above: `Amended by`, `: Article 3 of …`"""
PLACE_OF_CONTENTS = compile_lazily_with_properties(r"\[\[?_?toc_?\]?\]|\{:?toc\}|@\[toc\]", regex.IGNORECASE)
"""where some programs put the list of contents"""
FEWEST_LINKS = 2
"""links into the text of which a list consists, so that it is its contents"""
LISTS = ("ordered_list_open", "bullet_list_open")
LIST_ENDS = ("ordered_list_close", "bullet_list_close")
HEADING_TOKENS = 3
"""opening, words, closing"""
FIRST_NUMBERS = ("0", "1")


@dataclass(slots=True)
class OpenList:
    """A list while its items are read."""

    ordered: bool
    start: int
    """its first line"""
    heading: int
    """that of the heading right above it, if there is one"""
    nested: int
    """numbered lists that it stands in"""
    links: int = 0
    """items that are a link into the text"""
    others: int = 0
    """paragraphs that are not"""
    numbers: list[str] = field(default_factory=list)
    markers: list[Span] = field(default_factory=list)


class BlockPlaces:
    """A walk through the blocks of a file, which gathers what stands where."""

    def __init__(
        self, parser: MarkdownIt, lines: Sequence[str], first: int, environment: dict[str, object]
    ) -> None:
        """Begin at a line, above which the file's metadata stand."""
        self.parser = parser
        self.environment = environment
        self.lines = lines[first:]
        self.starts: list[int] = []
        at = sum(len(line) + 1 for line in lines[:first])
        for line in self.lines:
            self.starts.append(at)
            at += len(line) + 1
        self.cursors = [0] * len(self.lines)
        """how far each line was read"""
        self.seen: list[Span] = []
        """stretches that are words"""
        self.markup: list[Markup] = []
        self.lists: list[OpenList] = []
        self.repeated: list[OpenList] = []
        """lists whose items all bear the same number"""
        self.defined: set[str] = set()
        self.row = -1
        """the line of the row of a table that is being read"""
        self.columns = self.tables = 0
        """of that row, and of the file, so far"""
        self.last = 0
        """the line after the last paragraph"""
        self.heading: Token | None = None

    def walk(self, tokens: Sequence[Token]) -> None:
        """Gather the blocks."""
        self.defined = {token.info for token in tokens if token.type == FOOTNOTE}
        for n, token in enumerate(tokens):
            lines = (token.map[0], token.map[1]) if token.map else (self.last, self.last)
            before = tokens[max(0, n - HEADING_TOKENS)]
            after = tokens[n + 1] if n + 1 < len(tokens) else None
            kind = token.type
            if kind in LISTS:
                self.open_list(token, lines[0], before)
            elif kind in LIST_ENDS:
                self.close_list(after)
            elif kind == "list_item_open":
                self.item(token, lines[0])
            elif kind in ("heading_open", "heading_close"):
                self.heading = token if kind == "heading_open" else None
            elif kind == "inline":
                self.paragraph(token)
                self.last = max(self.last, lines[1])
            else:
                self.other_block(token, lines)

    def other_block(self, token: Token, lines: Span) -> None:
        """Note what holds no marks of clauses (quotations, rows, code), blocks of HTML, footnotes."""
        if token.type == "blockquote_open" and token.level == 0:
            self.mark_lines(lines, MarkupKind.VERBATIM)
        elif token.type == "tr_open":
            self.row = lines[0]
            self.columns = 0
            self.mark_lines((self.row, self.row + 1), MarkupKind.VERBATIM)
            self.markup.append(
                Markup(*self.stretch((self.row, self.row + 1)), MarkupKind.ROW, str(self.tables))
            )
        elif token.type == "tr_close":
            self.row = -1
        elif token.type in ("td_open", "th_open"):
            self.columns += 1
        elif token.type == "table_open":
            self.tables += 1
        elif token.type == "html_block":
            self.html(lines)
        elif token.type == "fence":
            self.fence(token, lines)
        elif token.type == FOOTNOTE:
            self.mark_lines(lines, MarkupKind.FOOTNOTE)

    def open_list(self, token: Token, line: int, before: Token) -> None:
        """Begin a list, in another or by itself, perhaps right below a heading."""
        nested = sum(each.ordered for each in self.lists)
        headed = before.type == "heading_open" and before.map
        start = before.map[0] if headed and before.map else line
        self.lists.append(OpenList(token.type == LISTS[0], line, start, nested))

    def item(self, token: Token, line: int) -> None:
        """Note what begins an item: a bullet is a sign, a number is text."""
        text = self.lines[line]
        opened = self.lists[-1]
        marker = token.info + token.markup if opened.ordered else token.markup
        at = text.find(marker, self.cursors[line])
        if at < 0:
            return
        self.cursors[line] = at + len(marker)
        start = self.starts[line] + at
        end = start + len(marker)
        if opened.ordered:
            self.seen.append((start, end))
            opened.numbers.append(token.info)
            opened.markers.append((start, start + len(token.info)))
            nested = opened.nested if opened.numbers[0] in FIRST_NUMBERS else 0
            self.markup.append(Markup(start, end, MarkupKind.ITEM, str(nested + 1)))
        else:
            self.markup.append(Markup(start, end, MarkupKind.ITEM, "0"))

    def close_list(self, after: Token | None) -> None:
        """Note whether a list was the contents, or numbers its items all alike.

        A heading that stands above nothing but such a list belongs to it.
        """
        done = self.lists.pop()
        if not done.others and done.links >= FEWEST_LINKS and not self.lists:
            alone = after is None or after.type == "heading_open"
            self.mark_lines((done.heading if alone else done.start, self.last), MarkupKind.CONTENTS)
        elif self.lists:
            self.lists[-1].links += done.links
            self.lists[-1].others += done.others
        if len(done.numbers) > 1 and len(set(done.numbers)) == 1:
            self.repeated.append(done)

    def paragraph(self, token: Token) -> None:
        """Note the words and signs of a paragraph, a heading or a cell."""
        heading = self.heading
        places = self.locate(token.content, token.map[0] if token.map else self.row, heading)
        if not places:
            return
        if PLACE_OF_CONTENTS.fullmatch(token.content):
            self.markup.append(Markup(places[0][1], places[0][1] + places[0][2], MarkupKind.CONTENTS))
        notes = read_inline(self.parser, token.content, self.environment)
        self.seen += [(start, start + length) for _, start, length in places]
        self.mark_inline(token.content, places, notes)
        if heading is not None:
            start, end = places[0][1], places[-1][1] + places[-1][2]
            self.markup.append(Markup(start, end, MarkupKind.HEADING, heading.tag[1:]))
        if self.lists:
            self.count_link(token.content, notes)

    def locate(self, content: str, first: int, heading: Token | None) -> list[tuple[int, int, int]]:
        """Return where each line of a paragraph begins in the paragraph and in the file, and its length."""
        places = []
        at = 0
        for number, line in enumerate(content.split("\n")):
            words = line.strip()
            n = first + number
            if words and n < len(self.lines):
                text = self.lines[n]
                begin = self.cursors[n]
                if heading is not None and heading.markup.startswith("#"):
                    begin = text.find(heading.markup, begin) + len(heading.markup)
                found = text.find(words, begin)
                if found >= 0:
                    if n == self.row:
                        self.mark_cell(n, found, len(words))
                    self.cursors[n] = found + len(words)
                    places.append((at + line.index(words), self.starts[n] + found, len(words)))
            at += len(line) + 1
        return places

    def mark_cell(self, line: int, start: int, length: int) -> None:
        """Note a cell, and the bar before it as text: it keeps the words of two cells apart."""
        place = self.starts[line] + start
        self.markup.append(Markup(place, place + length, MarkupKind.CELL, str(self.columns)))
        bar = self.lines[line].find("|", self.cursors[line], start) if self.cursors[line] else -1
        if bar >= 0:
            self.seen.append((self.starts[line] + bar, self.starts[line] + bar + 1))

    def mark_inline(self, content: str, places: Sequence[tuple[int, int, int]], notes: InlineNotes) -> None:
        """Note the signs of a paragraph where they stand in the file."""
        marks = [(start, end, MarkupKind.SIGN) for start, end in notes.found()]
        marks += [(start, end, MarkupKind.COMMENT) for start, end in notes.comments]
        for sign in (ATTRIBUTES, DEFINITION_SIGN):
            marks += [(*found.span(), MarkupKind.SIGN) for found in sign.finditer(content)]
        marks += [
            (*found.span(), MarkupKind.FOOTNOTE_MARK)
            for found in FOOTNOTE_MARK.finditer(content)
            if found[1] in self.defined
        ]
        marks.sort()
        line = 0
        for start, end, kind in marks:
            while line < len(places) and places[line][0] + places[line][2] <= start:
                line += 1
            n = line
            while n < len(places) and places[n][0] < end:
                begin, place, length = places[n]
                left, right = max(start, begin), min(end, begin + length)
                self.markup.append(Markup(place + left - begin, place + right - begin, kind))
                n += 1

    def count_link(self, content: str, notes: InlineNotes) -> None:
        """Count a paragraph of a list that is nothing but a link into the text, or one that is more."""
        inner = [(start, end) for start, end, address in notes.links if address.startswith("#")]
        rest = content
        for start, end in sorted(inner, reverse=True):
            rest = rest[:start] + rest[end:]
        if inner and not any(char.isalpha() for char in rest):
            self.lists[-1].links += len(inner)
        else:
            self.lists[-1].others += 1

    def html(self, lines: Span) -> None:
        """Note the words between the tags of a block of HTML."""
        start, end = self.stretch(lines)
        text = "\n".join(self.lines[slice(*lines)])
        self.seen.append((start, end))
        self.markup += [Markup(start + left, start + right, kind) for left, right, kind in find_tags(text)]

    def fence(self, token: Token, lines: Span) -> None:
        """Note the lines of a block of code, without its fences."""
        first, last = lines
        inner = (first + 1, min(last, first + 1 + token.content.count("\n")))
        if inner[0] < inner[1]:
            self.seen.append(self.stretch(inner))
        self.mark_lines(lines, MarkupKind.VERBATIM)

    def stretch(self, lines: Span) -> Span:
        """Return where some lines begin and end, without the last line feed."""
        last = min(lines[1], len(self.lines)) - 1
        return self.starts[lines[0]], self.starts[last] + len(self.lines[last])

    def mark_lines(self, lines: Span, kind: MarkupKind) -> None:
        """Note what whole lines are."""
        self.markup.append(Markup(*self.stretch(lines), kind))
