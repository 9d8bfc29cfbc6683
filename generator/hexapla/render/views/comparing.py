"""The side-by-side page of two versions."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from hexapla.model import Page, TocEntry, Version
from hexapla.render import kinds, uris
from hexapla.render.layout import Layout
from hexapla.render.templating import page
from hexapla.render.views.frame import Link, frame, imprint, label
from hexapla.render.views.rows import Row, folded
from hexapla.render.views.table import Table
from hexapla.render.words import only_words

__all__ = ["compare_page", "compare_values"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A row's mark on the map, in percent of its height, as guessed from lengths of text."""

    href: str
    css: str
    top: str
    height: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A count that is a filter."""

    name: str
    count: int
    text: str


def compare_page(layout: Layout, base: str, target: str) -> Page:
    """Make the page."""
    document, say = layout.document, layout.say
    here = uris.compare_uri(document.id, base, target)
    values = compare_values(layout, base, target)
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
            **values,
            "pickers": pickers(layout, here, base, target),
            "aside": aside(layout, here, base, target),
        },
    )


def compare_values(layout: Layout, base: str, target: str) -> dict[str, Any]:
    """Return what the comparison itself is made of, without the page around it."""
    document, say = layout.document, layout.say
    table = Table(layout, base, target)
    rows = table.rows()
    tally = kinds.counts(reading.kinds for reading in table.readings.values())
    versions = [document.version(siglum) for siglum in (base, target)]
    return {
        "rows": rows,
        "table": list(folded(rows, layout.say)),
        "marks": marks(rows),
        "filters": filters(layout, tally, base, target),
        "heads": [head(layout, version) for version in versions],
        "lead": lead(layout, base, target, tally),
        "key_words": key_words(layout, base, target),
        "cite": say(
            "cite-row",
            title=document.title,
            place="%s",
            base=label(versions[0]) or base,
            target=label(versions[1]) or target,
            hashes=" / ".join(imprint(version) for version in versions),
        ),
    }


def head(layout: Layout, version: Version) -> dict[str, str]:
    """Return the head of a column."""
    facts = [layout.say("count-clauses", count=version.numbered)] if version.numbered else []
    if version.issued:
        facts.append(version.issued)
    if version.siglum in layout.torn_end or version.siglum in layout.torn_start:
        facts.append(broken_at(layout, version))
    return {
        "siglum": version.siglum,
        "label": label(version),
        "facts": " · ".join(facts),
        "who": " · ".join(filter(None, [version.siglum, label(version)])),
    }


def broken_at(layout: Layout, version: Version) -> str:
    """Say where a version breaks off, or begins."""
    own = layout.units[version.siglum]
    if version.siglum in layout.torn_end:
        return layout.say("ends-at", number=layout.called(version.siglum, own[-1:]))
    return layout.say("begins-at", number=layout.called(version.siglum, own[:1]))


def lead(layout: Layout, base: str, target: str, tally: dict[str, int]) -> list[str]:
    """Say in sentences what the table shows."""
    say, document = layout.say, layout.document
    sentences = []
    if not layout.chronological:
        sentences.append(say("lead-parallel"))
    if tally.get("trans"):
        return [*sentences, say("lead-translation", base=base, target=target)]
    same = tally["all"] - tally["changed"] - tally.get("lack", 0)
    sentences.append(
        say(
            "lead-counts",
            base=base,
            target=target,
            rows=tally["all"],
            changed=tally["changed"],
            same=max(same, 0),
        )
    )
    if tally.get("lack"):
        for siglum in (base, target):
            if siglum in layout.torn_end or siglum in layout.torn_start:
                at = broken_at(layout, document.version(siglum))
                sentences.append(say("lead-lack", version=siglum, at=at, count=tally["lack"]))
    return sentences


def key_words(layout: Layout, base: str, target: str) -> tuple[str, str]:
    """Return the legend's words for both marks."""
    if layout.chronological:
        return layout.say("key-del"), layout.say("key-ins")
    return layout.say("key-only", version=base), layout.say("key-only", version=target)


def filters(layout: Layout, tally: dict[str, int], base: str, target: str) -> list[Filter]:
    """Return the counts."""
    gone, new = only_words(layout.say, layout.document, base, target)
    own = {"del": gone, "add": new}
    return [
        Filter(name, count, own.get(name) or layout.say(f"filter-{name.replace(' ', '-')}"))
        for name, count in tally.items()
    ]


def marks(rows: tuple[Row, ...]) -> list[Mark]:
    """Return the map."""
    whole = sum(row.weight for row in rows) or 1
    ends = list(accumulate(row.weight for row in rows))
    made = []
    for row, end in zip(rows, ends, strict=True):
        css = "hx-map-ch" if row.tokens == "chapter" else f"hx-s-{row.state}"
        if row.state in {"add", "del"} or row.tokens == "from":
            left = row.cells[0].groups
            css += " hx-map-l" if left else " hx-map-r"
        top, height = 100 * (end - row.weight) / whole, 100 * row.weight / whole
        made.append(Mark(uris.fragment(row.name), css, f"{top:.2f}", f"{height:.2f}"))
    return made


def pickers(layout: Layout, here: str, base: str, target: str) -> list[tuple[str, list[Link]]]:
    """Return links to the comparisons that differ from this one on one side."""
    made = []
    for name, own, other in (("pick-base", base, target), ("pick-target", target, base)):
        links = []
        for version in layout.document.versions:
            siglum = version.siglum
            pair = next((pair for pair in ((siglum, other), (other, siglum)) if pair in layout.pairs), None)
            if siglum == own:
                links.append(Link("", label(version), current=True, siglum=siglum))
            elif pair:
                there = uris.compare_uri(layout.document.id, *pair)
                links.append(Link(uris.link(here, there), label(version), siglum=siglum))
        if len(links) > 1:
            made.append((layout.say(name), links))
    return made


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
