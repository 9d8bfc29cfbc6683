"""A language file that is wrong is refused with its name, the table, and what to do."""

import pytest

from hexapla.languages.loader import read_language

HEAD = 'name = "Test"\nexample = "Ba bu."\n'
BA = 'words = "ba"\nexample = "1 ba"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "Test"\n', r"xx\.toml: give an example"),
        (HEAD + "name = 1\n", r"xx\.toml: Cannot overwrite a value"),
        (HEAD + '[period.day]\nwords = "ba"\n', r"xx\.toml: \[period\.day\]: give an example"),
        (HEAD + '[period.day]\nexample = "1 ba"\n', r"\[period\.day\]: give words, or values"),
        (HEAD + "[period.day]\nword = 1\n" + BA, r"\[period\.day\]: unknown key word; known are"),
        (HEAD + "[months.long]\n" + BA, r"\[months\.long\] is unknown; lists of months are"),
        (HEAD + "[month.names]\n" + BA, r"unknown section \[month\]; known are"),
        (HEAD + '[[numbering]]\nschemes = "article"\n' + BA, "schemes must be of type list"),
        (HEAD + "[fraction.half]\nshare = [1]\n" + BA, "share must be two whole numbers"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_language("xx", text)


def test_a_language_needs_no_more_than_a_name_and_an_example() -> None:
    language = read_language("xx", HEAD)
    assert (language.name, language.numbering, language.words("period", "day")) == ("Test", (), ())
