"""Read an amending instrument: its words → commands, and the lines that were not understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from hexapla.amending.grammar import TITLE, CommandPhrase, Grammar, load_grammar
from hexapla.amending.instrument import Command, Instrument, Place, Verb
from hexapla.amending.instrument_reader import InstrumentReader, find_title
from hexapla.amending.places import ARTICLE, RANKS, read_places
from hexapla.amending.quotations import CLOSES, OPENS, build_skeleton
from hexapla.amending.statements import Statement, part_statements

SENTENCE = regex.compile(r"[^。；]*[。；]?")
QUOTED_NAME = regex.compile(r"《(.*)》(?:（[^（）]*）)?")
SIDE = regex.compile("之?(后|前)")
FIGURES = regex.compile("(?<=[‹«“])[0-9]+")
LONGEST_SHAPE = 400
"""characters of a statement whose shape is remembered"""
LONGEST_PHRASE = 3000
"""characters of a statement in which one phrase is looked for; places and quotations are indices in it"""
PLACELESS = (Verb.REORDER, Verb.COMMENCE, Verb.NOTE, Verb.TITLE)
MOST_TARGET_WORDS = 300
"""characters of the words that name a text"""


@dataclass(slots=True, kw_only=True)
class ImpliedReader(InstrumentReader):
    """What is known while an instrument is read that leaves much unsaid."""

    quotation_index = regex.compile(f"{OPENS}([0-9]+){CLOSES}")
    place_index = regex.compile("[‹«]([0-9]+)›")
    grammar: Grammar
    shapes: dict[str, tuple[CommandPhrase, ...]] = field(default_factory=dict)
    """words with their indices masked → the phrase that reads them"""

    def places(self, words: str | None, context: Place = ()) -> tuple[Place, ...]:
        """Read the list of places for which an index stands."""
        named = self.places_named(words)
        return read_places(named, self.grammar.places, context) if named else ()


def mask_places(reader: ImpliedReader, statement: Statement) -> tuple[str, list[int]]:
    """Put an index in place of every list of places.

    Returns:
        the words, and of every character its line.
    """
    reader.named = []
    out: list[str] = []
    lines: list[int] = []
    text, at = statement.text, 0
    for found in reader.grammar.places.listed.finditer(text):
        title = reader.grammar.places.is_title(found[0])
        mark = f"{TITLE if title else '‹'}{len(reader.named)}›"
        reader.named.append(found[0])
        out += [text[at : found.start()], mark]
        lines += statement.lines[at : found.start()]
        lines += [statement.lines[found.start()]] * len(mark)
        at = found.end()
    return "".join([*out, text[at:]]), [*lines, *statement.lines[at:]]


def read_phrase(
    reader: ImpliedReader, phrase: CommandPhrase, found: "regex.Match[str]", line: int
) -> Iterator[Command]:
    """Make the commands of one phrase: deletions of several places are as many commands."""
    groups = found.groupdict()
    places = reader.places(groups.get("place"), reader.context)
    if phrase.verb is None:
        reader.context = places[-1] if places else reader.context
        return
    if not places and phrase.verb not in PLACELESS and reader.context and not phrase.everywhere:
        places = (reader.context,)
    new_places = reader.places(groups.get("new_place"), places[0] if places else reader.context)
    for further in ("covered", "destination"):
        new_places += reader.places(groups.get(further))
    if phrase.verb is Verb.INSERT and new_places and not groups.get("place"):
        rank = RANKS[
            new_places[0][-1].kind
        ]  # an item is put into the paragraph that was named, not into an item
        places = tuple(tuple(step for step in place if RANKS[step.kind] < rank) for place in places)
        places = tuple(filter(None, places)) if rank > ARTICLE else ()
    command = Command(
        verb=phrase.verb,
        line=line,
        text=reader.spell(found[0]),
        target=find_target(reader, phrase, found),
        places=places,
        new_places=new_places,
        old=reader.quoted(groups.get("old")),
        new=reader.quoted(groups.get("new")),
        position=find_side(phrase, found),
        everywhere=phrase.everywhere,
        restates=phrase.restates,
        announces=phrase.announces,
    )
    reader.context = places[-1] if places else reader.context
    if phrase.verb is Verb.INSERT and not places and new_places and not command.old:
        reader.context = new_places[-1]
    if phrase.verb is Verb.DELETE and len(places) > 1 and not command.old:
        yield from (replace(command, places=(place,)) for place in places)
    else:
        yield command


def find_target(reader: ImpliedReader, phrase: CommandPhrase, found: "regex.Match[str]") -> str | None:
    """Return which text a command amends: the one it names, or that which was named; None: all of them."""
    if law := found.groupdict().get("law"):
        return strip_name(law) if not found.string.startswith("等", found.end("law")) else None
    return None if phrase.verb is Verb.REORDER and phrase.everywhere else reader.target


def find_side(phrase: CommandPhrase, found: "regex.Match[str]") -> str:
    """Return on which side of its place an insertion comes, as its phrase says or else the words behind."""
    if phrase.position or phrase.verb is not Verb.INSERT or not found.groupdict().get("place"):
        return phrase.position
    side = SIDE.match(found.string, found.end("place"))
    return {"后": "after", "前": "before"}[side[1]] if side else ""


def join_renumbering(commands: list[Command], command: Command) -> Command:
    """Read 将第四条改为第五条，修改为 as one command, and restore the place of an insertion by its number."""
    last = commands[-1] if commands else None
    if (
        last
        and command.verb is Verb.REPLACE
        and last.verb is Verb.RENUMBER
        and last.line == command.line
        and last.places == command.places
        and not command.new_places
    ):
        commands.pop()
        return replace(command, new_places=last.new_places, text=f"{last.text}，{command.text}")
    if command.verb is Verb.INSERT and not command.places and not command.old:
        return replace(command, places=command.new_places[:1])
    return command


def read_statement(reader: ImpliedReader, statement: Statement) -> None:
    """Read one statement phrase by phrase; a sentence is reported from the first that is not understood."""
    (text, lines), at = mask_places(reader, statement), 0
    if statement.fresh:
        reader.context = ()
    if lead := reader.grammar.purpose.match(text):
        at = lead.end()
    while at < len(text):
        if skip := reader.grammar.connector.match(text, at):
            at = skip.end()
            continue
        line = lines[at]
        for phrase in find_phrases(reader, text, at):
            found = phrase.pattern.match(text, at, at + LONGEST_PHRASE)
            if found and found.end() > at:
                for command in read_phrase(reader, phrase, found, line):
                    reader.commands.append(join_renumbering(reader.commands, command))
                at = found.end()
                reader.begun = True
                break
        else:
            end = max(find_end(text, at), at + 1)
            if not read_target(reader, reader.spell(text[at:end])) and (
                reader.begun or OPENS in text[at:end]
            ):
                reader.report(line, reader.spell(text[at:end]))
            at = end


def find_phrases(reader: ImpliedReader, text: str, at: int) -> Sequence[CommandPhrase]:
    """Return the phrases that may match here: of words whose shape was met before, that which did.

    An instrument has few shapes once the indices of places and quotations are masked.
    """
    if len(text) - at > LONGEST_SHAPE:
        return reader.grammar.phrases
    shape = FIGURES.sub("", text[at:])
    if shape not in reader.shapes:
        found = ((p, p.pattern.match(text, at)) for p in reader.grammar.phrases)
        reader.shapes[shape] = next(((p,) for p, match in found if match and match.end() > at), ())
    return reader.shapes[shape]


def find_end(text: str, at: int) -> int:
    """Return where the sentence ends."""
    found = SENTENCE.match(text, at)
    return found.end() if found else len(text)


def read_target(reader: ImpliedReader, words: str) -> bool:
    """Find which text is amended from here on."""
    if len(words) > MOST_TARGET_WORDS:
        return False
    plain = words.rstrip("。：:；")
    for pattern in reader.grammar.targets:
        found = pattern.fullmatch(plain)
        if found:
            reader.target = strip_name(found["law"])
            reader.begun, reader.context = True, ()
            return True
    return False


def strip_name(law: str) -> str:
    """Return the name of a text without its signs."""
    name = QUOTED_NAME.fullmatch(law)
    return name[1] if name else law


def find_title_target(title: str, grammar: Grammar) -> str | None:
    """Find in an instrument's title which text it amends."""
    found = next(filter(None, (pattern.search(title) for pattern in grammar.titles)), None)
    return found["amended"] if found else None


def parse_instrument(text: str, language: str = "zh") -> Instrument:
    """Read an amending instrument.

    Args:
        text: of the instrument.
        language: whose grammar reads it.

    Raises:
        KeyError: that language has no grammar.

    Examples:
        >>> found = parse_instrument("一、将第三条改为第四条，修改为：“灯笼常亮。”")
        >>> command = found.commands[0]
        >>> str(command.verb), command.place[0].printed, command.new_places[0][0].printed, command.new
        ('replace', '第三条', '第四条', ('灯笼常亮。',))
    """
    grammar = load_grammar(language)
    skeleton = build_skeleton(text)
    reader = ImpliedReader(quotations=skeleton.quotations, grammar=grammar)
    reader.target = find_title_target(find_title(text)[:300], grammar)
    for statement in part_statements(skeleton.text, skeleton.lines, grammar):
        read_statement(reader, statement)
    return reader.finish(text, grammar.language)
