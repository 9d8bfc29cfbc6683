"""The catalogues of words against the templates and the code that speak: nothing missing, nothing unused."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement, VariableReference
from fluent.syntax.visitor import Visitor

import hexapla
from hexapla.i18n import LANGUAGES

PACKAGE = Path(hexapla.__file__).parent
LOCALES = PACKAGE / "i18n/locales"
SPEAKING = sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")])
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in SPEAKING)
NAME = r"[a-z][a-z0-9_-]*"
LITERAL = re.compile(rf"""\bsay\(\s*["']({NAME})["']\s*[,)]""")
"""a message that is named in full"""
MADE = [
    re.compile(rf"""say\([^"'()]*f"({NAME}-)?{{[^}}]*}}(-{NAME})?\""""),
    re.compile(rf"""say\(\s*["']({NAME}-)["']\s*\+()"""),
    re.compile(rf"""say\(()\s*[a-z.]+\s*\+\s*["'](-{NAME})["']"""),
]
"""a message whose name is put together; its beginning and its end"""
NAMES = set(
    "Akoma Atom CSV Excel FFFD JSON JavaScript Markdown Ntoso PDF SHA Section TEI Word XML sha "
    "document yml issued order".split()
)
"""of formats and signs, and what an editor writes"""
WORDS = set(re.findall(r"[A-Za-z0-9_]+", SOURCE))


class Variables(Visitor):
    """Collects the values that a message needs, and its own text."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.text = ""

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the library's way
        self.names.add(node.id.name)

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 - the library's way
        self.text += node.value + " "


def messages(language: str) -> dict[str, Message]:
    body = FluentParser().parse((LOCALES / f"{language}.ftl").read_text(encoding="utf-8")).body
    return {entry.id.name: entry for entry in body if isinstance(entry, Message)}


def needs(message: Message) -> set[str]:
    found = Variables()
    found.visit(message)
    return found.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_is_named_exists(language: str) -> None:
    assert set(LITERAL.findall(SOURCE)) - messages(language).keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_that_is_put_together_fits_some_message(language: str) -> None:
    known = messages(language)
    made = {pair for pattern in MADE for pair in pattern.findall(SOURCE)}
    assert made
    for start, end in made:
        assert any(name.startswith(start) and name.endswith(end) for name in known), (start, end)


def test_every_message_is_used() -> None:
    made = {pair for pattern in MADE for pair in pattern.findall(SOURCE)} - {("", "")}
    named = set(re.findall(r"""(?<=["'\s])[\w-]+(?=["'\s])""", SOURCE))

    def used(name: str) -> bool:
        if name in named:
            return True
        middles = (
            name.removeprefix(start).removesuffix(end)
            for start, end in made
            if name.startswith(start) and name.endswith(end) and len(start) + len(end) < len(name)
        )
        return any(set(middle.split("-")) <= WORDS for middle in middles)

    assert [name for name in messages("en") if not used(name)] == []


def test_both_languages_ask_for_the_same_values() -> None:
    zh = messages("zh")
    for name, message in messages("en").items():
        assert needs(zh[name]) <= needs(message) | {"count"}, name


def test_what_is_said_of_parallel_texts_is_an_attribute_of_that_name() -> None:
    """Another name would never be said. English tells more forms apart than Chinese, never the other way."""
    found = {
        language: {name for name, message in messages(language).items() if message.attributes}
        for language in LANGUAGES
    }
    names = {
        attribute.id.name
        for language in LANGUAGES
        for message in messages(language).values()
        for attribute in message.attributes
    }
    assert names == {"parallel"}
    assert found["zh"] - found["en"] == {"filter-number"}


def test_nothing_was_left_in_english() -> None:
    """A Chinese message holds no English word but names."""
    for name, message in messages("zh").items():
        found = Variables()
        found.visit(message)
        assert set(re.findall(r"[A-Za-z]{3,}", found.text)) <= NAMES, name
