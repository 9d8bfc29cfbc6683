"""Files of a document's folder that are a list of entries: decisions, notes, links between levels."""

from collections.abc import Iterator
from typing import Annotated, Generic, NamedTuple, TypeVar

from pydantic import AfterValidator, RootModel, ValidationError

from hexapla.collection.settings import StrictModel, explain_validation
from hexapla.collection.yaml_tree import YamlTree, parse_yaml
from hexapla.errors import SettingsError, sort_problems
from hexapla.lazy_patterns import compile_lazily_with_properties

CLAUSE = compile_lazily_with_properties(r"([A-Za-z][A-Za-z0-9]{0,7})/(\S+)")
Entry = TypeVar("Entry", bound=StrictModel)


class EntryList(NamedTuple, Generic[Entry]):
    """The entries of a file, each with its line."""

    tree: YamlTree
    entries: tuple[Entry, ...]

    def numbered(self) -> Iterator[tuple[int, Entry]]:
        """Yield the entries with the lines on which they begin, from 1."""
        for index, entry in enumerate(self.entries):
            yield self.tree.line((index,)) or 1, entry


def read_entry_list(path: str, data: bytes, model: type[Entry]) -> EntryList[Entry]:
    """Read a file that is a list of entries; an empty file has none.

    Args:
        path: as the user would type it, for problems.
        data: the file's bytes.
        model: what an entry may say.

    Raises:
        SettingsError: with all problems that can be seen in the file alone.
    """
    tree = parse_yaml(path, data)
    try:
        made = RootModel[list[model]].model_validate(tree.value or [], strict=True)  # type: ignore[valid-type]
    except ValidationError as error:
        found = explain_validation(error, tree, {1: model})
        raise SettingsError(sort_problems([*tree.problems, *found])) from error
    if tree.problems:
        raise SettingsError(sort_problems(tree.problems))
    return EntryList(tree, tuple(made.root))


def check_clause_name(text: str) -> str:
    """Check the form in which a clause is named."""
    if not CLAUSE.fullmatch(text):
        raise ValueError(f"“{text}” names no clause: write siglum/id, like A/art_12")
    return text


def split_clause_name(name: str) -> tuple[str, str]:
    """Take a clause's name apart: siglum and id.

    >>> split_clause_name("A/art_12")
    ('A', 'art_12')
    """
    siglum, _, clause_id = name.partition("/")
    return siglum, clause_id


ClauseName = Annotated[str, AfterValidator(check_clause_name)]
