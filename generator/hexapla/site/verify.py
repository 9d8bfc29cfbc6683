"""Prove from the built pages alone that no text was lost: an HTML parser, the manifest, nothing of the build.

What is proved, for every version and every comparison:

1. The reading page spells the version's clauses, all of them, in order, and what was set aside.
2. Each column of a comparison, read from top to bottom without repetitions, spells its version's clauses.
3. In every row that has both sides, what is not marked is the same on both: so unmarked and deleted words
   spell the base, unmarked and inserted words the target.
4. The page has the rows that the comparison has, and counts them so.
5. Every file of the site is the one that was built.
6. With the sources at hand: they are the files that were read, and the named places tile each version.

“Spells” leaves white space out, which layout may change (`text.remove_space`).
"""

import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hexapla.collection import find_source
from hexapla.errors import UsageError
from hexapla.model import Source
from hexapla.pipeline.provenance import (
    ComparisonEntry,
    DocumentEntry,
    InstrumentEntry,
    VersionEntry,
    hash_data,
    hash_spans,
)
from hexapla.readers import read_source
from hexapla.site.manifest import NAME, SCHEMA, STAGED, Manifest, list_files
from hexapla.text import remove_space

GENERATED_CLASSES = frozenset(
    "hx-m hx-vh hx-pin hx-cutmark hx-went hx-who hx-goto hx-void hx-gap hx-rest-t".split()
)
"""classes of what pages say themselves, between the words of the text"""
COMPARED_CLASS = "hx-said"
"""class of what counts, whatever other class stands beside it: a heading that is compared with its text"""
TEXT = "-text"
"""how the parser names a text node"""
LARGEST_FILE = 256 << 20
"""bytes that are unpacked of one file of a zip: the manifest of ten thousand documents has as many"""
CONTEXT = 24
"""characters shown on each side of a difference"""


class SiteFiles(Mapping[str, bytes]):
    """Files by their posix paths. A large site is larger than memory."""

    def __init__(self, paths: Iterable[str], read: Callable[[str], bytes]) -> None:
        """Know what there is, and how it is read."""
        self.paths = dict.fromkeys(paths)
        self.read = read

    def __getitem__(self, path: str) -> bytes:
        """Read a file."""
        if path not in self.paths:
            raise KeyError(path)
        return self.read(path)

    def __contains__(self, path: object) -> bool:
        """Tell whether there is such a file, without reading it."""
        return path in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def verify_site(place: Path, sources: Path | None = None) -> str | None:
    """Return the first difference found in a site or a zip of one; None if everything holds.

    Args:
        place: a site's folder, or a zip of it.
        sources: the folder of source texts, to check them too.

    Raises:
        UsageError: the place holds no built site.
    """
    files = open_site(place)
    if NAME not in files:
        raise UsageError(
            f"{place} holds no {NAME}; it was not built by hexapla, or only a part of it is there."
        )
    manifest = read_manifest(place, files)
    try:
        return next(find_differences(manifest, files, sources), None)
    except (AttributeError, IndexError, KeyError, TypeError) as error:  # whoever made it did not build a site
        reason = f"{type(error).__name__}: {error}"
        raise UsageError(f"{place}: {NAME} is damaged: {reason}") from error


def read_manifest(place: Path, files: SiteFiles) -> Manifest:
    """Read what a site says of itself.

    Raises:
        UsageError: it is damaged, or of another schema.
    """
    try:
        manifest = json.loads(files[NAME])
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: {NAME} is damaged: {error}") from error
    if not isinstance(manifest, dict) or manifest.get("schema") != SCHEMA:
        raise UsageError(
            f"{place}: {NAME} is of another schema than {SCHEMA}; use the version that built it."
        )
    return cast("Manifest", manifest)


def open_site(place: Path) -> SiteFiles:
    """Open a folder or a zip; a zip may hold the site in one folder of its own.

    Raises:
        UsageError: neither a folder nor a zip.
    """
    if place.is_dir():
        return SiteFiles(list_files(place), lambda path: (place / path).read_bytes())
    try:
        archive = zipfile.ZipFile(place)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UsageError(f"{place} is neither a folder nor a zip file.") from error
    found = [name for name in archive.namelist() if not name.endswith("/")]
    top = min((name for name in found if name.rsplit("/", 1)[-1] == NAME), key=len, default="")
    prefix = top.removesuffix(NAME)
    own = (name for name in found if name.startswith(prefix))
    return SiteFiles(
        (name.removeprefix(prefix) for name in own), lambda path: unpack_file(place, archive, prefix + path)
    )


def unpack_file(place: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack a file of a zip. The size that the archive states is not trusted: what comes out is counted.

    Raises:
        UsageError: it is damaged, encrypted, or unpacks to more than a file of a site can have.
    """
    try:
        with archive.open(name) as packed:
            data = packed.read(LARGEST_FILE + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UsageError(f"{place}: {name} is damaged: {error}") from error
    if len(data) > LARGEST_FILE:
        raise UsageError(
            f"{place}: {name} unpacks to over {LARGEST_FILE >> 20} MiB; unpack it and verify the folder."
        )
    return data


def find_differences(manifest: Manifest, files: Mapping[str, bytes], sources: Path | None) -> Iterator[str]:
    """Yield what does not hold, texts before hashes: they say more."""
    for document in manifest["documents"]:
        for version in document["versions"]:
            yield from find_reading_differences(version, files)
        for comparison in document["comparisons"]:
            yield from find_comparison_differences(comparison, document, files)
        for instrument in document.get("instruments", ()):
            yield from find_instrument_differences(instrument, files)
        if sources is not None:
            yield from find_source_differences(document, sources)
    yield from find_file_differences(manifest, files)


def find_file_differences(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[str]:
    """Check that every file is the one that was built, and no page came from elsewhere."""
    for path, expected in manifest["files"].items():
        if path not in files:
            yield f"{path}: missing"
        elif hash_data(files[path]) != expected:
            yield f"{path}: not the file that was built"
    if manifest["settings"].get(STAGED):
        return
    for path in files:
        if path.endswith(".html") and path not in manifest["files"]:
            yield f"{path}: was not there when the site was built"


def parse_page(path: str, files: Mapping[str, bytes]) -> LexborHTMLParser | None:
    """Parse a page."""
    return LexborHTMLParser(files[path].decode("utf-8", "replace")) if path in files else None


def spell_nodes(nodes: Iterable[LexborNode], *, skip: frozenset[str] = frozenset()) -> str:
    """Return what nodes spell, without our own words, elements of these classes or names, and white space."""
    return remove_space(
        "".join(piece for node in nodes for piece in walk_texts(node, GENERATED_CLASSES | skip))
    )


def walk_texts(node: LexborNode, skip: frozenset[str]) -> Iterator[str]:
    """Yield the text below a node."""
    if node.tag == TEXT:
        yield node.text_content or ""
        return
    classes = set((node.attributes.get("class") or "").split())
    if node.tag not in skip and (COMPARED_CLASS in classes or not skip & classes):
        for child in node.iter(include_text=True):
            yield from walk_texts(child, skip)


def find_reading_differences(version: VersionEntry, files: Mapping[str, bytes]) -> Iterator[str]:
    """Check a reading page: clauses and set-aside text."""
    page = parse_page(version["page"], files)
    if page is None:
        yield f"{version['page']}: missing"
        return
    clauses = spell_nodes(page.css(".hx-rc > .hx-h:not(.hx-nonum), .hx-rchap > *, .hx-rc > .hx-text"))
    if hash_data(clauses) != version["clauses_sha256"]:
        yield f"{version['page']}: does not spell the clauses of version {version['siglum']}"
    aside = spell_nodes(page.css(".hx-furn dd"))
    if hash_data(aside) != version["set_aside_sha256"]:
        yield f"{version['page']}: does not spell what was set aside of version {version['siglum']}"


def find_comparison_differences(
    comparison: ComparisonEntry, document: DocumentEntry, files: Mapping[str, bytes]
) -> Iterator[str]:
    """Check a page of two versions: columns, rows, counts."""
    path = comparison["page"]
    page = parse_page(path, files)
    if page is None:
        yield f"{path}: missing"
        return
    digests = {version["siglum"]: version["clauses_sha256"] for version in document["versions"]}
    rows = page.css(".hx-row")
    counted = sum(row.attributes.get("data-k") not in ("chapter", "from") for row in rows)
    if counted != comparison["rows"]:
        yield f"{path}: has {counted} rows, not {comparison['rows']}"
    said = page.css_first('.hx-filters [data-f="all"] b')
    if said is None or said.text() != str(comparison["rows"]):
        yield f"{path}: does not count {comparison['rows']} rows"
    for row in rows:
        yield from find_row_differences(path, row)
    for side, siglum in (("a", comparison["base"]), ("b", comparison["target"])):
        column = spell_nodes(page.css(f".hx-row > .hx-{side}"), skip=frozenset(["hx-repeat"]))
        if hash_data(column) != digests[siglum]:
            yield f"{path}: column {siglum} does not spell the clauses of version {siglum}"


def find_instrument_differences(instrument: InstrumentEntry, files: Mapping[str, bytes]) -> Iterator[str]:
    """Check a page of an amending instrument: its first column spells the instrument."""
    path = instrument["page"]
    page = parse_page(path, files)
    if page is None:
        yield f"{path}: missing"
        return
    words = spell_nodes(page.css(".hx-in-w"))
    if (len(words), hash_data(words)) != (instrument["characters"], instrument["sha256"]):
        yield f"{path}: does not spell the instrument"


def find_row_differences(path: str, row: LexborNode) -> Iterator[str]:
    """Check that what is unmarked in a row is the same on both sides.

    Numbers and headings are compared apart, but for headings that are compared as part of their text.
    Where a version breaks off nothing is marked, and the shorter side must be how the longer one begins. Of a
    translation no words are marked.
    """
    kinds = (row.attributes.get("data-k") or "").split()
    if "trans" in kinds:
        return
    base, target = unmarked_words(row, "a", "del"), unmarked_words(row, "b", "ins")
    if base is None or target is None or base == target:
        return
    if "lack" in kinds and (base.startswith(target) or target.startswith(base)):
        return
    at = next((n for n, (x, y) in enumerate(zip(base, target, strict=False)) if x != y), 0)
    shown = " / ".join(text[max(0, at - CONTEXT) : at + CONTEXT] for text in (base, target))
    yield f"{path}#{row.attributes.get('id')}: the unmarked words of both sides differ: {shown}"


def unmarked_words(row: LexborNode, side: str, mark: str) -> str | None:
    """Return the unmarked words of a side; None where no clause stands, or only a pointer to it."""
    parts = row.css(f".hx-{side} .hx-part")
    return spell_nodes(parts, skip=frozenset(["hx-num", mark])) if parts else None


def find_source_differences(document: DocumentEntry, sources: Path) -> Iterator[str]:
    """Check the source files, and that the places named tile each version's text."""
    texts: dict[str, str] = {}
    read: dict[str, Source] = {}
    for entry in document["sources"]:
        path = find_source(sources, entry["path"])
        if path is None:
            yield f"{entry['path']}: the source is missing"
            continue
        data = path.read_bytes()
        if hash_data(data) != entry["sha256"]:
            yield f"{entry['path']}: not the source that was read"
            continue
        read[entry["path"]] = read_source(entry["path"], data, encoding=entry["encoding"])
    for entry in document["sources"]:
        own = read.get(entry["path"])
        if own is not None and "amends" in entry:
            continue  # what it is derived from is checked, and the pages are held to the derived text
        if own is not None:
            texts[own.path] = own.text
    for version in document["versions"]:
        if (text := texts.get(version["source"])) is not None:
            yield from find_tiling_differences(version, text)


def find_tiling_differences(version: VersionEntry, text: str) -> Iterator[str]:
    """Check that clauses and set-aside text are the version's text, without gap or overlap."""
    spans = sorted(map(tuple, version["clause_spans"] + version["set_aside_spans"]))
    seams = all(left[1] == right[0] for left, right in pairwise(spans))
    whole = "".join(text[start:end] for start, end in spans)
    name = f"{version['source']}: version {version['siglum']}"
    if not seams or hash_data(whole) != version["text_sha256"]:
        yield f"{name}: clauses and set-aside text do not tile it"
    elif hash_spans(text, version["clause_spans"]) != version["clauses_sha256"]:
        yield f"{name}: the clauses are not what stands at their places"
