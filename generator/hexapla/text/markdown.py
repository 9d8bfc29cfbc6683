"""A line of text in Markdown, as it is: nothing in it becomes a mark."""

from hexapla.lazy_patterns import compile_lazily_with_properties

ACTIVE = compile_lazily_with_properties(r"[\\`*_{}\[\]<>()#+!|~&@:/.-]")
"""what Markdown may take for a mark, an address, a name or a tag"""
CONTROL = compile_lazily_with_properties(r"[\p{C}\p{Zl}\p{Zp}]")


def escape_markdown(line: str) -> str:
    """Write a line so that Markdown shows it as it is: no link, no image, no tag, nobody mentioned.

    >>> escape_markdown("# a")
    '&#35; a'
    """
    visible = CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
    return ACTIVE.sub(lambda match: f"&#{ord(match[0])};", visible)


def escape_markdown_words(text: str) -> str:
    r"""Write the words of a text on one line, so that Markdown shows them as they are.

    >>> escape_markdown_words("# a\n b")
    '&#35; a b'
    """
    return escape_markdown(" ".join(text.split()))
