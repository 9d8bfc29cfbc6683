"""Write the instrument that makes one version of a law into another.

1. Clauses are paired as the comparison says; what comes, goes, merges and moves is said first.
2. That much is applied: numbers follow, and references after them. What is then still different is said,
   clause by clause, by the rule of `choose_words`; words that are exchanged throughout are said once.
3. All is applied. A clause that did not come out as it shall is said anew as a whole, and counted.
4. What was written is read and applied once more. If it does not give the target, nothing is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.amending.amendment_plan import AmendmentPlan, article_place
from hexapla.amending.apply import amend_draft
from hexapla.amending.change_clause import change_article, restate
from hexapla.amending.draft_law import DraftLaw, Entry, draft_law
from hexapla.amending.instrument import Command, Place, Verb
from hexapla.amending.item_order import ItemOrder
from hexapla.amending.layout import add_layout, read_layout, set_layout
from hexapla.amending.pair_entries import pair_divisions, pair_entries
from hexapla.amending.parse import parse_instrument
from hexapla.amending.structure_commands import (
    say_blocks,
    say_borders,
    say_divisions,
    say_front,
    say_structure,
)
from hexapla.amending.text_marks import write_marks
from hexapla.amending.throughout import LEAST_CLAUSES, find_spacing, find_throughout
from hexapla.amending.wording import load_forms, write_instrument
from hexapla.model import Comparison
from hexapla.text import normalize_spaces


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


def say_words(plan: AmendmentPlan, structure: Sequence[Command]) -> tuple[list[Command], int]:
    """Say what changes in the words of articles that stay.

    Returns:
        the commands, and how many articles they are about.
    """
    headings = pair_divisions(plan.old, plan.new, plan.pairs).source
    throughout = [
        *find_throughout(plan.base, structure, plan.pairs),
        *find_spacing(
            [(headings[id(e)], e) for e in plan.new.of_kind("division") if id(e) in headings],
            plan.old.of_kind("article"),
        ),
    ]
    commands, changed = say_own_words(plan, structure, throughout)
    session, _ = amend_draft(plan.base, [*structure, *commands, *throughout, REORDER])
    used = [each for each in throughout if session.hits.get(each.old, 0) >= LEAST_CLAUSES]
    if len(used) < len(throughout):
        commands, changed = say_own_words(plan, structure, used)
    return [*used, *commands], changed


def say_own_words(
    plan: AmendmentPlan, structure: Sequence[Command], throughout: Sequence[Command]
) -> tuple[list[Command], int]:
    """Say what changes article by article, besides what is exchanged throughout."""
    session, _ = amend_draft(plan.base, [*structure, *throughout, REORDER])
    now = {entry.id: entry for entry in session.law.entries if entry.id}
    commands, changed = [], 0
    for entry, sources in plan.pairs.kept():
        source = sources[0]
        changed += source.words != entry.words
        if source.id in now and now[source.id].words != entry.words:
            commands += change_article(
                source,
                now[source.id],
                entry,
                article_place(source),
                whole_second=plan.form == "amendment",
            )
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


def generate_commands(plan: AmendmentPlan) -> tuple[list[Command], int, int]:
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
    session, _ = amend_draft(plan.base, closing(plan, commands))
    return [*commands, *say_borders(plan, session.law)], changed, fallbacks


def is_within(command: Command, place: Place) -> bool:
    """Tell whether a command is about words of one article."""
    if command.place[:1] != place or len(command.places) != 1:
        return False
    deep = any(len(new_place) > 1 for new_place in command.new_places)
    words = bool(command.old) or len(command.place) > 1 or deep or command.verb is Verb.REPLACE
    return words and command.verb in (Verb.REPLACE, Verb.SUBSTITUTE, Verb.DELETE, Verb.INSERT)


def closing(plan: AmendmentPlan, commands: Sequence[Command]) -> list[Command]:
    """Add what ends the instrument."""
    return [*commands, REORDER] if plan.form == "decision" else list(commands)


def settle_numbers(plan: AmendmentPlan, commands: list[Command]) -> list[Command]:
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


def generate_instrument(
    comparison: Comparison, form: str = "decision", title: str | None = None
) -> Generated:
    """Write the instrument that makes the target of a comparison of its base.

    Args:
        comparison: base and target, with their changes.
        form: decision (what is not named is renumbered) or amendment (numbers stay, inserted ones are 之一).
        title: of the law. Default: the base's.

    Returns:
        the instrument, read and applied once more before it is given; without text if that did not give the
        target.
    """
    base = comparison.document.version(comparison.base)
    target = comparison.document.version(comparison.target)
    old, new = draft_law(base), draft_law(target)
    plan = AmendmentPlan(base, old, new, pair_entries(old, new, comparison), form)
    commands, changed, fallbacks = generate_commands(plan)
    items = ItemOrder(plan).arrange(commands)
    name = title or comparison.document.title_of(base)
    marks = write_marks(base.text, target.text)
    plain, _ = amend_draft(base, commands)
    moved = any(sources[0].label != entry.label for entry, sources in plan.pairs.kept())
    reorders = moved or bool(find_differences(plain.law, new))
    text = write_instrument(items, name, form, reorders=reorders, marks=marks)
    read = parse_instrument(text)
    session, _ = amend_draft(base, read.orders)
    wrong = find_differences(session.law, new)
    missed = tuple(f"{e.kind} {e.number}" for e in wrong)
    if read.unparsed:
        missed += tuple(f"line {each.line}: {each.text[:60]}" for each in read.unparsed)
    missed += tuple(f"line {d.line}: {d.reason}" for d in session.doubts)
    good = not wrong and not session.doubts and not read.unparsed
    made = session.law.spell()
    text = add_layout(text, made, target.text, load_forms("zh")["layout"])
    exact = set_layout(made, read_layout(text)) == target.text
    return Generated(text if good else "", tuple(read.commands), exact, changed, fallbacks, missed)
