"""A language file that is wrong is refused with its name, the table, and what to do."""

import re

import pytest

from hexapla.languages.loader import read_language
from hexapla.languages.schemes import SCHEMES, find_leading_class

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


@pytest.mark.parametrize(
    ("pattern", "leading"),
    [
        (r"(?P<m>(?P<n>[a-z])[.])(?=x|y)", "[a-z]"),
        (r"(?P<m>(?P<n>\d(?:a|b)?)\.)", r"\d"),
        (r"(?P<m>[第笫](?P<n>一|二)条)", "[第笫]"),
        (r"(?P<m>(?P<n>[a-z][|)])\))", "[a-z]"),
        (r"(?P<m>(?P<n>[a-z]|bis)\.)", ""),
        (r"(?P<m>(?P<n>[a-z])\.|x)", ""),
        (r"(?P<m>(?P<n>[a-z])\.)|x", ""),
        (r"(?P<m>(?P<n>[a-z]?\d)\.)", ""),
        (r"(?P<m>(?P<n>[a-z]{0,2}\d)\.)", ""),
        (r"(?P<m>(?P<n>one)\.)", ""),
    ],
)
def test_a_pattern_without_another_way_has_a_leading_class(pattern: str, leading: str) -> None:
    assert find_leading_class(pattern) == leading


def test_each_scheme_is_looked_for_where_its_example_stands() -> None:
    led = [scheme for scheme in SCHEMES if scheme.leading]
    assert len(led) > len(SCHEMES) / 3
    for scheme in led:
        found = scheme.regex.search(f"\n{scheme.example}\n")
        assert found is None or re.match(scheme.leading, found["m"]), scheme.name
