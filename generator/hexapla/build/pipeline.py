"""The pipeline, readable from top to bottom.

    path → Source → Version(clauses) → Document → Alignment(rows) → Comparison(changes) → Page, File

Every step is a pure function over immutable values (`stages`, `product`). One document is taken the whole way
and put away on disk before it is let go: what is kept of it in memory is a `Summary`, so memory does not grow
with the collection. Documents know nothing of each other, so any number of workers gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime

from hexapla import export, render, search
from hexapla.build.means import Means
from hexapla.build.product import Made, Product, Task, keep, key, make, put_away, remembered
from hexapla.build.shelf import KeptFile, KeptPage, Shelf
from hexapla.build.stages import analyse
from hexapla.build.values import Built, Summary
from hexapla.build.wording import Offers, wording
from hexapla.build.work import Signed, done, in_order, own, sign
from hexapla.collection import Failure, Loaded, Place, Survey, failures_in_order, gather
from hexapla.compare import breaker
from hexapla.errors import Problem
from hexapla.model import File, Page

__all__ = ["Site", "build", "build_document", "epoch"]

USUAL = Offers()
UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""stands for “now” where no text bears a date; 1980 is the first year that a zip archive can hold"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that is published; pages and files themselves are on the shelf."""

    shelf: Shelf
    documents: tuple[Summary, ...]
    failures: tuple[Failure, ...]
    """documents of which nothing could be made; they are listed on the home page"""
    ignored: tuple[Problem, ...]
    """what lies in the collection and is no document, each with the reason"""
    pages: tuple[KeptPage, ...]
    files: tuple[KeptFile, ...]
    """what stands beside the pages: downloads, data for the search"""
    feed: str
    """address of the feed, one of the files"""
    provenance: tuple[str, ...]
    """digests of the documents' entries in the manifest"""


def build(
    survey: Survey,
    means: Means,
    *,
    language: str,
    words: str | None = None,
    offers: Offers = USUAL,
) -> Site:
    """Take a collection to the pages of its site.

    Args:
        survey: where its documents lie.
        means: what may be used.
        language: of the interface, BCP 47.
        words: name of what breaks Han text into words; None: the built-in list.
        offers: which comparisons have pages, and which files stand beside them.

    Raises:
        UsageError: what is to break words is not there; a text vanished while the collection was read; a
            worker died or runs another program.
    """
    breaker(words)  # a package that is not installed is told before any work, not once for each document
    products: list[Product] = []
    failures = list(survey.failures)
    for result in results(survey, means, language, words, offers):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            products.append(result)
        if means.on_document:
            means.on_document(result if isinstance(result, Failure) else result.summary)
    summaries = tuple(product.summary for product in products)
    failed = failures_in_order(failures)
    news = (entry for summary in summaries for entry in summary.news)
    feed = export.feed(news, wording(language), title=offers.title, site_url=offers.site_url)
    files, pages = write_collection(summaries, failed, feed, language=language)
    return Site(
        shelf=means.shelf,
        documents=summaries,
        failures=failed,
        ignored=survey.ignored,
        pages=(
            *map(means.shelf.put_page, pages),
            *(page for product in products for page in product.pages),
        ),
        files=(
            *map(means.shelf.put_file, files),
            *(file for product in products for file in product.files),
        ),
        feed=feed.uri,
        provenance=tuple(product.provenance for product in products),
    )


def results(
    survey: Survey, means: Means, language: str, words: str | None, offers: Offers
) -> Iterator[Product | Failure]:
    """Yield every document as it was put away, or as it failed, in order.

    What an earlier build made of the same files is not made again: workers get the rest only.
    """

    def begin(place: Place) -> Future[Product | Signed[Made | Failure]]:
        material = gather(place, survey)
        name = key(material, language, words, offers)
        if means.cache and (product := remembered(means.cache, means.shelf, name, material)):
            return done(product)
        cache = means.cache if means.near else None
        task = Task(key=name, material=material, language=language, words=words, offers=offers, cache=cache)
        return means.executor.submit(sign, make, task)

    for result in in_order(map(begin, survey.places), ahead=means.ahead):
        yield finished(own(result), means) if isinstance(result, Signed) else result


def finished(result: Made | Failure, means: Means) -> Product | Failure:
    """Put a document away, and keep it for later builds."""
    if isinstance(result, Failure):
        return result
    product = put_away(result, means.shelf)
    if means.cache:
        keep(means.cache, result.key, product)
    return product


def build_document(loaded: Loaded, words: str | None = None) -> Built:
    """Take one document from its sources to its comparisons.

    Raises:
        UsageError: what is to break words is not there.
    """
    return analyse(loaded, words=words)


def write_collection(
    documents: Sequence[Summary], failures: Sequence[Failure], feed: File, *, language: str
) -> tuple[tuple[File, ...], tuple[Page, ...]]:
    """Make the files and pages that speak of all documents at once, from what was kept of each."""
    catalogue = search.catalogue(listing for summary in documents for listing in summary.listings)
    files = (*catalogue, feed)
    home = render.home(
        [summary.card for summary in documents],
        failures=[(failure.id, failure.problems) for failure in failures],
        files=files,
        language=language,
    )
    return files, (home, render.search_page(language=language), *render.guides(language=language))


def epoch(site: Site) -> int:
    """Return the time that stands for “now” in output: the newest date of any text, as seconds since 1970.

    The clock is never asked: two builds of the same texts are the same bytes.
    """
    newest = max((summary.newest for summary in site.documents if summary.newest), default="")
    return int(moment(newest).timestamp())


def moment(date: str) -> datetime:
    """Read a year, a month or a day as the first moment in it; the empty string is undated."""
    if not date:
        return UNDATED
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return datetime(year, month, day, tzinfo=UTC)
