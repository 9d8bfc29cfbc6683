"""Web pages: what the page shows, as lines."""

from hexapla.readers.html.document import html, page_lines

__all__ = ["html", "page_lines"]
