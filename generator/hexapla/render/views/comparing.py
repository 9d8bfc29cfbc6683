"""The side-by-side page of two versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hexapla.model import Page, TocEntry, Version
from hexapla.render import kinds, uris
from hexapla.render.layout import Layout
from hexapla.render.templating import page
from hexapla.render.views.frame import Link, frame, imprint, label
from hexapla.render.views.map import marks
from hexapla.render.views.outside import lead_outside, outside
from hexapla.render.views.picture import picture
from hexapla.render.views.rows import Row, folded
from hexapla.render.views.table import Table
from hexapla.render.views.unpublished import unpublished
from hexapla.render.words import only_words
from hexapla.text import key

__all__ = ["compare_page", "compare_values"]

KEYS = {"n": "next", "p": "previous", "v": "view", "?": "help"}
"""what the script listens to"""


@dataclass(frozen=True, slots=True)
class Filter:
    """A count that is a filter."""

    name: str
    count: int
    text: str


def compare_page(layout: Layout, base: str, target: str) -> Page:
    """Make the page."""
    document, say = layout.document, layout.say_between(base, target)
    here = uris.compare_uri(document.id, base, target)
    values = compare_values(layout, base, target, here)
    rows: tuple[Row, ...] = values["rows"]
    hashes = " / ".join(imprint(document.version(siglum)) for siglum in (base, target))
    foot = [say("pair", base=base, target=target), f"sha256 {hashes}"]
    toc = tuple(
        TocEntry(row.level, row.name, row.heading) for row in rows if row.tokens == "chapter" and row.heading
    )
    return page(
        "compare.html",
        uri=here,
        title=say("compare-title", base=base, target=target, title=document.title),
        toc=toc,
        values={
            **frame(layout, here, "compare", wide=True, foot=foot),
            "say": say,
            "comparison": values,
            "pickers": pickers(layout, here, base, target),
            "unpublished": unpublished(layout, base),
            "swap": uris.link(here, uris.compare_uri(document.id, target, base)),
            "aside": aside(layout, here, base, target),
        },
    )


def compare_values(layout: Layout, base: str, target: str, here: str | None = None) -> dict[str, Any]:
    """Return what the comparison itself is made of, without the page around it.

    `here` is the page's address; None: there are no other pages to link to.
    """
    document, say = layout.document, layout.say_between(base, target)
    table = Table(layout, base, target)
    rows = table.rows()
    tally = kinds.counts(reading.kinds for reading in table.readings.values())
    versions = [document.version(siglum) for siglum in (base, target)]
    return {
        "rows": rows,
        "outside": outside(layout, base, target, here),
        "table": list(folded(rows, say)),
        "say": say,
        "marks": marks(rows),
        "picture": picture(layout, base, target, rows),
        "filters": filters(layout, tally, base, target),
        "heads": [head(layout, version) for version in versions],
        "lead": lead(layout, base, target, tally),
        "key_words": key_words(layout, base, target),
        "help": [(key, say(f"key-{name}")) for key, name in KEYS.items()],
        "formal": "punct" in tally,
        "steps": tally["changed"] + tally.get("punct", 0),
        "states": states(layout, rows, base, target),
        "cite": say(
            "cite-row",
            title=cited(layout, versions),
            place="%s",
            base=label(versions[0]) or base,
            target=label(versions[1]) or target,
            hashes=" / ".join(imprint(version) for version in versions),
        ),
    }


def cited(layout: Layout, versions: Sequence[Version]) -> str:
    """Return the title by which rows of two versions are cited: the document's where it is true of both.

    That is where it is in the titles of both, or both bear one title and it says no less. It may also be the
    later name of a law, or an editor's own: then the versions' titles are told.
    """
    document = layout.document
    titles = list(dict.fromkeys(map(document.title_of, versions)))
    shared = key(document.title)
    if all(shared in key(title) for title in titles) or (len(titles) == 1 and key(titles[0]) in shared):
        return document.title
    return titles[0] if len(titles) == 1 else layout.say("cite-titles", base=titles[0], target=titles[1])


def head(layout: Layout, version: Version) -> dict[str, str]:
    """Return the head of a column."""
    facts = [layout.counted(version.siglum)] if version.numbered else []
    if version.issued:
        facts.append(version.issued)
    if version.siglum in layout.torn_end or version.siglum in layout.torn_start:
        facts.append(broken_at(layout, version))
    return {
        "siglum": version.siglum,
        "label": label(version),
        "facts": " · ".join(facts),
        "who": " · ".join(filter(None, [version.siglum, label(version)])),
        "language": layout.language_of(version.siglum),
    }


def broken_at(layout: Layout, version: Version) -> str:
    """Say where a version breaks off, or begins."""
    own = layout.units[version.siglum]
    if version.siglum in layout.torn_end:
        return layout.say("ends-at", number=layout.called(version.siglum, own[-1:]))
    return layout.say("begins-at", number=layout.called(version.siglum, own[:1]))


def lead(layout: Layout, base: str, target: str, tally: dict[str, int]) -> list[str]:
    """Say in sentences what the table shows."""
    say, document = layout.say_between(base, target), layout.document
    sentences = []
    if not layout.chronological:
        sentences.append(say("lead-parallel"))
    if tally.get("trans"):
        return [*sentences, say("lead-translation", base=base, target=target)]
    sums = {name: tally.get(name, 0) for name in ("changed", "number", "same")}
    sentences.append(say("lead-counts", base=base, target=target, rows=tally["all"], **sums))
    if formal := tally.get("punct", 0):
        sentences.append(say("lead-form", count=formal))
    if lost := tally["all"] - sum(sums.values()) - formal:
        for siglum in (base, target):
            if siglum in layout.torn_end or siglum in layout.torn_start:
                at = broken_at(layout, document.version(siglum))
                sentences.append(say("lead-lack", version=siglum, at=at, count=lost))
    return [*sentences, *lead_outside(layout, base, target)]


def key_words(layout: Layout, base: str, target: str) -> tuple[str, str]:
    """Return the legend's words for both marks."""
    if layout.ordered(base, target):
        return layout.say("key-del"), layout.say("key-ins")
    return layout.say("key-only", version=base), layout.say("key-only", version=target)


def states(layout: Layout, rows: tuple[Row, ...], base: str, target: str) -> list[tuple[str, str]]:
    """Return the legend of the picture: what rows of this table are, each with its word."""
    say = layout.say_between(base, target)
    only = only_words(say, base, target, ordered=layout.ordered(base, target))
    there = {row.state for row in rows if row.tokens != "chapter"}
    return [(name, kinds.drawn_word(name, say, only)) for name in kinds.STATES if name in there]


def filters(layout: Layout, tally: dict[str, int], base: str, target: str) -> list[Filter]:
    """Return the counts."""
    say = layout.say_between(base, target)
    gone, new = only_words(say, base, target, ordered=layout.ordered(base, target))
    own = {"del": gone, "add": new}
    return [
        Filter(name, count, own.get(name) or say(f"filter-{name.replace(' ', '-')}"))
        for name, count in tally.items()
    ]


def pickers(layout: Layout, here: str, base: str, target: str) -> list[tuple[str, list[Link]]]:
    """Return links to the comparisons that differ from this one on one side.

    Where a version has no page with the one that stays, the link leads to its page with its neighbour, on the
    left the one after it, on the right the one before, and says so: every version can be reached.
    """
    made = []
    for name, own, stays in (("pick-base", base, target), ("pick-target", target, base)):
        links = []
        for version in layout.document.versions:
            siglum = version.siglum
            if siglum == own:
                links.append(Link("", label(version), current=True, siglum=siglum))
            elif siglum != stays:
                left = own == base
                other = stays if (siglum, stays) in layout.open else neighbour(layout, siglum, after=left)
                pair = (siglum, other) if left else (other, siglum)
                there = uris.link(here, uris.compare_uri(layout.document.id, *pair))
                note = "" if other == stays else layout.say("pick-with", version=other)
                links.append(Link(there, label(version), siglum=siglum, note=note))
        made.append((layout.say(name), links))
    return made


def neighbour(layout: Layout, siglum: str, *, after: bool) -> str:
    """Return the version after another, or before it; at the end the one on its other side."""
    sigla = layout.document.sigla
    at = sigla.index(siglum)
    inward = at == len(sigla) - 1 if after else at > 0
    return sigla[at - 1] if inward else sigla[at + 1]


def aside(layout: Layout, here: str, base: str, target: str) -> list[Link]:
    """Return links to the text that was set aside from either version."""
    made = []
    for siglum in (base, target):
        version = layout.document.version(siglum)
        stretches = sum(entry.kind != "blank" for entry in version.set_aside)
        if stretches:
            href = uris.link(here, uris.read_uri(layout.document.id, siglum), "set-aside")
            made.append(Link(href, layout.say("aside-link", version=siglum, count=stretches)))
    return made
