"""A paragraph as pieces: text with the run it stands in, and objects that stand for a character.

Fields that begin and end in one paragraph, pictures, formulas and references to notes are objects: one
character of a private plane for each distinct one. So two paragraphs are compared as two strings, and every
character of either leads back to its element.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

import regex
from lxml import etree

from hexapla.readers.office.docx_inline import read_text
from hexapla.readers.office.docx_package import R, W, WordPackage
from hexapla.readers.xml_parser import Element, local_name

PARAGRAPH_END: Final = "\n"
LINE_BREAK: Final = "\v"
FIRST_OBJECT: Final = 0xF0000
MOST_OBJECTS: Final = 0x10FFFD - FIRST_OBJECT
OBJECTS: Final = regex.compile(r"[\U000F0000-\U0010FFFF]")
WRAPPERS: Final = frozenset("hyperlink smartTag sdt sdtContent customXml dir bdo".split())
STANDING_ALONE: Final = frozenset("oMath oMathPara AlternateContent fldSimple".split())
"""objects that are no part of a run"""
UNSEEN: Final = frozenset(
    "rPr lastRenderedPageBreak commentReference annotationRef footnoteRef endnoteRef proofErr "
    "softHyphen".split()
)
"""what stands in a run and is no character of it; the number of a note comes and goes with its mark"""
NOTES: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
SIGNS: Final = {"tab": "\t", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "cr": LINE_BREAK}
GIVEN_NAME: Final = regex.compile(r"(?<!\w)(_Ref|_Toc|_Hlk)\w+")
"""names of bookmarks that Word makes for references and tables of contents, and makes anew"""
VOLATILE: Final = frozenset(
    "rsidR rsidRPr rsidRDefault rsidP rsidDel rsidTr paraId textId anchorId editId id name spid ObjectID "
    "ShapeID gfxdata dirty".split()
)
"""attributes that differ each time a document is saved"""


@dataclass(slots=True, eq=False)
class RunPiece:
    """A stretch of a paragraph."""

    text: str
    """one character, but for text"""
    nodes: list[Element]
    """the child of a run, or what stands alone: a formula, the runs of a field"""
    run: Element | None
    """None of what stands alone"""

    @property
    def tops(self) -> list[Element]:
        """What is wrapped where the piece is tracked."""
        return self.nodes if self.run is None else [self.run]


@dataclass(slots=True)
class Side:
    """One of two documents, with what tells its objects apart."""

    package: WordPackage
    part: str
    """the part that is read"""
    notes: dict[tuple[str, str], Hashable]
    """part of the notes and id → what both notes of a pair have in common"""
    spans: dict[Element, Hashable] = field(default_factory=dict)
    """beginnings and ends of fields over several paragraphs → what both fields of a pair have in common"""


class Alphabet:
    """Characters for objects: the same for those that are equal."""

    def __init__(self) -> None:
        """Begin without one."""
        self.characters: dict[Hashable, str] = {}

    def character(self, key: Hashable) -> str:
        """Return the character of an object."""
        if key not in self.characters:
            self.characters[key] = chr(FIRST_OBJECT + len(self.characters) % MOST_OBJECTS)
        return self.characters[key]


def read_pieces(paragraph: Element, side: Side, alphabet: Alphabet) -> list[RunPiece]:
    """Read a paragraph; runs with the edges of fields are cut so that each edge has a run of its own."""
    if any(local_name(each) == "fldChar" for each in paragraph.iter(f"{W}fldChar")):
        for edge in list(paragraph.iter(f"{W}fldChar")):
            isolate(edge)
    pieces = list(read_inside(paragraph, side, alphabet))
    return list(join_fields(pieces, side, alphabet))


def read_inside(element: Element, side: Side, alphabet: Alphabet) -> Iterator[RunPiece]:
    """Yield the pieces in a paragraph, or in what wraps runs."""
    for each in element:
        name = local_name(each)
        if name == "r":
            yield from read_run_pieces(each, side, alphabet)
        elif name in WRAPPERS:
            yield from read_inside(each, side, alphabet)
        elif name in STANDING_ALONE:
            yield RunPiece(alphabet.character(make_key(each, side)), [each], None)


def read_run_pieces(run: Element, side: Side, alphabet: Alphabet) -> Iterator[RunPiece]:
    """Yield the pieces in a run."""
    for each in run:
        name = local_name(each)
        if name in UNSEEN:
            continue
        if name == "t":
            if text := read_text(each):
                yield RunPiece(OBJECTS.sub("\N{REPLACEMENT CHARACTER}", text).replace("\n", " "), [each], run)
        elif name in SIGNS or (name == "br" and each.get(f"{W}type") in {None, "textWrapping"}):
            yield RunPiece(SIGNS.get(name, LINE_BREAK), [each], run)
        else:
            yield RunPiece(alphabet.character(make_key(each, side)), [each], run)


def join_fields(pieces: Sequence[RunPiece], side: Side, alphabet: Alphabet) -> Iterator[RunPiece]:
    """Make one object of each field that begins and ends among siblings."""
    at = 0
    while at < len(pieces):
        end = find_field_end(pieces, at)
        if end is None:
            yield pieces[at]
            at += 1
            continue
        inside = pieces[at : end + 1]
        runs = list(dict.fromkeys(top for piece in inside for top in piece.tops))
        yield RunPiece(alphabet.character(make_field_key(inside)), between(runs[0], runs[-1]), None)
        at = end + 1
    del side


def make_field_key(pieces: Iterable[RunPiece]) -> Hashable:
    """Return what a field is, whatever its state in a program and however its code and words are cut up."""
    key: list[tuple[str, str]] = []
    for piece in pieces:
        node = piece.nodes[0]
        name = local_name(node)
        own = {"instrText": node.text or "", "fldChar": node.get(f"{W}fldCharType", "")}.get(name, piece.text)
        if key and key[-1][0] == name and name in {"instrText", "t"}:
            own = key.pop()[1] + own
        key.append((name, own))
    return ("field", *((name, fold_code(own) if name == "instrText" else own) for name, own in key))


def fold_code(code: str) -> str:
    """Return a field's code without what differs each time: white space, and names that Word gave itself.

    A reference to a clause is the same whatever the hidden bookmark is called to which it leads.

    >>> fold_code(" PAGEREF  _Toc446680 ")
    'PAGEREF _Toc'
    """
    return GIVEN_NAME.sub(r"\1", " ".join(code.split()))


def find_field_end(pieces: Sequence[RunPiece], at: int) -> int | None:
    """Return where the field ends that begins at a piece, if all of it has one parent."""
    if field_edge(pieces[at]) != "begin" or pieces[at].run is None:
        return None
    parent = pieces[at].tops[0].getparent()
    depth = 0
    for index in range(at, len(pieces)):
        if pieces[index].tops[0].getparent() is not parent:
            return None
        edge = field_edge(pieces[index])
        depth += {"begin": 1, "end": -1}.get(edge, 0)
        if depth == 0:
            return index
    return None


def field_edge(piece: RunPiece) -> str:
    """Return which edge of a field a piece is; nothing for what is none."""
    node = piece.nodes[0]
    return node.get(f"{W}fldCharType", "") if local_name(node) == "fldChar" else ""


def between(first: Element, last: Element) -> list[Element]:
    """Return two siblings and what stands between them."""
    out = [first]
    while out[-1] is not last:
        following = out[-1].getnext()
        if following is None:
            break
        out.append(following)
    return out


def isolate(node: Element) -> None:
    """Cut a run before and after one of its children."""
    run = node.getparent()
    if run is None or local_name(run) != "r":
        return
    following = node.getnext()
    if following is not None:
        split_run(run, following)
    before = node.getprevious()
    if before is not None and local_name(before) != "rPr":
        split_run(run, node)


def split_run(run: Element, first: Element) -> Element:
    """Cut a run before one of its children; return the run that begins with it."""
    made = etree.Element(run.tag)
    for key, value in run.items():
        made.set(key, value)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    rest = [first, *first.itersiblings()]
    made.extend(rest)
    run.addnext(made)
    return made


def cut_piece(pieces: list[RunPiece], at: int, offset: int) -> None:
    """Cut a piece of text in two, and its run with it."""
    piece = pieces[at]
    node = piece.nodes[0]
    made = etree.Element(node.tag)
    text = read_text(node)
    set_text(node, text[:offset])
    set_text(made, text[offset:])
    node.addnext(made)
    rest = RunPiece(piece.text[offset:], [made], piece.run)
    piece.text = piece.text[:offset]
    pieces.insert(at + 1, rest)
    cut_run_before(pieces, at + 1)


def cut_run_before(pieces: Sequence[RunPiece], at: int) -> None:
    """Let a run begin with a piece, if others of it stand before."""
    piece = pieces[at]
    if piece.run is None or not at or pieces[at - 1].run is not piece.run:
        return
    old, new = piece.run, split_run(piece.run, piece.nodes[0])
    for each in pieces[at:]:
        if each.run is not old:
            break
        each.run = new


def set_text(node: Element, text: str) -> None:
    """Set the text of `w:t`; white space at its ends counts."""
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def make_key(element: Element, side: Side) -> Hashable:
    """Return what an object is: equal for what a reader takes for the same."""
    name = local_name(element)
    if name in NOTES:
        part, note = NOTES[name], element.get(f"{W}id", "")
        return ("note", part, side.notes.get((part, note), (id(side), note)))
    if element in side.spans:
        return ("span", name, side.spans[element])
    if name in {"fldChar", "instrText"}:
        return (name, element.get(f"{W}fldCharType"), fold_code(element.text or ""))
    digest = sha256()
    for word in describe(element, side):
        digest.update(word.encode("utf-8", "surrogatepass") + b"\0")
    return (name, digest.digest())


def describe(element: Element, side: Side) -> Iterator[str]:
    """Yield what tells an object apart: names, attributes, text, and what it refers to; no text of boxes."""
    if local_name(element) in {"lastRenderedPageBreak", "proofErr"}:
        return
    yield element.tag if isinstance(element.tag, str) else ""
    for key, value in sorted(element.items()):
        name = str(key).rpartition("}")[2]
        if str(key).startswith(R):
            yield f"{name}={describe_relation(str(value), side)}"
        elif name not in VOLATILE:
            yield f"{name}={fold_code(str(value)) if name == 'instr' else value!s}"
    if local_name(element) == "txbxContent":
        return
    yield element.text or ""
    for each in element:
        yield from describe(each, side)
    yield "/"


def describe_relation(identity: str, side: Side) -> str:
    """Return what a relation leads to, whatever its id and its part's name are."""
    for each in side.package.relations(side.part):
        if each.id == identity:
            return each.target if each.external else side.package.digest(each.target)
    return identity


def list_boxes(nodes: Iterable[Element]) -> list[Element]:
    """Return the text boxes in an object, the outer ones."""
    found: list[Element] = []
    stack = list(nodes)[::-1]
    while stack:
        top = stack.pop()
        if local_name(top) == "txbxContent":
            found.append(top)
        else:
            stack += reversed(top)
    return found
