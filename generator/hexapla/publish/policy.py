"""A Content-Security-Policy for a site, from what its pages hold: `csp.txt`.

Nothing of ours is inline. The theme has a few inline scripts, which are allowed by their digests, so that no
other inline script runs: should a text ever become markup, a browser would not execute it.
"""

import base64
import hashlib
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

__all__ = ["POLICY", "policy", "write_policy"]

POLICY = "csp.txt"
SCRIPTS = frozenset(["", "module", "text/javascript", "application/javascript"])
"""types of what a browser executes; data in script elements are not"""
INLINE = re.compile(rb"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
"""an element of either kind; in a text, its first sign is escaped"""


def write_policy(site: Path) -> None:
    """Write the header's value into a finished site."""
    (site / POLICY).write_text(policy(site) + "\n", encoding="utf-8", newline="\n")


def policy(site: Path) -> str:
    """Return the header's value for all pages of a site."""
    # The theme writes the same few into every page: to parse each page for them takes as long as MkDocs does.
    found = {each[0] for path in site.rglob("*.html") for each in INLINE.finditer(path.read_bytes())}
    elements = LexborHTMLParser(b"".join(sorted(found)).decode("utf-8", "replace"))
    scripts = {
        allowed(node.text())
        for node in elements.css("script:not([src])")
        if (node.attributes.get("type") or "") in SCRIPTS
    }
    styles = {allowed(node.text()) for node in elements.css("style")}
    parts = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *sorted(scripts)],
        "style-src": ["'self'", *sorted(styles)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def allowed(text: str) -> str:
    """Name an inline element by the digest of what it holds."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
