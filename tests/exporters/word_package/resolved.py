"""Word documents with all tracked changes accepted or rejected, apart from the program that tracks them."""

import copy
import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Root = Any
"""an element of a tree; lxml says of each that it may have no parent"""
Resolver = Callable[[Root], Root]
NOTES = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def name_of(element: Root) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def accept(root: Root) -> Root:
    return resolve(root, gone={"del", "moveFrom"}, stays={"ins", "moveTo"})


def reject(root: Root) -> Root:
    return resolve(root, gone={"ins", "moveTo"}, stays={"del", "moveFrom"})


def resolve(root: Root, gone: set[str], stays: set[str]) -> Root:
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{W}{each}") is not None for each in gone):
            table = row.getparent()
            table.remove(row)
            if table.find(f"{W}tr") is None:
                table.getparent().remove(table)
    ended = [
        paragraph
        for paragraph in root.iter(f"{W}p")
        if any(paragraph.find(f"{W}pPr/{W}rPr/{W}{each}") is not None for each in gone)
    ]
    for element in list(root.iter()):
        parent, name = element.getparent(), name_of(element)
        if parent is None:
            continue
        if name.startswith(("moveFromRange", "moveToRange")) or name in gone:
            parent.remove(element)
        elif name in stays:
            for one in element.iter(f"{W}delText", f"{W}delInstrText"):
                one.tag = f"{W}t" if name_of(one) == "delText" else f"{W}instrText"
            at = parent.index(element)
            parent[at : at + 1] = list(element)
    for paragraph in ended:
        join_next(paragraph)
    return root


def join_next(paragraph: Root) -> None:
    after = paragraph.getnext()
    while after is not None and name_of(after) not in {"p", "tbl", "sectPr", "sdt"}:
        after = after.getnext()
    contents = [each for each in paragraph if name_of(each) != "pPr"]
    if after is not None and name_of(after) == "p":
        at = 1 if len(after) and name_of(after[0]) == "pPr" else 0
        after[at:at] = contents
        paragraph.getparent().remove(paragraph)
    elif not contents and paragraph.getprevious() is not None:
        paragraph.getparent().remove(paragraph)


def related(parts: dict[str, bytes], name: str) -> dict[str, tuple[str, str]]:
    folder, _, own = name.rpartition("/")
    data = parts.get(f"{folder}/_rels/{own}.rels")
    found: dict[str, tuple[str, str]] = {}
    root: Root = etree.fromstring(data) if data else ()
    for each in root:
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target"))).lstrip("/")
        found[each.get("Id")] = (each.get("Type").rpartition("/")[2], target)
    return found


def stories(data: bytes, resolver: Resolver) -> Iterator[tuple[str, Root]]:
    """Yield the body, notes in the order of their marks, headers and footers by section and kind."""
    parts = unpack(data)
    relations = related(parts, "word/document.xml")
    body = resolver(etree.fromstring(parts["word/document.xml"]))
    yield "body", body
    for kind, mark in NOTES.items():
        part = next((target for what, target in relations.values() if what == kind), None)
        if part is None:
            continue
        by_id = {each.get(f"{W}id"): each for each in resolver(etree.fromstring(parts[part]))}
        for number, each in enumerate(body.iter(W + mark)):
            yield f"{kind} {number}", by_id[each.get(f"{W}id")]
    for number, section in enumerate(body.iter(f"{W}sectPr")):
        for each in section.iter(f"{W}headerReference", f"{W}footerReference"):
            part = relations[each.get(f"{R}id")][1]
            yield f"{name_of(each)} {number} {each.get(f'{W}type')}", resolver(etree.fromstring(parts[part]))


def texts(data: bytes, resolver: Resolver) -> dict[str, list[str]]:
    """Return the paragraphs of each story, those of cells and text boxes too; empty ones do not count."""
    return {
        name: [text for each in root.iter(f"{W}p") if (text := paragraph_text(each))]
        for name, root in stories(data, resolver)
    }


SIGNS = {
    "tab": "\t",
    "br": "\n",
    "footnoteReference": "[1]",
    "endnoteReference": "[i]",
    "drawing": "[picture]",
}


def paragraph_text(paragraph: Root) -> str:
    out = []
    for each in paragraph.iter():
        if (
            next(each.iterancestors(f"{W}p"), None) is not paragraph
            or next(each.iterancestors(f"{W}pPr"), None) is not None
        ):
            continue
        if name_of(each) in {"t", "oMath"}:
            out.append(each.text or "")
        elif name_of(each) == "instrText":  # what a hidden bookmark is called is no text
            out.append(re.sub(r"\b_(Ref|Toc)\w+", r"\1", " ".join((each.text or "").split())))
        elif name_of(each) == "sym":
            out.append(f"[{each.get(f'{W}char')}]")
        else:
            out.append(SIGNS.get(name_of(each), ""))
    return "".join(out)


def markup(data: bytes, resolver: Resolver) -> dict[str, str]:
    """Return the XML of each story; runs of one look are one, and properties that say nothing are none."""
    return {name: normal(root) for name, root in stories(data, resolver)}


def normal(root: Root) -> str:
    root = copy.deepcopy(root)
    for each in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        each.getparent().remove(each)
    for each in list(root.iter(f"{W}commentReference")):
        each.getparent().getparent().remove(each.getparent())
    forget_numbers(root)
    for run in list(root.iter(f"{W}r")):
        while (after := run.getnext()) is not None and after.tag == run.tag and look(after) == look(run):
            run.extend([each for each in after if name_of(each) != "rPr"])
            after.getparent().remove(after)
        for text in list(run.iter(f"{W}t")):
            text.attrib.clear()
            while (after := text.getnext()) is not None and after.tag == text.tag:
                text.text = (text.text or "") + (after.text or "")
                run.remove(after)
    for name in ("rPr", "pPr", "trPr"):
        for each in list(root.iter(W + name)):
            if not len(each):
                each.getparent().remove(each)
    return etree.tostring(root, method="c14n", exclusive=True).decode()


def forget_numbers(root: Root) -> None:
    """Take away what notes are numbered with: it counts them, and no one sees it."""
    for each in root.iter(f"{W}footnoteReference", f"{W}endnoteReference", f"{W}footnote", f"{W}endnote"):
        each.attrib.pop(f"{W}id", None)


def look(run: Root) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True)
