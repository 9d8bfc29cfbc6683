"""Pause Python's search for cyclic garbage while a stage makes many objects that stay.

Python looks for cycles again and again while objects are made, all of those at hand every time, so that a stage
that makes a million values pays for a hundred million looks and finds nothing: what stages make refers only
downwards. What no cycle keeps is freed at once, paused or not.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_cycle_collection() -> Iterator[None]:
    """Collect no cyclic garbage within; after it as before. Serves as a decorator too.

    Where several threads pause, the last one to leave decides nothing: whoever found it running lets it run again.

    >>> with pause_cycle_collection():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
