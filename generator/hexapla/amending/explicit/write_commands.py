"""Write explicit commands as an instrument says them, nested where a unit needs several."""

from collections.abc import Sequence

from hexapla.amending.explicit.explicit_grammar import ExplicitGrammar, load_explicit_grammar
from hexapla.amending.explicit.explicit_places import spell_explicit
from hexapla.amending.explicit.quoted_text import quote_exactly
from hexapla.amending.instrument import Command, Place, Verb

LETTERS = 26
LEAF_FORMS = {"heading": "replace_heading", "opening": "replace_opening", "title": "replace_title"}


def choose_form(command: Command) -> str:
    """Name the form in which a command is written."""
    last = command.place[-1].kind if command.places else ""
    if command.verb is Verb.REPLACE and command.new_places:
        return "replace_renumbered"
    if command.verb is Verb.REPLACE:
        return LEAF_FORMS.get(last, "replace_passage" if len(command.place) > 1 else "replace")
    if command.verb is Verb.INSERT:
        return f"insert_{command.position}_words" if command.old else f"insert_{command.position}"
    if command.verb is Verb.MOVE:
        return f"move_{command.position}"
    if command.verb is Verb.DELETE:
        return "delete_words" if command.old else "delete"
    return str(command.verb)


def shorten_place(place: Place, *, nested: bool) -> Place:
    """Leave out of a place what the item around it names."""
    return place[1:] if nested and len(place) > 1 and place[1].printed[:1] not in "(（" else place


def write_explicit_command(command: Command, grammar: ExplicitGrammar, *, nested: bool = False) -> str:
    """Write a command as a sentence."""
    form = choose_form(command)
    place = shorten_place(command.place, nested=nested and "relative" in grammar.words)
    if form in ("replace_heading", "replace_opening"):
        place = command.place[:-1]
    new_place = command.new_places[0] if command.new_places else ()
    if form == "renumber":
        new_place = new_place[-1:]
    words = grammar.forms[form].format(
        place=spell_explicit(place, grammar.places),
        new_place=spell_explicit(new_place, grammar.places),
        old=quote_exactly(command.old[0], grammar.pairs) if command.old else "",
        new=quote_exactly("\n".join(command.new), grammar.pairs) if command.new else "",
    )
    return words[:1].upper() + words[1:]


def order_items(
    items: Sequence[tuple[int, list[Command]]], grammar: ExplicitGrammar
) -> list[tuple[int, list[Command]]]:
    """Bring items into the order of the language: Japanese begins at the end; so no two numbers collide."""
    if "last_first" not in grammar.words:
        return list(items)
    rising = [(i, item) for i, item in items if not any(map(falls, item))]
    falling = [(i, item) for i, item in items if any(map(falls, item))]
    return [*reversed(rising), *falling]


def falls(command: Command) -> bool:
    """Tell whether a command gives a lower number."""
    labels = [p[-1].label.partition("-")[0] for p in (command.place, *command.new_places[:1]) if p]
    return (
        command.verb is Verb.RENUMBER and all(map(str.isdecimal, labels)) and int(labels[0]) > int(labels[-1])
    )


def write_explicit(
    items: Sequence[tuple[int, list[Command]]],
    everywhere: Sequence[tuple[str, str]],
    title: str,
    language: str,
    marks: str = "",
) -> str:
    """Write a whole instrument.

    Args:
        items: the commands of each unit.
        everywhere: words that are exchanged wherever they stand.
        title: of the text.
        language: whose forms are used.
        marks: of both texts.
    """
    grammar = load_explicit_grammar(language)
    forms = grammar.forms
    lines = [forms["title"].format(title=title), "", forms["lead"].format(title=title), ""]
    number = 0
    for _, item in order_items(items, grammar):
        number += 1
        mark = forms["mark"].format(n=number)
        unit = item[0].place[:1]
        nests = len(item) > 1 and all(c.place[:1] == unit for c in item) and "item_lead" in forms
        if not nests:
            number -= 1
            for command in item:
                number += 1
                lines.append(forms["mark"].format(n=number) + write_explicit_command(command, grammar))
            continue
        lead = forms["item_lead"].format(place=spell_explicit(unit, grammar.places))
        lines.append(mark + lead[:1].upper() + lead[1:])
        lines += [
            forms["inner_mark"].format(n=letter(k)) + write_explicit_command(command, grammar, nested=True)
            for k, command in enumerate(item)
        ]
    for old, new in everywhere:
        number += 1
        words = forms["throughout"].format(
            old=quote_exactly(old, grammar.pairs), new=quote_exactly(new, grammar.pairs)
        )
        lines.append(forms["mark"].format(n=number) + words)
    lines += ["", forms["commence"], "", forms["notice"].format(marks=marks)]
    return "\n".join(lines) + "\n"


def letter(index: int) -> str:
    """Write a place in a list as letters: a, b, … z, za, zb.

    >>> letter(0), letter(25), letter(26)
    ('a', 'z', 'za')
    """
    rounds, place = divmod(index, LETTERS)
    return "z" * rounds + chr(ord("a") + place)
