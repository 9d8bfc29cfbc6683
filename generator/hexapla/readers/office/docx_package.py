"""The parts of a Word document's package that hold text or say how it is numbered and styled."""

from dataclasses import dataclass

from hexapla.readers.xml_parser import Element, parse_xml
from hexapla.readers.zip_archive import ZipArchive

KINDS = ("numbering", "styles", "footnotes", "endnotes")
MARGINS = ("header", "footer")


@dataclass(frozen=True, slots=True)
class DocxPackage:
    """Parsed parts; None is what the document does not have."""

    document: Element
    numbering: Element | None
    styles: Element | None
    footnotes: Element | None
    endnotes: Element | None
    margins: tuple[Element, ...]
    """headers and footers, in the order in which they are named"""


def read_package(path: str, data: bytes) -> DocxPackage:
    """Find and parse the parts: relations say where they are, not their names.

    Raises:
        SourceError: no Word document, or one that exceeds a limit.
    """
    archive = ZipArchive(path, data, what="Word document")
    main = next(iter(find_related_parts(archive, "", "officeDocument")), "word/document.xml")
    body = archive.read(main)
    if body is None:
        raise archive.broken("it has no document part")
    found = {kind: parse_part(archive, find_related_parts(archive, main, kind)) for kind in KINDS}
    margins = [name for kind in MARGINS for name in find_related_parts(archive, main, kind)]
    return DocxPackage(
        document=parse_xml(path, body, name=main),
        numbering=found["numbering"],
        styles=found["styles"],
        footnotes=found["footnotes"],
        endnotes=found["endnotes"],
        margins=tuple(each for name in margins if (each := parse_part(archive, [name])) is not None),
    )


def parse_part(archive: ZipArchive, names: list[str]) -> Element | None:
    """Parse the first of the parts that is there."""
    for name in names:
        data = archive.read(name)
        if data is not None:
            return parse_xml(archive.path, data, name=name)
    return None


def find_related_parts(archive: ZipArchive, name: str, kind: str) -> list[str]:
    """Return the parts of a kind that a part names in its relations; what lies outside is never looked at."""
    folder, _, own = name.rpartition("/")
    data = archive.read(f"{folder}/_rels/{own}.rels".lstrip("/"))
    if data is None:
        return []
    root = parse_xml(archive.path, data, name="relations")
    return [
        archive.beside(name, each.get("Target", ""))
        for each in root
        if each.get("Type", "").endswith(f"/{kind}") and each.get("TargetMode") != "External"
    ]
