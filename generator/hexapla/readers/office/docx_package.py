"""A Word package that is changed in few of its parts: all others keep their bytes."""

import posixpath
from collections.abc import Iterator
from hashlib import sha256
from typing import Final, NamedTuple

from lxml import etree

from hexapla.archive import pack
from hexapla.readers.xml_parser import Element, parse_xml
from hexapla.readers.zip_archive import ZipArchive

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
RELATION: Final = f"{{{PACKAGE}relationships}}"
TYPES: Final = f"{{{PACKAGE}content-types}}"
CONTENT_TYPES: Final = "[Content_Types].xml"
DOCUMENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS: Final = "vbaProject"
"""the kind of relation that only a document with macros may have"""


class PartRelation(NamedTuple):
    """What a part refers to."""

    id: str
    kind: str
    """the last word of its type"""
    type: str
    target: str
    """name of a part, or an address"""
    external: bool


class WordPackage:
    """The parts of a document; what is parsed is kept, and written anew only if it was changed."""

    def __init__(self, path: str, data: bytes) -> None:
        """Open a document.

        Raises:
            SourceError: it is none, is damaged, or exceeds a limit.
        """
        self.path = path
        archive = ZipArchive(path, data, what="Word document")
        self.parts: dict[str, bytes] = {}
        for name in archive.entries:
            if not name.endswith("/") and (part := archive.read(name)) is not None:
                self.parts[name] = part
        self.trees: dict[str, Element] = {}
        self.changed: set[str] = set()
        main = (each.target for each in self.relations("") if each.kind == "officeDocument")
        self.main = next(main, "word/document.xml")

    @property
    def body(self) -> Element | None:
        """The body; None where it is not in the vocabulary that most programs write."""
        return self.tree(self.main).find(f"{W}body") if self.main in self.parts else None

    def tree(self, name: str) -> Element:
        """Return the tree of a part, which is changed in place; then `touch` it."""
        if name not in self.trees:
            self.trees[name] = parse_xml(self.path, self.parts[name], name=name)
        return self.trees[name]

    def touch(self, name: str) -> None:
        """Say that a tree was changed."""
        self.changed.add(name)

    def relations(self, name: str) -> list[PartRelation]:
        """Return what a part refers to, in order."""
        own = relations_name(name)
        if own not in self.parts:
            return []
        return [read_relation(name, each) for each in self.tree(own) if each.tag == f"{RELATION}Relationship"]

    def related(self, name: str, kind: str) -> str | None:
        """Return the first part of a kind to which a part refers, if it is there."""
        found = (each.target for each in self.relations(name) if each.kind == kind and not each.external)
        return next((target for target in found if target in self.parts), None)

    def add_relation(self, name: str, kind: str, target: str, *, external: bool = False) -> str:
        """Let a part refer to another, or to an address; return the relation's id."""
        own = relations_name(name)
        if own not in self.parts:
            self.parts[own] = f'<Relationships xmlns="{PACKAGE}relationships"/>'.encode()
        self.touch(own)
        root = self.tree(own)
        taken = {each.get("Id") for each in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        shown = target if external else posixpath.relpath("/" + target, "/" + posixpath.dirname(name))
        made = etree.SubElement(root, f"{RELATION}Relationship", Id=f"rId{number}")
        made.set("Type", kind if "/" in kind else OFFICE + kind)
        made.set("Target", shown)
        if external:
            made.set("TargetMode", "External")
        return f"rId{number}"

    def add_part(self, name: str, data: bytes, content_type: str) -> None:
        """Add a part."""
        self.parts[name] = data
        self.touch(CONTENT_TYPES)
        root = self.tree(CONTENT_TYPES)
        etree.SubElement(root, f"{TYPES}Override", PartName=f"/{name}", ContentType=content_type)

    def content_type(self, name: str) -> str:
        """Return what a part is: by its name, else by its suffix."""
        suffix = posixpath.splitext(name)[1].lstrip(".").lower()
        default = "application/octet-stream"
        for each in self.tree(CONTENT_TYPES) if CONTENT_TYPES in self.parts else ():
            if each.get("PartName", "").lstrip("/") == name:
                return each.get("ContentType", default)
            if each.get("Extension", "").lower() == suffix:
                default = each.get("ContentType", default)
        return default

    def digest(self, name: str) -> str:
        """Return the digest of a part; of one that is not there its name."""
        return sha256(self.parts[name]).hexdigest() if name in self.parts else name

    def make_plain_document(self) -> None:
        """Make a document of one with macros, or of a template: it bears a document's name."""
        root = self.tree(CONTENT_TYPES)
        for each in root:
            if each.get("PartName", "").lstrip("/") == self.main and each.get("ContentType") != DOCUMENT_TYPE:
                each.set("ContentType", DOCUMENT_TYPE)
                self.touch(CONTENT_TYPES)
        own = relations_name(self.main)
        for relation in self.relations(self.main):
            if relation.kind == MACROS:
                self.parts.pop(relation.target, None)
                self.parts.pop(relations_name(relation.target), None)
                remove_named(self.tree(own), "Id", relation.id)
                remove_named(root, "PartName", f"/{relation.target}")
                self.touch(own)

    def pack(self) -> bytes:
        """Write the package."""
        return pack({name: self.part_bytes(name) for name in self.parts})

    def part_bytes(self, name: str) -> bytes:
        """Return a part's bytes."""
        if name not in self.changed:
            return self.parts[name]
        return etree.tostring(
            self.trees[name], xml_declaration=True, encoding="UTF-8", standalone=True, method="xml"
        )


def remove_named(root: Element, attribute: str, value: str) -> None:
    """Take the elements away that bear a name."""
    for each in [one for one in root if one.get(attribute) == value]:
        root.remove(each)


def relations_name(name: str) -> str:
    """Return the name of the part that holds a part's relations."""
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels".lstrip("/")


def read_relation(name: str, element: Element) -> PartRelation:
    """Read a relation; a target is relative to the part."""
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        folder = posixpath.dirname(name)
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = element.get("Type", "")
    return PartRelation(element.get("Id", ""), kind.rpartition("/")[2], kind, target, external)


def iterate_stories(package: WordPackage) -> Iterator[tuple[str, Element]]:
    """Yield the parts that hold text, with their trees: the body, notes, headers and footers."""
    yield package.main, package.tree(package.main)
    for relation in package.relations(package.main):
        kinds = ("footnotes", "endnotes", "header", "footer")
        if relation.kind in kinds and relation.target in package.parts and not relation.external:
            yield relation.target, package.tree(relation.target)
