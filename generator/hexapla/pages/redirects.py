"""Pages at former addresses of a document, which lead on to where it stands now.

A link to a clause is quoted in papers and files; a folder that is renamed must not break it.
"""

from hexapla.model import File
from hexapla.pages import uris
from hexapla.pages.templating import fill_template

SCRIPT = "assets/hexapla/redirect.js"
"""keeps the anchor; where no script runs, the page alone is found"""


def write_redirect(old: str, uri: str, title: str, language: str) -> File:
    """Write what leads from a page's former address to its address now.

    Args:
        old: the former address.
        uri: of the page now.
        title: of the page.
        language: of the interface.

    Example:
        >>> write_redirect("texts/house/read-A.html", "texts/rules/read-A.html", "Rules", "en").uri
        'texts/house/read-A.html'
    """
    page = fill_template(
        "redirect.html",
        href=uris.link(old, uri),
        script=uris.link(old, SCRIPT),
        title=title,
        language=language,
    )
    return File(uri=old, data=page.encode())
