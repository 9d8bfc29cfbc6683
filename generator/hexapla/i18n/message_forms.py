"""Messages as forms without choices, by which a sentence in one language is known and said in another."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from fluent.syntax import FluentParser, ast

from hexapla.bytecode_folder import keep_beside_code, read_kept
from hexapla.i18n.catalogues import LANGUAGES, read_catalogue

Form = tuple[str, dict[str, str]]
"""a text with `{name}` where a value stands, and the values for which it is said: the first that fits"""
TERMINAL = tuple(
    f"{name}-" for name in "cli doctor explain error command export mapping replacement profile".split()
)
"""beginnings of names of messages that no page shows: of the terminal, of tables, workbooks and the feed"""
KEPT = "message-forms"
"""name under which the forms are kept"""


@cache  # the same for every site that a process builds
def dump_message_forms() -> str:
    """Return the forms of all messages in all languages, as JSON: language, name of the message, forms.

    A message that is said otherwise of parallel texts is there twice, the second time as `name.parallel`.
    Kept beside the program's bytecode as long as no message changes: to parse them takes half a second.
    """
    written = [list(read_catalogue(language).items()) for language in LANGUAGES]
    made_of = hashlib.sha256(json.dumps([TERMINAL, written]).encode()).digest()
    kept = read_kept(KEPT, made_of)
    if isinstance(kept, str):
        return kept
    made = write_message_forms()
    keep_beside_code(KEPT, made_of, made)
    return made


def write_message_forms() -> str:
    """Return the forms, parsed anew."""
    made = {language: dict(list_message_forms(language)) for language in LANGUAGES}
    shared = set.intersection(*(set(each) for each in made.values()))
    kept = {
        language: {name: forms for name, forms in sorted(own.items()) if name in shared}
        for language, own in made.items()
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def list_message_forms(language: str) -> Iterator[tuple[str, list[Form]]]:
    """Yield the messages of a language with their forms."""
    parser = FluentParser(with_spans=False)
    for name, written in read_catalogue(language).items():
        if name.startswith(TERMINAL):
            continue
        for entry in parser.parse(written).body:
            if isinstance(entry, ast.Message):
                if entry.value is not None:
                    yield name, expand_pattern(entry.value)
                for attribute in entry.attributes:
                    yield f"{name}.{attribute.id.name}", expand_pattern(attribute.value)


def expand_pattern(pattern: ast.Pattern) -> list[Form]:
    """Return the forms of a pattern: one for each way through its choices, the usual way last."""
    made = []
    for way in product(*map(expand_element, pattern.elements)):
        given: dict[str, str] = {}
        for _, values in way:
            given |= values
        made.append(("".join(text for text, _ in way), given))
    return made


def expand_element(element: Any) -> list[Form]:  # noqa: ANN401 - an element of a pattern; its library is untyped
    """Return the forms of a text, a value or a choice."""
    if isinstance(element, ast.TextElement):
        return [(element.value, {})]
    inside = element.expression if isinstance(element, ast.Placeable) else element
    if isinstance(inside, ast.StringLiteral):
        return [(inside.parse()["value"], {})]
    if isinstance(inside, ast.VariableReference):
        return [(f"{{{inside.id.name}}}", {})]
    if isinstance(inside, ast.SelectExpression):
        return expand_choice(inside)
    return [("{?}", {})]  # a reference to another message: no sentence is known by it


def expand_choice(choice: ast.SelectExpression) -> list[Form]:
    """Return the forms of a choice, the one for all other values last."""
    if not isinstance(choice.selector, ast.VariableReference):
        return [("{?}", {})]
    name = choice.selector.id.name
    made: list[Form] = []
    for variant in sorted(choice.variants, key=lambda each: bool(each.default)):
        key = variant.key.name if isinstance(variant.key, ast.Identifier) else str(variant.key.value)
        for text, given in expand_pattern(variant.value):
            made.append((text, given if variant.default else {name: key, **given}))
    return made
