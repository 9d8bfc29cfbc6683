"""Where readers can edit the files of a collection: at the host of its repository, by its settings."""

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from hexapla.output import is_inside

USUAL_EDIT_URI: Final = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}
"""what MkDocs takes for `edit_uri` where a host is known and nothing is said"""


NEW_FILE: Final = {"github.com": "filename", "gitlab.com": "file_name"}
"""by host, the parameter that names a file in the form that makes one"""
EDITED: Final = re.compile(r"(https?://[^/?#]+/[^/?#]+/[^/?#]+/(?:[^?#]*?/)??)edit(/[^?#]+)")


def find_new_file_address(edit: str) -> str:
    """Return the address where a file is made, with `{folder}` and `{name}` in it; empty where none is known.

    >>> find_new_file_address("https://github.com/our/texts/edit/main/source_texts/")
    'https://github.com/our/texts/new/main/source_texts/{folder}?filename={name}'

    Args:
        edit: address below which the source texts are edited.
    """
    parameter, way = NEW_FILE.get(urlsplit(edit).netloc.lower()), EDITED.fullmatch(edit)
    return f"{way[1]}new{way[2]}{{folder}}?{parameter}={{name}}" if parameter and way else ""


def find_edit_address(
    repo_url: str | None, edit_uri: str | None, *, root: Path, docs: Path, sources: Path
) -> str:
    """Return the address below which the source texts are edited; empty where none is known.

    Example:
        `repo_url: https://github.com/our/texts` and `edit_uri: edit/main/docs/` give
        `https://github.com/our/texts/edit/main/source_texts/`.

    Args:
        repo_url: of the repository.
        edit_uri: what leads from there to where the pages written by hand are edited; None: as usual for the
            host, empty: nowhere.
        root: folder of the configuration.
        docs: folder of the pages written by hand.
        sources: folder of the source texts; outside the root it is in no repository that is known.
    """
    host = urlsplit(repo_url or "")
    told = USUAL_EDIT_URI.get(host.netloc.lower(), "") if edit_uri is None else edit_uri
    if host.scheme not in ("http", "https") or not told or {"?", "#"} & set(told):
        return ""
    if not is_inside(sources, root):
        return ""
    way = Path(os.path.relpath(sources.resolve(), docs.resolve())).as_posix()
    return urljoin(f"{str(repo_url).rstrip('/')}/{told.strip('/')}/", quote(way) + "/")
