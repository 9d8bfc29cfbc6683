"""What a collection reuses, as text, JSON, CSV and GraphML."""

from collections.abc import Iterator
from typing import Final

from hexapla.exporters.csv_tables import write_csv
from hexapla.exporters.json_writer import spell_json
from hexapla.exporters.records import SCHEMA
from hexapla.exporters.xml_writer import XML_DECLARATION, escape, write_element
from hexapla.reuse import CollectionReuse, ReuseFamily, ReuseMember

GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
DIGITS: Final = 4
"""of likenesses and shares, which are told to a few thousandths"""
COLUMNS: Final = ("family", "formula", "document", "version", "clause", "number", "date", "likeness", "share")


def write_reuse_json(found: CollectionReuse) -> str:
    """Write families and shares as JSON, as the schema says."""
    record = {
        "schema": SCHEMA,
        "families": [family_record(family) for family in found.families],
        "documents": [
            {
                "id": each.document,
                "title": each.title,
                "characters": each.characters,
                "shares": [
                    {"with": share.document, "share": round(share.share, DIGITS)} for share in each.shares
                ],
            }
            for each in found.documents
        ],
    }
    return spell_json(record) + "\n"


def family_record(family: ReuseFamily) -> dict[str, object]:
    """Return a family as JSON has it."""
    return {
        "id": family.id,
        "formula": family.formula,
        "ordered": family.ordered,
        "members": [
            {
                "document": member.document,
                "version": member.version,
                "clause": member.clause,
                "number": member.number,
                "date": member.date or None,
                "likeness": round(member.likeness, DIGITS),
                "share": round(member.share, DIGITS),
            }
            for member in family.members
        ],
    }


def write_reuse_csv(found: CollectionReuse) -> str:
    """Write a line per clause that stands in a family."""
    lines = (
        (
            family.id,
            "yes" if family.formula else "no",
            member.document,
            member.version,
            member.clause,
            member.number or "",
            member.date,
            f"{member.likeness:.{DIGITS}f}",
            f"{member.share:.{DIGITS}f}",
        )
        for family in found.families
        for member in family.members
    )
    return write_csv((COLUMNS, *lines)).decode()


def write_reuse_graphml(found: CollectionReuse) -> str:
    """Write documents as nodes, and what each shares with another as edges, for network programs."""
    keys = [
        write_element("key", {"id": "title", "for": "node", "attr.name": "title", "attr.type": "string"}),
        write_element(
            "key", {"id": "characters", "for": "node", "attr.name": "characters", "attr.type": "int"}
        ),
        write_element("key", {"id": "share", "for": "edge", "attr.name": "share", "attr.type": "double"}),
    ]
    nodes = [
        write_element(
            "node",
            {"id": each.document},
            write_element("data", {"key": "title"}, escape(each.title)),
            write_element("data", {"key": "characters"}, str(each.characters)),
        )
        for each in found.documents
    ]
    edges = [
        write_element(
            "edge",
            {"source": each.document, "target": share.document},
            write_element("data", {"key": "share"}, f"{share.share:.{DIGITS}f}"),
        )
        for each in found.documents
        for share in each.shares
    ]
    graph = write_element("graph", {"id": "reuse", "edgedefault": "directed"}, *nodes, *edges)
    return XML_DECLARATION + write_element("graphml", {"xmlns": GRAPHML}, *keys, graph) + "\n"


def write_reuse_text(found: CollectionReuse) -> str:
    """Write what a person reads at a terminal: who shares most with whom, then the families."""
    return "\n".join([*list_shares(found), "", *list_families(found)]) + "\n"


def list_shares(found: CollectionReuse) -> Iterator[str]:
    """Yield, for each document, with whom it shares most."""
    yield "Documents, and the share of each that stands in others too (formulae aside):"
    for each in found.documents:
        shared = ", ".join(f"{share.share:.0%} in {share.document}" for share in each.shares[:3])
        yield f"  {each.document}: {shared or 'nothing'}"


def list_families(found: CollectionReuse) -> Iterator[str]:
    """Yield the families with their members."""
    for family in found.families:
        count = len(family.documents)
        kind = "formula" if family.formula else "clause"
        yield f"A {kind} of {count} documents:" + ("" if family.ordered else " (which is first is not known)")
        yield from (f"  {describe_member(member)}" for member in family.members)


def describe_member(member: ReuseMember) -> str:
    """Name a member, and say how much of it is the first's."""
    name = f"{member.document} {member.version} {member.number or member.clause}"
    return f"{name}: {member.likeness:.0%} alike, {member.share:.0%} of it"
