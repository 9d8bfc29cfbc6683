"""Languages guessed: of a text, and of a version beside its document."""

import pytest

from hexapla.language import guess_beside


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
    assert guess_beside(text, document) == language
