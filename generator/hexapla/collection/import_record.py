"""What document.yml says of an import: where each text came from, its hashes, what was set aside.

Versions come one by one, over years. What an earlier import into the same folder wrote down of the others is
kept, line by line.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import PurePath

import regex

from hexapla.collection.folder import SETTINGS
from hexapla.collection.yaml_tree import parse_yaml
from hexapla.errors import SettingsError
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Completeness, Document, Version
from hexapla.segmentation.common_title import find_common_title

HEAD = "# Made by `hexapla import`; sha256 of the lines below: "
MOST_DIGITS = 9
FIRST = compile_lazily_with_properties(regex.escape(HEAD) + r"(?P<hash>[0-9a-f]{64})\n?")
TextKey = tuple[str, int | None]
"""path of a raw file, and the part of it if it holds several versions"""
FILE = compile_lazily_with_properties(r'  - file: (?P<file>".*")')
SIGLUM = compile_lazily_with_properties(r"    siglum: (?P<siglum>[A-Za-z][A-Za-z0-9]*)")
TITLE = compile_lazily_with_properties(r'    title: (?P<title>".*")')
ISSUED = compile_lazily_with_properties(r"    issued: (?P<date>[0-9-]+)")
LABEL = "    label: "
NOTE = "# set aside outside the versions: "
ALPHABET = 26


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


@dataclass(frozen=True, slots=True)
class DocumentYmlLines:
    """The lines of a document.yml as an import writes them, without the first."""

    notes: tuple[str, ...]
    title: str
    entries: dict[str, tuple[str, ...]]
    """of each version, by the name of its text"""


def write_document_yml(document: Document, origins: Sequence[ImportOrigin], before: bytes) -> str:
    """Write a document.yml; its first line holds the hash of the others, by which an edit is seen.

    `before` is what is there: what an import wrote of other texts is kept.
    """
    aside: Counter[tuple[str, str]] = Counter()
    for each in document.set_aside:
        aside[each.file or "", each.kind] += sum(end - start for start, end in each.spans)
    lines = [
        f"{NOTE}{kind} {count} ({quote_yaml(PurePath(file).name)})"
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


def merge_imports(old: str, new: str) -> str:
    """Return the lines of both, without a first line that holds their hash.

    Args:
        old: the lines below the first, as an import wrote them; of another shape they say nothing.
        new: the same, as this import writes them.

    Post-conditions:
        1. What `new` says of a text goes before what `old` says, but for the siglum, which links contain.
        2. Sigla are unique. Texts stand in their old order, new ones after them; by date if all are dated.
        3. Of two versions with one label, the later import has none: it gets another when both are read.
    """
    before, after = split_settings(old), split_settings(new)
    if before is None or after is None or before.entries.keys() <= after.entries.keys():
        return new
    files = {file for note in after.notes for file in [note.rpartition(" (")[2]]}
    notes = [*(note for note in before.notes if note.rpartition(" (")[2] not in files), *after.notes]
    taken = {entry_siglum(entry) for entry in before.entries.values()}
    entries = dict(before.entries)
    for file, entry in after.entries.items():
        own = (
            entry_siglum(before.entries[file])
            if file in before.entries
            else choose_siglum(entry_siglum(entry), taken)
        )
        taken.add(own)
        others = {line for other, known in entries.items() if other != file for line in known}
        kept = (line for line in entry if not (line.startswith(LABEL) and line in others))
        entries[file] = tuple(SIGLUM.sub(f"    siglum: {own}", line) for line in kept)
    ordered = list(order_by_date(entries))
    head = [*notes, merge_title(before.title, ordered), "versions:"]
    lines = [*head, *(line for entry in ordered for line in entry)]
    return "".join(f"{line}\n" for line in lines)


def split_settings(text: str) -> DocumentYmlLines | None:
    """Take lines apart; None where an import would not have written them so."""
    lines = text.splitlines()
    notes = tuple(line for line in lines if line.startswith(NOTE))
    title, *rest = lines[len(notes) :] or [""]
    if not title.startswith("title: ") or rest[:1] != ["versions:"]:
        return None
    entries: dict[str, list[str]] = {}
    current: list[str] = []
    for line in rest[1:]:
        begun = FILE.fullmatch(line)
        if begun:
            current = entries.setdefault(str(json.loads(begun["file"])), [])
        elif not line.startswith("    ") or not entries:
            return None
        current.append(line)
    return DocumentYmlLines(notes, title, {file: tuple(entry) for file, entry in entries.items()})


def entry_siglum(entry: Sequence[str]) -> str:
    """Return the siglum of an entry; empty if it has none."""
    return next((found["siglum"] for line in entry if (found := SIGLUM.fullmatch(line))), "")


def merge_title(known: str, entries: Sequence[Sequence[str]]) -> str:
    """Return the line of the document's title: what the versions share, if it was that of one of them."""
    lines = (line for entry in entries for line in entry)
    titles = [str(json.loads(found["title"])) for line in lines if (found := TITLE.fullmatch(line))]
    if known.removeprefix("title: ") not in map(quote_yaml, titles):
        return known
    shared = find_common_title(titles[-1], titles)
    return f"title: {quote_yaml(shared)}" if shared else known


def quote_yaml(text: str) -> str:
    """Write a text so that YAML reads it as it is, on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def choose_siglum(wanted: str, taken: set[str]) -> str:
    """Return the siglum that is wanted, or the next free letter."""
    names = (chr(ord("A") + n % ALPHABET) + str(n // ALPHABET or "") for n in count())
    return wanted if wanted not in taken else next(name for name in names if name not in taken)


def order_by_date(entries: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield entries by their dates, if all have one."""
    dates = {
        file: next((found["date"] for line in entry if (found := ISSUED.fullmatch(line))), None)
        for file, entry in entries.items()
    }
    if all(dates.values()):
        yield from (entries[file] for file in sorted(entries, key=lambda file: dates[file] or ""))
    else:
        yield from entries.values()
