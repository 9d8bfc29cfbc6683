"""Electronic books (EPUB 2 and 3): the chapters in reading order, each a web page."""

from dataclasses import replace
from urllib.parse import unquote

from hexapla.findings import Finding
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Source
from hexapla.readers.encodings import decode_file
from hexapla.readers.source_builder import SourceBuilder, SourceLine, write_lines
from hexapla.readers.web.html import read_page_lines
from hexapla.readers.xml_parser import Element, declared_encoding, local_name, parse_xml
from hexapla.readers.zip_archive import ZipArchive

MEDIA_TYPE = "application/epub+zip"
PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
SELF_CLOSED = compile_lazily_with_properties(
    r"<(?P<name>(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[A-Za-z][\w:-]{0,40})"
    r"(?P<attributes>(?:\s+[\w:-]{1,60}\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*+)\s*+/>"
)
"""an element that XML closes at once, which HTML would leave open"""


def read_epub(path: str, data: bytes, _encoding: str | None) -> Source:
    """Read a book: what its spine names, in this order, save what stands outside the order.

    Raises:
        SourceError: no book, protected, or beyond a limit.
    """
    archive = ZipArchive(path, data, what="EPUB book")
    package = find_package_file(archive)
    writing = SourceBuilder(path)
    found: list[Finding] = []
    for name in read_spine(archive, package):
        page = archive.read(name)
        if page is None:
            continue
        text = decode_file(path, page, declared_encoding(page)).text
        lines, told = read_page_lines(path, SELF_CLOSED.sub(r"<\g<name>\g<attributes>></\g<name>>", text))
        found += told
        writing.gap()
        write_lines(writing, [replace(line, part=name) if line.text else SourceLine("") for line in lines])
    return writing.source(data, media_type=MEDIA_TYPE, encoding="utf-8", findings=tuple(found))


def find_package_file(archive: ZipArchive) -> str:
    """Return the name of the package file."""
    container = archive.read("META-INF/container.xml")
    if container is None:
        raise archive.broken("it has no META-INF/container.xml")
    root = parse_xml(archive.path, container, name="container.xml")
    name = next((each.get("full-path") for each in root.iter() if local_name(each) == "rootfile"), None)
    if name is None or name not in archive:
        raise archive.broken("it has no package file")
    return name


def read_spine(archive: ZipArchive, package: str) -> list[str]:
    """Return the names of the pages in reading order.

    Raises:
        SourceError: pages are encrypted.
    """
    root = parse_xml(archive.path, archive.read(package) or b"", name=package)
    items = {each.get("id"): each for each in root.iter() if local_name(each) == "item"}
    order = [each for each in root.iter() if local_name(each) == "itemref" and each.get("linear") != "no"]
    chosen = [items[each.get("idref")] for each in order if each.get("idref") in items]
    names = [archive.beside(package, unquote(each.get("href") or "")) for each in chosen if is_page(each)]
    locked = find_encrypted(archive)
    if locked.intersection(names):
        raise archive.broken("its pages are encrypted")
    return list(dict.fromkeys(names))


def is_page(item: Element) -> bool:
    """Tell whether an item of the manifest is a page."""
    return (item.get("media-type") or "").lower() in PAGE_TYPES


def find_encrypted(archive: ZipArchive) -> set[str]:
    """Return the names of files that are encrypted; those of fonts do not matter."""
    data = archive.read("META-INF/encryption.xml")
    if data is None:
        return set()
    root = parse_xml(archive.path, data, name="encryption.xml")
    return {unquote(each.get("URI") or "") for each in root.iter() if local_name(each) == "CipherReference"}
