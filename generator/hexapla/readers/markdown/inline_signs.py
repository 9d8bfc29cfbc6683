"""The signs inside a paragraph of Markdown: which characters of it a reader does not see.

The parser tells what it read but not where. Its rules are wrapped, so that each that succeeds notes from
where to where it read; what it consumed besides words is a sign.
"""

from collections.abc import Callable, Iterator

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from hexapla.findings import Span
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.markdown.tags import is_tag

Rule = Callable[[StateInline, bool], bool]
WRAPPED = (
    "escape",
    "backticks",
    "strikethrough",
    "emphasis",
    "link",
    "image",
    "autolink",
    "html_inline",
    "entity",
)
JOINING = ("fragments_join",)
"""rules that would unite what was told apart"""
NOTED = "hexapla"
"""key of the parser's environment"""
BLANK_ENTITY = compile_lazily_with_properties(
    r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000|#8195|#8194);", regex.IGNORECASE
)
COMMENT = "<!--"
ACTIVE = compile_lazily_with_properties(r"[\\`*_~\[!<&]")
"""signs of which each paragraph with markup has one"""
MOST_BRACKETS = 1000
"""of one paragraph: for each the parser looks to the end of the paragraph for its like"""
STRONG = compile_lazily_with_properties(r"\*\*")


class InlineNotes:
    """What the rules noted of one paragraph."""

    def __init__(self) -> None:
        """Begin with nothing noted."""
        self.state: StateInline | None = None
        self.signs: list[Span] = []
        self.comments: list[Span] = []
        self.delimiters: list[tuple[Token, int]] = []
        """tokens that may turn out to be emphasis, with the places of their signs"""
        self.links: list[tuple[int, int, str]] = []
        """from where to where a link stands, and where it leads"""

    def note(self, name: str, state: StateInline, start: int, before: int) -> None:
        """Note what a rule consumed from `start` on; `before` tokens stood there."""
        end = state.pos
        if name == "escape":
            self.signs.append((start, start + 1))
        elif name == "backticks":
            self.note_code(state.src, start, end)
        elif name in ("emphasis", "strikethrough"):
            self.note_delimiters(state, start, end)
        elif name == "link":
            self.note_link(state, start, end, before)
        elif name == "autolink":
            self.signs += [(start, start + 1), (end - 1, end)]
        elif name == "entity":
            self.signs += [(start, end)] * bool(BLANK_ENTITY.fullmatch(state.src, start, end))
        elif name == "html_inline" and state.src.startswith(COMMENT, start):
            self.comments.append((start, end))
        elif name == "image" or is_tag(state.src[start:end]):
            self.signs.append((start, end))

    def note_code(self, src: str, start: int, end: int) -> None:
        """Note the backticks around code; a run without its like stands for itself."""
        run = start
        while run < end and src[run] == "`":
            run += 1
        if run < end:
            self.signs += [(start, run), (end - (run - start), end)]

    def note_delimiters(self, state: StateInline, start: int, end: int) -> None:
        """Note the signs of emphasis: the parser pairs them later, and turns their tokens into others."""
        at = end
        for token in reversed(state.tokens):
            if at <= start or token.type != "text" or not token.content:
                break
            at -= len(token.content)
            self.delimiters += [(token, place) for place in range(at, at + len(token.content))]

    def note_link(self, state: StateInline, start: int, end: int, before: int) -> None:
        """Note brackets and address; the words between are text."""
        state.pos = start
        label_end = state.md.helpers.parseLinkLabel(state, start, disableNested=True)
        state.pos = end
        self.signs += [(start, start + 1), (label_end, end)]
        opened = next((token for token in state.tokens[before:] if token.type == "link_open"), None)
        self.links.append((start, end, str(opened.attrGet("href") or "") if opened else ""))

    def found(self) -> Iterator[Span]:
        """Yield the signs, emphasis included, in no order."""
        yield from self.signs
        for token, at in self.delimiters:
            if token.type != "text" or not token.content:
                yield at, at + 1


def wrap_rule(name: str, rule: Rule) -> Rule:
    """Let a rule note what it reads."""

    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
        start, before = state.pos, len(state.tokens)
        read = rule(state, silent)
        notes = state.env.get(NOTED)
        if read and not silent and isinstance(notes, InlineNotes) and notes.state is state:
            notes.note(name, state, start, before)
        return read

    return noting


def wrap_inline_rules(parser: MarkdownIt) -> None:
    """Let the rules of a parser note what they read."""
    for name, rule in zip(
        parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(""), strict=True
    ):
        if name in WRAPPED:
            parser.inline.ruler.at(name, wrap_rule(name, rule))
    parser.inline.ruler2.disable(JOINING)


def read_inline(parser: MarkdownIt, content: str, environment: dict[str, object]) -> InlineNotes:
    """Read a paragraph; its emphasis is paired as the parser does it.

    One with too many brackets is taken as it is written: no person wrote it, and its links would take hours.
    """
    notes = InlineNotes()
    if not ACTIVE.search(content) or content.count("[") > MOST_BRACKETS:
        return notes
    state = StateInline(content, parser, {**environment, NOTED: notes}, [])
    notes.state = state
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    notes.signs += find_touching_emphasis(content, notes)
    return notes


def find_touching_emphasis(content: str, notes: InlineNotes) -> list[Span]:
    """Return the signs of strong words that the standard leaves unpaired beside Han signs: **第一条：**内容.

    Its rule looks for blanks between words, which Han text has none of.
    """
    left = {at for token, at in notes.delimiters if token.type == "text" and token.content}
    runs = [found.span() for found in STRONG.finditer(content) if {found.start(), found.end() - 1} <= left]
    return runs if len(runs) % 2 == 0 else []
