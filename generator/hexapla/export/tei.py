"""A critical apparatus in TEI P5: parallel segmentation, one row of the alignment an `<app>`.

Follows chapter 13 of the Guidelines, “Critical Apparatus”: `<listWit>` in the header, every reading with its
witnesses, witnesses with the same wording in one reading. Set-aside text stands at the back, so that every
character of a version is in the file.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from hexapla.export.lines import division_line, unwrapped
from hexapla.export.markup import HEAD, element, escape
from hexapla.export.names import Names
from hexapla.export.passages import unmarked
from hexapla.export.table import Divisions
from hexapla.model import Alignment, Clause, Document, Row, SetAside, Version
from hexapla.paratexts import stated_title
from hexapla.units import Unit, units

__all__ = ["apparatus"]

SPACE: Final = "http://www.tei-c.org/ns/1.0"


class Witness(NamedTuple):
    """A version and its name in the file."""

    name: str
    version: Version
    units: dict[str, Unit]
    place: dict[str, int]
    """unit → its ordinal in the version, counted from 1"""


class Reading(NamedTuple):
    """What one witness has in a row."""

    witness: Witness
    anchors: tuple[str, ...]
    """names of its units"""
    content: str
    """the same for witnesses that say the same"""
    marked: str
    """content as markup, with the names"""


def apparatus(alignment: Alignment) -> bytes:
    """Write a document with all its versions as TEI.

    Post-conditions:
        1. Every row is one `<app>`, every version that has it is a witness of exactly one reading there.
        2. Every clause of every version stands in the file once or, where versions agree, once for them all.
        3. Every `xml:id` is unique, and so is every clause's: `{siglum}__{clause id}`.
    """
    names = Names()
    document = alignment.document
    witnesses = [witness(version, names) for version in document.versions]
    body = "".join(
        [
            *titled(witnesses, names),
            *applications(alignment, witnesses, names),
        ]
    )
    back = "".join(aside(witnesses, document))
    text = element(
        "text",
        None,
        element("body", None, element("div", {"type": "collation"}, body)),
        element("back", None, element("div", {"type": "set_aside"}, back)) if back else "",
    )
    root = {"xmlns": SPACE, "xml:lang": document.language}
    return (HEAD + element("TEI", root, header(document, witnesses), text) + "\n").encode()


def witness(version: Version, names: Names) -> Witness:
    """Give a version its name and look up its units."""
    own = units(version)
    return Witness(
        names.give(version.siglum),
        version,
        {unit.id: unit for unit in own},
        {unit.id: number for number, unit in enumerate(own, 1)},
    )


def header(document: Document, witnesses: Sequence[Witness]) -> str:
    """Write the header: what this is, and the list of witnesses."""
    source = element("listWit", None, *map(described, witnesses)) if witnesses else element("p", None, "—")
    return element(
        "teiHeader",
        None,
        element(
            "fileDesc",
            None,
            element("titleStmt", None, element("title", None, escape(unwrapped(document.title)))),
            element("publicationStmt", None, element("p", None, "Made by hexapla from the source texts.")),
            element("sourceDesc", None, source),
        ),
        element(
            "encodingDesc",
            None,
            element("variantEncoding", {"method": "parallel-segmentation", "location": "internal"}),
        ),
    )


def described(each: Witness) -> str:
    """Write a witness."""
    version = each.version
    date = version.issued
    return element(
        "witness",
        {"xml:id": each.name, "n": unwrapped(version.label)},
        element("title", None, escape(unwrapped(version.title))),
        element("date", {"when": date}, escape(date)) if date else "",
        element("idno", {"type": "file"}, escape(version.source.path)),
        element("idno", {"type": "sha256"}, escape(version.source.sha256)),
        element("note", {"type": "completeness"}, version.completeness.value),
    )


def titled(witnesses: Sequence[Witness], names: Names) -> Iterator[str]:
    """Yield the versions' titles as an entry; a file's name is none, and without one a version omits it."""
    texts = [(each, escape(unwrapped(stated_title(each.version)))) for each in witnesses]
    found = [Reading(each, (), text, text) for each, text in texts if text]
    if found:
        lacking = omission([each for each, text in texts if not text])
        yield application(names.give("title"), "title", found, lacking)


def applications(alignment: Alignment, witnesses: Sequence[Witness], names: Names) -> Iterator[str]:
    """Yield the rows, and the divisions before them, each as an `<app>`."""
    divisions = Divisions(alignment.document.versions)
    for row in alignment.rows:
        yield from headings(divisions.before(row.cells), witnesses, names)
        name = names.give(f"row__{row.id}")
        yield application(name, "row", readings(row, witnesses, names), lacking(row, witnesses))
    yield from headings(divisions.last, witnesses, names)


def headings(found: Sequence[Sequence[Clause]], witnesses: Sequence[Witness], names: Names) -> Iterator[str]:
    """Yield the divisions of all versions at a place."""
    made = []
    for each, clauses in zip(witnesses, found, strict=True):
        if clauses:
            anchors = tuple(names.give(f"{each.version.siglum}__{clause.id}") for clause in clauses)
            texts = [escape(division_line(clause)) for clause in clauses]
            made.append(Reading(each, anchors, "\n".join(texts), segments("division", anchors, texts)))
    if made:
        yield application(None, "division", made)


def readings(row: Row, witnesses: Sequence[Witness], names: Names) -> Iterator[Reading]:
    """Yield what each version has in a row."""
    for each, cell in zip(witnesses, row.cells, strict=True):
        if cell:
            own = [each.units[name] for name in cell]
            anchors = tuple(names.give(f"{each.version.siglum}__{unit.id}") for unit in own)
            texts = [lines(unit) for unit in own]
            places = [str(each.place[unit.id]) for unit in own]
            yield Reading(each, anchors, "\n".join(texts), segments("unit", anchors, texts, places))


def lines(unit: Unit) -> str:
    """Write a unit: its number and heading, and its lines parted by `<lb/>`."""
    return "".join(
        element("seg", {"type": "head"}, escape(piece.text).replace("\n", "<lb/>"))
        if piece.head
        else escape(piece.text).replace("\n", "<lb/>")
        for piece in unmarked(unit)
    )


def segments(
    kind: str, anchors: Sequence[str], texts: Sequence[str], places: Sequence[str] | None = None
) -> str:
    """Write clauses with their names; `n` is a unit's ordinal in its version."""
    return "".join(
        element("seg", {"type": kind, "xml:id": name, "n": place}, text)
        for name, text, place in zip_longest(anchors, texts, places or ())
    )


def application(name: str | None, kind: str, found: Iterable[Reading], lacking: Sequence[str] = ()) -> str:
    """Write an `<app>`: witnesses that say the same in one reading, under the names of the first of them."""
    groups: dict[str, list[Reading]] = {}
    for reading in found:
        groups.setdefault(reading.content, []).append(reading)
    made = []
    for same in groups.values():
        others = "".join(
            element("anchor", {"xml:id": anchor}) for reading in same[1:] for anchor in reading.anchors
        )
        wit = " ".join(f"#{reading.witness.name}" for reading in same)
        made.append(element("rdg", {"wit": wit}, others, same[0].marked))
    made += lacking
    return element("ab", {"type": kind}, element("app", {"xml:id": name, "type": kind}, *made)) + "\n"


def lacking(row: Row, witnesses: Sequence[Witness]) -> list[str]:
    """Write the witnesses that have nothing here: an omission, or a lacuna, which proves nothing."""
    absent = [each for each, cell in zip(witnesses, row.cells, strict=True) if not cell]
    lost = [f"#{each.name}" for each in absent if each.version.siglum in row.not_in_text]
    made = omission([each for each in absent if each.version.siglum not in row.not_in_text])
    if lost:
        gap = element("gap", {"reason": "lacuna"})
        made.append(element("rdg", {"wit": " ".join(lost), "type": "lacuna"}, gap))
    return made


def omission(absent: Sequence[Witness]) -> list[str]:
    """Write the witnesses that omit an entry, if there are any."""
    wit = " ".join(f"#{each.name}" for each in absent)
    return [element("rdg", {"wit": wit, "type": "omission"})] if absent else []


def aside(witnesses: Sequence[Witness], document: Document) -> Iterator[str]:
    """Yield the text that belongs to no clause, of each version, then of the sources around them."""
    for each in witnesses:
        for one in each.version.set_aside:
            yield from stretches(one, each.version.source.text, f"#{each.name}")
    texts = {source.path: source.text for source in document.sources}
    for one in document.set_aside:
        yield from stretches(one, texts.get(one.file or "", ""), None)


def stretches(one: SetAside, text: str, where: str | None) -> Iterator[str]:
    """Yield stretches that hold more than white space."""
    for start, end in one.spans:
        if stretch := text[start:end].strip():
            content = escape(stretch).replace("\n", "<lb/>")
            yield element("ab", {"type": one.kind, "corresp": where}, content) + "\n"
