"""`document.yml` → a plan: what an editor says of a document, checked against its folder.

What no single key can tell, how the entries fit each other and the folder, is checked in the file as it was
written, so that these checks speak even where a model objects: all problems are told at once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from hexapla.collection.nearest_word import find_nearest
from hexapla.collection.settings import (
    SIGLUM,
    DocumentSettings,
    ProvenanceSettings,
    VersionSettings,
    explain_validation,
)
from hexapla.collection.yaml_tree import YamlPath, YamlTree, parse_yaml
from hexapla.errors import Problem, SettingsError, sort_problems
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Provenance
from hexapla.pairs import find_unknown_sigla
from hexapla.plan import PeriodPlan, Plan, VersionPlan

MODELS: dict[int, type[BaseModel]] = {0: DocumentSettings, 2: VersionSettings, 3: ProvenanceSettings}
MOST_NAMES = 50
"""names of texts that are looked at for the nearest, and listed"""
GIVEN_OUT = compile_lazily(r"[A-Z][1-9]?\d*")
"""the form of the sigla of versions that have none of their own"""
LocatedMessages = Iterator[tuple[YamlPath, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawVersionEntry:
    """An entry of `versions` as far as it can be read; None is what is missing or no text."""

    place: YamlPath
    siglum: str | None
    file: str | None
    part: str | None
    encoding: str | None


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
        rank=made.rank,
        group=made.group or "",
        unit=made.unit,
        meaning=made.meaning,
        schemes=None if made.schemes is None else tuple(made.schemes),
        comparisons=made.comparisons,
        formerly=tuple(made.formerly or ()),
        downloads=tuple(made.downloads or ()),
        fold=made.fold,
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
        in_force=build_period_plan(entry),
    )


def build_period_plan(entry: VersionSettings) -> PeriodPlan:
    """Turn what an entry says of the time in force into a plan."""
    said = entry.in_force
    if said is None:
        return PeriodPlan()
    return PeriodPlan(start=said.start, until=said.until, clauses=tuple((said.clauses or {}).items()))


def find_file(entry: VersionSettings, files: Sequence[str]) -> str:
    """Return the text that an entry means; `check_entries` has seen to it that there is one."""
    if entry.amends and not entry.file:
        return entry.amends.instrument
    return entry.file or files[0]


def make_file_check(files: Sequence[str]) -> Callable[[str], str | None]:
    """Return what says why a name in document.yml is none of the folder's texts, or None if it is one."""

    def complaint(name: str) -> str | None:
        if name in files:
            return None
        if name.startswith(("/", "~")) or ":" in name or "\\" in name or ".." in name.split("/"):
            return f"“{name}” leads out of the folder: put the text into it, and write its name only"
        meant = find_nearest(name, files[:MOST_NAMES])
        there = ", ".join(files[:MOST_NAMES]) + ("" if len(files) <= MOST_NAMES else " …") or "none"
        hint = f"did you mean “{meant}”?" if meant else f"the texts here are: {there}"
        return f"there is no text “{name}” in this folder; {hint}"

    return complaint


def check_entries(tree: YamlTree, files: Sequence[str]) -> tuple[Problem, ...]:
    """Find what contradicts itself in a document.yml.

    Args:
        tree: the file.
        files: names of the texts in the folder.
    """
    settings = tree.value if isinstance(tree.value, dict) else {}
    entries = tuple(read_entries(settings.get("versions"), files))
    found = (
        *find_repeated_sigla(entries),
        *find_unclear_files(entries),
        *find_repeated_versions(entries),
        *find_amended_files(settings.get("versions")),
        *find_contradictory_encodings(entries),
        *find_unknown_base(settings.get("base"), entries, files),
        *find_unknown_pairs(settings.get("comparisons"), entries, files),
    )
    return tuple(tree.problem(place, message) for place, message in found)


def read_entries(listed: object, files: Sequence[str]) -> Iterator[RawVersionEntry]:
    """Read what can be read of the entries; where the folder holds one text, that is meant."""
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(entry, dict):
            texts = {key: value for key, value in entry.items() if isinstance(value, str)}
            only = files[0] if len(files) == 1 else None
            yield RawVersionEntry(
                place=("versions", index),
                siglum=texts.get("siglum"),
                file=texts.get("file", read_instrument_name(entry) or only),
                part=texts.get("part"),
                encoding=texts.get("encoding"),
            )


def read_instrument_name(entry: dict[str, object]) -> str | None:
    """Return the instrument by which a version is derived, as far as it can be read."""
    amends = entry.get("amends")
    name = amends.get("instrument") if isinstance(amends, dict) else None
    return name if isinstance(name, str) else None


def find_amended_files(listed: object) -> LocatedMessages:
    """A derived version has no text of its own, and an instrument does not amend itself."""
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        amends = entry.get("amends") if isinstance(entry, dict) else None
        if not isinstance(amends, dict):
            continue
        if entry.get("file") not in (None, amends.get("instrument")):
            yield (
                ("versions", index, "file"),
                "file: this version is derived (`amends:`) and has no text of its own: leave `file:` out",
            )
        if amends.get("base") == amends.get("instrument"):
            yield ("versions", index, "amends"), "amends: base and instrument are the same text"


def find_repeated_sigla(entries: Sequence[RawVersionEntry]) -> LocatedMessages:
    """Sigla must differ, whatever the case of letters: they name anchors and pages."""
    taken: dict[str, int] = {}
    for number, entry in enumerate(entries, start=1):
        if entry.siglum is not None:
            first = taken.setdefault(entry.siglum.casefold(), number)
            if first != number:
                message = (
                    f"siglum: “{entry.siglum}” is taken by entry {first}; sigla differ by more than case"
                )
                yield (*entry.place, "siglum"), message


def find_unclear_files(entries: Sequence[RawVersionEntry]) -> LocatedMessages:
    """Every entry must say which text it means, unless there is only one."""
    for entry in entries:
        if entry.file is None:
            yield entry.place, "say which text this is (`file: …`): the folder does not hold exactly one"


def find_repeated_versions(entries: Sequence[RawVersionEntry]) -> LocatedMessages:
    """A text, or a part of it, is one version; a text is either whole or taken apart."""
    parts: dict[str, dict[str | None, int]] = {}
    for number, entry in enumerate(entries, start=1):
        if entry.file is None:
            continue
        seen = parts.setdefault(entry.file, {})
        if entry.part in seen:
            what = f"“{entry.file}”" + (f" part {entry.part}" if entry.part else "")
            yield (
                entry.place,
                f"{what} is entry {seen[entry.part]} already: remove one, or give each its `part:`",
            )
        elif seen and None in {entry.part, *seen}:
            message = (
                f"“{entry.file}” stands here as a whole and in parts: give every entry of it its `part:`"
            )
            yield entry.place, message
        seen.setdefault(entry.part, number)


def find_contradictory_encodings(entries: Sequence[RawVersionEntry]) -> LocatedMessages:
    """A file has one encoding, whichever of its parts says so."""
    said: dict[str, str] = {}
    for entry in entries:
        if entry.file is not None and entry.encoding is not None:
            first = said.setdefault(entry.file, entry.encoding)
            if first != entry.encoding:
                message = f"encoding: “{entry.file}” was said to be {first} above; a file has one encoding"
                yield (*entry.place, "encoding"), message


def find_unknown_base(
    base: object, entries: Sequence[RawVersionEntry], files: Sequence[str]
) -> LocatedMessages:
    """The base must be a version; where sigla are given out, that is held against them when texts are cut."""
    if isinstance(base, str) and (message := explain_unknown_siglum(base, entries, files)):
        yield ("base",), f"base: {message}"


def find_unknown_pairs(
    said: object, entries: Sequence[RawVersionEntry], files: Sequence[str]
) -> LocatedMessages:
    """Comparisons are of versions; as for the base."""
    listed = [each for each in said if isinstance(each, str)] if isinstance(said, list) else []
    for each in find_unknown_sigla(listed, ()):
        if message := explain_unknown_siglum(each, entries, files):
            yield ("comparisons",), f"comparisons: {message}"


def explain_unknown_siglum(
    named: str, entries: Sequence[RawVersionEntry], files: Sequence[str]
) -> str | None:
    """Say why no version can bear a siglum; None if one does, or may when sigla are given out."""
    sigla = known_sigla(entries, files)
    if sigla:
        return None if named in sigla else f"“{named}” is no siglum; the sigla are {', '.join(sigla)}"
    if GIVEN_OUT.fullmatch(named) or any(entry.siglum == named for entry in entries):
        return None
    if not SIGLUM.fullmatch(named):
        return None  # of which the model tells
    return f"“{named}” is no siglum: no entry gives it, and those that are given out are A, B, C …"


def known_sigla(entries: Sequence[RawVersionEntry], files: Sequence[str]) -> list[str]:
    """Return the sigla, if it is known which there are: every text is listed, every entry has its siglum."""
    sigla = [entry.siglum for entry in entries if entry.siglum is not None]
    known = len(sigla) == len(entries) and {entry.file for entry in entries} >= set(files)
    return sigla if known else []
