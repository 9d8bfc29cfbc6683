"""Write commands as an official instrument says them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hexapla.amending.grammar import load_grammar
from hexapla.amending.instrument import Command, Place, Verb
from hexapla.amending.places import ARTICLE, PRINTED, RANKS, spell_place
from hexapla.amending.quotations import quote
from hexapla.text.numerals import write_han_numeral


def spell_list(places: Sequence[Place]) -> str:
    """Write a list of places: 第三条、第五条."""
    return "、".join(spell_place(place) for place in places)


def choose_template(command: Command) -> str:  # noqa: PLR0911, PLR0912, C901 - one line a form
    """Name the form in which a command is written."""
    last = command.new_places[0][-1].kind if command.new_places else ""
    match command.verb:
        case Verb.TITLE:
            return "title"
        case Verb.MERGE:
            return "merge"
        case Verb.MOVE:
            return "cover" if last == "article" else "cover_renumbered"
        case Verb.RENUMBER:
            return "renumber"
        case Verb.REPLACE:
            return "replace_renumbered" if command.new_places else "replace"
        case Verb.DELETE:
            return "delete_words" if command.old else "delete"
        case Verb.SUBSTITUTE:
            if not command.places:
                return "substitute_throughout"
            return "substitute_many" if len(command.places) > 1 else "substitute"
        case Verb.INSERT if command.old:
            return f"insert_{command.position}_words"
        case Verb.INSERT if command.announces:
            return "insert_announced"
        case Verb.INSERT if command.position == "end":
            return "insert_last" if command.place[-1].kind == "body" else "insert_end"
        case Verb.INSERT if not last:
            return "insert_front"
        case Verb.INSERT if last == "article":
            return "insert_article_after" if command.position == "after" else "insert_article"
        case Verb.INSERT if last == "block":
            return "insert_block"
        case Verb.INSERT if RANKS[last] < ARTICLE:
            return "insert_division"
    return "insert_part"


def write_command(command: Command, forms: Mapping[str, str], prefix: str = "") -> str:
    """Write a command, without the full stop.

    Args:
        command: what is ordered.
        forms: templates of the language.
        prefix: the name of the law before the place.
    """
    name = choose_template(command)
    new_place = command.new_places[0] if command.new_places else ()
    shown = new_place[-1:] if name in ("insert_part", "insert_announced") else new_place
    covered = [place for place in command.new_places if place and place[-1].kind == "article"]
    span = spell_place(covered[0]) if covered else ""
    if len(covered) > 1:
        span = forms["through"].format(first=span, last=spell_place(covered[-1]))
    return forms[name].format(
        place=prefix + spell_place(command.place),
        places=prefix + spell_list(command.places),
        new_place=spell_place(shown),
        covered=span,
        classifier=PRINTED.get(shown[-1].kind, "") if shown else "",
        old="".join(map(quote, command.old)),
        new="".join(map(quote, command.new)),
    )


def write_sentence(command: Command, following: Sequence[Command], forms: Mapping[str, str]) -> str:
    """Write a command as a sentence; one whose words the next gives is written with these."""
    if command.announces:
        return write_command(replace(command, new=following[0].new), forms)
    words = write_command(command, forms)
    return words if words.endswith(("。”", "；”", "：”")) and not command.old else words + "。"


def write_instrument(
    commands: Sequence[Sequence[Command]], title: str, form: str, *, reorders: bool, marks: str = ""
) -> str:
    """Write a whole instrument.

    Args:
        commands: those of each item of the instrument.
        title: of the law.
        form: decision or amendment.
        reorders: what no command names is numbered anew.
        marks: of both texts.
    """
    forms = load_forms("zh")
    lines = [forms[f"{form}_title"].format(title=title)]
    if form == "decision":
        lines.append(forms["decision_lead"].format(title=title))
    for number, item in enumerate(commands, start=1):
        sentences = [
            write_sentence(command, item[i + 1 :], forms)
            for i, command in enumerate(item)
            if not i or not item[i - 1].announces
        ]
        lines.append(f"{write_han_numeral(number)}、" + "".join(sentences))
    if form == "decision":
        lines.append(forms["decision_commence"])
        lines += [forms["decision_reorder"].format(title=title)] if reorders else []
    else:
        lines.append(f"{write_han_numeral(len(commands) + 1)}、" + forms["amendment_commence"])
    lines.append(forms["notice"].format(marks=marks))
    return "\n".join(lines) + "\n"


def load_forms(language: str) -> Mapping[str, str]:
    """Return the templates of a language."""
    return load_grammar(language).forms
