"""One document, made and put away: what a worker gets and gives back, and what is kept of it."""

import posixpath
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from hexapla import exporters, pages, search
from hexapla.collection import DocumentFailure, DocumentFiles, RawFile
from hexapla.collection.folder import DECISIONS
from hexapla.errors import Problem, SettingsError, SourceError
from hexapla.exporters import OFFERED_FORMATS
from hexapla.findings import Finding
from hexapla.i18n import choose_language
from hexapla.model import Comparison, Document, File, Order, Page
from hexapla.pages import uris
from hexapla.pairs import DEFAULT_CHOICE, SiglumPair, select_published_pairs
from hexapla.pipeline.blob_store import BlobStore, StoredFile, StoredPage
from hexapla.pipeline.cache import Cache, Codec, hash_key
from hexapla.pipeline.provenance import dump_document_entry
from hexapla.pipeline.stages import AnalysedDocument, analyse_files
from hexapla.pipeline.written_instruments import collect_instruments
from hexapla.reading import measure_similarity
from hexapla.reading.captions import Wording
from hexapla.reading.day_spans import has_known_days
from hexapla.reuse import DocumentPassages, ShownDocument, extract_passages, extract_shown_clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOffers:
    """Which comparisons and files a site offers, and what its feed says of it."""

    formats: tuple[str, ...] = OFFERED_FORMATS
    """names of the formats in which every document can be had"""
    title: str = "hexapla"
    """of the site"""
    site_url: str | None = None
    """where the site will stand, if that is known"""
    comparisons: tuple[str, ...] = DEFAULT_CHOICE
    """which comparisons have a page, of documents that do not say so themselves"""
    downloads_for: tuple[str, ...] = DEFAULT_CHOICE
    """which pairs of versions have files of their own, of those that have a page"""
    reuse: bool = False
    """whether pages say which clauses stand in several documents"""
    edit: str = ""
    """address below which the source texts are edited on the host of their repository; empty: not known"""
    make: str = ""
    """address where a file is made there, `{folder}` below the source texts and `{name}`; empty: not known"""


DEFAULT_OFFERS = SiteOffers()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTask:
    """What a worker needs to make a document. It may run on another machine: files come as bytes."""

    key: str
    """under which the cache will know the product"""
    material: DocumentFiles
    language: str
    """of the interface"""
    words: str | None = None
    """name of the Chinese word segmenter; None: the built-in word list"""
    offers: SiteOffers = DEFAULT_OFFERS
    """formats and comparisons"""
    cache: Cache | None = None
    """for the stages; None where the worker cannot reach it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """What is kept of a document when it has been put away: what others than its own pages say of it."""

    id: str
    title: str
    versions: int
    clauses: int
    """numbered, of all versions"""
    rows: int
    findings: tuple[Finding, ...]
    newest: str | None
    """the newest date of a version, ISO 8601"""
    card: pages.DocumentCard
    """for the first page"""
    listings: tuple[search.ShardListing, ...] = ()
    """for the search's catalogue"""
    news: tuple[exporters.FeedEntry, ...] = ()
    """for the feed"""
    formerly: tuple[str, ...] = ()
    """ids that it had; addresses with them lead on"""
    dated: bool = False
    """whether it has a page that says which text was in force on a day"""
    numbered: bool = False
    """whether it has a page that says where a number of each version leads"""
    tabs: tuple[pages.NavigationLink, ...] = ()
    """of its page about reuse, if it has one; that page is made when all documents are known"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedDocument:
    """A document with its pages and files, not yet put away."""

    key: str
    summary: DocumentSummary
    provenance: bytes
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    reuse: tuple[bytes, ...] = ()
    """what other documents need of it, its passages and its clauses; empty: reuse is not sought"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document that was put away."""

    summary: DocumentSummary
    provenance: str
    """digest of its `DocumentEntry`: it is long, and needed once, at the end"""
    pages: tuple[StoredPage, ...]
    files: tuple[StoredFile, ...]
    reuse: tuple[str, ...] = ()
    """digests of its passages and of its clauses as they are shown"""


Result = TypeVar("Result")

PRODUCT = Codec(StoredDocument)
MATERIAL = Codec(DocumentFiles)
RAW = Codec(RawFile)
PASSAGES = Codec(DocumentPassages)
SHOWN = Codec(ShownDocument)


def build_product(task: DocumentTask) -> RenderedDocument | DocumentFailure:
    """Take one document from its files to its pages."""
    material = task.material
    return catch_failure(
        material, lambda: make_product(analyse_files(material, task.cache, task.words), task)
    )


def catch_failure(material: DocumentFiles, work: Callable[[], Result]) -> Result | DocumentFailure:
    """Do the work on a document; whatever goes wrong is its own failure."""
    try:
        return work()
    except (SettingsError, SourceError) as error:
        problems = error.problems
    except Exception as error:  # noqa: BLE001 - a mistake of ours in one document must not cost the others
        at = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = (
            f"a mistake in hexapla, not in your text; please report it: {said} "
            f"({Path(at.filename).name} line {at.lineno})"
        )
        problems = (Problem(path=material.path, message=message),)
    return DocumentFailure(id=material.id, path=material.path, problems=problems)


def make_product(built: AnalysedDocument, task: DocumentTask) -> RenderedDocument:
    """Take one document to its files and its pages, which offer the files, and to what is kept of it."""
    alignment, comparisons, language = built.alignment, built.comparisons, task.language
    folder = uris.folder(built.document.id)
    pairs = select_published_pairs(
        built.document, comparisons, built.choice or task.offers.comparisons, likeness=measure_similarity
    )
    shown = tuple(each for each in comparisons if (each.base, each.target) in pairs)
    files = write_downloads(built, shown, task)
    sheets, unwritten = collect_instruments(built, shown)
    built = replace(built, settings=(*built.settings, *unwritten))
    if built.downloads:
        written = ((each.base, each.target, each.text) for each in sheets)
        own = exporters.write_instrument_files(
            written, folder=folder, title=built.document.title, language=built.document.language
        )
        files = (*files, *own)
    rendered = pages.render_document(
        alignment,
        comparisons,
        published=pairs,
        findings=built.findings,
        downloads=files,
        features=choose_features(built, task),
        sheets=sheets,
        language=language,
    )
    shards, listings = search.write_shards(alignment, comparisons, folder=folder)
    summary = summarise_document(built, shown, listings, language=language)
    if task.offers.reuse:
        offers = any(file.format is not None for file in files)
        summary = replace(summary, tabs=pages.build_reuse_tabs(alignment, shown, language, offers=offers))
    return RenderedDocument(
        key=task.key,
        summary=summary,
        provenance=dump_document_entry(built, shown, sheets),
        pages=rendered,
        files=(*files, *shards, write_resolve_data(built)),
        reuse=dump_passages(built) if task.offers.reuse else (),
    )


def choose_features(built: AnalysedDocument, task: DocumentTask) -> pages.PageFeatures:
    """Return what a document's pages do besides; they lead to where `alignment.yml` is edited, or made."""
    offers, material = task.offers, task.material
    if material.decisions:
        edit = offers.edit + quote(material.decisions.path) if offers.edit else ""
    else:
        folder = quote(material.prefix.rstrip("/")) if material.folder else ""
        edit = offers.make.replace("{folder}", folder).replace("{name}", DECISIONS) if folder else ""
    new = material.decisions is None
    return pages.PageFeatures(fold=built.fold, reuse=offers.reuse, edit=edit, edit_new=new)


def dump_passages(built: AnalysedDocument) -> tuple[bytes, bytes]:
    """Write what other documents need of this one: its passages, and its clauses as pages show them."""
    passages = extract_passages(built.document, rank=built.rank)
    return PASSAGES.dump(passages), SHOWN.dump(extract_shown_clauses(built.document, passages))


def write_resolve_data(built: AnalysedDocument) -> File:
    """Write where every number of every version leads: to its row, as the history tells it."""
    name = built.document.id
    here = uris.resolve_uri(name)
    several = bool(built.comparisons)

    def locate(siglum: str, unit: str) -> str:
        page = uris.history_uri(name) if several else uris.read_uri(name, siglum)
        return uris.link(here, page, uris.anchor(siglum, unit))

    return File(uri=here, data=exporters.write_numbers_json(built.alignment, built.comparisons, locate))


def write_downloads(
    built: AnalysedDocument, shown: Sequence[Comparison], task: DocumentTask
) -> tuple[File, ...]:
    """Write a document in every format that the site offers."""
    folder = uris.folder(built.document.id)
    files = exporters.write_files(
        built.alignment,
        shown,
        folder=folder,
        wording=Wording(task.language),
        settings=built.settings,
        formats=task.offers.formats,
        originals=built.originals,
        choice=task.offers.downloads_for,
    )
    if built.document.order is not Order.LEVELS:
        return files
    words = choose_language(task.language)
    return (*files, exporters.write_mapping_file(built.alignment, folder=folder, language=words))


def summarise_document(
    built: AnalysedDocument,
    shown: Sequence[Comparison],
    listings: tuple[search.ShardListing, ...],
    *,
    language: str,
) -> DocumentSummary:
    """Keep of a document what the pages and files of the whole collection say of it; `shown` have a page."""
    document = built.document
    links = comparison_pages(document, ((each.base, each.target) for each in shown))
    return DocumentSummary(
        id=document.id,
        title=document.title,
        versions=len(document.versions),
        clauses=sum(version.numbered for version in document.versions),
        rows=len(built.alignment.rows),
        findings=built.findings,
        newest=max(version_dates(built), default=None),
        card=pages.build_card(document, shown, group=built.group, language=language),
        listings=listings,
        news=tuple(exporters.build_feed_entries(shown, links, Wording(language))),
        formerly=built.formerly,
        dated=has_known_days(document),
        numbered=len(document.versions) > 1 and not document.ranked,
    )


def comparison_pages(document: Document, published: Iterable[SiglumPair]) -> dict[SiglumPair, str]:
    """Return where the comparisons that have a page are, as links from the site's first page."""
    return {
        (base, target): uris.link(uris.HOME, uris.compare_uri(document.id, base, target))
        for base, target in published
    }


def version_dates(built: AnalysedDocument) -> Iterator[str]:
    """Yield the dates that a document's versions bear."""
    for version in built.document.versions:
        yield from filter(None, (version.date, version.provenance.retrieved))


def store_document(result: RenderedDocument, store: BlobStore) -> StoredDocument:
    """Put a document's pages and files into the store."""
    provenance = store.put(result.provenance)
    return StoredDocument(
        summary=result.summary,
        provenance=provenance,
        pages=tuple(map(store.put_page, result.pages)),
        files=tuple(map(store.put_file, result.files)),
        reuse=tuple(map(store.put, result.reuse)),
    )


def product_key(
    material: DocumentFiles, language: str, words: str | None = None, offers: SiteOffers = DEFAULT_OFFERS
) -> str:
    """Return the key of a document's product: its files, the interface, the word segmenter, the program."""
    about = replace(material, texts=(), settings=None, decisions=None, notes=None, mapping=None)
    raws = (
        material.settings,
        material.decisions,
        material.notes,
        material.mapping,
        *material.texts,
    )
    files = (part for raw in raws for part in key_parts(raw))
    said = (
        " ".join(offers.formats),
        " ".join(offers.comparisons),
        " ".join(offers.downloads_for),
        "reuse" if offers.reuse else "",
        offers.edit,
        offers.make,
    )
    return hash_key("document", language, words or "", *said, MATERIAL.dump(about), *files)


def key_parts(raw: RawFile | None) -> tuple[bytes, bytes]:
    """Return what a key takes of a file, or of its absence."""
    return (b"", b"") if raw is None else (RAW.dump(replace(raw, data=b"")), raw.data)


def load_product(cache: Cache, store: BlobStore, key: str, material: DocumentFiles) -> StoredDocument | None:
    """Return a product of an earlier build if all of it is there and fits the document."""
    data = cache.get(key)
    if data is None:
        return None
    try:
        product = PRODUCT.load(data)
    except ValueError:
        return None
    return product if is_inside_folder(product, material) and is_complete(product, store) else None


def cache_product(cache: Cache, key: str, product: StoredDocument) -> None:
    """Keep a product for later builds."""
    with suppress(ValueError):  # not all that Python calls a text can be JSON
        cache.put(key, PRODUCT.dump(product))


def is_inside_folder(product: StoredDocument, material: DocumentFiles) -> bool:
    """Tell whether a product stays in the document's folder: a cache may be anybody's."""
    folder, answers = uris.folder(material.id) + "/", uris.resolve_uri(material.id)
    places = [*(page.uri for page in product.pages), *(file.uri for file in product.files)]
    return product.summary.id == material.id and all(
        place == answers or (place.startswith(folder) and posixpath.normpath(place) == place)
        for place in places
    )


def is_complete(product: StoredDocument, store: BlobStore) -> bool:
    """Tell whether all that belongs to a product is in the store, undamaged."""
    digests = [
        product.provenance,
        *(page.digest for page in product.pages),
        *(file.digest for file in product.files),
        *product.reuse,
    ]
    return all(map(store.holds, digests))
