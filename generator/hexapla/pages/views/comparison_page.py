"""The side-by-side page of two versions."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from hexapla.i18n import Messages
from hexapla.model import Document, Page, TocEntry, Version
from hexapla.pages import change_kinds, uris
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.exchanged_words import ExchangedWords, mirror_one_sided, mirror_tokens
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.change_list import list_changes
from hexapla.pages.views.comparison_pictures import build_minimap, describe_diagram, draw_flow_diagram
from hexapla.pages.views.comparison_table import ComparisonTable
from hexapla.pages.views.display_rows import DisplayRow, fold_rows, keep_room
from hexapla.pages.views.exchanged_sides import ExchangedSides
from hexapla.pages.views.in_words import tell_pair, write_plain
from hexapla.pages.views.outside_clauses import (
    build_paratext_differences,
    summarize_paratexts,
)
from hexapla.pages.views.page_frame import (
    QUOTED,
    NavigationLink,
    build_frame_values,
    describe_unpublished,
    describe_works,
    full_version_name,
    short_hash,
    version_label,
)
from hexapla.pages.views.period import build_banner
from hexapla.pages.views.replacements import list_replacements
from hexapla.pages.views.written_rows import write_row
from hexapla.reading.affected_reasons import is_affected
from hexapla.reading.routine import is_routine
from hexapla.text import make_key

KEYS = {"n": "next", "p": "previous", "v": "view", "/": "search", "?": "help"}
"""what the script listens to; the search stands on a site only"""


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """A count that is a filter."""

    name: str
    count: int
    text: str


def render_comparison_page(layout: PageContext, base: str, target: str) -> Page:
    """Make the page of a pair, in the order of its versions; a reader can exchange its sides."""
    document = layout.document
    here = uris.compare_uri(document.id, base, target)
    values = build_comparison_values(layout, base, target, here)
    rows: tuple[DisplayRow, ...] = values["rows"]
    toc = tuple(
        TocEntry(row.level, row.name, row.heading) for row in rows if row.tokens == "chapter" and row.heading
    )
    title, foot = name_page(layout, base, target)
    frame = build_frame_values(layout, here, "compare", wide=True, foot=foot)
    other: ExchangedSides = values["other"]
    other_title, other_foot = name_page(layout, target, base)
    other.said["title"] = [title, other_title]
    other.said["foot"] = [" · ".join(foot), " · ".join(other_foot)]
    return render_page(
        "compare.html",
        uri=here,
        title=title,
        toc=toc,
        description=write_plain(values["told"]),
        values={
            **frame,
            "say": other.words,
            "comparison": values
            | {
                "pickers": build_version_pickers(layout, here, base, target),
                "unpublished": describe_unpublished(layout, base),
                "older": layout.say("lead-older", base=base) if layout.ordered(base, target) else "",
            },
            "aside": link_set_aside(layout, here, base, target),
            "banner": build_banner(layout, find_later(document, base, target), here),
        },
    )


def name_page(layout: PageContext, base: str, target: str) -> tuple[str, list[str]]:
    """Return the title of a page in one direction, and what its foot says of the two versions."""
    document, say = layout.document, layout.say_between(base, target)
    hashes = " / ".join(short_hash(document.version(siglum)) for siglum in (base, target))
    title = say("compare-title", title=document.title, **name_pair(layout, base, target))
    return title, [say("pair", base=base, target=target), f"sha256 {hashes}"]


def find_later(document: Document, base: str, target: str) -> Version:
    """Return the one of two versions that stands behind the other."""
    return document.version(max(base, target, key=document.sigla.index))


def name_pair(layout: PageContext, base: str, target: str) -> dict[str, str]:
    """Return what two versions are called off the page, where sigla mean nothing."""
    sides = {"base": base, "target": target}
    return {side: version_label(layout.document.version(name)) or name for side, name in sides.items()}


def build_comparison_values(
    layout: PageContext, base: str, target: str, here: str | None = None
) -> dict[str, Any]:
    """Return what the comparison itself is made of, without the page around it.

    `here` is the page's address; None: there are no other pages to link to.
    """
    plain = layout.say_between(base, target)
    words = ExchangedWords(plain, layout.say_between(target, base)) if here is not None else None
    say: Messages = words or plain
    table = ComparisonTable(layout, base, target, say)
    rows = keep_room(table.rows(), (base, target) if layout.reuse and here is not None else None)
    other = ExchangedSides(layout, table, words) if words is not None else None
    exchanged = other.exchange_rows(rows) if other is not None else ()
    tally = count_rows(table.readings.values())
    versions = [layout.document.version(siglum) for siglum in (base, target)]
    values = {
        "rows": rows,
        "told": tell_pair(layout, base, target, filters=here is not None),
        "outside": build_paratext_differences(layout, base, target, here),
        "throughout": list(list_replacements(layout, base, target)),
        "listed": list_changes(rows, table.readings),
        "first": next((row.name for row in rows if row.status.changed), ""),
        "pickers": (),
        "unpublished": None,
        "say": say,
        "marks": build_minimap(rows),
        "filters": build_filters(layout, tally, base, target),
        "heads": [build_column_head(layout, version) for version in versions],
        "lead": summarize_comparison(layout, base, target, tally),
        "key_words": legend_words(layout, base, target),
        "help": [(key, say(f"key-{name}")) for key, name in KEYS.items() if here or name != "search"],
        "formal": "punct" in tally,
        "steps": tally["changed"] + tally.get("punct", 0),
        "states": build_picture_legend(layout, rows, base, target),
        "works": describe_works(layout, versions, plain),
        "cite": cite_row(layout, versions, plain),
        "table": list(fold_rows(rows, say, routine=layout.fold)),
        "picture": draw_flow_diagram(layout, (base, target), rows, say),
        "other": other,
    }
    if other is not None:
        tell_other_direction(other, exchanged, tally, values)
    return values | {"write_row": write_row}


def tell_other_direction(
    other: ExchangedSides, rows: Sequence[DisplayRow], tally: dict[str, int], values: dict[str, Any]
) -> None:
    """Say what the other direction says around its rows: filters, legends, lead and summary."""
    layout, (base, target), words = other.layout, other.pair, other.words
    other.note_folds(values["table"], rows, routine=layout.fold)
    turned = {mirror_tokens(name): count for name, count in tally.items()}
    filters = {each.name: each.text for each in build_filters(layout, turned, base, target)}
    states = dict(build_picture_legend(layout, rows, base, target))
    words.note_all(values["key_words"], legend_words(layout, base, target)[::-1])
    outside = build_paratext_differences(layout, base, target, None)
    words.note_all((each.name for each in values["outside"]), (each.name for each in outside))
    gap = words.back("sentence-gap")
    versions = [layout.document.version(siglum) for siglum in other.pair]
    works = json.loads(describe_works(layout, versions, words.back))
    sentences = describe_diagram(words.back, rows) if values["picture"] else ()
    other.said.update(
        filters=[filters[mirror_tokens(each.name)] for each in values["filters"]],
        legend=[states[mirror_one_sided(name)] for name, _ in values["states"]],
        lead="".join(each + gap for each in summarize_comparison(layout, base, target, turned)),
        told=[[each.text, each.href] for each in tell_pair(layout, base, target)],
        kept=[[name for _, name in each.kept] for each in list_replacements(layout, base, target)],
        picture="".join(each + gap for each in sentences),
        cite=cite_row(layout, versions, words.back),
        quoted={name: works[name] for name in QUOTED},
    )


def count_rows(readings: Collection[DisplayedChange]) -> dict[str, int]:
    """Count the rows by filter, those that are routine, or affected by others, beside them."""
    tally = change_kinds.count_filters(reading.kinds for reading in readings)
    if routine := sum(is_routine(each.change, each.kinds) for each in readings):
        tally[change_kinds.ROUTINE] = routine
    if affected := sum(is_affected(each.change) for each in readings):
        tally[change_kinds.AFFECTED] = affected
    return tally


def cite_row(layout: PageContext, versions: Sequence[Version], say: Messages) -> str:
    """Return how a row of two versions is cited, with `%s` where its place stands."""
    return say(
        "cite-row",
        title=citation_title(layout, versions),
        place="%s",
        **name_pair(layout, *(version.siglum for version in versions)),
        hashes=" / ".join(map(short_hash, versions)),
    )


def citation_title(layout: PageContext, versions: Sequence[Version]) -> str:
    """Return the title by which rows of two versions are cited: the document's where it is true of both.

    That is where it is in the titles of both, or both bear one title and it says no less. It may also be the
    later name of a law, or an editor's own: then the versions' titles are told.
    """
    document = layout.document
    titles = list(dict.fromkeys(map(document.title_of, versions)))
    shared = make_key(document.title)
    if all(shared in make_key(title) for title in titles) or (
        len(titles) == 1 and make_key(titles[0]) in shared
    ):
        return document.title
    return titles[0] if len(titles) == 1 else layout.say("cite-titles", base=titles[0], target=titles[1])


def build_column_head(layout: PageContext, version: Version) -> dict[str, str]:
    """Return the head of a column."""
    facts = [layout.counted(version.siglum)] if version.numbered else []
    if version.issued:
        facts.append(version.issued)
    if version.siglum in layout.torn_end or version.siglum in layout.torn_start:
        facts.append(describe_break(layout, version))
    return {
        "siglum": version.siglum,
        "label": version_label(version),
        "facts": " · ".join(facts),
        "who": full_version_name(version),
        "language": layout.language_of(version.siglum),
    }


def describe_break(layout: PageContext, version: Version) -> str:
    """Say where a version breaks off, or begins."""
    own = layout.units[version.siglum]
    if version.siglum in layout.torn_end:
        return layout.say("ends-at", number=layout.called(version.siglum, own[-1:]))
    return layout.say("begins-at", number=layout.called(version.siglum, own[:1]))


def summarize_comparison(layout: PageContext, base: str, target: str, tally: dict[str, int]) -> list[str]:
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
                at = describe_break(layout, document.version(siglum))
                sentences.append(say("lead-lack", version=siglum, at=at, count=lost))
    return [*sentences, *summarize_paratexts(layout, base, target)]


def legend_words(layout: PageContext, base: str, target: str) -> tuple[str, str]:
    """Return the legend's words for both marks."""
    if layout.ordered(base, target):
        return layout.say("key-del"), layout.say("key-ins")
    return layout.say("key-only", version=base), layout.say("key-only", version=target)


def build_picture_legend(
    layout: PageContext, rows: Sequence[DisplayRow], base: str, target: str
) -> list[tuple[str, str]]:
    """Return the legend of the picture: what rows of this table are, each with its word."""
    say = layout.say_between(base, target)
    alone = layout.alone(base, target)
    there = {row.state for row in rows if row.tokens != "chapter"}
    return [
        (name, change_kinds.drawn_caption(name, alone).in_words(say))
        for name in change_kinds.STATES
        if name in there
    ]


def build_filters(layout: PageContext, tally: dict[str, int], base: str, target: str) -> list[ChangeFilter]:
    """Return the counts."""
    say = layout.say_between(base, target)
    own = {fact.value: caption.in_words(say) for fact, caption in layout.alone(base, target).items()}
    return [
        ChangeFilter(name, count, own.get(name) or say(f"filter-{name.replace(' ', '-')}"))
        for name, count in tally.items()
    ]


def build_version_pickers(
    layout: PageContext, here: str, base: str, target: str
) -> list[tuple[str, list[NavigationLink]]]:
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
                links.append(NavigationLink("", version_label(version), current=True, siglum=siglum))
            elif siglum != stays:
                left = own == base
                other = (
                    stays if (siglum, stays) in layout.open else find_neighbour(layout, siglum, after=left)
                )
                pair = (siglum, other) if left else (other, siglum)
                there = link_pair(layout, here, *pair)
                note = "" if other == stays else layout.say("pick-with", version=other)
                links.append(NavigationLink(there, version_label(version), siglum=siglum, note=note))
        made.append((layout.say(name), links))
    return made


def link_pair(layout: PageContext, here: str, left: str, right: str) -> str:
    """Link to the page of two versions, with its sides exchanged where the later one stands on the left."""
    sigla = layout.document.sigla
    base, target = sorted((left, right), key=sigla.index)
    there = uris.link(here, uris.compare_uri(layout.document.id, base, target))
    return there if (base, target) == (left, right) else f"{there}#{uris.SWAP}"


def find_neighbour(layout: PageContext, siglum: str, *, after: bool) -> str:
    """Return the version after another, or before it; at the end the one on its other side."""
    sigla = layout.document.sigla
    at = sigla.index(siglum)
    inward = at == len(sigla) - 1 if after else at > 0
    return sigla[at - 1] if inward else sigla[at + 1]


def link_set_aside(layout: PageContext, here: str, base: str, target: str) -> list[NavigationLink]:
    """Return links to the text that was set aside from either version."""
    made = []
    for siglum in (base, target):
        version = layout.document.version(siglum)
        stretches = sum(entry.kind != "blank" for entry in version.set_aside)
        if stretches:
            href = uris.link(here, uris.read_uri(layout.document.id, siglum), "set-aside")
            made.append(NavigationLink(href, layout.say("aside-link", version=siglum, count=stretches)))
    return made
