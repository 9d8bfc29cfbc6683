"""Tags and comments of HTML inside Markdown: what of a stretch of it is no text."""

from collections.abc import Iterator

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import MarkupKind

ELEMENTS = frozenset(
    """a abbr address article aside audio b bdi bdo big blockquote body br button caption center cite code
    col colgroup dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer
    form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main
    map mark meta nav object ol p param picture pre q rp rt ruby s samp script section select small
    source span strike strong style sub summary sup svg table tbody td template textarea tfoot th
    thead time title tr tt u ul var video wbr""".split()
)
"""of HTML; what looks like another tag is a place to fill in: <Company>"""
PIECE = compile_lazily_with_properties(
    r"(?P<comment><!--(?:[^-]|-(?!->))*+(?:-->|\Z))|"
    r"(?P<dead><(?P<what>script|style)\b[^<>]*>(?:[^<]|<(?!/(?P=what)))*+(?:</(?P=what)\s*>|\Z))|"
    r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>[^<>]*)>",
    regex.IGNORECASE,
)


def is_tag(text: str) -> bool:
    """Tell whether a tag is one of HTML."""
    found = PIECE.fullmatch(text)
    return found is not None and (found["name"] is None or found["name"].lower() in ELEMENTS)


def find_tags(text: str) -> Iterator[tuple[int, int, MarkupKind]]:
    """Yield the tags and comments of a stretch, in order."""
    for found in PIECE.finditer(text):
        if found["comment"] is not None:
            yield *found.span(), MarkupKind.COMMENT
        elif found["dead"] is not None or found["name"].lower() in ELEMENTS:
            yield *found.span(), MarkupKind.SIGN
