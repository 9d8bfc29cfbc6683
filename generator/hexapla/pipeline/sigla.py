"""The sigla that a document's versions bear, as lines of its `document.yml`."""

from collections.abc import Mapping
from dataclasses import replace

from hexapla.collection import (
    DocumentFiles,
    NamedVersion,
    RawFile,
    choose_kept_sigla,
    load_document,
    segment_collected,
    write_sigla,
)
from hexapla.collection.folder import SETTINGS
from hexapla.errors import HexaplaError, UsageError

VersionKey = tuple[str, int]
"""a source's path, and which of the versions in it"""


def write_pinned_settings(material: DocumentFiles, published: Mapping[VersionKey, str]) -> bytes:
    """Return a document's `document.yml` in which each version bears its siglum.

    Args:
        material: the document's files.
        published: sigla of a site, by version; empty: as they are now.

    Raises:
        SettingsError, SourceError: the document cannot be read.
        UsageError: the file is not written so that lines can be put in.
    """
    document = segment_collected(load_document(material))
    there: list[tuple[VersionKey, str]] = []
    for version in document.versions:
        place = sum(path == version.source.path for (path, _), _ in there)
        there.append(((version.source.path, place), version.siglum))
    sigla = choose_kept_sigla(there, published)
    named = [
        NamedVersion(file=version.source.path.removeprefix(material.prefix), part=version.part, siglum=siglum)
        for version, siglum in zip(document.versions, sigla, strict=True)
    ]
    shown = material.settings.shown if material.settings else f"{material.path}/{SETTINGS}"
    data = write_sigla(shown, material.settings.data if material.settings else b"", named)
    check_written(material, shown, data, {each.file: each for each in named}, sigla)
    return data


def check_written(
    material: DocumentFiles, shown: str, data: bytes, named: Mapping[str, NamedVersion], sigla: list[str]
) -> None:
    """Read what was written as the next build will, before it is kept.

    Raises:
        UsageError: versions would not bear these sigla.
    """
    path = f"{material.prefix}{SETTINGS}"
    raw = replace(material.settings or RawFile(path=path, shown=shown), data=data)
    try:
        read = segment_collected(load_document(replace(material, settings=raw)))
    except HexaplaError as error:
        raise UsageError(f"{shown}: sigla cannot be put in here: {error}") from error
    if sorted(version.siglum for version in read.versions) != sorted(sigla) or not named:
        raise UsageError(f"{shown}: sigla cannot be put in here; write `siglum:` into each entry by hand.")
