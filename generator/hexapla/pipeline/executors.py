"""Many tasks, on whatever runs them: this process, other processes, other machines. The order stays.

Workers of a Dask cluster are for collections that outgrow one machine (`hexapla[dask]`). A cluster must be
trusted: scheduler and workers send Python objects to each other and to us.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, ParamSpec, TypeVar

from hexapla.errors import UsageError
from hexapla.pipeline.program_version import stage_version

Result = TypeVar("Result")
GivenTask = TypeVar("GivenTask")
Given = ParamSpec("Given")
CONNECT_TIMEOUT = "20s"
"""for a scheduler to answer"""


class InProcessExecutor(Executor):
    """Does the work at once, in this process."""

    def submit(
        self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Result]:
        """Do it."""
        return complete_future(fn(*args, **kwargs))


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedResult(Generic[Result]):
    """A result, and which program it is from: a worker may run on another machine."""

    by: str
    result: Result


def run_signed(work: Callable[[GivenTask], Result], task: GivenTask) -> SignedResult[Result]:
    """Do the work, and say by which program it was done."""
    return SignedResult(by=stage_version("document"), result=work(task))


def unwrap_result(signed: SignedResult[Result]) -> Result:
    """Return a result if this program would have made the same.

    Raises:
        UsageError: a worker on another machine made it with another program.
    """
    if signed.by != stage_version("document"):
        raise UsageError("A worker runs another version of hexapla or of its libraries than this machine.")
    return signed.result


def complete_future(result: Result) -> Future[Result]:
    """Return a future that is fulfilled."""
    future: Future[Result] = Future()
    future.set_result(result)
    return future


def yield_in_order(futures: Iterable[Future[Result]], *, ahead: int) -> Iterator[Result]:
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
def open_pool(workers: int) -> Iterator[tuple[Executor, int]]:
    """Start so many processes; for one, none: the work is done here, and nothing beside it.

    Processes are started anew, not forked: the same on every system, and safe whatever threads run here.
    """
    if workers <= 1:
        yield InProcessExecutor(), 0
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        yield executor, workers


@contextmanager
def connect_cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Connect to a scheduler; the work of a worker that dies is given to another.

    Yields:
        an executor, and how many tasks the cluster runs at once.

    Raises:
        UsageError: Dask is not installed, or nobody answers at this address.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that few need
    except ImportError as error:
        raise UsageError('Dask is not installed; install "hexapla[dask]".') from error
    try:
        client = Client(address, timeout=CONNECT_TIMEOUT, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"No scheduler answers at {address}: {error}") from error
    with client:
        threads = client.nthreads()  # type: ignore[no-untyped-call]  # Dask leaves much untyped
        yield client.get_executor(), max(1, sum(threads.values()))  # type: ignore[no-untyped-call]  # as above
