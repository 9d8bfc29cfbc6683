"""Addresses of an earlier site that lead on to where the same stands now: what was published stays.

What was published is read in the manifest of that site, which is named in the settings: an input like the
texts, so that two builds of the same are the same. A version is known again by its text, else by its file,
whatever siglum it bears; a document by its id, else by its texts. Each manifest hands on where the addresses
of older sites lead, so that none is forgotten.
"""

import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from hexapla import pages
from hexapla.errors import UsageError
from hexapla.model import File
from hexapla.pages import uris
from hexapla.pipeline import BuiltSite
from hexapla.pipeline.provenance import DocumentEntry, VersionEntry
from hexapla.site.manifest import FORMER, NAME

PAIR: Final = re.compile(r"(compare|instrument)-([A-Za-z][A-Za-z0-9]{0,7})-([A-Za-z][A-Za-z0-9]{0,7})\.html")
READ: Final = re.compile(r"read-([A-Za-z][A-Za-z0-9]{0,7})\.html")
NAMED: Final = re.compile(r'<(\w+)([^<>]*\sid="([A-Za-z][A-Za-z0-9]{0,7})__([^"]*)"[^<>]*)>(<th\b[^<>]*>)?')
"""an opening tag of ours that bears the name of a clause; a line of a table with its first cell"""
Sigla = Mapping[str, str]
"""siglum of the earlier site → siglum now"""


@dataclass(frozen=True, slots=True)
class FormerSite:
    """What the manifest of an earlier site says."""

    documents: tuple[DocumentEntry, ...] = ()
    addresses: tuple[str, ...] = ()
    """of its pages"""
    led: Mapping[str, str] = field(default_factory=dict)
    """addresses of still older sites → where they led there"""


@dataclass(frozen=True, slots=True)
class FormerAddresses:
    """How the addresses of an earlier site lead on."""

    led: Mapping[str, str] = field(default_factory=dict)
    """address without a page now → the page that has the same now; with `#swap`, its sides exchanged"""
    sigla: Mapping[str, Sigla] = field(default_factory=dict)
    """id of a document now → its versions' sigla that are others now, and not another version's"""

    def write(self, site: BuiltSite, language: str) -> Iterator[File]:
        """Yield what leads on."""
        titles = {page.uri: page.title for page in site.pages}
        for old, uri in sorted(self.led.items()):
            yield pages.write_redirect(old, uri, titles[uri.partition("#")[0]], language)

    def name_clauses(self, html: str, uri: str) -> str:
        """Return a page on which clauses bear the names too that they had under their versions' old sigla."""
        document = posixpath.basename(posixpath.dirname(uri))
        old = self.sigla.get(document, {})
        former: dict[str, list[str]] = {}
        for was, siglum in old.items():
            former.setdefault(siglum, []).append(was)
        return NAMED.sub(lambda found: add_names(found, former), html) if former else html


def add_names(found: re.Match[str], former: Mapping[str, Iterable[str]]) -> str:
    """Return an opening tag with the former names of its clause behind it."""
    own = former.get(found[3], ())
    return found[0] + "".join(f'<a id="{siglum}__{found[4]}"></a>' for siglum in own)


def read_former_site(place: Path | None) -> FormerSite:
    """Read the manifest of an earlier site.

    Args:
        place: the site's folder, or its manifest; None: there was none.

    Raises:
        UsageError: it cannot be read.
    """
    if place is None:
        return FormerSite()
    path = place / NAME if place.is_dir() else place
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
        names = tuple(name for name in found["files"] if name.endswith(".html"))
        return FormerSite(tuple(found["documents"]), names, dict(found.get(FORMER, {})))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"published: {path} is no manifest of a site that can be read; name the site that stands now, "
            f"or its {NAME}."
        ) from error


def find_former_addresses(former: FormerSite, site: BuiltSite) -> FormerAddresses:
    """Find where the addresses of an earlier site lead now.

    Post-conditions:
        1. No address that has a page now is among those that lead on, and all lead to pages.
        2. Of a document or version that is gone nothing leads anywhere but to the document, if that is there.
    """
    now = [json.loads(site.store.get(each)) for each in site.provenance]
    there = {page.uri for page in site.pages}
    documents = match_documents(former.documents, now)
    moved = {name: (entry, match_versions(was, entry)) for was, entry in documents for name in [was["id"]]}
    led: dict[str, str] = {}
    older = {**{each: each for each in former.addresses if each not in former.led}, **former.led}
    for old, address in older.items():
        uri = find_page(address, moved, there)
        if old not in there and uri is not None:
            led[old] = uri
    sigla = {}
    for entry, own in moved.values():
        taken = {version["siglum"] for version in entry["versions"]}
        if kept := {was: siglum for was, siglum in own.items() if was != siglum and was not in taken}:
            sigla[entry["id"]] = kept
    return FormerAddresses(led, sigla)


def match_documents(
    before: Iterable[DocumentEntry], now: Iterable[DocumentEntry]
) -> Iterator[tuple[DocumentEntry, DocumentEntry]]:
    """Yield documents of before with what they are now: by id, else by most texts in common."""
    known = {entry["id"]: entry for entry in now}
    gone = [each for each in before if each["id"] not in known]
    yield from ((each, known[each["id"]]) for each in before if each["id"] in known)
    old_ids = {each["id"] for each in before}
    for entry in gone:
        own = Counter(each["sha256"] for each in entry["sources"])
        shared = [
            ((own & Counter(each["sha256"] for each in other["sources"])).total(), name)
            for name, other in known.items()
            if name not in old_ids
        ]
        best = max(shared, key=lambda pair: (pair[0], pair[1]), default=(0, ""))
        if best[0]:
            yield entry, known[best[1]]


def match_versions(before: DocumentEntry, now: DocumentEntry) -> dict[str, str]:
    """Return under which siglum each version of before stands now: the same text, else the same file."""
    left = list(now["versions"])
    found: dict[str, str] = {}
    keys: tuple[Callable[[VersionEntry], str], ...] = (
        lambda one: one["text_sha256"],
        lambda one: posixpath.basename(one["source"]),
    )
    for key in keys:
        for version in before["versions"]:
            same: list[VersionEntry] = [each for each in left if key(each) == key(version)]
            if version["siglum"] not in found and same:
                own = next((each for each in same if each["siglum"] == version["siglum"]), same[0])
                found[version["siglum"]] = own["siglum"]
                left.remove(own)
    return found


def find_page(
    address: str, moved: Mapping[str, tuple[DocumentEntry, Sigla]], there: Iterable[str]
) -> str | None:
    """Return the page that has now what stood at an address; None where nothing has it."""
    place, _, state = address.partition("#")
    folder, _, name = place.rpartition("/")
    entry, sigla = moved.get(posixpath.basename(folder), (None, {}))
    if entry is None or posixpath.dirname(folder) != uris.FOLDER:
        return None
    own = entry["id"]
    wanted = [f"{uris.folder(own)}/{name}"]
    if found := READ.fullmatch(name):
        wanted = [uris.read_uri(own, sigla[found[1]])] if found[1] in sigla else []
    elif (found := PAIR.fullmatch(name)) and {found[2], found[3]} <= sigla.keys():
        pair = (sigla[found[2]], sigla[found[3]])
        wanted = [*find_pair(own, found[1], pair[::-1] if state else pair), uris.synopsis_uri(own)]
    elif found:
        wanted = [uris.synopsis_uri(own)]
    return next((uri for uri in (*wanted, uris.overview_uri(own)) if uri.partition("#")[0] in there), None)


def find_pair(document: str, kind: str, pair: tuple[str, str]) -> Iterator[str]:
    """Yield where the page of two versions can stand: of a comparison there is one for both directions."""
    if kind != "compare":
        yield uris.instrument_uri(document, *pair)
        return
    yield uris.compare_uri(document, *pair)
    yield f"{uris.compare_uri(document, *pair[::-1])}#{uris.SWAP}"


def report_lost_addresses(former: FormerSite, kept: FormerAddresses, there: Iterable[str]) -> Iterator[str]:
    """Yield addresses of an earlier site's documents at which nothing stands and that lead nowhere."""
    known = {*there, *kept.led}
    for address in (*former.addresses, *former.led):
        if address.startswith(f"{uris.FOLDER}/") and address.count("/") > 1 and address not in known:
            yield address


def unite_files(*several: Iterable[File]) -> Iterator[File]:
    """Yield files, each address once: what comes first stands."""
    seen: set[str] = set()
    for each in (file for own in several for file in own):
        if each.uri not in seen:
            seen.add(each.uri)
            yield each
