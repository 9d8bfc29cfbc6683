"""Which clauses of a collection stand in several documents: each is read alone, then all are compared."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace

from hexapla.collection import (
    CollectionSurvey,
    DocumentFailure,
    DocumentFiles,
    DocumentLocation,
    load_document,
    read_document_files,
    sort_failures,
)
from hexapla.pipeline.build_context import BuildContext
from hexapla.pipeline.cache import Cache, hash_key, load_or_make
from hexapla.pipeline.document_product import MATERIAL, PASSAGES, catch_failure, key_parts
from hexapla.pipeline.executors import SignedResult, run_signed, unwrap_result, yield_in_order
from hexapla.pipeline.remembered_reuse import find_reuse_again
from hexapla.pipeline.stages import make_cached_reader, segment_document
from hexapla.reuse import CollectionReuse, DocumentPassages, extract_passages


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseTask:
    """A document whose passages are wanted."""

    material: DocumentFiles
    cache: Cache | None


def find_collection_reuse(
    survey: CollectionSurvey, context: BuildContext
) -> tuple[CollectionReuse, tuple[DocumentFailure, ...]]:
    """Find the clauses of a collection that stand in several of its documents.

    Args:
        survey: of the collection.
        context: what the work may use; a document that was read before is not read again.

    Returns:
        What was found, and the documents of which nothing could be made.

    Raises:
        UsageError: as `build` does.
    """
    read = list(read_passages(survey, context))
    failed = [each for each in read if isinstance(each, DocumentFailure)]
    documents = [each for each in read if isinstance(each, DocumentPassages)]
    found = find_reuse_again(documents, context.cache)
    return found, sort_failures((*survey.failures, *failed))


def read_passages(
    survey: CollectionSurvey, context: BuildContext
) -> Iterator[DocumentPassages | DocumentFailure]:
    """Yield the passages of each document, or why there are none."""

    def begin(place: DocumentLocation) -> Future[SignedResult[DocumentPassages | DocumentFailure]]:
        cache = context.cache if context.cache_shared else None
        task = ReuseTask(material=read_document_files(place, survey), cache=cache)
        return context.executor.submit(run_signed, read_document_passages, task)

    for signed in yield_in_order(map(begin, survey.places), ahead=context.ahead):
        yield unwrap_result(signed)


def read_document_passages(task: ReuseTask) -> DocumentPassages | DocumentFailure:
    """Take one document from its files to its passages, or remember them."""
    material = task.material
    raws = (material.settings, *material.texts)
    about = replace(material, texts=(), settings=None, decisions=None, notes=None, mapping=None)
    files = (part for raw in raws for part in key_parts(raw))
    key = hash_key("reuse", MATERIAL.dump(about), *files)

    def read() -> DocumentPassages:
        loaded = load_document(material, make_cached_reader(task.cache))
        return extract_passages(segment_document(loaded, None), rank=loaded.plan.rank)

    return catch_failure(material, lambda: load_or_make(task.cache, key, PASSAGES, read))
