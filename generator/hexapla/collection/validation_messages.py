"""A model's objections → problems with a line, in words that say what to do."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hexapla.collection.yaml_tree import YamlTree
from hexapla.errors import Problem

Models = Mapping[int, type[BaseModel]]
"""by the depth of the mapping in the file"""


def explain_validation(error: ValidationError, tree: YamlTree, models: Models) -> tuple[Problem, ...]:
    """Say all that a model found wrong with a file, each thing at its line."""
    return tuple(
        tree.problem(each["loc"], describe_error(each, models)) for each in error.errors(include_url=False)
    )


def sort_problems(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems in the order of the file; what is wrong with all of it comes first."""
    return tuple(sorted(found, key=lambda problem: problem.line or 0))


def describe_error(error: ErrorDetails, models: Models) -> str:
    """Word one objection."""
    place, context, given = error["loc"], error.get("ctx", {}), error["input"]
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    subject = "this file" if not place else f"“{key}”" if isinstance(place[-1], str) else "this entry"
    match error["type"]:
        case "extra_forbidden":
            message = describe_unknown_key(key, len(place) - 1, models)
        case "missing":
            message = f"the key “{key}” is missing here"
        case "value_error":
            message = f"{key}: {context['error']}" if key else str(context["error"])
        case "enum":
            expected = str(context["expected"]).replace(" or ", ", ").replace("'", "")
            message = f"{key}: “{given}” is none of {expected}"
        case "string_type":
            message = f"{subject} must be a text, not {describe_type(given)}"
        case "list_type":
            message = f"{subject} must be a list (lines that begin with “- ”), not {describe_type(given)}"
        case "model_type":
            message = f"{subject} must hold lines of the form “key: value”, not {describe_type(given)}"
        case _:
            message = f"{subject}: {error['msg']}"
    return message


def describe_unknown_key(key: str, depth: int, models: Models) -> str:
    """Word the objection to a key that nobody knows: a likely slip, a wrong place, or a list of keys."""
    known = list(models[depth].model_fields)
    meant = find_nearest(key, known)
    if meant:
        return f"the key “{key}” is unknown; did you mean “{meant}”?"
    for other, model in models.items():
        if other != depth and key in model.model_fields:
            return f"the key “{key}” does not belong here but {PLACES[model.__name__]}"
    return f"the key “{key}” is unknown; the keys here are {', '.join(known)}"


PLACES = {
    "DocumentSettings": "at the top level",
    "VersionSettings": "in an entry of “versions”",
    "ProvenanceSettings": "under “provenance”",
}


def find_nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word that was probably meant."""
    folded = {each.casefold(): each for each in reversed(known)}
    close = get_close_matches(word.casefold(), folded, n=1)
    return folded[close[0]] if close else None


def describe_type(value: object) -> str:
    """Name what stands where something else should."""
    match value:
        case None:
            return "nothing"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return "a single value"
