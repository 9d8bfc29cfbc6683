"""`alignment.yml`: an editor's decisions on what belongs together."""

from itertools import combinations
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from hexapla.collection.entry_lists import ClauseName, read_entry_list, split_clause_name
from hexapla.collection.settings import Line, StrictModel
from hexapla.collection.yaml_tree import YamlTree
from hexapla.errors import Problem, SettingsError, sort_problems
from hexapla.plan import Decision


def check_several(names: list[str]) -> list[str]:
    """Check that there is something to decide."""
    if len(set(names)) < max(2, len(names)):
        raise ValueError("two or more clauses must be named, each once")
    return names


ClauseNames = Annotated[list[ClauseName], AfterValidator(check_several)]


class DecisionSettings(StrictModel):
    """One decision."""

    together: ClauseNames | None = None
    apart: ClauseNames | None = None
    reason: Line

    @model_validator(mode="after")
    def decides_one_thing(self) -> Self:
        """Check that the entry says either that clauses belong together or that they do not."""
        if (self.together is None) == (self.apart is None):
            raise ValueError("an entry has either “together” or “apart”, and a “reason”")
        return self


def read_decisions(path: str, file: str, data: bytes) -> tuple[Decision, ...]:
    """Read `alignment.yml`.

    Args:
        path: as the user would type it, for problems.
        file: as the decisions shall name it.
        data: the file's bytes.

    Whether the clauses exist is known only after segmentation: alignment reports those that do not.

    Raises:
        SettingsError: with all problems that can be seen in the file alone.
    """
    listed = read_entry_list(path, data, DecisionSettings)
    out = tuple(
        Decision(
            together=entry.together is not None,
            clauses=tuple(split_clause_name(name) for name in entry.together or entry.apart or ()),
            reason=entry.reason,
            file=file,
            line=line,
        )
        for line, entry in listed.numbered()
    )
    if found := find_contradictions(out, listed.tree):
        raise SettingsError(sort_problems(found))
    return out


def find_contradictions(made: tuple[Decision, ...], tree: YamlTree) -> tuple[Problem, ...]:
    """Find pairs of clauses that are said to belong together and to be apart."""
    said: dict[frozenset[tuple[str, str]], Decision] = {}
    out = []
    for index, decision in enumerate(made):
        for pair in map(frozenset, combinations(decision.clauses, 2)):
            before = said.setdefault(pair, decision)
            if before.together != decision.together:
                names = " and ".join("/".join(name) for name in sorted(pair))
                message = f"line {before.line} says the opposite of {names}: remove one of the two"
                out.append(tree.problem((index,), message))
    return tuple(out)
