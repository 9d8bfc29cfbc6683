"""Elements of a page that a test expects to be there."""

from selectolax.lexbor import LexborHTMLParser, LexborNode


def find_first(html: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the first element that a selector means."""
    (found, *_) = html.css(selector)
    return found
