"""Programs of packages that not everybody has installed, and which answer otherwise in another version.

Each is taken only where it is asked for by name; its name and version are carried by every result made with
it. Which programs there are, and what they do, say the packages that use them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import Generic, TypeVar

from hexapla.errors import UsageError

Run = TypeVar("Run")


@dataclass(frozen=True)  # a generic class with slots cannot be called by a name for one of its kinds
class OptionalProgram(Generic[Run]):
    """A program that was loaded: what it is called, and how to use it.

    >>> str(OptionalProgram("scissors", "1.2", str.split))
    'scissors 1.2'
    """

    name: str
    """which is that of its package"""
    version: str
    run: Run

    def __str__(self) -> str:
        """Write name and version, as output tells them."""
        return f"{self.name} {self.version}"


def load_program(
    name: str, programs: Mapping[str, Callable[[], Run]], *, unknown: str, missing: str
) -> OptionalProgram[Run]:
    """Load a program by its name.

    Args:
        name: of the program, which is that of its package.
        programs: those that can be chosen → what imports one and returns how to use it.
        unknown: what to say of a name that is none of them.
        missing: what to say where its package is not installed.

    Raises:
        UsageError: there is no such program, or its package is not installed or does not run.
    """
    if name not in programs:
        raise UsageError(unknown)
    try:
        return OptionalProgram(name, metadata.version(name), programs[name]())
    except (ImportError, OSError) as error:
        raise UsageError(missing) from error
