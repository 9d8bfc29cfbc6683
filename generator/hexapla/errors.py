"""What can go wrong so that nothing can be done, as one tree.

    HexaplaError
    ├── SourceError      a source text cannot be read
    │   └── ForeignError it is some other program's file, and no text at all
    ├── SettingsError    document.yml or alignment.yml says something impossible
    └── UsageError       the command cannot do what it was asked to do

Doubt about a text is no error: it is a `Finding` (see `findings`), and the work goes on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


class HexaplaError(Exception):
    """Nothing could be done; the message says what to do next. The command ends with exit status 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault in a file, at its place."""

    path: str
    """as the user would type it"""
    line: int | None = None
    """counted from 1"""
    message: str
    """what is wrong and what to do"""
    key: str | None = field(default=None, compare=False)
    """at the top level of a settings file, under which the fault stands"""

    def __str__(self) -> str:
        """Write `path:line: message`, the form that editors and terminals turn into a link."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


def sort_problems(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems in the order of the file; what is wrong with all of it comes first."""
    return tuple(sorted(found, key=lambda problem: problem.line or 0))


class SourceError(HexaplaError):
    """A source text cannot be read: missing, undecodable, or in a format without a reader."""

    def __init__(self, problem: Problem, *others: Problem) -> None:
        """Carry the problem, and those of other texts that were to be read with it."""
        self.problem = problem
        self.problems = (problem, *others)
        super().__init__("\n".join(map(str, self.problems)))


class ForeignError(SourceError):
    """A file bears the suffix of a format that is read, but is another program's data."""


class SettingsError(HexaplaError):
    """A settings file contradicts itself or the folder it stands in; all its problems at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Carry the problems, in the order of the file."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UsageError(HexaplaError):
    """The command was asked for something that it cannot do with what it was given."""
