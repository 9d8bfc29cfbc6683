"""The catalogues of words: what they say, and nothing missing or unused beside the templates and the code."""

import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement, VariableReference
from fluent.syntax.visitor import Visitor

import hexapla
from hexapla.findings import FINDING_KINDS, Finding, Severity, make_finding
from hexapla.i18n import LANGUAGES, dump_message_forms, load_messages, translate_finding
from hexapla.i18n.message_forms import write_message_forms


def names(language: str) -> list[str]:
    source = resources.files("hexapla.i18n").joinpath("locales", f"{language}.ftl").read_text("utf-8")
    body = FluentParser().parse(source).body
    assert not [entry for entry in body if type(entry).__name__ == "Junk"]
    return [entry.id.name for entry in body if isinstance(entry, Message)]


def test_every_language_holds_the_same_messages_once() -> None:
    assert set(names("en")) == set(names("zh"))
    for language in LANGUAGES:
        assert len(names(language)) == len(set(names(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_said(language: str) -> None:
    assert {f"finding-{code}" for code in FINDING_KINDS} <= set(names(language))


def test_english_says_findings_as_they_say_themselves() -> None:
    one = make_finding("number_skipped", before="第三条", after="第五条")
    assert translate_finding(load_messages("en"), one) == one.message


@pytest.mark.parametrize(
    ("code", "values", "said"),
    [
        (
            "set_aside",
            {"count": 1, "kind": "title"},
            "One character that belongs to no clause was set aside (title).",
        ),
        (
            "set_aside",
            {"count": 2, "kind": "title"},
            "2 characters that belong to no clause were set aside (title).",
        ),
        (
            "promised_version_missing",
            {"promised": 3, "found": 1},
            "The text announces 3 versions; one is there.",
        ),
        (
            "tracked_changes",
            {"insertions": 1, "deletions": 2},
            "Tracked changes were taken as accepted: one insertion, 2 deletions.",
        ),
        (
            "number_skipped",
            {"before": "the beginning", "after": "（三）"},
            "The numbers go from the beginning to （三）.",
        ),
    ],
)
def test_a_finding_counts_in_words(code: str, values: dict[str, Any], said: str) -> None:
    assert translate_finding(load_messages("en"), make_finding(code, **values)) == said


def test_what_comes_before_the_first_number_is_said_in_either_language() -> None:
    one = make_finding("number_skipped", before="the beginning", after="（三）")
    assert "开头" in translate_finding(load_messages("zh"), one)


@pytest.mark.parametrize(
    "name", ["count-clauses", "findings-notes", "fold-never", "search-found", "count-versions"]
)
def test_one_thing_is_not_many(name: str) -> None:
    one, several = (load_messages("en")(name, count=count, passages=1) for count in (1, 2))
    assert one.replace("one", "2").replace("One", "2").replace("1", "2") != several


def test_a_phrase_in_a_finding_is_translated() -> None:
    one = make_finding("cut_off", evidence="its last word is broken off")
    assert translate_finding(load_messages("zh"), one) == "缺后文：末尾的词语不全。"
    other = make_finding("cut_off", evidence="the text is the beginning of 第三篇")
    assert translate_finding(load_messages("zh"), other) == "缺后文：全文即第三篇的开头。"


def test_a_finding_unknown_here_says_itself() -> None:
    one = Finding(code="new_code", severity=Severity.NOTE, message="Something is odd.")
    assert translate_finding(load_messages("zh"), one) == "Something is odd."


def test_a_message_can_select_by_a_value() -> None:
    one = make_finding("order_derived", order="chronological", reason="every version is dated")
    assert translate_finding(load_messages("zh"), one) == "各版本按先后处理：各版本均有日期。"
    assert load_messages("en")("aside-kind", kind="page_number") == "page number"
    assert load_messages("en")("aside-kind", kind="something new") == "other text"


def test_a_latin_value_is_set_apart_from_han_words() -> None:
    say = load_messages("zh")
    assert say("goto-from", number="第六条") == "自第六条移来"
    assert say("goto-from", number="Section 6") == "自 Section 6 移来"
    assert say("heading-both", old="3", new="4") == "3 → 4"


def test_the_interface_falls_back_to_english() -> None:
    assert load_messages("de")("tab-read") == load_messages("en")("tab-read")
    assert load_messages("zh-Hant")("tab-read") == "阅读"


def test_a_missing_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_messages("en")("no-such-message")
    with pytest.raises(KeyError):
        load_messages("en")("same-as")


def test_no_value_is_too_long_for_a_sentence() -> None:
    long = "甲" * 40_000
    assert load_messages("zh")("export-note", version=long, note="\ue0010\ue001") == f"{long}：0"
    assert load_messages("zh")("goto-from", number="X" * 3_000) == f"自 {'X' * 3_000} 移来"


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
    "APA Akoma Atom BibTeX CSL CSV Excel FFFD JSON JavaScript Markdown Ntoso PDF SHA Section TEI Word XML "
    "alignment sha document yml issued order".split()
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
        assert needs(zh[name]) <= needs(message) | {"count", "han"}, name


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


def test_forms_that_were_kept_are_those_that_would_be_made() -> None:
    dump_message_forms.cache_clear()
    assert dump_message_forms() == write_message_forms()
