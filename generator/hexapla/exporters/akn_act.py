"""A version as an Akoma Ntoso 3.0 act: identification (FRBR), title, clauses, what was set aside.

Work, expression and manifestation have IRIs after chapter 4 of the Akoma Ntoso Naming Convention 1.0.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from hexapla.archive import first_day
from hexapla.exporters.akn_hierarchy import (
    AknElement,
    build_tree,
    is_annex,
    write_body,
    write_main_body,
    write_number_and_heading,
)
from hexapla.exporters.xml_writer import XML_DECLARATION, XmlIds, escape, write_element
from hexapla.model import Document, Version
from hexapla.paratexts import stated_title
from hexapla.text import unwrap

AKN_NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
HEXAPLA_NAMESPACE: Final = "urn:hexapla:akn"
SOURCE: Final = "#hexapla"
"""reference to who made the data"""
UNDATED: Final = "0001-01-01"
"""the standard asks for a date; `name="undated"` says that this is none"""
UNKNOWN_COUNTRY: Final = "xx"
"""ISO 3166 keeps this code for private use: a text does not say whose law it is"""
LANGUAGES: Final = {
    "ar": "ara",
    "cs": "ces",
    "da": "dan",
    "de": "deu",
    "el": "ell",
    "en": "eng",
    "es": "spa",
    "fa": "fas",
    "fi": "fin",
    "fr": "fra",
    "he": "heb",
    "hi": "hin",
    "hu": "hun",
    "id": "ind",
    "it": "ita",
    "ja": "jpn",
    "ko": "kor",
    "la": "lat",
    "mn": "mon",
    "nl": "nld",
    "no": "nor",
    "pl": "pol",
    "pt": "por",
    "ro": "ron",
    "ru": "rus",
    "sv": "swe",
    "th": "tha",
    "tr": "tur",
    "uk": "ukr",
    "vi": "vie",
    "zh": "zho",
}
"""ISO 639-2/T, which the naming convention asks for"""


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


def write_identification(document: Document, version: Version, component: str = "main") -> str:
    """Write work, expression and manifestation of a component: the text itself, or an annex."""
    first, _ = complete_date(min((v.issued for v in document.versions if v.issued), default=None))
    day, dated = complete_date(version.issued)
    work = f"/akn/{country_code(version)}/act/{first}/{XmlIds().give(document.id)}"
    expression = f"{work}/{language_code(version)}@{expression_mark(document, version)}"
    title = write_element("FRBRalias", {"value": unwrap(document.title), "name": "title"})
    begun = write_element("FRBRdate", {"date": first, "name": dated if first == UNDATED else "issued"})
    issued = write_element("FRBRdate", {"date": day, "name": dated})
    where = write_element("FRBRcountry", {"value": country_code(version)})
    tongue = write_element("FRBRlanguage", {"language": language_code(version)})
    form = write_element("FRBRformat", {"value": "application/akn+xml"})
    this = f"{expression}/!{component}"
    return write_element(
        "identification",
        {"source": SOURCE},
        write_frbr_level("FRBRWork", f"{work}/!{component}", work, title + begun, where),
        write_frbr_level("FRBRExpression", this, expression, issued, tongue),
        write_frbr_level("FRBRManifestation", f"{this}.xml", f"{expression}.akn", issued, form),
    )


def write_frbr_level(name: str, this: str, uri: str, dates: str, own: str) -> str:
    """Write one of the three: its IRIs, what it is dated, who made it, and what it alone has."""
    return write_element(
        name,
        None,
        write_element("FRBRthis", {"value": this}),
        write_element("FRBRuri", {"value": uri}),
        dates,
        write_element("FRBRauthor", {"href": SOURCE, "as": "#editor"}),
        own,
    )


def expression_mark(document: Document, version: Version) -> str:
    """Return what tells an expression from the others in its language: its date, else its siglum."""
    rivals = [
        other.siglum
        for other in document.versions
        if (other.issued, language_code(other)) == (version.issued, language_code(version))
    ]
    return complete_date(version.issued)[0] if version.issued and len(rivals) == 1 else version.siglum


def complete_date(date: str | None) -> tuple[str, str]:
    """Return a whole date, a year standing for its first day, and what it is the date of."""
    return (first_day(date), "issued") if date else (UNDATED, "undated")


def language_code(version: Version) -> str:
    """Return the language's code of three letters."""
    return LANGUAGES.get(version.language.lower().split("-")[0], "und")


def country_code(version: Version) -> str:
    """Return the country that the language's tag names, if it does."""
    letters = 2
    subtags = version.language.split("-")[1:]
    return next(
        (each.lower() for each in subtags if len(each) == letters and each.isalpha()), UNKNOWN_COUNTRY
    )
