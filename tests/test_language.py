"""Languages guessed: of a text, and of a version beside its document."""

import pytest

from hexapla.language import guess_language, guess_version_language, is_right_to_left


@pytest.mark.parametrize(
    ("text", "document", "language"),
    [
        ("The keeper shall bar the gate.", "zh-Hans", "en"),
        ("船長應於三日內遞送日誌", "zh-Hans", "zh-Hant"),
        ("船长应当说明", "zh-Hant", "zh-Hans"),
        ("山水", "zh-Hant", "zh-Hant"),
        ("the keeper shall", "en-GB", "en-GB"),
        ("de la", "de", "de"),
        ("1 2 3", "fr", "fr"),
        ("the keeper shall", "und", "en"),
    ],
)
def test_a_version_has_the_documents_language_unless_it_plainly_has_another(
    text: str, document: str, language: str
) -> None:
    assert guess_version_language(text, document) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("البئر مفتوحة للجميع", "ar"),
        ("הבאר פתוחה לכל", "he"),
        ("Колодец открыт для всех", "ru"),
        ("Το πηγάδι είναι ανοιχτό", "el"),
        ("บ่อเปิดทุกวัน", "th"),
        ("Der Brunnen ist für alle, sagt Колодец", "de"),
    ],
)
def test_a_script_tells_the_language_that_is_mostly_written_in_it(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("tag", "left"),
    [("ar", True), ("he-IL", True), ("az-Arab", True), ("en", False), ("ar-Latn", False), ("und", False)],
)
def test_a_tag_tells_the_direction(tag: str, left: bool) -> None:  # noqa: FBT001 - a table of yes and no
    assert is_right_to_left(tag) is left
