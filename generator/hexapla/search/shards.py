"""A document's texts as scripts that the search box loads when they can hit."""

import base64
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from hexapla.findings import Span
from hexapla.model import Alignment, Comparison, Document, File, Order
from hexapla.search.changed import Changed, changes_of, spans_in
from hexapla.search.folding import SKIPPED, flat, pairs
from hexapla.search.grams import gram_map
from hexapla.search.passages import Passage, passages
from hexapla.search.script import based, script

__all__ = ["Listing", "shards"]

LARGEST = 256 * 1024
"""bytes of text from which a document goes on in a further shard"""
FIELD, PLACE = "\t", "\x1e"
"""between the fields of a place; between places of one passage: white space, which no field holds"""
WHOLE = "*"
OPENING = regex.compile(rf"(?:{SKIPPED.pattern}*.){{0,3}}", regex.DOTALL)
"""what a hash can reach over from a clause's number, punctuation and spaces apart"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the catalogue must know of a shard."""

    uri: str
    size: int
    """bytes"""
    grams: str
    """its `gram_map`, compressed, in base 64: listings are kept as JSON"""
    characters: str
    """its characters that have a traditional or a simplified form, each once, sorted"""


def shards(
    alignment: Alignment, comparisons: Iterable[Comparison], *, folder: str
) -> tuple[tuple[File, ...], tuple[Listing, ...]]:
    """Write a document's shards.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions.
        folder: the document's folder in the site, in which its pages and the shards stand.

    A shard is `hexaplaData(name, facts, texts, places)`: a line of `texts` is a passage, the same line of
    `places` says where it stands, each as version, id, number, kinds of change, added and removed spans,
    `division`. Numbers are in base 36; spans are gaps and lengths; empty fields at the end are left out.
    """
    document = alignment.document
    changes = changes_of(alignment, comparisons)
    files, listings = [], []
    for at, own in enumerate(portions(passages(document)), start=1):
        uri = f"{folder}/search-{at}.js"
        texts = "\n".join(passage.text for passage in own)
        places = "\n".join(PLACE.join(fields(document, passage, changes)) for passage in own)
        file = File(uri=uri, data=script(uri, facts(document, folder), [texts, places]))
        files.append(file)
        listings.append(listing(file, own))
    return tuple(files), tuple(listings)


def portions(own: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """Cut passages into portions of a size that is worth a request."""
    start = size = 0
    for at, passage in enumerate(own):
        size += len(passage.text.encode("utf-8", "replace"))
        if size > LARGEST:
            yield own[start : at + 1]
            start, size = at + 1, 0
    if start < len(own):
        yield own[start:]


def facts(document: Document, folder: str) -> dict[str, object]:
    """Return what a result says of its document."""
    return {
        "folder": folder,
        "title": flat(document.title),
        "language": document.language,
        "parallel": int(document.order is Order.PARALLEL),
        "versions": [[version.siglum, flat(version.label)] for version in document.versions],
    }


def fields(document: Document, passage: Passage, changes: Mapping[tuple[str, str], Changed]) -> Iterator[str]:
    """Yield a passage's places."""
    for place in passage.places:
        own = changes.get((document.sigla[place.version], place.id), Changed())
        yield FIELD.join(
            [
                based(place.version),
                place.id,
                place.number,
                based(own.kinds) if own.kinds else "",
                spelled(passage.text, spans_in(passage.text, own.added)),
                spelled(passage.text, spans_in(passage.text, own.removed)),
                "division" if place.division else "",
            ]
        ).rstrip(FIELD)


def spelled(text: str, spans: Iterable[Span]) -> str:
    """Write spans as gaps and lengths; one that is all of the text as a star."""
    out: list[str] = []
    before = 0
    for start, end in spans:
        if start == 0 and end == len(text.encode("utf-16-le", "surrogatepass")) // 2:
            return WHOLE
        out += [based(start - before), based(end - start)]
        before = end
    return ",".join(out)


def listing(file: File, own: Sequence[Passage]) -> Listing:
    """Say what is in a shard."""
    texts = [passage.text for passage in own]
    heads = [f"{place.number} {opening(passage.text)}" for passage in own for place in passage.places]
    text = "\n".join([*texts, *heads])
    numbers = {place.number for passage in own for place in passage.places}
    return Listing(
        uri=file.uri,
        size=len(file.data),
        grams=base64.b64encode(zlib.compress(gram_map(text, numbers))).decode(),
        characters="".join(sorted(paired() & set(text))),
    )


def opening(text: str) -> str:
    """Return the first characters of a text."""
    found = OPENING.match(text)
    return found[0] if found else ""


@cache
def paired() -> frozenset[str]:
    """Return all characters that have a traditional or a simplified form."""
    return frozenset(char for pair in pairs() for char in pair)
