"""A critical apparatus in TEI P5: parallel segmentation, one row of the alignment an `<app>`.

Follows chapter 13 of the Guidelines, “Critical Apparatus”: `<listWit>` in the header, every reading with its
witnesses, witnesses with the same wording in one reading. Set-aside text stands at the back, so that every
character of a version is in the file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest
from typing import Final, NamedTuple

from hexapla.exporters.side_by_side import DivisionHeadings
from hexapla.exporters.xml_writer import XML_DECLARATION, XmlIds, escape, write_element
from hexapla.model import Alignment, Clause, Document, Link, Row, SetAside, Version
from hexapla.paratexts import stated_title
from hexapla.reading.printed import write_division_line
from hexapla.reading.printed_rows import print_unit
from hexapla.text import unwrap
from hexapla.units import Unit, build_units

TEI_NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
LINE_END: Final = "<lb/>"


class ApparatusWitness(NamedTuple):
    """A version and its name in the file."""

    name: str
    version: Version
    units: dict[str, Unit]
    place: dict[str, int]
    """unit → its ordinal in the version, counted from 1"""


class ApparatusReading(NamedTuple):
    """What one witness has in a row."""

    witness: ApparatusWitness
    anchors: tuple[str, ...]
    """names of its units"""
    inner: tuple[str, ...]
    """names of paragraphs and items in them, of those that are linked"""
    content: str
    """the same for witnesses that say the same"""
    marked: str
    """content as markup, with the names"""


def write_apparatus(alignment: Alignment) -> bytes:
    """Write a document with all its versions as TEI.

    Post-conditions:
        1. Every row is one `<app>`, every version that has it is a witness of exactly one reading there.
        2. Every clause of every version stands in the file once or, where versions agree, once for them all.
        3. Every `xml:id` is unique, and so is every clause's: `{siglum}__{clause id}`.
        4. Which paragraphs and items belong together is said by a `<linkGrp>`, a `<link>` each.
    """
    names = XmlIds()
    document = alignment.document
    witnesses = [build_witness(version, names) for version in document.versions]
    body = "".join(
        [
            *write_titles(witnesses, names),
            *write_app_entries(alignment, witnesses, names),
            *write_item_links(alignment.items, names),
        ]
    )
    back = "".join(write_set_aside(witnesses, document))
    text = write_element(
        "text",
        None,
        write_element("body", None, write_element("div", {"type": "collation"}, body)),
        write_element("back", None, write_element("div", {"type": "set_aside"}, back)) if back else "",
    )
    root = {"xmlns": TEI_NAMESPACE, "xml:lang": document.language}
    return (
        XML_DECLARATION + write_element("TEI", root, write_header(document, witnesses), text) + "\n"
    ).encode()


def build_witness(version: Version, names: XmlIds) -> ApparatusWitness:
    """Give a version its name and look up its units."""
    own = build_units(version)
    return ApparatusWitness(
        names.give(version.siglum),
        version,
        {unit.id: unit for unit in own},
        {unit.id: number for number, unit in enumerate(own, 1)},
    )


def write_header(document: Document, witnesses: Sequence[ApparatusWitness]) -> str:
    """Write the header: what this is, and the list of witnesses."""
    source = (
        write_element("listWit", None, *map(write_witness, witnesses))
        if witnesses
        else write_element("p", None, "—")
    )
    return write_element(
        "teiHeader",
        None,
        write_element(
            "fileDesc",
            None,
            write_element("titleStmt", None, write_element("title", None, escape(unwrap(document.title)))),
            write_element(
                "publicationStmt", None, write_element("p", None, "Made by hexapla from the source texts.")
            ),
            write_element("sourceDesc", None, source),
        ),
        write_element(
            "encodingDesc",
            None,
            write_element("variantEncoding", {"method": "parallel-segmentation", "location": "internal"}),
        ),
    )


def write_witness(each: ApparatusWitness) -> str:
    """Write a witness."""
    version = each.version
    date = version.issued
    return write_element(
        "witness",
        {"xml:id": each.name, "n": unwrap(version.label)},
        write_element("title", None, escape(unwrap(version.title))),
        write_element("date", {"when": date}, escape(date)) if date else "",
        write_element("idno", {"type": "file"}, escape(version.source.path)),
        write_element("idno", {"type": "sha256"}, escape(version.source.sha256)),
        write_element("note", {"type": "completeness"}, version.completeness.value),
    )


def write_titles(witnesses: Sequence[ApparatusWitness], names: XmlIds) -> Iterator[str]:
    """Yield the versions' titles as an entry; a file's name is none, and without one a version omits it."""
    texts = [(each, escape(unwrap(stated_title(each.version)))) for each in witnesses]
    found = [ApparatusReading(each, (), (), text, text) for each, text in texts if text]
    if found:
        lacking = write_omission([each for each, text in texts if not text])
        yield write_app(names.give("title"), "title", found, lacking)


def write_app_entries(
    alignment: Alignment, witnesses: Sequence[ApparatusWitness], names: XmlIds
) -> Iterator[str]:
    """Yield the rows, and the divisions before them, each as an `<app>`."""
    divisions = DivisionHeadings(alignment.document.versions)
    linked = {end for link in alignment.items for end in (link.a, link.b)}
    for row in alignment.rows:
        yield from write_headings(divisions.before(row.cells), witnesses, names)
        name = names.give(f"row__{row.id}")
        yield write_app(
            name, "row", build_readings(row, witnesses, names, linked), write_absent_witnesses(row, witnesses)
        )
    yield from write_headings(divisions.last, witnesses, names)


def write_item_links(items: Sequence[Link], names: XmlIds) -> Iterator[str]:
    """Yield the links of paragraphs and items; `type` is what each rests on."""
    if items:
        ends = ([names.known["__".join(end)] for end in (link.a, link.b)] for link in items)
        links = (
            write_element("link", {"type": link.basis.value, "target": " ".join(f"#{name}" for name in pair)})
            for link, pair in zip(items, ends, strict=True)
        )
        yield write_element("linkGrp", {"type": "items"}, *links) + "\n"


def write_headings(
    found: Sequence[Sequence[Clause]], witnesses: Sequence[ApparatusWitness], names: XmlIds
) -> Iterator[str]:
    """Yield the divisions of all versions at a place."""
    made = []
    for each, clauses in zip(witnesses, found, strict=True):
        if clauses:
            anchors = tuple(names.give(f"{each.version.siglum}__{clause.id}") for clause in clauses)
            texts = [escape(write_division_line(clause)) for clause in clauses]
            made.append(
                ApparatusReading(
                    each, anchors, (), "\n".join(texts), write_segments("division", anchors, texts)
                )
            )
    if made:
        yield write_app(None, "division", made)


def build_readings(
    row: Row, witnesses: Sequence[ApparatusWitness], names: XmlIds, linked: AbstractSet[tuple[str, str]]
) -> Iterator[ApparatusReading]:
    """Yield what each version has in a row; `linked` are the paragraphs and items that get a name."""
    for each, cell in zip(witnesses, row.cells, strict=True):
        if cell:
            own = [each.units[name] for name in cell]
            anchors = tuple(names.give(f"{each.version.siglum}__{unit.id}") for unit in own)
            texts = [write_unit(unit) for unit in own]
            places = [str(each.place[unit.id]) for unit in own]
            inner = [
                {
                    part.id: names.give(f"{each.version.siglum}__{part.id}")
                    for part in unit.parts
                    if (each.version.siglum, part.id) in linked
                }
                for unit in own
            ]
            marked = [mark_parts(*one) for one in zip(own, texts, inner, strict=True)]
            yield ApparatusReading(
                each,
                anchors,
                tuple(name for named in inner for name in named.values()),
                "\n".join(texts),
                write_segments("unit", anchors, marked, places),
            )


def mark_parts(unit: Unit, written: str, names: Mapping[str, str]) -> str:
    """Name parts of a unit where their lines begin; where the unit does if its lines are not told apart."""
    lines = written.split(LINE_END)
    clauses = [clause.id for clause, line in zip((unit.clause, *unit.parts), unit.lines, strict=True) if line]
    ahead = len(lines) - len(clauses)
    found = [""] * len(lines)
    for name, given in names.items():
        at = clauses.index(name) + ahead if name in clauses and ahead in (0, 1) else 0
        found[at] += write_element("anchor", {"xml:id": given, "type": "part"})
    return LINE_END.join(anchor + line for anchor, line in zip(found, lines, strict=True))


def write_unit(unit: Unit) -> str:
    """Write a unit: its number and heading, and its lines parted by `<lb/>`."""
    return "".join(
        write_element("seg", {"type": "head"}, escape(piece.text).replace("\n", LINE_END))
        if piece.head
        else escape(piece.text).replace("\n", LINE_END)
        for piece in print_unit(unit)
    )


def write_segments(
    kind: str, anchors: Sequence[str], texts: Sequence[str], places: Sequence[str] | None = None
) -> str:
    """Write clauses with their names; `n` is a unit's ordinal in its version."""
    return "".join(
        write_element("seg", {"type": kind, "xml:id": name, "n": place}, text)
        for name, text, place in zip_longest(anchors, texts, places or ())
    )


def write_app(
    name: str | None, kind: str, found: Iterable[ApparatusReading], lacking: Sequence[str] = ()
) -> str:
    """Write an `<app>`: witnesses that say the same in one reading, under the names of the first of them."""
    groups: dict[str, list[ApparatusReading]] = {}
    for reading in found:
        groups.setdefault(reading.content, []).append(reading)
    made = []
    for same in groups.values():
        others = "".join(
            write_element("anchor", {"xml:id": anchor, "type": kind})
            for reading in same[1:]
            for kind, anchors in ((None, reading.anchors), ("part", reading.inner))
            for anchor in anchors
        )
        wit = " ".join(f"#{reading.witness.name}" for reading in same)
        made.append(write_element("rdg", {"wit": wit}, others, same[0].marked))
    made += lacking
    return (
        write_element("ab", {"type": kind}, write_element("app", {"xml:id": name, "type": kind}, *made))
        + "\n"
    )


def write_absent_witnesses(row: Row, witnesses: Sequence[ApparatusWitness]) -> list[str]:
    """Write the witnesses that have nothing here: an omission, or a lacuna, which proves nothing."""
    absent = [each for each, cell in zip(witnesses, row.cells, strict=True) if not cell]
    lost = [f"#{each.name}" for each in absent if each.version.siglum in row.not_in_text]
    made = write_omission([each for each in absent if each.version.siglum not in row.not_in_text])
    if lost:
        gap = write_element("gap", {"reason": "lacuna"})
        made.append(write_element("rdg", {"wit": " ".join(lost), "type": "lacuna"}, gap))
    return made


def write_omission(absent: Sequence[ApparatusWitness]) -> list[str]:
    """Write the witnesses that omit an entry, if there are any."""
    wit = " ".join(f"#{each.name}" for each in absent)
    return [write_element("rdg", {"wit": wit, "type": "omission"})] if absent else []


def write_set_aside(witnesses: Sequence[ApparatusWitness], document: Document) -> Iterator[str]:
    """Yield the text that belongs to no clause, of each version, then of the sources around them."""
    for each in witnesses:
        for one in each.version.set_aside:
            yield from write_stretches(one, each.version.source.text, f"#{each.name}")
    texts = {source.path: source.text for source in document.sources}
    for one in document.set_aside:
        yield from write_stretches(one, texts.get(one.file or "", ""), None)


def write_stretches(one: SetAside, text: str, where: str | None) -> Iterator[str]:
    """Yield stretches that hold more than white space."""
    for start, end in one.spans:
        if stretch := text[start:end].strip():
            content = escape(stretch).replace("\n", LINE_END)
            yield write_element("ab", {"type": one.kind, "corresp": where}, content) + "\n"
