"""What the command says, in the languages of the interface, found by what it says in English.

The English stands in the code, where it is read: a help beside its option, an error where it is raised.
`locales/command/` holds each sentence in every language, with `{ $v1 }`, `{ $v2 }` … for its values, and a
test holds it to the code. Rejected: to name messages where they are said, since errors are raised on layers
that know no interface, and are read as English by whoever calls the library.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from hexapla.i18n.catalogues import LANGUAGES, choose_language, load_messages, read_command_catalogue
from hexapla.lazy_patterns import compile_lazily

VALUE: Final = compile_lazily(r"\{ \$v(\d+) \}")
HELD: Final = compile_lazily(r'\{"([^"]*)"\}')
"""characters that a message of Fluent cannot begin with"""
PARAGRAPHS: Final = compile_lazily(r"(\n\s*\n)")
EXAMPLE: Final = compile_lazily(r"^(?: {4}|hexapla )")
NESTED: Final = 3
"""how deep a value may be a sentence of ours itself"""


class Sentence(NamedTuple):
    """A sentence of the command in English."""

    name: str
    """of the message"""
    literals: tuple[str, ...]
    """what stands before, between and behind its values"""
    values: tuple[str, ...]
    """names of the values, in the order in which they stand"""


def choose_command_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """Return the language in which the command speaks.

    Args:
        asked: what the user said; None: nothing.
        environment: of which POSIX makes the first that is set of LC_ALL, LC_MESSAGES and LANG count.

    >>> choose_command_language(None, {"LANG": "zh_CN.UTF-8"}), choose_command_language(None, {"LC_ALL": "C"})
    ('zh', 'en')
    """
    said = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return choose_language((asked or next(filter(None, said), "")).replace("_", "-").partition(".")[0])


def translate_sentence(language: str, sentence: str, *, depth: int = NESTED) -> str:
    """Say a sentence of the command in a language; as it is where it is none of ours.

    >>> translate_sentence("zh", "There is no version E; there are A, B.")
    '没有版本 E；现有 A, B。'
    """
    if language == LANGUAGES[0] or not depth:
        return sentence
    found = find_sentence(sentence)
    if found is None:
        return sentence
    name, values = found
    return load_messages(language)(
        name, **{key: translate_sentence(language, value, depth=depth - 1) for key, value in values.items()}
    )


def translate_help(language: str, text: str) -> str:
    """Say a help in a language, paragraph by paragraph; examples stay."""
    return "".join(
        part
        if PARAGRAPHS.fullmatch(part) or EXAMPLE.match(part)
        else translate_sentence(language, " ".join(part.split()))
        for part in PARAGRAPHS.split(text)
    )


def find_sentence(said: str) -> tuple[str, dict[str, str]] | None:
    """Return the message that says this, with its values; of several the one that says most of it itself."""
    exact, patterns = read_sentences()
    if said in exact:
        return exact[said], {}
    for each in patterns:
        values = match_values(each.literals, said)
        if values is not None:
            return each.name, dict(zip(each.values, values, strict=True))
    return None


def match_values(literals: tuple[str, ...], said: str) -> tuple[str, ...] | None:
    """Return what stands between the literals in their order; None if they do not make up what was said.

    Each literal is taken where it first stands, so this takes time in proportion to the text.

    >>> match_values(("", ": no ", "."), "a.txt: no text.")
    ('a.txt', 'text')
    """
    first, *between, last = literals
    if not said.startswith(first) or not said.endswith(last) or len(said) < len(first) + len(last):
        return None
    at, end, values = len(first), len(said) - len(last), list[str]()
    for literal in between:
        found = said.find(literal, at, end)
        if found < 0:
            return None
        values.append(said[at:found])
        at = found + len(literal)
    return (*values, said[at:end])


@cache
def read_sentences() -> tuple[Mapping[str, str], tuple[Sentence, ...]]:
    """Return the sentences without values → their messages, and those with values, the fullest first."""
    exact: dict[str, str] = {}
    patterns: list[Sentence] = []
    for name, written in read_command_catalogue(LANGUAGES[0]).items():
        text = HELD.sub(r"\1", written.partition("=")[2].strip())
        values = tuple(f"v{number}" for number in VALUE.findall(text))
        if values:
            patterns.append(Sentence(name, tuple(VALUE.split(text)[::2]), values))
        else:
            exact[text] = name
    return exact, tuple(sorted(patterns, key=lambda each: -sum(map(len, each.literals))))
