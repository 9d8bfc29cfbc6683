"""Write the instrument that makes one version of a law into another.

1. Clauses are paired as the comparison says; what comes, goes, merges and moves is said first.
2. That much is applied: numbers follow, and references after them. What is then still different is said, clause
   by clause, by the rule of `choose_words`; words that are exchanged throughout are said once.
3. All is applied. A clause that did not come out as it shall is said anew as a whole, and counted.
4. What was written is read and applied once more. If it does not give the target, nothing is printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hexapla.amending.apply import amend_draft
from hexapla.amending.change_clause import change_article, restate
from hexapla.amending.choose_words import pair_passages
from hexapla.amending.draft_law import DraftLaw, Entry, draft_law
from hexapla.amending.instrument import Command, Place, Step, Verb
from hexapla.amending.pair_entries import EntryPairs, pair_divisions, pair_entries
from hexapla.amending.parse import parse_instrument
from hexapla.amending.places import make_step
from hexapla.amending.throughout import LEAST_CLAUSES, find_throughout
from hexapla.amending.wording import write_instrument
from hexapla.model import Comparison, Version
from hexapla.sequences import longest_increasing
from hexapla.text import normalize_spaces

FORMS = ("decision", "amendment")
FRONT_STEPS = {"title": "名称", "note": "题注", "contents": "目录"}


@dataclass(frozen=True, slots=True)
class Generated:
    """An instrument that was written."""

    text: str
    """empty where it could not be said so that applying it gives the target"""
    commands: tuple[Command, ...]
    exact: bool
    """applying it gives the target character for character; else but for white space between its parts"""
    changed: int
    """clauses that changed in words"""
    fallbacks: int
    """of these said anew as a whole since shorter commands did not give the target"""
    missed: tuple[str, ...] = ()
    """clauses that do not come out as they shall"""


@dataclass(slots=True)
class Plan:
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
    order = ("book", "chapter", "section")
    steps = [make_step(entry.level, entry.label)]
    level = order.index(entry.level)
    for above in reversed(law.entries[: law.entries.index(entry)]):
        if above.kind == "division" and above.level in order[:level]:
            level = order.index(above.level)
            if above.level != "book":
                steps.insert(0, make_step(above.level, above.label))
    return tuple(steps)


def say_structure(plan: Plan) -> list[Command]:
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
            commands.append(Command(verb=Verb.RENUMBER, places=(article_place(sources[0]),), new_places=(place,)))
    commands += [
        Command(verb=Verb.DELETE, places=(article_place(entry),))
        for entry in plan.old.of_kind("article")
        if id(entry) in plan.pairs.gone
    ]
    return commands


def say_insertion(plan: Plan, entry: Entry, place: Place) -> Command:
    """Say that an article comes; one with an inserted number comes after another."""
    main, _, inserted = entry.label.partition("-")
    command = Command(verb=Verb.INSERT, places=(place,), new_places=(place,), new=(entry.words,))
    if not inserted.isdecimal():
        return command
    before = main if inserted == "1" else f"{main}-{int(inserted) - 1}"
    if any(each.label == before for each in plan.old.of_kind("article")):
        return replace(command, places=((make_step("article", before),),), position="after")
    return command


def find_moved(plan: Plan) -> set[int]:
    """Return (by identity) the articles of the target that left their order."""
    position = {id(entry): index for index, entry in enumerate(plan.old.entries)}
    kept = [e for e in plan.new.of_kind("article") if len(plan.pairs.sources.get(id(e), ())) == 1]
    chain = set(longest_increasing([position[id(plan.pairs.sources[id(e)][0])] for e in kept]))
    return {id(entry) for index, entry in enumerate(kept) if index not in chain}


def say_divisions(plan: Plan) -> list[Command]:
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


def heading_step(entry: Entry) -> Step:
    """Name the heading of a division."""
    return Step("heading", "", {"book": "编名", "chapter": "章名", "section": "节名"}[entry.level])


def find_covered(law: DraftLaw, division: Entry) -> tuple[Place, ...]:
    """Return the first and the last article that a division holds."""
    start = law.entries.index(division) + 1
    order = ("book", "chapter", "section")
    held = []
    for entry in law.entries[start:]:
        if entry.kind == "division" and order.index(entry.level or "section") <= order.index(division.level):
            break
        if entry.kind == "article":
            held.append(entry)
    places = [article_place(entry) for entry in held]
    return tuple(places[:1] + places[1:][-1:])


def say_front(plan: Plan) -> list[Command]:
    """Say what changes in the title, the notes below it, and the contents list."""
    commands = []
    for kind, name in FRONT_STEPS.items():
        old, new = plan.old.of_kind(kind), plan.new.of_kind(kind)
        place = (Step(kind, "", name),)
        if len(old) == len(new) == 1 and old[0].words != new[0].words:
            verb = Verb.TITLE if kind == "title" else Verb.REPLACE
            commands.append(Command(verb=verb, places=() if kind == "title" else (place,), new=(new[0].words,)))
        elif not old and len(new) == 1:
            commands.append(Command(verb=Verb.INSERT, places=(place,), new=(new[0].words,)))
        elif len(old) == 1 and not new:
            commands.append(Command(verb=Verb.DELETE, places=(place,)))
    return commands


def say_blocks(plan: Plan) -> list[Command]:
    """Say what changes in paragraphs that stand in no numbered clause."""
    old, new = plan.old.of_kind("other"), plan.new.of_kind("other")
    commands = []
    body = Step("body", "", "正文")
    for i, j in pair_passages([e.passages[0] for e in old], [e.passages[0] for e in new]):
        if j is None and i is not None:
            commands.append(Command(verb=Verb.DELETE, places=((body, make_step("block", str(i + 1))),)))
        elif i is None and j is not None:
            place = (body, make_step("block", str(j + 1)))
            commands.append(Command(verb=Verb.INSERT, places=(place,), new_places=(place,), new=(new[j].words,)))
        elif i is not None and j is not None and old[i].words != new[j].words:
            commands.append(restate((body, make_step("block", str(i + 1))), new[j].words))
    return commands


def say_words(plan: Plan, structure: Sequence[Command]) -> tuple[list[Command], int]:
    """Say what changes in the words of articles that stay.

    Returns:
        the commands, and how many articles they are about.
    """
    throughout = find_throughout(plan.base, structure, plan.pairs)
    commands, changed = say_own_words(plan, structure, throughout)
    session, _ = amend_draft(plan.base, [*structure, *commands, *throughout, REORDER])
    used = [each for each in throughout if session.hits.get(each.old, 0) >= LEAST_CLAUSES]
    if len(used) < len(throughout):
        commands, changed = say_own_words(plan, structure, used)
    return [*used, *commands], changed


def say_own_words(
    plan: Plan, structure: Sequence[Command], throughout: Sequence[Command]
) -> tuple[list[Command], int]:
    """Say what changes article by article, besides what is exchanged throughout."""
    session, _ = amend_draft(plan.base, [*structure, *throughout, REORDER])
    now = {entry.id: entry for entry in session.law.entries if entry.id}
    commands, changed = [], 0
    for entry, sources in plan.pairs.kept():
        source = sources[0]
        changed += source.words != entry.words
        if source.id in now and now[source.id].words != entry.words:
            commands += change_article(source, now[source.id], entry, article_place(source))[0]
    return commands, changed


REORDER = Command(verb=Verb.REORDER)


def key_of(entry: Entry) -> tuple[str, str, str]:
    """Return what an entry says, apart from the white space between its parts."""
    return entry.kind, normalize_spaces(entry.number), normalize_spaces(entry.words)


def find_differences(law: DraftLaw, target: DraftLaw) -> list[Entry]:
    """Return the entries of the target that a law does not have at their place."""
    have = [key_of(entry) for entry in law.entries]
    want = [key_of(entry) for entry in target.entries]
    if have == want:
        return []
    known = set(have)
    missing = [e for e, key in zip(target.entries, want, strict=True) if key not in known]
    return missing or target.entries[:1]


def generate_commands(plan: Plan) -> tuple[list[Command], int, int]:
    """Find the commands that make the target of the base.

    Returns:
        the commands, how many articles changed in words, and how many of these had to be said as a whole.
    """
    structure = [*say_front(plan), *say_divisions(plan), *say_structure(plan), *say_blocks(plan)]
    structure = settle_numbers(plan, structure)
    words, changed = say_words(plan, structure)
    commands = [*structure, *words]
    fallbacks = 0
    for _ in range(3):
        session, _ = amend_draft(plan.base, closing(plan, commands))
        wrong = [e for e in find_differences(session.law, plan.new) if e.kind == "article"]
        again = [e for e in wrong if len(plan.pairs.sources.get(id(e), ())) == 1]
        if not again:
            break
        for entry in again:
            place = article_place(plan.pairs.sources[id(entry)][0])
            commands = [c for c in commands if not is_within(c, place)] + [restate(place, entry.words)]
            fallbacks += 1
    return place_divisions(plan, commands), changed, fallbacks


def is_within(command: Command, place: Place) -> bool:
    """Tell whether a command is about words of one article."""
    return (
        command.verb in (Verb.REPLACE, Verb.SUBSTITUTE, Verb.DELETE, Verb.INSERT)
        and len(command.places) == 1
        and command.place[:1] == place
        and (len(command.place) > 1 or bool(command.old) or command.verb is Verb.REPLACE or command.new_places[:1] and len(command.new_places[0]) > 1)
    )


def closing(plan: Plan, commands: Sequence[Command]) -> list[Command]:
    """Add what ends the instrument."""
    return [*commands, REORDER] if plan.form == "decision" else list(commands)


def settle_numbers(plan: Plan, commands: list[Command]) -> list[Command]:
    """Say the numbers that do not come out by themselves."""
    session, _ = amend_draft(plan.base, closing(plan, commands))
    now = {entry.id: entry for entry in session.law.entries if entry.id}
    said = {c.place for c in commands if c.verb in (Verb.RENUMBER, Verb.MERGE)}
    further = []
    for entry in plan.new.of_kind("article"):
        sources = plan.pairs.sources.get(id(entry), ())
        place = article_place(sources[0]) if len(sources) == 1 else ()
        if place and place not in said and now[sources[0].id].new_label != entry.label:
            further.append(Command(verb=Verb.RENUMBER, places=(place,), new_places=(article_place(entry),)))
    return commands + further


def place_divisions(plan: Plan, commands: list[Command]) -> list[Command]:
    """Say with which articles divisions begin where that does not come out by itself."""
    session, _ = amend_draft(plan.base, closing(plan, commands))
    have = list(list_borders(session.law))
    want = list(list_borders(plan.new))
    if have == want:
        return commands
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
    return commands + further


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


def order_items(plan: Plan, commands: Sequence[Command]) -> list[list[Command]]:
    """Bring commands into the order of the articles, those of one article into one item."""
    position = {entry.label: index for index, entry in enumerate(plan.old.of_kind("article"))}
    after = {entry.label: index for index, entry in enumerate(plan.new.of_kind("article"))}
    by_new = {
        entry.label: position[plan.pairs.sources[id(entry)][0].label]
        for entry in plan.new.of_kind("article")
        if plan.pairs.sources.get(id(entry))
    }

    def rank(command: Command) -> tuple[float, float]:
        if command.verb is Verb.TITLE or (command.place and command.place[0].kind in ("title", "note", "contents", "body")):
            return (-1, 0)
        if command.verb is Verb.SUBSTITUTE and not command.places:
            return (1e9, 0)
        articles = [s.label for s in command.place if s.kind == "article"]
        if not articles:
            return (-0.5, 0) if command.verb is not Verb.MOVE else (1e9 - 1, 0)
        if command.verb is Verb.INSERT and command.new_places[:1] == command.places[:1]:
            index = after.get(articles[0], 0)
            labels = [e.label for e in plan.new.of_kind("article")][:index]
            before = next((by_new[label] for label in reversed(labels) if label in by_new), -1)
            return (before + 0.5, index)
        return (position.get(articles[0], 0), 0)

    items: list[list[Command]] = []
    for command in sorted(commands, key=rank):
        last = items[-1][-1] if items else None
        same = last and last.place[:1] == command.place[:1] and command.place and rank(last)[0] == rank(command)[0] >= 0
        if same and last and items:
            items[-1].append(command)
        else:
            items.append([command])
    return items


def generate_instrument(comparison: Comparison, form: str = "decision", title: str | None = None) -> Generated:
    """Write the instrument that makes the target of a comparison of its base.

    Args:
        comparison: base and target, with their changes.
        form: decision (what is not named is renumbered) or amendment (numbers stay, inserted ones are 之一).
        title: of the law. Default: the target's.

    Returns:
        the instrument, read and applied once more before it is given; without text if that did not give the
        target.
    """
    base = comparison.document.version(comparison.base)
    target = comparison.document.version(comparison.target)
    old, new = draft_law(base), draft_law(target)
    plan = Plan(base, old, new, pair_entries(old, new, comparison), form)
    commands, changed, fallbacks = generate_commands(plan)
    items = order_items(plan, commands)
    name = title or comparison.document.title_of(target)
    text = write_instrument(items, name, form, reorders=True)
    read = parse_instrument(text)
    orders = [c for c in read.commands if not c.announces and c.verb not in (Verb.COMMENCE, Verb.NOTE)]
    session, _ = amend_draft(base, orders)
    wrong = find_differences(session.law, new)
    missed = tuple(f"{e.kind} {e.number}" for e in wrong)
    if read.unparsed:
        missed += tuple(f"line {each.line}: {each.text[:60]}" for each in read.unparsed)
    missed += tuple(f"line {d.line}: {d.reason}" for d in session.doubts)
    exact = session.law.spell() == target.text
    good = not wrong and not session.doubts and not read.unparsed
    return Generated(text if good else "", tuple(read.commands), exact, changed, fallbacks, missed)
