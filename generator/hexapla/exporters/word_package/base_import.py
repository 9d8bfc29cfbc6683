"""What stands in the base alone, carried over into the target's package: properties, lists, pictures, notes.

Styles are those of the target that bear the same name; one that the target lacks is written out as direct
properties, so that the part with the styles stays as it is. A list that the target lacks is added to its own.
"""

import posixpath
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain
from typing import Final

from lxml import etree

from hexapla.exporters.word_package.pieces import NOTES
from hexapla.exporters.word_package.tracked_marks import read_id
from hexapla.readers.office.docx_package import MC, OFFICE, R, W, WordPackage, iterate_stories, relations_name
from hexapla.readers.office.docx_styles import find_child, read_value
from hexapla.readers.xml_parser import Element, local_name

LONGEST_CHAIN: Final = 50
DROPPED: Final = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference annotationRef proofErr "
    "permStart permEnd lastRenderedPageBreak".split()
)
"""what names a place in the base, or belongs to its comments"""
OWN_NAMES: Final = frozenset("paraId textId rsidR rsidRPr rsidRDefault rsidP rsidDel rsidTr".split())
DELETED_NAMES: Final = {"t": "delText", "instrText": "delInstrText"}
PARAGRAPH_ORDER: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
RUN_ORDER: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
).split()
"""of the properties, as the schema has them (ISO/IEC 29500-1, A.1)"""
NOTE_KINDS: Final = {"footnotes": "footnote", "endnotes": "endnote"}
FIRST_IMPORTED: Final = "hexapla"
"""how the names of imported parts begin"""


class StyleNames:
    """The styles of a document, by id and by name."""

    def __init__(self, package: WordPackage) -> None:
        """Read them."""
        part = package.related(package.main, "styles")
        self.by_id: dict[str, Element] = {}
        self.by_name: dict[tuple[str, str], str] = {}
        for each in package.tree(part).iter(f"{W}style") if part else ():
            identity = each.get(f"{W}styleId", "")
            self.by_id.setdefault(identity, each)
            self.by_name.setdefault(style_name(each), identity)

    def chain(self, identity: str) -> list[Element]:
        """Return a style after those that it is based on."""
        found: list[Element] = []
        while identity in self.by_id and len(found) < LONGEST_CHAIN:
            found.append(self.by_id[identity])
            identity = read_value(find_child(found[-1], "basedOn")) or ""
        return found[::-1]


def style_name(style: Element) -> tuple[str, str]:
    """Return by what a style is known in any document: its kind and its name."""
    return style.get(f"{W}type", "paragraph"), (read_value(find_child(style, "name")) or "").casefold()


class BaseImport:
    """Makes of what stands in the base what may stand in the target."""

    def __init__(self, base: WordPackage, target: WordPackage) -> None:
        """Look up the styles of both."""
        self.base, self.target = base, target
        self.styles, self.own_styles = StyleNames(base), StyleNames(target)
        self.lists: dict[str, str] = {}
        self.parts: dict[str, str] = {}
        self.note_ids: dict[tuple[str, str], str] = {}
        self.imported_notes: list[tuple[str, str, str]] = []
        """part of the notes, id in the base, id in the target"""
        self.drawings = 0
        """highest number of a drawing; 0: not yet counted"""

    def find_style(self, identity: str) -> str | None:
        """Return the id of the target's style of the same name."""
        style = self.styles.by_id.get(identity)
        return None if style is None else self.own_styles.by_name.get(style_name(style))

    def paragraph_properties(self, paragraph: Element) -> Element | None:
        """Return a paragraph's properties for the target, without section and without what is tracked."""
        own = paragraph.find(f"{W}pPr")
        identity = read_value(find_child(own, "pStyle"))
        found: dict[str, Element] = {}
        if identity is not None and (style := self.find_style(identity)) is None:
            self.collect(found, (find_child(each, "pPr") for each in self.styles.chain(identity)))
            found.pop("pStyle", None)
        elif identity is not None:
            found["pStyle"] = make_value("pStyle", style)
        self.collect(found, [own], skipped="pStyle")
        found.pop("sectPr", None)
        marks = found.pop("rPr", None)
        if marks is not None and (made := self.run_properties(marks, identity)) is not None:
            found["rPr"] = made
        self.map_list(found)
        return sort_properties(f"{W}pPr", found, PARAGRAPH_ORDER) if found else None

    def run_properties(self, own: Element | None, paragraph_style: str | None = None) -> Element | None:
        """Return a run's properties for the target; those of a style that it lacks are written out."""
        found: dict[str, Element] = {}
        identity = read_value(find_child(own, "rStyle"))
        for lost in (each for each in (paragraph_style, identity) if each and self.find_style(each) is None):
            self.collect(found, (find_child(each, "rPr") for each in self.styles.chain(lost)))
        self.collect(found, [own], skipped="rStyle")
        if identity is not None and (style := self.find_style(identity)) is not None:
            found["rStyle"] = make_value("rStyle", style)
        return sort_properties(f"{W}rPr", found, RUN_ORDER) if found else None

    def collect(
        self, found: dict[str, Element], holders: Iterable[Element | None], skipped: str = ""
    ) -> None:
        """Add the properties of styles, and of an element itself; the later ones count."""
        for holder in holders:
            for each in holder if holder is not None else ():
                name = local_name(each)
                if name != skipped and not name.endswith("Change") and name not in {"ins", "del"}:
                    found[name] = deepcopy(each)

    def map_list(self, found: dict[str, Element]) -> None:
        """Let a paragraph stand in the target's list that is the same, or in one that is added to them."""
        number = find_child(found.get("numPr"), "numId")
        identity = read_value(number)
        if number is None or identity in {None, "0"}:
            return
        mapped = self.find_list(identity or "")
        if mapped is None:
            found.pop("numPr")
        else:
            number.set(f"{W}val", mapped)

    def find_list(self, identity: str) -> str | None:
        """Return the id of the target's list that looks the same; it is added where there is none."""
        if identity not in self.lists:
            made = add_list(self.base, self.target, identity)
            if made is None:
                return None
            self.lists[identity] = made
        return self.lists[identity]

    def copy(self, element: Element, base_part: str, part: str) -> Element:
        """Copy what stands in a run, or alone: its relations lead to what they led to in the base."""
        made = deepcopy(element)
        if local_name(made) in NOTES:
            kind = NOTES[local_name(made)]
            made.set(f"{W}id", self.note_id(kind, made.get(f"{W}id", "")))
        for each in list(made.iter()):
            if local_name(each) in DROPPED and (parent := each.getparent()) is not None:
                parent.remove(each)
                continue
            for key, value in list(each.items()):
                if str(key).startswith(R):
                    each.set(key, self.map_relation(str(value), base_part, part))
                elif str(key).rpartition("}")[2] in OWN_NAMES:
                    del each.attrib[key]
            if local_name(each) == "docPr":
                each.set("id", str(self.number_drawing()))
            self.map_style(each)
        return declare_required(made, element)

    def number_drawing(self) -> int:
        """Return a number that no drawing of the target bears."""
        if not self.drawings:
            drawings = (each.iter("{*}docPr") for _, each in iterate_stories(self.target))
            self.drawings = max(map(read_id, chain.from_iterable(drawings)), default=0)
        self.drawings += 1
        return self.drawings

    def map_style(self, each: Element) -> None:
        """Let what stands inside a copied object bear the target's style of the same name."""
        if local_name(each) in {"pStyle", "rStyle", "tblStyle"}:
            style = self.find_style(read_value(each) or "")
            if style is not None:
                each.set(f"{W}val", style)
            elif (parent := each.getparent()) is not None:
                parent.remove(each)

    def map_relation(self, identity: str, base_part: str, part: str) -> str:
        """Return the id by which a part of the target refers to what a part of the base does."""
        relation = next((each for each in self.base.relations(base_part) if each.id == identity), None)
        if relation is None:
            return identity
        target = relation.target
        if not relation.external:
            target = self.import_part(target)
        for each in self.target.relations(part):
            if each.type == relation.type and each.target == target and each.external == relation.external:
                return each.id
        return self.target.add_relation(part, relation.type, target, external=relation.external)

    def import_part(self, name: str) -> str:
        """Return the target's part that equals one of the base; it is added, with all that it refers to."""
        if name not in self.base.parts:
            return name
        if name not in self.parts:
            digest = self.base.digest(name)
            nested = self.base.relations(name)
            same = (each for each in sorted(self.target.parts) if self.target.digest(each) == digest)
            found = None if nested else next(same, None)
            if found is None:
                suffix = posixpath.splitext(name)[1]
                found = f"{posixpath.dirname(name)}/{FIRST_IMPORTED}-{digest[:12]}{suffix}"
                self.parts[name] = found
                self.target.add_part(found, self.base.parts[name], self.base.content_type(name))
                self.copy_relations(name, found)
            self.parts[name] = found
        return self.parts[name]

    def copy_relations(self, name: str, made: str) -> None:
        """Give an imported part the relations that it has in the base, under the same ids."""
        own = relations_name(name)
        if own not in self.base.parts:
            return
        root = deepcopy(self.base.tree(own))
        for each, relation in zip(root, self.base.relations(name), strict=False):
            if not relation.external:
                target = self.import_part(relation.target)
                each.set("Target", posixpath.relpath("/" + target, "/" + posixpath.dirname(made)))
        self.target.parts[relations_name(made)] = etree.tostring(root)

    def note_id(self, kind: str, identity: str) -> str:
        """Return the id that a note of the base has in the target, to which it is to be added."""
        if (kind, identity) not in self.note_ids:
            part = self.target.related(self.target.main, kind)
            package, known = (
                (self.target, part) if part else (self.base, self.base.related(self.base.main, kind))
            )
            taken = {each.get(f"{W}id", "") for each in package.tree(known)} if known else set()
            taken |= {new for one, _, new in self.imported_notes if one == kind}
            number = max((int(each) for each in taken if each.isdecimal()), default=0) + 1
            self.note_ids[kind, identity] = str(number)
            self.imported_notes.append((kind, identity, str(number)))
        return self.note_ids[kind, identity]


def make_value(name: str, value: str | None) -> Element:
    """Make a property that has a value."""
    made = etree.Element(W + name)
    made.set(f"{W}val", value or "")
    return made


def sort_properties(tag: str, found: dict[str, Element], order: list[str]) -> Element:
    """Write properties in the order that the schema asks for."""
    made = etree.Element(tag)
    places = {name: at for at, name in enumerate(order)}
    made.extend(found[name] for name in sorted(found, key=lambda name: (places.get(name, len(order)), name)))
    return made


def declare_required(made: Element, original: Element) -> Element:
    """Let alternatives declare the prefixes that they require: copying keeps only those of names."""
    for each in list(made.iter(f"{MC}Choice")):
        wanted = (each.get("Requires") or "").split()
        source = next(
            (one for one in original.iter(f"{MC}Choice") if one.get("Requires") == each.get("Requires")), None
        )
        known = {} if source is None else {key: value for key, value in source.nsmap.items() if key in wanted}
        if known:
            again = etree.Element(each.tag, nsmap=known)
            for key, value in each.items():
                again.set(key, value)
            again.extend(list(each))
            parent = each.getparent()
            if parent is not None:
                parent.replace(each, again)
    return made


def find_number(root: Element | None, tag: str, attribute: str, identity: str | None) -> Element | None:
    """Return a list, or a family of lists, of an id."""
    for each in root if root is not None else ():
        if each.tag == W + tag and each.get(W + attribute) == identity:
            return each
    return None


def numbering_root(package: WordPackage) -> Element | None:
    """Return the tree of the lists."""
    part = package.related(package.main, "numbering")
    return package.tree(part) if part else None


def add_list(base: WordPackage, target: WordPackage, identity: str) -> str | None:
    """Find the target's list that equals one of the base, or add it; None where the base has none."""
    root, own = numbering_root(base), numbering_root(target)
    number = find_number(root, "num", "numId", identity)
    family = find_number(
        root, "abstractNum", "abstractNumId", read_value(find_child(number, "abstractNumId"))
    )
    if number is None or family is None:
        return None
    wanted = (tuple(describe_list(family)), tuple(describe_list(number)))
    for each in own if own is not None else ():
        if each.tag == f"{W}num":
            of = find_number(
                own, "abstractNum", "abstractNumId", read_value(find_child(each, "abstractNumId"))
            )
            if of is not None and (tuple(describe_list(of)), tuple(describe_list(each))) == wanted:
                return each.get(f"{W}numId")
    if own is None:
        part = posixpath.join(posixpath.dirname(target.main), "numbering.xml")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
        target.add_part(part, f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode(), kind)
        target.add_relation(target.main, f"{OFFICE}numbering", part)
        own = target.tree(part)
    target.touch(target.related(target.main, "numbering") or "")
    return append_list(own, family, number)


def append_list(root: Element, family: Element, number: Element) -> str:
    """Add a list and its family, each where the schema wants it; return the list's id."""
    new_family, new_number = (
        str(1 + max((int(each.get(W + name) or 0) for each in root if each.get(W + name)), default=0))
        for name in ("abstractNumId", "numId")
    )
    one, other = deepcopy(family), deepcopy(number)
    one.set(f"{W}abstractNumId", new_family)
    for each in [each for each in one if local_name(each) in {"nsid", "tmpl", "styleLink", "numStyleLink"}]:
        one.remove(each)
    for each in list(one.iter(f"{W}pStyle", f"{W}lvlPicBulletId")):
        if (level := each.getparent()) is not None:
            level.remove(each)
    other.set(f"{W}numId", new_number)
    link = other.find(f"{W}abstractNumId")
    if link is not None:
        link.set(f"{W}val", new_family)
    places = [at for at, each in enumerate(root) if each.tag == f"{W}abstractNum"]
    root.insert(places[-1] + 1 if places else 0, one)
    places = [at for at, each in enumerate(root) if each.tag in (f"{W}num", f"{W}abstractNum")]
    root.insert(places[-1] + 1, other)
    return new_number


def describe_list(element: Element) -> Iterator[str]:
    """Yield what a list looks like, whatever its ids are."""
    for each in element:
        if local_name(each) in {"nsid", "tmpl", "abstractNumId", "name"}:
            continue
        yield str(each.tag)
        yield from (
            f"{key!s}={value!s}"
            for key, value in sorted(each.items())
            if not str(key).endswith(("tplc", "durableId"))
        )
        yield from describe_list(each)
        yield "/"
