"""Words of the interface: every string on screen comes from `locales/`, chosen by the site's language.

The messages are Fluent messages, so that a translator can count in their language and need not read code.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from hexapla.findings import Finding
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.phrases import read_phrase

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES: Final = ("en", "zh")
CACHED = 8192
"""sentences kept; formatting one takes some 50 µs, and a long table says the same few again and again"""
DIRECTION = compile_lazily_with_properties(r"[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]")
"""invisible characters that turn the direction of what follows; harmless in a text's own paragraph, not in a
sentence of ours"""

COUNTED: Final = frozenset({"count", "pages", "promised", "found", "insertions", "deletions"})
"""values of findings that count something, so that a message can say one clause and two clauses"""
EDGE = "\ue000"
"""stands at both ends of a value until the sentence is made; a private character that means nothing"""
KEY = compile_lazily_with_properties(r"[a-z_]+")
HELD = "\ue001"
"""stands, with a number, for the inside of a long value: the formatter refuses 2,500 characters, to protect
itself from messages that it does not know; ours are known"""
LONG: Final = 2_000
"""characters"""
UNSAFE = compile_lazily_with_properties(DIRECTION.pattern[:-1] + EDGE + HELD + "]")
SEAM = compile_lazily_with_properties(
    rf"(?<=\p{{Han}}){EDGE}+(?=[\p{{Latin}}\d])|(?<=[\p{{Latin}}\d.]){EDGE}+(?=\p{{Han}})"
)
"""where a Latin value meets Han words, which are set apart by a space"""
LOOSE = compile_lazily_with_properties(r"(?<=[\p{Han}，。；：、]) (?=[“（])")
"""a space that Han words do not take: before a sign that brings its own"""
WORD = compile_lazily_with_properties(r"[a-z0-9]+")
OPENINGS: Final = (
    "the text is the beginning of ",
    "version ",
    "there is no reader for it, only for ",
    "two versions bear the same date: ",
    "two dates are not exact enough: ",
)
"""phrases of findings that end in a value of their own"""

ENTRY = compile_lazily_with_properties(r"(?m)^(-?[A-Za-z][\w-]*) *=")
"""begins a message or a term, in a file of Fluent"""
REFERENCE = compile_lazily_with_properties(r"\{\s*(-?[A-Za-z][\w-]*)")
"""begins what stands in the place of another message or term"""
Value = str | int
Messages = Callable[..., str]
"""called with a message's name and its values; raises KeyError where there is no such message"""


def load_messages(language: str, *, parallel: bool = False) -> Messages:
    """Return the words of the interface in a language; English where there are none.

    Values of a message that come from a text lose their invisible direction marks, nothing else: the result
    is plain text, and whoever writes HTML escapes it.

    Args:
        language: BCP 47.
        parallel: speak of texts of which none is the older one: nothing is changed, added or moved, they
            differ. A message that would say otherwise has an attribute `.parallel`, which is said instead.
    """
    return make_message_writer(choose_language(language), parallel)


def choose_language(tag: str) -> str:
    """Return the language of the interface for a tag (BCP 47); English where it has no words."""
    known = tag.lower().split("-")[0]
    return known if known in LANGUAGES else LANGUAGES[0]


@cache
def make_message_writer(language: str, parallel: bool) -> Messages:  # noqa: FBT001 -- a key of the cache
    """Make the function that writes messages in a language."""

    def say(message: str, /, **values: Value) -> str:
        own = tuple(sorted(values.items())) if values else ()
        return format_message(language, message, own, parallel)

    return say


@cache
def load_bundle(language: str) -> "FluentBundle":
    """Return what holds a language's messages, as far as they were asked for."""
    from fluent.runtime import FluentBundle  # noqa: PLC0415 - the help of a command is said without it

    return FluentBundle([language], use_isolating=False)


@cache
def read_catalogue(language: str) -> Mapping[str, str]:
    """Return a language's messages as they are written, by their names.

    To parse them all takes a tenth of a second, and a comparison on the terminal says ten of six hundred.
    """
    return {**split_messages(f"{language}.ftl"), **read_command_catalogue(language)}


@cache
def read_command_catalogue(language: str) -> Mapping[str, str]:
    """Return the messages of the command alone, as `command_words` looks them up."""
    return {
        name: written.partition("\n")[0]  # what follows is a comment, for each is a line
        for name, written in split_messages("command", f"{language}.ftl").items()
    }


def split_messages(*place: str) -> Mapping[str, str]:
    """Return the messages of a file as they are written, by their names."""
    source = resources.files(__package__).joinpath("locales", *place).read_text(encoding="utf-8")
    starts = [*ENTRY.finditer(source)]
    ends = [*(found.start() for found in starts[1:]), len(source)]
    return {found[1]: source[found.start() : end] for found, end in zip(starts, ends, strict=True)}


@cache
def load_message(language: str, name: str) -> None:
    """Put a message into the bundle of its language, with the messages and terms that it refers to.

    Raises:
        KeyError: there is no such message.
    """
    written = read_catalogue(language)[name]
    from fluent.runtime import FluentResource  # noqa: PLC0415 - as above

    load_bundle(language).add_resource(FluentResource(written))
    for found in REFERENCE.finditer(written):
        if found[1] in read_catalogue(language):
            load_message(language, found[1])


@lru_cache(CACHED)
def format_message(
    language: str,
    message: str,
    values: tuple[tuple[str, Value], ...],
    parallel: bool,  # noqa: FBT001 -- a key of the cache
) -> str:
    """Format a message.

    Raises:
        KeyError: no such message, or a value that it needs is missing.
    """
    load_message(language, message)
    messages = load_bundle(language)
    found = messages.get_message(message)
    pattern = found.attributes.get("parallel", found.value) if parallel else found.value
    if pattern is None:
        raise KeyError(message)
    safe = {name: value if isinstance(value, int) else mark_value_edges(value) for name, value in values}
    held: list[str] = []
    short = {
        name: hold_long_value(value, held) if isinstance(value, str) else value
        for name, value in safe.items()
    }
    text, errors = messages.format_pattern(pattern, short)
    if errors:
        raise KeyError(f"{message}: {errors[0]}")
    spoken = SEAM.sub(" ", str(text)).replace(EDGE, "")
    said = LOOSE.sub("", spoken) if language == "zh" else spoken
    for number, inside in enumerate(held):
        said = said.replace(f"{HELD}{number}{HELD}", inside)
    return said


def translate_finding(say: Messages, finding: Finding) -> str:
    """Say a finding: by its code, or as it says itself where the code or a value is not known here."""
    try:
        values = {
            name: int(value) if name in COUNTED and value.isdecimal() else translate_phrase(say, value)
            for name, value in finding.values
        }
        return say(f"finding-{finding.code}", **values)
    except KeyError:
        return DIRECTION.sub("", finding.message)


def mark_value_edges(value: str) -> str:
    """Make a value safe for a sentence, its edges known; a key by which a message selects stays as it is."""
    safe = UNSAFE.sub("", value)
    return safe if KEY.fullmatch(safe) else EDGE + safe + EDGE


def hold_long_value(value: str, held: list[str]) -> str:
    """Put the inside of a long value aside; its ends stay, by which spaces are set."""
    if len(value) <= LONG:
        return value
    held.append(value[2:-2])
    return f"{value[:2]}{HELD}{len(held) - 1}{HELD}{value[-2:]}"


def translate_phrase(say: Messages, value: str) -> str:
    """Say a value of a finding that is a phrase of ours (“its last word is broken off”); else as it is."""
    if known := read_phrase(value):
        return say(f"phrase-{known[0].replace('_', '-')}", **known[1])
    for opening in OPENINGS:
        if value.startswith(opening):
            return say(f"phrase-{write_message_name(opening)}", rest=value.removeprefix(opening))
    try:
        return say(f"phrase-{write_message_name(value)}")
    except KeyError:
        return value


def write_message_name(text: str) -> str:
    """Write a phrase as the name of a message."""
    return "-".join(WORD.findall(text.lower()))
