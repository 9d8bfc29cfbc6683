"""Say what comes, goes, merges and moves: articles, headings, what stands before and between them."""

from collections.abc import Iterable
from dataclasses import replace

from hexapla.amending.amendment_plan import (
    AmendmentPlan,
    article_place,
    division_place,
    find_covered,
    heading_step,
)
from hexapla.amending.change_clause import restate
from hexapla.amending.choose_words import pair_passages
from hexapla.amending.draft_law import FRONT_KINDS, DraftLaw, Entry
from hexapla.amending.instrument import Command, Place, Verb
from hexapla.amending.pair_entries import pair_divisions
from hexapla.amending.places import make_step, name_step
from hexapla.sequences import longest_increasing
from hexapla.text import normalize_spaces


def say_structure(plan: AmendmentPlan) -> list[Command]:
    """Say which articles come, go, merge and move."""
    commands = []
    moved = find_moved(plan)
    for entry in plan.new.of_kind("article"):
        sources = plan.pairs.sources.get(id(entry), ())
        place = article_place(entry)
        if not sources:
            commands.append(say_insertion(plan, entry, place))
        elif len(sources) > 1:
            commands.append(
                Command(
                    verb=Verb.MERGE,
                    places=tuple(article_place(source) for source in sources),
                    new_places=(place,),
                    new=(entry.words,),
                )
            )
        elif sources[0].label != entry.label and (plan.form == "amendment" or id(entry) in moved):
            commands.append(
                Command(verb=Verb.RENUMBER, places=(article_place(sources[0]),), new_places=(place,))
            )
    commands += [
        Command(verb=Verb.DELETE, places=(article_place(entry),))
        for entry in plan.old.of_kind("article")
        if id(entry) in plan.pairs.gone
    ]
    return commands


def say_insertion(plan: AmendmentPlan, entry: Entry, place: Place) -> Command:
    """Say that an article comes; one with an inserted number comes after another."""
    main, _, inserted = entry.label.partition("-")
    command = Command(verb=Verb.INSERT, places=(place,), new_places=(place,), new=(entry.words,))
    if not inserted.isdecimal():
        return command
    before = main if inserted == "1" else f"{main}-{int(inserted) - 1}"
    if any(each.label == before for each in plan.old.of_kind("article")):
        return replace(command, places=((make_step("article", before),),), position="after")
    return command


def find_moved(plan: AmendmentPlan) -> set[int]:
    """Return (by identity) the articles of the target that left their order."""
    position = {id(entry): index for index, entry in enumerate(plan.old.entries)}
    kept = [e for e in plan.new.of_kind("article") if len(plan.pairs.sources.get(id(e), ())) == 1]
    chain = set(longest_increasing([position[id(plan.pairs.sources[id(e)][0])] for e in kept]))
    return {id(entry) for index, entry in enumerate(kept) if index not in chain}


def say_divisions(plan: AmendmentPlan) -> list[Command]:
    """Say which headings of divisions come, go and change."""
    commands = []
    pairs = pair_divisions(plan.old, plan.new, plan.pairs)
    for entry in plan.old.of_kind("division"):
        if id(entry) not in pairs.partner and entry.level:
            place = division_place(entry, plan.old)
            commands.append(Command(verb=Verb.DELETE, places=((*place, heading_step(entry)),)))
    for entry in plan.new.of_kind("division"):
        source = pairs.source.get(id(entry))
        if source is None:
            if entry.level:
                covered = find_covered(plan.new, entry)
                commands.append(
                    Command(
                        verb=Verb.INSERT,
                        places=((make_step(entry.level, entry.label),),),
                        new_places=((make_step(entry.level, entry.label),), *covered),
                        new=(entry.words,),
                    )
                )
        elif source.words != entry.words and source.level:
            place = (*division_place(source, plan.old), heading_step(source))
            commands.append(restate(place, entry.words))
    return commands


def say_front(plan: AmendmentPlan) -> list[Command]:
    """Say what changes in the title, the notes below it, and the contents list."""
    commands = []
    for kind in FRONT_KINDS:
        old, new = plan.old.of_kind(kind), plan.new.of_kind(kind)
        place = (name_step(kind),)
        if len(old) == len(new) == 1 and old[0].words != new[0].words:
            begun = old[0].words + "\n"
            if kind == "note" and new[0].words.startswith(begun):
                words = new[0].words[len(begun) :]
                commands.append(Command(verb=Verb.INSERT, places=(place,), new=(words,), position="end"))
                continue
            verb = Verb.TITLE if kind == "title" else Verb.REPLACE
            commands.append(
                Command(verb=verb, places=() if kind == "title" else (place,), new=(new[0].words,))
            )
        elif not old and len(new) == 1:
            commands.append(Command(verb=Verb.INSERT, places=(place,), new=(new[0].words,)))
        elif len(old) == 1 and not new:
            commands.append(Command(verb=Verb.DELETE, places=(place,)))
    return commands


def say_blocks(plan: AmendmentPlan) -> list[Command]:
    """Say what changes in paragraphs that stand in no numbered clause."""
    old, new = plan.old.of_kind("other"), plan.new.of_kind("other")
    commands = []
    body = name_step("body")
    for i, j in pair_passages([e.passages[0] for e in old], [e.passages[0] for e in new]):
        if j is None and i is not None:
            commands.append(Command(verb=Verb.DELETE, places=((body, make_step("block", str(i + 1))),)))
        elif i is None and j is not None:
            if new[j].kind == "other" and follows_all(plan, new[j]):
                last = Command(verb=Verb.INSERT, places=((body,),), new=(new[j].words,), position="end")
                commands.append(last)
                continue
            place = (body, make_step("block", str(j + 1)))
            commands.append(
                Command(verb=Verb.INSERT, places=(place,), new_places=(place,), new=(new[j].words,))
            )
        elif i is not None and j is not None and old[i].words != new[j].words:
            commands.append(restate((body, make_step("block", str(i + 1))), new[j].words))
    return commands


def follows_all(plan: AmendmentPlan, entry: Entry) -> bool:
    """Tell whether a paragraph stands after all clauses."""
    rest = plan.new.entries[plan.new.entries.index(entry) :]
    return all(each.kind == "other" for each in rest)


def list_borders(law: DraftLaw) -> Iterable[tuple[str, str, str, str]]:
    """Yield each division with the number of the article that follows it."""
    following = ""
    out = []
    for entry in reversed(law.entries):
        if entry.kind == "article":
            following = entry.new_label
        elif entry.kind == "division":
            out.append((normalize_spaces(entry.words), entry.level, entry.new_label, following))
    return reversed(out)


def say_borders(plan: AmendmentPlan, law: DraftLaw) -> list[Command]:
    """Say with which articles divisions begin where that does not come out by itself.

    Args:
        plan: what shall be.
        law: as all other commands make it.
    """
    have, want = list(list_borders(law)), list(list_borders(plan.new))
    if have == want:
        return []
    known = set(have)
    further = []
    source = pair_divisions(plan.old, plan.new, plan.pairs).source
    for border, entry in zip(want, plan.new.of_kind("division"), strict=True):
        covered, old = find_covered(plan.new, entry), source.get(id(entry))
        if border in known or not covered or not entry.level or old is None:
            continue
        place, number = division_place(old, plan.old), (make_step(entry.level, entry.label),)
        numbers = () if old.label == entry.label else (number,)
        further.append(Command(verb=Verb.MOVE, places=(place,), new_places=(*numbers, *covered)))
    return further
