"""A version as an Akoma Ntoso act: who it is (FRBR), its title, its clauses, what was set aside."""

from collections.abc import Iterator
from typing import Final

from hexapla.export.akn.hierarchy import body, tree
from hexapla.export.lines import unwrapped
from hexapla.export.markup import HEAD, element, escape
from hexapla.export.names import Names
from hexapla.model import Document, Version

__all__ = ["act"]

SPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_SPACE: Final = "urn:hexapla:akn"
SOURCE: Final = "#hexapla"
UNDATED: Final = "0001-01-01"
"""the standard asks for a date; `name="undated"` says that this is none"""
NOWHERE: Final = "xx"
"""ISO 3166 keeps this code for private use: a text does not say whose law it is"""
LANGUAGES: Final = {
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "ja": "jpn",
    "ko": "kor",
    "la": "lat",
    "nl": "nld",
    "pl": "pol",
    "pt": "por",
    "ru": "rus",
    "zh": "zho",
}
"""ISO 639-2/T, which the naming convention asks for"""
WIDTHS: Final = (4, 2, 2)


def act(document: Document, version: Version) -> bytes:
    """Write a version as Akoma Ntoso.

    Post-conditions:
        1. Every clause is one element, in document order, with its number, heading and text.
        2. eIds are unique and say the path of the element.
    """
    name = unwrapped(document.title)
    content = element(
        "act",
        {"name": "act", "contains": "singleVersion"},
        meta(document, version),
        element(
            "preface",
            None,
            element(
                "longTitle",
                None,
                element("p", None, element("docTitle", None, escape(unwrapped(version.title) or name))),
            ),
        ),
        body(tree(version.clauses)),
    )
    return (HEAD + element("akomaNtoso", {"xmlns": SPACE}, content) + "\n").encode()


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


def identification(document: Document, version: Version) -> str:
    """Write work, expression and manifestation, after the naming convention."""
    day, dated = full_date(version.issued)
    first, _ = full_date(min((v.issued for v in document.versions if v.issued), default=None))
    tongue = language(version)
    work = f"/akn/{country(version)}/act/{first}/{Names().give(document.id)}"
    expression = f"{work}/{tongue}@{day}"
    author = element("FRBRauthor", {"href": SOURCE, "as": "#editor"})
    issued = element("FRBRdate", {"date": day, "name": dated})
    return element(
        "identification",
        {"source": SOURCE},
        element(
            "FRBRWork",
            None,
            element("FRBRthis", {"value": f"{work}/!main"}),
            element("FRBRuri", {"value": work}),
            element("FRBRalias", {"value": unwrapped(document.title), "name": "title"}),
            element("FRBRdate", {"date": first, "name": dated if first == UNDATED else "issued"}),
            author,
            element("FRBRcountry", {"value": country(version)}),
        ),
        element(
            "FRBRExpression",
            None,
            element("FRBRthis", {"value": f"{expression}/!main"}),
            element("FRBRuri", {"value": expression}),
            issued,
            author,
            element("FRBRlanguage", {"language": tongue}),
        ),
        element(
            "FRBRManifestation",
            None,
            element("FRBRthis", {"value": f"{expression}/!main.xml"}),
            element("FRBRuri", {"value": f"{expression}.akn"}),
            issued,
            author,
            element("FRBRformat", {"value": "application/akn+xml"}),
        ),
    )


def full_date(date: str | None) -> tuple[str, str]:
    """Return a whole date, a year standing for its first day, and what it is the date of."""
    if not date:
        return UNDATED, "undated"
    pieces = [*date.split("-"), "1", "1"][: len(WIDTHS)]
    return "-".join(piece.zfill(width) for piece, width in zip(pieces, WIDTHS, strict=True)), "issued"


def language(version: Version) -> str:
    """Return the language's code of three letters."""
    return LANGUAGES.get(version.language.lower().split("-")[0], "und")


def country(version: Version) -> str:
    """Return the country that the language's tag names, if it does."""
    letters = 2
    subtags = version.language.split("-")[1:]
    return next((each.lower() for each in subtags if len(each) == letters and each.isalpha()), NOWHERE)
