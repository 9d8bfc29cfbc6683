"""Text outside the clauses: where two versions differ in titles, notes, signatures; what was set aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hexapla.i18n import Messages
from hexapla.model import SetAside, SetAsideChange, Source
from hexapla.pages import uris
from hexapla.pages.marked_text import Side, build_edit_runs, render_runs, render_side
from hexapla.pages.page_context import PageContext
from hexapla.reading.captions import name_paratext
from hexapla.reading.summary import tell_outside

BLANK = "blank"
"""white space is set aside too, so that every character is accounted for; there is nothing to show of it"""


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


@dataclass(frozen=True, slots=True)
class SetAsideText:
    """A stretch that was set aside."""

    kind: str
    text: str
    file: str | None


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
    told = tell_outside(layout.outside[base, target], layout.say)
    return [told] if told else []


def collect_set_aside(
    entries: Iterable[SetAside], sources: Mapping[str, Source], file: str | None, say: Messages
) -> tuple[SetAsideText, ...]:
    """Return what was set aside, in the order of the text.

    Args:
        entries: set-aside stretches.
        sources: by path.
        file: the source of entries that name none; None: each names its own, which is then shown.
        say: words.
    """
    made = []
    for entry in entries:
        source = sources[entry.file or file or ""]
        text = "\n".join(source.text[slice(*span)].strip() for span in entry.spans).strip()
        if text and entry.kind != BLANK:
            made.append(SetAsideText(say("aside-kind", kind=entry.kind), text, None if file else source.path))
    return tuple(made)
