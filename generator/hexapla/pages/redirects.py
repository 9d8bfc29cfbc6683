"""Pages at addresses of a document at which nothing stands of its own, which lead on to where it stands now.

A link to a clause is quoted in papers and files; a folder that is renamed must not break it. Nor must a link
to a comparison read backwards lead nowhere: that is a view of the pair's one page.
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
        uri: of the page now; with `#swap` behind it, that of a comparison with its sides exchanged.
        title: of the page.
        language: of the interface.

    Example:
        >>> write_redirect("texts/house/read-A.html", "texts/rules/read-A.html", "Rules", "en").uri
        'texts/house/read-A.html'
    """
    there, _, state = uri.partition("#")
    page = fill_template(
        "redirect.html",
        href=uris.link(old, there),
        state=state,
        script=uris.link(old, SCRIPT),
        title=title,
        language=language,
    )
    return File(uri=old, data=page.encode())
