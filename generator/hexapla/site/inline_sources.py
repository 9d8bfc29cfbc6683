"""Scripts and styles that stand in pages themselves, and the digests by which a policy names them."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

SCRIPTS = frozenset(["", "module", "text/javascript", "application/javascript"])
"""types of what a browser executes; data in script elements are not"""
OPENING = re.compile(rb"<(script|style)(?=[\s/>])", re.IGNORECASE)
"""begins an element of either kind; in a text, its first sign is escaped"""
CLOSING = {kind: re.compile(rb"</" + kind + rb"(?=[\s/>])", re.IGNORECASE) for kind in (b"script", b"style")}
DIGEST = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")


@dataclass(frozen=True, slots=True, order=True)
class InlineSource:
    """A script or a style."""

    kind: str
    """`script` or `style`"""
    text: str
    """what a browser executes or applies"""

    @property
    def digest(self) -> str:
        """Its name in a policy, without the quotation marks."""
        return f"sha256-{base64.b64encode(hashlib.sha256(self.text.encode()).digest()).decode()}"


def find_raw_elements(page: bytes) -> Iterator[bytes]:
    """Yield the elements of both kinds, from sign to sign; one that is never closed reaches to the end."""
    place = 0
    while opening := OPENING.search(page, place):
        closing = CLOSING[opening[1].lower()].search(page, opening.end())
        end = page.find(b">", closing.end()) + 1 if closing else 0
        yield page[opening.start() : end or len(page)]
        if not end:
            return
        place = end


def read_inline(raw: bytes) -> InlineSource | None:
    """Read an element; None where it is data, or another file is named.

    Each is read alone: one that is broken cannot hide those that come after it.
    """
    text = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8", "replace")
    node = LexborHTMLParser(text).css_first("script, style")
    if node is None:
        return None
    if node.tag == "script" and (
        "src" in node.attributes or (node.attributes.get("type") or "").strip().lower() not in SCRIPTS
    ):
        return None
    return InlineSource(str(node.tag), node.text())
