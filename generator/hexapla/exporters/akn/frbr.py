"""Who a text is: work, expression and manifestation, with IRIs after the naming convention, chapter 4."""

from typing import Final

from hexapla.archive import first_day
from hexapla.exporters.xml_ids import XmlIds
from hexapla.exporters.xml_writer import write_element
from hexapla.model import Document, Version
from hexapla.text import unwrap

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
