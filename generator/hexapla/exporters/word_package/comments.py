"""Comments of ours in a document that may have others: what became of a clause."""

import posixpath
from collections.abc import Sequence
from typing import Final, NamedTuple

from lxml import etree

from hexapla.exporters.word_package.tracked_marks import TrackedMarks
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.readers.office.docx_package import W, WordPackage
from hexapla.readers.xml_parser import Element, local_name

COMMENT_AUTHOR: Final = ("hexapla", "hx")
"""name and initials"""
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Remark(NamedTuple):
    """What is said of a paragraph."""

    paragraph: Element
    text: str
    """its lines are paragraphs"""


def write_comments(package: WordPackage, remarks: Sequence[Remark], marks: TrackedMarks) -> None:
    """Add comments to a document."""
    if not remarks:
        return
    part = package.related(package.main, "comments")
    if part is None:
        part = posixpath.join(posixpath.dirname(package.main), "comments.xml")
        package.add_part(part, f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode(), CONTENT_TYPE)
        package.add_relation(package.main, "comments", part)
    package.touch(part)
    root = package.tree(part)
    taken = [int(each.get(f"{W}id", "0")) for each in root if each.get(f"{W}id", "0").isdecimal()]
    for number, remark in enumerate(remarks, max(taken, default=-1) + 1):
        root.append(make_comment(number, remark.text, marks))
        enclose(remark.paragraph, str(number))


def make_comment(number: int, text: str, marks: TrackedMarks) -> Element:
    """Make a comment."""
    author, initials = COMMENT_AUTHOR
    made = etree.Element(f"{W}comment")
    own = {"id": str(number), "author": author, "date": f"{marks.time}:00:00Z", "initials": initials}
    for key, value in own.items():
        made.set(W + key, value)
    for line in text.split("\n"):
        run = etree.SubElement(etree.SubElement(made, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t").text = replace_unwritable(line)
    return made


def enclose(paragraph: Element, identity: str) -> None:
    """Say that a comment is about a paragraph."""
    start = 1 if len(paragraph) and local_name(paragraph[0]) == "pPr" else 0
    paragraph.insert(start, etree.Element(f"{W}commentRangeStart", {f"{W}id": identity}))
    etree.SubElement(paragraph, f"{W}commentRangeEnd", {f"{W}id": identity})
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": identity})
