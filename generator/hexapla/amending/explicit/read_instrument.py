"""Read an explicit instrument: its words → commands, and the lines that were not understood.

Items of an instrument are nested (1. a) aa)): what an item names, those below it stand in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import regex

from hexapla.amending.explicit.explicit_grammar import (
    PLACE_CLOSES,
    PLACE_OPENS,
    ExplicitGrammar,
    load_explicit_grammar,
)
from hexapla.amending.explicit.explicit_places import read_explicit_places, shape_of
from hexapla.amending.explicit.outline import core_of
from hexapla.amending.explicit.quoted_text import (
    MASKED,
    QuotedSkeleton,
    build_explicit_skeleton,
    sign_unquoted,
)
from hexapla.amending.grammar import CommandPhrase
from hexapla.amending.instrument import Command, Instrument, Place, Verb
from hexapla.amending.instrument_reader import InstrumentReader

COMPLETE = regex.compile(r"[.。:：;；—]\s*$|\x02[.。]?\s*$|(?:,|;) (?:and|und)\s*$")
SENTENCE = regex.compile(r"[^.。;；\x01]{0,400}+(?:[.。;；]|\x01[0-9]+\x02[^.。;；]{0,40}+[.。;；]?)?")
ROMAN = regex.compile("[ivxl]{1,6}")
LONGEST_PHRASE = 3000
"""characters of a statement in which one phrase is looked for; places and quotations are indices in it"""
PLACELESS = (Verb.COMMENCE, Verb.NOTE, Verb.TITLE)
MOST_LINE = 400
"""characters of a line that may order nothing"""


@dataclass(slots=True)
class ExplicitStatement:
    """An item of an instrument, on one line."""

    line: int
    mark: str
    text: str


@dataclass(slots=True, kw_only=True)
class ExplicitReader(InstrumentReader):
    """What is known while an instrument is read that says everything."""

    quotation_index = MASKED
    place_index = regex.compile(f"{PLACE_OPENS}([0-9]+){PLACE_CLOSES}")
    grammar: ExplicitGrammar
    skeleton: QuotedSkeleton
    levels: list[tuple[str, Place]] = field(default_factory=list)
    """shapes of the marks of items around, each with the place that it names"""
    cores: dict[str, str] = field(default_factory=dict)
    """the last number of each shape"""

    def places(self, words: str | None, context: Place) -> tuple[Place, ...]:
        """Read the list of places for which an index stands."""
        named = self.places_named(words)
        if not named:
            return ()
        owner = self.grammar.places.owner.search(named)
        if owner and owner["law"]:
            self.target = owner["law"]
        return read_explicit_places(named[: owner.start() if owner else None], self.grammar.places, context)


def part_explicit(reader: ExplicitReader) -> Iterator[ExplicitStatement]:
    """Part an instrument into items; a line that is broken anywhere goes on in the next."""
    grammar, joint = reader.grammar, " " if reader.grammar.spaced else ""
    now: ExplicitStatement | None = None
    blank = True
    lines = grammar.lines
    for index, line in enumerate(reader.skeleton.text.split("\n")):
        own = line.strip()
        if not own:
            blank = True
            continue
        mark = grammar.marks.match(own)
        heads = len(own) < MOST_LINE and any(pattern.fullmatch(own) for pattern in lines)
        fresh = mark or blank or heads or now is None or COMPLETE.search(now.text[-60:])
        quote = now and not mark and own.startswith("\x01")
        if now and (quote or not fresh):
            now.text += joint + own
        else:
            if now:
                yield now
            text = own[mark.end() :] if mark else own
            now = ExplicitStatement(reader.skeleton.lines[index], mark[0].strip() if mark else "", text)
        blank = heads
    if now:
        yield now


def shape_of_level(reader: ExplicitReader, mark: str) -> str:
    """Name the kind of mark of an item: small letters, capitals and small Roman numbers are three levels."""
    shape, core = shape_of(mark), core_of(mark)
    if core.isupper():
        return f"{shape} A"
    roman = f"{shape} i"
    open_ = [each for each, _ in reader.levels]
    begins = core == "i" and shape in open_ and reader.cores.get(shape) != "h"
    if ROMAN.fullmatch(core) and (begins or roman in open_):
        shape = roman
    reader.cores[shape] = core
    return shape


def enter_item(reader: ExplicitReader, mark: str) -> None:
    """Find the place in which an item stands: that which the item above it names."""
    shape = shape_of_level(reader, mark) if mark else ""
    shapes = [each for each, _ in reader.levels]
    if not mark:
        reader.levels, reader.context = [], ()
        return
    if shape in shapes:
        reader.levels = reader.levels[: shapes.index(shape)]
    reader.context = reader.levels[-1][1] if reader.levels else ()
    reader.levels.append((shape, reader.context))


def mask_explicit(reader: ExplicitReader, text: str) -> str:
    """Put an index in place of every list of places."""
    reader.named = []

    def note(found: "regex.Match[str]") -> str:
        reader.named.append(found[0])
        return f"{PLACE_OPENS}{len(reader.named) - 1}{PLACE_CLOSES}"

    return reader.grammar.places.listed.sub(note, text)


def make_commands(
    reader: ExplicitReader, phrase: CommandPhrase, found: "regex.Match[str]", line: int
) -> Iterator[Command]:
    """Make the commands of one phrase: a change of several places is as many commands."""
    groups = found.groupdict()
    places: tuple[Place, ...] = ()
    for words in found.captures("place") if "place" in groups else ():
        places = reader.places(words, places[-1] if places else reader.context)
    if places:
        reader.context = places[-1]
    elif phrase.verb not in PLACELESS and phrase.verb is not None and reader.context:
        places = () if phrase.everywhere and "place" in groups else (reader.context,)
    new_places = reader.places(groups.get("new_place") or groups.get("anchor"), reader.context[:-1])
    if phrase.verb is Verb.REPLACE:
        new_places = tuple(p for p in new_places if p[-1].kind not in ("title", "heading", "opening"))
    if phrase.verb is None:
        reader.levels = [*reader.levels[:-1], (reader.levels[-1][0], reader.context)] if reader.levels else []
        return
    title = phrase.verb is Verb.REPLACE and places and places[0][0].kind == "title"
    command = Command(
        verb=Verb.TITLE if title else phrase.verb,
        line=line,
        text=reader.spell(found[0]).strip(),
        target=reader.target,
        places=places,
        new_places=new_places,
        old=read_old(reader, groups),
        new=reader.quoted(groups.get("new")),
        position=phrase.position,
        everywhere=phrase.everywhere,
    )
    if len(places) > 1 and phrase.verb in (Verb.DELETE, Verb.SUBSTITUTE, Verb.INSERT):
        yield from (replace(command, places=(place,)) for place in places)
    elif len(places) > 1 and len(places) == len(new_places):
        for place, new_place in zip(places, new_places, strict=True):
            yield replace(command, places=(place,), new_places=(new_place,))
    else:
        yield command


def read_old(reader: ExplicitReader, groups: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the words of the base that a phrase quotes, or the mark of punctuation that it names."""
    sign = (groups.get("sign") or "").casefold()
    return (reader.grammar.signs[sign],) if sign else reader.quoted(groups.get("old"))


def read_target_line(reader: ExplicitReader, words: str) -> bool:
    """Find which text is amended from here on, or that a line orders nothing."""
    plain = words.strip().rstrip(".:：。")
    if len(plain) > MOST_LINE:
        return False
    for pattern in reader.grammar.targets:
        found = pattern.fullmatch(plain)
        if found and not reader.grammar.places.listed.fullmatch(found["law"].strip()):
            reader.target, reader.begun = found["law"].strip(), True
            return True
    return any(pattern.fullmatch(plain) for pattern in reader.grammar.lines)


def read_item(reader: ExplicitReader, statement: ExplicitStatement) -> None:
    """Read an item phrase by phrase; a sentence is reported from the first that is not understood."""
    grammar = reader.grammar
    enter_item(reader, statement.mark)
    if read_target_line(reader, reader.spell(statement.text)):
        return
    text = mask_explicit(reader, statement.text)
    caption = grammar.caption.match(text) if grammar.caption else None
    at = caption.end() if caption else 0
    while at < len(text):
        skip = grammar.connector.match(text, at)
        if skip and skip.end() > at:
            at = skip.end()
            continue
        for phrase in grammar.phrases:
            found = phrase.pattern.match(text, at, at + LONGEST_PHRASE)
            if found and found.end() > at:
                reader.commands += make_commands(reader, phrase, found, statement.line)
                reader.begun, at = True, found.end()
                break
        else:
            sentence = SENTENCE.match(text, at)
            end = max(sentence.end() if sentence else at, at + 1)
            words = reader.spell(text[at:end])
            if not read_target_line(reader, words) and (reader.begun or "\x01" in text[at:end]):
                reader.report(statement.line, words)
            at = end


def read_explicit(text: str, language: str) -> Instrument:
    """Read an amending instrument that says everything.

    Args:
        text: of the instrument.
        language: whose grammar reads it.

    Raises:
        KeyError: that language has no grammar.

    Examples:
        >>> found = read_explicit("1. In Section 3(b), “lamp” is replaced with “lantern”.", "en")
        >>> [(str(c.verb), [s.label for s in c.place], c.old, c.new) for c in found.commands]
        [('substitute', ['3', 'b'], ('lamp',), ('lantern',))]
    """
    grammar = load_explicit_grammar(language)
    signed = sign_unquoted(text, *grammar.unquoted) if grammar.unquoted else text
    skeleton = build_explicit_skeleton(signed, grammar.pairs)
    reader = ExplicitReader(quotations=skeleton.quotations, grammar=grammar, skeleton=skeleton)
    for statement in part_explicit(reader):
        read_item(reader, statement)
    return reader.finish(text, grammar.language)
