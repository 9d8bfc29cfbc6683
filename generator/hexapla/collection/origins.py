"""What document.yml says of an import: where each text came from, its hashes, what was set aside."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

import regex

from hexapla.collection.folder import SETTINGS
from hexapla.collection.tree import parse
from hexapla.errors import SettingsError
from hexapla.model import Completeness, Document, Version

__all__ = ["Origin", "dumped", "recorded"]

HEAD = "# Made by `hexapla import`; sha256 of the lines below: "
FIRST = regex.compile(regex.escape(HEAD) + r"(?P<hash>[0-9a-f]{64})\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an imported text came from."""

    version: Version
    file: str
    """name of the text"""
    text_sha256: str
    """of the text as it was written"""
    set_aside: tuple[tuple[str, int], ...]
    """kinds and characters"""


def dumped(document: Document, origins: Sequence[Origin]) -> str:
    """Write a document.yml; its first line holds the hash of the others, by which an edit is seen."""
    aside: Counter[tuple[str, str]] = Counter()
    for each in document.set_aside:
        aside[each.file or "", each.kind] += sum(end - start for start, end in each.spans)
    lines = [
        f"# set aside outside the versions: {kind} {count} ({quoted(PurePath(file).name)})"
        for (file, kind), count in sorted(aside.items())
    ]
    lines += [f"title: {quoted(document.title)}", "versions:"]
    for origin in origins:
        lines += entry(origin)
    rest = "".join(f"{line}\n" for line in lines)
    return f"{HEAD}{sha256(rest.encode()).hexdigest()}\n{rest}"


def entry(origin: Origin) -> Iterator[str]:
    """Write the lines of one version."""
    version = origin.version
    yield f"  - file: {quoted(origin.file)}"
    yield f"    siglum: {version.siglum}"
    yield f"    label: {quoted(version.label)}"
    if version.title:
        yield f"    title: {quoted(version.title)}"
    if version.issued:
        yield f"    issued: {version.issued}"
    if version.completeness is not Completeness.WHOLE:
        yield f"    completeness: {version.completeness.value}"
    path = PurePath(version.source.path)
    yield "    imported:"
    yield f"      file: {quoted(path.name if path.is_absolute() else path.as_posix())}"
    if version.part is not None:
        yield f"      part: {version.part}"
    yield f"      sha256: {version.source.sha256}"
    yield f"      text_sha256: {origin.text_sha256}"
    if origin.set_aside:
        told = ", ".join(f"{kind} {count}" for kind, count in origin.set_aside)
        yield f"      set_aside: {quoted(told)}"


def quoted(text: str) -> str:
    """Write a text so that YAML reads it as it is, on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def recorded(data: bytes) -> dict[str, str]:
    """Read which hashes an import wrote down: of each text, and of document.yml itself."""
    try:
        value = parse(SETTINGS, data).value
    except SettingsError:
        return {}
    found = {}
    entries = value.get("versions") if isinstance(value, dict) else None
    for each in entries if isinstance(entries, list) else ():
        imported = each.get("imported") if isinstance(each, dict) else None
        if isinstance(imported, dict) and isinstance(each, dict):
            file, known = each.get("file"), imported.get("text_sha256")
            if isinstance(file, str) and isinstance(known, str):
                found[file] = known
    first = FIRST.match(data.partition(b"\n")[0].decode("utf-8", "replace"))
    return found | ({SETTINGS: first["hash"]} if first else {})
