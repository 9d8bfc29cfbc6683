"""The material of one document → what the pipeline takes. No disk here: any machine can do it.

Most documents are files alone: what reads settings, and what derives texts from amendments, is loaded where
there are some.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hexapla.collection.material import CollectedDocument, DerivedText, DocumentFiles, RawFile
from hexapla.collection.tracked_texts import split_tracked_texts
from hexapla.errors import ForeignError, Problem, SettingsError, SourceError, sort_problems
from hexapla.findings import Finding, make_finding
from hexapla.model import MappingEntry, NoteEntry, Order, Source
from hexapla.plan import Decision, Plan
from hexapla.readers import WORD, file_suffix, read_source
from hexapla.text import remove_space

if TYPE_CHECKING:
    from hexapla.collection.settings import DocumentSettings

BY_AUTHOR = "by author"
NAMES_OF_VERSIONS = frozenset({"base", "comparisons"})
"""keys of document.yml that name versions"""
SourceReader = Callable[[str, bytes, str | None], Source]
"""a path, a file's bytes and a declared encoding → a source"""


@dataclass(slots=True)
class FolderSettings:
    """What the settings files of a folder say, and what is wrong with them."""

    settings: "DocumentSettings | None" = None
    decisions: tuple[Decision, ...] = ()
    notes: tuple[NoteEntry, ...] = ()
    mapping: tuple[MappingEntry, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_by_suffix(path: str, data: bytes, encoding: str | None) -> Source:
    """Read a text with the reader for its format."""
    return read_source(path, data, encoding=encoding)


def load_document(material: DocumentFiles, reader: SourceReader = read_by_suffix) -> CollectedDocument:
    """Read a document.

    Args:
        material: its files.
        reader: reads one text; another than `read_source` may remember what it read before.

    Raises:
        SettingsError: with all problems of the folder and of the settings in it.
        SourceError: with all texts that cannot be read.
    """
    names = [raw.path.removeprefix(material.prefix) for raw in material.texts]
    said = read_folder_settings(material, names)
    if said.problems:
        raise SettingsError(tuple(add_unknown_names(material, said.problems, reader)))
    if said.settings is not None and said.settings.tracked:
        material = split_tracked_texts(material, by_author=said.settings.tracked.endswith(BY_AUTHOR))
        names = [raw.path.removeprefix(material.prefix) for raw in material.texts]
    made, ignored = read_sources(material, said.settings, names, reader)
    names = [name for name in names if material.prefix + name not in ignored]
    wanted = plan_document(material, said.settings, names)
    made, derived = derive_amended_texts(material, said.settings, wanted, made)
    foreign = (make_finding("file_ignored", file=path, reason=reason) for path, reason in ignored.items())
    return CollectedDocument(
        id=material.id,
        path=material.path,
        plan=wanted,
        sources=order_sources(wanted, made),
        decisions=said.decisions,
        notes=said.notes,
        mapping=said.mapping,
        derived=derived,
        findings=(
            *material.findings,
            *foreign,
            *(f for each in derived for f in each.findings),
            *(report_empty_sources(made) if material.required else ()),
        ),
        committed=tuple((raw.path, raw.committed) for raw in material.texts if raw.committed),
        settings=material.settings,
        originals={raw.path: raw.data for raw in material.texts if file_suffix(raw.path) in WORD},
    )


def plan_document(material: DocumentFiles, settings: "DocumentSettings | None", names: Sequence[str]) -> Plan:
    """Turn settings into a plan; without settings everything is left to be derived."""
    if settings is None:
        return Plan(id=material.id)
    from hexapla.collection.document_yml import build_plan

    return build_plan(material.id, settings, names, material.prefix)


def derive_amended_texts(
    material: DocumentFiles,
    settings: "DocumentSettings | None",
    wanted: Plan,
    made: tuple[Source, ...],
) -> tuple[tuple[Source, ...], tuple[DerivedText, ...]]:
    """Put derived texts in place of the instruments by which the settings say that they are derived."""
    entries = settings.versions if settings else None
    if not any(entry.amends for entry in entries or ()):
        return made, ()
    from hexapla.collection.derived_texts import derive_sources

    return derive_sources(wanted, entries or (), made, material.prefix)


def read_folder_settings(material: DocumentFiles, names: list[str]) -> FolderSettings:
    """Read the settings files that are there."""
    said = FolderSettings(problems=list(material.problems))
    readers: tuple[tuple[RawFile | None, Callable[[FolderSettings, RawFile], None]], ...] = (
        (material.settings, lambda said, raw: add_settings(said, raw, names)),
        (material.decisions, add_decisions),
        (material.notes, add_notes),
        (material.mapping, add_mapping),
    )
    for file, read in readers:
        try:
            if raw := require_bytes(file):
                read(said, raw)
        except (SettingsError, SourceError) as error:
            said.problems += error.problems
    return said


def add_settings(said: FolderSettings, raw: RawFile, names: list[str]) -> None:
    """Read `document.yml`; `names` are those of the texts."""
    from hexapla.collection.document_yml import read_settings

    said.settings = read_settings(raw.shown, raw.data, names)


def add_decisions(said: FolderSettings, raw: RawFile) -> None:
    """Read `alignment.yml`."""
    from hexapla.collection.alignment_yml import read_decisions

    said.decisions = read_decisions(raw.shown, raw.path, raw.data)


def add_notes(said: FolderSettings, raw: RawFile) -> None:
    """Read `notes.yml`."""
    from hexapla.collection.notes_yml import read_notes

    said.notes = read_notes(raw.shown, raw.path, raw.data)


def add_mapping(said: FolderSettings, raw: RawFile) -> None:
    """Read `mapping.yml`."""
    from hexapla.collection.mapping_yml import read_mapping

    said.mapping = read_mapping(raw.shown, raw.path, raw.data)
    said.problems += refuse_mapping(raw, said)


def refuse_mapping(raw: RawFile, said: FolderSettings) -> list[Problem]:
    """Refuse links between levels where nobody says that the texts are of different ranks."""
    if said.problems or (said.settings and said.settings.order is Order.LEVELS):
        return []
    message = "this file links texts of different ranks: say “order: levels” in document.yml, or remove it"
    return [Problem(path=raw.shown, message=message)]


def add_unknown_names(
    material: DocumentFiles, problems: Sequence[Problem], reader: SourceReader
) -> Sequence[Problem]:
    """Add what document.yml names beyond the texts to its other mistakes, if these let it be known."""
    raw = material.settings
    own = [one for one in problems if raw and one.path == raw.shown]
    if raw is None or raw.problem or not own:
        return problems
    if any(one.key in NAMES_OF_VERSIONS for one in own):
        return problems
    from hexapla.collection.settings_fit import find_names_in_doubt

    try:
        sources, _ = read_sources(material, None, (), reader)
        found = find_names_in_doubt(raw, sources)
    except (SettingsError, SourceError):
        return problems
    others = [one for one in problems if one not in own]
    return [*sort_problems([*own, *found]), *others]


def require_bytes(raw: RawFile | None) -> RawFile | None:
    """Return a file that has its bytes.

    Raises:
        SourceError: it was there, but could not be read.
    """
    if raw and raw.problem:
        raise SourceError(raw.problem)
    return raw


def read_sources(
    material: DocumentFiles,
    settings: "DocumentSettings | None",
    names: Sequence[str],
    reader: SourceReader,
) -> tuple[tuple[Source, ...], dict[str, str]]:
    """Read all texts; what is wrong is said of the path that the user knows.

    Returns the sources, and by path why files were left out: other programs' data that nobody named.

    Raises:
        SourceError: with all that cannot be read.
    """
    encoding: dict[str, str] = {}
    named: set[str | None] = set()
    if settings is not None:
        from hexapla.collection.document_yml import declared_encodings

        encoding = declared_encodings(settings, names)
        named = {entry.file for entry in settings.versions or ()}
    made: list[Source] = []
    ignored: dict[str, str] = {}
    problems: list[Problem] = []
    for raw in material.texts:
        name = raw.path.removeprefix(material.prefix)
        try:
            require_bytes(raw)
            made.append(reader(raw.path, raw.data, encoding.get(name)))
        except ForeignError as error:
            if material.folder and name not in named and len(ignored) + 1 < len(material.texts):
                ignored[raw.path] = error.problem.message
            else:
                problems.append(replace(error.problem, path=raw.shown))
        except SourceError as error:
            problems += (replace(each, path=raw.shown) for each in error.problems)
    if problems:
        raise SourceError(*problems)
    return tuple(made), ignored


def order_sources(wanted: Plan, made: tuple[Source, ...]) -> tuple[Source, ...]:
    """Put sources in the order in which the plan names them."""
    places = {entry.file: index for index, entry in reversed(list(enumerate(wanted.versions)))}
    return tuple(sorted(made, key=lambda source: places.get(source.path, len(places))))


def report_empty_sources(made: tuple[Source, ...]) -> list[Finding]:
    """Report every source without text."""
    return [
        make_finding("source_failed", message=f"{source.path} holds no text; write it, or remove the file")
        for source in made
        if not remove_space(source.text)
    ]
