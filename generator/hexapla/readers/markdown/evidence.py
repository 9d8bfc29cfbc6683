"""What shows that a text is Markdown, whatever its file is called."""

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.markdown.metadata_block import find_metadata_end

HEADING = compile_lazily_with_properties(r"^#{1,6} +\S", regex.MULTILINE)
LINE = compile_lazily_with_properties(r"^[^\S\n]*\S", regex.MULTILINE)
FEWEST_HEADINGS = 2


def is_markdown(text: str) -> bool:
    r"""Tell whether a text plainly is Markdown.

    That is headings with hashes, two at least or one below a block of data, which are not most of its lines.

    >>> is_markdown("# Rules\n\nRead them.\n\n## 1. Ships\n\nA ship has a name.")
    True
    """
    headings = len(HEADING.findall(text))
    if not headings or headings * 2 > len(LINE.findall(text)):
        return False
    return headings >= FEWEST_HEADINGS or find_metadata_end(text.split("\n")) > 0
