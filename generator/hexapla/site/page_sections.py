"""Pages written by hand, cut at their headings, for the search."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hexapla.search import PageSection

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
UNREAD_ELEMENTS = frozenset(["script", "style", "template"])
BLOCKS = HEADINGS | frozenset(
    "p li dt dd td th tr pre div section blockquote figure figcaption summary details table ul ol dl".split()
)


def split_sections(html: str, *, title: str, uri: str) -> Iterator[PageSection]:
    """Cut a page at its headings.

    Args:
        html: the page's content.
        title: of the page.
        uri: of the page, from the site's root.
    """
    body = LexborHTMLParser(f"<body>{html}").body
    heading, anchor, words = "", "", list[str]()
    for piece in walk_content(body) if body else ():
        if isinstance(piece, str):
            words.append(piece)
            continue
        if heading or "".join(words).strip():
            yield PageSection(title, uri + anchor, heading, "".join(words))
        heading = "".join(text for text in walk_content(piece) if isinstance(text, str)).strip("¶ \n")
        name = piece.attributes.get("id")
        anchor, words = f"#{name}" if name else "", []
    if heading or "".join(words).strip():
        yield PageSection(title, uri + anchor, heading, "".join(words))


def walk_content(node: LexborNode) -> Iterator[LexborNode | str]:
    """Yield what stands below a node: headings as they are, all else as text, blocks apart by a space."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag in HEADINGS:
            yield child
        elif child.tag not in UNREAD_ELEMENTS:
            yield from walk_content(child)
            if child.tag in BLOCKS:
                yield " "
