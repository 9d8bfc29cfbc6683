"""The pipeline, readable from top to bottom.

    path → Source → Version(clauses) → Document → Alignment(rows) → Comparison(changes) → Page, File

Every step is a pure function over immutable values (`stages`, `document_product`). One document is taken the
whole way and put away on disk before it is let go: what is kept of it in memory is a `DocumentSummary`, so
memory does not grow with the collection. Documents are made knowing nothing of each other: any number of
workers gives the same bytes. What they share, if that is asked for, is found and put on pages afterwards
(`reuse_stage`).
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime

from hexapla import exporters, pages, search
from hexapla.archive import first_day
from hexapla.collection import (
    CollectionSurvey,
    DocumentFailure,
    DocumentLocation,
    guess_texts_language,
    make_printable,
    read_document_files,
    sort_failures,
)
from hexapla.comparison import load_word_segmenter
from hexapla.errors import Problem
from hexapla.i18n import choose_language
from hexapla.language import UNKNOWN
from hexapla.model import File, Page
from hexapla.pages import uris
from hexapla.pipeline.blob_store import BlobStore, StoredFile, StoredPage
from hexapla.pipeline.build_context import BuildContext
from hexapla.pipeline.document_product import (
    DEFAULT_OFFERS,
    DocumentSummary,
    DocumentTask,
    RenderedDocument,
    SiteOffers,
    StoredDocument,
    build_product,
    cache_product,
    load_product,
    product_key,
    store_document,
)
from hexapla.pipeline.executors import (
    SignedResult,
    complete_future,
    run_signed,
    unwrap_result,
    yield_in_order,
)
from hexapla.pipeline.reuse_stage import ReuseOutcome, add_reuse
from hexapla.pipeline.stages import make_cached_reader
from hexapla.reading.captions import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """Everything that is published; pages and files themselves are in the store."""

    store: BlobStore
    documents: tuple[DocumentSummary, ...]
    failures: tuple[DocumentFailure, ...]
    """documents of which nothing could be made; they are listed on the home page"""
    ignored: tuple[Problem, ...]
    """what lies in the collection and is no document, each with the reason"""
    pages: tuple[StoredPage, ...]
    files: tuple[StoredFile, ...]
    """what stands beside the pages: downloads, data for the search"""
    feed: str
    """address of the feed, one of the files"""
    provenance: tuple[str, ...]
    """digests of the documents' entries in the manifest"""


def build_collection(
    survey: CollectionSurvey,
    context: BuildContext,
    *,
    language: str,
    words: str | None = None,
    offers: SiteOffers = DEFAULT_OFFERS,
) -> BuiltSite:
    """Take a collection to the pages of its site.

    Args:
        survey: where its documents lie.
        context: store, cache and executor.
        language: of the interface, BCP 47.
        words: name of the Chinese word segmenter; None: the built-in word list.
        offers: which comparisons have pages, and which files stand beside them.

    Raises:
        UsageError: the word segmenter is not installed; a text vanished while the collection was read; a
            worker died or runs another program.
    """
    # a package that is not installed is told before any work, not once for each document
    load_word_segmenter(words)
    products: list[StoredDocument] = []
    failures = list(survey.failures)
    for result in build_documents(survey, context, language, words, offers):
        if isinstance(result, DocumentFailure):
            failures.append(result)
        else:
            products.append(result)
        if context.on_document:
            context.on_document(result if isinstance(result, DocumentFailure) else result.summary)
    reuse = add_reuse(products, context, language) if offers.reuse else None
    if reuse:
        products = list(reuse.documents)
    summaries = tuple(product.summary for product in products)
    failed = sort_failures(failures)
    news = (entry for summary in summaries for entry in summary.news)
    feed = exporters.write_feed(news, Wording(language), title=offers.title, site_url=offers.site_url)
    files, pages = write_collection(summaries, failed, feed, reuse, language=language)
    return BuiltSite(
        store=context.store,
        documents=summaries,
        failures=failed,
        ignored=(*survey.ignored, *report_taken_ids(survey, summaries)),
        pages=(*map(context.store.put_page, pages), *(page for each in products for page in each.pages)),
        files=(*map(context.store.put_file, files), *(file for each in products for file in each.files)),
        feed=feed.uri,
        provenance=tuple(product.provenance for product in products),
    )


def choose_site_language(survey: CollectionSurvey, context: BuildContext) -> str:
    """Return the language of the interface for a site that names none: that of most texts, if we speak it."""
    return choose_language(guess_texts_language(survey, make_cached_reader(context.cache)) or UNKNOWN)


def report_taken_ids(survey: CollectionSurvey, documents: Sequence[DocumentSummary]) -> Iterator[Problem]:
    """Say which former ids are those of other documents, so that no page leads on from there."""
    known = {summary.id.casefold(): summary.id for summary in documents}
    paths = {place.id: make_printable(place.path.as_posix()) for place in survey.places}
    for summary in documents:
        for former in summary.formerly:
            owner = known.setdefault(former.casefold(), summary.id)
            if former.casefold() == owner.casefold() or owner != summary.id:
                message = f"formerly: “{former}” is {owner}; no page leads on from there"
                yield Problem(path=paths.get(summary.id, summary.id), message=message)


def write_redirects(site: "BuiltSite", language: str) -> Iterator[File]:
    """Yield what leads on from addresses at which nothing stands of its own.

    That is from comparisons read backwards to the pair's page, and from former ids of documents; of two that
    had one id, the first has it.
    """
    for page in site.pages:
        if turned := uris.turn_compare_uri(page.uri):
            yield pages.write_redirect(turned, f"{page.uri}#{uris.SWAP}", page.title, language)
    taken = {summary.id.casefold() for summary in site.documents}
    for summary in site.documents:
        top = f"{uris.folder(summary.id)}/"
        for former in summary.formerly:
            if former.casefold() in taken:
                continue
            taken.add(former.casefold())
            for page in site.pages:
                if page.uri.startswith(top):
                    old = f"{uris.folder(former)}/{page.uri.removeprefix(top)}"
                    yield pages.write_redirect(old, page.uri, page.title, language)
                    if turned := uris.turn_compare_uri(old):
                        yield pages.write_redirect(turned, f"{page.uri}#{uris.SWAP}", page.title, language)


def build_documents(
    survey: CollectionSurvey, context: BuildContext, language: str, words: str | None, offers: SiteOffers
) -> Iterator[StoredDocument | DocumentFailure]:
    """Yield every document as it was put away, or as it failed, in order.

    What an earlier build made of the same files is not made again: workers get the rest only.
    """

    def begin(
        place: DocumentLocation,
    ) -> Future[StoredDocument | SignedResult[RenderedDocument | DocumentFailure]]:
        material = read_document_files(place, survey)
        name = product_key(material, language, words, offers)
        if context.cache and (product := load_product(context.cache, context.store, name, material)):
            return complete_future(product)
        cache = context.cache if context.cache_shared else None
        task = DocumentTask(
            key=name, material=material, language=language, words=words, offers=offers, cache=cache
        )
        return context.executor.submit(run_signed, build_product, task)

    for result in yield_in_order(map(begin, survey.places), ahead=context.ahead):
        yield store_result(unwrap_result(result), context) if isinstance(result, SignedResult) else result


def store_result(
    result: RenderedDocument | DocumentFailure, context: BuildContext
) -> StoredDocument | DocumentFailure:
    """Put a document away, and keep it for later builds."""
    if isinstance(result, DocumentFailure):
        return result
    product = store_document(result, context.store)
    if context.cache:
        cache_product(context.cache, result.key, product)
    return product


def write_collection(
    documents: Sequence[DocumentSummary],
    failures: Sequence[DocumentFailure],
    feed: File,
    reuse: ReuseOutcome | None = None,
    *,
    language: str,
) -> tuple[tuple[File, ...], tuple[Page, ...]]:
    """Make the files and pages that speak of all documents at once, from what was kept of each."""
    catalogue = search.write_catalogue(
        (listing for summary in documents for listing in summary.listings),
        (pages.name_for_search(summary.id, summary.card) for summary in documents),
        elsewhere=reuse is not None,
    )
    files = (*catalogue, feed, *(reuse.files if reuse else ()))
    home = pages.render_home(
        [summary.card for summary in documents],
        failures=[(failure.id, failure.problems) for failure in failures],
        files=files,
        language=language,
        reuse=reuse is not None,
        days=any(each.dated for each in documents),
    )
    dated = ((each.id, each.title, each.card.language) for each in documents if each.dated)
    several = ((each.id, each.title, each.card.language) for each in documents if each.numbered)
    about = (
        pages.render_search_page(language=language),
        pages.render_day_index(dated, language=language),
        pages.render_resolve_index(several, language=language),
        *pages.render_guides(language=language),
    )
    return files, (home, *about, *(reuse.pages if reuse else ()))


def find_epoch(site: BuiltSite) -> int:
    """Return the time that stands for “now” in output: the newest date of any text, as seconds since 1970.

    The clock is never asked: two builds of the same texts are the same bytes.
    """
    newest = max((summary.newest for summary in site.documents if summary.newest), default="")
    return int(datetime.fromisoformat(first_day(newest)).replace(tzinfo=UTC).timestamp())
