"""Carry out commands on words, passages and whole clauses; where clauses stand is another matter."""

from collections.abc import Iterable, Sequence

import regex

from hexapla.amending.draft_law import DraftLaw, Entry
from hexapla.amending.instrument import Command, Place, Verb
from hexapla.amending.law_passages import (
    Passage,
    arrange,
    mark_kind,
    mark_value,
    read_passages,
    renumber_mark,
    spell_passages,
)
from hexapla.amending.locate import DoubtError, Located, locate
from hexapla.amending.places import ARTICLE, RANKS
from hexapla.phrases import write_phrase
from hexapla.references import find_citations
from hexapla.text import shorten
from hexapla.text.numerals import HAN_NUMERALS, reference_label

NUMBERED = regex.compile(
    rf"第[ 　]?(?:[{HAN_NUMERALS}]{{1,12}}|\d{{1,5}})[ 　]?[条條](?:之[{HAN_NUMERALS}]{{1,6}})?[ 　]+"
)

EXCERPT = 20
"""characters of words that a reason names"""


def excerpt(words: str) -> str:
    """Shorten words that are named to a reader."""
    return shorten(words.replace("\n", " "), EXCERPT)


def find_words(where: Iterable[Passage], words: str) -> list[tuple[Passage, int]]:
    """Find words in passages as they are in the base: not where an edit has been noted, nor in new words."""
    found = []
    for passage in where:
        if passage.fresh:
            continue
        start = passage.text.find(words)
        while start >= 0:
            end = start + len(words)
            if all(end <= one or other <= start for one, other, _ in passage.edits):
                found.append((passage, start))
            start = passage.text.find(words, end)
    return found


def find_once(where: Located, words: str) -> tuple[Passage, int]:
    """Find words that stand in a place once.

    Raises:
        DoubtError: they stand there never, or more than once.
    """
    if not words:
        raise DoubtError("the quotation is empty")
    found = find_words(where.passages, words)
    if where.span:
        found = [(p, at) for p, at in found if where.span[0] <= at and at + len(words) <= where.span[1]]
    if not found:
        raise DoubtError(write_phrase("words_absent", words=excerpt(words)))
    if len(found) > 1:
        raise DoubtError(write_phrase("words_often", words=excerpt(words), number=len(found)))
    return found[0]


def exchange_words(where: Located, old: str, new: str, *, everywhere: bool) -> None:
    """Note that words are exchanged."""
    if not everywhere:
        passage, at = find_once(where, old)
        passage.edits.append((at, at + len(old), new))
        return
    found = find_words(where.passages, old) if old else []
    if not found:
        raise DoubtError(write_phrase("words_absent", words=excerpt(old)))
    for passage, at in found:
        passage.edits.append((at, at + len(old), new))


def edit_words(command: Command, where: Located) -> None:
    """Carry out a command on words in one place.

    Raises:
        DoubtError: the words do not stand there exactly once.
    """
    everywhere = command.everywhere or len(command.places) > 1
    olds, news = command.old, command.new
    if command.verb is Verb.DELETE:
        for old in olds:
            exchange_words(where, old, "", everywhere=everywhere)
    elif command.verb is Verb.INSERT:
        old, new = olds[0], "".join(news)
        passage, at = find_once(where, old)
        point = at + len(old) if command.position == "after" else at
        passage.edits.append((point, point, new))
    else:
        if len(olds) != len(news):
            raise DoubtError(write_phrase("quotations_against", olds=len(olds), news=len(news)))
        for old, new in zip(olds, news, strict=True):
            exchange_words(where, old, new, everywhere=everywhere)


def strip_article_number(words: str, labels: Sequence[str]) -> str:
    """Take the number from the words of an article, where they begin with it.

    Raises:
        DoubtError: it is the number of another article.
    """
    found = NUMBERED.match(words)
    if not found:
        return words
    label = reference_label(found[0].strip())
    if labels and label not in labels:
        raise DoubtError(write_phrase("begins_with_number", number=found[0].strip()))
    return words[found.end() :]


def read_words(law: DraftLaw, entry: Entry, words: str) -> list[Passage]:
    """Read quoted words as passages of a clause of this law."""
    spaces = [each.between for each in entry.walk() if each.number]
    gaps = [each.gap for each in list(entry.walk())[:-1]]
    return read_passages(words, gaps[0] if gaps else law.inner_gap, spaces[0] if spaces else "")


def cites_numbers(words: str) -> bool:
    """Tell whether words cite clauses by number: said anew, they keep these numbers after a renumbering."""
    return any(citation.kind == "unit" for citation in find_citations(words))


def replace_entry(law: DraftLaw, entry: Entry, words: str, labels: Sequence[str]) -> None:
    """Give a clause new words.

    Raises:
        DoubtError: it has these words already.
    """
    body = strip_article_number(words, labels) if entry.kind == "article" else words
    if body == entry.words and not cites_numbers(body):  # said anew, its references do not follow
        raise DoubtError("these words stand there already")
    entry.passages = read_words(law, entry, body)
    entry.restated = True


def replace_passage(law: DraftLaw, where: Located, words: str) -> None:
    """Give a passage new words; they may be several passages."""
    passage = where.passage
    if passage is None:
        raise DoubtError("it names no passage")
    if where.span:
        passage.edits.append((*where.span, words))
        return
    if where.head:
        if words == passage.text:
            raise DoubtError("these words stand there already")
        passage.edits.append((0, len(passage.text), words))
        return
    if words == spell_passages([passage], plain=True) and not cites_numbers(words):
        raise DoubtError("these words stand there already")
    new = read_words(law, where.entry, words)
    if passage.number and not new[0].number:
        new[0].number, new[0].between = passage.number, passage.between
    new[0].label, new[0].fixed = passage.label, passage.fixed
    at = next(index for index, each in enumerate(where.siblings) if each is passage)
    where.siblings[at : at + 1] = new
    if len(new) > 1:
        where.entry.rearranged = True


def insert_passages(law: DraftLaw, command: Command, where: Located) -> None:
    """Put passages into a clause.

    Raises:
        DoubtError: they stand there already, or their number is not said.
    """
    entry = where.entry
    words = "\n".join(command.new)
    steps = [place[-1] for place in command.new_places]
    inner = bool(steps) and steps[0].kind in ("item", "subitem")
    new = read_words(law, entry, words)
    for each in entry.passages:
        if (
            not inner
            and steps
            and each.label == steps[0].label
            and spell_passages([each], plain=True) == words
        ):
            raise DoubtError("these words stand there already")
    siblings = entry.passages
    if inner:
        if where.passage:
            siblings = where.passage.children
        else:
            lists = [each.children for each in entry.passages if each.children]
            if len(lists) != 1:
                raise DoubtError("it does not say into which list of items")
            siblings = lists[0]
        if any(each.text == new[0].text and each.label == steps[0].label for each in siblings):
            raise DoubtError("these words stand there already")
    if not steps and where.passage and command.position:
        at = next(index for index, each in enumerate(where.siblings) if each is where.passage)
        where.siblings[at + (command.position == "after") : at + (command.position == "after")] = new
        entry.rearranged = True
        return
    if not steps:
        siblings.extend(new)
        return
    tops = [each for each in new if inner or not each.number] or new
    for index, each in enumerate(new):
        each.fixed = int(steps[0].label) + index if index < len(tops) and steps[0].label.isdecimal() else 0
    siblings.extend(new)
    entry.rearranged = True


def edit_passages(law: DraftLaw, command: Command, where: Located) -> None:
    """Carry out a command that restates, inserts, deletes or renumbers a clause's words or passages."""
    entry, words = where.entry, "\n".join(command.new)
    if command.verb is Verb.INSERT and command.position == "end" and entry.kind == "note":
        entry.passages[-1].gap = entry.gap or law.gap
        entry.passages += read_words(law, entry, words)
    elif command.verb is Verb.INSERT and command.position == "end":
        passage = where.passage or list(entry.walk())[-1]
        if passage.text.endswith(words):
            raise DoubtError("these words stand there already")
        passage.edits.append((len(passage.text), len(passage.text), words))
    elif command.verb is Verb.INSERT:
        insert_passages(law, command, where)
    elif command.verb is Verb.DELETE:
        where.siblings[:] = [each for each in where.siblings if each is not where.passage]
        entry.rearranged = True
    elif command.verb is Verb.RENUMBER or not command.new:
        renumber_passages(law, command)
    elif command.old:
        restate_quoted(law, command, where)
    elif where.passage is None:
        labels = [entry.label, *(place[-1].label for place in command.new_places)]
        replace_entry(law, entry, words, labels)
    else:
        replace_range(law, command, where, words)


def replace_range(law: DraftLaw, command: Command, where: Located, words: str) -> None:
    """Restate one passage, or several of one clause together: 第一款、第二款修改为."""
    further = [locate(law, place) for place in command.places[1:]]
    if any(each.entry is not where.entry or each.passage is None for each in further):
        raise DoubtError("it restates passages of several clauses at once")
    for each in further:
        each.siblings[:] = [one for one in each.siblings if one is not each.passage]
    if where.passage and command.new_places:
        where.passage.fixed = int(command.new_places[0][-1].label)
        where.entry.rearranged = True
    replace_passage(law, where, words)


def restate_quoted(law: DraftLaw, command: Command, where: Located) -> None:
    """Restate what is quoted: all of a place, or words of it."""
    old, new = "\n".join(command.old), "\n".join(command.new)
    if where.span and where.passage:
        if where.passage.text[slice(*where.span)] != old:
            raise DoubtError(write_phrase("words_absent", words=excerpt(old)))
        where.passage.edits.append((*where.span, new))
    elif where.passage is None and old == where.entry.words:
        replace_entry(law, where.entry, new, ())
    elif where.passage and old in (spell_passages([where.passage], plain=True), where.passage.text):
        replace_passage(law, where, new)
    elif "\n" in old:
        raise DoubtError(write_phrase("words_other", words=excerpt(old)))
    else:
        exchange_words(where, old, new, everywhere=False)


def renumber_passages(law: DraftLaw, command: Command) -> None:
    """Note which numbers passages get."""
    if len(command.places) != len(command.new_places):
        raise DoubtError("the old and the new numbers are not as many")
    for place, new_place in zip(command.places, command.new_places, strict=True):
        found = locate(law, place)
        if found.passage is None or not new_place[-1].label.isdecimal():
            raise DoubtError("its new number is none")
        found.passage.fixed = int(new_place[-1].label)
        found.entry.rearranged = True


def settle_list(siblings: list[Passage]) -> None:
    """Arrange one list of passages and write the marks of items anew."""
    fixed = {each.fixed: each for each in siblings if each.fixed}
    if len(fixed) < sum(bool(each.fixed) for each in siblings):
        raise DoubtError("two passages get one number")
    numbered = [each.number for each in siblings if each.number]
    labels = [int(each.label) for each in siblings if each.label.isdecimal()]
    free = [each for each in siblings if not each.fixed]
    siblings[:] = arrange(free, fixed)
    if not numbered or len({mark_kind(number) for number in numbered}) > 1 or len(numbered) < len(siblings):
        return
    if labels and labels[0] != 1 and not fixed:
        return
    for position, each in enumerate(siblings, start=1):
        if mark_value(each.number) != position:
            each.number = renumber_mark(each.number, position)


def settle_entry(entry: Entry) -> None:
    """Arrange the passages of a clause of which some were put in, taken out or given new numbers.

    Raises:
        DoubtError: two of them would bear one number.
    """
    paragraphs = [each for each in entry.passages if not each.number]
    if len(paragraphs) in (0, len(entry.passages)):
        settle_list(entry.passages)
    for passage in list(entry.walk()):
        if passage.children:
            settle_list(passage.children)


def is_about_words(command: Command) -> bool:
    """Tell whether a command names words inside a place."""
    return bool(command.old) and command.verb in (Verb.SUBSTITUTE, Verb.DELETE, Verb.INSERT)


def is_below_article(place: Place) -> bool:
    """Tell whether a place is part of a clause, or has no number."""
    return bool(place) and (
        RANKS[place[-1].kind] > ARTICLE
        or place[0].kind in ("title", "note", "contents", "preamble", "body", "block")
    )
