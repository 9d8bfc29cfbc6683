"""The page that tells every clause from version to version."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hexapla.model import Page, TocEntry, Version
from hexapla.pages import change_kinds, uris
from hexapla.pages.cells import CellPart, mark_torn_end, merge_unit_marks, render_units
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.display_rows import FOLD_FROM
from hexapla.pages.views.page_frame import (
    abbreviate_sigla,
    build_frame_values,
    describe_works,
    name_version_shortly,
    short_hash,
)
from hexapla.pages.views.row_outline import OutlineHeading, OutlineRow, RowOutline, name_topic
from hexapla.pages.views.word_origins import tell_row_age
from hexapla.reading import Status, main_status
from hexapla.reading.annotation_lines import AnnotationLine
from hexapla.reading.captions import FACTS, make_fact_caption
from hexapla.units import join_cell_text

MAX_TICKED_CLAUSES = 400
"""clauses up to which the list of contents names each, with a mark a version; beyond, only changed ones"""
MAX_TICKED_VERSIONS = 16
"""versions up to which the list has room for a mark each beside a clause's name"""
TOPIC = 16
"""characters by which a clause without a heading is told in the list of contents"""


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """What happened to a clause in a version."""

    kinds: tuple[tuple[Status, str], ...]
    flags: str = ""

    @property
    def changed(self) -> bool:
        """Tell whether this counts as a change of the clause."""
        return bool(self.kinds) and main_status(kind for kind, _ in self.kinds).changed

    @property
    def formal(self) -> bool:
        """Tell whether the words stayed and only their form is another."""
        return bool(self.kinds) and main_status(kind for kind, _ in self.kinds) is Status.FORM_ONLY


@dataclass(slots=True)
class HistoryStage:
    """Neighbouring versions in which a clause stands with the same text, or does not stand."""

    state: str
    """text, none or lack"""
    versions: list[Version]
    event: HistoryEvent
    parts: tuple[CellPart, ...] = ()
    same_as: str | None = None
    """the text is that of an earlier version and is not repeated"""
    later: list[HistoryEvent] = field(default_factory=list)
    """what else happened within the stage: another number, another place"""
    when: str = ""
    void: str = ""
    language: str = ""
    sigla: tuple[str, ...] = ()
    """of its versions, or ranges of them"""


@dataclass(frozen=True, slots=True)
class ClauseHistory:
    """A clause's history."""

    name: str
    level: int
    heading: str
    topic: str
    stages: tuple[HistoryStage, ...]
    states: tuple[str, ...]
    """one per version, for the marks in the list of contents"""
    aliases: tuple[str, ...]
    language: str
    """of the topic"""
    annotations: tuple[AnnotationLine, ...] = ()
    """notes of people on it"""
    ages: tuple[str, ...] = ()
    """since when its words stand in the last version that has it"""

    @property
    def quiet(self) -> bool:
        """Tell whether nothing ever happened to it, and nobody said anything of it."""
        return len(self.stages) == 1 and not self.stages[0].later and not self.annotations

    @property
    def changed(self) -> bool:
        """Tell whether more than number and form ever changed; of a silent text nothing is known to have."""
        events = (event for stage in self.stages for event in stage.later)
        spoken = sum(stage.state != "lack" and not stage.event.formal for stage in self.stages)
        return spoken > 1 or any(event.changed for event in events)


@dataclass(frozen=True, slots=True)
class HistoryFold:
    """A run of clauses to which nothing ever happened."""

    clauses: tuple[ClauseHistory, ...]
    span: str


def render_history_page(layout: PageContext) -> Page:
    """Make the page."""
    document, say = layout.document, layout.say
    here = uris.history_uri(document.id)
    base = layout.base or ""
    told = HistoryBuilder(layout)
    entries = [
        each if isinstance(each, OutlineHeading) else told.clause(each, base)
        for each in RowOutline(layout, base).entries()
    ]
    clauses = [each for each in entries if isinstance(each, ClauseHistory)]
    short = len(clauses) <= MAX_TICKED_CLAUSES
    hashes = " / ".join(short_hash(version) for version in document.versions)
    named = say("list-separator").join(told.name_versions())
    return render_page(
        "history.html",
        uri=here,
        title=say("history-title", title=document.title),
        toc=tuple(
            TocEntry(each.level, each.name, each.text)
            for each in entries
            if isinstance(each, OutlineHeading) and each.name
        ),
        values={
            **build_frame_values(
                layout, here, "history", wide=True, foot=[say("tab-history"), f"sha256 {hashes}"]
            ),
            "entries": list(fold_quiet_clauses(entries, layout)),
            "listed": [
                each for each in entries if isinstance(each, OutlineHeading) or short or not each.quiet
            ],
            "ordered": layout.chronological,
            "ticked": short and len(document.versions) <= MAX_TICKED_VERSIONS,
            "changed": sum(each.changed for each in clauses),
            "count": len(clauses),
            "sigla": document.sigla,
            "works": describe_works(layout, document.versions),
            "cite": say("cite-history", title=document.title, place="%s", versions=named, hashes=hashes),
        },
    )


def fold_quiet_clauses(
    entries: Sequence[OutlineHeading | ClauseHistory], layout: PageContext
) -> Iterator[OutlineHeading | ClauseHistory | HistoryFold]:
    """Fold runs of clauses to which nothing happened; a heading between them ends a run."""
    run: list[ClauseHistory] = []
    for each in [*entries, None]:
        if isinstance(each, ClauseHistory) and each.quiet:
            run.append(each)
            continue
        if len(run) >= FOLD_FROM:
            yield HistoryFold(tuple(run), layout.say("fold-span", first=run[0].heading, last=run[-1].heading))
        else:
            yield from run
        run = []
        if each is not None:
            yield each


class HistoryBuilder:
    """Tells clauses of a layout."""

    def __init__(self, layout: PageContext) -> None:
        """Take the layout of a document with several versions."""
        self.layout, self.say = layout, layout.say
        self.versions = layout.document.versions
        self.silent = () if layout.chronological else (Status.ONLY_TARGET, Status.ONLY_BASE)
        """what cannot be said of parallel texts"""

    def clause(self, place: OutlineRow, base: str) -> ClauseHistory:
        """Tell a clause."""
        row, leading = place.row, place.leading
        units = self.layout.cell(row, leading)
        number = self.layout.called(leading, units)
        stages, states = self.stages(row)
        return ClauseHistory(
            name=row,
            level=place.level,
            heading=number if leading == base else self.say("heading-of", version=leading, number=number),
            topic=name_topic(units, TOPIC),
            stages=stages,
            states=states,
            aliases=tuple(self.aliases(row, stages)),
            language=self.layout.language_of(leading),
            annotations=self.layout.annotations.get(row, ()),
            ages=tuple(tell_row_age(self.layout, row)) if len(stages) > 1 else (),
        )

    def aliases(self, row: str, stages: Sequence[HistoryStage]) -> Iterator[str]:
        """Yield the names of units whose text is not repeated, so that a link to each leads here."""
        shown = {part.name for stage in stages for part in stage.parts}
        for version in self.versions:
            for unit in self.layout.cell(row, version.siglum):
                name = uris.anchor(version.siglum, unit.id)
                if name != row and name not in shown:
                    yield name

    def stages(self, row: str) -> tuple[tuple[HistoryStage, ...], tuple[str, ...]]:
        """Return a clause's stages, and its state in each version."""
        made: list[HistoryStage] = []
        states: list[str] = []
        for version in self.versions:
            stage, state = self.stage(row, version, made)
            states.append(state)
            last = made[-1] if made else None
            if last and stage.state == last.state and self.continues(stage, last):
                last.versions.append(version)
                if stage.event.kinds:
                    last.later.append(stage.event)
            else:
                made.append(stage)
        for stage in made:
            stage.when = self.when(stage)
            stage.language = self.layout.language_of(stage.versions[0].siglum)
            stage.sigla = abbreviate_sigla(
                [each.siglum for each in stage.versions], self.layout.document.sigla
            )
        return tuple(made), tuple(states)

    def continues(self, stage: HistoryStage, last: HistoryStage) -> bool:
        """Tell whether a stage goes on with the one before: absent still, or the same text."""
        return stage.state != "text" or stage.same_as == last.versions[-1].siglum

    def stage(self, row: str, version: Version, before: Sequence[HistoryStage]) -> tuple[HistoryStage, str]:
        """Tell one version of a clause, and its state for the marks."""
        siglum = version.siglum
        units = self.layout.cell(row, siglum)
        if not units:
            return self.absent(row, version, before)
        earlier, new = self.earlier(row, before)
        readings = self.layout.in_row.get((earlier, siglum), {}).get(row, ()) if earlier else ()
        if earlier and self.same(row, earlier, siglum, readings):
            event, state = self.later(row, siglum, readings), "same"
            return HistoryStage("text", [version], event, same_as=earlier), state
        if earlier is None:
            event = HistoryEvent(self.words((Status.ONLY_TARGET,))) if new else HistoryEvent(())
            state = "add" if new and not self.silent else "word" if new else "same"
        else:
            event = self.event(readings) if readings else HistoryEvent(self.words((Status.REWORDED,)))
            state = change_kinds.summary_status(collect_kinds(readings)) if readings else "word"
        torn = self.layout.torn_end.get(siglum) in self.layout.units_in(row, siglum)
        set_parts = self.parts(row, version, readings)
        return HistoryStage(
            "text", [version], event, parts=mark_torn_end(set_parts, self.say) if torn else set_parts
        ), state

    def absent(self, row: str, version: Version, before: Sequence[HistoryStage]) -> tuple[HistoryStage, str]:
        """Tell that a version has not the clause, or that its silence says nothing."""
        if version.siglum in self.layout.rows[row].not_in_text:
            return HistoryStage(
                "lack",
                [version],
                HistoryEvent(self.words((Status.NOT_IN_TEXT,))),
                void=self.say("history-lack"),
            ), "lack"
        gone = not self.silent and any(each.state == "text" for each in before)
        gone = gone and not any(each.state == "none" for each in before[-1:])
        event = HistoryEvent(self.words((Status.ONLY_BASE,)) if gone else ())
        void = self.say("void-here")
        return HistoryStage("none", [version], event, void=void), "del" if gone else "none"

    def earlier(self, row: str, before: Sequence[HistoryStage]) -> tuple[str | None, bool]:
        """Return the version to compare with, and whether the clause is new where there is none.

        That is the last version that has the clause whole: a text that breaks off in it cannot tell what
        changed, nor can one that is silent. After a version that lacks the clause it is new again.
        """
        for stage in reversed(before):
            if stage.state == "none":
                return None, True
            for version in reversed(stage.versions) if stage.state == "text" else ():
                if not self.layout.is_edge(version.siglum, self.layout.cell(row, version.siglum)):
                    return version.siglum, False
        return None, False

    def same(self, row: str, earlier: str, siglum: str, readings: Sequence[DisplayedChange]) -> bool:
        """Tell whether two versions have the same text."""
        if readings:
            return all(reading.same for reading in readings)
        one, other = (join_cell_text(self.layout.cell(row, each)) for each in (earlier, siglum))
        return flatten_text(one) == flatten_text(other)

    def later(self, row: str, siglum: str, readings: Sequence[DisplayedChange]) -> HistoryEvent:
        """Tell what happened to a clause whose words stayed."""
        told = tuple(kind for kind in collect_kinds(readings) if kind is not Status.UNCHANGED)
        number = self.layout.called(siglum, self.layout.cell(row, siglum))
        return HistoryEvent(
            self.words(told), self.say("heading-of", version=siglum, number=number) if told else ""
        )

    def event(self, readings: Sequence[DisplayedChange]) -> HistoryEvent:
        """Tell a change; where a row falls into several, all that happened in any of them."""
        silent = (Status.ONLY_TARGET, Status.ONLY_BASE, Status.UNCHANGED)
        told = {
            kind: make_fact_caption(kind, reading.change, FACTS).in_words(self.say)
            for reading in readings
            for kind in reading.kinds
            if kind not in silent
        }
        flags = dict.fromkeys(self.layout.details(reading, self.say) for reading in readings)
        return HistoryEvent(tuple(told.items()), " · ".join(filter(None, flags)))

    def words(self, of: Sequence[Status]) -> tuple[tuple[Status, str], ...]:
        """Return kinds with their words, as far as they can be said of these versions."""
        return tuple((kind, FACTS[kind].in_words(self.say)) for kind in of if kind not in self.silent)

    def parts(self, row: str, version: Version, readings: Sequence[DisplayedChange]) -> tuple[CellPart, ...]:
        """Set a version's text, with the words of the version before in full where they differ."""
        units = self.layout.cell(row, version.siglum)
        spoken = [reading for reading in readings if "lack" not in reading.kinds]
        marks = merge_unit_marks(spoken, units, "only" if self.silent else "ins", "was")
        return render_units(units, marks, siglum=version.siglum, row=row, say=self.say)

    def name_versions(self) -> Iterator[str]:
        """Yield what the page calls each version."""
        yield from (name_version_shortly(self.layout, each) or each.siglum for each in self.versions)

    def when(self, stage: HistoryStage) -> str:
        """Name the time or the versions of a stage."""
        names = [name_version_shortly(self.layout, version) for version in stage.versions]
        if len(names) == 1:
            return names[0]
        dated = all(version.issued for version in stage.versions) and self.layout.chronological
        both = (
            self.say("stage-span", first=names[0], last=names[-1])
            if dated
            else self.say("list-separator").join(filter(None, names))
        )
        return self.say("stage-same", versions=both) if stage.state == "text" else both


def collect_kinds(readings: Sequence[DisplayedChange]) -> tuple[Status, ...]:
    """Return the kinds of all changes of a row; unchanged only where nothing else is to be said."""
    found = tuple(dict.fromkeys(kind for reading in readings for kind in reading.kinds))
    return tuple(kind for kind in found if kind is not Status.UNCHANGED) or found
