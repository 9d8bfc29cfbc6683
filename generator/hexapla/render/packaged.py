"""Style and script as they are published; their sources stand in `assets/`."""

from importlib import resources

import regex

__all__ = ["SCRIPTS", "STYLES", "assets"]

STYLES = ("hexapla.css",)
"""style sheets that every page loads, after the theme's, in this order"""
SCRIPTS = ("hexapla.js", "search-box.js")
"""scripts that every page loads, deferred; the second loads the search itself when a search begins"""
PARTS = {"hexapla.css": ("hexapla.css", "pages.css")}
"""what is published as one file: written in parts, a tenth smaller when compressed together"""
COMMENT = regex.compile(r"(?ms)^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n")
"""a comment on lines of its own"""
INDENT = regex.compile(r"(?m)^[ \t]+")
BREAK = regex.compile(r"(?<=[{};,])\n")
"""a line's end that means nothing to a style sheet"""


def assets() -> dict[str, bytes]:
    """Return every packaged asset by file name, without the comments and the indentation of its source."""
    folder = resources.files(__package__).joinpath("assets")
    sources = {
        entry.name: INDENT.sub("", COMMENT.sub("", entry.read_text(encoding="utf-8")))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith((".css", ".js"))
    }
    inside = {part for name, parts in PARTS.items() for part in parts if part != name}
    made = {}
    for name in sources.keys() - inside:
        text = "".join(sources[part] for part in PARTS.get(name, (name,)))
        made[name] = (BREAK.sub("", text) if name.endswith(".css") else text).encode()
    return dict(sorted(made.items()))
