"""Since when words stand, on the pages: which version brought each, and a clause's age in one line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from hexapla.model import Document, Version
from hexapla.pages import uris
from hexapla.pages.marked_text import OriginMark, Run
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.page_frame import name_version_shortly, version_label
from hexapla.reading.since_when import measure_age, tell_age
from hexapla.units import Unit

SHADES: Final = 5
"""steps of age that the eye tells apart; the newest words bear the last"""


@dataclass(frozen=True, slots=True)
class OriginKey:
    """A version that brought words of a text, with its shade."""

    siglum: str
    label: str
    shade: int
    """1 to `SHADES`, the newest last; 0: its words are the oldest and bear none"""
    href: str


def run_origins(layout: PageContext, version: Version, unit: Unit) -> tuple[Run, ...]:
    """Return a unit's text as runs; those of later versions than the document's first bear their mark."""
    found = layout.origins.get(version.siglum, {}).get(unit.id)
    if found is None or not unit.text:
        return (Run("", unit.text),)
    marks: dict[str | None, OriginMark | Literal[""]] = {
        each.siglum: OriginMark(each.siglum, shade) if shade else ""
        for each, shade in shade_versions(layout.document, version)
    }
    marks[None] = OriginMark("")
    return tuple(Run(marks[run.version], unit.text[run.start : run.end]) for run in found.text)


def shade_versions(document: Document, version: Version) -> Iterator[tuple[Version, int]]:
    """Yield the versions up to one, each with its step of age."""
    last = document.versions.index(version)
    for at, each in enumerate(document.versions[: last + 1]):
        yield each, -(-SHADES * at // last) if last else 0


def list_origin_keys(layout: PageContext, version: Version, here: str) -> list[OriginKey]:
    """Return the versions that can have brought words of a text; none where nothing could be told."""
    document = layout.document
    if version.siglum not in layout.origins or version is document.versions[0]:
        return []
    return [
        OriginKey(
            siglum=each.siglum,
            label=version_label(each),
            shade=shade,
            href=uris.link(here, uris.read_uri(document.id, each.siglum)),
        )
        for each, shade in shade_versions(document, version)
    ]


def tell_unit_age(layout: PageContext, siglum: str, unit: Unit) -> str:
    """Say since when a unit reads as it does; empty where nobody can tell, or where it cannot but be new."""
    found = layout.origins.get(siglum, {}).get(unit.id)
    age = measure_age(unit, found.text, layout.document.sigla) if found else None
    if age is None:
        return ""
    names = {
        each.siglum: name_version_shortly(layout, each) or each.siglum for each in layout.document.versions
    }
    passages = {name: layout.passages.call_inside((siglum, name), layout.say) for name in age.kept}
    return tell_age(age, layout.say, names, passages)


def tell_row_age(layout: PageContext, row: str) -> Iterator[str]:
    """Yield since when the clauses of a row read as they do in the last version; none where it lacks them."""
    siglum = layout.document.sigla[-1]
    told = (tell_unit_age(layout, siglum, unit) for unit in layout.cell(row, siglum))
    yield from filter(None, told)
