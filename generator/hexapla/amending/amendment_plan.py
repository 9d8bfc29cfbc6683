"""What is known while an instrument is made, and how the clauses of its law are named."""

from dataclasses import dataclass

from hexapla.amending.draft_law import DIVISION_LEVELS, DraftLaw, Entry
from hexapla.amending.instrument import Place, Step
from hexapla.amending.pair_entries import EntryPairs
from hexapla.amending.places import PRINTED, make_step
from hexapla.model import Version


@dataclass(slots=True)
class AmendmentPlan:
    """What is known while an instrument is made."""

    base: Version
    old: DraftLaw
    new: DraftLaw
    pairs: EntryPairs
    form: str


def article_place(entry: Entry) -> Place:
    """Name an article by its number."""
    return (make_step("article", entry.label),)


def division_place(entry: Entry, law: DraftLaw) -> Place:
    """Name a division by its number and those of the divisions above it."""
    steps = [make_step(entry.level, entry.label)]
    level = DIVISION_LEVELS.index(entry.level)
    for above in reversed(law.entries[: law.entries.index(entry)]):
        if above.kind == "division" and above.level in DIVISION_LEVELS[:level]:
            level = DIVISION_LEVELS.index(above.level)
            if above.level != "book":
                steps.insert(0, make_step(above.level, above.label))
    return tuple(steps)


def heading_step(entry: Entry) -> Step:
    """Name the heading of a division."""
    return Step("heading", "", PRINTED[f"{entry.level}_heading"])


def find_covered(law: DraftLaw, division: Entry) -> tuple[Place, ...]:
    """Return the first and the last article that a division holds."""
    start = law.entries.index(division) + 1
    held = []
    for entry in law.entries[start:]:
        if entry.kind == "division" and DIVISION_LEVELS.index(
            entry.level or "section"
        ) <= DIVISION_LEVELS.index(division.level):
            break
        if entry.kind == "article":
            held.append(entry)
    places = [article_place(entry) for entry in held]
    return tuple(places[:1] + places[1:][-1:])
