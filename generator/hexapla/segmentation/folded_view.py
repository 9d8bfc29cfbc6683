"""A view of the text in which marks are looked for: one character for each of the source's, so offsets agree.

Width, look of brackets and invisible characters are settled here once, so that no pattern has to know the
four ways in which a full stop is printed. The clause's text is always cut from the source, never from the
view.
"""

import re

from hexapla.model import Source
from hexapla.text import HIDDEN, fold_print

__all__ = ["BLOCKED", "HIDDEN", "build_folded_view"]

BLOCKED = "\x1e"
"""stands for what can hold no mark: the inside of a fenced block"""

FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1[`~]*[ ]*$|\Z)", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"^ {0,3}>[^\n]*", re.MULTILINE)
MARKUP = re.compile(r"^ {0,3}#{1,6}(?= )|\*\*|__|\\(?=[.)(])", re.MULTILINE)


def build_folded_view(source: Source) -> str:
    """Return the folded text of a source; of Markdown also without its signs and fenced blocks."""
    folded = fold_print(source.text)
    if source.media_type != "text/markdown":
        return folded
    folded = QUOTED.sub(lambda found: BLOCKED * len(found[0]), folded)
    folded = FENCE.sub(lambda found: re.sub(r"[^\n]", BLOCKED, found[0]), folded)
    return MARKUP.sub(lambda found: HIDDEN * len(found[0]), folded)
