"""What a user asks of a build → what the build may use."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hexapla.build.cache import Cache, open_cache
from hexapla.build.cluster import cluster
from hexapla.build.shelf import Shelf
from hexapla.build.values import Summary
from hexapla.build.work import Here, pool
from hexapla.collection import Failure

__all__ = ["Means", "Wishes", "means"]

AHEAD = 2
"""documents under way for each worker"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a build shall be done. None of it shows in the result."""

    cache: Path | None = None
    """folder for results of earlier builds; None: every result is made anew"""
    workers: int = 1
    """processes of this machine"""
    scheduler: str | None = None
    """address of a Dask scheduler, whose workers do the work"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a build may use. None of it shows in the result."""

    shelf: Shelf
    """takes pages and files as they are made"""
    cache: Cache | None = None
    """results of earlier builds; its shelf is `shelf`"""
    executor: Executor = field(default_factory=Here)
    """runs the work"""
    ahead: int = 0
    """how many documents may be under way beside the next"""
    near: bool = True
    """whether workers can reach the cache's folder"""
    on_document: Callable[[Summary | Failure], None] | None = None
    """called after each document, for a display of progress"""


@contextmanager
def means(
    wishes: Wishes, scratch: Path, on_document: Callable[[Summary | Failure], None] | None = None
) -> Iterator[Means]:
    """Provide what was wished for.

    Args:
        wishes: by the user.
        scratch: takes pages and files where there is no cache.
        on_document: called after each document.

    Raises:
        UsageError: there is no such scheduler, or what it needs is not installed.
        OSError: the cache cannot be written.
    """
    cache = open_cache(wishes.cache.resolve()) if wishes.cache else None
    workers = cluster(wishes.scheduler) if wishes.scheduler else pool(wishes.workers)
    with workers as (executor, count):
        yield Means(
            shelf=cache.shelf if cache else Shelf(scratch),
            cache=cache,
            executor=executor,
            ahead=AHEAD * count,
            near=wishes.scheduler is None,
            on_document=on_document,
        )
    if cache:
        cache.clean()
