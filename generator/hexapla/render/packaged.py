"""Style and script as they are published; the files stand in `assets/`."""

from importlib import resources

__all__ = ["SCRIPTS", "STYLES", "assets"]

STYLES = ("hexapla.css",)
"""style sheets that every page loads, after the theme's, in this order"""
SCRIPTS = ("hexapla.js",)
"""scripts that every page loads, deferred"""


def assets() -> dict[str, bytes]:
    """Return every packaged asset by file name."""
    folder = resources.files(__package__).joinpath("assets")
    return {
        entry.name: entry.read_bytes()
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith((".css", ".js"))
    }
