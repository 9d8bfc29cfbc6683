"""A version as an Akoma Ntoso act: who it is (FRBR), its title, its clauses, what was set aside."""

from collections.abc import Iterator, Sequence
from typing import Final

from hexapla.export.akn.hierarchy import Node, body, head, is_annex, main_body, tree
from hexapla.export.akn.identity import SOURCE, identification
from hexapla.export.lines import unwrapped
from hexapla.export.markup import HEAD, element, escape
from hexapla.export.names import Names
from hexapla.model import Document, Version
from hexapla.paratexts import stated_title

__all__ = ["act"]

SPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_SPACE: Final = "urn:hexapla:akn"


def act(document: Document, version: Version) -> bytes:
    """Write a version as Akoma Ntoso.

    Post-conditions:
        1. Every clause is one element, in document order, with its number, heading and text.
        2. eIds are unique and say the path of the element.
        3. A title is one that the text or its editor states; without one there is no preface.
    """
    tongue = {"xml:lang": version.language}
    names = Names(repetition="_")
    law, annexes = parted(tree(version.clauses))
    content = element(
        "act",
        {"name": "act", "contains": "singleVersion"},
        meta(document, version),
        preface(version),
        element("body", tongue, body(law, names)),
        attachments(document, version, annexes, names),
    )
    return (HEAD + element("akomaNtoso", {"xmlns": SPACE}, content) + "\n").encode()


def preface(version: Version) -> str:
    """Write the title."""
    title = escape(unwrapped(stated_title(version)))
    if not title:
        return ""
    long_title = element("longTitle", None, element("p", None, element("docTitle", None, title)))
    return element("preface", {"xml:lang": version.language}, long_title)


def parted(roots: Sequence[Node]) -> tuple[Sequence[Node], Sequence[Node]]:
    """Part a text from the annexes at its end; a text of annexes alone has none."""
    at = len(roots)
    while at > 1 and is_annex(roots[at - 1]):
        at -= 1
    return roots[:at], roots[at:]


def attachments(document: Document, version: Version, annexes: Sequence[Node], names: Names) -> str:
    """Write annexes: each a document of its own, whose numbers begin anew."""
    made = []
    for number, annex in enumerate(annexes, 1):
        name = names.give(f"att_{number}")
        content = element(
            "doc",
            {"name": "annex"},
            element("meta", None, identification(document, version, f"annex_{number}")),
            element("mainBody", {"xml:lang": version.language}, main_body(annex, name, names)),
        )
        own = annex.clause.id if annex.clause else None
        made.append(element("attachment", {"eId": name, "GUID": own}, head(annex.clause), content) + "\n")
    return element("attachments", None, *made) if made else ""


def meta(document: Document, version: Version) -> str:
    """Write who the text is, whom the data come from, and what stands in the source but not in the law."""
    return element(
        "meta",
        None,
        identification(document, version),
        element(
            "references",
            {"source": SOURCE},
            element(
                "TLCOrganization",
                {"eId": SOURCE[1:], "href": "/akn/ontology/organization/hexapla", "showAs": "hexapla"},
            ),
            element("TLCRole", {"eId": "editor", "href": "/akn/ontology/role/editor", "showAs": "editor"}),
        ),
        element(
            "proprietary",
            {"source": SOURCE, "xmlns:hx": OWN_SPACE},
            element(
                "hx:version",
                {
                    "siglum": version.siglum,
                    "label": unwrapped(version.label),
                    "file": version.source.path,
                    "sha256": version.source.sha256,
                    "completeness": version.completeness.value,
                },
            ),
            *aside(version),
        ),
    )


def aside(version: Version) -> Iterator[str]:
    """Yield what was set aside."""
    for one in version.set_aside:
        for start, end in one.spans:
            if stretch := version.source.text[start:end].strip():
                yield element("hx:setAside", {"kind": one.kind}, escape(stretch))
