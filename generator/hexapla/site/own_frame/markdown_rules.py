"""What pages written for MkDocs use beyond CommonMark, as rules for markdown-it.

Notes (`!!! note "Title"`, folded with `???`), alternatives (`=== "Title"`), their content indented by four,
attributes in braces, names of headings as Python-Markdown makes them, and emphasis that Chinese text can use:
by the letter of CommonMark `**“是”**而非` has none, because no white space stands around the marks.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

NOTE: Final = re.compile(r"(!!!|\?\?\?\+?) +([\w-]+)((?: +[\w-]+)*)(?: +\"([^\"]*)\")? *$")
ALTERNATIVE: Final = re.compile(r"===[!+]? +\"([^\"]*)\" *$")
ATTRIBUTES: Final = re.compile(r"\{:? *([^{}\n]+?) *\}")
MARKED_ATTRIBUTES: Final = re.compile(r"\{: *([^{}\n]+?) *\}")
"""where a word in braces could be meant as it is"""
HEADING_ATTRIBUTES: Final = re.compile(r" +\{:? *([^{}\n]+?) *\} *$")
ATTRIBUTE: Final = re.compile(r"#([\w:.-]+)|\.([\w-]+)|([\w:-]+)=(\"[^\"]*\"|'[^']*'|[^\s\"'=]+)|([\w-]+)")
COUNTED: Final = re.compile(r"^(.*)_([0-9]+)$")
INDENT: Final = 4
"""columns by which what stands inside of a note or an alternative is indented"""
SPANS: Final = ("link_close", "image", "code_inline", "em_close", "strong_close")
"""tokens that can bear attributes behind them"""


def make_parser() -> MarkdownIt:
    """Return a parser that knows them all."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.block.ruler.before("fence", "note", read_note)
    parser.block.ruler.before("fence", "alternatives", read_alternatives)
    parser.inline.ruler.at("emphasis", read_emphasis)
    parser.core.ruler.push("attributes", take_attributes)
    parser.core.ruler.push("heading names", name_headings)
    parser.core.ruler.push("alignment", align_by_class)
    return parser


def read_line(state: StateBlock, line: int) -> str:
    """Return a line without its indentation; empty where it is code."""
    if state.is_code_block(line):
        return ""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def find_content_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line behind what is indented below a line."""
    last = start
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < state.blkIndent + INDENT:
            break
        last = line
    return last + 1


def read_content(state: StateBlock, start: int, end: int) -> None:
    """Read indented lines as blocks."""
    before = state.lineMax, state.blkIndent, state.parentType
    state.lineMax, state.blkIndent, state.parentType = end, state.blkIndent + INDENT, "note"
    state.md.block.tokenize(state, start, end)
    state.lineMax, state.blkIndent, state.parentType = before


def push_text(state: StateBlock, text: str, line: int) -> None:
    """Add a line of text."""
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = text, [line, line + 1], []


def read_note(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as markdown-it calls it
    """Read a note: its kind names its class, and is its title where no other is given."""
    found = NOTE.match(read_line(state, start))
    if found is None:
        return False
    if silent:
        return True
    mark, kind, more, title = found.groups()
    inside = find_content_end(state, start, end)
    outer, inner = ("details", "summary") if mark.startswith("?") else ("div", "p")
    opening = state.push("note_open", outer, 1)
    opening.block, opening.map = True, [start, inside]
    opening.attrSet("class", f"hf-note hf-note-{kind}{more}")
    if mark.endswith("+"):
        opening.attrSet("open", "")
    if shown := kind.capitalize() if title is None else title:
        state.push("note_title_open", inner, 1).attrSet("class", "hf-note-t")
        push_text(state, shown, start)
        state.push("note_title_close", inner, -1)
    read_content(state, start + 1, inside)
    state.push("note_close", outer, -1).block = True
    state.line = inside
    return True


def find_alternatives(state: StateBlock, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield title, first and last line of alternatives that follow one another."""
    line = start
    while line < end and (found := ALTERNATIVE.match(read_line(state, line))):
        if state.sCount[line] < state.blkIndent:
            return
        inside = find_content_end(state, line, end)
        yield found[1], line, inside
        line = inside
        while line < end and state.isEmpty(line):
            line += 1


def read_alternatives(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as above
    """Read alternatives: radio buttons choose one, without a script."""
    if not ALTERNATIVE.match(read_line(state, start)):
        return False
    if silent:
        return True
    found = list(find_alternatives(state, start, end))
    group = f"hf-alt-{start}-{len(state.tokens)}"
    state.push("alternatives_open", "div", 1).attrSet("class", "hf-alt")
    for at in range(len(found)):
        checked = " checked" if at == 0 else ""
        button = state.push("html_block", "", 0)
        button.content = f'<input type="radio" name="{group}" id="{group}-{at}"{checked}>'
    state.push("labels_open", "div", 1).attrSet("class", "hf-alt-t")
    for at, (title, _, _) in enumerate(found):
        label = state.push("html_block", "", 0)
        label.content = f'<label for="{group}-{at}">{escape(title)}</label>\n'
    state.push("labels_close", "div", -1)
    state.push("panes_open", "div", 1).attrSet("class", "hf-alt-p")
    for title, line, inside in found:
        pane = state.push("pane_open", "div", 1)
        pane.attrSet("data-title", title)
        read_content(state, line + 1, inside)
        state.push("pane_close", "div", -1)
    state.push("panes_close", "div", -1)
    state.push("alternatives_close", "div", -1)
    state.line = found[-1][2]
    return True


def read_emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    """Read marks of emphasis: beside a wide character `*` opens before and closes behind what is no space."""
    mark = state.src[state.pos]
    if silent or mark not in "_*":
        return False
    run = state.scanDelims(state.pos, mark == "*")
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[state.pos + run.length] if state.pos + run.length < state.posMax else " "
    opens, closes = run.can_open, run.can_close
    if mark == "*" and any(unicodedata.east_asian_width(each) in "WF" for each in (before, after)):
        opens, closes = not after.isspace(), not before.isspace()
    for _ in range(run.length):
        state.push("text", "", 0).content = mark
        own = Delimiter(
            marker=ord(mark), length=run.length, token=len(state.tokens) - 1, end=-1, open=opens, close=closes
        )
        state.delimiters.append(own)
    state.pos += run.length
    return True


def read_attributes(text: str) -> list[tuple[str, str]] | None:
    """Read what stands in braces; None: it is no list of attributes."""
    made: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        found = ATTRIBUTE.match(text, place)
        if found is None:
            return None
        name, style, key, value, alone = found.groups()
        made.append(
            ("id", name)
            if name
            else ("class", style)
            if style
            else (key, value.strip("\"'"))
            if key
            else (alone, alone)
        )
        place = found.end()
        while place < len(text) and text[place] == " ":
            place += 1
    return made


def set_attributes(token: Token, made: Sequence[tuple[str, str]]) -> None:
    """Give an element its attributes; classes are added."""
    for key, value in made:
        if key == "class":
            token.attrJoin("class", value)
        else:
            token.attrSet(key, value)


def take_attributes(state: StateCore) -> None:
    """Take lists of attributes out of the text and give them to the elements that they follow."""
    for at, token in enumerate(state.tokens):
        if token.type != "inline" or not token.children:
            continue
        opening, last = state.tokens[at - 1], token.children[-1]
        is_heading = opening.type == "heading_open"
        if last.type == "text" and opening.type in ("heading_open", "paragraph_open"):
            pattern = HEADING_ATTRIBUTES if is_heading else MARKED_ATTRIBUTES
            found = pattern.search(last.content) if is_heading else pattern.fullmatch(last.content.strip())
            own_line = is_heading or (len(token.children) > 1 and token.children[-2].type == "softbreak")
            made = read_attributes(found[1]) if found and own_line else None
            if found and made is not None:
                set_attributes(opening, made)
                last.content = last.content[: found.start()] if is_heading else ""
                if not is_heading:
                    del token.children[-2:]
        take_inline_attributes(token.children)


def take_inline_attributes(children: list[Token]) -> None:
    """Take the lists that follow links, pictures, code and emphasis."""
    opened: list[Token] = []
    for at, token in enumerate(children):
        if token.nesting == 1:
            opened.append(token)
        own = opened.pop() if token.nesting == -1 and opened else token
        after = children[at + 1] if at + 1 < len(children) else None
        if token.type in SPANS and after is not None and after.type == "text":
            found = ATTRIBUTES.match(after.content)
            made = read_attributes(found[1]) if found else None
            if found and made is not None:
                set_attributes(own, made)
                after.content = after.content[found.end() :]


def plain_text(token: Token) -> str:
    """Return the words of a heading."""
    spoken = ("text", "code_inline", "softbreak")
    return "".join(
        " " if each.type == "softbreak" else each.content
        for each in token.children or ()
        if each.type in spoken
    ).strip()


def name_headings(state: StateCore) -> None:
    """Give each heading without a name the one that Python-Markdown would."""
    used = {str(token.attrs["id"]) for token in state.tokens if "id" in token.attrs}
    for at, token in enumerate(state.tokens):
        if token.type == "heading_open" and "id" not in token.attrs:
            token.attrSet("id", make_unique(slugify(plain_text(state.tokens[at + 1])), used))


def slugify(text: str) -> str:
    """Return a heading as a name; of a Chinese one nothing is left, and it is counted.

    >>> slugify("Source texts: `document.yml`"), slugify("条文")
    ('source-texts-documentyml', '')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def make_unique(name: str, used: set[str]) -> str:
    """Return a name that is not used, and note it."""
    while not name or name in used:
        counted = COUNTED.match(name)
        name = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{name}_1"
    used.add(name)
    return name


def align_by_class(state: StateCore) -> None:
    """Say by a class how a column of a table is aligned: a security policy allows no style in an element."""
    for token in state.tokens:
        if token.tag in ("td", "th") and (style := str(token.attrs.pop("style", ""))):
            token.attrJoin("class", f"hf-{style.rpartition(':')[2]}")
