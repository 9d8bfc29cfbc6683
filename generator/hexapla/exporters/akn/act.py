"""A version as an Akoma Ntoso act: who it is (FRBR), its title, its clauses, what was set aside."""

from collections.abc import Iterator, Sequence
from typing import Final

from hexapla.exporters.akn.frbr import SOURCE, write_identification
from hexapla.exporters.akn.hierarchy import (
    AknElement,
    build_tree,
    is_annex,
    write_body,
    write_main_body,
    write_number_and_heading,
)
from hexapla.exporters.xml_ids import XmlIds
from hexapla.exporters.xml_writer import XML_DECLARATION, escape, write_element
from hexapla.model import Document, Version
from hexapla.paratexts import stated_title
from hexapla.text import unwrap

AKN_NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
HEXAPLA_NAMESPACE: Final = "urn:hexapla:akn"


def write_act(document: Document, version: Version) -> bytes:
    """Write a version as Akoma Ntoso.

    Post-conditions:
        1. Every clause is one element, in document order, with its number, heading and text.
        2. eIds are unique and say the path of the element.
        3. A title is one that the text or its editor states; without one there is no preface.
    """
    tongue = {"xml:lang": version.language}
    names = XmlIds(repetition="_")
    law, annexes = split_annexes(build_tree(version.clauses))
    content = write_element(
        "act",
        {"name": "act", "contains": "singleVersion"},
        write_meta(document, version),
        write_preface(version),
        write_element("body", tongue, write_body(law, names)),
        write_attachments(document, version, annexes, names),
    )
    return (XML_DECLARATION + write_element("akomaNtoso", {"xmlns": AKN_NAMESPACE}, content) + "\n").encode()


def write_preface(version: Version) -> str:
    """Write the title."""
    title = escape(unwrap(stated_title(version)))
    if not title:
        return ""
    long_title = write_element(
        "longTitle", None, write_element("p", None, write_element("docTitle", None, title))
    )
    return write_element("preface", {"xml:lang": version.language}, long_title)


def split_annexes(roots: Sequence[AknElement]) -> tuple[Sequence[AknElement], Sequence[AknElement]]:
    """Part a text from the annexes at its end; a text of annexes alone has none."""
    at = len(roots)
    while at > 1 and is_annex(roots[at - 1]):
        at -= 1
    return roots[:at], roots[at:]


def write_attachments(
    document: Document, version: Version, annexes: Sequence[AknElement], names: XmlIds
) -> str:
    """Write annexes: each a document of its own, whose numbers begin anew."""
    made = []
    for number, annex in enumerate(annexes, 1):
        name = names.give(f"att_{number}")
        content = write_element(
            "doc",
            {"name": "annex"},
            write_element("meta", None, write_identification(document, version, f"annex_{number}")),
            write_element("mainBody", {"xml:lang": version.language}, write_main_body(annex, name, names)),
        )
        own = annex.clause.id if annex.clause else None
        made.append(
            write_element(
                "attachment", {"eId": name, "GUID": own}, write_number_and_heading(annex.clause), content
            )
            + "\n"
        )
    return write_element("attachments", None, *made) if made else ""


def write_meta(document: Document, version: Version) -> str:
    """Write who the text is, whom the data come from, and what stands in the source but not in the law."""
    return write_element(
        "meta",
        None,
        write_identification(document, version),
        write_element(
            "references",
            {"source": SOURCE},
            write_element(
                "TLCOrganization",
                {"eId": SOURCE[1:], "href": "/akn/ontology/organization/hexapla", "showAs": "hexapla"},
            ),
            write_element(
                "TLCRole", {"eId": "editor", "href": "/akn/ontology/role/editor", "showAs": "editor"}
            ),
        ),
        write_element(
            "proprietary",
            {"source": SOURCE, "xmlns:hx": HEXAPLA_NAMESPACE},
            write_element(
                "hx:version",
                {
                    "siglum": version.siglum,
                    "label": unwrap(version.label),
                    "file": version.source.path,
                    "sha256": version.source.sha256,
                    "completeness": version.completeness.value,
                },
            ),
            *write_set_aside(version),
        ),
    )


def write_set_aside(version: Version) -> Iterator[str]:
    """Yield what was set aside."""
    for one in version.set_aside:
        for start, end in one.spans:
            if stretch := version.source.text[start:end].strip():
                yield write_element("hx:setAside", {"kind": one.kind}, escape(stretch))
