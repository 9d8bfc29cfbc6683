"""Carry out commands on whole articles and divisions: put in, take out, merge, renumber, move."""

from collections.abc import Callable, Sequence

import regex

from hexapla.amending.draft_law import DIVISION_KIND, DraftLaw, Entry
from hexapla.amending.edit_words import NUMBERED, read_words, replace_entry, strip_article_number
from hexapla.amending.instrument import Command, Step, Verb
from hexapla.amending.law_passages import NUMERAL, Passage
from hexapla.amending.locate import FRONT, DoubtError, Located, find_article, locate
from hexapla.amending.places import ARTICLE, PRINTED, RANKS
from hexapla.phrases import write_phrase
from hexapla.text.numerals import HAN_NUMERALS, write_han_numeral

DIVISIONS = ("part", "book", "subbook", "chapter", "section")
LINE_NUMBER = regex.compile(rf"(?m)^(?={NUMBERED.pattern})")
DECIMAL = regex.compile(r"\d")
DASHED = regex.compile(r"\d-\d")
DASHED_NUMBER = regex.compile(r"\d+(?:-\d+)?")


def write_number(pattern: str, label: str) -> str:
    """Write the number of an article as another one of its law is written.

    >>> write_number("第十二条", "20-1"), write_number("第 3 條", "4")
    ('第二十条之一', '第 4 條')
    """
    plain = regex.sub(rf"之[{HAN_NUMERALS}]+$", "", pattern)
    main, _, inserted = label.partition("-")
    if DASHED.search(pattern) or (inserted and DECIMAL.search(plain)):
        return DASHED_NUMBER.sub(label, plain, count=1)
    number = NUMERAL.sub(
        lambda found: main if found[0][0].isdigit() else write_han_numeral(int(main)), plain, count=1
    )
    if not inserted:
        return number
    return f"{number}之{write_han_numeral(int(inserted)) if inserted.isdecimal() else inserted}"


def split_articles(words: Sequence[str]) -> list[str]:
    """Part quoted words into articles, where they begin with numbers."""
    return [piece.strip("\n") for each in words for piece in LINE_NUMBER.split(each) if piece.strip()]


def insert_articles(law: DraftLaw, command: Command) -> None:
    """Put articles in.

    Raises:
        DoubtError: they stand there already, or there are not as many numbers as articles.
    """
    labels = [place[-1].label for place in command.new_places]
    pieces = split_articles(command.new)
    if len(labels) == 1 and len(pieces) != 1:
        pieces = ["\n".join(command.new)]
    if len(pieces) != len(labels):
        raise DoubtError(write_phrase("articles_against_numbers", pieces=len(pieces), labels=len(labels)))
    anchor = locate_anchor(law, command)
    bodies = [strip_article_number(piece, (label,)) for piece, label in zip(pieces, labels, strict=True)]
    known = {(label, entry.words) for label in labels for entry in law.by_label.get(label, ())}
    if known.intersection(zip(labels, bodies, strict=True)):
        raise DoubtError("these words stand there already")
    for body, label in zip(bodies, labels, strict=True):
        entry = Entry(
            "article",
            write_number(law.pattern, label),
            law.between,
            gap=law.gap,
            fixed=label,
            anchor=anchor if anchor and anchor.kind == "article" else None,
            under=anchor if anchor and anchor.kind == "division" else None,
            restated=True,
        )
        entry.passages = read_words(law, entry, body)
        law.entries.append(entry)


def locate_anchor(law: DraftLaw, command: Command) -> Entry | None:
    """Find after which article, or in which division, an insertion comes."""
    if not command.place or command.place == command.new_places[0] or command.position == "before":
        return None
    if RANKS[command.place[-1].kind] > ARTICLE:
        raise DoubtError("it puts an article into one")
    return locate(law, command.place).entry


def insert_division(law: DraftLaw, command: Command) -> None:
    """Put the heading of a division in."""
    step = next(place[-1] for place in command.new_places if place[-1].kind in DIVISIONS)
    covered = [place[-1].label for place in command.new_places if place[-1].kind == "article"]
    heading = "".join(command.new)
    found = regex.match(rf"{step.printed}[ 　]*", heading)
    body = heading[found.end() :] if found else heading
    if any(e.words == body and e.level == step.kind for e in law.of_kind("division")) and not covered:
        raise DoubtError("a division of this name stands in the text already")
    sample = next((e for e in law.of_kind("division") if e.level == step.kind), None)
    law.entries.append(
        Entry(
            "division",
            write_number(sample.number, step.label) if sample else step.printed,
            sample.between if sample else " ",
            [Passage("", "", body, fresh=[(0, len(body))])],
            law.gap,
            fixed=step.label,
            level=step.kind,
            covers=covered[0] if covered else "",
        )
    )


def insert_front(law: DraftLaw, command: Command) -> None:
    """Put a note or a contents list in, after the title."""
    kind = FRONT[command.place[0].kind]
    if law.of_kind(kind):
        raise DoubtError(write_phrase("place_taken", name=command.place[0].printed))
    front = [index for index, entry in enumerate(law.entries) if entry.kind in ("title", "note")]
    at = front[-1] + 1 if front and kind != "note" else front[0] + 1 if front else 0
    words = "\n".join(command.new)
    law.entries.insert(
        at, Entry(kind, passages=[Passage("", "", words, fresh=[(0, len(words))])], gap=law.gap)
    )


def merge_articles(law: DraftLaw, command: Command) -> None:
    """Make one article, or one paragraph, of several; a clause of which only an item was taken lives on."""
    found = [locate(law, place) for place in command.places]
    host = found[0]
    words = "\n".join(command.new)
    if len(found) < 2:  # noqa: PLR2004 - a merger
        raise DoubtError("it merges one place alone")
    target = command.new_places[0][-1] if command.new_places else command.place[-1]
    if all(each.passage and each.entry is host.entry for each in found):
        merge_passages(law, found, words, target)
        return
    host = next((each for each in found if each.passage is None), host)
    if host.passage is not None:
        raise DoubtError("none of the merged clauses is a whole article")
    replace_entry(law, host.entry, words, (target.label, host.entry.label))
    if command.new_places:
        host.entry.fixed = target.label
    for each in found:
        if each is host:
            continue
        if each.passage is None:
            each.entry.removed = True
            law.merged[each.entry.id] = host.entry
        else:
            each.siblings[:] = [one for one in each.siblings if one is not each.passage]
            each.entry.rearranged = True


def merge_passages(law: DraftLaw, found: list[Located], words: str, target: Step) -> None:
    """Make one paragraph of several of one clause."""
    entry, host = found[0].entry, found[0]
    new = read_words(law, entry, words)
    new[0].fixed = int(target.label) if target.label.isdecimal() else 0
    at = next(index for index, each in enumerate(host.siblings) if each is host.passage)
    host.siblings[at : at + 1] = new
    for each in found[1:]:
        each.siblings[:] = [one for one in each.siblings if one is not each.passage]
    entry.rearranged = True


def split_article(law: DraftLaw, command: Command) -> None:
    """Make several articles of one."""
    host = locate(law, command.place).entry
    labels = [place[-1].label for place in command.new_places]
    pieces = split_articles(command.new)
    if len(pieces) != len(labels) or len(labels) < 2:  # noqa: PLR2004 - a split
        raise DoubtError(write_phrase("articles_against_numbers", pieces=len(pieces), labels=len(labels)))
    replace_entry(law, host, pieces[0], (labels[0],))
    host.fixed = labels[0]
    for piece, label in zip(pieces[1:], labels[1:], strict=True):
        entry = Entry(
            "article", write_number(law.pattern, label), law.between, gap=law.gap, fixed=label, restated=True
        )
        entry.passages = read_words(law, entry, strip_article_number(piece, (label,)))
        law.entries.append(entry)


def move_clauses(law: DraftLaw, command: Command) -> None:
    """Bring clauses under another division, or say with which clause a division begins."""
    kinds = {place[-1].kind for place in command.new_places}
    if command.place[-1].kind in DIVISIONS:
        division = locate(law, command.place).entry
        for place in command.new_places:
            if place[-1].kind in DIVISIONS:
                division.fixed = place[-1].label
        division.covers = next(p[-1].label for p in command.new_places if p[-1].kind == "article")
        return
    if not kinds & set(DIVISIONS):
        raise DoubtError("it names no division")
    entry = find_article(law, command.place[-1].label, command.place[-1].printed)
    entry.under = locate(law, next(p for p in command.new_places if p[-1].kind in DIVISIONS)).entry
    for place in command.new_places:
        if place[-1].kind == "article":
            entry.fixed = place[-1].label


def insert_block(law: DraftLaw, command: Command) -> None:
    """Put in a paragraph that belongs to no numbered clause."""
    label = command.new_places[0][-1].label if command.new_places else ""
    words = "\n".join(command.new)
    others = law.of_kind("other")
    if any(entry.words == words for entry in others):
        raise DoubtError("these words stand in the text already")
    entry = Entry("other", passages=[Passage("", "", words, fresh=[(0, len(words))])], gap=law.gap)
    if command.position == "end":
        entry.gap, law.entries[-1].gap = law.entries[-1].gap, law.gap
        law.entries.append(entry)
        return
    before = others[int(label) - 2] if label.isdecimal() and 1 < int(label) <= len(others) + 1 else None
    if before is None:
        numbered = (i for i, e in enumerate(law.entries) if e.kind in ("article", "division"))
        at = next(numbered, len(law.entries))
    else:
        at = law.entries.index(before) + 1
    law.entries.insert(at, entry)


def renumber_entries(law: DraftLaw, command: Command) -> None:
    """Note which numbers articles and divisions get."""
    if len(command.places) != len(command.new_places):
        raise DoubtError("the old and the new numbers are not as many")
    for place, new_place in zip(command.places, command.new_places, strict=True):
        entry, step = locate(law, place).entry, new_place[-1]
        if entry.kind == "division" and step.kind != entry.level:
            entry.base_level, entry.level = entry.base_level or entry.level, step.kind
            entry.number = DIVISION_KIND.sub(PRINTED[step.kind], entry.number)
        entry.fixed = step.label


Edit = Callable[[DraftLaw, Command], None]


def edit_structure(law: DraftLaw, command: Command) -> bool:
    """Carry out a command about whole articles or divisions.

    Returns:
        whether it is one.
    """
    if command.old:
        return False
    edits: dict[Verb, Edit] = {Verb.MERGE: merge_articles, Verb.SPLIT: split_article, Verb.MOVE: move_clauses}
    edit = edits.get(command.verb)
    if command.verb is Verb.INSERT:
        edit = choose_insertion(command)
    elif command.verb is Verb.DELETE:
        edit = remove_entry if is_whole(command) else None
    elif command.verb is Verb.RENUMBER and RANKS[command.place[-1].kind] <= ARTICLE:
        edit = renumber_entries
    if edit is None:
        return False
    edit(law, command)
    return True


def choose_insertion(command: Command) -> Edit | None:
    """Return what carries out an insertion of more than words and passages."""
    kind = command.new_places[0][-1].kind if command.new_places else ""
    if command.position == "end" and command.place and command.place[-1].kind == "body":
        return insert_block
    if kind in DIVISIONS:
        return insert_division
    if not kind and command.place and command.place[0].kind in FRONT and not command.position:
        return insert_front
    edits: dict[str, Edit] = {"article": insert_articles, "block": insert_block}
    return edits.get(kind)


def is_whole(command: Command) -> bool:
    """Tell whether a whole entry is taken out: an article, a heading, a note."""
    last = command.place[-1].kind
    return RANKS[last] <= ARTICLE or last in ("heading", "block") or command.place[0].kind in FRONT


def remove_entry(law: DraftLaw, command: Command) -> None:
    """Take out an article, the heading of a division, a note."""
    place = command.place
    locate(law, place[:-1] if place[-1].kind == "heading" else place).entry.removed = True
