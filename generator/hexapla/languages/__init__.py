"""What is known of languages and of ways to number clauses: data, each entry with an example.

A language is one file here (`zh.toml`), a scheme of numbering one table of `schemes.toml`. The stages build
their patterns from them, and one test runs every example.
"""

from hexapla.languages.loader import (
    Language,
    Letters,
    Numbering,
    WordList,
    lists_of,
    load_languages,
    words_of,
)

__all__ = ["Language", "Letters", "Numbering", "WordList", "lists_of", "load_languages", "words_of"]
