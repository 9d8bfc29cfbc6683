"""A comparison in words: what was reworded, added, removed, moved and renumbered, from its facts alone.

“2 clauses reworded: fifteen days → thirty days (Section 4), may → must (Section 7); 1 added: Section 10.”
Phrases are messages with values and with what they are about; whoever prints them says them in a language and
makes links of them, or not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from hexapla.comparison import pair_changed_facts
from hexapla.i18n import Messages
from hexapla.model import Change, Comparison, Flag, SetAsideChange
from hexapla.reading.affected_reasons import is_affected
from hexapla.reading.captions import Caption, Wording, find_modal_changes
from hexapla.reading.labels import Labels, drop_repeated_word, label_document
from hexapla.reading.status import Status, main_status, statuses_by_change
from hexapla.text import unwrap
from hexapla.text.numerals import first_number

SHOWN: Final = 3
"""details that are told of a part; of the others how many they are"""
AT_LENGTH: Final = 40
"""the same where there is room: of what changed in a contract all"""
LONGEST: Final = 24
"""characters of a fact that is quoted"""
SHIFTED: Final = 2
"""clauses in a row whose numbers moved by the same, from which on that is worth a word"""
JOINED: Final = " + "
"""between names of clauses that stand together, in lists whose own sign parts their entries"""
HEADS: Final[Mapping[str, str]] = {
    "word": "told-word",
    "routine": "told-routine",
    "add": "told-add",
    "del": "told-del",
    "split join regroup": "told-divided",
    "move": "told-move",
    "renum": "told-renum",
    "number": "told-number",
    "punct": "told-punct",
    "lack": "told-lack",
    "trans": "told-trans",
    "affected": "told-affected",
}
"""what is said of all clauses of a kind, by the name of the filter that shows them"""
LISTED: Final[Mapping[str, frozenset[Status]]] = {
    "add": frozenset({Status.ONLY_TARGET}),
    "del": frozenset({Status.ONLY_BASE}),
    "split join regroup": frozenset({Status.SPLIT, Status.MERGED, Status.REGROUPED}),
    "move": frozenset({Status.MOVED}),
}
"""parts whose details are the clauses themselves, by the name of the filter that shows them"""


@dataclass(frozen=True, slots=True)
class SummaryPhrase:
    """Some words, and what they are about."""

    caption: Caption
    row: str = ""
    """id of a change"""
    filter: str = ""
    """name of the filter that shows what is meant"""


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """What is said of the clauses of one kind."""

    head: SummaryPhrase
    details: tuple[SummaryPhrase, ...] = ()
    more: int = 0
    """details that are not told"""


def summarize_changes(comparison: Comparison, names: Labels, shown: int = SHOWN) -> tuple[SummaryPart, ...]:
    """Say what became of the clauses of two versions, the weightiest first; empty: nothing differs.

    Args:
        comparison: of the versions.
        names: what units are called, by siglum and id.
        shown: details that are told of a part; of the others how many they are.
    """
    return tuple(SummaryWriter(comparison, names, shown).parts())


class SummaryWriter:
    """Puts one comparison into words."""

    def __init__(self, comparison: Comparison, names: Labels, shown: int = SHOWN) -> None:
        """Take a comparison, the names of its units, and how many details of a part are told."""
        self.comparison, self.names, self.shown = comparison, names, shown
        self.pair = (comparison.base, comparison.target)
        self.statuses = statuses_by_change(comparison)

    def select(self, wanted: frozenset[Status]) -> list[Change]:
        """Return the changes of which one of some facts holds, in the table's order."""
        return [each for each in self.comparison.changes if not wanted.isdisjoint(self.statuses[each.id])]

    def parts(self) -> Iterator[SummaryPart]:
        """Yield what is to be said."""
        if reworded := self.select(frozenset({Status.REWORDED})):
            yield self.part("word", len(reworded), list(self.facts(reworded)))
            if routine := sum(bool(each.routine) for each in reworded):
                yield self.part("routine", routine, list(self.replacements()))
        for name, wanted in LISTED.items():
            if found := self.select(wanted):
                yield self.part(name, len(found), list(self.listed(found, runs=name in ("add", "del"))))
        if renumbered := self.select(frozenset({Status.RENUMBERED})):
            alone = sum(main_status(self.statuses[each.id]) is Status.RENUMBERED for each in renumbered)
            name = "number" if alone == len(renumbered) else "renum"
            yield self.part(name, len(renumbered), list(self.shifts()))
        for name, status in (
            ("punct", Status.FORM_ONLY),
            ("lack", Status.NOT_IN_TEXT),
            ("trans", Status.TRANSLATION),
        ):
            if count := sum(main_status(of) is status for of in self.statuses.values()):
                yield self.part(name, count, [])
        if affected := [each for each in self.comparison.changes if is_affected(each)]:
            yield self.part("affected", len(affected), list(self.listed(affected, runs=False)))

    def part(self, name: str, count: int, details: Sequence[SummaryPhrase]) -> SummaryPart:
        """Make a part of the summary."""
        head = SummaryPhrase(Caption(HEADS[name], (("count", count),)), filter=name)
        return SummaryPart(head, tuple(details[: self.shown]), max(0, len(details) - self.shown))

    def facts(self, changes: Iterable[Change]) -> Iterator[SummaryPhrase]:
        """Yield which words of duty and which figures became others, each once, with its first clause."""
        language = self.comparison.document.language
        told: dict[tuple[str, str], Change] = {}
        for change in changes:
            pairs = list(find_modal_changes(change.edits, language)) if Flag.MODALITY in change.flags else []
            pairs += [(each.old, each.new) for each in pair_changed_facts(change.edits, language)]
            for old, new in pairs:
                if max(len(old), len(new)) <= LONGEST:
                    told.setdefault((unwrap(old), unwrap(new)), change)
        for (old, new), change in told.items():
            place = self.called(change, 1) or self.called(change, 0)
            values = (("old", old), ("new", new), ("place", place))
            yield SummaryPhrase(Caption("told-fact", values), row=change.id)

    def replacements(self) -> Iterator[SummaryPhrase]:
        """Yield the expressions that are exchanged throughout, with the first clause of each."""
        changes = {each.id: each for each in self.comparison.changes}
        for each in self.comparison.replacements:
            places = [self.called(changes[name], 1) for name in each.kept_in]
            where = JOINED.join([*places[:SHOWN], *(["…"] if len(places) > SHOWN else [])])
            values = (
                ("old", unwrap(each.delete)),
                ("new", unwrap(each.insert)),
                ("count", each.count),
                ("all", each.count + each.kept_count),
                ("where", where),
            )
            name = "told-throughout-but" if each.kept_count else "told-throughout"
            yield SummaryPhrase(Caption(name, values), row=each.changes[0])

    def called(self, change: Change, at: int) -> str:
        """Name the units of one side of a change."""
        return JOINED.join(drop_repeated_word(self.names[self.pair[at], unit] for unit in change.cells[at]))

    def listed(self, changes: Sequence[Change], *, runs: bool) -> Iterator[SummaryPhrase]:
        """Yield the names of clauses; neighbours that one version alone has by the first and the last."""
        places = {each.id: at for at, each in enumerate(self.comparison.changes)}
        if not runs:
            yield from (SummaryPhrase(self.both(each), row=each.id) for each in changes)
            return
        numbered = list(enumerate(changes))
        for _, group in groupby(numbered, key=lambda pair: places[pair[1].id] - pair[0]):
            own = [change for _, change in group]
            side = 1 if own[0].cells[1] else 0
            first, last = self.called(own[0], side), self.called(own[-1], side)
            caption = Caption("told-name", (("name", first),))
            if len(own) > 1:
                ends = drop_repeated_word([first, last])
                caption = Caption("fold-span", (("first", ends[0]), ("last", ends[-1])))
            yield SummaryPhrase(caption, row=own[0].id)

    def both(self, change: Change) -> Caption:
        """Name a change by its numbers on both sides."""
        old, new = self.called(change, 0), self.called(change, 1)
        if old == new:
            return Caption("told-name", (("name", old),))
        cells = [
            self.names[siglum, unit]
            for siglum, own in zip(self.pair, change.cells, strict=True)
            for unit in own
        ]
        if len(told := drop_repeated_word(cells)) == len(cells):  # else a number stands on both sides
            count = len(change.cells[0])
            old, new = JOINED.join(told[:count]), JOINED.join(told[count:])
        return Caption("heading-both", (("old", old), ("new", new)))

    def shifts(self) -> Iterator[SummaryPhrase]:
        """Yield by how much the numbers of neighbours moved: from Section 204 on by 4."""
        matched = [each for each in self.comparison.changes if all(len(cell) == 1 for cell in each.cells)]
        runs = [(step, list(own)) for step, own in groupby(matched, key=self.shift)]
        told = [(step, own) for step, own in runs if step and len(own) >= SHIFTED]
        longest = sorted(told, key=lambda run: -len(run[1]))[: self.shown]
        for step, own in told:
            if (step, own) in longest:
                values = (
                    ("name", self.called(own[0], 0)),
                    ("step", f"{step:+d}".replace("-", "\N{MINUS SIGN}")),
                )
                yield SummaryPhrase(Caption("told-shift", values), row=own[0].id)

    def shift(self, change: Change) -> int | None:
        """Return by how much a clause's number grew; None where it is not read."""
        old, new = (first_number(self.called(change, at).casefold()) for at in (0, 1))
        return None if old is None or new is None else new - old


def write_summary(parts: Iterable[SummaryPart], say: Messages) -> str:
    """Write a summary as one sentence of plain text; what is said where nothing differs."""
    return "".join(text for text, _ in write_phrases(parts, say))


def tell_comparison(comparison: Comparison, wording: Wording, names: Labels | None = None) -> str:
    """Return a comparison in words, as plain text; `names`: what units are called, where that is known."""
    if names is None:
        names = label_document(comparison.document, wording.say("unnumbered"))
    return write_summary(summarize_changes(comparison, names), wording.between(comparison))


def list_summary_lines(comparison: Comparison, wording: Wording) -> Iterator[str]:
    """Yield a comparison in words at length: a line for each kind of change, then what is beside clauses."""
    say = wording.between(comparison)
    names = label_document(comparison.document, wording.say("unnumbered"))
    parts = summarize_changes(comparison, names, AT_LENGTH)
    for own in [[part] for part in parts] or [[]]:
        yield write_summary(own, say)
    if outside := tell_outside(comparison.set_aside_changes, say):
        yield outside


def tell_outside(changes: Iterable[SetAsideChange], say: Messages) -> str:
    """Say in a sentence how much differs outside the clauses, and what; nothing if nothing does."""
    kinds = Counter(each.kind for each in changes)
    if not kinds:
        return ""
    told = [say("outside-kind", kind=kind, count=count) for kind, count in kinds.items()]
    return say("lead-outside", count=kinds.total(), what=say("list-separator").join(told))


def write_phrases(parts: Iterable[SummaryPart], say: Messages) -> Iterator[tuple[str, SummaryPhrase | None]]:
    """Yield a summary in pieces, each with the phrase that it is; None for what stands between them."""
    own = list(parts)
    if not own:
        yield say("told-nothing"), None
        return
    for at, part in enumerate(own):
        if at:
            yield say("told-gap"), None
        yield part.head.caption.in_words(say), part.head
        for number, detail in enumerate(part.details):
            yield say("list-separator") if number else say("term-gap"), None
            yield detail.caption.in_words(say), detail
        if part.more:
            yield say("told-more", count=part.more), None
    yield say("told-end"), None
