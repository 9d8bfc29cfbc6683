"""The parser of Markdown as this program uses it."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.markdown.inline_signs import wrap_inline_rules

FOOTNOTE = "hexapla_footnote"
DEFINITION = compile_lazily_with_properties(r"\[\^([^\]\s]{1,80})\]:")
INDENT = 4
"""columns by which the further paragraphs of a footnote stand in"""


@cache
def make_parser() -> MarkdownIt:
    """Make the parser: CommonMark with the tables and struck words of GitHub, and footnotes.

    Indented code is no code here: laws and contracts indent their paragraphs.
    """
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code"])
    parser.disable("inline")  # paragraphs are read one by one, with their places
    parser.block.ruler.before(
        "reference", FOOTNOTE, read_footnote, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    wrap_inline_rules(parser)
    return parser


def read_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """Read the definition of a footnote, to its last line: `[^1]: The fee is fixed each January.`."""
    found = DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if found is None:
        return False
    if silent:
        return True
    last = line = start + 1
    while line < end:
        if not state.isEmpty(line):
            indented = state.sCount[line] - state.blkIndent >= INDENT
            begins = DEFINITION.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
            if begins or (state.isEmpty(line - 1) and not indented):
                break
            last = line + 1
        line += 1
    token = state.push(FOOTNOTE, "", 0)
    token.map = [start, last]
    token.info = found[1]
    state.line = last
    return True
