"""The pages that somebody wrote by hand, as a shard of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from hexapla.model import File
from hexapla.search.catalogue import FOLDER
from hexapla.search.data_script import to_base36, write_data_script
from hexapla.search.search_folding import collapse_space


@dataclass(frozen=True, slots=True)
class PageSection:
    """A stretch of a page below one heading."""

    page: str
    """the page's title"""
    href: str
    """from the site's root, with the heading's anchor"""
    heading: str
    text: str


def write_handwritten_shard(sections: Iterable[PageSection], *, language: str) -> File:
    """Write the shard of hand-written pages; it is always loaded, and may be empty.

    It is a shard like a document's, whose versions are pages: a place's id is its address.
    """
    own = list(sections)
    pages = list(dict.fromkeys(section.page for section in own))
    at = {page: place for place, page in enumerate(pages)}
    facts = {"folder": "", "title": "", "language": language, "parallel": 0}
    facts["versions"] = [["", collapse_space(page)] for page in pages]
    texts = "\n".join(collapse_space(section.text) for section in own)
    lines = "\n".join(
        f"{to_base36(at[each.page])}\t{each.href}\t{collapse_space(each.heading)}" for each in own
    )
    uri = f"{FOLDER}/pages.js"
    return File(uri=uri, data=write_data_script(uri, facts, [texts, lines]))
