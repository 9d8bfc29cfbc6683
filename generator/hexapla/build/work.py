"""Many tasks, on whatever runs them: this process, other processes, other machines. The order stays."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from hexapla.errors import UsageError

__all__ = ["Here", "done", "in_order", "pool"]

Result = TypeVar("Result")
Given = ParamSpec("Given")


class Here(Executor):
    """Does the work at once, in this process."""

    def submit(
        self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Result]:
        """Do it."""
        return done(fn(*args, **kwargs))


def done(result: Result) -> Future[Result]:
    """Return a future that is fulfilled."""
    future: Future[Result] = Future()
    future.set_result(result)
    return future


def in_order(futures: Iterable[Future[Result]], *, ahead: int) -> Iterator[Result]:
    """Yield results in the order of their futures, whichever is ready first.

    Args:
        futures: taken, and so begun, as they are needed.
        ahead: how many may be under way beside the next: enough to keep workers busy, few enough for memory.

    Raises:
        UsageError: a worker process died.
    """
    waiting: deque[Future[Result]] = deque()
    try:
        for future in futures:
            waiting.append(future)
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenExecutor as error:
        message = "A worker process ended early; perhaps memory ran out. Build with fewer --workers."
        raise UsageError(message) from error
    finally:
        for future in waiting:
            future.cancel()


@contextmanager
def pool(workers: int) -> Iterator[tuple[Executor, int]]:
    """Start so many processes; for one, none: the work is done here, and nothing beside it.

    Processes are started anew, not forked: the same on every system, and safe whatever threads run here.
    """
    if workers <= 1:
        yield Here(), 0
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        yield executor, workers
