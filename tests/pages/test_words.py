from importlib import resources

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from hexapla.findings import FINDING_KINDS, Finding, Severity, make_finding
from hexapla.i18n import LANGUAGES, load_messages, translate_finding


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
