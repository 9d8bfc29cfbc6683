"""`document.yml` → a plan: what an editor says of a document, checked against its folder."""

from collections.abc import Sequence

from pydantic import BaseModel, ValidationError

from hexapla.collection.checks import checks, complaint_about
from hexapla.collection.complaints import in_order, problems
from hexapla.collection.settings import DocumentSettings, ProvenanceSettings, VersionSettings
from hexapla.collection.tree import parse
from hexapla.errors import SettingsError
from hexapla.model import Provenance
from hexapla.plan import Plan, VersionPlan

__all__ = ["encodings", "plan", "settings"]

MODELS: dict[int, type[BaseModel]] = {0: DocumentSettings, 2: VersionSettings, 3: ProvenanceSettings}


def settings(path: str, data: bytes, files: Sequence[str]) -> DocumentSettings:
    """Read `document.yml`.

    Args:
        path: as the user would type it, for problems.
        data: the file's bytes.
        files: names of the texts in the folder.

    Raises:
        SettingsError: with all problems, in the order of the file.
    """
    tree = parse(path, data)
    found = [*tree.problems, *checks(tree, files)]
    try:
        made = DocumentSettings.of(tree.value, complaint_about(files))
    except ValidationError as error:
        found += problems(error, tree, MODELS)
        raise SettingsError(in_order(found)) from error
    if found:
        raise SettingsError(in_order(found))
    return made


def encodings(made: DocumentSettings, files: Sequence[str]) -> dict[str, str]:
    """Map texts to the encodings that were declared."""
    return {file_of(entry, files): entry.encoding for entry in made.versions or () if entry.encoding}


def plan(document_id: str, made: DocumentSettings, files: Sequence[str], prefix: str) -> Plan:
    """Turn settings into a plan.

    Args:
        document_id: the document's id.
        made: the settings.
        files: names of the texts in the folder, in natural order.
        prefix: what stands before a text's name in its source's path.

    A text that is not listed follows after those that are: none is ever left out in silence.
    """
    versions = [version(entry, prefix + file_of(entry, files)) for entry in made.versions or ()]
    listed = {entry.file for entry in versions}
    rest = [VersionPlan(file=prefix + file) for file in files if prefix + file not in listed]
    return Plan(
        id=document_id,
        title=made.title,
        language=made.language,
        order=made.order,
        base=made.base,
        unit=made.unit,
        schemes=None if made.schemes is None else tuple(made.schemes),
        comparisons=made.comparisons,
        versions=tuple(versions + rest if versions else ()),
    )


def version(entry: VersionSettings, path: str) -> VersionPlan:
    """Turn an entry into a plan of the version."""
    where = entry.provenance
    provenance = Provenance(url=where.url, retrieved=where.retrieved, note=where.note) if where else None
    return VersionPlan(
        file=path,
        part=entry.part,
        siglum=entry.siglum,
        label=entry.label,
        title=entry.title,
        issued=entry.issued,
        completeness=entry.completeness,
        provenance=provenance,
        language=entry.language,
    )


def file_of(entry: VersionSettings, files: Sequence[str]) -> str:
    """Return the text that an entry means; `checks` has seen to it that there is one."""
    return entry.file or files[0]
