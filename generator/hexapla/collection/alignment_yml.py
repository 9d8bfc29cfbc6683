"""`alignment.yml`: an editor's decisions on what belongs together."""

from itertools import combinations
from typing import Annotated, Self

import regex
from pydantic import AfterValidator, RootModel, ValidationError, model_validator

from hexapla.collection.settings import Line, StrictModel, explain_validation
from hexapla.collection.yaml_tree import YamlTree, parse_yaml
from hexapla.errors import Problem, SettingsError, sort_problems
from hexapla.plan import Decision

CLAUSE = regex.compile(r"([A-Za-z][A-Za-z0-9]{0,7})/(\S+)")


def check_clause_name(text: str) -> str:
    """Check the form in which a clause is named."""
    if not CLAUSE.fullmatch(text):
        raise ValueError(f"“{text}” names no clause: write siglum/id, like A/art_12")
    return text


def check_several(names: list[str]) -> list[str]:
    """Check that there is something to decide."""
    if len(set(names)) < max(2, len(names)):
        raise ValueError("two or more clauses must be named, each once")
    return names


ClauseNames = Annotated[
    list[Annotated[str, AfterValidator(check_clause_name)]], AfterValidator(check_several)
]


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


class AlignmentSettings(RootModel[list[DecisionSettings]]):
    """All decisions on a document."""


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
    tree = parse_yaml(path, data)
    try:
        settings = AlignmentSettings.model_validate(tree.value or [], strict=True)
    except ValidationError as error:
        found = explain_validation(error, tree, {1: DecisionSettings})
        raise SettingsError(sort_problems([*tree.problems, *found])) from error
    out = tuple(
        Decision(
            together=entry.together is not None,
            clauses=tuple(split_clause_name(name) for name in entry.together or entry.apart or ()),
            reason=entry.reason,
            file=file,
            line=tree.line((index,)) or 1,
        )
        for index, entry in enumerate(settings.root)
    )
    if found := tree.problems + find_contradictions(out, tree):
        raise SettingsError(sort_problems(found))
    return out


def split_clause_name(name: str) -> tuple[str, str]:
    """Take a clause's name apart: siglum and id."""
    siglum, _, clause_id = name.partition("/")
    return siglum, clause_id


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
