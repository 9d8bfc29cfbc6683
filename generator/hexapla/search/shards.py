"""Texts as scripts that the search box loads: a document's when they can hit, hand-written pages always."""

import base64
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from hexapla.findings import Span
from hexapla.model import Alignment, Comparison, Document, File, Order
from hexapla.search.data_script import to_base36, write_data_script
from hexapla.search.folded_ngrams import SKIPPED, build_ngram_map, collapse_space, simplified_pairs
from hexapla.search.passages import (
    SearchPassage,
    UnitChanges,
    build_spans,
    collect_passages,
    collect_unit_changes,
)

FOLDER = "search"
LARGEST = 256 * 1024
"""bytes of text from which a document goes on in a further shard"""
FIELD, PLACE = "\t", "\x1e"
"""between the fields of a place; between places of one passage: white space, which no field holds"""
WHOLE_TEXT = "*"
OPENING = regex.compile(rf"(?:{SKIPPED.pattern}*.){{0,3}}", regex.DOTALL)
"""what a hash can reach over from a clause's number, punctuation and spaces apart"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardListing:
    """What the catalogue must know of a shard."""

    uri: str
    size: int
    """bytes"""
    grams: str
    """its `gram_map`, compressed, in base 64: listings are kept as JSON"""
    characters: str
    """its characters that have a traditional or a simplified form, each once, sorted"""


@dataclass(frozen=True, slots=True)
class PageSection:
    """A stretch of a page below one heading."""

    page: str
    """the page's title"""
    href: str
    """from the site's root, with the heading's anchor"""
    heading: str
    text: str


def write_shards(
    alignment: Alignment, comparisons: Sequence[Comparison], *, folder: str
) -> tuple[tuple[File, ...], tuple[ShardListing, ...]]:
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
    changes = collect_unit_changes(alignment, comparisons)
    files, listings = [], []
    for at, own in enumerate(split_portions(collect_passages(document)), start=1):
        uri = f"{folder}/search-{at}.js"
        texts = "\n".join(passage.text for passage in own)
        places = "\n".join(PLACE.join(encode_occurrences(document, passage, changes)) for passage in own)
        file = File(
            uri=uri, data=write_data_script(uri, describe_document(document, folder), [texts, places])
        )
        files.append(file)
        listings.append(describe_shard(file, own))
    return tuple(files), tuple(listings)


def split_portions(own: Sequence[SearchPassage]) -> Iterator[Sequence[SearchPassage]]:
    """Cut passages into portions of a size that is worth a request."""
    start = size = 0
    for at, passage in enumerate(own):
        size += len(passage.text.encode("utf-8", "replace"))
        if size > LARGEST:
            yield own[start : at + 1]
            start, size = at + 1, 0
    if start < len(own):
        yield own[start:]


def describe_document(document: Document, folder: str) -> dict[str, object]:
    """Return what a result says of its document."""
    return {
        "folder": folder,
        "title": collapse_space(document.title),
        "language": document.language,
        "parallel": int(document.order is not Order.CHRONOLOGICAL),
        "versions": [
            [version.siglum, collapse_space(version.label), *filter(None, [version.issued])]
            for version in document.versions
        ],
    }


def encode_occurrences(
    document: Document, passage: SearchPassage, changes: Mapping[tuple[str, str], UnitChanges]
) -> Iterator[str]:
    """Yield a passage's places."""
    for place in passage.places:
        own = changes.get((document.sigla[place.version], place.id), UnitChanges())
        yield FIELD.join(
            [
                to_base36(place.version),
                place.id,
                place.number,
                to_base36(own.kinds) if own.kinds else "",
                encode_spans(passage.text, build_spans(passage.text, own.added)),
                encode_spans(passage.text, build_spans(passage.text, own.removed)),
                "division" if place.division else "",
            ]
        ).rstrip(FIELD)


def encode_spans(text: str, spans: Iterable[Span]) -> str:
    """Write spans as gaps and lengths; one that is all of the text as a star."""
    out: list[str] = []
    before = 0
    for start, end in spans:
        if start == 0 and end == len(text.encode("utf-16-le", "surrogatepass")) // 2:
            return WHOLE_TEXT
        out += [to_base36(start - before), to_base36(end - start)]
        before = end
    return ",".join(out)


def describe_shard(file: File, own: Sequence[SearchPassage]) -> ShardListing:
    """Say what is in a shard."""
    texts = [passage.text for passage in own]
    heads = [f"{place.number} {cut_opening(passage.text)}" for passage in own for place in passage.places]
    text = "\n".join([*texts, *heads])
    numbers = {place.number for passage in own for place in passage.places}
    return ShardListing(
        uri=file.uri,
        size=len(file.data),
        grams=base64.b64encode(zlib.compress(build_ngram_map(text, numbers))).decode(),
        characters="".join(sorted(variant_characters() & set(text))),
    )


def cut_opening(text: str) -> str:
    """Return the first characters of a text."""
    found = OPENING.match(text)
    return found[0] if found else ""


@cache
def variant_characters() -> frozenset[str]:
    """Return all characters that have a traditional or a simplified form."""
    return frozenset(char for pair in simplified_pairs() for char in pair)


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
