"""What a site says of itself: its manifest, `provenance.json`, and the README of a copy that is taken away.

The manifest says what the site was made from, and what must stand on its pages. It is written a document at a
time: for a large collection it is larger than all that a build keeps in memory.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NotRequired, TypedDict

from hexapla.pipeline import BuiltSite
from hexapla.pipeline.provenance import DocumentEntry
from hexapla.version import VERSION

NAME = "provenance.json"
SCHEMA = "hexapla-provenance/1"
STAGED = "staged"
"""setting of a manifest that another builder's site carries: its files are not known when it is written"""
FORMER = "former"
"""name of what says where addresses of earlier sites lead"""
README = "README.txt"
BOM = "\ufeff"
"""old editors on Windows take a text for one of their own code page without it"""
HEAD = """\
Open index.html with a browser (double click). Nothing needs to be installed; nothing asks the network.
双击 index.html 用浏览器打开。无需安装，不访问网络。

This is a set of texts in several versions, aligned clause by clause and compared. It was made by {software}.
Every page, the search, the filters and the downloads work from this folder. Unpack the whole archive first.
本包是多个文本的各个版本，逐条对齐、逐字比较。请先将压缩包全部解压。

HOW TO VERIFY / 如何核验
  hexapla verify FILE.zip
  hexapla verify FILE.zip --sources FOLDER
The first proves from the pages that no text was lost and that every file is the one that was built, the
second also that these are the files that were read. Both are held against {name}, which names the
sha256 of every file here, this one too. The unpacked folder will do for FILE.zip.

SOURCES / 来源 (sha256)
"""


class Manifest(TypedDict):
    """The whole file."""

    schema: str
    software: str
    settings: dict[str, str | bool]
    documents: list[DocumentEntry]
    former: NotRequired[dict[str, str]]
    """address of an earlier site → address of the page that has the same now"""
    files: dict[str, str]
    """sha256 of every file of the site, by path"""


def write_manifest(
    site: BuiltSite,
    site_dir: Path,
    settings: dict[str, str | bool],
    former: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the manifest of a finished site into it.

    Args:
        site: what was built.
        site_dir: where it stands as files.
        settings: what decides the form of the pages.
        former: where addresses of earlier sites lead.
    """
    with (site_dir / NAME).open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(dump_manifest(site, site_dir, settings, former))


def dump_manifest(
    site: BuiltSite, site_dir: Path, settings: dict[str, str | bool], former: Mapping[str, str]
) -> Iterator[str]:
    """Yield the manifest's text, a line for each document and each file."""
    yield "{\n"
    yield f' "schema": {json.dumps(SCHEMA)},\n'
    yield f' "software": {json.dumps(f"hexapla {VERSION}")},\n'
    yield f' "settings": {json.dumps(settings, ensure_ascii=False)},\n'
    yield ' "documents": ['
    for number, entry in enumerate(site.provenance):
        yield (",\n  " if number else "\n  ") + site.store.get(entry).decode()
    yield "\n ],\n"
    if former:
        yield f' "{FORMER}": {json.dumps(dict(sorted(former.items())), ensure_ascii=False)},\n'
    yield ' "files": {'
    found = () if settings.get(STAGED) else (name for name in list_files(site_dir) if name != NAME)
    for number, name in enumerate(found):
        digest = hashlib.sha256((site_dir / name).read_bytes()).hexdigest()
        yield ",\n  " if number else "\n  "
        yield f'{json.dumps(name, ensure_ascii=False)}: "{digest}"'
    yield "\n }\n}\n"


def list_files(folder: Path) -> list[str]:
    """Return the posix paths of all files in a folder, sorted.

    They are texts, not `Path`s, which are ten times as large: a large site has tens of thousands.
    """
    top = os.fspath(folder)
    below = (
        (place[len(top) :].replace(os.sep, "/"), each) for place, _, files in os.walk(top) for each in files
    )
    found = (f"{place}/{name}".lstrip("/") for place, name in below)
    return sorted(name for name in found if (folder / name).is_file())


def write_readme(documents: Iterable[DocumentEntry]) -> bytes:
    """Write the file; lines end as on Windows."""
    lines = [HEAD.format(software=f"hexapla {VERSION}", name=NAME)]
    for document in documents:
        lines.append(f"{document['id']}\n")
        lines += [f"  {source['sha256']}  {source['path']}\n" for source in document["sources"]]
    return (BOM + "".join(lines)).replace("\n", "\r\n").encode()
