"""Pages that lead on to another address, and that nobody reads."""

from selectolax.lexbor import LexborHTMLParser

__all__ = ["leads_on"]


def leads_on(page: LexborHTMLParser) -> bool:
    """Tell whether a page only leads on."""
    return page.css_first("meta[http-equiv=refresh]") is not None
