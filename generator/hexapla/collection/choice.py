"""Documents by the names that people give them: one way for all commands.

A document is named by its id, by the name of its folder or file, or by a path that leads there.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hexapla.collection.file_names import make_printable
from hexapla.collection.material import CollectionSurvey, DocumentLocation
from hexapla.collection.nearest_word import find_nearest
from hexapla.errors import UsageError

MOST_NAMES = 12
"""documents that are listed where none has the name"""


def choose_documents(survey: CollectionSurvey, names: Sequence[str]) -> CollectionSurvey:
    """Return those documents of a collection that are named; with no name, all.

    Post-conditions:
        1. They stand in the order of the collection, each once.

    Raises:
        UsageError: there is no such document.
    """
    if not names:
        return survey
    wanted = [locate_document(survey, name) for name in names]
    failed = {failure.path for failure in survey.failures}
    chosen = {make_printable(each.path.as_posix()) for each in wanted}
    return replace(
        survey,
        places=tuple(place for place in survey.places if place in wanted),
        failures=tuple(each for each in survey.failures if each.path in chosen & failed),
        ignored=(),
    )


def locate_document(survey: CollectionSurvey, name: str) -> DocumentLocation:
    """Return where the document of that name lies.

    Raises:
        UsageError: there is none; with the nearest.
    """
    own = name.rstrip("/") or name
    failed = tuple(DocumentLocation(each.id, Path(each.path)) for each in survey.failures)
    places = (*survey.places, *failed)
    for fits in (
        lambda place: place.id == own,
        lambda place: place.path.name == own,
        lambda place: place.path.resolve() == Path(own).resolve(),
        lambda place: place.id.casefold() == own.casefold(),
    ):
        if found := next(filter(fits, places), None):
            return found
    ids = [place.id for place in places]
    near = find_nearest(own, ids)
    more = " …" if len(ids) > MOST_NAMES else ""
    hint = f"did you mean {near}?" if near else f"there are: {', '.join(ids[:MOST_NAMES]) or 'none'}{more}."
    raise UsageError(f"There is no document {make_printable(own)}; {hint}")
