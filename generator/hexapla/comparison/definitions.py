"""Terms that a text defines: 本法所称船舶，是指…, “boat” means …, the Harbour Office (the “Office”).

Read where the form is unmistakable: a term in quotation marks, at the head of its sentence, or behind 所称;
or a short name in brackets. The definition goes to the end of its sentence, with the items that it leads to.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.text import fold_print, is_wide, join_pieces
from hexapla.units import Unit


class DefinitionScope(Enum):
    """Where a definition holds."""

    TEXT = auto()
    DIVISION = auto()
    """in the division of its clause"""
    CLAUSE = auto()
    """in its own clause only"""


@dataclass(frozen=True)  # without slots, for what is cached
class Definition:
    """A term with what it means."""

    term: str
    meaning: str
    unit: str
    """id of the unit that defines it"""
    scope: DefinitionScope

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Find the term in a folded text: with a capital only where it is defined with one."""
        if is_wide(self.term[0]) or is_wide(self.term[-1]):
            return re.compile(re.escape(self.term))
        own = re.escape(self.term)
        first = own if self.term[0].isupper() else f"(?i:{own})"
        return re.compile(rf"(?<!\w){first}(?:s|es|['’]s)?(?!\w)")


LEADS = write_alternation(words_of("definitions", "leads"))
MEANS = write_alternation(words_of("definitions", "means"))
INCLUDES = write_alternation(words_of("definitions", "includes"))
SHORTENED = write_alternation(words_of("definitions", "shortened"))
WIDE_TERM = r"[^\s,.。;:、()“”「」『』\"《》A-Za-z]{2,16}?"
REST = r"(?P<meaning>(?:[^。;\n.]|\.(?! [A-Z]|$)){2,2000})"
LED = compile_lazily(
    rf"(?:{LEADS})(?:的)?[“「『\"]?(?P<term>{WIDE_TERM})[”」』\"]?(?:\([^()]{{1,40}}\))?,? ?"
    rf"(?:{MEANS}|{INCLUDES}){REST}"
)
"""本法所称船舶，是指…"""
QUOTED = compile_lazily(
    rf"[“「『\"](?P<term>[^“”「」『』\"\n]{{1,60}})[”」』\"],? ?(?:{MEANS})(?!\w){REST}"
    rf"|[“「『](?P<wide>[^“”「」『』\n]{{2,16}})[”」』],? ?(?:{MEANS}){REST.replace('meaning', 'sense')}",
    re.IGNORECASE,
)
"""“boat” means …"""
HEADED = compile_lazily(rf"(?:^|(?<=[。;\n]))(?P<term>{WIDE_TERM}),? ?(?:{MEANS}){REST}", re.MULTILINE)
"""船舶，是指…, at the head of a sentence"""
NAMED = compile_lazily(
    rf"(?P<meaning>[^,.。;:、()\n]{{2,80}}) ?\((?:{SHORTENED}),?(?:为| as| the)? ?"
    rf"[“「『\"]?(?P<term>[^()“”「」『』\"\n]{{2,40}})[”」』\"]?\)",
    re.IGNORECASE,
)
"""港务管理局（以下简称港务局）, the Harbour Office (the “Office”)"""
HERE = compile_lazily(
    rf"(?:{write_alternation(words_of('definitions', 'here'))})[^。;.\n]{{0,24}}$", re.IGNORECASE
)
DIVISION = compile_lazily(
    rf"(?:{write_alternation(words_of('definitions', 'division'))})[^。;.\n]{{0,24}}$", re.IGNORECASE
)
CONTEXT = 60
"""characters before a definition in which its scope is said"""
ANY = compile_lazily(rf"{LEADS}|{MEANS}|{SHORTENED}", re.IGNORECASE)
LED_BY = compile_lazily(LEADS)
QUOTES = compile_lazily(r"[“「『\"]")


def find_definitions(units: Sequence[Unit]) -> Iterator[Definition]:
    """Yield what the units of a version define, in their order."""
    for unit in units:
        yield from find_unit_definitions(unit)


@dataclass(frozen=True)  # without slots, for what is cached
class VersionDefinitions:
    """What a version defines, found when it is first asked for and kept for all its comparisons."""

    units: Sequence[Unit]

    @cached_property
    def by_term(self) -> Mapping[str, Definition]:
        """The definitions for the whole text, by terms; a term that is defined twice has no single one."""
        found: dict[str, Definition | None] = {}
        for each in find_definitions(self.units):
            if each.scope is not DefinitionScope.CLAUSE:
                found[each.term] = each if each.term not in found else None
        return {term: each for term, each in found.items() if each is not None}


def find_unit_definitions(unit: Unit) -> Iterator[Definition]:
    """Yield what a unit defines.

    A definition that leads to a list has the list's items as its meaning.
    """
    lines = [fold_print(line) for line in unit.lines]
    for at, line in enumerate(lines):
        if not ANY.search(line):
            continue
        body = strip_mark(unit, at, line) if at else join_pieces(fold_print(unit.heading or ""), line)
        seen: set[str] = set()
        for pattern in (LED, QUOTED, HEADED, NAMED):
            for found in pattern.finditer(body):
                term, meaning = read_match(found)
                if not term or term in seen or LED_BY.search(term):
                    continue
                if pattern is NAMED and not is_name(found, term):
                    continue
                seen.add(term)
                if meaning.rstrip().endswith(":"):
                    meaning = "\n".join([meaning, *lines[at + 1 :]])
                yield Definition(term, meaning.strip(), unit.id, read_scope(body, found))


def read_match(found: re.Match[str]) -> tuple[str, str]:
    """Return term and meaning of a match."""
    said = found.groupdict()
    term, meaning = said.get("wide") or said.get("term") or "", said.get("sense") or said.get("meaning") or ""
    return term.strip(" ,"), meaning


def is_name(found: re.Match[str], term: str) -> bool:
    """Tell whether brackets give a name: in alphabets it stands in quotation marks."""
    return is_wide(term[0]) or QUOTES.search(found[0]) is not None


def strip_mark(unit: Unit, at: int, line: str) -> str:
    """Return a line without the number of its part."""
    number = unit.parts[at - 1].number
    return line.removeprefix(fold_print(number)).lstrip() if number else line


def read_scope(line: str, found: re.Match[str]) -> DefinitionScope:
    """Tell where a definition holds, by the words before its term."""
    before = line[max(0, found.start() - CONTEXT) : found.start()]
    if HERE.search(before):
        return DefinitionScope.CLAUSE
    return DefinitionScope.DIVISION if DIVISION.search(before) else DefinitionScope.TEXT
