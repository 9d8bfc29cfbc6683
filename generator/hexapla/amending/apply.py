"""Apply an amending instrument to a text: commands, implied renumbering, references, checks.

1. Commands are carried out by the numbers of the base, in the order of the instrument.
2. Words that are exchanged throughout come last, so that they leave what others have restated.
3. What no command names is numbered in order around what has its number said, if the instrument renumbers.
4. References in words of the base follow their aims.
5. Results that the instrument restates are compared with what came out.

A command that cannot be placed stops its clause alone: that clause keeps its words, and the doubt is told.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from hexapla.amending.amended import Amended, Doubt, leave_unamended, list_doubts, select_commands
from hexapla.amending.draft_law import DraftLaw, Entry, draft_law
from hexapla.amending.edit_structure import edit_structure
from hexapla.amending.edit_words import (
    cites_numbers,
    edit_passages,
    edit_words,
    exchange_words,
    is_about_words,
    settle_entry,
    strip_article_number,
)
from hexapla.amending.instrument import Command, Instrument, Place, Verb
from hexapla.amending.law_passages import Passage, settle_edits, spell_passages
from hexapla.amending.locate import DoubtError, Located, locate
from hexapla.amending.order import assemble
from hexapla.amending.places import ARTICLE, RANKS
from hexapla.amending.rewrite_references import RewrittenReference, rewrite_references
from hexapla.model import Version
from hexapla.phrases import write_phrase

ABSENT = "the words do not stand in the text"
LEAST_WORDS = 4
"""characters of new words that can be recognised in a text"""


@dataclass(slots=True)
class Session:
    """One application of an instrument."""

    law: DraftLaw
    before: dict[int, tuple[list[Passage], bool]] = field(default_factory=dict)
    """passages of entries before their first command"""
    doubts: list[Doubt] = field(default_factory=list)
    done: list[tuple[Command, Entry | None]] = field(default_factory=list)
    hits: dict[tuple[str, ...], int] = field(default_factory=dict)
    """clauses in which words were exchanged that are exchanged throughout, by these words"""

    def doubt(self, command: Command, reason: str) -> None:
        """Note a doubt."""
        self.doubts.append(Doubt(command.line, command.text, reason))

    def keep(self, entry: Entry) -> None:
        """Remember how an entry was before it is edited."""
        if id(entry) not in self.before:
            self.before[id(entry)] = (deepcopy(entry.passages), entry.restated)

    def lock(self, entry: Entry) -> None:
        """Give an entry its words back; no further command edits them."""
        if id(entry) in self.before:
            entry.passages, entry.restated = deepcopy(self.before[id(entry)][0]), False
        entry.locked, entry.rearranged = True, False


def find_entries(law: DraftLaw, command: Command) -> list[Entry]:
    """Return the entries that a command names, as far as they can be found."""
    return [found.entry for found in (try_locate(law, place) for place in command.places) if found]


def try_locate(law: DraftLaw, place: Place) -> Located | None:
    """Find a place; None where it cannot be found."""
    try:
        return locate(law, place)
    except DoubtError:
        return None


def run_command(session: Session, command: Command) -> None:
    """Carry out one command on all its places."""
    law = session.law
    for entry in find_entries(law, command):
        session.keep(entry)
    if edit_structure(law, command):
        session.done.append((command, None))
        return
    if command.verb is Verb.TITLE:
        command_places: Sequence[Located] = [Located(e) for e in law.of_kind("title")[:1]]
        if not command_places:
            raise DoubtError("the text has no title")
    elif is_about_words(command) and not command.place:
        command_places = [locate_by_words(law, command)]
    else:
        command_places = [locate(law, place) for place in command.places[: None if command.old else 1]]
    for where in command_places:
        session.keep(where.entry)
        if where.entry.locked:
            raise DoubtError("another command for this clause is in doubt")
        if is_about_words(command):
            edit_words(command, where)
        else:
            edit_passages(law, command, where)
        session.done.append((command, where.entry))
    if (
        command.new_places
        and command.verb in (Verb.REPLACE, Verb.SUBSTITUTE)
        and RANKS[command.place[-1].kind] == ARTICLE
    ):
        command_places[0].entry.fixed = command.new_places[0][-1].label


def locate_by_words(law: DraftLaw, command: Command) -> Located:
    """Find the only entry in which quoted words stand: 将“一、总则”修改为."""
    found = [
        entry
        for entry in law.entries
        if any(old == entry.spell() or old in entry.words for old in command.old)
    ]
    exact = [entry for entry in found if entry.spell() == command.old[0]]
    if len(exact) == 1 and command.new:
        entry = exact[0]
        entry.passages = [Passage("", "", entry.number + entry.between + entry.words)]
        entry.number = entry.between = ""
        return Located(entry)
    if len(found) != 1:
        raise DoubtError(write_phrase("words_in_clauses", number=len(found)))
    return Located(found[0])


def attempt(session: Session, command: Command) -> None:
    """Carry out a command, or note why not and leave its clauses as they were."""
    try:
        run_command(session, command)
    except DoubtError as error:
        session.doubt(command, str(error))
        for entry in find_entries(session.law, command):
            if RANKS[command.place[-1].kind] >= ARTICLE or is_about_words(command):
                session.lock(entry)


def exchange_throughout(session: Session, command: Command) -> None:
    """Exchange words wherever they stand in clauses that are not restated."""
    law = session.law
    entries = [e for e in law.entries if e.kind in ("article", "division", "other") and not e.locked]
    hits = 0
    for old, new in zip(command.old, command.new or ("",) * len(command.old), strict=False):
        for entry in entries:
            spaced = entry.kind != "other" and old == entry.between
            if not spaced and not any(old in p.text or old in p.number for p in entry.walk()):
                continue
            session.keep(entry)
            entry.between = new if spaced else entry.between
            exchanged = exchange_marks(entry, old, new) or spaced
            try:
                exchange_words(Located(entry), old, new, everywhere=True)
            except DoubtError:
                hits += exchanged
            else:
                hits += 1
    session.hits[command.old] = hits
    if hits:
        session.done.append((command, None))
    else:
        session.doubt(command, ABSENT)


def is_throughout(command: Command) -> bool:
    """Tell whether a command exchanges words wherever they stand."""
    return command.everywhere and not command.places and command.verb is not Verb.REORDER


def spell_standing(law: DraftLaw) -> str:
    """Return all words, marks and spaces in which words can be exchanged throughout, none across two."""
    return "\0".join(
        part
        for entry in law.entries
        for part in (entry.between, *(each for p in entry.walk() for each in (p.number, p.text)))
    )


def exchange_marks(entry: Entry, old: str, new: str) -> bool:
    """Exchange signs in the marks of items: half-width brackets for wide ones."""
    marked = [passage for passage in entry.walk() if old in passage.number and not passage.fresh]
    for passage in marked:
        passage.number = passage.number.replace(old, new)
    return bool(marked)


def settle(session: Session, *, passages: bool = True) -> None:
    """Make the exchanges of words that were noted, then arrange passages."""
    for entry in session.law.entries:
        if not all([settle_edits(passage) for passage in entry.walk()]):  # noqa: C419 - all of them are settled
            session.lock(entry)
            for passage in entry.walk():
                passage.edits = []
            session.doubts.append(Doubt(0, entry.number, "two commands exchange the same words"))
        if passages and entry.rearranged:
            try:
                settle_entry(entry)
            except DoubtError as error:
                session.lock(entry)
                session.doubts.append(Doubt(0, entry.number, str(error)))


def check_restated(session: Session, command: Command) -> None:
    """Compare a result that the instrument restates with what came out."""
    try:
        where = locate(session.law, command.place)
    except DoubtError as error:
        session.doubt(command, str(error))
        return
    words = "\n".join(command.new)
    found = spell_passages([where.passage], plain=True) if where.passage else where.entry.words
    if found == words:
        session.done.append((command, where.entry))
    else:
        session.doubt(command, "the result is not what the instrument restates")


def renumbers(commands: Sequence[Command], law: DraftLaw) -> bool:
    """Tell whether what no command names is numbered anew: it is said, or a number would stand twice."""
    entries = [entry for entry in law.of_kind("article") if not entry.removed]
    if any(command.verb is Verb.REORDER for command in commands):
        return len(entries) < len(law.of_kind("article")) or any(entry.fixed for entry in entries)
    taken = [entry.fixed or entry.label for entry in entries]
    return len(set(taken)) < len(taken) and len({e.label for e in entries if e.id}) == sum(
        bool(e.id) for e in entries
    )


def amend_draft(
    version: Version, commands: Sequence[Command]
) -> tuple[Session, tuple[RewrittenReference, ...]]:
    """Carry out commands on a draft of a version.

    Returns:
        the session with the amended law, and which references were rewritten.
    """
    session = Session(draft_law(version))
    articles = session.law.of_kind("article")
    duplicate = len({entry.label for entry in articles}) < len(articles)
    for command in commands:
        if command.verb is not Verb.REORDER and not is_throughout(command) and not command.restates:
            attempt(session, command)
    standing = None
    for command in filter(is_throughout, commands):
        standing = spell_standing(session.law) if standing is None else standing
        if any(old in standing for old in command.old):
            exchange_throughout(session, command)
            standing = None  # marks and spaces are exchanged at once
        else:
            session.hits[command.old] = 0
            session.doubt(command, ABSENT)
    settle(session)
    for command in commands:
        if command.restates:
            check_restated(session, command)
    renumber = renumbers(commands, session.law)
    if renumber and duplicate:
        renumber = False
        session.doubts += [
            Doubt(c.line, c.text, "numbers stand twice in the text: it cannot be numbered in order")
            for c in commands
            if c.verb is Verb.REORDER
        ]
    assemble(session.law, renumber=renumber)
    rewritten = rewrite_references(session.law, version)
    session.done += [(c, None) for c in commands if c.verb is Verb.REORDER and (renumber or not duplicate)]
    return session, rewritten


def stands_already(version: Version, commands: Sequence[Command]) -> int:
    """Return the line of a command, if the new words of most commands stand at their places; else 0."""
    told = [
        c
        for c in commands
        if not c.old
        and sum(map(len, c.new)) >= LEAST_WORDS
        and not (c.verb is Verb.REPLACE and any(map(cites_numbers, c.new)))  # may say references anew
    ]
    words = {entry.label: entry.words for entry in draft_law(version).of_kind("article")}
    standing = [command for command in told if is_done(command, words)]
    return standing[0].line or 1 if standing and 2 * len(standing) > len(told) else 0


def is_done(command: Command, words: Mapping[str, str]) -> bool:
    """Tell whether a clause has the words that a command gives it.

    Args:
        command: which gives new words.
        words: those of the articles, by their numbers.
    """
    place = (command.new_places or command.places or ((),))[0]
    labels = [step.label for step in place if step.kind == "article"]
    if not labels or labels[0] not in words:
        return False
    new = [strip_article_number(each, ()) for each in command.new]
    if RANKS[place[-1].kind] == ARTICLE:
        return words[labels[0]] == "\n".join(new)
    return all(each in words[labels[0]] for each in new)


def apply_implied(version: Version, instrument: Instrument) -> Amended:
    """Apply an instrument to a version.

    Args:
        version: the base; its text outside the commands keeps every character.
        instrument: as it was read. Of one that amends many texts the commands for this one are carried out.

    Returns:
        the amended text, with what is doubtful and which references were rewritten. A text of which most of
        what the instrument says is already part stays as it is: nobody applies an instrument twice.
    """
    commands = select_commands(version, instrument)
    line = stands_already(version, commands)
    if line:
        reason = write_phrase("applied_before", line=line)
        return leave_unamended(version, commands, reason)
    session, rewritten = amend_draft(version, commands)
    done = len({id(command) for command, _ in session.done})
    return Amended(session.law.spell(), done, list_doubts(session.doubts, instrument.unparsed), rewritten)
