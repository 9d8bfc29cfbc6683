"""`document.yml` → a plan: what an editor says of a document, checked against its folder."""

from collections.abc import Sequence

from pydantic import BaseModel, ValidationError

from hexapla.collection.document_checks import check_entries, make_file_check
from hexapla.collection.settings import DocumentSettings, ProvenanceSettings, VersionSettings
from hexapla.collection.validation_messages import explain_validation, sort_problems
from hexapla.collection.yaml_tree import parse_yaml
from hexapla.errors import SettingsError
from hexapla.model import Provenance
from hexapla.plan import Plan, VersionPlan

MODELS: dict[int, type[BaseModel]] = {0: DocumentSettings, 2: VersionSettings, 3: ProvenanceSettings}


def read_settings(path: str, data: bytes, files: Sequence[str]) -> DocumentSettings:
    """Read `document.yml`.

    Args:
        path: as the user would type it, for problems.
        data: the file's bytes.
        files: names of the texts in the folder.

    Raises:
        SettingsError: with all problems, in the order of the file.
    """
    tree = parse_yaml(path, data)
    found = [*tree.problems, *check_entries(tree, files)]
    try:
        made = DocumentSettings.of(tree.value, make_file_check(files))
    except ValidationError as error:
        found += explain_validation(error, tree, MODELS)
        raise SettingsError(sort_problems(found)) from error
    if found:
        raise SettingsError(sort_problems(found))
    return made


def declared_encodings(made: DocumentSettings, files: Sequence[str]) -> dict[str, str]:
    """Map texts to the encodings that were declared."""
    return {find_file(entry, files): entry.encoding for entry in made.versions or () if entry.encoding}


def build_plan(document_id: str, made: DocumentSettings, files: Sequence[str], prefix: str) -> Plan:
    """Turn settings into a plan.

    Args:
        document_id: the document's id.
        made: the settings.
        files: names of the texts in the folder, in natural order.
        prefix: what stands before a text's name in its source's path.

    A text that is not listed follows after those that are: none is ever left out in silence.
    """
    versions = [build_version_plan(entry, prefix + find_file(entry, files)) for entry in made.versions or ()]
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


def build_version_plan(entry: VersionSettings, path: str) -> VersionPlan:
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


def find_file(entry: VersionSettings, files: Sequence[str]) -> str:
    """Return the text that an entry means; `checks` has seen to it that there is one."""
    return entry.file or files[0]
