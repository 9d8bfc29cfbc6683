"""What a clause is for, as far as set phrases tell: a purpose, a definition, a penalty, the commencement.

A law has one clause of purpose and one of commencement, however they are worded; and a duty and the penalty
for its breach are two clauses, however many words they share.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from hexapla.languages.loader import SECTIONS, words_of
from hexapla.languages.patterns import look_at_beginnings, write_phrases
from hexapla.lazy_patterns import compile_lazily

ROLES = tuple(sorted(SECTIONS["roles"]))
SANCTIONS = frozenset({"penalty", "crime", "office"})
"""roles of clauses that say what follows upon a breach"""
PHRASES: Mapping[str, str] = MappingProxyType(
    {role: write_phrases(words_of("roles", role)) for role in ROLES}
)
ANY = "|".join(rf"(?P<{role}>{phrases})" for role, phrases in PHRASES.items())
BEGINNING = look_at_beginnings(phrase for role in ROLES for phrase in words_of("roles", role))
PATTERN = compile_lazily(rf"{BEGINNING}(?:{ANY})", re.IGNORECASE)


def find_roles(text: str) -> frozenset[str]:
    """Return the roles of a clause of which its text holds a phrase.

    >>> sorted(find_roles("为了节约用水，制定本办法。"))
    ['purpose']
    >>> sorted(find_roles("浪费用水的，处一百元罚款；构成犯罪的，依法追究刑事责任。"))
    ['crime', 'penalty']
    >>> sorted(find_roles("居民应当节约用水。"))
    []
    >>> sorted(find_roles("情节较重的，可以责令候查。"))
    ['measure']
    """
    return frozenset(found.lastgroup for found in PATTERN.finditer(text) if found.lastgroup)
