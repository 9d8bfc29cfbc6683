"""Workers of a Dask cluster, for collections that outgrow one machine. Needs `hexapla[dask]`.

A cluster must be trusted: scheduler and workers send Python objects to each other and to us.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from hexapla.errors import UsageError

CONNECT_TIMEOUT = "20s"
"""for a scheduler to answer"""


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
