"""The pages that somebody wrote by hand, as a shard of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from hexapla.model import File
from hexapla.search.catalogue import FOLDER
from hexapla.search.folding import flat
from hexapla.search.script import based, script

__all__ = ["Section", "handwritten"]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a page below one heading."""

    page: str
    """the page's title"""
    href: str
    """from the site's root, with the heading's anchor"""
    heading: str
    text: str


def handwritten(sections: Iterable[Section], *, language: str) -> File:
    """Write the shard of hand-written pages; it is always loaded, and may be empty.

    It is a shard like a document's, whose versions are pages: a place's id is its address.
    """
    own = list(sections)
    pages = list(dict.fromkeys(section.page for section in own))
    at = {page: place for place, page in enumerate(pages)}
    facts = {"folder": "", "title": "", "language": language, "parallel": 0}
    facts["versions"] = [["", flat(page)] for page in pages]
    texts = "\n".join(flat(section.text) for section in own)
    lines = "\n".join(f"{based(at[each.page])}\t{each.href}\t{flat(each.heading)}" for each in own)
    uri = f"{FOLDER}/pages.js"
    return File(uri=uri, data=script(uri, facts, [texts, lines]))
