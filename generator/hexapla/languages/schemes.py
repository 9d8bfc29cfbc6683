"""The numbering schemes that the program knows, read from `schemes.toml` with the words of the languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any

from hexapla.languages.loader import SCHEMES_FILE, Letters, load_languages, read_all_tables
from hexapla.languages.patterns import list_cases, write_pattern
from hexapla.lazy_patterns import compile_lazily


class Level(StrEnum):
    """What clauses of a scheme are, if the text at hand does not say otherwise."""

    ANNEX = "annex"
    """begins the counting of everything below it anew"""
    DIVISION = "division"
    ARTICLE = "article"
    OUTLINE = "outline"
    ITEM = "item"


class Cells(StrEnum):
    """How a scheme's number stands in a table whose columns are spaces, so that it is no clause's."""

    NONE = ""
    COLUMNS = "columns"
    """it begins a line of cells that stand apart in columns"""
    ROW = "row"
    """it has no sign of its own, so that short words after it are cells already"""
    CELL = "cell"
    """it is a cell itself: a time"""


class Amount(StrEnum):
    """By what follows it, how a scheme's number shows that it counts or measures."""

    NONE = ""
    DATE = "date"
    """1. Mai, 3.天内: a month or a unit of time"""
    SUCCESSOR = "successor"
    """1、2、3: the next number at once"""
    UNIT = "unit"
    """1.5米: a unit right after a decimal"""
    DECIMAL = "decimal"
    """1.5米: decimals with a unit after what is read as 1."""
    SMALL_WORD = "small_word"
    """3 boats: a word in small letters"""
    CLOCK = "clock"
    """8:40 p.m.: a word that tells the time of day"""
    GROUP = "group"
    """五年级（2）班: a class, a building"""
    CAPTION = "caption"
    """제3조의2(행사비): a caption, which takes doubt away"""


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One way of numbering."""

    name: str
    """what `unit:` and `schemes:` in document.yml say"""
    level: Level
    eid: str
    """prefix of clause ids, after Akoma Ntoso"""
    rank: int
    """smaller stands above larger in most texts"""
    reader: str
    """key in `segment.numerals.READERS`"""
    pattern: str
    words: tuple[str, ...] = ()
    """one of these stands in every text with such marks, to spare others the looking"""
    needs: str = ""
    """a pattern that is found in every text with such marks"""
    letters: tuple[str, ...] = ()
    """the alphabet by which it counts, if its reader is `letters`"""
    line: bool = False
    """counts only at the beginning of a line"""
    counts_on: bool = False
    """numbers go on through the divisions above (articles), instead of beginning anew in each"""
    reference: bool = False
    """also the form of a reference, so that its surroundings are looked at with suspicion"""
    damaged: bool = False
    """found only by reading a damaged mark as another: `alias` says as which"""
    decimal: bool = False
    """its number names those of the lists above it: 1.1 stands below 1"""
    narrow: bool = False
    """its texts are of Latin letters, of which a heading needs more than of Han characters"""
    cased: bool = False
    """a small letter, a bracket or a further number behind it shows a reference"""
    initials: bool = False
    """could be the initial letter of a name: J. S. Bach"""
    also_heading: bool = False
    """its words are the heading of a division too, if the division's number stands on the line above: 附则"""
    captioned: bool = False
    """an annex by its caption alone: a line within a list is an item's own"""
    short_name: bool = False
    """a law's short name behind it shows a reference: § 48 StGB"""
    table: Cells = Cells.NONE
    counts: Amount = Amount.NONE
    sister: str | None = None
    """name of the scheme with which it is mixed up in one list: 1、 2. 3、"""
    alias: str | None = None
    """name of the scheme as whose member this mark counts"""
    bias: float = 0.0
    """added to the strength of each mark"""
    first: tuple[int, ...] = (1,)
    """numbers with which a list of this scheme may begin"""
    example: str = ""
    counter_example: str = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; at line starts only, a line feed stands before the mark."""
        lead = r"\n[ \x1f]*" if self.line else ""
        return compile_lazily(lead + BEFORE_CLOSING.sub(r")\\x1f?", self.pattern))

    @cached_property
    def leading(self) -> str:
        """A class of characters with one of which every such mark begins; empty if its pattern names none."""
        return find_leading_class(self.pattern)


LEADING_CLASS = compile_lazily(
    r"\(\?P<m>(?P<number>\(\?P<n>)?(?P<class>\\d|\[(?:[^\]\\]|\\.)+\])(?![?*]|\{0)"
)
PATTERN_SIGN = compile_lazily(r"\\.|\[(?:[^\]\\]|\\.)+\]|[()|]")


def find_leading_class(pattern: str) -> str:
    """Return the class of characters with which a mark's pattern begins, if it begins with nothing else.

    >>> find_leading_class("(?P<m>(?P<n>[a-z])[.])"), find_leading_class("(?P<m>(?P<n>[a-z]|bis)[.])")
    ('[a-z]', '')
    """
    found = LEADING_CLASS.match(pattern)
    if found is None:
        return ""
    depth = around = 2 if found["number"] else 1
    for sign in PATTERN_SIGN.finditer(pattern, found.end()):
        depth += (sign[0] == "(") - (sign[0] == ")")
        around = min(around, depth)
        if sign[0] == "|" and depth <= around:
            return ""  # of the groups around the class, one has another way
    return found["class"]


BEFORE_CLOSING = compile_lazily(r"\)(?=\\[.)]\))")
"""in a pattern, what stands before the full stop or bracket that closes a mark: a sign of the format that
nobody sees may stand there (`1\\.` in Markdown)"""


FORM = frozenset({"shape", "words", "signs", "numbers", "after", "points", "trailing", "then", "pattern"})
"""keys of a table that say how its pattern is made"""
PLAIN = frozenset(one.name for one in fields(Scheme)) - {"pattern", "words", "letters"}
FED = frozenset({"word", "number_first", "spelled", "misprinted"})
"""shapes whose marks have one of their words"""


ROWS: tuple[Mapping[str, Any], ...] = tuple(read_all_tables()[f"{SCHEMES_FILE}.toml"]["scheme"])
"""the tables of the schemes"""


def words_by_scheme() -> Mapping[str, tuple[str, ...]]:
    """Gather the words that the languages give to each scheme."""
    found: dict[str, dict[str, None]] = {}
    for language in load_languages().values():
        for numbering in language.numbering:
            for name in numbering.schemes:
                found.setdefault(name, {}).update(dict.fromkeys(numbering.words))
    return {name: tuple(words) for name, words in found.items()}


def make_scheme(row: Mapping[str, Any], words: tuple[str, ...]) -> Scheme:
    """Make the scheme of a table.

    Raises:
        ValueError: naming the scheme, if a key is unknown or the example is missing.
    """
    place = f"schemes.toml: {row.get('name')}"
    if unknown := sorted(row.keys() - FORM - PLAIN):
        raise ValueError(f"{place}: unknown key {', '.join(unknown)}")
    if not row.get("example"):
        raise ValueError(f"{place}: give an example, a line that begins with such a mark")
    own = (*row.get("words", "").split(), *words)
    plain = {key: value for key, value in row.items() if key in PLAIN}
    kinds = {"level": Level, "table": Cells, "counts": Amount, "first": tuple}
    return Scheme(
        **{key: kinds[key](value) if key in kinds else value for key, value in plain.items()},
        pattern=write_pattern(row, own),
        words=find_required_signs(row, own),
    )


def find_required_signs(row: Mapping[str, Any], words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what must stand in a text with such marks; nothing where other signs mark them too."""
    if row.get("shape") == "ordinal":
        return tuple(row["signs"].split("|"))
    if row.get("shape") not in FED or row["shape"] == "misprinted":
        return ()
    small = [] if row["shape"] == "word" else [word.lower() for word in words]
    return tuple(sorted({*list_cases(words), *small}))


def make_letter_scheme(one: Letters, like: Scheme) -> Scheme:
    """Make the scheme of an alphabet, with the form and the place of one in Latin letters: α) as a).

    Raises:
        ValueError: if there is no such form.
    """
    signs = "|".join(sorted(map(re.escape, one.letters), key=lambda sign: (-len(sign), sign)))
    patterns = {
        "(a)": rf"(?P<m>\((?<!\w\()(?P<n>{signs})\))",
        "a)": rf"(?P<m>(?<![\w(])(?P<n>{signs})\))(?=[ \x1f\n])",
        "aa)": rf"(?P<m>(?<![\w(])(?P<n>{signs})\))(?=[ \x1f\n])",
        "a.": rf"(?P<m>(?P<n>{signs})\.)(?=[ \x1f\n])",
    }
    if like.name not in patterns:
        raise ValueError(f"[[letters]]: like must be one of {' '.join(patterns)}, not {like.name}")
    name = re.sub("a+", one.letters[0], like.name)
    return Scheme(
        name=name,
        level=like.level,
        eid=like.eid,
        rank=like.rank,
        reader="letters",
        letters=one.letters,
        pattern=patterns[like.name],
        words=(name,),
        line=like.line,
        reference=like.reference,
        initials=like.initials,
        example=one.example,
        counter_example=one.counter_example,
    )


def read_schemes() -> Iterator[Scheme]:
    """Yield the schemes of the table, then those of the languages' alphabets."""
    given = words_by_scheme()
    known = {row["name"] for row in ROWS}
    if strange := sorted(given.keys() - known):
        raise ValueError(f"[[numbering]]: no scheme of schemes.toml is called {', '.join(strange)}")
    made = {row["name"]: make_scheme(row, given.get(row["name"], ())) for row in ROWS}
    yield from made.values()
    for language in load_languages().values():
        for one in language.letters:
            if one.like not in made:
                raise ValueError(f"{language.tag}.toml: [[letters]]: no scheme is called {one.like}")
            yield make_letter_scheme(one, made[one.like])


SCHEMES: tuple[Scheme, ...] = tuple(read_schemes())


def words_of_shape(shape: str, *levels: Level) -> tuple[str, ...]:
    """Return the words by which the languages number, in schemes of a shape and of some levels."""
    given = words_by_scheme()
    found = (
        (*row.get("words", "").split(), *given.get(row["name"], ()))
        for row in ROWS
        if row.get("shape", "word") == shape and Level(row["level"]) in levels
    )
    return list_cases({word for words in found for word in words if word[0].isalpha()})
