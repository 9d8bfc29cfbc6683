"""`hexapla pin`: keep the sigla that versions bear, so that addresses stay."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection
from hexapla.cli.option_groups import CollectionOptions, with_option_groups
from hexapla.cli.terminal import stderr_console
from hexapla.collection import CollectionSurvey, DocumentLocation
from hexapla.errors import UsageError
from hexapla.output import write_all
from hexapla.pipeline import write_pinned_settings
from hexapla.site import read_published_sigla


@with_option_groups
def pin(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT]...", help="Documents by id or path. Default: all."),
    ] = None,
    *,
    published: Annotated[
        Path | None,
        typer.Option(metavar="SITE", help="Take the sigla of this built site where a version is in it."),
    ] = None,
    asked: CollectionOptions,
) -> None:
    """Write the sigla of versions into document.yml, so that addresses and permalinks stay.

    Versions that bear no siglum of their own are called A, B, C … by their place in time, so an older one
    that comes later takes the letter of another. What is written is kept, whatever comes.

    **Example**

        hexapla pin garden-bylaws
    """
    stand = asked.read_config()
    survey = collection.choose_documents(collection.survey_collection(stand.sources), documents or ())
    sigla = read_published_sigla(published) if published else {}
    changed = {}
    for place in survey.places:
        if not place.path.is_dir():
            tell_single_file(place)
            continue
        path, data = pin_document(survey, place, sigla.get(place.id, {}))
        if not path.exists() or path.read_bytes() != data:
            changed[path] = data
    write_all(changed)
    for path in changed:
        stderr_console.print(path.as_posix(), markup=False)
    if not changed:
        stderr_console.print("Nothing has changed.")


def tell_single_file(place: DocumentLocation) -> None:
    """Say that a text outside of folders has no document.yml."""
    stderr_console.print(
        f"{place.path.as_posix()}: left out; put the text into a folder of its own to keep sigla.",
        markup=False,
    )


def pin_document(
    survey: CollectionSurvey, place: DocumentLocation, sigla: dict[tuple[str, int], str]
) -> tuple[Path, bytes]:
    """Return a document's document.yml and what shall stand in it.

    Raises:
        UsageError: it cannot be written so.
    """
    material = collection.read_document_files(place, survey)
    if material.settings and material.settings.problem:
        raise UsageError(str(material.settings.problem))
    return place.path / "document.yml", write_pinned_settings(material, sigla)
