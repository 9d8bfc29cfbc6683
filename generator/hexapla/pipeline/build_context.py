"""Build options → build context."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from hexapla.collection import DocumentFailure
from hexapla.pipeline.blob_store import BlobStore
from hexapla.pipeline.cache import Cache, open_cache
from hexapla.pipeline.document_product import DocumentSummary
from hexapla.pipeline.executors import InProcessExecutor, connect_cluster, open_pool

AHEAD = 2
"""documents under way for each worker"""


def ignore_message(_: str) -> None:
    """Be told, and do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """Options of a build that do not affect the result."""

    cache: Path | None = None
    """folder for results of earlier builds; None: every result is made anew"""
    workers: int = 1
    """processes of this machine"""
    scheduler: str | None = None
    """address of a Dask scheduler, whose workers do the work"""
    warn: Callable[[str], None] = ignore_message
    """called where the cache cannot be used; the build goes on without it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildContext:
    """Resources of a build: store, cache, executor. None of them affects the result."""

    store: BlobStore
    """takes pages and files as they are made"""
    cache: Cache | None = None
    """results of earlier builds; its blobs stand in `store`"""
    executor: Executor = field(default_factory=InProcessExecutor)
    """runs the work"""
    ahead: int = 0
    """how many documents may be under way beside the next"""
    cache_shared: bool = True
    """whether workers can read the cache's folder"""
    on_document: Callable[[DocumentSummary | DocumentFailure], None] | None = None
    """called after each document, for a display of progress"""
    close_workers: Callable[[], None] = lambda: None
    """ends the workers when all documents are made; their results stay"""


@contextmanager
def open_build_context(
    options: BuildOptions,
    scratch: Path,
    on_document: Callable[[DocumentSummary | DocumentFailure], None] | None = None,
) -> Iterator[BuildContext]:
    """Open store, cache and workers; close them and clean the cache when the result is no longer needed.

    Args:
        options: by the user.
        scratch: takes pages and files where there is no cache, or one that cannot be written.
        on_document: called after each document.

    Raises:
        UsageError: there is no such scheduler, or what it needs is not installed.
    """
    with ExitStack() as all_of_it:
        opened = open_cache(options.cache.resolve(), options.warn) if options.cache else nullcontext()
        cache = all_of_it.enter_context(opened)
        executor_stack = all_of_it.enter_context(ExitStack())
        workers = connect_cluster(options.scheduler) if options.scheduler else open_pool(options.workers)
        executor, count = executor_stack.enter_context(workers)
        yield BuildContext(
            store=cache.store(scratch) if cache else BlobStore(scratch),
            cache=cache,
            executor=executor,
            ahead=AHEAD * count,
            cache_shared=options.scheduler is None,
            on_document=on_document,
            close_workers=executor_stack.close,
        )
