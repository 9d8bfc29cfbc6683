"""Reuse as a stage of a build: it needs all documents, and each document's pages need it.

Documents are made alone, and each leaves two blobs: its passages, and its clauses as others show them. When
all are there, passages are compared; then each document gets its pages about reuse, made from a view that
holds all they say, and the remarks on its reading pages. Which passages are linked is remembered, and pages
for the same view, so that a further text costs the comparison of its own passages, and those pages that say
something new.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace

from hexapla import pages, search
from hexapla.model import File, Page
from hexapla.pages import uris
from hexapla.pipeline.blob_store import BlobStore, StoredPage
from hexapla.pipeline.build_context import BuildContext
from hexapla.pipeline.cache import Codec, hash_key, load_or_make
from hexapla.pipeline.document_product import PASSAGES, SHOWN, StoredDocument
from hexapla.pipeline.executors import (
    SignedResult,
    complete_future,
    run_signed,
    unwrap_result,
    yield_in_order,
)
from hexapla.pipeline.remembered_reuse import find_reuse_again
from hexapla.reading.reuse_views import (
    AlsoIn,
    DocumentReuseView,
    QuotedClause,
    ReuseViews,
    collect_addresses,
    quote_clauses,
)
from hexapla.reuse import (
    CollectionReuse,
    ShownDocument,
    group_by_kinship,
    reconstruct_model_text,
)
from hexapla.text import remove_space

FOUND = Codec(CollectionReuse)
VIEW = Codec(DocumentReuseView)
TABS = Codec(tuple[pages.NavigationLink, ...])
STORED = Codec(tuple[StoredPage, ...])
Quotes = Mapping[tuple[str, str, str], QuotedClause]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusePagesTask:
    """A document whose pages about reuse are wanted."""

    key: str
    """under which the cache will know them"""
    view: DocumentReuseView
    tabs: tuple[pages.NavigationLink, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedReuse:
    """A document's pages about reuse, not yet put away."""

    key: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseOutcome:
    """What the stage adds."""

    documents: tuple[StoredDocument, ...]
    """with what is known of other documents on their reading pages, and with their pages about it"""
    pages: tuple[Page, ...]
    """about the whole collection"""
    files: tuple[File, ...]


def add_reuse(documents: Sequence[StoredDocument], context: BuildContext, language: str) -> ReuseOutcome:
    """Find what documents share, and put it on pages.

    Args:
        documents: all that were made, with their blobs.
        context: store, cache and executor.
        language: of the interface, BCP 47.
    """
    store = context.store
    found = find_in_store(documents, context)
    wanted = collect_addresses(found)
    quotes: dict[tuple[str, str, str], QuotedClause] = {}
    spots: dict[tuple[str, str, str], float] = {}
    for each in documents:
        shown = load_shown(each, store)
        quotes.update(quote_clauses(shown, wanted))
        spots.update(place_clauses(shown))
    views = ReuseViews(found, quotes)
    made, elsewhere = [], {}
    own_pages = make_document_pages(documents, views, context, language)
    for each, own in zip(documents, own_pages, strict=True):
        shown = load_shown(each, store)
        also = views.list_also(shown)
        places = list_places(each.summary.id, [version.siglum for version in shown.versions])
        read = tuple(fill_page(page, places, also, (store, language)) for page in each.pages)
        made.append(replace(each, pages=(*read, *own)))
        elsewhere[uris.folder(each.summary.id)] = {
            siglum: [clause for clause, one in known.items() if not one.formula]
            for siglum, known in also.items()
        }
    models = list_model_texts(found, quotes, spots)
    written = [
        pages.render_model_text(view, at, language=language) for at, view in enumerate(models, start=1)
    ]
    overview = pages.render_reuse_overview(found, quotes, models, language=language)
    return ReuseOutcome(
        documents=tuple(made),
        pages=(overview, *(page for page, _ in written)),
        files=(*(file for _, file in written), search.write_elsewhere(elsewhere)),
    )


def find_in_store(documents: Sequence[StoredDocument], context: BuildContext) -> CollectionReuse:
    """Compare the passages of all documents, or remember what was found of the same ones."""
    key = hash_key("reuse-found", *(each.reuse[0] for each in documents))

    def find() -> CollectionReuse:
        passages = [PASSAGES.load(context.store.get(each.reuse[0])) for each in documents]
        return find_reuse_again(passages, context.cache)

    return load_or_make(context.cache, key, FOUND, find)


def load_shown(document: StoredDocument, store: BlobStore) -> ShownDocument:
    """Return a document's clauses as they are shown."""
    return SHOWN.load(store.get(document.reuse[1]))


def place_clauses(shown: ShownDocument) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Yield where each clause stands in its text, 0 to 1."""
    for version in shown.versions:
        last = max(1, len(version.clauses) - 1)
        for at, clause in enumerate(version.clauses):
            yield (shown.document, version.siglum, clause.id), at / last


def make_document_pages(
    documents: Sequence[StoredDocument], views: ReuseViews, context: BuildContext, language: str
) -> Iterator[tuple[StoredPage, ...]]:
    """Yield each document's pages about reuse; workers make those that no earlier build made."""

    def begin(document: StoredDocument) -> Future[tuple[StoredPage, ...] | SignedResult[RenderedReuse]]:
        view, tabs = views.view_document(load_shown(document, context.store)), document.summary.tabs
        key = hash_key("document", "reuse", VIEW.dump(view), TABS.dump(tabs), language)
        if stored := load_pages(key, document, context):
            return complete_future(stored)
        task = ReusePagesTask(key=key, view=view, tabs=tabs, language=language)
        return context.executor.submit(run_signed, render_pages, task)

    for result in yield_in_order(map(begin, documents), ahead=context.ahead):
        yield store_pages(unwrap_result(result), context) if isinstance(result, SignedResult) else result


def render_pages(task: ReusePagesTask) -> RenderedReuse:
    """Make the pages of a document."""
    return RenderedReuse(
        key=task.key, pages=pages.render_reuse_pages(task.view, task.tabs, language=task.language)
    )


def store_pages(result: RenderedReuse, context: BuildContext) -> tuple[StoredPage, ...]:
    """Put pages away, and keep them for later builds."""
    stored = tuple(map(context.store.put_page, result.pages))
    if context.cache:
        with suppress(ValueError):  # not all that Python calls a text can be JSON
            context.cache.put(result.key, STORED.dump(stored))
    return stored


def load_pages(key: str, document: StoredDocument, context: BuildContext) -> tuple[StoredPage, ...] | None:
    """Return pages of an earlier build, if they are all there and stay in the document's folder."""
    data = context.cache.get(key) if context.cache else None
    if data is None:
        return None
    try:
        stored = STORED.load(data)
    except ValueError:
        return None
    name = document.summary.id
    own = {uris.reuse_uri(name), *(uris.families_uri(name, sheet) for sheet in range(1, len(stored) + 1))}
    whole = all(page.uri in own and context.store.holds(page.digest) for page in stored)
    return stored if whole else None


def list_places(document: str, sigla: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the addresses of the pages on which versions are read or compared, with their sigla."""
    pairs = ((one, other) for one in sigla for other in sigla if one != other)
    return {
        **{uris.read_uri(document, siglum): (siglum,) for siglum in sigla},
        **{uris.compare_uri(document, *pair): pair for pair in pairs},
    }


def fill_page(
    kept: StoredPage,
    places: Mapping[str, tuple[str, ...]],
    also: Mapping[str, Mapping[str, AlsoIn]],
    context: tuple[BlobStore, str],
) -> StoredPage:
    """Return a page with what is known of other documents, if versions are read or compared on it.

    Args:
        kept: a page.
        places: as `list_places` says.
        also: what is known, by siglum and clause.
        context: the store, and the language of the interface.
    """
    if kept.uri not in places:
        return kept
    store, language = context
    known = {
        uris.anchor(siglum, clause): one
        for siglum in places[kept.uri]
        for clause, one in also.get(siglum, {}).items()
    }
    return store.put_page(pages.fill_also_in(store.page(kept), known, language))


def list_model_texts(
    found: CollectionReuse, quotes: Quotes, places: Mapping[tuple[str, str, str], float]
) -> list[pages.ModelTextView]:
    """Return the texts that groups of documents have in common, of the largest group first."""
    words = {address: remove_space(quoted.text) for address, quoted in quotes.items()}
    titles = {each.document: each.title for each in found.documents}
    own = [family for family in found.families if not family.formula]
    texts = (reconstruct_model_text(group, own, places, words) for group in group_by_kinship(found.documents))
    return [pages.quote_model_text(text, titles, quotes) for text in texts if text]
