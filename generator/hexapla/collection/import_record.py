"""What document.yml says of an import: where each text came from, its hashes, what was set aside."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

import regex

from hexapla.collection.folder import SETTINGS
from hexapla.collection.merge_imports import merge_imports, quote_yaml
from hexapla.collection.yaml_tree import parse_yaml
from hexapla.errors import SettingsError
from hexapla.model import Completeness, Document, Version

HEAD = "# Made by `hexapla import`; sha256 of the lines below: "
MOST_DIGITS = 9
FIRST = regex.compile(regex.escape(HEAD) + r"(?P<hash>[0-9a-f]{64})\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrigin:
    """Where an imported text came from."""

    version: Version
    file: str
    """name of the text"""
    raw: str
    """path of the file that it was made of"""
    text_sha256: str
    """of the text as it was written"""
    set_aside: tuple[tuple[str, int], ...]
    """kinds and characters"""


def write_document_yml(document: Document, origins: Sequence[ImportOrigin], before: bytes) -> str:
    """Write a document.yml; its first line holds the hash of the others, by which an edit is seen.

    `before` is what is there: what an import wrote of other texts is kept.
    """
    aside: Counter[tuple[str, str]] = Counter()
    for each in document.set_aside:
        aside[each.file or "", each.kind] += sum(end - start for start, end in each.spans)
    lines = [
        f"# set aside outside the versions: {kind} {count} ({quote_yaml(PurePath(file).name)})"
        for (file, kind), count in sorted(aside.items())
    ]
    lines += [f"title: {quote_yaml(document.title)}", "versions:"]
    for origin in origins:
        lines += write_entry(origin)
    rest = "".join(f"{line}\n" for line in lines)
    first, _, old = before.decode("utf-8", "replace").partition("\n")
    if FIRST.match(first):
        rest = merge_imports(old, rest)
    return f"{HEAD}{sha256(rest.encode()).hexdigest()}\n{rest}"


def write_entry(origin: ImportOrigin) -> Iterator[str]:
    """Write the lines of one version."""
    version = origin.version
    yield f"  - file: {quote_yaml(origin.file)}"
    yield f"    siglum: {version.siglum}"
    yield f"    label: {quote_yaml(version.label)}"
    if version.titled:
        yield f"    title: {quote_yaml(version.title)}"
    if version.issued:
        yield f"    issued: {version.issued}"
    if version.completeness is not Completeness.WHOLE:
        yield f"    completeness: {version.completeness.value}"
    yield "    imported:"
    yield f"      file: {quote_yaml(origin.raw)}"
    if version.part is not None:
        yield f"      part: {version.part}"
    yield f"      sha256: {version.source.sha256}"
    yield f"      text_sha256: {origin.text_sha256}"
    if origin.set_aside:
        told = ", ".join(f"{kind} {count}" for kind, count in origin.set_aside)
        yield f"      set_aside: {quote_yaml(told)}"


TextKey = tuple[str, int | None]
"""path of a raw file, and the part of it if it holds several versions"""


def read_text_keys(data: bytes) -> dict[TextKey, str]:
    """Read which text was made of what."""
    return {
        (str(imported["file"]), read_part_number(imported.get("part"))): file
        for file, imported in read_imports(data)
        if isinstance(imported.get("file"), str)
    }


def read_part_number(value: object) -> int | None:
    """Read a part's number: settings are texts or numbers."""
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < MOST_DIGITS else None


def read_hashes(data: bytes) -> dict[str, str]:
    """Read which hashes an import wrote down: of each text, and of document.yml itself."""
    found = {
        file: known
        for file, imported in read_imports(data)
        if isinstance(known := imported.get("text_sha256"), str)
    }
    first = FIRST.match(data.partition(b"\n")[0].decode("utf-8", "replace"))
    return found | ({SETTINGS: first["hash"]} if first else {})


def read_imports(data: bytes) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the name of each text that an import wrote, and what was written down of it."""
    try:
        value = parse_yaml(SETTINGS, data).value
    except SettingsError:
        return
    entries = value.get("versions") if isinstance(value, dict) else None
    for each in entries if isinstance(entries, list) else ():
        imported = each.get("imported") if isinstance(each, dict) else None
        file = each.get("file") if isinstance(each, dict) else None
        if isinstance(imported, dict) and isinstance(file, str):
            yield file, {str(key): known for key, known in imported.items()}
