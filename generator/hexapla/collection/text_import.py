"""Raw files → a document's folder: clean texts, and a document.yml that says where each came from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hexapla.collection.clean_text import write_clean_text
from hexapla.collection.file_names import (
    compose_name,
    document_id,
    is_device_name,
    make_printable,
    shorten_paths,
)
from hexapla.collection.folder import SETTINGS, file_mode, is_folder, is_ignored
from hexapla.collection.import_record import (
    ImportOrigin,
    TextKey,
    read_hashes,
    read_text_keys,
    write_document_yml,
)
from hexapla.collection.load import load_files
from hexapla.collection.settings_fit import segment_collected
from hexapla.errors import UsageError
from hexapla.findings import Finding
from hexapla.model import Document, Version
from hexapla.output import write_all
from hexapla.plan import Plan

SUFFIX = ".txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did."""

    document: Document
    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    findings: tuple[Finding, ...]
    """about the folder of the files; the document has its own"""


def import_files(files: Sequence[Path], into: Path, *, force: bool = False) -> ImportResult:
    """Turn files, or one compilation, into a folder of texts that people can edit.

    Args:
        files: the versions, in order.
        into: the document's folder; it may exist.
        force: overwrite texts that were edited since they were imported.

    Post-conditions:
        1. Each text segments to the same clauses as what it was made of.
        2. The same import again changes no file.
        3. Nothing is written unless everything can be.

    Raises:
        UsageError: a file in the way was edited or made by hand, or there is no version.
        SourceError: a file cannot be read.
        SettingsError: the files' own settings are wrong.
    """
    loaded = load_files(files)
    document = segment_collected(loaded)
    if not document.versions:
        raise UsageError("there is no text in these files: nothing was imported")
    if file_mode(into) and not is_folder(into):
        raise UsageError(f"{make_printable(into.as_posix())} is a file: name a folder")
    before = read_content(into / SETTINGS) or b""
    raws = raw_paths(files, into)
    texts = write_texts(document, loaded.plan, name_files(document, raws, read_text_keys(before)))
    origins = [
        describe_origin(version, name, text, raws.get(version.source.path, version.source.path))
        for version, (name, text) in zip(document.versions, texts, strict=True)
    ]
    settings = write_document_yml(document, origins, before)
    wanted = {into / name: text.encode() for name, text in texts} | {into / SETTINGS: settings.encode()}
    changed = {path: data for path, data in wanted.items() if read_content(path) != data}
    if not force:
        keep_settings(into, changed, origins)
        refuse_edited(into, changed)
    if changed:
        into.mkdir(parents=True, exist_ok=True)
        inputs = [each for path in files for each in (path.iterdir() if path.is_dir() else (path,))]
        write_all(changed, inputs=inputs)
    unchanged = tuple(path for path in wanted if path not in changed)
    return ImportResult(
        document=document, written=tuple(changed), unchanged=unchanged, findings=loaded.findings
    )


def name_files(document: Document, raws: Mapping[str, str], made: Mapping[TextKey, str]) -> list[str]:
    """Name the versions' files after their labels; those that were imported before keep their names.

    `made` says what each text of the folder was made of: a name that is another file's is not taken again.
    """
    out: list[str] = []
    for version in document.versions:
        path = version.source.path
        known = made.get((raws.get(path, path), version.part))
        stem = document_id(Path(version.label).stem or version.siglum) if version.part is None else ""
        stem = stem or document_id(version.label or version.siglum)
        taken = {name.casefold() for name in (*made.values(), *out)}
        if known is None and (stem + SUFFIX).casefold() in taken:
            stem = document_id(Path(path).stem)
        name = stem + SUFFIX
        if name.casefold() in taken or is_ignored(name) or is_device_name(name):
            stem = f"{version.siglum}-{stem}"
        out.append(known or stem + SUFFIX)
    return out


def write_texts(document: Document, plan: Plan, names: Sequence[str]) -> list[tuple[str, str]]:
    """Write the versions' texts; each with the name of its file."""
    return [
        (name, write_clean_text(version, name, plan))
        for version, name in zip(document.versions, names, strict=True)
    ]


def raw_paths(files: Sequence[Path], into: Path) -> dict[str, str]:
    """Return how document.yml names each file, by its source's path.

    That is the path from the folder above the collection (`raw/a.docx` beside `source_texts/`), where texts
    and raw files are kept together; what lies elsewhere on a machine is named as its source is.
    """
    project = into.resolve().parent.parent
    found = {}
    for name, path in zip(shorten_paths(files), files, strict=True):
        whole = path.resolve()
        if project.parent != project and whole.is_relative_to(project) and not is_folder(path):
            found[name] = compose_name(whole.relative_to(project).as_posix())
    return found


def describe_origin(version: Version, name: str, text: str, raw: str) -> ImportOrigin:
    """Say where a text came from and what was set aside on the way."""
    aside: Counter[str] = Counter()
    for each in version.set_aside:
        aside[each.kind] += sum(end - start for start, end in each.spans)
    return ImportOrigin(
        version=version,
        file=name,
        raw=raw,
        text_sha256=sha256(text.encode()).hexdigest(),
        set_aside=tuple(sorted(aside.items())),
    )


def read_content(path: Path) -> bytes | None:
    """Return what is in a file; None if there is none."""
    return path.read_bytes() if path.is_file() else None


def keep_settings(into: Path, changed: dict[Path, bytes], origins: Sequence[ImportOrigin]) -> None:
    """Leave settings that were edited since they were written, where they tell of the same texts."""
    known = read_hashes(read_content(into / SETTINGS) or b"")
    if {each.file: each.text_sha256 for each in origins}.items() <= known.items():
        changed.pop(into / SETTINGS, None)


def refuse_edited(into: Path, changed: dict[Path, bytes]) -> None:
    """Leave alone what is not as an import left it.

    Raises:
        UsageError: naming all such files.
    """
    before = read_content(into / SETTINGS)
    known = read_hashes(before or b"")
    edited = [make_printable(path.as_posix()) for path in changed if is_edited(path, known)]
    if edited:
        what = "was" if len(edited) == 1 else "were"
        raise UsageError(
            f"{', '.join(edited)} {what} edited since the import, or not made by it: nothing was written. "
            "Import into another folder, or overwrite with --force"
        )


def is_edited(path: Path, known: Mapping[str, str]) -> bool:
    """Tell whether a file is there, and is not as an import wrote it."""
    data = read_content(path)
    return data is not None and sha256(hashed_part(path, data)).hexdigest() != known.get(path.name)


def hashed_part(path: Path, data: bytes) -> bytes:
    """Return what a file's recorded hash is of: of document.yml all but its first line, which holds it."""
    return data.partition(b"\n")[2] if path.name == SETTINGS else data
