"""What a user asks of a build → what the build may use."""

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
    """How a build shall be done. None of it shows in the result."""

    cache: Path | None = None
    """folder for results of earlier builds; None: every result is made anew"""
    workers: int = 1
    """processes of this machine"""
    scheduler: str | None = None
    """address of a Dask scheduler, whose workers do the work"""
    tell: Callable[[str], None] = ignore_message
    """called where the cache cannot be used: a build goes on without"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildContext:
    """What a build may use. None of it shows in the result."""

    shelf: BlobStore
    """takes pages and files as they are made"""
    cache: Cache | None = None
    """results of earlier builds; its shelf is `shelf`"""
    executor: Executor = field(default_factory=InProcessExecutor)
    """runs the work"""
    ahead: int = 0
    """how many documents may be under way beside the next"""
    near: bool = True
    """whether workers can reach the cache's folder"""
    on_document: Callable[[DocumentSummary | DocumentFailure], None] | None = None
    """called after each document, for a display of progress"""
    dismiss: Callable[[], None] = lambda: None
    """lets the workers go, when all is made; what they made stays"""


@contextmanager
def open_build_context(
    wishes: BuildOptions,
    scratch: Path,
    on_document: Callable[[DocumentSummary | DocumentFailure], None] | None = None,
) -> Iterator[BuildContext]:
    """Provide what was wished for, for as long as what was made is needed; then clean the cache.

    Args:
        wishes: by the user.
        scratch: takes pages and files where there is no cache, or one that cannot be written.
        on_document: called after each document.

    Raises:
        UsageError: there is no such scheduler, or what it needs is not installed.
    """
    with ExitStack() as all_of_it:
        opened = open_cache(wishes.cache.resolve(), wishes.tell) if wishes.cache else nullcontext()
        cache = all_of_it.enter_context(opened)
        crew = all_of_it.enter_context(ExitStack())
        workers = connect_cluster(wishes.scheduler) if wishes.scheduler else open_pool(wishes.workers)
        executor, count = crew.enter_context(workers)
        yield BuildContext(
            shelf=cache.shelf(scratch) if cache else BlobStore(scratch),
            cache=cache,
            executor=executor,
            ahead=AHEAD * count,
            near=wishes.scheduler is None,
            on_document=on_document,
            dismiss=crew.close,
        )
