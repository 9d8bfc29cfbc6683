"""Pause Python's search for cyclic garbage while a stage makes many objects that stay.

While objects are made, Python looks for cycles again and again, in the end through all that are there. A
stage that makes a million values pays for many millions of looks, which find nothing: what a stage makes
refers only downwards. What no cycle keeps is freed at once, paused or not.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_cycle_collection() -> Iterator[None]:
    """Collect no cyclic garbage within; after it as before. Serves as a decorator too.

    Of several pauses at once, also in several threads, the one that found it running lets it run again.

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
