"""Write the explicit instrument that makes one version of a text into another.

What was written is read and applied once more. A unit that does not come out as it shall is said anew as a
whole, and counted; if the target is not reached then, nothing is printed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hexapla.amending.explicit.carry_out import WORD, amend_outline, compile_words
from hexapla.amending.explicit.change_unit import Writer, change_unit, exchanged, restate_unit
from hexapla.amending.explicit.explicit_grammar import load_explicit_grammar
from hexapla.amending.explicit.name_nodes import Names
from hexapla.amending.explicit.outline import Outline, outline_text
from hexapla.amending.explicit.pair_nodes import NodePairs, pair_nodes, plain
from hexapla.amending.explicit.read_instrument import read_explicit
from hexapla.amending.explicit.write_commands import write_explicit
from hexapla.amending.generate import Generated
from hexapla.amending.instrument import Command, Verb
from hexapla.amending.layout import add_layout, read_layout, set_layout
from hexapla.amending.text_marks import write_marks
from hexapla.amending.throughout import LEAST_CLAUSES, MOST_CANDIDATES, list_exchanges
from hexapla.model import Comparison, Version

ROUNDS = 4
"""times that units are said anew as a whole"""


@dataclass(slots=True)
class ExplicitPlan:
    """What is known while an instrument is made."""

    base: Version
    old: Outline
    new: Outline
    pairs: NodePairs
    writer: Writer
    title: str
    whole: set[int] = field(default_factory=set)
    """indices in the target of units that are said anew as a last resort"""


def find_everywhere(plan: ExplicitPlan) -> list[tuple[str, str]]:
    """Find words that are exchanged in several units, and wherever they stand in units that stay."""
    spaced = plan.writer.names.grammar.spaced
    texts = [
        (plain(a.original()[len(a.number) :]), plain(b.original()[len(b.number) :]))
        for a, b in ((plan.old.nodes[i], plan.new.nodes[j]) for j, i in plan.pairs.source.items())
    ]
    counted: Counter[tuple[str, str]] = Counter()
    for one, other in texts:
        if one != other:
            counted.update(list_exchanges(one, other, plan.writer.language))
    chosen = []
    for (old, new), count in counted.most_common(MOST_CANDIDATES):
        if count < LEAST_CLAUSES or old in new or old.strip() != old or new.strip() != new:
            continue
        if spaced and not (WORD.match(old) and WORD.match(old[-1])):
            continue
        if all(count_words(a, old) <= count_words(b, new) and not count_words(b, old) for a, b in texts):
            chosen.append((old, new))
            texts = [(exchanged(a, [(old, new)]), b) for a, b in texts]
    return chosen


def count_words(text: str, words: str) -> int:
    """Count how often words stand in a text, as words."""
    return len(compile_words(words, bounded=True).findall(text)) if words in text else 0


def insert_units(plan: ExplicitPlan, run: Sequence[int], anchor: int | None) -> Command | None:
    """Say that units come after another, or before the first."""
    nodes = [plan.new.nodes[j] for j in run]
    parts = [n.original() + (list(n.walk())[-1].gap if n is not nodes[-1] else "") for n in nodes]
    names = plan.writer.names
    place = names.name(plan.old.nodes[anchor if anchor is not None else 0])
    position = "after" if anchor is not None else "before"
    new = ("".join(parts),)
    return Command(verb=Verb.INSERT, places=(place,), new=new, position=position) if place else None


def say_unit(plan: ExplicitPlan, j: int, i: int) -> list[Command] | None:
    """Say what changes in what was kept."""
    base, target = plan.old.nodes[i], plan.new.nodes[j]
    if j in plan.whole or base.kind != "unit":
        if plain(base.original()) == plain(target.original()):
            return []
        place = plan.writer.names.name(base)
        return [restate_unit(plan.writer, place, base, target)] if place else None
    return change_unit(plan.writer, base, target)


class UnnamedError(Exception):
    """Something that changes has no name in the language."""


def say_gone(plan: ExplicitPlan) -> dict[int, list[Command]]:
    """Say which nodes of the base go."""
    items: dict[int, list[Command]] = {}
    for i in sorted(set(range(len(plan.old.nodes))) - set(plan.pairs.source.values())):
        place = plan.writer.names.name(plan.old.nodes[i])
        if place is None:
            raise UnnamedError
        items[i] = [Command(verb=Verb.DELETE, places=(place,))]
    return items


def find_items(plan: ExplicitPlan) -> list[tuple[int, list[Command]]]:
    """Find all commands, those of one unit together, in the order of the base.

    Raises:
        UnnamedError: something has no name.
    """
    items = say_gone(plan)
    anchor: int | None = None
    run: list[int] = []

    def note(index: int, said: list[Command] | Command | None) -> None:
        if said is None:
            raise UnnamedError
        items.setdefault(index, []).extend([said] if isinstance(said, Command) else said)

    for j in range(len(plan.new.nodes)):
        i = plan.pairs.source.get(j)
        if i is None:
            run.append(j)
            continue
        if run:
            note(anchor or 0, insert_units(plan, run, anchor))
            run = []
        note(i, say_unit(plan, j, i))
        if j in plan.pairs.moved:
            note(anchor or 0, move_unit(plan, i, anchor))
        else:
            anchor = i
    if run:
        note(anchor or 0, insert_units(plan, run, anchor))
    return [(i, items[i]) for i in sorted(items) if items[i]]


def move_unit(plan: ExplicitPlan, i: int, anchor: int | None) -> Command | None:
    """Say that a unit comes elsewhere."""
    names = plan.writer.names
    place, beside = names.name(plan.old.nodes[i]), names.name(plan.old.nodes[anchor or 0])
    if place is None or beside is None:
        return None
    position = "after" if anchor is not None else "before"
    return Command(verb=Verb.MOVE, places=(place,), new_places=(beside,), position=position)


def find_wrong(plan: ExplicitPlan, result: Outline) -> list[int]:
    """Return the indices in the target of what was kept and does not come out as it shall."""
    return [
        j
        for j, i in plan.pairs.source.items()
        if plain(result.nodes[i].spell(result.inner_gap)) != plain(plan.new.nodes[j].original())
    ]


def write_plan(plan: ExplicitPlan, target: Version) -> tuple[Generated, bool]:
    """Write an instrument and hold it to the target; say units anew that do not come out.

    Returns:
        what was written, and whether it gives the target.
    """
    everywhere = find_everywhere(plan)
    missed = ["something that changes has no name in this language"]
    best = Generated("", (), exact=False, changed=count_changed(plan), fallbacks=0, missed=tuple(missed))
    for _ in range(ROUNDS):
        plan.writer = Writer(plan.writer.names, plan.writer.language, everywhere)
        try:
            items = find_items(plan)
        except UnnamedError:
            return best, False
        marks = write_marks(plan.base.text, target.text)
        text = write_explicit(items, everywhere, plan.title, plan.writer.language, marks)
        read = read_explicit(text, plan.writer.language)
        session = amend_outline(plan.base, read.orders, plan.writer.language)
        result = session.outline.spell()
        missed = [f"line {u.line}: {u.text[:60]}" for u in read.unparsed]
        missed += [f"line {d.line}: {d.reason}" for d in session.doubts]
        good = plain(result) == plain(target.text) and not missed
        if not good and not missed:
            missed = ["what comes out is not the target"]
        text = add_layout(text, result, target.text, plan.writer.names.grammar.forms["layout"])
        best = Generated(
            text if good else "",
            read.commands,
            set_layout(result, read_layout(text)) == target.text,
            count_changed(plan),
            len(plan.whole),
            tuple(missed) if not good else (),
        )
        if good:
            return best, True
        wrong = set(find_wrong(plan, session.outline)) - plan.whole
        if session.unused:
            everywhere = [pair for pair in everywhere if pair[0] not in session.unused]
        elif not wrong and everywhere:
            everywhere = []
        elif not wrong:
            return best, False
        plan.whole |= wrong
    return best, False


def count_changed(plan: ExplicitPlan) -> int:
    """Count the units that changed in words."""
    return sum(
        plan.old.nodes[i].kind == "unit"
        and plain(plan.old.nodes[i].original()) != plain(plan.new.nodes[j].original())
        for j, i in plan.pairs.source.items()
    )


def generate_explicit(comparison: Comparison, language: str, title: str | None = None) -> Generated:
    """Write the instrument that makes the target of a comparison of its base.

    Args:
        comparison: base and target, with their changes.
        language: in whose forms.
        title: of the text. Default: the base's.

    Returns:
        the instrument, read and applied once more before it is given; without text if that did not give the
        target.
    """
    base = comparison.document.version(comparison.base)
    target = comparison.document.version(comparison.target)
    old, new = outline_text(base), outline_text(target)
    grammar = load_explicit_grammar(language)
    name = title or comparison.document.title_of(base)
    found = Generated("", (), exact=False, changed=0, fallbacks=0)
    for moves in (True, False):
        pairs = pair_nodes(old, new, comparison, moves=moves)
        writer = Writer(Names(old, grammar), language.partition("-")[0])
        plan = ExplicitPlan(base, old, new, pairs, writer, name)
        found, good = write_plan(plan, target)
        if good:
            break
    return found
