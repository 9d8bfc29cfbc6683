"""What differs outside the clauses, told at the head of a comparison: titles, notes, signatures."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from hexapla.model import SetAsideChange
from hexapla.pages import uris
from hexapla.pages.edit_runs import Side, build_edit_runs, render_side
from hexapla.pages.inline_html import render_runs
from hexapla.pages.page_context import PageContext
from hexapla.reading.captions import name_paratext


@dataclass(frozen=True, slots=True)
class ParatextWording:
    """What one version has."""

    siglum: str
    language: str
    html: Markup
    """empty where the version has nothing"""
    void: str
    """what is said then"""
    place: str
    """in the file, in words"""
    href: str | None
    """to the text that was set aside, where there is a page to link to"""


@dataclass(frozen=True, slots=True)
class ParatextDifference:
    """A difference."""

    name: str
    """what differs: title, footnote ²"""
    wordings: tuple[ParatextWording, ...]


def build_paratext_differences(
    layout: PageContext, base: str, target: str, here: str | None
) -> tuple[ParatextDifference, ...]:
    """Return what differs between two versions outside their clauses.

    Args:
        layout: the document's.
        base: siglum.
        target: siglum.
        here: address of the page, from which the text that was set aside is linked; None: there are no pages.
    """
    return tuple(
        ParatextDifference(
            name=name_paratext(each, layout.say),
            wordings=(
                build_wording(layout, each, "base", (base, target), here),
                build_wording(layout, each, "target", (base, target), here),
            ),
        )
        for each in layout.outside[base, target]
    )


def build_wording(
    layout: PageContext, change: SetAsideChange, side: Side, pair: tuple[str, str], here: str | None
) -> ParatextWording:
    """Return the wording of one version, with its marks."""
    say = layout.say_between(*pair)
    siglum, spans = (pair[0], change.base_spans) if side == "base" else (pair[1], change.target_spans)
    aside = uris.read_uri(layout.document.id, siglum)
    return ParatextWording(
        siglum=siglum,
        language=layout.language_of(siglum),
        html=render_runs(render_side(build_edit_runs(change.edits, None), side), say)
        if spans
        else Markup(""),
        void="" if spans else say("outside-void", version=siglum),
        place=layout.place(siglum, spans[0][0]) if spans else "",
        href=uris.link(here, aside, "set-aside") if here is not None and spans else None,
    )


def summarize_paratexts(layout: PageContext, base: str, target: str) -> list[str]:
    """Say in a sentence how much differs outside the clauses, and what; nothing if nothing does."""
    kinds = Counter(each.kind for each in layout.outside[base, target])
    if not kinds:
        return []
    told = [layout.say("outside-kind", kind=kind, count=count) for kind, count in kinds.items()]
    what = layout.say("list-separator").join(told)
    return [layout.say("lead-outside", count=kinds.total(), what=what)]
