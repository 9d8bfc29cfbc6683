"""From a clause before and after to the commands that change it, by the rule of `choose_words`."""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.amending.choose_words import change_words, make_place, number_places, pair_passages
from hexapla.amending.draft_law import Entry
from hexapla.amending.instrument import Command, Place, Verb
from hexapla.amending.law_passages import Passage, mark_kind, mark_shape, spell_passages
from hexapla.amending.places import RANKS, name_step

COMMAND_LENGTH = 14
"""characters that a command has besides what it quotes"""
MOST_COMMANDS = 2
"""commands by which a clause is changed piece by piece; what needs more is clearer when said anew"""
FEW_WORDS = 0.25
"""share of a clause up to which more commands are clearer than all of its words"""


@dataclass(frozen=True, slots=True)
class State:
    """A clause as the base has it, as implied changes leave it, and as it shall be."""

    base: Sequence[Passage]
    now: Sequence[Passage]
    target: Sequence[Passage]


def measure(commands: Sequence[Command]) -> int:
    """Return how long commands are, about."""
    return sum(COMMAND_LENGTH + sum(map(len, (*command.old, *command.new))) for command in commands)


def restate(place: Place, words: str) -> Command:
    """Say a place anew."""
    return Command(verb=Verb.REPLACE, places=(place,), new=(words,))


def join_words(passages: Sequence[Passage]) -> str:
    """Return the words in which a quotation must stand once."""
    return "\0".join(below.text for passage in passages for below in passage.walk())


def change_passage(base: Passage, now: Passage, target: Passage, place: Place, own: Place) -> list[Command]:
    """Say what changes in one passage and below it.

    Args:
        base: in the base.
        now: after changes that nobody names.
        target: as it shall be.
        place: by which words and items of it are named: the clause's, if it is the only paragraph.
        own: its own place, by which it is said anew.
    """
    whole = [restate(own, spell_passages([target], plain=True))]
    if not has_mark_of(now, target):
        return whole
    commands: list[Command] = []
    if now.text != target.text:
        changed = change_words(base.text, now, target.text, join_words([base]), place)
        if changed is None:
            if not (base.children and target.children):
                return whole
            changed = [restate((*place, OPENING), target.text)]
        commands += changed
    if spell_passages(now.children, plain=True) != spell_passages(target.children, plain=True):
        if not base.children or not target.children:
            return whole
        below = change_list(State(base.children, now.children, target.children), place)
        if below is None:
            return whole
        commands += below
    return commands if measure(commands) < measure(whole) else whole


OPENING = name_step("opening")


def change_list(state: State, above: Place) -> list[Command] | None:
    """Say what changes in a list of passages: those that come, go, and change.

    Returns:
        the commands; None where only the whole can be said.
    """
    kinds = {bool(each.number) for each in (*state.base, *state.target)}
    if len(kinds) > 1:
        return None
    kind = "item" if kinds == {True} else "paragraph"
    if [each.label for each in state.base] != [str(i + 1) for i in range(len(state.base))]:
        return None
    if kind == "item" and RANKS[above[-1].kind] >= RANKS["item"]:
        kind = "subitem"
    commands: list[Command] = []
    places = list(number_places(state.target))
    only = kind == "paragraph" and len(state.base) == 1
    for i, j in pair_passages(state.now, state.target):
        if i is None and j is not None:
            place = make_place(above, kind, str(places[j]))
            words = spell_passages([state.target[j]], plain=True)
            commands.append(Command(verb=Verb.INSERT, places=(above,), new_places=(place,), new=(words,)))
        elif j is None and i is not None:
            commands.append(Command(verb=Verb.DELETE, places=(make_place(above, kind, state.base[i].label),)))
        elif i is not None and j is not None and is_changed(state.now[i], state.target[j]):
            named = make_place(above, kind, state.base[i].label)
            own = above if only and len(state.target) == 1 else named
            commands += change_passage(
                state.base[i], state.now[i], state.target[j], above if only else named, own
            )
    return commands


def is_changed(now: Passage, target: Passage) -> bool:
    """Tell whether a passage says something else, apart from the mark that its place gives it."""
    below = spell_passages(now.children, plain=True) != spell_passages(target.children, plain=True)
    return now.text != target.text or below or not has_mark_of(now, target)


def has_mark_of(now: Passage, target: Passage) -> bool:
    """Tell whether two passages have marks of one shape, whatever they count."""
    if mark_kind(now.number) != mark_kind(target.number):
        return False
    return mark_shape(now.number) == mark_shape(target.number) or len(now.number) == 1


def change_article(
    base: Entry, now: Entry, target: Entry, place: Place, *, whole_second: bool = False
) -> list[Command]:
    """Say what changes in an article.

    Args:
        base: as the base has it.
        now: as the commands on structure leave it, with references that followed.
        target: as it shall be.
        place: the article's, by its number in the base.
        whole_second: an article of one paragraph that gets a second is said anew, as amendments do.
    """
    whole = [restate(place, target.words)]
    commands = change_list(State(base.passages, now.passages, target.passages), place)
    if not commands:
        return whole
    added = [c for c in commands if c.verb is Verb.INSERT and not c.old]
    second = whole_second and len(base.passages) == 1 and len(target.passages) == 2  # noqa: PLR2004 - two
    limit = 1 if len(commands) <= MOST_COMMANDS else FEW_WORDS
    if second or measure(commands) >= measure(whole) * limit:
        changed = second or any(c.verb is Verb.REPLACE for c in commands)
        return introduce(whole, added, place) if changed else whole
    return commands


def introduce(whole: list[Command], added: Sequence[Command], place: Place) -> list[Command]:
    """Say with a whole clause which paragraph is new at its end.

    As in 在第三条中增加一款作为第二款，将该条修改为.
    """
    if len(added) != 1:
        return whole
    step = added[0].new_places[0][-1]
    announced = Command(verb=Verb.INSERT, places=(place,), new_places=added[0].new_places, announces=True)
    return (
        [announced, *whole]
        if step.kind == "paragraph" and whole[0].new[0].endswith(added[0].new[0])
        else whole
    )
