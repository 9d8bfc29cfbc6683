"""Style and script as they are published; the files stand in `assets/`."""

from importlib import resources

import regex

__all__ = ["SCRIPTS", "STYLES", "assets"]

STYLES = ("hexapla.css", "pages.css")
"""style sheets that every page loads, after the theme's, in this order"""
SCRIPTS = ("hexapla.js", "search-box.js")
"""scripts that every page loads, deferred; the second loads `search.js` and `search.css` when a search begins"""
COMMENT = regex.compile(r"(?ms)^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n")
"""a comment on lines of its own"""
INDENT = regex.compile(r"(?m)^[ \t]+")


def assets() -> dict[str, bytes]:
    """Return every packaged asset by file name, without the comments and the indentation of its source."""
    folder = resources.files(__package__).joinpath("assets")
    return {
        entry.name: INDENT.sub("", COMMENT.sub("", entry.read_text(encoding="utf-8"))).encode()
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith((".css", ".js"))
    }
