"""Style and script as they are published; their sources stand in `assets/`."""

from importlib import resources

import rcssmin
import rjsmin

STYLES = ("hexapla.css",)
"""style sheets that every page loads, after the theme's, in this order"""
SCRIPTS = ("hexapla.js", "search-box.js")
"""scripts that every page loads, deferred; the second loads the search itself when a search begins"""
PARTS = {"hexapla.css": ("hexapla.css", "pages.css")}
"""what is published as one file: written in parts, a tenth smaller when compressed together"""


def build_assets() -> dict[str, bytes]:
    """Return every packaged asset by file name, without the comments and the white space of its source.

    Names stay as they are: shortening them needs a whole JavaScript compiler and would save a tenth.
    """
    folder = resources.files(__package__).joinpath("assets")
    sources = {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith((".css", ".js"))
    }
    inside = {part for name, parts in PARTS.items() for part in parts if part != name}
    made = {}
    for name in sources.keys() - inside:
        text = "\n".join(sources[part] for part in PARTS.get(name, (name,)))
        made[name] = (rcssmin.cssmin(text) if name.endswith(".css") else rjsmin.jsmin(text) + "\n").encode()
    return dict(sorted(made.items()))
