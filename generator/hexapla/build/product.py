"""One document, made and put away: what a worker gives back, and what the cache keeps of it."""

import posixpath
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from hexapla import export, render, search
from hexapla.build.cache import Cache, Codec, key_of
from hexapla.build.provenance import document_bytes
from hexapla.build.shelf import KeptFile, KeptPage, Shelf
from hexapla.build.stages import analyse_material
from hexapla.build.values import Built, Summary
from hexapla.build.wording import Offers, comparison_pages, wording
from hexapla.collection import Failure, Material, Raw
from hexapla.errors import Problem, SettingsError, SourceError
from hexapla.model import Comparison, File, Page
from hexapla.pairs import published
from hexapla.reading import similarity
from hexapla.render import uris

__all__ = ["Made", "Product", "Task", "guarded", "keep", "key", "make", "put_away", "remembered"]

USUAL_OFFERS = Offers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a worker needs to make a document. It may run on another machine: files come as bytes."""

    key: str
    """under which the cache will know the product"""
    material: Material
    language: str
    """of the interface"""
    words: str | None = None
    """what breaks Han text into words; None: the built-in list"""
    offers: Offers = USUAL_OFFERS
    """formats and comparisons"""
    cache: Cache | None = None
    """for the stages; None where the worker cannot reach it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document with its pages and files, not yet put away."""

    key: str
    summary: Summary
    provenance: bytes
    pages: tuple[Page, ...]
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A document that was put away."""

    summary: Summary
    provenance: str
    """digest of its `DocumentEntry`: it is long, and needed once, at the end"""
    pages: tuple[KeptPage, ...]
    files: tuple[KeptFile, ...]


Result = TypeVar("Result")

PRODUCT = Codec(TypeAdapter(Product))
MATERIAL = Codec(TypeAdapter(Material))
RAW = Codec(TypeAdapter(Raw))


def make(task: Task) -> Made | Failure:
    """Take one document from its files to its pages."""
    material = task.material
    return guarded(material, lambda: made(analyse_material(material, task.cache, task.words), task))


def guarded(material: Material, work: Callable[[], Result]) -> Result | Failure:
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
    return Failure(id=material.id, path=material.path, problems=problems)


def made(built: Built, task: Task) -> Made:
    """Take one document to its files and its pages, which offer the files, and to what is kept of it."""
    alignment, comparisons, folder = built.alignment, built.comparisons, uris.folder(built.document.id)
    language = task.language
    pairs = published(
        built.document, comparisons, built.choice or task.offers.comparisons, likeness=similarity
    )
    shown = tuple(each for each in comparisons if (each.base, each.target) in pairs)
    files = export.files(
        alignment,
        shown,
        folder=folder,
        wording=wording(language),
        settings=built.settings,
        formats=task.offers.formats,
    )
    pages = render.pages(
        alignment,
        comparisons,
        published=pairs,
        findings=built.findings,
        downloads=files,
        language=language,
    )
    shards, listings = search.shards(alignment, comparisons, folder=folder)
    return Made(
        key=task.key,
        summary=summarise(built, shown, listings, language=language),
        provenance=document_bytes(built, shown),
        pages=pages,
        files=(*files, *shards),
    )


def summarise(
    built: Built, shown: Sequence[Comparison], listings: tuple[search.Listing, ...], *, language: str
) -> Summary:
    """Keep of a document what the pages and files of the whole collection say of it; `shown` have a page."""
    document = built.document
    pages = comparison_pages(document, ((each.base, each.target) for each in shown))
    return Summary(
        id=document.id,
        title=document.title,
        versions=len(document.versions),
        clauses=sum(version.numbered for version in document.versions),
        rows=len(built.alignment.rows),
        findings=built.findings,
        newest=max(dates(built), default=None),
        card=render.card(document, shown, language=language),
        listings=listings,
        news=tuple(export.entries(shown, pages)),
    )


def dates(built: Built) -> Iterator[str]:
    """Yield the dates that a document's versions bear."""
    for version in built.document.versions:
        yield from filter(None, (version.date, version.provenance.retrieved))


def put_away(result: Made, shelf: Shelf) -> Product:
    """Put a document's pages and files on the shelf."""
    provenance = shelf.put(result.provenance)
    return Product(
        summary=result.summary,
        provenance=provenance,
        pages=tuple(map(shelf.put_page, result.pages)),
        files=tuple(map(shelf.put_file, result.files)),
    )


def key(material: Material, language: str, words: str | None = None, offers: Offers = USUAL_OFFERS) -> str:
    """Return the key of a document's product: its files, the interface, what breaks words, the program."""
    about = replace(material, texts=(), settings=None, decisions=None)
    raws = (material.settings, material.decisions, *material.texts)
    files = (part for raw in raws for part in parts(raw))
    said = (" ".join(offers.formats), " ".join(offers.comparisons))
    return key_of("document", language, words or "", *said, MATERIAL.dump(about), *files)


def parts(raw: Raw | None) -> tuple[bytes, bytes]:
    """Return what a key takes of a file, or of its absence."""
    return (b"", b"") if raw is None else (RAW.dump(replace(raw, data=b"")), raw.data)


def remembered(cache: Cache, shelf: Shelf, key: str, material: Material) -> Product | None:
    """Return a product of an earlier build if all of it is there and fits the document."""
    data = cache.get(key)
    if data is None:
        return None
    try:
        product = PRODUCT.load(data)
    except ValidationError:
        return None
    return product if fits(product, material) and complete(product, shelf) else None


def keep(cache: Cache, key: str, product: Product) -> None:
    """Keep a product for later builds."""
    with suppress(PydanticSerializationError):  # not all that Python calls a text can be JSON
        cache.put(key, PRODUCT.dump(product))


def fits(product: Product, material: Material) -> bool:
    """Tell whether a product stays in the document's folder: a cache may be anybody's."""
    folder = uris.folder(material.id) + "/"
    places = [*(page.uri for page in product.pages), *(file.uri for file in product.files)]
    return product.summary.id == material.id and all(
        place.startswith(folder) and posixpath.normpath(place) == place for place in places
    )


def complete(product: Product, shelf: Shelf) -> bool:
    """Tell whether all that belongs to a product is on the shelf, undamaged."""
    digests = [
        product.provenance,
        *(page.digest for page in product.pages),
        *(file.digest for file in product.files),
    ]
    return all(map(shelf.holds, digests))
