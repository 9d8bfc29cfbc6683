"""Where pages stand, and how one links to another: relative, percent-encoded, the same from a disk."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote

HOME = "index.html"
SEARCH = "search.html"
NAMES = 1 << 14
"""fragments that are remembered"""
FOLDER = "texts"
RESOLVE = "resolve"
RESOLVE_PAGE = "resolve.html"
"""page from which a document, a version and a number lead on"""
AT = "at.html"
"""page from which a document and a day lead on"""
COMPARE = re.compile(r"compare-([A-Za-z][A-Za-z0-9]{0,7})-([A-Za-z][A-Za-z0-9]{0,7})\.html")
SWAP = "swap"
"""in the fragment of a comparison: its sides are exchanged"""
ASSETS = "assets/hexapla/"
"""folder of styles and scripts"""


def folder(document: str) -> str:
    """Return the folder that holds a document's pages and files."""
    return f"{FOLDER}/{document}"


def overview_uri(document: str) -> str:
    """Return the address of a document's first page."""
    return f"{FOLDER}/{document}/index.html"


def read_uri(document: str, siglum: str) -> str:
    """Return the address of a version's text."""
    return f"{FOLDER}/{document}/read-{siglum}.html"


def compare_uri(document: str, base: str, target: str) -> str:
    """Return the address of a comparison."""
    return f"{FOLDER}/{document}/compare-{base}-{target}.html"


def turn_compare_uri(uri: str) -> str | None:
    """Return the address of a comparison read backwards; None where the page is no comparison.

    >>> turn_compare_uri("texts/house/compare-A-B.html")
    'texts/house/compare-B-A.html'
    """
    folder, _, name = uri.rpartition("/")
    found = COMPARE.fullmatch(name)
    return f"{folder}/compare-{found[2]}-{found[1]}.html" if found else None


def instrument_uri(document: str, base: str, target: str) -> str:
    """Return the address of the amending instrument between two versions."""
    return f"{FOLDER}/{document}/instrument-{base}-{target}.html"


def synopsis_uri(document: str) -> str:
    """Return the address of the table of all versions."""
    return f"{FOLDER}/{document}/synopsis.html"


def history_uri(document: str) -> str:
    """Return the address of the page that tells every clause from version to version."""
    return f"{FOLDER}/{document}/history.html"


def levels_uri(document: str, siglum: str) -> str:
    """Return the address of the links between texts of different ranks, led by one of them."""
    return f"{FOLDER}/{document}/levels-{siglum}.html"


def coverage_uri(document: str) -> str:
    """Return the address of the matrices of links between texts of different ranks."""
    return f"{FOLDER}/{document}/coverage.html"


def concordance_uri(document: str) -> str:
    """Return the address of the table of numbers."""
    return f"{FOLDER}/{document}/concordance.html"


def resolve_uri(document: str) -> str:
    """Return the address of the data that say where every number of a document leads."""
    return f"{RESOLVE}/{document}.json"


def day_uri(document: str) -> str:
    """Return the address of the page that says which text was in force on a day."""
    return f"{FOLDER}/{document}/at.html"


def downloads_uri(document: str) -> str:
    """Return the address of the list of files."""
    return f"{FOLDER}/{document}/downloads.html"


def reuse_uri(document: str) -> str:
    """Return the address of the page about clauses of a document that stand in others too."""
    return f"{FOLDER}/{document}/reuse.html"


def families_uri(document: str, sheet: int = 1) -> str:
    """Return the address of the synopses of clauses that a document has first; many are on several sheets."""
    return f"{FOLDER}/{document}/families{'' if sheet == 1 else f'-{sheet}'}.html"


def model_text_uri(number: int) -> str:
    """Return the address of the text that a group of documents has in common."""
    return guide_uri(f"model-text-{number}")


def guide_uri(name: str) -> str:
    """Return the address of a page about the site itself, which belongs to no document."""
    return f"{FOLDER}/{name}.html"


def anchor(siglum: str, clause: str) -> str:
    """Return the name of a clause, the same on every page: `B__art_14`."""
    return f"{siglum}__{clause}"


@lru_cache(NAMES)
def fragment(name: str) -> str:
    """Write a name as the fragment of a link; every page of a document has the same names."""
    return "#" + quote(name, safe="")


def link(here: str, there: str, name: str | None = None) -> str:
    """Link from one address to another, and to a name on it.

    A first segment with a colon would be read as a scheme (`javascript:`); quoting encodes the colon.
    """
    path = "" if here == there else quote(posixpath.relpath(there, posixpath.dirname(here)))
    return path + (fragment(name) if name else "") or quote(posixpath.basename(there))
